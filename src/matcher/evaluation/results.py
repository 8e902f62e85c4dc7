"""What a measurement says: figures with their intervals, differences of two runs, and what to remark about both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from matcher.evaluation.attention import Attention
from matcher.evaluation.uncertainty import LEAST_FOR_INTERVAL


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one run, in all or of a part.

    Attributes
    ----------
    measure : str
    value : float or None
        Mean over the judged queries; ``None`` where there are too few pairs for a figure.
    low, high : float or None
        95 % bootstrap interval; ``None`` below five queries or where all queries have one value.
    n : int
        Queries that the mean is taken over.
    group, slice : str or None
        The part, where the figure is of one.
    pairs : int or None
        Judged pairs of a slice.
    """

    measure: str
    value: float | None
    low: float | None
    high: float | None
    n: int
    group: str | None = None
    slice: str | None = None
    pairs: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Fields of the output contract; a part is named only where there is one."""
        row = {k: round(v, 6) if isinstance(v, float) else v for k, v in asdict(self).items()}
        return {k: v for k, v in row.items() if v is not None or k in ("value", "low", "high")}


@dataclass(frozen=True, slots=True)
class Difference:
    """How much better the second of two runs is.

    Attributes
    ----------
    measure : str
    value : float
        Mean of the second run less mean of the first.
    low, high : float or None
        95 % bootstrap interval of the difference.
    n : int
        Judged queries.
    p, p_holm : float
        Paired permutation test, as it is and corrected for the number of measures.
    gains : mapping of str to float
        Query → second less first.
    """

    measure: str
    value: float
    low: float | None
    high: float | None
    n: int
    p: float
    p_holm: float
    gains: Mapping[str, float]

    def to_dict(self) -> dict[str, Any]:
        """Plain data without the single queries, rounded to six places."""
        row = {k: round(v, 6) if isinstance(v, float) else v for k, v in asdict(self).items()}
        return {k: v for k, v in row.items() if k != "gains"}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures of a run and what they leave out.

    Attributes
    ----------
    figures : tuple of Figure
    missing : tuple of str
        Judged queries that the run does not answer; they count 0.
    unjudged : tuple of str
        Queries of the run that have no judgment; they do not count.
    without_relevant : tuple of str
        Judged queries that have nothing relevant; they count 0 in all and are left out of slices.
    attention : tuple of Attention
        Of groups of what is listed.
    """

    figures: tuple[Figure, ...]
    missing: tuple[str, ...]
    unjudged: tuple[str, ...]
    without_relevant: tuple[str, ...]
    attention: tuple[Attention, ...] = ()

    def remarks(self) -> tuple[str, ...]:
        """Say what a reader of the figures has to know, a sentence each."""
        listed = (
            ("judged but missing from the run, counted 0", self.missing),
            ("in the run but not judged, not counted", self.unjudged),
            ("judged but without anything relevant, counted 0", self.without_relevant),
        )
        remarks = [f"{len(ids)} {what}: {', '.join(ids[:20])}{', …' * (len(ids) > 20)}" for what, ids in listed if ids]
        remarks += [
            f"{gap.group}: only {gap.members} listed, too few for an interval or for a conclusion"
            for gap in self.attention
            if gap.members < LEAST_FOR_INTERVAL
        ]
        first = self.figures[0].measure
        for figure in self.figures:
            if figure.measure == first and figure.group and figure.n < LEAST_FOR_INTERVAL:
                remarks.append(f"{figure.group}: only {figure.n}, too few for an interval or for a conclusion")
            if figure.measure == first and figure.slice and figure.value is None:
                remarks.append(f"slice {figure.slice}: {figure.pairs} judged pairs, too few for a figure")
        return tuple(remarks)
