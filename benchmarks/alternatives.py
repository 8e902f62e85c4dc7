"""How well the alternatives in ads are read: which demands are joined by "or", as people joined them.

Scorers of single rows do not see it, and a verdict turns on it: who has the work needs no schooling where either will
do. Counted are the pairs of kinds that stand in one group of musts of an ad.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

Rows = Iterable[Mapping[str, Any]]
Pairs = Counter[tuple[str, str]]


def joined(rows: Rows) -> Pairs:
    """Count the pairs of kinds that groups of musts hold, each pair once a group.

    Examples
    --------
    >>> row = {"kind": "education", "necessity": "must", "any_of": 1}
    >>> joined([row, {**row, "kind": "experience"}, {**row, "any_of": None}])
    Counter({('education', 'experience'): 1})
    """
    groups: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        if row["any_of"] is not None and row["necessity"] == "must":
            groups[row["any_of"]].append(row["kind"])
    return Counter(pair for kinds in groups.values() for pair in set(combinations(sorted(kinds), 2)))


def agreement(gold: Iterable[Rows], read: Iterable[Rows]) -> float:
    """Return the F1 of the pairs over ads, in [0, 1].

    Parameters
    ----------
    gold, read : iterable of rows
        Requirements of each ad, in the same order.

    Examples
    --------
    >>> row = {"kind": "skill", "necessity": "must", "any_of": 1}
    >>> agreement([[row, row], [row, row]], [[row, row], []])
    0.6666666666666666
    """
    both = meant = found = 0
    for theirs, ours in zip(gold, read, strict=True):
        wanted, had = joined(theirs), joined(ours)
        both, meant, found = both + (wanted & had).total(), meant + wanted.total(), found + had.total()
    return 2 * both / (meant + found) if meant + found else 1.0
