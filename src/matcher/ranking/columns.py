"""Everything that the ranking reads of many ads, in columns."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.features.terms import count_terms, default_weights
from matcher.features.texts import ad_titles
from matcher.ranking.adterms import ad_terms
from matcher.ranking.gates import Demand, Gate
from matcher.ranking.groups import GroupRows, groups_of
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.termrows import TermRows
from matcher.records import JobAd, Kind

Ints = NDArray[np.int32]
Rows = NDArray[np.int64]
T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True)
class AdColumns:
    """Ads in columns; what repeats is listed once and referred to by place.

    Attributes
    ----------
    ids : sequence of str
    works, places, hours : sequence
        Distinct works, workplaces and working hours.
    work, place, hour : array of int32, shape (n_ads,)
        Each ad's place in them.
    open_for_all : array of bool, shape (n_ads,)
    deadline : array of 10 bytes, shape (n_ads,)
        Date of the last day as the ad gives it, empty if it gives none.
    demands : sequence of Demand
        Distinct demands of all ads.
    groups : GroupRows
    text, title : TermRows
    """

    ids: Sequence[str]
    works: Sequence[Work]
    work: Ints
    places: Sequence[str | None]
    place: Ints
    hours: Sequence[str | None]
    hour: Ints
    open_for_all: NDArray[np.bool_]
    deadline: NDArray[np.bytes_]
    demands: Sequence[Demand]
    groups: GroupRows
    text: TermRows
    title: TermRows

    @classmethod
    def of(cls, ads: Sequence[JobAd], lookup: Lookup, gates: dict[Kind, Gate]) -> AdColumns:
        """Lay out ads whose requirements are read and linked to the taxonomy."""
        labelled = [lookup.work_of(ad) for ad in ads]
        works, work = _distinct(work.unlabelled() for work in labelled)
        places, place = _distinct(ad.municipality_code or ad.municipality for ad in ads)
        hours, hour = _distinct(ad.hours for ad in ads)
        demands, groups = _demands(ads, labelled, gates)
        weights = default_weights()
        return cls(
            [ad.id for ad in ads], works, work, places, place, hours, hour,
            np.array([ad.open_for_all for ad in ads], bool),
            np.array([(ad.deadline or "")[:10].encode("ascii", "replace") for ad in ads], "S10"),
            demands, groups,
            ad_terms().rows(ads),
            TermRows.of([weights.vector(count_terms(ad_titles(ad))) for ad in ads]),
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def order(self) -> Ints:
        """Rank of each ad's id among all ids, by code point; ties in points fall by it."""
        order = np.array(sorted(range(len(self.ids)), key=self.ids.__getitem__), np.int64)
        rank = np.empty(len(order), np.int32)
        rank[order] = np.arange(len(order), dtype=np.int32)
        return rank

    def take(self, rows: Rows) -> AdColumns:
        """Return the ads at these places, each at most once, in this order."""
        works, work = _in_use(self.works, self.work[rows])
        places, place = _in_use(self.places, self.place[rows])
        hours, hour = _in_use(self.hours, self.hour[rows])
        groups = self.groups.take(rows)
        demands, groups.demand = _in_use(self.demands, groups.demand)
        return AdColumns(
            [self.ids[row] for row in rows.tolist()], works, work, places, place, hours, hour,
            self.open_for_all[rows], self.deadline[rows], demands, groups,
            self.text.take(rows), self.title.take(rows),
        )  # fmt: skip

    def joined(self, *others: AdColumns) -> AdColumns:
        """Return these ads followed by others, as if they had been laid out together."""
        if not others:
            return self
        parts = (self, *others)
        works, work = _merged([(part.works, part.work) for part in parts])
        places, place = _merged([(part.places, part.place) for part in parts])
        hours, hour = _merged([(part.hours, part.hour) for part in parts])
        demands, demand = _merged([(part.demands, part.groups.demand) for part in parts])
        groups = self.groups.joined(*(part.groups for part in others))
        groups.demand = demand
        return AdColumns(
            [i for part in parts for i in part.ids], works, work, places, place, hours, hour,
            np.concatenate([part.open_for_all for part in parts]),
            np.concatenate([part.deadline for part in parts]),
            demands, groups,
            self.text.joined(*(part.text for part in others)), self.title.joined(*(part.title for part in others)),
        )  # fmt: skip


def _demands(
    ads: Sequence[JobAd], works: Sequence[Work], gates: dict[Kind, Gate]
) -> tuple[Sequence[Demand], GroupRows]:
    kinds = list(gates)
    numbers: dict[Demand, int] = {}
    rows: list[list[tuple[int, bool, list[int]]]] = []
    for ad, work in zip(ads, works, strict=True):
        groups = [g for g in groups_of(ad) if g[0].necessity != "not_required" and g[0].kind in gates]
        # Kinds in order, so that demands are numbered in the order of the columns.
        groups.sort(key=lambda group: kinds.index(group[0].kind))
        rows.append([])
        for group in groups:
            demands = [gates[row.kind].demand(row, work) for row in group]
            numbered = [numbers.setdefault(demand, len(numbers)) for demand in demands]
            rows[-1].append((kinds.index(group[0].kind), group[0].necessity == "must", numbered))
    return list(numbers), GroupRows.of(rows)


def _distinct(values: Iterable[T]) -> tuple[list[T], Ints]:
    numbers: dict[T, int] = {}
    column = np.array([numbers.setdefault(value, len(numbers)) for value in values], np.int32)
    return list(numbers), column


def _in_use(values: Sequence[T], column: Ints) -> tuple[list[T], Ints]:
    """List the values that a column refers to in the order in which they come, and refer to that list."""
    used, first, inverse = np.unique(column, return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty(len(order), np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return [values[i] for i in used[order].tolist()], place[inverse]


def _merged(parts: Iterable[tuple[Sequence[T], Ints]]) -> tuple[list[T], Ints]:
    numbers: dict[T, int] = {}
    columns = []
    for values, column in parts:
        place = np.array([numbers.setdefault(value, len(numbers)) for value in values], np.int32)
        columns.append(place[column])
    return list(numbers), np.concatenate(columns)
