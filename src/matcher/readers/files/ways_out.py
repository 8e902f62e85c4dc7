"""What to do with a file of a kind that no reader knows, told by its first bytes."""

from __future__ import annotations

from matcher.readers.files.markup import is_page
from matcher.readers.files.source import Source

_OFFICE = "this is an old Office file, or one with a password: save it as .xlsx, .docx or CSV without one"
_PICTURE = "this is a picture: type what it says, or save the document itself"
_PACKED = "this archive is none that is opened here: unpack it, or make a .zip of it"
_PAGE = "this is a web page that speaks neither as an ad nor as a CV with headings: save its text as .txt"
_WAYS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", _OFFICE), (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE), (b"MM\0*", _PICTURE), (b"Rar!", _PACKED), (b"7z\xbc\xaf", _PACKED),
    (b"{\\rtf", "this is RTF: save it as .docx, PDF or plain text"),
)  # fmt: skip


def kept_as(source: Source) -> str:
    r"""Say how the content should have been kept for a reader to know it.

    Examples
    --------
    >>> kept_as(Source("p.rtf", b"{\\rtf1")), kept_as(Source("x", b"?"))
    ('in a known format; this is RTF: save it as .docx, PDF or plain text', 'in a known format')
    """
    way = next((way for start, way in _WAYS if source.data.startswith(start)), None)
    way = way or (_PAGE if not source.is_binary and is_page(source.head) else None)
    return f"in a known format; {way}" if way else "in a known format"
