"""The score: soft components and verdicts added up in whole points, for one person against a table of ads.

This plain numpy form is the reference: every faster kernel must return the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.components import Component
from matcher.ranking.factors import Points
from matcher.ranking.groups import GroupRows
from matcher.ranking.judging import judged
from matcher.ranking.person import Person
from matcher.ranking.table import AdTable
from matcher.ranking.verdicts import BLOCK, MET, STEP, TIERS, UNKNOWN
from matcher.ranking.weights import Weights
from matcher.records import Kind


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
    parts |= verdict_parts(table.groups, table.kinds, codes, weights)
    total = np.zeros(len(table), np.int64)
    for part in parts.values():
        total += part
    return Scores(parts, total, tiers(table.groups, codes))


def verdict_parts(
    groups: GroupRows, kinds: Sequence[Kind], codes: NDArray[np.int8], weights: Weights
) -> dict[str, Points]:
    """Return the points of verdicts, by kind, and of the tier, for each ad of some groups."""
    parts: dict[str, Points] = {}
    for kind, points in weights.verdicts.items():
        if kind in kinds:
            counts = verdict_counts(groups, codes, kinds.index(kind), points.most)
            none = np.zeros(len(groups), np.int64)
            parts[kind] = sum((getattr(points, name) * counts[name] for name in counts), none)
    parts["tier"] = np.array([weights.tiers.get(name, 0) for name in TIERS], np.int64)[tiers(groups, codes)]
    return parts


def group_codes(person: Person, table: AdTable) -> NDArray[np.int8]:
    """Judge every distinct demand once; a group takes the best code of its rows. Shape ``(n_groups,)``."""
    groups = table.groups
    if not len(groups.demand):
        return np.zeros(0, np.int8)
    rows = judged(person, table, range(len(table.demands)))[groups.demand]
    codes: NDArray[np.int8] = np.maximum.reduceat(rows, groups.start[:-1])
    return codes


def verdict_counts(groups: GroupRows, codes: NDArray[np.int8], kind: int, most: int) -> dict[str, Points]:
    """Count each ad's groups of one kind by verdict.

    Parameters
    ----------
    groups : GroupRows
    codes : array of int8, shape (n_groups,)
    kind : int
        Its place among the kinds of the groups' table.
    most : int
        At most so many ``must`` groups count, the worst first; so that a long list does not sink an ad.

    Returns
    -------
    dict of str to array of int64, shape (n_ads,)
        ``block``, ``step``, ``unknown`` and ``met`` must groups, and ``nice`` groups that are met.
    """
    n_ads, ours = len(groups), groups.kind == kind
    must = ours & groups.must
    left = np.full(n_ads, most, np.int64)
    counts: dict[str, Points] = {}
    for code, name in ((BLOCK, "block"), (STEP, "step"), (UNKNOWN, "unknown"), (MET, "met")):
        counts[name] = np.minimum(np.bincount(groups.ad[must & (codes == code)], minlength=n_ads), left)
        left -= counts[name]
    nice = np.bincount(groups.ad[ours & ~groups.must & (codes == MET)], minlength=n_ads)
    counts["nice"] = np.minimum(nice, most)
    return counts


def tiers(groups: GroupRows, codes: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return the worst verdict among each ad's must groups as a tier, shape ``(n_ads,)``."""
    tier = np.zeros(len(groups), np.int8)
    for code, name in ((UNKNOWN, "ask"), (STEP, "step"), (BLOCK, "blocked")):
        tier[groups.ad[groups.must & (codes == code)]] = TIERS.index(name)
    return tier
