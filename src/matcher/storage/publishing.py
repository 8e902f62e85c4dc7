"""Writing a version and publishing it."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from matcher.errors import CorruptIndexError, MatcherError, ReadError
from matcher.storage.reading import FORMAT, MANIFEST, POINTER, VERSION_NAME, Version, is_store, open_newest, pointed

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from matcher.storage.reading import Run

LOCK = "lock"
_TRIES = 50


class Draft:
    """A version that is being written.

    Parameters
    ----------
    path : Path
        An empty directory.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.files: dict[str, dict[str, Any]] = {}

    def array(self, name: str, values: NDArray[Any]) -> None:
        """Write an array of numbers, truth values or fixed-width bytes."""
        import numpy as np

        with self._file(f"{name}.npy") as file:
            np.lib.format.write_array(file, np.ascontiguousarray(values), allow_pickle=False)

    def lines(self, name: str, lines: Iterable[bytes], *, before: Iterable[Run] = ()) -> None:
        """Write lines of bytes, each of which can be read alone.

        Parameters
        ----------
        name : str
        lines : iterable of bytes
        before : iterable of Run
            Lines of another version, to be written before those.
        """
        import numpy as np

        end = 0
        ends = []
        with self._file(f"{name}.lines") as file:
            for run in before:
                ends.append(run.ends + end)
                end += file.write(run.content)
            ends.append(np.array([end := end + file.write(line) for line in lines], np.int64))
        self.array(f"{name}.ends", np.concatenate(ends).astype(np.int64))

    def plain(self, name: str, value: object) -> None:
        """Write lists, mappings, texts and numbers as JSON."""
        with self._file(f"{name}.json") as file:
            file.write(json.dumps(value, allow_nan=False).encode())

    @contextlib.contextmanager
    def _file(self, name: str) -> Iterator[_Hashed]:
        with open(self._path / name, "xb") as raw:
            file = _Hashed(raw)
            yield file
        self.files[name] = {"size": file.size, "sha256": file.digest.hexdigest()}

    def finish(self, kind: str, facts: Mapping[str, Any]) -> str:
        """Write the manifest, flush all files to the disk and return the manifest's SHA-256."""
        manifest = {"format": FORMAT, "kind": kind, "facts": dict(facts), "files": self.files}
        content = json.dumps(manifest, indent=1, ensure_ascii=True, allow_nan=False).encode()
        with self._file(MANIFEST) as file:
            file.write(content)
        from concurrent.futures import ThreadPoolExecutor

        # All at once: a file system writes its journal once for many files that wait, which is ten times as fast.
        with ThreadPoolExecutor(max_workers=16) as flushing:
            list(flushing.map(_flush, [self._path / name for name in self.files]))
        _flush(self._path)
        return hashlib.sha256(content).hexdigest()


class _Hashed:
    """A file that is hashed as it is written."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self.digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes | memoryview) -> int:
        self.digest.update(data)
        self.size += len(data)
        return self._raw.write(data)


class Publication:
    """What :func:`writing` gives: the version before, if there is one, and the draft of the next.

    Attributes
    ----------
    before : Version or None
    draft : Draft
    kind : str
        To be set: what is stored.
    facts : dict of str to object
        To be filled with plain values: what to note beside the files.
    """

    def __init__(self, before: Version | None, draft: Draft) -> None:
        self.before = before
        self.draft = draft
        self.kind = ""
        self.facts: dict[str, Any] = {}


@contextlib.contextmanager
def writing(directory: str | os.PathLike[str], *, fresh: bool = False) -> Iterator[Publication]:
    """Write a version; it is published when the block ends without an error, and else leaves no trace.

    Parameters
    ----------
    directory : path
        Made if it is not there.
    fresh : bool
        Do not open the version before, which may be damaged or of another format.

    Yields
    ------
    Publication
        Set its ``kind`` and ``facts`` and write its ``draft``.

    Raises
    ------
    MatcherError
        Another process is writing.
    ReadError
        The directory holds other things than an index, or is none.
    """
    directory = Path(directory)
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadError(directory, f"a folder that can be written to ({error.strerror})") from None
    if not is_store(directory) and any(not _ours(path) for path in directory.iterdir()):
        raise ReadError(directory, "an empty folder or an index")
    with _locked(directory / LOCK):
        used = _name_in_use(directory)
        before = open_newest(directory) if used and not fresh else None
        numbers = [int(path.name[1:]) for path in directory.iterdir() if VERSION_NAME.fullmatch(path.name)]
        path = directory / f"v{max(numbers, default=0) + 1:06d}"
        path.mkdir()
        try:
            publication = Publication(before, Draft(path))
            yield publication
            checksum = publication.draft.finish(publication.kind, publication.facts)
            _flush(directory)
            _point(directory, f"{path.name} {checksum}\n")
        except BaseException:
            # An interruption may come when the pointer has moved already: then the version stays.
            if _name_in_use(directory) != path.name:
                shutil.rmtree(path, ignore_errors=True)
            raise
        _clear(directory, {path.name, used})


def _name_in_use(directory: Path) -> str | None:
    try:
        return pointed(directory)[0]
    except (ReadError, CorruptIndexError):
        return None


def _ours(path: Path) -> bool:
    # A window that shows a folder may leave a hidden file in it (".DS_Store").
    known = path.name in (LOCK, POINTER, f"{POINTER}.new") or path.name.startswith(".")
    return known or VERSION_NAME.fullmatch(path.name) is not None


def _point(directory: Path, line: str) -> None:
    beside = directory / f"{POINTER}.new"
    with open(beside, "wb") as file:
        file.write(line.encode("ascii"))
        file.flush()
        os.fsync(file.fileno())
    for left in reversed(range(_TRIES)):
        try:
            os.replace(beside, directory / POINTER)
            break
        except PermissionError:
            # Windows refuses while somebody reads the pointer, which takes a moment and no longer.
            if not left:
                raise
            time.sleep(0.02)
    _flush(directory)


def _clear(directory: Path, keep: set[str | None]) -> None:
    """Remove versions that nobody is pointed to; the last but one stays for whoever is just opening it."""
    for path in directory.iterdir():
        if VERSION_NAME.fullmatch(path.name) and path.name not in keep:
            # Windows refuses to remove what is mapped: it stays until the next time.
            shutil.rmtree(path, ignore_errors=True)


def _flush(path: Path) -> None:
    """Wait until a file or the names in a folder are on the disk."""
    if sys.platform == "win32" and path.is_dir():  # pragma: no cover
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with open(path, "ab") as file:
        try:
            _take(file.fileno())
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK):
                raise
            raise MatcherError(f"{path.parent}: another process is writing here; try again when it is done") from None
        yield


def _take(handle: int) -> None:
    """Lock a file until it is closed, or its process ends in whatever way."""
    if sys.platform == "win32":  # pragma: no cover
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
