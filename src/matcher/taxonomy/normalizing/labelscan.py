"""The passes over the labels for a batch of phrases: which stand out, how like the phrase those and their concepts are.

The first pass adds up the rarest features of a phrase until a budget of postings is spent and keeps the labels that
stand out; the second computes the full likeness of those few and brings them together by concept. There is a form of
sparse products and one of compiled loops, which is loaded when so many phrases have come that it has paid for itself;
which one it is changes no number.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Found = tuple[Ints, Ints, Floats, Floats]

WORTH_COMPILING = 10_000
"""Phrases from which the compiled form is loaded, which takes about a third of a second once."""

BATCH = 256
"""Phrases that are looked at together at most: row, sum and label of the first pass are one number."""

# First pass: postings spent on a phrase, share of the best sum that a label needs to be looked at again, and how many.
_POSTINGS, _MAY_STAND_OUT, _LABELS = 2000, 0.3, 64
_LABEL_BITS = 24
# Share of the best likeness that a further label of a concept needs to count for it.
_STANDS_OUT = 0.5


@lru_cache(maxsize=1)
def compiled_loops() -> ModuleType | None:
    """Return the compiled form, or ``None`` where numba is not installed."""
    try:
        from matcher.taxonomy.normalizing import labelloops
    except ImportError:
        return None
    return labelloops


def compile_ahead() -> None:
    """Compile the loops, where numba is installed, so that no later process has to."""
    import numpy as np
    from scipy.sparse import csr_array

    # Types alone are compiled for.
    row = csr_array(np.ones((1, 1), np.float32))
    LabelScan(row, np.zeros(1, np.int64)).alike(row, at_once=True)


class LabelScan:
    """Finds the rows of labels that are like rows of phrases.

    Parameters
    ----------
    labels : csr_array, float32 (n_labels, n_features)
        Weights above 0, in the order of their columns.
    owners : int64 array (n_labels,)
        Concept of each label; the labels of a concept stand together.
    """

    def __init__(self, labels: csr_array, owners: Ints) -> None:
        import numpy as np

        self._labels, self._owners = labels, owners
        self._postings = labels.T.tocsr()
        self._frequency = np.diff(self._postings.indptr)
        self._n_phrases = 0

    def alike(self, phrases: csr_array, *, at_once: bool = False) -> Found:
        """Find the concepts whose labels stand out for each phrase.

        Parameters
        ----------
        phrases : csr_array, float32 (n, n_features)
            As the labels are; n is at most :data:`BATCH`.
        at_once : bool
            Load the compiled form however few phrases have come.

        Returns
        -------
        rows, concepts : int64 arrays
            Phrases ascend, and so do the labels of each, by which its concepts come.
        best, counted : float64 arrays
            Likeness of the concept's best label, and the sum over those of its labels that are half as like as the
            phrase's best one.
        """
        import numpy as np

        self._n_phrases += phrases.shape[0]
        loops = compiled_loops() if at_once or self._n_phrases >= WORTH_COMPILING else None
        if loops is None:
            rows, labels = self._candidates(phrases)
            return self._by_concept(rows, labels, self._products(phrases, rows, labels))
        postings, own = self._postings, self._labels
        found: Found = loops.alike(
            phrases.indptr, phrases.indices, phrases.data,
            postings.indptr, postings.indices, postings.data, self._frequency,
            own.indptr, own.indices, own.data, self._owners,
            _POSTINGS, np.float32(_MAY_STAND_OUT), _LABELS, _LABEL_BITS, _STANDS_OUT,
        )  # fmt: skip
        return found

    def _candidates(self, phrases: csr_array) -> tuple[Ints, Ints]:
        import numpy as np
        from scipy.sparse import csr_array

        n = phrases.shape[0]
        row_of = np.repeat(np.arange(n), np.diff(phrases.indptr))
        frequency = self._frequency[phrases.indices]
        order = np.lexsort((frequency, row_of))
        spent = np.cumsum(frequency[order])
        before = np.concatenate([[0], spent])[phrases.indptr[:-1]]
        cheap = np.zeros(len(order), dtype=bool)
        cheap[order] = spent - np.repeat(before, np.diff(phrases.indptr)) <= _POSTINGS
        # The rarest feature is always used, however common it is.
        nonempty = np.diff(phrases.indptr) > 0
        cheap[order[phrases.indptr[:-1][nonempty]]] = True
        # One type of integers throughout, or the product copies the postings.
        indptr = np.concatenate([[0], np.cumsum(np.bincount(row_of[cheap], minlength=n))]).astype(np.int32)
        few = csr_array((phrases.data[cheap], phrases.indices[cheap], indptr), shape=phrases.shape)
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

    def _products(self, phrases: csr_array, rows: Ints, labels: Ints) -> Floats:
        """Likeness of row ``rows[i]`` of the phrases and label ``labels[i]``."""
        import numpy as np
        from scipy.sparse import csr_array

        n, n_features = phrases.shape
        # Only the columns that the batch uses stand side by side, so that the look-ups stay in the cache.
        used = np.flatnonzero(np.bincount(phrases.indices, minlength=n_features))
        width = len(used) + 1
        column = np.full(n_features, len(used), dtype=np.int32)
        column[used] = np.arange(len(used), dtype=np.int32)
        dense = np.zeros((n, width))
        dense[np.repeat(np.arange(n), np.diff(phrases.indptr)), column[phrases.indices]] = phrases.data
        chosen = self._labels[labels]
        places = column[chosen.indices] + np.repeat((rows * width).astype(np.int32), np.diff(chosen.indptr))
        return csr_array((chosen.data, places, chosen.indptr), shape=(len(labels), n * width)) @ dense.ravel()

    def _by_concept(self, rows: Ints, labels: Ints, likeness: Floats) -> Found:
        import numpy as np

        if not len(rows):
            return rows, labels, likeness, likeness
        starts = np.flatnonzero(np.diff(rows, prepend=-1))
        highest = np.repeat(np.maximum.reduceat(likeness, starts), np.diff(np.append(starts, len(rows))))
        counted = np.where(likeness >= _STANDS_OUT * highest, likeness, 0.0)
        owners = self._owners[labels]
        parts = (np.diff(rows, prepend=-1) != 0) | (np.diff(owners, prepend=-1) != 0)
        first = np.flatnonzero(parts)
        # Added up one after the other, as the loops do.
        whole = np.bincount(np.cumsum(parts) - 1, counted).astype(np.float64)
        return rows[first], owners[first], np.maximum.reduceat(likeness, first), whole


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
