"""People read from a few lines, as most tests of readers do."""

from typing import Any

from matcher.readers import Batch, Source, read_profiles
from matcher.records import Profile


def read_note(text: str, **options: Any) -> Profile:
    """Read the one person of a text."""
    [profile] = read_profiles(Source("p.txt", text.encode()), **options)
    return profile


def read_sheet(*lines: str) -> Batch[Profile]:
    """Read the rows of a sheet."""
    return read_profiles(Source("p.csv", "\n".join(lines).encode()))
