"""Words by number, in arrays that compiled loops look them up in. Importing this module imports numba."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.taxonomy.scanning import wordloops
from matcher.taxonomy.scanning.wordloops import NONE, UNKNOWN, VALUE, WORD

LAST_SIGN = 0x40000
"""No sign from here on is part of a word."""

Codes = NDArray[np.uint32]
_Table = NDArray[np.int64]


def codes_of(text: str) -> Codes:
    """Give the numbers of a text's signs.

    Examples
    --------
    >>> codes_of("aå").tolist()
    [97, 229]
    """
    # A half of a pair may stand alone in what was read from JSON.
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


@cache
def word_signs() -> NDArray[np.bool_]:
    r"""Tell of each sign whether it is part of a word, as ``\w`` matches it.

    Examples
    --------
    >>> [bool(word_signs()[ord(sign)]) for sign in "å7_-"]
    [True, True, True, False]
    """
    told = _where(str.isalnum)
    told[ord("_")] = True
    return told


@cache
def letters() -> NDArray[np.bool_]:
    """Tell of each sign whether it is part of a word and no digit.

    Examples
    --------
    >>> [bool(letters()[ord(sign)]) for sign in "å7_-"]
    [True, False, False, False]
    """
    return _where(str.isalnum) & ~_where(str.isdecimal)


def _where(part: Callable[[str], bool]) -> NDArray[np.bool_]:
    return np.fromiter(map(part, map(chr, range(LAST_SIGN))), np.bool_, LAST_SIGN)


class Column:
    """Numbers in an array that grows.

    Parameters
    ----------
    dtype : type
    fill : int
        What stands where nothing was put yet.

    Attributes
    ----------
    values : array
        At least ``n`` numbers.
    n : int

    Examples
    --------
    >>> column = Column(np.int32)
    >>> column.append(7, 8)
    >>> column.values[: column.n].tolist()
    [7, 8]
    """

    def __init__(self, dtype: type[np.generic], fill: int = 0) -> None:
        self.values: NDArray[Any] = np.full(64, fill, dtype)
        self.n, self._fill = 0, fill

    def room(self, n: int) -> None:
        """Make the array long enough for so many numbers."""
        if n > len(self.values):
            more = np.full(max(n, 2 * len(self.values)) - len(self.values), self._fill, self.values.dtype)
            self.values = np.concatenate([self.values, more])

    def append(self, *values: float) -> None:
        """Put numbers behind those that are there."""
        self.room(self.n + len(values))
        self.values[self.n : self.n + len(values)] = values
        self.n += len(values)


class Cut(NamedTuple):
    """A text cut into words.

    Attributes
    ----------
    codes : array of uint32
        Numbers of the text's signs.
    spans : array of int64
        Beginning and end of each stretch.
    n : int
        How many words there are.
    starts, stops, words : array of int32
        Where each begins and ends, and its number. They are of use until the next text is cut.
    firsts : array of int32
        The first word of each stretch, and how many words there are.
    worth : list of int
        Of each line's first words; -1 for a line without any.
    """

    codes: Codes
    spans: NDArray[np.int64]
    n: int
    starts: NDArray[np.int32]
    stops: NDArray[np.int32]
    words: NDArray[np.int32]
    firsts: NDArray[np.int32]
    worth: list[int]


class WordTable:
    """Words by number.

    Parameters
    ----------
    in_word : array of bool
        Which signs are part of a word: :func:`word_signs`, or :func:`letters`.
    learn : callable
        Called with each word when it is met first, in the order of the numbers.
    values : mapping of str to int, optional
        What words are worth, 0 or more; all others are worth nothing.

    Attributes
    ----------
    spelled : list of str
        The words in the order of their numbers.

    Examples
    --------
    >>> table = WordTable(word_signs(), print, {"en": 2})
    en
    >>> cut = table.cut("en kock, en", [(0, 11)], [1], most=2)
    kock
    >>> cut.words[: cut.n].tolist(), table.spelled, cut.worth
    ([0, 1, 0], ['en', 'kock'], [2])
    """

    def __init__(
        self, in_word: NDArray[np.bool_], learn: Callable[[str], object], values: Mapping[str, int] | None = None
    ) -> None:
        self._in_word, self._learn = in_word, learn
        self.spelled: list[str] = []
        self._table = self._spread(np.full((64, 4), NONE))
        self._pool = Column(np.uint32)
        self._pool.room(8 * wordloops.LONGEST_WORD)
        self._of_text = [Column(np.int32) for _ in range(5)]
        for word, value in (values or {}).items():
            self.number(word)
            self._table[self._place(codes_of(word)), VALUE] = value

    def _place(self, codes: Codes) -> int:
        return int(wordloops.word_place(self._table, self._pool.values, codes, 0, len(codes)))

    def number(self, word: str) -> int:
        """Give a word its number, or tell the one that it has."""
        codes = codes_of(word)
        place = self._place(codes)
        if self._table[place, WORD] == NONE:
            self._make_room()
            place = self._place(codes)
            self._pool.n = wordloops.put_word(
                self._table, place, self._pool.values, codes, 0, len(codes), len(self.spelled), self._pool.n
            )
            self._met(word)
        return int(self._table[place, WORD])

    def _met(self, word: str) -> None:
        self.spelled.append(word)
        self._learn(word)

    def _make_room(self) -> None:
        """Make room for one more word at least."""
        self._pool.room(self._pool.n + wordloops.LONGEST_WORD)
        if 2 * len(self.spelled) >= len(self._table):
            self._table = self._spread(self._table)

    @staticmethod
    def _spread(table: _Table) -> _Table:
        """Give a table twice as large."""
        larger = np.full((2 * len(table), 4), NONE)
        wordloops.spread(larger, table)
        return larger

    def cut(self, text: str, spans: Sequence[tuple[int, int]], upto: Sequence[int], most: int) -> Cut | None:
        """Cut a text into words; ``None`` if one is too long.

        Parameters
        ----------
        text : str
        spans : sequence of (int, int)
            Stretches in order, such as sentences. What stands on both sides of an edge is two words.
        upto : sequence of int
            Where each line's stretches end among them.
        most : int
            Words of a line that are worth something, from its first on.

        Returns
        -------
        Cut or None
        """
        codes = codes_of(text)
        for column in self._of_text:
            column.room(len(text) + 1)
        starts, stops, words, firsts, fresh = (column.values for column in self._of_text)
        edges = np.array([*chain.from_iterable(spans)], np.int64)
        lines, worth = np.array(upto, np.int64), np.empty(len(upto), np.int64)
        while True:
            n, n_fresh, self._pool.n, state = wordloops.find_words(
                codes, self._in_word, edges, lines, most,
                self._table, self._pool.values, len(self.spelled), self._pool.n,
                starts, stops, words, firsts, worth, fresh,
            )  # fmt: skip
            for at in fresh[:n_fresh].tolist():
                self._met(text[starts[at] : stops[at]])
            if not state:
                return Cut(codes, edges, n, starts, stops, words, firsts, worth.tolist())
            if state == UNKNOWN:
                return None
            self._make_room()
