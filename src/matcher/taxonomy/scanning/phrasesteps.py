"""What a scanner remembers of a word: the phrases to be tried there, by the word that stands behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from matcher.taxonomy.scanning.phrasegrammar import fits

Reach = Callable[[str, int, int], int]
"""``reach(low, start, end)`` tells where a phrase ends that begins at ``start``; 0 if none does."""


def reaching(pattern: str, plain: str = "") -> Reach:
    r"""Make the way to find where a phrase of several words ends.

    A regular expression is compiled when it is first needed: of a lexicon's most never are.

    Parameters
    ----------
    pattern : str
        Matches the phrase from its first word on.
    plain : str
        The phrase with one space between two words, if it is nothing but words: then it mostly stands so.

    Examples
    --------
    >>> reach = reaching(r"god[^\w\n]{1,3}vana(?!\w)", "god vana")
    >>> [reach(low, 0, len(low)) for low in ("god vana", "god, vana av", "god vanan", "god vän")]
    [8, 9, 0, 0]
    """
    match: Callable[[str, int, int], re.Match[str] | None] | None = None

    def matched(low: str, start: int, end: int) -> int:
        nonlocal match
        match = match or re.compile(pattern).match
        found = match(low, start, end)
        return found.end() if found else 0

    longest = len(plain) + 2 * plain.count(" ")  # up to three signs may stand for a space
    last = plain.rpartition(" ")[2]

    def spelled(low: str, start: int, end: int) -> int:
        if low.startswith(plain, start, end):
            stop = start + len(plain)
            return 0 if stop < end and (low[stop].isalnum() or low[stop] == "_") else stop
        return matched(low, start, end) if low.find(last, start, min(end, start + longest)) >= 0 else 0

    return spelled if plain else matched


class Try(NamedTuple):
    """A phrase to be tried at a word.

    ``reach`` is ``None`` where the word alone is the whole phrase; of ``needs`` one word must stand behind it, if any
    are known; farther than ``lead`` from the beginning of a stretch the phrase does not count; ``plain`` is the phrase
    if it is several words and nothing else.
    """

    lexicon: str
    label: str
    more: tuple[str, ...]
    reach: Reach | None
    needs: frozenset[str]
    lead: int
    plain: str = ""


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
