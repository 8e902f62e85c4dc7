"""Soft components: points for how well the work, the words and the circumstances fit.

A component is an object with a ``name`` and ``points(person, table, weight)``; it is vectorised over the ads and
returns whole numbers, so that a pair's points are the same alone and in a batch. One that derives from
:class:`Factored` says besides what its points go by, which makes it fast.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.features.terms import count_terms, default_weights
from matcher.features.texts import profile_texts, profile_titles
from matcher.ranking.factors import ByAd, ByColumn, ByTerms, Factor, Points
from matcher.ranking.person import Person
from matcher.ranking.table import MUSTS, AdTable
from matcher.taxonomy.municipalities import municipality, travel_minutes

Shares = NDArray[np.float64]
"""Nearness to each distinct work, in [0, 1]."""


class Component(Protocol):
    """A soft component."""

    @property
    def name(self) -> str:
        """Key of its weight and of its contribution."""
        ...

    def points(self, person: Person, table: AdTable, weight: int) -> Points:
        """Return whole points for every ad, shape ``(n_ads,)``, at most ``weight`` in size."""
        ...


class Factored(ABC):
    """A component whose points go by a column of the ads or by their words."""

    @abstractmethod
    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return the points in their short form."""

    def points(self, person: Person, table: AdTable, weight: int) -> Points:
        """Spread the factor over the ads."""
        return self.factor(person, table, weight).points()


def factor_of(component: Component, person: Person, table: AdTable, weight: int) -> Factor:
    """Return a component's points in the shortest form that it knows."""
    if isinstance(component, Factored):
        return component.factor(person, table, weight)
    return ByAd(component.points(person, table, weight))


@dataclass(frozen=True)
class ByWork(Factored):
    """Nearness of the person to each distinct work, scaled to the weight."""

    name: str
    nearness: Callable[[Person, AdTable], Shares]

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Round ``weight · nearness`` once per distinct work."""
        return ByColumn(table.work, np.rint(weight * self.nearness(person, table)).astype(np.int64))


def held_nearness(person: Person, table: AdTable) -> Shares:
    """Nearness of the nearest job held; short practice counts less (half from nothing to a year)."""
    best = np.zeros(len(table.works))
    for job in person.profile.experience:
        practice = 1.0 if job.years is None else 0.6 + 0.4 * min(job.years, 2.0) / 2.0
        np.maximum(best, table.nearness(person.lookup, job.concept) * practice, out=best)
    return best


def wished_nearness(person: Person, table: AdTable) -> Shares:
    """Nearness of the nearest wish, by concept."""
    return _named_nearness(person, table, person.profile.wishes)


def avoided_nearness(person: Person, table: AdTable) -> Shares:
    """Nearness of what is not wanted; only the occupation itself and its like count."""
    near = _named_nearness(person, table, person.profile.not_wanted)
    return np.where(near >= 0.7, near, 0.0)


def _named_nearness(person: Person, table: AdTable, labels: tuple[str, ...]) -> Shares:
    best = np.zeros(len(table.works))
    for label in labels:
        np.maximum(best, table.nearness(person.lookup, person.lookup.titled(label)), out=best)
    return best


@dataclass(frozen=True)
class TextFit(Factored):
    """Weighted words of the whole profile against headline and text."""

    name: str = "text"

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return ``weight · cosine``, the cosine in steps of 2⁻²⁰."""
        vector = default_weights().vector(count_terms(profile_texts(person.profile)), 400)
        return ByTerms(table.text, [vector], weight)


@dataclass(frozen=True)
class TitleFit(Factored):
    """Titles held and wished for against headline and occupation label."""

    name: str = "title"

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return ``weight · cosine`` of the best title."""
        titles = profile_titles(person.profile)
        return ByTerms(table.title, [default_weights().vector(count_terms([title])) for title in titles], weight)


@dataclass(frozen=True)
class Travel(Factored):
    """Whether the workplace is within the time that the person can travel.

    Attributes
    ----------
    name : str
    journeys : mapping of (str, str) to int, optional
        (code from, code to) → minutes, in place of the estimate; a journey outside it is unknown.
    """

    name: str = "travel"
    journeys: Mapping[tuple[str, str], int] | None = None

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return 0 within the limit or where unknown, down to ``-weight`` at three times the limit and beyond."""
        home = municipality(person.profile.home_municipality or "")
        limit = max(person.profile.max_travel_minutes or 60, 1)
        values = [0] * len(table.places)
        for place, name in enumerate(table.places):
            there = municipality(str(name)) if name else None
            if home is None or there is None:
                continue
            if self.journeys is None:
                least, _ = travel_minutes(home, there)
            else:
                least = self.journeys.get((home.code, there.code), 0)
            if least > limit:
                values[place] = -round(weight * min(1.0, (least - limit) / (2.0 * limit)))
        return ByColumn(table.place, np.array(values, np.int64))


@dataclass(frozen=True)
class Hours(Factored):
    """Full or part time against what the person can work."""

    name: str = "hours"

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return ``-weight`` where a part-time person meets a full-time job, half of that the other way round."""
        wanted = person.profile.availability.hours
        clash = {("part", "full"): -weight, ("full", "part"): -(weight // 2)}
        values = [clash.get((wanted or "any", str(hours)), 0) for hours in table.hours]
        return ByColumn(table.hour, np.array(values, np.int64))


@dataclass(frozen=True)
class OpenForAll(Factored):
    """The employer says that it adapts the job for people new in Sweden."""

    name: str = "open_for_all"

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return ``weight`` for such ads."""
        return ByColumn(table.open_for_all, np.array([0, weight], np.int64))


# What an occupation asks for even if its ad does not say so, by SSYK 2012 major group: degrees (1 to 3) most, work that
# can be learnt in a day (9) nothing.
_USUAL_DEMANDS = {"1": 1.0, "2": 1.0, "3": 0.8, "4": 0.5, "5": 0.4, "6": 0.4, "7": 0.6, "8": 0.4, "9": 0.0}
_NO_GROUP = 0.5


@dataclass(frozen=True)
class Unstated(Factored):
    """An ad that states few demands still wants somebody who can do its work: the further from it, the more it costs.

    Without it ads that state nothing float up in everybody's list, since all others cost points for what is lacking.
    """

    name: str = "unstated"

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return down to ``-weight`` where an ad states no ``must`` and the work is far and skilled."""
        usual = np.array([_USUAL_DEMANDS.get(group, _NO_GROUP) for group in table.major_groups(person.lookup)])
        near = np.maximum(held_nearness(person, table), wished_nearness(person, table))
        far = np.rint(weight * usual * (1.0 - near)).astype(np.int64)
        # An ad that has so many musts has told what it asks for.
        missing = MUSTS - np.arange(MUSTS + 1)
        return ByColumn(table.sort, -(far[:, None] * missing // MUSTS).ravel())


DEFAULT_COMPONENTS: tuple[Component, ...] = (
    ByWork("occupation", held_nearness),
    ByWork("wish", wished_nearness),
    ByWork("avoid", avoided_nearness),
    TextFit(),
    TitleFit(),
    Travel(),
    Hours(),
    OpenForAll(),
    Unstated(),
)
