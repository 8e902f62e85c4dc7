"""How fast this machine can do what the text kernel is made of, and what share of that it reaches."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

import numba
import numpy as np

from matcher.ranking.termrows import TermRows


@numba.njit
def _read(values):  # noqa: ANN001, ANN202
    total = np.uint64(0)
    for i in range(values.size):
        total += values[i]
    return total


@numba.njit
def _scatter(start, row, value, dots):  # noqa: ANN001, ANN202
    for t in range(start.size - 1):
        part, weights = row[start[t] : start[t + 1]], value[start[t] : start[t + 1]]
        for j in range(part.size):
            dots[part[j]] += np.int32(weights[j])


@numba.njit
def _scan(flags):  # noqa: ANN001, ANN202
    return flags.max()


def _seconds(function: Callable[[], object]) -> float:
    function()
    taken = []
    for _ in range(15):
        started = time.process_time_ns()
        function()
        taken.append(time.process_time_ns() - started)
    return statistics.median(taken) / 1e9


def ceiling(
    rows: TermRows, queries: Sequence[tuple[np.ndarray, np.ndarray]], seconds: float
) -> tuple[float, float, str]:
    """Return the share of the machine's measured limits that a run over all queries reached, and the terms.

    The first is of what this run must do: bytes of postings that it reads over the read bandwidth, postings that it
    adds over the rate of adding to what lies in cache, flags that it scans over the rate of scanning; their sum over
    the CPU time. Common words are looked up for a few rows only and do not count. The second is of what a scan must
    do that leaves nothing out: it reads a byte of each common word for every row as well.
    """
    random = np.random.default_rng(1)
    memory = random.integers(0, 2**60, 16_000_000, dtype=np.uint64)
    read = memory.nbytes / _seconds(lambda: _read(memory))
    # Postings of 2,000 terms in rows that all lie in cache.
    n = 2_000_000
    row, value = random.integers(0, 4_000, n).astype(np.uint16), random.integers(1, 255, n).astype(np.uint16)
    start = np.arange(0, n + 1, 1_000)
    dots = np.zeros(65_536, np.int32)
    scatter = n / _seconds(lambda: _scatter(start, row, value, dots))
    flags = np.zeros(16_000_000 // 4, np.int32)
    scan = len(flags) / _seconds(lambda: _scan(flags))
    common = rows.common
    lengths = np.diff(rows.start, axis=1).sum(axis=0)
    n_postings = sum(int(lengths[terms[~common[terms]]].sum()) for terms, _ in queries)
    posting_bytes = n_postings * (rows.row.itemsize + rows.value.itemsize)
    column_bytes = rows.n_rows * sum(int(common[terms].sum()) for terms, _ in queries)
    n_flags = len(queries) * rows.n_rows
    least = posting_bytes / read + n_postings / scatter + n_flags / scan
    told = (
        f"({posting_bytes / 1e9:.3f} GB / {read / 1e9:.1f} GB/s + {n_postings / 1e6:.1f} M / {scatter / 1e9:.2f} G/s"
        f" + {n_flags / 1e6:.1f} M / {scan / 1e9:.2f} G/s) / {seconds:.3f} s; nothing left out: and"
        f" {column_bytes / 1e9:.3f} GB / {read / 1e9:.1f} GB/s"
    )
    return round(least / seconds, 2), round((least + column_bytes / read) / seconds, 2), told
