"""The family of working hours and bodily demands; ``family.py`` is where it begins."""
