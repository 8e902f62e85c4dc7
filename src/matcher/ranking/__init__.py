"""Ranking: gates with verdicts, components in whole points, exact top-k, one :class:`Matcher` both ways."""

from __future__ import annotations

from matcher.ranking.matcher import Matcher
from matcher.ranking.results import JudgedRequirement, Match, Question, RankedList, Ranking
from matcher.ranking.weights import Weights, default_weights

__all__ = [
    "JudgedRequirement",
    "Match",
    "Matcher",
    "Question",
    "RankedList",
    "Ranking",
    "Weights",
    "default_weights",
]
