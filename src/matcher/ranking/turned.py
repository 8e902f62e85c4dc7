"""The lists of ads while people are scanned, one person after the other. Importing this module imports numba."""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import compiled, compiled_inside, fingerprint
from matcher.ranking import looks, sums
from matcher.ranking.looks import BRUIJN, NEVER, PLACE_OF, more_points, plain_points, title_likeness
from matcher.ranking.sums import clear, shifted, sum_up

_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)


@compiled_inside
def _before(total, rank, i, j):
    """Whether one person of a list comes out of it before another."""
    return total[i] < total[j] or (total[i] == total[j] and rank[i] > rank[j])


@compiled_inside
def _enter(total, rank, n, own_total, own_rank):
    """Put a person into the list of an ad, a heap whose first is the last of the list; return its length."""
    if n < total.size:
        i = n
        total[i], rank[i] = own_total, own_rank
        while i > 0 and _before(total, rank, i, (i - 1) // 2):
            up = (i - 1) // 2
            total[i], total[up], rank[i], rank[up] = total[up], total[i], rank[up], rank[i]
            i = up
        return n + 1
    if own_total < total[0] or (own_total == total[0] and own_rank > rank[0]):
        return n
    total[0], rank[0] = own_total, own_rank
    i, child = 0, 1
    while child < n:
        if child + 1 < n and _before(total, rank, child + 1, child):
            child += 1
        if not _before(total, rank, child, i):
            break
        total[i], total[child], rank[i], rank[child] = total[child], total[i], rank[child], rank[i]
        i, child = child, 2 * child + 1
    return n


@compiled_inside
def _can(codes, words):
    """Set the bit of each person whom a demand does not block, of up to 64 people."""
    words[:] = 0
    for i in range(codes.shape[0]):
        for d in range(words.size):
            words[d] |= np.uint64(codes[i, d] != 0) << np.uint64(i)


@compiled_inside
def _more_can(leaf, at, ends, words):
    can = _ALL
    while at < ends:
        n_groups = leaf[at + 1]
        at += 2
        for _ in range(n_groups):
            any_of, must, last = np.uint64(0), leaf[at] & 1, at + (leaf[at] >> 1)
            while at < last:
                at += 1
                any_of |= words[np.uint32(leaf[at])]
            at += 1
            if must:
                can &= any_of
    return can


@compiled
def open_to(leaf_start, leaf, codes, words, can):
    """Set for each place the bits of those of up to 64 people for whom no must of the ad is blocked."""
    _can(codes, words)
    for p in range(can.size):
        at, ends = np.uint32(leaf_start[p]), np.uint32(leaf_start[p + 1])
        begins = at + 4 + 2 * np.uint32(leaf[at + 2])
        more_begins, found = begins + np.uint32(leaf[at + 3]), _ALL
        for e in range(begins, more_begins):
            if leaf[e] & 1 == 0:
                break
            found &= words[np.uint32(leaf[e]) >> np.uint32(5)]
        can[p] = found & _more_can(leaf, more_begins, ends, words) if more_begins < ends else found


@compiled_inside
def _allowed(begins, can, bit):
    flags = np.uint32(0)
    for j in range(32):
        flags |= np.uint32((can[np.uint32(begins) + np.uint32(j)] >> bit) & np.uint64(1)) << np.uint32(j)
    return flags


@compiled_inside
def _reaching(begins, packed, gain, rounds, text, factor, above, needed):
    """Flag which of 32 places can have what each of them needs."""
    flags = np.uint32(0)
    for j in range(32):
        p = np.uint32(begins) + np.uint32(j)
        words = np.int32(np.float32(text[p]) * factor)
        bound = np.int32((packed[p] >> 16) + gain[p] + rounds[packed[p] & 0xFFFF] + words + above)
        flags |= np.uint32(bound >= needed[p]) << np.uint32(j)
    return flags


@compiled_inside
def _look(
    p, floor, ceiling, least, known, rest, tier_most, packed, leaf_start, leaf, open_, points, most, counted, worst_of,
    counts, tier_points, dense, common, common_weight, extra, t_term, t_weight, t_vector, t_points, x_points,
    codes, blocked, text, gain,
):  # fmt: skip
    """Return the points of an ad and its worst code of a must; ``NEVER`` if they are not in the list for sure.

    Known are its points by work and circumstances. The steps are those of the visit in :mod:`matcher.ranking.loops`,
    which is a quarter slower when it calls them from here. Python hands more than 30 arguments over as a tuple, in
    which each array would be counted every time.
    """
    at, ends = np.uint32(leaf_start[p]), np.uint32(leaf_start[p + 1])
    a, n_words = np.uint32(leaf[at]), np.uint32(leaf[at + 2])
    begins = at + 4 + 2 * n_words
    more_begins = begins + np.uint32(leaf[at + 3])
    total = NEVER
    points_, worst = plain_points(leaf, begins, more_begins, counted, worst_of, codes, blocked)
    if worst or blocked:
        own = shifted(t_points, title_likeness(leaf, at + 4, n_words, t_term, t_weight, t_vector))
        likeness = np.int64(text[p]) + rest
        soft = known + own + (extra[a] if extra.size else 0)
        upper = soft + shifted(x_points, likeness) + (packed[p] >> 16) + gain[p] + tier_most
        if floor <= upper < ceiling and open_[a]:
            if more_begins < ends:
                more, code = more_points(leaf, more_begins, ends, points, most, codes, counts)
                points_, worst = points_ + more, min(worst, code)
            soft += points_ + tier_points[3 - worst]
            if (worst or blocked) and soft + shifted(x_points, likeness) >= least:
                likeness -= rest
                for t in range(common.size):
                    likeness += common_weight[t] * np.int64(dense[a, common[t]])
                total = soft + shifted(x_points, likeness)
    return total, worst


@compiled_inside
def _tell(
    laid_start, laid_sort, packed, leaf_start, leaf, open_, points, most, counted, worst_of, counts,
    tier_points, dense, common, common_weight, rest, sorts, rounds, narrow, extra, t_term, t_weight, t_vector,
    t_points, x_points, codes, blocked, text, gain, bound, above, can, bit, rank, needed, least, total_of,
    rank_of, size_of,
):  # fmt: skip
    """Put a person into the lists of the ads that they are among the best for.

    A person's bit in ``can`` tells that no must blocks them. Needed is what a person must have at least, for each
    place; least is the least of that, for each block.
    """
    factor, tier_most = np.float32(x_points / (1 << 20)), tier_points.max()
    for b in range(bound.size):
        if bound[b] < least[b]:
            continue
        begins, ends, changed = laid_start[b], laid_start[b + 1], False
        flags = _reaching(begins, packed, gain, narrow, text, factor, np.int32(above[b]), needed)
        size = np.uint32(ends - begins)
        if size < 32:
            flags &= (np.uint32(1) << size) - np.uint32(1)
        if flags and not blocked:
            flags &= _allowed(begins, can, np.uint64(bit))
        while flags:
            p = np.uint32(begins + PLACE_OF[np.uint32((flags & (~flags + np.uint32(1))) * BRUIJN) >> np.uint32(27)])
            flags &= flags - np.uint32(1)
            known = sorts[laid_sort[b]] + rounds[packed[p] & 0xFFFF]
            total, _ = _look(
                p, np.int64(needed[p]), -NEVER, np.int64(needed[p]), known, rest, tier_most, packed,
                leaf_start, leaf, open_, points, most, counted, worst_of, counts, tier_points, dense, common,
                common_weight, extra, t_term, t_weight, t_vector, t_points, x_points, codes, blocked, text,
                gain,
            )  # fmt: skip
            if total == NEVER:
                continue
            size_of[p] = _enter(total_of[p], rank_of[p], size_of[p], total, rank)
            if size_of[p] == total_of.shape[1]:
                changed |= needed[p] == least[b]
                needed[p] = total_of[p, 0]
        if changed:
            least[b] = needed[begins:ends].min()


def _entry(enclosed):
    """Make the loop that Python calls; what it encloses makes it compiled anew when loops of other files change."""

    @compiled
    def tell(
        laid_start, laid_sort, laid_block, laid_first, packed, leaf_start, leaf,
        gain_start, gain_posting, gain_points,
        points, most, counted, worst_of, tier_points,
        title_start, title_block, title_most, x_start, x_row, x_value, dense, column, x_peak,
        sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, open_, codes, blocked,
        dots, title_peak, above, bound, queue, text, gain, gain_peak, met, bucket, waiting,
        can, bit, rank, needed, least, total_of, rank_of, size_of,
    ):  # fmt: skip
        """Put a person into the lists of ads; the sums that they are found by are left as zeros."""
        common, common_weight, rest = sum_up(
            laid_start, laid_sort, laid_first, gain_start, gain_posting, gain_points, tier_points, title_start,
            title_block, title_most, x_start, x_row, x_value, column, x_peak, sorts, rounds, extra, t_term, t_weight,
            t_vector, t_points, x_term, x_weight, x_points, codes, dots, title_peak, above, bound, text, gain,
            gain_peak, met,
        )  # fmt: skip
        narrow, counts = rounds.astype(np.int32), np.zeros(5, np.int64)
        _tell(
            laid_start, laid_sort, packed, leaf_start, leaf, open_, points, most, counted, worst_of, counts,
            tier_points, dense, common, common_weight, rest, sorts, rounds, narrow, extra, t_term, t_weight, t_vector,
            t_points, x_points, codes, blocked, text, gain, bound, above, can, bit, rank, needed, least, total_of,
            rank_of, size_of,
        )  # fmt: skip
        clear(text, gain, title_peak, gain_peak)
        _ = enclosed

    return tell


tell = _entry(fingerprint(sums, looks))
