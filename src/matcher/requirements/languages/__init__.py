"""The family of languages; ``family.py`` is where it begins."""
