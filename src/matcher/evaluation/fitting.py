"""Weights from judgments: a pairwise logistic model, kept additive, signed and monotone, and whole numbers at the end.

For each person, every pair of ads with different grades says which of two should score higher; the loss is
``log(1 + exp(-(score difference)))`` (Burges et al. 2005, https://doi.org/10.1145/1102351.1102363), each person's
pairs weighing the same in all. Some ads that nobody judged stand in as grade 0 with a small weight, since judged ads
were pooled from rankers and are all somewhat alike. Signs and order are built into the parameters: nothing good can
cost points, and an unmet ``must`` costs at least as much as an unknown one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.components import DEFAULT_COMPONENTS
from matcher.ranking.person import Person
from matcher.ranking.scorer import group_codes, tiers, verdict_counts
from matcher.ranking.table import AdTable
from matcher.ranking.verdicts import TIERS
from matcher.ranking.weights import VerdictPoints, Weights, default_weights

Floats = NDArray[np.float64]
Name = tuple[str, str]
"""(``soft``, component), (``tier``, tier) or (kind, verdict)."""

POINTS = 300
"""Points of one unit of the fitted model; large enough that rounding to whole points changes no order that matters."""
MARGIN = 12
"""Points that an unknown must is at least better than an unmet one."""
_COSTS = ("avoid",)
_STEPS = ("unknown", "step", "block")
_BY_HAND: Mapping[Name, float] = {
    ("soft", "avoid"): 0.5,
    ("soft", "open_for_all"): 0.04,
    ("soft", "hours"): 0.3,
    ("soft", "unstated"): 1.0,
}
"""Where judgments are too few to tell, weights are pulled to these instead of to nothing."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How to fit.

    Attributes
    ----------
    strength : float
        Of the pull towards nothing (or the hand-set value); found by cross-validation on the development judgments.
    n_unjudged : int
        Unjudged ads a person that stand in as grade 0.
    unjudged : float
        What a pair with such an ad weighs.
    seed : int
        Of the choice of unjudged ads.
    """

    strength: float = 1.0
    n_unjudged: int = 60
    unjudged: float = 0.1
    seed: int = 1


DEFAULT_SETTING = Setting()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything the fit reads: parts of the score at unit weight, and grades.

    Attributes
    ----------
    names : list of Name
    parts : array of float64, shape (n_people, n_ads, n_names)
    grades : list of dict of int to int
        For each person, ad row → grade.
    """

    names: list[Name]
    parts: Floats
    grades: list[dict[int, int]]


def gather(people: Sequence[Person], table: AdTable, grades: Mapping[str, Mapping[str, int]]) -> Evidence:
    """Compute the parts of every pair's score at unit weight.

    Parameters
    ----------
    people : sequence of Person
    table : AdTable
    grades : mapping of str to mapping of str to int
        Person id → ad id → grade.
    """
    rows = [_parts(person, table) for person in people]
    names = list(rows[0])
    place = {ad_id: row for row, ad_id in enumerate(table.ids)}
    judged = [
        {place[ad]: grade for ad, grade in grades.get(person.profile.id, {}).items() if ad in place}
        for person in people
    ]
    return Evidence(names, np.stack([np.stack([row[n] for n in names], 1) for row in rows]), judged)


def _parts(person: Person, table: AdTable) -> dict[Name, Floats]:
    base = default_weights()
    parts: dict[Name, Floats] = {("soft", c.name): c.points(person, table, 1000) / 1000.0 for c in DEFAULT_COMPONENTS}
    codes = group_codes(person, table)
    for kind in base.verdicts:
        counts = verdict_counts(table.groups, codes, table.kinds.index(kind), base.verdicts[kind].most)
        parts.update({(kind, name): column.astype(np.float64) for name, column in counts.items()})
    parts["tier", "blocked"] = (tiers(table.groups, codes) == TIERS.index("blocked")).astype(np.float64)
    return parts


def _transform(names: Sequence[Name]) -> Floats:
    """Matrix from parameters that are never negative to weights that keep signs and order."""
    place = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(names), len(names)))
    for (group, part), i in place.items():
        if part in _STEPS:
            for lower in _STEPS[: _STEPS.index(part) + 1]:
                matrix[i, place[group, lower]] = -1.0
        else:
            matrix[i, i] = -1.0 if group == "tier" or (group == "soft" and part in _COSTS) else 1.0
    return matrix


def fit(evidence: Evidence, people: Sequence[int], ads: NDArray[np.bool_], setting: Setting) -> Floats:
    """Fit unit weights on some people and ads, shape ``(n_names,)``.

    Raises
    ------
    ValueError
        No two ads of any of these people differ in grade.
    """
    from scipy.optimize import minimize
    from threadpoolctl import threadpool_limits

    differences, weights = _pairs(evidence, people, ads, setting)
    matrix = _transform(evidence.names)
    rows = differences @ matrix
    centre = np.array([_BY_HAND.get(name, 0.0) for name in evidence.names])

    def loss(parameters: Floats) -> tuple[float, Floats]:
        margin = rows @ parameters
        slope = -weights / (1.0 + np.exp(np.clip(margin, -500, 500)))
        pull = parameters - centre
        value = weights @ np.logaddexp(0.0, -margin) + setting.strength * (pull @ pull) / 200
        return float(value), rows.T @ slope + setting.strength * pull / 100

    start = np.full(len(evidence.names), 0.1)
    with threadpool_limits(1):  # so small products are slower on several threads, and their sums depend on how many
        found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0.0, None)] * len(start))
    return np.asarray(matrix @ found.x, np.float64)


def _pairs(
    evidence: Evidence, people: Sequence[int], ads: NDArray[np.bool_], setting: Setting
) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(setting.seed)
    differences, weights = [], []
    for person in people:
        grades = {ad: grade for ad, grade in evidence.grades[person].items() if ads[ad]}
        free = np.array([ad for ad in np.flatnonzero(ads) if ad not in evidence.grades[person]], np.intp)
        drawn = rng.choice(free, min(setting.n_unjudged, len(free)), replace=False)
        rows = np.array([*grades, *drawn.tolist()], np.intp)
        grade = np.array([*grades.values(), *[0] * len(drawn)])
        better, worse = np.nonzero(grade[:, None] > grade[None, :])
        if not len(better):
            continue
        weight = (grade[better] - grade[worse]) * np.where(worse >= len(grades), setting.unjudged, 1.0)
        differences.append(evidence.parts[person, rows[better]] - evidence.parts[person, rows[worse]])
        weights.append(weight / weight.sum())
    if not differences:
        raise ValueError("the judgments hold no two ads of one person with different grades")
    return np.concatenate(differences), np.concatenate(weights) / len(weights)


def whole(names: Sequence[Name], fitted: Floats) -> Weights:
    """Round unit weights to whole points and keep unmet at least :data:`MARGIN` below unknown.

    Examples
    --------
    >>> names = [("skill", "met"), ("skill", "unknown"), ("skill", "step"), ("skill", "block"), ("skill", "nice")]
    >>> whole(names, np.array([0.1, 0.0, 0.0, -0.2, 0.0])).verdicts["skill"].step
    -12
    """
    base = default_weights()
    points = {name: round(float(value) * POINTS) for name, value in zip(names, fitted, strict=True)}
    verdicts = {}
    for kind in dict.fromkeys(group for group, part in names if part == "unknown"):
        unknown = points[kind, "unknown"]
        step = min(points[kind, "step"], unknown - MARGIN)
        most = base.verdicts[kind].most if kind in base.verdicts else VerdictPoints().most
        verdicts[kind] = VerdictPoints(
            points[kind, "met"], unknown, step, min(points[kind, "block"], step), points[kind, "nice"], most
        )
    soft = {part: value for (group, part), value in points.items() if group == "soft"}
    return Weights(soft, verdicts, {part: value for (group, part), value in points.items() if group == "tier"})
