"""The ``Candidate`` document of Europass (HR-XML 3, since 2020), read by local names."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from matcher.readers.cells.language import language
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.work import Job
from matcher.readers.cvparts import add_education, add_section, levels_by_skill
from matcher.readers.draft import Draft
from matcher.readers.periods import Month, period_of, read_date
from matcher.readers.prose import read_prose
from matcher.readers.xmltree import children, everywhere, plain_text, text_of
from matcher.taxonomy.countries import country_code, find_countries
from matcher.taxonomy.languages import language_code
from matcher.taxonomy.municipalities import municipality

if TYPE_CHECKING:
    from lxml.etree import _Element

_PROTECTED = ("PersonName", "NationalityCode", "BirthDate", "GenderCode", "Disability", "Photo", "MaritalStatusCode")
_SKILLS = {
    "CEF-Understanding-Listening": "listening", "CEF-Understanding-Reading": "reading",
    "CEF-Speaking-Interaction": "interaction", "CEF-Speaking-Production": "production",
    "CEF-Writing-Production": "writing",
}  # fmt: skip


def read_candidate(draft: Draft, root: _Element, as_of: date | None = None) -> list[Month]:
    """Read a ``Candidate`` element into a draft.

    Parameters
    ----------
    draft : Draft
    root : lxml element
    as_of : datetime.date, optional

    Returns
    -------
    list of Month
        Dates that the document gives.
    """
    person = next(iter(children(root, "CandidatePerson")), None)
    _person(draft, person)
    profiles = children(root, "CandidateProfile")
    if not profiles:
        return []
    # One profile a language: the Swedish one is read, else the first.
    profile = next((p for p in profiles if p.get("languageCode") == "sv"), profiles[0])
    if len(profiles) > 1:
        draft.note("dropped", "the same CV in another language", "CandidateProfile")
    for position in everywhere(profile, "PositionHistory"):
        _job(draft, position)
    for school in everywhere(profile, "EducationOrganizationAttendance"):
        _school(draft, school)
    for licence in everywhere(profile, "License"):
        words = f"{text_of(licence, 'LicenseTypeCode')} {text_of(licence, 'LicenseName')}"
        draft.licences += read_licences(words.strip())[0]
    for competency in everywhere(profile, "PersonCompetency"):
        _competency(draft, competency)
    wishes = [
        text_of(title)
        for p in children(profile, "CandidatePositionPreferences")
        for title in children(p, "PositionTitle")
    ]
    draft.wishes += draft.clean_items(filter(None, wishes), "CandidatePositionPreferences")
    summary = plain_text(text_of(profile, "ExecutiveSummary"))
    read_prose(draft, summary, "ExecutiveSummary", as_of, wishes=not draft.wishes)
    if summary:
        draft.note("dropped", "free text; only named facts are taken from it", "ExecutiveSummary")
    for others in children(profile, "Others"):
        for other in children(others, "Other"):
            add_section(
                draft,
                text_of(others, "Title"),
                text_of(other, "Title"),
                plain_text(text_of(other, "Description")),
                "Others",
            )
    dates = [read_date(text_of(day)) for day in everywhere(profile, "FormattedDateTime")]
    return [day for day in dates if day]


def _person(draft: Draft, person: _Element | None) -> None:
    if person is None:
        return
    for name in _PROTECTED:
        if any(True for _ in everywhere(person, name)):
            draft.note("dropped", "a protected or personal field", f"CandidatePerson/{name}")
    for contact in children(person, "Communication"):
        city = text_of(contact, "Address", "CityName")
        place = municipality(city) if city else None
        draft.municipality = draft.municipality or (place.name if place else None)
        if city and place is None:
            draft.note("doubtful", "expected a Swedish municipality", "Communication/Address/CityName")
        if not city or any(True for _ in everywhere(contact, "URI")):
            draft.note("dropped", "a protected or personal field", "CandidatePerson/Communication")
    for own in children(person, "PrimaryLanguageCode"):
        code = language_code(text_of(own))
        if code:
            draft.languages.append(language(code, levels_by_skill(), native=True))
        else:
            draft.note("doubtful", "expected a language", "PrimaryLanguageCode")


def _job(draft: Draft, position: _Element) -> None:
    title = text_of(position, "PositionTitle")
    if not title:
        draft.note("doubtful", "expected a title", "PositionHistory")
        return
    time = next(iter(children(position, "EmploymentPeriod")), None)
    start, end = text_of(time, "StartDate", "FormattedDateTime"), text_of(time, "EndDate", "FormattedDateTime")
    period = period_of(start, end, text_of(time, "CurrentIndicator").casefold() == "true")
    country = country_code(text_of(position, "Country"))
    duties = plain_text(text_of(position, "Description")).replace("\n", ". ")
    title = re.sub(r"\s+", " ", title)
    draft.add_jobs([Job(title, period, (country,) if country else (), duties or None)], "PositionHistory")


def _school(draft: Draft, school: _Element) -> None:
    degree, name = text_of(school, "EducationDegree", "DegreeName"), text_of(school, "OrganizationName")
    time = next(iter(children(school, "AttendancePeriod")), None)
    period = period_of(text_of(time, "StartDate", "FormattedDateTime"), text_of(time, "EndDate", "FormattedDateTime"))
    country = text_of(school, "Country") or text_of(school, "CountryCode")
    place = name if find_countries(name) or not country else f"{name}, {country.upper()}"
    add_education(draft, "EducationHistory", degree, place, text_of(school, "EducationLevelCode"), period.years())


def _competency(draft: Draft, competency: _Element) -> None:
    name = text_of(competency, "CompetencyID")
    if text_of(competency, "TaxonomyID") != "language":
        draft.skills += draft.clean_items([name] if name else [], "PersonCompetency")
        return
    code = language_code(name)
    if code is None:
        draft.note("doubtful", "expected a language", "PersonCompetency")
        return
    found = dict.fromkeys(_SKILLS.values(), "")
    for dimension in children(competency, "CompetencyDimension"):
        skill = _SKILLS.get(text_of(dimension, "CompetencyDimensionTypeCode"))
        if skill:
            found[skill] = text_of(dimension, "Score", "ScoreText")
    levels = levels_by_skill(
        found["listening"], found["reading"], found["writing"], found["interaction"], found["production"]
    )
    draft.languages.append(language(code, levels))
