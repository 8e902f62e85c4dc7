"""Everything that the ranking reads of many ads, in columns."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.features.terms import count_terms, default_weights
from matcher.features.texts import ad_titles
from matcher.ranking.demands import distinct, first_come, in_use, merged
from matcher.ranking.gates import Demand, Gate
from matcher.ranking.groups import GroupRows, groups_of
from matcher.ranking.indexing.adterms import ad_terms
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.termrows import TermRows
from matcher.readers.ads.whereabouts import from_anywhere
from matcher.records import JobAd, Kind

Ints = NDArray[np.int32]
Rows = NDArray[np.int64]
T = TypeVar("T", bound=Hashable)

PLACES_APART = "|"
"""Sign between the municipalities of an ad that has several workplaces."""


@dataclass(frozen=True)
class AdColumns:
    """Ads in columns; what repeats is listed once and referred to by place.

    Attributes
    ----------
    ids : sequence of str
    works, places, hours : sequence
        Distinct works, workplaces (of one ad together) and working hours.
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
        places, place = _distinct(map(_place, ads))
        hours, hour = _distinct(ad.hours for ad in ads)
        demands, groups = _demands(ads, labelled, gates)
        weights = default_weights()
        return cls(
            [ad.id for ad in ads], works, work, places, place, hours, hour,
            _open_for_all(ads), _deadlines(ads), demands, groups,
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

    @classmethod
    def gathered(cls, parts: Sequence[AdColumns], rows: Rows) -> AdColumns:
        """Return ads of several parts as if they had been laid out together, in this order.

        Parameters
        ----------
        parts : sequence of AdColumns
            At least one.
        rows : array of int64, shape (n,)
            Places in all of them, one part behind the other.
        """
        works, work = _gathered([(part.works, part.work) for part in parts], rows)
        places, place = _gathered([(part.places, part.place) for part in parts], rows)
        hours, hour = _gathered([(part.hours, part.hour) for part in parts], rows)
        groups = GroupRows.joined([part.groups for part in parts], [len(part.demands) for part in parts]).take(rows)
        demands, demand = in_use([part.demands for part in parts], groups.demand.astype(np.intp))
        groups.demand = demand.astype(np.int32)
        ids = [i for part in parts for i in part.ids]
        return cls(
            [ids[row] for row in rows.tolist()], works, work, places, place, hours, hour,
            np.concatenate([part.open_for_all for part in parts])[rows],
            np.concatenate([part.deadline for part in parts])[rows],
            demands, groups,
            TermRows.gathered([part.text for part in parts], rows),
            TermRows.gathered([part.title for part in parts], rows),
        )  # fmt: skip

    def told_again(self, rows: Rows, ads: Sequence[JobAd]) -> AdColumns:
        """Return these ads, some of which are told again with the same words under other circumstances.

        Parameters
        ----------
        rows : array of int64, shape (n,)
            Places of those.
        ads : sequence of JobAd
            As they are told now.
        """
        ids, open_for_all, deadline = list(self.ids), self.open_for_all.copy(), self.deadline.copy()
        for row, ad in zip(rows.tolist(), ads, strict=True):
            ids[row] = ad.id
        open_for_all[rows], deadline[rows] = _open_for_all(ads), _deadlines(ads)
        places, place = _changed(self.places, self.place, rows, map(_place, ads))
        hours, hour = _changed(self.hours, self.hour, rows, (ad.hours for ad in ads))
        return replace(
            self, ids=ids, places=places, place=place, hours=hours, hour=hour, open_for_all=open_for_all,
            deadline=deadline,
        )  # fmt: skip


def _place(ad: JobAd) -> str | None:
    if from_anywhere(ad.text):
        return None
    return PLACES_APART.join(filter(None, (ad.municipality_code or ad.municipality, *ad.other_municipalities))) or None


def _open_for_all(ads: Sequence[JobAd]) -> NDArray[np.bool_]:
    return np.array([ad.open_for_all for ad in ads], bool)


def _deadlines(ads: Sequence[JobAd]) -> NDArray[np.bytes_]:
    return np.array([(ad.deadline or "")[:10].encode("ascii", "replace") for ad in ads], "S10")


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
    found, column = distinct(values)
    return found, column.astype(np.int32)


def _gathered(parts: Iterable[tuple[Sequence[T], Ints]], rows: Rows) -> tuple[list[T], Ints]:
    """List the values of some rows in the order in which they come, and refer to that list."""
    values, column = merged(parts)
    used, place = first_come(len(values), column[rows])
    return [values[number] for number in used.tolist()], place.astype(np.int32)


def _changed(values: Sequence[T], column: Ints, rows: Rows, others: Iterable[T]) -> tuple[list[T], Ints]:
    """Put other values into some rows of a column, and list those of all rows in the order in which they come."""
    numbers = {value: number for number, value in enumerate(values)}
    changed = column.copy()
    changed[rows] = [numbers.setdefault(value, len(numbers)) for value in others]
    return _gathered([(list(numbers), changed)], np.arange(len(changed)))
