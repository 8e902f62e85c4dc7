"""Soft components: points for how well the work, the words and the circumstances fit.

A component is an object with a ``name`` and ``points(person, table)``; it is vectorised over the ads and returns whole
numbers, so that a pair's points are the same alone and in a batch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.features.terms import count_terms, default_weights
from matcher.features.texts import profile_texts, profile_titles
from matcher.ranking.person import Person
from matcher.ranking.table import AdTable
from matcher.taxonomy.municipalities import municipality, travel_minutes

Points = NDArray[np.int64]


class Component(Protocol):
    """A soft component."""

    @property
    def name(self) -> str:
        """Key of its weight and of its contribution."""
        ...

    def points(self, person: Person, table: AdTable, weight: int) -> Points:
        """Return whole points for every ad, shape ``(n_ads,)``, at most ``weight`` in size."""
        ...


@dataclass(frozen=True)
class ByWork:
    """Nearness of the person to each distinct work, scaled to the weight."""

    name: str
    nearness: Callable[[Person, AdTable], list[float]]

    def points(self, person: Person, table: AdTable, weight: int) -> Points:
        """Round ``weight · nearness`` once per distinct work."""
        values = np.array([round(weight * near) for near in self.nearness(person, table)], np.int64)
        return values[table.work] if len(values) else np.zeros(len(table), np.int64)


def held_nearness(person: Person, table: AdTable) -> list[float]:
    """Nearness of the nearest job held; short practice counts less (half from nothing to a year)."""
    rows = []
    for work in table.works:
        best = 0.0
        for near, job in person.nearest_to_work(work):
            practice = 1.0 if job.years is None else 0.6 + 0.4 * min(job.years, 2.0) / 2.0
            best = max(best, near * practice)
        rows.append(best)
    return rows


def wished_nearness(person: Person, table: AdTable) -> list[float]:
    """Nearness of the nearest wish, by concept."""
    return _named_nearness(person, table, person.profile.wishes)


def avoided_nearness(person: Person, table: AdTable) -> list[float]:
    """Nearness of what is not wanted; only the occupation itself and its like count."""
    return [near if near >= 0.7 else 0.0 for near in _named_nearness(person, table, person.profile.not_wanted)]


def _named_nearness(person: Person, table: AdTable, labels: tuple[str, ...]) -> list[float]:
    named = [concept for label in labels for concept in person.lookup.occupations(label)[:1]]
    return [
        max((work.trust * person.lookup.nearness(c, work.concepts) for c in named), default=0.0) for work in table.works
    ]


@dataclass(frozen=True)
class TextFit:
    """Weighted words of the whole profile against headline and text."""

    name: str = "text"

    def points(self, person: Person, table: AdTable, weight: int) -> Points:
        """Return ``weight · cosine``, the cosine in steps of 2⁻²⁰."""
        return weight * table.text.dot(default_weights().vector(count_terms(profile_texts(person.profile)), 400)) >> 20


@dataclass(frozen=True)
class TitleFit:
    """Titles held and wished for against headline and occupation label."""

    name: str = "title"

    def points(self, person: Person, table: AdTable, weight: int) -> Points:
        """Return ``weight · cosine`` of the best title."""
        best = np.zeros(len(table), np.int64)
        for title in profile_titles(person.profile):
            np.maximum(best, table.title.dot(default_weights().vector(count_terms([title]))), out=best)
        return weight * best >> 20


@dataclass(frozen=True)
class Travel:
    """Whether the workplace is within the time that the person can travel."""

    name: str = "travel"

    def points(self, person: Person, table: AdTable, weight: int) -> Points:
        """Return 0 within the limit or where unknown, down to ``-weight`` at three times the limit and beyond."""
        home = municipality(person.profile.home_municipality or "")
        limit = max(person.profile.max_travel_minutes or 60, 1)
        values = [0] * len(table.places)
        for place, name in enumerate(table.places):
            there = municipality(str(name)) if name else None
            if home is None or there is None:
                continue
            least, _ = travel_minutes(home, there)
            if least > limit:
                values[place] = -round(weight * min(1.0, (least - limit) / (2.0 * limit)))
        return np.array(values, np.int64)[table.place] if values else np.zeros(0, np.int64)


@dataclass(frozen=True)
class Hours:
    """Full or part time against what the person can work."""

    name: str = "hours"

    def points(self, person: Person, table: AdTable, weight: int) -> Points:
        """Return ``-weight`` where a part-time person meets a full-time job, half of that the other way round."""
        wanted = person.profile.availability.hours
        clash = {("part", "full"): -weight, ("full", "part"): -(weight // 2)}
        values = [clash.get((wanted or "any", str(hours)), 0) for hours in table.hours]
        return np.array(values, np.int64)[table.hour] if values else np.zeros(0, np.int64)


@dataclass(frozen=True)
class OpenForAll:
    """The employer says that it adapts the job for people new in Sweden."""

    name: str = "open_for_all"

    def points(self, person: Person, table: AdTable, weight: int) -> Points:
        """Return ``weight`` for such ads."""
        return np.where(table.open_for_all, weight, 0).astype(np.int64)


DEFAULT_COMPONENTS: tuple[Component, ...] = (
    ByWork("occupation", held_nearness),
    ByWork("wish", wished_nearness),
    ByWork("avoid", avoided_nearness),
    TextFit(),
    TitleFit(),
    Travel(),
    Hours(),
    OpenForAll(),
)
