"""How far the words of a label are found in many texts at once, as :class:`~matcher.ranking.wordmatch.HeldTexts` tells.

What thousands of people tell is made of far fewer words. Each distinct word is compared with a label once, and only
the texts that hold one like it are touched.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.groups import spans, starts
from matcher.ranking.wordmatch import content_words, edges_of, weighted_words, word_likeness


class CrowdTexts:
    """Distinct texts, indexed by their words.

    Parameters
    ----------
    texts : sequence of str

    Examples
    --------
    >>> told = CrowdTexts(["golvvård", "fönsterputs"])
    >>> told.coverages("golvvård på kontor").round(1).tolist()
    [0.7, 0.0]
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._n = len(texts)
        numbers: dict[str, int] = {}
        rows = [[numbers.setdefault(word, len(numbers)) for word in content_words(text)] for text in texts]
        word = np.array([number for row in rows for number in row], np.int64)
        text = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        self._text = text[np.argsort(word, kind="stable")]
        self._start = starts(np.bincount(word, minlength=len(numbers)))
        self._by_edge: dict[str, list[tuple[str, int]]] = {}
        for told, number in numbers.items():
            for edge in set(edges_of(told)):
                self._by_edge.setdefault(edge, []).append((told, number))

    def coverages(self, label: str) -> NDArray[np.float64]:
        """Return for each text the share of the label's meaning that it holds, in [0, 1]; shape ``(n_texts,)``."""
        found, total = np.zeros(self._n), 0.0
        for word, weight in weighted_words(label):
            # Added up word by word in the label's order, so that a share is what it is for a text alone, to the bit.
            total += weight
            alike = self._alike(word)
            if alike:
                likest = np.zeros(self._n)
                for likeness, numbers in alike:
                    likest[self._text[spans(self._start, numbers)]] = likeness
                found += weight * likest
        return found / total if total else found

    def _alike(self, word: str) -> list[tuple[float, NDArray[np.int64]]]:
        """Return the words that are like this one by how like they are, the most alike last."""
        alike: dict[float, list[int]] = {}
        for edge in edges_of(word):
            for other, number in self._by_edge.get(edge, ()):
                likeness = word_likeness(word, other)
                if likeness > 0.0:
                    alike.setdefault(likeness, []).append(number)
        return [(likeness, np.array(numbers, np.int64)) for likeness, numbers in sorted(alike.items())]
