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

Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]
PEAK = 64
"""Entries that one peak stands for."""
WORTH_COMPILING = 4096
"""Ads from which the compiled form is loaded, which takes half a second once."""


class Kernel(Protocol):
    """What a scan is made of. Arrays named ``total`` and ``dots`` are changed in place."""

    def postings(
        self,
        dots: Int32s,
        row: NDArray[np.uint16],
        value: NDArray[np.uint16],
        starts: Int64s,
        ends: Int64s,
        weights: Int64s,
    ) -> None:
        """Add ``weights[t] · value[j]`` to ``dots[row[j]]`` for each j in each span t."""

    def columns(self, dots: Int32s, dense: NDArray[np.uint8], places: Int64s, weights: Int64s) -> None:
        """Add ``weights[t] · dense[places[t]]`` for each t; columns are as long as ``dots``."""

    def scaled(self, total: Int64s, dots: Int32s, weight: int) -> None:
        """Add ``weight · dots >> 20``."""

    def gathered(self, total: Int64s, column: Int32s, values: Int64s) -> None:
        """Add ``values[column]``."""

    def peaks(self, bound: Int64s) -> Int64s:
        """Return the greatest of each :data:`PEAK` entries."""

    def reaching(self, bound: Int64s, peaks: Int64s, least: int) -> Int64s:
        """Return the places where a bound is at least so much, ascending."""

    def verdicts(
        self, groups: GroupRows, ads: Int64s, codes: NDArray[np.int8], points: Int64s, most: Int64s
    ) -> tuple[Int64s, NDArray[np.int8]]:
        """Add up the verdicts of some ads.

        Parameters
        ----------
        groups : GroupRows
        ads : array of int64, shape (n,)
        codes : array of int8, shape (n_demands,)
            Judgements; those of these ads' demands are asked for, no others.
        points : array of int64, shape (n_kinds, 5)
            Of a must group by code, and of a nice one that is met.
        most : array of int64, shape (n_kinds,)
            So many groups of a kind count at most, the worst first.

        Returns
        -------
        array of int64, shape (n,)
            Points.
        array of int8, shape (n,)
            Tiers.
        """


class PlainKernel:
    """The kernel in numpy."""

    def postings(
        self,
        dots: Int32s,
        row: NDArray[np.uint16],
        value: NDArray[np.uint16],
        starts: Int64s,
        ends: Int64s,
        weights: Int64s,
    ) -> None:
        """Add a span at a time: no row stands twice in one."""
        for first, last, weight in zip(starts.tolist(), ends.tolist(), weights.tolist(), strict=True):
            dots[row[first:last]] += np.int32(weight) * value[first:last].astype(np.int32)

    def columns(self, dots: Int32s, dense: NDArray[np.uint8], places: Int64s, weights: Int64s) -> None:
        """Add a column at a time."""
        for place, weight in zip(places.tolist(), weights.tolist(), strict=True):
            dots += np.int32(weight) * dense[place].astype(np.int32)

    def scaled(self, total: Int64s, dots: Int32s, weight: int) -> None:
        """Add scaled dots."""
        total += weight * dots.astype(np.int64) >> 20

    def gathered(self, total: Int64s, column: Int32s, values: Int64s) -> None:
        """Add looked up values."""
        if len(column):
            total += values[column]

    def peaks(self, bound: Int64s) -> Int64s:
        """Take the greatest of each part."""
        return np.maximum.reduceat(bound, np.arange(0, len(bound), PEAK)) if len(bound) else bound

    def reaching(self, bound: Int64s, peaks: Int64s, least: int) -> Int64s:
        """Find them all at once."""
        return np.flatnonzero(bound >= least)

    def verdicts(
        self, groups: GroupRows, ads: Int64s, codes: NDArray[np.int8], points: Int64s, most: Int64s
    ) -> tuple[Int64s, NDArray[np.int8]]:
        """Count by code and kind in one table an ad."""
        taken = groups.take(ads)
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
        add_dots(kernel, rows, *rows.query(vector), dots)
        if place:
            np.maximum(best, dots, out=best)
    return best[: rows.n_rows]


def add_dots(kernel: Kernel, rows: TermRows, terms: Int64s, weights: Int64s, dots: Int32s) -> None:
    """Add the inner products of one vector to ``dots``, which has an entry for each row of every block."""
    dense, place = rows.dense
    common = place[terms]
    kernel.columns(dots, dense, common[common >= 0], weights[common >= 0])
    terms, weights = terms[common < 0], weights[common < 0]
    for block, start in enumerate(rows.start):
        part = dots[block * BLOCK : (block + 1) * BLOCK]
        kernel.postings(part, rows.row, rows.value, start[terms], start[terms + 1], weights)


@lru_cache(maxsize=1)
def compiled_kernel() -> Kernel | None:
    """Return the compiled kernel, or ``None`` where numba is not installed."""
    try:
        from matcher.ranking.compiled import CompiledKernel
    except ImportError:
        return None
    return CompiledKernel()


def kernel_for(n_ads: int) -> Kernel:
    """Return the kernel to scan so many ads with; which one it is changes no number."""
    return (compiled_kernel() if n_ads >= WORTH_COMPILING else None) or PlainKernel()
