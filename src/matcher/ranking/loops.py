"""The loops of the compiled kernel. Importing this module imports numba.

A scan takes blocks of ads from the most promising downwards, tells of 32 ads at once which of them can reach the list,
and looks at those. See :mod:`matcher.ranking.sums` for how loops are written.
"""

# ruff: noqa: ANN001, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import compiled, compiled_inside, fingerprint
from matcher.ranking import heap, looks, sums, turned
from matcher.ranking.heap import keep, sort_best_first
from matcher.ranking.looks import NEVER, look, lowest, reaching
from matcher.ranking.sums import add_gains, add_text, bound_blocks, met_demands, queue_blocks, title_peaks
from matcher.ranking.turned import tell_ads


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
        flags = reaching(begins, laid_start[b + 1], packed, gain, narrow, text, factor, need)
        while flags:
            waiting[n] = begins + lowest(flags)
            n += 1
            flags &= flags - np.uint32(1)
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
            total, worst = look(
                p, reach, ceiling, least, sorts[laid_sort[laid_block[p]]], rest, tier_most, packed, leaf_start, leaf,
                open_, points, most, counted, worst_of, counts, tier_points, dense, common, common_weight, rounds,
                extra, t_term, t_weight, t_vector, t_points, x_points, codes, blocked, text, gain,
            )  # fmt: skip
            if total == NEVER:
                continue
            at = np.uint32(leaf_start[p])
            n = keep(held, n, total, leaf[at + 1], leaf[at], 3 - worst)
            if n == held.shape[1]:
                least = held[0, 0]
                reach = max(floor, least)
    return n


@compiled_inside
def _list(
    laid_start, laid_sort, laid_block, laid_first, packed, leaf_start, leaf,
    gain_start, gain_posting, gain_points,
    points, most, counted, worst_of, tier_points,
    title_start, title_block, title_most, x_start, x_row, x_value, dense, column, x_peak,
    open_, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes, blocked,
    common, common_weight, rest, narrow, counts,
    dots, title_peak, above, bound, queue, text, gain, gain_peak, met, bucket, waiting, held,
):  # fmt: skip
    """Fill in the list of a person and return its length; what it is found by is left as it is."""
    tier_most = tier_points.max()
    title_peaks(title_start, title_block, title_most, t_term, t_weight, t_vector, dots, title_peak)
    add_text(x_start, x_row, x_value, column, x_term, x_weight, text)
    add_gains(gain_start, gain_posting, gain_points, met[: met_demands(codes, met)], gain, gain_peak)
    # Words tell blocks apart where they weigh much beside the work.
    wide = x_points > sorts.max() - sorts.min()
    bound_blocks(
        laid_start, laid_sort, laid_first, sorts, t_points, title_peak, x_points, text, wide, rest, gain_peak,
        tier_most + (extra.max() if extra.size else 0), rounds.max(), above, bound,
    )  # fmt: skip
    step = queue_blocks(bound, queue, bucket)
    # The heads of the best blocks first: what they have makes the rest of their ads, and most others, too little.
    n, head = 0, min(held.shape[1], queue.size)
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
    return n


def _entries(enclosed):
    """Make the loops that Python calls; what they enclose makes them compiled anew when loops of other files change."""

    @compiled
    def best(
        laid_start, laid_sort, laid_block, laid_first, packed, leaf_start, leaf,
        gain_start, gain_posting, gain_points,
        points, most, counted, worst_of, tier_points,
        title_start, title_block, title_most, x_start, x_row, x_value, dense, column, x_peak,
        open_, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes, blocked,
        dots, title_peak, above, bound, queue, text, gain, gain_peak, met, bucket, waiting, held,
    ):  # fmt: skip
        """Fill in the list of a person and return its length; the sums that it is found by are left as zeros."""
        common, common_weight = column[x_term][column[x_term] >= 0], x_weight[column[x_term] >= 0]
        rest, narrow, counts = (common_weight * x_peak[common]).sum(), rounds.astype(np.int32), np.zeros(5, np.int64)
        n = _list(
            laid_start, laid_sort, laid_block, laid_first, packed, leaf_start, leaf,
            gain_start, gain_posting, gain_points,
            points, most, counted, worst_of, tier_points,
            title_start, title_block, title_most, x_start, x_row, x_value, dense, column, x_peak,
            open_, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes,
            blocked, common, common_weight, rest, narrow, counts,
            dots, title_peak, above, bound, queue, text, gain, gain_peak, met, bucket, waiting, held,
        )  # fmt: skip
        text[:] = 0
        gain[:] = 0
        title_peak[:] = 0
        gain_peak[:] = 0
        _ = enclosed
        return n

    @compiled
    def both(
        laid_start, laid_sort, laid_block, laid_first, packed, leaf_start, leaf,
        gain_start, gain_posting, gain_points,
        points, most, counted, worst_of, tier_points,
        title_start, title_block, title_most, x_start, x_row, x_value, dense, column, x_peak,
        open_, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes, blocked,
        dots, title_peak, above, bound, queue, text, gain, gain_peak, met, bucket, waiting, held,
        can, bit, rank, needed, least, total_of, rank_of, size_of,
    ):  # fmt: skip
        """As ``best``, and put the person into the lists of ads."""
        common, common_weight = column[x_term][column[x_term] >= 0], x_weight[column[x_term] >= 0]
        rest, narrow, counts = (common_weight * x_peak[common]).sum(), rounds.astype(np.int32), np.zeros(5, np.int64)
        n = _list(
            laid_start, laid_sort, laid_block, laid_first, packed, leaf_start, leaf,
            gain_start, gain_posting, gain_points,
            points, most, counted, worst_of, tier_points,
            title_start, title_block, title_most, x_start, x_row, x_value, dense, column, x_peak,
            open_, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes,
            blocked, common, common_weight, rest, narrow, counts,
            dots, title_peak, above, bound, queue, text, gain, gain_peak, met, bucket, waiting, held,
        )  # fmt: skip
        tell_ads(
            laid_start, laid_sort, packed, leaf_start, leaf, open_, points, most, counted, worst_of, counts,
            tier_points, dense, common, common_weight, rest, sorts, rounds, narrow, extra, t_term, t_weight, t_vector,
            t_points, x_points, codes, blocked, text, gain, bound, above, can, bit, rank, needed, least, total_of,
            rank_of, size_of,
        )  # fmt: skip
        text[:] = 0
        gain[:] = 0
        title_peak[:] = 0
        gain_peak[:] = 0
        _ = enclosed
        return n

    return best, both


best, both = _entries(fingerprint(sums, heap, looks, turned))
