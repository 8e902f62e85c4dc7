"""The score: soft components and verdicts added up in whole points, for one person against a table of ads.

This plain numpy form is the reference: every faster kernel must return the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.components import Component, Points
from matcher.ranking.person import Person
from matcher.ranking.table import AdTable
from matcher.ranking.verdicts import BLOCK, MET, STEP, UNKNOWN
from matcher.ranking.weights import VerdictPoints, Weights

TIERS = ("ready", "ask", "step", "blocked")
"""From best to worst; a tier's index is its code."""


@dataclass(frozen=True, slots=True)
class Scores:
    """One person's points on every ad.

    Attributes
    ----------
    contributions : dict of str to array of int64, shape (n_ads,)
        Points by name; a name whose points are 0 everywhere may be absent.
    total : array of int64, shape (n_ads,)
        Their sum.
    tier : array of int8, shape (n_ads,)
        Index into :data:`TIERS`.
    """

    contributions: dict[str, Points]
    total: Points
    tier: NDArray[np.int8]


def score(person: Person, table: AdTable, components: Sequence[Component], weights: Weights) -> Scores:
    """Score one person against all ads of a table.

    Parameters
    ----------
    person : Person
    table : AdTable
    components : sequence of Component
        Those without a weight are left out.
    weights : Weights

    Returns
    -------
    Scores
    """
    parts: dict[str, Points] = {}
    for component in components:
        if weights.soft.get(component.name):
            parts[component.name] = component.points(person, table, weights.soft[component.name])
    codes = group_codes(person, table)
    for kind, points in weights.verdicts.items():
        if kind in table.kinds:
            parts[kind] = _verdict_points(table, codes, table.kinds.index(kind), points)
    total = np.zeros(len(table), np.int64)
    for part in parts.values():
        total += part
    return Scores(parts, total, _tiers(table, codes))


def group_codes(person: Person, table: AdTable) -> NDArray[np.int8]:
    """Judge every distinct demand once; a group takes the best code of its rows. Shape ``(n_groups,)``."""
    groups = table.groups
    if not len(groups.demand):
        return np.zeros(0, np.int8)
    judged = [table.gates[demand.kind].judge(person, demand).code for demand in table.demands]
    rows = np.array(judged, np.int8)[groups.demand]
    codes: NDArray[np.int8] = np.maximum.reduceat(rows, groups.start[:-1])
    return codes


def _verdict_points(table: AdTable, codes: NDArray[np.int8], kind: int, points: VerdictPoints) -> Points:
    groups, n_ads = table.groups, len(table)
    ours = groups.kind == kind
    must = ours & groups.must
    total = np.zeros(n_ads, np.int64)
    left = np.full(n_ads, points.most, np.int64)
    # The worst verdicts count first, until `most` groups of the ad have counted.
    for code, value in ((BLOCK, points.block), (STEP, points.step), (UNKNOWN, points.unknown), (MET, points.met)):
        counted = np.minimum(np.bincount(groups.ad[must & (codes == code)], minlength=n_ads), left)
        total += value * counted
        left -= counted
    nice = np.bincount(groups.ad[ours & ~groups.must & (codes == MET)], minlength=n_ads)
    total += points.nice * np.minimum(nice, points.most)
    return total


def _tiers(table: AdTable, codes: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return the worst verdict among an ad's must groups as a tier."""
    tier = np.zeros(len(table), np.int8)
    must = table.groups.must
    for code, name in ((UNKNOWN, "ask"), (STEP, "step"), (BLOCK, "blocked")):
        tier[table.groups.ad[must & (codes == code)]] = TIERS.index(name)
    return tier
