"""A sheet's columns as they are understood, to correct and give back as a mapping."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from matcher.errors import ReadError
from matcher.readers.files.grid import Row, lines_of, read_rows, tell_separator
from matcher.readers.files.source import Source
from matcher.readers.files.workbook import is_workbook, read_sheets
from matcher.readers.sheets.layout import lay_out, sense_of

_ROWS = 60


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
    for rows in _tables(source):
        laid = lay_out(iter(rows))
        for column in laid.columns if laid else ():
            if column.header.strip():
                made.setdefault(column.header, "+".join(column.among) or column.field)
    if not made:
        raise ReadError(source.name, "a header row that names fields of a profile (id, language, licence, job ...)")
    return made


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
