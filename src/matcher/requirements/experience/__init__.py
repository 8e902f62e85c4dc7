"""The family of experience; ``family.py`` is where it begins."""
