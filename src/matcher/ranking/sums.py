"""What a scan adds up before it looks at ads: words, demands that are met, and what no ad of a block can exceed.

Importing this module imports numba. Loops take bare arrays: an array that is taken out of a tuple inside of a loop is
counted each time, and so is a part of one, which costs more than what is done with it. Places are unsigned: a check for
negative ones would cost as much as the rest.
"""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import compiled_inside

_ROWS = 1 << 16
"""Places of a part of the postings (:data:`matcher.ranking.termrows.BLOCK`)."""
_MET = np.int8(3)
_EACH = np.uint64(0x0101010101010101)
_TOP = np.uint64(0x8080808080808080)


@compiled_inside
def shifted(weight, dot):
    """Return the points of a likeness in steps of 2⁻²⁰."""
    return (weight * np.int64(dot)) >> 20


@compiled_inside
def title_peaks(start, block, most, term, weight, vector, dots, peak):
    """Bound the likeness of each block's titles to the most alike of several vectors."""
    for v in range(vector.size - 1):
        for t in range(vector[v], vector[v + 1]):
            for j in range(start[term[t]], start[term[t] + 1]):
                dots[block[j]] += np.int32(weight[t] * most[j])
        for t in range(vector[v], vector[v + 1]):
            for j in range(start[term[t]], start[term[t] + 1]):
                b = np.uint32(block[j])
                peak[b] = max(peak[b], dots[b])
                dots[b] = 0


@compiled_inside
def _add(dots, row, value, weight):
    for j in range(row.size):
        dots[row[j]] += np.int32(weight * np.uint32(value[j]))


@compiled_inside
def _most(values):
    most = np.int32(0)
    for j in range(values.size):
        most = max(most, values[j])
    return most


@compiled_inside
def add_text(start, row, value, column, term, weight, dots):
    """Add up the terms that have no column."""
    touched = np.uint32(0)
    for part in range(start.shape[0]):
        rows = dots[part * _ROWS : (part + 1) * _ROWS]
        for t in range(term.size):
            if column[term[t]] < 0:
                for j in range(start[part, term[t]], start[part, term[t] + 1], 32):
                    touched += np.uint32(row[j]) + np.uint32(value[j])
        dots[-1] += touched >> np.uint32(31)
        dots[-1] -= touched >> np.uint32(31)
        for t in range(term.size):
            if column[term[t]] < 0:
                first, last = start[part, term[t]], start[part, term[t] + 1]
                _add(rows, row[first:last], value[first:last], np.uint32(weight[t]))


@compiled_inside
def met_demands(codes, met):
    """List the demands that are met; return how many they are."""
    n, whole = 0, codes.size // 8
    words = codes[: 8 * whole].view(np.uint64)
    for w in range(whole):
        # Eight judgements at once: whether a byte of what is left is zero.
        left = words[w] ^ (_EACH * np.uint64(_MET))
        if (left - _EACH) & ~left & _TOP:
            for d in range(8 * w, 8 * w + 8):
                met[n] = d
                n += codes[d] == _MET
    for d in range(8 * whole, codes.size):
        met[n] = d
        n += codes[d] == _MET
    return n


@compiled_inside
def add_gains(start, posting, points, met, gain, peak):
    """Add what is gained by the demands that are met, and find the greatest gain of each run of places."""
    touched = 0
    for i in range(met.size):
        for j in range(start[met[i]], start[met[i] + 1], 16):
            touched += posting[np.uint32(j)]
    peak[-1] = touched
    peak[-1] = 0
    for i in range(met.size):
        part = posting[start[met[i]] : start[met[i] + 1]]
        for j in range(part.size):
            at = np.uint32(part[j]) >> np.uint32(5)
            now = gain[at] + points[np.uint32(part[j]) & np.uint32(31)]
            gain[at] = now
            peak[at >> np.uint32(5)] = max(peak[at >> np.uint32(5)], now)


@compiled_inside
def bound_blocks(
    laid_start, laid_sort, laid_first, sorts, t_points, title_peak, x_points, text, wide, rest, gain_peak, slack,
    round_most, above, bound,
):  # fmt: skip
    """Bound the points of each block's ads; of what words can add by block or, unless that tells enough, of all."""
    most = shifted(x_points, rest + (0 if wide else np.int64(_most(text))))
    # What single precision and whole points can be less than what is exact.
    words_above = slack + shifted(x_points, rest) + 3 + (x_points >> 21)
    for b in range(bound.size):
        work = sorts[laid_sort[b]] + shifted(t_points, title_peak[b])
        above[b] = work + words_above
        bound[b] = work + laid_first[b] + slack + round_most
    for b in range(bound.size):
        begins, ends = laid_start[b], laid_start[b + 1]
        if wide:
            most = shifted(x_points, rest + np.int64(_most(text[begins:ends])))
        bound[b] += most + max(gain_peak[begins >> np.uint32(5)], gain_peak[(ends - np.uint32(1)) >> np.uint32(5)])


@compiled_inside
def queue_blocks(bound, queue, bucket):
    """Order blocks by their bounds, greatest first, but for less than what is returned."""
    high, low, width = bound.max(), bound.min(), 0
    while (high - low) >> width >= bucket.size - 1:
        width += 1
    bucket[:] = 0
    for b in range(bound.size):
        bucket[((high - bound[b]) >> width) + 1] += 1
    for i in range(1, bucket.size):
        bucket[i] += bucket[i - 1]
    for b in range(bound.size):
        c = (high - bound[b]) >> width
        queue[bucket[c]] = b
        bucket[c] += 1
    return 1 << width


@compiled_inside
def sum_up(
    laid_start, laid_sort, laid_first, gain_start, gain_posting, gain_points, tier_points, title_start,
    title_block, title_most, x_start, x_row, x_value, column, x_peak, sorts, rounds, extra, t_term, t_weight,
    t_vector, t_points, x_term, x_weight, x_points, codes, dots, title_peak, above, bound, text, gain,
    gain_peak, met,
):  # fmt: skip
    """Add up what a person has in all ads and bound what blocks can have; return what a closer look needs.

    That is the common words, their weights and what they can add at most.
    """
    common, common_weight = column[x_term][column[x_term] >= 0], x_weight[column[x_term] >= 0]
    rest = (common_weight * x_peak[common]).sum()
    title_peaks(title_start, title_block, title_most, t_term, t_weight, t_vector, dots, title_peak)
    add_text(x_start, x_row, x_value, column, x_term, x_weight, text)
    add_gains(gain_start, gain_posting, gain_points, met[: met_demands(codes, met)], gain, gain_peak)
    # Words tell blocks apart where they weigh much beside the work.
    wide = x_points > sorts.max() - sorts.min()
    bound_blocks(
        laid_start, laid_sort, laid_first, sorts, t_points, title_peak, x_points, text, wide, rest, gain_peak,
        tier_points.max() + (extra.max() if extra.size else 0), rounds.max(), above, bound,
    )  # fmt: skip
    return common, common_weight, rest


@compiled_inside
def clear(text, gain, title_peak, gain_peak):
    """Leave the sums of a person as zeros for the next one."""
    text[:] = 0
    gain[:] = 0
    title_peak[:] = 0
    gain_peak[:] = 0
