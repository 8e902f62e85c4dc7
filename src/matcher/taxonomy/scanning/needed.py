r"""What a pattern needs: beginnings or parts of words of which every match holds one.

Most patterns match nowhere in most sentences, and a word that is not there says so far faster than the pattern itself.
The words are derived from the pattern, so that there is nothing beside it to keep in step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from re import _constants as ops  # type: ignore[attr-defined]  # typeshed has not got them
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from matcher.taxonomy.scanning.wordplaces import in_word

_DIGIT = re.compile(r"\d")
_MOST = 64  # parts of words that a match may have at one place
_Nodes = Sequence[tuple[Any, Any]]


class Part(NamedTuple):
    """A part of a word.

    Attributes
    ----------
    text : str
        In lower case, every digit written as ``0``.
    begins : bool
        Whether a word begins with it.
    """

    text: str
    begins: bool

    def fits(self, word: str) -> bool:
        """Whether a lower-case word has the part."""
        plain = _without_digits(word)
        return plain.startswith(self.text) if self.begins else self.text in plain


class WordSigns(NamedTuple):
    """What is told of words, as bits of a number below 2 to the 63rd.

    Attributes
    ----------
    of : callable
        Tells the signs of a word in lower case.
    always : int
        Signs of every stretch, whatever its words are.
    joined : int
        Sign of a stretch in which a word is joined to another one or to a sign, so that it is not told by itself.
    before, anywhere : str
        Signs that join where they stand right before a word, and those that do wherever they stand.
    """

    of: Callable[[str], int]
    always: int = 0
    joined: int = 0
    before: str = ""
    anywhere: str = ""


_Parts = frozenset[Part]
_INSIDE, _BEGIN = frozenset({Part("", False)}), frozenset({Part("", True)})


def needed_parts(pattern: str) -> _Parts:
    r"""Find parts of words of which every match of a pattern holds one.

    Parameters
    ----------
    pattern : str
        Regular expression that heeds case, for text without further marks.

    Returns
    -------
    frozenset of Part
        The longest that are found; empty where a match need hold no certain letters.

    Examples
    --------
    >>> sorted(needed_parts(r"(?<!\w)(?:vi|du) (?:erbjud\w*|get)"))
    [Part(text='erbjud', begins=True), Part(text='get', begins=True)]
    >>> sorted(needed_parts(r"\w*(?:verket|vården)$")), needed_parts(r"[^a]+|år")
    ([Part(text='verket', begins=False), Part(text='vården', begins=False)], frozenset())
    """
    found = _Found()
    found.take(found.through(parser.parse(pattern), _INSIDE))
    return found.best if found.worth else frozenset()


class _Found:
    """The best parts so far, of all that a match goes through one after the other.

    What is gone through is told as the parts of words in which a match may end there; those begin with what
    stands before, so that ``kun(?:na|skap)`` gives ``kunna`` and ``kunskap``.
    """

    def __init__(self) -> None:
        self.best: _Parts = frozenset()
        self.worth = 0.0

    def take(self, parts: _Parts) -> None:
        if (worth := _worth(parts)) > self.worth:
            self.best, self.worth = parts, worth

    def through(self, nodes: Iterable[tuple[Any, Any]], ends: _Parts) -> _Parts:
        letters = ""
        for op, value in nodes:
            if op is ops.LITERAL and in_word(sign := chr(value)):
                letters += sign  # most of a pattern: gone through at once
                continue
            ends, letters = self._step(op, value, _longer(ends, (letters,))), ""
        return _longer(ends, (letters,))

    def _step(self, op: Any, value: Any, ends: _Parts) -> _Parts:
        if op is ops.LITERAL:
            self.take(ends)
            return _BEGIN
        if op is ops.IN:
            return self._letters(_signs_of(value), ends)
        if op is ops.SUBPATTERN:
            return self.through(value[-1], ends)
        if op is ops.BRANCH:
            return self._branch(value[1], ends)
        self.take(ends)
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT):
            return self._repeated(value, ends)
        if op in (ops.ASSERT, ops.ASSERT_NOT):
            return self._beside(op, value, ends)
        # A place, a sign left out, what was matched before: nothing certain.
        return ends if op is ops.AT and value is not ops.AT_BOUNDARY else _BEGIN if op is ops.AT else _INSIDE

    def _letters(self, signs: list[str] | None, ends: _Parts) -> _Parts:
        """Go on with one of some signs: letters add to a word, all else ends it."""
        if signs is not None and not any(map(in_word, signs)):
            self.take(ends)
            return _BEGIN
        if signs is None or not all(map(in_word, signs)) or len(signs) * len(ends) > _MOST:
            self.take(ends)
            return _INSIDE
        return _longer(ends, signs)

    def _branch(self, ways: Sequence[_Nodes], ends: _Parts) -> _Parts:
        """Go one of several ways: each has parts of its own, and of one way one is there."""
        self.take(ends)
        last: _Parts = frozenset()
        best: _Parts | None = frozenset()
        for way in ways:
            found = _Found()
            stops = found.through(way, ends)
            found.take(stops)
            last |= stops
            best = best | found.best if best is not None and found.worth else None
        self.take(best or frozenset())
        return last if len(last) <= _MOST else _INSIDE

    def _repeated(self, value: tuple[int, int, _Nodes], ends: _Parts) -> _Parts:
        least, most, nodes = value
        if least:
            after = self.through(nodes, ends)
            if most == 1:
                return after
            self.take(after)
            return _Found().through(nodes, _INSIDE) | after
        after = _Found().through(nodes, ends if most == 1 else _INSIDE)
        return ends | after if len(ends | after) <= _MOST else _INSIDE

    def _beside(self, op: Any, value: tuple[int, _Nodes], ends: _Parts) -> _Parts:
        """Look ahead or back."""
        direction, nodes = value
        if op is ops.ASSERT and direction > 0:
            self.take(self.through(nodes, ends))
            return ends
        members: _Nodes = nodes[0][1] if len(nodes) == 1 and nodes[0][0] is ops.IN else []
        if op is ops.ASSERT:
            signs = _signs_of(members)
            return ends if not signs or any(map(in_word, signs)) else _BEGIN
        return _BEGIN if (ops.CATEGORY, ops.CATEGORY_WORD) in members and members[0][0] is not ops.NEGATE else ends


class NeededWords:
    r"""Tells by its words which of many patterns a text may match.

    Parameters
    ----------
    patterns : iterable of (int, str)
        A bit, and the pattern that it stands for; one bit may stand for several.

    Attributes
    ----------
    always : int
        Bits of the patterns that need no certain word.

    Examples
    --------
    >>> needed = NeededWords([(1, r"(?<!\w)köra? truck"), (2, r"\w+bevis(?!\w)"), (4, r"[^a]+")])
    >>> needed.of("köra"), needed.of("truckbevis"), needed.always
    (0, 3, 4)
    """

    def __init__(self, patterns: Iterable[tuple[int, str]]) -> None:
        self.always = 0
        self._begins: dict[str, int] = {}
        self._inside: dict[str, int] = {}
        for sign, pattern in patterns:
            parts = needed_parts(pattern)
            self.always |= 0 if parts else sign
            for part in parts:
                table = self._begins if part.begins else self._inside
                table[part.text] = table.get(part.text, 0) | sign
        self._lengths = sorted({len(text) for text in self._begins})

    def of(self, word: str) -> int:
        """Bits of the patterns that need a word like this one, which is in lower case."""
        told = 0
        word = _without_digits(word)
        for length in self._lengths:
            told |= self._begins.get(word[:length], 0)
        for text, signs in self._inside.items():
            if text in word:
                told |= signs
        return told


def _signs_of(members: _Nodes) -> list[str] | None:
    """Signs of a set, a blank for those that are in no word; ``None`` if they are too many to tell."""
    signs: list[str] = []
    for op, value in members:
        if op is ops.LITERAL:
            signs.append(chr(value))
        elif op is ops.RANGE and value[1] - value[0] < _MOST:
            signs += map(chr, range(value[0], value[1] + 1))
        elif op is ops.CATEGORY and value in (ops.CATEGORY_SPACE, ops.CATEGORY_NOT_WORD):
            signs.append(" ")
        elif op is ops.CATEGORY and value is ops.CATEGORY_DIGIT:
            signs.append("0")
        else:
            return None
    return signs


def _longer(ends: _Parts, letters: Iterable[str]) -> _Parts:
    """Parts of words as they are after one of some letters."""
    added = {_without_digits(some.lower()) for some in letters}
    return ends if added == {""} else frozenset(Part(text + some, begins) for text, begins in ends for some in added)


def _without_digits(text: str) -> str:
    return text if text.isalpha() else _DIGIT.sub("0", text)


def _worth(parts: _Parts) -> float:
    """How much it tells that none of some parts is there: the length of the shortest; few words hold a digit."""
    return min((len(text) + text.count("0") + begins / 2 if text else 0.0 for text, begins in parts), default=0.0)
