"""Tables without a header, or with one that nobody understands: columns are told by their cells alone, as guesses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from matcher.patterns import late
from matcher.readers.cells.titles import is_title
from matcher.readers.cells.words import is_absent, is_silent, tidy
from matcher.readers.files.grid import Row, tell_separator
from matcher.readers.files.source import Source
from matcher.readers.sheets.cellkinds import KINDS, SHARE, is_licence, is_titled
from matcher.readers.sheets.columns import Column, read_header
from matcher.readers.sheets.contents import refine, with_id
from matcher.readers.times.periods import read_period

_FEWEST_ROWS, _FEWEST_COLUMNS, _FEWEST_FIELDS, _FEWEST_TOLD = 3, 3, 3, 2
_LONGEST_NAME = 40
_SAMPLE = 40
_OF_PEOPLE = frozenset(("language", "licence", "sfi"))
"""Fields of which one must be there: places, titles and schools are also those of one person's life."""
_DATA = late(r"\d|(?<!\w)(?:inget?|no)(?!\w)", re.IGNORECASE)
_NO_LICENCE = late(
    r"(?:inget?|ej|saknar|utan|no|not?)\W+(?:\w+ )?(?:körkort|driving licen[cs]e|licen[cs]e)\W*", re.IGNORECASE
)
_TELLING = frozenset(("education", "municipality", "sfi", "language", "certificate", "profession"))
"""Kinds whose cells say of what they are. A level, a length or a day alone may be that of anything."""


def _is_work(cell: str) -> bool:
    return (is_titled(cell) or is_title(read_period(cell).rest)) and not read_period(cell).is_empty


def _tells_licence(cell: str) -> bool:
    return bool(_NO_LICENCE.fullmatch(cell)) or is_licence(cell)


_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("job", _is_work),
    ("licence", _tells_licence),
    *((field, fits) for field, fits in KINDS if field in _TELLING),
)


def may_lack_header(cells: Sequence[str]) -> bool:
    """Whether a row that was taken for a header may be a person: numbers, levels and denials name no columns.

    Examples
    --------
    >>> may_lack_header(["Nr", "Språk", "Ort"]), may_lack_header(["Ali", "svenska B1", "Flen"])
    (False, True)
    """
    return any(map(_DATA.search, cells))


def told_by_cells(rows: Sequence[Row], suspect: Sequence[str] = ()) -> tuple[int, tuple[Column, ...]] | None:
    """Tell the columns of a table by its cells.

    Parameters
    ----------
    rows : sequence of Row
        The first ones of the table.
    suspect : sequence of str, optional
        A row that was taken for the header; it has to be a person as all others are.

    Returns
    -------
    (row index, columns) or None
        Where the names of the columns stand, -1 if the first whole row is a person, too. ``None`` where fewer than
        three columns tell what they are, or none of a language or a licence does.

    Examples
    --------
    >>> cells = [("Ali", "thai", "kock 2 år", "Flen"), ("Eva", "dari", "smed 3 år", "Mora")]
    >>> cells += [("Bo", "urdu", "murare 5 år", "Lund")]
    >>> people = [Row(at, row) for at, row in enumerate(cells, 1)]
    >>> [column.field for column in told_by_cells(people)[1]]
    [None, 'language', 'job', 'municipality']
    >>> told_by_cells([Row(0, ("Vem", "Kan", "Gjort", "Hemma")), *people])[0]
    0
    """
    held = [(at, tuple(map(tidy, row.cells))) for at, row in enumerate(rows) if not row.is_blank][:_SAMPLE]
    width = max((len(cells) for _, cells in held), default=0)
    whole = [at for at, cells in held if sum(map(bool, cells)) >= width - 1]
    if (
        len(held) < _FEWEST_ROWS
        or width < _FEWEST_COLUMNS
        or sum(len(c) >= width - 1 for _, c in held) < SHARE * len(held)
    ):
        return None
    first = whole[0] if whole else held[0][0]
    below = [cells for at, cells in held if at > first]
    columns = [_column(at, [row[at] if at < len(row) else "" for row in below]) for at in range(width)]
    fields = {column.field for column in columns} - {None}
    if len(fields) < _FEWEST_FIELDS or not fields & _OF_PEOPLE:
        return None
    opening = tuple(map(tidy, rows[first].cells))
    if (suspect and not _fits(suspect, columns)) or (not _fits(opening, columns) and not _names(opening, columns)):
        return None
    if _fits(opening, columns):
        return -1, tuple(with_id(columns, [opening, *below]))
    return first, refine(read_header(opening), below)


def _column(at: int, cells: Sequence[str]) -> Column:
    told = [cell for cell in cells if _tells(cell)]
    for field, fits in _KINDS if len(told) >= min(_FEWEST_TOLD, len(cells)) else ():
        if sum(map(fits, told)) >= SHARE * len(told):
            return Column(at, "", field, 0)
    return Column(at, "", None)


def _tells(cell: str) -> bool:
    return not is_silent(cell) and (not is_absent(cell) or bool(_NO_LICENCE.fullmatch(cell)))


def _fits(row: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether the cells of a row are such as stand in their columns."""
    kinds = dict(_KINDS)
    told = [(row[c.index], kinds[c.field]) for c in columns if c.field in kinds and c.index < len(row)]
    told = [(cell, fits) for cell, fits in told if _tells(cell)]
    return bool(told) and all(fits(cell) for cell, fits in told)


def _names(row: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether the cells of a row may be names of columns: short, without a number, few such as stand below."""
    kinds = dict(_KINDS)
    if not all(row) or any(len(cell) > _LONGEST_NAME or any(map(str.isdigit, cell)) for cell in row):
        return False
    alike = [kinds[c.field](cell) for cell, c in zip(row, columns, strict=False) if c.field in kinds]
    return 2 * sum(alike) < len(alike)


def is_told_by_cells(source: Source) -> bool:
    """Whether some separator makes a table of people out of the first rows of a text, by their cells alone.

    Examples
    --------
    >>> is_told_by_cells(Source("a.csv", b"Ali;thai;kock 2 ar;Flen"))
    False
    """
    return tell_separator(source, _sense)[1] > 0


def _sense(rows: Sequence[Sequence[str]]) -> int:
    found = told_by_cells([Row(at, tuple(row)) for at, row in enumerate(rows, 1)])
    return sum(column.field is not None for column in found[1]) if found else 0
