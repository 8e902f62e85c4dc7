"""The lists of ads while people are scanned, one person after the other. Importing this module imports numba."""

# ruff: noqa: ANN001, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import bare_inside, compiled_bare, fingerprint
from matcher.ranking.kernel import candidates, heap, lanes, looks, loops, parcel, parts, sums
from matcher.ranking.kernel.candidates import AT_ONCE
from matcher.ranking.kernel.heap import sort_best_first
from matcher.ranking.kernel.lanes import come_to, greatest, lowest, touch, with_bit
from matcher.ranking.kernel.looks import HEAD, NEVER, ask, forget, look, words_at
from matcher.ranking.kernel.loops import AHEAD, find, prepared
from matcher.ranking.kernel.parcel import opened
from matcher.ranking.kernel.parts import (
    ABOVE,
    AT,
    BLOCK,
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
from matcher.ranking.kernel.sums import clear, extremes, shifted

_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)
_NEAR = AHEAD // 2


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
    def open_to(plan, codes, blocked, words, can, allowed):
        """Flag for each of up to 64 people and each block the ads that no must blocks them from, or all if wanted."""
        start, n_people = opened(plan, START, np.uint32), codes.shape[0]
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
        for b in range(start.size - 1):
            own = np.uint32((np.uint64(1) << np.uint64(start[b + 1] - start[b])) - np.uint64(1))
            for i in range(n_people):
                allowed[i, b] = own if blocked else own & with_bit(can, start[b], i)
        _ = enclosed

    return open_to


@bare_inside
def _of_block(plan, own, b, n, round_most, x_points, early, allowed, needed):
    """List the ads of a block whose lists a person can still come into after n others; return how many there are."""
    start, rnd = opened(plan, START, np.uint32), opened(plan, ROUND, np.uint16)
    verdicts, rounds = opened(own, VERDICTS, np.int16), opened(own, ROUNDS, np.int32)
    text, above = opened(own, TEXT, np.int32), opened(own, ABOVE, np.int32)
    at, block, upper = opened(own, AT, np.int32), opened(own, BLOCK, np.int32), opened(own, UPPER, np.int32)
    begins, most = start[b], above[b] + round_most
    if early:
        most += np.int32(shifted(x_points, greatest(text, begins)))
    flags = allowed[b] & come_to(verdicts, needed, begins, most)
    while flags:
        p = begins + np.uint32(lowest(flags))
        flags &= flags - np.uint32(1)
        at[n], block[n], upper[n] = p, b, above[b] + np.int32(verdicts[p]) + rounds[rnd[p]]
        if early:
            upper[n] += np.int32(shifted(x_points, text[p]))
        n += upper[n] >= needed[p]
    return n


@bare_inside
def _exactly(plan, words, own, p, total, rest, early, x_term, x_weight, x_points, needed):
    """Return a person's points for the ad at a place, given those but for words; ``NEVER`` if they are too few."""
    likeness = np.int64(opened(own, TEXT, np.int32)[p]) if early else np.int64(0)
    points = shifted(x_points, likeness)
    most = shifted(x_points, likeness + rest)
    if total + most < needed[p]:
        return NEVER
    if most > points:
        leaf = opened(plan, LEAF, np.int32)
        at = opened(plan, LEAF_START, np.uint32)[p]
        likeness += words_at(plan, own, words, np.uint64(leaf[at + 4]), leaf[at + 5], x_term, x_weight, early)
        points = shifted(x_points, likeness)
    return total + points if total + points >= needed[p] else NEVER


@bare_inside
def _touch_words(plan, words, own, p, rest, early, x_points):
    """Ask for the words of an ad that can make a point."""
    likeness = np.int64(opened(own, TEXT, np.int32)[p]) if early else np.int64(0)
    if shifted(x_points, likeness + rest) > shifted(x_points, likeness):
        leaf = opened(plan, LEAF, np.int32)
        at = opened(plan, LEAF_START, np.uint32)[p]
        for j in range(0, leaf[at + 5], AHEAD):
            touch(words, leaf[at + 4] + j)


@bare_inside
def _come(
    plan, words, own, n, rest, early, sorts, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points,
    open_, codes, blocked, rank, needed, least, total_of, rank_of, size_of, k,
):  # fmt: skip
    """Put a person into the lists of those ads that have been listed that they are among the best for."""
    start, sort, rnd = opened(plan, START, np.uint32), opened(plan, SORT, np.uint32), opened(plan, ROUND, np.uint16)
    leaf_start, leaf = opened(plan, LEAF_START, np.uint32), opened(plan, LEAF, np.int32)
    rounds, upper = opened(own, ROUNDS, np.int32), opened(own, UPPER, np.int32)
    at, block = opened(own, AT, np.int32), opened(own, BLOCK, np.int32)
    for i in range(-AHEAD, n):
        if i + AHEAD < n:
            p = np.uint32(at[i + AHEAD])
            touch(leaf, leaf_start[p])
            touch(leaf, leaf_start[p] + np.uint32(AHEAD))
            touch(total_of, np.int64(p) * k)
            touch(rank_of, np.int64(p) * k)
        if 0 <= i + _NEAR < n:
            _touch_words(plan, words, own, np.uint32(at[i + _NEAR]), rest, early, x_points)
        if i < 0:
            continue
        p, b = np.uint32(at[i]), np.uint32(block[i])
        if upper[i] < needed[p]:
            continue
        total, _ = look(plan, own, p, extra, t_term, t_weight, t_vector, t_points, open_, codes, blocked)
        if total != NEVER:
            total += sorts[sort[b]] + rounds[rnd[p]]
            total = _exactly(plan, words, own, p, total, rest, early, x_term, x_weight, x_points, needed)
        if total == NEVER:
            continue
        size_of[p] = _enter(total_of, rank_of, np.int64(p) * k, k, size_of[p], np.int32(total), rank)
        if size_of[p] == k:
            changed = needed[p] == least[b]
            needed[p] = max(needed[p], total_of[np.int64(p) * k])
            if changed:
                least[b] = extremes(needed[start[b] : start[b + 1]])[0]


@bare_inside
def _tell(
    plan, words, own, rest, round_most, early, sorts, extra, t_term, t_weight, t_vector, t_points,
    x_term, x_weight, x_points, open_, codes, blocked, allowed, rank, needed, least, total_of, rank_of, size_of, k,
):  # fmt: skip
    """Put a person into the lists of the ads that they are among the best for.

    Allowed are flags of the ads that no must blocks the person from. Needed is what a person must have at least, for
    each place; least is the least of that, for each block.
    """
    bound, n_blocks, n = opened(own, BOUND, np.int32), opened(plan, SORT, np.uint32).size, 0
    for first in range(0, n_blocks, 32):
        blocks = come_to(bound, least, first, 0)
        while blocks:
            b = first + lowest(blocks)
            blocks &= blocks - np.uint32(1)
            n = _of_block(plan, own, b, n, round_most, x_points, early, allowed, needed)
        if n >= AT_ONCE or first + 32 >= n_blocks:
            _come(
                plan, words, own, n, rest, early, sorts, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight,
                x_points, open_, codes, blocked, rank, needed, least, total_of, rank_of, size_of, k,
            )  # fmt: skip
            n = 0


def _entry(enclosed):
    """Make the loop that Python calls; what it encloses makes it compiled anew when loops of other files change."""

    @compiled_bare
    def tell(
        plan, words, length, own, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight,
        x_points, open_, codes, blocked, held,
        allowed, rank, needed, least, total_of, rank_of, size_of, k,
    ):  # fmt: skip
        """Fill in the list of a person, put them into the lists of ads and return the length of the person's list."""
        early, rest, round_most = prepared(
            plan, own, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes,
            length, True,
        )  # fmt: skip
        ask(plan, own, x_term, early)
        _tell(
            plan, words, own, rest, round_most, early, sorts, extra, t_term, t_weight, t_vector, t_points,
            x_term, x_weight, x_points, open_, codes, blocked, allowed, rank, needed, least, total_of, rank_of,
            size_of, k,
        )  # fmt: skip
        n = find(
            plan, own, words, early, rest, round_most, sorts, extra, t_term, t_weight, t_vector,
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
