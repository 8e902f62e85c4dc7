"""Rows of one table as people: totals and remarks left out, several rows of one person put together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from matcher.patterns import late
from matcher.readers.cells.words import is_silent
from matcher.readers.draft import Draft
from matcher.readers.files.grid import Row
from matcher.readers.newest import newest_date
from matcher.readers.privacy.protected import reason_to_drop
from matcher.readers.report import Batch, Note
from matcher.readers.sheets.columns import Column
from matcher.readers.sheets.headers import content
from matcher.readers.sheets.layout import Layout, each_row
from matcher.readers.sheets.persons import fill
from matcher.readers.sheets.rowcells import Cells
from matcher.readers.sheets.rowkinds import aside, goes_on, more_of, shapes_of
from matcher.readers.sheets.shifted import put_back
from matcher.records import Profile


@dataclass(frozen=True, slots=True)
class Sheets:
    """What all rows of a file have in common.

    Attributes
    ----------
    name : str
        The file's, for the report.
    stem : str
        The beginning of the ids where a table has none.
    as_of : datetime.date or None
        The day to judge by.
    taken : set of str
        Ids that are given already; those of each table are added.
    """

    name: str
    stem: str
    as_of: date | None = None
    taken: set[str] = field(default_factory=set)


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


def read_table(laid: Layout, sheets: Sheets, known: Mapping[str, Draft] | None = None) -> Table:
    """Read the rows of a table into drafts.

    Parameters
    ----------
    laid : Layout
    sheets : Sheets
    known : mapping of str to Draft, optional
        People of another table by id; rows with their ids tell more of them.

    Returns
    -------
    Table

    Examples
    --------
    >>> from matcher.readers.sheets.layout import lay_out
    >>> laid = lay_out(iter([Row(1, ("Nr", "Yrke", "KK")), Row(2, ("7", "kock", "B")), Row(3, ("", "bagare", ""))]))
    >>> [(draft.id, [job.title for job in draft.jobs]) for draft in read_table(laid, Sheets("p.csv", "p")).drafts]
    [('7', ['kock', 'bagare'])]
    """
    notes = _header_notes(laid, sheets.name)
    drafts: list[Draft] = []
    shapes = shapes_of(laid.sample, laid.columns)
    columns = laid.columns
    above: Row | None = None
    known = dict(known or {})
    for held, row in each_row(laid):
        if held is not columns:
            # A table about other things, with ids of those above it, tells more of them.
            known |= {draft.id: draft for draft in drafts} if _other_things(held, columns) else {}
            columns, above = held, None
        cells = Cells(columns, row.cells)
        if what := aside(row, columns, shapes):
            notes.append(Note("dropped", sheets.name, what, line=row.line))
        elif same := known.get(identity_of(cells)):
            same.line = row.line
            fill(same, cells, sheets.as_of)
        elif above and goes_on(row, columns, above, identity_of(Cells(columns, above.cells))):
            drafts[-1].note("guessed", "a row that tells more of the person above it")
            fill(drafts[-1], Cells(columns, more_of(row, columns, above)), sheets.as_of)
        else:
            drafts.append(_read_row(row, columns, sheets))
            above = row
    return Table(laid.columns, drafts, notes)


def _other_things(columns: Sequence[Column], before: Sequence[Column]) -> bool:
    fields = content(columns)
    return 2 * len(fields & content(before)) < len(fields)


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


def _header_notes(laid: Layout, name: str) -> list[Note]:
    notes = []
    if laid.is_turned:
        what = "people stand in columns, or on a form; a line below is the number of a person's column"
        notes.append(Note("guessed", name, what, line=laid.line))
    if laid.is_guessed:
        what = "no header that is understood names the columns; they are told by their cells alone"
        notes.append(Note("guessed", name, what, line=laid.line))
    for column, before in zip(laid.columns, laid.named, strict=True):
        if column.field == "unused":
            notes.append(Note("dropped", name, "not used for matching", line=laid.line, column=column.shown))
        elif column.field != before.field or column.field == "text" or (laid.is_guessed and column.field):
            what = f"read as {column.field}, by its cells"
            notes.append(Note("guessed", name, what, line=laid.line, column=column.shown))
        elif column.field is None and (column.header.strip() or laid.is_guessed):
            what = "a column that was not recognised"
            notes.append(Note("dropped", name, what, line=laid.line, column=column.shown))
    return notes


def identity_of(cells: Cells) -> str:
    """Id of a row as its cell gives it; "" where there is none.

    Examples
    --------
    >>> identity_of(Cells([Column(0, "Nr", "id")], ["7"]))
    '7'
    """
    # Initials are an id too, those that elsewhere say "not available" among them.
    return next((text for _, text in cells.of("id") if text == "NA" or not is_silent(text)), "")[:100]


_NAME = late(r"[A-ZÅÄÖÉ][a-zåäöéèü]+(?:[ -][A-ZÅÄÖÉ][a-zåäöéèü]+)+")
_OLD = late(r"old[-_ ]?\d{0,4}", re.IGNORECASE)  # beside "new-1", and nobody's age
_NUMBERED = late(
    r"(?<![a-zåäö])(?:id|nr|nummer|no|number|kod|code|ref\w*)(?![a-zåäö])|nr$|nummer$|id$|kod$", re.IGNORECASE
)


def is_name(text: str) -> bool:
    """Whether nothing but capitalised words stand in a cell, as names are written.

    Examples
    --------
    >>> is_name("Ada Exempel"), is_name("Kock på hotell")
    (True, False)
    """
    return bool(_NAME.fullmatch(text))


def _is_name(cells: Cells) -> bool:
    """Tell a name from a pseudonym: capitalised words, or no digit under a header like "Deltagare"."""
    column, text = cells.of("id")[0]
    return is_name(text) or (not _NUMBERED.search(column.header.strip(" .:")) and not any(c.isdigit() for c in text))


def _read_row(row: Row, columns: Sequence[Column], sheets: Sheets) -> Draft:
    told, mended = put_back(row.cells, columns) if len(row.cells) > len(columns) else (row.cells, False)
    cells = Cells(columns, told)
    identity = identity_of(cells)
    draft, stem, taken = Draft(sheets.name, identity, row.line), sheets.stem, sheets.taken
    if identity and ((reason_to_drop(identity) and not _OLD.fullmatch(identity)) or _is_name(cells)):
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
    if any(map(str.strip, row.cells[len(columns) :])):
        what = "put together where they fit" if mended else "those whose column nobody knows are left out"
        draft.note("guessed" if mended else "doubtful", f"more cells than the header has; {what}")
    fill(draft, cells, sheets.as_of)
    return draft
