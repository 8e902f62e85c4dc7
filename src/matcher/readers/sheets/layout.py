"""How a table lies: where its header is, what its columns mean, and whether people stand in rows or in columns."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from matcher.readers.cells.words import tidy
from matcher.readers.files.grid import Row, tell_separator
from matcher.readers.files.source import Source
from matcher.readers.sheets.bycells import may_lack_header, told_by_cells
from matcher.readers.sheets.columns import Column, read_header
from matcher.readers.sheets.contents import refine
from matcher.readers.sheets.headers import HEADER_ROWS, content_fields, find_header
from matcher.readers.sheets.legends import decoded, legends_in
from matcher.readers.sheets.rowkinds import aside, names_columns, repeats_header
from matcher.readers.sheets.turned import MOST_ROWS, is_on_its_side, turned

_MOST_LINES = 60
"""Lines of text above a table, at most."""
_SAMPLE = 40
_FEWEST_KNOWN = 3
"""Columns of a header that is known as a whole."""
_FEWEST_LINES = 4
"""Of a text that is a table on its side; all are as wide."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table whose header was found.

    Attributes
    ----------
    columns : tuple of Column
    named : tuple of Column
        The same by their headers alone, before their cells were looked at.
    line : int
        Line of the header.
    rows : iterable of Row
        Rows below it, each once.
    sample : sequence of Row
        The first of them.
    is_turned : bool
        People stand in columns.
    mapping : mapping of str to str or None
        What was given for headers that are not recognised.
    aside : sequence of Row
        Rows above the header.
    is_guessed : bool
        There is no header, or none that is understood: the columns are told by their cells alone.
    """

    columns: tuple[Column, ...]
    named: tuple[Column, ...]
    line: int
    rows: Iterable[Row]
    sample: Sequence[Row]
    is_turned: bool = False
    mapping: Mapping[str, str] | None = None
    aside: Sequence[Row] = ()
    is_guessed: bool = False


def lay_out(rows: Iterator[Row], mapping: Mapping[str, str] | None = None) -> Layout | None:
    """Find out how a table lies.

    Parameters
    ----------
    rows : iterator of Row
    mapping : mapping of str to str, optional

    Returns
    -------
    Layout or None
        ``None`` where nothing names fields of a profile.

    Examples
    --------
    >>> table = [("Nr", "1", "2"), ("Ort", "Falun", "Mora"), ("Yrke", "kock", "smed"), ("KK", "B", "-")]
    >>> laid = lay_out(Row(at, cells) for at, cells in enumerate(table))
    >>> laid.is_turned, [row.cells for row in laid.rows]
    (True, [('1', 'Falun', 'kock', 'B'), ('2', 'Mora', 'smed', '-')])
    """
    first = _first(rows)
    found = find_header([row.cells for row in first], mapping)
    if not (found and _is_whole(found[1])) and is_on_its_side(first):
        first += itertools.islice(rows, MOST_ROWS)
        sides = turned(first, mapping)
        names = read_header(sides[0].cells, (), mapping) if sides else ()
        if sides and content_fields(names) > (content_fields(found[1]) if found else 0):
            columns = refine(names, [row.cells for row in sides[1:]])
            return Layout(columns, names, sides[0].line, sides[1:], sides[1:], is_turned=True, mapping=mapping)
    whole = first[found[0]].cells if found else ()
    guessed = None
    if not mapping and (found is None or may_lack_header(whole)):
        guessed = told_by_cells(first, whole)
    if guessed:
        at, columns = guessed
        people = [row for row in (*first[at + 1 :], *itertools.islice(rows, _SAMPLE)) if not row.is_blank]
        line = first[max(at, 0)].line
        return Layout(columns, columns, line, itertools.chain(people, rows), people, is_guessed=True)
    if found is None:
        return None
    at, named = found
    below = [row for row in (*first[at + 1 :], *itertools.islice(rows, _SAMPLE)) if not row.is_blank]
    columns = refine(named, _people(below, named))
    return Layout(
        _scaled(columns, [*first[:at], *below]),
        named,
        first[at].line,
        itertools.chain(below, rows),
        below,
        mapping=mapping,
        aside=first[:at],
    )


def _is_whole(columns: Sequence[Column]) -> bool:
    """Whether a header names ids and no cell of it is unknown: then no cell below it can head anything."""
    fields = [column.field for column in columns if column.header.strip()]
    return len(fields) >= _FEWEST_KNOWN and all(fields) and "id" in fields


def _first(rows: Iterator[Row]) -> list[Row]:
    """Rows among which a header is looked for: lines of text, and the first below them."""
    first: list[Row] = []
    wide = 0
    for row in itertools.islice(rows, _MOST_LINES):
        first.append(row)
        wide += wide > 0 or sum(map(bool, map(str.strip, row.cells))) > 1
        if wide == HEADER_ROWS:
            break
    return first


def _people(rows: Iterable[Row], columns: Sequence[Column]) -> list[tuple[str, ...]]:
    """Cells of the rows that may be people, up to the header of another table."""
    own = itertools.takewhile(lambda row: repeats_header(row, columns) or not names_columns(row, columns), rows)
    return [row.cells for row in own if not (row.is_blank or repeats_header(row, columns) or aside(row, columns, ()))]


_TEXT = 2
"""Cells of a row that is a line of text, at most."""


def _scaled(columns: Sequence[Column], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Give the columns of codes the legend that stands in their header, or above or below the people."""
    return decoded(columns, legends_in([row for row in rows if _is_text(row)]))


def _is_text(row: Row) -> bool:
    cells = [cell for cell in map(str.strip, row.cells) if cell]
    return 0 < len(cells) <= _TEXT or sum("=" in cell for cell in cells) * 2 > len(cells)


def each_row(laid: Layout) -> Iterator[tuple[tuple[Column, ...], Row]]:
    """Rows below a header with the columns that they are of: further down, another header may name others.

    Examples
    --------
    >>> cells = [("Nr", "Ort", "Yrke"), ("1", "Falun", "kock"), ("Nr", "Yrke", "Ort"), ("2", "smed", "Mora")]
    >>> laid = lay_out(Row(at, row) for at, row in enumerate(cells, 1))
    >>> [[column.field for column in columns] for columns, _ in each_row(laid)]
    [['id', 'municipality', 'job'], ['id', 'job', 'municipality']]
    """
    rows, ahead = iter(laid.rows), deque[Row]()
    columns = laid.columns
    while (row := ahead.popleft() if ahead else next(rows, None)) is not None:
        if row.is_blank or repeats_header(row, columns):
            continue
        named = _another_header(row, laid.mapping) if names_columns(row, columns) else None
        if named is None:
            yield columns, row
            continue
        ahead.extend(itertools.islice(rows, max(0, _SAMPLE - len(ahead))))
        columns = _scaled(refine(named, _people(ahead, named)), [*laid.aside, *ahead])


def _another_header(row: Row, mapping: Mapping[str, str] | None) -> tuple[Column, ...] | None:
    """Columns of a row that is the header of a table further down: "Nr" beside nothing but languages is one, too."""
    if found := find_header([row.cells], mapping):
        return found[1]
    columns = read_header(row.cells, (), mapping)
    known = sum(column.field is not None for column in columns)
    return columns if known * 2 > sum(map(bool, map(str.strip, row.cells))) and content_fields(columns) else None


def sense_of(rows: Sequence[Sequence[str]], mapping: Mapping[str, str] | None = None) -> int:
    """How many different fields of a profile the header of some rows names, wherever it stands.

    Examples
    --------
    >>> sense_of([("Nr", "Modersmål", "Körkort"), ("1", "thai", "B")]), sense_of([("Kära", "du")])
    (2, 0)
    """
    laid = lay_out(_numbered(rows), mapping)
    return content_fields(laid.named) if laid else 0


def _numbered(rows: Sequence[Sequence[str]]) -> Iterator[Row]:
    return (Row(at, tuple(map(tidy, row))) for at, row in enumerate(rows, 1))


def is_turned_table(source: Source) -> bool:
    r"""Whether a text is a table that lies on its side; what has one answer a line is read as a text if it can be.

    Examples
    --------
    >>> form = "Kommun;Falun\nModersmål;thai\nKörkort;B\nBil;nej"
    >>> is_turned_table(Source("a.csv", form.encode())), is_turned_table(Source("a.txt", b"Kock; diskare\nB; C"))
    (True, False)
    """
    return tell_separator(source, _turned_sense)[1] > 0


def _turned_sense(rows: list[tuple[str, ...]]) -> int:
    held = [row for row in rows if any(map(str.strip, row))]
    if len(held) < _FEWEST_LINES or len({len(row) for row in held}) > 1:
        return 0
    laid = lay_out(_numbered(held))
    return content_fields(laid.named) if laid and laid.is_turned else 0
