"""One pair's requirements, each with its verdict and the evidence on both sides."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.ranking.gates import Gate
from matcher.ranking.groups import groups_of
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.results import JudgedRequirement
from matcher.ranking.verdicts import STEP, verdict_of
from matcher.records import JobAd, Kind


def judge_pair(person: Person, ad: JobAd, gates: Mapping[Kind, Gate], lookup: Lookup) -> tuple[JudgedRequirement, ...]:
    """Judge every requirement of an ad; each row of an OR-group carries the group's verdict.

    What an ad says is *not* required is met by everybody.

    Parameters
    ----------
    person : Person
    ad : JobAd
        With its requirements read and linked to the taxonomy.
    gates : mapping of Kind to Gate
    lookup : Lookup

    Returns
    -------
    tuple of JudgedRequirement
        In the order of the ad's requirements, groups kept together.
    """
    work = lookup.work_of(ad)
    judged: list[JudgedRequirement] = []
    for group in groups_of(ad):
        if group[0].necessity == "not_required" or group[0].kind not in gates:
            judged += [JudgedRequirement(row, "met") for row in group]
            continue
        rows = [(row, gates[row.kind].judge(person, gates[row.kind].demand(row, work))) for row in group]
        code = max(judgement.code for _, judgement in rows)
        judged += [JudgedRequirement(row, verdict_of(code), code == STEP, j.evidence) for row, j in rows]
    return tuple(judged)
