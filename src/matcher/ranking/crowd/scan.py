"""One ad against all people at once: everybody judged and scored in columns, the best found.

Points are those of :func:`matcher.ranking.scorer.score`. A gate or a component that knows nothing of columns is asked
about one person after the other, which is slow and as right.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.components import Component, points_over
from matcher.ranking.crowd.people import ByTrait, Crowd, speaks_for_itself
from matcher.ranking.factors import Points
from matcher.ranking.gates import Demand, Gate
from matcher.ranking.gates.protocol import Codes, JudgesMany
from matcher.ranking.judging import learn_labels
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.scorer import verdict_parts
from matcher.ranking.table import AdTable, gates_by_kind
from matcher.ranking.topk import top_k
from matcher.ranking.verdicts import MET, TIERS
from matcher.ranking.weights import Weights

_KEPT = 512
"""Demands whose codes are kept, of gates that go by a trait: ads ask for few different ones."""
_BLOCKED = TIERS.index("blocked")


class _TraitGate(ByTrait, Gate, Protocol):
    """A gate that goes by one trait."""


class Chosen(NamedTuple):
    """The best people for an ad, best first.

    Attributes
    ----------
    people : list of Person
        For the one who asked: what is asked of them further leaves with them.
    total : array of int64, shape (n,)
    tier : array of int8, shape (n,)
    contributions : dict of str to array of int64, shape (n,)
    """

    people: list[Person]
    total: Points
    tier: NDArray[np.int8]
    contributions: dict[str, Points]


class CrowdScan:
    """People made ready to be scanned for many ads.

    Parameters
    ----------
    crowd : Crowd
    components : sequence of Component
        Those without a weight are left out.
    weights : Weights
    gates : sequence of Gate
    """

    def __init__(self, crowd: Crowd, components: Sequence[Component], weights: Weights, gates: Sequence[Gate]) -> None:
        self.crowd = crowd
        self.components = [c for c in components if weights.soft.get(c.name)]
        self.weights = weights
        self._kept: dict[Demand, Codes] = {}
        for gate in gates_by_kind(gates).values():
            if isinstance(gate, ByTrait):
                crowd.kinds(gate)

    def best(self, table: AdTable, k: int, lookup: Lookup, *, include_blocked: bool) -> Chosen:
        """Return the best people for the one ad of a table.

        Parameters
        ----------
        table : AdTable
        k : int
        lookup : Lookup
            Of the one who asks; what it learns of the ad's labels stays there.
        include_blocked : bool
            Also those in the tier ``blocked``.
        """
        learn_labels(lookup, table.demands)
        crowd, weights = self.crowd.apart(lookup), self.weights
        soft = {c.name: points_over(c, crowd, table, weights.soft[c.name]) for c in self.components}
        codes = self._codes(crowd, table)
        total, tier = verdict_points(table, codes, weights)
        total = sum(soft.values(), total)
        best = top_k(total, crowd.ids, k, (tier != _BLOCKED) | include_blocked)
        parts = {name: points[best] for name, points in soft.items()} | _parts(table, codes[:, best], weights)
        people = [crowd.people[place].apart(lookup) for place in best.tolist()]
        return Chosen(people, total[best], tier[best], parts)

    def _codes(self, crowd: Crowd, table: AdTable) -> Codes:
        """Judge everybody on each demand, shape ``(n_demands, n_people)``."""
        codes = np.empty((len(table.demands), len(crowd)), np.int8)
        for place, demand in enumerate(table.demands):
            gate = table.gates[demand.kind]
            if isinstance(gate, JudgesMany) and speaks_for_itself(gate, "judge_all", "judge"):
                codes[place] = gate.judge_all(crowd, demand)
            elif isinstance(gate, ByTrait) and speaks_for_itself(gate, "trait", "judge"):
                codes[place] = self._by_trait(gate, demand)
            else:
                codes[place] = [gate.judge(person.apart(crowd.lookup), demand).code for person in crowd.people]
        return codes

    def _by_trait(self, gate: _TraitGate, demand: Demand) -> Codes:
        codes = self._kept.get(demand)
        if codes is None:
            people, number = self.crowd.kinds(gate)
            codes = np.array([gate.judge(person, demand).code for person in people], np.int8)[number]
            if len(self._kept) < _KEPT:
                self._kept[demand] = codes
        return codes


def verdict_points(table: AdTable, codes: Codes, weights: Weights) -> tuple[Points, NDArray[np.int8]]:
    """Add up the points of one ad's verdicts for many people.

    Parameters
    ----------
    table : AdTable
        Of one ad.
    codes : array of int8, shape (n_demands, n_people)
    weights : Weights

    Returns
    -------
    array of int64, shape (n_people,)
        Points of verdicts and tier.
    array of int8, shape (n_people,)
        Tiers.
    """
    groups, n = table.groups, codes.shape[1]
    total, tier = np.zeros(n, np.int64), np.zeros(n, np.int8)
    best = _by_group(table, codes)
    for kind in np.unique(groups.kind).tolist():
        points = weights.verdicts.get(table.kinds[kind])
        if points is not None:
            ours = groups.kind == kind
            worst = np.sort(best[ours & groups.must], axis=0)[: points.most]
            total += np.array([points.block, points.step, points.unknown, points.met], np.int64)[worst].sum(axis=0)
            total += points.nice * np.minimum((best[ours & ~groups.must] == MET).sum(axis=0), points.most)
    if groups.must.any():
        tier = (MET - best[groups.must].min(axis=0)).astype(np.int8)
    return total + np.array([weights.tiers.get(name, 0) for name in TIERS], np.int64)[tier], tier


def _by_group(table: AdTable, codes: Codes) -> Codes:
    """Give each group the best code of its rows, shape ``(n_groups, n_people)``."""
    groups = table.groups
    if not len(groups.kind):
        return codes[:0]
    best: Codes = np.maximum.reduceat(codes[groups.demand], groups.start[:-1], axis=0)
    return best


def _parts(table: AdTable, codes: Codes, weights: Weights) -> dict[str, Points]:
    """Return the points of one ad's verdicts by name, for people with codes of shape ``(n_demands, n_people)``."""
    as_often = table.groups.take(np.zeros(codes.shape[1], np.int64))
    return verdict_parts(as_often, table.kinds, _by_group(table, codes).T.ravel(), weights)
