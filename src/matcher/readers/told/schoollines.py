"""Sections of a text CV about school: levels, fields, years and countries, Swedish courses among them."""

from __future__ import annotations

import re
from datetime import date

from matcher.patterns import late
from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.degrees import with_degree
from matcher.readers.cells.education import read_education
from matcher.readers.cells.language import language, read_levels
from matcher.readers.cells.papers import read_certificates, read_profession
from matcher.readers.cells.places import find_places, is_place
from matcher.readers.cells.practising import subject_of_degree
from matcher.readers.cells.studies import read_validated
from matcher.readers.draft import Draft
from matcher.readers.lexicon import joined
from matcher.readers.texts.sections import Section
from matcher.readers.times.periods import read_period
from matcher.readers.told.planlines import SENTENCE, items_of
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.levels import education_level

_WORDS = joined("schoollines")

_STUDIES_SWEDISH = late(r"(?<!\w)(?:sfi|sva|svenska som andraspråk|swedish as a second)", re.IGNORECASE)

_ASSESSED = late(
    r"\s*(?:(?:ej|inte|not) )?(?:utlåtande|bedöm|bed\.|uhr|inskicka|godkänd av|valider|erkänd|assessed"
    r"|recogni)",
    re.IGNORECASE,
)


def read_education_lines(draft: Draft, section: Section, as_of: date | None) -> None:
    """Read schools with level, field, years and country, and what of a licence, a course or a card stands among them.

    Examples
    --------
    >>> draft = Draft("cv.txt", "cv")
    >>> read_education_lines(draft, Section("education", ["Snickare, 3 år", "Gymnasium i Polen", "HLR"]), None)
    >>> [(one.level, one.country, one.years) for one in draft.education], draft.certificates
    ([('upper_secondary', 'PL', 3.0)], ['hlr'])
    """
    sentences = [part for line in items_of(section) for part in SENTENCE.split(line) if part.strip()]
    bullets = sum(bool(_BULLET.match(line)) for line in section.lines)
    for sentence, beside in _with_institutions(_schools(sentences), listed=bullets > 1):
        if re.search(r"legitimation|yrkestitel", sentence, re.IGNORECASE):
            draft.profession = draft.profession or read_profession(sentence)
        elif _STUDIES_SWEDISH.search(sentence):
            add_course(draft, sentence)
        elif find_certificates(sentence) and not re.search(r"\d år|examen|gymn", sentence):
            draft.add_cards(read_certificates(sentence, as_of))
        elif _ASSESSED.match(sentence) and draft.education:
            draft.education[-1] = draft.education[-1].model_copy(update={"validated": read_validated(sentence)})
        else:
            _school(draft, sentence, beside)


def _schools(items: list[str]) -> list[str]:
    """Join a school with the line below it that holds nothing but its country and years."""
    joined: list[str] = []
    for item in items:
        beside = bool(find_places(item)) or not read_period(item).is_empty
        levelled = bool(joined and education_level(item) and not education_level(joined[-1]))
        levelled = levelled and not is_place(read_period(joined[-1]).rest if joined else "")
        levelled = levelled and read_period(item).is_empty and not read_period(joined[-1]).is_empty
        beside = bool(joined) and beside and len(item) <= 40 and not education_level(item)
        beside = beside and not _STUDIES_SWEDISH.search(item) and not _COURSE.search(item)
        # "Gymnasienivå" below a programme and its school
        beside |= bool(joined) and bool(_ONLY_LEVEL.fullmatch(item))
        special = bool(joined) and bool(_SPECIALITY.match(item)) and bool(education_level(joined[-1]))
        if special or levelled or (beside and (education_level(joined[-1]) or _ONLY_LEVEL.fullmatch(item))):
            joined[-1] += f", {item}"
        else:
            joined.append(item)
    return joined


_ONLY_LEVEL = late(
    r"\W*(?:nivå:? |level:? )?(?:(?:efter)?gymnasi(?:e|al)|grundskole?|högskole|universitets|yrkeshögskole"
    r"|(?:upper |post-?)secondary|primary|university)[ -]?(?:nivå|level|utbildning|education)\W*"
    r"|\W*(?:EQF|SeQF|ISCED|NQF)[- ]?(?:nivå|level)?:? ?\d\W*",
    re.IGNORECASE,
)
# "Specialitet: livsmedelsteknik, 3 år" below the school it was studied at.
_SPECIALITY = late(rf"\W*(?:{_WORDS['speciality']})\s*:", re.IGNORECASE)
_COURSE = late(r"certifi|kurs(?!iv)|course|intyg|(?<!\w)(?:\w+bevis|diplom)", re.IGNORECASE)
_BULLET = late(r"\s*[-–•·●▪*+]\s")
_INSTITUTION = late(rf"(?<!\w)(?:{_WORDS['institution']})(?!\w)", re.IGNORECASE)
_DEGREE = late(rf"(?<!\w)(?:{_WORDS['degree']})(?!\w)", re.IGNORECASE)


def _with_institutions(items: list[str], listed: bool) -> list[tuple[str, str]]:
    """Put the line of a university or a school beside that of its degree, above or below: one education each.

    Parameters
    ----------
    items : list of str
    listed : bool
        Whether the section has bullets, so that each line is an education of its own.
    """
    paired: list[tuple[str, str]] = []
    at = 0
    while at < len(items):
        first, second = items[at], items[at + 1] if at + 1 < len(items) else ""
        degree = first if _DEGREE.search(first) else second if _DEGREE.search(second) else ""
        other = second if degree == first else first
        if not listed and degree and other and _is_beside(degree, other):
            paired.append((degree, other))
            at += 2
        elif (
            not listed and second and _PROGRAMME.search(first) and _GYMNASIUM.search(second) and _is_one(first, second)
        ):
            paired.append((f"{first}, {second}", ""))
            at += 2
        else:
            paired.append((first, ""))
            at += 1
    return paired


# "Vård- och omsorgsprogrammet" above "Exempelgymnasiet, Lund": the school says of what level the programme was.
_PROGRAMME = late(r"(?:programmet?|linjen?|inriktning \w+)(?!\w)", re.IGNORECASE)
_GYMNASIUM = late(r"gymnasi(?:um|et|eskola\w*)(?!\w)", re.IGNORECASE)


def _is_one(programme: str, school: str) -> bool:
    """Whether a programme has no level and time of its own, so that they stand with its school."""
    apart = education_level(programme) or not (read_period(programme).is_empty or read_period(school).is_empty)
    return not apart and len(school) <= _LONGEST


def _is_beside(degree: str, other: str) -> bool:
    """Tell where a degree was taken, perhaps with when, from another education."""
    if _DEGREE.search(other) or _STUDIES_SWEDISH.search(f"{degree} {other}") or len(other) > _LONGEST:
        return False
    period = read_period(other)
    bare = is_place(period.rest) and not period.is_empty and not (period.is_span and read_period(degree).is_span)
    named, own = education_level(other), education_level(degree)
    if not (bare or _INSTITUTION.search(other)) or (
        not period.is_empty and not read_period(degree).is_empty and not bare
    ):
        return False
    return not (named and own) or named[0] in (own[0], "primary") or own[0] in ("doctoral", "post_secondary")


_LONGEST = 120
"""Longest line that names a university or a school, in characters."""


# "Universitet 2 år (ej klar)" tells nothing of an assessment.
_TELLS_ASSESSED = late(_WORDS["tells_assessed"], re.IGNORECASE)


def _school(draft: Draft, sentence: str, beside: str = "") -> None:
    plain = re.sub(r"^(?:jag )?(?:har )?(?:gått|läst|studerat)\s+", "", sentence.strip(), flags=re.IGNORECASE)
    years = read_period(beside).years() if beside else None
    is_open = read_period(f"{sentence} {beside}").ends_after(draft.as_of)
    assessed = f"{sentence}. {beside}" if _TELLS_ASSESSED.search(f"{sentence} {beside}") else ""
    for one in read_education(plain.replace(" | ", ", "), country=beside, years=str(years or ""), validated=assessed):
        if one.level is None and one.years is None and not (subject_of_degree(plain) or _ADULTS.search(plain)):
            continue
        field = with_degree(draft.clean_name(one.field, "education") or None, one.level, "", is_open=is_open)
        draft.education.append(one.model_copy(update={"field": field}))


_ADULTS = late(r"(?<!\w)(?:kom|yrkes|lär)?vux(?!\w)", re.IGNORECASE)


def add_course(draft: Draft, sentence: str) -> None:
    """Take the level of Swedish that a course is evidence of, unless a level is stated."""
    courses = read_courses(sentence)
    if courses.interval and not any(row.lang == "sv" and row.speaking for row in draft.languages):
        draft.languages.append(language("sv", read_levels("-".join(courses.interval)), studying=bool(courses.studying)))
