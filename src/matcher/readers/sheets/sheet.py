"""A caseworker's sheet as delimited text: every office's own style, columns told by meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from matcher.calls import expect
from matcher.errors import InvalidRecordError, ReadError
from matcher.readers.draft import Draft, newest_date
from matcher.readers.files.grid import Row, lines_of, read_rows, tell_separator
from matcher.readers.files.source import Source
from matcher.readers.files.workbooks import is_workbook
from matcher.readers.report import Batch, Note
from matcher.readers.sheets.bycells import is_told_by_cells
from matcher.readers.sheets.columns import read_header
from matcher.readers.sheets.headers import HEADER_ROWS, is_named_by, is_table, may_hold_table
from matcher.readers.sheets.layout import is_turned_table, lay_out, sense_of
from matcher.readers.sheets.mapping import missing
from matcher.readers.sheets.persons import fill
from matcher.readers.sheets.rowcells import Cells
from matcher.readers.sheets.tablerows import batch_of, identity_of, read_table
from matcher.readers.sheets.tabs import read_tabs
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


def table_batch(
    rows: Iterator[Row],
    name: str,
    stem: str,
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Batch[Profile]:
    """Read the rows of any table with a header among its first rows.

    Parameters
    ----------
    rows : iterator of Row
    name, stem : str
        File name for the report; the beginning of the ids where the table has none.
    mapping : mapping of str to str, optional
    as_of : datetime.date, optional

    Returns
    -------
    Batch of Profile

    Raises
    ------
    InvalidRecordError
        No header names fields of a profile.
    """
    laid = lay_out(rows, mapping)
    if laid is None:
        raise InvalidRecordError(name, "a header row that names fields of a profile (id, language, licence, job ...)")
    batch = batch_of([read_table(laid, name, stem, as_of)], as_of)
    return replace(batch, notes=(*missing(mapping, [laid], name), *batch.notes))


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
        if is_workbook(source.data):
            return read_tabs(source, mapping, options.get("as_of"))

        if source.is_binary:
            raise ReadError(source.name, "text with a separator between cells")
        separator, _, skip = tell_separator(source, lambda rows: sense_of(rows, mapping))
        notes: list[Note] = list(source.notes)
        rows = read_rows(lines_of(source.chunks()), separator, source.name, notes)
        for _ in range(skip):
            next(rows, None)
        batch = table_batch(rows, source.name, source.stem, mapping, options.get("as_of"))
        if not batch.records:
            raise InvalidRecordError(source.name, "a row for each person below the header")
        return Batch(batch.records, (*notes, *batch.notes), fields=batch.fields)


READER = SheetReader()
