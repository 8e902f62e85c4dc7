"""Ads as the scorer sees them: records for the words, columns for the numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.gates import Gate
from matcher.ranking.gates.conditions import FormalGate
from matcher.ranking.indexing.columns import PLACES_APART, AdColumns
from matcher.ranking.lookup import Lookup
from matcher.ranking.pair import asked_of
from matcher.records import JobAd, Kind
from matcher.taxonomy.facts.municipalities import Municipality, municipality_of, travel_minutes

MUSTS = 3
"""From so many ``must`` groups an ad is of one sort, however many more it has."""
_ASKED = FormalGate()
_AT_HAND = 4096
"""Ads of which what they ask for is kept as gates take it."""


class AdTable:
    """Ads in columns, with the gates that judge them.

    Parameters
    ----------
    ads : sequence of JobAd
        With their requirements read and linked to the taxonomy.
    lookup : Lookup
    gates : sequence of Gate
    columns : AdColumns, optional
        Those of the ads, where an index holds them; else they are made.

    Attributes
    ----------
    kinds : tuple of Kind
        Those that a gate judges.
    n_sorts : int
    sort : array of int32, shape (n_ads,)
        ``(MUSTS + 1) · work + number of must groups``, that number being at most :data:`MUSTS`.
    asked : callable
        What an ad asks for, by its row, as :func:`~matcher.ranking.pair.asked_of` gives it.
    works, work, places, place, hours, hour, open_for_all, deadline, demands, groups, text, title
        See :class:`~matcher.ranking.indexing.columns.AdColumns`.
    """

    def __init__(
        self, ads: Sequence[JobAd], lookup: Lookup, gates: Sequence[Gate], columns: AdColumns | None = None
    ) -> None:
        self.ads = ads
        self.gates: dict[Kind, Gate] = gates_by_kind(gates)
        self.kinds: tuple[Kind, ...] = tuple(self.gates)
        self.columns = AdColumns.of(ads, lookup, self.gates) if columns is None else columns
        self.ids = self.columns.ids
        self.works, self.work = self.columns.works, self.columns.work
        self.places, self.place = self.columns.places, self.columns.place
        self.hours, self.hour = self.columns.hours, self.columns.hour
        self.open_for_all = self.columns.open_for_all.astype(np.int32)
        self.deadline = self.columns.deadline
        self.demands, self.groups = self.columns.demands, self.columns.groups
        self.text, self.title = self.columns.text, self.columns.title
        musts = np.bincount(self.groups.ad[self.groups.must], minlength=len(self))
        self.n_sorts = (MUSTS + 1) * len(self.works)
        self.sort = ((MUSTS + 1) * self.work + np.minimum(musts, MUSTS)).astype(np.int32)

        self.asked = lru_cache(_AT_HAND)(lambda row: asked_of(self.ads[row], self.gates, lookup))
        self._minutes: dict[str, NDArray[np.int64]] = {}
        self._nearness: dict[str, NDArray[np.float64]] = {}
        self._major_groups: list[str] | None = None

    def __len__(self) -> int:
        return len(self.columns)

    def nearness(self, lookup: Lookup, held: str) -> NDArray[np.float64]:
        """Return how near an occupation is to each work, by concept, in [0, 1]; shape ``(n_works,)``."""
        if held not in self._nearness:
            near = [work.trust * lookup.nearness(held, work.concepts) for work in self.works]
            self._nearness[held] = np.array(near, np.float64)
        return self._nearness[held]

    def minutes_from(self, home: Municipality) -> NDArray[np.int64]:
        """Return the least minutes from a municipality to each of ``places``, 0 where they are not known."""
        if home.code not in self._minutes:
            self._minutes[home.code] = self.nearest(lambda place: travel_minutes(home, place)[0])
        return self._minutes[home.code]

    def nearest(self, minutes: Callable[[Municipality], int]) -> NDArray[np.int64]:
        """Return the minutes to the nearest municipality of each of ``places``, 0 where one of them is not known."""
        there = [[municipality_of(name) for name in str(names or "").split(PLACES_APART)] for names in self.places]
        return np.array([min(minutes(m) if m else 0 for m in places) for places in there], np.int64)

    def major_groups(self, lookup: Lookup) -> list[str]:
        """Return the SSYK 2012 major group of each work, empty where it is not known."""
        if self._major_groups is None:
            known = lookup.taxonomy.concepts
            firsts = [next((c for c in work.concepts[:1] if c in known), None) for work in self.works]
            self._major_groups = [known[c].codes.get("ssyk_2012", "")[:1] if c else "" for c in firsts]
        return self._major_groups


def open_on(deadlines: NDArray[np.bytes_], day: date | None) -> NDArray[np.bool_]:
    """Tell which ads can still be applied for on a day, or ever if none is given.

    Examples
    --------
    >>> open_on(np.array([b"", b"2026-01-31", b"2026-02-01"]), date(2026, 2, 1)).tolist()
    [True, False, True]
    """
    if day is None:
        return np.ones(len(deadlines), bool)
    still: NDArray[np.bool_] = (deadlines == b"") | (deadlines >= day.isoformat().encode())
    return still


def gates_by_kind(gates: Sequence[Gate]) -> dict[Kind, Gate]:
    """Return the gate of each kind; of two gates for one kind the later one judges.

    Of a kind that none judges nobody can say that it is met: it is asked about.

    Examples
    --------
    >>> set(gates_by_kind([])) == set(get_args(Kind))
    True
    """
    chosen = {kind: gate for gate in gates for kind in gate.kinds}
    return chosen | {kind: _ASKED for kind in get_args(Kind) if kind not in chosen}
