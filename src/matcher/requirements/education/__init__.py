"""The family of education; ``family.py`` is where it begins."""
