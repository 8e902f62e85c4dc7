"""Verdicts: what a profile says about one requirement."""

from __future__ import annotations

from typing import Literal, NamedTuple

from matcher.ranking.evidence import Evidence

Verdict = Literal["met", "unmet", "unknown"]

MET, UNKNOWN, STEP, BLOCK = 3, 2, 1, 0
"""Codes of a judgement from best to worst; an OR-group takes the highest of its members."""

TIERS = ("ready", "ask", "step", "blocked")
"""Of a pair, from best to worst; a tier's index is its code."""


class Judgement(NamedTuple):
    """The verdict on one requirement.

    Attributes
    ----------
    verdict : {"met", "unmet", "unknown"}
    evidence : Evidence, str or None
        What in the profile the verdict rests on; a string is the person's own words.
    bridge : bool
        Unmet, but can be bridged in weeks to months (one language level, a short course, a licence under way).

    Examples
    --------
    >>> Judgement("unmet", "svenska A2", bridge=True).code == STEP
    True
    """

    verdict: Verdict
    evidence: Evidence | str | None = None
    bridge: bool = False

    @property
    def code(self) -> int:
        """One of ``MET``, ``UNKNOWN``, ``STEP``, ``BLOCK``."""
        if self.verdict == "met":
            return MET
        if self.verdict == "unknown":
            return UNKNOWN
        return STEP if self.bridge else BLOCK


def verdict_of(code: int) -> Verdict:
    """Name the verdict of a code.

    Examples
    --------
    >>> verdict_of(STEP)
    'unmet'
    """
    return "met" if code == MET else "unknown" if code == UNKNOWN else "unmet"
