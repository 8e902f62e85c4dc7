"""Finds the concepts whose labels are most like a phrase: sparse rows of trigrams and word parts, in two passes.

The first pass adds up the rarest features of a phrase until a budget of postings is spent and keeps the labels that
stand out; the second computes the full likeness of those few. Both work on whole batches of phrases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from matcher.taxonomy.grams import BUCKETS, grams
from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.wordforms import WORD, Splitter, stem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Found = tuple[Ints, Ints, Floats]

GRAMS, PARTS = 0.55, 0.45
LABEL, CONCEPT = 0.82, 0.18
"""Weights of the likeness of characters, of word parts, and of all labels of the concept together."""

COLLECTIVE, PER_NAME = 0.09, -0.05
"""What is added for a concept that names a rest or a collection (what fits no other falls there), and for each e-fold
of its number of labels (many labels have many chances to be like something). These weights were fitted together on one
half of a set of Swedish titles with known concepts and tested on the other; see docs/normalizing.md."""

_COLLECTIVE = re.compile(r"\b(?:m ?\.? ?fl|m\.m|övriga|övrig|och|other|others|n\.e\.c)\b")
GRAM = 3
_WHOLE_WORD, _HEAD, _MODIFIER, _FAMILY = 0.5, 1.3, 1.0, 0.6
_BATCH = 256
# First pass: postings spent on a phrase, share of the best sum that a label needs to be looked at again, and how many.
_POSTINGS, _MAY_STAND_OUT, _LABELS = 2000, 0.3, 64
_LABEL_BITS = 24
# Share of the best likeness that a further label of a concept needs to count for it.
_STANDS_OUT = 0.5


@lru_cache(maxsize=1)
def families() -> Mapping[str, tuple[int, ...]]:
    """Stem of a word to the numbers of the families of like words that it belongs to."""
    found: dict[str, dict[int, None]] = {}
    for number, words in enumerate(read_lexicon("families.tsv")):
        for word in words:
            found.setdefault(stem(word), {})[number] = None
    return {word: tuple(numbers) for word, numbers in found.items()}


class LabelIndex:
    """Labels as rows of features, and concepts as the sum of their labels.

    Parameters
    ----------
    texts : sequence of str
        Folded labels.
    owners : int64 array (len(texts),)
        Concept of each label, in ``range(n_concepts)``.
    n_concepts : int
    """

    def __init__(self, texts: Sequence[str], owners: Ints, n_concepts: int) -> None:
        import numpy as np

        self._owners = owners
        self._n_concepts = n_concepts
        self.words = frozenset(word for text in texts for word in WORD.findall(text))
        self._splitter = Splitter(self.words)
        self._parts: dict[str, int] = {}
        self._of_word: dict[str, tuple[tuple[int, float], ...]] = {}
        rows, hashes = grams(texts, GRAM)
        seen = np.zeros(BUCKETS, dtype=bool)
        seen[hashes] = True
        self._n_grams = int(np.count_nonzero(seen))
        self._columns = np.full(BUCKETS, -1, dtype=np.int32)
        self._columns[seen] = np.arange(self._n_grams, dtype=np.int32)
        words = self._part_rows(texts, learn=True)
        self._n = self._n_grams + len(self._parts)
        counts = self._counts(rows, self._columns[hashes], words, len(texts))
        self._idf = np.log((1 + len(texts)) / (1 + np.bincount(counts.indices, minlength=self._n))) + 1
        self._labels = self._weighted(counts, np.zeros((len(texts), 2)))
        self._postings = self._labels.T.tocsr()
        self._frequency = np.diff(self._postings.indptr)
        self._lengths = self._sum_lengths()
        collective = np.array([bool(_COLLECTIVE.search(text)) for text in texts], dtype=np.float64)
        n_names = np.maximum(1, np.bincount(owners, minlength=n_concepts))
        share = np.bincount(owners, collective, n_concepts) / n_names
        self._leaning = COLLECTIVE * share + PER_NAME * np.log(n_names)

    def _part_rows(self, texts: Sequence[str], learn: bool) -> tuple[Ints, Ints, Floats]:
        """Row, column and weight of each word and word part; column -1 where it is in no label."""
        import numpy as np

        rows: list[int] = []
        columns: list[int] = []
        weights: list[float] = []
        for row, text in enumerate(texts):
            for word in WORD.findall(text):
                found = self._of_word.get(word)
                if found is None:
                    found = self._word(word, learn)
                for column, weight in found:
                    rows.append(row)
                    columns.append(column)
                    weights.append(weight)
        return np.array(rows, np.int64), np.array(columns, np.int64), np.array(weights)

    def _word(self, word: str, learn: bool) -> tuple[tuple[int, float], ...]:
        if len(self._of_word) > 200_000:
            self._of_word.clear()
        *modifiers, head = self._splitter.parts(word)
        parts = [(stem(head), _HEAD if modifiers else _MODIFIER), *((stem(part), _MODIFIER) for part in modifiers)]
        units = [(f"w:{stem(word)}", _WHOLE_WORD), *((f"p:{root}", weight) for root, weight in parts)]
        known = families()
        for root, weight in parts:
            if root in known:
                units += [(f"f:{family}", weight * _FAMILY) for family in known[root]]
        if learn:
            for unit, _ in units:
                self._parts.setdefault(unit, len(self._parts))
        place, first = self._parts.get, self._n_grams
        found = tuple([(-1 if (at := place(unit)) is None else first + at, weight) for unit, weight in units])
        self._of_word[word] = found
        return found

    def _counts(self, rows: Ints, columns: NDArray[np.int32], words: tuple[Ints, Ints, Floats], n: int) -> csr_array:
        import numpy as np
        from scipy.sparse import coo_array

        known, known_words = columns >= 0, words[1] >= 0
        data = np.concatenate([np.ones(np.count_nonzero(known)), words[2][known_words]])
        places = (
            np.concatenate([rows[known], words[0][known_words]]).astype(np.int32),
            np.concatenate([columns[known], words[1][known_words]]).astype(np.int32),
        )
        return coo_array((data, places), shape=(n, self._n)).tocsr()

    def _weighted(self, counts: csr_array, unknown: Floats) -> csr_array:
        """Weigh counts by rarity and give each block of a row its share of the length 1.

        What no label has counts in the length as a rarest feature: ``unknown`` holds its squared counts, by block.
        """
        import numpy as np
        from scipy.sparse import csr_array

        n = counts.shape[0]
        data = counts.data * self._idf[counts.indices]
        block = 2 * np.repeat(np.arange(n), np.diff(counts.indptr)) + (counts.indices >= self._n_grams)
        lengths = np.bincount(block, data**2, 2 * n) + unknown.ravel() * (self._idf.max() if self._n else 1.0) ** 2
        data *= np.sqrt(np.tile([GRAMS, PARTS], n) / np.maximum(lengths, 1e-12))[block]
        return csr_array((data.astype(np.float32), counts.indices, counts.indptr), shape=counts.shape)

    def _queries(self, texts: Sequence[str]) -> csr_array:
        import numpy as np

        n = len(texts)
        rows, hashes = grams(texts, GRAM)
        columns = self._columns[hashes]
        words = self._part_rows(texts, learn=False)
        strange, strange_words = columns < 0, words[1] < 0
        unknown = np.stack(
            [
                np.bincount(rows[strange], minlength=n).astype(np.float64),
                np.bincount(words[0][strange_words], words[2][strange_words] ** 2, n).astype(np.float64),
            ],
            axis=1,
        )
        return self._weighted(self._counts(rows, columns, words, n), unknown)

    def _sum_lengths(self) -> Floats:
        """Length of the sum of each concept's label rows."""
        import numpy as np
        from scipy.sparse import csr_array

        n = len(self._owners)
        members = csr_array((np.ones(n, np.float32), (self._owners, np.arange(n))), shape=(self._n_concepts, n))
        sums = (members @ self._labels).tocsr()
        rows = np.repeat(np.arange(self._n_concepts), np.diff(sums.indptr))
        return np.sqrt(np.maximum(np.bincount(rows, sums.data**2, self._n_concepts), 1e-9))

    def is_compound(self, word: str) -> bool:
        """Whether a word is made of words and stems that the labels know."""
        return len(self._splitter.parts(word)) > 1

    def search(self, texts: Sequence[str]) -> list[Found]:
        """Find the labels that are like each text.

        Parameters
        ----------
        texts : sequence of str
            Folded.

        Returns
        -------
        list of (rows, concepts, likeness)
            One entry a batch of texts: place of the text, concept, and the likeness in [0, 1] of its best label; by
            text, then most like first.
        """
        return [self._search(texts[at : at + _BATCH], at) for at in range(0, len(texts), _BATCH)]

    def _search(self, texts: Sequence[str], offset: int) -> Found:
        import numpy as np

        queries = self._queries(texts)
        rows, labels = self._candidates(queries)
        if not len(rows):
            return rows, labels, np.zeros(0)
        likeness = self._products(queries, rows, labels)
        starts = np.flatnonzero(np.diff(rows, prepend=-1))
        highest = np.repeat(np.maximum.reduceat(likeness, starts), np.diff(np.append(starts, len(rows))))
        counted = np.where(likeness >= _STANDS_OUT * highest, likeness, 0.0)
        # Labels lie by concept, so the labels of one concept stand together.
        keys = rows * self._n_concepts + self._owners[labels]
        first = np.flatnonzero(np.diff(keys, prepend=-1))
        rows, concepts = np.divmod(keys[first], self._n_concepts)
        best = np.maximum.reduceat(likeness, first)
        whole = np.add.reduceat(counted, first) / self._lengths[concepts]
        return rows + offset, concepts, np.clip(LABEL * best + CONCEPT * whole + self._leaning[concepts], 0.0, 1.0)

    def _products(self, queries: csr_array, rows: Ints, labels: Ints) -> Floats:
        """Likeness of row ``rows[i]`` of the queries and label ``labels[i]``."""
        import numpy as np
        from scipy.sparse import csr_array

        n = queries.shape[0]
        # Only the columns that the batch uses stand side by side, so that the look-ups stay in the cache.
        used = np.flatnonzero(np.bincount(queries.indices, minlength=self._n))
        width = len(used) + 1
        column = np.full(self._n, len(used), dtype=np.int32)
        column[used] = np.arange(len(used), dtype=np.int32)
        dense = np.zeros((n, width))
        dense[np.repeat(np.arange(n), np.diff(queries.indptr)), column[queries.indices]] = queries.data
        chosen = self._labels[labels]
        places = column[chosen.indices] + np.repeat((rows * width).astype(np.int32), np.diff(chosen.indptr))
        return csr_array((chosen.data, places, chosen.indptr), shape=(len(labels), n * width)) @ dense.ravel()

    def _candidates(self, queries: csr_array) -> tuple[Ints, Ints]:
        import numpy as np
        from scipy.sparse import csr_array

        n = queries.shape[0]
        row_of = np.repeat(np.arange(n), np.diff(queries.indptr))
        frequency = self._frequency[queries.indices]
        order = np.lexsort((frequency, row_of))
        spent = np.cumsum(frequency[order])
        before = np.concatenate([[0], spent])[queries.indptr[:-1]]
        cheap = np.zeros(len(order), dtype=bool)
        cheap[order] = spent - np.repeat(before, np.diff(queries.indptr)) <= _POSTINGS
        # The rarest feature is always used, however common it is.
        nonempty = np.diff(queries.indptr) > 0
        cheap[order[queries.indptr[:-1][nonempty]]] = True
        # One type of integers throughout, or the product copies the postings.
        indptr = np.concatenate([[0], np.cumsum(np.bincount(row_of[cheap], minlength=n))]).astype(np.int32)
        few = csr_array((queries.data[cheap], queries.indices[cheap], indptr), shape=queries.shape)
        product = (few @ self._postings).tocsr()
        filled = np.flatnonzero(np.diff(product.indptr))
        highest = np.zeros(n, np.float32)
        highest[filled] = np.maximum.reduceat(product.data, product.indptr[filled]) if len(filled) else 0
        rows = np.repeat(np.arange(n), np.diff(product.indptr))
        standing = np.flatnonzero(product.data >= _MAY_STAND_OUT * highest[rows])
        rows, labels = rows[standing], product.indices[standing].astype(np.int64)
        chosen = rows << _LABEL_BITS | labels
        crowded = (np.bincount(rows, minlength=n) > _LABELS)[rows]
        if crowded.any():
            first = _highest_of_each(rows[crowded], product.data[standing[crowded]], labels[crowded])
            chosen = np.concatenate([chosen[~crowded], first])
        # Which labels are left depends on the phrase alone, and so does their order.
        chosen.sort()
        return chosen >> _LABEL_BITS, chosen & ((1 << _LABEL_BITS) - 1)


def _highest_of_each(rows: Ints, sums: NDArray[np.float32], labels: Ints) -> Ints:
    """Row and label, as one number, of each row's highest sums, equal ones by label; rows come in order.

    The bits of positive floats are in the order of their values, so row, sum and label fit one number to sort by.
    """
    import numpy as np

    below = 0x7FFFFFFF - sums.view(np.int32).astype(np.int64)
    packed = np.sort(rows << (31 + _LABEL_BITS) | below << _LABEL_BITS | labels)
    start = np.flatnonzero(np.diff(rows, prepend=-1))
    within = np.arange(len(rows)) - np.repeat(start, np.diff(np.append(start, len(rows))))
    return (rows << _LABEL_BITS | packed & ((1 << _LABEL_BITS) - 1))[within < _LABELS]
