"""Lexicons: phrases in tab-separated files.

A lexicon is a file of rows ``label <tab> phrase <tab> more``; the signs of a phrase are explained in
:mod:`matcher.taxonomy.scanning.phrasegrammar`. A
:class:`~matcher.taxonomy.scanning.scanner.Scanner` finds them in texts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning.phrasegrammar import BETWEEN, branches_of, translate


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
    plain : str
        Several words with one space between two; empty if they hold signs of the grammar.
    """

    label: str
    pattern: str
    heads: tuple[str, ...]
    more: tuple[str, ...] = ()
    single: bool = False
    seconds: tuple[str, ...] | None = None
    needs: frozenset[str] = frozenset()
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A named list of phrases.

    Attributes
    ----------
    name : str
    phrases : tuple of Phrase
    lead : int
        Farthest place from the beginning of a stretch at which a phrase may begin; see :meth:`only`.
    beside : frozenset of str
        Lexicons of which one must have found something in the same stretch; empty if it is looked for everywhere.

    Examples
    --------
    >>> fruit = Lexicon.of("fruit", [("apple", "äpple*"), ("pear", "päron")])
    >>> [(phrase.label, phrase.heads) for phrase in fruit.phrases]
    [('apple', ('äpple*',)), ('pear', ('päron',))]
    """

    name: str
    phrases: tuple[Phrase, ...]
    lead: int = sys.maxsize
    beside: frozenset[str] = frozenset()

    def only(self, *, lead: int = sys.maxsize, beside: Iterable[str] = ()) -> Lexicon:
        """Limit where its phrases are looked for, as far as they are of use there only; that saves time.

        Parameters
        ----------
        lead : int, optional
            Farthest place from the beginning of a stretch, in characters, at which a phrase may begin.
        beside : iterable of str, optional
            Names of lexicons of which one must have found something in the same stretch.

        Examples
        --------
        >>> from matcher.taxonomy.scanning.scanner import Scanner
        >>> fruit = Lexicon.of("fruit", [("apple", "äpple")])
        >>> ripe = Lexicon.of("ripe", [("ripe", "moget")]).only(beside=["fruit"])
        >>> scanner = Scanner([fruit, ripe])
        >>> [len(scanner.marks("ripe", text)) for text in ("ett moget äpple", "ett moget päron")]
        [1, 0]
        """
        return replace(self, lead=lead, beside=frozenset(beside))

    @classmethod
    def of(cls, name: str, rows: Iterable[Sequence[str]]) -> Lexicon:
        """Build a lexicon from rows ``(label, phrase, *more)``."""
        phrases = []
        for label, text, *more in rows:
            for branch in branches_of(text):
                pattern, heads, seconds, needs, plain = translate(branch)
                single = BETWEEN not in pattern
                phrases.append(Phrase(label, pattern, heads, tuple(more), single, seconds, needs, plain))
        return cls(name, tuple(phrases))

    @classmethod
    @cache
    def load(cls, name: str, package: str) -> Lexicon:
        """Load ``<name>.tsv`` of a package as :func:`~matcher.taxonomy.lexicon.read_lexicon` does; kept once loaded."""
        return cls.of(name, read_lexicon(f"{name}.tsv", package))


def lowered(text: str) -> str:
    """Lower case with every character in its place (``İ`` would become two).

    Examples
    --------
    >>> lowered("Körkort İ")
    'körkort i'
    """
    return text.replace("\u0130", "I").lower()
