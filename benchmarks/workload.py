"""A made-up county: ads and people as term vectors, works, places and demands, from a seed.

Shaped like real ads where it matters for speed: words by a power law, occupations with words of their own, about 119
terms an ad and 30 a person, so that the commonest terms make most of the work. Nothing in it is anybody's text.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from matcher.ranking.gates import Demand
from matcher.ranking.groups import GroupRows
from matcher.ranking.indexing.columns import AdColumns
from matcher.ranking.lookup import Work
from matcher.ranking.termrows import TermRows

N_TERMS, N_TOPICS, N_PLACES = 150_000, 400, 26
KINDS = ("language", "driving_licence", "education", "experience", "certificate", "skill")
DEMANDS = (60, 10, 300, 1_500, 60, 12_000)
"""Distinct demands of each kind."""
_STEP, _SPREAD = 31, 20
"""A topic's demands begin so far from those of the topic before, and are one in so many of a kind."""


@dataclass(frozen=True)
class County:
    """Ads in the library's columns and as a matrix, people as vectors.

    Attributes
    ----------
    columns : AdColumns
    ads : csr_matrix of float32, shape (n_ads, n_terms)
        The same weights as ``columns.text``.
    people : csr_matrix of float32, shape (n_people, n_terms)
    topic : array of int64, shape (n_people,)
    kind_of_demand : array of int8, shape (n_demands,)
    """

    columns: AdColumns
    ads: sparse.csr_matrix
    people: sparse.csr_matrix
    topic: NDArray[np.int64]
    kind_of_demand: NDArray[np.int8]

    def of_topic(self, topic: int) -> NDArray[np.bool_]:
        """Tell which demands ads of a topic make, shape ``(n_demands,)``."""
        place = np.concatenate([np.arange(n) for n in DEMANDS])
        size = np.array(DEMANDS)[self.kind_of_demand]
        return (place - _STEP * topic) % size < size // _SPREAD + 1


def make(n_ads: int, n_people: int, seed: int) -> County:
    """Make a county."""
    random = np.random.default_rng(seed)
    own_words = random.integers(0, N_TERMS, (N_TOPICS, 2_000))
    popular = 1.0 / np.arange(1, N_TOPICS + 1) ** 0.6
    ad_topic = random.choice(N_TOPICS, n_ads, p=popular / popular.sum())
    person_topic = random.choice(N_TOPICS, n_people, p=popular / popular.sum())
    counted = _draw(random, ad_topic, own_words, 119, 0.62)
    frequency = np.maximum(np.bincount(counted.indices, minlength=N_TERMS), 1)
    idf = np.log((n_ads + 1) / frequency)
    ads = _weighted(counted, idf)
    people = _weighted(_draw(random, person_topic, own_words, 27, 0.29), idf)
    used = np.flatnonzero(np.bincount(ads.indices, minlength=N_TERMS))
    place = np.full(N_TERMS, -1)
    place[used] = np.arange(len(used))
    ads, people = ads[:, used], people[:, used]
    row = np.repeat(np.arange(n_ads), np.diff(ads.indptr))
    names = [f"t{term:06d}" for term in used.tolist()]
    text = TermRows.laid_out(names, ads.indices.astype(np.int64), row, ads.data.astype(np.uint16), n_ads)
    titles = TermRows.of([{f"w{topic:03d}": 900, f"x{topic // 20:02d}": 300} for topic in ad_topic.tolist()])
    groups, demands, kinds = _groups(random, ad_topic)
    columns = AdColumns(
        [f"{i:06d}" for i in range(n_ads)],
        [Work((f"o{topic}",)) for topic in range(N_TOPICS)], ad_topic.astype(np.int32),
        [f"p{i}" for i in range(N_PLACES)], random.integers(0, N_PLACES, n_ads).astype(np.int32),
        ["full", "part", None], random.choice(3, n_ads, p=[0.6, 0.2, 0.2]).astype(np.int32),
        random.random(n_ads) < 0.05, np.zeros(n_ads, "S10"), demands, groups, text, titles,
    )  # fmt: skip
    return County(columns, ads, people, person_topic, kinds)


def _draw(
    random: np.random.Generator, topic: NDArray[np.int64], own: NDArray[np.int64], length: int, common: float
) -> sparse.csr_matrix:
    """Draw about ``length`` distinct terms a row: common ones by a power law, the others of the row's topic."""
    n, drawn = len(topic), round(length * 1.32)
    ranks = np.minimum(random.pareto(0.65, (n, drawn)) * 48, N_TERMS - 1).astype(np.int64)
    places = np.minimum(random.pareto(0.9, (n, drawn)) * 12, own.shape[1] - 1).astype(np.int64)
    terms = np.where(random.random((n, drawn)) < common, ranks, own[topic[:, None], places])
    rows = np.repeat(np.arange(n), drawn)
    matrix = sparse.csr_matrix((np.ones(n * drawn, np.float32), (rows, terms.ravel())), shape=(n, N_TERMS))
    matrix.sum_duplicates()
    return matrix


def _weighted(counts: sparse.csr_matrix, idf: NDArray[np.float64]) -> sparse.csr_matrix:
    """Weigh and scale to unit length in steps of 1/1024, as the library does."""
    weights = counts.copy()
    weights.data = (1 + np.log(counts.data)) * idf[counts.indices]
    lengths = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
    weights.data = np.round(1024 * weights.data / np.repeat(np.maximum(lengths, 1e-9), np.diff(counts.indptr)))
    weights = weights.astype(np.float32).tocsr()
    weights.eliminate_zeros()
    weights.sort_indices()
    return weights


def _groups(random: np.random.Generator, topic: NDArray[np.int64]) -> tuple[GroupRows, list[Demand], NDArray[np.int8]]:
    """Ask for about nine things an ad, by kinds as real ads do; skills and experience go with the topic."""
    first = np.concatenate([[0], np.cumsum(DEMANDS)])
    kinds = np.repeat(np.arange(len(KINDS), dtype=np.int8), DEMANDS)
    ads: list[list[tuple[int, bool, list[int]]]] = []
    for t in topic.tolist():
        groups: list[tuple[int, bool, list[int]]] = []
        for kind, (mean, n) in enumerate(zip((1.0, 0.25, 0.6, 1.8, 0.2, 4.2), DEMANDS, strict=True)):
            for _ in range(random.poisson(mean)):
                spread = n // _SPREAD + 1
                demand = int(first[kind]) + (_STEP * t + int(random.integers(spread))) % n
                groups.append((kind, bool(random.random() < 0.6), [demand]))
        ads.append(groups)
    demands = [Demand(KINDS[kind], place) for place, kind in enumerate(kinds.tolist())]
    return GroupRows.of(ads), demands, kinds
