"""A LinkedIn data export, folder or zip: positions, education, skills, languages, certificates; nothing else is opened.

Messages and connections are other people's data, and ``Ad_Targeting`` holds guesses at age and sex.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from matcher.errors import ReadError
from matcher.readers.cells.language import language, read_levels
from matcher.readers.cells.words import tidy
from matcher.readers.cells.work import Job
from matcher.readers.draft import Draft, newest_date
from matcher.readers.files.grid import lines_of, read_rows
from matcher.readers.files.source import Source
from matcher.readers.report import Batch, Note
from matcher.readers.resumes.cvparts import add_cards, add_education
from matcher.readers.times.months import Month, read_date
from matcher.readers.told.prose import read_prose
from matcher.records import Profile
from matcher.taxonomy.facts.countries import country_code, find_countries
from matcher.taxonomy.facts.languages import language_code
from matcher.taxonomy.facts.municipalities import municipality

_FILES = ("Positions.csv", "Education.csv", "Skills.csv", "Languages.csv", "Certifications.csv", "Profile.csv")
_MARKS = frozenset(_FILES[:5])
_MAX_ROWS = 2000
MAX_MEMBER = 8 << 20
"""Largest file of a zip that is unpacked, in bytes."""


class LinkedInReader:
    """Reads a LinkedIn export."""

    name = "linkedin"
    kind: Literal["profiles"] = "profiles"

    def recognises(self, source: Source) -> bool:
        """Whether a folder or a zip holds at least one of the files that are read, by their names."""
        if source.folder is not None:
            return bool(_MARKS & {name.rsplit("/", 1)[-1] for name in source.members()})
        if not source.data.startswith(b"PK\x03\x04"):
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
                return bool(_MARKS & {name.rsplit("/", 1)[-1] for name in archive.namelist()[:2000]})
        except (zipfile.BadZipFile, ValueError, OSError):
            return False

    def read(self, source: Source, **options: Any) -> Batch[Profile]:
        """Read the export as one profile; its name is the id.

        Raises
        ------
        ReadError
            The zip is damaged.
        """
        as_of: date | None = options.get("as_of")
        draft = Draft(source.name, source.stem, as_of=as_of)
        notes: list[Note] = []
        tables = _folder(source, notes) if source.folder is not None else _archive(source, notes)
        dates = _fill(draft, tables, as_of)
        record = draft.build(newest_date([draft], as_of, dates))
        return Batch((record,), (*notes, *draft.notes), fields=tuple(sorted(draft.read)))


_Tables = dict[str, list[Mapping[str, str]]]


def _folder(source: Source, notes: list[Note]) -> _Tables:
    tables: _Tables = {}
    for name in source.members():
        base = name.rsplit("/", 1)[-1]
        if base not in _FILES:
            notes.append(Note("dropped", f"{source.name}/{base}"[:200], "not read: other people's or protected data"))
            continue
        try:
            tables[base] = _rows(source.member(name).text, base, notes)
        except ReadError as error:
            notes.append(Note("refused", error.path, f"expected {error.expected}"))
    return tables


def _archive(source: Source, notes: list[Note]) -> _Tables:
    tables: _Tables = {}
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            for info in archive.infolist()[:2000]:
                base = info.filename.rsplit("/", 1)[-1]
                if base not in _FILES:
                    if base:
                        notes.append(Note("dropped", source.name, "a file of the export that is not read"))
                    continue
                if info.file_size > MAX_MEMBER:
                    notes.append(
                        Note("refused", source.name, f"expected files of at most {MAX_MEMBER >> 20} MB", column=base)
                    )
                    continue
                with archive.open(info) as member:
                    data = member.read(MAX_MEMBER + 1)
                if len(data) <= MAX_MEMBER:
                    tables[base] = _rows(Source(base, data).text, base, notes)
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError, NotImplementedError):
        raise ReadError(source.name, "an undamaged zip without a password") from None
    return tables


def _rows(text: str, name: str, notes: list[Note]) -> list[Mapping[str, str]]:
    rows = [row for row in read_rows(lines_of([text]), ",", name, notes) if not row.is_blank]
    header = next(
        (i for i, row in enumerate(rows) if {"Name", "Title", "School Name", "Headline"} & set(row.cells)), None
    )
    if header is None:
        notes.append(Note("doubtful", name, "expected a header with the export's column names; the file is left out"))
        return []
    names = rows[header].cells
    if any(len(row.cells) > len(names) for row in rows[header + 1 :]):
        notes.append(Note("doubtful", name, "more cells than the header has; the last ones are left out"))
    if len(rows) > header + _MAX_ROWS:
        notes.append(Note("doubtful", name, f"expected at most {_MAX_ROWS} rows; the rest is left out"))
    return [
        {n: tidy(c) for n, c in zip(names, row.cells, strict=False)} for row in rows[header + 1 : header + _MAX_ROWS]
    ]


def _fill(draft: Draft, tables: _Tables, as_of: date | None) -> list[Month]:
    dates: list[Month] = []
    draft.tally("linkedin", {name.removesuffix(".csv"): rows for name, rows in tables.items()})
    for row in tables.get("Positions.csv", []):
        start, end = row.get("Started On", ""), row.get("Finished On", "")
        place = row.get("Location", "")
        countries = [p.code for p in find_countries(place)] or [c for c in [country_code(place.split(",")[-1])] if c]
        draft.expect(countries, place, "a country", "Positions.Location")
        period = draft.period(start, end, "Positions", ("Started On", "Finished On"))
        if not row.get("Title"):
            draft.note("doubtful", "expected a title; the job is left out", "Positions")
        else:
            job = Job(row["Title"], period, tuple(countries[-1:]), row.get("Description") or None)
            draft.add_jobs([job], "Positions.csv")
        dates += [day for text in (start, end) if (day := read_date(text))]
    for row in tables.get("Education.csv", []):
        days = row.get("Start Date", ""), row.get("End Date", "")
        period = draft.period(*days, "Education", ("Start Date", "End Date"))
        degree = row.get("Degree Name", "")
        add_education(
            draft,
            "Education.csv",
            degree,
            row.get("School Name", ""),
            years=period.years(),
            is_open=period.is_open or period.ends_after(draft.as_of),
        )
    draft.skills += draft.clean_items(
        [row["Name"] for row in tables.get("Skills.csv", []) if row.get("Name")], "Skills.csv"
    )
    for row in tables.get("Languages.csv", []):
        code = language_code(row.get("Name", ""))
        levels = read_levels(row.get("Proficiency", ""))
        draft.expect(code, row.get("Name", ""), "a language", "Languages.Name")
        draft.expect(code and not levels.is_empty, row.get("Proficiency", ""), "a level", "Languages.Proficiency")
        if code:
            draft.languages.append(language(code, levels))
    names = [row["Name"] for row in tables.get("Certifications.csv", []) if row.get("Name")]
    add_cards(draft, names, "Certifications.csv")
    for row in tables.get("Profile.csv", []):
        _profile(draft, row, as_of)
    return dates


def _profile(draft: Draft, row: Mapping[str, str], as_of: date | None) -> None:
    place = municipality(row.get("Geo Location", ""))
    draft.expect(place, row.get("Geo Location", ""), "a Swedish municipality", "Profile.Geo Location")
    if row.get("Summary"):
        draft.note("dropped", "free text; only named facts are taken from it", "Profile.Summary")
    draft.municipality = place.name if place else None
    wishes = [part.strip() for part in row.get("Headline", "").split("|")]
    draft.wishes += draft.clean_items(filter(None, wishes), "Profile.csv")
    read_prose(draft, row.get("Summary", ""), "Profile.csv", as_of, wishes=False)


READER = LinkedInReader()
