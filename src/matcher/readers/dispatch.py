"""Which reader reads which source, how what they read is joined, and what to do with what none knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from matcher.errors import ReadError, UnknownFormatError
from matcher.patterns import late
from matcher.readers.files.archives import is_archive, members
from matcher.readers.files.jsonvalues import each_as_first, json_records
from matcher.readers.files.markup import is_page
from matcher.readers.files.source import Source
from matcher.readers.protocol import Reader
from matcher.readers.report import REPLACED, Batch, FileRead, Note
from matcher.readers.texts.opened import is_opened
from matcher.records import JobAd, Profile

_NO_PLAIN_TEXT = late(r"[\[{]\s*[\"{\[\]}]|\{\s*(?:'|\w+\s*:)|<[?!A-Za-z]|\{\\rtf")
# Files that tell of the folder they lie in.
_ABOUT = frozenset(("readme", "license", "licence", "changelog", "contributing", "notice", "security", "läsmig"))
_WHAT = {"ads": "job ads", "profiles": "profiles"}


def choose(source: Source, readers: Callable[[str], Sequence[Reader]], wanted: Sequence[str]) -> Reader:
    """Find the reader that knows a source's content.

    Parameters
    ----------
    source : Source
    readers : callable
        Kind → its readers in the order in which they are asked; the last of each kind reads any plain text.
    wanted : sequence of str
        Kinds asked for, in order.

    Returns
    -------
    Reader

    Raises
    ------
    UnknownFormatError
        No reader of a wanted kind knows it.
    """
    asked = " or ".join(_WHAT[kind] for kind in wanted)
    if known := _known(source, [reader for kind in wanted for reader in readers(kind)]):
        return known
    for kind in _WHAT:
        if kind not in wanted and _known(source, readers(kind)[:-1]):
            raise UnknownFormatError(source.name, f"{asked}; the content looks like {_WHAT[kind]}")
    problem = _json_problem(source)
    # A page that somebody names as an ad is one, however little it says.
    no_text = _NO_PLAIN_TEXT.match(source.head) and not (wanted[-1] == "ads" and is_page(source.head))
    # "{broken" opens what is never closed.
    no_text = no_text or (source.head[:1] in ("{", "[") and not re.search(r"[\]}]", source.text))
    if problem is None and source.stem.casefold() in _ABOUT:
        raise UnknownFormatError(source.name, f"{asked}, not a text about a folder; --reader reads it all the same")
    if problem is None and source.folder is None and (is_opened(source) or not source.is_binary) and not no_text:
        return readers(wanted[-1])[-1]
    raise problem or UnknownFormatError(source.name, f"{asked} {_kept_as(source)}")


def _known(source: Source, readers: Sequence[Reader]) -> Reader | None:
    for _ in each_as_first(source):
        if known := next((reader for reader in readers if reader.recognises(source)), None):
            return known
    return None


def files(source: Source, readers: Sequence[Reader], refused: list[ReadError]) -> Iterator[Source]:
    """Give a file itself; a folder or archive itself if a reader takes it as a whole, else its files one by one."""
    single = source.folder is None and (is_opened(source) or not is_archive(source))
    if single or any(reader.recognises(source) for reader in readers):
        yield source
    elif source.folder is None:
        yield from members(source)
    elif names := source.members():
        whole = _wholes(source, names, readers)
        for name in names:
            inside = next((place for place in whole if name.startswith(f"{place}/")), None)
            try:
                if inside is None:
                    yield from files(source.member(name), readers, refused)
                elif given := whole[inside]:
                    whole[inside] = None  # the others of its files came with it
                    yield given
            except ReadError as error:
                refused.append(error)
    else:
        raise ReadError(source.name, "a folder with files in it")


def _wholes(source: Source, names: Sequence[str], readers: Sequence[Reader]) -> dict[str, Source | None]:
    """Folders below a folder that a reader takes as a whole, the outer ones first, each with its source."""
    places = {str(place) for name in names for place in PurePosixPath(name).parents} - {"."}
    whole: dict[str, Source | None] = {}
    for place in sorted(places):
        inner = source.within(place)
        if any(reader.recognises(inner) for reader in readers):
            whole[place] = inner
    return whole


def joined(batches: Sequence[tuple[str, str, Batch[Any]]], refused: Sequence[ReadError]) -> Batch[Any]:
    """One batch of several; of ads with one id the newest stands, and removals close what was read before them.

    Parameters
    ----------
    batches : sequence of (str, str, Batch)
        Name of the file, name of the reader, what it read.
    refused : sequence of ReadError
    """
    batches = _told_apart(batches)
    notes = [note for _, _, batch in batches for note in batch.notes]
    notes += [Note("refused", e.path, f"expected {e.expected}", line=e.line) for e in refused]
    records: list[Any] = []
    places: dict[str, int] = {}
    removed: set[str] = set()
    for name, _, batch in batches:
        for record in batch.records:
            if not isinstance(record, JobAd):
                records.append(record)
                continue
            removed.discard(record.id)
            if record.id in places:
                notes.append(Note("dropped", name, REPLACED, record=record.id))
                records[places[record.id]] = record
            else:
                places[record.id] = len(records)
                records.append(record)
        removed |= batch.removed
        for gone in batch.removed & places.keys():
            records[places.pop(gone)] = None
    files = tuple(
        FileRead(name, reader, tuple(record.id for record in batch.records), batch.fields)
        for name, reader, batch in batches
    )
    return Batch(tuple(r for r in records if r is not None), tuple(notes), frozenset(removed), files=files)


def _told_apart(batches: Sequence[tuple[str, str, Batch[Any]]]) -> list[tuple[str, str, Batch[Any]]]:
    """Put numbers to people whose ids are only names of files, where files of several folders have one name."""
    taken: dict[str, list[str]] = {}
    out = []
    for name, reader, batch in batches:
        stem = Source(name).stem
        if [record.id for record in batch.records] == [stem] and isinstance(batch.records[0], Profile):
            files = taken.setdefault(stem, [])
            if files and name not in files:
                person = batch.records[0].model_copy(update={"id": f"{stem} ({len(files) + 1})"})
                what = "a name that an earlier file has too; a number was added"
                note = Note("doubtful", name, what, record=person.id)
                batch = replace(batch, records=(person,), notes=(*batch.notes, note))
            files.append(name)
        out.append((name, reader, batch))
    return out


def first_refusal(batch: Batch[Any]) -> ReadError | None:
    """Give the first part of a source that could not be read as an error, for a source that gave no record.

    Examples
    --------
    >>> str(first_refusal(Batch((), (Note("refused", "a.json", "expected valid JSON", line=3),))))
    'a.json, line 3: expected valid JSON'
    """
    note = next((note for note in batch.notes if note.level == "refused"), None)
    return ReadError(note.path, note.what.removeprefix("expected "), line=note.line) if note else None


def _json_problem(source: Source) -> UnknownFormatError | None:
    """Say what is wrong with a source that is JSON, or was meant to be; ``None`` if it is neither."""
    if source.folder is not None or not source.head.startswith(("{", "[")) or source.head.startswith("{\\rtf"):
        return None
    first = next(json_records(source), None)
    if first is None or first.problem is None:
        return UnknownFormatError(source.name, "records of a known format in this JSON")
    if _NO_PLAIN_TEXT.match(source.head):
        return UnknownFormatError(source.name, first.problem.removeprefix("expected "), line=first.line)
    return None


_OFFICE = "this is an old Office file, or one with a password: save it as .xlsx, .docx or CSV without one"
_PICTURE = "this is a picture: type what it says, or save the document itself"
_PACKED = "this archive is none that is opened here: unpack it, or make a .zip of it"
_PAGE = "this is a web page that speaks neither as an ad nor as a CV with headings: save its text as .txt"
_WAYS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", _OFFICE), (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE), (b"MM\0*", _PICTURE), (b"Rar!", _PACKED), (b"7z\xbc\xaf", _PACKED),
    (b"{\\rtf", "this is RTF: save it as .docx, PDF or plain text"),
)  # fmt: skip


def _kept_as(source: Source) -> str:
    r"""Say how the content should have been kept for a reader to know it.

    Examples
    --------
    >>> _kept_as(Source("p.rtf", b"{\\rtf1")), _kept_as(Source("x", b"?"))
    ('in a known format; this is RTF: save it as .docx, PDF or plain text', 'in a known format')
    """
    way = next((way for start, way in _WAYS if source.data.startswith(start)), None)
    way = way or (_PAGE if not source.is_binary and is_page(source.head) else None)
    return f"in a known format; {way}" if way else "in a known format"
