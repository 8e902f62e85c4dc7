"""Lexicons: phrases in tab-separated files, found in one pass over a text's words.

A lexicon is a file of rows ``label <tab> phrase <tab> more``; the signs of a phrase are explained in
:mod:`matcher.taxonomy.phrasegrammar`. Only texts that hold a phrase's first word are searched for the rest, so the time
is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import NamedTuple

from matcher.taxonomy.phrasegrammar import BETWEEN, branches_of, fits, translate

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


class _Known(NamedTuple):
    """Phrases that one word can begin, as their places among all phrases, by what must stand second."""

    single: tuple[int, ...]
    free: tuple[int, ...]
    exact: Mapping[str, tuple[int, ...]]
    loose: tuple[tuple[str, int], ...]


class _Try(NamedTuple):
    """A phrase to be tried at a word; ``match`` is ``None`` where the word alone is the whole phrase."""

    lexicon: str
    label: str
    more: tuple[str, ...]
    match: Callable[[str, int, int], re.Match[str] | None] | None


# By second word, what is to be tried at a first word. A word that begins no phrase has no entry at all.
_Following = dict[str, tuple[_Try, ...]]
_QUIET: _Following = {}


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
        self._tries: dict[int, _Try] = {}
        self._whole: dict[str, list[int]] = {}
        self._begin: dict[str, list[int]] = {}
        self._finish: list[tuple[str, int]] = []
        self._known: dict[str, _Known] = {}
        self._memo: dict[str, _Following] = {}
        self._pairs = 0
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

    def _try(self, rank: int) -> _Try:
        tried = self._tries.get(rank)
        if tried is None:
            name, phrase = self._phrases[rank]
            match = None if phrase.single else re.compile(phrase.pattern).match
            tried = self._tries[rank] = _Try(name, phrase.label, phrase.more, match)
        return tried

    def _lookup(self, word: str) -> _Following:
        """Look up what may follow a word that is met for the first time."""
        if len(word) > _LONGEST_WORD:
            return _QUIET  # not kept: such words are no words
        found = set(self._whole.get("#" if word.isdecimal() else word, ()))
        for length in range(1, len(word) + 1):
            found.update(self._begin.get(word[:length], ()))
        found.update(rank for head, rank in self._finish if fits(head, word))
        if len(self._memo) + self._pairs >= _MEMO_LIMIT:
            self._memo.clear()
            self._known.clear()
            self._pairs = 0
        known = _known(word, [(rank, self._phrases[rank][1]) for rank in sorted(found)])
        if known is None:
            self._memo[word] = _QUIET
            return _QUIET
        self._known[word] = known
        following: _Following = {}
        self._memo[word] = following
        self._follow(word, "", following)
        return following

    def _follow(self, word: str, second: str, following: _Following) -> tuple[_Try, ...]:
        """Choose what is to be tried where a word stands before another, and keep it in ``following``."""
        single, free, exact, loose = self._known[word]
        longer = {*free, *exact.get(second, ()), *(rank for sign, rank in loose if fits(sign, second))}
        following[second] = tuple([self._try(rank) for rank in (*single, *sorted(longer))])
        self._pairs += 1
        return following[second]

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
        for following in map(self._memo.get, spelled[first:last]):
            place += 1
            if not following and (following is not None or not (following := self._lookup(spelled[place]))):
                continue
            second = spelled[place + 1] if place + 1 < last else ""
            tries = following.get(second)
            if tries is None:
                tries = self._follow(spelled[place], second, following)
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


def _known(word: str, phrases: Sequence[tuple[int, Phrase]]) -> _Known | None:
    """Sort a word's phrases by what must stand second; ``None`` if it begins none."""
    single = tuple(rank for rank, phrase in phrases if phrase.single and re.match(phrase.pattern, word))
    longer = [(rank, phrase) for rank, phrase in phrases if not phrase.single]
    exact: dict[str, tuple[int, ...]] = {}
    loose: list[tuple[str, int]] = []
    for rank, phrase in longer:
        for sign in phrase.seconds or ():
            if "*" in sign or sign == "#":
                loose.append((sign, rank))
            else:
                exact[sign] = (*exact.get(sign, ()), rank)
    free = tuple(rank for rank, phrase in longer if phrase.seconds is None)
    return _Known(single, free, exact, tuple(loose)) if single or longer else None


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
