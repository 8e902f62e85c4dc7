"""Rows with more cells than the header has: a separator stood inside a cell, and all behind it moved on."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence

from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.firstday import read_start
from matcher.readers.cells.language import read_levels
from matcher.readers.cells.plans import read_minutes
from matcher.readers.cells.words import is_absent, is_silent, tidy, yes_or_no
from matcher.readers.cells.worktime import read_hours, read_not_times
from matcher.readers.sheets.cellkinds import is_country, is_languages, is_licence, is_school, is_titled
from matcher.readers.sheets.columns import Column
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.municipalities import municipality_of

_MOST_MORE, _MOST_COLUMNS = 2, 30


def _is_swedish(cell: str) -> bool:
    told = not read_levels(cell).is_empty or read_courses(cell, bare=True).interval is not None
    return told and not is_languages(cell) and read_period(cell).is_empty


def _is_work(cell: str) -> bool:
    return not is_languages(cell) and not is_licence(cell) and (is_titled(cell) or not read_period(cell).is_empty)


_OF_FIELD: Mapping[str, Callable[[str], bool]] = {
    "id": lambda cell: "," not in cell,
    "native": is_languages,
    "language": is_languages,
    "swedish": _is_swedish,
    "swedish_oral": _is_swedish,
    "swedish_written": _is_swedish,
    "sfi": _is_swedish,
    "job": _is_work,
    "job_country": is_country,
    "education": is_school,
    "licence": lambda cell: (is_licence(cell) and read_period(cell).is_empty) or yes_or_no(cell) is not None,
    "own_car": lambda cell: yes_or_no(cell) is not None,
    "municipality": lambda cell: municipality_of(cell) is not None and "," not in cell,
    "travel": lambda cell: read_minutes(cell) is not None,
    "start": lambda cell: read_start(cell) is not None,
    "hours": lambda cell: read_hours(cell) is not None or bool(read_not_times(cell, column=True)),
}
"""Fields of which a cell can be told to be one or none."""


def put_back(cells: Sequence[str], columns: Sequence[Column]) -> tuple[tuple[str, ...], bool]:
    """Put cells together that a separator inside one parted, where only one way makes every cell fit its column.

    Parameters
    ----------
    cells : sequence of str
    columns : sequence of Column

    Returns
    -------
    tuple of str
        As many as there are columns. Where no way is better than all others, those from the first that does not fit on
        are blank: nobody knows of which column they are.
    bool
        Whether cells were put together.

    Examples
    --------
    >>> columns = [Column(0, "Nr", "id"), Column(1, "Språk", "language"), Column(2, "Ort", "municipality")]
    >>> put_back(("7", "dari", "urdu", "Flen"), columns)
    (('7', 'dari, urdu', 'Flen'), True)
    >>> put_back(("7", "dari", "Flen", "ring"), columns)
    (('7', 'dari', 'Flen'), False)
    """
    told = list(map(tidy, cells))
    while told and not told[-1]:
        told.pop()
    width, more = len(columns), len(told) - len(columns)
    known: dict[tuple[str, str], bool] = {}

    def misfits(row: Sequence[str]) -> list[int]:
        return [at for at, column in enumerate(columns) if not _fits(column, row[at], known)]

    as_it_is = tuple(told[:width])
    wrong = misfits(as_it_is) if more > 0 else []
    if not wrong:
        return as_it_is, False
    ways = list(_ways(told, width, more)) if more <= _MOST_MORE and width <= _MOST_COLUMNS else []
    counts = [len(misfits(row)) for row in ways]
    if ways and min(counts) >= len(wrong):
        return as_it_is, False  # a cell that makes no sense, and a remark behind the last column
    fitting = [row for row, count in zip(ways, counts, strict=True) if not count]
    if len(fitting) == 1:
        return fitting[0], True
    return (*as_it_is[: wrong[0]], *("" for _ in range(width - wrong[0]))), False


def _ways(cells: Sequence[str], width: int, more: int) -> Iterator[tuple[str, ...]]:
    """Every way to join neighbours until as many are left as there are columns."""
    for inner in itertools.combinations(range(1, len(cells)), more):
        row: list[str] = []
        for at, cell in enumerate(cells):
            if at in inner:
                row[-1] = ", ".join(filter(None, (row[-1], cell)))
            else:
                row.append(cell)
        yield tuple(row[:width])


def _fits(column: Column, cell: str, known: dict[tuple[str, str], bool]) -> bool:
    fits = _OF_FIELD.get(column.field or "")
    if fits is None or column.among or column.item or is_silent(cell) or is_absent(cell):
        return True
    key = (column.field or "", cell)
    if key not in known:
        known[key] = fits(cell)
    return known[key]
