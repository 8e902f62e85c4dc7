"""What an ad asks for, what its title is like and which words it has. Importing this module imports numba."""

# ruff: noqa: ANN001, ANN201
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import bare_inside
from matcher.ranking.kernel.parcel import opened
from matcher.ranking.kernel.parts import (
    COMMON,
    COUNTED,
    COUNTS,
    HIT,
    LEAF,
    LEAF_START,
    MOST,
    POINTS,
    SLOT,
    TIER,
    WORST,
)
from matcher.ranking.kernel.sums import shifted

NEVER = -(1 << 62)
"""Less than any points."""
HEAD = np.uint32(6)
"""Numbers at the beginning of a leaf (:mod:`matcher.ranking.kernel.leaves`)."""
_SLOTS = (1 << 12) - 1


@bare_inside
def title_likeness(leaf, at, n, term, weight, vector):
    """Return the likeness of a title, its n terms and then their weights, to the most alike of several vectors."""
    best = np.int64(0)
    for v in range(vector.size - 1):
        dot = np.int64(0)
        for t in range(vector[v], vector[v + 1]):
            for j in range(at, at + n):
                if leaf[j] == term[t]:
                    dot += weight[t] * leaf[j + n]
        best = max(best, dot)
    return best


@bare_inside
def plain_points(leaf, begin, end, counted, worst_of, codes, blocked):
    """Add up the entries of an ad; stop where it is seen to be blocked and not wanted."""
    worst, total = 3, 0
    for e in range(begin, end):
        asked = np.uint32(leaf[e])
        cell = ((asked & np.uint32(31)) << np.uint32(2)) | np.uint32(codes[asked >> np.uint32(5)])
        total += counted[cell]
        worst = min(worst, worst_of[cell])
        if worst == 0 and not blocked:
            break
    return total, worst


@bare_inside
def more_points(leaf, at, ends, points, most, codes, counts):
    """Add up the kinds of which an ad asks for more than is plain; return points and the worst code of a must."""
    worst, total = 3, 0
    while at < ends:
        counts[:] = 0
        k, n_groups = np.uint32(leaf[at]), leaf[at + 1]
        at += 2
        for _ in range(n_groups):
            code, must, last = 0, leaf[at] & 1, at + (leaf[at] >> 1)
            while at < last:
                at += 1
                code = max(code, codes[np.uint32(leaf[at])])
            at += 1
            if must:
                counts[code] += 1
                worst = min(worst, code)
            elif code == 3:
                counts[4] += 1
        left = most[k]
        for code in range(4):
            n = min(counts[code], left)
            left -= n
            total += n * points[5 * k + code]
        total += min(counts[4], most[k]) * points[5 * k + 4]
    return total, worst


@bare_inside
def look(plan, own, p, extra, t_term, t_weight, t_vector, t_points, open_, codes, blocked):
    """Return the points of an ad by title, verdicts and tier and its worst code of a must.

    The points are ``NEVER`` if it is not open, or blocked and not wanted.
    """
    leaf_start, leaf = opened(plan, LEAF_START, np.uint32), opened(plan, LEAF, np.int32)
    at, ends = leaf_start[p], leaf_start[p + 1]
    n_words = np.uint32(leaf[at + 2])
    begins = at + HEAD + 2 * n_words
    more_begins = begins + np.uint32(leaf[at + 3])
    counted, worst_of = opened(plan, COUNTED, np.int64), opened(plan, WORST, np.int64)
    total, worst = plain_points(leaf, begins, more_begins, counted, worst_of, codes, blocked)
    if more_begins < ends and (worst or blocked):
        points, most = opened(plan, POINTS, np.int64), opened(plan, MOST, np.int64)
        more, code = more_points(leaf, more_begins, ends, points, most, codes, opened(own, COUNTS, np.int64))
        total, worst = total + more, min(worst, code)
    ad = np.uint32(leaf[at])
    if (worst == 0 and not blocked) or not open_[ad]:
        return NEVER, worst
    total += shifted(t_points, title_likeness(leaf, at + HEAD, n_words, t_term, t_weight, t_vector))
    return total + opened(plan, TIER, np.int64)[3 - worst] + (extra[ad] if extra.size else 0), worst


@bare_inside
def ask(plan, own, term, early):
    """Note by the last bits of each word that is left where the first of a person's that end in them may stand."""
    slot, common = opened(own, SLOT, np.uint8), opened(plan, COMMON, np.uint8)
    for t in range(term.size - 1, -1, -1):
        if common[term[t]] or not early:
            slot[term[t] & _SLOTS] = 1 + min(t, 254)


@bare_inside
def forget(own, term):
    """Leave no note of a person's words."""
    slot = opened(own, SLOT, np.uint8)
    for t in range(term.size):
        slot[term[t] & _SLOTS] = 0


@bare_inside
def words_at(plan, own, words, begin, size, term, weight, early):
    """Return the likeness of an ad by its words, or by the common ones where the others have been added up."""
    slot, hit = opened(own, SLOT, np.uint8), opened(own, HIT, np.int32)
    common = opened(plan, COMMON, np.uint8)
    bits = words.itemsize * 8 - 11 if words.itemsize == 4 else 32
    below, n, dot = (1 << bits) - 1, np.uint32(0), np.int64(0)
    for j in range(size):
        hit[n] = j
        n += np.uint32(slot[words[begin + np.uint64(j)] & np.uint32(_SLOTS)] != 0)
    for h in range(n):
        word = np.int64(words[begin + np.uint64(hit[h])])
        one = word & below
        for t in range(slot[one & _SLOTS] - 1, term.size):
            if term[t] == one:
                dot += weight[t] * (word >> bits) if common[one] or not early else 0
                break
    return dot
