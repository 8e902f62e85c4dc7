"""Files inside ZIP, gzip and tar archives, read in memory and never written to disk; bombs are refused unopened."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from matcher.errors import ReadError
from matcher.readers.files.source import MAX_BYTES, Source

MAX_RATIO = 25
"""Most bytes out for one byte in, past :data:`SMALL`: ads as JSON pack about 12 to 1, bombs 1,000 to 1."""
SMALL = 32 << 20
"""Bytes that any member may have, whatever its ratio."""
MAX_MEMBERS = 10_000

DAMAGED = (zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError, NotImplementedError, KeyError)
"""What the parts of a damaged or encrypted ZIP raise where they are read."""
_GZIP = b"\x1f\x8b"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# Office documents are ZIP archives too, but one document each.
_DOCUMENT = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})
_BLOCK = 1 << 20


def is_archive(source: Source) -> bool:
    r"""Whether a source is a ZIP or gzip archive (tar inside gzip included) and no office document.

    Examples
    --------
    >>> is_archive(Source("a.gz", b"\x1f\x8b\x08")), is_archive(Source("a.txt", b"Kock"))
    (True, False)
    """
    if source.data.startswith(_GZIP):
        return True
    return source.data.startswith(_ZIP) and _DOCUMENT.isdisjoint(name for name, _ in _listed(source))


def holds_part(data: bytes, part: str) -> bool:
    r"""Whether a file is a zip archive with a part of that name, as office documents are.

    Parameters
    ----------
    data : bytes
    part : str
        Name inside the archive, looked for among its first 5,000.

    Examples
    --------
    >>> holds_part(b"PK\x03\x04...", "word/document.xml")
    False
    """
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return part in archive.namelist()[:5000]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False


def members(source: Source) -> Iterator[Source]:
    """Give the files of an archive one by one, named below the archive.

    Raises
    ------
    ReadError
        The archive is damaged or encrypted, holds too many files, or a file of it would grow beyond all measure.
    """
    if source.data.startswith(_GZIP):
        yield from _gzip_members(source)
        return
    wanted = [info for name, info in _listed(source) if _wanted(name) and not info.is_dir()]
    if not wanted:
        raise ReadError(source.name, "an undamaged archive with files in it")
    # Of files that are small each there may be many, or one that is listed many times.
    if sum(info.file_size for info in wanted) > _most(len(source.data)):
        raise ReadError(source.name, "files that unpack to a sensible size together")
    with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
        for info in wanted:
            yield Source(f"{source.name}/{info.filename}", _zip_member(source.name, archive, info))


def _most(packed: int) -> int:
    """Most bytes that so many may unpack to."""
    return max(SMALL, min(MAX_RATIO * packed, MAX_BYTES))


def _listed(source: Source) -> list[tuple[str, zipfile.ZipInfo]]:
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return []
    if len(infos) > MAX_MEMBERS:
        raise ReadError(source.name, f"at most {MAX_MEMBERS} files in an archive")
    return [(info.filename, info) for info in infos]


def _zip_member(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.file_size > _most(info.compress_size):
        raise ReadError(name, "files that unpack to a sensible size")
    try:
        with archive.open(info) as handle:
            # What the archive claims may be a lie: no more than the claim is read.
            return handle.read(info.file_size)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
        raise ReadError(name, "an undamaged ZIP archive") from None
    except RuntimeError:
        raise ReadError(name, "an archive without a password") from None


def _gzip_members(source: Source) -> Iterator[Source]:
    data = _unpacked(source)
    if data[257:262] != b"ustar":
        name = source.name.removesuffix(".gz") if source.name.endswith(".gz") else source.name
        yield Source(name, data)
        return
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for number, info in enumerate(archive):
                if number >= MAX_MEMBERS:
                    raise ReadError(source.name, f"at most {MAX_MEMBERS} files in an archive")
                handle = archive.extractfile(info) if info.isreg() and _wanted(info.name) else None
                if handle:
                    yield Source(f"{source.name}/{info.name}", handle.read())
    except tarfile.TarError:
        raise ReadError(source.name, "an undamaged tar archive") from None


def _unpacked(source: Source) -> bytes:
    packed = memoryview(source.data)
    unpacker = zlib.decompressobj(wbits=31)
    out: list[bytes] = []
    size = at = 0
    piece: bytes | memoryview = b""
    try:
        while not unpacker.eof and (piece or at < len(packed)):
            if not piece:
                piece = packed[at : at + _BLOCK]
                at += len(piece)
            out.append(unpacker.decompress(piece, _BLOCK))
            piece = unpacker.unconsumed_tail
            size += len(out[-1])
            if size > _most(at):
                raise ReadError(source.name, "content that unpacks to a sensible size")
    except zlib.error:
        raise ReadError(source.name, "an undamaged gzip file") from None
    if not unpacker.eof:
        raise ReadError(source.name, "a whole gzip file")
    return b"".join(out)


def _wanted(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return bool(parts) and not any(part.startswith((".", "__MACOSX")) and part != "." for part in parts)
