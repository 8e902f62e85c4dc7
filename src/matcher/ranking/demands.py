"""Demands as numbers of their few different values and works, of which thousands are made."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar, overload

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


class Demands(Sequence[Demand]):
    """Demands that are kept by their parts; each is made when it is asked for.

    Parameters
    ----------
    split : Split

    Examples
    --------
    >>> demands = Demands(split([Demand("skill", "sql"), Demand("skill", "go")]))
    >>> len(demands), demands[1].value
    (2, 'go')
    """

    def __init__(self, split: Split) -> None:
        self.split = split
        self._made: dict[int, Demand] = {}

    def __len__(self) -> int:
        return len(self.split.value)

    @overload
    def __getitem__(self, index: int) -> Demand: ...
    @overload
    def __getitem__(self, index: slice) -> list[Demand]: ...
    def __getitem__(self, index: int | slice) -> Demand | list[Demand]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        made = self._made.get(index)
        if made is None:
            place = range(len(self))[index]
            kind, value = self.split.values[self.split.value[place]]
            made = self._made[index] = Demand(kind, value, self.split.works[self.split.work[place]])
        return made

    @property
    def is_sound(self) -> bool:
        """Whether all that is referred to is there."""
        values, works, value, work = self.split
        return len(value) == len(work) and all(
            not len(column) or (int(column.min()) >= 0 and int(column.max()) < len(of))
            for column, of in ((value, values), (work, works))
        )


def split(demands: Sequence[Demand]) -> Split:
    """Return demands by their parts.

    Examples
    --------
    >>> parts = split([Demand("skill", "sql"), Demand("skill", "go"), Demand("skill", "sql")])
    >>> parts.values, parts.value.tolist()
    ([('skill', 'sql'), ('skill', 'go')], [0, 1, 0])
    """
    if isinstance(demands, Demands):
        return demands.split
    values, value = distinct((demand.kind, demand.value) for demand in demands)
    works, work = distinct(demand.work for demand in demands)
    return Split(values, works, value, work)


def in_use(parts: Sequence[Sequence[Demand]], column: Places) -> tuple[Demands, Places]:
    """Return the demands that a column refers to in the order in which they come, and refer to those.

    Parameters
    ----------
    parts : sequence of sequence of Demand
        Equal ones may be in several.
    column : array of intp, shape (n,)
        Places in all of them, one part behind the other.

    Examples
    --------
    >>> sql, go = Demand("skill", "sql"), Demand("skill", "go")
    >>> demands, which = in_use([[go, sql], [sql]], np.array([2, 0, 1]))
    >>> [demand.value for demand in demands], which.tolist()
    (['sql', 'go'], [0, 1, 0])
    """
    splits = [split(part) for part in parts]
    values, value = merged([(part.values, part.value) for part in splits])
    works, work = merged([(part.works, part.work) for part in splits])
    n_works = max(len(works), 1)
    pairs, which = np.unique(value * n_works + work, return_inverse=True)
    used, which = first_come(len(pairs), which[column])
    value, work = np.divmod(pairs[used], n_works)
    (values_used, value), (works_used, work) = first_come(len(values), value), first_come(len(works), work)
    listed = Split([values[v] for v in values_used.tolist()], [works[w] for w in works_used.tolist()], value, work)
    return Demands(listed), which


def merged(parts: Iterable[tuple[Sequence[T], NDArray[Any]]]) -> tuple[list[T], Places]:
    """Return the different values of several lists, and where the places in each list are among them.

    Examples
    --------
    >>> values, places = merged([("ab", np.array([1, 0])), ("bc", np.array([0, 1]))])
    >>> values, places.tolist()
    (['a', 'b', 'c'], [1, 0, 1, 2])
    """
    numbers: dict[T, int] = {}
    columns = [np.zeros(0, np.intp)]
    for values, column in parts:
        columns.append(np.array([numbers.setdefault(value, len(numbers)) for value in values], np.intp)[column])
    return list(numbers), np.concatenate(columns)


def first_come(n: int, column: Places) -> tuple[Places, Places]:
    """Return which of n numbers a column holds in the order in which they come, and the column by that order.

    Examples
    --------
    >>> [found.tolist() for found in first_come(4, np.array([2, 0, 2]))]
    [[2, 0], [0, 1, 0]]
    """
    first = np.full(n, len(column), np.intp)
    np.minimum.at(first, column, np.arange(len(column)))
    used = np.flatnonzero(first < len(column))
    used = used[np.argsort(first[used])]
    place = np.empty(n, np.intp)
    place[used] = np.arange(len(used))
    return used, place[column]


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
