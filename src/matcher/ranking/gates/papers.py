"""Papers: licences to practise and named certificates."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from matcher.ranking.crowd.people import Crowd
from matcher.ranking.evidence import Absent, Evidence, Jobs, School, Status, Values
from matcher.ranking.gates.protocol import Codes, Demand
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import BLOCK, UNKNOWN, Judgement
from matcher.ranking.wordmatch import coverage
from matcher.records import Education, Kind, LicensedProfession, Profile, Requirement
from matcher.taxonomy.facts.certificates import certificate_slugs
from matcher.taxonomy.facts.disciplines import subject_of
from matcher.taxonomy.facts.fields import families_of_words
from matcher.taxonomy.facts.professions import PROTECTED_TITLES, is_licence_for

_SAME_PROFESSION = 0.75
_TELLING = ("experience", "education")
"""Fields one of which tells who is no member of a profession."""
# What takes more than some months; every other card or course can be had in weeks.
_LONG = frozenset({"aut_el", "taxi", "gesallbrev"})


class ProfessionGate:
    """Judges ``licensed_profession`` rows."""

    kinds: tuple[Kind, ...] = ("licensed_profession",)

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the profession."""
        return Demand("licensed_profession", str(requirement.value).casefold())

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Judge by the stated status; a licence that is under way is a step away, one not begun is long.

        Silence says no where work or schooling told of is for something else.
        """
        asked = str(demand.value)
        held = person.profile.licensed_profession
        told = self._told(person.lookup, held, asked)
        if told is not None:
            return told
        silent = held is None and "licensed_profession" not in person.profile.none
        if (silent or asked in PROTECTED_TITLES) and self._trained(person, asked):
            return Judgement("unknown")
        if silent and not any(getattr(person.profile, told) or told in person.profile.none for told in _TELLING):
            return Judgement("unknown")
        return Judgement("unmet", self._otherwise(person.profile))

    def judge_all(self, crowd: Crowd, demand: Demand) -> Codes:
        """Judge everybody by judging each different licence, job and education once."""
        asked = str(demand.value)
        different, whose = crowd.professions
        told = [self._told(crowd.lookup, held, asked) for held in different]
        codes = np.array([-1 if one is None else one.code for one in told], np.int8)[whose.item]
        silent = np.array([held is None for held in different], bool)[whose.item]
        silent &= ~crowd.without("licensed_profession")
        nothing = ~(crowd.jobs.kinds.some | crowd.educations[1].some | crowd.without("experience"))
        nothing &= silent & ~crowd.without("education")
        if asked in PROTECTED_TITLES:
            silent[:] = True
        near = crowd.any_job(crowd.near_jobs(crowd.lookup.occupations(asked), asked) >= _SAME_PROFESSION)
        educations, whose = crowd.educations
        studied = np.array([self._studied(education, asked) for education in educations], np.int8)
        trained = near | (whose.greatest(studied[whose.item]) > 0)
        return np.where(codes >= 0, codes, np.where((silent & trained) | nothing, UNKNOWN, BLOCK)).astype(np.int8)

    def _told(self, lookup: Lookup, held: LicensedProfession | None, asked: str) -> Judgement | None:
        """Judge by the licence that is told of, if it is the one asked for."""
        if held is None or not self._same(lookup, held.profession, asked):
            return None
        evidence = Status(held.profession, held.status)
        if held.status == "licensed":
            return Judgement("met", evidence)
        return Judgement("unmet", evidence, bridge=held.status in ("applied", "knowledge_test"))

    @staticmethod
    def _otherwise(profile: Profile) -> Evidence:
        """Say what shows that somebody is no member of a profession: another licence, other work, other schooling."""
        if profile.licensed_profession is not None:
            return Status(profile.licensed_profession.profession, profile.licensed_profession.status)
        if "licensed_profession" in profile.none:
            return Absent("licensed_profession")
        if profile.experience:
            return Jobs(profile.experience, "other")
        return School(profile.education[0]) if profile.education else Absent("experience")

    @staticmethod
    def _same(lookup: Lookup, held: str, asked: str) -> bool:
        known = is_licence_for(held, asked)
        if known is not None:
            return known
        if coverage(asked, held) >= _SAME_PROFESSION:
            return True
        return bool(set(lookup.occupations(asked)[:1]) & set(lookup.occupations(held)[:1]))

    def _trained(self, person: Person, asked: str) -> bool:
        """Whether work or schooling points at the profession: only then is its licence worth a question."""
        rows = person.nearest_jobs(person.lookup.occupations(asked), asked)
        if any(near >= _SAME_PROFESSION for near, _ in rows):
            return True
        return any(self._studied(education, asked) for education in person.profile.education)

    @staticmethod
    def _studied(education: Education, asked: str) -> bool:
        """Whether an education is for the profession."""
        if not education.field or education.level in ("none", "primary"):
            return False
        field = subject_of(education.field)
        if asked in PROTECTED_TITLES and families_of_words(asked) & families_of_words(field):
            return True
        known = is_licence_for(field, asked)
        return coverage(asked, field) >= _SAME_PROFESSION if known is None else known


class CertificateGate:
    """Judges ``certificate`` rows."""

    kinds: tuple[Kind, ...] = ("certificate",)

    def trait(self, person: Person) -> Hashable:
        """Return what is listed, and what is said to be lacking."""
        lacking = tuple(name for name in person.profile.none if name.startswith("certificates"))
        return person.profile.certificates, lacking

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the slug."""
        return Demand("certificate", str(requirement.value).casefold())

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Judge by the certificates listed; a list that lacks it says that it is missing, silence asks.

        A list of nothing but words that no lexicon knows is no list of certificates. What takes years is seldom kept
        among courses, and would block: a list without it leaves it a question.
        """
        held = person.profile.certificates
        if demand.value in held:
            return Judgement("met", Values((str(demand.value),), kind="certificate"))
        denied = f"certificates.{demand.value}"
        if denied in person.profile.none:
            return Judgement("unmet", Absent(denied), bridge=demand.value not in _LONG)
        if "certificates" in person.profile.none and not held:
            return Judgement("unmet", Absent("certificates"), bridge=demand.value not in _LONG)
        if demand.value not in _LONG and certificate_slugs().intersection(held):
            return Judgement("unmet", Values(held, kind="certificate", alone=True), bridge=True)
        return Judgement("unknown")
