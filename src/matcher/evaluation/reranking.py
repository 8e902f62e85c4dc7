"""A gradient-boosted reranker for researchers: what trees could gain over the additive score, honestly measured.

It is never the default and is not kept: it learns from the parts that the additive score is made of, is measured on
people and ads that it has not seen, and its points can be written out as one more component (``rank --component``). No
model file exists, so none can run code when it is opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.evaluation.fitting import DEFAULT_SETTING, Evidence, Floats, Setting
from matcher.evaluation.tuning import cross_validated, judged_ndcgs, over_unseen

STEADY = {"max_iter": 80, "max_leaf_nodes": 6, "learning_rate": 0.08, "min_samples_leaf": 15, "l2_regularization": 1.0}
"""Small trees and few of them: there are about a thousand graded pairs. Set beforehand, not searched for."""
POINTS = 300
"""Points of one grade, so that the reranker is of the size of the score's own components."""


@dataclass(frozen=True, slots=True)
class Reranked:
    """Mean nDCG@10 of the additive score and of trees over its parts, each fitted on others.

    Attributes
    ----------
    additive, trees : float
        People that neither was fitted on.
    additive_pairs, trees_pairs : float
        The ads unseen too; lists are half as long, so they are not to be compared with the others.
    fitted : float
        Trees on what they were fitted on: how far they can bend to it.
    points : dict of str to dict of str to int
        Person → ad → points of trees that were fitted without that person.
    """

    additive: float
    trees: float
    additive_pairs: float
    trees_pairs: float
    fitted: float
    points: Mapping[str, Mapping[str, int]]


def rerank(
    evidence: Evidence, people: Sequence[str], ads: Sequence[str], *, setting: Setting = DEFAULT_SETTING
) -> Reranked:
    """Measure trees against the additive score on unseen people, and on unseen people and ads.

    Parameters
    ----------
    evidence : Evidence
    people, ads : sequence of str
        Ids in the order of the evidence.
    setting : Setting
        Its seed decides the trees too.

    Returns
    -------
    Reranked

    Raises
    ------
    ValueError
        No two ads of any person differ in grade.
    """

    def trees(rest: Sequence[int], seen: NDArray[np.bool_], held: Sequence[int]) -> Floats:
        return _grown(evidence, rest, seen, held, setting)

    everyone, every_ad = range(len(people)), np.ones(len(ads), bool)
    own = trees(everyone, every_ad, everyone)
    held_out = np.zeros((len(people), len(ads)))
    measured = over_unseen(evidence, trees, keep=held_out)
    return Reranked(
        cross_validated(evidence, setting),
        measured,
        cross_validated(evidence, setting, over_ads=True),
        over_unseen(evidence, trees, over_ads=True),
        float(np.mean(judged_ndcgs(evidence, everyone, every_ad, own))),
        {
            person: {ad: round(float(held_out[row, place]) * POINTS) for place, ad in enumerate(ads)}
            for row, person in enumerate(people)
        },
    )


def _grown(
    evidence: Evidence, rest: Sequence[int], seen: NDArray[np.bool_], held: Sequence[int], setting: Setting
) -> Floats:
    """Expect grades of some people on every ad, by trees fitted on others; shape ``(n_held, n_ads)``."""
    from sklearn.ensemble import HistGradientBoostingRegressor
    from threadpoolctl import threadpool_limits

    random = np.random.RandomState(setting.seed)
    rows, grades, weights = [], [], []
    for person in rest:
        judged = {ad: grade for ad, grade in evidence.grades[person].items() if seen[ad]}
        free = np.array([ad for ad in np.flatnonzero(seen) if ad not in evidence.grades[person]], np.intp)
        drawn = random.choice(free, min(setting.n_unjudged, len(free)), replace=False)
        rows.append(evidence.parts[person, [*judged, *drawn.tolist()]])
        grades += [*judged.values(), *[0] * len(drawn)]
        weights += [*[1.0] * len(judged), *[setting.unjudged] * len(drawn)]
    if not any(grades):
        raise ValueError("the judgments hold no two ads of one person with different grades")
    model = HistGradientBoostingRegressor(random_state=setting.seed, early_stopping=False, **STEADY)
    flat = evidence.parts[list(held)].reshape(-1, evidence.parts.shape[2])
    with threadpool_limits(1):  # as in fitting: several wait for one another, and add up in another order
        model.fit(np.concatenate(rows), np.array(grades), sample_weight=np.array(weights))
        expected: Floats = model.predict(flat).reshape(len(held), -1)
    return expected
