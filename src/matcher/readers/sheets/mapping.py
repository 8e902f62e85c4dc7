"""A sheet's columns as they are understood, to correct and give back as a mapping."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.draft import Draft
from matcher.readers.files.grid import Row, lines_of, read_rows, tell_separator
from matcher.readers.files.source import Source
from matcher.readers.files.workbooks import is_workbook, read_sheets
from matcher.readers.report import Note
from matcher.readers.sheets.columns import Column, read_header
from matcher.readers.sheets.eachone import filled
from matcher.readers.sheets.headers import may_hold_table
from matcher.readers.sheets.layout import Layout, lay_out, sense_of
from matcher.readers.sheets.tablerows import is_name
from matcher.taxonomy.wording import fold

MISSING = "expected a column of this name, which the mapping names"
_ROWS = 60
_FEWEST, _FEWEST_IN_TEXT = 2, 3
"""Columns of a table whose header nobody understands; in a text two may be a line with a comma in it."""
_DATA = late(r"^\W*\d+\W*$|\d{3,}|@")
_LOOKED_AT, _EXAMPLES, _LONGEST = 12, 3, 40
"""Cells of an unknown column that are looked at, examples that are shown, and characters of one."""


def suggest_mapping(source: Source) -> dict[str, str | None]:
    r"""Tell what each column of a sheet is read as.

    Parameters
    ----------
    source : Source

    Returns
    -------
    dict of str to (str or None)
        Column name → field, in the order of the sheet; several fields of one column with a plus between; ``None`` where
        a column was not recognised.

    Raises
    ------
    ReadError
        It is no workbook or delimited text with a header that names fields of a profile.

    Examples
    --------
    >>> suggest_mapping(Source("s.csv", "Id;Modersmål;Körkort;Skostorlek\n1;Dari;B;41".encode()))
    {'Id': 'id', 'Modersmål': 'native', 'Körkort': 'licence', 'Skostorlek': None}
    """
    made: dict[str, str | None] = {}
    for laid in _laid(source):
        for column in laid.columns:
            if column.header.strip():
                made.setdefault(column.header, "+".join(column.among) or _numbered(column))
    if not made:
        raise ReadError(source.name, "a header row that names fields of a profile (id, language, licence, job ...)")
    return made


def _numbered(column: Column) -> str | None:
    """Field of a column, with its number where it is not the first of its kind."""
    return column.field if column.field is None or column.number == 1 else f"{column.field}_{column.number}"


def unknown_columns(source: Source) -> dict[str, str]:
    r"""Tell where each column that was not recognised stands, and what some of its cells say.

    Nothing that the law protects, and nobody's name, is among the examples.

    Parameters
    ----------
    source : Source

    Returns
    -------
    dict of str to str
        Column name → its letter as spreadsheet programs show it, and examples.

    Examples
    --------
    >>> unknown_columns(Source("s.csv", "Id;Modersmål;Körkort;Skofärg\n1;Dari;B;blå\n2;Thai;B;röd".encode()))
    {'Skofärg': 'column D: blå, röd'}
    """
    made: dict[str, str] = {}
    for laid in _laid(source):
        for column in laid.columns:
            if column.header.strip() and column.field is None:
                draft = Draft(source.name, "")
                cells = [cell for cell in filled([row.cells for row in laid.sample], column.index) if not is_name(cell)]
                examples = dict.fromkeys(draft.clean_items(cells[:_LOOKED_AT]))
                shown = ", ".join([cell for cell in examples if len(cell) <= _LONGEST][:_EXAMPLES])
                place = f"row {column.index + 1}" if laid.is_turned else f"column {_letter(column.index)}"
                made.setdefault(column.header, f"{place}: {shown}" if shown else place)
    return made


def _letter(index: int) -> str:
    """Name of a column in spreadsheet programs: A to Z, then AA.

    >>> _letter(3), _letter(26)
    ('D', 'AA')
    """
    above, at = divmod(index, 26)
    return (_letter(above - 1) if above else "") + chr(ord("A") + at)


def missing(mapping: Mapping[str, str] | None, laid: Iterable[Layout], name: str) -> list[Note]:
    """Remarks on columns that a mapping names and no header holds: misspelt, or of another sheet.

    Parameters
    ----------
    mapping : mapping of str to str or None
    laid : iterable of Layout
    name : str
        File name for the report.

    Examples
    --------
    >>> laid = lay_out(iter([Row(1, ("Nr", "Zeta", "Ort")), Row(2, ("1", "kock", "Mora"))]), {"Zeta": "job"})
    >>> [note.column for note in missing({"Zeta": "job", "Zetta": "wish"}, [laid], "a.csv")]
    ['Zetta']
    """
    held = {fold(column.header) for table in laid for column in table.columns} if mapping else set()
    return [Note("doubtful", name, MISSING, column=given) for given in mapping or {} if fold(given) not in held]


def _laid(source: Source) -> Iterator[Layout]:
    """How each table lies; where not one header is understood, the columns stand there to be named."""
    tables = list(_tables(source))
    understood = [laid for rows in tables if (laid := lay_out(iter(rows)))]
    least = _FEWEST if is_workbook(source.data) else _FEWEST_IN_TEXT
    yield from understood or filter(None, (_unnamed(rows, least) for rows in tables))


def _unnamed(rows: Sequence[Row], least: int) -> Layout | None:
    at = _names_at([row.cells for row in rows], least)
    if at is None:
        return None
    columns = read_header(rows[at].cells)
    return Layout(columns, columns, rows[at].line, rows[at + 1 :], rows[at + 1 :])


def _names_at(rows: Sequence[Sequence[str]], least: int) -> int | None:
    """Tell where the names of a table stand that nobody understands: below titles of one cell, above rows as wide."""
    held = [at for at, row in enumerate(rows) if sum(map(bool, map(str.strip, row))) >= _FEWEST]
    names, *below = [rows[at] for at in held] or [()]
    if len(names) < least or any(not cell.strip() or _DATA.search(cell) for cell in names):
        return None
    as_wide = sum(len(row) == len(names) for row in below)
    return held[0] if as_wide * 2 >= len(below) and max(map(len, below)) == len(names) else None


def _sense_of(rows: list[tuple[str, ...]]) -> int:
    return 2 * sense_of(rows) + (_names_at(rows, _FEWEST_IN_TEXT) is not None)


def _tables(source: Source) -> Iterator[list[Row]]:
    """First rows of a text, or of every sheet of a workbook."""
    if is_workbook(source.data):
        for sheet in read_sheets(source.data, source.name):
            yield list(sheet.rows[:_ROWS])
        return
    if not may_hold_table(source):
        raise ReadError(source.name, "a workbook, or text with a separator between cells")
    separator, _, skip = tell_separator(source, _sense_of)
    rows = read_rows(lines_of(source.chunks()), separator, source.name)
    yield list(itertools.islice(rows, skip, skip + _ROWS))
