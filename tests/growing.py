r"""Patterns whose time may grow with the square of a text, told by how they are built and not by a clock.

A pattern is taken apart into places, one for every sign or set of signs. Two places at which it may stay for as long as
a text is one are a fault if the same stretch can be read wholly by the first, wholly by the second, and by the first up
to anywhere and by the second from there on: ``[^.]*x[^.]*!`` has as many ways to read a stretch of ``x`` as it has
signs, and tries all where no ``!`` comes. So is one place that reads a stretch in two ways, ``(?:\w+ ?)+$``. (Weber
and Seidl, "On the degree of ambiguity of finite automata", 1991: infinite degree of ambiguity.)

A stretch has both blanks and words here: readers bound runs of either. What stands beside a sign (``\b``, lookbehind)
is not heeded, and neither is how often a pattern begins anew: one that is looked for goes through ``[^.]*!`` from each
place that it begins at.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LONG = 1_000
"""A repeat of at most so many times has an end."""
_SIGNS = "aAöx1 \n-,.():;/!?\"'_+%"
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_CATEGORIES = {
    codes.CATEGORY_DIGIT: re.compile(r"\d"),
    codes.CATEGORY_SPACE: re.compile(r"\s"),
    codes.CATEGORY_WORD: re.compile(r"\w"),
    codes.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    codes.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    codes.CATEGORY_NOT_WORD: re.compile(r"\W"),
}


@dataclass
class _Part:
    """Places that a part of a pattern begins and ends with; ``sure`` are ends behind which nothing is asked."""

    first: set[int] = field(default_factory=set)
    last: set[int] = field(default_factory=set)
    empty: bool = True
    sure: set[int] = field(default_factory=set)
    sure_empty: bool = True


class Built:
    """A pattern as places and what may follow each."""

    def __init__(self, pattern: str, flags: int = 0, *, to_the_end: bool = False) -> None:
        self.reads: list[tuple[Any, Any, bool]] = []
        self.follow: list[set[int]] = []
        self.twice: set[tuple[int, int]] = set()
        self._n_kept, self._lines = 0, bool(flags & re.MULTILINE)
        self.kept: dict[int, int] = {}
        whole = self._sequence(parser.parse(pattern, flags), bool(flags & re.IGNORECASE), 0)
        self.ends = set() if to_the_end else whole.sure

    def _place(self, code: Any, value: Any, caseless: bool, kept: int) -> _Part:
        place = len(self.reads)
        self.reads.append((code, value, caseless))
        self.follow.append(set())
        if kept:
            self.kept[place] = kept
        return _Part({place}, {place}, False, {place}, False)

    def _kept(self) -> int:
        """Number of a group that gives back nothing of what it took: of its ways only the first that fits is gone."""
        self._n_kept += 1
        return self._n_kept

    def _sequence(self, nodes: Iterable[Any], caseless: bool, kept: int) -> _Part:
        whole = _Part()
        for code, value in nodes:
            part = self._part(code, value, caseless, kept)
            for place in whole.last:
                self.follow[place] |= part.first
            aside = code in (codes.ASSERT, codes.ASSERT_NOT)
            whole.first |= part.first if whole.empty else set()
            if aside or code in (codes.AT, codes.GROUPREF):
                begins = code is codes.AT and value in (codes.AT_BEGINNING, codes.AT_BEGINNING_STRING)
                if not begins:
                    whole.sure, whole.sure_empty = set(), False
                if code is codes.AT and value in (codes.AT_END, codes.AT_END_STRING) and not self._lines:
                    whole.last, whole.empty = set(), False
                continue
            whole.last = part.last | (whole.last if part.empty else set())
            whole.sure = part.sure | (whole.sure if part.sure_empty else set())
            whole.empty &= part.empty
            whole.sure_empty &= part.sure_empty
        return whole

    def _part(self, code: Any, value: Any, caseless: bool, kept: int) -> _Part:
        if code in (codes.LITERAL, codes.NOT_LITERAL, codes.ANY, codes.IN):
            return self._place(code, value, caseless, kept)
        if code is codes.SUBPATTERN:
            caseless = (caseless or bool(value[1] & re.IGNORECASE)) and not value[2] & re.IGNORECASE
            return self._sequence(value[3], caseless, kept)
        if code is codes.ATOMIC_GROUP:
            return self._sequence(value, caseless, kept or self._kept())
        if code is codes.BRANCH:
            return _either([self._sequence(way, caseless, kept) for way in value[1]])
        if code in (codes.ASSERT, codes.ASSERT_NOT) and value[0] > 0:
            return self._sequence(value[1], caseless, kept)
        if code in _REPEATS:
            least, most, nodes = value
            part = self._sequence(nodes, caseless, kept or (self._kept() if code is codes.POSSESSIVE_REPEAT else 0))
            if most > LONG:
                for place in part.last:
                    self.twice |= {(place, one) for one in self.follow[place] & part.first}
                    self.follow[place] |= part.first
            return _Part(part.first, part.last, part.empty or not least, part.sure, part.sure_empty or not least)
        return _Part()

    def read_by(self) -> list[tuple[bool, frozenset[int]]]:
        """For signs of which no two are read by the same places: whether it is a blank, and the places that read it."""
        literal: dict[str, set[int]] = {}
        sets: list[int] = []
        for place, (code, value, caseless) in enumerate(self.reads):
            if code is codes.LITERAL:
                for sign in {chr(value), *((chr(value).lower(), chr(value).upper()) if caseless else ())}:
                    literal.setdefault(sign, set()).add(place)
            else:
                sets.append(place)
        found = {
            (sign.isspace(), frozenset(literal.get(sign, ())) | {p for p in sets if _reads(*self.reads[p], sign)})
            for sign in {*_SIGNS, *literal}
        }
        return sorted(found, key=lambda one: (one[0], sorted(one[1])))

    def next(self, place: int, read: frozenset[int]) -> frozenset[int] | set[int]:
        """Places after one that read a sign; what keeps all that it takes goes on where it can."""
        after = self.follow[place] & read
        return {place} if place in self.kept and place in after else after


def _either(ways: Sequence[_Part]) -> _Part:
    whole = _Part(empty=False, sure_empty=False)
    for way in ways:
        whole.first |= way.first
        whole.last |= way.last
        whole.sure |= way.sure
        whole.empty |= way.empty
        whole.sure_empty |= way.sure_empty
    return whole


def _reads(code: Any, value: Any, caseless: bool, sign: str) -> bool:
    if code is codes.ANY:
        return sign != "\n"
    if code in (codes.LITERAL, codes.NOT_LITERAL):
        same = sign == chr(value) or (caseless and sign.lower() == chr(value).lower())
        return same == (code is codes.LITERAL)
    negated = value[0][0] is codes.NEGATE
    signs = {sign, sign.lower(), sign.upper()} if caseless else {sign}
    return negated != any(_holds(item, one) for item in value for one in signs)


def _holds(item: tuple[Any, Any], sign: str) -> bool:
    code, value = item
    if code is codes.LITERAL:
        return sign == chr(value)
    if code is codes.RANGE:
        return len(sign) == 1 and value[0] <= ord(sign) <= value[1]
    return code is codes.CATEGORY and bool(_CATEGORIES[value].match(sign))


def _loops(follow: Sequence[Iterable[Any]]) -> list[list[int]]:
    """Heaps of numbers each of which leads to all of its heap and back to itself (Tarjan 1972)."""
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    found: list[list[int]] = []
    stack: list[int] = []
    on: set[int] = set()
    for root in range(len(follow)):
        todo = [] if root in order else [(root, iter(follow[root]))]
        while todo:
            node, after = todo[-1]
            if node not in order:
                order[node] = low[node] = len(order)
                stack.append(node)
                on.add(node)
            step = next(after, None)
            if step is None:
                todo.pop()
                if todo:
                    low[todo[-1][0]] = min(low[todo[-1][0]], low[node])
                if low[node] == order[node]:
                    heap = stack[stack.index(node) :] if stack[-1] != node else [node]
                    del stack[-len(heap) :]
                    on.difference_update(heap)
                    if len(heap) > 1 or node in follow[node]:
                        found.append(heap)
            elif step not in order:
                todo.append((step, iter(follow[step])))
            elif step in on:
                low[node] = min(low[node], order[step])
    return found


def _reached(follow: Sequence[Iterable[int]], starts: Iterable[int]) -> set[int]:
    seen = set(starts)
    todo = list(seen)
    while todo:
        for place in follow[todo.pop()]:
            if place not in seen:
                seen.add(place)
                todo.append(place)
    return seen


def fault(built: Built) -> tuple[int, int] | None:
    """Two places that give a pattern more ways to read a text the longer it is; ``None`` where there are none."""
    signs = built.read_by() if (loops := _loops(built.follow)) else []
    loops = [heap for heap in loops if {blank for blank, read in signs if not read.isdisjoint(heap)} == _BOTH]
    back: list[set[int]] = [set() for _ in built.follow]
    for place, after in enumerate(built.follow):
        for one in after:
            back[one].add(place)
    for first in loops:
        if built.kept.keys() >= set(first):
            continue
        onward = _reached(built.follow, first)
        for second in loops:
            if second[0] not in onward or not built.ends.isdisjoint(second):
                continue
            between = onward & _reached(back, second)
            inside = between.union(first, second)
            told = sorted({(blank, read & inside) for blank, read in signs if read & inside}, key=lambda one: one[0])
            pairs = [(first[0], first[0])] if first is second else _together(built, told, first, second)
            for one, two in pairs:
                if _ambiguous(built, told, (one, two), (frozenset(first), between, frozenset(second))):
                    return one, two
    return None


_BOTH = {True, False}
_Signs = list[tuple[bool, frozenset[int]]]


def _together(built: Built, signs: _Signs, first: Sequence[int], second: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Give pairs of places, one of each heap of them, that one stretch leads back to themselves."""
    pairs = [(one, two) for one in first for two in second]
    number = {pair: n for n, pair in enumerate(pairs)}
    follow: list[set[int]] = [set() for _ in pairs]
    for n, (one, two) in enumerate(pairs):
        for _, read in signs:
            for a in built.next(one, read):
                follow[n] |= {number[a, b] for b in built.next(two, read) if (a, b) in number}
    return [pairs[heap[0]] for heap in _loops(follow)]


class _Moves(dict[int, list[frozenset[int]]]):
    """Of each place the places that each sign leads to, among some."""

    def __init__(self, built: Built, signs: _Signs, where: Iterable[int]) -> None:
        super().__init__()
        self._built, self._signs, self._where = built, signs, frozenset(where)

    def __missing__(self, place: int) -> list[frozenset[int]]:
        self[place] = [self._where.intersection(self._built.next(place, read)) for _, read in self._signs]
        return self[place]


def _apart(built: Built, before: int, one: int, two: int) -> bool:
    """Whether two ways part: to two places, or to one by a repeat and by a repeat of that repeat."""
    ways = one != two or (before, one) in built.twice
    return ways and (one not in built.kept or built.kept[one] != built.kept.get(two))


def _ambiguous(
    built: Built, signs: _Signs, ends: tuple[int, int], inside: tuple[frozenset[int], set[int], frozenset[int]]
) -> bool:
    """Whether one stretch leads from the first to itself, from the first to the second, and the second to itself."""
    first, second = ends
    alike = first == second
    moves = [_Moves(built, signs, where) for where in inside]
    state = (first, first, second, 0, False)
    seen, todo = {state}, [state]
    while todo:
        *places, had, split = todo.pop()
        ways = (of[place] for of, place in zip(moves, places, strict=True))
        for (blank, _), ones, twos, threes in zip(signs, *ways, strict=True):
            for a, b, c in itertools.product(ones, twos, threes):
                if alike and a != c:
                    continue
                state = (a, b, c, had | (1 if blank else 2), split or not alike or _apart(built, places[1], a, b))
                if state == (first, second, second, 3, True):
                    return True
                if state not in seen:
                    seen.add(state)
                    todo.append(state)
    return False
