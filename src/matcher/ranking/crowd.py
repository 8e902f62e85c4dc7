"""People in columns: what gates and components ask of a person, laid out once for all of them.

One ad asks the same few things of thousands of people, who have far fewer different jobs, words, concepts and wishes.
Each different one is compared with the ad once. What a column says of a person is what
:class:`~matcher.ranking.person.Person` says, to the bit.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from copy import copy
from typing import NamedTuple, Protocol, TypeVar, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from matcher.features.terms import count_terms, default_weights
from matcher.ranking.crowdtexts import CrowdTexts
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import BRIEF, Person
from matcher.ranking.termrows import TermRows
from matcher.taxonomy.fields import families_of_words

T = TypeVar("T", bound=Hashable)
Number = TypeVar("Number", bound=np.generic)
Tie = tuple[str, float]
"""An occupation that somebody is tied to, and how much a nearness to it counts, in [0, 1]."""
Ties = Callable[[Person], Iterable[Tie]]
Shares = NDArray[np.float64]
Flags = NDArray[np.bool_]


@runtime_checkable
class ByTrait(Protocol):
    """A gate or a component that goes by one trait: people who share it get the same verdicts, or the same points."""

    def trait(self, person: Person) -> Hashable:
        """Return everything of a person that decides."""
        ...


def speaks_for_itself(thing: object, name: str, *about: str) -> bool:
    """Whether a method is of the same class as what it tells about, or a later one: it need not hold for others.

    Examples
    --------
    >>> class Gate:
    ...     def trait(self): ...
    ...     def judge(self): ...
    >>> class Stricter(Gate):
    ...     def judge(self): ...
    >>> speaks_for_itself(Gate(), "trait", "judge"), speaks_for_itself(Stricter(), "trait", "judge")
    (True, False)
    """
    for part in type(thing).__mro__:
        if name in vars(part):
            return True
        if any(one in vars(part) for one in about):
            return False
    return False


class Items(NamedTuple):
    """Several things of each person, each by its number among the different ones.

    Attributes
    ----------
    start : array of int64, shape (n_people + 1,)
        Where a person's things begin.
    item : array of int64, shape (n_rows,)
    """

    start: NDArray[np.int64]
    item: NDArray[np.int64]

    @property
    def owner(self) -> NDArray[np.int64]:
        """Whose each row is, shape ``(n_rows,)``."""
        return np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))

    def greatest(self, values: NDArray[Number]) -> NDArray[Number]:
        """Return the greatest of 0 and the values of each person's rows, which are given by row."""
        most = np.zeros(len(self.start) - 1, values.dtype)
        some = np.flatnonzero(np.diff(self.start))
        if len(some):
            most[some] = np.maximum(np.maximum.reduceat(values, self.start[some]), most[some])
        return most


class Jobs(NamedTuple):
    """Jobs held, one row each in the order of the profiles.

    Attributes
    ----------
    kinds : Items
        Different pairs of title and concept.
    concept, text : array of int64, shape (n_rows,)
        Numbers among the different concepts (the first is none) and texts.
    years : array of float64, shape (n_rows,)
        Not a number where unknown.
    """

    kinds: Items
    concept: NDArray[np.int64]
    text: NDArray[np.int64]
    years: Shares


class Crowd:
    """Many people, to be asked the same thing at once.

    Parameters
    ----------
    people : sequence of Person
    lookup : Lookup

    Attributes
    ----------
    text : TermRows
        Weighted words of each profile.
    titles : TermRows and Items
        Weighted words of each different title, and whose titles they are.
    jobs : Jobs
    educations : list of Education and Items
    professions : list of LicensedProfession or None, and Items
        One a person.
    with_jobs, with_skills : array of bool, shape (n_people,)
        Who has held any job, and who tells of any skill.

    Examples
    --------
    >>> from matcher.records import Experience, Profile
    >>> from matcher.taxonomy import Taxonomy
    >>> lookup = Lookup(Taxonomy.starter())
    >>> cook = Profile(id="1", experience=[Experience(title="Kock", years=3)])
    >>> crowd = Crowd([Person(cook, lookup), Person(Profile(id="2"), lookup)], lookup)
    >>> crowd.told("kock").tolist()
    [1.0, 0.0]
    """

    def __init__(self, people: Sequence[Person], lookup: Lookup) -> None:
        self.people = people
        self.lookup = lookup
        # Kept by the place in memory of who asks: gates and components live as long as what asks them.
        self._kinds: dict[int, tuple[list[Person], NDArray[np.int64]]] = {}
        self._ties: dict[Ties, tuple[list[Tie], Items]] = {}
        self._without: dict[str, Flags] = {}
        self.text = TermRows.of([person.text_vector() for person in people])
        titles, whose = self.items(Person.titles)
        self.titles = TermRows.of([default_weights().vector(count_terms([title])) for title in titles]), whose
        self._lay_out_jobs()
        labels, whose = self.items(lambda person: person.other_labels)
        self._others = CrowdTexts(labels), whose
        self._skills = self.items(lambda person: person.skill_concepts)
        self.with_skills: Flags = np.array([bool(person.profile.skills) for person in people], bool)
        self.educations = self.items(lambda person: person.profile.education)
        self.professions = self.items(lambda person: [person.profile.licensed_profession])

    def _lay_out_jobs(self) -> None:
        jobs = [job for person in self.people for job in person.profile.experience]
        kinds, whose = self.items(lambda person: [(job.title, job.concept) for job in person.profile.experience])
        coded = [self.lookup.families((concept,) if concept else ()) for _, concept in kinds]
        self._families = [families_of_words(title) | own for (title, _), own in zip(kinds, coded, strict=True)]
        concepts = {concept: n for n, concept in enumerate(dict.fromkeys([None, *(c for _, c in kinds)]))}
        related = self.lookup.taxonomy.related
        self._concepts = list(concepts)
        self._skills_of_concepts = [
            frozenset(skill for skill, _ in related(concept, "essential_skill")) if concept else frozenset()
            for concept in concepts
        ]
        texts, told = self.items(lambda person: person.job_texts)
        self._job_words = CrowdTexts(texts)
        self.jobs = Jobs(
            whose,
            np.array([concepts[job.concept] for job in jobs], np.int64),
            told.item,
            np.array([np.nan if job.years is None else job.years for job in jobs], np.float64),
        )
        self.with_jobs: Flags = np.diff(whose.start) > 0

    def __len__(self) -> int:
        return len(self.people)

    def apart(self, lookup: Lookup) -> Crowd:
        """Return the same people for one caller, whose labels are looked up in a lookup of their own."""
        twin = copy(self)
        twin.lookup = lookup
        return twin

    def kinds(self, of: ByTrait) -> tuple[list[Person], NDArray[np.int64]]:
        """Return one person of each trait, and for each person the number of theirs; shape ``(n_people,)``."""
        found = self._kinds.get(id(of))
        if found is None:
            numbers: dict[Hashable, int] = {}
            first: list[Person] = []
            column = np.empty(len(self), np.int64)
            for place, person in enumerate(self.people):
                number = numbers.setdefault(of.trait(person), len(numbers))
                if number == len(first):
                    first.append(person)
                column[place] = number
            found = self._kinds[id(of)] = first, column
        return found

    def items(self, of: Callable[[Person], Iterable[T]]) -> tuple[list[T], Items]:
        """Lay out several things of each person: the different ones, and whose they are."""
        rows = [tuple(of(person)) for person in self.people]
        numbers: dict[T, int] = {}
        item = np.array([numbers.setdefault(value, len(numbers)) for row in rows for value in row], np.int64)
        start = np.concatenate([[0], np.cumsum([len(row) for row in rows], dtype=np.int64)])
        return list(numbers), Items(start, item)

    def told(self, label: str) -> Shares:
        """Return how far what each person tells covers a label at best, as :meth:`Person.told` does."""
        words, whose = self._others
        told = whose.greatest(words.coverages(label)[whose.item])
        jobs = self.jobs
        return np.maximum(told, jobs.kinds.greatest(self._job_words.coverages(label)[jobs.text]))

    def near_jobs(self, wanted: Iterable[str], label: str, trust: float = 1.0) -> Shares:
        """Return how near each job is to what is asked for, as :meth:`Person.nearest_jobs` does."""
        wanted = tuple(wanted)
        near = np.array([trust * self.lookup.nearness(concept, wanted) for concept in self._concepts])
        rows: Shares = near[self.jobs.concept]
        return np.maximum(rows, self._job_words.coverages(label)[self.jobs.text]) if label else rows

    def any_job(self, jobs: Flags) -> Flags:
        """Tell who has any of the jobs."""
        return self.jobs.kinds.greatest(jobs.astype(np.int8)) > 0

    def nearest(self, ties: Ties, work: Work) -> Shares:
        """Return how near a work is to what each person is tied to; shape ``(n_people,)``."""
        if ties not in self._ties:
            self._ties[ties] = self.items(ties)
        different, whose = self._ties[ties]
        near = [work.trust * self.lookup.nearness(concept, work.concepts) * factor for concept, factor in different]
        return whose.greatest(np.array(near, np.float64)[whose.item])

    def in_area(self, area: frozenset[str]) -> Flags:
        """Tell who has held a job of some fields of work."""
        inside = np.array([not area.isdisjoint(families) for families in self._families], bool)
        return self.any_job(inside[self.jobs.kinds.item])

    def has_skill(self, concepts: Iterable[str]) -> Flags:
        """Tell who tells of any of some skills, or has it from an occupation held."""
        asked = frozenset(concepts)
        told, whose = self._skills
        direct = np.array([skill in asked for skill in told], np.int8)
        belongs = np.array([not asked.isdisjoint(skills) for skills in self._skills_of_concepts], bool)
        years = self.jobs.years
        return (whose.greatest(direct[whose.item]) > 0) | self.any_job(
            belongs[self.jobs.concept] & (np.isnan(years) | (years >= BRIEF))
        )

    def without(self, field: str) -> Flags:
        """Tell of whom the source says that a field is empty."""
        if field not in self._without:
            self._without[field] = np.array([field in person.profile.none for person in self.people], bool)
        return self._without[field]
