"""Ranking: gates with verdicts, components in whole points, exact top-k, one :class:`Matcher` both ways.

The way of a ranking, by module:

- What a pair is worth is told by ``gates`` (verdicts on hard demands), ``components`` (soft points) and ``weights``.
  ``scorer`` adds them up plainly, for one person and all ads: whatever is faster must give the same points.
- Both sides are made ready once: ``person`` and ``lookup`` prepare a profile, ``table`` the ads, out of the columns
  that ``indexing`` lays out, stores and opens.
- Ads for a person: ``scan`` finds the best ads by bounds (``sieve``) in the loops of ``kernel``, judges what these ask
  for (``judging``) and goes on until the list is exact. ``distinct`` keeps one place for one job.
- People for an ad: ``crowd`` holds people in columns, judges all of them on each demand and takes the best (``topk``).
- ``listed`` makes matches of what was found. A match judges its own rows (``pair``) when somebody looks at them;
  ``asking`` makes questions and steps of these.
"""

from __future__ import annotations

from matcher.ranking.asking.phrasing import as_written, is_doer
from matcher.ranking.asking.questions import question_text, questions_about, step_text, wording_of
from matcher.ranking.asking.stakes import (
    Stake,
    is_tied,
    next_question,
    opening_question,
    stakes,
    subject_of,
    too_little_known,
)
from matcher.ranking.asking.steps import Step, steps, ways_to
from matcher.ranking.indexing.index import build_index, index_info, is_index, open_index, update_index, verify_index
from matcher.ranking.indexing.stored import StoredRecords
from matcher.ranking.matcher import Matcher
from matcher.ranking.results import JudgedRequirement, Match, Question, RankedList, Ranking
from matcher.ranking.table import open_on
from matcher.ranking.weights import Weights, default_weights
from matcher.ranking.words import duration, value_word

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
    "as_written",
    "build_index",
    "default_weights",
    "duration",
    "index_info",
    "is_doer",
    "is_index",
    "is_tied",
    "next_question",
    "open_index",
    "open_on",
    "opening_question",
    "question_text",
    "questions_about",
    "stakes",
    "step_text",
    "steps",
    "subject_of",
    "too_little_known",
    "update_index",
    "value_word",
    "verify_index",
    "ways_to",
    "wording_of",
]
