"""The words of each ad, in one place of memory. Importing this module imports numba.

Postings tell which ads have a word; which words an ad has is asked of the few ads that a list turns on.
"""

# ruff: noqa: ANN001, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.compiling import compiled
from matcher.ranking.termrows import BLOCK, TermRows

Int64s = NDArray[np.int64]
TERM_BITS = 21
"""Bits that a term's number has in a word of 32 bits, below its weight."""
_BLOCK = BLOCK


class Words(NamedTuple):
    """Texts by place.

    Attributes
    ----------
    start : array of int64, shape (n_ads + 1,)
        Where the words of each place begin.
    word : array of uint32 or, where there are more terms than fit, of uint64, shape (n,)
        The weight in the highest bits, the number of the term in the lower :data:`TERM_BITS` or 32.
    longest : int
        Words of the longest text.
    length : int
        No text's vector is longer.
    """

    start: Int64s
    word: NDArray[np.uint32] | NDArray[np.uint64]
    longest: int
    length: int


def words_of(place: Int64s, texts: TermRows) -> Words:
    """Turn postings into the words of each place.

    Parameters
    ----------
    place : array of int64, shape (n_ads,)
        Of each row.
    texts : TermRows
        By row.

    Examples
    --------
    >>> words = words_of(np.array([1, 0]), TermRows.of([{"kock": 9}, {"bagare": 3, "kock": 4}]))
    >>> words.start.tolist(), (words.word >> TERM_BITS).tolist(), (words.word % 2**TERM_BITS).tolist()
    ([0, 2, 3], [3, 4, 9], [0, 1, 1])
    >>> words.longest, words.length
    (2, 9)
    """
    few, n = len(texts.terms) <= 1 << TERM_BITS, len(place)
    rows = np.concatenate([np.zeros(0, np.int64), *(part * BLOCK + held for part, held in _parts(texts))])
    counts = np.bincount(rows, minlength=n)
    squares = np.bincount(rows, texts.value.astype(np.float64) ** 2, minlength=n)
    start = np.zeros(n + 1, np.int64)
    start[1 + place] = counts
    np.cumsum(start, out=start)
    word: NDArray[Any] = np.empty(len(texts.value), np.uint32 if few else np.uint64)
    _place(texts.start, texts.row, texts.value, place, start[:-1].copy(), TERM_BITS if few else 32, word)
    return Words(start, word, int(counts.max(initial=0)), int(np.ceil(np.sqrt(squares.max(initial=0)))))


def mask_of(words: Words) -> np.unsignedinteger[Any]:
    """Return what leaves of a word the number of its term."""
    bits = TERM_BITS if words.word.dtype == np.uint32 else 32
    return words.word.dtype.type((1 << bits) - 1)


def _parts(texts: TermRows) -> Iterator[tuple[int, NDArray[np.int64]]]:
    for part, start in enumerate(texts.start):
        yield part, texts.row[int(start[0]) : int(start[-1])].astype(np.int64)


@compiled
def _place(start, row, value, place, begin, bits, word):
    for part in range(start.shape[0]):
        for term in range(start.shape[1] - 1):
            for j in range(start[part, term], start[part, term + 1]):
                p = place[part * _BLOCK + row[j]]
                word[begin[p]] = (np.uint64(value[j]) << np.uint64(bits)) | np.uint64(term)
                begin[p] += 1
