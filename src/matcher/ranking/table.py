"""Ads as arrays: everything the ranking reads of them, in columns."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.features.terms import count_terms, default_weights
from matcher.features.texts import ad_texts, ad_titles
from matcher.ranking.gates import Demand, Gate
from matcher.ranking.lookup import Lookup, Work
from matcher.records import JobAd, Kind, Requirement

Ints = NDArray[np.int32]
T = TypeVar("T", bound=Hashable)


class TermRows:
    """Weighted terms of many texts, by term: postings in the order of the rows.

    Parameters
    ----------
    vectors : sequence of dict of str to int
        One row a text.
    """

    def __init__(self, vectors: Sequence[dict[str, int]]) -> None:
        places: dict[str, list[int]] = {}
        values: dict[str, list[int]] = {}
        for row, vector in enumerate(vectors):
            for term, value in vector.items():
                places.setdefault(term, []).append(row)
                values.setdefault(term, []).append(value)
        self.n_rows = len(vectors)
        self._postings = {
            term: (np.array(rows, np.int32), np.array(values[term], np.int64)) for term, rows in places.items()
        }

    def dot(self, vector: dict[str, int]) -> NDArray[np.int64]:
        """Return the inner product of one vector with every row, exact in whole numbers; shape ``(n_rows,)``."""
        total = np.zeros(self.n_rows, np.int64)
        for term, value in vector.items():
            posting = self._postings.get(term)
            if posting is not None:
                total[posting[0]] += value * posting[1]
        return total


@dataclass(frozen=True, slots=True)
class GroupRows:
    """The OR-groups of all ads, an ungrouped requirement being a group of its own.

    Attributes
    ----------
    ad : array of int32, shape (n_groups,)
        Row of the ad.
    kind : array of int32, shape (n_groups,)
        Index into :attr:`AdTable.kinds` of the group's first row.
    must : array of bool, shape (n_groups,)
    start : array of int32, shape (n_groups + 1,)
        Where the group's rows begin in ``demand``.
    demand : array of int32, shape (n_rows,)
        Index into :attr:`AdTable.demands`.
    """

    ad: Ints
    kind: Ints
    must: NDArray[np.bool_]
    start: Ints
    demand: Ints


class AdTable:
    """Ads in columns.

    Parameters
    ----------
    ads : sequence of JobAd
        With their requirements read and linked to the taxonomy.
    lookup : Lookup
    gates : sequence of Gate

    Attributes
    ----------
    works : list of Work
        Distinct works; ``work`` holds each ad's place in it.
    demands : list of Demand
        Distinct demands of all ads.
    kinds : tuple of Kind
    groups : GroupRows
    """

    def __init__(self, ads: Sequence[JobAd], lookup: Lookup, gates: Sequence[Gate]) -> None:
        self.ads = tuple(ads)
        self.gates: dict[Kind, Gate] = {kind: gate for gate in gates for kind in gate.kinds}
        self.kinds: tuple[Kind, ...] = tuple(self.gates)
        all_works = [lookup.work_of(ad) for ad in self.ads]
        self.works, self.work = _distinct([work.unlabelled() for work in all_works])
        self.places, self.place = _distinct([ad.municipality_code or ad.municipality for ad in self.ads])
        self.hours, self.hour = _distinct([ad.hours for ad in self.ads])
        self.open_for_all = np.array([ad.open_for_all for ad in self.ads], bool)
        rows = [row for ad in self.ads for row in ad.requirements or ()]
        lookup.learn("skill", (str(r.value).casefold() for r in rows if r.kind == "skill"))
        fields = (r.value.get("field") for r in rows if r.kind in ("education", "experience"))
        lookup.learn("occupation", (field.casefold() for field in fields if field))
        self.demands, self.groups = self._group_rows(all_works)
        weights = default_weights()
        self.text = TermRows([weights.vector(count_terms(ad_texts(ad))) for ad in self.ads])
        self.title = TermRows([weights.vector(count_terms(ad_titles(ad))) for ad in self.ads])

    def __len__(self) -> int:
        return len(self.ads)

    def _group_rows(self, works: Sequence[Work]) -> tuple[list[Demand], GroupRows]:
        numbers: dict[Demand, int] = {}
        ads: list[int] = []
        kinds: list[int] = []
        musts: list[bool] = []
        starts: list[int] = [0]
        rows: list[int] = []
        for place, (ad, work) in enumerate(zip(self.ads, works, strict=True)):
            for group in groups_of(ad):
                if group[0].necessity == "not_required" or group[0].kind not in self.gates:
                    continue
                for row in group:
                    demand = self.gates[row.kind].demand(row, work)
                    rows.append(numbers.setdefault(demand, len(numbers)))
                ads.append(place)
                kinds.append(self.kinds.index(group[0].kind))
                musts.append(group[0].necessity == "must")
                starts.append(len(rows))
        columns = (np.array(column, np.int32) for column in (ads, kinds, starts, rows))
        ad_column, kind_column, start_column, row_column = columns
        return list(numbers), GroupRows(ad_column, kind_column, np.array(musts, bool), start_column, row_column)


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


def _distinct(values: Sequence[T]) -> tuple[list[T], Ints]:
    numbers: dict[T, int] = {}
    column = np.array([numbers.setdefault(value, len(numbers)) for value in values], np.int32)
    return list(numbers), column
