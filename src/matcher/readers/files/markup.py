"""Markup out, text as it was: a light stripper whose time is linear in the page, whatever its depth."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from matcher.patterns import late

MAX_MARKUP = 1 << 20
"""Longest markup that is stripped, in characters; the rest is cut off. The longest real ads have some 20,000."""

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section",
    "table", "ul",
))  # fmt: skip
_LINES = frozenset((
    "br", "li", "tr", "option",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "b", "big", "body", "button", "caption", "center", "cite", "code", "col", "colgroup", "del", "em",
    "font", "head", "html", "i", "img", "input", "ins", "kbd", "label", "link", "mark", "meta", "q", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "tbody", "tfoot", "thead", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_CELLS = frozenset((
    "td", "th",
))  # fmt: skip
_SILENT = frozenset((
    "script", "style", "noscript", "template", "title", "svg", "iframe", "select", "textarea",
))  # fmt: skip
_KNOWN = _BLOCKS | _LINES | _INLINE | _SILENT | _CELLS
_TAG = late(r"<(/?)([A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>]*)?/?>|<[!?][^<>]*>")
_LOOKS_LIKE = late(r"</?(?:p|br|li|ul|ol|div|strong|b|em|i|h[1-6]|span|a)\b[^<>]*>", re.IGNORECASE)
# Escaped letters and blanks, which nobody types; "&amp;" alone may be meant as it stands.
_LETTER = late(r"&(?:[ao]uml|aring|eacute|nbsp|[nm]dash|[rl][sd]quo|bull|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_PAGE = late(r"<(?:!doctype\s+html|html|body|head)\b", re.IGNORECASE)
# A piece of a page as it is copied: it begins with a tag that breaks lines, and more follow.
_PIECE = late(r"\s*<(?:div|p|h[1-6]|ul|ol|section|article|main)\b[^<>]*>(?:[^<]*<[^<>]*>){3}", re.IGNORECASE)
_BREAKING = late(rf"</?(?:{'|'.join(sorted(_BLOCKS | _LINES))})\b", re.IGNORECASE)
_SPACES = late(r"[ \t\r\n\f]+")
_MANY_SPACES = late(r" {2,}")
_AROUND_BREAK = late(r" ?\n ?")
_MANY_BREAKS = late(r"\n{3,}")


def is_page(head: str) -> bool:
    """Whether a document begins as a web page does, or a piece of one.

    Examples
    --------
    >>> is_page("<!DOCTYPE html><title>Kock</title>"), is_page("<p>Kock</p>"), is_page("Kock")
    (True, False, False)
    >>> is_page("<div>Kock<br>Bagare<br>Servitör</div>")
    True
    """
    return bool(_PAGE.search(head) or _PIECE.match(head))


def has_markup(text: str) -> bool:
    """Whether a text holds HTML tags, plain or escaped.

    Examples
    --------
    >>> has_markup("<p>Kock</p>"), has_markup("&lt;p&gt;Kock&lt;/p&gt;"), has_markup("List<String>, a < b")
    (True, True, False)
    """
    if "<" in text and _LOOKS_LIKE.search(text):
        return True
    if "&" in text and _LETTER.search(text):
        return True
    return "&lt;" in text and _LOOKS_LIKE.search(html.unescape(text)) is not None


def is_marked_up(text: str) -> bool:
    """Whether a text cannot be understood with its markup left in: tags part its lines, or letters are escaped.

    Examples
    --------
    >>> is_marked_up("<ul><li>B-körkort"), is_marked_up("B-k&ouml;rkort"), is_marked_up("<b>Kock</b> &amp; bagare")
    (True, True, False)
    """
    return bool(_BREAKING.search(text) or _LETTER.search(text))


def without_markup(text: str) -> str:
    """Take the markup out of a text that holds some; any other is given as it is.

    Examples
    --------
    >>> without_markup("B-k&ouml;rkort kr&auml;vs"), without_markup("R&D <3")
    ('B-körkort krävs', 'R&D <3')
    """
    return plain(text) if has_markup(text) else text


def plain(markup: str, cell: str = " ") -> str:
    r"""Take the markup out of a text.

    Blocks and list items stand on lines of their own; characters inside a line are as they were, entities resolved
    (also twice escaped ones). ``<`` that begins no HTML tag stays.

    Parameters
    ----------
    markup : str
    cell : str
        What stands before each cell of a table.

    Returns
    -------
    str

    Examples
    --------
    >>> plain("<h2>Krav</h2><ul><li>B-k&ouml;rkort</li><li>Svenska &amp; engelska</li></ul>")
    'Krav\n\nB-körkort\nSvenska & engelska'
    >>> plain("&lt;p&gt;Kock&lt;/p&gt;"), plain("C<T> och 2 < 3")
    ('Kock', 'C<T> och 2 < 3')
    """
    if "<" not in markup and "&" not in markup:
        return markup
    markup = markup[:MAX_MARKUP]
    if "&lt;" in markup and not _LOOKS_LIKE.search(markup):
        markup = html.unescape(markup)
    # Where blocks make the lines, line ends in between are mere blanks; else they are all the layout there is.
    blocks = _BREAKING.search(markup) is not None
    text = html.unescape("".join(_pieces(markup, blocks, cell)))
    text = html.unescape(text) if _LETTER.search(text) else text
    if not blocks:
        return text
    return _MANY_BREAKS.sub("\n\n", _AROUND_BREAK.sub("\n", _MANY_SPACES.sub(" ", text))).strip()


def plain_text(markup: str) -> str:
    r"""Take the markup out of a field of a few lines: none of them is blank, and no blank stands beside another.

    Examples
    --------
    >>> plain_text("<ul><li>Vård</li><li>Sår &amp; omläggning</li></ul>")
    'Vård\nSår & omläggning'
    """
    return "\n".join(" ".join(line.split()) for line in plain(markup).split("\n") if line.strip())


def _pieces(markup: str, blocks: bool, cell: str) -> Iterator[str]:
    at, silent = 0, ""
    for kept, closing, name, end in _tags(markup):
        if not silent and kept > at:
            yield _SPACES.sub(" ", markup[at:kept]) if blocks else markup[at:kept]
        at = end
        if silent:
            silent = "" if closing and name == silent else silent
        elif name in _SILENT:
            silent = "" if closing else name
        elif name in _BLOCKS:
            yield "\n\n"
        elif name in _LINES and not (closing and name == "li"):
            yield "\n"
        elif name in _CELLS and not closing:
            yield cell
    if not silent:
        yield _SPACES.sub(" ", markup[at:]) if blocks else markup[at:]


def _tags(markup: str) -> Iterator[tuple[int, bool, str, int]]:
    """Give start, whether it closes, name and end of every known tag and comment, in one pass."""
    at = 0
    while (start := markup.find("<", at)) >= 0:
        if markup.startswith("<!--", start):
            end = markup.find("-->", start)
            # A comment without an end swallows the rest, as in a browser.
            at = end + 3 if end >= 0 else len(markup)
            yield start, False, "", at
            continue
        match = _TAG.match(markup, start)
        name = (match.group(2) or "").lower() if match else ""
        if match and (not name or name in _KNOWN):
            at = match.end()
            yield start, bool(match.group(1)), name, at
        else:
            at = start + 1
