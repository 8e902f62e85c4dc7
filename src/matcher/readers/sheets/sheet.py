"""A sheet or workbook of caseworkers, tab by tab: every office's own style, columns told by meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from matcher.calls import expect
from matcher.errors import InvalidRecordError, ReadError
from matcher.readers.draft import Draft
from matcher.readers.files.grid import lines_of, read_rows, tell_separator
from matcher.readers.files.source import Source
from matcher.readers.files.workbook import MAX_ROWS, Sheet
from matcher.readers.files.workbooks import is_workbook, read_sheets
from matcher.readers.newest import newest_date
from matcher.readers.report import Batch, Note
from matcher.readers.sheets.bycells import is_told_by_cells
from matcher.readers.sheets.columns import read_header
from matcher.readers.sheets.headers import HEADER_ROWS, content, is_named_by, is_table, may_hold_table
from matcher.readers.sheets.layout import Layout, is_turned_table, lay_out, sense_of
from matcher.readers.sheets.legends import decoded, legends_in
from matcher.readers.sheets.mapping import missing
from matcher.readers.sheets.persons import fill
from matcher.readers.sheets.rowcells import Cells
from matcher.readers.sheets.tablerows import Sheets, Table, batch_of, identity_of, read_table
from matcher.records import Profile


def profile_from_row(row: Mapping[str, Any], mapping: Mapping[str, str] | None = None) -> Profile:
    """Make a profile of one row of a table.

    Parameters
    ----------
    row : mapping of str to object
        Column name → cell; lists are joined.
    mapping : mapping of str to str, optional
        Column name → field, for names that are not recognised.

    Returns
    -------
    Profile

    Raises
    ------
    InvalidRecordError
        The row holds no id.

    Examples
    --------
    >>> profile_from_row({"Löpnr": 7, "Kan också": "lagar cyklar", "Körkort": "nej"}).none
    ('driving_licences',)
    """
    expect(row, Mapping, "row", "as in {'id': '7', 'Körkort': 'B'}")
    columns = read_header([str(name) for name in row], mapping=mapping)
    joined = ["; ".join(map(str, cell)) if isinstance(cell, list | tuple) else cell for cell in row.values()]
    cells = Cells(columns, joined)
    identity = identity_of(cells)
    if not identity:
        raise InvalidRecordError("row", "an id, in a column such as id")
    draft = Draft("row", identity)
    fill(draft, cells)
    return draft.build(newest_date([draft], None))


class SheetReader:
    """Reads a caseworker's sheet saved as CSV or as a workbook (XLSX, ODS)."""

    name = "sheet"
    kind: Literal["profiles"] = "profiles"

    def recognises(self, source: Source) -> bool:
        """Whether some separator makes a header of a profile's fields out of the first rows."""
        if source.folder is None and is_workbook(source.data):
            return True
        return may_hold_table(source) and (is_table(source) or is_turned_table(source) or is_told_by_cells(source))

    def is_mapped(self, source: Source, mapping: Mapping[str, str]) -> bool:
        """Whether a row, or the side of a table that lies on it, holds the columns that a mapping names."""

        def named(rows: list[tuple[str, ...]]) -> int:
            sides = [row[0] for row in rows if row]
            return sum(is_named_by(mapping, cells) for cells in (*rows[:HEADER_ROWS], sides))

        return may_hold_table(source) and tell_separator(source, named)[1] > 0

    def read(self, source: Source, **options: Any) -> Batch[Profile]:
        """Read every row.

        Parameters
        ----------
        source : Source
        **options
            ``mapping`` (header → field) and ``as_of``.

        Raises
        ------
        ReadError
            There is no header that names fields of a profile.
        """
        mapping: Mapping[str, str] | None = options.get("mapping")
        file = Sheets(source.name, source.stem, options.get("as_of"))
        if is_workbook(source.data):
            return _read_tabs(source, mapping, file)
        if source.is_binary:
            raise ReadError(source.name, "text with a separator between cells")
        separator, _, skip = tell_separator(source, lambda rows: sense_of(rows, mapping))
        notes: list[Note] = list(source.notes)
        rows = read_rows(lines_of(source.chunks()), separator, source.name, notes)
        for _ in range(skip):
            next(rows, None)
        laid = lay_out(rows, mapping)
        if laid is None:
            raise InvalidRecordError(
                source.name, "a header row that names fields of a profile (id, language, licence, job ...)"
            )
        batch = batch_of([read_table(laid, file)], file.as_of)
        if not batch.records:
            raise InvalidRecordError(source.name, "a row for each person below the header")
        return replace(batch, notes=(*notes, *missing(mapping, [laid], source.name), *batch.notes))


READER = SheetReader()


def _read_tabs(source: Source, mapping: Mapping[str, str] | None, file: Sheets) -> Batch[Profile]:
    """Read the sheets of a workbook that have a header of a profile's fields."""
    tables: list[Table] = []
    notes: list[Note] = []
    people: dict[str, Draft] = {}
    told: set[str | None] = set()
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
        if sheet.past is not None:
            at = f"sheet {sheet.number}"
            notes.append(Note("refused", source.name, f"expected at most {MAX_ROWS} rows", line=sheet.past, column=at))
        if what := _no_people(sheet, laid, numbered):
            notes.append(Note("dropped", source.name, what, column=f"sheet {sheet.number}"))
        if laid is None or (numbered and not _ids(laid)):
            continue
        known = people if _belongs(laid, told, people) else None
        # Lines of several sheets have the same numbers.
        stem = file.stem if sheet.number == 1 else f"{file.stem}-{sheet.number}"
        laid = replace(laid, columns=decoded(laid.columns, legends)) if legends else laid
        table = read_table(laid, replace(file, stem=stem), known)
        told |= content(laid.columns)
        people |= {draft.id: draft for draft in table.drafts}
        tables.append(table)
    if not tables:
        raise InvalidRecordError(source.name, "a sheet with a header that names fields of a profile")
    batch = batch_of(tables, file.as_of)
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
