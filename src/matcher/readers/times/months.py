"""Months that dates name, and where spells of time begin and end."""

from __future__ import annotations

import re
from typing import NamedTuple

from matcher.patterns import late
from matcher.readers.times.dates import (
    CURRENT,
    DATE,
    MONTH,
    TERM,
    TO,
    YEAR,
    month_first,
    month_number,
    year_of_two_digits,
)
from matcher.taxonomy.wording import readable

# "2019 to date", of which "to" alone is already what joins
_RANGE = late(rf"(?<![\w/-])(?P<a>{DATE})(?:{TO}|/)(?P<b>{DATE}|{CURRENT}|date(?!\w)|\d\d(?![\d/.]))", re.IGNORECASE)
_MONTH_LAST = late(rf"^({YEAR})[./](0[1-9]|1[0-2])(?!\d)")  # of a field that holds one date
NOW = late(rf"(?<!\w)(?:{CURRENT})", re.IGNORECASE)
"""What says that something goes on, as a pattern."""


class Month(NamedTuple):
    """A year with a month, 1 to 12; month 0 where only the year is known."""

    year: int
    month: int


def read_date(text: str) -> Month | None:
    """Read a field that holds one date.

    Parameters
    ----------
    text : str
        ``YYYY``, ``YYYY-MM``, ``YYYY/MM``, ``YYYY-MM-DD``, a date and time, "Mar 2020".

    Returns
    -------
    Month or None

    Examples
    --------
    >>> read_date("2009/12"), read_date("2020").month, read_date("Mar 2020").month, read_date("?")
    (Month(year=2009, month=12), 0, 3, None)
    """
    match = re.match(DATE, _MONTH_LAST.sub(r"\1-\2", month_first(readable(text).text.strip()[:40])), re.IGNORECASE)
    return month_of(match.group()) if match else None


class Spell(NamedTuple):
    """From when to when, and where a text says so."""

    start: Month | None
    end: Month | None
    is_open: bool
    first: int
    behind: int


# "2010-2013, 2015-2018", "2017-2021 + 2023-"
_AND = late(r"\s*(?:[,;+&/]|och|o|samt|and)\s*")


def spells_of(masked: str) -> list[Spell]:
    """Read the first spell of time of a text, and those that follow right upon it.

    Parameters
    ----------
    masked : str
        A text in which dates are in one form.

    Returns
    -------
    list of Spell
        In the order of the text.

    Examples
    --------
    >>> [(s.start.year, s.end and s.end.year) for s in spells_of("Kock 2010-2013, 2015-2018 + 2020-nu, Iran")]
    [(2010, 2013), (2015, 2018), (2020, None)]
    >>> spells_of("2015-03"), len(spells_of("2012-2014, diskare 2015-2016"))
    ([], 1)
    """
    found: list[Spell] = []
    match = _RANGE.search(masked)
    while match and not _is_month(match):
        found.append(Spell(*_ends(match["a"], match["b"]), match.start(), match.end()))
        following = _AND.match(masked, match.end())
        behind = following.end() if following else len(masked)
        match = _RANGE.match(masked, behind)
        if following and match is None and (last := _LAST.match(masked, behind)):
            found.append(Spell(month_of(last["a"]), None, True, last.start(), last.end()))
    return found


_LAST = late(rf"(?P<a>{DATE})\s?-(?=\s*(?:$|[,;()]))", re.IGNORECASE)


def lone_years(masked: str) -> re.Match[str] | None:
    """Match "2002-09" as the years 2002 to 2009: a month alone would be no period."""
    match = re.search(rf"(?<![\w/-])(?P<a>{YEAR})-(?P<b>\d\d)(?![\d-])", masked)
    return match if match and int(match["b"]) > int(match["a"][2:]) else None


def _is_month(match: re.Match[str]) -> bool:
    """Tell the month "2015-03" from the years "2015-19", and "mars -25" from a period."""
    first, second = match["a"], match["b"]
    if len(second) != 2 or not second.isdigit():
        return False
    is_year_first = len(first) == 4 and first.isdigit()
    return int(second) <= int(first[2:]) % 100 < 90 if is_year_first else not any(map(str.isdigit, first))


def _ends(first: str, second: str) -> tuple[Month | None, Month | None, bool]:
    start = month_of(first)
    if second.casefold() == "date" or NOW.fullmatch(second):
        return start, None, True
    if re.fullmatch(r"\d\d", second):
        return start, Month(year_of_two_digits(second, start.year), 0) if start else None, False
    end = month_of(second)
    if start is None and end and (month := _month_number(first)):
        # "apr-okt 2025", and "nov-feb 2025" which began the year before.
        start = Month(end.year - (1 if end.month and month > end.month else 0), month)
    return start, end, False


def _month_number(text: str) -> int:
    found = re.search(MONTH, text, re.IGNORECASE)
    return month_number(found.group()) if found else 0


def month_of(text: str | None) -> Month | None:
    """Read one date; ``None`` where it holds no year."""
    plain = (text or "").strip()
    if match := re.match(rf"({YEAR})-(\d\d)", plain):
        return Month(int(match[1]), int(match[2]))
    if match := re.search(rf"(?:^|\D)(0?[1-9]|1[0-2])[/.]({YEAR})$", plain):
        return Month(int(match[2]), int(match[1]))
    year = re.search(rf"({YEAR})$", plain) or re.search(r"(?<!\d)(\d\d)$", plain)
    if not year:
        return None
    number = int(year[1]) if len(year[1]) == 4 else 2000 + int(year[1]) - (100 if int(year[1]) > 60 else 0)
    if re.match(TERM, plain, re.IGNORECASE):
        return Month(number, 6 if re.match(r"v(?!i)|s", plain, re.IGNORECASE) else 12)
    return Month(number, _month_number(plain))
