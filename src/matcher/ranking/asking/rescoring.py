"""What a match would score, and a list look like, if some requirements were judged otherwise."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence

from matcher.ranking.results import JudgedRequirement, Match
from matcher.ranking.verdicts import BLOCK, MET, STEP, TIERS, UNKNOWN, Judgement
from matcher.ranking.weights import VerdictPoints, Weights

PLACES = 20
"""Places of a list that somebody reads: the length that ``matcher rank`` prints."""

_ATTENTION = [1.0 / math.log2(1 + rank) for rank in range(1, PLACES + 1)]
"""What each place gets of a reader's attention: the discount of nDCG (Järvelin, Kekäläinen 2002,
https://doi.org/10.1145/582415.582418)."""


def must_groups(verdicts: Iterable[JudgedRequirement]) -> list[tuple[list[JudgedRequirement], int]]:
    """Return the OR-groups that an ad demands, a demand that stands alone being one, each with its code.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> rows = [Requirement(kind="certificate", value=v, necessity="must", any_of=1) for v in ("truck", "lift")]
    >>> [(len(rows), code) for rows, code in must_groups(JudgedRequirement(row, "met") for row in rows)]
    [(2, 3)]
    """
    groups: dict[tuple[bool, int], list[JudgedRequirement]] = {}
    for number, judged in enumerate(verdicts):
        group = judged.requirement.any_of
        groups.setdefault((group is None, number if group is None else group), []).append(judged)
    return [
        (rows, Judgement(rows[0].verdict, bridge=rows[0].bridge).code)
        for rows in groups.values()
        if rows[0].requirement.necessity == "must"
    ]


def rescored(match: Match, changes: Sequence[tuple[str, int, int]], weights: Weights) -> int:
    """Score a match anew from the code that each demand has and would have.

    Parameters
    ----------
    match : Match
    changes : sequence of (str, int, int)
        Kind, code now and code then, of every group of :func:`must_groups`.
    weights : Weights
        Those that the match was ranked with.

    Examples
    --------
    >>> points = Weights(verdicts={"own_car": VerdictPoints(met=5, unknown=0, step=-5)}, tiers={"ask": -1})
    >>> rescored(Match("a", 1, 9, "ask", {}, (), ()), [("own_car", UNKNOWN, MET)], points)
    15
    """
    score = match.score
    for kind in dict.fromkeys(kind for kind, _, _ in changes):
        before = [now for one, now, _ in changes if one == kind]
        after = [then for one, _, then in changes if one == kind]
        if before != after and kind in weights.verdicts:
            score += _points(after, weights.verdicts[kind]) - _points(before, weights.verdicts[kind])
    worst_now = min((now for _, now, _ in changes), default=MET)
    worst_then = min((then for _, _, then in changes), default=MET)
    return score + weights.tiers.get(TIERS[MET - worst_then], 0) - weights.tiers.get(TIERS[MET - worst_now], 0)


def moved(now: Sequence[str], then: Sequence[str]) -> float:
    """Return the share of the attention to the first places that changes hands between two lists, in [0, 1].

    Examples
    --------
    >>> moved(["a", "b"], ["a", "b"]), round(moved(["a", "b"], ["b", "a"]), 2), moved(["a"], ["b"])
    (0.0, 0.23, 1.0)
    """
    before, after = (dict(zip(ids, _ATTENTION, strict=False)) for ids in (now, then))
    gone = sum(abs(before.get(i, 0.0) - after.get(i, 0.0)) for i in sorted({*before, *after}))
    return gone / 2 / sum(_ATTENTION[: max(len(now), 1)])


def attention(ids: Sequence[str], of: Collection[str]) -> float:
    """Return the share of the attention to a list's first places that some of its members get, in [0, 1].

    Examples
    --------
    >>> round(attention(["a", "b"], {"a"}), 2), attention(["a"], {"b"})
    (0.61, 0.0)
    """
    got = sum(weight for name, weight in zip(ids, _ATTENTION, strict=False) if name in of)
    return got / sum(_ATTENTION[: max(len(ids), 1)])


def _points(codes: Sequence[int], points: VerdictPoints) -> int:
    """Points of one kind: at most so many groups count, the worst first."""
    of_code = {MET: points.met, UNKNOWN: points.unknown, STEP: points.step, BLOCK: points.block}
    return sum(of_code[code] for code in sorted(codes)[: points.most])
