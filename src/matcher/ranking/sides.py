"""The two quantities that a score joins: what the person can get, and what the person would want."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from matcher.ranking.weights import Weights

Side = Literal["get", "want", "both"]

WANT = frozenset({"wish", "avoid", "hours", "travel"})
"""Components that the person's own wishes and limits decide; all others are the ad's demands and the person's means."""


def weights_for(weights: Weights, side: Side) -> Weights:
    """Keep the weights of one side.

    Parameters
    ----------
    weights : Weights
    side : {"get", "want", "both"}
        ``both`` changes nothing.

    Examples
    --------
    >>> weights_for(Weights({"wish": 5, "text": 3}), "want").soft
    {'wish': 5}
    """
    if side == "both":
        return weights
    soft = {name: points for name, points in weights.soft.items() if (name in WANT) == (side == "want")}
    if side == "want":
        return replace(weights, soft=soft, verdicts={}, tiers={})
    return replace(weights, soft=soft)


def subtotals(contributions: Mapping[str, int]) -> dict[str, int]:
    """Sum a score's contributions by side.

    Examples
    --------
    >>> subtotals({"wish": 5, "text": 3, "travel": -4})
    {'get': 3, 'want': 1}
    """
    want = sum(points for name, points in contributions.items() if name in WANT)
    return {"get": sum(contributions.values()) - want, "want": want}
