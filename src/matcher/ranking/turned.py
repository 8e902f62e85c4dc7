"""The lists of ads while people are scanned, one person after the other. Importing this module imports numba."""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import compiled, compiled_inside
from matcher.ranking.looks import NEVER, look, lowest, reaching_each

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
def tell_ads(
    laid_start, laid_sort, packed, leaf_start, leaf, open_, points, most, counted, worst_of, counts,
    tier_points, dense, common, common_weight, rest, sorts, rounds, narrow, extra, t_term, t_weight, t_vector,
    t_points, x_points, codes, blocked, text, gain, bound, above, can, bit, rank, needed, least, total_of, rank_of,
    size_of,
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
        flags = reaching_each(begins, ends, packed, gain, narrow, text, factor, np.int32(above[b]), needed)
        if flags and not blocked:
            flags &= _allowed(begins, can, np.uint64(bit))
        while flags:
            p = np.uint32(begins + lowest(flags))
            flags &= flags - np.uint32(1)
            total, _ = look(
                p, np.int64(needed[p]), -NEVER, np.int64(needed[p]), sorts[laid_sort[b]], rest, tier_most, packed,
                leaf_start, leaf, open_, points, most, counted, worst_of, counts, tier_points, dense, common,
                common_weight, rounds, extra, t_term, t_weight, t_vector, t_points, x_points, codes, blocked, text,
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
