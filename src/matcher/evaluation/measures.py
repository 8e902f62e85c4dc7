"""Measures of one ranked list by name: a measure is a value whose text parses back to itself."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_NAME = re.compile(r"(?P<name>[A-Za-z]{1,12})(?:\(rel=(?P<least>\d{1,3})\))?(?:@(?P<cutoff>\d{1,9}))?\Z")


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of one ranked list against its judgments.

    Attributes
    ----------
    name : {"nDCG", "AP", "RR", "P", "R", "Judged"}
    cutoff : int or None
        Only the first ``cutoff`` places count; ``None`` is all of them.
    least : int
        Lowest grade that counts as relevant. nDCG takes the grade itself as gain and does not use it.

    Examples
    --------
    >>> measure = Measure.parse("nDCG@10")
    >>> str(measure), round(measure.of([0, 3], [3, 0]), 4)
    ('nDCG@10', 0.6309)
    """

    name: str
    cutoff: int | None = None
    least: int = 1

    @classmethod
    def parse(cls, text: str) -> Measure:
        """Read a measure's name, such as ``nDCG@10``, ``AP(rel=2)@100`` or ``RR``.

        Parameters
        ----------
        text : str

        Returns
        -------
        Measure

        Raises
        ------
        ValueError
            The name is not known, lacks its cutoff, or its cutoff is 0.
        """
        found = _NAME.match(text.strip())
        known = {name.casefold(): name for name in _FORMULAS}
        name = known.get(found["name"].casefold()) if found else None
        if found is None or name is None:
            raise ValueError(f"no measure {text!r}; there are {', '.join(_FORMULAS)}, as in nDCG@10 or AP(rel=2)@100")
        cutoff = int(found["cutoff"]) if found["cutoff"] else None
        if cutoff == 0 or (cutoff is None and name in _NEED_CUTOFF):
            raise ValueError(f"{name} needs a number of places above 0, as in {name}@10")
        return cls(name, cutoff, int(found["least"] or 1))

    def __str__(self) -> str:
        least = f"(rel={self.least})" if self.least != 1 else ""
        return f"{self.name}{least}" + (f"@{self.cutoff}" if self.cutoff else "")

    def of(self, ranked: Sequence[int | None], judged: Sequence[int]) -> float:
        """Value for one list.

        Parameters
        ----------
        ranked : sequence of int or None
            Grades in the order of the list, ``None`` for what nobody judged (it counts as not relevant).
        judged : sequence of int
            All grades of the query, in any order.

        Returns
        -------
        float
            In [0, 1]; 0 where nothing relevant was judged.
        """
        return _FORMULAS[self.name](self, list(ranked[: self.cutoff]), judged)


def _hits(measure: Measure, ranked: Sequence[int | None]) -> list[bool]:
    return [grade is not None and grade >= measure.least for grade in ranked]


def _n_relevant(measure: Measure, judged: Sequence[int]) -> int:
    return sum(grade >= measure.least for grade in judged)


def _dcg(gains: Sequence[int | None]) -> float:
    # A negative grade (spam in some collections) is no gain, as in trec_eval.
    return math.fsum(max(gain or 0, 0) / math.log2(place + 2) for place, gain in enumerate(gains))


def _ndcg(measure: Measure, ranked: Sequence[int | None], judged: Sequence[int]) -> float:
    ideal = _dcg(sorted(judged, reverse=True)[: measure.cutoff])
    return _dcg(ranked) / ideal if ideal else 0.0


def _average_precision(measure: Measure, ranked: Sequence[int | None], judged: Sequence[int]) -> float:
    total = _n_relevant(measure, judged)
    seen, terms = 0, []
    for place, hit in enumerate(_hits(measure, ranked), start=1):
        if hit:
            seen += 1
            terms.append(seen / place)
    return math.fsum(terms) / total if total else 0.0


def _reciprocal_rank(measure: Measure, ranked: Sequence[int | None], judged: Sequence[int]) -> float:
    return next((1 / place for place, hit in enumerate(_hits(measure, ranked), start=1) if hit), 0.0)


def _precision(measure: Measure, ranked: Sequence[int | None], judged: Sequence[int]) -> float:
    return sum(_hits(measure, ranked)) / (measure.cutoff or 1)


def _recall(measure: Measure, ranked: Sequence[int | None], judged: Sequence[int]) -> float:
    total = _n_relevant(measure, judged)
    return sum(_hits(measure, ranked)) / total if total else 0.0


def _judged(measure: Measure, ranked: Sequence[int | None], judged: Sequence[int]) -> float:
    return sum(grade is not None for grade in ranked) / len(ranked) if ranked else 0.0


_FORMULAS: dict[str, Callable[[Measure, Sequence[int | None], Sequence[int]], float]] = {
    "nDCG": _ndcg,
    "AP": _average_precision,
    "RR": _reciprocal_rank,
    "P": _precision,
    "R": _recall,
    "Judged": _judged,
}
_NEED_CUTOFF = frozenset({"P", "R", "Judged"})
