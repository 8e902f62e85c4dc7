"""What a person wants and can: journey, wishes, work to avoid."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.shortforms import activity, occupation
from matcher.readers.cells.titles import is_title, labels_of
from matcher.readers.cells.words import is_absent, is_silent, split_list, with_last
from matcher.readers.cells.workplaces import is_work
from matcher.readers.lexicon import joined
from matcher.readers.times.durations import number_of
from matcher.taxonomy.wording import fold

_WORDS = joined("plans")

_HOUR = late(
    r"(?<![^\W\d_])(\d{1,2} ?½|\d{1,2}(?:[.,]\d{1,2})?|½|en halv|halv(?:annan)?|en och en halv|en|ett|två|one|two"
    r"|half an)"
    r"\s*-?\s*(?:tim(?:m(?:ar|e|es)?)?\.?|h(?:ours?|rs?)?(?![^\W\d_])|t(?![^\W\d_]))",
    re.IGNORECASE,
)
_MINUTE = late(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?\s*(?:min(?:uter|utes|ut)?\.?|m\b|')", re.IGNORECASE)
_HOURS_WORDS = {
    "½": 0.5, "en halv": 0.5, "halv": 0.5, "half an": 0.5, "halvannan": 1.5, "en och en halv": 1.5,
    "en": 1, "ett": 1, "one": 1, "två": 2, "two": 2,
}  # fmt: skip


_QUARTERS = late(r"(?<!\w)(en kvart|tre kvart|(?:en )?halvtimme|an hour|half an hour)(?!\w)", re.IGNORECASE)
_QUARTER_WORDS = {
    "en kvart": 15, "tre kvart": 45, "en halvtimme": 30, "halvtimme": 30, "half an hour": 30, "an hour": 60,
}  # fmt: skip


_LENGTH = late(r"\s*(?:km|kilom|mil(?:es)?(?!\w))", re.IGNORECASE)
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
    >>> [read_minutes(t) for t in ("1h", "max 50", "1 tim 15 min", "1,5 h", "45-60 min", "?", "01:30", "1½ h")]
    [60, 50, 75, 90, 60, None, 90, 90]
    """
    if is_silent(text):
        return None
    text = _IN_WORDS.sub(lambda match: f"{_TENS[match[1].casefold()]} ", text)
    if clock := re.search(r"(?<!\d)(0?\d):([0-5]\d)(?!\d)", text):
        return int(clock[1]) * 60 + int(clock[2])
    total: float = 0
    hour, minute = _HOUR.search(text), _MINUTE.search(text)
    if (quarters := _QUARTERS.search(text)) and not hour and not minute:
        return _QUARTER_WORDS[quarters[1].casefold()]
    if hour and minute and not 0 <= minute.start() - hour.end() <= _NEAR:
        hour = None  # two times of different things
    if hour:
        word = hour[1].casefold()
        total += 60 * (_HOURS_WORDS[word] if word in _HOURS_WORDS else number_of(word))
    if hour and not minute and (more := re.match(r"\s*(?:och\s*)?([1-5]\d)(?!\d)", text[hour.end() :])):
        total += int(more[1])
    if minute:
        total += int(minute[2] or minute[1])
    if not hour and not minute:
        number = re.search(r"(?<![\d.,-])(\d{1,3}(?:[.,]\d{1,2})?)(?:\s*-\s*(\d{1,3}))?(?!\d|[.,]\d)", text)
        if number is None or _LENGTH.match(text, number.end()):
            return None
        total = float((number[2] or number[1]).replace(",", ".")) * (60 if hours else 1)
    return round(total) if 0 < total <= 600 else None


_TENS = {
    "tio": 10, "femton": 15, "tjugo": 20, "tjugofem": 25, "trettio": 30, "trettiofem": 35, "fyrtio": 40,
    "fyrtiofem": 45, "femtio": 50, "femtiofem": 55, "sextio": 60, "sjuttiofem": 75, "nittio": 90, "ten": 10,
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_IN_WORDS = late(rf"(?<!\w)({'|'.join(sorted(_TENS, key=len, reverse=True))})[ -](?=min)", re.IGNORECASE)


ANY_WORK = _WORDS["any_work"]
"""Work of every kind, as a pattern: no wish."""
# "Städare men hellre kock" asks for both; what else follows a "but" tells of something else.
_TURNS = rf"(?:{_WORDS['turns']})(?!\w)"
_LEAD = late(rf"^(?:{_WORDS['lead'].replace('<turns>', _TURNS)})[\s:,!]+", re.IGNORECASE)
_TAIL = late(
    r"\s*(?:\((?:på )?sikt\)|\((?:i )?\d+:?a? hand\)|(?<=\w)\s+\(?(?:efter|tills|när|until|after|when) [^()]*\)?|!+"
    r"|\b(?:på (?:lång |längre )?sikt|i framtiden|till att börja med|in the (?:long run|future)|long[- ]term)"
    r"|(?<=\w\w\w)\s(?:ok(?:ej|ay)?|går bra|funkar|just nu|nu|i ?dag|först|now|right now|for now|first))$|\s*!+",
    re.IGNORECASE,
)
_OR = late(_WORDS["or"], re.IGNORECASE)
_NO_WISH = late(_WORDS["no_wish"].replace("<any_work>", ANY_WORK).replace("<turns>", _TURNS), re.IGNORECASE)
# "Kan ej lyfta tungt" behind a wish is none.
_CANNOT = late(r"(?:(?:kan|får|ska|bör|orkar|klarar|vågar) (?:ej|inte|aldrig)|can(?:not|['’]t| not)) ", re.IGNORECASE)
# "receptionist, helst på hotell", "helst i Solna"
_WHERE = late(r"(?:på|inom|vid|hos) |(?:i|nära|in|near) (?-i:[A-ZÅÄÖ])", re.IGNORECASE)
# Why somebody wants or avoids work concerns nobody: health, family and faith stand there, in words that no list has.
_REASON = late(
    r",?[^\S\n]+\(?(?:pga|p\.? ?g\.? ?a\.?|på grund av|till följd av|eftersom|because|due to|owing to)(?!\w)[^;\n]*",
    re.IGNORECASE,
)
_NOT = late(r"^(?:vill (?:ej|inte)|ej|inte|undviker|not)\s*:?\s+", re.IGNORECASE)
_RANKED = late(r"\(\s*(?:\d\s*:[^():]+)+\)")


def without_reason(text: str) -> str:
    """Leave out why somebody wants or avoids work, up to a semicolon or the end of the line.

    Examples
    --------
    >>> without_reason("disk pga ryggen; kassa, eftersom det är stressigt")
    'disk; kassa'
    """
    return _REASON.sub("", text)


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
    plain = _RANKED.sub(lambda m: "\n" + re.sub(r"[,;]?\s*\d\s*:\s*", "\n", m.group()[1:-1]), without_reason(text))
    plain = re.sub(r"(?<!\w)UTE!?\s", "", plain)
    plain = _OR.sub("\n", re.sub(r",\s*(?:el|eller)\.?\s+", "\n", plain))
    # A semicolon or a slash between titles leaves a comma to belong to one: "kock, storhushåll"; several commas list.
    strong = re.search(r";|\s/\s", text) is not None
    items = split_list(with_last(plain), commas=not strong)
    wishes = []
    listed = (one for whole in items for one in (split_list(whole) if whole.count(",") > 1 else [whole]))
    for item in (one for whole in listed for one in _slashed(whole)):
        wish = item
        for _ in range(3):
            wish = _LEAD.sub("", _TAIL.sub("", wish)).lstrip(" .,:").rstrip(" ,:?")
        if (wish := occupation(wish).strip(" .,:")) and not (
            _NO_WISH.fullmatch(wish) or _WHERE.match(wish) or _CANNOT.match(wish)
        ):
            wishes.append(_AT_AS.sub(_compound, wish))
    return list(dict.fromkeys(wishes))


_AT_AS = late(r"(?:(?:på|inom|i) )?(?P<at>[^\W\d_]{4,}) som (?P<title>[^\W\d_]{4,})$", re.IGNORECASE)


def _compound(match: re.Match[str]) -> str:
    """Make one title of "apotek som tekniker" where there is such a one."""
    compounds = (f"{match['at']}{joint}{match['title']}" for joint in ("s", "", "e"))
    return next(filter(is_title, compounds), match.group())


_SLASH = late(r"(?:(?<=[^\W\d_]{2})|(?<=[^\W\d_]\.))\s?/\s?(?=[^\W\d_]{2})(?![^()]*\))")
_METHODS = late(r"\(?[A-ZÅÄÖ]{2,4}(?:/[A-ZÅÄÖ]{2,4})+")


def _slashed(item: str) -> list[str]:
    """Part what a slash lists ("städ/kök"), but no method of two names ("MIG/MAG-svetsare") and no known title."""
    if "/" not in item or _METHODS.search(item) or fold(item) in labels_of("occupation"):
        return [item]
    return [part.strip() for part in _SLASH.split(item)]


def read_not_wanted(text: str) -> list[str]:
    """Read the work that a person wants to avoid, without the reason.

    Examples
    --------
    >>> read_not_wanted("disk pga det som hände förut; lager")
    ['disk', 'lager']
    >>> read_not_wanted("nattpass (ryggen)"), read_not_wanted("kök (disk)")
    (['nattpass'], ['kök (disk)'])
    >>> read_not_wanted("kassa, tunga lyft"), read_not_wanted("nej"), read_not_wanted("provision/försäljning")
    (['kassaarbete', 'tunga lyft'], [], ['provision', 'försäljning'])
    """
    if is_silent(text) or is_absent(text):
        return []
    plain = _OR.sub("\n", _NOT.sub("", _BRACKET.sub(_of_work, without_reason(text))))
    items = (one.strip(" ?") for item in split_list(with_last(plain)) for one in _slashed(item))
    return [activity(one) for one in items if not _DAYS.fullmatch(one)]


_BRACKET = late(r"\s*\(([^()]*)\)")


def _of_work(match: re.Match[str]) -> str:
    """Leave out a bracket that names no work: it tells why."""
    return match.group() if any(map(is_work, split_list(match[1]))) else ""


# "Torsdag em" is a time, and which one the scale of times does not know.
_DAYS = late(
    r"(?:(?:mån|tis|ons|tors?|fre)(?:d?ag(?:ar)?)?|mon|tue|wed|thu|fri)\.?"
    r"(?: (?:fm|em|förmiddag\w*|eftermiddag\w*|morgon))?",
    re.IGNORECASE,
)


def aimed_at(text: str) -> str | None:
    """Give the work that an aim of a CV is about, ``""`` where it names none; ``None`` for what is no such aim.

    Examples
    --------
    >>> aimed_at("To obtain a part-time position as a baker where I can grow"), aimed_at("secure a challenging role")
    ('baker', '')
    >>> aimed_at("baker")
    """
    found = _AIMED.match(text)
    return None if found is None else found["work"] or ""


_AIMED = late(
    r"(?:(?:my |the )?(?:aim|goal|objective)(?: is)? |i (?:wish|aim|hope) )?(?:to )?(?:obtain|find|get|secure|gain"
    r"|seek(?:ing)?) (?:[\w-]+ ){0,5}?(?:position|work|job|employment|role|post)"
    r"(?:(?: as| in(?! an?\s| the\s| your\s)) (?:an? )?(?P<work>.+?)"
    r"(?=\s(?:while|where|in which|that|with|at|in|to)\s|[.,;]|$)|(?=\s|$))",
    re.IGNORECASE,
)
