"""Text of a paragraph in an OpenDocument file, whatever kind of document it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matcher.readers.files.xmltree import local

if TYPE_CHECKING:
    from lxml.etree import _Element

NO_TEXT = frozenset(("annotation", "tracked-changes", "sequence-decls", "forms", "bookmark", "soft-page-break"))
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
        elif name not in NO_TEXT and name not in GROUPS:
            pieces.append(open_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
