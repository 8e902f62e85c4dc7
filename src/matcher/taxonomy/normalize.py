"""Words to concepts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matcher.taxonomy.concepts import Concept, Hit
from matcher.taxonomy.grams import BUCKETS, grams
from matcher.taxonomy.wording import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matcher.taxonomy.taxonomy import Taxonomy

_THRESHOLD = 450
_CANDIDATES = 40


def spellings(concept: Concept) -> list[tuple[str, float]]:
    """Folded labels of a concept with how surely each means it."""
    found: dict[str, float] = {}
    named = [(text, 1.0) for text in concept.labels.values()]
    named += [(text, 0.99) for group in concept.alternatives.values() for text in group]
    for text, sure in named:
        whole = fold(text)
        found.setdefault(whole, sure)
        if "/" in whole:
            for part in whole.split("/"):
                found.setdefault(part.strip(), 0.97 * sure)
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
        self._texts: list[str] = []
        owners: list[int] = []
        sure: list[float] = []
        for place, concept_id in enumerate(self._ids):
            for text, weight in spellings(taxonomy.concepts[concept_id]):
                self._texts.append(text)
                owners.append(place)
                sure.append(weight)
        self._owners = np.array(owners, dtype=np.int64)
        self._sure = np.array(sure)
        self._exact: dict[str, list[int]] = {}
        for number, text in enumerate(self._texts):
            self._exact.setdefault(text, []).append(number)
        self._bridges = [bridge.normalizer(type) for bridge in bridges]
        self._columns = np.full(BUCKETS, -1, dtype=np.int64)
        rows, hashes = grams(self._texts, 3)
        used = np.unique(hashes)
        self._columns[used] = np.arange(len(used))
        frequency = np.bincount(self._columns[hashes], minlength=len(used)) if len(used) else np.zeros(0)
        self._idf = np.log1p(len(self._texts) / np.maximum(1, frequency))
        self._matrix = self._vectors(rows, hashes, len(self._texts)).T.tocsr()
        self._known: dict[str, list[tuple[int, int]]] = {}

    def _vectors(self, rows: NDArray[np.int64], hashes: NDArray[np.int64], n: int):  # type: ignore[no-untyped-def]
        import numpy as np
        from scipy.sparse import csr_array

        columns = self._columns[hashes]
        inside = columns >= 0
        total = np.bincount(rows, minlength=n)
        known = np.bincount(rows[inside], minlength=n)
        table = csr_array((np.ones(inside.sum()), (rows[inside], columns[inside])), shape=(n, len(self._idf)))
        table.sum_duplicates()
        table.data = np.log1p(table.data) * self._idf[table.indices]
        norms = np.sqrt(np.bincount(np.repeat(np.arange(n), np.diff(table.indptr)), table.data**2, n))
        # Grams that no label has count as rare ones.
        norms = np.sqrt(norms**2 + (total - known) * (self._idf.max() if len(self._idf) else 1.0) ** 2)
        table.data /= np.maximum(np.repeat(norms, np.diff(table.indptr)), 1e-9)
        return table

    def rank(self, phrases: Sequence[str], k: int) -> list[list[Hit]]:
        """Hits of each phrase, in the phrases' order."""
        folded = [fold(phrase) for phrase in phrases]
        new = [text for text in dict.fromkeys(folded) if text and text not in self._known]
        for start in range(0, len(new), 2000):
            part = new[start : start + 2000]
            self._known.update(zip(part, self._search(part), strict=True))
        answers = []
        for text in folded:
            found = self._known[text][:k] if text else []
            answers.append([Hit(self._ids[place], self._labels[place], points) for place, points in found])
        return answers

    def _search(self, texts: list[str]) -> list[list[tuple[int, int]]]:
        from rapidfuzz.fuzz import ratio

        if not self._texts:
            return [[] for _ in texts]
        rows, hashes = grams(texts, 3)
        product = (self._vectors(rows, hashes, len(texts)) @ self._matrix).tocsr()
        answers = []
        for row, text in enumerate(texts):
            span = slice(product.indptr[row], product.indptr[row + 1])
            cosines, numbers = product.data[span], product.indices[span]
            if len(cosines) > _CANDIDATES:
                keep = cosines.argpartition(-_CANDIDATES)[-_CANDIDATES:]
                cosines, numbers = cosines[keep], numbers[keep]
            points: dict[int, int] = {}
            for number, cosine in zip(numbers.tolist(), cosines.tolist(), strict=True):
                likeness = 0.5 * cosine + 0.5 * ratio(text, self._texts[number]) / 100
                if self._texts[number] == text:
                    likeness = 1.0
                elif likeness > 0.95:
                    likeness = 0.95
                place, value = int(self._owners[number]), round(1000 * likeness * self._sure[number])
                if value > points.get(place, _THRESHOLD):
                    points[place] = value
            answers.append(sorted(points.items(), key=lambda pair: (-pair[1], self._ids[pair[0]])))
        return answers
