"""How dates are written: a period in one form, whichever of many it had, and the last day to apply."""

from __future__ import annotations

import re
from datetime import date

from matcher.patterns import late
from matcher.readers.lexicon import joined
from matcher.taxonomy.facts.numbers import SWEDISH

_WORDS = joined("dates")

YEAR = r"(?:19[4-9]|20[0-9])\d"
MONTH = rf"(?:{_WORDS['month']})(?![^\W\d_])\.?"
MONTH_BEGINS = "jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[kc]t|nov|dec"
"""The first letters of each month, as a pattern."""
_MONTHS = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "dec")
TERM = rf"(?:{_WORDS['term']})"
DATE = (
    rf"(?:{YEAR}-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?!\d|-(?!-))(?:T[\d:.+Z]*)?"
    rf"|(?:[0-3]?\d[./])?(?:0?[1-9]|1[0-2])[/.]{YEAR}(?!\d)"
    rf"|(?:[0-3]?\d\.? )?{MONTH}[\s'’-]{{0,3}}(?:{YEAR}|\d\d)(?!\d)"
    rf"|{TERM}[\s'’-]{{0,2}}(?:{YEAR}|\d\d)(?!\d)"
    rf"|{YEAR}(?!\d)|(?:[0-3]?\d\.? )?{MONTH})"
)
UNTIL = rf"(?<!\w)(?:{_WORDS['until']})\.?\s+(?P<a>{DATE})|(?<![\w-])-\s?(?P<b>{DATE})"
"""An end, and what leads to it: until when, or that the job or the business ended then, as a pattern."""
CURRENT = rf"(?:{_WORDS['current']})(?!\w)"
TO = r"\s*(?:-{1,2}|→|till(?: och med)?|to|until|through|thru|t\.? ?o\.? ?m\.?)\s*"

_BETWEEN = late(rf"(?<!\w)(?:mellan|between)\s+({DATE})\s+(?:och|and)\s+(?={DATE})()", re.IGNORECASE)
# "Från år 2013 till år 2018"; "1 år 2025" and "två år 2019" are a length and a year
_NO_COUNT = "".join(rf"(?<!\b{n})" for n in (*SWEDISH[:10], "halvt", "one"))
_YEAR_NAMED = late(rf"(?<=[a-zåäöé)]){_NO_COUNT} (?:år|the year|year) (?={YEAR}(?!\d))", re.IGNORECASE)
_FROM = late(rf"(?<!\w)(?:från|from) (?:och med )?({DATE}{TO}(?={DATE}|{CURRENT}))", re.IGNORECASE)
_YEAR_FIRST = late(rf"(?<!\w)({YEAR}),\s+({MONTH}{TO}{MONTH})", re.IGNORECASE)
# "2019.01-2020.12"; "2011/12" alone is two years.
_MONTHS_LAST = late(rf"(?<![\w./-])({YEAR})[./](0[1-9]|1[0-2]) ?- ?({YEAR})[./](0[1-9]|1[0-2])(?!\d)")
# "2016.03 ~ 2019.02"
WAVE = late(r"(?<=[\d.]) ?[~\u223c\u301c] ?(?=\d|pres|now|nu\b|curr)", re.IGNORECASE)
# "från 2006 fram till kriget 2011"
_TILL_EVENT = late(
    rf"({YEAR}) (?:fram |up )?(?:till|until) (?:(?!och|{DATE})[^\W\d_]+ ){{1,3}}(?={YEAR}(?!\d))", re.IGNORECASE
)
# "1/3 2015"; "201803-202106"
_DAY_OF_YEAR = late(rf"(?<![\w/.-])[0-3]?\d/(0?[1-9]|1[0-2]) ({YEAR})(?!\d)")
_RUN_TOGETHER = late(rf"(?<![\w./-])({YEAR})(0[1-9]|1[0-2]) ?(?:-|till|to) ?({YEAR})(0[1-9]|1[0-2])(?!\d)")
# "03/15/2018": whose second number is no month
_MONTH_DAY = late(rf"(?<![\w./-])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/{YEAR}(?!\d)")
_DAY_BETWEEN = late(rf"(?<![\w./-])(0?[1-9]|1[0-2])/[0-3]?\d/({YEAR})(?!\d)")
# "feb. 2014"; a month in full with a full stop behind it ends a sentence.
_SHORT_MONTH = late(
    rf"(?<!\w)(jan|febr?|mar|apr|jun|jul|aug|sept?|okt|oct|nov|dec)\.(?=\s?(?:{YEAR}|['’-]?\d\d)(?!\d))", re.IGNORECASE
)
# "Jun. 2017 May 2020", whose dash the way out of a document has lost
_NO_DASH = late(rf"(?<!\w)({MONTH}\s?{YEAR})\s+(?={MONTH}\s?{YEAR}(?!\d))", re.IGNORECASE)
_NO_DASH_OF_YEARS = late(rf"(?<![\w./-])(?<!\d )({YEAR})[ \t]+(?=({YEAR})(?![\w./-]|[ \t]+\d))")
# "09/15 - 12/17": where one is no month, the second numbers are years.
_YEARS_SHORT = late(
    r"(?<![\w./-])(0?[1-9]|1[0-2])/(\d\d) ?- ?(?:(0?[1-9]|1[0-2])/(\d\d)(?![\d/])|(?=[^\W\d_]))", re.IGNORECASE
)


def in_one_form(text: str) -> str:
    """Write periods as "begin - end", years in full.

    Examples
    --------
    >>> in_one_form("mellan 2015 och 2017"), in_one_form("2019.01-2020.12"), in_one_form("09/15 - 12/17")
    ('2015 - 2017', '2019-01 - 2020-12', '09/2015 - 12/2017')
    >>> in_one_form("3/9 - 5/12"), in_one_form("03/19 - nu")
    ('3/9 - 5/12', '03/2019 - nu')
    >>> in_one_form("-08 till -15"), in_one_form("från 2006 fram till kriget 2011")
    ('2008 - 2015', '2006 - 2011')
    >>> in_one_form("Jun. 2017 May 2020"), in_one_form("2017 2018"), in_one_form("2018 2017")
    ('Jun. 2017 - May 2020', '2017 - 2018', '2018 2017')
    >>> in_one_form("03/15/2018 - 09/05/2020"), in_one_form("2016.03 ~ 2019.02")
    ('03/2018 - 09/2020', '2016-03 - 2019-02')
    """
    text = _TILL_EVENT.sub(r"\1 - ", _SHORT_SPAN.sub(_span_in_full, text))
    text = _NO_DASH_OF_YEARS.sub(_with_dash, WAVE.sub(" - ", _with_last_year(text)))
    text = _NO_DASH.sub(r"\1 - ", _RUN_TOGETHER.sub(r"\1-\2 - \3-\4", _DAY_OF_YEAR.sub(r"\1/\2", month_first(text))))
    plain = _FROM.sub(r"\1", _BETWEEN.sub(r"\1 - \2", _YEAR_NAMED.sub(" ", text)))
    return _MONTHS_LAST.sub(r"\1-\2 - \3-\4", _YEAR_FIRST.sub(r"\2 \1", _YEARS_SHORT.sub(_in_full, plain)))


# "-08 till -15", "'08-'15"
_SHORT_SPAN = late(rf"(?<![\w-])[-–'’](?P<a>\d\d){TO}['’–-](?P<b>\d\d)(?![\w-])", re.IGNORECASE)


def _span_in_full(match: re.Match[str]) -> str:
    begun = year_of_two_digits(match["a"], _OLDEST)
    return f"{begun} - {year_of_two_digits(match['b'], begun)}"


# "Lager 2 år -23", "(slutat -25)", "sen -19"; "mars -25" is a month.
_LAST_YEAR = late(
    r"(?<![\d/–-]\s)(?:(?<=[\s(])|^)(?P<word>(?:slutade?|slutat|till|t\.?o\.?m\.?|ended|sedan|sen|från|since|from) )?"
    r"[-–](?P<year>\d\d)(?=\s*(?:$|[),;.\n]))",
    re.IGNORECASE,
)
_BEFORE_MONTH = late(rf"(?:{MONTH_BEGINS}|vår|hös|som|vin)[^\W\d_]*\.?\s$", re.IGNORECASE)
_SINCE = frozenset(("sedan", "sen", "från", "since", "from"))
_BOTH = late(
    r"(?<!\w)(?:sedan|sen|från|since|from) (?P<first>(?:19|20)\d\d)(?P<what>[^.;\n]*?)"
    r"\(?t\.o\.m\. (?P<last>(?:19|20)\d\d)\)?",
    re.IGNORECASE,
)


def _with_last_year(text: str) -> str:
    """Write a year behind a dash that nothing stands before in full."""
    if not _LAST_YEAR.search(text):
        return text

    def full(match: re.Match[str]) -> str:
        if _BEFORE_MONTH.search(text[: match.start()]):
            return match.group()
        word = (match["word"] or "").strip().casefold()
        return f"{word if word in _SINCE else 't.o.m.'} {year_of_two_digits(match['year'], _OLDEST)}"

    return _BOTH.sub(r"\g<first> - \g<last>\g<what>", _LAST_YEAR.sub(full, text))


def _with_dash(match: re.Match[str]) -> str:
    return f"{match[1]} - " if match[1] < match[2] else match.group()


def _in_full(match: re.Match[str]) -> str:
    """Write the years of "09/15 - 12/17" in full, and leave days and months ("3/9 - 5/12") as they are."""
    first, last = match[2], match[4]
    if max(int(first), int(last or 0)) <= _MONTHS_A_YEAR:
        return match.group()
    begin = f"{match[1]}/{year_of_two_digits(first, _OLDEST)} - "
    return f"{begin}{match[3]}/{year_of_two_digits(last, _OLDEST)}" if last else begin


def month_first(text: str) -> str:
    """Write dates that name the month before the day, as Americans do, without the day.

    Examples
    --------
    >>> month_first("03/15/2018"), month_first("15/03/2018"), month_first("03/04/2018")
    ('03/2018', '15/03/2018', '03/04/2018')
    """
    return _DAY_BETWEEN.sub(r"\1/\2", text) if "/" in text and _MONTH_DAY.search(text) else text


def undotted(text: str) -> str:
    """Take the full stop from months written short, where it would end a sentence.

    Examples
    --------
    >>> undotted("Kock, feb. 2014 – okt. -15."), undotted("Slutade i mars. 2014 började jag")
    ('Kock, feb 2014 – okt -15.', 'Slutade i mars. 2014 började jag')
    """
    return _SHORT_MONTH.sub(r"\1", text)


_MONTHS_A_YEAR = 12
_OLDEST = 1960  # "61" is 1961, "60" is 2060 and no year of a job


def year_of_two_digits(text: str, start: int) -> int:
    """Find the first year that ends in two digits and is not before ``start``.

    Examples
    --------
    >>> year_of_two_digits("09", 2002), year_of_two_digits("02", 1999)
    (2009, 2002)
    """
    year = start // 100 * 100 + int(text)
    return year if year >= start else year + 100


# Of "2015-2108", "20015-2018" and "1390-1395" one year at least is none that a job can have; wages are no years.
_MEANT = r"(?:(?:19|20)\d{2,3}|1[348]\d\d|2[1-9]\d\d)"
_MEANT_YEARS = late(
    rf"(?<![\w./-])(?P<a>{_MEANT})(?: ?- ?| till | to )(?P<b>{_MEANT})(?![\w/-]|[.,]\d| ?(?:kr|sek|st|m2|kvm|euro|%))",
    re.IGNORECASE,
)
_A_YEAR = late(YEAR)


def is_year(digits: str) -> bool:
    """Whether digits are a year that a job can have."""
    return _A_YEAR.fullmatch(digits) is not None


def odd_years(text: str) -> re.Match[str] | None:
    """Find two years (``a`` and ``b``) that were meant as a period and cannot both be right.

    Examples
    --------
    >>> [bool(odd_years(t)) for t in ("2015-2108", "20015-2018", "1390-1395", "2015-2018", "1800-2100 kr")]
    [True, True, True, False, False]
    """
    for match in _MEANT_YEARS.finditer(text):
        if not all(map(is_year, match.group("a", "b"))):
            return match
    return None


_LONGEST_DAY = 100
# "2027-03-31", also with a time; "2027/3/31", "20270331"
_DAY_YEAR_FIRST = late(rf"(?<!\d)({YEAR})([-/.]?)(\d\d?)\2(\d\d?)(?!\d)")
_TIMED = late(r"[\d-]{10}[T ](\d\d:\d\d\S*)")
# "31/3 2027", "31.3.2027", "31-03-2027"
_YEAR_LAST = late(rf"(?<!\d)(\d\d?)[-/.](\d\d?)[-/. ]({YEAR})(?!\d)")
# "31 mars 2027", "Wed, 31 Mar 2027 23:59:00 GMT"
_DAY_MONTH = late(rf"(?<!\d)(\d\d?)(?::?[ae]|st|nd|rd|th)?\.? (?:of )?({MONTH}),? ({YEAR})(?!\d)", re.IGNORECASE)
# "March 31, 2027"
_DAY_MONTH_FIRST = late(rf"(?<!\w)({MONTH}) (\d\d?)(?:st|nd|rd|th)?,? ({YEAR})(?!\d)", re.IGNORECASE)


def last_day(said: str) -> str | None:
    """Read a day; ``None`` where there is none, or where it could be one of two.

    Examples
    --------
    >>> last_day("Wed, 31 Mar 2027 23:59:00 GMT"), last_day("31.3.2027"), last_day("2027-03-31T23:59:59")
    ('2027-03-31', '2027-03-31', '2027-03-31T23:59:59')
    >>> last_day("01/04/2027"), last_day("2027-02-30"), last_day("löpande")
    (None, None, None)
    """
    said = said.strip()[:_LONGEST_DAY]
    if match := _DAY_YEAR_FIRST.search(said):
        found = _day(match[1], match[3], match[4])
        timed = found and _TIMED.fullmatch(said)
        return f"{found}T{timed[1]}" if timed else found
    if match := _DAY_MONTH.search(said):
        return _day(match[3], month_number(match[2]), match[1])
    if match := _DAY_MONTH_FIRST.search(said):
        return _day(match[3], month_number(match[1]), match[2])
    if match := _YEAR_LAST.search(said):
        # Europeans write the day first, Americans the month: only a number above twelve or two alike tell.
        both = {_day(match[3], match[2], match[1]), _day(match[3], match[1], match[2])} - {None}
        return both.pop() if len(both) == 1 else None
    return None


def month_number(month: str) -> int:
    """Give the number of a month by the word for it."""
    return next(number for number, word in enumerate(_MONTHS, 1) if month.casefold().startswith(word))


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
