"""A profile made ready for judging: each item with its words and concepts, prepared once."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from functools import cached_property

from matcher.features.terms import count_terms, default_weights
from matcher.features.texts import profile_texts, profile_titles
from matcher.features.workwords import comparable, is_untold, skills_named, work_told
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.wordmatch import HeldTexts
from matcher.ranking.words import value_word
from matcher.records import Experience, Profile
from matcher.records.languages import merge_languages
from matcher.taxonomy import link_profile
from matcher.taxonomy.facts.disciplines import subject_of
from matcher.taxonomy.facts.fields import families_of_words, shows

Told = tuple[float, str | None]
"""How far a label is covered, in [0, 1], and the text that covers it."""
BRIEF = 0.25
"""Years below which a job says nothing of the skills that belong to its occupation."""
_TEXT_TERMS = 400
"""Of a whole profile so many terms count, of a text as long as an ad far fewer."""


class Person:
    """A profile and everything about it that gates and components ask for.

    Parameters
    ----------
    profile : Profile
    lookup : Lookup

    Examples
    --------
    >>> from matcher.taxonomy import Taxonomy
    >>> lookup = Lookup(Taxonomy.starter())
    >>> person = Person(Profile(id="1", experience=[Experience(title="Kock", years=3)]), lookup)
    >>> person.nearest_jobs(lookup.occupations("kock"), "kock")[0][1].years
    3.0
    """

    def __init__(self, profile: Profile, lookup: Lookup) -> None:
        linked = link_profile(profile, lookup.taxonomy)
        self.profile = linked.model_copy(update={"languages": tuple(merge_languages(linked.languages))})
        self.lookup = lookup
        # Asked for many demands, and keyed by the jobs' places in memory.
        self._job_families: dict[int, frozenset[str]] = {}
        self._forget()

    def _forget(self) -> None:
        self._nearest: dict[tuple[tuple[str, ...], float], list[tuple[float, Experience]]] = {}
        self._told: dict[str, Told] = {}

    def apart(self, lookup: Lookup) -> Person:
        """Return the same person for one caller: what is asked of them leaves with it."""
        words = self._jobs.apart(), self._others.apart()
        twin = copy(self)
        twin.lookup, (twin._jobs, twin._others) = lookup, words
        twin._forget()
        return twin

    def nearest_jobs(self, wanted: Iterable[str], label: str, trust: float = 1.0) -> list[tuple[float, Experience]]:
        """Rank every job held by how near it is to the occupations or the words asked for.

        Parameters
        ----------
        wanted : iterable of str
            Occupation concepts.
        label : str
            Words for what the taxonomy lacks; empty to go by concepts alone.
        trust : float
            What a nearness by concept counts.

        Returns
        -------
        list of (float, Experience)
            Nearness in [0, 1], nearest first, ties in the order of the profile.
        """
        wanted = tuple(wanted)
        rows = []
        told = self._jobs.coverages(label)
        for job, share in zip(self.profile.experience, told, strict=True):
            rows.append((max(trust * self.lookup.nearness(job.concept, wanted), share), job))
        return sorted(rows, key=lambda row: -row[0])

    def nearest_to_work(self, work: Work) -> list[tuple[float, Experience]]:
        """Rank every job held by how near it is to the work of an ad."""
        key = work.concepts, work.trust
        rows = self._nearest.get(key)
        if rows is None:
            rows = self._nearest[key] = self.nearest_jobs(work.concepts, "", work.trust)
        return rows

    @cached_property
    def _jobs(self) -> HeldTexts:
        return HeldTexts(self.job_texts)

    @cached_property
    def names_skills(self) -> bool:
        """Whether any of the skills told is one that is known; a list of other words lacks nothing."""
        return any(skill.concept or skills_named(skill.label) for skill in self.profile.skills)

    @cached_property
    def job_texts(self) -> list[str]:
        """Title and duties of each job held."""
        return [f"{work_told(job.title)} {comparable(job.duties or '')}" for job in self.profile.experience]

    def families(self, job: Experience) -> frozenset[str]:
        """Fields of work that one of the jobs held belongs to, by its title and by its concept's SSYK code."""
        found = self._job_families.get(id(job))
        if found is None:
            coded = self.lookup.families((job.concept,) if job.concept else ())
            found = self._job_families[id(job)] = families_of_words(work_told(job.title)) | coded
        return found

    @cached_property
    def has_untold_job(self) -> bool:
        """Whether one of the jobs held does not say what was done: "egen firma", "konsult"."""
        return any(is_untold(job.title) for job in self.profile.experience)

    @cached_property
    def skill_concepts(self) -> dict[str, str]:
        """Concepts of skills told, stated or informal → the person's words."""
        told = self.profile.skills + self.profile.informal_skills
        return {s.concept: s.label for s in reversed(told) if s.concept}

    @cached_property
    def inferred_skills(self) -> dict[str, str]:
        """Skill concepts that belong to the occupations held → the title they are inferred from."""
        found: dict[str, str] = {}
        for job in self.profile.experience:
            if job.concept and (job.years is None or job.years >= BRIEF):
                for skill, _ in self.lookup.taxonomy.related(job.concept, "essential_skill"):
                    found.setdefault(skill, job.title)
        return found

    def told(self, label: str) -> Told:
        """Find what the person tells that covers a label best."""
        if label in self._told:
            return self._told[label]
        best: Told = (0.0, None)
        titles = [job.title for job in self.profile.experience]
        for held, shown in ((self._others, [*self._labels, *self._shown.values()]), (self._jobs, titles)):
            for share, text in zip(held.coverages(label), shown, strict=True):
                if share > best[0]:
                    best = (share, text)
        self._told[label] = best
        return best

    @cached_property
    def other_labels(self) -> list[str]:
        """What is compared: skills told, fields of education, cards, everyday skills that jobs and skills show."""
        return [*map(comparable, self._labels), *self._shown]

    @cached_property
    def _labels(self) -> list[str]:
        told = self.profile.skills + self.profile.informal_skills
        cards = [value_word(card, "sv", "certificate") for card in self.profile.certificates]
        return [s.label for s in told] + self.fields + cards

    @cached_property
    def _shown(self) -> dict[str, str]:
        """Everyday skills → the first skill, else title, that shows it."""
        told = self.profile.skills + self.profile.informal_skills
        labels = [skill.label for skill in told] + [work_told(job.title) for job in self.profile.experience]
        return {skill: label for label in reversed(labels) for skill in sorted(shows(label))}

    @cached_property
    def fields(self) -> list[str]:
        """Fields of education, by the subjects that they name."""
        return [subject_of(e.field) for e in self.profile.education if e.field]

    @cached_property
    def _others(self) -> HeldTexts:
        return HeldTexts(self.other_labels)

    def text_vector(self) -> dict[str, int]:
        """Weighted words of the whole profile."""
        return default_weights().vector(count_terms(profile_texts(self.profile)), _TEXT_TERMS)

    def titles(self) -> list[str]:
        """Titles held and wished for."""
        return profile_titles(self.profile)

    @cached_property
    def years_worked(self) -> float | None:
        """Sum of the known lengths of all jobs; ``None`` when jobs are listed and none has a length."""
        known = [job.years for job in self.profile.experience if job.years is not None]
        return sum(known) if known or not self.profile.experience else None
