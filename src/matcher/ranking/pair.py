"""One pair's requirements, each with its verdict and the evidence on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from matcher.ranking.evidence import worded
from matcher.ranking.gates import Demand, Gate
from matcher.ranking.groups import groups_of
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.results import JudgedRequirement
from matcher.ranking.verdicts import STEP, Judgement, verdict_of
from matcher.records import JobAd, Kind, Requirement

Group = tuple[Sequence[Requirement], Sequence[tuple[Gate, Demand]]]
"""An OR-group's rows, each with its gate and what that is asked; of what everybody meets the rows alone."""
Known = dict[Demand, Judgement] | None
"""What one person has been judged on."""


def asked_of(ad: JobAd, gates: Mapping[Kind, Gate], lookup: Lookup) -> tuple[Group, ...]:
    """Return what an ad asks for as gates take it, the same for every person.

    Parameters
    ----------
    ad : JobAd
        With its requirements read and linked to the taxonomy.
    gates : mapping of Kind to Gate
    lookup : Lookup

    Returns
    -------
    tuple of Group
        In the order of the ad's requirements.
    """
    work = lookup.work_of(ad)
    asked: list[Group] = []
    for group in groups_of(ad):
        if group[0].necessity == "not_required" or group[0].kind not in gates:
            asked.append((group, ()))
        else:
            asked.append((group, [(gates[row.kind], gates[row.kind].demand(row, work)) for row in group]))
    return tuple(asked)


def judge_pair(
    person: Person, asked: Iterable[Group], lang: str = "sv", known: Known = None
) -> tuple[JudgedRequirement, ...]:
    """Judge every requirement of an ad; each row of an OR-group carries the group's verdict.

    What an ad says is *not* required is met by everybody.

    Parameters
    ----------
    person : Person
    asked : iterable of Group
        What :func:`asked_of` gives of the ad.
    lang : {"sv", "en"}
        Of the evidence, where it is not the person's own words.
    known : dict of Demand to Judgement, optional
        What the person has been judged on; added to, since ads of one list ask for much the same.

    Returns
    -------
    tuple of JudgedRequirement
        In the order of the ad's requirements, groups kept together.
    """
    judged: list[JudgedRequirement] = []
    known = {} if known is None else known
    for rows, demands in asked:
        if not demands:
            judged += [JudgedRequirement(row, "met") for row in rows]
            continue
        found = [_judgement(person, gate, demand, known) for gate, demand in demands]
        code = max(judgement.code for judgement in found)
        verdict, bridge = verdict_of(code), code == STEP
        judged += [
            # What the other alternatives rest on is no reason for the verdict of them all.
            JudgedRequirement(row, verdict, bridge, worded(one.evidence, lang))
            if one.verdict == verdict
            else JudgedRequirement(row, verdict, bridge, own=one.verdict)
            for row, one in zip(rows, found, strict=True)
        ]
    return tuple(judged)


def _judgement(person: Person, gate: Gate, demand: Demand, known: dict[Demand, Judgement]) -> Judgement:
    found = known.get(demand)
    if found is None:
        found = known[demand] = gate.judge(person, demand)
    return found
