"""Pairs that a ranking has found, as matches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.factors import Points
from matcher.ranking.results import Judged, Match
from matcher.ranking.verdicts import TIERS


def matches_of(
    pairs: Sequence[tuple[str, Callable[[], Judged]]],
    total: Points,
    tier: NDArray[np.int8],
    parts: Mapping[str, Points],
) -> tuple[Match, ...]:
    """Tell of pairs in the order in which they are given; their rows are judged when somebody looks at them."""
    told = [(part, points.tolist()) for part, points in parts.items()]
    rows = zip(pairs, total.tolist(), tier.tolist(), strict=True)
    return tuple(
        Match.to_be_judged(
            judge, id=name, rank=place + 1, score=score, tier=TIERS[label],
            contributions={part: points[place] for part, points in told if points[place]},
        )
        for place, ((name, judge), score, label) in enumerate(rows)
    )  # fmt: skip
