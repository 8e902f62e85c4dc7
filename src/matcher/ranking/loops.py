"""The loops of the compiled kernel. Importing this module imports numba.

A scan takes blocks of ads from the most promising downwards, tells of 32 ads at once which of them can reach the list,
and looks at those. See :mod:`matcher.ranking.sums` for how loops are written.
"""

# ruff: noqa: ANN001, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import compiled, compiled_inside, fingerprint
from matcher.ranking import heap, looks, sums
from matcher.ranking.heap import keep, sort_best_first
from matcher.ranking.looks import BRUIJN, NEVER, PLACE_OF, more_points, plain_points, title_likeness
from matcher.ranking.sums import clear, queue_blocks, shifted, sum_up


@compiled_inside
def _reaching(begins, packed, gain, rounds, text, factor, need):
    """Flag which of 32 places can have what is needed: so many at once are a few steps of a processor."""
    flags = np.uint32(0)
    for j in range(32):
        p = np.uint32(begins) + np.uint32(j)
        words = np.int32(np.float32(text[p]) * factor)
        bound = np.int32((packed[p] >> 16) + gain[p] + rounds[packed[p] & 0xFFFF] + words)
        flags |= np.uint32(bound >= need) << np.uint32(j)
    return flags


@compiled_inside
def _gather(
    begin, end, reach, step, waiting, laid_start, packed, narrow, text, gain, factor, bound, above, queue
):  # fmt: skip
    """Gather ads of some blocks that can have what is needed; return the next block and how many they are."""
    n = 0
    for i in range(begin, end):
        b = queue[i]
        if bound[b] + step <= reach:
            return end, n
        begins = laid_start[b]
        need = np.int32(max(min(reach - above[b], 2147483647), -2147483648))
        flags = _reaching(begins, packed, gain, narrow, text, factor, need)
        size = np.uint32(laid_start[b + 1] - begins)
        if size < 32:
            flags &= (np.uint32(1) << size) - np.uint32(1)
        while flags:
            lowest = flags & (~flags + np.uint32(1))
            waiting[n] = begins + PLACE_OF[np.uint32(lowest * BRUIJN) >> np.uint32(27)]
            n += 1
            flags ^= lowest
        if n > waiting.size - 40:
            return i + 1, n
    return end, n


@compiled_inside
def _visit(
    begin, end, floor, ceiling, step, n, rest, tier_most, common, common_weight, narrow, waiting, above,
    laid_start, laid_sort, laid_block, packed, leaf_start, leaf, open_,
    points, most, counted, worst_of, counts, tier_points, dense, sorts, rounds, extra,
    t_term, t_weight, t_vector, t_points, x_points, codes, blocked, text, gain, bound, queue, held,
):  # fmt: skip
    """Look at the ads of some blocks that can have at least ``floor`` and less than ``ceiling`` points."""
    least = held[0, 0] if n == held.shape[1] else NEVER
    reach = max(floor, least)
    factor, i = np.float32(x_points / (1 << 20)), begin
    while i < end:
        i, n_waiting = _gather(
            i, end, reach, step, waiting, laid_start, packed, narrow, text, gain, factor, bound, above, queue
        )  # fmt: skip
        # All at once, so that waiting for memory is waiting once.
        touched = 0
        for q in range(n_waiting):
            p = np.uint32(waiting[q])
            touched += leaf[leaf_start[p]] + leaf[leaf_start[p + 1] - 1]
        waiting[-1] = touched
        for q in range(n_waiting):
            p = np.uint32(waiting[q])
            at, ends = np.uint32(leaf_start[p]), np.uint32(leaf_start[p + 1])
            a, n_words = np.uint32(leaf[at]), np.uint32(leaf[at + 2])
            begins = at + 4 + 2 * n_words
            more_begins = begins + np.uint32(leaf[at + 3])
            points_, worst = plain_points(leaf, begins, more_begins, counted, worst_of, codes, blocked)
            if worst == 0 and not blocked:
                continue
            own = shifted(t_points, title_likeness(leaf, at + 4, n_words, t_term, t_weight, t_vector))
            likeness = np.int64(text[p]) + rest
            soft = sorts[laid_sort[laid_block[p]]] + own + rounds[packed[p] & 0xFFFF] + (extra[a] if extra.size else 0)
            upper = soft + shifted(x_points, likeness) + (packed[p] >> 16) + gain[p] + tier_most
            if upper < reach or upper >= ceiling or not open_[a]:
                continue
            if more_begins < ends:
                more, code = more_points(leaf, more_begins, ends, points, most, codes, counts)
                points_, worst = points_ + more, min(worst, code)
            soft += points_ + tier_points[3 - worst]
            if (worst == 0 and not blocked) or soft + shifted(x_points, likeness) < least:
                continue
            likeness -= rest
            for t in range(common.size):
                likeness += common_weight[t] * np.int64(dense[a, common[t]])
            soft += shifted(x_points, likeness)
            n = keep(held, n, soft, leaf[at + 1], a, 3 - worst)
            if n == held.shape[1]:
                least = held[0, 0]
                reach = max(floor, least)
    return n


def _entry(enclosed):
    """Make the loop that Python calls; what it encloses makes it compiled anew when loops of other files change."""

    @compiled
    def best(
        laid_start, laid_sort, laid_block, laid_first, packed, leaf_start, leaf,
        gain_start, gain_posting, gain_points,
        points, most, counted, worst_of, tier_points,
        title_start, title_block, title_most, x_start, x_row, x_value, dense, column, x_peak,
        sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, open_, codes, blocked,
        dots, title_peak, above, bound, queue, text, gain, gain_peak, met, bucket, waiting, held,
    ):  # fmt: skip
        """Fill in the list of a person and return its length; the sums that it is found by are left as zeros."""
        common, common_weight, rest = sum_up(
            laid_start, laid_sort, laid_first, gain_start, gain_posting, gain_points, tier_points, title_start,
            title_block, title_most, x_start, x_row, x_value, column, x_peak, sorts, rounds, extra, t_term, t_weight,
            t_vector, t_points, x_term, x_weight, x_points, codes, dots, title_peak, above, bound, text, gain,
            gain_peak, met,
        )  # fmt: skip
        step = queue_blocks(bound, queue, bucket)
        # The heads of the best blocks first: what they have makes the rest of their ads, and most others, too little.
        tier_most = tier_points.max()
        n, head, narrow, counts = 0, min(held.shape[1], queue.size), rounds.astype(np.int32), np.zeros(5, np.int64)
        high = bound[queue[head - 1]]
        for begin, end, floor, ceiling in (
            (0, head, high, -NEVER), (0, head, NEVER, high), (head, queue.size, NEVER, -NEVER)
        ):  # fmt: skip
            n = _visit(
                begin, end, floor, ceiling, step, n, rest, tier_most, common, common_weight, narrow, waiting, above,
                laid_start, laid_sort, laid_block, packed, leaf_start, leaf, open_, points, most, counted, worst_of,
                counts, tier_points, dense, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_points, codes,
                blocked, text, gain, bound, queue, held,
            )  # fmt: skip
        sort_best_first(held, n)
        clear(text, gain, title_peak, gain_peak)
        _ = enclosed
        return n

    return best


best = _entry(fingerprint(sums, heap, looks))
