"""Words to concepts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matcher.taxonomy.concepts import Concept, Hit
from matcher.taxonomy.labelindex import LabelIndex
from matcher.taxonomy.wording import fold

if TYPE_CHECKING:
    from matcher.taxonomy.taxonomy import Taxonomy

_THRESHOLD = 300


def spellings(concept: Concept) -> list[tuple[str, float]]:
    """Folded labels of a concept with how surely each means it."""
    found: dict[str, float] = {}
    named = [(text, 1.0) for text in concept.labels.values()]
    named += [(text, 0.99) for group in concept.alternatives.values() for text in group]
    for text, sure in named:
        whole = fold(text)
        found.setdefault(whole, sure)
    return [(text, sure) for text, sure in found.items() if text]


class Normalizer:
    """Ranks the concepts of one type for phrases.

    Parameters
    ----------
    taxonomy : Taxonomy
    type : str
    bridges : sequence of Taxonomy
    """

    def __init__(self, taxonomy: Taxonomy, type: str, bridges: Sequence[Taxonomy] = ()) -> None:
        import numpy as np

        self._ids = taxonomy.of_type(type)
        self._labels = [taxonomy.concepts[i].label() for i in self._ids]
        texts: list[str] = []
        owners: list[int] = []
        self._exact: dict[str, dict[int, float]] = {}
        for place, concept_id in enumerate(self._ids):
            for text, weight in spellings(taxonomy.concepts[concept_id]):
                texts.append(text)
                owners.append(place)
                self._exact.setdefault(text, {}).setdefault(place, weight)
        self._index = LabelIndex(texts, np.array(owners, dtype=np.int64), len(self._ids)) if texts else None
        self._known: dict[str, list[tuple[int, int]]] = {}

    def rank(self, phrases: Sequence[str], k: int) -> list[list[Hit]]:
        """Hits of each phrase, in the phrases' order."""
        folded = [fold(phrase) for phrase in phrases]
        new = [text for text in dict.fromkeys(folded) if text and text not in self._known]
        self._known.update(zip(new, self._search(new), strict=True))
        answers = []
        for text in folded:
            found = self._known[text][:k] if text else []
            answers.append([Hit(self._ids[place], self._labels[place], points) for place, points in found])
        return answers

    def _search(self, texts: list[str]) -> list[list[tuple[int, int]]]:
        points: list[dict[int, int]] = [{} for _ in texts]
        for rows, concepts, likeness in self._index.search(texts) if self._index else ():
            for row, place, like in zip(rows.tolist(), concepts.tolist(), likeness.tolist(), strict=True):
                points[row][place] = round(950 * like)
        for row, text in enumerate(texts):
            for place, sure in self._exact.get(text, {}).items():
                points[row][place] = round(1000 * sure)-30+round(30*points[row].get(place,0)/950)
        answers = []
        for found in points:
            ranked = sorted(found.items(), key=lambda pair: (-pair[1], self._ids[pair[0]]))
            answers.append(ranked if ranked and ranked[0][1] >= _THRESHOLD else [])
        return answers
