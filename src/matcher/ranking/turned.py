"""The lists of ads while people are scanned, one person after the other. Importing this module imports numba."""

# ruff: noqa: ANN001, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import bare_inside, compiled_bare, fingerprint
from matcher.ranking import candidates, heap, lanes, looks, loops, parcel, parts, sums
from matcher.ranking.heap import sort_best_first
from matcher.ranking.lanes import come_to, greatest, lowest, touch, with_bit
from matcher.ranking.looks import HEAD, NEVER, ask, forget, look, words_at
from matcher.ranking.loops import find, prepared
from matcher.ranking.parcel import opened
from matcher.ranking.parts import (
    ABOVE,
    AT,
    BOUND,
    LEAF,
    LEAF_START,
    ROUND,
    ROUNDS,
    SORT,
    START,
    TEXT,
    UPPER,
    VERDICTS,
)
from matcher.ranking.sums import clear, extremes, shifted

_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)


@bare_inside
def _before(total, rank, i, j):
    """Whether one person of a list comes out of it before another."""
    return total[i] < total[j] or (total[i] == total[j] and rank[i] > rank[j])


@bare_inside
def _enter(total, rank, at, k, n, own_total, own_rank):
    """Put a person into the list of an ad, a heap from a place on whose first is its last; return its length."""
    if n < k:
        i = n
        total[at + i], rank[at + i] = own_total, own_rank
        while i > 0 and _before(total, rank, at + i, at + (i - 1) // 2):
            here, up = at + i, at + (i - 1) // 2
            total[here], total[up], rank[here], rank[up] = total[up], total[here], rank[up], rank[here]
            i = (i - 1) // 2
        return n + 1
    if own_total < total[at] or (own_total == total[at] and own_rank > rank[at]):
        return n
    total[at], rank[at] = own_total, own_rank
    i, child = 0, 1
    while child < n:
        if child + 1 < n and _before(total, rank, at + child + 1, at + child):
            child += 1
        if not _before(total, rank, at + child, at + i):
            break
        here, down = at + i, at + child
        total[here], total[down], rank[here], rank[down] = total[down], total[here], rank[down], rank[here]
        i, child = child, 2 * child + 1
    return n


@bare_inside
def _can(codes, words):
    """Set the bit of each person whom a demand does not block, of up to 64 people."""
    words[:] = 0
    for i in range(codes.shape[0]):
        for d in range(words.size):
            words[d] |= np.uint64(codes[i, d] != 0) << np.uint64(i)


@bare_inside
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


def _opening(enclosed):
    @compiled_bare
    def open_to(plan, codes, words, can):
        """Set for each place the bits of those of up to 64 people for whom no must of the ad is blocked."""
        leaf_start, leaf = opened(plan, LEAF_START, np.uint32), opened(plan, LEAF, np.int32)
        _can(codes, words)
        for p in range(leaf_start.size - 1):
            at, ends = leaf_start[p], leaf_start[p + 1]
            begins = at + HEAD + 2 * np.uint32(leaf[at + 2])
            more_begins, found = begins + np.uint32(leaf[at + 3]), _ALL
            for e in range(begins, more_begins):
                if leaf[e] & 1 == 0:
                    break
                found &= words[np.uint32(leaf[e]) >> np.uint32(5)]
            can[p] = found & _more_can(leaf, more_begins, ends, words) if more_begins < ends else found
        _ = enclosed

    return open_to


@bare_inside
def _of_block(plan, own, b, round_most, x_points, early, blocked, can, bit, needed):
    """List the ads of a block whose lists a person can still come into; return how many they are."""
    start, rnd = opened(plan, START, np.uint32), opened(plan, ROUND, np.uint16)
    verdicts, rounds = opened(own, VERDICTS, np.int16), opened(own, ROUNDS, np.int32)
    text, above = opened(own, TEXT, np.int32), opened(own, ABOVE, np.int32)
    at, upper = opened(own, AT, np.int32), opened(own, UPPER, np.int32)
    begins, n = start[b], 0
    most = above[b] + round_most
    if early:
        most += np.int32(shifted(x_points, greatest(text, begins)))
    flags, size = come_to(verdicts, needed, begins, most), start[b + 1] - begins
    if size < 32:
        flags &= (np.uint32(1) << size) - np.uint32(1)
    if flags and not blocked:
        flags &= with_bit(can, begins, bit)
    while flags:
        p = begins + np.uint32(lowest(flags))
        flags &= flags - np.uint32(1)
        at[n], upper[n] = p, above[b] + np.int32(verdicts[p]) + rounds[rnd[p]]
        if early:
            upper[n] += np.int32(shifted(x_points, text[p]))
        n += upper[n] >= needed[p]
    return n


@bare_inside
def _tell(
    plan, words, own, rest_points, round_most, early, sorts, extra, t_term, t_weight, t_vector, t_points,
    x_term, x_weight, x_points, open_, codes, blocked, can, bit, rank, needed, least, total_of, rank_of, size_of, k,
):  # fmt: skip
    """Put a person into the lists of the ads that they are among the best for.

    A person's bit in ``can`` tells that no must blocks them. Needed is what a person must have at least, for each
    place; least is the least of that, for each block.
    """
    start, sort, rnd = opened(plan, START, np.uint32), opened(plan, SORT, np.uint32), opened(plan, ROUND, np.uint16)
    leaf_start, leaf = opened(plan, LEAF_START, np.uint32), opened(plan, LEAF, np.int32)
    text, rounds, bound = opened(own, TEXT, np.int32), opened(own, ROUNDS, np.int32), opened(own, BOUND, np.int32)
    at = opened(own, AT, np.int32)
    for first in range(0, sort.size, 32):
        blocks = come_to(bound, least, first, 0)
        while blocks:
            b = first + lowest(blocks)
            blocks &= blocks - np.uint32(1)
            changed = False
            n = _of_block(plan, own, b, round_most, x_points, early, blocked, can, bit, needed)
            for i in range(n):
                touch(leaf, leaf_start[np.uint32(at[i])])
            for i in range(n):
                p = np.uint32(at[i])
                total, _ = look(plan, own, p, extra, t_term, t_weight, t_vector, t_points, open_, codes, blocked)
                likeness = np.int64(text[p]) if early else np.int64(0)
                if total == NEVER:
                    continue
                total += sorts[sort[b]] + rounds[rnd[p]]
                if total + shifted(x_points, likeness) + rest_points < needed[p]:
                    continue
                place = leaf_start[p]
                begin, size = np.uint64(leaf[place + 4]), leaf[place + 5]
                likeness += words_at(plan, own, words, begin, size, x_term, x_weight, early)
                total += shifted(x_points, likeness)
                if total < needed[p]:
                    continue
                size_of[p] = _enter(total_of, rank_of, np.int64(p) * k, k, size_of[p], np.int32(total), rank)
                if size_of[p] == k:
                    changed = changed or needed[p] == least[b]
                    needed[p] = max(needed[p], total_of[np.int64(p) * k])
            if changed:
                least[b] = extremes(needed[start[b] : start[b + 1]])[0]


def _entry(enclosed):
    """Make the loop that Python calls; what it encloses makes it compiled anew when loops of other files change."""

    @compiled_bare
    def tell(
        plan, words, length, own, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight,
        x_points, open_, codes, blocked, held,
        can, bit, rank, needed, least, total_of, rank_of, size_of, k,
    ):  # fmt: skip
        """Fill in the list of a person, put them into the lists of ads and return the length of the person's list."""
        early, rest_points, round_most = prepared(
            plan, own, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes,
            length,
        )  # fmt: skip
        ask(plan, own, x_term, early)
        _tell(
            plan, words, own, rest_points, round_most, early, sorts, extra, t_term, t_weight, t_vector, t_points,
            x_term, x_weight, x_points, open_, codes, blocked, can, bit, rank, needed, least, total_of, rank_of,
            size_of, k,
        )  # fmt: skip
        n = find(
            plan, own, words, early, rest_points, round_most, sorts, extra, t_term, t_weight, t_vector,
            t_points, x_term, x_weight, x_points, open_, codes, blocked, held,
        )  # fmt: skip
        forget(own, x_term)
        sort_best_first(held, n)
        clear(own, early)
        _ = enclosed
        return n

    return tell


_enclosed = fingerprint(candidates, sums, heap, looks, lanes, parcel, parts, loops)
open_to, tell = _opening(_enclosed), _entry(_enclosed)
