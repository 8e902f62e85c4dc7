"""Weighted terms of many texts, by number and in compiled loops. Importing this module imports numba.

What comes out is what :func:`~matcher.features.terms.count_terms` and its weights' ``vector`` make of the texts, to the
last step of a weight.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from string import ascii_lowercase
from threading import Lock
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.features.termloops import TOO_MUCH, weigh
from matcher.features.terms import (
    LONGEST_WORD,
    TERMS,
    UNIT,
    TermWeights,
    count_terms,
    default_weights,
    terms_as_spelled,
)
from matcher.taxonomy.scanning.wordtable import Column, WordTable, letters, word_signs
from matcher.taxonomy.wording import readable

_FORGET = 200_000  # words
_MOST = 1 << 10  # of one term in a text


def compile_ahead() -> None:
    """Compile the loops, so that no later process has to."""
    # Types alone are compiled for.
    QuickTerms(TermWeights({}, 1, 1)).weighed([["a"]], 0.0)


class Weighed(NamedTuple):
    """Terms of texts.

    Attributes
    ----------
    terms : list of str
    term, row : array of int64, shape (n,)
        Number of a term among ``terms``, and of a text.
    value : array of uint16, shape (n,)
        Weight in steps of 1/1024.
    """

    terms: list[str]
    term: NDArray[np.int64]
    row: NDArray[np.int64]
    value: NDArray[np.uint16]


class QuickTerms:
    """Weighs the terms of texts, several times as fast once most words have been met.

    Parameters
    ----------
    weights : TermWeights, optional
        The table that ships with the library by default.

    Examples
    --------
    >>> weighed = QuickTerms(TermWeights({}, 100, 1)).weighed([["kock", "disk"], ["C++"]], prior=0.0)
    >>> [weighed.terms[term] for term in weighed.term.tolist()], weighed.row.tolist(), weighed.value.tolist()
    (['kock', 'disk', 'c++'], [0, 0, 1], [724, 724, 1024])
    """

    def __init__(self, weights: TermWeights | None = None) -> None:
        self._lock = Lock()
        self._weights = weights or default_weights()
        self._by_count = np.array([0.0, 1.0, *(1.0 + math.log(n) for n in range(2, _MOST))])
        self._forget()

    def _forget(self) -> None:
        self._words = WordTable(letters(), self._learn)
        self._terms: list[str] = []
        self._number_of: dict[str, int] = {}
        self._idf, self._word_terms, self._term_ends = Column(np.float64), Column(np.int32), Column(np.int32)
        self._term_ends.append(0)
        self._seen, self._counts, self._tick = Column(np.int64), Column(np.int32), 0
        self._found, self._of_text = Column(np.int32), Column(np.float64)
        self._signed = np.array(
            [
                self._number(term)
                for letter in ascii_lowercase
                for sign in ("++", "#")
                for term in terms_as_spelled(letter + sign)
            ],
            np.int32,
        )

    def _learn(self, word: str) -> None:
        self._word_terms.append(*map(self._number, terms_as_spelled(word)))
        self._term_ends.append(self._word_terms.n)

    def _number(self, term: str) -> int:
        if term not in self._number_of:
            self._number_of[term] = len(self._terms)
            self._terms.append(term)
            self._idf.append(self._weights[term])
        return self._number_of[term]

    def weighed(self, texts: Iterable[Iterable[str]], prior: float) -> Weighed:
        """Weigh the terms of some texts, each of several parts.

        Parameters
        ----------
        texts : iterable of iterable of str
        prior : float
            As for :meth:`TermWeights.vector`.

        Returns
        -------
        Weighed
        """
        with self._lock:
            return self._weighed(texts, prior)

    def _weighed(self, texts: Iterable[Iterable[str]], prior: float) -> Weighed:
        if len(self._words.spelled) >= _FORGET:
            self._forget()
        found, values, lengths = [np.empty(0, np.int32)], [np.empty(0, np.uint16)], []
        for parts in map(list, texts):
            terms, value = self._of(parts, prior)
            found.append(terms)
            values.append(value)
            lengths.append(len(terms))
        rows = np.repeat(np.arange(len(lengths)), lengths)
        return Weighed(self._terms, np.concatenate(found).astype(np.int64), rows, np.concatenate(values))

    def _of(self, parts: list[str], prior: float) -> tuple[NDArray[np.int32], NDArray[np.uint16]]:
        n = self._count("\n".join(parts))
        if n == TOO_MUCH:
            vector = self._weights.vector(count_terms(parts), prior=prior)
            return np.array([*map(self._number, vector)], np.int32), np.array([*vector.values()], np.uint16)
        found, weights = self._found.values[:n].copy(), self._of_text.values[:n]
        if n > TERMS:
            least = np.partition(weights, n - TERMS)[n - TERMS]
            kept = np.flatnonzero(weights >= least)
            if len(kept) > TERMS:
                # Equal ones by term.
                equal = sorted(kept[weights[kept] == least].tolist(), key=lambda at: self._terms[found[at]])
                above = kept[weights[kept] > least]
                kept = np.concatenate([above, np.array(equal[: TERMS - len(above)], np.int64)])
            found, weights = found[kept], weights[kept]
        length = math.sqrt(math.fsum((weights * weights).tolist()) + prior * prior)
        scaled = np.rint(weights / length * UNIT) if length else np.zeros(len(weights))
        return found[scaled > 0], scaled[scaled > 0].astype(np.uint16)

    def _count(self, text: str) -> int:
        """Count and weigh the terms of a text; tells how many there are."""
        low = readable(text).text.casefold()
        cut = self._words.cut(low, [(0, len(low))], [1], 0)
        if cut is None:
            return TOO_MUCH
        for column in (self._seen, self._counts, self._found, self._of_text):
            column.room(len(self._terms))
        self._tick += 1
        n: int = weigh(
            cut.codes, word_signs(), LONGEST_WORD, cut.starts, cut.stops, cut.words, cut.n,
            self._term_ends.values, self._word_terms.values, self._signed, self._idf.values, self._by_count,
            self._seen.values, self._counts.values, self._tick, self._found.values, self._of_text.values,
        )  # fmt: skip
        return n
