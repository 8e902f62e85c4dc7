"""Education demands: level and field."""

from __future__ import annotations

import re

import numpy as np

from matcher.ranking.crowd.people import Crowd
from matcher.ranking.evidence import Absent, School
from matcher.ranking.gates.experience import OWN_WORK, SAME_WORK
from matcher.ranking.gates.protocol import Codes, Demand
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import BLOCK, MET, UNKNOWN, Judgement
from matcher.ranking.wordmatch import coverage
from matcher.records import EDUCATION_LEVELS, Education, Kind, Requirement
from matcher.taxonomy.facts.degrees import is_under_way
from matcher.taxonomy.facts.disciplines import (
    OF_THE_STATE,
    disciplines_asked,
    disciplines_of_words,
    studied,
    subject_of,
    worth_asking,
)
from matcher.taxonomy.facts.fields import families_of_words

SAME_FIELD, PERHAPS_FIELD = 0.6, 0.3
"""Shares of a field's words found in an education that make it the same, or worth a question."""
COMPULSORY = 9
"""Years of the Swedish compulsory school, which "grundskola" in an ad means."""
MASTER, _YEARS_TO_MASTER, _YEARS_TO_DEGREE = "master", 5, 3
"""A level of demands alone, between those of records, and the years of study that it and a first degree take: 300 and
180 credits (Högskoleförordningen 1993:100, annex 2)."""
_LEVELS = (*EDUCATION_LEVELS[:-1], MASTER, EDUCATION_LEVELS[-1])
_SECOND = re.compile(r"\bmaster|civilingenjör|\bm\.? ?sc\b", re.I)
_FIRST = re.compile(r"kandidat|magister|bachelor|högskoleingenjör|\bb\.? ?sc\b|grundnivå|undergraduate", re.I)


class EducationGate:
    """Judges ``education`` rows."""

    kinds: tuple[Kind, ...] = ("education",)

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to (level, field); a demand without a field is about the ad's own occupation.

        A degree of the second cycle is a level of its own where none of the first would do.
        """
        value = requirement.value or {}
        level, field = value.get("level"), (value.get("field") or "").casefold()
        said = requirement.quote or ""
        if level == "tertiary" and _SECOND.search(said) and not _FIRST.search(said):
            level = MASTER
        if field or level:
            return Demand("education", (level, field))
        return Demand("education", (None, ""), work)

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Compare level and field with each education; a field that cannot be told apart is asked about."""
        level, field = demand.value
        educations = person.profile.education
        if not educations:
            none = "education" in person.profile.none
            return Judgement("unmet", Absent("education")) if none else Judgement("unknown")
        asked = field or demand.work.label
        judged = [self._one(person.lookup, e, level, asked, bool(field)) for e in educations]
        best = max(judged, key=lambda j: j.code)
        if best.code < UNKNOWN and level and field and self._by_parts(person, level, asked):
            return Judgement("unknown", best.evidence)
        if best.code < UNKNOWN and field and level is None and self._learnt_at_work(person, field):
            return Judgement("unknown", best.evidence)
        return best

    def judge_all(self, crowd: Crowd, demand: Demand) -> Codes:
        """Judge everybody by judging each different education once."""
        level, field = demand.value
        asked = field or demand.work.label
        best = self._best(crowd, level, asked, bool(field))
        if field:
            perhaps = np.zeros(len(crowd), bool)
            if level:
                parts = self._best(crowd, level, "", True), self._best(crowd, None, asked, True)
                perhaps = (parts[0] == MET) & (parts[1] == MET)
            else:
                near = crowd.near_jobs(crowd.lookup.occupations(field), field)
                perhaps = crowd.any_job((near >= SAME_WORK) & (crowd.jobs.years >= 1))
            best = np.where(perhaps, np.maximum(best, UNKNOWN), best)
        silent = np.where(crowd.without("education"), BLOCK, UNKNOWN)
        told = crowd.educations[1].some
        return np.where(told, best, silent).astype(np.int8)

    def _best(self, crowd: Crowd, level: str | None, field: str, named: bool) -> Codes:
        different, whose = crowd.educations
        codes = [self._one(crowd.lookup, e, level, field, named).code for e in different]
        return whose.greatest(np.array(codes, np.int8)[whose.item])

    def _one(self, lookup: Lookup, education: Education, level: str | None, field: str, named: bool) -> Judgement:
        found = self._finished(lookup, education, level, field, named)
        going_on = found.verdict == "met" and bool(level or field) and is_under_way(education)
        return Judgement("unknown", found.evidence) if going_on else found

    def _finished(self, lookup: Lookup, education: Education, level: str | None, field: str, named: bool) -> Judgement:
        """Compare with one education, as if it were finished."""
        evidence = School(education)
        if level and education.level:
            least, most = reached(education)
            if most < rank(level):
                return Judgement("unmet", evidence)
            if least < rank(level):
                # Studies of untold length, or too short for a degree.
                found = self._of_the_level(lookup, education, education.level, field, named)
                return Judgement("unknown", evidence) if found.code == MET else found
        return self._of_the_level(lookup, education, level, field, named)

    def _of_the_level(
        self, lookup: Lookup, education: Education, level: str | None, field: str, named: bool
    ) -> Judgement:
        """Compare the field of an education whose level is not too low."""
        evidence = School(education)
        if level == education.level == "primary" and (education.years or COMPULSORY) < COMPULSORY:
            return Judgement("unmet", School(education, with_years=True))
        if not field or (not named and level):
            return Judgement("met" if education.level else "unknown", evidence)
        held = subject_held(education)
        covered, near = coverage(field, held), self._near(lookup, held, field)
        likeness = max(covered, near)
        if likeness < PERHAPS_FIELD and not (families_of_words(held) or disciplines_of_words(held)):
            # A school that names no subject taught all of them; who learnt a trade at one says which.
            general = education.level in ("none", "primary", "upper_secondary")
            return Judgement("unmet" if general else "unknown", evidence)
        same = studied(held, field)
        # A wider field, or kin: words that both share ("lärare i fysik", "lärare i slöjd") make no subject of it.
        worth = same is None and bool(disciplines_of_words(held) & worth_asking(disciplines_asked(field)))
        if same or ((covered >= SAME_FIELD or near >= OWN_WORK) and not worth):
            sure = (education.level or not level) and not of_another_state(education, field)
            return Judgement("met" if sure else "unknown", evidence)
        shared = bool(families_of_words(field) & families_of_words(held))
        # A nurse who is asked for the care programme has learnt more, not less: worth a question.
        higher = rank(education.level or "none") > rank(level or "upper_secondary")
        if worth or (shared and (same is None or higher)):
            return Judgement("unknown", evidence)
        known = bool(families_of_words(field)) and bool(families_of_words(held))
        apart = same is False or (likeness < PERHAPS_FIELD and known)
        return Judgement("unmet" if apart or education.level in ("none", "primary") else "unknown", evidence)

    @staticmethod
    def _near(lookup: Lookup, held: str, asked: str) -> float:
        """Nearness of the occupations that two fields are named after ("undersköterska")."""
        wanted = lookup.occupations(asked)
        if not wanted:
            return 0.0
        return max((lookup.nearness(c, wanted) for c in lookup.occupations(held)), default=0.0)

    def _by_parts(self, person: Person, level: str, field: str) -> bool:
        """Whether one education has the level and another the field: they may count together."""
        educations = person.profile.education
        has_level = any(self._one(person.lookup, e, level, "", True).code == MET for e in educations)
        return has_level and any(self._one(person.lookup, e, None, field, True).code == MET for e in educations)

    @staticmethod
    def _learnt_at_work(person: Person, field: str) -> bool:
        """Whether the person has worked for a year or more in what the education is for."""
        rows = person.nearest_jobs(person.lookup.occupations(field), field)
        return any(near >= SAME_WORK and (job.years or 0) >= 1 for near, job in rows)


def subject_held(education: Education) -> str:
    """Return the subject of an education; below a university "omvårdnad" is the care programme and not nursing.

    Examples
    --------
    >>> [subject_held(Education(level=level, field="omvårdnad")) for level in ("upper_secondary", "tertiary")]
    ['vård och omsorg', 'omvårdnad']
    """
    held = subject_of(education.field or "")
    schooled = education.level in ("upper_secondary", "post_secondary")
    return re.sub(r"\bomvårdnad\w*", "vård och omsorg", held, flags=re.I) if schooled else held


def of_another_state(education: Education, field: str) -> bool:
    """Tell whether an education abroad was for a service that each state schools its own people for.

    Examples
    --------
    >>> abroad = Education(level="tertiary", field="polisutbildning", country="TR")
    >>> of_another_state(abroad, "polis"), of_another_state(abroad, "säkerhet")
    (True, False)
    """
    return education.country not in (None, "SE") and bool(OF_THE_STATE & disciplines_asked(field))


def rank(level: str) -> int:
    """Return the place of a level among all, from the lowest.

    Examples
    --------
    >>> rank("tertiary") < rank(MASTER) < rank("doctoral")
    True
    """
    return _LEVELS.index(level)


def reached(education: Education) -> tuple[int, int]:
    """Return the lowest and the highest rank that an education may have; 0 where its level is not told.

    Only the field and the years tell how far studies at a university went; two years of them are no degree for sure.

    Examples
    --------
    >>> degrees = [Education(level="tertiary", years=years) for years in (3, 5, None)]
    >>> [tuple(_LEVELS[place] for place in reached(degree)) for degree in degrees]
    [('tertiary', 'tertiary'), ('master', 'master'), ('tertiary', 'master')]
    >>> [_LEVELS[place] for place in reached(Education(level="tertiary", field="biologi", years=2))]
    ['post_secondary', 'tertiary']
    """
    level = education.level or "none"
    if level != "tertiary":
        return rank(level), rank(level)
    named, years = education.field or "", education.years
    second = bool(_SECOND.search(named)) or (years or 0) >= _YEARS_TO_MASTER
    first = (years is not None or bool(_FIRST.search(named))) and not second
    if first and years is not None and years < _YEARS_TO_DEGREE and not _FIRST.search(named):
        return rank("post_secondary"), rank(level)
    return rank(MASTER if second else level), rank(level if first else MASTER)
