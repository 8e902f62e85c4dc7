"""Rows of an XLSX workbook, read as what it is: a zip of small XML files.

No spreadsheet library stands between: the fast one aborts the process on far-apart cells, the common one believes a
false dimension. Every part is capped before it is unpacked, cells are placed by their own reference, and days that are
stored as numbers come out as ISO dates.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.files.archives import DAMAGED, holds_part
from matcher.readers.files.grid import Row
from matcher.readers.files.officeparts import MAX_TEXT, Room, elements, shown_number
from matcher.readers.files.xmltree import MAX_XML, children, local, parse_xml, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_SHEETS = 50
MAX_ROWS = 20_000
MAX_COLUMNS = 400
_REFERENCE = late(r"([A-Z]{1,3})(\d{1,7})")
# Built-in number formats that show a day; of one's own formats those with a day or a year in them.
_DATE_FORMATS = frozenset(map(str, (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))))
_MAX_FORMAT = 255
_DIGITS = 10
_SHARE_FORMATS = frozenset(("9", "10"))
_DATE_CODE = late(r"[yd]", re.IGNORECASE)
# "_x000D_": how a workbook writes a character that XML cannot hold, and an underscore that would begin one
_ESCAPED = late(r"_x([0-9A-Fa-f]{4})_")
_QUOTED = late(r"\"[^\"]*\"|\\.|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: its place in the workbook and its rows, and the line from which on there were too many."""

    number: int
    rows: tuple[Row, ...]
    past: int | None = None


def is_xlsx(data: bytes) -> bool:
    r"""Whether a file is an XLSX workbook.

    Examples
    --------
    >>> is_xlsx(b"PK\x03\x04..."), is_xlsx(b"a;b")
    (False, False)
    """
    return holds_part(data, "xl/workbook.xml")


def xlsx_sheets(data: bytes, name: str) -> Iterator[Sheet]:
    """Worksheets of a workbook in their order, hidden ones too.

    Parameters
    ----------
    data : bytes
    name : str
        File name for the error.

    Raises
    ------
    ReadError
        The workbook is damaged or a part of it is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            strings, styles = _strings(archive, name), _styles(archive, name)
            room, told = Room(name), Room(name)
            for number, part in enumerate(_parts(archive, name), 1):
                with archive.open(part) as member:
                    reader = _SheetXml(strings, styles, told)
                    rows = list(reader.rows(elements(member, room, ("row", "mergeCell"))))
                    yield Sheet(number, tuple(spread(rows, _merged(reader.merged), told)), reader.past)
    except DAMAGED:
        raise ReadError(name, "an undamaged workbook without a password") from None


def _part(archive: zipfile.ZipFile, path: str, name: str) -> _Element | None:
    """Tree of one of the small parts, that tell of the others."""
    if path not in archive.NameToInfo:
        return None
    with archive.open(path) as member:
        root: _Element = parse_xml(member.read(MAX_XML + 1), name)
    return root


def _each(archive: zipfile.ZipFile, path: str, name: str, *tags: str) -> Iterator[_Element]:
    """Elements of a part that may be large."""
    if path in archive.NameToInfo:
        with archive.open(path) as member:
            yield from (element for _, element in elements(member, Room(name), tags))


def _parts(archive: zipfile.ZipFile, name: str) -> list[str]:
    """Paths of the worksheets in the order of the workbook."""
    relations = _part(archive, "xl/_rels/workbook.xml.rels", name)
    book = _part(archive, "xl/workbook.xml", name)
    targets = {r.get("Id"): r.get("Target") or "" for r in children(relations, "Relationship")}
    found = []
    for sheet in children(book, "sheets", "sheet"):
        key = next((value for attribute, value in sheet.attrib.items() if str(attribute).endswith("}id")), None)
        target = str(targets.get(str(key), "")).lstrip("/")
        path = target if target.startswith("xl/") else f"xl/{target}"
        if path in archive.NameToInfo:
            found.append(path)
        if len(found) == _MAX_SHEETS:
            break
    return found


def _strings(archive: zipfile.ZipFile, name: str) -> list[str]:
    return [_text(item) for item in _each(archive, "xl/sharedStrings.xml", name, "si")]


def _text(item: _Element) -> str:
    """Text of a string with or without runs, phonetic readings left out."""
    pieces = [item.text or "" for item in children(item, "t")] + [t.text or "" for t in children(item, "r", "t")]
    return _unescaped("".join(pieces)[:MAX_TEXT])


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


@dataclass(frozen=True, slots=True)
class _Styles:
    """Numbers of the styles that show a day or a share of a hundred, and the day that days are counted from."""

    dates: frozenset[str]
    shares: frozenset[str]
    first: date


def _styles(archive: zipfile.ZipFile, name: str) -> _Styles:
    own: dict[str | None, str] = {}
    dates, shares, index = set(), set(), -1
    for element in _each(archive, "xl/styles.xml", name, "numFmt", "xf"):
        if local(element) == "numFmt":
            own[element.get("numFmtId")] = _QUOTED.sub("", (element.get("formatCode") or "")[:_MAX_FORMAT])
            continue
        parent = element.getparent()
        if parent is None or local(parent) != "cellXfs":
            continue
        index += 1
        code = element.get("numFmtId") or "0"
        if _DATE_CODE.search(own[code]) if code in own else code in _DATE_FORMATS:
            dates.add(str(index))
        elif "%" in own.get(code, "") or code in _SHARE_FORMATS:
            shares.add(str(index))
    book = _part(archive, "xl/workbook.xml", name)
    properties = children(book, "workbookPr")
    since_1904 = bool(properties) and properties[0].get("date1904") in ("1", "true")
    # Excel counts 29 February 1900, which never was, so days run from one day earlier.
    return _Styles(frozenset(dates), frozenset(shares), date(1904, 1, 1) if since_1904 else date(1899, 12, 30))


class _SheetXml:
    """Cells of one worksheet, row by row, without holding its tree."""

    def __init__(self, strings: list[str], styles: _Styles, told: Room) -> None:
        self._strings, self._styles, self._told = strings, styles, told
        self.merged: list[str] = []
        self.past: int | None = None

    def rows(self, found: Iterable[tuple[str, _Element]]) -> Iterator[Row]:
        place = filled = 0
        for _, element in found:
            if local(element) == "mergeCell":
                if len(self.merged) < MOST_MERGED:
                    self.merged.append(element.get("ref") or "")
                continue
            place += 1
            if self.past is not None:  # what is merged in the rows that are kept is told behind the last one
                continue
            said, cells = element.get("r") or "", self._cells(element)
            line = int(said) if said.isdigit() and len(said) < _DIGITS else place
            filled += any(cells)
            if filled > MAX_ROWS:
                self.past = line
            elif any(cells) or place <= MAX_ROWS:  # a sheet may be coloured to its end
                yield Row(line, cells)

    def _cells(self, row: _Element) -> tuple[str, ...]:
        cells: dict[int, str] = {}
        for index, cell in enumerate(row):
            match = _REFERENCE.match(cell.get("r") or "")
            at = _column(match[1]) if match else index
            if at < MAX_COLUMNS:
                cells[at] = self._value(cell)
        self._told.take(sum(map(len, cells.values())))
        return tuple(cells.get(index, "") for index in range(max(cells, default=-1) + 1))

    def _value(self, cell: _Element) -> str:
        if not len(cell):
            return ""
        kind, value = cell.get("t") or "n", text_of(cell, "v")[:MAX_TEXT]
        if kind == "s":
            shared = int(value) if value.isdigit() and len(value) < _DIGITS else len(self._strings)
            return self._strings[shared] if shared < len(self._strings) else ""
        if kind == "inlineStr":
            found = children(cell, "is")
            return _text(found[0]) if found else ""
        if kind == "b":
            return {"1": "ja", "0": "nej"}.get(value, "")
        if kind != "n":
            return "" if kind == "e" else _unescaped(value)
        return self._number(value, cell.get("s") or "0")

    def _number(self, value: str, style: str) -> str:
        number = shown_number(value, style in self._styles.shares)
        if style in self._styles.dates and number and 1 <= (day := float(value)) < 100_000:
            return (self._styles.first + timedelta(days=int(day))).isoformat()
        return number


_MERGED = late(r"([A-Z]{1,3})(\d{1,7}):\1(\d{1,7})")
MOST_MERGED = 2_000
"""Merged cells of a sheet that are looked at."""


def _merged(references: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    for match in filter(None, map(_MERGED.fullmatch, references[:MOST_MERGED])):
        yield _column(match[1]), int(match[2]), int(match[3])


def spread(rows: list[Row], merged: Iterable[tuple[int, int, int]], told: Room) -> list[Row]:
    """Repeat what one cell says for several lines in each of them: an id or a town beside all that it is of.

    Parameters
    ----------
    rows : list of Row
    merged : iterable of (column, first line, last line)
        Of those that lie over each other the first is taken.
    told : Room
        For the characters that are said again.

    Examples
    --------
    >>> spread([Row(1, ("7", "kock")), Row(2, ("", "smed"))], [(0, 1, 2)], Room("a.xlsx"))[1].cells
    ('7', 'smed')
    """
    at = {row.line: index for index, row in enumerate(rows)}
    ends: dict[int, int] = {}
    made: dict[int, list[str]] = {}
    for column, top, end in sorted(merged):
        if top not in at or column >= len(rows[at[top]].cells) or top <= ends.get(column, 0):
            continue
        said = rows[at[top]].cells[column]
        ends[column] = min(end, top + MAX_ROWS)
        for index in [at[line] for line in range(top + 1, ends[column] + 1) if said and line in at]:
            cells = made.setdefault(index, list(rows[index].cells))
            cells += [""] * (column + 1 - len(cells))
            if not cells[column]:
                told.take(len(said))
                cells[column] = said
    for index, cells in made.items():
        rows[index] = Row(rows[index].line, tuple(cells))
    return rows


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
