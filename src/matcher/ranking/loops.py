"""The loops of the compiled kernel. Importing this module imports numba.

All loops that call each other are in this file, for compiled code is kept as long as the file it is made of stays as it
is. They take bare arrays: an array that is taken out of a tuple inside of a loop is counted each time, which costs more
than what is done with it. Places are unsigned: a check for negative ones would cost as much as the rest.
"""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import compiled
from matcher.ranking.layout import BLOCK_ADS

_ROWS = 1 << 16
"""Rows of a block of postings (:data:`matcher.ranking.termrows.BLOCK`)."""
_NEVER = -(1 << 62)


@compiled
def _shifted(weight, dot):
    return (weight * np.int64(dot)) >> 20


@compiled
def _add(dots, row, value, weight):
    for j in range(row.size):
        dots[row[j]] += np.int32(weight * np.uint32(value[j]))


@compiled
def _fold(dots, row, best, block, peak):
    for j in range(row.size):
        dot = dots[row[j]]
        dots[row[j]] = 0
        if dot > best[row[j]]:
            best[row[j]] = dot
            b = np.uint32(block[row[j]])
            peak[b] = max(peak[b], dot)


@compiled
def _add_titles(start, row, value, term, weight, vector, dots, best, block, peak):
    """Find each row's likeness to the most alike of several vectors, and the greatest of each block."""
    for part in range(start.shape[0]):
        rows = slice(part * _ROWS, (part + 1) * _ROWS)
        for v in range(vector.size - 1):
            for t in range(vector[v], vector[v + 1]):
                span = slice(start[part, term[t]], start[part, term[t] + 1])
                _add(dots[rows], row[span], value[span], np.uint32(weight[t]))
            for t in range(vector[v], vector[v + 1]):
                span = slice(start[part, term[t]], start[part, term[t] + 1])
                _fold(dots[rows], row[span], best[rows], block[rows], peak)


@compiled
def _add_text(start, row, value, column, term, weight, dots, peak, straight):
    """Add up the terms that have no column; find the greatest sum of each block, or of all if that will do."""
    for part in range(start.shape[0]):
        rows = slice(part * _ROWS, (part + 1) * _ROWS)
        for t in range(term.size):
            if column[term[t]] < 0:
                span = slice(start[part, term[t]], start[part, term[t] + 1])
                _add(dots[rows], row[span], value[span], np.uint32(weight[t]))
    if not straight:
        peak[:] = dots.max()
        return
    for b in range(peak.size):
        # A slice, so that the compiler takes several at once.
        most, part = np.int32(0), dots[b * BLOCK_ADS : (b + 1) * BLOCK_ADS]
        for j in range(part.size):
            most = max(most, part[j])
        peak[b] = most


@compiled
def _add_gains(start, posting, points, met, block, gain, peak):
    """Add what is gained by the demands that are met, and find the greatest gain of each block."""
    for i in range(met.size):
        part = posting[start[met[i]] : start[met[i] + 1]]
        for j in range(part.size):
            at = np.uint32(part[j]) >> np.uint32(5)
            gain[at] += points[part[j] & 31]
            b = np.uint32(block[at])
            peak[b] = max(peak[b], gain[at])


@compiled
def _queue(bound, queue, bucket):
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


@compiled
def _runs(entries, run, kind, must, start, demand, points, most, codes):
    """Add up the kinds of which an ad asks for more than is plain; return points and the worst code of a must."""
    counts, worst, total = np.zeros(5, np.int64), 3, 0
    for e in range(entries.size):
        if entries[e] >= 0:
            continue
        counts[:] = 0
        r = -1 - entries[e]
        k = kind[run[r, 0]]
        for g in range(run[r, 0], run[r, 1]):
            code = 0
            for d in range(start[g], start[g + 1]):
                code = max(code, codes[demand[d]])
            if must[g]:
                counts[code] += 1
                worst = min(worst, code)
            elif code == 3:
                counts[4] += 1
        left = most[k]
        for code in range(4):
            n = min(counts[code], left)
            left -= n
            total += n * points[k, code]
        total += min(counts[4], most[k]) * points[k, 4]
    return total, worst


@compiled
def _plain(entry, counted, worst_of, codes, blocked):
    """Add up the entries of an ad that are single; stop where it is seen to be blocked and not wanted."""
    worst, total, runs = 3, 0, False
    for e in range(entry.size):
        if entry[e] < 0:
            runs = True
            continue
        asked = np.uint32(entry[e])
        cell = ((asked & np.uint32(31)) << np.uint32(2)) | np.uint32(codes[asked >> np.uint32(5)])
        total += counted[cell]
        worst = min(worst, worst_of[cell])
        if worst == 0 and not blocked:
            break
    return total, worst, runs


@compiled
def _after(held, i, j):
    return held[0, i] < held[0, j] or (held[0, i] == held[0, j] and held[1, i] > held[1, j])


@compiled
def _swap(held, i, j):
    for row in range(held.shape[0]):
        held[row, i], held[row, j] = held[row, j], held[row, i]


@compiled
def _sink(held, n):
    """Let the first of a heap of n, whose first is the last of the list, go down to its place."""
    i, child = 0, 1
    while child < n:
        if child + 1 < n and _after(held, child + 1, child):
            child += 1
        if not _after(held, child, i):
            break
        _swap(held, child, i)
        i, child = child, 2 * child + 1


@compiled
def _keep(held, n, total, order, ad, tier):
    """Put an ad into a heap of n if it belongs there; return how many it holds then."""
    full = n == held.shape[1]
    if full and (total < held[0, 0] or (total == held[0, 0] and order > held[1, 0])):
        return n
    i = 0 if full else n
    held[0, i], held[1, i], held[2, i], held[3, i] = total, order, ad, tier
    if full:
        _sink(held, n)
        return n
    while i > 0 and _after(held, i, (i - 1) // 2):
        _swap(held, i, (i - 1) // 2)
        i = (i - 1) // 2
    return n + 1


@compiled
def _visit(
    begin, end, floor, ceiling, step, n, rest, slack, gained, common, common_weight,
    placed, laid_start, laid_sort, laid_first, first, entry, run, kind, must, start, demand, open_,
    points, most, counted, worst_of, tier_points, dense, sorts, rounds, extra, t_points, x_points, codes, blocked,
    titles, title_peak, text, text_peak, gain, gain_peak, bound, queue, held,
):  # fmt: skip
    """Look at the ads of some blocks that can have at least ``floor`` and less than ``ceiling`` points."""
    least = held[0, 0] if n == held.shape[1] else _NEVER
    reach = max(floor, least)
    for i in range(begin, end):
        b = queue[i]
        if bound[b] + step <= reach:
            break
        words = _shifted(t_points, title_peak[b]) + _shifted(x_points, text_peak[b] + rest)
        above = bound[b] - laid_first[b]
        for p in range(laid_start[b], laid_start[b + 1]):
            if above + placed[p, 0] < reach:
                break
            # From what is at hand to what lies apart in memory, so that most ads cost little.
            most_here = placed[p, 0] + (gain[p] if gained else 0)
            upper = above - gain_peak[b] - words + most_here
            if upper + words < reach:
                continue
            a = np.uint32(placed[p, 1])
            likeness = np.int64(text[a]) + rest
            own = _shifted(t_points, titles[a]) if t_points else 0
            if upper + own + _shifted(x_points, likeness) < reach or not open_[a]:
                continue
            soft = sorts[laid_sort[b]] + own + rounds[np.uint32(placed[p, 2])] + (extra[a] if extra.size else 0)
            upper = soft + _shifted(x_points, likeness) + most_here + slack
            if upper < reach or upper >= ceiling:
                continue
            points_, worst, runs = _plain(entry[first[p] : first[p + 1]], counted, worst_of, codes, blocked)
            if runs and (worst > 0 or blocked):
                more, code = _runs(
                    entry[first[p] : first[p + 1]], run, kind, must, start, demand, points, most, codes
                )  # fmt: skip
                points_, worst = points_ + more, min(worst, code)
            soft += points_ + tier_points[3 - worst]
            if (worst == 0 and not blocked) or soft + _shifted(x_points, likeness) < least:
                continue
            likeness -= rest
            for t in range(common.size):
                likeness += common_weight[t] * np.int64(dense[a, common[t]])
            soft += _shifted(x_points, likeness)
            n = _keep(held, n, soft, placed[p, 3], a, 3 - worst)
            if n == held.shape[1]:
                least = held[0, 0]
                reach = max(floor, least)
    return n


@compiled
def best(
    placed, laid_start, laid_sort, laid_first, laid_block, first, entry, run, kind, must, start, demand,
    gain_start, gain_posting, gain_points, gain_block, points, most, counted, worst_of,
    tier_points, t_start, t_row, t_value, x_start, x_row, x_value, dense, column, x_peak, straight, open_,
    sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes, met, blocked,
    dots, titles, title_peak, text, text_peak, gain, gain_peak, bound, queue, bucket, held,
):  # fmt: skip
    """Fill in the list of a person and return its length; the sums that it is found by are left as zeros."""
    common, common_weight = column[x_term][column[x_term] >= 0], x_weight[column[x_term] >= 0]
    rest, tier_most = (common_weight * x_peak[common]).sum(), tier_points.max()
    slack = tier_most + rounds.max() + (extra.max() if extra.size else 0)
    _add_titles(t_start, t_row, t_value, t_term, t_weight, t_vector, dots, titles, laid_block, title_peak)
    _add_text(x_start, x_row, x_value, column, x_term, x_weight, text, text_peak, straight)
    _add_gains(gain_start, gain_posting, gain_points, met, gain_block, gain, gain_peak)
    for b in range(bound.size):
        words = _shifted(t_points, title_peak[b]) + _shifted(x_points, text_peak[b] + rest)
        bound[b] = sorts[laid_sort[b]] + laid_first[b] + gain_peak[b] + words + slack
    step = _queue(bound, queue, bucket)
    # The heads of the best blocks first: what they have makes the rest of their ads, and most other blocks, too little.
    n, head = 0, min(held.shape[1], queue.size)
    high = bound[queue[head - 1]]
    for begin, end, floor, ceiling in (
        (0, head, high, -_NEVER), (0, head, _NEVER, high), (head, queue.size, _NEVER, -_NEVER)
    ):  # fmt: skip
        n = _visit(
            begin, end, floor, ceiling, step, n, rest, tier_most, met.size > 0, common, common_weight,
            placed, laid_start, laid_sort, laid_first, first, entry, run, kind, must, start, demand,
            open_, points, most, counted, worst_of, tier_points, dense, sorts, rounds, extra, t_points, x_points,
            codes, blocked, titles, title_peak, text, text_peak, gain, gain_peak, bound, queue, held,
        )  # fmt: skip
    for last in range(n - 1, 0, -1):
        _swap(held, 0, last)
        _sink(held, last)
    for used, sums, peaks in (
        (t_term.size, titles, title_peak),
        (x_term.size, text, text_peak),
        (met.size, gain, gain_peak),
    ):
        if used:
            sums[:] = 0
            peaks[:] = 0
    return n
