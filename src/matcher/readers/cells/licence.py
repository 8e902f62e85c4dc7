"""Driving licences of a person: "B och C (Ukraina)", "Ja, B", "B - tyskt, EU, gäller"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from matcher.patterns import late
from matcher.readers.cells.licenceclasses import CLASS, classes_named, joined_trailers
from matcher.readers.cells.words import is_absent, is_silent
from matcher.readers.lexicon import joined
from matcher.readers.times.months import read_date
from matcher.records import DrivingLicence
from matcher.taxonomy.facts.countries import EEA, Place, find_countries
from matcher.taxonomy.facts.licences import CLASSES

_WORDS = joined("licence")

Validity = Literal["yes", "no", "unknown"]

_SWEDISH = late(r"(?<![\w.])sv\.?(?![\w-])", re.IGNORECASE)
_INVALID = late(rf"(?<!\w)(?:{_WORDS['invalid']})(?!\w)", re.IGNORECASE)
# "Giltigt tillsv., ej utbytt": it counts, though it has not been exchanged.
_FOR_NOW = late(
    r"(?<!\w)(?<!ej )(?<!inte )(?<!not )(?:giltigt?|gäller|valid) (?:ännu|än(?!\w)|tills\.?v\w*|tills vidare|tv(?!\w)"
    r"|fortfarande|för närvarande|for now|so far)",
    re.IGNORECASE,
)
_VALID = late(rf"(?<!\w)(?:{_WORDS['valid']})(?!\w)", re.IGNORECASE)
_UNTIL = late(rf"(?<!\w)(?:{_WORDS['until']})\W{{0,3}}(?:den |on |in )?(?=\w)", re.IGNORECASE)
_DAY = late(r"\d{4}-\d\d-\d\d")
_NOT_YET = late(rf"(?<!\w)(?:{_WORDS['ahead']})(?!\w)", re.IGNORECASE)
# Of these, what only somebody does who holds no licence.
_LEARNS = late(rf"(?<!\w)(?:{_WORDS['first']})(?!\w)", re.IGNORECASE)
_ANEW = late(_WORDS["anew"], re.IGNORECASE)
_ONE_CLASS = r"(?:AM|A[12]?|BE|B(?:96)?|C1?E?|D1?E?)"
# Between two classes is no end of a clause: "övningskör för B och C".
_CLAUSE = late(
    rf"(?:[.;!]\s+|,\s+|\n|\s[-–—]\s|(?:,?\s)(?:men|but|och|and|samt|fast)\s+)(?!{_ONE_CLASS}\s*(?:$|[.,;(+/]))"
)
_DENIED = late(
    rf"\s*(?:(?:klass )?{_ONE_CLASS}\s*:?\s*(?:nej|no|ej|inte|saknas)"
    rf"|(?:nej|no|ej|inte|inget|saknar)(?: på| till| for)? (?:klass )?{_ONE_CLASS}(?:-?(?:körkort|kort))?)"
    r"(?: (?:än|ännu|yet))?\s*[.!]?\s*",
    re.IGNORECASE,
)
ABROAD = late(rf"(?<!\w)(?:{_WORDS['abroad']})(?!\w)", re.IGNORECASE)
"""What says that a licence is of another country, whichever."""
_PAST = late(rf"(?<!\w)(?:{_WORDS['past']})(?!\w)", re.IGNORECASE)
# A clause that names no class may be about another thing: "B, tidigare taxiförare"; "B - har haft förut" is not.
_OF_LICENCE = late(
    rf"(?<!\w)(?:kör)?kort|licen[cs]e|^(?:[\W\d]|(?<!\w)(?:{_WORDS['past']}|{_WORDS['beside_past']})(?!\w))*$",
    re.IGNORECASE,
)

# "gäller inte i Sverige" says how valid it is, not where it is from.
_HERE = late(r"(?<!\w)(?:i|in|for)\s+(?:Sverige|Sweden)(?!\w)", re.IGNORECASE)
# "B-körkort har jag tagit här i Sverige" does say where it is from.
_TAKEN_HERE = late(
    r"(?<!\w)(?:tog|tagit|taget|utfärda[dt]\w*|fick|issued|taken|took|passed|got)"
    r"(?:(?!gäll|giltig|valid|inte|not|men|but)[^.,;]){0,40}?\s(?:i|in) (?:Sverige|Sweden)(?!\w)",
    re.IGNORECASE,
)


def read_licences(text: str, country: str = "", as_of: date | None = None) -> tuple[list[DrivingLicence], list[str]]:
    """Read driving licence classes with country and validity in Sweden.

    EEA licences are valid, and Ukrainian ones under Regulation (EU) 2022/1280; what a cell says itself comes first. A
    licence from elsewhere or without a country is ``unknown``, for the time in the population register decides.

    Parameters
    ----------
    text : str
        "B och C (Ukraina)", "Ja, B", "B - tyskt, EU, gäller".
    country : str
        A cell beside it: "Syrien (utgått här)", "svenskt".
    as_of : datetime.date, optional
        The day to judge by; one whose last day is before it is no longer valid.

    Returns
    -------
    list of DrivingLicence
    list of str
        What was doubtful, for the report.

    Examples
    --------
    >>> [(x.class_, x.country, x.valid) for x in read_licences("B + D Iran, EJ giltigt här längre")[0]]
    [('B', 'IR', 'no'), ('D', 'IR', 'no')]
    >>> [(x.class_, x.country, x.valid) for x in read_licences("Ja, B", "svenskt")[0]]
    [('B', 'SE', 'yes')]
    >>> [read_licences("B, Sverige, giltigt t.o.m. 2025-03-01", "", date(y, 1, 1))[0][0].valid for y in (2025, 2026)]
    ['yes', 'no']
    """
    if is_silent(text) or is_absent(text):
        return [], []
    text = _BEHIND.sub(_apart, joined_trailers(text))
    parts = _with_their_countries(re.split(r"[,;]\s+|\s\+\s|\soch\s|\smen\s|\n", text))
    apart = len(parts) > 1 and (all(map(_says_whence, parts)) or all(map(_says_whether_valid, parts)))
    if not apart and len(against := _BUT.split(text)) > 1 and all(map(classes_named, against)):
        apart, parts = True, against  # "B svenskt men C från hemlandet gäller inte"
    # "B, C1 (irakiskt), B utbytt 2024": what was exchanged is told twice, and last how it is.
    again = [] if apart or len(parts) != _TWICE else [set(classes_named(part)) for part in parts]
    if again and again[0] & again[1] and _says_whether_valid(parts[1]):
        apart, parts = True, parts[::-1]
    if apart:
        # "Svenskt B, syriskt C (gäller ej)", "C utgått, B giltigt": each says itself what holds of it.
        read = [read_licences(part, country, as_of=as_of) for part in parts]
        return [one for rows, _ in read for one in rows], [doubt for _, doubts in read for doubt in doubts]
    named = classes_named(text)
    text, is_under_way = _held(text, country)
    classes = classes_named(text)
    if is_under_way and not classes:
        return [], ["a licence that is under way counts as none"] if named else []
    if not classes:
        return [], ["expected a licence class"]
    # Another line, or what is added behind a dash or in brackets, tells only if no line with a class does.
    lines = [line for line in text.split("\n") if classes_named(line)]
    told = [part for line in lines for part in (re.split(r"\s[-–—]\s|\(", line)[0], line)]
    places = next(filter(None, (_places(CLASS.sub(" ", _elsewhere(part))) for part in told)), _places(country))
    codes = list(dict.fromkeys(place.code for place in places))
    code = codes[0] if codes else None
    valid = "no" if is_past(f"{text} {country}", as_of) else _validity(f"{text} {country}", code)
    names = [name for name in CLASSES if name in classes]
    return [DrivingLicence(class_=name, country=code, valid=valid) for name in names], []


_TWICE = 2
_BUT = late(r",?\s(?:men|but)\s", re.IGNORECASE)
# "B + C (teori klar)": the bracket is about the class before it.
_BEHIND = late(rf"[ ,+/]{{0,40}}(?<![\w-])(?P<class>{_ONE_CLASS})\s*\((?P<said>[^()]*)\)")


def _apart(match: re.Match[str]) -> str:
    under_way = _NOT_YET.search(match["said"]) and not find_countries(match["said"])
    return f"\n{match['class']} {match['said']}\n" if under_way else match.group()


def _says_whence(part: str) -> bool:
    return bool(CLASS.search(part) and (find_countries(CLASS.sub(" ", part)) or ABROAD.search(part)))


def _says_whether_valid(part: str) -> bool:
    return bool(CLASS.search(part) and (_INVALID.search(part) or _VALID.search(part)))


def learns_to_drive(text: str) -> bool:
    """Whether all that a text tells is that somebody is on the way to a first licence: who learns holds none.

    Examples
    --------
    >>> learns_to_drive("övningskör B, teori klar"), learns_to_drive("B (Syrien), övningskör för svenskt")
    (True, False)
    """
    if not _LEARNS.search(text) or _ANEW.search(text) or find_countries(text):
        return False
    return all(_NOT_YET.search(clause) or _LEARNS.search(clause) for clause in _CLAUSE.split(text) if clause.strip())


def _with_their_countries(parts: Sequence[str]) -> list[str]:
    """Join the classes that stand before one with a country: "C", "CE svenska", "D ukrainska" are of two."""
    joined: list[str] = []
    bare: list[str] = []
    for part in filter(str.strip, parts):
        bare.append(part)
        if not _ALONE.fullmatch(part.strip()):
            joined.append(", ".join(bare))
            bare = []
    return [*joined, *bare]


_ALONE = late(rf"(?:körkort|klass)?\s*{_ONE_CLASS}", re.IGNORECASE)


def _held(text: str, country: str) -> tuple[str, bool]:
    """Leave out the clauses about a licence that is under way, and all where they do not say which class it is.

    "B från Irak, tar lektioner" and "svenskt B, läser till C" hold a B; "B, uppkörning i mars" holds none.
    """
    clauses = _CLAUSE.split(text)
    under_way = [clause for clause in clauses if _NOT_YET.search(clause) and not _is_foreign(clause)]
    left = [clause for clause in clauses if clause not in under_way and not _DENIED.fullmatch(clause)]
    if len(left) == len(clauses):
        return text, False
    kept = ", ".join(left)
    if under_way and not find_countries(f"{kept} {country}") and not any(map(classes_named, under_way)):
        return "", True
    return kept, bool(under_way)


def _is_foreign(clause: str) -> bool:
    return any(place.code != "SE" for place in find_countries(clause))


def _elsewhere(text: str) -> str:
    """Leave "in Sweden" out where it says how valid a licence is, and not where it was taken."""
    return text if _TAKEN_HERE.search(text) else _HERE.sub(" ", text)


def _places(text: str) -> list[Place]:
    return find_countries(_SWEDISH.sub("svenskt", text))


def is_past(text: str, as_of: date | None) -> bool:
    """Whether a text names a last day that is before the day to judge by.

    Examples
    --------
    >>> is_past("giltigt t.o.m. 2025-05-31", date(2026, 1, 1)), is_past("giltigt till 2027", date(2026, 1, 1))
    (True, False)
    """
    until = _UNTIL.search(text) if as_of else None
    if as_of is None or until is None:
        return False
    if day := _DAY.match(text, until.end()):
        return day.group() < as_of.isoformat()
    last = read_date(text[until.end() :])
    return last is not None and (last.year, last.month or 12) < (as_of.year, as_of.month)


def _is_of_licence(clause: str) -> bool:
    """Whether a clause may say how a licence stands: a few words, or some that name it."""
    named = classes_named(clause) or _OF_LICENCE.search(clause) or _OF_IT.search(clause)
    return bool(named) or clause.count(" ") < _FEW


_FEW = 5
_OF_IT = late(rf"(?<!\w)(?:{_WORDS['of_it']})(?!\w)", re.IGNORECASE)


def _validity(text: str, country: str | None) -> Validity:
    if _FOR_NOW.search(text):
        return "yes"
    was_held = any(classes_named(one) or _OF_LICENCE.search(one) for one in _CLAUSE.split(text) if _PAST.search(one))
    invalid = any(_INVALID.search(one) and _is_of_licence(one) for one in _CLAUSE.split(text))
    if invalid or (was_held and country == "SE"):
        return "no"
    if was_held:
        return "unknown"
    if country in EEA or country == "UA":
        return "yes"
    without_yes = re.sub(r"^\s*ja\b", "", text, flags=re.IGNORECASE)
    return "yes" if _VALID.search(without_yes) and not re.search(r"\?", text) else "unknown"
