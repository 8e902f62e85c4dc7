"""Lexicons: phrases in tab-separated files, found in one pass over a text's words.

A lexicon is a file of rows ``label <tab> phrase <tab> more``; the signs of a phrase are explained in
:mod:`matcher.taxonomy.phrasegrammar`. Only texts that hold a phrase's first word are searched for the rest, so the time
is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from matcher.taxonomy.phrasegrammar import BETWEEN, branches_of, compile_phrase

_LONGEST_WORD = 60
_MEMO_LIMIT = 50_000


class Mark(NamedTuple):
    """A phrase of a lexicon found in a text: what it says and where, with the row's further columns."""

    label: str
    start: int
    end: int
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One compiled row of a lexicon.

    Attributes
    ----------
    label : str
    pattern : re.Pattern
        Matches from the phrase's first word on, in lower-case text.
    heads : tuple of str
        First words, with ``*`` as in the row.
    more : tuple of str
        The row's columns behind the phrase.
    single : bool
        It is one word, so whether it matches is known once for each word.
    seconds : tuple of str or None
        Words of which one must stand second.
    """

    label: str
    pattern: re.Pattern[str]
    heads: tuple[str, ...]
    more: tuple[str, ...] = ()
    single: bool = False
    seconds: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A named list of phrases.

    Examples
    --------
    >>> fruit = Lexicon.of("fruit", [("apple", "äpple*"), ("pear", "päron")])
    >>> [m.label for m in Scanner([fruit]).marks("fruit", "äpplen och päron")]
    ['apple', 'pear']
    """

    name: str
    phrases: tuple[Phrase, ...]

    @classmethod
    def of(cls, name: str, rows: Iterable[Sequence[str]]) -> Lexicon:
        """Build a lexicon from rows ``(label, phrase, *more)``."""
        phrases = []
        for label, text, *more in rows:
            for branch in branches_of(text):
                pattern, heads, seconds = compile_phrase(branch)
                single = BETWEEN not in pattern.pattern
                phrases.append(Phrase(label, pattern, heads, tuple(more), single, seconds))
        return cls(name, tuple(phrases))

    @classmethod
    def load(cls, name: str, package: str) -> Lexicon:
        """Load ``<name>.tsv`` of a package; kept after the first call.

        Lines that begin with ``# `` and empty lines are skipped.
        """
        return _loaded(name, package)


@cache
def _loaded(name: str, package: str) -> Lexicon:
    text = resources.files(package).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("# ")]
    return Lexicon.of(name, rows)


_Entry = tuple[str, Phrase]
_Known = tuple[tuple[_Entry, ...], tuple[_Entry, ...]]
_NOTHING: _Known = ((), ())


class Scanner:
    """Finds the phrases of several lexicons in one pass.

    Parameters
    ----------
    lexicons : sequence of Lexicon

    Notes
    -----
    Each word and each pair of words is looked up once; a memo keeps the answer, so that the phrases' number hardly
    matters. Within one lexicon the longest of overlapping phrases stays.
    """

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._whole: dict[str, list[_Entry]] = {}
        self._begin: dict[str, list[_Entry]] = {}
        self._finish: list[tuple[str, _Entry]] = []
        self._memo: dict[str, _Known] = {}
        self._pairs: dict[tuple[str, str], tuple[_Entry, ...]] = {}
        for lexicon in lexicons:
            for phrase in lexicon.phrases:
                for head in phrase.heads:
                    self._index(head, (lexicon.name, phrase))

    def _index(self, head: str, entry: _Entry) -> None:
        if head == "#":
            self._whole.setdefault("#", []).append(entry)
        elif head.startswith("*"):
            self._finish.append((head, entry))
        elif head.endswith("*"):
            self._begin.setdefault(head[:-1], []).append(entry)
        else:
            self._whole.setdefault(head, []).append(entry)

    def _lookup(self, word: str) -> _Known:
        if len(word) > _LONGEST_WORD:
            return _NOTHING  # not kept: such words are no words
        found = list(self._whole.get("#" if word.isdecimal() else word, ()))
        for length in range(1, len(word) + 1):
            found.extend(self._begin.get(word[:length], ()))
        found.extend(entry for head, entry in self._finish if _fits(head, word))
        # One phrase may be found by several of its first words.
        found = list({id(phrase): (name, phrase) for name, phrase in found}.values())
        single = tuple((name, p) for name, p in found if p.single and p.pattern.match(word))
        longer = tuple((name, p) for name, p in found if not p.single)
        if len(self._memo) >= _MEMO_LIMIT:
            self._memo.clear()
        known = self._memo[word] = (single, longer) if single or longer else _NOTHING
        return known

    def _goes_on(self, word: str, second: str, longer: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
        """Those of a word's phrases that can go on with a second word."""
        if len(second) > _LONGEST_WORD:
            return tuple(entry for entry in longer if entry[1].seconds is None)
        if len(self._pairs) >= _MEMO_LIMIT:
            self._pairs.clear()
        fitting = tuple(
            entry for entry in longer if entry[1].seconds is None or any(_fits(s, second) for s in entry[1].seconds)
        )
        self._pairs[word, second] = fitting
        return fitting

    def scan(self, low: str, words: Sequence[tuple[int, str]], end: int) -> dict[str, list[Mark]]:
        """Find the marks of a stretch of text.

        Parameters
        ----------
        low : str
            The text in lower case.
        words : sequence of (int, str)
            Offset and spelling of its words.
        end : int
            No phrase reaches beyond this offset.

        Returns
        -------
        dict of str to list of Mark
            By lexicon, in order of place, without overlaps.
        """
        memo, pairs = self._memo, self._pairs
        found: dict[str, list[Mark]] = {}
        last = len(words) - 1
        for index, (start, word) in enumerate(words):
            known = memo.get(word) or self._lookup(word)
            if known is _NOTHING:
                continue
            single, longer = known
            for name, phrase in single:
                found.setdefault(name, []).append(Mark(phrase.label, start, start + len(word), phrase.more))
            if longer:
                second = words[index + 1][1] if index < last else ""
                fitting = pairs.get((word, second))
                longer = self._goes_on(word, second, longer) if fitting is None else fitting
            for name, phrase in longer:
                match = phrase.pattern.match(low, start, end)
                if match:
                    found.setdefault(name, []).append(Mark(phrase.label, start, match.end(), phrase.more))
        return {name: _longest(marks) for name, marks in found.items()}

    def marks(self, name: str, text: str) -> list[Mark]:
        """Find the marks of one lexicon in a text of its own."""
        low = lowered(text)
        return self.scan(low, words_of(low), len(low)).get(name, [])


def _fits(sign: str, word: str) -> bool:
    """Whether a word of a text is what a sign of a phrase stands for."""
    if sign == "#":
        return word.isdecimal()
    part = sign.strip("*")
    if sign.startswith("*"):
        return part in word if sign.endswith("*") else word.endswith(part)
    return word.startswith(part) if sign.endswith("*") else word == part


def _longest(marks: list[Mark]) -> list[Mark]:
    if len(marks) == 1:
        return marks
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if kept and mark.start < kept[-1].end:
            if mark.end - mark.start > kept[-1].end - kept[-1].start:
                kept[-1] = mark
            continue
        kept.append(mark)
    return kept


_WORDS = re.compile(r"\w+")


def lowered(text: str) -> str:
    """Lower case with every character in its place (``İ`` would become two).

    Examples
    --------
    >>> lowered("Körkort İ")
    'körkort i'
    """
    return text.replace("\u0130", "I").lower()


def words_of(low: str, start: int = 0, end: int | None = None) -> list[tuple[int, str]]:
    """Offset and spelling of the words of a lower-case text.

    Examples
    --------
    >>> words_of("b-körkort")
    [(0, 'b'), (2, 'körkort')]
    """
    return [(m.start(), m.group()) for m in _WORDS.finditer(low, start, len(low) if end is None else end)]
