"""Judging demands: each distinct one once a person, however many ads make it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.crowd.people import ByTrait, speaks_for_itself
from matcher.ranking.gates import Demand, Gate
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.table import AdTable

_TRAITS = 1024
"""Traits of people whose codes are kept."""
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
    learn_labels(person.lookup, demands, person)
    return np.array([table.gates[demand.kind].judge(person, demand).code for demand in demands], np.int8)


class Early:
    """Demands that everybody is judged on, whatever is listed for them.

    A gate that goes by a trait is asked once for each trait: the codes are kept for the next one who has it.

    Parameters
    ----------
    table : AdTable
    places : array of int64
        Indices into ``table.demands``.

    Attributes
    ----------
    by_trait, others : array of int64
        Those of gates that go by a trait, and by more than one.
    """

    def __init__(self, table: AdTable, places: NDArray[np.int64]) -> None:
        self._table = table
        of_gate: dict[int, tuple[Gate, list[int]]] = {}
        others: list[int] = []
        for place in places.tolist():
            gate = table.gates[table.demands[place].kind]
            by_trait = isinstance(gate, ByTrait) and speaks_for_itself(gate, "trait", "judge")
            (of_gate.setdefault(id(gate), (gate, []))[1] if by_trait else others).append(place)
        self.others, self._of_gate = np.array(others, np.int64), list(of_gate.values())
        self.by_trait = np.array([place for _, own in self._of_gate for place in own], np.int64)
        self._kept: dict[tuple[int, Hashable], NDArray[np.int8]] = {}

    def judged(self, person: Person) -> NDArray[np.int8]:
        """Return the codes of the demands :attr:`by_trait`."""
        parts = [self._by_gate(number, gate, own, person) for number, (gate, own) in enumerate(self._of_gate)]
        return np.concatenate(parts) if parts else np.zeros(0, np.int8)

    def _by_gate(self, number: int, gate: Gate, places: list[int], person: Person) -> NDArray[np.int8]:
        key = number, gate.trait(person)  # type: ignore[attr-defined]  # as was asked above
        codes = self._kept.get(key)
        if codes is None:
            if len(self._kept) >= _TRAITS:
                self._kept.clear()
            codes = self._kept[key] = judged(person, self._table, places)
        return codes


def learn_labels(lookup: Lookup, demands: Sequence[Demand], person: Person | None = None) -> None:
    """Look up together what the gates will look up of these demands; changes no verdict, saves most of the time.

    Demands of education are compared with what a person's fields name, which are looked up with them.
    """
    labels = labels_of(demands)
    if person is not None and any(demand.kind == "education" for demand in demands):
        labels["occupation"] += person.fields
    for kind, named in labels.items():
        lookup.learn(kind, named)


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
            if demand.kind == "education" and demand.work.label:
                labels["occupation"].append(demand.work.label)
    return labels
