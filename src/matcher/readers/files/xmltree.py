"""XML documents from outside: no document type, no entities of their own, no network, limited depth and size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from matcher.errors import InvalidRecordError
from matcher.patterns import late

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_XML = 8 << 20
"""Largest XML document that is parsed, in bytes."""
_DOCTYPE = late(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Each attribute is compared with all before it: a hundred thousand of them would take minutes. One may be long.
_FULL_TAG = late(rb"<[A-Za-z_](?:[^<>=]*+=){2000}")


def parse_xml(data: bytes, name: str, limit: int = MAX_XML) -> Any:
    """Parse a document.

    Parameters
    ----------
    data : bytes
    name : str
        File name for the error.
    limit : int, optional
        Most bytes.

    Returns
    -------
    lxml element
        The root.

    Raises
    ------
    InvalidRecordError
        It declares a document type or entities, is too large or too deep, or is no XML.

    Examples
    --------
    >>> parse_xml(b"<a><b>1</b></a>", "a.xml")[0].text
    '1'
    >>> parse_xml(b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "a.xml")
    Traceback (most recent call last):
    matcher.errors.InvalidRecordError: a.xml: expected XML without a document type or entities of its own
    """
    from lxml import etree

    if len(data) > limit:
        raise InvalidRecordError(name, f"at most {limit >> 20} MB in one document")
    if _DOCTYPE.search(data):
        raise InvalidRecordError(name, "XML without a document type or entities of its own")
    if _FULL_TAG.search(data):
        raise InvalidRecordError(name, "XML with at most 2000 attributes in a tag")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise InvalidRecordError(name, "well-formed XML, nested at most 256 levels", line=line) from None


def local(element: _Element) -> str:
    """Name of an element without its namespace."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def children(element: _Element | None, *names: str) -> list[_Element]:
    """Elements down a path of local names, all of them at the last step.

    Examples
    --------
    >>> root = parse_xml(b'<a xmlns="x"><b><c>1</c><c>2</c></b></a>', "a.xml")
    >>> [c.text for c in children(root, "b", "c")]
    ['1', '2']
    """
    found = [element] if element is not None else []
    for name in names:
        found = [child for parent in found for child in parent if local(child) == name]
    return found


def everywhere(element: _Element, name: str) -> Iterator[_Element]:
    """Every element below with a local name."""
    return (child for child in element.iter() if local(child) == name)


def text_of(element: _Element | None, *names: str) -> str:
    """Text of the first element down a path, ``""`` where there is none."""
    return " ".join(lines_of(element, *names).split())


def lines_of(element: _Element | None, *names: str) -> str:
    r"""Text of the first element down a path, its lines apart: one at fault goes without those beside it.

    Examples
    --------
    >>> from xml.etree import ElementTree
    >>> job = ElementTree.fromstring("<Job><Title>Kock\nfyller 58</Title></Job>")
    >>> lines_of(job, "Title"), text_of(job, "Title"), text_of(job, "Place")
    ('Kock\nfyller 58', 'Kock fyller 58', '')
    """
    found = children(element, *names)
    return "".join(map(str, found[0].itertext())).strip() if found else ""


def forget(element: _Element) -> None:
    """Free an element that was read, and what stood before it."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]


def fields_of(element: _Element) -> Any:
    """Make an element plain values for a tally of fields: text, or a mapping of children and ``@attributes``.

    Examples
    --------
    >>> fields_of(parse_xml(b'<a><b x="1">2</b><c>3</c><c>4</c></a>', "a.xml"))
    {'b': {'@x': '1', 'text': '2'}, 'c': ['3', '4']}
    """
    named: dict[str, Any] = {f"@{str(key).rsplit('}', 1)[-1]}": str(value) for key, value in element.attrib.items()}
    for child in element:
        if name := local(child):
            made = fields_of(child)
            held = named.setdefault(name, [])
            held.append(made)
    named = {name: held[0] if isinstance(held, list) and len(held) == 1 else held for name, held in named.items()}
    text = "".join(str(part) for part in [element.text or "", *(child.tail or "" for child in element)]).strip()
    if named and text:
        named["text"] = text
    return named or text
