"""An index with changes: what its ads are laid out as, the ones that stay first, then those that are given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.gates import Gate
from matcher.ranking.indexing.columns import AdColumns
from matcher.ranking.indexing.readonce import ReadOnce, Signed
from matcher.ranking.indexing.stored import StoredRecords, line_again
from matcher.ranking.lookup import Lookup
from matcher.records import JobAd


class Changed(NamedTuple):
    """Ads of an index that stay, followed by others.

    Attributes
    ----------
    columns : AdColumns
        Of all.
    lines : iterator of bytes
        Records of those that are given.
    signed : Signed
        Of all.
    n_unread : dict of str to int
        In how many of those that are given there are parts in each language that is not read.
    """

    columns: AdColumns
    lines: Iterator[bytes]
    signed: Signed
    n_unread: dict[str, int]


def changed(
    stored: StoredRecords[JobAd],
    stay: NDArray[np.int64],
    ads: Sequence[JobAd],
    lookup: Lookup,
    gates: Sequence[Gate],
    *,
    jobs: int = 1,
    progress: Callable[[int], object] | None = None,
) -> Changed:
    """Lay out the ads of an index that stay and those that are given; of these only new words are read.

    Parameters
    ----------
    stored : StoredRecords
    stay : array of int64, shape (n,)
        Places in it.
    ads : sequence of JobAd
    lookup, gates, jobs, progress
        As for :func:`~matcher.ranking.indexing.ingest.laid_out`.
    """
    before = ReadOnce(stored)
    held = list(map(before.row_of, ads))
    new = [ad for ad, row in zip(ads, held, strict=True) if row is None]
    if progress and len(new) < len(ads):
        progress(len(ads) - len(new))
    columns, signed, lines = [stored.columns(gates)], [before.signed], list[bytes]()
    if new:
        # What reads ads is not loaded where there is nothing to read.
        from matcher.ranking.indexing.ingest import laid_out

        laid = laid_out(new, lookup, gates, jobs=jobs, progress=progress)
        columns.append(laid.columns)
        signed.append(laid.signed)
        lines = laid.lines
    number, line = count(len(stored)), iter(lines)
    given = np.array([next(number) if row is None else row for row in held], np.int64)
    every = np.concatenate([stay, given])
    again = [place for place, row in enumerate(held) if row is not None]
    return Changed(
        AdColumns.gathered(columns, every).told_again(np.array(again, np.int64) + len(stay), [ads[i] for i in again]),
        (next(line) if row is None else line_again(ad, stored.lines[row]) for ad, row in zip(ads, held, strict=True)),
        Signed.gathered(signed, every),
        Signed.gathered(signed, given).n_unread,
    )
