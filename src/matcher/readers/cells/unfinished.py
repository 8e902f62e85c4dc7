"""Studies that were begun and not finished: they are no degree, whatever the school was."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.lexicon import joined
from matcher.records import EducationLevel
from matcher.taxonomy.facts.levels import education_level

_WORDS = joined("unfinished")

_SOME = r"(?:[1-5](?:[.,]5)?|ett|två|tre|fyra|fem|one|two|three|four|five)"
_WHOLE = r"(?:[2-7]|två|tre|fyra|fem|sex|sju|two|three|four|five|six|seven)"
_UNFINISHED = late(
    rf"(?<!\w)(?:{_WORDS['unfinished'].replace('<some>', _SOME).replace('<whole>', _WHOLE)})(?!\w)", re.IGNORECASE
)
# "Bedömning ej klar" is about what an office has not done, "avbröt SFI" about something else.
_OF_ELSE = late(
    r"bedöm|uhr|valider|assess|recogni|legitim|ansök|socialstyr|komplett|(?<!\w)(?:sfi|sva|praktik|jobb|gymnasi)",
    re.IGNORECASE,
)
# Of a school below a university more is left to get than its end: its papers, a language, a course.
_NOT_OF_SCHOOL = late(_WORDS["not_of_school"], re.IGNORECASE)
# "Läser på gymnasiet": whoever still studies has not finished.
_ONGOING = late(rf"(?<!\w)(?:{_WORDS['ongoing']})(?!\w)", re.IGNORECASE)
_BEGINS_ONGOING = late(rf"\W*(?:(?:jag|hon|han|hen|just|nu|i|he|she) )*{_ONGOING.pattern}", re.IGNORECASE)
_ENDS_ONGOING = late(r"[^\W\d_]+\.? \(?(?:påg\w*|ongoing|in progress|just nu|nu|now)(?!\w)", re.IGNORECASE)
_CLAUSE = late(r"[,;.()\n]|\s[-–—]\s")
_OF = late(
    rf"(?<!\w)({_SOME})(?: (?:av|of) {_WHOLE}|/[2-7])(?= (?:år|years?)(?!\w))"
    rf"|(?<!\w)({_SOME} (?:år|years?)) (?:av|of) {_WHOLE}(?!\w)",
    re.IGNORECASE,
)
_BELOW: dict[EducationLevel, EducationLevel] = {"tertiary": "post_secondary", "doctoral": "tertiary"}


def is_unfinished(text: str) -> bool:
    """Whether a text says of studies that they were not finished.

    Examples
    --------
    >>> is_unfinished("Universitet 2 år, ej avslutat"), is_unfinished("Universitet 4 år, bedömning ej klar")
    (True, False)
    """
    return any(_UNFINISHED.search(clause) and not _OF_ELSE.search(clause) for clause in _CLAUSE.split(text))


def level_of_unfinished(level: EducationLevel | None, text: str) -> EducationLevel | None:
    """Give the level of studies that a text may say were not finished: those at a university are no degree.

    Examples
    --------
    >>> level_of_unfinished("tertiary", "avbröt efter två år"), level_of_unfinished("tertiary", "fyra år")
    ('post_secondary', 'tertiary')
    >>> level_of_unfinished("upper_secondary", "gymnasium, ej avslutat")
    'primary'
    >>> level_of_unfinished("tertiary", "läser på högskolan"), level_of_unfinished("tertiary", "lärare, läser spanska")
    ('post_secondary', 'tertiary')
    """
    if level == "upper_secondary":
        return "primary" if _is_school_unfinished(text) else level
    return _BELOW.get(level, level) if level and (is_unfinished(text) or _is_under_way(text)) else level


def _is_under_way(text: str) -> bool:
    """Whether a text begins with studies that are under way; who adds to a degree has it all the same."""
    levels = [education_level(clause) for clause in _CLAUSE.split(text)]
    is_ongoing = _BEGINS_ONGOING.match(text) or _ENDS_ONGOING.match(text)
    return is_ongoing is not None and sum(level is not None for level in levels) == 1


def _is_school_unfinished(text: str) -> bool:
    """Whether no upper secondary school of a text was finished, each clause being about the school named last."""
    unfinished: list[bool] = []
    named: EducationLevel | None = None
    for clause in _CLAUSE.split(text):
        own = education_level(clause)
        named = own[0] if own else named
        if named != "upper_secondary":
            continue
        of_it = not _NOT_OF_SCHOOL.search(clause)
        left = of_it and bool(_UNFINISHED.search(clause) or (own and _ONGOING.search(clause)))
        if own:
            unfinished.append(left)
        elif left:
            unfinished[-1] = True
    return bool(unfinished) and all(unfinished)


def years_done(text: str) -> str:
    """Leave out how long studies would have been: "2 of 3 years" are two.

    Examples
    --------
    >>> years_done("Universitet 2 av 4 år"), years_done("Universitet, 1,5 år av tre")
    ('Universitet 2 år', 'Universitet, 1,5 år')
    """
    return _OF.sub(lambda match: match[1] or match[2], text)
