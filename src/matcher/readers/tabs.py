"""Sheets of a workbook: groups of people one below the other, or one person's facts in several sheets by an id."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from matcher.errors import InvalidRecordError
from matcher.readers.contents import refine
from matcher.readers.draft import Draft
from matcher.readers.headers import find_header
from matcher.readers.report import Batch, Note
from matcher.readers.rowcells import Cells
from matcher.readers.source import Source
from matcher.readers.tablerows import HEADER_ROWS, Table, batch_of, identity_of, read_table
from matcher.readers.workbook import Sheet, read_sheets
from matcher.records import Profile

_NO_CONTENT = frozenset(("id", "protected", "unused", "note", None))


def read_tabs(source: Source, mapping: Mapping[str, str] | None, as_of: date | None) -> Batch[Profile]:
    """Read the sheets of a workbook that have a header of a profile's fields.

    A sheet about other things than the first, with the same ids, tells more of the same people.

    Raises
    ------
    ReadError
        The workbook is damaged, or no sheet names fields of a profile and people below them.
    """
    tables: list[Table] = []
    notes: list[Note] = []
    sheets = list(read_sheets(source.data, source.name))
    heads = [_head(sheet, mapping) for sheet in sheets]
    people: dict[str, Draft] = {}
    told: set[str | None] = set()
    for sheet, head in zip(sheets, heads, strict=True):
        where = f"sheet {sheet.number}"
        if head is not None and not head[1] and any(other and other[1] for other in heads):
            what = "a sheet without ids beside one with them, no people"
            notes.append(Note("dropped", source.name, what, column=where))
            continue
        joins = head is not None and _belongs(*head, told, people)
        try:
            known = people if joins else None
            table = read_table(iter(sheet.rows), source.name, source.stem, mapping, as_of, known)
        except InvalidRecordError:
            if any(not row.is_blank for row in sheet.rows):
                what = "a sheet without a header that names fields of a profile"
                notes.append(Note("dropped", source.name, what, column=where))
            continue
        told |= {column.field for column in table.columns} - _NO_CONTENT
        for draft in table.drafts:
            people.setdefault(draft.id, draft)
        tables.append(table)
    if not tables:
        raise InvalidRecordError(source.name, "a sheet with a header that names fields of a profile")
    batch = batch_of(tables, as_of)
    if not batch.records:
        raise InvalidRecordError(source.name, "a row for each person below the header")
    return Batch(batch.records, (*batch.notes, *notes), fields=batch.fields)


def _head(sheet: Sheet, mapping: Mapping[str, str] | None) -> tuple[set[str | None], list[str]] | None:
    """Fields of a sheet and the ids below its header; ``None`` where it has no header."""
    found = find_header([row.cells for row in sheet.rows[:HEADER_ROWS]], mapping)
    if found is None:
        return None
    below = [row for row in sheet.rows[found[0] + 1 :] if not row.is_blank]
    columns = refine(found[1], [row.cells for row in below])
    ids = [identity_of(Cells(columns, row.cells)) for row in below]
    return {column.field for column in columns} - _NO_CONTENT, list(filter(None, ids))


def _belongs(fields: set[str | None], ids: list[str], told: set[str | None], people: Mapping[str, Draft]) -> bool:
    """Whether a sheet tells other things of the same people: few of its fields and most of its ids came before."""
    return bool(people) and 2 * len(fields & told) < len(fields) and 2 * sum(one in people for one in ids) > len(ids)
