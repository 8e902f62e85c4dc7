"""What a scanner remembers of a word: the phrases to be tried there, by the word that stands behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from matcher.taxonomy.phrasegrammar import fits


class Try(NamedTuple):
    """A phrase to be tried at a word; ``match`` is ``None`` where the word alone is the whole phrase."""

    lexicon: str
    label: str
    more: tuple[str, ...]
    match: Callable[[str, int, int], re.Match[str] | None] | None


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
    """What a word can begin: what is to be tried before certain second words, and before any other.

    ``None`` stands for what has not been compiled yet. ``loose`` are the second words that are no whole words.
    """

    before: dict[str, tuple[Try, ...] | None]
    otherwise: tuple[Try, ...]
    loose: Loose | None
