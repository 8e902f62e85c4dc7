"""Sets and nearnesses turned round: which of many things a word or a concept belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray


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
