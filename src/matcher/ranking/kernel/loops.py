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
from matcher.ranking.kernel import candidates, heap, lanes, looks, parcel, parts, sums
from matcher.ranking.kernel.candidates import AT_ONCE, gather, in_order, reaching
from matcher.ranking.kernel.heap import keep, least_of, sort_best_first
from matcher.ranking.kernel.lanes import touch
from matcher.ranking.kernel.looks import NEVER, ask, forget, look, words_at
from matcher.ranking.kernel.parcel import opened
from matcher.ranking.kernel.parts import (
    ABOVE,
    AT,
    BLOCK,
    KEPT,
    KEPT_CODE,
    KEPT_SOFT,
    LEAF,
    LEAF_START,
    RANK,
    ROUND,
    ROUNDS,
    SORT,
    TEXT,
    TIER,
    UPPER,
)
from matcher.ranking.kernel.sums import clear, extremes, shifted, sum_up

AHEAD = 16
"""So many ads ahead memory is asked for; and so many numbers of 32 bits come at once."""


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
    for i in range(-AHEAD, n):
        if i + AHEAD < n:
            # All but at once, so that waiting for memory is waiting once.
            begins = leaf_start[np.uint32(at[rank[i + AHEAD]])]
            touch(leaf, begins)
            touch(leaf, begins + np.uint32(AHEAD))
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
        for j in range(0, leaf[begins + 5], AHEAD):
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
    plan, own, words, early, rest, round_most, sorts, extra, t_term, t_weight, t_vector, t_points,
    x_term, x_weight, x_points, open_, codes, blocked, held,
):  # fmt: skip
    """Find the list once everything is added up."""
    # Shares of a point that two parts lose may make a whole one.
    best, rest_points = held[4], shifted(x_points, rest) + 1
    n_blocks, room = opened(own, ABOVE, np.int32).size, opened(own, KEPT, np.int32).size - 32 * AT_ONCE
    n, n_best, n_kept, least = 0, 0, 0, np.int64(NEVER)
    b, wanted, ordered = 0, min(max(best.size, 1), AT_ONCE), True
    while b < n_blocks:
        if ordered:
            listed = gather(plan, own, wanted, x_points, early)
            ordered = listed > 0 and n_best < best.size
            if listed:
                in_order(own, listed)
            wanted = min(2 * wanted, AT_ONCE)
        else:
            b, listed = reaching(plan, own, b, least, round_most, x_points, early)
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
    plan, own, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes, length,
    every,
):  # fmt: skip
    """Add up a person; return whether words are added up, what the others can add, and the most by circumstances."""
    slack = extremes(opened(plan, TIER, np.int64))[1] + (extremes(extra)[1] if extra.size else 0)
    narrow, round_most = opened(own, ROUNDS, np.int32), extremes(rounds)[1]
    for i in range(rounds.size):
        narrow[i] = rounds[i]
    early, rest = sum_up(
        plan, own, sorts, slack, round_most, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes,
        length, every,
    )  # fmt: skip
    return early, rest, round_most


def _entry(enclosed):
    """Make the loop that Python calls; what it encloses makes it compiled anew when loops of other files change."""

    @compiled_bare
    def best(
        plan, words, length, own, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight,
        x_points, open_, codes, blocked, held,
    ):  # fmt: skip
        """Fill in the list of a person and return its length; the sums that it is found by are left as zeros."""
        early, rest, round_most = prepared(
            plan, own, sorts, rounds, extra, t_term, t_weight, t_vector, t_points, x_term, x_weight, x_points, codes,
            length, False,
        )  # fmt: skip
        ask(plan, own, x_term, early)
        n = find(
            plan, own, words, early, rest, round_most, sorts, extra, t_term, t_weight, t_vector,
            t_points, x_term, x_weight, x_points, open_, codes, blocked, held,
        )  # fmt: skip
        forget(own, x_term)
        sort_best_first(held, n)
        clear(own, early)
        _ = enclosed
        return n

    return best


best = _entry(fingerprint(candidates, sums, heap, looks, lanes, parcel, parts))
