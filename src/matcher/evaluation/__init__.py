"""Evaluation: runs and judgments, measures, intervals and tests, judging by hand."""

from __future__ import annotations

from matcher.evaluation.figures import DEFAULT_MEASURES, compare, evaluate
from matcher.evaluation.joining import judged_as, labelled_as, with_judged_ids
from matcher.evaluation.judging import HIGHEST_GRADE, Agreement, agreement, blind_pairs
from matcher.evaluation.measures import Measure
from matcher.evaluation.parts import Grouping, Slice, read_groups, read_slices, slices_of_reasons
from matcher.evaluation.results import Difference, Evaluation, Figure
from matcher.evaluation.trec import Given, Qrels, Run, read_qrels, read_run, write_run
from matcher.evaluation.uncertainty import bootstrap_interval, permutation_p

__all__ = [
    "DEFAULT_MEASURES",
    "HIGHEST_GRADE",
    "Agreement",
    "Difference",
    "Evaluation",
    "Figure",
    "Given",
    "Grouping",
    "Measure",
    "Qrels",
    "Run",
    "Slice",
    "agreement",
    "blind_pairs",
    "bootstrap_interval",
    "compare",
    "evaluate",
    "judged_as",
    "labelled_as",
    "permutation_p",
    "read_groups",
    "read_qrels",
    "read_run",
    "read_slices",
    "slices_of_reasons",
    "with_judged_ids",
    "write_run",
]
