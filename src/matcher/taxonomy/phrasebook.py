"""Lexicons: phrases in tab-separated files, found in one pass over a text's words.

A lexicon is a file of rows ``label <tab> phrase <tab> more``; the signs of a phrase are explained in
:mod:`matcher.taxonomy.phrasegrammar`. Only texts that hold a phrase's first word are searched for the rest, so the time
is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from matcher.taxonomy.phrasegrammar import BETWEEN, branches_of, translate

_LONGEST_WORD = 60
_MEMO_LIMIT = 100_000


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
    pattern : str
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
    pattern: str
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
                pattern, heads, seconds = translate(branch)
                single = BETWEEN not in pattern
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


class _Entry(NamedTuple):
    """A phrase with its place among all phrases, which decides between equally long ones."""

    rank: int
    lexicon: str
    phrase: Phrase
    pattern: re.Pattern[str]


class _Known(NamedTuple):
    """What one word can be the beginning of."""

    single: tuple[_Entry, ...]
    free: tuple[_Entry, ...]
    exact: Mapping[str, tuple[_Entry, ...]]
    loose: tuple[tuple[str, _Entry], ...]


_by_rank = itemgetter(0)
_NOTHING = _Known((), (), {}, ())


class Scanner:
    """Finds the phrases of several lexicons in one pass.

    Parameters
    ----------
    lexicons : sequence of Lexicon

    Notes
    -----
    Each word is looked up once and remembered, with the words that its phrases can go on with, so that the phrases'
    number hardly matters. Within one lexicon the longest of overlapping phrases stays.
    """

    def __init__(self, lexicons: Sequence[Lexicon]) -> None:
        self._phrases = [(lexicon.name, phrase) for lexicon in lexicons for phrase in lexicon.phrases]
        # Compiled when a text first holds the phrase's first word: most phrases are never met.
        self._compiled: dict[int, _Entry] = {}
        self._whole: dict[str, list[int]] = {}
        self._begin: dict[str, list[int]] = {}
        self._finish: list[tuple[str, int]] = []
        self._memo: dict[str, _Known] = {}
        self._quiet: set[str] = set()
        for rank, (_, phrase) in enumerate(self._phrases):
            for head in phrase.heads:
                self._index(head, rank)

    def _index(self, head: str, rank: int) -> None:
        if head.startswith("*"):
            self._finish.append((head, rank))
        elif head.endswith("*"):
            self._begin.setdefault(head[:-1], []).append(rank)
        else:
            self._whole.setdefault(head, []).append(rank)

    def _entry(self, rank: int) -> _Entry:
        if rank not in self._compiled:
            name, phrase = self._phrases[rank]
            self._compiled[rank] = _Entry(rank, name, phrase, re.compile(phrase.pattern))
        return self._compiled[rank]

    def _lookup(self, word: str) -> _Known:
        if len(word) > _LONGEST_WORD:
            return _NOTHING  # not kept: such words are no words
        found = list(self._whole.get("#" if word.isdecimal() else word, ()))
        for length in range(1, len(word) + 1):
            found.extend(self._begin.get(word[:length], ()))
        found.extend(rank for head, rank in self._finish if _fits(head, word))
        # One phrase may be found by several of its first words.
        entries = [self._entry(rank) for rank in sorted(set(found))]
        if len(self._memo) + len(self._quiet) >= _MEMO_LIMIT:
            self._memo.clear()
            self._quiet.clear()
        known = _known(word, entries)
        if known is _NOTHING:
            self._quiet.add(word)
        else:
            self._memo[word] = known
        return known

    def scan(self, low: str, words: Words, end: int) -> dict[str, list[Mark]]:
        """Find the marks of a stretch of text.

        Parameters
        ----------
        low : str
            The text in lower case.
        words : Words
            Those of the stretch.
        end : int
            No phrase reaches beyond this offset.

        Returns
        -------
        dict of str to list of Mark
            By lexicon, in order of place, without overlaps.
        """
        quiet, memo = self._quiet, self._memo
        starts, spelled = words
        found: dict[str, list[Mark]] = {}
        last = len(spelled) - 1
        for index in [i for i, word in enumerate(spelled) if word not in quiet]:
            word, start = spelled[index], starts[index]
            single, longer, exact, loose = memo.get(word) or self._lookup(word)
            for _, name, phrase, _ in single:
                found.setdefault(name, []).append(Mark(phrase.label, start, start + len(word), phrase.more))
            if index < last and (exact or loose):
                second = spelled[index + 1]
                if second in exact:
                    longer += exact[second]
                if loose:
                    longer += tuple(entry for sign, entry in loose if _fits(sign, second))
                if len(longer) > 1:
                    longer = tuple(sorted(longer, key=_by_rank))
            for _, name, phrase, pattern in longer:
                match = pattern.match(low, start, end)
                if match:
                    found.setdefault(name, []).append(Mark(phrase.label, start, match.end(), phrase.more))
        return {name: _longest(marks) for name, marks in found.items()}

    def marks(self, name: str, text: str) -> list[Mark]:
        """Find the marks of one lexicon in a text of its own."""
        low = lowered(text)
        return self.scan(low, words_of(low), len(low)).get(name, [])


def _known(word: str, entries: Sequence[_Entry]) -> _Known:
    """Sort a word's phrases by what must stand second."""
    single = tuple(e for e in entries if e.phrase.single and e.pattern.match(word))
    longer = [e for e in entries if not e.phrase.single]
    exact: dict[str, tuple[_Entry, ...]] = {}
    loose: list[tuple[str, _Entry]] = []
    for entry in longer:
        for sign in dict.fromkeys(entry.phrase.seconds or ()):
            if "*" in sign or sign == "#":
                loose.append((sign, entry))
            else:
                exact[sign] = (*exact.get(sign, ()), entry)
    free = tuple(e for e in longer if e.phrase.seconds is None)
    return _Known(single, free, exact, tuple(loose)) if single or longer else _NOTHING


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


_GAPS = re.compile(r"(\W+)")


def lowered(text: str) -> str:
    """Lower case with every character in its place (``İ`` would become two).

    Examples
    --------
    >>> lowered("Körkort İ")
    'körkort i'
    """
    return text.replace("\u0130", "I").lower()


class Words(NamedTuple):
    """Words of a stretch of text: where each begins, and how it is spelled."""

    starts: list[int]
    spelled: list[str]


def words_of(low: str, start: int = 0, end: int | None = None) -> Words:
    """Words of a lower-case text.

    Examples
    --------
    >>> words_of("b-körkort")
    Words(starts=[0, 2], spelled=['b', 'körkort'])
    """
    pieces = _GAPS.split(low[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    # Every other piece is a gap; the first and the last word are empty where the text begins or ends with one.
    first, last = (0 if pieces[0] else 2), (len(pieces) if pieces[-1] else len(pieces) - 1)
    return Words(places[first:last:2], pieces[first:last:2])
