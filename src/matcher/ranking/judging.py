"""Judging demands: each distinct one once a person, however many ads make it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.gates import Demand
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.table import AdTable

_NAMED_AFTER = {"skill": "skill", "licensed_profession": "occupation"}


def judged(person: Person, table: AdTable, places: Sequence[int]) -> NDArray[np.int8]:
    """Judge a person on some demands of a table.

    Parameters
    ----------
    person : Person
    table : AdTable
    places : sequence of int
        Indices into ``table.demands``.

    Returns
    -------
    array of int8, shape (n_places,)
        Codes of :mod:`~matcher.ranking.verdicts`.
    """
    demands = [table.demands[place] for place in places]
    learn_labels(person.lookup, demands)
    return np.array([table.gates[demand.kind].judge(person, demand).code for demand in demands], np.int8)


def learn_labels(lookup: Lookup, demands: Iterable[Demand]) -> None:
    """Look up together what the gates will look up of these demands; changes no verdict, saves most of the time."""
    for kind, labels in labels_of(demands).items():
        lookup.learn(kind, labels)


def labels_of(demands: Iterable[Demand]) -> dict[str, list[str]]:
    """Return the labels that gates look up of demands, by the type of concept.

    Examples
    --------
    >>> labels_of([Demand("skill", "java"), Demand("experience", (2, "kock"))])
    {'skill': ['java'], 'occupation': ['kock']}
    """
    labels: dict[str, list[str]] = {"skill": [], "occupation": []}
    for demand in demands:
        if demand.kind in _NAMED_AFTER:
            labels[_NAMED_AFTER[demand.kind]].append(str(demand.value))
        elif demand.kind in ("education", "experience") and isinstance(demand.value, tuple):
            labels["occupation"] += [field for field in demand.value[1:] if isinstance(field, str) and field]
    return labels
