"""What an index has read of an ad is not read again where nothing has changed that reading goes by.

Beside each ad an index keeps a signature of what its requirements were read from, and of the rules that read them. An
ad whose number of places, deadline or employer has changed has the same one, and so has one that is told again under
another id. What is kept of its words then serves again, columns and all.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.errors import CorruptIndexError
from matcher.ranking.indexing.stored import StoredRecords
from matcher.records import JobAd
from matcher.storage import Draft

SIZE = 16
"""Bytes of a signature: so many tell every two readings apart."""
_RULES = ("records", "taxonomy", "requirements")
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
        for file in _files(resources.files("matcher").joinpath(package)):
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


class Signed(NamedTuple):
    """What an index keeps beside its ads: their signatures, and languages that are not read.

    Attributes
    ----------
    signatures : array of uint8, shape (n_ads, SIZE)
    unread : sequence of tuple of str
        Of each ad.
    """

    signatures: NDArray[np.uint8]
    unread: Sequence[tuple[str, ...]]

    @classmethod
    def gathered(cls, parts: Sequence[Signed], rows: NDArray[np.int64]) -> Signed:
        """Return what belongs to ads of several parts, in this order; their places count through all parts."""
        unread = list(chain.from_iterable(part.unread for part in parts))
        return cls(np.concatenate([part.signatures for part in parts])[rows], [unread[row] for row in rows.tolist()])

    @property
    def n_unread(self) -> dict[str, int]:
        """In how many ads there are parts in each language that is not read."""
        return dict(sorted(Counter(chain.from_iterable(self.unread)).items()))

    def write(self, draft: Draft) -> None:
        """Write it beside the records."""
        draft.array("records.signatures", self.signatures)
        draft.plain("records.unread", [[row, list(one)] for row, one in enumerate(self.unread) if one])


class ReadOnce:
    """What an index has read, by signature.

    Parameters
    ----------
    records : StoredRecords
        The ads of an index.

    Attributes
    ----------
    signed : Signed

    Raises
    ------
    CorruptIndexError
        The signatures do not fit the ads.
    """

    def __init__(self, records: StoredRecords[JobAd]) -> None:
        signatures: NDArray[np.uint8] = records.version.array("records.signatures")
        if signatures.shape != (len(records.ids), SIZE):
            raise CorruptIndexError(f"{records.version.path}: not every ad has a signature; build the index again")
        unread: dict[int, list[str]] = dict(records.version.plain("records.unread"))
        self.signed = Signed(signatures, [tuple(unread.get(row, ())) for row in range(len(signatures))])

    @cached_property
    def _rows(self) -> dict[bytes, int]:
        return {one.tobytes(): row for row, one in enumerate(self.signed.signatures)}

    def row_of(self, ad: JobAd) -> int | None:
        """Return the place of an ad of the index that was read from the same words; ``None`` if there is none."""
        return self._rows.get(signature(ad, rules())) if ad.requirements is None else None
