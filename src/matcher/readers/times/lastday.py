"""The last day to apply, in whatever form a program or a person writes it."""

from __future__ import annotations

import re
from datetime import date

from matcher.patterns import late
from matcher.readers.times.dates import MONTH, MONTHS, YEAR

_LONG = 100
# "2027-03-31", also with a time; "2027/3/31", "20270331"
_YEAR_FIRST = late(rf"(?<!\d)({YEAR})([-/.]?)(\d\d?)\2(\d\d?)(?!\d)")
_TIMED = late(r"[\d-]{10}[T ](\d\d:\d\d\S*)")
# "31/3 2027", "31.3.2027", "31-03-2027"
_YEAR_LAST = late(rf"(?<!\d)(\d\d?)[-/.](\d\d?)[-/. ]({YEAR})(?!\d)")
# "31 mars 2027", "Wed, 31 Mar 2027 23:59:00 GMT"
_DAY_MONTH = late(rf"(?<!\d)(\d\d?)(?::?[ae]|st|nd|rd|th)?\.? (?:of )?({MONTH}),? ({YEAR})(?!\d)", re.IGNORECASE)
# "March 31, 2027"
_MONTH_DAY = late(rf"(?<!\w)({MONTH}) (\d\d?)(?:st|nd|rd|th)?,? ({YEAR})(?!\d)", re.IGNORECASE)


def last_day(said: str) -> str | None:
    """Read a day; ``None`` where there is none, or where it could be one of two.

    Examples
    --------
    >>> last_day("Wed, 31 Mar 2027 23:59:00 GMT"), last_day("31.3.2027"), last_day("2027-03-31T23:59:59")
    ('2027-03-31', '2027-03-31', '2027-03-31T23:59:59')
    >>> last_day("01/04/2027"), last_day("2027-02-30"), last_day("löpande")
    (None, None, None)
    """
    said = said.strip()[:_LONG]
    if match := _YEAR_FIRST.search(said):
        found = _day(match[1], match[3], match[4])
        timed = found and _TIMED.fullmatch(said)
        return f"{found}T{timed[1]}" if timed else found
    if match := _DAY_MONTH.search(said):
        return _day(match[3], _number(match[2]), match[1])
    if match := _MONTH_DAY.search(said):
        return _day(match[3], _number(match[1]), match[2])
    if match := _YEAR_LAST.search(said):
        # Europeans write the day first, Americans the month: only a number above twelve or two alike tell.
        both = {_day(match[3], match[2], match[1]), _day(match[3], match[1], match[2])} - {None}
        return both.pop() if len(both) == 1 else None
    return None


def _number(month: str) -> int:
    return next(number for number, word in enumerate(MONTHS, 1) if month.casefold().startswith(word))


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
