"""Times that somebody cannot work, by the clock and the parts of the day: "inte före halv nio", "only mornings"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from matcher.patterns import late
from matcher.readers.lexicon import joined
from matcher.taxonomy.facts.numbers import ENGLISH, NUMBERS, SWEDISH

_WORDS = joined("clocktimes")

Time = Literal["evening", "night", "weekend", "early", "shift"]

_NUMBERS = (*SWEDISH[:12], *ENGLISH[:12])
_NUMBER = "|".join(_NUMBERS)
_AT = r"(?:(?:klockan|kl\.?|at|around|about|ca\.?|cirka|vid|runt|omkring|by)\s*){0,4}"
# What is no time of day: a date, an amount, a share.
_NO_UNIT = (
    r"(?![\w%/-]|[.:,]\d|\s?(?:%|tim|h(?!\w)|hours?|år|years?|dag|days|veck|weeks?|min|procent|percent|mån(?:ad\w*)?(?!\w|\s?[-–]|\s(?:till|fre))|months?"
    r"|km|kg|kr|st(?!\w)|pers|jan|feb|mar[sc]|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec|dagar|gånger|times)"
    r"|\s(?:och|eller|or|and|till|to)\s\d{1,2}\s?(?:år|years?|tim|hours?|dag|days|min|km))"
)
_TOLD = f"(?:{_WORDS['told'].replace('<number>', _NUMBER)})"
_BARE = rf"(?:\d{{1,2}}|{_NUMBER})"
# A time by its own form or by "kl", and any number that may be one.
_SURE = rf"(?:{_AT}{_TOLD}|(?:klockan|kl\.?|at)\s*{_BARE}){_NO_UNIT}"
_CLOCK = rf"{_AT}(?:{_TOLD}|{_BARE}){_NO_UNIT}"
_FLAT = rf"{_AT}(?:{_TOLD}|{_BARE})"

_DAYS = r"vardag(?!en(?!\w))\w*|vard(?:\.|(?!\w))|må(?:n\w*)?\s*(?:-|–|till)\s*fre?\w*|mon\w*\s*(?:-|–|to)\s*fri\w*"
_DAYS += "|weekdays?"
WEEKDAYS = late(rf"(?<!\w)(?:{_DAYS})", re.IGNORECASE)
SATURDAYS = late(r"(?<!\w)(?:helg|lörd|sönd|weekend|saturd|sund)", re.IGNORECASE)

# "Kan arbeta vardagar 8-14": a span of hours that work is possible in, never the hours of a course or of a job held.
_ABLE = rf"(?:{_WORDS['able']})(?!\w)"
_SPAN = late(
    rf"(?<!\w){_ABLE}[^.;:]{{0,30}}?(?<![\d.,:%-])(?P<first>{_FLAT})\s?(?:-|–|till|to|until|och|and)\s?"
    rf"(?P<last>{_CLOCK})(?P<behind>[^.;]{{0,40}})",
    re.IGNORECASE,
)
_NOT = r"(?:inte|ej|aldrig|not|never|cannot|can['’]?t|n['’]t|omöjligt?|svårt|inget|inga|no)"
_NO_PAST = r"(?:(?!har |hade|haft|jobbat|arbetat|worked|slutat|slutade|börjat|började)[^.;:]){0,34}?"
_LEAVES = r"(?:lämn\w*+|skjuts\w*+|följ\w*+|drop\w*+|takes?|taking|school run|bussen|tåget|bus|train)"
_ABLE_THEN = r"(?:kan|can|able|ledig|tillgänglig|available|free|jobba|arbeta|work)"
_THEN = r"(?:därefter|efter det|sedan|sen|after that|afterwards?|after|then|from then)"
_FROM = (
    # "Inte före halv nio", "cannot start before 9"
    rf"(?<!\w){_NOT}{_NO_PAST}(?:före|innan|before|earlier than|tidigare än) (?P<t0>{_CLOCK})",
    rf"(?<!\w)(?:tidigast|(?:at the )?earliest|börja(?:r)? först|jobba först|arbeta först)"
    rf"(?: (?:börja|jobba|arbeta|start|work|är))?(?: från| efter| from)? (?P<t1>{_CLOCK})",
    rf"(?<!\w)(?P<t2>{_SURE}) (?:tidigast|at the earliest|eller senare|or later|och framåt|onwards?)(?!\w)",
    rf"(?<!\w)(?:kan|can|ska|vill|able)(?!\w)[^.;:]{{0,25}}(?:arbeta|jobba|börja|work|start|begin|komma)(?!\w)[^.;:]{{0,15}}?"
    rf"(?:efter|från|fr\.?o\.?m\.?|after|from|först|redan) (?P<t3>{_SURE})",
    # "Lämnar på förskola 7.30 och kan arbeta därefter"
    rf"(?<!\w){_LEAVES}[^.;]{{0,45}}?(?P<t4>{_CLOCK})[^.;]{{0,30}}?{_ABLE_THEN}[^.;]{{0,25}}?{_THEN}(?!\w)",
    rf"(?<!\w){_LEAVES}[^.;]{{0,45}}?(?P<t5>{_CLOCK}),? (?:(?:och|and) )?{_THEN}[^.;]{{0,25}}?{_ABLE_THEN}(?!\w)",
)
_MUST = r"(?:måste|behöver|vill|has to|have to|must|needs? to|got to)"
_HOME = (
    r"(?:sluta|vara hemma|vara klar|hämta|gå hem|åka hem|gå(?= (?:senast|kl|vid|\d))|leave|finish|be (?:home|done|back)"
    r"|pick|stop|collect)"
)
_UNTIL = (
    rf"(?<!\w){_MUST}(?!\w)[^.;:]{{0,25}}{_HOME}(?!\w)[^.;:]{{0,40}}?(?:senast |by |före |innan |before )?"
    rf"(?P<t0>{_SURE}|"
    rf"(?<=senast ){_CLOCK}|(?<=by ){_CLOCK}|(?<=före ){_CLOCK}|(?<=before ){_CLOCK})",
    rf"(?<!\w)(?:sluta|hem|hemma|klar|home|done|finished)(?!\w)[^.;:]{{0,12}}(?:senast|by|before) (?P<t1>{_CLOCK})",
    rf"(?<!\w)(?:kan|can|vill)(?!\w)[^.;:]{{0,20}}(?:jobba|arbeta|work)(?!\w)[^.;:]{{0,20}}?"
    rf"(?:till|until) (?P<t2>{_SURE})",
    rf"(?<!\w)(?:fram till|until|up to) (?P<t3>{_SURE})(?=[^.;]{{0,20}}(?:jobba|arbeta|work)|\W*$)",
    rf"(?<!\w){_NOT}{_NO_PAST}(?:efter|senare än|after|later than|(?<!half )(?<!quarter )past) (?P<t4>{_CLOCK})",
)
# "4-6 h/dag" counts hours of a day.
_AMOUNTS = late(
    r"(?<![\d.,:])\d{1,2}\s?[-–]\s?\d{1,2}\s?(?:h|tim\w*|hours?|hrs)(?!\w)\.?\s?(?:/|per |om |i |a )?\s?(?:dag|day|v)",
    re.IGNORECASE,
)
_EARLIEST = late("|".join(_FROM), re.IGNORECASE)
_LATEST = late("|".join(_UNTIL), re.IGNORECASE)
_MORNING, _DAY_ENDS, _EVENING_ENDS, _NOON, _DAWN = 7, 18, 22, 12, 5

# "Bara förmiddagar", "endast dagtid", "mornings only", "helst dagtid"
_PARTS: tuple[tuple[str, str], ...] = (
    ("day", r"dag(?:tid|ar|en|pass\w*|jobb|skift)?|day(?:s|time|shifts?| shifts?)?(?!-)|office hours|kontorstid"),
    ("weekday", _DAYS),
    ("forenoon", r"förmiddag\w*|fm|mornings?|forenoons?"),
    ("afternoon", r"eftermiddag\w*|em|afternoons?"),
    ("evening", r"kväll\w*|evening\w*"),
    ("night", r"natt\w*|nätter\w*|night\w*"),
    ("weekend", r"helg\w*|lörd\w*|sönd\w*|weekends?|saturdays?|sundays?"),
)
_PART = "|".join(words for _, words in _PARTS)
_LIST = rf"(?:{_PART})(?:(?:\s*(?:/|,|och|eller|or|and|samt|&|\+)\s*|\s+)(?:på )?(?:{_PART})){{0,12}}"
_ONLY = r"(?:bara|endast|enbart|only|just)"
_BEST = r"(?:helst|i första hand|föredrar|prefer(?:s|ably|red)?(?: to work)?|gärna bara|passar bäst(?: med)?|best)"
_LEAD = r"(?:\s(?:jobba|arbeta|arbete|work|working|på|under|in|the|i|during|on|vara|ha|ett|en|a))*\s"
_ONLY_AT = late(
    rf"(?<!\w)(?:{_ONLY}{_LEAD}(?P<lead>{_LIST})|(?P<tail>{_LIST}),? {_ONLY}(?! \w*(?:{_PART}))"
    r"|(?:behöver|kräver|måste ha|needs?) (?:\w+ )?(?P<need>dagtid|dagjobb|daytime))(?!\w)",
    re.IGNORECASE,
)
_BEST_AT = late(
    rf"(?<!\w)(?<!undviker )(?<!slippa )(?<!inte )(?<!ej )(?<!not )(?:{_BEST}{_LEAD}(?P<lead>{_LIST})"
    rf"|(?P<tail>{_LIST}),? (?:helst(?! (?:inte|ej))|preferably(?! not)))(?!\w)",
    re.IGNORECASE,
)
_AGREED = late(
    r"(?<!\w)(?:(?:men|but|även|också|also|ibland|sometimes|kan|can)(?:\s(?!inte|ej|not)\w+){0,2}?\s(?P<lead>kväll|natt|nätter|helg|skift"
    r"|evening|night|weekend|shift)|(?P<tail>kväll|natt|nätter|helg|skift|evening|night|weekend|shift)\w*(?:\s\w+){0,2}?\s"
    r"(?:ok|okej|okay|går|funkar|fungerar|möjlig\w*|fine|possible)(?! (?:inte|ej)))",
    re.IGNORECASE,
)
_MAYBE = late(
    rf"\d|{_ONLY}|helst|hand|föredra|prefer|passar|best|need|behöver|kräver|måste|noon|midn|lunch|{_NUMBER}",
    re.IGNORECASE,
)
_TIME_OF: Mapping[str, Time] = {
    "kväll": "evening", "evening": "evening", "natt": "night", "nätter": "night", "night": "night", "skift": "shift",
    "shift": "shift",
}  # fmt: skip
_IN_SHIFTS: frozenset[Time] = frozenset(("evening", "night"))
"""Times that who works in shifts works at too."""


def times_by_clock(text: str) -> set[Time]:
    """Find the times that lie outside the hours and parts of the day in which somebody says to be able to work.

    Parameters
    ----------
    text : str

    Returns
    -------
    set of str

    Examples
    --------
    >>> sorted(times_by_clock("Kan jobba 9-15 på vardagar")), sorted(times_by_clock("Läser SFI 9-12"))
    (['early', 'evening', 'night', 'weekend'], [])
    >>> sorted(times_by_clock("Inte före halv nio")), sorted(times_by_clock("Has to leave by 4 pm"))
    (['early'], ['evening', 'night'])
    >>> sorted(times_by_clock("Bara förmiddagar")), sorted(times_by_clock("Helst dagtid, men kvällar går bra"))
    (['evening', 'night'], ['night'])
    """
    found: set[Time] = set()
    if not _MAYBE.search(text):
        return found
    for span in _SPAN.finditer(_AMOUNTS.sub(" ", text)):
        first, last = _hour_of(span["first"]), _hour_of(span["last"])
        if last <= first and last <= _MORNING:
            last += _NOON  # "9 to 3"
        if _DAWN <= first < last <= 2 * _NOON:
            found |= _before(first) | _behind(last)
            if WEEKDAYS.search(span[0]) and not SATURDAYS.search(span[0]):
                found.add("weekend")
    latest = list(filter(_is_of_work, _LATEST.finditer(text)))
    for match in filter(_is_of_work, _EARLIEST.finditer(text)):
        # "Not able to work after 17" holds "able to work after 17".
        if not any(one.end() == match.end() for one in latest):
            found |= _before(_hour_of(next(filter(None, match.groups()))))
    for match in latest:
        hour = _hour_of(next(filter(None, match.groups())))
        found |= _behind(hour + _NOON if hour <= _MORNING else hour)
    for match in filter(_is_of_work, _ONLY_AT.finditer(text)):
        found |= _others(match["lead"] or match["tail"] or match["need"])
    for match in filter(_is_of_work, _BEST_AT.finditer(text)):
        agreed = {_TIME_OF.get((one["lead"] or one["tail"]).casefold(), "weekend") for one in _AGREED.finditer(text)}
        agreed |= _IN_SHIFTS if "shift" in agreed else set()
        found |= {time for time in _others(match["lead"] or match["tail"]) if time not in agreed}
    return found


# Calls, courses and what is past have times too: "ring inte före 10", "kursen är bara på förmiddagar".
_OF_ELSE = late(rf"(?<!\w)(?:{_WORDS['of_else']})(?!\w)", re.IGNORECASE)
_OF_WORK = late(r"(?<!\w)(?:arbeta|jobba|work|kan|can|börja|start|jobb|sluta|hämta)(?!\w)", re.IGNORECASE)
_SOME_DAYS = late(
    r"[^.;]{0,25}?(?:de|den|dessa|those|that|vissa|some|varannan) (?:dag\w*|days?|vecka\w*)"
    r"|[^.;]{0,15}?(?:måndagar|tisdagar|onsdagar|torsdagar|fredagar|mondays|tuesdays|wednesdays|thursdays|fridays)",
    re.IGNORECASE,
)
_CLAUSE_BEGINS = late(r"[,.;:(]\s|\s(?:så|men|och|and|but|so|därför)\s")
_CLAUSE_ENDS = late(r"[,.;)]\s|\s(?:så|men|och|and|but|so)\s|$")


def _is_of_work(match: re.Match[str]) -> bool:
    """Whether the clause around a time tells of nothing but when somebody can work."""
    text = match.string
    begins = [one.end() for one in _CLAUSE_BEGINS.finditer(text, 0, match.start() + 1)]
    if _SOME_DAYS.match(text, match.end()):
        return False
    ends = _CLAUSE_ENDS.search(text, match.end())
    clause = text[begins[-1] if begins else 0 : ends.start() if ends else None]
    return not _OF_ELSE.search(clause) or _OF_WORK.search(match[0]) is not None


def _hour_of(told: str) -> float:
    """Give the hour of the day that words or digits tell.

    Examples
    --------
    >>> [_hour_of(t) for t in ("kl. 8.30", "halv nio", "quarter to eight", "3 pm", "noon", "0745", "nio")]
    [8.5, 8.5, 7.75, 15.0, 12.0, 7.75, 9.0]
    """
    low = told.casefold()
    if re.search(r"noon|lunch", low):
        return float(_NOON)
    if "mid" in low:
        return 2.0 * _NOON
    digits = re.search(r"(\d{1,2})[.:]?(\d\d)?", low)
    word = re.search(rf"(?<!\w)(?:{_NUMBER})(?!\w)", low)
    hour = float(digits[1]) if digits else float(NUMBERS[word[0]]) if word else 0.0
    hour += int(digits[2] or 0) / 60 if digits else 0
    if re.search(r"\d\s?p\.?m|p\.m", low) and hour < _NOON:
        hour += _NOON
    for words, shift in (
        (r"halv ", -0.5),
        (r"half past", 0.5),
        (r"kvart i |quarter to", -0.25),
        (r"kvart ö|quarter p", 0.25),
    ):
        if re.search(words, low):
            return hour + shift
    return hour


def _before(hour: float) -> set[Time]:
    return {"early"} if _MORNING <= hour <= 2 * _NOON else set()


def _behind(hour: float) -> set[Time]:
    """Give the times behind an hour of the day."""
    return {"evening", "night"} if hour <= _DAY_ENDS else {"night"} if hour <= _EVENING_ENDS else set()


def _others(listed: str) -> set[Time]:
    """Give the times that are not among those listed as the only ones."""
    named = {name for name, words in _PARTS if re.search(rf"(?<!\w)(?:{words})(?!\w)", listed, re.IGNORECASE)}
    if named <= {"weekend"}:
        return set()
    found: set[Time] = set()
    if not named & {"evening", "night"}:
        found.add("evening")
    if "night" not in named:
        found.add("night")
    if named <= {"afternoon", "evening"}:
        found.add("early")
    if "weekday" in named and "weekend" not in named:
        found.add("weekend")
    return found
