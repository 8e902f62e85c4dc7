"""What a demand and a person have in common, as bits, and what bits mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.crowd.inverted import Labels, Sets
from matcher.ranking.demands import Split, distinct
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.wordmatch import content_words

Bits = NDArray[np.uint8]
Flags = NDArray[np.bool_]
Shares = NDArray[np.float64]
MOST, SURE = 3, 4
"""Bits of a bound: the best code that there can be, and that it is the code."""
CLOSE = 1e-6
"""Nearer to a threshold than this the gate is asked."""
_AT_HAND = 4096
"""So many occupations at most, each with its thresholds, are kept with what they are near to."""


def bit(place: int, flags: Flags | Sequence[bool]) -> Bits:
    """Return flags as a bit.

    Examples
    --------
    >>> bit(2, [True, False]).tolist()
    [4, 0]
    """
    return np.array(flags, bool).view(np.uint8) << np.uint8(place)


def every(n_bits: int) -> list[Flags]:
    """Return what each bit is in every number that so many bits make.

    Examples
    --------
    >>> [flags.tolist() for flags in every(2)]
    [[False, True, False, True], [False, False, True, True]]
    """
    numbers = np.arange(1 << n_bits)
    return [(numbers >> place & 1).astype(bool) for place in range(n_bits)]


def bounds_of(most: NDArray[np.int64], sure: Flags) -> Bits:
    """Return bounds as bits: codes, and whether they are for sure."""
    return most.astype(np.uint8) | np.where(sure, SURE, 0).astype(np.uint8)


class Kin:
    """Sets of occupations, and which of them an occupation is near to: a fact of the taxonomy that is remembered.

    Parameters
    ----------
    sets : sequence of collection of str
    lookup : Lookup
    trust : sequence of float, optional
        What nearness to each set counts; as it is if nothing is said.
    """

    def __init__(self, sets: Sequence[Collection[str]], lookup: Lookup, trust: Sequence[float] | None = None) -> None:
        different, self._which = distinct(zip(map(tuple, sets), trust or [1.0] * len(sets), strict=True))
        self._sets, self._lookup = Sets([names for names, _ in different]), lookup
        trusts = np.array([value for _, value in different], np.float64)
        self._trusts = [(value, trusts == value) for value in sorted(set(trusts.tolist()))]
        self._marked = lru_cache(_AT_HAND)(self._mark)

    def near(self, held: Iterable[str], least: float) -> Flags:
        """Tell to which sets any of some occupations is as near as this at least, shape ``(n_sets,)``."""
        return self.marked(held, (0, least)).view(bool)

    def marked(self, held: Iterable[str], *marks: tuple[int, float]) -> Bits:
        """Mark each set with the bits whose nearness any of some occupations reaches, shape ``(n_sets,)``.

        Parameters
        ----------
        held : iterable of str
        marks : tuple of (int, float)
            Places of bits, each with the least nearness.
        """
        marked = [self._marked(concept, marks) for concept in held]
        if not marked:
            return np.zeros(len(self._which), np.uint8)
        found: Bits = marked[0] if len(marked) == 1 else np.bitwise_or.reduce(marked)
        return found

    def _mark(self, held: str, marks: tuple[tuple[int, float], ...]) -> Bits:
        near = self._lookup.near_to(held).items()
        found = np.zeros(len(self._which), np.uint8)
        for trust, of in self._trusts:
            for at, least in marks:
                reached = self._sets.holding(name for name, value in near if trust * value >= least)
                found |= bit(at, (reached & of)[self._which])
        return found


class Told:
    """What is asked of a person for several kinds of demands.

    Parameters
    ----------
    person : Person
    labels : Labels
    """

    def __init__(self, person: Person, labels: Labels) -> None:
        self.person = person
        self._labels = labels

    def covered(self, *texts: str) -> Shares:
        """Return the share of each label that the words of some texts cover at most, shape ``(n_labels,)``."""
        return self._labels.covered(dict.fromkeys(word for text in texts for word in content_words(text)))

    @cached_property
    def jobs(self) -> list[tuple[tuple[str, ...], float | None, Shares]]:
        """Of each job: its occupation if it is known, its years, and the share of each label that its words cover."""
        jobs = zip(self.person.profile.experience, self.person.job_texts, strict=True)
        return [((job.concept,) if job.concept else (), job.years, self.covered(text)) for job, text in jobs]


class Part(Protocol):
    """Demands of one gate, which bounds all of them at once.

    Parameters
    ----------
    demands : Split
    labels : Labels
        Holds theirs.
    lookup : Lookup
        Learns what they mean.
    """

    def __init__(self, demands: Split, labels: Labels, lookup: Lookup) -> None: ...

    @staticmethod
    def labels(demands: Split) -> list[str]:
        """Return the words that demands are compared by."""
        ...

    def bounds(self, told: Told) -> Bits:
        """Return the bounds of the demands, shape ``(n_demands,)``."""
        ...
