"""Soft components: points for how well the work, the words and the circumstances fit.

A component is an object with a ``name`` and ``points(person, table, weight)``; it is vectorised over the ads and
returns whole numbers, so that a pair's points are the same alone and in a batch. One that derives from
:class:`Factored` says besides what its points go by, which makes it fast. One that has ``over(crowd, table, weight)``
is vectorised over people too, and one that has ``trait(person)`` goes by what many of them share.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from matcher.features.terms import count_terms, default_weights
from matcher.ranking.crowd.people import ByTrait, Crowd, Ties, speaks_for_itself
from matcher.ranking.factors import ByAd, ByColumn, ByTerms, Factor, Points
from matcher.ranking.person import Person
from matcher.ranking.table import MUSTS, AdTable
from matcher.ranking.termrows import TermRows
from matcher.ranking.ties import avoided, held, wished
from matcher.taxonomy.facts.municipalities import municipality_of

_A_STEP_OFF = 0.85
"""A share of a nearness that is at least a step less: the neighbours of an occupation are at 0.8 and below."""
_USUAL_LIMIT = 60
"""Minutes one way that are taken to be the limit of whom it is not known of."""
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


@runtime_checkable
class OverPeople(Protocol):
    """A component that knows all people's points on one ad at once."""

    def over(self, crowd: Crowd, table: AdTable, weight: int) -> Points:
        """Return the points that ``points`` gives each person, for a table of one ad; shape ``(n_people,)``."""
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


def points_over(component: Component, crowd: Crowd, table: AdTable, weight: int) -> Points:
    """Return every person's points on the one ad of a table, in the fastest way that the component knows."""
    if isinstance(component, OverPeople) and speaks_for_itself(component, "over", "factor", "points"):
        return component.over(crowd, table, weight)
    people, number = crowd.people, np.arange(len(crowd))
    if isinstance(component, ByTrait) and speaks_for_itself(component, "trait", "factor", "points"):
        people, number = crowd.kinds(component)
    points: Points = np.array([int(component.points(person, table, weight)[0]) for person in people], np.int64)[number]
    return points


@dataclass(frozen=True)
class ByWork(Factored):
    """Nearness of what the person is tied to and each distinct work, scaled to the weight.

    Attributes
    ----------
    name : str
    ties : callable
        Occupations of a person and what a nearness to them counts.
    least : float
        A lesser nearness is none.
    unless : callable, optional
        Ties to which a work may be nearer by a step; then it has none of the others.
    """

    name: str
    ties: Ties
    least: float = 0.0
    unless: Ties | None = None

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Round ``weight · nearness`` once per distinct work."""
        near = nearness(person, table, self.ties)
        other = nearness(person, table, self.unless) if self.unless and near.any() else None
        return ByColumn(table.work, self._points(near, other, weight))

    def over(self, crowd: Crowd, table: AdTable, weight: int) -> Points:
        """Round ``weight · nearness`` once per person."""
        other = crowd.nearest(self.unless, table.works[0]) if self.unless else None
        return self._points(crowd.nearest(self.ties, table.works[0]), other, weight)

    def _points(self, near: Shares, other: Shares | None, weight: int) -> Points:
        counts = near >= self.least
        if other is not None:
            counts &= near >= _A_STEP_OFF * other
        return _whole(weight * np.where(counts, near, 0.0))


def _whole(points: Shares) -> Points:
    return np.rint(points).astype(np.int64)


def nearness(person: Person, table: AdTable, ties: Ties) -> Shares:
    """Return how near a person is to each distinct work by the nearest tie, shape ``(n_works,)``."""
    best = np.zeros(len(table.works))
    for concept, factor in ties(person):
        np.maximum(best, table.nearness(person.lookup, concept) * factor, out=best)
    return best


@dataclass(frozen=True)
class TextFit(Factored):
    """Weighted words of the whole profile against headline and text."""

    name: str = "text"

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return ``weight · cosine``, the cosine in steps of 2⁻²⁰."""
        return ByTerms(table.text, [person.text_vector()], weight)

    def over(self, crowd: Crowd, table: AdTable, weight: int) -> Points:
        """Go by the ad's words over all people's."""
        return ByTerms(crowd.text, [_vector(table.text)], weight).points()


@dataclass(frozen=True)
class TitleFit(Factored):
    """Titles held and wished for against headline and occupation label."""

    name: str = "title"

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return ``weight · cosine`` of the best title."""
        vectors = [default_weights().vector(count_terms([title])) for title in person.titles()]
        return ByTerms(table.title, vectors, weight)

    def over(self, crowd: Crowd, table: AdTable, weight: int) -> Points:
        """Compare each different title once."""
        titles, whose = crowd.titles
        points: Points = weight * whose.greatest(titles.dot(_vector(table.title))[whose.item]) >> 20
        return points


def _vector(rows: TermRows) -> dict[str, int]:
    """Return the words of a single row."""
    return dict(zip(rows.terms, rows.value.tolist(), strict=True))


@dataclass(frozen=True)
class Travel(Factored):
    """Whether the workplace, or the nearest of several, is within the time that the person can travel.

    Attributes
    ----------
    name : str
    journeys : mapping of (str, str) to int, optional
        (code from, code to) → minutes, in place of the estimate; a journey outside it is unknown.
    """

    name: str = "travel"
    journeys: Mapping[tuple[str, str], int] | None = None

    def trait(self, person: Person) -> Hashable:
        """Return home and limit."""
        return person.profile.home_municipality, person.profile.max_travel_minutes

    def known(self, person: Person, table: AdTable) -> tuple[NDArray[np.int64], int]:
        """Return the minutes to each of the table's places, 0 where unknown, and the limit."""
        home, journeys = municipality_of(person.profile.home_municipality or ""), self.journeys
        told = person.profile.max_travel_minutes
        if home is None:
            least = np.zeros(len(table.places), np.int64)
        elif journeys is None:
            least = table.minutes_from(home)
        else:
            least = table.nearest(lambda place: journeys.get((home.code, place.code), 0))
        return least, _USUAL_LIMIT if told is None else max(told, 1)

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return 0 within the limit or where unknown, down to ``-weight`` at three times the limit and beyond."""
        least, limit = self.known(person, table)
        share = np.minimum(1.0, (least - limit) / (2.0 * limit))
        return ByColumn(table.place, -_whole(np.where(least > limit, weight * share, 0.0)))


@dataclass(frozen=True)
class Hours(Factored):
    """Full or part time against what the person can work."""

    name: str = "hours"

    def trait(self, person: Person) -> Hashable:
        """Return the hours that the person can work."""
        return person.profile.availability.hours

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

    def trait(self, person: Person) -> Hashable:
        """Return the same for everybody."""
        return None

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return ``weight`` for such ads."""
        return ByColumn(table.open_for_all, np.array([0, weight], np.int64))


# What an occupation asks for even if its ad does not say so, by SSYK 2012 major group: degrees (1 to 3) most, work that
# can be learnt in a day (9) nothing.
_USUAL_DEMANDS = {"1": 1.0, "2": 1.0, "3": 0.8, "4": 0.5, "5": 0.4, "6": 0.4, "7": 0.6, "8": 0.4, "9": 0.0}
_NO_GROUP = 0.5
_MISSING = MUSTS - np.arange(MUSTS + 1)
"""By the number of an ad's musts: one that has :data:`MUSTS` has told what it asks for."""


@dataclass(frozen=True)
class Unstated(Factored):
    """An ad that states few demands still wants somebody who can do its work: the further from it, the more it costs.

    Without it ads that state nothing float up in everybody's list, since all others cost points for what is lacking.
    """

    name: str = "unstated"

    def factor(self, person: Person, table: AdTable, weight: int) -> Factor:
        """Return down to ``-weight`` where an ad states no ``must`` and the work is far and skilled."""
        near = np.maximum(*(nearness(person, table, ties) for ties in (held, wished)))
        far = self._far(table.major_groups(person.lookup), near, weight)
        return ByColumn(table.sort, -(far[:, None] * _MISSING // MUSTS).ravel())

    def over(self, crowd: Crowd, table: AdTable, weight: int) -> Points:
        """Do so for each person and one ad."""
        work, musts = divmod(int(table.sort[0]), MUSTS + 1)
        near = np.maximum(*(crowd.nearest(ties, table.works[work]) for ties in (held, wished)))
        far = self._far(table.major_groups(crowd.lookup), near, weight)
        return -(far * int(_MISSING[musts]) // MUSTS)

    @staticmethod
    def _far(groups: Sequence[str], near: Shares, weight: int) -> Points:
        usual = np.array([_USUAL_DEMANDS.get(group, _NO_GROUP) for group in groups])
        return _whole(weight * usual * (1.0 - near))


DEFAULT_COMPONENTS: tuple[Component, ...] = (
    ByWork("occupation", held),
    ByWork("wish", wished),
    # Who refuses washing up and asks for cleaning has not refused what is near washing up.
    ByWork("avoid", avoided, least=0.7, unless=wished),
    TextFit(),
    TitleFit(),
    Travel(),
    Hours(),
    OpenForAll(),
    Unstated(),
)
