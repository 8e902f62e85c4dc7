"""Levels: Swedish courses and everyday words as CEFR intervals, and the words for levels of education.

The scale of courses follows the National Agency for Education: SFI A to D end at A1, A1-A2, A2 and B1; Swedish as a
second language is B1-B2 (grundläggande), B2 (1), B2-C1 (2) and C1 (3). Since July 2025 the upper secondary courses are
called "nivå 1" to "nivå 3". Who still attends a course has reached what comes before it, and at most its goal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from matcher.records import CEFR_LEVELS, Cefr, EducationLevel, Interval
from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning.wordings import Wordings

Course = Literal["A", "B", "C", "D", "SVA grund", "SVA1", "SVA2", "SVA3"]
COURSES: tuple[Course, ...] = ("A", "B", "C", "D", "SVA grund", "SVA1", "SVA2", "SVA3")
"""Swedish for immigrants (SFI) A to D, then Swedish as a second language, in the order they are taken."""

_COMPLETED: Mapping[Course, Interval] = MappingProxyType({
    "A": ("A1", "A1"), "B": ("A1", "A2"), "C": ("A2", "A2"), "D": ("B1", "B1"),
    "SVA grund": ("B1", "B2"), "SVA1": ("B2", "B2"), "SVA2": ("B2", "C1"), "SVA3": ("C1", "C1"),
})  # fmt: skip
_STUDYING: Mapping[Course, Interval] = MappingProxyType({
    "A": ("A1", "A1"), "B": ("A1", "A2"), "C": ("A1", "A2"), "D": ("A2", "B1"),
    "SVA grund": ("B1", "B1"), "SVA1": ("B1", "B2"), "SVA2": ("B2", "B2"), "SVA3": ("B2", "C1"),
})  # fmt: skip


def course_interval(course: Course, status: Literal["completed", "studying", "unknown"]) -> Interval:
    """CEFR interval that a course is evidence of.

    Parameters
    ----------
    course : Course
    status : {"completed", "studying", "unknown"}
        Passed, attended now, or named without either: then the interval spans both.

    Returns
    -------
    (low, high)

    Examples
    --------
    >>> course_interval("C", "completed"), course_interval("C", "studying"), course_interval("SVA2", "unknown")
    (('A2', 'A2'), ('A1', 'A2'), ('B2', 'C1'))
    """
    if status == "completed":
        return _COMPLETED[course]
    if status == "studying":
        return _STUDYING[course]
    return _STUDYING[course][0], _COMPLETED[course][1]


def course_reaching(level: Cefr, lang: str) -> str | None:
    """Name the first course in Swedish that ends at a level or above it.

    Examples
    --------
    >>> course_reaching("B1", "sv"), course_reaching("B2", "en"), course_reaching("C2", "sv")
    ('sfi D', 'Swedish as a second language 1', None)
    """
    enough = CEFR_LEVELS.index(level)
    course = next((one for one in COURSES if CEFR_LEVELS.index(_COMPLETED[one][0]) >= enough), None)
    if course is None:
        return None
    sfi, second = ("sfi", "svenska som andraspråk") if lang == "sv" else ("SFI", "Swedish as a second language")
    return f"{second} {course[3:]}" if course.startswith("SVA") else f"{sfi} {course}"


def lower(level: Cefr) -> Cefr:
    """Give the next lower level; the lowest stays.

    Examples
    --------
    >>> lower("B1"), lower("A1")
    ('A2', 'A1')
    """
    return CEFR_LEVELS[max(CEFR_LEVELS.index(level) - 1, 0)]


# levels.tsv holds the everyday words, the most telling first: for how well a language is known ("mycket bra" stands
# before "bra"; LinkedIn's five labels are among them) and for levels of education. The intervals are a proposal of this
# library, made to agree with the annotation guideline's words.
@cache
def _wordings(kind: Literal["language", "education"]) -> Wordings[str]:
    edge = r"(?<![\w-])" if kind == "education" else r"(?<!\w)"
    table = read_lexicon("levels.tsv")
    return Wordings((value, rf"{edge}(?:{words})(?!\w)") for row_kind, value, words in table if row_kind == kind)


_NATIVE = re.compile(
    r"(?<!\w)(?:modersm\w*|första ?språk\w*|native(?: or bilingual| speaker)?|mother tongue|first language"
    r"|moderspr\w*|mitt (?:eget )?språk|från födseln|my language"
    r"|hemspråk)(?!\w)(?!snivå)",
    re.IGNORECASE,
)


_NEAR_NATIVE = re.compile(
    r"snivå|(?:near|nearly|almost|good as|like a|nästan)[\s-](?:\w+ )?(?:native|mother|moders)", re.IGNORECASE
)


def is_native(text: str) -> bool:
    """Whether a short text calls a language a mother tongue.

    Examples
    --------
    >>> is_native("Arabiska (modersmål)"), is_native("på modersmålsnivå"), is_native("B2")
    (True, False, False)
    """
    return not _NEAR_NATIVE.search(text) and bool(_NATIVE.search(text) or _LETTER.fullmatch(text))


_LETTER = re.compile(r"[\s,:–-]*\(?M\)?[\s,;.)]*")  # "arabiska (M)", beside the levels of others


_PARTED = re.compile(r"(?<!\w)([ABC])[ \xa0]([12])(?!\w)")
_COUNTED = re.compile(r"sfi|sva|sas|kurs|course|spår|steg|år|years?|termin|mån|month", re.IGNORECASE)


def whole_levels(text: str) -> str:
    """Close the blank within levels ("B 1"); behind a course a number tells of something else.

    Examples
    --------
    >>> whole_levels("B 1 - B 2, tal C 1"), whole_levels("SFI C 2 terminer")
    ('B1 - B2, tal C1', 'SFI C 2 terminer')
    """
    return text if _COUNTED.search(text) else _PARTED.sub(r"\1\2", text)


def word_interval(text: str) -> Interval | None:
    """CEFR interval of the strongest everyday word in a short text.

    Parameters
    ----------
    text : str
        What is said about one language ("mkt bra", "grund", "Limited working proficiency").

    Returns
    -------
    (low, high) or None

    Examples
    --------
    >>> word_interval("mkt bra"), word_interval("flyt."), word_interval("Elementary proficiency"), word_interval("B2")
    (('C1', 'C1'), ('C1', 'C2'), ('A2', 'A2'), None)
    """
    plain = text[:300]
    if is_native(plain):
        return ("C2", "C2")
    for value, pattern in _wordings("language").fitting(plain):
        if pattern.search(plain):
            low, high = value.split("-")
            return cast("Interval", (low, high))
    return None


_PRIMARY_FIRST = re.compile(r"(?<!\w)(?:primary|lower secondary)", re.IGNORECASE)


_WORKPLACE = re.compile(
    r"(?<!\w)(?:lågstadi|mellanstadi|högstadi|grundskol|gymnasi|högskol|universitet|folkskol|folkhögskol|yrkes|institut)\w*"
    r"(?:lärare\w*|lärarinna|lektor\w*|adjunkt\w*|sjukhus\w*|kök\w*|bibliotek\w*|assistent\w*|vaktmästare\w*|rektor\w*)(?!\w)",
    re.IGNORECASE,
)


_TAUGHT = re.compile(
    r"((?<!\w)(?:diploma|degree|bachelor\S*|master\S*|b\.?(?:ed|a|sc)\.?|certificate|utbildning|examen|kandidat\w*) "
    r"(?:(?:of|in|i|inom) (?:education|teaching) )?(?:in|i|inom) )((?:(?:early|lower|upper|pre)[ -])?"
    r"(?:(?:primary|elementary|secondary)(?: school)?(?: (?:education|teaching))?"
    r"|(?:grundskole|gymnasie|lågstadie|högstadie)\w*(?:pedagogik|didaktik|undervisning)))(?!\w)",
    re.IGNORECASE,
)


def education_level(text: str) -> tuple[EducationLevel, int, int] | None:
    """Level of education that a short text names, and where.

    Parameters
    ----------
    text : str
        One education ("Gymn. 12 år Syrien (handel)", "Bachelor, four years").

    Returns
    -------
    (level, start, end) or None
        Half-open offsets of the words.

    Examples
    --------
    >>> [education_level(text)[0] for text in ("Eftergymn. 3 år elektronik", "univ. omvårdnad", "har ej gått i skola")]
    ['post_secondary', 'tertiary', 'none']
    >>> education_level("elektronik, Sudan"), education_level("gymnasielärare")
    (None, None)
    """
    # "Lågstadielärare 9 år", "universitetssjukhuset" tell where somebody worked.
    plain = _WORKPLACE.sub(lambda word: " " * len(word.group()), text[:500])
    # "Diploma in primary education", "examen i grundskolepedagogik": what was learnt is no level of it.
    plain = _TAUGHT.sub(lambda word: word[1] + " " * len(word[2]), plain)
    may = _wordings("education").fitting(plain)
    found = [(value, match) for value, pattern in may if (match := pattern.search(plain))]
    if not found:
        return None
    value, match = found[0]
    if _PRIMARY_FIRST.search(plain) and found[-1][0] == "primary":
        value, match = found[-1]
    return cast("EducationLevel", value), match.start(), match.end()


def level_of_years(years: float) -> EducationLevel | None:
    """Level that so many years from the first form make where no level is named: school ends after nine and twelve.

    Examples
    --------
    >>> level_of_years(8), level_of_years(12), level_of_years(16), level_of_years(0)
    ('primary', 'upper_secondary', None, 'none')
    """
    if years == 0:
        return "none"
    if years < 10:
        return "primary"
    return "upper_secondary" if years <= 13 else None
