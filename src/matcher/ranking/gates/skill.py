"""Skill demands."""

from __future__ import annotations

from matcher.ranking.gates.protocol import Demand
from matcher.ranking.lookup import Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import Judgement
from matcher.records import Kind, Requirement

_SAME, _PERHAPS = 0.7, 0.35
"""Shares of a skill's words found in what a person tells that make it held, or worth a question."""
_FAR_WORK = 0.2


class SkillGate:
    """Judges ``skill`` rows."""

    kinds: tuple[Kind, ...] = ("skill",)

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the label and the ad's work, which decides whether a silent profile is worth asking."""
        return Demand("skill", str(requirement.value).casefold(), work.unlabelled())

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Met if told or part of work done; unmet, a step away, if all work is of other fields; else unknown."""
        label = str(demand.value)
        asked = person.lookup.skills(label)
        for concept in asked:
            if concept in person.skill_concepts:
                return Judgement("met", person.skill_concepts[concept])
        likeness, evidence = person.told(label)
        if likeness >= _SAME:
            return Judgement("met", evidence)
        for concept in asked:
            if concept in person.inferred_skills:
                return Judgement("met", person.inferred_skills[concept])
        if likeness >= _PERHAPS or not person.profile.experience:
            return Judgement("unknown", evidence)
        work = person.nearest_to_work(demand.work)
        kin = any(person.families(job) & person.families_of(demand.work) for _, job in work)
        if kin or work[0][0] >= _FAR_WORK or not demand.work.concepts:
            return Judgement("unknown", work[0][1].title)
        return Judgement("unmet", None, bridge=True)
