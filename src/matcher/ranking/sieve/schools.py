"""Demands of education: bounded by levels, and by the words, occupations and disciplines of fields."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.crowd.inverted import Labels, Sets
from matcher.ranking.demands import Split
from matcher.ranking.gates.education import COMPULSORY, PERHAPS_FIELD, SAME_FIELD, rank, reached, subject_held
from matcher.ranking.gates.experience import OWN_WORK, SAME_WORK
from matcher.ranking.lookup import Lookup
from matcher.ranking.sieve.signs import CLOSE, SURE, Bits, Flags, Kin, Shares, Told, bounds_of
from matcher.ranking.verdicts import BLOCK, MET, UNKNOWN
from matcher.records import Education
from matcher.taxonomy.facts.degrees import is_under_way
from matcher.taxonomy.facts.disciplines import (
    OF_THE_STATE,
    disciplines_asked,
    disciplines_of_words,
    languages_asked,
    wider,
    worth_asking,
)
from matcher.taxonomy.facts.fields import families_of_words
from matcher.taxonomy.facts.languages import language_code

_USUAL, _GENERAL, _LOW = "upper_secondary", ("none", "primary", "upper_secondary"), ("none", "primary")


class Schools:
    """Demands of :class:`~matcher.ranking.gates.education.EducationGate`."""

    def __init__(self, demands: Split, labels: Labels, lookup: Lookup) -> None:
        pairs = list(zip(demands.value.tolist(), demands.work.tolist(), strict=True))
        told = [demands.values[value][1] for value, _ in pairs]
        self._asked = [field or demands.works[work].label for (_, field), (_, work) in zip(told, pairs, strict=True)]
        self._label, named = labels.at(self._asked), lookup.known("occupation", filter(None, self._asked))
        self._wanted = Kin([named.get(field, ()) for field in self._asked], lookup)
        families, wanted = (list(map(of, self._asked)) for of in (families_of_words, disciplines_asked))
        self._families, self._has_family = Sets(families), np.array([bool(names) for names in families], bool)
        self._disciplines, self._asks = Sets(wanted), Sets(list(map(worth_asking, wanted)))
        self._of_the_state = np.array([bool(names & OF_THE_STATE) for names in wanted], bool)
        self._has_discipline = np.array([bool(names) for names in wanted], bool)
        levels = [level for level, _ in told]
        self._level = np.array([rank(level) if level else -1 for level in levels], np.int64)
        self._usual = np.array([rank(level or _USUAL) for level in levels], np.int64)
        self._named = np.array([bool(field) for _, field in told], bool)
        # Nothing but a level is asked for.
        self._plain = np.array([not field for field in self._asked], bool) | (~self._named & (self._level >= 0))

    @staticmethod
    def labels(demands: Split) -> list[str]:
        """Return the fields that are named, and the ads' own works."""
        return [field for _, (_, field) in demands.values] + [work.label for work in demands.works]

    @cached_property
    def _languages(self) -> tuple[Flags, Sets]:
        """Which fields are languages alone, and which ones."""
        languages = [languages_asked(field) for field in self._asked]
        return np.array([bool(codes) for codes in languages], bool), Sets(languages)

    def bounds(self, told: Told) -> Bits:
        """Return the bounds of the demands, shape ``(n_demands,)``."""
        person = told.person
        if not person.profile.education:
            silent = BLOCK if "education" in person.profile.none else UNKNOWN
            return np.full(len(self._level), silent | SURE, np.uint8)
        person.lookup.learn("occupation", person.fields)
        best = np.zeros(len(self._level), np.int64)
        close, level, field = np.zeros((3, len(best)), bool)
        for education in person.profile.education:
            parts = self._one(told, education)
            best = np.maximum(best, parts[0])
            close, level, field = close | parts[1], level | parts[2], field | parts[3]
        at_work, perhaps = self._learnt_at_work(told)
        leveled = self._level >= 0
        best[(best < UNKNOWN) & self._named & np.where(leveled, level & field, at_work)] = UNKNOWN
        close |= perhaps & self._named & ~leveled & (best < UNKNOWN)
        return bounds_of(np.where(close, MET, best), ~close)

    def _one(self, told: Told, education: Education) -> tuple[NDArray[np.int64], Flags, Flags, Flags]:
        """Return the codes of one education, where they are too close to call, and whether level and field are met."""
        held, level = subject_held(education), education.level
        own = rank(level) if level else -1
        least, most = reached(education) if level else (-1, -1)
        too_low, untold = (((end < self._level) & (own >= 0)) for end in (most, least))
        if level == "primary" and (education.years or COMPULSORY) < COMPULSORY:
            too_low |= self._level == own
        covered = told.covered(held)[self._label]
        occupations = told.person.lookup.occupations(held)
        like = (covered >= SAME_FIELD) | self._wanted.near(occupations, OWN_WORK)
        perhaps = (covered >= PERHAPS_FIELD) | self._wanted.near(occupations, PERHAPS_FIELD)
        families = families_of_words(held)
        studied, other, worth = self._studied(held)
        nothing = ~perhaps & (not (families or disciplines_of_words(held)))
        same = ((like & ~worth) | studied) & ~nothing
        shared = self._families.holding(families) & ((~studied & ~other) | (max(own, 0) > self._usual))
        codes = np.where(other | (~perhaps & self._has_family & bool(families)) | (level in _LOW), BLOCK, UNKNOWN)
        codes[shared | same | worth] = UNKNOWN
        abroad = self._of_the_state & (education.country not in (None, "SE"))
        codes[same & ((own >= 0) | (self._level < 0)) & ~abroad] = MET
        codes[nothing] = BLOCK if level in _GENERAL else UNKNOWN
        codes[self._plain] = MET if level else UNKNOWN
        codes[untold & (codes == MET)] = UNKNOWN
        codes[too_low] = BLOCK
        if is_under_way(education):
            codes[(codes == MET) & (~self._plain | (self._level >= 0))] = UNKNOWN
            untold, same = np.ones(len(codes), bool), np.zeros(len(codes), bool)
        close = self._close(covered, SAME_FIELD) | self._close(covered, PERHAPS_FIELD)
        return codes, close, ~(untold | too_low) & (own >= 0), same

    def _studied(self, held: str) -> tuple[Flags, Flags, Flags]:
        """Tell where :func:`~matcher.taxonomy.facts.disciplines.studied` says yes and no, and where to ask instead."""
        have = disciplines_of_words(held)
        yes = self._disciplines.holding(have | wider(have))
        worth = ~yes & self._asks.holding(have)
        no = ~yes & ~worth & self._has_discipline & bool(have)
        language = language_code(held)
        if language:
            languages, named = self._languages[0], self._languages[1].holding([language])
            yes, no = np.where(languages, named, yes), np.where(languages, ~named, no)
            worth = worth & ~languages
        return yes, no, worth

    def _learnt_at_work(self, told: Told) -> tuple[Flags, Flags]:
        """Tell which fields a person has worked in for a year or more, and where that is too close to call."""
        done, close = np.zeros((2, len(self._level)), bool)
        for concept, years, shares in told.jobs:
            if (years or 0) >= 1:
                covered = shares[self._label]
                done |= (covered >= SAME_WORK) | self._wanted.near(concept, SAME_WORK)
                close |= self._close(covered, SAME_WORK)
        return done, close

    @staticmethod
    def _close(covered: Shares, least: float) -> Flags:
        close: Flags = np.abs(covered - least) < CLOSE
        return close
