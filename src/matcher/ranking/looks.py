"""What an ad asks for and what its title is like, read of its leaf. Importing this module imports numba."""

# ruff: noqa: ANN001, ANN201
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import compiled_inside

NEVER = -(1 << 62)
"""Less than any points."""
BRUIJN = np.uint32(0x077CB531)
PLACE_OF = np.argsort([(0x077CB531 << bit & 0xFFFFFFFF) >> 27 for bit in range(32)])
"""Of a number with one bit set its place, by the upper bits of its product with :data:`BRUIJN`, a de Bruijn number."""


@compiled_inside
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


@compiled_inside
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


@compiled_inside
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
            total += n * points[k, code]
        total += min(counts[4], most[k]) * points[k, 4]
    return total, worst
