"""Brings an official taxonomy into a folder that ``import`` reads: resumed, retried, with a checksum for each file."""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
import zlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

from matcher.download import ATTEMPTS, RefusedError, download, opened
from matcher.errors import CorruptIndexError, ReadError
from matcher.taxonomy.sources import escoapi, jobtechapi

TaxonomySource = Literal["jobtech", "esco"]

MANIFEST = ".fetch.json"
"""File of a fetched folder that says what was asked for, what has come, and whether that is all."""

_EDITION = re.compile(r"[\w.]{1,20}")


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a fetch brought.

    Attributes
    ----------
    path : Path
        The folder.
    edition : str
        Edition of the taxonomy; empty where the server does not tell.
    n_files, n_new : int
        Files in the folder, and those of them that this call downloaded.
    checksum : str
        SHA-256 over the names and checksums of all files.
    """

    path: Path
    edition: str
    n_files: int
    n_new: int
    checksum: str


class _Folder:
    """The files of a fetch, each listed with its checksum as soon as it is whole."""

    def __init__(self, path: Path, asked: Mapping[str, Any]) -> None:
        self.path = path
        self._asked = dict(asked)
        path.mkdir(parents=True, exist_ok=True)
        before = _manifest(path) or {}
        listed = before.get("files", {})
        if before.get("asked") == self._asked:
            self.files = {name: checksum for name, checksum in listed.items() if _checksum(path / name) == checksum}
        else:
            # Another edition, or other languages: what was fetched before does not belong to it.
            self.files = {}
            for name in listed:
                (path / name).unlink(missing_ok=True)
        self._write(complete=False)

    def keep(self, name: str, content: Any) -> None:
        part = self.path / f".{name}.part"
        part.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8", newline="\n")
        os.replace(part, self.path / name)
        self.files[name] = _checksum(self.path / name)
        self._write(complete=False)

    def complete(self) -> None:
        self._write(complete=True)

    def checksum(self) -> str:
        return hashlib.sha256("".join(f"{n} {c}\n" for n, c in sorted(self.files.items())).encode()).hexdigest()

    def _write(self, complete: bool) -> None:
        part = self.path / f"{MANIFEST}.part"
        text = json.dumps({"asked": self._asked, "complete": complete, "files": self.files}, indent=1)
        part.write_text(text + "\n", encoding="utf-8", newline="\n")
        os.replace(part, self.path / MANIFEST)


def fetch_taxonomy(
    source: TaxonomySource,
    out: Path,
    url: str | None = None,
    edition: str | None = None,
    languages: Collection[str] = escoapi.LANGUAGES,
    attempts: int = ATTEMPTS,
    wait: Callable[[float], None] = time.sleep,
    progress: Callable[[str, int], None] | None = None,
) -> Fetched:
    """Download a taxonomy from its official interface.

    Parameters
    ----------
    source : {"jobtech", "esco"}
    out : Path
        Folder; made if missing. What an earlier call left there is kept if it is whole and of the same edition, so a
        call that broke off is continued by the next.
    url : str, optional
        Address of the interface; the official one by default.
    edition : str, optional
        JobTech's number or ESCO's version (``v1.2.0``). Without it JobTech's newest, ESCO's
        :data:`matcher.taxonomy.sources.escoapi.EDITION`.
    languages : collection of str
        Languages of ESCO's labels to keep. JobTech's are Swedish.
    attempts : int
        Tries before giving up, for each file.
    wait : callable
        Called with seconds between two tries.
    progress : callable, optional
        Called with each file's name and its number of concepts.

    Returns
    -------
    Fetched

    Raises
    ------
    ReadError
        No network, a server that refuses, or an answer without concepts. What had come is kept.
    ValueError
        An address or edition that can be none.
    """
    if edition is not None and not _EDITION.fullmatch(edition):
        raise ValueError("an edition is a number or a version")
    api = {"jobtech": jobtechapi, "esco": escoapi}[source]
    base = (url or api.BASE).rstrip("/")
    out.mkdir(parents=True, exist_ok=True)
    bring = _Bring(out, attempts, wait)
    if edition is None:
        edition = escoapi.EDITION if source == "esco" else _newest(bring, base)
    folder = _Folder(out, {"source": source, "edition": edition, "url": base, "languages": sorted(languages)})
    n_before = len(folder.files)
    api.pull(_Ask(folder, bring, partial(api.reduced, languages=languages), progress), base, edition)
    folder.complete()
    return Fetched(out, edition, len(folder.files), len(folder.files) - n_before, folder.checksum())


@dataclass(frozen=True, slots=True)
class _Bring:
    """Downloads one answer and reads it."""

    out: Path
    attempts: int
    wait: Callable[[float], None]

    def __call__(self, name: str, address: str) -> Any:
        raw = self.out / f".{name}.answer"
        download(address, raw, self.attempts, self.wait)
        try:
            with opened(raw) as handle:
                return json.load(handle)
        except (ValueError, EOFError, OSError, zlib.error, RecursionError):
            raise ReadError(address.partition("?")[0], "a whole answer in JSON") from None
        finally:
            raw.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Ask:
    """Gives an answer from the folder, or brings it there first."""

    folder: _Folder
    bring: _Bring
    reduced: Callable[[Any], tuple[dict[str, Any] | None, int]]
    progress: Callable[[str, int], None] | None

    def __call__(self, name: str, address: str) -> Any:
        if name in self.folder.files:
            return json.loads((self.folder.path / name).read_text(encoding="utf-8"))
        kept, n_concepts = self.reduced(self.bring(name, address))
        if kept is None:
            raise ReadError(address.partition("?")[0], "an answer with concepts")
        self.folder.keep(name, kept)
        if self.progress:
            self.progress(name, n_concepts)
        return kept


def check_fetched(path: Path) -> None:
    """Refuse a folder whose fetch broke off, or whose files changed since.

    Parameters
    ----------
    path : Path
        Folder; one without a manifest of a fetch is none of ours and passes.

    Raises
    ------
    ReadError
        The fetch did not come to its end.
    CorruptIndexError
        A file does not fit its checksum.
    """
    manifest = _manifest(path)
    if manifest is None:
        return
    if manifest.get("complete") is not True:
        raise ReadError(path, "a fetch that came to its end; `matcher taxonomy fetch` continues it")
    for name, checksum in manifest["files"].items():
        if _checksum(path / name) != checksum:
            raise CorruptIndexError(f"{path / name}: the content does not fit its checksum; fetch the taxonomy again")


def _newest(bring: Callable[[str, str], Any], base: str) -> str:
    try:
        return jobtechapi.newest(bring("versions", jobtechapi.versions(base)))
    except RefusedError:
        return ""


def _manifest(path: Path) -> dict[str, Any] | None:
    """Read a folder's manifest; None where it has none that can be read."""
    try:
        found = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    files = found.get("files") if isinstance(found, dict) else None
    plain = isinstance(files, dict) and all(Path(name).name == name for name in files)
    return found if plain else None


def _checksum(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
