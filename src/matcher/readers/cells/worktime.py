"""How much and when a person can work: full or part time, times that are not wanted."""

from __future__ import annotations

import re
from typing import Literal

from matcher.patterns import late
from matcher.readers.cells.clocktimes import SATURDAYS, WEEKDAYS, Time, times_by_clock
from matcher.readers.cells.words import is_silent
from matcher.readers.lexicon import joined

Hours = Literal["full", "part", "any"]

_WORDS = joined("worktime")
_TIMES: tuple[tuple[Time, str], ...] = tuple(
    (time, _WORDS[time]) for time in ("evening", "night", "weekend", "early", "shift")
)
_TIME = "|".join(words for _, words in _TIMES)
_BEGINS = late(rf"(?:{_TIME})(?!\w)", re.IGNORECASE)
_NOT_TIMES = late(
    rf"(?<!\w)(?:{_WORDS['denied']})\.?"
    rf"(?:\s+(?:jobba|arbeta|arbete|work|do|på|under|om|at|in|on|during|the|gärna|helst|any|några?|ha|sena?|late))*\s+"
    rf"(?P<list>(?:{_TIME})(?:(?:\s*(?:/|,|och|eller|o|el\.?|or|and|samt|&|\+)\s*(?:ej |inte |på )?)(?:{_TIME}))*)",
    re.IGNORECASE,
)


# "Kvällar går inte", "lediga helger": the refusal stands behind or around the times.
# A list of times has few of them, so that a long one costs no more for each place it could begin at.
_SOME_TIMES = rf"(?:{_TIME})(?:\s*(?:/|,|och|eller|or|and|samt|&|\+)\s*(?:{_TIME})){{0,4}}"
_TIMES_NOT = late(
    _WORDS["times_not"]
    .replace("<times>", _SOME_TIMES)
    .replace("<time>", _TIME)
    .replace("<ruled_out>", _WORDS["ruled_out"]),
    re.IGNORECASE,
)

_OFFERED = late(r"(?<!\w)(?:gärna|kan|ok(?:ej)? med|can|happy to|fine with|willing to)(?: \w+){0,3}\s$", re.IGNORECASE)


def is_time(item: str) -> bool:
    """Whether an item of a list is a time of work and no skill: "kan kväll, natt".

    Examples
    --------
    >>> is_time("natt"), is_time("skift går bra"), is_time("svets")
    (True, True, False)
    """
    return _BEGINS.match(item.strip()) is not None


def read_not_times(text: str, column: bool = False) -> list[Time]:
    """Read the times at which a person cannot or will not work.

    Parameters
    ----------
    text : str
    column : bool, default False
        The cell stands in a column of working hours: weekdays alone exclude weekends there, and hours of the day are
        those of work.

    Examples
    --------
    >>> read_not_times("heltid, helg ok, EJ natt"), read_not_times("Deltid, ej kväll/helg"), read_not_times("natt ok")
    (['night'], ['evening', 'weekend'], [])
    >>> read_not_times("Kan jobba 9-15 på vardagar."), read_not_times("Läser SFI 9-12.")
    (['evening', 'night', 'weekend', 'early'], [])
    >>> read_not_times("kvällar går inte, fria helger"), read_not_times("heltid mån-fre", column=True)
    (['evening', 'weekend'], ['weekend'])
    """
    text = _UNSOCIAL.sub(_ALL_UNSOCIAL, text)
    said = " , ".join(match["list"] for match in _NOT_TIMES.finditer(text))
    for match in _TIMES_NOT.finditer(text):
        listed = next(filter(None, match.groups()))
        # "Gärna kväll och helg, natt går ej": what is offered is not refused with the last one.
        said += f" , {listed.rsplit(',')[-1] if _OFFERED.search(text, 0, match.start()) else listed}"
    if column:
        said += _outside_days(text, said)
    text = f"arbetstid {text}" if column else text
    found = [time for time, words in _TIMES if re.search(rf"(?<!\w)(?:{words})", said, re.IGNORECASE)]
    outside = times_by_clock(text)
    return [time for time, _ in _TIMES if time in found or time in outside]


# "Obekväm arbetstid: nej", "ej OB"
_UNSOCIAL = late(r"(?<!\w)(?:obekväma?t? (?:arbets)?tid(?:er)?|ob(?:-tid(?:er)?)?|unsocial hours)(?!\w)", re.I)
_ALL_UNSOCIAL = "kväll, natt, helg"
_BY_DAY = late(
    r"(?:(?:heltid|deltid|halvtid|full[- ]?time|part[- ]?time|hela|on|på|\d{2,3} ?%)\s+)?"
    r"(?:dag(?:tid|ar|jobb|arbete|pass|skift)?|days?|day ?time|day (?:shift|work)s?|fm|förmiddag(?:ar)?|mornings)"
    r"(?:\s+(?:på )?(?:vardagar|weekdays|(?:må|mån|mon)\w*\s*[-–]\s*(?:fre?|fri)\w*))?"
    r"|(?:(?:vardagar|weekdays|(?:må|mån|mon)\w*\s*[-–]\s*(?:fre?|fri)\w*)\s+)(?:dag(?:tid|ar)?|days?|day ?time)",
    re.IGNORECASE,
)
_OFFICE = late(r"(?:kontors(?:tid(?:er)?|arbetstid)|office hours)", re.IGNORECASE)
_POINTS = late(r"\s*[,;/(\n)]\s*|\.\s+|\.$")


def _outside_days(text: str, said: str) -> str:
    """Name the times that a cell of working hours leaves out by saying nothing but "dag", "vardagar", "kontorstid".

    "Dagtid, ej kväll" lists itself what is left out of the day.
    """
    left = "helg" if WEEKDAYS.search(text) and not SATURDAYS.search(text) else ""
    points = _POINTS.split(_A_DAY.sub(" ", text))
    if any(map(_OFFICE.fullmatch, points)):
        left = _ALL_UNSOCIAL
    elif any(map(_BY_DAY.fullmatch, points)) and not re.search(r"kväll|evening|natt|night", said, re.IGNORECASE):
        left += ", kväll, natt"
    # "Dag, kväll ok" says which of them it does not leave out.
    others = " ".join(point for point in points if not (_BY_DAY.fullmatch(point) or _OFFICE.fullmatch(point)))
    if (shifts := _SHIFTS.search(others)) and not _NOT_TIMES.search(others):
        others += " kväll" if shifts["two"] else " kväll natt"
    return "".join(f" , {time}" for time in left.split(", ") if time and time not in others.casefold())


# Who works in two shifts works in the evening, who works in three at night.
_SHIFTS = late(r"(?P<two>2[- ]?skift|två ?skift|2[- ]?sk(?!\w)|two[- ]shift)|skift|shift", re.IGNORECASE)
_ONLY_TIMES = late(rf"(?:(?:{_WORDS['only_times']})(?:\s*(?:/|,|och|eller|and|or)\s*)?){{1,4}}", re.IGNORECASE)


def refused_times(item: str) -> list[Time]:
    """Read the times that an item of what somebody will not do stands for; none if it is work.

    Examples
    --------
    >>> refused_times("kvällar"), refused_times("jobb före 7"), refused_times("nattarbete")
    (['evening'], ['early'], [])
    """
    refused = f"inte {item}"
    return read_not_times(refused) if _ONLY_TIMES.fullmatch(item) or times_by_clock(refused) else []


def read_hours(text: str) -> Hours | None:
    """Read full time, part time or either.

    Examples
    --------
    >>> [read_hours(t) for t in ("75-100%", "50-75% (ej natt)", "100; inte natt", "heltid (idag 80%)", "deltid 20 h/v")]
    ['full', 'part', 'full', 'full', 'part']
    """
    if is_silent(text):
        return None
    if code := _CODES.fullmatch(text.strip()):
        return "full" if code["full"] else "part"
    full, part = _FULL.search(text), _PART.search(text)
    share = re.search(
        r"(?:eller|or|alt\.?|alternativt|/)\s*(?:ca |about )?[1-8]\d\s*(?:%|procent)", text, re.IGNORECASE
    )
    if (full and (part or share)) or _says_either(text) or (not (full or part) and _ALL.search(text)):
        return "any"
    if full or part:
        return "full" if full else "part"
    percent = _shares_of_full_time(text)
    if percent:
        return "full" if max(percent) >= 90 else "part"
    if week := _A_WEEK.search(text):
        return "full" if int(week[1]) >= _FULL_WEEK else "part"
    if day := _A_DAY.search(text):
        return "full" if int(day[1]) >= _FULL_DAY else "part"
    if days := _DAYS.search(text):
        return "full" if int(days[1]) >= _FULL_DAYS else "part"
    if re.search(r"(?<!\w)hela dagar", text, re.IGNORECASE):
        return "full"
    return (
        "part"
        if re.search(
            r"(?<!\w)(?:fm|em|förmidd\w*|eftermidd\w*|mornings|afternoons|halva dagar)(?!\w)", text, re.IGNORECASE
        )
        else None
    )


_FULL, _PART, _EITHER = (
    late(rf"(?<!\w)(?:{_WORDS[kind]})(?!\w)", re.IGNORECASE) for kind in ("hours_full", "hours_part", "hours_either")
)


def _says_either(text: str) -> bool:
    """Whether a point says that any amount will do, and not "both" or "any" of something else."""
    points = (point.strip() for point in _POINTS.split(text) if _EITHER.search(point))
    return any(point.count(" ") < _FEW or _BEGINS_TIME.search(point) for point in points)


_FEW = 4
"""Words of a point that need not name a time."""
_BEGINS_TIME = late(rf"(?<!\w)(?:{_TIME}|{_WORDS['of_time']})", re.IGNORECASE)
_ALL = late(r"(?<!\w)allt(?!\w)", re.IGNORECASE)
"""Behind "heltid" it is about something else: "heltid, allt funkar"."""
_CODES = late(r"(?P<full>h|ht|f/t|(?:3[6-9]|40) ?(?:h|t|tim\.?|hours?))|d|dt|p/t", re.IGNORECASE)
"""What offices write for full and part time in a column of nothing else."""


def _shares_of_full_time(text: str) -> list[int]:
    """Percentages that a text tells; a number without its unit is one where the cell begins with it."""
    bare = re.match(
        r"\s*(?:\d{2,3}\s?[-–]\s?)?(\d{2,3})(?=\s*(?:$|[ ;,(\n]|\.\s))(?! ?h(?:\b|\d)| ?tim| ?min| ?km)", text
    )
    numbers = [int(n) for n in re.findall(r"(?<![\d/:.-])(\d{2,3})(?=\s*(?:%|procent))", text)]
    numbers += [int(n) for n in re.findall(r"[-–]\s?(\d{2,3})\s*(?:%|procent)", text)]
    numbers += [int(bare[1])] if bare else []
    return [n for n in numbers if 10 <= n <= 100]


_A_WEEK = late(
    r"(\d{1,2})\s*(?:h|tim\w*|timmar|hours?)\s*/?\s*(?:(?:i |per |om |en )?v(?:eckan?)?|a week|(?:per )?week)(?!\w)",
    re.IGNORECASE,
)
_A_DAY = late(
    r"(\d{1,2})\s*(?:h|tim\w*|timmar|hours?)\s*/?\s*(?:(?:i |per |om |en )?dag(?:en)?|a day|(?:per )?day)(?!\w)",
    re.IGNORECASE,
)
_DAYS = late(
    r"(?<!\d)([1-7])\s*(?:dagar|days)\s*/?\s*(?:(?:i |per |om |en )?v(?:eckan?)?|a week|(?:per )?week)(?!\w)",
    re.IGNORECASE,
)
_FULL_WEEK, _FULL_DAY, _FULL_DAYS = 36, 7, 5
"""Hours a week and a day and days a week from which somebody works full time."""


_FULL_CODES = ("full_time", "full-time", "full time", "fulltime", "heltid")
_PART_CODES = ("part_time", "part-time", "part time", "parttime", "deltid")


def hours_of(*words: str) -> Hours | None:
    """Tell full, part or any time from words such as ``FULL_TIME`` or ``Deltid``; ``None`` if none of them is there.

    Examples
    --------
    >>> hours_of("FULL_TIME", "PART_TIME"), hours_of("Deltidsjobb"), hours_of("TEMPORARY")
    ('any', 'part', None)
    """
    text = " ".join(words).lower()
    full, part = any(w in text for w in _FULL_CODES), any(w in text for w in _PART_CODES)
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
