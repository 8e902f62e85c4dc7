"""Occupations that a person is tied to: held, wished for, not wanted."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.features.workwords import work_told
from matcher.ranking.crowd.people import Tie
from matcher.ranking.person import Person
from matcher.taxonomy.facts.areas import areas_in

_OF_AREA = 0.7
"""What an area not wanted counts for its own occupations: the least that counts at all, so that none near them do."""


def held(person: Person) -> Iterator[Tie]:
    """Yield the jobs held; short practice counts less (0.6 for none, 0.8 for a year)."""
    for job in person.profile.experience:
        if job.concept:
            yield job.concept, 1.0 if job.years is None else 0.6 + 0.4 * min(job.years, 2.0) / 2.0


def wished(person: Person) -> Iterator[Tie]:
    """Yield the occupations wished for."""
    titled = person.lookup.titled(map(work_told, person.profile.wishes))
    return ((concept, 1.0) for concept in titled if concept)


def avoided(person: Person) -> Iterator[Tie]:
    """Yield the occupations that are not wanted; in an area that is not wanted ("vård") all of its occupations."""
    told = [work_told(label) for label in person.profile.not_wanted]
    yield from ((concept, 1.0) for concept in person.lookup.titled(told) if concept)
    areas = (area for label in told for area in areas_in(label))
    yield from ((concept, _OF_AREA) for area in areas for concept in person.lookup.working_in(area))
