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
from typing import IO, TYPE_CHECKING

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.files.archives import DAMAGED, holds_part
from matcher.readers.files.grid import Row
from matcher.readers.files.xmltree import children, everywhere, local, parse_xml, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART = 64 << 20
"""Largest part of a workbook that is unpacked, in bytes."""
MAX_ROWS = 20_000
MAX_COLUMNS = 400
_REFERENCE = late(r"([A-Z]{1,3})(\d{1,7})")
# Built-in number formats that show a day; of one's own formats those with a day or a year in them.
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_SHARE_FORMATS = frozenset(("9", "10"))
_DATE_CODE = late(r"[yd]", re.IGNORECASE)
# "_x000D_": how a workbook writes a character that XML cannot hold, and an underscore that would begin one
_ESCAPED = late(r"_x([0-9A-Fa-f]{4})_")
_QUOTED = late(r"\"[^\"]*\"|\\.|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet: its place in the workbook and its rows."""

    number: int
    rows: tuple[Row, ...]


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
            strings = _strings(archive, name)
            styles = _styles(archive, name)
            for number, part in enumerate(_parts(archive, name), 1):
                with archive.open(part) as member:
                    reader = _SheetXml(strings, styles)
                    rows = list(reader.rows(Capped(member, name), name))
                    yield Sheet(number, tuple(spread(rows, _merged(reader.merged))))
    except DAMAGED:
        raise ReadError(name, "an undamaged workbook without a password") from None


class Capped(io.RawIOBase):
    """A stream that refuses to give more than :data:`MAX_PART` bytes, whatever its header promised."""

    def __init__(self, member: IO[bytes], name: str) -> None:
        self._member, self._name, self._left = member, name, MAX_PART

    def readable(self) -> bool:
        """Whether it can be read: it can."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Give some of the bytes, at most 64 kB at a time."""
        piece = self._member.read(min(size, 1 << 16) if size >= 0 else 1 << 16)
        self._left -= len(piece)
        if self._left < 0:
            raise ReadError(self._name, f"sheets of at most {MAX_PART >> 20} MB")
        return piece


def _part(archive: zipfile.ZipFile, path: str, name: str) -> _Element | None:
    if path not in archive.namelist():
        return None
    if archive.getinfo(path).file_size > MAX_PART:
        raise ReadError(name, f"parts of at most {MAX_PART >> 20} MB")
    with archive.open(path) as member:
        root: _Element = parse_xml(member.read(MAX_PART), name, MAX_PART)
    return root


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
        if path in archive.namelist():
            found.append(path)
    return found[:50]


def _strings(archive: zipfile.ZipFile, name: str) -> list[str]:
    root = _part(archive, "xl/sharedStrings.xml", name)
    return [] if root is None else [_text(item) for item in root if local(item) == "si"]


def _text(item: _Element) -> str:
    """Text of a string with or without runs, phonetic readings left out."""
    pieces = [item.text or "" for item in children(item, "t")] + [t.text or "" for t in children(item, "r", "t")]
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


@dataclass(frozen=True, slots=True)
class _Styles:
    """Numbers of the styles that show a day or a share of a hundred, and the day that days are counted from."""

    dates: frozenset[int]
    shares: frozenset[int]
    first: date


def _styles(archive: zipfile.ZipFile, name: str) -> _Styles:
    styles, book = _part(archive, "xl/styles.xml", name), _part(archive, "xl/workbook.xml", name)
    own = {}
    for form in everywhere(styles, "numFmt") if styles is not None else ():
        own[form.get("numFmtId")] = _QUOTED.sub("", form.get("formatCode") or "")
    dates, shares = set(), set()
    for index, style in enumerate(children(styles, "cellXfs", "xf")):
        code = style.get("numFmtId") or "0"
        if _DATE_CODE.search(own[code]) if code in own else code.isdigit() and int(code) in _DATE_FORMATS:
            dates.add(index)
        elif "%" in own.get(code, "") or code in _SHARE_FORMATS:
            shares.add(index)
    properties = children(book, "workbookPr")
    since_1904 = bool(properties) and properties[0].get("date1904") in ("1", "true")
    # Excel counts 29 February 1900, which never was, so days run from one day earlier.
    return _Styles(frozenset(dates), frozenset(shares), date(1904, 1, 1) if since_1904 else date(1899, 12, 30))


class _SheetXml:
    """Cells of one worksheet, row by row, without holding its tree."""

    def __init__(self, strings: list[str], styles: _Styles) -> None:
        self._strings, self._styles = strings, styles
        self.merged: list[str] = []

    def rows(self, stream: io.RawIOBase, name: str) -> Iterator[Row]:
        from lxml import etree

        options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
        count = 0
        try:
            for _, element in etree.iterparse(stream, events=("end",), tag=("{*}row", "{*}mergeCell"), **options):
                if local(element) == "mergeCell":
                    self.merged.append(element.get("ref") or "")
                    continue
                count += 1
                if count > MAX_ROWS:
                    raise ReadError(name, f"sheets of at most {MAX_ROWS} rows")
                line = element.get("r") or ""
                yield Row(int(line) if line.isdigit() else count, self._cells(element))
                element.clear()
        except etree.XMLSyntaxError:
            raise ReadError(name, "a sheet of well-formed XML") from None

    def _cells(self, row: _Element) -> tuple[str, ...]:
        cells: dict[int, str] = {}
        for index, cell in enumerate(row):
            match = _REFERENCE.match(cell.get("r") or "")
            at = _column(match[1]) if match else index
            if at < MAX_COLUMNS:
                cells[at] = self._value(cell)
        return tuple(cells.get(index, "") for index in range(max(cells, default=-1) + 1))

    def _value(self, cell: _Element) -> str:
        kind, value = cell.get("t") or "n", text_of(cell, "v")
        if kind == "s":
            return self._strings[int(value)] if value.isdigit() and int(value) < len(self._strings) else ""
        if kind == "inlineStr":
            found = children(cell, "is")
            return _text(found[0]) if found else ""
        if kind == "b":
            return {"1": "ja", "0": "nej"}.get(value, "")
        if kind != "n":
            return "" if kind == "e" else _unescaped(value)
        return self._number(value, cell.get("s") or "0")

    def _number(self, value: str, style: str) -> str:
        try:
            number = float(value)
        except ValueError:
            return ""
        if style.isdigit() and int(style) in self._styles.dates and 1 <= number < 100_000:
            return (self._styles.first + timedelta(days=int(number))).isoformat()
        if style.isdigit() and int(style) in self._styles.shares:
            return f"{100 * number:.10g}%"
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.10g}"


_MERGED = late(r"([A-Z]{1,3})(\d{1,7}):\1(\d{1,7})")
MOST_MERGED = 2_000
"""Merged cells of a sheet that are looked at."""


def _merged(references: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    for match in filter(None, map(_MERGED.fullmatch, references[:MOST_MERGED])):
        yield _column(match[1]), int(match[2]), int(match[3])


def spread(rows: list[Row], merged: Iterable[tuple[int, int, int]]) -> list[Row]:
    """Repeat what one cell says for several lines in each of them: an id or a town beside all that it is of.

    Parameters
    ----------
    rows : list of Row
    merged : iterable of (column, first line, last line)

    Examples
    --------
    >>> spread([Row(1, ("7", "kock")), Row(2, ("", "smed"))], [(0, 1, 2)])[1].cells
    ('7', 'smed')
    """
    at = {row.line: index for index, row in enumerate(rows)}
    for column, top, end in merged:
        if top not in at or column >= len(rows[at[top]].cells):
            continue
        said = rows[at[top]].cells[column]
        for line in range(top + 1, min(end, top + MAX_ROWS) + 1):
            if line in at:
                row = rows[at[line]]
                cells = [*row.cells, *("" for _ in range(column + 1 - len(row.cells)))]
                cells[column] = cells[column] or said
                rows[at[line]] = Row(line, tuple(cells))
    return rows


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
