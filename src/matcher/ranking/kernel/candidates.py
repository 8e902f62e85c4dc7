"""Which ads a scan looks at next. Importing this module imports numba.

The ads of the best blocks are put in order one by one, until the list is full; of all other blocks only the ads are
listed that can still reach it.
"""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import bare_inside
from matcher.ranking.kernel.lanes import at_least, at_least_with, greatest, lowest
from matcher.ranking.kernel.parcel import opened
from matcher.ranking.kernel.parts import (
    ABOVE,
    AT,
    BLOCK,
    BOUND,
    BUCKET,
    FLAGS,
    RANK,
    ROUND,
    ROUNDS,
    SOME,
    START,
    TEXT,
    UPPER,
    VERDICTS,
)
from matcher.ranking.kernel.sums import extremes, shifted

AT_ONCE = 64
"""Blocks at most whose ads are listed at once."""
TAKEN = np.int32(-(1 << 31))
"""The bound of a block whose ads have been put in order."""


@bare_inside
def _first_blocks(bound, bucket, wanted):
    """Return a bound that about so many of the blocks that are left reach, and the greatest."""
    high = extremes(bound)[1]
    low, n = high, wanted
    for b in range(bound.size):
        low = min(low, bound[b] if bound[b] != TAKEN else high)
    width, last = 0, 0
    while (np.int64(high) - low) >> width >= bucket.size:
        width += 1
    bucket[:] = 0
    for b in range(bound.size):
        if bound[b] != TAKEN:
            bucket[(high - bound[b]) >> width] += 1
    while n > 0 and last < bucket.size:
        n -= bucket[last]
        last += 1
    return np.int64(high) - (np.int64(last) << width) + 1, high


@bare_inside
def gather(plan, own, wanted, x_points, early):
    """List the ads of the most promising blocks that are left with their bounds; return how many they are."""
    start, rnd = opened(plan, START, np.uint32), opened(plan, ROUND, np.uint16)
    verdicts, text = opened(own, VERDICTS, np.int16), opened(own, TEXT, np.int32)
    bound, above, rounds = opened(own, BOUND, np.int32), opened(own, ABOVE, np.int32), opened(own, ROUNDS, np.int32)
    at, block, upper = opened(own, AT, np.int32), opened(own, BLOCK, np.int32), opened(own, UPPER, np.int32)
    floor, high = _first_blocks(bound, opened(own, BUCKET, np.int32), wanted)
    n = 0
    if high == TAKEN:
        return n
    for first in range(0, above.size, 32):
        blocks = at_least(bound, first, max(floor, TAKEN + 1))
        while blocks and n + 32 <= 32 * AT_ONCE:
            b = first + lowest(blocks)
            blocks &= blocks - np.uint32(1)
            bound[b] = TAKEN
            for p in range(start[b], start[b + 1]):
                at[n], block[n] = p, b
                upper[n] = above[b] + np.int32(verdicts[p]) + rounds[rnd[p]]
                if early:
                    upper[n] += np.int32(shifted(x_points, text[p]))
                n += 1
    return n


@bare_inside
def in_order(own, n):
    """Put the ads that are listed in about the order of their bounds, greatest first."""
    upper, rank, bucket = opened(own, UPPER, np.int32), opened(own, RANK, np.int32), opened(own, BUCKET, np.int32)
    low, high = extremes(upper[:n])
    width = 0
    while (np.int64(high) - low) >> width >= bucket.size - 1:
        width += 1
    bucket[:] = 0
    for i in range(n):
        bucket[((high - upper[i]) >> width) + 1] += 1
    for c in range(1, bucket.size):
        bucket[c] += bucket[c - 1]
    for i in range(n):
        c = (high - upper[i]) >> width
        rank[bucket[c]] = i
        bucket[c] += 1


@bare_inside
def _flags(plan, own, b, least, round_most, x_points, early):
    """Flag which ads of a block can still reach the list if their circumstances are the best that there are."""
    start, verdicts = opened(plan, START, np.uint32), opened(own, VERDICTS, np.int16)
    begins, need = start[b], least - np.int64(opened(own, ABOVE, np.int32)[b]) - round_most
    size, flags = start[b + 1] - begins, np.uint32(0xFFFFFFFF)
    if early:
        text = opened(own, TEXT, np.int32)
        # A likeness that gives less than is needed, rounded down twice.
        words = ((need - np.int64(greatest(verdicts, begins))) << 20) // x_points - 1
        flags = at_least(text, begins, max(min(words, 1 << 30), -1))
        need -= shifted(x_points, greatest(text, begins))
    flags &= at_least(verdicts, begins, max(min(need, 32767), -32768))
    return flags & np.uint32((np.uint64(1) << np.uint64(size)) - np.uint64(1))


@bare_inside
def _some(plan, own, b, least, round_most, x_points, early):
    """List the blocks, from one on, of which any ad is flagged; return the next block and how many they are."""
    bound, some, flagged = opened(own, BOUND, np.int32), opened(own, SOME, np.int32), opened(own, FLAGS, np.uint32)
    n_blocks, n = bound.size - 32, 0
    while b < n_blocks and n <= AT_ONCE - 32:
        blocks = at_least(bound, b, least)
        while blocks:
            one = b + lowest(blocks)
            blocks &= blocks - np.uint32(1)
            # Written in any case, for a branch that goes either way costs more.
            some[n], flagged[n] = one, _flags(plan, own, one, least, round_most, x_points, early)
            n += flagged[n] != 0
        b += 32
    return b, n


@bare_inside
def reaching(plan, own, b, least, round_most, x_points, early):
    """List the ads of the blocks from one on that can still reach the list; return the next block and how many."""
    rnd, start = opened(plan, ROUND, np.uint16), opened(plan, START, np.uint32)
    verdicts, rounds = opened(own, VERDICTS, np.int16), opened(own, ROUNDS, np.int32)
    text, above, flagged = opened(own, TEXT, np.int32), opened(own, ABOVE, np.int32), opened(own, FLAGS, np.uint32)
    at, block, upper = opened(own, AT, np.int32), opened(own, BLOCK, np.int32), opened(own, UPPER, np.int32)
    rank, some = opened(own, RANK, np.int32), opened(own, SOME, np.int32)
    n, least = 0, max(least, TAKEN + 1)
    b, n_blocks = _some(plan, own, b, least, round_most, x_points, early)
    for i in range(n_blocks):
        one = some[i]
        begins, need = start[one], least - np.int64(above[one])
        if early:
            need -= shifted(x_points, greatest(text, begins))
        flagged[i] &= at_least_with(verdicts, rnd, rounds, begins, max(min(need, 1 << 30), -(1 << 30)))
    for i in range(n_blocks):
        one, flags = some[i], flagged[i]
        while flags:
            p = start[one] + np.uint32(lowest(flags))
            flags &= flags - np.uint32(1)
            at[n], block[n], rank[n] = p, one, n
            upper[n] = above[one] + np.int32(verdicts[p]) + rounds[rnd[p]]
            if early:
                upper[n] += np.int32(shifted(x_points, text[p]))
            n += 1
    return b, n
