"""Rows of one table as people: its header found, its columns understood, totals and remarks left out."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from matcher.errors import InvalidRecordError
from matcher.readers.cells.words import is_silent
from matcher.readers.columns import Column
from matcher.readers.contents import refine
from matcher.readers.draft import Draft, newest_date
from matcher.readers.grid import Row
from matcher.readers.headers import find_header
from matcher.readers.persons import fill
from matcher.readers.protected import reason_to_drop
from matcher.readers.report import Batch, Note
from matcher.readers.rowcells import Cells
from matcher.records import Profile

HEADER_ROWS = 15
"""First rows among which a header is looked for."""
_SAMPLE = 40
_TOTAL = re.compile(r"(?:totalt?|summa|antal|sum|average|medel(?:värde)?|count)(?![^\W\d_])", re.IGNORECASE)


@dataclass
class Table:
    """What was read of one table.

    Attributes
    ----------
    columns : tuple of Column
    drafts : list of Draft
        People in the order of their first rows.
    notes : list of Note
        About the table, not about a person.
    """

    columns: tuple[Column, ...]
    drafts: list[Draft]
    notes: list[Note]


def read_table(
    rows: Iterator[Row],
    name: str,
    stem: str,
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
    known: Mapping[str, Draft] | None = None,
) -> Table:
    """Read the rows of a table into drafts.

    Parameters
    ----------
    rows : iterator of Row
    name, stem : str
        File name for the report; the beginning of the ids where the table has none.
    mapping : mapping of str to str, optional
    as_of : datetime.date, optional
    known : mapping of str to Draft, optional
        People of another table by id; rows with their ids tell more of them.

    Returns
    -------
    Table

    Raises
    ------
    InvalidRecordError
        No header names fields of a profile.

    Examples
    --------
    >>> table = read_table(iter([Row(1, ("Nr", "Yrke", "KK")), Row(2, ("7", "kock", "B"))]), "p.csv", "p")
    >>> [draft.id for draft in table.drafts]
    ['7']
    """
    first = list(itertools.islice(rows, HEADER_ROWS))
    found = find_header([row.cells for row in first], mapping)
    if found is None:
        raise InvalidRecordError(name, "a header row that names fields of a profile (id, language, licence, job ...)")
    at, by_header = found
    below = [row for row in (*first[at + 1 :], *itertools.islice(rows, _SAMPLE)) if not row.is_blank]
    columns = refine(by_header, [row.cells for row in below])
    notes = _header_notes(columns, by_header, first[at].line, name)
    drafts: list[Draft] = []
    taken: set[str] = set()
    for row in itertools.chain(below, rows):
        if row.is_blank or _repeats_header(row, columns):
            continue
        if _is_total(row):
            notes.append(Note("dropped", name, "a row of totals, no person", line=row.line))
        elif _is_remark(row, columns):
            notes.append(Note("dropped", name, "a line of text below the table, no person", line=row.line))
        elif held := (known or {}).get(identity_of(Cells(columns, row.cells))):
            held.line = row.line
            fill(held, Cells(columns, row.cells), as_of)
        else:
            drafts.append(_read_row(row, columns, name, stem, taken, as_of))
    return Table(columns, drafts, notes)


def batch_of(tables: Sequence[Table], as_of: date | None) -> Batch[Profile]:
    """Make records of the people of some tables.

    Examples
    --------
    >>> len(batch_of([Table((), [Draft("p.csv", "7")], [])], None))
    1
    """
    read: list[str] = []
    records: list[Profile] = []
    for table in tables:
        newest = newest_date(table.drafts, as_of)
        records += [draft.build(newest) for draft in table.drafts]
        read += [f"{c.shown} = {c.field}" for c in table.columns if c.field not in (None, "protected", "unused")]
    notes = [note for table in tables for note in (*table.notes, *(n for draft in table.drafts for n in draft.notes))]
    return Batch(tuple(records), tuple(notes), fields=tuple(dict.fromkeys(read)))


def _header_notes(columns: Sequence[Column], by_header: Sequence[Column], line: int, name: str) -> list[Note]:
    notes = []
    for column, before in zip(columns, by_header, strict=True):
        if column.field == "unused":
            notes.append(Note("dropped", name, "not used for matching", line=line, column=column.shown))
        elif column.field != before.field:
            notes.append(Note("guessed", name, f"read as {column.field}, by its cells", line=line, column=column.shown))
        elif column.header.strip() and column.field is None:
            notes.append(Note("dropped", name, "a column that was not recognised", line=line, column=column.shown))
    return notes


def _repeats_header(row: Row, columns: Sequence[Column]) -> bool:
    """Tell a header that comes again further down, as in joined exports."""
    same = sum(cell.strip() == c.header.strip() != "" for cell, c in zip(row.cells, columns, strict=False))
    return same >= 3 and same * 2 > sum(1 for cell in row.cells if cell.strip())


def _is_total(row: Row) -> bool:
    """Tell "Totalt: 24 personer" or "Summa;24;18" below the people: no other cell holds words."""
    first, *others = (cell.strip() for cell in row.cells if cell.strip())
    return bool(_TOTAL.match(first)) and not any(re.search(r"[^\W\d_]", cell) for cell in others)


_FEW, _WORDS = 4, 3


def _is_remark(row: Row, columns: Sequence[Column]) -> bool:
    """Tell "Närvaro under 80 % följs upp" or "1 = ingen, 5 = flytande" below the people: words where an id would be."""
    filled = [(index, cell.strip()) for index, cell in enumerate(row.cells) if cell.strip()]
    index, first = filled[0]
    wordy = (
        len(re.findall(r"[^\W\d_]+", first)) >= _WORDS or "=" in first or first.endswith(":") or first.startswith("*")
    )
    fields = {column.field for column in columns if column.index == index}
    return wordy and len(filled) * _FEW <= len(columns) and (index == 0 or fields == {"id"})


def identity_of(cells: Cells) -> str:
    """Id of a row as its cell gives it; "" where there is none.

    Examples
    --------
    >>> identity_of(Cells([Column(0, "Nr", "id")], ["7"]))
    '7'
    """
    return next((text for _, text in cells.of("id") if not is_silent(text)), "")[:100]


_NAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéèü]+(?:[ -][A-ZÅÄÖÉ][a-zåäöéèü]+)+")
_NUMBERED = re.compile(
    r"(?<![a-zåäö])(?:id|nr|nummer|no|number|kod|code|ref\w*)(?![a-zåäö])|nr$|nummer$|id$|kod$", re.IGNORECASE
)


def _is_name(cells: Cells) -> bool:
    """Tell a name from a pseudonym: capitalised words, or no digit under a header like "Deltagare"."""
    column, text = cells.of("id")[0]
    return bool(_NAME.fullmatch(text)) or (
        not _NUMBERED.search(column.header.strip(" .:")) and not any(c.isdigit() for c in text)
    )


def _read_row(row: Row, columns: Sequence[Column], name: str, stem: str, taken: set[str], as_of: date | None) -> Draft:
    cells = Cells(columns, row.cells)
    identity = identity_of(cells)
    draft = Draft(name, identity, row.line)
    if identity and (reason_to_drop(identity) or _is_name(cells)):
        draft.id = f"{stem}-{row.line}"
        draft.note("dropped", "an id that is personal; the line number stands for it")
    elif not identity:
        draft.id = f"{stem}-{row.line}"
        draft.note("guessed", "no id; the line number stands for it")
    if draft.id in taken:
        number = next(n for n in range(2, len(taken) + 3) if f"{draft.id} ({n})" not in taken)
        draft.id = f"{draft.id} ({number})"
        draft.note("doubtful", "an id that stands on an earlier line too; a number was added")
    taken.add(draft.id)
    if len([c for c in row.cells[len(columns) :] if c.strip()]):
        draft.note("doubtful", "more cells than the header has; the last ones are left out")
    fill(draft, cells, as_of)
    return draft
