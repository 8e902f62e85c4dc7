"""Skill demands."""

from __future__ import annotations

from matcher.ranking.gates.protocol import Demand
from matcher.ranking.lookup import Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import Judgement
from matcher.records import Kind, Requirement

_SAME, _PERHAPS = 0.7, 0.35
"""Shares of a skill's words found in what a person tells that make it held, or worth a question."""


class SkillGate:
    """Judges ``skill`` rows."""

    kinds: tuple[Kind, ...] = ("skill",)

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the label."""
        return Demand("skill", str(requirement.value).casefold())

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Met if told, or part of work done; else a question."""
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
        # Nobody lists every skill: what is not told is a question, however far the work.
        return Judgement("unknown", evidence if likeness >= _PERHAPS else None)
