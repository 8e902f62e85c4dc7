"""Demands as numbers of their few different values and works, of which thousands are made."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.gates import Demand
from matcher.ranking.lookup import Work
from matcher.records import Kind

T = TypeVar("T", bound=Hashable)
Places = NDArray[np.intp]


class Split(NamedTuple):
    """Demands by their parts.

    Attributes
    ----------
    values : sequence of (Kind, hashable)
        Kinds, and values as the kind's gate takes them; each once.
    works : sequence of Work
        Each once.
    value, work : array of intp, shape (n_demands,)
        Each demand's place in them.
    """

    values: Sequence[tuple[Kind, Any]]
    works: Sequence[Work]
    value: Places
    work: Places

    def take(self, places: Places) -> Split:
        """Return the demands at some places, and the values and works of these alone.

        Examples
        --------
        >>> split([Demand("skill", "sql"), Demand("skill", "go")]).take(np.array([1])).values
        [('skill', 'go')]
        """
        (values, value), (works, work) = (
            np.unique(part[places], return_inverse=True) for part in (self.value, self.work)
        )
        return Split([self.values[v] for v in values.tolist()], [self.works[w] for w in works.tolist()], value, work)


@runtime_checkable
class IsSplit(Protocol):
    """Demands that are kept by their parts."""

    split: Split


def split(demands: Sequence[Demand]) -> Split:
    """Return demands by their parts.

    Examples
    --------
    >>> parts = split([Demand("skill", "sql"), Demand("skill", "go"), Demand("skill", "sql")])
    >>> parts.values, parts.value.tolist()
    ([('skill', 'sql'), ('skill', 'go')], [0, 1, 0])
    """
    if isinstance(demands, IsSplit):
        return demands.split
    values, value = distinct((demand.kind, demand.value) for demand in demands)
    works, work = distinct(demand.work for demand in demands)
    return Split(values, works, value, work)


def distinct(values: Iterable[T]) -> tuple[list[T], Places]:
    """Return the different ones of some values in the order in which they come, and the place of each.

    Examples
    --------
    >>> values, which = distinct("abba")
    >>> values, which.tolist()
    (['a', 'b'], [0, 1, 1, 0])
    """
    numbers: dict[T, int] = {}
    which = np.array([numbers.setdefault(value, len(numbers)) for value in values], np.intp)
    return list(numbers), which


def paired(*columns: Places) -> tuple[tuple[Places, ...], Places]:
    """Return the different rows of some columns of places, and the place of each row among them.

    Examples
    --------
    >>> rows, which = paired(np.array([0, 0, 1, 0]), np.array([1, 0, 1, 1]))
    >>> [column.tolist() for column in rows], which.tolist()
    ([[0, 0, 1], [0, 1, 1]], [1, 0, 2, 1])
    """
    sizes = [int(column.max(initial=0)) + 1 for column in columns]
    different, which = np.unique(np.ravel_multi_index(columns, sizes), return_inverse=True)
    return np.unravel_index(different, sizes), which
