"""What a scan adds up before it looks at ads: words, demands that are met, and what no ad of a block can exceed.

Importing this module imports numba. Places are unsigned: a check for negative ones would cost as much as the rest.
"""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import bare_inside
from matcher.ranking.kernel.lanes import equal, greatest, lowest, touch
from matcher.ranking.kernel.parcel import opened
from matcher.ranking.kernel.parts import (
    ABOVE,
    BOUND,
    COMMON,
    DOTS,
    GAIN_PLACE,
    GAIN_POINTS,
    GAIN_START,
    LAID,
    MET,
    PEAK,
    SORT,
    START,
    TEXT,
    TEXT_ROW,
    TEXT_START,
    TEXT_VALUE,
    TITLE_BLOCK,
    TITLE_MOST,
    TITLE_START,
    TITLES,
    VERDICTS,
)

_ROWS = 1 << 16
"""Places of a part of the postings (:data:`matcher.ranking.termrows.BLOCK`)."""
_LATE = 4
"""So many times what words can add may go into the points of works before words are left for a closer look."""


@bare_inside
def shifted(weight, dot):
    """Return the points of a likeness in steps of 2⁻²⁰."""
    return (weight * np.int64(dot)) >> 20


@bare_inside
def extremes(values):
    """Return the least and the greatest of some numbers."""
    low = high = values[0]
    for value in values:
        low, high = min(low, value), max(high, value)
    return low, high


@bare_inside
def title_peaks(plan, own, term, weight, vector):
    """Bound the likeness of each block's titles to the most alike of several vectors."""
    start, block = opened(plan, TITLE_START, np.int32), opened(plan, TITLE_BLOCK, np.int32)
    most = opened(plan, TITLE_MOST, np.int32)
    dots, peak = opened(own, DOTS, np.int32), opened(own, TITLES, np.int32)
    for v in range(vector.size - 1):
        for t in range(vector[v], vector[v + 1]):
            for j in range(start[term[t]], start[term[t] + 1]):
                dots[block[j]] += np.int32(weight[t] * most[j])
        for t in range(vector[v], vector[v + 1]):
            for j in range(start[term[t]], start[term[t] + 1]):
                b = np.uint32(block[j])
                peak[b] = max(peak[b], dots[b])
                dots[b] = 0


@bare_inside
def rest_of(plan, term, weight, every, length):
    """Bound what the words can add that are left for a closer look: common ones, or every one."""
    common, peak = opened(plan, COMMON, np.uint8), opened(plan, PEAK, np.int32)
    total, squares = np.int64(0), np.int64(0)
    for t in range(term.size):
        if every or common[term[t]]:
            total += weight[t] * peak[term[t]]
            squares += weight[t] * weight[t]
    # No inner product is greater than that of the lengths.
    return min(total, (np.int64(np.sqrt(np.float64(squares))) + 1) * length)


@bare_inside
def add_text(plan, own, term, weight):
    """Add up the words that are not common."""
    start, row = opened(plan, TEXT_START, np.int64), opened(plan, TEXT_ROW, np.uint16)
    value, common = opened(plan, TEXT_VALUE, np.uint16), opened(plan, COMMON, np.uint8)
    dots, width = opened(own, TEXT, np.int32), common.size + 1
    for part in range(start.size // width):
        begins = np.uint32(part * _ROWS)
        for t in range(term.size):
            if not common[term[t]]:
                at = part * width + term[t]
                for j in range(start[at], start[at + 1], 32):
                    touch(row, j)
                    touch(value, j)
        for t in range(term.size):
            if not common[term[t]]:
                at, by = part * width + term[t], np.uint32(weight[t])
                for j in range(np.uint64(start[at]), np.uint64(start[at + 1])):
                    dots[begins + row[j]] += np.int32(by * np.uint32(value[j]))


@bare_inside
def add_verdicts(plan, own, codes):
    """Bound verdicts: the best that is not met, and what is gained by the demands that are met."""
    laid, start = opened(plan, LAID, np.int16), opened(plan, GAIN_START, np.uint32)
    place, points = opened(plan, GAIN_PLACE, np.uint32), opened(plan, GAIN_POINTS, np.int16)
    met, verdicts = opened(own, MET, np.int32), opened(own, VERDICTS, np.int16)
    for p in range(laid.size):
        verdicts[p] = laid[p]
    n = _met(codes, met)
    for i in range(n):
        for j in range(start[2 * met[i]], start[2 * met[i] + 2], 16):
            touch(place, j)
    for i in range(n):
        for cell in range(2 * met[i], 2 * met[i] + 2):
            gain = points[cell]
            for j in range(start[cell], start[cell + 1]):
                verdicts[place[j]] += gain


@bare_inside
def _met(codes, met):
    """List the demands that are met; return how many they are."""
    n, whole = 0, codes.size // 64 * 64
    for d in range(0, whole, 64):
        found = equal(codes, d, 3)
        while found:
            met[n] = d + lowest(found)
            found &= found - np.uint64(1)
            n += 1
    for d in range(whole, codes.size):
        met[n] = d
        n += codes[d] == 3
    return n


@bare_inside
def bound_blocks(plan, own, sorts, t_points, x_points, early, slack, round_most):
    """Bound the points of each block's ads."""
    start, sort = opened(plan, START, np.uint32), opened(plan, SORT, np.uint32)
    verdicts, text = opened(own, VERDICTS, np.int16), opened(own, TEXT, np.int32)
    titles, above = opened(own, TITLES, np.int32), opened(own, ABOVE, np.int32)
    bound = opened(own, BOUND, np.int32)
    for b in range(above.size):
        work = np.int32(sorts[sort[b]] + shifted(t_points, titles[b]) + slack)
        above[b], bound[b] = work, work + np.int32(greatest(verdicts, start[b])) + round_most
    if early:
        for b in range(above.size):
            bound[b] += np.int32(shifted(x_points, greatest(text, start[b])))


@bare_inside
def sum_up(
    plan, own, sorts, slack, round_most, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes,
    length, every,
):  # fmt: skip
    """Add up what a person has in all ads and bound what blocks can have.

    Words are added up if they weigh much or every ad is of interest. Returns whether they have been, and how much those
    can add to the likeness that have not.
    """
    title_peaks(plan, own, t_term, t_weight, t_vector)
    add_verdicts(plan, own, codes)
    low, high = extremes(sorts)
    rest = rest_of(plan, x_term, x_weight, True, length)
    most = shifted(x_points, rest)
    early = most > 0 if every else _LATE * most > high - low
    if early:
        rest = rest_of(plan, x_term, x_weight, False, length)
        add_text(plan, own, x_term, x_weight)
    slack += shifted(x_points, rest) + 1
    bound_blocks(plan, own, sorts, t_points, x_points, early, slack, round_most)
    return early, rest


@bare_inside
def clear(own, early):
    """Leave the sums of a person as zeros for the next one."""
    text, titles = opened(own, TEXT, np.int32), opened(own, TITLES, np.int32)
    titles[:] = 0
    if early:
        text[:] = 0
