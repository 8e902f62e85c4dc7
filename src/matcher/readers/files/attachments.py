"""Files attached inside a PDF, without a PDF library: embedded streams, plain or deflated."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from matcher.patterns import late

MAX_ATTACHMENT = 16 << 20
"""Largest attachment that is unpacked, in bytes."""
_STREAM = late(rb"/EmbeddedFile\b")
_MAX_STREAMS = 50


def attachments(pdf: bytes) -> Iterator[bytes]:
    r"""Contents of the files that a PDF carries.

    Parameters
    ----------
    pdf : bytes

    Yields
    ------
    bytes
        At most 16 MB each, 50 of them.

    Examples
    --------
    >>> pdf = b"%PDF-1.6\n5 0 obj\n<< /Type /EmbeddedFile /Length 4 >>\nstream\n<a/>\nendstream\nendobj"
    >>> list(attachments(pdf))
    [b'<a/>']
    """
    for number, match in enumerate(_STREAM.finditer(pdf)):
        if number >= _MAX_STREAMS:
            return
        begin = pdf.find(b"stream", match.end(), match.end() + 4000)
        end = pdf.find(b"endstream", begin)
        head_start = pdf.rfind(b"obj", 0, match.start())
        if begin < 0 or end < 0:
            continue
        head = pdf[max(head_start, 0) : begin]
        body = pdf[begin + len(b"stream") : end]
        body = body[2:] if body.startswith(b"\r\n") else body[1:] if body.startswith((b"\n", b"\r")) else body
        length = re.search(rb"/Length\s+(\d+)(?!\s+\d+\s+R)", head)
        if length and int(length[1]) <= len(body):
            body = body[: int(length[1])]
        if b"FlateDecode" in head:
            unpacked = _inflate(body)
            if unpacked is not None:
                yield unpacked
        elif b"/Filter" not in head and len(body) <= MAX_ATTACHMENT:
            yield body.rstrip(b"\r\n") if not length else body


def _inflate(body: bytes) -> bytes | None:
    decoder = zlib.decompressobj()
    try:
        unpacked = decoder.decompress(body, MAX_ATTACHMENT)
    except zlib.error:
        return None
    return None if decoder.unconsumed_tail else unpacked
