"""Looking at ads: which of 32 can have what is needed, and what one has. Importing this module imports numba."""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import compiled_inside
from matcher.ranking.sums import shifted

NEVER = -(1 << 62)
"""Less than any points."""
_BRUIJN = np.uint32(0x077CB531)
_PLACE_OF = np.argsort([(0x077CB531 << bit & 0xFFFFFFFF) >> 27 for bit in range(32)])
"""Of a number with one bit set its place, by the upper bits of its product with a de Bruijn number."""


@compiled_inside
def lowest(flags):
    """Return the place of the lowest flag of 32, of which there is one at least."""
    return _PLACE_OF[np.uint32((flags & (~flags + np.uint32(1))) * _BRUIJN) >> np.uint32(27)]


@compiled_inside
def _inside(flags, size):
    return flags if size >= np.uint32(32) else flags & ((np.uint32(1) << size) - np.uint32(1))


@compiled_inside
def reaching(begins, ends, packed, gain, rounds, text, factor, need):
    """Flag which of up to 32 places can have what is needed: so many at once are a few steps of a processor."""
    flags = np.uint32(0)
    for j in range(32):
        p = np.uint32(begins) + np.uint32(j)
        words = np.int32(np.float32(text[p]) * factor)
        bound = np.int32((packed[p] >> 16) + gain[p] + rounds[packed[p] & 0xFFFF] + words)
        flags |= np.uint32(bound >= need) << np.uint32(j)
    return _inside(flags, np.uint32(ends - begins))


@compiled_inside
def reaching_each(begins, ends, packed, gain, rounds, text, factor, above, needed):
    """Flag which of up to 32 places can have what each of them needs."""
    flags = np.uint32(0)
    for j in range(32):
        p = np.uint32(begins) + np.uint32(j)
        words = np.int32(np.float32(text[p]) * factor)
        bound = np.int32((packed[p] >> 16) + gain[p] + rounds[packed[p] & 0xFFFF] + words + above)
        flags |= np.uint32(bound >= needed[p]) << np.uint32(j)
    return _inside(flags, np.uint32(ends - begins))


@compiled_inside
def _title(leaf, at, n, term, weight, vector):
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


@compiled_inside
def _plain(leaf, begin, end, counted, worst_of, codes, blocked):
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


@compiled_inside
def _more(leaf, at, ends, points, most, codes, counts):
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
            total += n * points[k, code]
        total += min(counts[4], most[k]) * points[k, 4]
    return total, worst


@compiled_inside
def look(
    p, floor, ceiling, least, work, rest, tier_most, packed, leaf_start, leaf, open_, points, most, counted, worst_of,
    counts, tier_points, dense, common, common_weight, rounds, extra, t_term, t_weight, t_vector, t_points, x_points,
    codes, blocked, text, gain,
):  # fmt: skip
    """Return the points of an ad and its worst code of a must; ``NEVER`` if they are not in the list for sure."""
    at, ends = np.uint32(leaf_start[p]), np.uint32(leaf_start[p + 1])
    a, n_words = np.uint32(leaf[at]), np.uint32(leaf[at + 2])
    begins = at + 4 + 2 * n_words
    more_begins = begins + np.uint32(leaf[at + 3])
    points_, worst = _plain(leaf, begins, more_begins, counted, worst_of, codes, blocked)
    if worst == 0 and not blocked:
        return NEVER, worst
    own = shifted(t_points, _title(leaf, at + 4, n_words, t_term, t_weight, t_vector))
    likeness = np.int64(text[p]) + rest
    soft = work + own + rounds[packed[p] & 0xFFFF] + (extra[a] if extra.size else 0)
    upper = soft + shifted(x_points, likeness) + (packed[p] >> 16) + gain[p] + tier_most
    if upper < floor or upper >= ceiling or not open_[a]:
        return NEVER, worst
    if more_begins < ends:
        more, code = _more(leaf, more_begins, ends, points, most, codes, counts)
        points_, worst = points_ + more, min(worst, code)
    soft += points_ + tier_points[3 - worst]
    if (worst == 0 and not blocked) or soft + shifted(x_points, likeness) < least:
        return NEVER, worst
    likeness -= rest
    for t in range(common.size):
        likeness += common_weight[t] * np.int64(dense[a, common[t]])
    soft += shifted(x_points, likeness)
    return soft, worst
