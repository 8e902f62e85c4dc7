"""Sets, nearnesses and labels turned round: which of many things a word or a concept belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.wordmatch import edges_of, weighted_words, word_likeness

ROUNDING = 1e-9
"""What sums of shares in another order may differ by."""
_AT_HAND = 1 << 14
"""Words of people whose like among the labels are kept."""


class Sets:
    """Which of several sets a name is in.

    Parameters
    ----------
    sets : sequence of iterable of str

    Examples
    --------
    >>> Sets([["kock", "bagare"], ["svetsare"]]).holding(["bagare", "målare"]).tolist()
    [True, False]
    """

    def __init__(self, sets: Sequence[Iterable[str]]) -> None:
        self._n = len(sets)
        places: dict[str, list[int]] = {}
        for place, names in enumerate(sets):
            for name in names:
                places.setdefault(name, []).append(place)
        self._places = {name: np.array(found, np.int64) for name, found in places.items()}

    def holding(self, names: Iterable[str]) -> NDArray[np.bool_]:
        """Tell which sets hold any of some names, shape ``(n_sets,)``."""
        held = np.zeros(self._n, bool)
        for name in names:
            if name in self._places:
                held[self._places[name]] = True
        return held


class Nearness:
    """How near each of several concepts is to others.

    Parameters
    ----------
    rows : sequence of mapping of str to float
        Of each concept those that it is near to.

    Examples
    --------
    >>> Nearness([{"kock": 1.0, "bagare": 0.4}, {"svetsare": 1.0}]).to(["bagare", "kock"]).tolist()
    [1.0, 0.0]
    """

    def __init__(self, rows: Sequence[Mapping[str, float]]) -> None:
        self._n = len(rows)
        places: dict[str, tuple[list[int], list[float]]] = {}
        for place, row in enumerate(rows):
            for concept, value in row.items():
                found = places.setdefault(concept, ([], []))
                found[0].append(place)
                found[1].append(value)
        self._places = {name: (np.array(at, np.int64), np.array(near)) for name, (at, near) in places.items()}

    def to(self, wanted: Iterable[str]) -> NDArray[np.float64]:
        """Return the greatest nearness of each concept to any of some, in [0, 1]; shape ``(n_concepts,)``."""
        near = np.zeros(self._n)
        for concept in wanted:
            if concept in self._places:
                at, values = self._places[concept]
                near[at] = np.maximum(near[at], values)
        return near


class Labels:
    """Labels by their words, and the words by their beginnings and ends, one of which those that are alike share.

    Parameters
    ----------
    labels : iterable of str

    Attributes
    ----------
    number : dict of str to int
        Place of each different label.

    Examples
    --------
    >>> Labels(["golvvård på kontor", "fönsterputs"]).covered(["golvvård"]).round(1).tolist()
    [0.7, 0.0]
    """

    def __init__(self, labels: Iterable[str]) -> None:
        self.number = {label: place for place, label in enumerate(dict.fromkeys(labels))}
        words: dict[str, int] = {}
        rows = [weighted_words(label) for label in self.number]
        word = np.array([words.setdefault(w, len(words)) for row in rows for w, _ in row], np.int64)
        label = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        weight = np.array([x for row in rows for _, x in row], np.float64)
        self._total = np.maximum(np.bincount(label, weight, minlength=len(rows)), ROUNDING)
        order = np.argsort(word, kind="stable")
        self._word, self._label, self._weight = word[order], label[order], weight[order]
        by_edge: dict[str, list[int]] = {}
        for text, number in words.items():
            for edge in edges_of(text):
                by_edge.setdefault(edge, []).append(number)
        self._by_edge, self._words = by_edge, list(words)
        self._alike = lru_cache(_AT_HAND)(self._find_alike)

    def at(self, labels: Iterable[str]) -> NDArray[np.int64]:
        """Return the places of some labels."""
        return np.array([self.number[label] for label in labels], np.int64)

    def covered(self, words: Iterable[str]) -> NDArray[np.float64]:
        """Return the share of each different label that texts with such words can cover at most.

        Returns
        -------
        array of float64, shape (n_labels,)
            In [0, 1], too much by :data:`ROUNDING` at most where the text is one.
        """
        alike = [pair for word in words if len((pair := self._alike(word))[0])]
        if not alike:
            return np.zeros(len(self.number))
        numbers, likeness = (np.concatenate(part) for part in zip(*alike, strict=True))
        best = np.zeros(len(self._words))
        np.maximum.at(best, numbers, likeness)
        # Words of all labels, since to pick out those that are like takes longer than to add nothing for the others.
        shares = np.bincount(self._label, self._weight * best.take(self._word), minlength=len(self._total))
        return shares / self._total + ROUNDING

    def _find_alike(self, word: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the words of labels that a word is like, and how like they are."""
        near = sorted({number for edge in edges_of(word) for number in self._by_edge.get(edge, ())})
        alike = [(number, word_likeness(self._words[number], word)) for number in near]
        rows = np.array([row for row in alike if row[1] > 0.0], np.float64).reshape(-1, 2)
        return rows[:, 0].astype(np.int64), rows[:, 1]
