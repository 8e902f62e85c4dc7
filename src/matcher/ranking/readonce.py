"""What an index has read of an ad is not read again where nothing has changed that reading goes by.

Beside each ad an index keeps a signature of what its requirements were read from, and of the rules that read them. An
ad whose number of places, deadline or employer has changed has the same one, and so has one that is told again under
another id.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.errors import CorruptIndexError
from matcher.ranking.stored import StoredRecords
from matcher.records import JobAd
from matcher.requirements import Reading
from matcher.storage import Draft

SIZE = 16
"""Bytes of a signature: so many tell every two readings apart."""
_RULES = ("matcher.records", "matcher.taxonomy", "matcher.requirements")
_ENDS = (".py", ".tsv", ".toml", ".json")


@lru_cache(maxsize=1)
def rules() -> bytes:
    """Return a signature of all that reads ads: modules and lexicons.

    The embedded taxonomy is left out; an index knows its own by its checksum.

    Examples
    --------
    >>> len(rules()) == SIZE
    True
    """
    found = hashlib.blake2b(digest_size=SIZE)
    for package in _RULES:
        for file in _files(resources.files(package)):
            found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.digest()


def _files(folder: Traversable) -> list[Traversable]:
    """List the files of a package and of folders inside, save what is no rule."""
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_file() and entry.name.endswith(_ENDS):
            found.append(entry)
        elif entry.is_dir() and entry.name != "starter":
            found += _files(entry)
    return found


def signature(ad: JobAd, by: bytes) -> bytes:
    """Return a signature of what an ad's requirements are read from; of one that brings its own, nothing but zeros.

    Parameters
    ----------
    ad : JobAd
    by : bytes
        That of the rules.

    Examples
    --------
    >>> ad = JobAd(id="1", headline="Kock", text="Truckkort krävs.")
    >>> later, other = (ad.model_copy(update=update) for update in ({"deadline": "2026-05-01"}, {"text": "Truckkort."}))
    >>> signature(ad, rules()) == signature(later, rules()), signature(ad, rules()) == signature(other, rules())
    (True, False)
    """
    if ad.requirements is not None:
        return bytes(SIZE)
    told = [
        ad.headline, ad.text, ad.language, ad.occupation.label, ad.occupation.concept, ad.occupation_group,
        [row.to_dict() for row in ad.structured],
    ]  # fmt: skip
    return hashlib.blake2b(by + json.dumps(told).encode(), digest_size=SIZE).digest()


class ReadOnce:
    """What an index has read, by signature.

    Parameters
    ----------
    records : StoredRecords
        The ads of an index.

    Raises
    ------
    CorruptIndexError
        The signatures do not fit the ads.
    """

    def __init__(self, records: StoredRecords[JobAd]) -> None:
        self._records = records
        self._signatures: NDArray[np.uint8] = records.version.array("records.signatures")
        if self._signatures.shape != (len(records.ids), SIZE):
            raise CorruptIndexError(f"{records.version.path}: not every ad has a signature; build the index again")
        self._unread: dict[int, list[str]] = dict(records.version.plain("records.unread"))
        self._rows = {one.tobytes(): row for row, one in enumerate(self._signatures)}

    def of(self, ad: JobAd) -> Reading | None:
        """Return what was read of an ad before; ``None`` if it has to be read."""
        row = self._rows.get(signature(ad, rules())) if ad.requirements is None else None
        if row is None:
            return None
        before = self._records[row]
        return Reading(before.requirements or (), before.language, tuple(self._unread.get(row, ())))

    def take(self, rows: NDArray[np.int64]) -> Signed:
        """Return what the index keeps beside the ads at these places."""
        unread = [tuple(self._unread.get(row, ())) for row in rows.tolist()]
        return Signed(self._signatures[rows].tobytes(), unread)


class Signed(NamedTuple):
    """What an index keeps beside its ads: their signatures one after the other, and languages that are not read."""

    signatures: bytes
    unread: Sequence[tuple[str, ...]]

    def joined(self, *others: Signed) -> Signed:
        """Return what belongs to these ads followed by others."""
        parts = (self, *others)
        return Signed(b"".join(part.signatures for part in parts), [one for part in parts for one in part.unread])

    def write(self, draft: Draft) -> None:
        """Write it beside the records."""
        draft.array("records.signatures", np.frombuffer(self.signatures, np.uint8).reshape(-1, SIZE))
        draft.plain("records.unread", [[row, list(one)] for row, one in enumerate(self.unread) if one])
