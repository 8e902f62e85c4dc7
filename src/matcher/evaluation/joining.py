"""Ids of runs and of judgments that differ by case alone: sheets write ``k003`` where judgments say ``K003``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from matcher.evaluation.parts import Grouping
from matcher.evaluation.trec import Qrels, Run


def with_judged_ids(run: Run, qrels: Qrels) -> tuple[Run, int]:
    """Give the ids of a run the case that the judgments give them.

    An id that is judged as it is written stays. One that is not takes the judged id that equals it without regard to
    case, if there is exactly one and no other id of the run wants it.

    Parameters
    ----------
    run : Run
    qrels : Qrels

    Returns
    -------
    run : Run
    n : int
        Ids that were changed.

    Examples
    --------
    >>> run, n = with_judged_ids(Run({"k1": ("a",)}), Qrels({"K1": {"a": 1}}))
    >>> run.rankings, n
    ({'K1': ('a',)}, 1)
    """
    queries = _renamed(run.rankings, qrels.grades)
    listed = (d for documents in run.rankings.values() for d in documents)
    documents = _renamed(listed, _documents(qrels))
    if not queries and not documents:
        return run, 0
    rankings = {queries.get(q, q): tuple(documents.get(d, d) for d in found) for q, found in run.rankings.items()}
    return replace(run, rankings=rankings), len(queries) + len(documents)


def judged_as(ids: Iterable[str], qrels: Qrels) -> dict[str, Mapping[str, int]]:
    """Give each id the grades of the judged query that it is, or that it equals without regard to case.

    Examples
    --------
    >>> judged_as(["k1", "k2"], Qrels({"K1": {"a": 1}}))
    {'k1': {'a': 1}}
    """
    own = list(ids)
    renamed = _renamed(own, qrels.grades)
    return {i: qrels.grades[renamed.get(i, i)] for i in own if renamed.get(i, i) in qrels.grades}


def graded_as(qrels: Qrels, other: Qrels) -> Qrels:
    """Give the ids of judgments the case that other judgments of the same pairs give them.

    Examples
    --------
    >>> graded_as(Qrels({"k1": {"A": 1}}), Qrels({"K1": {"a": 2}})).grades
    {'K1': {'a': 1}}
    """
    queries, documents = _renamed(qrels.grades, other.grades), _renamed(_documents(qrels), _documents(other))
    return Qrels(
        {
            queries.get(query, query): {documents.get(document, document): grade for document, grade in judged.items()}
            for query, judged in qrels.grades.items()
        }
    )


def labelled_as(ids: Iterable[str], grouping: Grouping) -> Grouping:
    """Give each id the label of the member that it is, or that it equals without regard to case.

    Examples
    --------
    >>> labelled_as(["k1", "k2"], Grouping("region", {"K1": "north"})).members
    {'k1': 'north'}
    """
    own = list(ids)
    renamed = _renamed(own, grouping.members)
    labels = {i: grouping.members.get(renamed.get(i, i), "") for i in own}
    return Grouping(grouping.name, {i: label for i, label in labels.items() if label})


def _documents(qrels: Qrels) -> set[str]:
    return {document for judged in qrels.grades.values() for document in judged}


def _renamed(ids: Iterable[str], judged: Iterable[str]) -> dict[str, str]:
    own, known = set(ids), set(judged)
    wanted: dict[str, list[str]] = {}
    for identifier in known - own:
        wanted.setdefault(identifier.casefold(), []).append(identifier)
    asking: dict[str, list[str]] = {}
    for identifier in own - known:
        asking.setdefault(identifier.casefold(), []).append(identifier)
    return {
        askers[0]: wanted[folded][0]
        for folded, askers in asking.items()
        if len(askers) == 1 and len(wanted.get(folded, ())) == 1
    }
