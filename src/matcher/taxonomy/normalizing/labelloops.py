"""The two passes over the labels in compiled loops. Importing this module imports numba.

Sums are added up in the order and with the precision of the sparse products in
:mod:`matcher.taxonomy.normalizing.labelscan`, so that every number is the same. Places are unsigned where they
are looked up: a check for negative ones costs as much.
"""

# ruff: noqa: ANN001, ANN201, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

import numpy as np

from matcher.compiling import compiled


@compiled
def _sum_up(columns, values, used, start, label, value, sums, touched):
    """Add up the used features of one phrase; returns how many labels have a sum, and the greatest."""
    n = 0
    highest = np.float32(0)
    for j in range(columns.size):
        if not used[j]:
            continue
        weight = values[j]
        for at in range(start[columns[j]], start[columns[j] + 1]):
            one = np.uint32(label[at])
            before = sums[one]
            # Written in any case, for a branch that goes either way costs more.
            touched[n] = one
            n += before == 0
            after = before + weight * value[at]
            sums[one] = after
            highest = max(highest, after)
    return n, highest


@compiled
def _cheapest(columns, frequency, budget, used):
    """Mark the rarest features whose postings together keep within the budget, the rarest one in any case."""
    used[:] = False
    order = np.argsort(frequency[columns], kind="mergesort")
    spent = 0
    for n in range(order.size):
        spent += frequency[columns[order[n]]]
        if n and spent > budget:
            break
        used[order[n]] = True


@compiled
def _sink(heap, n, key):
    """Put a key in place of the greatest of a heap."""
    at = 0
    while True:
        child = 2 * at + 1
        if child >= n:
            break
        if child + 1 < n and heap[child + 1] > heap[child]:
            child += 1
        if heap[child] <= key:
            break
        heap[at] = heap[child]
        at = child
    heap[at] = key


@compiled
def _choose(touched, sums, lowest, bits, heap):
    """Keep the labels of the highest sums that are not below the lowest, equal ones by label."""
    as_whole = sums.view(np.int32)
    n = 0
    for label in touched:
        total, whole = sums[label], np.int64(as_whole[label])
        sums[label] = 0
        if total < lowest:
            continue
        # The bits of positive floats are in the order of their values, so sum and label fit one number.
        key = (0x7FFFFFFF - whole) << bits | np.int64(label)
        if n < heap.size:
            heap[n] = key
            n += 1
            if n == heap.size:
                # Greatest first is a heap.
                heap.sort()
                heap[:] = heap[::-1].copy()
        elif key < heap[0]:
            _sink(heap, n, key)
    chosen = heap[:n] & ((1 << bits) - 1)
    chosen.sort()
    return chosen


@compiled
def _product(start, column, value, row, asked):
    total = 0.0
    for at in range(np.uint32(start[row]), np.uint32(start[row + 1])):
        total += np.float64(value[at]) * asked[np.uint32(column[at])]
    return total


@compiled
def _gather(row, chosen, likeness, owners, share, found, value, n):
    """Bring the labels of one phrase together by concept; returns how many concepts there are now."""
    lowest = share * likeness.max()
    last = np.int64(-1)
    for i in range(chosen.size):
        owner, one = owners[chosen[i]], likeness[i]
        if owner != last:
            found[n, 0], found[n, 1] = row, owner
            value[n, 0], value[n, 1] = one, 0
            last = owner
            n += 1
        value[n - 1, 0] = max(value[n - 1, 0], one)
        if one >= lowest:
            value[n - 1, 1] += one
    return n


@compiled
def alike(
    query_start, query_column, query_value, start, label, value, frequency, row_start, row_column, row_value, owners,
    budget, share, most, bits, half,
):  # fmt: skip
    """Phrase, concept, likeness of its best label and the sum over its good ones, as the sparse products find them."""
    n_labels = row_start.size - 1
    sums = np.zeros(n_labels, np.float32)
    asked = np.zeros(start.size - 1)
    touched = np.empty(n_labels + 1, np.uint32)
    used = np.empty(start.size - 1, np.bool_)
    heap = np.empty(min(most, n_labels), np.int64)
    likeness = np.empty(heap.size)
    found, values = np.empty((0, 2), np.int64), np.empty((0, 2))
    n = 0
    for row in range(query_start.size - 1):
        span = slice(query_start[row], query_start[row + 1])
        columns, weights = query_column[span], query_value[span]
        if not columns.size:
            continue
        _cheapest(columns, frequency, budget, used[: columns.size])
        n_touched, highest = _sum_up(columns, weights, used, start, label, value, sums, touched)
        chosen = _choose(touched[:n_touched], sums, share * highest, bits, heap)
        if n + chosen.size > found.shape[0]:
            size = 2 * n + 64 * chosen.size
            found = np.concatenate((found[:n], np.empty((size - n, 2), np.int64)))
            values = np.concatenate((values[:n], np.empty((size - n, 2))))
        asked[columns] = weights
        for i in range(chosen.size):
            likeness[i] = _product(row_start, row_column, row_value, np.uint32(chosen[i]), asked)
        asked[columns] = 0
        if chosen.size:
            n = _gather(row, chosen, likeness[: chosen.size], owners, half, found, values, n)
    return found[:n, 0], found[:n, 1], values[:n, 0], values[:n, 1]
