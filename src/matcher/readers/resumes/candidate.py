"""The ``Candidate`` document of Europass (HR-XML 3, since 2020), read by local names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from matcher.patterns import late
from matcher.readers.cells.language import language
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.places import is_place
from matcher.readers.cells.work import Job
from matcher.readers.cells.worktime import hours_of, read_hours
from matcher.readers.draft import Draft
from matcher.readers.files.markup import plain_text
from matcher.readers.files.xmltree import children, everywhere, fields_of, lines_of, local, text_of
from matcher.readers.resumes.cvparts import (
    EQF,
    add_education,
    add_section,
    add_skills_or_cards,
    countries_of,
    countries_of_employer,
    levels_by_skill,
    lower_of,
)
from matcher.readers.resumes.summaries import read_summary
from matcher.readers.times.months import Month, read_date
from matcher.readers.times.periods import Period
from matcher.readers.told.prose import read_prose
from matcher.readers.told.toldjobs import country_in
from matcher.taxonomy.facts.countries import country_code, find_countries
from matcher.taxonomy.facts.languages import language_code
from matcher.taxonomy.facts.municipalities import municipality

if TYPE_CHECKING:
    from lxml.etree import _Element

_ESCO_OCCUPATION = late(r"http://data\.europa\.eu/esco/occupation/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_NO_OCCUPATION = "-000000000000"
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
    # One profile a language: the Swedish one is read, else the first.
    profile = next((p for p in profiles if p.get("languageCode") == "sv"), profiles[0] if profiles else None)
    # What the other languages' profiles hold is told of as a whole.
    for part in (part for part in root if local(part) and (local(part) != "CandidateProfile" or part is profile)):
        draft.tally("candidate", {local(part): fields_of(part)})
    if profile is None:
        return []
    if len(profiles) > 1:
        draft.note("dropped", "the same CV in another language", "CandidateProfile")
    for position in everywhere(profile, "PositionHistory"):
        _job(draft, position)
    for school in everywhere(profile, "EducationOrganizationAttendance"):
        _school(draft, school)
    for licence in everywhere(profile, "License"):
        _licence(draft, licence)
    for competency in everywhere(profile, "PersonCompetency"):
        _competency(draft, competency)
    for preferences in children(profile, "CandidatePositionPreferences"):
        _preferences(draft, preferences)
    summary = plain_text(text_of(profile, "ExecutiveSummary"))
    wishes = not draft.wishes
    read_prose(draft, summary, "ExecutiveSummary", as_of, wishes=wishes)
    for others in children(profile, "Others"):
        _others(draft, others)
    read_summary(draft, summary, "ExecutiveSummary", as_of, wishes=wishes)
    if summary:
        draft.note("dropped", "free text; only named facts are taken from it", "ExecutiveSummary")
    dates = [read_date(text_of(day)) for day in everywhere(profile, "FormattedDateTime")]
    return [day for day in dates if day]


def _licence(draft: Draft, licence: _Element) -> None:
    code, name = text_of(licence, "LicenseTypeCode"), text_of(licence, "LicenseName")
    licences, _ = read_licences(f"{code} {name}".strip())
    draft.licences += licences
    draft.expect(read_licences(code)[0], code, "a class of driving licence", "License.LicenseTypeCode")
    draft.expect(licences, name, "a class of driving licence", "License.LicenseName")
    if licences and name:
        draft.note("dropped", "only class, country and validity are taken", "License.LicenseName")


def _others(draft: Draft, others: _Element) -> None:
    for other in children(others, "Other"):
        words = plain_text(text_of(other, "Description"))
        add_section(draft, text_of(others, "Title"), text_of(other, "Title"), words, "Others")


def _preferences(draft: Draft, preferences: _Element) -> None:
    wishes = [text_of(title) for title in children(preferences, "PositionTitle")]
    draft.wishes += draft.clean_items(filter(None, wishes), "CandidatePositionPreferences")
    for schedule in children(preferences, "PositionScheduleTypeCode"):
        said = text_of(schedule)
        hours = hours_of(said) or read_hours(said)
        draft.hours = draft.hours or hours
        draft.expect(hours, said, "full or part time", "CandidatePositionPreferences.PositionScheduleTypeCode")


def _person(draft: Draft, person: _Element | None) -> None:
    if person is None:
        return
    for contact in children(person, "Communication"):
        city = text_of(contact, "Address", "CityName")
        place = municipality(city) if city else None
        draft.municipality = draft.municipality or (place.name if place else None)
        draft.expect(place, city, "a Swedish municipality", "Communication.Address.CityName")
    for own in children(person, "PrimaryLanguageCode"):
        code = language_code(text_of(own))
        if code:
            draft.languages.append(language(code, levels_by_skill(), native=True))
        draft.expect(code, text_of(own), "a language", "PrimaryLanguageCode")


def _job(draft: Draft, position: _Element) -> None:
    said = lines_of(position, "PositionTitle")
    if not said:
        draft.note("doubtful", "expected a title; the job is left out", "PositionHistory")
        return
    time = next(iter(children(position, "EmploymentPeriod")), None)
    period = _period(draft, time, "EmploymentPeriod", _flag(draft, time, "EmploymentPeriod.CurrentIndicator"))
    country = country_code(text_of(position, "Country"))
    draft.expect(country, text_of(position, "Country"), "a country", "PositionHistory.Country")
    duties = plain_text(text_of(position, "Description")).replace("\n", ". ")
    employer = text_of(position.getparent(), "OrganizationName")
    country = country or _told_country(" ".join(said.split()), employer, duties)
    title = " ".join(draft.clean_clauses(said, "PositionHistory", labels=True).split())
    job = Job(title, period, (country,) if country else (), duties or None, _esco_occupation(position))
    draft.add_jobs([job], "PositionHistory")


def _told_country(title: str, employer: str, duties: str) -> str | None:
    """Country of a job whose field for it is empty: beside the employer, in the title or where the duties were done."""
    told = (countries_of(employer) if is_place(employer) else countries_of_employer(employer), [*country_in(title)])
    return next((codes[0] for codes in (*told, [*country_in(duties)]) if codes), None)


def _esco_occupation(position: _Element) -> str | None:
    """Address of the ESCO occupation that a title was chosen from; the portal puts it into whichever attribute."""
    titles = children(position, "PositionTitle")
    addresses = (str(value) for title in titles for value in title.attrib.values())
    return next((a for a in addresses if _ESCO_OCCUPATION.fullmatch(a) and not a.endswith(_NO_OCCUPATION)), None)


def _flag(draft: Draft, holder: _Element | None, column: str) -> bool:
    said = text_of(holder, column.rsplit(".", 1)[-1]).casefold()
    draft.expect(said in ("true", "false"), said, "true or false", column)
    return said == "true"


def _period(draft: Draft, time: _Element | None, column: str, current: bool) -> Period:
    """Period of two dates, each of which may stand for itself; ``current`` leaves the end open."""
    start, end = (text_of(time, name, "FormattedDateTime") for name in ("StartDate", "EndDate"))
    return draft.period(start, end, column, ("StartDate.FormattedDateTime", "EndDate.FormattedDateTime"), current)


def _school(draft: Draft, school: _Element) -> None:
    degree = " ".join(
        draft.clean_clauses(lines_of(school, "EducationDegree", "DegreeName"), "EducationHistory").split()
    )
    name = text_of(school, "OrganizationName")
    time = next(iter(children(school, "AttendancePeriod")), None)
    period = _period(draft, time, "AttendancePeriod", _flag(draft, time, "AttendancePeriod.Ongoing"))
    address = ("OrganizationContact", "Communication", "Address", "CountryCode")
    country = text_of(school, "Country") or text_of(school, "CountryCode") or text_of(school, *address)
    draft.expect(country_code(country), country, "a country", "EducationOrganizationAttendance.Country, CountryCode")
    code = text_of(school, "EducationLevelCode")
    draft.expect(code[:1] in EQF, code, "a level of the EQF", "EducationLevelCode")
    if name:
        draft.note("dropped", "only its country and kind are taken", "EducationOrganizationAttendance.OrganizationName")
    place = name if find_countries(name) or not country else f"{name}, {country.upper()}"
    is_open = period.is_open or period.ends_after(draft.as_of)
    add_education(draft, "EducationHistory", degree, place, code, period.years(), is_open=is_open)


def _competency(draft: Draft, competency: _Element) -> None:
    name = text_of(competency, "CompetencyID")
    kind = text_of(competency, "TaxonomyID")
    draft.expect(
        kind in ("language", "other"), kind, "language or other; read as a skill", "PersonCompetency.TaxonomyID"
    )
    if kind != "language":
        add_skills_or_cards(draft, [name] if name else [], "PersonCompetency")
        return
    code = language_code(name)
    if code is None:
        draft.expect(code, name, "a language", "PersonCompetency.CompetencyID")
        draft.expect(name, kind, "a language", "PersonCompetency.TaxonomyID")
        return
    found = dict.fromkeys(_SKILLS.values(), "")
    for dimension in children(competency, "CompetencyDimension"):
        kind, score = text_of(dimension, "CompetencyDimensionTypeCode"), text_of(dimension, "Score", "ScoreText")
        skill = _SKILLS.get(kind)
        draft.expect(skill, kind, "a kind of language skill", "CompetencyDimension.CompetencyDimensionTypeCode")
        draft.expect(kind, score, "a level with its kind of skill", "CompetencyDimension.Score.ScoreText")
        draft.expect(lower_of(score), score, "a level from A1 to C2", "CompetencyDimension.Score.ScoreText")
        if skill:
            found[skill] = score
    levels = levels_by_skill(
        found["listening"], found["reading"], found["writing"], found["interaction"], found["production"]
    )
    draft.languages.append(language(code, levels))
