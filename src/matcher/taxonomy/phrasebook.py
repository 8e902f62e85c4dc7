"""Lexicons: phrases in tab-separated files, found in one pass over a text's words.

A lexicon is a file of rows ``label <tab> phrase <tab> more``; the signs of a phrase are explained in
:mod:`matcher.taxonomy.phrasegrammar`. Only texts that hold a phrase's first word are searched for the rest, so the time
is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import NamedTuple

from matcher.taxonomy.phrasegrammar import BETWEEN, branches_of, fits, translate
from matcher.taxonomy.phrasesteps import Known, Loose, Try

_LONGEST_WORD = 60
_MEMO_LIMIT = 100_000
_new = tuple.__new__  # a named tuple of values in their order, without its constructor's detour


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
        # Compiled when a text first holds the phrase's first words: most phrases are never met.
        self._tries: dict[int, Try] = {}
        self._whole: dict[str, list[int]] = {}
        self._begin: dict[str, list[int]] = {}
        self._finish: list[tuple[str, int]] = []
        # A word that begins no phrase is remembered as an empty tuple.
        self._memo: dict[str, Known | tuple[()]] = {}
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

    def _try(self, rank: int) -> Try:
        tried = self._tries.get(rank)
        if tried is None:
            name, phrase = self._phrases[rank]
            match = None if phrase.single else re.compile(phrase.pattern).match
            tried = self._tries[rank] = Try(name, phrase.label, phrase.more, match)
        return tried

    def _ranks(self, word: str) -> list[int]:
        """Look up the phrases that a word can begin."""
        found = set(self._whole.get("#" if word.isdecimal() else word, ()))
        for length in range(1, len(word) + 1):
            found.update(self._begin.get(word[:length], ()))
        found.update(rank for head, rank in self._finish if fits(head, word))
        phrases = self._phrases
        return [
            rank for rank in sorted(found) if not phrases[rank][1].single or re.match(phrases[rank][1].pattern, word)
        ]

    def _lookup(self, word: str) -> Known | tuple[()]:
        """Look up a word that is met for the first time."""
        if len(word) > _LONGEST_WORD:
            return ()  # not kept: such words are no words
        if len(self._memo) >= _MEMO_LIMIT:
            self._memo.clear()
        ranks = self._ranks(word)
        if not ranks:
            self._memo[word] = ()
            return ()
        signs = [sign for rank in ranks for sign in self._phrases[rank][1].seconds or ()]
        before = dict.fromkeys(sign for sign in signs if "*" not in sign and sign != "#")
        known = self._memo[word] = Known(before, self._tries_of(ranks, ""), Loose.of(signs))
        return known

    def _tries_of(self, ranks: Iterable[int], second: str) -> tuple[Try, ...]:
        """Choose of a word's phrases those that can go on with a second word; single words come first."""
        chosen = [
            rank
            for rank in ranks
            if (seconds := self._phrases[rank][1].seconds) is None or any(fits(sign, second) for sign in seconds)
        ]
        return tuple(sorted(map(self._try, chosen), key=lambda tried: tried.match is not None))

    def _follow(self, word: str, known: Known, second: str) -> tuple[Try, ...]:
        """Choose what is to be tried where a word stands before another, and keep it."""
        tries = self._tries_of(self._ranks(word), second)
        if len(known.before) < _MEMO_LIMIT // 10:
            known.before[second] = tries
        return tries

    def scan(self, low: str, words: Words, end: int, first: int = 0, last: int | None = None) -> dict[str, list[Mark]]:
        """Find the marks of a stretch of text.

        Parameters
        ----------
        low : str
            The text in lower case.
        words : Words
            Words of it.
        end : int
            No phrase reaches beyond this offset.
        first, last : int
            Places of the stretch among the words; all of them by default.

        Returns
        -------
        dict of str to list of Mark
            By lexicon, in order of place; of overlapping ones the longest.
        """
        starts, spelled = words
        last = len(spelled) if last is None else last
        found: dict[str, list[Mark]] = {}
        place = first - 1
        for known in map(self._memo.get, spelled[first:last]):
            place += 1
            if not known and (known is not None or not (known := self._lookup(spelled[place]))):
                continue
            before, tries, loose = known
            if place + 1 < last:
                second = spelled[place + 1]
                if second in before:
                    tries = before[second] or self._follow(spelled[place], known, second)
                elif loose and loose.hold(second):
                    tries = self._follow(spelled[place], known, second)
            for name, label, more, match in tries:
                start = starts[place]
                if match is None:
                    stop = start + len(spelled[place])
                elif matched := match(low, start, end):
                    stop = matched.end()
                else:
                    continue
                marks = found.get(name)
                if marks is None:
                    found[name] = [_new(Mark, (label, start, stop, more))]
                elif start >= marks[-1].end:
                    marks.append(_new(Mark, (label, start, stop, more)))
                elif stop - start > marks[-1].end - marks[-1].start:
                    marks[-1] = _new(Mark, (label, start, stop, more))
        return found

    def marks(self, name: str, text: str) -> list[Mark]:
        """Find the marks of one lexicon in a text of its own."""
        low = lowered(text)
        return self.scan(low, words_of(low), len(low)).get(name, [])


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

    def between(self, start: int, end: int) -> tuple[int, int] | None:
        """Places ``[first, last)`` of the words in ``[start, end)``; ``None`` if an edge parts a word."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        for place, edge in ((first, start), (last, end)):
            if place and self.starts[place - 1] + len(self.spelled[place - 1]) > edge:
                return None
        return first, last


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
