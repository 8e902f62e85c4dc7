"""XML from strangers: no DTD, no network, no great depth, one record in memory at a time."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.files.source import MAX_TEXT, Source
from matcher.readers.files.xmltree import forget

if TYPE_CHECKING:
    from lxml import etree

Node = dict[str, object] | str
"""An element as plain data: a text, or local names → nodes (lists where a name repeats); ``@`` marks attributes and
``#`` the text of an element that has attributes or children too."""

_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_ENTITY = late(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_BARE_AMPERSAND = late(r"&(?!#\d{1,7};|#x[0-9A-Fa-f]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_MARKUP = frozenset({"p", "br", "ul", "ol", "li", "div", "span", "b", "strong", "em", "i", "h1", "h2", "h3", "h4"})
_MAX_ATTRIBUTES = 24
_MAX_TAG = 1 << 16
_LONG_TAG = late(rf"<[A-Za-z_][^<>]{{{_MAX_TAG}}}")
_ROOT = late(r"<[A-Za-z_]")
_LOCAL = late(r"<(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,60})[\s>/]")


def root_name(source: Source) -> str:
    """Local name of the first element; ``""`` if the content is no XML.

    Examples
    --------
    >>> root_name(Source("a.xml", b'<?xml version="1.0"?><!-- x --><ns:source a="1"><job/></ns:source>'))
    'source'
    """
    if source.folder is not None or not source.head.startswith("<"):
        return ""
    match = _LOCAL.search(source.head)
    return match[1] if match else ""


def records(source: Source, names: frozenset[str]) -> Iterator[tuple[Node, int]]:
    """Read the elements of certain local names one by one, as plain data with their line.

    Parameters
    ----------
    source : Source
        HTML entities that XML does not know, and bare ampersands, are mended where the file needs it.
    names : frozenset of str
        Local names of the elements that hold a record.

    Yields
    ------
    (node, line)

    Raises
    ------
    ReadError
        Where the file stops being XML; what stood before has been given by then. At once if it brings a DTD with
        declarations of its own.

    Examples
    --------
    >>> feed = Source("f.xml", "<jobs><job><t>Sk&ouml;tare</t></job><job><t>Kock & bagare</t></job></jobs>".encode())
    >>> [node["t"] for node, _ in records(feed, frozenset({"job"}))]
    ['Skötare', 'Kock & bagare']
    """
    _refuse_declarations(source)
    given = 0
    try:
        for item in _parsed(source, source.chunks(), names):
            given += 1
            yield item
    except ReadError:
        if len(source.data) > MAX_TEXT:
            raise
    else:
        return
    mended = _BARE_AMPERSAND.sub("&amp;", _ENTITY.sub(_character, source.text))
    for number, item in enumerate(_parsed(source, (mended,), names)):
        if number >= given:
            yield item


def _as_node(element: etree._Element) -> Node:
    """Turn an element into plain data by local names; several of one name become a list."""
    if any(isinstance(child.tag, str) and _local(child.tag).lower() in _MARKUP for child in element):
        return _markup(element)
    # lxml looks each attribute up from the first one on: a hundred thousand of them would take minutes.
    node: dict[str, object] = {
        f"@{_local(str(key))}": str(element.get(key)) for key in element.keys()[:_MAX_ATTRIBUTES]
    }
    for child in element:
        if not isinstance(child.tag, str):
            continue
        name, value = _local(child.tag), _as_node(child)
        if name not in node:
            node[name] = value
        elif isinstance(known := node[name], list):
            known.append(value)
        else:
            node[name] = [known, value]
    text = "".join(part for part in (element.text, *(child.tail for child in element)) if part).strip()
    if not node:
        return text
    if text:
        node["#"] = text
    return node


def node_text(node: object) -> str:
    """Give the text of a node, without its attributes; of several nodes the first that has one.

    Examples
    --------
    >>> node_text({"@typeCode": "x", "#": "Kock"}), node_text(["", "Bagare"]), node_text(None)
    ('Kock', 'Bagare', '')
    """
    if isinstance(node, str):
        return node
    if isinstance(node, list):
        return next((text for item in node if (text := node_text(item))), "")
    if isinstance(node, dict):
        return node_text(node.get("#"))
    return ""


def inner(node: object, *path: str) -> list[object]:
    """Give every node at the end of a path of local names.

    Examples
    --------
    >>> inner({"a": [{"b": "1"}, {"b": ["2", "3"]}]}, "a", "b")
    ['1', '2', '3']
    """
    nodes = node if isinstance(node, list) else [node]
    for name in path:
        found: list[object] = []
        for item in nodes:
            value = item.get(name) if isinstance(item, dict) else None
            found.extend(value if isinstance(value, list) else [] if value is None else [value])
        nodes = found
    return nodes


def _markup(element: etree._Element) -> str:
    """Give the markup inside an element whose author forgot to escape it, for the stripper."""
    from lxml import etree

    inside = (etree.tostring(child, encoding="unicode") for child in element)
    return "".join((element.text or "", *map(str, inside)))


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def _character(match: re.Match[str]) -> str:
    return match[0] if match[1] in _XML_ENTITIES else html.unescape(match[0])


def _refuse_declarations(source: Source) -> None:
    """Refuse a DTD that declares entities: no format here needs one, and every entity bomb does."""
    prolog = ""
    for chunk in source.chunks():
        prolog += chunk
        root = _ROOT.search(prolog)
        if root or len(prolog) > MAX_TEXT:
            prolog = prolog[: root.start()] if root else prolog
            break
    if "<!ENTITY" in prolog or ("<!DOCTYPE" in prolog and "[" in prolog.split("<!DOCTYPE", 1)[1]):
        raise ReadError(source.name, "XML without a document type of its own", prolog.count("\n") + 1)


def _parsed(source: Source, chunks: Iterable[str], names: frozenset[str]) -> Iterator[tuple[Node, int]]:
    from lxml import etree

    # The text is decoded already, so what the declaration says about its encoding is overruled.
    parser = etree.XMLPullParser(
        events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        encoding="utf-8", remove_comments=True, remove_pis=True,
    )  # fmt: skip
    open_records = 0
    for piece in itertools.chain(_short_tags(source, _from_first_sign(chunks)), (None,)):
        fault = _fault(parser, piece)
        # What was parsed before a fault is still to be had.
        for event, element in parser.read_events():
            if not isinstance(element, etree._Element) or _local(str(element.tag)) not in names:
                continue
            open_records += 1 if event == "start" else -1
            if event == "end" and open_records == 0:
                yield _as_node(element), element.sourceline if isinstance(element.sourceline, int) else 0
                forget(element)
        if fault is not None:
            raise ReadError(source.name, "well-formed XML", fault.lineno or None)


def _fault(parser: etree.XMLPullParser, piece: str | None) -> etree.XMLSyntaxError | None:
    """Feed one piece of text, or the end, and give the fault it brought."""
    from lxml import etree

    try:
        if piece is None:
            parser.close()
        else:
            parser.feed(piece.encode("utf-8", "replace"))
    except etree.XMLSyntaxError as error:
        return error
    return None


def _from_first_sign(chunks: Iterable[str]) -> Iterator[str]:
    """Leave out blanks before the declaration, which XML does not allow and feeds have."""
    begun = False
    for chunk in chunks:
        kept = chunk if begun else chunk.lstrip("\ufeff \t\r\n")
        begun = begun or bool(kept)
        yield kept


def _short_tags(source: Source, chunks: Iterable[str]) -> Iterator[str]:
    """Refuse a tag of a length that no record needs: a million attributes take gigabytes."""
    rest, line = "", 1
    for chunk in chunks:
        text = rest + chunk
        if match := _LONG_TAG.search(text):
            raise ReadError(source.name, "tags of moderate length", line + text.count("\n", 0, match.start()))
        opened = text.rfind("<")
        rest = text[opened:] if opened > text.rfind(">") and len(text) - opened <= _MAX_TAG else ""
        line += chunk.count("\n")
        yield chunk
