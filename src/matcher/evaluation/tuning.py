"""Weights from judgments: fitted, cross-validated over people and ads, rounded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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

FOLDS = 7
_INNER_FOLDS = 3
_STRENGTHS = (0.3, 1.0, 3.0)


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
        Nobody among the profiles is judged, no two ads of any person differ in grade, or too little is judged to keep
        some of it aside.
    """
    judged = [profile for profile in profiles if grades.get(profile.id)]
    if not judged:
        raise ValueError("judgments of people who are among those read; none of their ids is")
    evidence = evidence_of(judged, ads, grades, taxonomy)
    everyone, every_ad = range(len(judged)), np.ones(len(ads), bool)
    fitted = fit(evidence, everyone, every_ad, setting)
    try:
        people, both = (cross_validated(evidence, setting, over_ads=over_ads) for over_ads in (False, True))
    except ValueError:
        raise ValueError("more judged ads of more people: what is left if some are kept aside has no order") from None
    return Tuned(
        whole(evidence.names, fitted),
        len(judged),
        sum(map(len, evidence.grades)),
        people,
        both,
        float(np.mean(judged_ndcgs(evidence, everyone, every_ad, evidence.parts @ fitted))),
    )


def evidence_of(
    profiles: Sequence[Profile],
    ads: Sequence[JobAd],
    grades: Mapping[str, Mapping[str, int]],
    taxonomy: Taxonomy | None = None,
) -> Evidence:
    """Compute what a fit reads, of people in their order and ads in theirs."""
    words = taxonomy or Taxonomy.starter()
    lookup = Lookup(words)
    table = AdTable([link_ad(ad, words) for ad in ads], lookup, DEFAULT_GATES)
    return gather([Person(profile, lookup) for profile in profiles], table, grades)


def cross_validated(evidence: Evidence, setting: Setting, folds: int = FOLDS, *, over_ads: bool = False) -> float:
    """Return mean nDCG@10 of the additive score over people that its weights were not fitted on.

    Parameters
    ----------
    evidence : Evidence
    setting : Setting
    folds : int
    over_ads : bool
        See :func:`over_unseen`.
    """

    def additive(rest: Sequence[int], seen: NDArray[np.bool_], held: Sequence[int]) -> Floats:
        scores: Floats = evidence.parts[list(held)] @ fit(evidence, rest, seen, setting)
        return scores

    return over_unseen(evidence, additive, folds, over_ads=over_ads)


def nested(evidence: Evidence, setting: Setting = DEFAULT_SETTING, *, over_ads: bool = False) -> float:
    """Return mean nDCG@10 over unseen people where the strength of the fit, too, is chosen without them.

    Parameters
    ----------
    evidence : Evidence
    setting : Setting
        Its strength is not used.
    over_ads : bool
        See :func:`over_unseen`.

    Notes
    -----
    Varma, Simon (2006), "Bias in error estimation when using cross-validation for model selection",
    https://doi.org/10.1186/1471-2105-7-91.
    """

    def scored(rest: Sequence[int], seen: NDArray[np.bool_], held: Sequence[int]) -> Floats:
        own = Evidence(evidence.names, evidence.parts[list(rest)][:, seen], _among(evidence, rest, seen))
        settings = [replace(setting, strength=strength) for strength in _STRENGTHS]
        best = max(settings, key=lambda tried: cross_validated(own, tried, _INNER_FOLDS))
        scores: Floats = evidence.parts[list(held)] @ fit(evidence, rest, seen, best)
        return scores

    return over_unseen(evidence, scored, over_ads=over_ads)


def _among(evidence: Evidence, people: Sequence[int], seen: NDArray[np.bool_]) -> list[dict[int, int]]:
    place = np.cumsum(seen) - 1
    return [{int(place[ad]): g for ad, g in evidence.grades[p].items() if seen[ad]} for p in people]


def over_unseen(
    evidence: Evidence,
    scored: Callable[[Sequence[int], NDArray[np.bool_], Sequence[int]], Floats],
    folds: int = FOLDS,
    *,
    over_ads: bool = False,
    keep: Floats | None = None,
) -> float:
    """Return mean nDCG@10 over people that a model was not fitted on.

    Parameters
    ----------
    evidence : Evidence
    scored : callable
        Fits on the people and ads of its first two arguments; gives the scores of the people of the third, shape
        ``(n_held, n_ads)``.
    folds : int
    over_ads : bool
        Also halve the ads: fit on one half, rank the other, so that neither person nor ad was seen.
    keep : array of float64, shape (n_people, n_ads), optional
        Filled with the scores.
    """
    n_people, n_ads = evidence.parts.shape[:2]
    half = np.arange(n_ads) % 2 == 0
    splits = [(~half, half), (half, ~half)] if over_ads else [(np.ones(n_ads, bool), np.ones(n_ads, bool))]
    values: list[float] = []
    for fold in range(min(folds, n_people)):
        held = [p for p in range(n_people) if p % folds == fold]
        rest = [p for p in range(n_people) if p % folds != fold]
        for fitted_on, ranked in splits:
            scores = scored(rest, fitted_on, held)
            if keep is not None:
                keep[held] = scores
            values += judged_ndcgs(evidence, held, ranked, scores)
    return float(np.mean(values)) if values else 0.0


def judged_ndcgs(evidence: Evidence, people: Iterable[int], ads: NDArray[np.bool_], scores: Floats) -> list[float]:
    """Return nDCG@10 of the judged ads of each person of whom any relevant ad is judged.

    Parameters
    ----------
    evidence : Evidence
    people : iterable of int
    ads : array of bool, shape (n_ads,)
        Those that count.
    scores : array of float64, shape (n_people, n_ads)
        Of these people.
    """
    values = []
    for person, row in zip(people, scores, strict=True):
        judged = [ad for ad in evidence.grades[person] if ads[ad]]
        grades = [evidence.grades[person][ad] for ad in judged]
        if any(grades):
            order = sorted(range(len(judged)), key=lambda i: (-row[judged[i]], judged[i]))
            values.append(Measure("nDCG", 10).of([grades[i] for i in order], grades))
    return values
