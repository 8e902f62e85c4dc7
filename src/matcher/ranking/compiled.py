"""The kernel compiled by numba. Importing this module imports numba.

Compiled code is kept beside this file or, where that cannot be written, in the user's cache folder; where neither can
(a read-only container without a home), it is compiled anew in each process. That takes seconds and changes no number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from matcher.ranking.kernel import PEAK, Demanded, Int32s, Int64s
from matcher.ranking.termrows import BLOCK, TermRows


def _compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    try:
        made: Callable[..., Any] = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # numba found no folder that it can write to
        made = numba.njit(nogil=True)(function)
    return made


@_compiled
def _dots(dots, start, row, value, dense, place, terms, weights):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for t in range(terms.size):
        if place[terms[t]] >= 0:
            column, weight = dense[place[terms[t]]], np.int32(weights[t])
            for i in range(column.size):
                dots[i] += weight * np.int32(column[i])
    for block in range(start.shape[0]):
        part = dots[block * BLOCK : (block + 1) * BLOCK]
        for t in range(terms.size):
            term, weight = terms[t], np.int32(weights[t])
            if place[term] < 0:
                for j in range(start[block, term], start[block, term + 1]):
                    part[row[j]] += weight * np.int32(value[j])


@_compiled
def _scaled(total, dots, weight):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for i in range(total.size):
        total[i] += (weight * np.int64(dots[i])) >> 20


@_compiled
def _gathered(total, column, values):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    for i in range(total.size):
        # Unsigned: no check for a negative place, which would cost as much as the rest.
        total[i] += values[np.uint32(column[i])]


@_compiled
def _peaks(bound, peaks):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    n = peaks.size
    for i in range(n):
        peaks[i] = bound[i]
    for row in range(n, bound.size, max(n, 1)):
        part = bound[row : row + n]
        for i in range(part.size):
            peaks[i] = max(peaks[i], part[i])


@_compiled
def _reaching(bound, peaks, least, places):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    n = 0
    for p in range(peaks.size):
        if peaks[p] >= least:
            for i in range(p, bound.size, peaks.size):
                if bound[i] >= least:
                    places[n] = i
                    n += 1
    return n


@_compiled
def _verdicts(first, kind, must, start, demand, plain, counted, worst_of, ads, codes, points, most, total, tier):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    counts = np.zeros(5, np.int64)
    for a in range(ads.size):
        worst, sum_ = 3, 0
        group, last = first[ads[a]], first[ads[a] + 1]
        while group < last:
            if plain[group] >= 0:
                asked = np.uint32(plain[group])
                cell = ((asked & np.uint32(31)) << np.uint32(2)) | np.uint32(codes[asked >> np.uint32(5)])
                sum_ += counted[cell]
                worst = min(worst, worst_of[cell])
                group += 1
                continue
            k = kind[group]
            counts[:] = 0
            while group < last and kind[group] == k:
                code = 0
                for row in range(start[group], start[group + 1]):
                    code = max(code, codes[demand[row]])
                if must[group]:
                    counts[code] += 1
                    worst = min(worst, code)
                elif code == 3:
                    counts[4] += 1
                group += 1
            left = most[k]
            for code in range(4):
                n = min(counts[code], left)
                left -= n
                sum_ += n * points[k, code]
            sum_ += min(counts[4], most[k]) * points[k, 4]
        total[a] = sum_
        tier[a] = 3 - worst


class CompiledKernel:
    """The kernel in compiled loops; what each does is said in :class:`~matcher.ranking.kernel.Kernel`."""

    def dots(self, dots: Int32s, rows: TermRows, terms: Int64s, weights: Int64s) -> None:
        """Add columns, then postings a block at a time."""
        _dots(dots, rows.start, rows.row, rows.value, *rows.dense, terms, weights)

    def scaled(self, total: Int64s, dots: Int32s, weight: int) -> None:
        """Add scaled dots."""
        _scaled(total, dots, weight)

    def gathered(self, total: Int64s, column: Int32s, values: Int64s) -> None:
        """Add looked up values."""
        _gathered(total, column, values)

    def peaks(self, bound: Int64s) -> Int64s:
        """Take the greatest of each part."""
        peaks = np.empty(-(-len(bound) // PEAK), bound.dtype)
        _peaks(bound, peaks)
        return peaks

    def reaching(self, bound: Int64s, peaks: Int64s, least: int) -> Int64s:
        """Look where a peak reaches it."""
        places = np.empty(len(bound), np.int64)
        n = _reaching(bound, peaks, least, places)
        # Many are found faster in order than they are sorted.
        return np.flatnonzero(bound >= least) if n * 32 > len(bound) else np.sort(places[:n])

    def verdicts(self, demanded: Demanded, ads: Int64s, codes: NDArray[np.int8]) -> tuple[Int64s, NDArray[np.int8]]:
        """Add up an ad at a time."""
        total, tier = np.zeros(len(ads), np.int64), np.zeros(len(ads), np.int8)
        d, g = demanded, demanded.groups
        _verdicts(
            g.first, g.kind, g.must, g.start, g.demand, d.plain, d.counted, d.worst,
            ads, codes, d.points, d.most, total, tier,
        )  # fmt: skip
        return total, tier
