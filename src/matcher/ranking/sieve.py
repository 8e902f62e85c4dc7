"""The best that a person can be judged on each demand, for all demands at once and without judging them.

Thousands of different skills and kinds of experience are asked for, and a person has something to do with few. What a
demand's words and concepts share with the person's bounds the verdict from above, and mostly leaves no other one. A
gate is asked only about demands that a list turns on and that are not sure. The bounds follow
:class:`~matcher.ranking.gates.skill.SkillGate` and :class:`~matcher.ranking.gates.experience.ExperienceGate`;
demands of any other gate are bounded by *met*.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.gates.experience import NEAR_WORK, SAME_WORK, ExperienceGate
from matcher.ranking.gates.protocol import Demand
from matcher.ranking.gates.skill import PERHAPS_SKILL, SAME_SKILL, SkillGate
from matcher.ranking.groups import spans
from matcher.ranking.inverted import Sets
from matcher.ranking.judging import learn_labels
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import Person
from matcher.ranking.table import AdTable
from matcher.ranking.verdicts import BLOCK, MET, STEP, UNKNOWN
from matcher.ranking.wordmatch import content_words, edges_of, weighted_words, word_likeness
from matcher.taxonomy.fields import families_of_words

_AT_HAND = 1 << 14
"""Words of people whose like among the labels are kept."""
_ROUNDING = 1e-9
"""What sums of shares in another order may differ by."""
_CLOSE = 1e-6
"""Nearer to a threshold than this the gate is asked."""


class _Labels:
    """Labels by their words, and the words by their beginnings and ends, one of which those that are alike share."""

    def __init__(self, labels: Sequence[str]) -> None:
        numbers: dict[str, int] = {}
        distinct = {label: place for place, label in enumerate(dict.fromkeys(labels))}
        self._which = np.array([distinct[label] for label in labels], np.int64)
        rows = [weighted_words(label) for label in distinct]
        word = np.array([numbers.setdefault(w, len(numbers)) for row in rows for w, _ in row], np.int64)
        label = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        weight = np.array([x for row in rows for _, x in row], np.float64)
        self._total = np.bincount(label, weight, minlength=len(rows))
        order = np.argsort(word, kind="stable")
        self._label, self._weight = label[order], weight[order]
        self._start = np.concatenate([[0], np.cumsum(np.bincount(word, minlength=len(numbers)))])
        by_edge: dict[str, list[int]] = {}
        for text, number in numbers.items():
            for edge in edges_of(text):
                by_edge.setdefault(edge, []).append(number)
        self._by_edge, self._words = by_edge, list(numbers)
        self._alike = lru_cache(_AT_HAND)(self._find_alike)

    def covered(self, words: Iterable[str]) -> NDArray[np.float64]:
        """Return the share of each label that texts with such words can cover at most, shape ``(n_labels,)``."""
        best = np.zeros(len(self._words))
        for word in words:
            numbers, likeness = self._alike(word)
            best[numbers] = np.maximum(best[numbers], likeness)
        found = np.flatnonzero(best)
        if not len(found):
            return np.zeros(len(self._which))
        at = spans(self._start, found)
        likest = np.repeat(best[found], self._start[found + 1] - self._start[found])
        shares = np.bincount(self._label[at], self._weight[at] * likest, minlength=len(self._total))
        return (shares / np.maximum(self._total, _ROUNDING) + _ROUNDING)[self._which]

    def _find_alike(self, word: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Return the words of labels that a word is like, and how like they are."""
        near = sorted({number for edge in edges_of(word) for number in self._by_edge.get(edge, ())})
        alike = [(number, word_likeness(word, self._words[number])) for number in near]
        rows = np.array([row for row in alike if row[1] > 0.0], np.float64).reshape(-1, 2)
        return rows[:, 0].astype(np.int64), rows[:, 1]


class _Sets:
    """Sets of names, few of which are different."""

    def __init__(self, sets: Sequence[Collection[str]]) -> None:
        numbers: dict[Collection[str], int] = {}
        self._which = np.array([numbers.setdefault(names, len(numbers)) for names in sets], np.int64)
        self._different = Sets(list(numbers))

    def holding(self, names: Iterable[str]) -> NDArray[np.bool_]:
        """Tell which sets hold any of some names, shape ``(n_sets,)``."""
        found: NDArray[np.bool_] = self._different.holding(names)[self._which]
        return found


def _trusted(works: Sequence[Work]) -> NDArray[np.bool_]:
    """Tell where a nearness to a work counts in full."""
    return np.array([work.trust == 1.0 for work in works], bool)


class Sieve:
    """A table's demands, made ready to be bounded.

    Parameters
    ----------
    table : AdTable
    lookup : Lookup
        Learns what their labels mean.
    """

    def __init__(self, table: AdTable, lookup: Lookup) -> None:
        self._table = table
        demands = list(table.demands)
        learn_labels(lookup, demands)
        of = [type(table.gates[demand.kind]) for demand in demands]
        self._skills = np.array([place for place, gate in enumerate(of) if gate is SkillGate], np.int64)
        self._works = np.array([place for place, gate in enumerate(of) if gate is ExperienceGate], np.int64)
        skills = [str(demands[place].value) for place in self._skills.tolist()]
        concepts = {skill: lookup.skills(skill) for skill in dict.fromkeys(skills)}
        self._skill_words, self._skill_concepts = _Labels(skills), _Sets([concepts[skill] for skill in skills])
        trades = [demands[place].work for place in self._skills.tolist()]
        self._exacting = np.array([bool(work.concepts) for work in trades], bool)
        self._trades, self._trusted_trades = _Sets([work.concepts for work in trades]), _trusted(trades)
        self._lay_out_works([demands[place] for place in self._works.tolist()], lookup)
        self._near: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def _lay_out_works(self, demands: Sequence[Demand], lookup: Lookup) -> None:
        labels, wanted, families = [], [], []
        told: dict[tuple[str, tuple[str, ...]], tuple[tuple[str, ...], frozenset[str]]] = {}
        for demand in demands:
            field, own = demand.value[1], demand.work.concepts
            if (field, own) not in told:
                named, groups = lookup.occupations(field) if field else (), families_of_words(field)
                told[field, own] = named if named or (groups and field) else own, groups | lookup.families(own)
            labels.append(field or demand.work.label)
            wanted.append(told[field, own][0])
            families.append(told[field, own][1])
        self._years = np.array([demand.value[0] or 0.0 for demand in demands], np.float64)
        self._fields = np.array([bool(demand.value[1]) for demand in demands], bool)
        self._work_words, self._wanted = _Labels(labels), _Sets(wanted)
        self._own, self._families = _Sets([demand.work.concepts for demand in demands]), _Sets(families)
        self._trusted_works = _trusted([demand.work for demand in demands])

    def most(self, person: Person) -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
        """Return the best code that each demand can be judged with, and whether it can be judged with no other.

        Returns
        -------
        array of int8, shape (n_demands,)
        array of bool, shape (n_demands,)
        """
        most, sure = np.full(len(self._table.demands), MET, np.int8), np.zeros(len(self._table.demands), bool)
        most[self._skills], sure[self._skills] = self._skill(person)
        most[self._works], sure[self._works] = self._experience(person)
        return most, sure

    def _skill(self, person: Person) -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
        texts = [*person.job_texts, *person.other_labels]
        covered = self._skill_words.covered({word for text in texts for word in content_words(text)})
        has = self._skill_concepts.holding({**person.skill_concepts, **person.inferred_skills})
        told = has | (covered >= SAME_SKILL)
        most = np.where(told, MET, UNKNOWN).astype(np.int8)
        if not (person.profile.experience and person.names_skills):
            return most, has | ~told
        # Only who tells of jobs and skills is judged by the trade, where the ad is exacting.
        jobs = [self._nearest(person.lookup, job.concept)[0] for job in person.profile.experience if job.concept]
        near = self._trades.holding({concept for alike in jobs for concept in alike})
        apart = self._exacting & ~told & ~near & (covered < PERHAPS_SKILL - _ROUNDING)
        most[apart] = STEP
        return most, has | (~told & (~self._exacting | apart | (near & self._trusted_trades)))

    def _experience(self, person: Person) -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
        jobs, n = person.profile.experience, len(self._works)
        if not jobs:
            silent = BLOCK if "experience" in person.profile.none else UNKNOWN
            return np.full(n, silent, np.int8), np.ones(n, bool)
        same, near, done, untold, close, known = *np.zeros((5, n), bool), np.full(n, _ROUNDING)
        for job, text in zip(jobs, person.job_texts, strict=True):
            alike, akin = self._nearest(person.lookup, job.concept) if job.concept else ((), ())
            covered = self._work_words.covered(content_words(text))
            is_same = (covered >= SAME_WORK) | self._wanted.holding(alike)
            near |= (covered >= NEAR_WORK) | self._wanted.holding(akin) | is_same
            done |= self._fields & self._own.holding(alike)
            # Jobs that are the work asked for count by their years.
            known += np.where(is_same, job.years or 0.0, 0.0)
            untold |= is_same & (job.years is None)
            same |= is_same
            close |= (np.abs(covered - SAME_WORK) < _CLOSE) | (np.abs(covered - NEAR_WORK) < _CLOSE)
        near |= self._families.holding({family for job in jobs for family in person.families(job)})
        cases = [same & (known >= self._years), done | untold, near]
        most = np.select(cases, [MET, UNKNOWN, STEP], BLOCK).astype(np.int8)
        # How much too short jobs are is left to the gate, and whatever rounding could decide.
        short = same & (known < self._years + _CLOSE) & (self._years > 0.0) & ~untold
        return most, (most == BLOCK) | (self._trusted_works & ~close & ~short)

    def _nearest(self, lookup: Lookup, held: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the concepts that one occupation is the same work as, and those that it is near to."""
        if held not in self._near:
            values = {concept: row.value for concept, row in lookup.taxonomy.nearness_row(held).items()} | {held: 1.0}
            parts = (tuple(c for c, value in values.items() if value >= least) for least in (SAME_WORK, NEAR_WORK))
            self._near[held] = tuple(parts)  # type: ignore[assignment]  # of two, which mypy does not count
        return self._near[held]
