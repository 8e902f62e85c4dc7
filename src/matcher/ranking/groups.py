"""Requirements as OR-groups: of one ad, and of all ads in columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.records import JobAd, Requirement

Ints = NDArray[np.int32]


def groups_of(ad: JobAd) -> list[list[Requirement]]:
    """Return an ad's requirements as OR-groups in the order of their first rows.

    Examples
    --------
    >>> rows = [Requirement(kind="driving_licence", value=c, necessity="must", any_of=1) for c in ("B", "C")]
    >>> [len(group) for group in groups_of(JobAd(id="a", requirements=rows))]
    [2]
    """
    groups: dict[object, list[Requirement]] = {}
    for place, row in enumerate(ad.requirements or ()):
        key = ("any_of", row.any_of) if row.any_of is not None else ("alone", place)
        groups.setdefault(key, []).append(row)
    return list(groups.values())


class GroupRows:
    """The OR-groups of all ads, an ungrouped requirement being a group of its own; an ad's groups stand together.

    Parameters
    ----------
    first : array of int32, shape (n_ads + 1,)
        Where the groups of an ad begin.
    kind : array of int8, shape (n_groups,)
        Index into :attr:`~matcher.ranking.table.AdTable.kinds` of the group's first row; ascending within an ad.
    must : array of bool, shape (n_groups,)
    start : array of int32, shape (n_groups + 1,)
        Where the group's rows begin in ``demand``.
    demand : array of int32, shape (n_rows,)
        Index into :attr:`~matcher.ranking.table.AdTable.demands`.
    """

    def __init__(self, first: Ints, kind: NDArray[np.int8], must: NDArray[np.bool_], start: Ints, demand: Ints) -> None:
        self.first = first
        self.kind = kind
        self.must = must
        self.start = start
        self.demand = demand

    def __len__(self) -> int:
        """Return the number of ads."""
        return len(self.first) - 1

    @classmethod
    def of(cls, ads: Sequence[Sequence[tuple[int, bool, Sequence[int]]]]) -> GroupRows:
        """Lay out the groups of each ad, given as kind, must and demands."""
        rows = [group for groups in ads for group in sorted(groups, key=lambda group: group[0])]
        return cls(
            starts(np.array([len(groups) for groups in ads], np.int32)),
            np.array([kind for kind, _, _ in rows], np.int8),
            np.array([must for _, must, _ in rows], bool),
            starts(np.array([len(demands) for _, _, demands in rows], np.int32)),
            np.array([demand for _, _, demands in rows for demand in demands], np.int32),
        )

    @cached_property
    def ad(self) -> Ints:
        """Row of each group's ad, shape (n_groups,)."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.first))

    def take(self, ads: NDArray[np.int64]) -> GroupRows:
        """Return the groups of these ads, in this order."""
        groups = spans(self.first, ads)
        return GroupRows(
            starts(self.first[ads + 1] - self.first[ads]),
            self.kind[groups],
            self.must[groups],
            starts(self.start[groups + 1] - self.start[groups]),
            self.demand[spans(self.start, groups)],
        )

    @classmethod
    def joined(cls, parts: Sequence[GroupRows], n_demands: Sequence[int]) -> GroupRows:
        """Return groups followed by others, their demands by the number in all of them, one part behind the other."""
        before = np.cumsum([0, *n_demands]).tolist()
        return cls(
            starts(np.concatenate([np.diff(part.first) for part in parts])),
            np.concatenate([part.kind for part in parts]),
            np.concatenate([part.must for part in parts]),
            starts(np.concatenate([np.diff(part.start) for part in parts])),
            np.concatenate([part.demand + np.int32(n) for part, n in zip(parts, before, strict=False)]),
        )

    def few(self, n_kinds: int, most: int) -> NDArray[np.bool_]:
        """Find the kinds that few demands are made of, so many that all their demands are few.

        Parameters
        ----------
        n_kinds : int
        most : int
            Demands of all of them together.

        Returns
        -------
        array of bool, shape (n_kinds,)
        """
        kind = np.repeat(self.kind, np.diff(self.start))
        pairs = np.unique(self.demand * np.int64(n_kinds) + kind)
        counts = np.bincount(pairs % n_kinds, minlength=n_kinds)
        order = np.argsort(counts, kind="stable")
        early = np.zeros(n_kinds, bool)
        early[order[np.cumsum(counts[order]) <= most]] = True
        return early


def starts(lengths: NDArray[Any]) -> Ints:
    """Return where each of some runs begins that lie one behind the other, and where the last one ends.

    Examples
    --------
    >>> starts(np.array([2, 0, 3])).tolist()
    [0, 2, 2, 5]
    """
    return np.append(0, np.cumsum(lengths)).astype(np.int32)


def within(lengths: NDArray[Any]) -> NDArray[np.int64]:
    """Return the place of everything in its own run, of runs that lie one behind the other.

    Examples
    --------
    >>> within(np.array([2, 0, 3])).tolist()
    [0, 1, 0, 1, 2]
    """
    place: NDArray[np.int64] = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return place


def spans(start: Ints, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return what lies in several spans: ``start[p]`` up to ``start[p + 1]`` for each place.

    Examples
    --------
    >>> spans(np.array([0, 2, 5]), np.array([1, 0])).tolist()
    [2, 3, 4, 0, 1]
    """
    lengths = (start[places + 1] - start[places]).astype(np.int64)
    return np.repeat(start[places].astype(np.int64), lengths) + within(lengths)
