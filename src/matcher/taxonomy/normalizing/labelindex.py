"""Finds the concepts whose labels are most like a phrase: sparse rows of trigrams and word parts, batch by batch."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.normalizing.grams import BUCKETS, grams
from matcher.taxonomy.normalizing.labelscan import BATCH, LabelScan
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
        self._of_word: dict[str, tuple[tuple[int, ...], tuple[float, ...]]] = {}
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
        self._scan = LabelScan(self._labels, owners)
        self._lengths = self._sum_lengths()
        collective = np.array([bool(_COLLECTIVE.search(text)) for text in texts], dtype=np.float64)
        n_names = np.maximum(1, np.bincount(owners, minlength=n_concepts))
        share = np.bincount(owners, collective, n_concepts) / n_names
        self._leaning = COLLECTIVE * share + PER_NAME * np.log(n_names)

    def _part_rows(self, texts: Sequence[str], learn: bool) -> tuple[Ints, Ints, Floats]:
        """Row, column and weight of each word and word part; column -1 where it is in no label."""
        import numpy as np

        words = list(map(WORD.findall, texts))
        known = self._of_word
        found = [known.get(word) or self._word(word, learn) for text in words for word in text]
        row_of = np.repeat(np.arange(len(texts)), np.fromiter(map(len, words), np.int64))
        n_units = np.fromiter((len(columns) for columns, _ in found), np.int64)
        columns = np.fromiter(chain.from_iterable([one[0] for one in found]), np.int64)
        weights = np.fromiter(chain.from_iterable([one[1] for one in found]), np.float64)
        return np.repeat(row_of, n_units), columns, weights

    def _word(self, word: str, learn: bool) -> tuple[tuple[int, ...], tuple[float, ...]]:
        """Columns and weights of a word and its parts."""
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
        columns = tuple([-1 if (at := place(unit)) is None else first + at for unit, _ in units])
        found = self._of_word[word] = columns, tuple([weight for _, weight in units])
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
        return [self._search(texts[at : at + BATCH], at) for at in range(0, len(texts), BATCH)]

    def _search(self, texts: Sequence[str], offset: int) -> Found:
        import numpy as np

        rows, concepts, best, counted = self._scan.alike(self._queries(texts))
        whole = counted / self._lengths[concepts]
        return rows + offset, concepts, np.clip(LABEL * best + CONCEPT * whole + self._leaning[concepts], 0.0, 1.0)
