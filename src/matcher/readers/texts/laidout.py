"""Columns as lines of text: tables of documents, facts beside their labels, two columns that stand side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from matcher.patterns import late
from matcher.readers.texts.formlabels import kind_of_label
from matcher.readers.texts.headings import MAX_HEADING, kind_of
from matcher.readers.texts.labelled import is_label
from matcher.readers.texts.pdfchild import COLUMN_END
from matcher.taxonomy.facts.languages import language_code
from matcher.taxonomy.facts.levels import word_interval

_MOST_CELLS = 2
_HEADED_COLUMN = 3
"""Lines that a cell has at least which is a column of a page: a heading among them is no label of a row."""


def table_lines(table: Sequence[Sequence[Sequence[str]]]) -> Iterator[str]:
    r"""Give the rows of a table of cells with lines.

    Parameters
    ----------
    table : sequence of sequence of sequence of str
        Rows of cells of lines.

    Yields
    ------
    str
        What stands beside headings as text below them, columns of a page one after the other, and other rows with bars
        between their cells and what is told in several lines below them.

    Examples
    --------
    >>> list(table_lines([[["Språk"], ["dari", "svenska"]], [["Körkort"], ["B"]]]))
    ['Språk', 'dari', 'svenska', 'Körkort', 'B']
    >>> list(table_lines([[["2019-2021"], ["Kock, Krogen", "Lunch till 90"]]]))
    ['2019-2021 | Kock, Krogen', '    Lunch till 90']
    >>> list(table_lines([[["CONTACT", "Lund", "SKILLS", "Baking"], ["PROFILE", "Baker of bread", "of all kinds"]]]))
    ['CONTACT', 'Lund', 'SKILLS', 'Baking', '\x1d', 'PROFILE', 'Baker of bread', 'of all kinds', '\x1d']
    """
    rows = [[[line for line in cell if line.strip()] for cell in row] for row in table]
    joined = [[" ".join(cell).strip() for cell in row] for row in rows]
    if len(joined) > 1 and len(joined[0]) > _MOST_CELLS and all(map(is_label, joined[0])):
        yield from _by_header(joined)
        return
    labels = sum(len(row) == _MOST_CELLS and is_label(row[0]) for row in joined) > 1
    headed = [
        len(row) == _MOST_CELLS
        and kind_of(row[0]) is not None
        and not (labels and is_label(row[0]))
        and not ((language_code(row[0]) and word_interval(row[1])) or _CEFR.match(row[1]))
        for row in joined
    ]
    for lines, cells, beside in zip(rows, joined, headed, strict=True):
        if beside and sum(headed) > 1:
            yield cells[0]
            yield from lines[1]
        elif len(lines) > 1 and any(map(_is_column, lines)):
            for cell in filter(None, lines):
                yield from cell
                yield COLUMN_END
        else:
            yield from _row(lines, cells)


def _by_header(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give the rows of a table whose header is of labels ("Period", "Befattning", "Land") as lines with labels."""
    header, *below = rows
    for row in below:
        yield from (f"{label.strip(' :')}: {cell}" for label, cell in zip(header, row, strict=False) if cell)
        yield ""


_CEFR = late(r"[ABC][12](?!\w)")


def _is_column(cell: Sequence[str]) -> bool:
    """Tell a cell that is a column of a page, with headings and text below them, from one of a table."""
    return len(cell) >= _HEADED_COLUMN and any(kind_of(line) for line in cell[:-1])


def _row(lines: Sequence[Sequence[str]], cells: Sequence[str]) -> Iterator[str]:
    """Give a row in one line, and the further lines of its longest cell below it."""
    longest = max(range(len(lines)), key=lambda at: len(lines[at]), default=0)
    told = lines[longest] if lines else ()
    if len(told) < _MOST_CELLS or any(len(cell) > _MOST_CELLS for at, cell in enumerate(lines) if at != longest):
        yield " | ".join(cells)
        return
    yield " | ".join(told[0] if at == longest else cell for at, cell in enumerate(cells))
    yield from (line if line.startswith("- ") else f"    {line}" for line in told[1:])


_OF_TWO = late(r"\|[ \t]*(?P<label>[^|\n]{0,60}?)[ \t]*\|[ \t]*(?P<value>[^|\n]*[^|\s])[ \t]*\|?[ \t]*")
_DRAWN = late(r"^\|(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*\n", re.MULTILINE)


def bars_apart(text: str) -> str:
    r"""Put labels before what stands beside them in a table of two columns between bars, other rows as they are.

    Examples
    --------
    >>> bars_apart("| Språk | dari |\n| --- | --- |\n|  | svenska |\n| Kock | 2015 |").split("\n")
    ['Språk: dari', '    svenska', '| Kock | 2015 |']
    """
    if not text.startswith("|") and "\n|" not in text:
        return text
    lines: list[str] = []
    labelled = False
    for line in _DRAWN.sub("", text).split("\n"):
        row = _OF_TWO.fullmatch(line)
        labelled = row is not None and (kind_of_label(row["label"]) is not None if row["label"] else labelled)
        before = f"{row['label']}: " if row and row["label"] else "    "
        lines.append(f"{before}{row['value']}" if row and labelled else line)
    return "\n".join(lines)


_GAP = late(r"(?<=\S)(?: {3,}|\t+ *)(?=\S)|^ {12,}(?=\S)|^\t+ *(?=\S)")
_LEAST = 5
"""Lines in which the second column begins, at least."""
_HEADINGS = 3
"""Headings of both columns together, at least."""
_MOST_LINES = 2000


def columns_apart(text: str) -> str:
    r"""Put the second of two columns below the first; a text that has none comes back as it is.

    Both columns must have headings, and the second begin with one: dates set to the right of titles are no column.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        With ``pdfchild.COLUMN_END`` behind each column.

    Examples
    --------
    >>> left = ("CONTACT", "Lund", "SKILLS", "Baking", "LICENCE", "B")
    >>> right = ("WORK", "Baker", "2015 - 2019", "", "EDUCATION", "School of bakers")
    >>> text = columns_apart("\n".join(f"{one:12}{two}".rstrip() for one, two in zip(left, right)))
    >>> text.split("\n")[2:8]
    ['SKILLS', 'Baking', 'LICENCE', 'B', '\x1d', 'WORK']
    """
    lines = text.splitlines()
    if len(lines) > _MOST_LINES:
        return text
    gaps = [_GAP.search(line) for line in lines]
    counts = Counter(-1 if "\t" in gap.group() else gap.end() for gap in gaps if gap)
    if not counts:
        return text
    at, count = counts.most_common(1)[0]
    if count < _LEAST:
        return text
    parted = [_parted(line, at) for line in lines]
    begun = [place for place, parts in enumerate(parted) if parts and parts[1]]
    first, last = begun[0], begun[-1]
    inside = parted[first : last + 1]
    if any(parts is None for parts in inside):
        return text
    left, right = ([parts[side] for parts in inside if parts] for side in (0, 1))
    begins = next(filter(str.strip, right))
    if not _is_heading(begins) or sum(map(_is_heading, (*left, *right))) < _HEADINGS or not any(map(_is_heading, left)):
        return text
    return "\n".join((*lines[:first], *left, COLUMN_END, *right, COLUMN_END, *lines[last + 1 :]))


def _parted(line: str, at: int) -> tuple[str, str] | None:
    """Part a line where the second column begins (at its tab for -1); ``None`` where its words run across."""
    if at < 0:
        before, _, behind = line.partition("\t")
        return before.rstrip(), behind.strip("\t ")
    if line[at - 2 : at].strip():
        return None if len(line) > at else (line, "")
    return line[:at].rstrip(), line[at:].rstrip()


def _is_heading(line: str) -> bool:
    bare = line.strip()
    return len(bare) <= MAX_HEADING and kind_of(bare) not in (None, "native") and language_code(bare) is None
