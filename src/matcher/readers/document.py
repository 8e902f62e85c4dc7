"""Text of a DOCX document, read as what it is: a zip with one XML file of paragraphs and tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from matcher.errors import ReadError
from matcher.readers.archives import holds_part
from matcher.readers.xmltree import children, local, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART = 16 << 20
"""Largest document part that is unpacked, in bytes."""
_BODY = "word/document.xml"
_PLACES = ("word/header1.xml", "word/header2.xml", _BODY)


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
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for part in _PLACES:
                if part in archive.namelist():
                    if archive.getinfo(part).file_size > MAX_PART:
                        raise ReadError(name, f"documents of at most {MAX_PART >> 20} MB")
                    with archive.open(part) as member:
                        root = parse_xml(member.read(MAX_PART), name, MAX_PART)
                    for holder in (*children(root, "body"), *([root] if part != _BODY else [])):
                        lines += _blocks(holder)
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError, NotImplementedError, KeyError):
        raise ReadError(name, "an undamaged document without a password") from None
    return "\n".join(lines)


def _blocks(holder: _Element) -> Iterator[str]:
    for block in holder:
        if local(block) == "p":
            bullet = "- " if children(block, "pPr", "numPr") else ""
            yield bullet + _text(block)
        elif local(block) == "tbl":
            for row in children(block, "tr"):
                cells = [" ".join(_text(p) for p in children(cell, "p")).strip() for cell in children(row, "tc")]
                yield " | ".join(cells)
        elif local(block) in ("sdt", "sdtContent"):
            yield from _blocks(block)


def _text(paragraph: _Element) -> str:
    pieces = []
    for element in paragraph.iter():
        name = local(element)
        if name == "t":
            pieces.append(element.text or "")
        elif name == "tab":
            pieces.append("    ")
        elif name in ("br", "cr"):
            pieces.append("\n")
    return "".join(pieces)
