"""What a scanner remembers of a word: the phrases to be tried there, by the word that stands behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from matcher.taxonomy.phrasegrammar import fits


class Pattern:
    """A regular expression that is compiled when it is first matched: of a lexicon's most never are.

    ``match(low, start, end)`` matches at an offset, no further than to another.
    """

    __slots__ = ("match",)
    match: Callable[[str, int, int], re.Match[str] | None]

    def __init__(self, pattern: str) -> None:
        def first(low: str, start: int, end: int) -> re.Match[str] | None:
            self.match = re.compile(pattern).match
            return self.match(low, start, end)

        self.match = first


class Try(NamedTuple):
    """A phrase to be tried at a word.

    ``pattern`` is ``None`` where the word alone is the whole phrase; of ``needs`` one word must stand behind it, if any
    are known; farther than ``lead`` from the beginning of a stretch the phrase does not count.
    """

    lexicon: str
    label: str
    more: tuple[str, ...]
    pattern: Pattern | None
    needs: frozenset[str]
    lead: int


class Heads:
    """First words of phrases, with the phrases' numbers.

    Examples
    --------
    >>> heads = Heads()
    >>> for number, sign in enumerate(["kock", "kock*", "*ck*", "*kock", "#"]):
    ...     heads.add(sign, number)
    >>> heads.ranks("kock"), heads.ranks("storkock"), heads.ranks("7")
    ([0, 1, 2, 3], [2, 3], [4])
    """

    def __init__(self) -> None:
        self._whole: dict[str, list[int]] = {}
        self._begin: dict[str, list[int]] = {}
        self._finish: dict[str, list[int]] = {}
        self._inside: list[tuple[str, int]] = []

    def add(self, sign: str, rank: int) -> None:
        """Take in a phrase's first sign."""
        part = sign.strip("*")
        if sign.startswith("*") and sign.endswith("*"):
            self._inside.append((part, rank))
        else:
            table = self._finish if sign.startswith("*") else self._begin if sign.endswith("*") else self._whole
            table.setdefault(part, []).append(rank)

    def ranks(self, word: str) -> list[int]:
        """Numbers of the phrases that a word can begin, ascending."""
        found = [*self._whole.get("#" if word.isdecimal() else word, ())]
        begin, finish = self._begin.get, self._finish.get
        for length in range(1, len(word) + 1):
            # Most words begin no phrase at all.
            if ranks := begin(word[:length]):
                found += ranks
            if ranks := finish(word[-length:]):
                found += ranks
        found += [rank for part, rank in self._inside if part in word]
        return sorted(set(found)) if found else []


class Loose(NamedTuple):
    """Signs that several words fit, by the side at which they have their ``*``."""

    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    others: tuple[str, ...]

    @classmethod
    def of(cls, signs: Iterable[str]) -> Loose | None:
        """Sort some signs; ``None`` if all are whole words."""
        loose = [sign for sign in dict.fromkeys(signs) if "*" in sign or sign == "#"]
        ends = [sign for sign in loose if sign.startswith("*") and not sign.endswith("*")]
        begins = [sign for sign in loose if sign.endswith("*") and not sign.startswith("*")]
        others = tuple(sign for sign in loose if sign not in ends and sign not in begins)
        made = cls(tuple(sign[:-1] for sign in begins), tuple(sign[1:] for sign in ends), others)
        return made if loose else None

    def hold(self, word: str) -> bool:
        """Whether a word fits one of them."""
        return (
            word.startswith(self.beginnings)
            or word.endswith(self.endings)
            or any(fits(sign, word) for sign in self.others)
        )


class Known(NamedTuple):
    """What a word can begin: what is to be tried before certain second words, with none (``""``), and before any other.

    ``None`` stands for what has not been chosen yet. ``ranks`` are the numbers of all phrases that it can begin,
    ``loose`` the second words that are no whole words; where there are any, ``otherwise`` is ``None``, for every second
    word is to be compared with them once.
    """

    before: dict[str, tuple[Try, ...] | None]
    otherwise: tuple[Try, ...] | None
    ranks: tuple[int, ...]
    loose: Loose | None
