"""Reading a published version."""

from __future__ import annotations

import contextlib
import hashlib
import json
import mmap
import os
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from matcher.errors import CorruptIndexError, ReadError, StaleIndexError

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT = 5
"""Number of the layout; another one is refused, never guessed at."""
POINTER, MANIFEST = "current", "manifest.json"
VERSION_NAME = re.compile(r"v\d{6,}")
_TRIES = 50


def is_store(path: str | os.PathLike[str]) -> bool:
    """Whether a path is a directory with a pointer in it.

    Examples
    --------
    >>> is_store("no/such/place")
    False
    """
    return (Path(path) / POINTER).is_file()


class Version:
    """One published version, open for reading; it stays readable after newer ones are published.

    Parameters
    ----------
    path : Path
        Of the version's own directory.
    manifest : mapping
        Its content; see the module.

    Attributes
    ----------
    kind : str
        What is stored.
    facts : mapping of str to object
        Whatever the writer noted beside the files.
    """

    def __init__(self, path: Path, manifest: Mapping[str, Any]) -> None:
        self.path = path
        self.kind: str = manifest["kind"]
        self.facts: Mapping[str, Any] = manifest["facts"]
        self.files: Mapping[str, Mapping[str, Any]] = manifest["files"]

    def array(self, name: str) -> NDArray[Any]:
        """Memory-map an array; what is written to it stays in this process."""
        import numpy as np

        path = self._path(f"{name}.npy")
        try:
            # As a plain array: one that knows its file takes several steps more for every part that is taken of it.
            mapped: NDArray[Any] = np.asarray(np.load(path, mmap_mode="c", allow_pickle=False))
            return mapped
        except (ValueError, EOFError):
            # NumPy cannot map an array without elements, and says the same of a damaged header.
            with contextlib.suppress(ValueError, EOFError):
                whole: NDArray[Any] = np.load(path, allow_pickle=False)
                return whole
            raise CorruptIndexError(f"{path}: no array can be read from it; build the index again") from None

    def lines(self, name: str) -> Lines:
        """Open a file of lines."""
        path = self._path(f"{name}.lines")
        with open(path, "rb") as file:
            empty = os.fstat(file.fileno()).st_size == 0
            content = b"" if empty else mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        ends = self.array(f"{name}.ends")
        if not _are_ends(ends, len(content)):
            raise CorruptIndexError(f"{path}: has not the lines that were written; build the index again")
        return Lines(content, ends)

    def plain(self, name: str) -> Any:
        """Read a file of JSON."""
        path = self._path(f"{name}.json")
        try:
            return json.loads(path.read_bytes())
        except (ValueError, RecursionError):
            raise CorruptIndexError(f"{path}: no JSON can be read from it; build the index again") from None

    def verify(self) -> None:
        """Read every byte and compare it with the manifest.

        Raises
        ------
        CorruptIndexError
            A file is not as it was written.
        """
        for name, noted in self.files.items():
            with open(self._path(name), "rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != noted["sha256"]:
                    raise CorruptIndexError(f"{self.path / name}: its bytes are not those written; build it again")

    def _path(self, name: str) -> Path:
        if name not in self.files:
            raise CorruptIndexError(f"{self.path}: lacks {name}; build the index again")
        return self.path / name


def _are_ends(ends: NDArray[Any], size: int) -> bool:
    """Whether numbers tell where the lines of so many bytes end."""
    if ends.ndim != 1 or ends.dtype.kind != "i":
        return False
    steps = ends[1:] >= ends[:-1]
    return bool(steps.all()) and (int(ends[0]) >= 0 and int(ends[-1]) == size if len(ends) else size == 0)


class Run(NamedTuple):
    """Lines that lie one behind the other.

    Attributes
    ----------
    content : bytes or memoryview
    ends : array of int64, shape (n,)
        Where each line ends in it.
    """

    content: bytes | memoryview
    ends: NDArray[Any]


class Lines:
    """Lines of bytes, read one at a time from a mapped file.

    Examples
    --------
    >>> lines = Lines(b"abcd", [1, 4])
    >>> len(lines), lines[1]
    (2, b'bcd')
    """

    def __init__(self, content: bytes | mmap.mmap, ends: NDArray[Any] | list[int]) -> None:
        self._content = content
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, place: int) -> bytes:
        if not 0 <= place < len(self._ends):
            raise IndexError(place)
        return self._content[int(self._ends[place - 1]) if place else 0 : int(self._ends[place])]

    def runs(self, places: NDArray[Any]) -> Iterator[Run]:
        """Give the lines at some places in their order; those that lie together at once.

        Examples
        --------
        >>> import numpy as np
        >>> [bytes(run.content) for run in Lines(b"abcd", np.array([1, 2, 4])).runs(np.array([0, 2, 1, 2]))]
        [b'a', b'cd', b'bcd']
        """
        import numpy as np

        whole = memoryview(self._content)
        starts = np.append(0, self._ends)
        for together in np.split(places, np.flatnonzero(np.diff(places) != 1) + 1) if len(places) else ():
            first, last = int(starts[together[0]]), int(starts[together[-1] + 1])
            yield Run(whole[first:last], starts[together + 1] - first)


def open_newest(directory: str | os.PathLike[str]) -> Version:
    """Open the version that the pointer names.

    Raises
    ------
    ReadError
        The directory holds nothing that :func:`~matcher.storage.writing` wrote.
    StaleIndexError
        It was written in another format.
    CorruptIndexError
        The manifest or the size of a file is not as it was written.
    """
    directory = Path(directory)
    for _ in range(_TRIES):
        name, checksum = pointed(directory)
        try:
            return _opened(directory / name, checksum)
        except FileNotFoundError:
            # Somebody published two versions since the pointer was read, and cleared this one away.
            if pointed(directory)[0] == name:
                break
    raise CorruptIndexError(f"{directory}: files of the version in use are missing; build the index again")


def pointed(directory: Path) -> tuple[str, str]:
    """Read the pointer: the version's name and its manifest's SHA-256."""
    for left in reversed(range(_TRIES)):
        try:
            words = (directory / POINTER).read_text(encoding="ascii").split()
            break
        except (OSError, UnicodeDecodeError) as error:
            # Windows refuses while somebody moves the pointer, which takes a moment and no longer.
            if not (left and isinstance(error, PermissionError)):
                raise ReadError(directory, "an index as `matcher index build` writes it") from None
            time.sleep(0.02)
    if len(words) != 2 or not VERSION_NAME.fullmatch(words[0]):
        raise CorruptIndexError(f"{directory / POINTER}: does not name a version; build the index again")
    return words[0], words[1]


def _opened(path: Path, checksum: str) -> Version:
    content = (path / MANIFEST).read_bytes()
    if hashlib.sha256(content).hexdigest() != checksum:
        raise CorruptIndexError(f"{path / MANIFEST}: its bytes are not those written; build the index again")
    try:
        manifest = json.loads(content)
        if manifest["format"] != FORMAT:
            found = str(manifest["format"])
            raise StaleIndexError(f"{path.parent}: written in format {found}, not {FORMAT}; build it again")
        version = Version(path, manifest)
        sizes = {name: int(noted["size"]) for name, noted in version.files.items()}
        texts = [version.kind, *sizes, *(noted["sha256"] for noted in version.files.values())]
        if not all(isinstance(text, str) for text in texts) or any({"/", "\\", "\0"} & set(name) for name in sizes):
            raise ValueError
        version.facts.items()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise CorruptIndexError(f"{path / MANIFEST}: cannot be understood; build the index again") from None
    for name, size in sizes.items():
        if (path / name).stat().st_size != size:
            raise CorruptIndexError(f"{path / name}: its size is not that written; build the index again")
    return version
