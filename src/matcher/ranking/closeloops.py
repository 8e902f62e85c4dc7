"""The few ads of a list in compiled loops. Importing this module imports numba."""

# ruff: noqa: ANN001, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from matcher.compiling import compiled
from matcher.ranking.groups import GroupRows
from matcher.ranking.kernel import Flags, Int8s, Int64s, Plan, Terms
from matcher.ranking.termrows import BLOCK, TermRows
from matcher.ranking.verdicts import MET

if TYPE_CHECKING:
    from matcher.readers.duplicates import Hashes

_BLOCK, _MET = BLOCK, MET


class CompiledClose:
    """The ads in compiled loops."""

    def unjudged(self, groups: GroupRows, ads: Int64s, known: Flags) -> Int64s:
        """Go through what they ask for, and take note of what has been seen."""
        found: Int64s = _unjudged(groups.first, groups.start, groups.demand, ads, known.copy())
        return found

    def by_kind(self, plan: Plan, ads: Int64s, codes: Int8s) -> tuple[Int64s, Int8s]:
        """Count what they ask for, kind by kind."""
        groups, most = plan.groups, plan.most
        parts, tier = np.zeros((len(ads), len(most)), np.int64), np.zeros(len(ads), np.int8)
        asked = groups.first, groups.kind, groups.must, groups.start, groups.demand
        _by_kind(*asked, plan.points, most, ads, codes, np.zeros(4, np.int64), parts, tier)
        return parts, tier

    def common(self, one: Hashes, other: Hashes) -> int:
        """Go through both at once."""
        return int(_common(one, other))

    def dots(self, rows: TermRows, terms: Terms, ads: Int64s) -> Int64s:
        """Look for each ad among the rows that hold a term."""
        best = np.zeros(len(ads), np.int64)
        _dots(rows.start, rows.row, rows.value, terms.term, terms.value, terms.start, ads, best)
        return best


@compiled
def _unjudged(first, start, demand, ads, known):
    n = 0
    for ad in ads:
        n += start[first[ad + 1]] - start[first[ad]]
    found = np.empty(n, np.int64)
    n = 0
    for ad in ads:
        for at in range(start[first[ad]], start[first[ad + 1]]):
            one = demand[at]
            if not known[one]:
                known[one] = True
                found[n] = one
                n += 1
    return found[:n]


@compiled
def _by_kind(first, kind, must, start, demand, points, most, ads, codes, counts, parts, tier):
    for i in range(ads.size):
        group, last, worst = first[ads[i]], first[ads[i] + 1], _MET
        while group < last:
            # An ad's groups are in the order of their kinds.
            which, nice = kind[group], 0
            counts[:] = 0
            while group < last and kind[group] == which:
                code = 0
                for at in range(start[group], start[group + 1]):
                    code = max(code, codes[demand[at]])
                if must[group]:
                    counts[code] += 1
                    worst = min(worst, code)
                elif code == _MET:
                    nice += 1
                group += 1
            left, total = most[which], min(nice, most[which]) * points[which, 4]
            for code in range(4):
                counted = min(counts[code], left)
                left -= counted
                total += counted * points[which, code]
            parts[i, which] = total
        tier[i] = _MET - worst


@compiled
def _dots(start, row, value, term, weight, begin, ads, best):
    for i in range(ads.size):
        block, wanted = ads[i] // _BLOCK, ads[i] % _BLOCK
        for vector in range(begin.size - 1):
            total = 0
            for t in range(begin[vector], begin[vector + 1]):
                low, end = np.int64(start[block, term[t]]), np.int64(start[block, term[t] + 1])
                high = end
                while low < high:
                    middle = (low + high) >> 1
                    if row[middle] < wanted:
                        low = middle + 1
                    else:
                        high = middle
                if low < end and row[low] == wanted:
                    total += weight[t] * np.int64(value[low])
            best[i] = max(best[i], total)


@compiled
def _common(one, other):
    n, i, j = 0, 0, 0
    while i < one.size and j < other.size:
        a, b = one[i], other[j]
        n += a == b
        i += a <= b
        j += b <= a
    return n
