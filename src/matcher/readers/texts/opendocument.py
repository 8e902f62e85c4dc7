"""Text of an ODT document (OpenDocument, as LibreOffice writes it): paragraphs, headings, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from matcher.readers.files.archives import holds_part
from matcher.readers.files.opensheet import GROUPS, attribute, open_text
from matcher.readers.files.xmltree import everywhere, local
from matcher.readers.texts.document import part_roots
from matcher.readers.texts.laidout import table_lines
from matcher.readers.texts.signs import repaired

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY, _STYLES = "content.xml", "styles.xml"
_ROWS = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_MOST_LEVELS = 3


def is_open_document(data: bytes) -> bool:
    r"""Whether a file is an ODT document.

    Examples
    --------
    >>> is_open_document(b"PK\x03\x04..."), is_open_document(b"text")
    (False, False)
    """
    return holds_part(data, _BODY) and b"opendocument.text" in data[:200]


def open_document_text(data: bytes, name: str) -> str:
    """Give the paragraphs of a document as lines, as :func:`matcher.readers.texts.document.document_text` does.

    Parameters
    ----------
    data : bytes
    name : str
        File name for the error.

    Raises
    ------
    ReadError
        The document is damaged or too large.
    """
    headers: list[str] = []
    lines: list[str] = []
    for part, root in part_roots(data, name, lambda names: [p for p in (_STYLES, _BODY) if p in names]):
        if part == _STYLES:
            headers = [line for holder in everywhere(root, "header") for line in _blocks(holder)]
        else:
            lines += [line for body in everywhere(root, "text") for line in _blocks(body)]
    return repaired("\n".join((*headers, *lines)))


def _blocks(holder: _Element, bullet: str = "") -> Iterator[str]:
    for block in holder:
        kind = local(block)
        if kind in ("p", "h"):
            text = open_text(block)
            if kind == "h" and text.strip():
                yield ""
            yield (_level(block) if kind == "h" else bullet) + text if text.strip() else ""
            for box in everywhere(block, "text-box"):
                yield from _blocks(box)
        elif kind == "list":
            for item in block:
                yield from _blocks(item, "- ")
        elif kind == "table":
            yield from table_lines([[list(_blocks(cell)) for cell in _cells(row)] for row in _table_rows(block)])
        elif kind in GROUPS:
            yield from _blocks(block)


def _level(heading: _Element) -> str:
    found = attribute(heading, "outline-level")
    return "#" * min(int(found) if found.isdecimal() else 1, _MOST_LEVELS) + " "


def _table_rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if local(child) == "table-row":
            yield child
        elif local(child) in _ROWS:
            yield from _table_rows(child)


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row if local(cell) == "table-cell"]
