"""Settings of every test run: property tests draw the same examples each time, and no clock decides a test."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None, database=None, max_examples=60)
settings.load_profile("steady")
