"""Exact top-k in a total order: points descending, then id ascending as text."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def top_k(points: NDArray[np.int64], ids: NDArray[Any], k: int, allowed: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return the places of the k best allowed entries, best first.

    Parameters
    ----------
    points : array of int64, shape (n,)
    ids : array of str objects, shape (n,)
        Break ties; compared by code point.
    k : int
    allowed : array of bool, shape (n,)

    Returns
    -------
    array of intp, shape (min(k, number allowed),)

    Examples
    --------
    >>> ids = np.array(["b", "a", "c"], dtype=object)
    >>> top_k(np.array([5, 5, 9]), ids, 2, np.array([True, True, True])).tolist()
    [2, 1]
    """
    places = np.flatnonzero(allowed)
    if len(places) > k:
        # Everything that ties with the k-th stays in, so that the ids decide among them.
        least = np.partition(points[places], len(places) - k)[len(places) - k]
        places = places[points[places] >= least]
    order = sorted(places.tolist(), key=lambda i: (-points[i], ids[i]))
    return np.array(order[:k], np.intp)
