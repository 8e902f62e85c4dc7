"""Full time, part time or either, from the words and percentages that ads use."""

from __future__ import annotations

from typing import Literal

Hours = Literal["full", "part", "any"]

_FULL = ("full_time", "full-time", "full time", "fulltime", "heltid")
_PART = ("part_time", "part-time", "part time", "parttime", "deltid")


def hours_of(*words: str) -> Hours | None:
    """Tell full, part or any time from words such as ``FULL_TIME`` or ``Deltid``; ``None`` if none of them is there.

    Examples
    --------
    >>> hours_of("FULL_TIME", "PART_TIME"), hours_of("Deltidsjobb"), hours_of("TEMPORARY")
    ('any', 'part', None)
    """
    text = " ".join(words).lower()
    full, part = any(w in text for w in _FULL), any(w in text for w in _PART)
    return "any" if full and part else "full" if full else "part" if part else None


def hours_of_scope(words: str, low: float | None, high: float | None) -> Hours | None:
    """Tell full, part or any time from words and a range of percentages.

    Forms fill in 100-100 for full and 0-100 for part time by themselves, which says no more than the words.

    Examples
    --------
    >>> hours_of_scope("Deltid", 0, 100), hours_of_scope("Deltid", 75, 100), hours_of_scope("", 50, 75)
    ('part', 'any', 'part')
    """
    named = hours_of(words)
    if low is None or high is None or (low, high) == (0, 100):
        return named
    if 0 < low < 100 <= high:
        return "any"
    return named or ("full" if low >= 100 else "part" if high < 100 else "any")
