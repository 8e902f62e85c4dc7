"""Figures of a run against judgments: in all, by group, by slice, and of two runs side by side."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from matcher.calls import expect
from matcher.evaluation.attention import attention_by_group
from matcher.evaluation.measures import Measure
from matcher.evaluation.parts import Grouping, Slice
from matcher.evaluation.results import Difference, Evaluation, Figure
from matcher.evaluation.trec import Qrels, Run
from matcher.evaluation.uncertainty import bootstrap_interval, holm, permutation_p

DEFAULT_MEASURES = ("nDCG@10", "AP@100", "RR")
LEAST_PAIRS = 20
"""Judged pairs that a slice needs for a figure; a smaller one is named with its count."""


def evaluate(
    run: Run,
    qrels: Qrels,
    measures: Sequence[str] = DEFAULT_MEASURES,
    *,
    groups: Sequence[Grouping] = (),
    slices: Sequence[Slice] = (),
    query: Literal["profile", "ad"] = "profile",
    seed: int = 1,
) -> Evaluation:
    """Measure a run against judgments.

    Every judged query counts: one that the run does not answer counts 0. What the run answers besides does not count.

    Parameters
    ----------
    run : Run
    qrels : Qrels
    measures : sequence of str
        Names such as ``"nDCG@10"`` (linear gain) or ``"AP(rel=2)@100"``; :class:`Measure` lists them. One text may hold
        several with blanks between them.
    groups : sequence of Grouping
        Of queries, each measured by group, or of what is listed, whose attention is shared out; whoever has no label
        makes a group of their own.
    slices : sequence of Slice
        Run and judgments are cut to its pairs, and queries with something relevant in it count.
    query : {"profile", "ad"}
        What the run's queries are; it decides how ``slices`` are read.
    seed : int

    Returns
    -------
    Evaluation
        All, then groups, then slices; measures in the order given.

    Raises
    ------
    ValueError
        A measure is not known, none is named, or no query is judged.

    Examples
    --------
    >>> result = evaluate(Run({"q1": ("a", "b")}), Qrels({"q1": {"b": 1}, "q2": {"a": 1}}), ["RR"])
    >>> result.figures[0].value, result.missing
    (0.25, ('q2',))
    """
    parsed = _asked(measures, qrels, run)
    values = {m: _per_query(m, run, qrels) for m in parsed}
    figures = [_figure(m, values[m], seed) for m in parsed]
    listed = {document for judged in qrels.grades.values() for document in judged}
    of_listed = [g for g in groups if not g.members.keys() & qrels.grades.keys() and g.members.keys() & listed]
    figures += [f for grouping in groups if grouping not in of_listed for f in _group_figures(grouping, values, seed)]
    for part in slices:
        figures += _slice_figures(part, parsed, run, qrels, query, seed)
    return Evaluation(
        tuple(figures),
        missing=tuple(sorted(qrels.grades.keys() - run.rankings.keys())),
        unjudged=tuple(sorted(run.rankings.keys() - qrels.grades.keys())),
        without_relevant=tuple(sorted(q for q, judged in qrels.grades.items() if max(judged.values(), default=0) < 1)),
        attention=tuple(gap for g in of_listed for gap in attention_by_group(run, qrels, g, seed=seed)),
    )


def compare(
    first: Run, second: Run, qrels: Qrels, measures: Sequence[str] = DEFAULT_MEASURES, *, seed: int = 1
) -> tuple[Difference, ...]:
    """Compare two runs query by query.

    Parameters
    ----------
    first, second : Run
    qrels : Qrels
    measures : sequence of str
        As for :func:`evaluate`.
    seed : int

    Returns
    -------
    tuple of Difference
        One a measure, the second run less the first.

    Raises
    ------
    ValueError
        A measure is not known, none is named, or no query is judged.

    Examples
    --------
    >>> qrels = Qrels({"q1": {"a": 1}, "q2": {"a": 1}})
    >>> worse, better = (Run({q: order for q in qrels.grades}) for order in (("b", "a"), ("a", "b")))
    >>> [d] = compare(worse, better, qrels, ["RR"])
    >>> d.value, d.p
    (0.5, 0.5)
    """
    parsed = _asked(measures, qrels, first, second)
    values = [[_per_query(measure, run, qrels) for run in (first, second)] for measure in parsed]
    p_values = [permutation_p(*([side[q] for q in sorted(side)] for side in sides), seed=seed) for sides in values]
    differences = []
    for measure, (a, b), p, corrected in zip(parsed, values, p_values, holm(p_values), strict=True):
        gains = {query: b[query] - a[query] for query in sorted(a)}
        mean = math.fsum(gains.values()) / len(gains)
        low, high = bootstrap_interval(list(gains.values()), seed=seed) or (None, None)
        differences.append(Difference(str(measure), mean, low, high, len(gains), p, corrected, gains))
    return tuple(differences)


def _asked(measures: Sequence[str], qrels: Qrels, *runs: Run) -> list[Measure]:
    """Check what is to be measured, and read the names of the measures, each once."""
    for run in runs:
        expect(run, Run, "run", "matcher.evaluation has read_run, Run.from_rows and Run({query: documents})")
    expect(qrels, Qrels, "qrels", "matcher.evaluation has read_qrels and Qrels({query: {document: grade}})")
    names = measures.split() if isinstance(measures, str) else measures
    parsed = list(dict.fromkeys(Measure.parse(name) for name in names))
    if not parsed:
        raise ValueError("measures: name at least one, such as nDCG@10")
    if not qrels.grades:
        raise ValueError("qrels: no query is judged")
    return parsed


def _per_query(measure: Measure, run: Run, qrels: Qrels) -> dict[str, float]:
    return {
        query: measure.of([judged.get(d) for d in run.rankings.get(query, ())], list(judged.values()))
        for query, judged in qrels.grades.items()
    }


def _figure(measure: Measure, values: Mapping[str, float], seed: int, group: str | None = None) -> Figure:
    ordered = [values[q] for q in sorted(values)]
    low, high = bootstrap_interval(ordered, seed=seed) or (None, None)
    mean = math.fsum(ordered) / len(ordered)
    return Figure(str(measure), mean, low, high, len(ordered), group=group)


def _group_figures(grouping: Grouping, values: Mapping[Measure, Mapping[str, float]], seed: int) -> list[Figure]:
    figures = []
    for label in sorted({grouping.label(q) for per_query in values.values() for q in per_query}):
        for measure, per_query in values.items():
            part = {q: v for q, v in per_query.items() if grouping.label(q) == label}
            figures.append(_figure(measure, part, seed, group=label))
    return figures


def _slice_figures(
    part: Slice, measures: Sequence[Measure], run: Run, qrels: Qrels, query: Literal["profile", "ad"], seed: int
) -> list[Figure]:
    holds: Callable[[str, str], bool] = (
        part.holds if query == "profile" else lambda ad, profile: part.holds(profile, ad)
    )
    cut = {q: {d: g for d, g in judged.items() if holds(q, d)} for q, judged in qrels.grades.items()}
    n_pairs = sum(map(len, cut.values()))
    relevant = Qrels({q: judged for q, judged in cut.items() if any(g > 0 for g in judged.values())})
    inside = Run({q: tuple(d for d in run.rankings.get(q, ()) if holds(q, d)) for q in relevant.grades})
    figures = []
    for measure in measures:
        values = _per_query(measure, inside, relevant)
        if n_pairs < LEAST_PAIRS or not values:
            figures.append(Figure(str(measure), None, None, None, len(values), slice=part.label, pairs=n_pairs))
            continue
        whole = _figure(measure, values, seed)
        figures.append(
            Figure(str(measure), whole.value, whole.low, whole.high, whole.n, slice=part.label, pairs=n_pairs)
        )
    return figures
