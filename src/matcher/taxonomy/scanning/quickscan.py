"""The scanner with its words in arrays and its loops compiled, for many texts. Importing this module imports numba.

A word, a head with its second word and a list of phrases are looked up by
:class:`~matcher.taxonomy.scanning.scanner.Scanner` when they are first met and are numbers from then on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from matcher.taxonomy.scanning import wordloops
from matcher.taxonomy.scanning.needed import WordSigns
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark
from matcher.taxonomy.scanning.phrasesteps import Known, Try
from matcher.taxonomy.scanning.scanner import Scanner, put
from matcher.taxonomy.scanning.wordloops import NONE, OTHER, PLAIN, SINGLE, UNKNOWN
from matcher.taxonomy.scanning.wordtable import Column, Cut, WordTable, word_signs

_FORGET = 100_000  # words, and four times as many pairs
_NOTHING_TOLD = WordSigns(lambda _: 0)
_Scanned = tuple[list[dict[str, list[Mark]]], list[int], list[int]]


class _Phrases:
    """What a scanner tries at words, by number."""

    def __init__(self, scanner: Scanner, words: WordTable, is_second: Column) -> None:
        self.scanner, self._words, self._is_second = scanner, words, is_second
        self._head_of = Column(np.int32, UNKNOWN)
        self._heads: list[Known] = []
        self._n_met = 0
        self._alone, self._otherwise = Column(np.int32), Column(np.int32)
        self._keys, self._lists, self.n_pairs = np.full(64, NONE, np.int64), np.zeros(64, np.int32), 0
        self._spread()
        self._list_of: dict[tuple[Try, ...], int] = {}
        self._list_ends, self._listed = Column(np.int64), Column(np.int32)
        self._tries: list[Try] = []
        self._number_of: dict[Try, int] = {}
        self._lexicons: dict[str, int] = {}
        self._kind, self._lexicon, self._lead = Column(np.int8), Column(np.int32), Column(np.int64)
        self._need_ends, self._needs = Column(np.int64), Column(np.int32)
        self._plain_ends, self._plain = Column(np.int64), Column(np.int32)
        for ends in (self._list_ends, self._need_ends, self._plain_ends):
            ends.append(0)
        self._seen, self._met, self._tick = Column(np.int64), Column(np.int64), 0
        self._hits, self._missing = np.empty((4, 256), np.int32), np.empty((256, 2), np.int32)

    def hits(self, cut: Cut, rows: Sequence[int]) -> Iterator[tuple[int, int, Try, int]]:
        """Give the phrases to be tried in some stretches, as :func:`.scanner.put` takes them."""
        n = self._found(cut, np.array(rows, np.int64))
        rows_of, places, tried, stops = self._hits[:, :n].tolist()
        return zip(rows_of, places, map(self._tries.__getitem__, tried), stops, strict=True)

    def meet(self) -> None:
        """Look up as heads the words that are new, so that :meth:`hits` seldom has to begin again."""
        spelled = self._words.spelled
        while self._n_met < len(spelled):
            self._head_of.room(len(spelled))
            if self._head_of.values[self._n_met] == UNKNOWN:
                self._learn(self._n_met, NONE)
            self._n_met += 1

    def _found(self, cut: Cut, rows: NDArray[np.int64]) -> int:
        while True:
            for column in (self._head_of, self._seen):
                column.room(len(self._words.spelled))
            self._met.room(len(self._lexicons))
            n, n_missing = wordloops.find_hits(
                cut.codes, cut.spans, rows, cut.firsts, cut.starts, cut.stops, cut.words,
                self._head_of.values, self._is_second.values, self._alone.values, self._otherwise.values,
                self._keys, self._lists, self._list_ends.values, self._listed.values,
                self._kind.values, self._lexicon.values, self._lead.values, self._need_ends.values, self._needs.values,
                self._plain_ends.values, self._plain.values, self._seen.values, self._met.values, self._tick,
                self._hits, self._missing,
            )  # fmt: skip
            self._tick += len(rows)
            if n > self._hits.shape[1]:
                self._hits = np.empty((4, 2 * n), np.int32)
            elif not n_missing:
                return int(n)
            for word, second in dict.fromkeys(map(tuple, self._missing[:n_missing].tolist())):
                self._learn(word, second)

    def _learn(self, word: int, second: int) -> None:
        """Look up a head, or what is to be tried where it stands before a second word."""
        spelled = self._words.spelled
        if second == NONE:
            known = self.scanner.known(spelled[word])
            self._head_of.values[word] = len(self._heads) if known else NONE
            if known:
                self._heads.append(known)
                self._alone.append(self._list(self.scanner.to_try(known, "")))
                self._otherwise.append(NONE if known.otherwise is None else self._list(known.otherwise))
            return
        head = int(self._head_of.values[word])
        if 2 * self.n_pairs > len(self._keys):
            self._spread()
        place = wordloops.pair_place(self._keys, head, second)
        self._keys[place] = head << 32 | second
        self._lists[place] = self._list(self.scanner.to_try(self._heads[head], spelled[second]))
        self.n_pairs += 1

    def _spread(self) -> None:
        """Double the table of pairs."""
        keys, lists = np.full(2 * len(self._keys), NONE, np.int64), np.zeros(2 * len(self._keys), np.int32)
        wordloops.spread_pairs(keys, lists, self._keys, self._lists)
        self._keys, self._lists = keys, lists

    def _list(self, tries: tuple[Try, ...]) -> int:
        if tries not in self._list_of:
            self._listed.append(*map(self._number, tries))
            self._list_ends.append(self._listed.n)
            self._list_of[tries] = len(self._list_of)
        return self._list_of[tries]

    def _number(self, tried: Try) -> int:
        if tried not in self._number_of:
            self._number_of[tried] = len(self._tries)
            self._tries.append(tried)
            self._kind.append(SINGLE if tried.reach is None else PLAIN if tried.plain else OTHER)
            self._lexicon.append(self._lexicons.setdefault(tried.lexicon, len(self._lexicons)))
            self._lead.append(tried.lead)
            self._needs.append(*sorted(map(self._words.number, tried.needs)))
            self._need_ends.append(self._needs.n)
            self._plain.append(*map(self._words.number, tried.plain.split()))
            self._plain_ends.append(self._plain.n)
        return self._number_of[tried]


def compile_ahead() -> None:
    """Compile the loops, so that no later process has to."""
    # Types alone are compiled for.
    QuickScan(Scanner([Lexicon.of("one", [("one", "a b")])])).scan("a b", [(0, 3)], [1], 1)


class QuickScan:
    """Finds what a scanner finds, several times as fast once most words have been met.

    Parameters
    ----------
    scanner : Scanner
    values : mapping of str to int, optional
        What words are worth, from 0 to 2 to the 57th; all others are worth nothing.
    signs : WordSigns, optional
        What else is told of words; nothing by default.

    Examples
    --------
    >>> fruit = Lexicon.of("fruit", [("apple", "äpple*"), ("pear", "mogna päron")])
    >>> quick = QuickScan(Scanner([fruit]), {"äpplen": 6, "päron": 5}, WordSigns(len))
    >>> marks, values, signs = quick.scan("äpplen, mogna päron", [(0, 19)], [1], 2)
    >>> [mark.label for mark in marks[0]["fruit"]], values, signs == [6 | 5]
    (['apple', 'pear'], [6], True)
    """

    def __init__(
        self, scanner: Scanner, values: Mapping[str, int] | None = None, signs: WordSigns = _NOTHING_TOLD
    ) -> None:
        self._scanner, self._values, self._signs = scanner, values, signs
        self._joins = np.zeros(1 + max(map(ord, signs.before + signs.anywhere), default=0), np.int8)
        for kind, joining in enumerate((signs.before, signs.anywhere), 1):
            self._joins[[*map(ord, joining)]] = kind
        self._lock = Lock()
        self._forget()

    def _forget(self) -> None:
        scanner = self._scanner
        every = [scanner, *(other for _, other in scanner.beside)]
        seconds, self._is_second = frozenset(chain.from_iterable(other.seconds() for other in every)), Column(np.bool_)
        is_second, signs_of, told = self._is_second, self._signs.of, Column(np.int64)

        def learn(word: str) -> None:
            is_second.append(word in seconds)
            told.append(signs_of(word))

        self._told = told
        self._words = WordTable(word_signs(), learn, self._values)
        self._phrases = [_Phrases(other, self._words, self._is_second) for other in every]

    def scan(self, low: str, spans: Sequence[tuple[int, int]], upto: Sequence[int], most: int) -> _Scanned | None:
        """Find the marks of a text, stretch by stretch, and what its lines' first words are worth together.

        A text with a word that is too long, and one that comes while another thread scans, is left to the plain form:
        ``None`` is returned.

        Parameters
        ----------
        low : str
            The text in lower case.
        spans : sequence of (int, int)
            Stretches in order, such as sentences.
        upto : sequence of int
            Where each line's stretches end among them.
        most : int
            Words of a line that are worth something, from its first on; below 64.

        Returns
        -------
        list of dict of str to list of Mark
            As :meth:`Scanner.scan` finds them.
        list of int
            For each line; -1 for one without any word.
        list of int
            Of each stretch the signs of its words together.
        """
        if not self._lock.acquire(blocking=False):
            return None
        try:
            return self._scanned(low, spans, upto, most)
        finally:
            self._lock.release()

    def _scanned(self, low: str, spans: Sequence[tuple[int, int]], upto: Sequence[int], most: int) -> _Scanned | None:
        if len(self._words.spelled) >= _FORGET or any(one.n_pairs >= 4 * _FORGET for one in self._phrases):
            self._forget()
        cut = self._words.cut(low, spans, upto, most)
        if cut is None:
            return None
        found: list[dict[str, list[Mark]]] = [{} for _ in spans]
        first, *others = self._phrases
        first.meet()
        put(low, spans, found, first.hits(cut, range(len(spans))))
        for (names, _), other in zip(self._scanner.beside, others, strict=True):
            rows = [row for row, marks in enumerate(found) if not names.isdisjoint(marks)]
            if rows:
                put(low, spans, found, other.hits(cut, rows))
        return found, cut.worth, self._joined(cut)

    def _joined(self, cut: Cut) -> list[int]:
        told = np.empty(len(cut.spans) // 2, np.int64)
        wordloops.join_signs(
            cut.codes, cut.spans, cut.firsts, cut.starts, cut.stops, cut.words,
            self._told.values, self._signs.always, self._joins, self._signs.joined, told,
        )  # fmt: skip
        signs: list[int] = told.tolist()
        return signs
