"""What a person wants and can: journey, hours, first day, wishes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from matcher.readers.cells.words import is_absent, is_silent, spelled_out, split_list

Hours = Literal["full", "part", "any"]
Time = Literal["evening", "night", "weekend", "early", "shift"]

_HOUR = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?|½|en halv|halv(?:annan)?|en och en halv|en|ett|två|one|two"
r"|half an)\s*-?\s*(?:tim(?:m(?:ar|e|es)?)?\.?|h(?:ours?|rs?)?\b|t\b)", re.IGNORECASE)  # fmt: skip
_MINUTE = re.compile(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?\s*(?:min(?:uter|utes|ut)?\.?|m\b|')", re.IGNORECASE)
_HOURS_WORDS = {
    "½": 0.5, "en halv": 0.5, "halv": 0.5, "half an": 0.5, "halvannan": 1.5, "en och en halv": 1.5,
    "en": 1, "ett": 1, "one": 1, "två": 2, "two": 2,
}  # fmt: skip


_NEAR = 8
"""Characters between the hours and the minutes of one time, at most."""


def read_minutes(text: str, hours: bool = False) -> int | None:
    """Read the longest journey that a person accepts, in minutes one way.

    Parameters
    ----------
    text : str
    hours : bool, default False
        Whether a bare number counts hours (the column says so).

    Examples
    --------
    >>> [read_minutes(t) for t in ("1h", "max 50", "1 tim 15 min", "75 min m bil", "1,5 h", "45-60 min", "?", "1:30")]
    [60, 50, 75, 75, 90, 60, None, 90]
    """
    if is_silent(text):
        return None
    if clock := re.search(r"(?<!\d)(\d):([0-5]\d)(?!\d)", text):
        return int(clock[1]) * 60 + int(clock[2])
    total: float = 0
    hour, minute = _HOUR.search(text), _MINUTE.search(text)
    if hour and minute and not 0 <= minute.start() - hour.end() <= _NEAR:
        hour = None  # two times of different things
    if hour:
        word = hour[1].casefold()
        total += 60 * (_HOURS_WORDS[word] if word in _HOURS_WORDS else float(word.replace(",", ".")))
    if hour and not minute and (more := re.match(r"\s*(?:och\s*)?([1-5]\d)(?!\d)", text[hour.end() :])):
        total += int(more[1])
    if minute:
        total += int(minute[2] or minute[1])
    if not hour and not minute:
        number = re.search(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)(?:\s*-\s*(\d{1,3}))?(?!\d|[.,]\d)", text)
        if number is None:
            return None
        total = float((number[2] or number[1]).replace(",", ".")) * (60 if hours else 1)
    return round(total) if 0 < total <= 600 else None


_TIMES: tuple[tuple[Time, str], ...] = (
    ("evening", r"kväll\w*|evening\w*"),
    ("night", r"natt\w*|nätter\w*|night\w*"),
    ("weekend", r"helg\w*|lörd\w*|sönd\w*|weekend\w*|saturday\w*|sunday\w*"),
    ("early", r"tidig\w*|early\w*"),
    ("shift", r"skift\w*|shift\w*|treskift|tvåskift"),
)
_TIME = "|".join(words for _, words in _TIMES)
_NOT_TIMES = re.compile(
    rf"(?<!\w)(?:ej|inte|aldrig|undvik\w*|utan|inga|ingen|slipp\w*|not?|never|except|vill ej|kan (?:ej|inte))\.?"
    rf"(?:\s+(?:jobba|arbeta|arbete|work|på|under|om|at|in|the|gärna|ha))*\s+"
    rf"(?P<list>(?:{_TIME})(?:(?:\s*(?:/|,|och|eller|o|el\.?|or|and|samt|&|\+)\s*(?:ej |inte |på )?)(?:{_TIME}))*)",
    re.IGNORECASE,
)
_ONLY_DAY = re.compile(
    r"(?<!\w)(?:bara|endast|enbart|only)\s+(?:på\s+)?(?:dag\w*|vardag\w*|day\w*|weekday\w*)", re.IGNORECASE
)


# "Kan arbeta vardagar 8-14": a span of hours that work is possible in, never the hours of a course.
_HOURS_OF_DAY = re.compile(
    r"(?<!\w)(?:arbeta|arbetar|jobba|jobbar|arbetstid\w*|work)(?!\w)[^.;:]{0,30}?"
    r"(?:kl\.? ?)?(?<![\d.,:%-])(\d{1,2})(?:[.:]\d\d)? ?(?:-|–|till|to) ?(\d{1,2})(?:[.:]\d\d)?(?![\d%])"
    r"(?! ?(?:%|tim|h\b|hour|år|dag|veck|procent))([^.;]{0,40})",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(r"(?<!\w)(?:vardag\w*|mån\w*\s*(?:-|–|till)\s*fre\w*|weekdays?)", re.IGNORECASE)
_SATURDAYS = re.compile(r"(?<!\w)(?:helg|lörd|sönd|weekend|saturd|sund)", re.IGNORECASE)


def _outside(match: re.Match[str]) -> set[Time]:
    """Find the times outside a span of hours of the day."""
    first, last = int(match[1]), int(match[2])
    if not 5 <= first < last <= 24:
        return set()
    times: set[Time] = {"night"} if last <= 22 else set()
    if first >= 7:
        times.add("early")
    if last <= 18:
        times.add("evening")
    if _WEEKDAYS.search(match[0]) and not _SATURDAYS.search(match[0]):
        times.add("weekend")
    return times


def read_not_times(text: str) -> list[Time]:
    """Read the times at which a person cannot or will not work.

    Examples
    --------
    >>> read_not_times("heltid, helg ok, EJ natt"), read_not_times("Deltid, ej kväll/helg"), read_not_times("natt ok")
    (['night'], ['evening', 'weekend'], [])
    >>> read_not_times("Kan jobba 9-15 på vardagar."), read_not_times("Läser SFI 9-12.")
    (['evening', 'night', 'weekend', 'early'], [])
    """
    said = " , ".join(match["list"] for match in _NOT_TIMES.finditer(text))
    found = [time for time, words in _TIMES if re.search(rf"(?<!\w)(?:{words})", said, re.IGNORECASE)]
    outside = set().union(*map(_outside, _HOURS_OF_DAY.finditer(text)))
    found = [time for time, _ in _TIMES if time in found or time in outside]
    if _ONLY_DAY.search(text):
        found = [time for time, _ in _TIMES if time in found or time in ("evening", "night")]
    return found


def read_hours(text: str) -> Hours | None:
    """Read full time, part time or either.

    Examples
    --------
    >>> [read_hours(t) for t in ("75-100%", "50-75% (ej natt)", "100; inte natt", "heltid (idag 80%)", "deltid 20 h/v")]
    ['full', 'part', 'full', 'full', 'part']
    """
    if is_silent(text):
        return None
    full = re.search(r"(?<!\w)(?:heltid\w*|full[- ]?time|hel|full|ft|heltids\w*)(?!\w)", text, re.IGNORECASE)
    part = re.search(
        r"(?<!\w)(?:deltid\w*|del|pt|halvtid\w*|part[- ]?time|timanst\w*|timmar|extra|några timmar)(?!\w)",
        text,
        re.IGNORECASE,
    )
    if (full and part) or re.search(
        r"(?<!\w)(?:spelar ingen roll|valfri\w*|allt|any|båda|både|flexib\w*|either)(?!\w)", text, re.IGNORECASE
    ):
        return "any"
    if full or part:
        return "full" if full else "part"
    # A number without its unit is a share where the cell begins with it, and anything elsewhere.
    bare = re.match(r"\s*(?:\d{2,3}\s?[-–]\s?)?(\d{2,3})(?=\s*(?:$|[ ;,(\n]|\.\s))(?! ?h(?:\b|\d)| ?tim)", text)
    numbers = [int(n) for n in re.findall(r"(?<![\d/:.-])(\d{2,3})(?=\s*(?:%|procent))", text)]
    numbers += [int(n) for n in re.findall(r"[-–]\s?(\d{2,3})\s*(?:%|procent)", text)]
    numbers += [int(bare[1])] if bare else []
    percent = [n for n in numbers if 10 <= n <= 100]
    if percent:
        return "full" if max(percent) >= 90 else "part"
    week = re.search(r"(\d{1,2})\s*(?:h|tim\w*|timmar)\s*/?\s*(?:v|vecka|i veckan|week|per week)", text, re.IGNORECASE)
    return ("full" if int(week[1]) >= 36 else "part") if week else None


# A day that a spreadsheet wrote as the number it keeps: days since the end of 1899, here 2009 to 2064.
_SERIAL = re.compile(r"[45]\d{4}(?:\.0+)?")
_FIRST_DAY = date(1899, 12, 30)
_NOW = re.compile(
    r"(?<!\w)(?:genast|omgående|omg\.?|snarast|nu|direkt|på en gång|omedelbart|idag|när som helst|now"
    r"|immediately|asap|at once"
    r"|any ?time|straight away|tillgänglig)(?!\w)",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


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
    """
    if is_silent(text):
        return None
    if match := re.search(r"(?<!\d)(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)", text):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if _SERIAL.fullmatch(text.strip()):
        return (_FIRST_DAY + timedelta(days=int(float(text)))).isoformat()
    day = re.search(r"(?<!\d)(\d{1,2})[/.](\d{1,2})(?:[\s./-]*(20\d\d|\d\d))?(?!\d)", text)
    if day:
        return _dated(int(day[1]), int(day[2]), day[3], today)
    names = "|".join(_MONTHS)
    if named := re.search(
        rf"(?:(\d{{1,2}})\.?\s*)?(?<![^\W\d_])({names}|oct|may)\w*\.?\s*(20\d\d|-?\d\d(?!\d))?", text, re.IGNORECASE
    ):
        month = named[2].casefold().replace("oct", "okt").replace("may", "maj")
        return _dated(int(named[1] or 1), _MONTHS.index(month) + 1, (named[3] or "").strip("-") or None, today)
    return "now" if _NOW.search(text) else None


def _dated(day: int, month: int, year: str | None, today: date | None) -> str | None:
    if year:
        return _iso(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    if today is None:
        return None
    this = _iso(today.year, month, day)
    return (
        this
        if this is None or (this >= (today - timedelta(days=60)).isoformat() and this >= today.isoformat())
        else _iso(today.year + 1, month, day)
    )


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


_LEAD = re.compile(
    r"^(?:(?:i )?(?:första|andra|tredje) hand|på sikt|(?:i|på) längre sikt|gärna|helst|även|också|ev\.?"
    r"|eventuellt|tills? dess|t\.?v\.?"
    r"|alternativt|annars|kanske|t\.?ex\.?|jobb som|arbete som|arbeta som|jobba som|som|inom|bli|work as|job as"
    r"|also|preferably|ute!?)[\s:,!]+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*(?:\((?:på )?sikt\)|\((?:i )?\d+:?a? hand\)|!+|\bpå sikt)$|\s*!+", re.IGNORECASE)
_OR = re.compile(r"\s+(?:el\.|eller|alt\.|alternativt|or)\s+|[.!]\s+(?=(?:tills?|på sikt|annars|även|helst"
r"|gärna)\b)|,\s*(?=el\.?\s)|(?<=[,;])\s*el\.?\s+", re.IGNORECASE)  # fmt: skip
_RANKED = re.compile(r"\(\s*(?:\d\s*:\s*[^():]+)+\)")


def read_wishes(text: str) -> list[str]:
    """Read the work that a person asks for, one wish an item, in their order.

    Examples
    --------
    >>> read_wishes("Kock; kock, storhushåll; köksbitr")
    ['Kock', 'kock, storhushåll', 'köksbiträde']
    >>> read_wishes("Barnskötare!! (2: dagbarnv., 3: sömmare)"), read_wishes("Ssk. Till dess usk el. vårdbitr.")
    (['Barnskötare', 'dagbarnvårdare', 'sömmare'], ['sjuksköterska', 'undersköterska', 'vårdbiträde'])
    """
    if is_silent(text) or is_absent(text):
        return []
    plain = _RANKED.sub(lambda m: "\n" + re.sub(r"[,;]?\s*\d\s*:\s*", "\n", m.group()[1:-1]), text)
    plain = re.sub(r"(?<!\w)UTE!?\s", "", plain)
    plain = _OR.sub("\n", re.sub(r",\s*(?:el|eller)\.?\s+", "\n", plain))
    # A semicolon or a slash between titles leaves a comma to belong to one: "kock, storhushåll"; several commas list.
    strong = re.search(r";|\s/\s", text) is not None
    items = split_list(plain, commas=not strong)
    wishes = []
    for item in (one for whole in items for one in (split_list(whole) if whole.count(",") > 1 else [whole])):
        wish = item
        for _ in range(3):
            wish = _LEAD.sub("", _TAIL.sub("", wish)).strip(" .,:")
        if wish := spelled_out(wish).strip(" .,:"):
            wishes.append(wish)
    return list(dict.fromkeys(wishes))


def read_not_wanted(text: str) -> list[str]:
    """Read the work that a person wants to avoid.

    Examples
    --------
    >>> read_not_wanted("kassa, tunga lyft"), read_not_wanted("nej"), read_not_wanted("provision/försäljning")
    (['kassa', 'tunga lyft'], [], ['provision/försäljning'])
    """
    if is_silent(text) or is_absent(text):
        return []
    plain = _OR.sub("\n", re.sub(r"^(?:vill (?:ej|inte)|ej|inte|undviker|not)\s*:?\s+", "", text, flags=re.IGNORECASE))
    return [spelled_out(item) for item in split_list(plain)]
