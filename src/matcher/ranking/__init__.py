"""Ranking: gates with verdicts, components in whole points, exact top-k, one :class:`Matcher` both ways."""

from __future__ import annotations

from matcher.ranking.asking.questions import question_text, wording_of
from matcher.ranking.asking.stakes import Stake, next_question, opening_question, stakes, too_little_known
from matcher.ranking.asking.steps import Step, steps
from matcher.ranking.evidence import value_word
from matcher.ranking.indexing.index import build_index, index_info, is_index, open_index, update_index, verify_index
from matcher.ranking.indexing.stored import StoredRecords
from matcher.ranking.matcher import Matcher
from matcher.ranking.results import JudgedRequirement, Match, Question, RankedList, Ranking
from matcher.ranking.table import open_on
from matcher.ranking.weights import Weights, default_weights

__all__ = [
    "JudgedRequirement",
    "Match",
    "Matcher",
    "Question",
    "RankedList",
    "Ranking",
    "Stake",
    "Step",
    "StoredRecords",
    "Weights",
    "build_index",
    "default_weights",
    "index_info",
    "is_index",
    "next_question",
    "open_index",
    "open_on",
    "opening_question",
    "question_text",
    "stakes",
    "steps",
    "too_little_known",
    "update_index",
    "value_word",
    "verify_index",
    "wording_of",
]
