"""Parts that several CV formats share: code lists, places, sections of free headings, proficiency by skill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from matcher.patterns import late
from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.degrees import with_degree
from matcher.readers.cells.education import read_education
from matcher.readers.cells.language import Levels, read_levels
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.papers import read_certificates, read_profession
from matcher.readers.cells.places import find_places, is_in_sweden, is_place
from matcher.readers.cells.practising import licence_among
from matcher.readers.cells.studies import read_validated
from matcher.readers.cells.words import split_list
from matcher.readers.draft import Draft
from matcher.readers.texts.headings import kind_of
from matcher.readers.texts.sections import Section
from matcher.readers.times.periods import read_period
from matcher.readers.told.paperlines import read_paper_lines
from matcher.readers.told.planlines import (
    SENTENCE,
    read_journey_lines,
    read_refusal_lines,
    read_start_lines,
    read_wish_lines,
)
from matcher.readers.told.prose import read_prose
from matcher.readers.told.schoollines import add_course
from matcher.records import CEFR_LEVELS, LANGUAGE_SKILLS, EducationLevel, Interval, LanguageSkill
from matcher.taxonomy.facts.certificates import certificate_slugs, find_certificates
from matcher.taxonomy.facts.countries import country_code, find_countries
from matcher.taxonomy.facts.levels import education_level
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.facts.professions import find_professions

# European Qualifications Framework 1-8 as levels here; 5 is higher vocational education.
EQF: Mapping[str, EducationLevel] = MappingProxyType({
    "0": "primary", "1": "primary", "2": "primary", "3": "upper_secondary", "4": "upper_secondary",
    "5": "post_secondary", "6": "tertiary", "7": "tertiary", "8": "doctoral",
})  # fmt: skip


def lower_of(*levels: str) -> Interval | None:
    """Lowest of the CEFR levels that are given; ``None`` without one.

    Examples
    --------
    >>> lower_of("B2", "", "B1"), lower_of("")
    (('B1', 'B1'), None)
    """
    known = [level for level in CEFR_LEVELS if level in {text.strip().upper()[:2] for text in levels}]
    return (known[0], known[0]) if known else None


def levels_by_skill(listening: str = "", reading: str = "", writing: str = "", *speaking: str) -> Levels:
    """Levels of one language from a format that has a field for each skill."""
    found = {
        "speaking": lower_of(*speaking), "listening": lower_of(listening),
        "reading": lower_of(reading), "writing": lower_of(writing),
    }  # fmt: skip
    named: dict[LanguageSkill, Interval] = {s: i for s in LANGUAGE_SKILLS if (i := found[s])}
    return Levels(named=named) if named else read_levels("")


def add_education(
    draft: Draft,
    column: str,
    title: str,
    place: str = "",
    code: str = "",
    years: float | None = None,
    field: str = "",
    is_open: bool = False,
) -> None:
    """Add an education from a degree's name, the school, an EQF code and dates; the code comes before the words."""
    title, place, field = (draft.clean_held(text, column) for text in (title, place, field))
    found = read_education(title or place, country=place, validated=title, years=str(years or ""), field=field)
    named = education_level(title) or education_level(place)
    level = EQF.get(code.strip()[:1]) if code.strip() else None
    if not found and level is None:
        draft.note("doubtful", "expected an education", column)
        return
    one = found[0] if found else read_education(f"{code} år", country=place)[0]
    if level is not None and (named is None or level != "tertiary" or named[0] != "post_secondary"):
        one = one.model_copy(update={"level": level})
    country = one.country or next((p.code for p in find_places(place)), None)
    subject = with_degree(draft.clean_name(one.field, column) or None, one.level, title, is_open=is_open)
    draft.education.append(one.model_copy(update={"field": subject, "country": country}))


_CERTIFICATES = late(
    r"(?<!\w)(?:certifi\w*|intyg|kurs\w*|courses?|licen[cs]es?|behörighet\w*|cards?|kort|training)(?!\w)", re.IGNORECASE
)
_LEGITIMATION = late(
    r"(?<!\w)(?:\w*legitimation|(?:skyddad )?yrkestitel|swedish licen[cs]e|licen[cs]e to practi[sc]e)(?!\w)",
    re.IGNORECASE,
)
# Sections about plans are read as those of a text are.
_PLANS = MappingProxyType({
    "wish": read_wish_lines, "not_wanted": read_refusal_lines, "start": read_start_lines, "journey": read_journey_lines,
})  # fmt: skip
_DRIVES = late(r"körkort|driv(?:ing|er)", re.IGNORECASE)
_CAR = late(r"(?<!\w)(?:bil|car)(?!\w)", re.IGNORECASE)
_INFORMAL = late(
    r"(?<!\w)(?:övrig[at]|other|informal|annat|egna|intress\w*|interest\w*|hobb\w*|fritid|förening\w*|volunt\w*"
    r"|ideell\w*|also|skills?|open source"
    r"|teaching|community)(?!\w)",
    re.IGNORECASE,
)
_ASSESSED = late(r"bedöm|uhr|recogni|assess", re.IGNORECASE)


def add_skills_or_cards(draft: Draft, labels: Iterable[str], column: str) -> None:
    """Add skills of a list, cards among them as certificates: "HLR 2026", "truckkort".

    Examples
    --------
    >>> draft = Draft("cv.xml", "cv")
    >>> add_skills_or_cards(draft, ["sårvård", "HLR-utbildning 2026"], "skills")
    >>> draft.skills, draft.certificates
    (['sårvård'], ['hlr'])
    """
    for label in draft.clean_items(labels, column):
        slugs = [slug for slug in read_certificates(label)[0] if slug in certificate_slugs()]
        if slugs and len(_BRACKET.sub("", label)) < _CARD and find_certificates(label):
            draft.certificates += slugs
        else:
            draft.skills.append(label)


def add_cards(draft: Draft, names: Iterable[str], column: str) -> None:
    """Add cards and courses of a list, and the licence to practise that stands among them.

    Examples
    --------
    >>> draft = Draft("cv.xml", "cv")
    >>> add_cards(draft, ["HLR 2026", "Legitimerad tandhygienist"], "certificates")
    >>> draft.certificates, draft.profession.profession
    (['hlr'], 'tandhygienist')
    """
    licence, cards = licence_among(draft.clean_items(names, column))
    draft.profession = draft.profession or licence
    read = read_certificates("\n".join(cards), draft.as_of)
    draft.add_cards(read, known=False)
    for doubt in read.doubts:
        draft.note("doubtful", doubt, column)


def _legitimation(draft: Draft, text: str, column: str) -> None:
    draft.profession = draft.profession or read_profession(text)
    if not (draft.profession and find_professions(text)):
        read_prose(draft, text, column)


# "Other skills" are those that no work has taught.
_FURTHER = late(r"other|övrig|annat|andra|also|further", re.IGNORECASE)


def _cards(draft: Draft, text: str) -> list[str]:
    """Items of a list of courses without those in Swedish, which are evidence of its level."""
    items = split_list(text)
    courses = [item for item in items if read_courses(item).interval is not None]
    for course in courses:
        add_course(draft, course)
    return [item for item in items if item not in courses]


_BRACKET = late(r"\s*\([^()]*\)")
_CARD = 40
"""A longer label tells of more than a card, in characters."""


def add_section(draft: Draft, heading: str, title: str, text: str, column: str) -> None:
    """One free section of a CV, by its headings: cards and courses, the way to a licence, a car, informal skills.

    Examples
    --------
    >>> draft = Draft("cv.xml", "cv")
    >>> add_section(draft, "Övrig information", "Intyg", "ID06, heta arbeten", "Others")
    >>> add_section(draft, "Kurser", "HLR", "oktober 2026", "Others")
    >>> draft.certificates
    ['id06', 'heta_arbeten', 'hlr']
    """
    plan = _PLANS.get(kind_of(title) or kind_of(heading) or "")
    if plan:
        plan(draft, Section("wish", [part for line in text.split("\n") for part in SENTENCE.split(line)]), None)
    elif _DRIVES.search(title) or (_DRIVES.search(heading) and read_licences(text)[0]):
        read_paper_lines(draft, Section("paper", text.split("\n")), None)
    elif _LEGITIMATION.search(title):
        _legitimation(draft, text, column)
    elif kind_of(title) == "skill" and not _FURTHER.match(title):
        add_skills_or_cards(draft, split_list(text), column)
    elif _CAR.fullmatch(title.strip()):
        read_prose(draft, text, column)
    elif _ASSESSED.search(title):
        if draft.education and (said := read_validated(text)):
            draft.education[-1] = draft.education[-1].model_copy(update={"validated": said})
        draft.note("dropped", "only whether an education has been assessed is taken", column)
    elif find_certificates(title) and not re.search(r"[^\W\d_]{2}", read_period(text).rest):
        # The year it was taken is all that is said of it; a comma belongs to its name.
        draft.certificates += read_certificates(title.replace(",", " "))[0]
    elif _CERTIFICATES.search(title):
        add_cards(draft, _cards(draft, text), column)
    elif _CERTIFICATES.search(heading):
        add_cards(draft, [title], column)
    elif _INFORMAL.search(title) or _INFORMAL.search(heading):
        draft.informal += draft.clean_items(split_list(text, sentences=True), column)
    else:
        draft.note("dropped", "a section that is not used for matching", column)


_IN = late(r"(?:,|\b(?:in|i|at)\s|\s[-–]\s)\s*(?P<where>[^\W\d_][^,]*(?:,[^,]+)?)$")


def countries_of_employer(employer: str) -> list[str]:
    """Give the country of an employer by the place behind its name or in it.

    Examples
    --------
    >>> countries_of_employer("Workshop in Isfahan, Iran"), countries_of_employer("Restaurang Beirut")
    (['IR'], [])
    >>> countries_of_employer("Sundsvalls kommun"), countries_of_employer("Hotell Havet Gävle")
    (['SE'], ['SE'])
    """
    match = _IN.search(employer)
    return countries_of(match["where"] if match else "") or (["SE"] if is_in_sweden(employer) else [])


def place_in(summary: str) -> str:
    """Sentence of a summary that is a place and nothing else, or an empty text.

    Examples
    --------
    >>> place_in("Lacquering of frames. Karlstad, Sweden."), place_in("Lacquering of frames.")
    ('Karlstad, Sweden', '')
    """
    return next((one for one in re.split(r"[.!]\s+|\n", summary.rstrip(". ")) if is_place(one)), "")


def countries_of(place: str) -> list[str]:
    """ISO 3166-1 codes of the countries of a place, Sweden where it is a municipality.

    Examples
    --------
    >>> countries_of("Isfahan, Iran"), countries_of("Täby"), countries_of("")
    (['IR'], ['SE'], [])
    """
    if not place:
        return []
    found = [p.code for p in find_places(place)] or [c for c in [country_code(place.split(",")[-1])] if c]
    here = is_in_sweden(place) or any(municipality(part.strip()) for part in place.split(","))
    return found or [p.code for p in find_countries(place)] or (["SE"] if here else [])
