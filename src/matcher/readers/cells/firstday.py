"""When a person can begin: at once, on a day, in a month or a week of the calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from matcher.patterns import late
from matcher.readers.cells.words import is_silent
from matcher.readers.times.dates import MONTH_BEGINS, month_number
from matcher.taxonomy.facts.numbers import NUMBERS

# A day that a spreadsheet wrote as the number it keeps: days since the end of 1899, here 2009 to 2064.
_SERIAL = late(r"[45]\d{4}(?:\.0+)?")
_FIRST_DAY = date(1899, 12, 30)
_NO_CENTURY = late(r"^\s*((?:2[6-9]|3\d)(?:0[1-9]|1[0-2])[0-3]\d)\s*$")  # "270112"
_NOW = late(
    r"(?<!\w)(?:genast|omgående|omg\.?|snarast|nu|direkt|på en gång|omedelbart|idag|när som(?: helst)?|now"
    r"|immediately|asap|at once"
    r"|any ?time|straight away|tillgänglig)(?!\w)",
    re.IGNORECASE,
)
# "Den sjunde december", "the 14th of December"
_ORDINALS = {
    word: day
    for day, words in enumerate(
        "första|first andra|second tredje|third fjärde|fourth femte|fifth sjätte|sixth sjunde|seventh åttonde|eighth"
        " nionde|ninth tionde|tenth elfte|eleventh tolfte|twelfth trettonde|thirteenth fjortonde|fourteenth"
        " femtonde|fifteenth sextonde|sixteenth sjuttonde|seventeenth artonde|eighteenth nittonde|nineteenth"
        " tjugonde|twentieth".split(),
        1,
    )
    for word in words.split("|")
}
_IN_MONTH = rf"(?=(?:{MONTH_BEGINS})[a-z]*)"
_DAY_IN_WORDS = late(rf"(?<!\w)({'|'.join(_ORDINALS)})(?: of| i)? {_IN_MONTH}", re.IGNORECASE)
_DAY_OF = late(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|:e|:a)(?: of)? {_IN_MONTH}", re.IGNORECASE)


def read_start(text: str, today: date | None = None) -> str | None:
    """Read when a person can begin: ``"now"`` or an ISO date; a date without a year needs ``today``.

    Examples
    --------
    >>> [read_start(t) for t in ("omg.", "11/1 2027", "1 mars 2027", "1/2-27", "2027-01-04", "14/12", "?")]
    ['now', '2027-01-11', '2027-03-01', '2027-02-01', '2027-01-04', None, None]
    >>> read_start("46399"), read_start("20270112")
    ('2027-01-12', '2027-01-12')
    >>> read_start("14/12", date(2026, 11, 25)), read_start("1 dec", date(2026, 12, 24))
    ('2026-12-14', '2027-12-01')
    >>> read_start("efter nyår", date(2026, 11, 25)), read_start("vt 27")
    ('2027-01-01', '2027-01-01')
    >>> read_start("om två veckor", date(2026, 11, 25)), read_start("om en månad", date(2026, 12, 3))
    ('2026-12-09', '2027-01-03')
    """
    if is_silent(text):
        return None
    text = _NO_CENTURY.sub(r"20\1", text)
    text = _DAY_IN_WORDS.sub(lambda match: f"{_ORDINALS[match[1].casefold()]} ", _DAY_OF.sub(r"\1 ", text))
    if match := re.search(r"(?<!\d)(20\d\d)([-./]?)([01]\d)\2([0-3]\d)(?!\d)", text):
        return _iso(int(match[1]), int(match[3]), int(match[4]))
    if match := re.fullmatch(r"\s*(20\d\d)[-/.]([01]?\d)\s*", text):
        return _iso(int(match[1]), int(match[2]), 1)
    if _SERIAL.fullmatch(text.strip()):
        return (_FIRST_DAY + timedelta(days=int(float(text)))).isoformat()
    day = re.search(r"(?<!\d)(\d{1,2})[/.](\d{1,2})(?:[\s./-]*(20\d\d|\d\d))?(?!\d)", text)
    if day:
        return _dated(int(day[1]), int(day[2]), day[3], today)
    # "January 1, 2027": the day behind the month.
    if behind := re.search(
        rf"(?<![^\W\d_])((?:{MONTH_BEGINS})\w*)\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (20\d\d)", text, re.I
    ):
        return read_start(f"{behind[2]} {behind[1]} {behind[3]}")
    if named := re.search(
        rf"(?:(\d{{1,2}})\.?\s*)?(?<![^\W\d_])({MONTH_BEGINS})\w*\.?\s*(20\d\d|-?\d\d(?!\d))?", text, re.IGNORECASE
    ):
        return _dated(int(named[1] or 1), month_number(named[2]), (named[3] or "").strip("-") or None, today)
    if term := _TERM.search(text):
        return _iso(2000 + int(term["year"]), 1 if term["spring"] else 8, 1)
    if today and (week := _WEEK.search(text)):
        return _week(int(week[1]), today)
    if today and _NEW_YEAR.search(text):
        return _iso(today.year + 1, 1, 1)
    if today and (ahead := AHEAD.search(text)):
        return _ahead(ahead, today)
    return "now" if _NOW.search(text) else None


_WEEK = late(r"(?<!\w)(?:v(?:ecka)?\.?|week)\s?(\d{1,2})(?!\d|\s?(?:dag|days|h\b))", re.IGNORECASE)


_TERM = late(r"(?<!\w)(?:(?P<spring>vt)|ht)[ -]?(?:20)?(?P<year>2\d)(?!\d)", re.IGNORECASE)
_NEW_YEAR = late(
    r"(?<!\w)(?:(?:efter|vid) (?:nyår|årsskifte|jul(?:en)?(?!\w))|after (?:new year|christmas|x-?mas))", re.IGNORECASE
)


AHEAD = late(
    r"(?<!\w)(?:(?:om|in) (?:ca |cirka |about )?(?P<count>\d{1,2}|en|ett|två|tre|fyra|sex|an?|one|two|three|four|six) "
    r"(?P<unit>dag|veck|mån|day|week|month)\w*|(?:efter|after) (?:the )?(?P<summer>sommaren|semestern|summer))(?!\w)",
    re.IGNORECASE,
)
"""Days that are told from today: "om två veckor", "efter sommaren"."""
_AUTUMN = 9


def _ahead(told: re.Match[str], today: date) -> str | None:
    if told["summer"]:
        return _dated(1, _AUTUMN, None, today)
    count = int(told["count"]) if told["count"].isdigit() else NUMBERS.get(told["count"].casefold(), 1)
    if told["unit"].casefold() not in ("mån", "month"):
        return (today + timedelta(days=count * (1 if told["unit"].casefold() in ("dag", "day") else 7))).isoformat()
    year, month = divmod(today.month - 1 + count, 12)
    return _iso(today.year + year, month + 1, min(today.day, 28))


def _week(number: int, today: date) -> str | None:
    """Give the Monday of the next week of that number."""
    for year in (today.year, today.year + 1):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if monday >= today:
            return monday.isoformat()
    return None


def _dated(day: int, month: int, year: str | None, today: date | None) -> str | None:
    if year:
        return _iso(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    if today is None:
        return None
    this = _iso(today.year, month, day)
    return this if this is None or this >= today.isoformat() else _iso(today.year + 1, month, day)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
