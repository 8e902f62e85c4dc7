"""What the options make of the scoring model: weights, components of others, journeys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from matcher.cli.streams import say

if TYPE_CHECKING:
    from matcher.ranking import Weights
    from matcher.ranking.components import Component
    from matcher.ranking.sides import Side


def weights_of(path: Path | None, components: Sequence[str] = (), side: Side = "both") -> Weights:
    """Read the weights, the embedded ones by default; a component of others that has none counts as it is."""
    from matcher.ranking import Weights, default_weights
    from matcher.ranking.components import DEFAULT_COMPONENTS
    from matcher.ranking.sides import weights_for

    weights = Weights.load(path) if path else default_weights()
    outside = [name for name, _ in map(_named, components)]
    idle = weights.soft.keys() - {component.name for component in DEFAULT_COMPONENTS} - set(outside)
    if idle:
        say(f"{path}: no component here is called {', '.join(sorted(idle))}; these weights count for nothing")
    added = {name: 1 for name in outside if name not in weights.soft}
    chosen = weights_for(weights, side)
    return replace(chosen, soft={**chosen.soft, **added})


def components_of(components: Sequence[str], travel: Path | None) -> tuple[Component, ...]:
    """Give the components of the score, with those from tables."""
    from matcher.ranking.components import DEFAULT_COMPONENTS, Travel
    from matcher.ranking.given import named_apart
    from matcher.ranking.outside import read_journeys, read_points

    journeys = read_journeys(travel) if travel else None
    own = tuple(Travel(journeys=journeys) if isinstance(c, Travel) else c for c in DEFAULT_COMPONENTS)
    outside = [read_points(name, path) for name, path in map(_named, components)]
    try:
        return named_apart([*own, *outside])
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--component") from None


def _named(option: str) -> tuple[str, str]:
    name, equals, path = option.partition("=")
    if not (name and equals and path):
        raise typer.BadParameter("expected NAME=FILE.tsv", param_hint="--component")
    return name, path
