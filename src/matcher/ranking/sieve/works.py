"""Demands of experience: bounded by the words and concepts of jobs, and by their years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matcher.ranking.gates.experience import NEAR_WORK, SAME_WORK
from matcher.ranking.gates.protocol import Demand
from matcher.ranking.inverted import ROUNDING, Labels, Sets
from matcher.ranking.lookup import Lookup
from matcher.ranking.sieve.signs import CLOSE, SURE, Bits, Kin, Shares, Told, bit, bounds_of, distinct, every
from matcher.ranking.verdicts import BLOCK, MET, STEP, UNKNOWN
from matcher.taxonomy.fields import families_of_words

_SAME, _NEAR, _UNTOLD, _CLOSE, _DONE, _ENOUGH, _SHORT, _TRUSTED = range(8)


class Works:
    """Demands of :class:`~matcher.ranking.gates.experience.ExperienceGate`."""

    def __init__(self, demands: Sequence[Demand], labels: Labels, lookup: Lookup) -> None:
        keys = [(demand.value[1], demand.work.concepts) for demand in demands]
        meant = {key: _meant(*key, lookup) for key in dict.fromkeys(keys)}
        asked = ((self.label(d), meant[key][0], d.value[0] or 0.0) for d, key in zip(demands, keys, strict=True))
        different, self._which = distinct(asked)
        self._label = labels.at(label for label, _, _ in different)
        self._wanted = Kin([concepts for _, concepts, _ in different], lookup)
        self._years = np.array([years for _, _, years in different], np.float64)
        families, self._family = distinct(meant[key][1] for key in keys)
        self._families = Sets(families)
        works, self._work = distinct((d.work.concepts, d.work.trust, bool(d.value[1])) for d in demands)
        self._own = Kin([concepts for concepts, _, _ in works], lookup)
        self._trusted = bit(_TRUSTED, [trust == 1.0 for _, trust, _ in works])
        self._named = np.array([named for _, _, named in works], bool)
        same, near, untold, close, done, enough, short, trusted = every(8)
        most = np.select([same & enough, done | untold, near | same], [MET, UNKNOWN, STEP], BLOCK)
        # How much too short jobs are is left to the gate, and whatever rounding could decide.
        sure = trusted & ~close & ~(same & short & ~untold)
        self._bounds = bounds_of(most, (most == BLOCK) | sure)

    @staticmethod
    def label(demand: Demand) -> str:
        """Return the words that a demand is compared by: the field it names, or the ad's own work."""
        return str(demand.value[1] or demand.work.label)

    def bounds(self, told: Told) -> Bits:
        """Return the bounds of the demands, shape ``(n_demands,)``."""
        profile = told.person.profile
        if not profile.experience:
            silent = BLOCK if "experience" in profile.none else UNKNOWN
            return np.full(len(self._which), silent | SURE, np.uint8)
        asked = self._compared(told)
        families = frozenset().union(*map(told.person.families, profile.experience))
        held = [job.concept for job in profile.experience if job.concept]
        work = self._trusted | bit(_DONE, self._named & self._own.near(held, SAME_WORK))
        family = bit(_NEAR, self._families.holding(families))
        found: Bits = self._bounds.take(asked[self._which] | family[self._family] | work[self._work])
        return found

    def _compared(self, told: Told) -> Bits:
        """Compare all jobs with each different demand; those that are the work asked for count by their years."""
        signs, known = np.zeros(len(self._years), np.uint8), np.full(len(self._years), ROUNDING)
        for concept, years, covered in told.jobs:
            found = _likeness(covered)[self._label]
            found |= bit(_SAME, self._wanted.near(concept, SAME_WORK)) | bit(
                _NEAR, self._wanted.near(concept, NEAR_WORK)
            )
            same = found >> np.uint8(_SAME) & np.uint8(1)
            if years is None:
                found |= same << np.uint8(_UNTOLD)
            else:
                known += same * years
            signs |= found
        short = (known < self._years + CLOSE) & (self._years > 0.0)
        return signs | bit(_ENOUGH, known >= self._years) | bit(_SHORT, short)


def _likeness(covered: Shares) -> Bits:
    """Return what the words of a job say of each label."""
    close = (np.abs(covered - SAME_WORK) < CLOSE) | (np.abs(covered - NEAR_WORK) < CLOSE)
    return bit(_SAME, covered >= SAME_WORK) | bit(_NEAR, covered >= NEAR_WORK) | bit(_CLOSE, close)


def _meant(field: str, own: tuple[str, ...], lookup: Lookup) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the occupations that a field means in ads of some work, and the families of work."""
    named, groups = lookup.occupations(field) if field else (), families_of_words(field)
    return named if named or (groups and field) else own, groups | lookup.families(own)
