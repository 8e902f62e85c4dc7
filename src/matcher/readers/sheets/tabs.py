"""Sheets of a workbook: groups of people one below the other, or one person's facts in several sheets by an id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from matcher.errors import InvalidRecordError
from matcher.readers.draft import Draft
from matcher.readers.files.source import Source
from matcher.readers.files.workbook import Sheet
from matcher.readers.files.workbooks import read_sheets
from matcher.readers.report import Batch, Note
from matcher.readers.sheets.headers import content
from matcher.readers.sheets.layout import Layout, lay_out
from matcher.readers.sheets.legends import decoded, legends_in
from matcher.readers.sheets.mapping import missing
from matcher.readers.sheets.rowcells import Cells
from matcher.readers.sheets.tablerows import Table, batch_of, identity_of, read_table
from matcher.records import Profile


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
    people: dict[str, Draft] = {}
    told: set[str | None] = set()
    taken: set[str] = set()
    sheets = [(sheet, _laid(sheet, mapping)) for sheet in read_sheets(source.data, source.name)]
    named = any(laid and _names_ids(laid) for _, laid in sheets)
    # Beside people with ids, a column of numbers that no header calls ids is a list of codes.
    sheets = [
        (sheet, _without_ids(laid) if named and laid and not _names_ids(laid) else laid) for sheet, laid in sheets
    ]
    numbered = any(laid and _ids(laid) for _, laid in sheets)
    unread = [sheet for sheet, laid in sheets if laid is None or (numbered and not _ids(laid))]
    legends = legends_in([row for sheet in unread for row in sheet.rows])
    for sheet, laid in sheets:
        if what := _no_people(sheet, laid, numbered):
            notes.append(Note("dropped", source.name, what, column=f"sheet {sheet.number}"))
        if laid is None or (numbered and not _ids(laid)):
            continue
        known = people if _belongs(laid, told, people) else None
        # Lines of several sheets have the same numbers.
        stem = source.stem if sheet.number == 1 else f"{source.stem}-{sheet.number}"
        laid = replace(laid, columns=decoded(laid.columns, legends)) if legends else laid
        table = read_table(laid, source.name, stem, as_of, known, taken)
        told |= content(laid.columns)
        people |= {draft.id: draft for draft in table.drafts}
        tables.append(table)
    if not tables:
        raise InvalidRecordError(source.name, "a sheet with a header that names fields of a profile")
    batch = batch_of(tables, as_of)
    if not batch.records:
        raise InvalidRecordError(source.name, "a row for each person below the header")
    notes += missing(mapping, [laid for _, laid in sheets if laid], source.name)
    return Batch(batch.records, (*batch.notes, *notes), fields=batch.fields)


def _laid(sheet: Sheet, mapping: Mapping[str, str] | None) -> Layout | None:
    """How a sheet lies, with rows that can be looked at more than once."""
    laid = lay_out(iter(sheet.rows), mapping)
    return replace(laid, rows=tuple(laid.rows)) if laid else None


def _no_people(sheet: Sheet, laid: Layout | None, numbered: bool) -> str | None:
    """Say why a sheet is left out; ``None`` for one that is read, or blank."""
    if laid is None:
        blank = all(row.is_blank for row in sheet.rows)
        return None if blank else "a sheet without a header that names fields of a profile"
    return "a sheet without ids beside one with them, no people" if numbered and not _ids(laid) else None


def _names_ids(laid: Layout) -> bool:
    return any(column.field == "id" for column in laid.named)


def _without_ids(laid: Layout) -> Layout:
    return replace(laid, columns=tuple(replace(c, field=None) if c.field == "id" else c for c in laid.columns))


def _ids(laid: Layout) -> list[str]:
    return list(filter(None, (identity_of(Cells(laid.columns, row.cells)) for row in laid.rows)))


def _belongs(laid: Layout, told: set[str | None], people: Mapping[str, Draft]) -> bool:
    """Whether a sheet tells other things of the same people: few of its fields and most of its ids came before."""
    fields, ids = content(laid.columns), _ids(laid)
    return bool(people) and 2 * len(fields & told) < len(fields) and 2 * sum(one in people for one in ids) > len(ids)
