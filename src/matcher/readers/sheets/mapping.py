"""A sheet's columns as they are understood, to correct and give back as a mapping."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from matcher.errors import ReadError
from matcher.readers.draft import Draft
from matcher.readers.files.grid import Row, lines_of, read_rows, tell_separator
from matcher.readers.files.source import Source
from matcher.readers.files.workbook import is_workbook, read_sheets
from matcher.readers.sheets.eachone import filled
from matcher.readers.sheets.layout import Layout, lay_out, sense_of
from matcher.readers.sheets.tablerows import is_name

_ROWS = 60
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
                made.setdefault(column.header, "+".join(column.among) or column.field)
    if not made:
        raise ReadError(source.name, "a header row that names fields of a profile (id, language, licence, job ...)")
    return made


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


def _laid(source: Source) -> Iterator[Layout]:
    return filter(None, (lay_out(iter(rows)) for rows in _tables(source)))


def _tables(source: Source) -> Iterator[list[Row]]:
    """First rows of a text, or of every sheet of a workbook."""
    if is_workbook(source.data):
        for sheet in read_sheets(source.data, source.name):
            yield list(sheet.rows[:_ROWS])
        return
    if source.folder is not None or source.is_binary:
        raise ReadError(source.name, "a workbook, or text with a separator between cells")
    separator, _, skip = tell_separator(source, sense_of)
    rows = read_rows(lines_of(source.chunks()), separator, source.name)
    yield list(itertools.islice(rows, skip, skip + _ROWS))
