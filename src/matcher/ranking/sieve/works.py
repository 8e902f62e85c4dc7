"""Demands of experience: bounded by the words and concepts of jobs, and by their years."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from matcher.ranking.crowd.inverted import ROUNDING, Labels, Sets
from matcher.ranking.demands import Places, Split, distinct, paired
from matcher.ranking.gates.experience import (
    ASK_WORK,
    NEAR_WORK,
    OWN_WORK,
    SAME_WORK,
    knows_areas,
    long_enough,
    occupations_asked,
)
from matcher.ranking.lookup import Lookup
from matcher.ranking.sieve.signs import CLOSE, SURE, Bits, Flags, Kin, Shares, Told, bit, bounds_of, every
from matcher.ranking.verdicts import BLOCK, MET, STEP, UNKNOWN
from matcher.taxonomy.facts.fields import families_of_words, is_way_of_working

# A demand's job may be of untold length; a person's job is vague where it does not say what was done.
_SAME, _NEAR, _UNTOLD, _CLOSE, _DONE, _ENOUGH, _SHORT, _TRUSTED, _LONG, _VAGUE = range(10)


class Works:
    """Demands of :class:`~matcher.ranking.gates.experience.ExperienceGate`."""

    def __init__(self, demands: Split, labels: Labels, lookup: Lookup) -> None:
        value, work = demands.value, demands.work
        fields, own = [field for _, (_, field, *_) in demands.values], [work.concepts for work in demands.works]
        has_field = np.array([bool(field) for field in fields], bool)
        asked = labels.at(fields), labels.at(work.label for work in demands.works)
        concepts, wanted = _wanted(fields, own, demands, lookup)
        told, of_value = distinct((years or 0.0, bool(within)) for _, (years, _, *within) in demands.values)
        lengths = [length for length, _ in told]
        label = np.where(has_field[value], asked[0][value], asked[1][work])
        (self._label, wanted, years), self._which = paired(label, wanted, of_value[value])
        sets, trust = zip(*(concepts[place] for place in wanted.tolist()), strict=True)
        self._wanted = Kin(sets, lookup, trust)
        nothing = np.array([not names for names in sets], bool)
        self._any = bit(_SAME, nothing & (self._label == labels.number.get("")))
        ways = labels.at(field for field in fields if is_way_of_working(field))
        # What was done lately enough is left to the gate.
        self._way = bit(_DONE, np.isin(self._label, ways)) | bit(
            _CLOSE, np.array([late for _, late in told], bool)[years]
        )
        self._years = np.array(lengths, np.float64)[years]
        self._families, self._family = _families(fields, own, demands, lookup)
        (works, named, asked_years), self._work = paired(work, has_field[value].astype(np.intp), of_value[value])
        self._own, self._named = Kin([own[place] for place in works.tolist()], lookup), named.astype(bool)
        taught = np.array([knows_areas(lookup, demands.works[place]) for place in works.tolist()], bool)
        self._long = np.array([long_enough(length) for length in lengths], np.float64)[asked_years]
        self._long[~taught] = np.inf
        sure_works = [demands.works[place].trust == 1.0 for place in works.tolist()]
        self._trusted = bit(_TRUSTED, sure_works).astype(np.uint16)
        same, near, untold, close, done, enough, short, trusted, long, vague = every(10)
        met = (same & enough) | ((close | ~same) & done & long & trusted)
        most = np.select([met, done | untold | (vague & ~same), near | same], [MET, UNKNOWN, STEP], BLOCK)
        # How much too short jobs are is left to the gate, and whatever rounding could decide.
        sure = trusted & ~close & ~(same & short & ~untold)
        self._bounds = bounds_of(most, (most == BLOCK) | sure)

    @staticmethod
    def labels(demands: Split) -> list[str]:
        """Return the fields that are named, and the ads' own works."""
        return [field for _, (_, field, *_) in demands.values] + [work.label for work in demands.works]

    def bounds(self, told: Told) -> Bits:
        """Return the bounds of the demands, shape ``(n_demands,)``."""
        profile = told.person.profile
        if not profile.experience:
            silent = BLOCK if "experience" in profile.none else UNKNOWN
            return np.full(len(self._which), silent | SURE, np.uint8)
        asked = self._compared(told)
        families = frozenset().union(*map(told.person.families, profile.experience))
        held = [job.concept for job in profile.experience if job.concept]
        work = self._trusted | bit(_DONE, self._named & self._own.near(held, ASK_WORK))
        work |= self._done_for_long(told).astype(np.uint16) << np.uint16(_LONG)
        work |= np.uint16(told.person.has_untold_job << _VAGUE)
        family = bit(_NEAR, self._families.holding(families))
        signs = work.take(self._work)
        signs |= asked.take(self._which)
        signs |= family.take(self._family)
        found: Bits = self._bounds.take(signs)
        return found

    def _done_for_long(self, told: Told) -> Flags:
        """Tell whose own work has been done for so long that its areas are known; the shortest jobs are added first."""
        known = np.zeros(len(self._long))
        for concept, years, _ in sorted(told.jobs, key=lambda job: job[1] or 0.0):
            known += self._own.near(concept, OWN_WORK) * (years or 0.0)
        long: Flags = known >= self._long
        return long

    def _compared(self, told: Told) -> Bits:
        """Compare all jobs with each different demand; those that are the work asked for count by their years."""
        listed = told.covered(*told.person.other_labels) >= SAME_WORK - CLOSE
        listed = listed.take(self._label) & (self._years == 0.0)
        signs = self._way | bit(_DONE, listed) | bit(_CLOSE, listed)
        known = np.full(len(self._years), ROUNDING)
        for concept, years, covered in told.jobs:
            found: Bits = _likeness(covered).take(self._label)
            found |= self._any
            found |= self._wanted.marked(concept, (_SAME, SAME_WORK), (_DONE, ASK_WORK), (_NEAR, NEAR_WORK))
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
    bars = ((_SAME, SAME_WORK), (_DONE, ASK_WORK), (_NEAR, NEAR_WORK))
    close = np.logical_or.reduce([np.abs(covered - least) < CLOSE for _, least in bars])
    found = bit(_CLOSE, close)
    for at, least in bars:
        found |= bit(at, covered >= least)
    return found


def _wanted(
    fields: Sequence[str], own: Sequence[tuple[str, ...]], demands: Split, lookup: Lookup
) -> tuple[list[tuple[tuple[str, ...], float]], Places]:
    """Return sets of occupations, each with what nearness to it counts, and which of them each demand means.

    Those of a field, else the ad's own.
    """
    lookup.learn("occupation", filter(None, fields))
    named = [occupations_asked(lookup, field) for field in fields]
    meant = [
        bool(field and (names or families_of_words(field))) for field, (names, _) in zip(fields, named, strict=True)
    ]
    sets, which = distinct([*named, *((names, 1.0) for names in own)])
    of_value, of_work = which[: len(fields)], which[len(fields) :]
    return sets, np.where(np.array(meant, bool)[demands.value], of_value[demands.value], of_work[demands.work])


def _families(
    fields: Sequence[str], own: Sequence[tuple[str, ...]], demands: Split, lookup: Lookup
) -> tuple[Sets, Places]:
    """Return families of work by fields and the ads' own works, and which of them are each demand's."""
    by_field, of_value = distinct(map(families_of_words, fields))
    by_work, of_work = distinct(map(lookup.families, own))
    (fields_at, works_at), which = paired(of_value[demands.value], of_work[demands.work])
    pairs = zip(fields_at.tolist(), works_at.tolist(), strict=True)
    return Sets([by_field[field] | by_work[work] for field, work in pairs]), which
