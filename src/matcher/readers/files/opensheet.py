"""OpenDocument, as LibreOffice writes it: text of a paragraph in any of its files, rows of an ODS workbook."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from matcher.errors import ReadError
from matcher.readers.files.archives import DAMAGED, holds_part
from matcher.readers.files.grid import Row
from matcher.readers.files.officeparts import MAX_TEXT, Room, elements, shown_number
from matcher.readers.files.workbook import MAX_COLUMNS, MAX_ROWS, MOST_MERGED, Sheet, spread
from matcher.readers.files.xmltree import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_NO_TEXT = frozenset(("annotation", "tracked-changes", "sequence-decls", "forms", "bookmark", "soft-page-break"))
"""Elements inside a text that hold none of it: remarks of its readers, what was struck out."""
GROUPS = frozenset(("section", "index-body", "table-of-content", "text-box", "frame", "g"))
"""Elements that hold paragraphs of their own."""
_MOST_BLANKS = 100


def attribute(element: _Element, name: str) -> str:
    """Value of the attribute of that local name; "" where there is none."""
    return next((str(value) for key, value in element.items() if str(key).rsplit("}", 1)[-1] == name), "")


def open_text(element: _Element) -> str:
    """Text of a paragraph with its blanks, tabs and line breaks.

    Examples
    --------
    >>> from matcher.readers.files.xmltree import parse_xml
    >>> open_text(parse_xml(b'<p xmlns:t="x">Kock<t:s t:c="2"/>i <t:annotation>Ada</t:annotation>Iran</p>', "a.xml"))
    'Kock  i Iran'
    """
    pieces = [element.text or ""]
    for child in element:
        name = local(child)
        if name == "tab":
            pieces.append("    ")
        elif name == "line-break":
            pieces.append("\n")
        elif name == "s":
            count = attribute(child, "c")
            pieces.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))
        elif name not in _NO_TEXT and name not in GROUPS:
            pieces.append(open_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)


_BODY = "content.xml"
_MOST_SHEETS = 50
_CELLS = ("table-cell", "covered-table-cell")


def is_ods(data: bytes) -> bool:
    r"""Whether a file is an ODS workbook.

    Examples
    --------
    >>> is_ods(b"PK\x03\x04..."), is_ods(b"a;b")
    (False, False)
    """
    return holds_part(data, _BODY) and b"opendocument.spreadsheet" in data[:200]


def ods_sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """Worksheets of a workbook in their order, hidden ones too.

    Parameters
    ----------
    data : bytes
    name : str
        File name for the error.

    Raises
    ------
    ReadError
        The workbook is damaged or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_BODY) as member:
            told = Room(name)
            for number, table in enumerate(_tables(member, name, told), 1):
                yield Sheet(number, tuple(spread(table.rows, table.merged, told)), table.past)
    except DAMAGED:
        raise ReadError(name, "an undamaged workbook without a password") from None


@dataclass
class _Table:
    rows: list[Row] = field(default_factory=list)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    line: int = 0
    past: int | None = None


def _tables(member: IO[bytes], name: str, told: Room) -> Iterator[_Table]:
    """Tables one by one, without holding the tree of any."""
    table: _Table | None = None
    count = 0
    for event, element in elements(member, Room(name), ("table", "table-row"), starts=True):
        if local(element) == "table":
            if event == "end" and table is not None:
                yield table
                count += 1
            table = _Table() if event == "start" and count < _MOST_SHEETS else None
        elif event == "end" and table is not None:
            _add_row(table, element, told)


def _add_row(table: _Table, row: _Element, told: Room) -> None:
    cells: list[str] = []
    at = 0
    for cell in row:
        if local(cell) not in _CELLS or at >= MAX_COLUMNS:
            continue
        times, said = _count(cell, "number-columns-repeated"), _value(cell)[:MAX_TEXT]
        below = _count(cell, "number-rows-spanned")
        if below > 1 and _count(cell, "number-columns-spanned") == 1 and len(table.merged) < MOST_MERGED:
            table.merged.append((at, table.line + 1, table.line + below))
        at += times
        # A row ends with as many blanks as its sheet is wide.
        cells += [said] * min(times, MAX_COLUMNS - len(cells)) if said or at < MAX_COLUMNS else []
    times = _count(row, "number-rows-repeated")
    if any(cells):
        kept = min(times, MAX_ROWS - len(table.rows)) if table.past is None else 0
        told.take(kept * sum(map(len, cells)))
        table.rows += [Row(table.line + more + 1, tuple(cells)) for more in range(kept)]
        if kept < times and table.past is None:
            table.past = table.line + kept + 1
    table.line += times


def _count(element: _Element, name: str) -> int:
    told = attribute(element, name)
    return max(1, int(told)) if told.isdecimal() else 1


def _value(cell: _Element) -> str:
    """Give a number, a day or an answer as it is held, all else as it is shown."""
    kind = attribute(cell, "value-type")
    value = attribute(cell, "value")
    if kind == "date":
        return attribute(cell, "date-value")[:10]
    if kind == "boolean":
        return {"true": "ja", "false": "nej"}.get(attribute(cell, "boolean-value"), "")
    if kind in ("float", "currency", "percentage") and value:
        return shown_number(value, kind == "percentage")
    return "\n".join(open_text(line) for line in cell if local(line) == "p")
