"""Where bytes come from: files, folders and standard input, with their encoding told and their size capped."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from matcher.encodings import Encoding, encoded_once, encoding_of
from matcher.errors import ReadError
from matcher.patterns import late
from matcher.readers.report import Note

MAX_BYTES = 1 << 30
"""Largest file that is opened: a year of historical ads is about 0.8 GB."""
MAX_TEXT = 32 << 20
"""Largest document that is read as one text (a page, a sheet, an XML file), in bytes."""
_CHUNK = 1 << 20
_HEAD = 1 << 14
# A word or two that a program wrote above lines of JSON objects; reading them refuses these lines by number.
_STRAY_LINES = late(r'(?:[^\n{\[<,;\t]{0,200}\n){1,3}(?=\{")')
_TWICE = "encoded twice"
_NO_INDEX = "files to read; this is an index, which --ads and --profiles take"
# Beginnings of formats that are no text: zip (docx, xlsx, odt), gzip, PDF, old Office, PNG, JPEG, RAR, 7-zip, NumPy.
_MAGIC = (
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"Rar!",
    b"7z\xbc\xaf", b"\x93NUMPY",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Source:
    """A named piece of input.

    Attributes
    ----------
    name : str
        As the user gave it: a path, or ``"-"`` for standard input.
    data : bytes
        The content; empty for a folder.
    folder : Path or None
        Set for a folder, whose files :meth:`members` and :meth:`member` give.
    memo : dict
        What recognising found out, kept so that no reader looks for it twice.

    Examples
    --------
    >>> s = Source("note.txt", "Kock i Täby".encode("cp1252"))
    >>> s.text, s.encoding, s.stem, len(s.notes)
    ('Kock i Täby', 'cp1252', 'note', 1)
    """

    name: str
    data: bytes = b""
    folder: Path | None = None
    memo: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def stem(self) -> str:
        """The file's name without folders and ending: the id of a record that has none of its own."""
        return PurePosixPath(self.name.replace("\\", "/")).stem or self.name

    @property
    def is_binary(self) -> bool:
        """Whether the content is plainly no text: a known magic number, or a tenth of it control characters."""
        if self.data.startswith(_MAGIC):
            return True
        if self.encoding.startswith(("utf-16", "utf-32")):
            return False
        sample = self.data[:_HEAD]
        return sum(map(sample.count, (bytes((c,)) for c in (*range(9), *range(14, 32))))) * 10 > len(sample)

    @cached_property
    def _start(self) -> Encoding:
        return encoding_of(self.data)

    @property
    def encoding(self) -> str:
        """Codec that :attr:`text` is decoded with."""
        return self._start.codec

    @cached_property
    def head(self) -> str:
        """The first 16 KiB, decoded, without what is no content: what :meth:`Reader.recognises` looks at."""
        skip, encoding, _ = self._start
        head = self.data[skip : skip + _HEAD].decode(encoding, "replace").lstrip("\ufeff \t\r\n\0")
        stray = _STRAY_LINES.match(head)
        return head[stray.end() :] if stray else head

    @cached_property
    def text(self) -> str:
        """The whole content, decoded.

        Raises
        ------
        ReadError
            The content is longer than :data:`MAX_TEXT`.
        """
        if len(self.data) > MAX_TEXT:
            raise ReadError(self.name, f"at most {MAX_TEXT >> 20} MB in one document")
        return "".join(self.chunks())

    def chunks(self, size: int = _CHUNK) -> Iterator[str]:
        """Decode the content piece by piece, for formats that are read record by record."""
        skip, encoding, _ = self._start
        decoder = codecs.getincrementaldecoder(encoding)("replace")
        for at in range(skip, len(self.data), size):
            yield decoder.decode(self.data[at : min(at + size, len(self.data))], at + size >= len(self.data))

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """What was assumed about the encoding of a text."""
        if self.is_binary:
            return ()
        if self.memo.get(_TWICE):
            what = 'UTF-8 that had been encoded twice ("Ã¥" for "å") was read as it was meant'
            return (Note("guessed", self.name, what),)
        if guessed := self._start.guessed:
            return (Note("guessed", self.name, guessed),)
        if (place := self._start.damage) is not None:
            what = "expected UTF-8; bytes that are none were replaced by U+FFFD"
            return (Note("doubtful", self.name, what, line=self.data.count(b"\n", 0, place) + 1),)
        return ()

    def members(self) -> tuple[str, ...]:
        """Names of a folder's files, sorted, hidden ones left out, subfolders included; empty for a file."""
        if self.folder is None:
            return ()
        if _is_index(self.folder):
            raise ReadError(self.name, _NO_INDEX)
        found = []
        for base, folders, files in os.walk(self.folder):
            shown = sorted(f for f in folders if not f.startswith((".", "__MACOSX")))
            folders[:] = [f for f in shown if not _is_index(Path(base, f))]
            found += [Path(base, f).relative_to(self.folder).as_posix() for f in shown if f not in folders]
            found += [Path(base, f).relative_to(self.folder).as_posix() for f in files if not f.startswith((".", "~$"))]
        return tuple(sorted(found))

    def within(self, place: str) -> Source:
        """Give a folder below a folder, named as :meth:`member` names files."""
        if self.folder is None:
            raise ValueError("only a folder has folders")
        return Source(f"{self.name.rstrip('/')}/{place}", folder=self.folder / place)

    def member(self, name: str) -> Source:
        """One file of a folder, named below the folder as the user gave it."""
        if self.folder is None:
            raise ValueError("only a folder has members")
        shown = f"{self.name.rstrip('/')}/{name}"
        if _is_index(self.folder / name):
            raise ReadError(shown, _NO_INDEX)
        if (self.folder / name).is_fifo():
            # A pipe that is named may be waited for; one that lies about in a folder nobody may ever write to.
            raise ReadError(shown, "an ordinary file")
        return _load_file(self.folder / name, shown)


def _is_index(folder: Path) -> bool:
    # The storage brings arrays along, which reading a file does not need.
    from matcher.storage import is_store

    return is_store(folder)


def load(source: str | os.PathLike[str] | Source) -> Source:
    """Open one source.

    Parameters
    ----------
    source : str, path or Source
        A file, a folder, ``"-"`` for standard input; a :class:`Source` is returned as it is.

    Returns
    -------
    Source

    Raises
    ------
    ReadError
        There is no such file, it may not be read, it is empty, or it is larger than :data:`MAX_BYTES`.

    Examples
    --------
    >>> load("no such file.csv")
    Traceback (most recent call last):
    matcher.errors.ReadError: no such file.csv: expected an existing file or folder
    """
    if isinstance(source, Source):
        return _opened(source)
    if not isinstance(source, str | os.PathLike):
        hint = "; read_profiles(*paths) and read_ads(*paths) take several" if isinstance(source, list | tuple) else ""
        raise TypeError(f"a source is a path, '-' or a Source, not {type(source).__name__}{hint}")
    name = os.fspath(source)
    if name == "-":
        import sys

        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ReadError(name, f"at most {MAX_BYTES >> 20} MB")
        return _opened(Source(name, data))
    if not name.strip():
        # What a script's unset variable gives would be the folder that one stands in.
        raise ReadError("source", "a path; this one is empty")
    path = Path(name)
    if path.is_dir():
        return Source(name, folder=path)
    return _load_file(path, name)


def _load_file(path: Path, name: str) -> Source:
    if "\n" in name and not os.path.lexists(name):
        # Not a path but what a file would hold, which no message repeats.
        raise ReadError("source", "a path; content goes into Source(name, bytes)")
    try:
        # A device or pipe has no size to check beforehand and might never end.
        if path.exists() and not path.is_file() and not path.is_fifo():
            raise ReadError(name, "an ordinary file")
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(name, f"at most {MAX_BYTES >> 20} MB")
        with path.open("rb") as handle:
            data = handle.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReadError(name, "an existing file or folder") from None
    except (OSError, ValueError):
        raise ReadError(name, "a file that may be read") from None
    if len(data) > MAX_BYTES:
        raise ReadError(name, f"at most {MAX_BYTES >> 20} MB")
    return _opened(Source(name, data))


def _opened(source: Source) -> Source:
    """Refuse what is empty; undo a second encoding in what may be read as one text."""
    blank = b"\xef\xbb\xbf\xff\xfe \t\r\n\0"
    # The head is looked at first, so that a large file is not copied.
    if source.folder is None and not source.data[:_HEAD].strip(blank) and not source.data.strip(blank):
        raise ReadError(source.name, "content; the file is empty")
    once = encoded_once(source.data) if len(source.data) <= MAX_TEXT else source.data
    return source if once is source.data else Source(source.name, once, memo={_TWICE: True})
