"""Periods as people write them: "2004-2012", "sept 2024 - sept 2025", "ca 3 mån", "t.o.m. 2019", "2024-".

A length is what is stated, else what two dates span; nothing is made up: without either it is unknown, an open period
needs a day that it runs to, and a season is no number of months.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise

from matcher.patterns import late
from matcher.readers.times.dates import (
    DATE,
    MONTH,
    UNTIL,
    WAVE,
    YEAR,
    in_one_form,
    is_year,
    odd_years,
    year_of_two_digits,
)
from matcher.readers.times.durations import (
    BARE_NUMBER,
    LENGTHS,
    added_up,
    left_over,
    masked_out,
    number_of,
    stated_length,
)
from matcher.readers.times.months import NOW, Month, Spell, lone_years, month_of, read_date, spells_of
from matcher.taxonomy.scanning.wordings import Wordings
from matcher.taxonomy.wording import readable

_OPEN = late(
    rf"(?<![\w/-])(?:(?:sedan|sen|since|from|från(?: och med)?|fr\.? ?o\.? ?m\.?)\s+(?P<a>{DATE})"
    rf"|(?P<b>{YEAR}(?:-(?:0[1-9]|1[0-2]))?|{MONTH} ?{YEAR})(?:\s?-(?!\s?\d)|\s+(?:och framåt|onwards?"
    rf"|och tills vidare|(?:och|and) (?:pågår|pågående|fortsätter|fortfarande|still|ongoing|continuing)(?=\s*(?:$"
    rf"|[^\w\s])))))",
    re.IGNORECASE,
)
_UNTIL = late(UNTIL, re.IGNORECASE)
_SINGLE = late(rf"(?<![\w/-])(?P<a>{DATE})", re.IGNORECASE)

_MAX_YEARS = 60.0


@dataclass(frozen=True, slots=True)
class Period:
    """What a text says about when and how long.

    Attributes
    ----------
    stated : float or None
        Length in years in so many words.
    start, end : Month or None
    is_open : bool
        Still going on.
    rest : str
        The text without its times.
    is_odd : bool
        A year that no job can have begun or ended in stands beside another one.
    earlier : int
        Months of the spells before the one from ``start`` to ``end``.
    """

    stated: float | None = None
    start: Month | None = None
    end: Month | None = None
    is_open: bool = False
    rest: str = ""
    is_odd: bool = False
    earlier: int = 0

    @property
    def is_backwards(self) -> bool:
        """The end lies before the beginning, so one of them is wrong."""
        if not (self.start and self.end):
            return False
        return self.end.year < self.start.year or (
            self.end.year == self.start.year and 0 < self.end.month < self.start.month
        )

    @property
    def is_empty(self) -> bool:
        """Nothing is said about time."""
        told = self.start is not None or self.end is not None or self.is_open or self.is_odd
        return self.stated is None and not told

    @property
    def is_span(self) -> bool:
        """It tells from when to when."""
        return bool(self.start and (self.end or self.is_open))

    def ends_after(self, day: date | None) -> bool:
        """Whether its end is told and lies in a later month or year than a day.

        Examples
        --------
        >>> read_period("2024-2027").ends_after(date(2026, 5, 1)), read_period("2024-2027").ends_after(None)
        (True, False)
        """
        return bool(day and self.end and (self.end.year, self.end.month) > (day.year, day.month))

    def years(self, newest: Month | None = None) -> float | None:
        """Length in years, an open period up to ``newest``; ``None`` where it is unknown.

        Examples
        --------
        >>> read_period("2004-2012").years(), read_period("mars-maj 2026").years(), read_period("sedan 2023").years()
        (8.0, 0.25, None)
        >>> read_period("2010-2013, 2015-2018").years()
        6.0
        """
        if self.stated is not None:
            return self.stated
        span = self.span(newest)
        return round((span[1] - span[0] + self.earlier) / 12, 2) if span else None

    def span(self, newest: Month | None = None) -> tuple[int, int] | None:
        """Months since the year 0 from the beginning to behind the end, none of them after ``newest``.

        Examples
        --------
        >>> read_period("mars-maj 2026").span(), read_period("2020-2031").span(Month(2026, 6))
        ((24314, 24317), (24240, 24318))
        """
        end = newest if self.is_open and self.end is None else self.end
        if self.start is None or end is None or self.is_backwards:
            return None
        # A job that is all the file knows of the present has lasted nobody knows how long.
        if self.end is None and end <= self.start:
            return None
        end = min(end, newest) if newest else end
        first, behind = self.start.year * 12 + max(self.start.month - 1, 0), end.year * 12 + end.month
        if end.month == 0 and self.start.month:
            behind = max(behind, first + 1)
        return (first, behind) if 0 < behind - first <= _MAX_YEARS * 12 else None

    def last_year(self, newest: Month | None = None) -> int | None:
        """Calendar year in which it ended or, for an open one, that of ``newest``."""
        if self.is_after(newest):
            return None
        end = newest if self.is_open else self.end
        return min(end, newest or end).year if end else None

    def is_after(self, newest: Month | None) -> bool:
        """Whether it begins later than a day."""
        return bool(newest and self.start and self.start > newest)


@cache
def _times() -> Wordings[None]:
    """Make what tells by its words whether a text may tell times; all other patterns hold a date."""
    return Wordings((None, found.pattern) for found in (*LENGTHS, BARE_NUMBER, WAVE, _SINGLE, NOW))


@lru_cache(1024)  # several readers ask a cell or a line for its times
def read_period(text: str, bare: float | None = None) -> Period:
    """Read when and how long from a short text.

    Parameters
    ----------
    text : str
        A cell or a line; its first 1,000 characters are read.
    bare : float, optional
        Unit in years of a number that stands without one (1.0 in a column of years, 1/12 in one of months).

    Returns
    -------
    Period

    Examples
    --------
    >>> p = read_period("Kock 2 år (Turkiet), t.o.m. 2019")
    >>> p.stated, p.end, p.rest
    (2.0, Month(year=2019, month=0), 'Kock (Turkiet)')
    >>> read_period("5 (2017-22)", bare=1.0).years(), read_period("2019-2016").is_backwards
    (5.0, True)
    >>> odd = read_period("Kock, 2015-2108")
    >>> odd.rest, odd.years(), odd.start, odd.is_odd
    ('Kock', None, Month(year=2015, month=0), True)
    """
    plain = readable(text).text[:1000]
    if not any(_times().fitting(plain)):
        return Period(rest=left_over(plain, plain))
    plain = added_up(in_one_form(plain))
    stated, masked = stated_length(plain)
    start = end = None
    is_open, earlier = False, 0
    match: re.Match[str] | None = None
    if match := (odd := odd_years(masked)):
        start, end = (Month(int(year), 0) if is_year(year) else None for year in match.group("a", "b"))
    elif spells := spells_of(masked):
        first, behind = spells[0].first, spells[-1].behind
        masked = masked[:first] + "\x00" * (behind - first) + masked[behind:]
        (start, end, is_open, *_), earlier = _last_of(spells)
    elif match := lone_years(masked):
        start, end = Month(int(match["a"]), 0), Month(year_of_two_digits(match["b"], int(match["a"])), 0)
    elif match := _OPEN.search(masked):
        start, is_open = month_of(match["a"] or match["b"]), True
    elif (match := _UNTIL.search(masked)) or (match := _SINGLE.search(masked)):
        end = month_of(match["a"] or match.groupdict().get("b"))
        match = match if end else None
    masked = masked_out(masked, match) if match else masked
    at = 0
    while extra := _SINGLE.search(masked, at):
        at = extra.start() + 1  # a month without a year stays a word
        masked = masked_out(masked, extra) if month_of(extra["a"]) else masked
    if now := NOW.search(masked):
        is_open, masked = True, masked_out(masked, now)
    if stated is None and bare is not None and (number := BARE_NUMBER.search(masked)):
        stated, masked = round(number_of(number["n"]) * bare, 2), masked_out(masked, number)
    if stated is not None and not 0 < stated <= _MAX_YEARS:
        stated = None
    return Period(stated, start, end, is_open and end is None, left_over(plain, masked), odd is not None, earlier)


def _last_of(spells: list[Spell]) -> tuple[Spell, int]:
    """Give the last of the spells of one work, and the months of those before it; of unclear ones the first alone."""
    ordered = sorted(spells, key=lambda one: one.start or Month(0, 0))
    months = 0
    for one, after in pairwise(ordered):
        span = Period(None, one.start, one.end).span()
        if span is None or after.start is None:
            return spells[0], 0
        months += min(span[1], after.start.year * 12 + max(after.start.month - 1, 0)) - span[0]
    return ordered[-1], months


_ISO_MONTH = late(r"(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?(?:[T ]\d\d:.*)?")


def period_of(start: str, end: str, current: bool = False) -> Period:
    """Period from two date fields; a job with a beginning and no end is open, a first field may hold both.

    Examples
    --------
    >>> period_of("2015-01", "2015-12").years(), period_of("", "").is_empty, period_of("2025-11", "").is_open
    (1.0, True, True)
    >>> period_of("Jan 2021 - Mar 2022", "").years()
    1.25
    """
    month = _ISO_MONTH.fullmatch(start.strip())  # "2002-08" in a field for a day is August, not six years
    if not (end.strip() or current or month) and (whole := read_period(start)).start and (whole.end or whole.is_open):
        return whole
    begin, stop = read_date(start), read_date(end)
    is_open = begin is not None and (current or not end.strip() or bool(NOW.search(end)))
    return Period(None, begin, None if is_open else stop, is_open)
