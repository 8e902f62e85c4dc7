"""Lexicons: phrases in tab-separated files, found in one pass over a text's words.

A lexicon is a file of rows ``label <tab> phrase <tab> more``; the signs of a phrase are explained in
:mod:`matcher.taxonomy.phrasegrammar`. Only texts that hold a phrase's first word are searched for the rest, so the time
is linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from matcher.taxonomy.phrasegrammar import BETWEEN, branches_of, fits, is_whole, translate
from matcher.taxonomy.phrasesteps import Heads, Known, Loose, Pattern, Try
from matcher.taxonomy.wordplaces import Span, Words, words_of

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
    needs : frozenset of str
        Words of which one must stand behind the first; empty if no such words are known.
    """

    label: str
    pattern: str
    heads: tuple[str, ...]
    more: tuple[str, ...] = ()
    single: bool = False
    seconds: tuple[str, ...] | None = None
    needs: frozenset[str] = frozenset()


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
                pattern, heads, seconds, needs = translate(branch)
                single = BETWEEN not in pattern
                phrases.append(Phrase(label, pattern, heads, tuple(more), single, seconds, needs))
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
        self._tries: dict[int, Try] = {}
        self._heads = Heads()
        # A word that begins no phrase is remembered as an empty tuple.
        self._memo: dict[str, Known | tuple[()]] = {}
        for rank, (_, phrase) in enumerate(self._phrases):
            for head in phrase.heads:
                self._heads.add(head, rank)

    def _try(self, rank: int) -> Try:
        tried = self._tries.get(rank)
        if tried is None:
            name, phrase = self._phrases[rank]
            match = None if phrase.single else Pattern(phrase.pattern).match
            tried = self._tries[rank] = Try(name, phrase.label, phrase.more, match, phrase.needs)
        return tried

    def _ranks(self, word: str) -> list[int]:
        """Look up the phrases that a word can begin."""
        phrases = self._phrases
        return [
            rank
            for rank in self._heads.ranks(word)
            if not (phrase := phrases[rank][1]).single or any(is_whole(head, word) for head in phrase.heads)
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
        chosen = []
        for rank in ranks:
            seconds = self._phrases[rank][1].seconds
            if seconds is None or (second and (second in seconds or any(fits(sign, second) for sign in seconds))):
                chosen.append(self._try(rank))
        return tuple(sorted(chosen, key=lambda tried: tried.match is not None))

    def _follow(self, word: str, known: Known, second: str) -> tuple[Try, ...]:
        """Choose what is to be tried where a word stands before another, and keep it."""
        tries = self._tries_of(self._ranks(word), second)
        if len(known.before) < _MEMO_LIMIT // 10:
            known.before[second] = tries
        return tries

    def scan(self, low: str, words: Words, spans: Iterable[Span]) -> list[dict[str, list[Mark]]]:
        """Find the marks of a text, stretch by stretch.

        Parameters
        ----------
        low : str
            The text in lower case.
        words : Words
            Words of it.
        spans : iterable of Span
            Stretches, such as sentences; no phrase reaches beyond the end of one.

        Returns
        -------
        list of dict of str to list of Mark
            For each stretch its marks by lexicon, in order of place; of overlapping ones the longest.
        """
        spelled = words.spelled
        known = list(map(self._memo.get, spelled))
        if None in known:
            known = [self._lookup(word) if held is None else held for word, held in zip(spelled, known, strict=True)]
        return [self._scanned(low, words, known, span) for span in spans]

    def _scanned(
        self, low: str, words: Words, known: Sequence[Known | tuple[()] | None], span: Span
    ) -> dict[str, list[Mark]]:
        """Find the marks of one stretch, given what is known of the text's words."""
        starts, spelled = words
        _, end, first, last = span
        found: dict[str, list[Mark]] = {}
        held: set[str] | None = None
        for place, begins in enumerate(known[first:last], first):
            if not begins:
                continue
            before, tries, loose = begins
            if place + 1 < last:
                second = spelled[place + 1]
                if second in before:
                    tries = before[second] or self._follow(spelled[place], begins, second)
                elif loose and loose.hold(second):
                    tries = self._follow(spelled[place], begins, second)
            for name, label, more, match, needs in tries:
                start = starts[place]
                if match is None:
                    stop = start + len(spelled[place])
                else:
                    if needs:
                        # Most phrases fail for want of a word, and that is known faster than they are matched.
                        held = held or set(spelled[first:last])
                        if needs.isdisjoint(held):
                            continue
                    if (matched := match(low, start, end)) is None:
                        continue
                    stop = matched.end()
                _keep(found, name, _new(Mark, (label, start, stop, more)))
        return found

    def marks(self, name: str, low: str) -> list[Mark]:
        """Find the marks of one lexicon in a lower-case text of its own."""
        words = words_of(low)
        return self.scan(low, words, [Span(0, len(low), 0, len(words.starts))])[0].get(name, [])


def _keep(found: dict[str, list[Mark]], name: str, mark: Mark) -> None:
    """Add a mark to those of its lexicon; of two that overlap the longer stays."""
    marks = found.get(name)
    if marks is None:
        found[name] = [mark]
    elif mark[1] >= marks[-1][2]:
        marks.append(mark)
    elif mark[2] - mark[1] > marks[-1][2] - marks[-1][1]:
        marks[-1] = mark


def lowered(text: str) -> str:
    """Lower case with every character in its place (``İ`` would become two).

    Examples
    --------
    >>> lowered("Körkort İ")
    'körkort i'
    """
    return text.replace("\u0130", "I").lower()
