"""The ``SkillsPassport`` of the old Europass (XML 3.0 to 3.4 and JSON), both through one tree of plain values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from matcher.patterns import late
from matcher.readers.cells.language import language
from matcher.readers.cells.licence import read_licences
from matcher.readers.cells.plans import read_wishes
from matcher.readers.cells.words import split_list
from matcher.readers.cells.work import Job
from matcher.readers.draft import Draft
from matcher.readers.fields import MAX_LIST
from matcher.readers.files.markup import plain_text
from matcher.readers.files.xmltree import local
from matcher.readers.resumes.cvparts import add_education, add_section, add_skills_or_cards, levels_by_skill, lower_of
from matcher.readers.times.months import Month, read_date
from matcher.readers.times.periods import period_of
from matcher.readers.told.prose import read_prose
from matcher.taxonomy.facts.certificates import find_certificates
from matcher.taxonomy.facts.countries import country_code
from matcher.taxonomy.facts.languages import language_code
from matcher.taxonomy.facts.municipalities import municipality

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMED = late(r"^(?:certifikat|intyg|kurser|certificates?|courses?)\s*:\s*", re.IGNORECASE)
_CARD = 60
"""A longer item tells of more than cards, in characters."""
_WISH_HEADLINES = ("job_applied_for", "position", "preferred_job")


def tree_of(element: _Element) -> Any:
    """Make an element plain values: lists for ``...List``, a mapping for children and attributes, else text."""
    named: dict[str, Any] = {}
    for key, value in element.attrib.items():
        named[re.sub(r"\{.*\}", "", str(key)).capitalize()] = str(value)
    for child in element:
        name = local(child)
        if not name:
            continue
        if name.endswith("List"):
            named[name.removesuffix("List")] = [tree_of(item) for item in child if local(item)]
        elif isinstance(known := named.get(name), list):
            known.append(tree_of(child))
        elif name in named:
            named[name] = [known, tree_of(child)]
        else:
            named[name] = tree_of(child)
    text = (element.text or "").strip()
    if named and not any(isinstance(child.tag, str) for child in element) and text:
        named["Label"] = text
    return named or text


def read_passport(draft: Draft, root: Mapping[str, Any], as_of: date | None = None) -> list[Month]:
    """Read a ``SkillsPassport`` tree into a draft.

    Parameters
    ----------
    draft : Draft
    root : mapping
        What stands under ``SkillsPassport``.
    as_of : datetime.date, optional

    Returns
    -------
    list of Month
        Dates that the document gives.

    Examples
    --------
    >>> draft = Draft("cv.json", "cv")
    >>> work = [{"Position": {"Label": "Baker"}, "Period": {"From": {"Year": 2010}, "To": {"Year": 2014}}}]
    >>> _ = read_passport(draft, {"LearnerInfo": {"WorkExperience": work}})
    >>> draft.build().experience[0].years
    4.0
    """
    learner = _map(root.get("LearnerInfo"))
    dates: list[Month] = []
    _identification(draft, _map(learner.get("Identification")))
    headline = _map(learner.get("Headline"))
    if _label(headline.get("Type"), "Code") in _WISH_HEADLINES:
        draft.wishes += draft.clean_items(read_wishes(_label(headline.get("Description"))), "Headline")
    elif headline:
        draft.note("dropped", "a headline that asks for no work", "Headline")
    for row in _list(learner.get("WorkExperience")):
        dates += _job(draft, row)
    for row in _list(learner.get("Education")):
        dates += _school(draft, row)
    skills = _map(learner.get("Skills"))
    _languages(draft, _map(skills.get("Linguistic")))
    for name in ("JobRelated", "Computer", "Organisational", "Communication", "Other"):
        text = plain_text(_label(_map(skills.get(name)).get("Description")))
        if text:
            _free_skills(draft, text, name, as_of)
    _driving(draft, _map(skills.get("Driving")).get("Description"))
    for row in _list(learner.get("Achievement")):
        words = plain_text(_label(row.get("Description")))
        add_section(draft, "", _label(row.get("Title")), words, "Achievement")
    info = _map(root.get("DocumentInfo"))
    for key in ("LastUpdateDate", "CreationDate"):
        day = read_date(_label(info.get(key)))
        draft.expect(day, _label(info.get(key)), "a date", f"DocumentInfo.{key}")
        dates += [day] if day else []
    draft.tally("passport", root)
    return dates


def _driving(draft: Draft, said: object) -> None:
    classes = [_label(item, "Licence") for item in (said if isinstance(said, list) else [said])]
    for one in filter(None, classes):
        licences, _ = read_licences(one)
        draft.expect(licences, one, "a class of driving licence", "Driving.Description")
        draft.licences += licences
    if draft.licences:
        draft.note("doubtful", "the format does not say which country issued the licence", "Driving")


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Mapping[str, Any]]:
    rows = value if isinstance(value, list) else [value]
    return [row for row in rows[:MAX_LIST] if isinstance(row, dict)]


def _label(value: object, key: str = "Label") -> str:
    if isinstance(value, dict):
        value = value.get(key)
    return " ".join(str(value).split()) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _identification(draft: Draft, found: Mapping[str, Any]) -> None:
    city = _label(_map(_map(_map(found.get("ContactInfo")).get("Address")).get("Contact")).get("Municipality"))
    place = municipality(city) if city else None
    draft.municipality = place.name if place else None
    draft.expect(place, city, "a Swedish municipality", "ContactInfo.Address.Contact.Municipality")


def _day(value: object) -> str:
    """Join a date of the passport, parts as numbers (JSON) or as attributes such as ``--08`` (XML)."""
    row = _map(value)
    year, month = _label(row.get("Year")), re.sub(r"\D", "", _label(row.get("Month")))
    return f"{year}-{int(month):02d}" if year and month and 1 <= int(month) <= 12 else year


def _period(draft: Draft, row: Mapping[str, Any], column: str) -> tuple[str, str, bool]:
    time = _map(row.get("Period"))
    for name in ("From", "To"):
        for part, low, high in (("Year", 1900, 2100), ("Month", 1, 12)):
            said = _label(_map(time.get(name)).get(part))
            number = re.sub(r"\D", "", said)
            fits = bool(number) and low <= int(number[:4]) <= high
            draft.expect(fits, said, "a date", f"{column}.Period.{name}.{part}")
    current = _label(time.get("Current")) or str(time.get("Current") or "")
    draft.expect(current.casefold() in ("true", "false"), current, "true or false", f"{column}.Period.Current")
    return _day(time.get("From")), _day(time.get("To")), current.casefold() == "true"


def _job(draft: Draft, row: Mapping[str, Any]) -> list[Month]:
    start, end, current = _period(draft, row, "WorkExperience")
    title = _label(row.get("Position"))
    address = _map(_map(_map(row.get("Employer")).get("ContactInfo")).get("Address"))
    said = _label(_map(address.get("Contact")).get("Country"), "Code")
    country = country_code(said)
    draft.expect(country, said, "a country", "WorkExperience.Employer.ContactInfo.Address.Contact.Country.Code")
    duties = plain_text(_label(row.get("Activities"))).replace("\n", ". ")
    if title:
        job = Job(title, period_of(start, end, current), (country,) if country else (), duties or None)
        draft.add_jobs([job], "WorkExperience")
    else:
        draft.note("doubtful", "expected a position; the job is left out", "WorkExperience")
    return [day for text in (start, end) if (day := read_date(text))]


def _school(draft: Draft, row: Mapping[str, Any]) -> list[Month]:
    start, end, current = _period(draft, row, "Education")
    school = _map(row.get("Organisation"))
    address = _map(_map(_map(school.get("ContactInfo")).get("Address")).get("Contact"))
    country = _label(address.get("Country"), "Code")
    place = f"{_label(school.get('Name'))}, {country_code(country) or ''}"
    draft.expect(country_code(country), country, "a country", "Organisation.ContactInfo.Address.Contact.Country.Code")
    level = _label(row.get("Level"), "Code") if "EQF" in _label(row.get("Level")) else ""
    if row.get("Level"):
        for part, fits in (("Code", level[:1].isdigit()), ("Label", "EQF" in _label(row.get("Level")))):
            draft.expect(fits, _label(row.get("Level"), part), "a level of the EQF", f"Education.Level.{part}")
    period = period_of(start, end)
    title = plain_text(_label(row.get("Title")))
    is_open = current or period.ends_after(draft.as_of)
    add_education(draft, "Education", title, place, level, period.years(), is_open=is_open)
    return [day for text in (start, end) if (day := read_date(text))]


def _languages(draft: Draft, found: Mapping[str, Any]) -> None:
    for row in _list(found.get("MotherTongue")):
        code = _language(draft, row, "MotherTongue")
        if code:
            draft.languages.append(language(code, levels_by_skill(), native=True))
    for row in _list(found.get("ForeignLanguage")):
        code = _language(draft, row, "ForeignLanguage")
        level = {key: _label(value) for key, value in _map(row.get("ProficiencyLevel")).items()}
        for key, said in level.items():
            draft.expect(lower_of(said), said, "a level from A1 to C2", f"ForeignLanguage.ProficiencyLevel.{key}")
        if code is None:
            continue
        levels = levels_by_skill(
            level.get("Listening", ""), level.get("Reading", ""), level.get("Writing", ""),
            level.get("SpokenInteraction", ""), level.get("SpokenProduction", ""),
        )  # fmt: skip
        draft.languages.append(language(code, levels))


def _language(draft: Draft, row: Mapping[str, Any], column: str) -> str | None:
    said, label = _label(row.get("Description"), "Code"), _label(row.get("Description"))
    code = language_code(said or label)
    if code is None:
        draft.note("doubtful", "expected a language", f"{column}.Description.Code")
    elif said and label and language_code(label) != code:
        draft.note("doubtful", "expected one language; the code is read", f"{column}.Description.Label")
    return code


def _free_skills(draft: Draft, text: str, name: str, as_of: date | None) -> None:
    items = [item for item in split_list(text, sentences=True) if len(item) <= 80]
    if name in ("JobRelated", "Computer"):
        add_skills_or_cards(draft, items, name)
    elif name == "Other":
        cards = [item for item in items if find_certificates(item) and len(item) < _CARD]
        add_skills_or_cards(draft, [_NAMED.sub("", item) for item in cards], name)
        draft.informal += draft.clean_items([item for item in items if item not in cards], name)
    read_prose(draft, text, name, as_of, wishes=False)
    draft.note("dropped", "free text; only short items and named facts are taken from it", name)
