"""Text of a DOCX document, read as what it is: a zip with one XML file of paragraphs and tables."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.files.archives import DAMAGED, holds_part
from matcher.readers.files.xmltree import children, local, parse_xml
from matcher.readers.texts.laidout import table_lines
from matcher.readers.texts.signs import repaired

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART = 16 << 20
"""Most bytes of all parts of a document that are read, unpacked."""
_BODY = "word/document.xml"
_BESIDE = ("header", "footer", "footnotes", "endnotes")
_WRAPPERS = frozenset(("sdt", "sdtContent", "customXml", "footnote", "endnote", "ins", "smartTag"))
_NO_TEXT = frozenset(("txbxContent", "Fallback", "del", "moveFrom", "pPr", "rPr"))


def is_document(data: bytes) -> bool:
    r"""Whether a file is a DOCX document.

    Examples
    --------
    >>> is_document(b"PK\x03\x04..."), is_document(b"text")
    (False, False)
    """
    return holds_part(data, _BODY)


def document_text(data: bytes, name: str) -> str:
    """Paragraphs of a document as lines, items of lists with a bullet, cells of a row with bars between.

    Headers come first and footers last; text boxes stand where they are anchored. Deleted and hidden text and comments
    are no part of the document.

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
    lines: list[str] = []
    said: set[str] = set()
    for part, root in part_roots(data, name, _parts):
        for holder in children(root, "body") or [root]:
            # Every page may have the same header.
            added = [line for line in _blocks(holder) if part == _BODY or line not in said]
            lines += added
            said.update(added)
    return repaired("\n".join(lines))


def part_roots(data: bytes, name: str, wanted: Callable[[list[str]], list[str]]) -> Iterator[tuple[str, _Element]]:
    """Give the parts of an office document, each with the root of its XML.

    Parameters
    ----------
    data : bytes
    name : str
        File name for the error.
    wanted : callable
        From the names of all parts those to read, in order.

    Raises
    ------
    ReadError
        The document is damaged or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            left = MAX_PART
            for part in wanted(archive.namelist()):
                left -= archive.getinfo(part).file_size
                if left < 0:
                    raise ReadError(name, f"documents of at most {MAX_PART >> 20} MB")
                with archive.open(part) as member:
                    yield part, parse_xml(member.read(MAX_PART), name, MAX_PART)
    except DAMAGED:
        raise ReadError(name, "an undamaged document without a password") from None


def _parts(names: list[str]) -> list[str]:
    """Parts that hold text in the order in which they are read."""
    beside = {kind: sorted(n for n in names if re.fullmatch(rf"word/{kind}\d{{0,2}}\.xml", n)) for kind in _BESIDE}
    return [*beside["header"], _BODY, *beside["footnotes"], *beside["endnotes"], *beside["footer"]]


def _blocks(holder: _Element) -> Iterator[str]:
    for block in holder:
        kind = local(block)
        if kind == "p":
            text, mark = _text(block), _mark(block)
            if mark.startswith("#") and text.strip():
                yield ""  # what a heading stands above begins anew
            yield mark + text if text.strip() else text
            for box in _boxes(block):
                yield from _blocks(box)
        elif kind == "tbl":
            yield from table_lines([[list(_blocks(cell)) for cell in _held(row, "tc")] for row in _held(block, "tr")])
        elif kind in _WRAPPERS:
            yield from _blocks(block)


_HEADING = late(r"(?:heading|rubrik|berschrift|titre)\W?([1-3])", re.IGNORECASE)


def _mark(paragraph: _Element) -> str:
    """Give the sign before the text of a paragraph that is a heading or an item of a list."""
    for style in children(paragraph, "pPr", "pStyle"):
        if heading := _HEADING.search(str(next(iter(style.values()), ""))):
            return "#" * int(heading[1]) + " "
    return "- " if children(paragraph, "pPr", "numPr") else ""


def _held(holder: _Element, kind: str) -> Iterator[_Element]:
    """Rows of a table or cells of a row, wrapped in content controls or not."""
    for child in holder:
        if local(child) == kind:
            yield child
        elif local(child) in _WRAPPERS:
            yield from _held(child, kind)


def _boxes(paragraph: _Element) -> Iterator[_Element]:
    """Text boxes anchored in a paragraph; the second form of one, for old programs, says the same once more."""
    for element in paragraph:
        if local(element) == "txbxContent":
            yield element
        elif local(element) != "Fallback":
            yield from _boxes(element)


def _is_hidden(run: _Element) -> bool:
    """Whether a run of words is hidden, so that nobody who reads the document sees it."""
    return any(next(iter(sign.values()), "1") not in ("0", "false", "off") for sign in children(run, "rPr", "vanish"))


def _text(element: _Element) -> str:
    pieces = []
    for child in element:
        name = local(child)
        if name == "t":
            pieces.append(child.text or "")
        elif name == "tab":
            pieces.append("    ")
        elif name == "noBreakHyphen":
            pieces.append("-")
        elif name in ("br", "cr"):
            pieces.append("\n")
        elif name not in _NO_TEXT and not _is_hidden(child):
            pieces.append(_text(child))
    return "".join(pieces)
