"""A table of jobs, one row each, as an employer or the organizer of a fair keeps it: CSV or a workbook (XLSX, ODS)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from matcher.errors import InvalidRecordError
from matcher.patterns import late
from matcher.readers.ads.adcolumns import FIRST_ROWS, field_of, header_in, sense_of
from matcher.readers.ads.adrecord import AdShelf, Place, make_ad
from matcher.readers.cells.worktime import hours_of
from matcher.readers.files.grid import Row, lines_of, read_rows, tell_separator
from matcher.readers.files.source import Source
from matcher.readers.files.tolerant import as_count
from matcher.readers.files.workbooks import is_workbook, read_sheets
from matcher.readers.report import Batch
from matcher.readers.sheets.headers import may_hold_table
from matcher.records import JobAd
from matcher.taxonomy.facts.municipalities import municipality

_LEFT_OUT = {"contact": "names and ways to reach people are not kept", "link": "addresses of pages are not kept"}
# What a column without a known header says stays in the text, under its header, as what it demands does.
_IN_TEXT = ("must", "nice", "able", "topic", None)
_NOTHING = frozenset(("", "-", "–", "—", "?", "n/a", "na", "ej angivet", "ingen uppgift"))
_OF_A_JOB = frozenset(("title", "occupation", "text", "must", "nice"))
"""Fields of which a row tells at least one; sums and remarks below a table tell none."""

_GROUP_DIGITS = 4
_UNIT = late(r"[ ]?\((år|years?|mån(?:ader)?|months?)\)$")
_PLACES = late(r"\s*(?:[,/;]|(?<!\w)(?:och|eller|samt|and|or)(?!\w))\s*")
_NUMBERS = late(r"\d{1,2}(?:[.,]\d)?(?:\+|[ ]?[-–][ ]?\d{1,2})?")


class AdSheetReader:
    r"""Reads a table of jobs; what its columns demand becomes the ad's text, "header: cell" a line.

    Examples
    --------
    >>> table = "Företag;Tjänst;Ort;Krav;Meriterande\nKol AB;Sotare;Solna;B-körkort, höjdvana;liftkort"
    >>> ad = READER.read(Source("jobb.csv", table.encode()))[0]
    >>> ad.id, ad.headline, ad.employer, ad.municipality
    ('jobb-1', 'Sotare', 'Kol AB', 'Solna')
    >>> ad.text
    'Krav: B-körkort, höjdvana\nMeriterande: liftkort'
    """

    name = "adsheet"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Tell by a header that names a job, and what is asked of those who want it."""
        if source.folder is None and is_workbook(source.data):
            return any(header_in(_cells(rows)) is not None for rows in _tables(source))
        return may_hold_table(source) and tell_separator(source, sense_of)[1] > 0

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read every row below a header.

        Raises
        ------
        ReadError
            No row names the columns of a table of jobs.
        """
        shelf = AdShelf(source)
        numbers = itertools.count(1)
        found = False
        for number, rows in enumerate(_tables(source), 1):
            at = header_in(_cells(rows))
            if at is not None:
                found = True
                _read_table(shelf, rows[at].cells, rows[at + 1 :], numbers)
            elif any(not row.is_blank for row in rows):
                shelf.place.remark("dropped", "a sheet without a header of a table of jobs", f"sheet {number}")
        if not found:
            raise InvalidRecordError(
                source.name, "a header row that names a job and its demands (title, employer, requirements ...)"
            )
        return shelf.batch()


def _tables(source: Source) -> Iterator[list[Row]]:
    """Rows of each table of a file."""
    if is_workbook(source.data):
        yield from (list(sheet.rows) for sheet in read_sheets(source.data, source.name))
        return
    separator, _, skip = tell_separator(source, sense_of)
    rows = read_rows(lines_of(source.chunks()), separator, source.name)
    yield list(itertools.islice(rows, skip, None))


def _cells(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    return [row.cells for row in rows[:FIRST_ROWS]]


def _read_table(shelf: AdShelf, header: Sequence[str], rows: Iterable[Row], numbers: Iterator[int]) -> None:
    fields = [field_of(cell) for cell in header]
    for name, field in zip(header, fields, strict=True):
        if field in _LEFT_OUT:
            shelf.place.remark("dropped", _LEFT_OUT[field], name.strip())
        elif field is None and name.strip():
            shelf.place.remark("guessed", "a column that no list knows; it is kept in the text", name.strip())
    for row in rows:
        if row.is_blank or [cell.strip() for cell in row.cells] == [cell.strip() for cell in header]:
            continue
        said = [
            (name, field, cell.strip())
            for name, field, cell in zip(header, fields, row.cells, strict=False)
            if cell.strip().lower() not in _NOTHING
        ]
        if any(cell.strip() for cell in row.cells[len(header) :]):
            shelf.place.at(row.line).remark("dropped", "what stands beyond the last column of the header")
        if not _OF_A_JOB.isdisjoint(field for _, field, _ in said):
            _add(shelf, shelf.place.at(row.line), said, next(numbers))
        elif said:
            shelf.place.at(row.line).remark("refused", "expected a title or what the job demands")


def _line(header: str, said: str) -> str:
    """Put a cell under its header, as a list where it has lines of its own."""
    label = header.strip().rstrip(":* ").replace("\n", " ")
    if (unit := _UNIT.search(label)) and _NUMBERS.fullmatch(said):
        label, said = label[: unit.start()], f"{said} {unit[1]}"  # "Erfarenhet (år)": 2
    label = label[:1].upper() + label[1:]
    if not label:
        return said
    return f"{label}:\n{said}" if "\n" in said else f"{label}: {said}"


def _add(shelf: AdShelf, place: Place, said: Sequence[tuple[str, str | None, str]], number: int) -> None:
    """Add the ad of a row, of whose cells the header, the field and the content are given."""
    told: dict[str, str] = {}
    text: list[str] = []
    for name, field, cell in said:
        # A second place or title, and hours in words that tell neither full nor part time, stay in the text.
        known = field and field not in (*_IN_TEXT, "text") and (field != "hours" or hours_of(cell))
        if known and field and field not in told:
            told[field] = cell
        elif field not in _LEFT_OUT:
            text.append(cell if field == "text" else _line(name, cell))
    ad_id = told.get("id") or f"{place.source.stem}-{number}"
    place = place.at(place.line, ad_id)
    group = told.get("occupation_group", "")
    vacancies = as_count(told.get("vacancies"))
    place.expect(vacancies, told.get("vacancies"), "a number of vacancies", "vacancies")
    places = [where for where in _PLACES.split(told.get("municipality", "")) if municipality(where)]
    if "municipality" in told and not places:
        text.append(_line("Ort", told["municipality"]))
    known_place = municipality(places[0]) if places else None
    ad = make_ad(
        place,
        id=ad_id,
        headline=told.get("title") or told.get("occupation", ""),
        text="\n".join(text),
        occupation={"label": told.get("occupation")},
        occupation_group=group if group.isdecimal() and len(group) == _GROUP_DIGITS else None,
        employer=told.get("employer"),
        municipality=known_place.name if known_place else None,
        municipality_code=known_place.code if known_place else None,
        places=places,
        deadline=place.last_day(told.get("deadline"), "deadline"),
        vacancies=vacancies,
        hours=hours_of(told.get("hours", "")),
    )
    shelf.add(ad, place.line)


READER = AdSheetReader()
