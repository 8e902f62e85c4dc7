"""The loops of the compiled kernel. Importing this module imports numba.

A scan takes the ads of the most promising blocks in the order of their bounds until the list is full, and then whatever
else can still reach it. What the words that are left for a closer look can add is added last, to the few ads that are
in the list or not according to it.
"""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import bare_inside, compiled_bare, fingerprint
from matcher.ranking import heap, lanes, looks, parcel, parts, sums
from matcher.ranking.heap import keep, least_of, sort_best_first
from matcher.ranking.lanes import at_least, at_least_with, greatest, lowest, touch
from matcher.ranking.looks import NEVER, ask, forget, look, words_at
from matcher.ranking.parcel import opened
from matcher.ranking.parts import (
    ABOVE,
    AT,
    BLOCK,
    BOUND,
    BUCKET,
    KEPT,
    KEPT_CODE,
    KEPT_SOFT,
    LEAF,
    LEAF_START,
    RANK,
    ROUND,
    ROUNDS,
    SORT,
    START,
    TEXT,
    TIER,
    UPPER,
    VERDICTS,
)
from matcher.ranking.sums import clear, extremes, shifted, sum_up

AT_ONCE = 64
"""Blocks at most whose ads are put in order at once."""
TAKEN = np.int32(-(1 << 31))
"""The bound of a block whose ads have been put in order."""
_AHEAD, _LINE = 16, 16


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
def _gather(plan, own, wanted, x_points, early):
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
def _in_order(own, n):
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
def _of_block(plan, own, b, least, round_most, x_points, early):
    """Flag which ads of a block can still reach the list."""
    start, rnd = opened(plan, START, np.uint32), opened(plan, ROUND, np.uint16)
    verdicts, rounds = opened(own, VERDICTS, np.int16), opened(own, ROUNDS, np.int32)
    begins, need, flags = start[b], least - np.int64(opened(own, ABOVE, np.int32)[b]), np.uint32(0xFFFFFFFF)
    size = start[b + 1] - begins
    if size < 32:
        flags = (np.uint32(1) << size) - np.uint32(1)
    if early:
        text = opened(own, TEXT, np.int32)
        # A likeness that gives less than is needed, rounded down twice.
        words = ((need - round_most - np.int64(greatest(verdicts, begins))) << 20) // x_points - 1
        flags &= at_least(text, begins, max(min(words, 1 << 30), -1))
        need -= shifted(x_points, greatest(text, begins))
    if flags:
        flags &= at_least(verdicts, begins, max(min(need - round_most, 32767), -32768))
    if flags:
        flags &= at_least_with(verdicts, rnd, rounds, begins, max(min(need, 1 << 30), -(1 << 30)))
    return begins, flags


@bare_inside
def _reaching(plan, own, b, least, round_most, x_points, early):
    """List the ads of the blocks from one on that can still reach the list; return the next block and how many."""
    rnd, verdicts = opened(plan, ROUND, np.uint16), opened(own, VERDICTS, np.int16)
    text, bound = opened(own, TEXT, np.int32), opened(own, BOUND, np.int32)
    above, rounds = opened(own, ABOVE, np.int32), opened(own, ROUNDS, np.int32)
    at, block, upper = opened(own, AT, np.int32), opened(own, BLOCK, np.int32), opened(own, UPPER, np.int32)
    rank, n, least_bound = opened(own, RANK, np.int32), 0, max(least, TAKEN + 1)
    while b < above.size and n < AT_ONCE:
        blocks = at_least(bound, b, least_bound)
        while blocks:
            one = b + lowest(blocks)
            blocks &= blocks - np.uint32(1)
            begins, flags = _of_block(plan, own, one, least_bound, round_most, x_points, early)
            while flags:
                p = begins + np.uint32(lowest(flags))
                flags &= flags - np.uint32(1)
                at[n], block[n], rank[n] = p, one, n
                upper[n] = above[one] + np.int32(verdicts[p]) + rounds[rnd[p]]
                if early:
                    upper[n] += np.int32(shifted(x_points, text[p]))
                n += 1
        b += 32
    return b, n


@bare_inside
def _visit(
    plan, own, words, n, n_best, n_kept, least, rest_points, early,
    sorts, extra, t_term, t_weight, t_vector, t_points, x_points, open_, codes, blocked, best,
):  # fmt: skip
    """Look at the ads that are listed; keep those that may be in the list, and find what that takes at least."""
    at, block, rank = opened(own, AT, np.int32), opened(own, BLOCK, np.int32), opened(own, RANK, np.int32)
    upper, sort = opened(own, UPPER, np.int32), opened(plan, SORT, np.uint32)
    leaf_start, leaf = opened(plan, LEAF_START, np.uint32), opened(plan, LEAF, np.int32)
    rnd, rounds, text = opened(plan, ROUND, np.uint16), opened(own, ROUNDS, np.int32), opened(own, TEXT, np.int32)
    kept, soft = opened(own, KEPT, np.int32), opened(own, KEPT_SOFT, np.int64)
    worst_code = opened(own, KEPT_CODE, np.int32)
    for i in range(n):
        touch(leaf_start, at[rank[i]])
    for i in range(-_AHEAD, n):
        if i + _AHEAD < n:
            # All but at once, so that waiting for memory is waiting once.
            begins = leaf_start[np.uint32(at[rank[i + _AHEAD]])]
            touch(leaf, begins)
            touch(leaf, begins + np.uint32(_LINE))
        if i < 0 or upper[rank[i]] < least:
            continue
        p = np.uint32(at[rank[i]])
        total, worst = look(plan, own, p, extra, t_term, t_weight, t_vector, t_points, open_, codes, blocked)
        if total == NEVER:
            continue
        total += sorts[sort[block[rank[i]]]] + rounds[rnd[p]]
        known = total + (shifted(x_points, text[p]) if early else 0)
        if known + rest_points < least:
            continue
        kept[n_kept], soft[n_kept], worst_code[n_kept] = p, total, worst
        n_kept += 1
        begins = leaf_start[p]
        for j in range(0, leaf[begins + 5], _LINE):
            touch(words, leaf[begins + 4] + j)
        n_best = least_of(best, n_best, known)
        if n_best == best.size:
            least = max(least, best[0])
    return n_best, n_kept, least


@bare_inside
def _settle(plan, own, words, n_kept, n, least, rest_points, early, x_term, x_weight, x_points, held):
    """Add up the words of the ads that have been kept and put them into the list; return its length."""
    kept, soft = opened(own, KEPT, np.int32), opened(own, KEPT_SOFT, np.int64)
    worst_code, text = opened(own, KEPT_CODE, np.int32), opened(own, TEXT, np.int32)
    leaf_start, leaf = opened(plan, LEAF_START, np.uint32), opened(plan, LEAF, np.int32)
    for i in range(n_kept):
        p = np.uint32(kept[i])
        likeness = text[p] if early else 0
        if soft[i] + shifted(x_points, likeness) + rest_points >= least:
            at = leaf_start[p]
            begin, size = np.uint64(leaf[at + 4]), leaf[at + 5]
            likeness += words_at(plan, own, words, begin, size, x_term, x_weight, early)
            n = keep(held, n, soft[i] + shifted(x_points, likeness), leaf[at + 1], leaf[at], 3 - worst_code[i])
            if n == held.shape[1]:
                least = max(least, held[0, 0])
    return n


@bare_inside
def find(
    plan, own, words, early, rest_points, round_most, sorts, extra, t_term, t_weight, t_vector, t_points,
    x_term, x_weight, x_points, open_, codes, blocked, held, best,
):  # fmt: skip
    """Find the list once everything is added up."""
    n_blocks, room = opened(own, ABOVE, np.int32).size, opened(own, KEPT, np.int32).size - 32 * AT_ONCE
    n, n_best, n_kept, least = 0, 0, 0, np.int64(NEVER)
    b, wanted, ordered = 0, min(max(best.size, 1), AT_ONCE), True
    while b < n_blocks:
        if ordered:
            listed = _gather(plan, own, wanted, x_points, early)
            ordered = listed > 0 and n_best < best.size
            if listed:
                _in_order(own, listed)
            wanted = min(2 * wanted, AT_ONCE)
        else:
            b, listed = _reaching(plan, own, b, least, round_most, x_points, early)
        n_best, n_kept, least = _visit(
            plan, own, words, listed, n_best, n_kept, least, rest_points, early,
            sorts, extra, t_term, t_weight, t_vector, t_points, x_points, open_, codes, blocked, best,
        )  # fmt: skip
        ordered = ordered and n_best < best.size
        if n_kept > room:
            n = _settle(plan, own, words, n_kept, n, least, rest_points, early, x_term, x_weight, x_points, held)
            n_kept, least = 0, max(least, held[0, 0] if n == held.shape[1] else least)
    return _settle(plan, own, words, n_kept, n, least, rest_points, early, x_term, x_weight, x_points, held)


@bare_inside
def prepared(
    plan, own, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes, length
):  # fmt: skip
    """Add up a person; return whether words are added up, what the others can add, and the most by circumstances."""
    slack = extremes(opened(plan, TIER, np.int64))[1] + (extremes(extra)[1] if extra.size else 0)
    narrow, round_most = opened(own, ROUNDS, np.int32), extremes(rounds)[1]
    for i in range(rounds.size):
        narrow[i] = rounds[i]
    early, rest = sum_up(
        plan, own, sorts, slack, round_most, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes,
        length,
    )  # fmt: skip
    # Shares of a point that two parts lose may make a whole one.
    return early, shifted(x_points, rest) + 1, round_most


def _entry(enclosed):
    """Make the loop that Python calls; what it encloses makes it compiled anew when loops of other files change."""

    @compiled_bare
    def best(
        plan, words, length, own, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight,
        x_points, open_, codes, blocked, held, leading,
    ):  # fmt: skip
        """Fill in the list of a person and return its length; the sums that it is found by are left as zeros."""
        early, rest_points, round_most = prepared(
            plan, own, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes,
            length,
        )  # fmt: skip
        ask(plan, own, x_term, early)
        n = find(
            plan, own, words, early, rest_points, round_most, sorts, extra, t_term, t_weight, t_vector,
            t_points, x_term, x_weight, x_points, open_, codes, blocked, held, leading,
        )  # fmt: skip
        forget(own, x_term)
        sort_best_first(held, n)
        clear(own, early)
        _ = enclosed
        return n

    return best


best = _entry(fingerprint(sums, heap, looks, lanes, parcel, parts))
