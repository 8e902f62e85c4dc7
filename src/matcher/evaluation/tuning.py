"""Weights from judgments: fitted, cross-validated over people and ads, rounded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.evaluation.fitting import DEFAULT_SETTING, Evidence, Floats, Setting, fit, gather, whole
from matcher.evaluation.measures import Measure
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.table import AdTable
from matcher.ranking.weights import Weights
from matcher.records import JobAd, Profile
from matcher.taxonomy import Taxonomy, link_ad


@dataclass(frozen=True, slots=True)
class Tuned:
    """Fitted weights and how well they do.

    Attributes
    ----------
    weights : Weights
    n_people, n_pairs : int
        With judgments, and judgments in all.
    unseen_people : float
        Mean nDCG@10 of people that the weights were not fitted on (cross-validation).
    unseen_pairs : float
        The same where the ads are unseen too; lists are half as long, so it is not to be compared with the others.
    fitted : float
        On the judgments that the weights were fitted on.
    """

    weights: Weights
    n_people: int
    n_pairs: int
    unseen_people: float
    unseen_pairs: float
    fitted: float


def tune_weights(
    profiles: Sequence[Profile],
    ads: Sequence[JobAd],
    grades: Mapping[str, Mapping[str, int]],
    *,
    taxonomy: Taxonomy | None = None,
    setting: Setting = DEFAULT_SETTING,
) -> Tuned:
    """Fit the weights of the score on graded pairs.

    Parameters
    ----------
    profiles : sequence of Profile
    ads : sequence of JobAd
        Requirements read; ads that nobody judged help too.
    grades : mapping of str to mapping of str to int
        Profile id → ad id → grade, 0 is no fit.
    taxonomy : Taxonomy, optional
    setting : Setting

    Returns
    -------
    Tuned

    Raises
    ------
    ValueError
        No two ads of any person differ in grade.
    """
    words = taxonomy or Taxonomy.starter()
    lookup = Lookup(words)
    table = AdTable([link_ad(ad, words) for ad in ads], lookup, DEFAULT_GATES)
    judged = [profile for profile in profiles if grades.get(profile.id)]
    evidence = gather([Person(profile, lookup) for profile in judged], table, grades)
    everyone, every_ad = range(len(judged)), np.ones(len(table), bool)
    fitted = fit(evidence, everyone, every_ad, setting)
    values = [v for p in everyone if (v := _ndcg(evidence, p, every_ad, fitted)) is not None]
    return Tuned(
        whole(evidence.names, fitted),
        len(judged),
        sum(map(len, evidence.grades)),
        cross_validated(evidence, setting),
        cross_validated(evidence, setting, over_ads=True),
        float(np.mean(values)),
    )


def cross_validated(evidence: Evidence, setting: Setting, folds: int = 7, *, over_ads: bool = False) -> float:
    """Return mean nDCG@10 over people that the weights were not fitted on.

    Parameters
    ----------
    evidence : Evidence
    setting : Setting
    folds : int
    over_ads : bool
        Also halve the ads: fit on one half, rank the other, so that neither person nor ad was seen.
    """
    n_ads = evidence.parts.shape[1]
    half = np.arange(n_ads) % 2 == 0
    splits = [(~half, half), (half, ~half)] if over_ads else [(np.ones(n_ads, bool), np.ones(n_ads, bool))]
    values = []
    for fold in range(folds):
        held = [p for p in range(len(evidence.grades)) if p % folds == fold]
        rest = [p for p in range(len(evidence.grades)) if p % folds != fold]
        for fitted_on, ranked in splits:
            weights = fit(evidence, rest, fitted_on, setting)
            values += [v for p in held if (v := _ndcg(evidence, p, ranked, weights)) is not None]
    return float(np.mean(values)) if values else 0.0


def _ndcg(evidence: Evidence, person: int, ads: NDArray[np.bool_], weights: Floats) -> float | None:
    judged = [ad for ad in evidence.grades[person] if ads[ad]]
    grades = [evidence.grades[person][ad] for ad in judged]
    if not any(grades):
        return None
    scores = evidence.parts[person, judged] @ weights
    order = sorted(range(len(judged)), key=lambda i: (-scores[i], judged[i]))
    return Measure("nDCG", 10).of([grades[i] for i in order], grades)
