"""The best that a person can be judged on each demand, for all demands at once and without judging them.

Thousands of different skills, kinds of experience and fields of study are asked for, and a person has something to do
with few. What a demand's words and concepts share with the person's bounds the verdict from above, and mostly leaves no
other one. A gate is asked only about demands that a list turns on and that are not sure. The bounds follow
:class:`~matcher.ranking.gates.skill.SkillGate`, :class:`~matcher.ranking.gates.experience.ExperienceGate` and
:class:`~matcher.ranking.gates.education.EducationGate`; demands of any other gate are bounded by *met*.

Few words, concepts and fields are different: each of these is compared once, and what comes of it is looked up for all
demands that are made of them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.crowd.inverted import Labels
from matcher.ranking.demands import split
from matcher.ranking.gates.education import EducationGate
from matcher.ranking.gates.experience import ExperienceGate
from matcher.ranking.gates.skill import SkillGate
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.sieve.schools import Schools
from matcher.ranking.sieve.signs import MOST, SURE, Part, Told
from matcher.ranking.sieve.skills import Skills
from matcher.ranking.sieve.works import Works
from matcher.ranking.table import AdTable
from matcher.ranking.verdicts import MET

_SIFTED: tuple[tuple[type, type[Part]], ...] = (SkillGate, Skills), (ExperienceGate, Works), (EducationGate, Schools)


class Sieve:
    """A table's demands, made ready to be bounded.

    Parameters
    ----------
    table : AdTable
    lookup : Lookup
        Learns what their labels mean.
    """

    def __init__(self, table: AdTable, lookup: Lookup) -> None:
        demands = split(table.demands)
        of = [type(table.gates[kind]) for kind, _ in demands.values]
        own = {sift: np.array([gate is one for gate in of], bool)[demands.value] for one, sift in _SIFTED}
        places = {sift: np.flatnonzero(flags) for sift, flags in own.items() if flags.any()}
        parts = {sift: demands.take(own) for sift, own in places.items()}
        self._n = len(demands.value)
        self._labels = Labels(label for sift, part in parts.items() for label in sift.labels(part))
        self._parts = [(places[sift], sift(part, self._labels, lookup)) for sift, part in parts.items()]

    def most(self, person: Person) -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
        """Return the best code that each demand can be judged with, and whether it can be judged with no other.

        Returns
        -------
        array of int8, shape (n_demands,)
        array of bool, shape (n_demands,)
        """
        bounds, told = np.full(self._n, MET, np.uint8), Told(person, self._labels)
        for places, part in self._parts:
            bounds[places] = part.bounds(told)
        return (bounds & MOST).view(np.int8), bounds >= SURE
