"""Demands of skills: bounded by the label, and by the trade where an ad is exacting."""

from __future__ import annotations

import numpy as np

from matcher.ranking.crowd.inverted import ROUNDING, Labels, Sets
from matcher.ranking.demands import Split
from matcher.ranking.gates.experience import NEAR_WORK
from matcher.ranking.gates.skill import PERHAPS_SKILL, SAME_SKILL
from matcher.ranking.lookup import Lookup
from matcher.ranking.sieve.signs import Bits, Kin, Told, bit, bounds_of, every
from matcher.ranking.verdicts import MET, STEP, UNKNOWN

_TOLD, _HAS, _LITTLE, _EXACTING, _TRUSTED, _NEAR, _JUDGED = range(7)


class Skills:
    """Demands of :class:`~matcher.ranking.gates.skill.SkillGate`."""

    def __init__(self, demands: Split, labels: Labels, lookup: Lookup) -> None:
        asked, self._which, self._work = self.labels(demands), demands.value, demands.work
        named = lookup.known("skill", asked)
        self._label, self._concepts = labels.at(asked), Sets([named[label] for label in asked])
        self._trades = Kin([work.concepts for work in demands.works], lookup)
        self._trade = bit(_EXACTING, [bool(work.concepts) for work in demands.works])
        self._trade |= bit(_TRUSTED, [work.trust == 1.0 for work in demands.works])
        told, has, little, exacting, trusted, near, judged = every(7)
        told |= has
        apart = judged & exacting & ~told & ~near & little
        most = np.select([told, apart], [MET, STEP], UNKNOWN)
        self._bounds = bounds_of(most, has | (~told & (~judged | ~exacting | apart | (near & trusted))))

    @staticmethod
    def labels(demands: Split) -> list[str]:
        """Return the label of each value."""
        return [str(value) for _, value in demands.values]

    def bounds(self, told: Told) -> Bits:
        """Return the bounds of the demands, shape ``(n_demands,)``."""
        person = told.person
        covered = told.covered(*person.job_texts, *person.other_labels)[self._label]
        skill = bit(_TOLD, covered >= SAME_SKILL) | bit(_LITTLE, covered < PERHAPS_SKILL - ROUNDING)
        skill |= bit(_HAS, self._concepts.holding({**person.skill_concepts, **person.inferred_skills}))
        trade = self._trade
        # Only who tells of jobs and skills is judged by the trade, where the ad is exacting.
        if person.profile.experience and person.names_skills:
            held = [job.concept for job in person.profile.experience if job.concept]
            trade = trade | bit(_NEAR, self._trades.near(held, NEAR_WORK)) | np.uint8(1 << _JUDGED)
        found: Bits = self._bounds.take(skill.take(self._which) | trade.take(self._work))
        return found
