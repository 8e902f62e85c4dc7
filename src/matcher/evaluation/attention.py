"""Attention by group: how much of the reader's look each group of the listed gets, and how much the grades give it.

A place's attention is 1 / log2(1 + rank), the discount of nDCG (Järvelin, Kekäläinen 2002). What is due to somebody is
the mean attention over every order in which nobody with a lower grade comes before somebody with a higher one (Diaz et
al. 2020, "Evaluating stochastic rankings with expected exposure", https://doi.org/10.1145/3340531.3411962).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from matcher.evaluation.parts import Grouping
from matcher.evaluation.trec import Qrels, Run
from matcher.evaluation.uncertainty import LEAST_FOR_INTERVAL, bootstrap_interval

PLACES = 10


@dataclass(frozen=True, slots=True)
class Attention:
    """What one group of the listed gets.

    Attributes
    ----------
    group : str
        ``grouping=label``.
    value : float
        How much more attention than due, ``share - due``, in [-1, 1]; 0 is just.
    low, high : float or None
        95 % bootstrap interval of ``value``; ``None`` for fewer than five queries or members, or where it never varies.
    n : int
        Queries.
    share, due : float
        Mean share of the attention that the group gets, and that the grades give it, in [0, 1].
    members : int
        Judged members of the group.
    """

    group: str
    value: float
    low: float | None
    high: float | None
    n: int
    share: float
    due: float
    members: int

    def to_dict(self) -> dict[str, Any]:
        """Fields of the output contract, and the shares beside; rounded to six places."""
        row = {k: round(v, 6) if isinstance(v, float) else v for k, v in asdict(self).items()}
        return {"measure": f"AttentionGap@{PLACES}", **row}


def attention_by_group(run: Run, qrels: Qrels, grouping: Grouping, *, seed: int = 1) -> tuple[Attention, ...]:
    """Share the attention of a run among the groups of what it lists.

    Only what was judged counts, since nobody can say what is due to the rest; queries with nothing relevant, or of
    which the run lists nobody who was judged, are left out.

    Parameters
    ----------
    run : Run
    qrels : Qrels
    grouping : Grouping
        Of what is listed: people, where the queries are ads.
    seed : int

    Returns
    -------
    tuple of Attention
        By group.

    Examples
    --------
    >>> qrels = Qrels({"ad": {"a": 2, "b": 2, "c": 0}})
    >>> sex = Grouping("sex", {"a": "F", "b": "M", "c": "M"})
    >>> gaps = attention_by_group(Run({"ad": ("a", "b", "c")}), qrels, sex)
    >>> [(gap.group, round(gap.share, 2), round(gap.due, 2), round(gap.value, 2)) for gap in gaps]
    [('sex=F', 0.47, 0.38, 0.09), ('sex=M', 0.53, 0.62, -0.09)]
    """
    shares: dict[str, list[tuple[float, float]]] = {}
    queries = sorted(
        query
        for query, judged in qrels.grades.items()
        if max(judged.values(), default=0) > 0 and not judged.keys().isdisjoint(run.rankings.get(query, ()))
    )
    labels = sorted({grouping.label(d) for query in queries for d in qrels.grades[query]})
    for query in queries:
        judged = qrels.grades[query]
        listed = [d for d in run.rankings.get(query, ()) if d in judged][:PLACES]
        got = _shared({d: _attention(place) for place, d in enumerate(listed)}, grouping)
        due = _shared(dict(_due(judged)), grouping)
        for label in labels:
            shares.setdefault(label, []).append((got.get(label, 0.0), due.get(label, 0.0)))
    members = {d for query in queries for d in qrels.grades[query]}
    return tuple(
        _of(label, pairs, sum(grouping.label(d) == label for d in members), seed) for label, pairs in shares.items()
    )


def _attention(place: int) -> float:
    return 1.0 / math.log2(place + 2) if place < PLACES else 0.0


def _due(judged: Mapping[str, int]) -> Iterator[tuple[str, float]]:
    place = 0
    for _, alike in groupby(sorted(judged, key=lambda d: (-judged[d], d)), key=lambda d: judged[d]):
        tied = list(alike)
        mean = math.fsum(_attention(place + i) for i in range(len(tied))) / len(tied)
        yield from ((document, mean) for document in tied)
        place += len(tied)


def _shared(attention: Mapping[str, float], grouping: Grouping) -> dict[str, float]:
    total = math.fsum(attention.values())
    by_label: dict[str, list[float]] = {}
    for document, value in attention.items():
        by_label.setdefault(grouping.label(document), []).append(value / total)
    return {label: math.fsum(values) for label, values in by_label.items()}


def _of(label: str, pairs: Sequence[tuple[float, float]], members: int, seed: int) -> Attention:
    share, due = (math.fsum(side) / len(pairs) for side in zip(*pairs, strict=True))
    enough = members >= LEAST_FOR_INTERVAL
    interval = bootstrap_interval([got - owed for got, owed in pairs], seed=seed) if enough else None
    low, high = interval or (None, None)
    return Attention(label, share - due, low, high, len(pairs), share, due, members)
