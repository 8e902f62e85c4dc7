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
from matcher.features.workwords import work_told
from matcher.ranking.crowd.inverted import Nearness, Sets
from matcher.ranking.crowd.texts import CrowdTexts
from matcher.ranking.groups import starts
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import BRIEF, Person
from matcher.ranking.termrows import TermRows
from matcher.taxonomy.facts.fields import families_of_words

T = TypeVar("T", bound=Hashable)
Number = TypeVar("Number", np.int8, np.int64, np.float64)
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
    start : array of int32, shape (n_people + 1,)
        Where a person's things begin.
    item, owner : array of int64, shape (n_rows,)
        The number, and whose it is.
    """

    start: NDArray[np.int32]
    item: NDArray[np.int64]
    owner: NDArray[np.int64]

    @property
    def some(self) -> Flags:
        """Who has any, shape ``(n_people,)``."""
        return np.diff(self.start) > 0

    def greatest(self, values: NDArray[Number]) -> NDArray[Number]:
        """Return the greatest of 0 and the values of each person's rows, which are given by row."""
        most = np.zeros(len(self.start) - 1, values.dtype)
        # Most rows have nothing to do with what is asked.
        rows = np.flatnonzero(values > 0)
        if len(rows):
            owner = self.owner[rows]
            first = np.flatnonzero(np.diff(owner, prepend=-1))
            most[owner[first]] = np.maximum.reduceat(values[rows], first)
        return most

    def any(self, rows: Flags) -> Flags:
        """Tell who has any of some rows."""
        found = np.zeros(len(self.start) - 1, bool)
        found[self.owner[rows]] = True
        return found


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
    last : array of float64, shape (n_rows,)
        The last year, not a number where unknown.
    by_years : array of int64, shape (n_rows,)
        Rows, each person's shortest jobs first.
    """

    kinds: Items
    concept: NDArray[np.int64]
    text: NDArray[np.int64]
    years: Shares
    last: Shares
    by_years: NDArray[np.int64]

    def lately(self, first: float) -> Flags:
        """Tell which jobs went on in a year or later, all if none is named; shape ``(n_rows,)``."""
        return np.full(len(self.last), True) if first == -np.inf else self.last >= first

    def years_of(self, rows: Flags) -> Shares:
        """Add up the known years of some jobs, the shortest first; shape ``(n_people,)``."""
        known = np.where(rows & ~np.isnan(self.years), self.years, 0.0)
        owner, n_people = self.kinds.owner[self.by_years], len(self.kinds.start) - 1
        return np.bincount(owner, known[self.by_years], n_people).astype(np.float64)


class Crowd:
    """Many people, to be asked the same thing at once.

    Parameters
    ----------
    people : sequence of Person
    lookup : Lookup

    Attributes
    ----------
    ids : array of str, shape (n_people,)
    text : TermRows
        Weighted words of each profile.
    titles : TermRows and Items
        Weighted words of each different title, and whose titles they are.
    jobs : Jobs
    educations : list of Education and Items
    professions : list of LicensedProfession or None, and Items
        One a person.
    with_skills, with_untold_job : array of bool, shape (n_people,)
        Who tells of any skill, and of a job that does not say what was done.

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
        self.ids = np.array([person.profile.id for person in people], dtype=object)
        self.lookup = lookup
        # Kept by the place in memory of who asks: gates and components live as long as what asks them.
        self._kinds: dict[int, tuple[list[Person], NDArray[np.int64]]] = {}
        self._ties: dict[Ties, tuple[Nearness, Shares, Items]] = {}
        self._without: dict[str, Flags] = {}
        self.text = TermRows.of([person.text_vector() for person in people])
        titles, whose = self.items(Person.titles)
        self.titles = TermRows.of([default_weights().vector(count_terms([title])) for title in titles]), whose
        self._lay_out_jobs()
        labels, whose = self.items(lambda person: person.other_labels)
        self._others = CrowdTexts(labels), whose
        skills, whose = self.items(lambda person: person.skill_concepts)
        self._skills = Sets([[skill] for skill in skills]), whose
        self.with_skills: Flags = np.array([person.names_skills for person in people], bool)
        self.with_untold_job: Flags = np.array([person.has_untold_job for person in people], bool)
        self.educations = self.items(lambda person: person.profile.education)
        self.professions = self.items(lambda person: [person.profile.licensed_profession])

    def _lay_out_jobs(self) -> None:
        jobs = [job for person in self.people for job in person.profile.experience]
        kinds, whose = self.items(lambda person: [(job.title, job.concept) for job in person.profile.experience])
        coded = [self.lookup.families((concept,) if concept else ()) for _, concept in kinds]
        self._families = Sets(
            [families_of_words(work_told(title)) | own for (title, _), own in zip(kinds, coded, strict=True)]
        )
        concepts = {concept: n for n, concept in enumerate(dict.fromkeys([None, *(c for _, c in kinds)]))}
        self._concepts = Nearness([self.lookup.near_to(concept) if concept else {} for concept in concepts])
        related = self.lookup.taxonomy.related
        self._skills_of_concepts = Sets(
            [[skill for skill, _ in related(concept, "essential_skill")] if concept else () for concept in concepts]
        )
        texts, told = self.items(lambda person: person.job_texts)
        self._job_words = CrowdTexts(texts)
        years = np.array([np.nan if job.years is None else job.years for job in jobs], np.float64)
        numbers = np.array([concepts[job.concept] for job in jobs], np.int64)
        last = np.array([np.nan if job.last_year is None else job.last_year for job in jobs], np.float64)
        self.jobs = Jobs(whose, numbers, told.item, years, last, np.lexsort((years, whose.owner)))
        self._lasting = np.isnan(years) | (years >= BRIEF)

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
        lengths = np.array([len(row) for row in rows], np.int64)
        return list(numbers), Items(starts(lengths), item, np.repeat(np.arange(len(rows)), lengths))

    def told(self, label: str) -> Shares:
        """Return how far what each person tells covers a label at best, as :meth:`Person.told` does."""
        words, whose = self._others
        told = whose.greatest(words.coverages(label)[whose.item])
        jobs = self.jobs
        return np.maximum(told, jobs.kinds.greatest(self._job_words.coverages(label)[jobs.text]))

    def near_jobs(self, wanted: Iterable[str], label: str, trust: float = 1.0) -> Shares:
        """Return how near each job is to what is asked for, as :meth:`Person.nearest_jobs` does."""
        rows: Shares = (trust * self._concepts.to(wanted))[self.jobs.concept]
        return np.maximum(rows, self._job_words.coverages(label)[self.jobs.text]) if label else rows

    def any_job(self, jobs: Flags) -> Flags:
        """Tell who has any of the jobs."""
        return self.jobs.kinds.any(jobs)

    def nearest(self, ties: Ties, work: Work) -> Shares:
        """Return how near a work is to what each person is tied to; shape ``(n_people,)``."""
        if ties not in self._ties:
            different, whose = self.items(ties)
            near = Nearness([self.lookup.near_to(concept) for concept, _ in different])
            self._ties[ties] = near, np.array([factor for _, factor in different], np.float64), whose
        near, factors, whose = self._ties[ties]
        return whose.greatest((work.trust * near.to(work.concepts) * factors)[whose.item])

    def in_area(self, area: frozenset[str]) -> Flags:
        """Tell who has held a job of some fields of work."""
        return self.any_job(self._families.holding(area)[self.jobs.kinds.item])

    def has_skill(self, concepts: Iterable[str]) -> Flags:
        """Tell who tells of any of some skills, or has it from an occupation held."""
        asked = tuple(concepts)
        told, whose = self._skills
        belongs = self._skills_of_concepts.holding(asked)
        return whose.any(told.holding(asked)[whose.item]) | self.any_job(belongs[self.jobs.concept] & self._lasting)

    def without(self, field: str) -> Flags:
        """Tell of whom the source says that a field is empty."""
        if field not in self._without:
            self._without[field] = np.array([field in person.profile.none for person in self.people], bool)
        return self._without[field]
