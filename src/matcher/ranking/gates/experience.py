"""Experience demands: years in an occupation or an area."""

from __future__ import annotations

import re

import numpy as np

from matcher.ranking.crowd.people import Crowd
from matcher.ranking.evidence import Absent, Jobs
from matcher.ranking.gates.lately import is_lately, since, years_back
from matcher.ranking.gates.protocol import Codes, Demand
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import BLOCK, MET, STEP, UNKNOWN, Judgement, Verdict
from matcher.records import Experience, Kind, Requirement
from matcher.taxonomy.facts.areas import areas_in, codes_of_area
from matcher.taxonomy.facts.fields import families_of_words, is_way_of_working

SAME_WORK, ASK_WORK, NEAR_WORK = 0.705, 0.7, 0.4
"""Nearness from which a job counts as the work asked for, is worth a question, and is of its field.

The first is above the 0.7 of occupations of which nothing is known but that they share a group, or that one does for
the other in less than three cases of four: a developer is no data engineer for sure, and no stranger to it.
"""
OWN_WORK = 1.0
"""Nearness of a job that is the ad's own work."""
AREA_TRUST = 0.71
"""What nearness to the occupations of an area counts: its own are the same work, their neighbours are near at most."""
_ROUNDED = 1 / 24
"""Half a month: lengths are kept in hundredths of a year, so six jobs of four months add up to 1.98 years."""
_ANY_WORK = re.compile(
    r"((some|any|viss|tidigare|previous)\s+)?(arbets(livs)?erfarenhet|work(ing)?( life)? experience)", re.I
)
"""What is asked for where any work will do: "arbetslivserfarenhet", but not "yrkeserfarenhet"."""

_EQUAL_TO_SCHOOL = re.compile(
    r"(?:annan|other|motsvarande|likvärdig|equivalent|comparable)(?!\w).*(?:erfarenhet|experience)", re.I
)
_EQUAL_WORK = "motsvarande arbetslivserfarenhet"
"""What stands in for a schooling without a subject: no title tells whether an employer finds it equal."""

_BOTH = re.compile(r",|\b(?:och|samt|and)\b")
"""What joins areas; of places that stand beside a title the other joint is said ("cleaner, hotel or office")."""


class ExperienceGate:
    """Judges ``experience`` rows."""

    kinds: tuple[Kind, ...] = ("experience",)

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce to (years, field) and the ad's occupation, which an unnamed or vague field is about; or any work.

        A third part says how many years back work counts, where the ad does.
        """
        value = requirement.value or {}
        field = (value.get("field") or "").casefold()
        if not field and not value.get("years") and _ANY_WORK.fullmatch((requirement.quote or "").strip()):
            return Demand("experience", (None, ""))
        if not field and _EQUAL_TO_SCHOOL.match(requirement.quote or ""):
            field = _EQUAL_WORK
        within = years_back(requirement.quote)
        asked = (value.get("years"), field) if within is None else (value.get("years"), field, within)
        return Demand("experience", asked, work.unlabelled() if field else work)

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Sum the years of every job that is the work asked for; several short jobs count together.

        Who has done the ad's own work for long has met with the areas of it that an ad names; else one asks, as of
        whoever lists the field among their skills where no years are asked for, and of ways of working, which no title
        tells ("agila team").
        """
        years, field, first = _parts(person.lookup, demand)
        jobs = person.profile.experience
        if not jobs:
            none = "experience" in person.profile.none
            return Judgement("unmet", Absent("experience")) if none else Judgement("unknown")
        if is_any_work(demand):
            return _enough(list(jobs), years)
        rows = person.nearest_jobs(*_asked(person.lookup, demand))
        same = [job for near, job in rows if near >= SAME_WORK]
        if same:
            return _enough(same, years, lately=is_lately(same, first))
        work = person.nearest_to_work(demand.work)
        listed = not years and person.told(field)[0] >= SAME_WORK
        if field and (work[0][0] >= ASK_WORK or is_way_of_working(field) or listed):
            own = [job for near, job in work if near >= OWN_WORK]
            known = knows_areas(person.lookup, demand.work) and _years(own) >= long_enough(years)
            known = known and is_lately(own, first)
            verdict: Verdict = "met" if known else "unknown"
            return Judgement(verdict, _shown([job for near, job in work if near >= ASK_WORK]))
        if person.has_untold_job or rows[0][0] >= ASK_WORK:
            return Judgement("unknown", _shown([job for _, job in rows[:1]]))
        area = families_of_words(field) | person.lookup.families(demand.work.concepts)
        near = [job for near, job in rows if near >= NEAR_WORK] or [job for job in jobs if area & person.families(job)]
        # Work of the same field can grow into the work asked for in months, other work cannot.
        shown = Jobs(near, "near") if near else Jobs([job for _, job in rows[:1]], "other")
        return Judgement("unmet", shown, bridge=bool(near))

    def judge_all(self, crowd: Crowd, demand: Demand) -> Codes:
        """Judge everybody by how near their jobs are and how long they were."""
        years, field, first = _parts(crowd.lookup, demand)
        rows = crowd.near_jobs(*_asked(crowd.lookup, demand))
        same = (rows >= SAME_WORK) | is_any_work(demand)
        asked, known = years or 0.0, crowd.jobs.years_of(same)
        untold = crowd.any_job(same & np.isnan(crowd.jobs.years))
        area = families_of_words(field) | crowd.lookup.families(demand.work.concepts)
        near = crowd.any_job(rows >= NEAR_WORK) | crowd.in_area(area)
        done, long = crowd.any_job(rows >= ASK_WORK), np.zeros(len(crowd), bool)
        if field:
            work = crowd.near_jobs(demand.work.concepts, "", demand.work.trust)
            done |= crowd.any_job(work >= ASK_WORK)
            long = crowd.jobs.years_of(work >= OWN_WORK) >= long_enough(years)
            long &= knows_areas(crowd.lookup, demand.work)
            long &= crowd.any_job((work >= OWN_WORK) & crowd.jobs.lately(first))
            if is_way_of_working(field):
                done |= crowd.jobs.kinds.some
            elif not years:
                done |= crowd.jobs.kinds.some & (crowd.told(field) >= SAME_WORK)
        worked, lately = crowd.any_job(same), crowd.any_job(same & crowd.jobs.lately(first))
        silent = ~crowd.jobs.kinds.some & ~crowd.without("experience")
        by_years = np.select(
            [known >= asked - _ROUNDED, untold, known >= _in_reach(asked)],
            [np.where(lately, MET, UNKNOWN), UNKNOWN, STEP],
            BLOCK,
        )
        return np.select(
            [worked, long, done | silent | crowd.with_untold_job, near], [by_years, MET, UNKNOWN, STEP], BLOCK
        ).astype(np.int8)


def is_any_work(demand: Demand) -> bool:
    """Tell whether a demand is about no work in particular.

    Examples
    --------
    >>> is_any_work(Demand("experience", (None, ""))), is_any_work(Demand("experience", (None, "kök")))
    (True, False)
    """
    _, field, *_ = demand.value
    return not (field or demand.work.concepts or demand.work.label)


def knows_areas(lookup: Lookup, work: Work) -> bool:
    """Tell whether years in a work teach its areas: in computing they are techniques, of which nobody has met all.

    Examples
    --------
    >>> from matcher.taxonomy import Taxonomy
    >>> lookup = Lookup(Taxonomy.starter())
    >>> [knows_areas(lookup, Work(lookup.occupations(name))) for name in ("kock", "systemutvecklare")]
    [True, False]
    """
    return "it" not in lookup.families(work.concepts)


def long_enough(asked: float | None) -> float:
    """Return the years in an ad's own work after which one has met with its areas: two more than those asked for.

    Examples
    --------
    >>> long_enough(None), long_enough(3)
    (3, 5)
    """
    return (asked or 1) + 2


def _asked(lookup: Lookup, demand: Demand) -> tuple[tuple[str, ...], str, float]:
    """Return the occupations asked for, the words, and what a nearness by concept counts.

    No field, or words of no known one, are the ad's own work; an area ("försäljning") is that of many occupations.
    """
    _, field, *_ = demand.value
    work = demand.work
    if not field:
        return work.concepts, work.label, work.trust
    wanted, trust = occupations_asked(lookup, field)
    if not wanted and not families_of_words(field):
        return work.concepts, field, work.trust
    return wanted, field, trust


def occupations_asked(lookup: Lookup, field: str) -> tuple[tuple[str, ...], float]:
    """Return the occupations of the area that a field is, else those that it names, and what nearness to them counts.

    Of areas that are joined any will do, and a way of working beside one asks for nothing more ("försäljning och
    kundkontakt"); a trade of its own ("svetsning") is none that another stands in for.

    Examples
    --------
    >>> from matcher.taxonomy import Taxonomy
    >>> lookup = Lookup(Taxonomy.starter())
    >>> [occupations_asked(lookup, field)[1] for field in ("kock", "försäljning")]
    [1.0, 0.71]
    """
    if area := lookup.working_in(field):
        return area, AREA_TRUST
    apart = "/" in field or _BOTH.search(field)
    parts = [part.strip() for part in areas_in(field) if not is_way_of_working(part)] if apart else [field]
    areas = [lookup.working_in(part) for part in parts] if parts != [field] else []
    if areas and all(areas) and not _of_trades_apart(parts, areas):
        return tuple(dict.fromkeys(one for area in areas for one in area)), AREA_TRUST
    return lookup.occupations(field) if field else (), 1.0


_ONE_TRADE = 4
"""Digits of the SSYK 2012 code of one occupation; fewer are of groups."""


def _of_trades_apart(parts: list[str], areas: list[tuple[str, ...]]) -> bool:
    """Tell whether one of some areas is a single trade and they have nobody in common."""
    trades = any(all(len(code) == _ONE_TRADE for code in codes_of_area(part)) for part in parts)
    return trades and not set(areas[0]).intersection(*areas[1:])


def _parts(lookup: Lookup, demand: Demand) -> tuple[float | None, str, float]:
    """Return the years and the field asked for, and the first year that counts."""
    years, field, *within = demand.value
    return years, field, since(lookup, within[0] if within else None)


def _shown(jobs: list[Experience]) -> Jobs | None:
    return Jobs(jobs) if jobs else None


def _enough(jobs: list[Experience], asked: float | None, *, lately: bool = True) -> Judgement:
    """Judge the years of jobs that are the work asked for; short by half or a year can be bridged.

    Work that is not known to be as recent as an ad wants is worth a question, however long it was.
    """
    evidence = _shown(jobs)
    known = _years(jobs)
    if known >= (asked or 0.0) - _ROUNDED:
        return Judgement("met" if lately else "unknown", evidence)
    asked = asked or 0.0
    if any(job.years is None for job in jobs):
        return Judgement("unknown", evidence)
    return Judgement("unmet", evidence, bridge=known >= _in_reach(asked))


def _years(jobs: list[Experience]) -> float:
    """Add up the known lengths of jobs, the shortest first, so that their order does not decide what is rounded."""
    known = 0.0
    for length in sorted(job.years for job in jobs if job.years is not None):
        known += length
    return known


def _in_reach(asked: float) -> float:
    """Return the years from which those asked for are within reach: half of them, or a year less."""
    return min(asked / 2, asked - 1)
