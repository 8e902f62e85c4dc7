"""What is said of studies: unfinished, assessed or not, and how long a trade was learnt rather than worked in."""

from __future__ import annotations

import re
from typing import Literal

from matcher.patterns import late
from matcher.readers.cells.degrees import is_going_on
from matcher.readers.cells.words import is_absent, is_silent
from matcher.readers.lexicon import joined
from matcher.records import EducationLevel
from matcher.taxonomy.facts.levels import education_level
from matcher.taxonomy.facts.professions import find_professions

_WORDS = joined("studies")

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


def without_unfinished(text: str) -> str:
    """Take out the words that say that studies were not finished.

    Examples
    --------
    >>> without_unfinished("Dropped out of university"), without_unfinished("juridik, not completed")
    (' of university', 'juridik, ')
    """
    return _UNFINISHED.sub("", text)


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
    is_ongoing = bool(_BEGINS_ONGOING.match(text) or _ENDS_ONGOING.match(text)) or is_going_on(text)
    return is_ongoing and sum(level is not None for level in levels) <= 1


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


_TRAINED = r"(?:(?:jag|hon|han|hen) )?(?:är )?(?:utbildad|utb\.)(?: (?:till|som))? (?=[^\W\d_])"
_WORKED = r"jobba\w*|arbeta\w*|\w*erf(?:arenhet\w*|\.)|anställ\w*|prakti\w*|vikari\w*|work\w*|egen|sedan|sen|nu"
_TRAINING = late(
    rf"\s*{_TRAINED}(?!.*(?<!\w)(?<!ej )(?<!inte )(?<!aldrig )(?:{_WORKED})(?!\w))(?=.*\d)", re.IGNORECASE | re.DOTALL
)
# "Utbildad kock 2 år, jobbat 5 år": the first length is that of the school.
_TRAINED_FIRST = late(
    rf"^(\s*{_TRAINED}[^,;()\d\n]*?),? ?\(?\d[^,;()\n]*(?:, [^,;()\d\n]*)?\)?"
    rf"(?=,(?! (?:ej|inte|aldrig) )[^,;\n]*(?:{_WORKED}))",
    re.IGNORECASE | re.MULTILINE,
)


def is_training(text: str) -> bool:
    """Whether what is said beside a title is how long somebody learnt it, and nothing of having worked.

    Examples
    --------
    >>> is_training("Utbildad optiker (3 år, Tunis)"), is_training("Utbildad optiker, jobbat 3 år")
    (True, False)
    """
    return bool(_TRAINING.match(text) or _COURSE.match(text)) or _is_study(text)


# "Sykurs 6 mån": whoever tells of a course tells of no job, unless it is said that somebody worked.
_COURSE = late(
    rf"\s*(?:\d\W+)?[^\W\d_]*kurs(?:er|en)?(?!\w)(?!.*(?<!\w)(?:{_WORKED}|håll\w*|höll|led\w*|ansvar\w*)(?!\w))",
    re.IGNORECASE | re.DOTALL,
)


# "Apotekare Univ Aleppo 5 år": who is to be licensed studies there; "lärare universitet" may teach.
_AT_UNIVERSITY = late(
    r"\s*(?P<title>[^\W\d_]{5,}),? \(?(?!univ\w*sjuk)(?:univ\w*\.?|högsk\w*\.?|college)(?=[\s,)])(?=.*\d)",
    re.IGNORECASE,
)


def _is_study(text: str) -> bool:
    found = _AT_UNIVERSITY.match(text)
    named = find_professions(found["title"]) if found else []
    return (
        bool(named) and not named[0][2].endswith("lärare") and not re.search(rf"(?<!\w)(?:{_WORKED})(?!\w)", text, re.I)
    )


def without_training(text: str) -> str:
    """Leave out how long somebody learnt the work that is told behind it.

    Examples
    --------
    >>> without_training("Utbildad kock 2 år, jobbat 5 år"), without_training("Kock 2 år, jobbat 5 år som diskare")
    ('Utbildad kock, jobbat 5 år', 'Kock 2 år, jobbat 5 år som diskare')
    """
    return _TRAINED_FIRST.sub(r"\1", text)


Validated = Literal["yes", "no", "applied"]

_APPLIED = late(rf"(?<!\w)(?:{_WORDS['applied']})(?!\w)", re.IGNORECASE)
_NOT_VALIDATED = late(rf"(?<!\w)(?:{_WORDS['not_validated']})(?!\w)", re.IGNORECASE)
# "Ska söka UHR" says that nobody has looked at it yet.
_PLANNED = late(
    r"(?<!\w)(?:ska|skall|vill|bör|måste|behöver|planer\w*|tänker|hjälp med|will|wants? to|needs? to|plans? to)"
    r" (?:\w+ ){0,3}?(?:an?sök\w*|söka|skicka\w*|uhr|bedöm\w*|valider\w*|apply|send|have|get)(?!\w)",
    re.IGNORECASE,
)
_VALIDATED = late(rf"(?<!\w)(?:{_WORDS['validated']})(?!\w)", re.IGNORECASE)

_LETTER = late(r"(?P<yes>[jy])|n", re.IGNORECASE)  # "UHR j/n"


def read_validated(text: str) -> Validated | None:
    """Whether an education has been assessed.

    Examples
    --------
    >>> [read_validated(t) for t in ("ja, UHR", "Ansökt, ej klar", "utb. ej bedömd", "UHR klart", "ska söka UHR", "")]
    ['yes', 'applied', 'no', 'yes', 'no', None]
    """
    if letter := _LETTER.fullmatch(text.strip()):
        return "yes" if letter["yes"] else "no"
    if is_silent(text) and not _NOT_VALIDATED.search(text):
        return None
    if is_absent(text):
        return "no"
    if re.search(r"(?<!\w)(?:ej|inte) (?:ansökt|sökt|bedöm[dt])", text, re.IGNORECASE) or _PLANNED.search(text):
        return "no"
    if _APPLIED.search(text):
        return "applied"
    if _NOT_VALIDATED.search(text):
        return "no"
    return "yes" if _VALIDATED.search(text) else None
