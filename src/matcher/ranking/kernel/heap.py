"""The list of a person while it is found: a heap whose first is the last of the list. Importing this imports numba."""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

from matcher.compiling import bare_inside


@bare_inside
def _after(held, i, j):
    return held[0, i] < held[0, j] or (held[0, i] == held[0, j] and held[1, i] > held[1, j])


@bare_inside
def _swap(held, i, j):
    for row in range(4):
        held[row, i], held[row, j] = held[row, j], held[row, i]


@bare_inside
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


@bare_inside
def keep(held, n, total, order, ad, tier):
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


@bare_inside
def sort_best_first(held, n):
    """Put a heap of n in order."""
    for last in range(n - 1, 0, -1):
        _swap(held, 0, last)
        _sink(held, last)


@bare_inside
def least_of(best, n, total):
    """Put points into a heap of n, whose first is the least of the best; return how many it holds then."""
    full = n == best.size
    if full and total <= best[0]:
        return n
    i = 0 if full else n
    if full:
        child = 1
        while child < n:
            child += child + 1 < n and best[child + 1] < best[child]
            if best[child] >= total:
                break
            best[i], i = best[child], child
            child = 2 * i + 1
    while not full and i > 0 and best[(i - 1) // 2] > total:
        best[i], i = best[(i - 1) // 2], (i - 1) // 2
    best[i] = total
    return n if full else n + 1
