"""The family of skills; ``family.py`` is where it begins."""
