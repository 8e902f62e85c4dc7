"""One person against all ads: the best of them, exactly, without judging most of what the ads ask for.

Soft points are added up for every ad, and so are the verdicts on kinds that are soon judged because few different
demands are made (a language at a level, a licence). What the other verdicts can add is bounded for each ad beforehand,
so only ads whose bound reaches the k-th best are judged in full. That their points are exact, and that no other ad can
come before them, makes the list that of :func:`matcher.ranking.scorer.score`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.components import Component, factor_of
from matcher.ranking.factors import ByAd, ByColumn, ByTerms, Factor, Points
from matcher.ranking.groups import GroupRows, spans
from matcher.ranking.judging import judged
from matcher.ranking.kernel import Demanded, Kernel, best_dots, demands_of, kernel_for
from matcher.ranking.person import Person
from matcher.ranking.scorer import TIERS, verdict_parts
from matcher.ranking.table import AdTable
from matcher.ranking.weights import Weights

_AHEAD = 2
"""So many times k ads are judged in the first round."""
_SAMPLED = 16
"""Of so many bounds one is looked at to guess how many reach a number."""
_EARLY = 256
"""So many demands at most are judged of every person."""
_BLOCKED = TIERS.index("blocked")
_UNJUDGED = -1
_NEVER, _MOST = int(np.iinfo(np.int64).min), int(np.iinfo(np.int64).max)


class Best(NamedTuple):
    """The best ads of a person.

    Attributes
    ----------
    ads : array of int64, shape (n,)
        Rows of the table, best first.
    total : array of int64, shape (n,)
    tier : array of int8, shape (n,)
    """

    ads: NDArray[np.int64]
    total: Points
    tier: NDArray[np.int8]


class Scan:
    """A table made ready to be scanned for many people.

    Parameters
    ----------
    table : AdTable
    components : sequence of Component
        Those without a weight are left out.
    weights : Weights
    kernel : Kernel, optional
        By default the compiled one as soon as enough people have been scanned for to pay for loading it; which one it
        is changes no number.
    """

    def __init__(
        self, table: AdTable, components: Sequence[Component], weights: Weights, kernel: Kernel | None = None
    ) -> None:
        self.table = table
        self.components = [c for c in components if weights.soft.get(c.name)]
        self.weights = weights
        self._n_pairs, self._given = 0, kernel
        self.kernel = kernel or kernel_for(0)
        self.tier_points = np.array([weights.tiers.get(name, 0) for name in TIERS], np.int64)
        self.points, self.most_groups = _by_kind(table, weights)
        groups = table.groups
        early = np.isin(groups.kind, _early_kinds(table))
        self.demanded = Demanded(groups, self.points, self.most_groups)
        self.early = Demanded(groups.only(early), self.points, self.most_groups)
        self.early_demands = np.unique(self.early.groups.demand).astype(np.int64)
        self.alike, self.early_sort = self.early.groups.sorts()
        self.tier_most = np.maximum.accumulate(self.tier_points[::-1])[::-1]
        self.late_most = self._late_most(~early)

    def _late_most(self, late: NDArray[np.bool_]) -> Points:
        """Bound what the verdicts that are not judged early can add up to, shape ``(n_ads,)``."""
        groups, n_kinds = self.table.groups, len(self.table.kinds)
        cells = groups.ad.astype(np.int64) * n_kinds + groups.kind
        most = np.zeros(len(self.table), np.int64)
        for must in (True, False):
            counts = np.bincount(cells[late & (groups.must == must)], minlength=len(self.table) * n_kinds)
            counted = np.minimum(counts.reshape(len(self.table), n_kinds), np.maximum(self.most_groups, 0))
            # A nice group that is not met adds nothing.
            best = self.points[:, :4].max(axis=1) if must else np.maximum(self.points[:, 4], 0)
            most += counted @ best
        return most

    def of(self, person: Person, codes: NDArray[np.int8] | None = None) -> Scanned:
        """Add up the soft points of a person.

        Parameters
        ----------
        person : Person
        codes : array of int8, shape (n_demands,), optional
            Judgements known beforehand, -1 where there is none.
        """
        self._n_pairs += len(self.table)
        self.kernel = self._given or kernel_for(self._n_pairs)
        return Scanned(self, person, codes)


class Scanned:
    """One person's points on all ads, as far as they have been asked for.

    Attributes
    ----------
    soft : array of int64, shape (n_ads,)
        Sum of the soft components.
    """

    def __init__(self, scan: Scan, person: Person, codes: NDArray[np.int8] | None = None) -> None:
        self._scan = scan
        self.person = person
        self._codes = np.full(len(scan.table.demands), _UNJUDGED, np.int8) if codes is None else codes.copy()
        self._all_judged = bool((self._codes != _UNJUDGED).all())
        self._factors: dict[str, Factor] = {}
        self._dots: dict[str, NDArray[np.int32]] = {}
        self.soft = self._soft()

    def _soft(self) -> Points:
        scan = self._scan
        total = np.zeros(len(scan.table), np.int64)
        columns: dict[int, ByColumn] = {}
        for component in scan.components:
            factor = factor_of(component, self.person, scan.table, scan.weights.soft[component.name])
            self._factors[component.name] = factor
            if isinstance(factor, ByTerms):
                self._dots[component.name] = best_dots(scan.kernel, factor.rows, factor.vectors)
                scan.kernel.scaled(total, self._dots[component.name], factor.weight)
            elif isinstance(factor, ByColumn):
                same = columns.get(id(factor.column))
                values = factor.values if same is None else same.values + factor.values
                columns[id(factor.column)] = ByColumn(factor.column, values)
            else:
                total += factor.values
        for merged in columns.values():
            scan.kernel.gathered(total, merged.column, merged.values)
        return total

    def exactly(self, ads: NDArray[np.int64]) -> tuple[Points, NDArray[np.int8]]:
        """Return total and tier of some ads, judging what they ask for if it has not been judged."""
        scan = self._scan
        if not self._all_judged:
            self._judge(demands_of(scan.table.groups, ads))
        points, tier = scan.kernel.verdicts(scan.demanded, ads, self._codes)
        return self.soft[ads] + points + scan.tier_points[tier], tier

    def _judge(self, demands: NDArray[np.int64]) -> None:
        new = demands[self._codes[demands] == _UNJUDGED]
        if len(new):
            self._codes[new] = judged(self.person, self._scan.table, new.tolist())

    def best(self, k: int, still: NDArray[np.bool_], *, include_blocked: bool, few: int = 0) -> Best:
        """Return the best ads of those still open.

        Parameters
        ----------
        k : int
        still : array of bool, shape (n_ads,)
        include_blocked : bool
        few : int
            If there are fewer ads that are not blocked, the best blocked ones fill up to this number.

        Returns
        -------
        Best
        """
        bound, shut = self.bounds()
        open_ads = still if include_blocked else still & ~shut
        bound[~open_ads] = _NEVER
        ads, total, tier = self._reaching_best(k, bound, int(open_ads.sum()), include_blocked=include_blocked)
        allowed = np.ones(len(ads), bool) if include_blocked else tier != _BLOCKED
        if not include_blocked and allowed.sum() < min(few, k):
            ads = np.flatnonzero(still)
            total, tier = self.exactly(ads)
            allowed = tier != _BLOCKED
            blocked = np.flatnonzero(~allowed)
            allowed[blocked[self._order(ads[blocked], total[blocked])[: min(few, k) - int(allowed.sum())]]] = True
        if allowed.sum() > k:
            allowed &= total >= _nth(total[allowed], k)
        chosen = np.flatnonzero(allowed)
        chosen = chosen[self._order(ads[chosen], total[chosen])[:k]]
        return Best(ads[chosen], total[chosen], tier[chosen])

    def bounds(self) -> tuple[Points, NDArray[np.bool_]]:
        """Return what each ad's total cannot exceed, and which ads are blocked for sure."""
        scan = self._scan
        self._judge(scan.early_demands)
        points, tier = scan.kernel.verdicts(scan.early, scan.alike, self._codes)
        bound = self.soft + scan.late_most
        scan.kernel.gathered(bound, scan.early_sort, points + scan.tier_most[tier])
        return bound, (tier == _BLOCKED)[scan.early_sort]

    def _reaching_best(self, k: int, bound: Points, n_open: int, *, include_blocked: bool) -> Best:
        """Return ads of which no other one can come before the k-th best, or all that are open; in no order."""
        kernel = self._scan.kernel
        peaks, sample = kernel.peaks(bound), bound[::_SAMPLED]
        parts: list[Best] = []
        known = np.zeros(0, np.int64)
        # Where nothing is left to judge, one pass over all is cheaper than rounds.
        before, wanted = _MOST, n_open if self._all_judged else _AHEAD * k
        while True:
            kth = _nth(known, k) if len(known) >= k else _NEVER + 1
            if wanted >= n_open:
                least = kth
            elif wanted <= len(peaks):
                # At least so many bounds reach the least of so many peaks.
                least = max(_nth(peaks, wanted), kth)
            else:
                # About so many; always some more than before, so that the end is reached.
                least = max(min(_nth(sample, min(-(-wanted // _SAMPLED), len(sample))), before - 1), kth)
            ads = kernel.reaching(bound, peaks, least)
            ads = ads[bound[ads] < before]
            parts.append(Best(ads, *self.exactly(ads)))
            known = np.concatenate([p.total if include_blocked else p.total[p.tier != _BLOCKED] for p in parts])
            if least == _NEVER + 1 or (len(known) >= k and _nth(known, k) >= least):
                return Best(*(np.concatenate(column) for column in zip(*parts, strict=True)))
            before, wanted = least, 2 * max(wanted, sum(len(p.ads) for p in parts))

    def _order(self, ads: NDArray[np.int64], total: Points) -> NDArray[np.intp]:
        return np.lexsort((self._scan.table.columns.order[ads], -total))

    def contributions(self, ads: NDArray[np.int64]) -> Mapping[str, Points]:
        """Return the points of some ads that :meth:`exactly` was asked about, by name, each of shape ``(n_ads,)``."""
        scan = self._scan
        parts: dict[str, Points] = {}
        for name, factor in self._factors.items():
            if isinstance(factor, ByTerms):
                parts[name] = factor.weight * self._dots[name][ads].astype(np.int64) >> 20
            elif isinstance(factor, ByAd):
                parts[name] = factor.values[ads]
            else:
                parts[name] = factor.values[factor.column[ads]]
        taken = scan.table.groups.take(ads)
        codes = np.zeros(0, np.int8)
        if len(taken.demand):
            codes = np.maximum.reduceat(self._codes[taken.demand], taken.start[:-1])
        return parts | verdict_parts(taken, scan.table.kinds, codes, scan.weights)


def _by_kind(table: AdTable, weights: Weights) -> tuple[Points, Points]:
    """Return the points of each kind by code and for a nice group, and how many groups count."""
    points, most = np.zeros((len(table.kinds), 5), np.int64), np.zeros(len(table.kinds), np.int64)
    for kind, values in weights.verdicts.items():
        if kind in table.kinds:
            place = table.kinds.index(kind)
            points[place] = values.block, values.step, values.unknown, values.met, values.nice
            most[place] = values.most
    return points, most


def _early_kinds(table: AdTable) -> NDArray[np.int64]:
    """Return the kinds that few demands are made of, so many that all their demands are few."""
    groups = table.groups
    counts = {
        kind: len(np.unique(groups.demand[_rows_of(groups, groups.kind == kind)])) for kind in range(len(table.kinds))
    }
    kinds: list[int] = []
    for kind in sorted(counts, key=lambda kind: (counts[kind], kind)):
        if sum(counts[k] for k in kinds) + counts[kind] <= _EARLY:
            kinds.append(kind)
    return np.array(kinds, np.int64)


def _rows_of(groups: GroupRows, chosen: NDArray[np.bool_]) -> NDArray[np.int64]:
    return spans(groups.start, np.flatnonzero(chosen))


def _nth(values: Points, n: int) -> int:
    """Return the n-th greatest value."""
    return int(np.partition(values, len(values) - n)[len(values) - n])
