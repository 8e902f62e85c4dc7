"""Rows of a delimited text file: separator told by what makes sense of it, broken quotes and endless lines survived."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from matcher.readers.report import Note
from matcher.readers.source import Source

MAX_LINE = 1 << 20
"""A longer line is refused, in characters."""
MAX_ROW_LINES = 60
"""Most lines that a quoted cell may run over; past it the quote is taken to be never closed."""
MAX_ROWS = 200_000
_SEPARATORS = (";", "\t", ",", "|")
_DECLARED = re.compile(r"sep=(.)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the one-based line where it begins."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """No cell holds anything."""
        return not any(cell.strip() for cell in self.cells)


def read_rows(text: str, separator: str, name: str, notes: list[Note] | None = None) -> Iterator[Row]:
    r"""Read the rows of a delimited text.

    Parameters
    ----------
    text : str
    separator : str
    name : str
        File name for the report.
    notes : list of Note, optional
        Takes what was refused.

    Examples
    --------
    >>> [row.cells for row in read_rows('a;"b\nc"\n1;2"', ";", "x.csv")]
    [('a', 'b\nc'), ('1', '2"')]
    """
    lines = re.split(r"\r\n|\n|\r", text)
    at = 0
    while at < min(len(lines), MAX_ROWS):
        line = lines[at]
        if len(line) > MAX_LINE:
            if notes is not None:
                notes.append(Note("refused", name, f"expected lines of at most {MAX_LINE >> 20} MB", line=at + 1))
            at += 1
            continue
        stop = _row_end(lines, at, separator)
        quoted = stop is not None
        whole = "\n".join(lines[at:stop]) if quoted else line
        yield Row(at + 1, tuple(_cells(whole, separator, quoted)))
        at = stop if stop is not None else at + 1
    if len(lines) > MAX_ROWS and notes is not None:
        notes.append(Note("refused", name, f"expected at most {MAX_ROWS} lines", line=MAX_ROWS))


def _row_end(lines: list[str], at: int, separator: str) -> int | None:
    """Line behind the row that begins here; ``None`` if a quote in it is never closed."""
    is_open = False
    for index in range(at, min(at + MAX_ROW_LINES, len(lines))):
        if len(lines[index]) > MAX_LINE:
            return None
        is_open = _is_open(lines[index], separator, is_open)
        if not is_open:
            return index + 1
    return None


def _is_open(line: str, separator: str, is_open: bool) -> bool:
    """Whether a quoted cell is open at the end of a line; a quote opens a cell only at its beginning."""
    if '"' not in line:
        return is_open
    at_start, index = True, 0
    while index < len(line):
        character = line[index]
        if is_open:
            if character == '"':
                if line[index + 1 : index + 2] == '"':
                    index += 1
                else:
                    is_open = False
        elif character == '"' and at_start:
            is_open = True
        at_start = not is_open and (character == separator or (at_start and character == " "))
        index += 1
    return is_open


def _cells(row: str, separator: str, quoted: bool) -> list[str]:
    if quoted:
        # Only line feeds part lines here: U+2028 and the like may stand inside a cell.
        reader = csv.reader(re.findall(r"[^\n]*\n|[^\n]+", row), delimiter=separator, skipinitialspace=True)
    else:
        reader = csv.reader([row], delimiter=separator, quoting=csv.QUOTE_NONE, skipinitialspace=True)
    try:
        return next(reader, [])
    except csv.Error:
        return row.split(separator)


def tell_separator(
    source: Source, score: Callable[[list[tuple[str, ...]]], int], whole: bool = False
) -> tuple[str, int, int]:
    """Find the separator with which the first rows make most sense.

    Parameters
    ----------
    source : Source
    score : callable
        First rows → how much sense they make.
    whole : bool, default False
        Whether the whole text may be decoded (else only its head).

    Returns
    -------
    separator : str
    score : int
    skip : int
        Lines before the table ("sep=;").
    """
    head = source.text[:60_000] if whole else source.head
    first = re.split(r"\r\n|\n|\r", head, maxsplit=1)[0].strip()
    if declared := _DECLARED.fullmatch(first):
        rest = head[len(first) :].lstrip("\r\n")
        return declared[1], score(_first_rows(rest, declared[1])), 1
    scored = [(score(_first_rows(head, separator)), separator) for separator in _SEPARATORS if separator in head]
    best = max(scored, key=lambda item: item[0], default=(0, ";"))
    return best[1], best[0], 0


def _first_rows(text: str, separator: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for row in read_rows(text[:60_000], separator, ""):
        rows.append(row.cells)
        if len(rows) >= 60:
            break
    return rows
