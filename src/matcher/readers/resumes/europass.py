"""Europass CVs: ``Candidate`` XML, the old ``SkillsPassport`` as XML or JSON, and PDFs that carry either."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from matcher.errors import InvalidRecordError, ReadError
from matcher.patterns import late
from matcher.readers.draft import Draft
from matcher.readers.files.jsonvalues import first_record
from matcher.readers.files.source import Source
from matcher.readers.files.xmltree import local, parse_xml
from matcher.readers.newest import newest_date
from matcher.readers.report import Batch
from matcher.readers.resumes.candidate import read_candidate
from matcher.readers.resumes.passport import read_passport, tree_of
from matcher.readers.times.months import Month
from matcher.records import Profile

_XML = late(r"<(?:\w+:)?(?:Candidate|SkillsPassport)[\s>]")
_XML_BYTES = late(rb"<(?:\w+:)?(?:Candidate|SkillsPassport)[\s>]")
_PROFILE_TOOL = late(r"<(?:\w+:)?(?:EUSkillsProfile|SkillsProfile)\w*[\s>]")


class EuropassReader:
    """Reads every Europass format."""

    name = "europass"
    kind: Literal["profiles"] = "profiles"

    def recognises(self, source: Source) -> bool:
        """Whether it is one of the two XML roots, their JSON, or a PDF that carries either XML."""
        if source.folder is not None:
            return False
        if source.data.startswith(b"%PDF-"):
            return any(_XML_BYTES.search(attached[:20_000]) for attached in _attachments(source.data))
        if source.head.startswith("<"):
            return bool(_XML.search(source.head) or _PROFILE_TOOL.search(source.head))
        first = first_record(source)
        return first is not None and ("SkillsPassport" in first or "LearnerInfo" in first)

    def read(self, source: Source, **options: Any) -> Batch[Profile]:
        """Read the CV; the file's name is the id.

        Raises
        ------
        InvalidRecordError
            The XML is malformed or hostile, or the PDF carries no Europass XML.
        """
        as_of: date | None = options.get("as_of")
        draft = Draft(source.name, source.stem, as_of=as_of)
        if source.data.startswith(b"%PDF-"):
            dates = _from_pdf(draft, source, as_of)
        elif source.head.startswith("<"):
            dates = _from_xml(draft, source.data, source.name, as_of)
        else:
            first = first_record(source) or {}
            root = first.get("SkillsPassport", first)
            if not isinstance(root, dict) or (root is first and "LearnerInfo" not in first):
                raise InvalidRecordError(source.name, "an object under SkillsPassport")
            dates = read_passport(draft, root, as_of)
        record = draft.build(newest_date([draft], as_of, [*dates, *draft.beginning()]))
        return Batch((record,), (*source.notes, *draft.notes), fields=tuple(sorted(draft.read)))


def _from_xml(draft: Draft, data: bytes, name: str, as_of: date | None) -> list[Month]:
    root = parse_xml(data, name)
    if local(root) == "Candidate":
        return read_candidate(draft, root, as_of)
    if local(root) == "SkillsPassport":
        tree = tree_of(root)
        return read_passport(draft, tree if isinstance(tree, dict) else {}, as_of)
    what = "a Europass CV; export the EU Skills Profile Tool's data as Excel or CSV instead of XML"
    raise InvalidRecordError(name, what)


def _from_pdf(draft: Draft, source: Source, as_of: date | None) -> list[Month]:
    for attached in _attachments(source.data):
        if _XML_BYTES.search(attached[:20_000]):
            return _from_xml(draft, attached, source.name, as_of)
    raise ReadError(source.name, "a PDF that carries its Europass XML; save the CV as XML or plain text and read that")


READER = EuropassReader()


MAX_ATTACHMENT = 16 << 20
"""Largest attachment that is unpacked, in bytes."""
_STREAM = late(rb"/EmbeddedFile\b")
_MAX_STREAMS = 50


def _attachments(pdf: bytes) -> Iterator[bytes]:
    r"""Contents of the files that a PDF carries.

    Examples
    --------
    >>> pdf = b"%PDF-1.6\n5 0 obj\n<< /Type /EmbeddedFile /Length 4 >>\nstream\n<a/>\nendstream\nendobj"
    >>> list(_attachments(pdf))
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
