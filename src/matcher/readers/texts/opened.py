"""The text of a CV or a note, whatever kind of file it comes in."""

from __future__ import annotations

import unicodedata

from matcher.patterns import late
from matcher.readers.files.markup import is_page, plain, without_markup
from matcher.readers.files.source import Source
from matcher.readers.texts.document import document_text, is_document
from matcher.readers.texts.laidout import bars_apart, columns_apart
from matcher.readers.texts.opendocument import is_open_document, open_document_text
from matcher.readers.texts.pageedges import without_page_edges
from matcher.readers.texts.pdf import is_pdf, pdf_text

# "ﬁ" and "ﬀ" as one sign, as type is set: what is copied from a page holds them
_LIGATURE = late("[\ufb00-\ufb06]")


def opened(source: Source) -> str:
    r"""Text of a document, a web page without its markup; edges of pages are left out, letters set as one parted.

    Parameters
    ----------
    source : Source

    Examples
    --------
    >>> opened(Source("cv.html", b"<html><h2>Languages</h2><p>Dari</p></html>"))
    'Languages\n\nDari'
    >>> opened(Source("cv.txt", b"Cook 2015-2019\nPage 1 of 2\nWaiter 2020")).split()
    ['Cook', '2015-2019', 'Waiter', '2020']
    >>> opened(Source("cv.txt", "\ufb01n o\ufb03ce".encode()))
    'fin office'
    """
    if is_pdf(source.data):
        text = pdf_text(source.data, source.name)
    elif is_document(source.data):
        text = document_text(source.data, source.name)
    elif is_open_document(source.data):
        text = open_document_text(source.data, source.name)
    else:
        text = page_text(source.text) if is_page(source.head) else bars_apart(columns_apart(_unescaped(source.text)))
    text = without_page_edges(text)
    return _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)


def _unescaped(text: str) -> str:
    r"""Write out ends of lines and letters as a program escaped them that the text comes from.

    Examples
    --------
    >>> _unescaped("Spr&aring;k:\\ndari\\nK&ouml;rkort:\\nB").split("\n")
    ['Språk:', 'dari', 'Körkort:', 'B']
    """
    lines = text.replace("\\r", "").replace("\\n", "\n") if text.count("\\n") > text.count("\n") else text
    return without_markup(lines)


def page_text(markup: str) -> str:
    r"""Text of a web page, rows of its tables with their labels.

    Examples
    --------
    >>> page_text("<table><tr><th>Languages<td>Dari<br>Pashto<tr><th>Licence<td>B</table>").split("\n")
    ['Languages: Dari', 'Pashto', 'Licence: B']
    """
    return bars_apart(plain(markup, cell="| "))


def is_opened(source: Source) -> bool:
    """Whether a file is a document of one of the kinds that hold a text and nothing else.

    Examples
    --------
    >>> is_opened(Source("cv.pdf", b"%PDF-1.4")), is_opened(Source("cv.txt", b"Kock"))
    (True, False)
    """
    return source.folder is None and any(told(source.data) for told in (is_document, is_open_document, is_pdf))
