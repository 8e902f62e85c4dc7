"""A LinkedIn data export, folder or zip: positions, education, skills, languages, certificates; nothing else is opened.

Messages and connections are other people's data, and ``Ad_Targeting`` holds guesses at age and sex.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal

from matcher.errors import ReadError
from matcher.readers.cells.language import language, read_levels
from matcher.readers.cells.words import tidy
from matcher.readers.cells.work import Job
from matcher.readers.draft import Draft
from matcher.readers.files.grid import lines_of, read_rows
from matcher.readers.files.source import Source
from matcher.readers.newest import newest_date
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
_MAX_MEMBERS = 2000
MAX_MEMBER = 8 << 20
"""Largest file of a zip that is unpacked, in bytes."""


class LinkedInReader:
    """Reads a LinkedIn export."""

    name = "linkedin"
    kind: Literal["profiles"] = "profiles"

    def recognises(self, source: Source) -> bool:
        """Whether a folder itself, or a zip anywhere in it, holds at least one of the files that are read, by names."""
        if source.folder is not None:
            return "" in _exports(source.members())
        if not source.data.startswith(b"PK\x03\x04"):
            return False
        try:
            with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
                return bool(_exports(archive.namelist()[:_MAX_MEMBERS]))
        except (zipfile.BadZipFile, ValueError, OSError):
            return False

    def read(self, source: Source, **options: Any) -> Batch[Profile]:
        """Read each export as one profile; the source's name is the id, or its folder's where a zip holds several.

        Raises
        ------
        ReadError
            The zip is damaged.
        """
        as_of: date | None = options.get("as_of")
        notes: list[Note] = []
        exports = {"": _folder(source, notes)} if source.folder is not None else _archive(source, notes)
        records, read = [], set()
        for place, tables in exports.items():
            alike = sum(_split(one)[1] == _split(place)[1] for one in exports)
            own = "" if len(exports) == 1 else _split(place)[1] if alike == 1 else place.replace("/", " ")
            draft = Draft(source.name, own or source.stem, as_of=as_of)
            dates = _fill(draft, tables, as_of)
            records.append(draft.build(newest_date([draft], as_of, dates)))
            notes += draft.notes
            read |= draft.read
        return Batch(tuple(records), tuple(notes), fields=tuple(sorted(read)))


_Tables = dict[str, list[Mapping[str, str]]]


def _exports(names: Iterable[str]) -> list[str]:
    """Places that hold an export of their own: two people's lie in two folders, whose files have the same names."""
    return sorted({place for place, name in map(_split, names) if name in _MARKS})


def _split(name: str) -> tuple[str, str]:
    place, _, base = name.rpartition("/")
    return place, base


def _folder(source: Source, notes: list[Note]) -> _Tables:
    tables: _Tables = {}
    for name in source.members():
        place, base = _split(name)
        if place or base not in _FILES:
            notes.append(Note("dropped", f"{source.name}/{base}"[:200], "not read: other people's or protected data"))
            continue
        try:
            tables[base] = _rows(source.member(name).text, base, notes)
        except ReadError as error:
            notes.append(Note("refused", error.path, f"expected {error.expected}"))
    return tables


def _archive(source: Source, notes: list[Note]) -> dict[str, _Tables]:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            infos = archive.infolist()[:_MAX_MEMBERS]
            exports: dict[str, _Tables] = {place: {} for place in _exports(info.filename for info in infos)}
            for info in infos:
                place, base = _split(info.filename)
                if place in exports and base in _FILES:
                    _unpack(archive, info, base, source.name, exports[place], notes)
                elif base and not any(f"{place}/".startswith(f"{one}/" if one else "") for one in exports):
                    notes.append(Note("refused", source.name, "expected exports alone; unpack it to read the rest"))
                elif base:
                    notes.append(Note("dropped", source.name, "a file of the export that is not read"))
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError, NotImplementedError):
        raise ReadError(source.name, "an undamaged zip without a password") from None
    return exports


def _unpack(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, base: str, name: str, tables: _Tables, notes: list[Note]
) -> None:
    if info.file_size > MAX_MEMBER:
        notes.append(Note("refused", name, f"expected files of at most {MAX_MEMBER >> 20} MB", column=base))
        return
    with archive.open(info) as member:
        data = member.read(MAX_MEMBER + 1)
    if len(data) <= MAX_MEMBER:
        tables[base] = _rows(Source(base, data).text, base, notes)


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
