"""The inner loops behind one small interface: compiled where numba is there and worth its loading, else numpy.

Kernels see arrays and no records. Both forms return the same whole numbers; the slow reference of both is
:func:`matcher.ranking.scorer.score`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.groups import GroupRows, spans
from matcher.ranking.termrows import BLOCK, TermRows
from matcher.ranking.verdicts import MET

Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]
PEAK = 64
"""Entries that one peak stands for: those a number of peaks apart, so that a flat loop finds all peaks at once."""
WORTH_COMPILING = 2_000_000
"""Pairs of people and ads from which the compiled form is loaded, which takes about a second once."""


class Kernel(Protocol):
    """What a scan is made of. Arrays named ``total`` and ``dots`` are changed in place."""

    def dots(self, dots: Int32s, rows: TermRows, terms: Int64s, weights: Int64s) -> None:
        """Add the inner products of one vector; ``dots`` has an entry for each row of every whole block."""

    def scaled(self, total: Int64s, dots: Int32s, weight: int) -> None:
        """Add ``weight · dots >> 20``."""

    def gathered(self, total: Int64s, column: Int32s, values: Int64s) -> None:
        """Add ``values[column]``."""

    def peaks(self, bound: Int64s) -> Int64s:
        """Return the greatest of each up to :data:`PEAK` entries: ``bound[p::n_peaks]`` for peak p."""

    def reaching(self, bound: Int64s, peaks: Int64s, least: int) -> Int64s:
        """Return the places where a bound is at least so much, ascending."""

    def verdicts(self, demanded: Demanded, ads: Int64s, codes: NDArray[np.int8]) -> tuple[Int64s, NDArray[np.int8]]:
        """Add up the verdicts of some ads.

        Parameters
        ----------
        demanded : Demanded
        ads : array of int64, shape (n,)
        codes : array of int8, shape (n_demands,)
            Judgements; those of these ads' demands are asked for, no others.

        Returns
        -------
        array of int64, shape (n,)
            Points.
        array of int8, shape (n,)
            Tiers.
        """


class Demanded:
    """What ads ask for, with what its verdicts count.

    Parameters
    ----------
    groups : GroupRows
    points : array of int64, shape (n_kinds, 5)
        Of a must group by code, and of a nice one that is met.
    most : array of int64, shape (n_kinds,)
        So many groups of a kind count at most, the worst first.

    Attributes
    ----------
    plain : array of int32, shape (n_groups,)
        ``32 · demand + 2 · kind + must`` of groups of one demand, of which the ad has no more of the kind than count:
        their points are a matter of one look into ``counted``. -1 for the others.
    counted : array of int64, shape (n_kinds · 8,)
        Points by kind, must and code.
    worst : array of int64, shape (n_kinds · 8,)
        What the verdict is to the tier: the code of a must, :data:`~matcher.ranking.verdicts.MET` of anything else.
    """

    def __init__(self, groups: GroupRows, points: Int64s, most: Int64s) -> None:
        self.groups = groups
        self.points = points
        self.most = most
        counted, worst = np.zeros((len(most), 2, 4), np.int64), np.full((len(most), 2, 4), MET, np.int64)
        counted[:, 1], counted[:, 0, MET] = points[:, :4], points[:, 4]
        worst[:, 1] = np.arange(4)
        self.counted, self.worst = counted.ravel(), worst.ravel()
        slot = 2 * groups.kind.astype(np.int64) + groups.must
        cell = groups.ad.astype(np.int64) * 2 * len(most) + slot
        _, inverse, counts = np.unique(cell, return_inverse=True, return_counts=True)
        single = np.diff(groups.start) == 1
        small = len(groups.demand) == 0 or int(groups.demand.max()) < 2**26
        plain = single & (counts[inverse] <= most[groups.kind]) & small & (len(most) <= 16)
        # Groups of a kind are together plain or not, for the others are counted against the same limit.
        kind_cell = cell // 2
        mixed = np.unique(kind_cell[~plain])
        plain &= ~np.isin(kind_cell, mixed)
        self.plain = np.full(len(slot), -1, np.int32)
        self.plain[plain] = 32 * groups.demand[groups.start[:-1][plain]].astype(np.int64) + slot[plain]


class PlainKernel:
    """The kernel in numpy."""

    def dots(self, dots: Int32s, rows: TermRows, terms: Int64s, weights: Int64s) -> None:
        """Add a column or a span of postings at a time: no row stands twice in one."""
        dense, place = rows.dense
        for term, weight in zip(terms.tolist(), weights.astype(np.int32), strict=True):
            if place[term] >= 0:
                dots[: rows.n_rows] += weight * dense[place[term]].astype(np.int32)
                continue
            for block, start in enumerate(rows.start):
                part = slice(int(start[term]), int(start[term + 1]))
                dots[block * BLOCK : (block + 1) * BLOCK][rows.row[part]] += weight * rows.value[part].astype(np.int32)

    def scaled(self, total: Int64s, dots: Int32s, weight: int) -> None:
        """Add scaled dots."""
        total += weight * dots.astype(np.int64) >> 20

    def gathered(self, total: Int64s, column: Int32s, values: Int64s) -> None:
        """Add looked up values."""
        if len(column):
            total += values[column]

    def peaks(self, bound: Int64s) -> Int64s:
        """Take the greatest of whole rows of peaks, then of the rest."""
        n = max(-(-len(bound) // PEAK), 1)
        whole = len(bound) // n * n
        peaks: Int64s = bound[:whole].reshape(-1, n).max(axis=0, initial=np.iinfo(bound.dtype).min)[: len(bound)]
        rest = bound[whole:]
        np.maximum(peaks[: len(rest)], rest, out=peaks[: len(rest)])
        return peaks

    def reaching(self, bound: Int64s, peaks: Int64s, least: int) -> Int64s:
        """Find them all at once."""
        return np.flatnonzero(bound >= least)

    def verdicts(self, demanded: Demanded, ads: Int64s, codes: NDArray[np.int8]) -> tuple[Int64s, NDArray[np.int8]]:
        """Count by code and kind in one table an ad."""
        points, most = demanded.points, demanded.most
        taken = demanded.groups.take(ads)
        n, n_kinds = len(ads), len(most)
        total, tier = np.zeros(n, np.int64), np.zeros(n, np.int8)
        if not len(taken.kind):
            return total, tier
        code = np.maximum.reduceat(codes[taken.demand], taken.start[:-1]).astype(np.int64)
        cell = taken.ad.astype(np.int64) * n_kinds + taken.kind
        left = np.tile(most, n)
        points = np.tile(points, (n, 1))
        parts = np.zeros(n * n_kinds, np.int64)
        for column in range(4):
            counted = np.minimum(np.bincount(cell[taken.must & (code == column)], minlength=n * n_kinds), left)
            left -= counted
            parts += counted * points[:, column]
        nice = np.bincount(cell[~taken.must & (code == 3)], minlength=n * n_kinds)
        parts += np.minimum(nice, np.tile(most, n)) * points[:, 4]
        total += parts.reshape(n, n_kinds).sum(axis=1)
        np.maximum.at(tier, taken.ad[taken.must], (3 - code[taken.must]).astype(np.int8))
        return total, tier


def demands_of(groups: GroupRows, ads: Int64s) -> Int64s:
    """Return the distinct demands that some ads make."""
    return np.unique(groups.demand[spans(groups.start, spans(groups.first, ads))]).astype(np.int64)


def best_dots(kernel: Kernel, rows: TermRows, vectors: Sequence[Mapping[str, int]]) -> Int32s:
    """Return each row's greatest inner product with several vectors, at least 0; shape ``(n_rows,)``."""
    best = np.zeros(len(rows.start) * BLOCK, np.int32)
    for place, vector in enumerate(vectors):
        dots = best if place == 0 else np.zeros_like(best)
        kernel.dots(dots, rows, *rows.query(vector))
        if place:
            np.maximum(best, dots, out=best)
    return best[: rows.n_rows]


@lru_cache(maxsize=1)
def compiled_kernel() -> Kernel | None:
    """Return the compiled kernel, or ``None`` where numba is not installed."""
    try:
        from matcher.ranking.compiled import CompiledKernel
    except ImportError:
        return None
    return CompiledKernel()


def kernel_for(n_pairs: int) -> Kernel:
    """Return the kernel for so many pairs of people and ads; which one it is changes no number."""
    return (compiled_kernel() if n_pairs >= WORTH_COMPILING else None) or PlainKernel()
