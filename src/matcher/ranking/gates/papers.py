"""Papers: licences to practise and named certificates."""

from __future__ import annotations

from matcher.ranking.gates.protocol import Demand
from matcher.ranking.lookup import Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import Judgement
from matcher.ranking.wordmatch import coverage
from matcher.records import Kind, Requirement
from matcher.taxonomy.fields import families_of_words

_SAME_PROFESSION = 0.75
_PROTECTED_TITLES = frozenset({"undersköterska"})
"""Titles that a person with schooling in the field can be given on application, while the work itself is open (the
Swedish rule for assistant nurses since 2023-07-01)."""
# What takes more than some months; every other card or course can be had in weeks.
_LONG = frozenset({"aut_el", "taxi", "gesallbrev"})


class ProfessionGate:
    """Judges ``licensed_profession`` rows."""

    kinds: tuple[Kind, ...] = ("licensed_profession",)

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the profession."""
        return Demand("licensed_profession", str(requirement.value).casefold())

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Judge by the stated status; a licence that is under way is a step away, one not begun is long."""
        asked = str(demand.value)
        held = person.profile.licensed_profession
        if held is not None and self._same(person, held.profession, asked):
            evidence = f"{held.profession}: {held.status}"
            if held.status == "licensed":
                return Judgement("met", evidence)
            return Judgement("unmet", evidence, bridge=held.status in ("applied", "knowledge_test"))
        silent = held is None and "licensed_profession" not in person.profile.none
        if (silent or asked in _PROTECTED_TITLES) and self._trained(person, asked):
            return Judgement("unknown")
        return Judgement("unmet", None)

    @staticmethod
    def _same(person: Person, held: str, asked: str) -> bool:
        if coverage(asked, held) >= _SAME_PROFESSION:
            return True
        return bool(set(person.lookup.occupations(asked)[:1]) & set(person.lookup.occupations(held)[:1]))

    def _trained(self, person: Person, asked: str) -> bool:
        """Whether work or schooling points at the profession: only then is its licence worth a question."""
        rows = person.nearest_jobs(person.lookup.occupations(asked), asked)
        if any(near >= _SAME_PROFESSION for near, _ in rows):
            return True
        fields = [e.field for e in person.profile.education if e.field and e.level not in ("none", "primary")]
        if asked in _PROTECTED_TITLES and any(families_of_words(asked) & families_of_words(field) for field in fields):
            return True
        return any(coverage(asked, field) >= _SAME_PROFESSION for field in fields)


class CertificateGate:
    """Judges ``certificate`` rows."""

    kinds: tuple[Kind, ...] = ("certificate",)

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the slug."""
        return Demand("certificate", str(requirement.value).casefold())

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Judge by the certificates listed; a list that lacks it says that it is missing, silence asks."""
        held = person.profile.certificates
        if demand.value in held:
            return Judgement("met", str(demand.value))
        if held or "certificates" in person.profile.none:
            return Judgement("unmet", ", ".join(held) or None, bridge=demand.value not in _LONG)
        return Judgement("unknown")
