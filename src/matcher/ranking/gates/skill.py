"""Skill demands."""

from __future__ import annotations

import numpy as np

from matcher.ranking.crowd.people import Crowd
from matcher.ranking.evidence import Jobs, PartOf
from matcher.ranking.gates.experience import NEAR_WORK
from matcher.ranking.gates.protocol import Codes, Demand
from matcher.ranking.lookup import Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import MET, STEP, UNKNOWN, Judgement
from matcher.records import Kind, Requirement
from matcher.taxonomy.facts.fields import is_everyday

SAME_SKILL, PERHAPS_SKILL = 0.7, 0.35
"""Shares of a skill's words found in what a person tells that make it held, or worth a question."""


class SkillGate:
    """Judges ``skill`` rows."""

    kinds: tuple[Kind, ...] = ("skill",)

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to the label, and to the work where the ad asks for several skills of its trade."""
        label = str(requirement.value).casefold()
        if work.exacting and not is_everyday(label):
            return Demand("skill", label, work.unlabelled())
        return Demand("skill", label)

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Met if told, or part of work done; else a question.

        Nobody lists every skill, so what is not told is a question, however far the work. Only where an ad asks for
        several skills of a skilled trade, and all that a person tells is from trades that are not even near, is silence
        taken as an answer; it never blocks.
        """
        label = str(demand.value)
        asked = person.lookup.skills(label)
        for concept in asked:
            if concept in person.skill_concepts:
                return Judgement("met", person.skill_concepts[concept])
        likeness, evidence = person.told(label)
        if likeness >= SAME_SKILL:
            return Judgement("met", evidence)
        for concept in asked:
            if concept in person.inferred_skills:
                return Judgement("met", PartOf(person.inferred_skills[concept]))
        if demand.work.concepts and likeness < PERHAPS_SKILL and self._from_other_trades(person, demand.work):
            return Judgement("unmet", Jobs(person.profile.experience[:1], "other"), bridge=True)
        return Judgement("unknown", evidence if likeness >= PERHAPS_SKILL else None)

    def judge_all(self, crowd: Crowd, demand: Demand) -> Codes:
        """Judge everybody by what they tell and have from their work."""
        label = str(demand.value)
        told, work = crowd.told(label), demand.work
        met = (told >= SAME_SKILL) | crowd.has_skill(crowd.lookup.skills(label))
        apart = np.zeros(len(crowd), bool)
        if work.concepts:
            near = crowd.any_job(crowd.near_jobs(work.concepts, "", work.trust) >= NEAR_WORK)
            apart = (told < PERHAPS_SKILL) & ~near & crowd.jobs.kinds.some & crowd.with_skills
        return np.select([met, apart], [MET, STEP], UNKNOWN).astype(np.int8)

    @staticmethod
    def _from_other_trades(person: Person, work: Work) -> bool:
        """Whether a person tells of jobs and of skills and no job is near the work."""
        told = bool(person.profile.experience) and person.names_skills
        return told and person.nearest_to_work(work)[0][0] < NEAR_WORK
