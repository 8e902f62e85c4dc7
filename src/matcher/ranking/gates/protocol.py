"""What a gate is: one family of requirement kinds and how a profile is judged on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.crowd.people import Crowd
from matcher.ranking.lookup import Work
from matcher.ranking.person import Person
from matcher.ranking.verdicts import Judgement
from matcher.records import Kind, Requirement

Codes = NDArray[np.int8]
"""Codes of :mod:`~matcher.ranking.verdicts`, shape ``(n_people,)``."""
_ANY = Work()


@dataclass(frozen=True, slots=True)
class Demand:
    """Everything that decides a verdict, apart from the person; equal demands get equal verdicts.

    Attributes
    ----------
    kind : Kind
    value : hashable
        The gate's own form of the requirement's value.
    work : Work
        What the ad is about, where the verdict depends on it.
    """

    kind: Kind
    value: Any
    work: Work = _ANY


class Gate(Protocol):
    """Judges a person on the requirements of some kinds.

    Attributes
    ----------
    kinds : tuple of Kind
    """

    kinds: tuple[Kind, ...]

    def demand(self, requirement: Requirement, work: Work) -> Demand:
        """Reduce a requirement to what decides its verdict."""
        ...

    def judge(self, person: Person, demand: Demand) -> Judgement:
        """Judge one person on one demand; never guess: silence is ``unknown``."""
        ...


@runtime_checkable
class JudgesMany(Protocol):
    """A gate that judges many people at once.

    One that goes by a trait (:class:`~matcher.ranking.crowd.people.ByTrait`) need not; one that does neither judges one
    person after the other.
    """

    def judge_all(self, crowd: Crowd, demand: Demand) -> Codes:
        """Return the code of what ``judge`` says of each person."""
        ...
