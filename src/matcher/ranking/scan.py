"""One person against all ads: the best of them, exactly, without judging most of what the ads ask for.

Soft points and the verdicts that are soon judged are known or bounded for every ad. What has not been judged yet counts
as the best that it can be judged; so the best ads by what is known are found first, what they ask for is judged,
and so on until everything that the best ads ask for has been judged. Their points are then exact, and no other ad can
come before them: the list is that of :func:`matcher.ranking.scorer.score`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.circumstances import circumstances
from matcher.ranking.components import Component, factor_of
from matcher.ranking.factors import ByColumn, ByTerms, Factor, Points
from matcher.ranking.groups import spans
from matcher.ranking.judging import Early, judged
from matcher.ranking.kernel.kernel import (
    WORTH_COMPILING,
    Best,
    Kernel,
    Plan,
    Terms,
    Wanted,
    joined,
    kernel_for,
)
from matcher.ranking.kernel.layout import fits, gains_of, lay_out, most_of, pack
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.sieve import Sieve
from matcher.ranking.table import MUSTS, AdTable
from matcher.ranking.verdicts import MET, TIERS
from matcher.ranking.weights import Weights

_WORTH_BOUNDING = 3_000
"""Pairs of people and ads from which judgements are bounded: judging so many takes as long as making bounds ready."""
_AHEAD = 2
"""So many times k ads are judged in a round."""
_EARLY = 256
"""So many demands at most are judged of every person."""
_SMALL, _SOFT = 2**20, 2**27
"""Points of a verdict and of all components up to which the sums of an ad are sure to stay within 32 bits."""
_BLOCKED = TIERS.index("blocked")


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
        self._sieve: Sieve | None = None
        self.rounds, self._round = circumstances(table)
        early = table.groups.few(len(table.kinds), _EARLY)
        self.plan = self._plan(early)
        early_rows = spans(table.groups.start, np.flatnonzero(early[table.groups.kind]))
        self.early = Early(table, np.unique(table.groups.demand[early_rows]).astype(np.int64))
        # Met is the best that can be said, and the better the verdict the more points: what no weights file need say.
        rising = bool((np.diff(self.plan.points[:, :4]) >= 0).all() and (self.plan.points[:, 4] >= 0).all())
        self.rising = rising and bool((np.diff(self.plan.tier_points) <= 0).all())
        self._small = _fits(self.plan, self.rounds.n, weights)

    def _plan(self, early: NDArray[np.bool_]) -> Plan:
        table, groups = self.table, self.table.groups
        points, most = _by_kind(table, self.weights)
        late = ~early & fits(len(most), len(table))
        bound = most_of(groups, len(table), points, most, late)
        laid = lay_out(table.sort, bound)
        ordered = groups.take(laid.ad.astype(np.int64))
        return Plan(
            laid, table.sort, pack(ordered, most), groups, gains_of(ordered, len(table.demands), points, late),
            self._round, table.columns.order, points, most,
            np.array([self.weights.tiers.get(name, 0) for name in TIERS], np.int64), table.title, table.text,
        )  # fmt: skip

    def expect(self, n_people: int, lookup: Lookup) -> None:
        """Load now what pays for so many people to come, so that the first of them need not wait for it."""
        self._n_pairs += n_people * len(self.table)
        if self.rising and self._n_pairs >= min(WORTH_COMPILING, _WORTH_BOUNDING) and self._sieve is None:
            self._sieve = Sieve(self.table, lookup)

    def of(self, person: Person, codes: NDArray[np.int8] | None = None) -> Scanned:
        """Make a person ready.

        Parameters
        ----------
        person : Person
        codes : array of int8, shape (n_demands,), optional
            Judgements known beforehand.
        """
        self._n_pairs += len(self.table)
        return Scanned(self, person, codes)

    def most(self, person: Person) -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
        """Return what a person's judgements cannot exceed and which are that for sure, shape ``(n_demands,)`` each."""
        self.expect(0, person.lookup)
        if self._sieve is None:
            n = len(self.table.demands)
            return np.full(n, MET, np.int8), np.zeros(n, bool)
        return self._sieve.most(person)

    @property
    def kernel(self) -> Kernel:
        """The kernel that is worth its loading by now."""
        return self._given or kernel_for(self._n_pairs if self._small else 0)


class Scanned:
    """One person's points on all ads, as far as they have been asked for."""

    def __init__(self, scan: Scan, person: Person, codes: NDArray[np.int8] | None = None) -> None:
        self._scan = scan
        self.person = person
        every: NDArray[np.bool_] = np.ones(len(scan.table.demands), bool)
        self._codes, self._known = scan.most(person) if codes is None else (codes, every)
        self._all_known = codes is not None
        self.factors: dict[str, Factor] = {
            c.name: factor_of(c, person, scan.table, scan.weights.soft[c.name]) for c in scan.components
        }
        self.wanted = self._wanted()
        # A weight bounds the points of the library's own components, and nothing those of others.
        self._small = bool(np.abs(self.wanted.extra).max(initial=0) < _SOFT)

    def _wanted(self) -> Wanted:
        """Merge the factors into what a kernel reads."""
        table, rounds = self._scan.table, self._scan.rounds
        sorts, points = np.zeros(table.n_sorts, np.int64), np.zeros(rounds.n, np.int64)
        terms: dict[int, Terms] = {}
        self._terms = {name: _terms(f) for name, f in self.factors.items() if isinstance(f, ByTerms)}
        extra = np.zeros(0, np.int64)
        for name, factor in self.factors.items():
            if isinstance(factor, ByColumn) and factor.column is table.work:
                sorts += np.repeat(factor.values, MUSTS + 1)
            elif isinstance(factor, ByColumn) and factor.column is table.sort:
                sorts += factor.values
            elif isinstance(factor, ByColumn) and id(factor.column) in rounds.columns:
                points += factor.values[rounds.columns[id(factor.column)]]
            elif isinstance(factor, ByTerms) and id(factor.rows) not in terms and _fit(factor, table):
                terms[id(factor.rows)] = self._terms[name]
            else:
                extra = factor.points() + extra if len(extra) else factor.points()
        nothing = Terms(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(1, np.int64), 0)
        title, text = (terms.get(id(rows), nothing) for rows in (table.title, table.text))
        return Wanted(sorts, points, extra, title, text)

    def exactly(self, ads: NDArray[np.int64]) -> tuple[Points, NDArray[np.int8]]:
        """Return total and tier of some ads, judging what they ask for if it has not been judged."""
        plan = self._scan.plan
        self._judge(self._scan.kernel.close.unjudged(plan.groups, ads, self._known))
        parts, tier = self._scan.kernel.close.by_kind(plan, ads, self._codes)
        total: Points = parts.sum(axis=1) + plan.tier_points[tier]
        for name in self.factors:
            total += self._soft(name, ads)
        return total, tier

    def _soft(self, name: str, ads: NDArray[np.int64]) -> Points:
        """Return the points of some ads by one factor, shape ``(n_ads,)``."""
        factor = self.factors[name]
        if not isinstance(factor, ByTerms):
            return factor.at(ads)
        terms = self._terms[name]
        return terms.weight * self._scan.kernel.close.dots(factor.rows, terms, ads) >> 20

    def _judge(self, new: NDArray[np.int64]) -> bool:
        """Judge what has not been judged yet; tell whether anything is not as it was taken to be."""
        if not len(new):
            return False
        before = self._codes[new]
        self._codes[new] = judged(self.person, self._scan.table, new.tolist())
        self._known[new] = True
        return bool((self._codes[new] != before).any())

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
        if not self._all_known:
            rising, early, n = self._scan.rising, self._scan.early, len(self._codes)
            self._codes[early.by_trait], self._known[early.by_trait] = early.judged(self.person), True
            first = early.others if rising else np.arange(n, dtype=np.int64)
            self._judge(first[~self._known[first]])
            self._all_known = bool(self._known.all())
        found = self._best(k, still, blocked=include_blocked)
        lacking = min(few, k) - len(found.ads)
        if include_blocked or lacking <= 0:
            return found
        # Whatever is open has been found: what is left is blocked.
        rest = still.copy()
        rest[found.ads] = False
        more = self._best(lacking, rest, blocked=True)
        return joined([found, more], self._scan.plan.order)

    def _best(self, k: int, open_: NDArray[np.bool_], *, blocked: bool) -> Best:
        scan = self._scan
        kernel, ahead = scan.kernel if self._small else kernel_for(0), k if self._all_known else _AHEAD * k
        while True:
            found = kernel.best(scan.plan, self.wanted, self._codes, ahead, open_, blocked=blocked)
            if self._all_known:
                return found
            bound, _ = scan.kernel.close.by_kind(scan.plan, found.ads, self._codes)
            if not self._judge(scan.kernel.close.unjudged(scan.plan.groups, found.ads, self._known)):
                return Best(found.ads[:k], found.total[:k], found.tier[:k])
            best = self._judged(found, bound, k, blocked=blocked)
            # No other ad has more than the last of those found, and less is known of it than was taken to be.
            if len(found.ads) < ahead or (len(best.ads) == k and best.total[-1] > found.total[-1]):
                return best

    def _judged(self, found: Best, bound: Points, k: int, *, blocked: bool) -> Best:
        """Return the best k of ads that have been found by bounds and judged since.

        Parameters
        ----------
        found : Best
        bound : array of int64, shape (n, n_kinds)
            What was taken to be their points for what they ask for.
        k : int
        blocked : bool
        """
        plan = self._scan.plan
        parts, tier = self._scan.kernel.close.by_kind(plan, found.ads, self._codes)
        total = found.total + (parts - bound).sum(axis=1) + plan.tier_points[tier] - plan.tier_points[found.tier]
        kept = np.flatnonzero((tier != _BLOCKED) | blocked)
        return joined([Best(found.ads[kept], total[kept], tier[kept])], plan.order, k)

    def contributions(self, ads: NDArray[np.int64]) -> Mapping[str, Points]:
        """Return the points of some ads that have been judged, by name, each of shape ``(n_ads,)``."""
        scan = self._scan
        told = {name: self._soft(name, ads) for name in self.factors}
        parts, tier = scan.kernel.close.by_kind(scan.plan, ads, self._codes)
        kinds = [kind for kind in scan.weights.verdicts if kind in scan.table.kinds]
        told |= {kind: parts[:, scan.table.kinds.index(kind)] for kind in kinds}
        return {**told, "tier": scan.plan.tier_points[tier]}


def _fits(plan: Plan, n_rounds: int, weights: Weights) -> bool:
    """Tell whether a table is such that the compiled form can bound its ads in 16 and 32 bits."""
    soft, gains = sum(map(abs, weights.soft.values())), plan.gains
    gained = np.bincount(gains.place, np.repeat(gains.points, np.diff(gains.start)), minlength=len(plan.laid.ad))
    most = np.abs(plan.laid.most) + gained
    return bool(
        np.abs(plan.points).max(initial=0) < _SMALL and most.max(initial=0) < 2**15 and n_rounds < 2**16
        and soft < _SOFT
    )  # fmt: skip


def _terms(factor: ByTerms) -> Terms:
    queries = [factor.rows.query(vector) for vector in factor.vectors]
    term, value = (np.concatenate([np.zeros(0, np.int64), *(query[part] for query in queries)]) for part in (0, 1))
    start = np.cumsum([0, *(len(query[0]) for query in queries)])
    return Terms(term, value, start, factor.weight)


def _fit(factor: ByTerms, table: AdTable) -> bool:
    """Tell whether a kernel can add up a factor by itself."""
    known = factor.rows is table.title or (factor.rows is table.text and len(factor.vectors) == 1)
    return known and factor.weight >= 0


def _by_kind(table: AdTable, weights: Weights) -> tuple[Points, Points]:
    """Return the points of each kind by code and for a nice group, and how many groups count."""
    points, most = np.zeros((len(table.kinds), 5), np.int64), np.zeros(len(table.kinds), np.int64)
    for kind, values in weights.verdicts.items():
        if kind in table.kinds:
            place = table.kinds.index(kind)
            points[place] = values.block, values.step, values.unknown, values.met, values.nice
            most[place] = values.most
    return points, most
