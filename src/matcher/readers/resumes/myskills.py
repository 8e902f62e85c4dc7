"""MYSKILLS ``CVInput`` and JobTech's mydata-cv: small JSON CVs with dates as plain strings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from matcher.readers.cells.language import language, read_levels
from matcher.readers.cells.words import tidy
from matcher.readers.cells.work import Job
from matcher.readers.draft import Draft
from matcher.readers.fields import MAX_LIST
from matcher.readers.files.jsonvalues import first_record, json_records
from matcher.readers.files.source import Source
from matcher.readers.newest import newest_date
from matcher.readers.report import Batch, Note
from matcher.readers.resumes.cvparts import add_education
from matcher.readers.times.months import Month, read_date
from matcher.readers.times.periods import Period, period_of
from matcher.readers.told.prose import read_prose
from matcher.records import Profile
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.facts.languages import language_code


class MySkillsReader:
    """Reads MYSKILLS and mydata-cv documents."""

    name = "myskills"
    kind: Literal["profiles"] = "profiles"

    def recognises(self, source: Source) -> bool:
        """Whether the first object is a ``cv`` (or holds one) with experiences, or a mydata-cv with its base data."""
        first = first_record(source)
        if first is None:
            return False
        cv = first.get("cv", first)
        if not isinstance(cv, dict):
            return False
        named = {"occupation", "experiences", "educations"} & cv.keys()
        return (len(named) >= 2) or ("baseData" in cv and "experience" in cv)

    def read(self, source: Source, **options: Any) -> Batch[Profile]:
        """Read every CV; the file's name is the id."""
        as_of: date | None = options.get("as_of")
        records: list[Profile] = []
        notes: list[Note] = list(source.notes)
        read: set[str] = set()
        for item in json_records(source):
            value = item.value.get("cv", item.value) if isinstance(item.value, dict) else None
            if item.problem or not isinstance(value, dict):
                notes.append(Note("refused", source.name, item.problem or "expected a CV object", line=item.line))
                continue
            name = source.stem if not records else f"{source.stem}-{len(records) + 1}"
            draft = Draft(source.name, name, item.line, as_of=as_of)
            dates = _fill(draft, value, as_of)
            records.append(draft.build(newest_date([draft], as_of, dates)))
            notes += draft.notes
            read |= draft.read
        return Batch(tuple(records), tuple(notes), fields=tuple(sorted(read)))


def _rows(value: object) -> list[Mapping[str, Any]]:
    return [row for row in value[:MAX_LIST] if isinstance(row, dict)] if isinstance(value, list) else []


def _first(row: Mapping[str, Any], *keys: str) -> str:
    return next((text for key in keys if (text := tidy(row.get(key)))), "")


def _fill(draft: Draft, cv: Mapping[str, Any], as_of: date | None) -> list[Month]:
    draft.tally("myskills", cv)
    dates: list[Month] = []
    for row in _rows(cv.get("experiences") or cv.get("experience")):
        start, end = _first(row, "start", "fromDate"), _first(row, "end", "toDate")
        title = _first(row, "term", "title")
        countries = tuple(p.code for p in find_countries(_first(row, "employer")))[:1]
        if _first(row, "employer"):
            draft.note("dropped", "only its country is taken", "experiences.employer, experience.employer")
        for key in ("start", "fromDate", "end", "toDate"):
            _dated(draft, row, "experience", key)
        if not title:
            draft.note("doubtful", "expected a title; the job is left out", "experience")
        else:
            draft.add_jobs(
                [Job(title, period_of(start, end), countries, _first(row, "description") or None)], "experience"
            )
        dates += [day for text in (start, end) if (day := read_date(text))]
    _occupation(draft, cv.get("occupation"))
    for row in _rows(cv.get("educations") or cv.get("education")):
        period = period_of(_first(row, "start"), _first(row, "end"))
        for key in ("start", "end"):
            _dated(draft, row, "education", key)
        if _first(row, "school", "schoolName"):
            draft.note("dropped", "only its country is taken", "educations.school, education.schoolName")
        title = ", ".join(filter(None, (_first(row, "degree"), _first(row, "programme", "fieldOfStudy"))))
        school, is_open = _first(row, "school", "schoolName"), period.ends_after(draft.as_of)
        add_education(draft, "education", title, school, years=period.years(), is_open=is_open)
    labels = [_first(row, "term", "name") for row in _rows(cv.get("skills"))]
    draft.skills += draft.clean_items(filter(None, labels), "skills")
    for row in _rows(cv.get("languages")):
        code = language_code(_first(row, "languageName", "language"))
        levels, said = read_levels(_first(row, "proficiency")), _first(row, "proficiency")
        draft.expect(code, _first(row, "languageName", "language"), "a language", "languages.languageName")
        draft.expect(code and not levels.is_empty, said, "a level of a language", "languages.proficiency")
        if code:
            draft.languages.append(language(code, levels))
    if text := tidy(cv.get("personalDescription")):
        read_prose(draft, text, "personalDescription", as_of)
        draft.note("dropped", "free text; only named facts are taken from it", "personalDescription")
    return dates


def _dated(draft: Draft, row: Mapping[str, Any], column: str, key: str) -> None:
    said = _first(row, key)
    held = read_date(said) or period_of("2000", said).is_open
    # The one format writes its lists in the plural, the other does not.
    draft.expect(held, said, "a date", f"{column}.{key}, {column}s.{key}")


def _occupation(draft: Draft, value: object) -> None:
    """Read the occupation with its stated years; a job of its own unless one with its title is listed."""
    if not isinstance(value, dict) or not tidy(value.get("term")):
        return
    experience = value.get("experience")
    years = tidy(experience.get("years") if isinstance(experience, dict) else value.get("years"))
    title = tidy(value.get("term"))
    if not any(job.title.casefold() == title.casefold() for job in draft.jobs):
        fits = years.replace(".", "", 1).isdigit() and 0 < float(years) <= 60
        draft.expect(fits, years, "years of work", "occupation.experience.years")
        length = float(years) if fits else None
        draft.add_jobs([Job(title, Period(stated=length))], "occupation")
    draft.wishes += draft.clean_items([title], "occupation")


READER = MySkillsReader()
