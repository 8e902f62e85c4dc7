"""Rows of a delimited text file: separator told by what makes sense of it, broken quotes and endless lines survived."""

from __future__ import annotations

import csv
import itertools
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from matcher.patterns import late
from matcher.readers.files.source import Source
from matcher.readers.report import Note

MAX_LINE = 1 << 20
"""A longer line is refused, in characters."""
MAX_ROW_LINES = 60
"""Most lines that a quoted cell may run over; past it the quote is taken to be never closed."""
MAX_ROWS = 200_000
_SEPARATORS = (";", "\t", ",", "|")
_DRAWN = late(r"[-–—_=*~+|:.\s]*")
_DECLARED = late(r"sep=(.)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the one-based line where it begins."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """No cell holds anything, or a line was drawn across the table by dashes or other signs."""
        return all(_DRAWN.fullmatch(cell) for cell in self.cells)


def lines_of(chunks: Iterable[str]) -> Iterator[str | None]:
    r"""Lines of a text that comes in pieces; ``None`` stands for one that is too long to be kept.

    Examples
    --------
    >>> list(lines_of(["a;b\r", "\nc", ";d\n", "e"]))
    ['a;b', 'c;d', 'e']
    """
    rest, is_long = "", False
    for chunk in chunks:
        # A line end of two characters may be cut between two pieces.
        pieces = _LINE_END.split(_NO_CONTENT.sub("", rest + chunk))
        rest = pieces.pop()
        for piece in pieces:
            yield None if is_long or len(piece) > MAX_LINE else piece
            is_long = False
        if len(rest) > MAX_LINE:
            rest, is_long = rest[-1:], True
    yield None if is_long else rest


# What old programs fill and end a file with
_NO_CONTENT = late("[\0\x1a]")
_LINE_END = late(r"\r\n|\n|\r(?=.)", re.DOTALL)


def read_rows(lines: Iterable[str | None], separator: str, name: str, notes: list[Note] | None = None) -> Iterator[Row]:
    r"""Read the rows of a delimited text.

    Parameters
    ----------
    lines : iterable of str or None
        As :func:`lines_of` gives them.
    separator : str
    name : str
        File name for the report.
    notes : list of Note, optional
        Takes what was refused.

    Examples
    --------
    >>> [row.cells for row in read_rows(lines_of(['a;"b\nc"\n1;2"']), ";", "x.csv")]
    [('a', 'b\nc'), ('1', '2"')]
    """
    coming = map(_Line, lines)
    ahead = deque(itertools.islice(coming, MAX_ROW_LINES))
    at = 1
    while ahead and at <= MAX_ROWS:
        if ahead[0].text is None:
            if notes is not None:
                notes.append(Note("refused", name, f"expected lines of at most {MAX_LINE >> 20} MB", line=at))
            taken = 1
        else:
            count = _lines_of_row(ahead, separator)
            taken = count or 1
            whole = "\n".join(part.text or "" for part in itertools.islice(ahead, taken))
            yield Row(at, tuple(_cells(whole, separator, count is not None)))
        at += taken
        for _ in range(taken):
            ahead.popleft()
        ahead.extend(itertools.islice(coming, taken))
    if ahead and notes is not None:
        notes.append(Note("refused", name, f"expected at most {MAX_ROWS} lines", line=at))


class _Line:
    """A line that is looked at for each row that might run over it, but gone through once."""

    __slots__ = ("_is_open", "text")

    def __init__(self, text: str | None) -> None:
        self.text = text
        self._is_open: dict[bool, bool] = {}

    def is_open(self, separator: str, is_open: bool) -> bool:
        """Whether a quoted cell is open at the end, where one is at the beginning, or none."""
        if is_open not in self._is_open:
            self._is_open[is_open] = _is_open(self.text or "", separator, is_open)
        return self._is_open[is_open]


def _lines_of_row(ahead: Iterable[_Line], separator: str) -> int | None:
    """How many lines the row runs over; ``None`` if a quote in it is never closed."""
    is_open = False
    for count, line in enumerate(ahead, 1):
        if line.text is None:
            return None
        is_open = line.is_open(separator, is_open)
        if not is_open:
            return count
    return None


def _is_open(line: str, separator: str, is_open: bool) -> bool:
    at = line.find('"')
    while at >= 0:
        if is_open and line.startswith('"', at + 1):
            at += 1
        else:
            is_open = not is_open and _opens(line, at, separator)
        at = line.find('"', at + 1)
    return is_open


def _opens(line: str, at: int, separator: str) -> bool:
    """Whether a quote stands at the beginning of a cell, or after blanks there."""
    before = at
    while before and line[before - 1] == " ":
        before -= 1
    return before == 0 or line[before - 1] == separator or (separator == " " and before < at)


def _cells(row: str, separator: str, quoted: bool) -> list[str]:
    if quoted:
        # Only line feeds part lines here: U+2028 and the like may stand inside a cell.
        reader = csv.reader(re.findall(r"[^\n]*\n|[^\n]+", row), delimiter=separator, skipinitialspace=True)
    else:
        reader = csv.reader([row], delimiter=separator, quoting=csv.QUOTE_NONE, skipinitialspace=True)
    try:
        cells = next(reader, [])
        # A quote that is never closed belongs to nothing.
        return [cell[1:] if cell[:1] == '"' and cell.count('"') == 1 else cell for cell in cells]
    except csv.Error:
        return row.split(separator)


def tell_separator(source: Source, score: Callable[[list[tuple[str, ...]]], int]) -> tuple[str, int, int]:
    """Find the separator with which the first rows make most sense.

    Parameters
    ----------
    source : Source
    score : callable
        First rows → how much sense they make.

    Returns
    -------
    separator : str
    score : int
    skip : int
        Lines before the table ("sep=;").
    """
    head = source.head
    # The head may end in the middle of a line, which would look like a row of another width.
    whole = len(head.encode("utf-8", "replace")) + 64 >= len(source.data) or "\n" not in head
    head = head if whole else head.rsplit("\n", 1)[0]
    first = re.split(r"\r\n|\n|\r", head, maxsplit=1)[0].strip()
    if declared := _DECLARED.fullmatch(first):
        rest = head[len(first) :].lstrip("\r\n")
        return declared[1], score(_first_rows(rest, declared[1])), 1
    scored = [(score(_first_rows(head, separator)), separator) for separator in _SEPARATORS if separator in head]
    best = max(scored, key=lambda item: item[0], default=(0, ";"))
    return best[1], best[0], 0


def _first_rows(text: str, separator: str) -> list[tuple[str, ...]]:
    return [row.cells for row in itertools.islice(read_rows(lines_of([text]), separator, ""), 60)]
