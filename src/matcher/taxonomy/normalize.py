"""Words to concepts: the readings of a phrase, looked up by wording and by likeness, ranked in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from matcher.taxonomy.concepts import Concept, Hit
from matcher.taxonomy.labelindex import LabelIndex
from matcher.taxonomy.phrases import keys, readings, spellings
from matcher.taxonomy.wording import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matcher.taxonomy.bridge import Bridge
    from matcher.taxonomy.taxonomy import Taxonomy

    Ints = NDArray[np.int64]
    Places = tuple[tuple[int, int], ...]

THRESHOLD = 1
"""Points below which even the best concept is none; see docs/normalizing.md for how it was set."""

ALTERNATIVE = 0.99
"""What a label is worth that is not the preferred one."""

_LIKE = 950
_SCALE = 1001
_KEPT = 64
_REMEMBERED = 100_000
_BATCH = 2048


class Normalizer:
    """Ranks concepts for phrases.

    Parameters
    ----------
    taxonomy : Taxonomy
    types : sequence of str
        Types of the concepts to look among.
    bridges : sequence of Bridge
        Further spellings from other taxonomies.
    """

    def __init__(self, taxonomy: Taxonomy, types: Sequence[str], bridges: Sequence[Bridge] = ()) -> None:
        import numpy as np

        self.ids = [concept_id for type in types for concept_id in taxonomy.of_type(type)]
        self._labels = [taxonomy.concepts[i].label() for i in self.ids]
        # Equal points are ordered by id as text.
        self._by_id = np.argsort(np.argsort(np.array(self.ids, dtype=object), kind="stable"), kind="stable")
        self._bridges = bridges
        exact: dict[str, list[int]] = {}
        texts: list[str] = []
        owners: list[int] = []
        for place, concept_id in enumerate(self.ids):
            found: dict[str, float] = {}
            for label, sure in _named(taxonomy.concepts[concept_id]):
                for text, share in spellings(fold(label)):
                    found[text] = max(found.get(text, 0.0), sure * share)
            for text, sure in found.items():
                if text:
                    texts.append(text)
                    owners.append(place)
                    for key, share in keys(text):
                        exact.setdefault(key, []).append(place * _SCALE + round(1000 * sure * share))
        # Numbers and tuples of numbers are nothing to the garbage collector, which otherwise takes a third of the time.
        self._exact = {key: tuple(found) for key, found in exact.items()}
        self._index = LabelIndex(texts, np.array(owners, dtype=np.int64), len(self.ids))
        self._remembered: dict[str, Places] = {}

    def rank(self, phrases: Sequence[str], k: int) -> list[list[Hit]]:
        """Hits of each phrase, in the phrases' order."""
        ids, labels = self.ids, self._labels
        make = Hit._make
        return [[make((ids[i], labels[i], points)) for i, points in found[:k]] for found in self.places(phrases)]

    def places(self, phrases: Sequence[str]) -> list[Places]:
        """Places of the concepts (in ``ids``) with their points, for each phrase."""
        folded = [fold(phrase) for phrase in phrases]
        new = [text for text in dict.fromkeys(folded) if text and text not in self._remembered]
        if len(self._remembered) + len(new) > _REMEMBERED:
            self._remembered.clear()
            new = [text for text in dict.fromkeys(folded) if text]
        for at in range(0, len(new), _BATCH):
            part = new[at : at + _BATCH]
            self._remembered.update(zip(part, self._look_up(part), strict=True))
        return [self._remembered[text] if text else () for text in folded]

    def _look_up(self, phrases: Sequence[str]) -> list[Places]:
        import numpy as np

        texts: dict[str, int] = {}
        read = [
            (row, texts.setdefault(text, len(texts)), w) for row, p in enumerate(phrases) for text, w in readings(p)
        ]
        rows = np.array([row for row, _, _ in read], dtype=np.int64)
        numbers = np.array([number for _, number, _ in read], dtype=np.int64)
        weights = np.array([weight for _, _, weight in read])
        text_of, concepts, points = self._like(list(texts))
        # Every text serves each phrase that it reads.
        start = np.searchsorted(text_of, numbers)
        length = np.searchsorted(text_of, numbers, side="right") - start
        ends = np.cumsum(length)
        place = np.arange(ends[-1] if len(ends) else 0) + np.repeat(start - (ends - length), length)
        triples = [(np.repeat(rows, length), concepts[place], points[place] * np.repeat(weights, length))]
        triples += [bridge.spelled(phrases) for bridge in self._bridges]
        return self._ranked(len(phrases), triples)

    def _like(self, texts: list[str]) -> tuple[Ints, Ints, NDArray[np.float64]]:
        """Text, concept and points of everything like the texts, by text."""
        import numpy as np

        found = self._index.search(texts)
        rows = np.concatenate([f[0] for f in found]) if found else np.zeros(0, np.int64)
        concepts = np.concatenate([f[1] for f in found]) if found else np.zeros(0, np.int64)
        likeness = np.concatenate([f[2] for f in found]) if found else np.zeros(0)
        same = [
            (row, *divmod(code, _SCALE))
            for row, text in enumerate(texts)
            for key, _ in keys(text)
            for code in self._exact.get(key, ())
        ]
        if same:
            # Among concepts that share a wording, the one whose labels are most like it comes first.
            n = len(self.ids)
            like = dict(zip((rows * n + concepts).tolist(), likeness.tolist(), strict=True))
            sure = [s - 30 * (1 - like.get(row * n + i, 0.0)) for row, i, s in same]
            rows = np.concatenate([rows, np.array([row for row, _, _ in same])])
            concepts = np.concatenate([concepts, np.array([i for _, i, _ in same])])
            points = np.concatenate([_LIKE * likeness, sure])
            order = np.argsort(rows, kind="stable")
            return rows[order], concepts[order], points[order]
        return rows, concepts, _LIKE * likeness

    def _ranked(self, n: int, triples: Iterable[tuple[Ints, Ints, NDArray[np.float64]]]) -> list[Places]:
        import numpy as np

        rows, concepts, values = (np.concatenate(column) for column in zip(*triples, strict=True))
        points = np.rint(values).astype(np.int64)
        order = np.lexsort((self._by_id[concepts], -points, rows)) if len(rows) else np.zeros(0, np.int64)
        rows, concepts, points = rows[order], concepts[order], points[order]
        _, first = np.unique(rows * max(1, len(self.ids)) + concepts, return_index=True)
        first.sort()
        rows, concepts, points = rows[first], concepts[first], points[first]
        edges = np.searchsorted(rows, np.arange(n + 1)).tolist()
        pairs = list(zip(concepts.tolist(), points.tolist(), strict=True))
        answers = []
        for start, end in zip(edges, edges[1:], strict=False):
            sure = start < end and pairs[start][1] >= THRESHOLD
            answers.append(tuple(pairs[start : min(end, start + _KEPT)]) if sure else ())
        return answers


def _named(concept: Concept) -> list[tuple[str, float]]:
    named = [(text, 1.0) for text in concept.labels.values()]
    return named + [(text, ALTERNATIVE) for group in concept.alternatives.values() for text in group]
