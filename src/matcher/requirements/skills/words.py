"""Words of the skill family: what a word is, traits, and words too wide to be a skill.

The file is ``lexicon/skills_stop.tsv``; its first lines say how to add a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning import wordplaces

TOKEN = re.compile(r"(\.?\w+(?:[-'’.&:]\w+)*[+#]{0,2}|[+#]+\w*)")
"""A word as names of tools are written: ``c++``, ``.net``, ``cad-program``, ``node.js``."""

_ENDINGS = ("craft", "tech")
_MEMO_LIMIT = 50_000
_new = tuple.__new__  # a named tuple of values in their order, without its constructor's detour
LONGEST_WORD = 60
"""Longer ones are no words."""

FUSING = ("kunskaper", "kunskap", "kännedom", "vana", "kompetens", "färdigheter", "kunnande")
"""Words that introduce a skill and fuse with it: "växtkännedom"."""

FIELDS = frozenset("kompetens kunskaper kunskap kunnande skicklighet färdigheter knowledge".split())
"""Words before which an adjective names a field: "juridiska kunskaper"."""

POSTPOSED = frozenset(("skills", "knowledge", "experience", "expertise", "proficiency", "know-how"))
"""Words that stand behind the skill which they introduce: "strong SQL skills"."""

NAMED, FIELD, POSTPOSES, FUSED, CRAFT, CAN, TECHNICAL = 1, 2, 4, 8, 16, 32, 64
"""Signs of a piece of text: a tool's name may begin in it; a word for knowledge that an adjective or a name stands
before; a word fused with such a word; a verb of a craft; a verb of being able to; an ending that tells a technique."""


JOINED = 256
"""Sign of a stretch in which a word is joined to another one or to a sign (:data:`TOKEN`)."""

JOIN_BEFORE, JOIN_ANYWHERE = "-'’.&:", "+#"
"""Signs that join right before a word, and those that do wherever they stand."""


class Words(NamedTuple):
    """Words of a stretch of lower-case text, and where each begins."""

    starts: list[int]
    words: list[str]

    def end(self, place: int) -> int:
        """Where a word ends."""
        return self.starts[place] + len(self.words[place])

    def adjoin(self, place: int, size: int) -> bool:
        """Whether so many words follow each other with one sign between them, so that no comma or bracket stands there.

        Examples
        --------
        >>> low = "aws (s3), power bi"
        >>> words_of(low, 0, len(low)).adjoin(0, 2), words_of(low, 0, len(low)).adjoin(2, 2)
        (False, True)
        """
        return all(self.starts[at + 1] - self.end(at) == 1 for at in range(place, place + size - 1))


@dataclass(frozen=True, slots=True)
class StopWords:
    """Words by class, with ``*`` for any beginning or ending.

    Attributes
    ----------
    whole, begin, finish : mapping of str to frozenset of str
        Classes by word, by beginning and by ending.
    inside : tuple of (str, str)
        Parts anywhere in a word, with their class.
    memo : dict
        Words looked up before.

    Examples
    --------
    >>> sorted(StopWords.load().classes("noggrannhet"))
    ['trait']
    """

    whole: Mapping[str, frozenset[str]]
    begin: Mapping[str, frozenset[str]]
    finish: Mapping[str, frozenset[str]]
    inside: tuple[tuple[str, str], ...]
    memo: dict[str, frozenset[str]]

    @staticmethod
    def load() -> StopWords:
        """Load the list of this package; kept after the first call."""
        return _stop_words()

    def classes(self, word: str) -> frozenset[str]:
        """Return the classes of a lower-case word; empty for a word that may be a skill."""
        known = self.memo.get(word)
        if known is None:
            if len(word) > LONGEST_WORD:
                return frozenset()
            if len(self.memo) > _MEMO_LIMIT:
                self.memo.clear()
            found = set(self.whole.get(word, ()))
            for length in range(1, len(word) + 1):
                found.update(self.begin.get(word[:length], ()))
                found.update(self.finish.get(word[-length:], ()))
            found.update(name for part, name in self.inside if part in word)
            known = self.memo[word] = frozenset(found)
        return known


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Rows of a file of the lexicon; see :func:`matcher.taxonomy.lexicon.read_lexicon`."""
    return read_lexicon(name, "matcher.requirements.lexicon")


@cache
def edge_words() -> Mapping[str, list[str]]:
    """Words of ``lexicon/skills_edges.tsv`` by what they do, in the file's order; kept after the first call.

    Examples
    --------
    >>> "excel" in edge_words()["homograph"]
    True
    """
    return {name: words.split("|") for name, words in rows("skills_edges.tsv")}


@cache
def _stop_words() -> StopWords:
    whole: dict[str, set[str]] = {}
    begin: dict[str, set[str]] = {}
    finish: dict[str, set[str]] = {}
    inside: list[tuple[str, str]] = []
    for name, words in rows("skills_stop.tsv"):
        if name in _ENDINGS:
            continue
        for word in words.split("|"):
            bare = word.strip("*")
            if word.startswith("*") and word.endswith("*"):
                inside.append((bare, name))
            else:
                table = finish if word.startswith("*") else begin if word.endswith("*") else whole
                table.setdefault(bare, set()).add(name)
    return StopWords(_frozen(whole), _frozen(begin), _frozen(finish), tuple(inside), {})


def _frozen(table: Mapping[str, set[str]]) -> Mapping[str, frozenset[str]]:
    return {word: frozenset(names) for word, names in table.items()}


def ending_classes(word: str) -> tuple[str, ...]:
    """Return what a word's ending names: ``craft`` a technique or field, ``tech`` one of technology or science.

    Examples
    --------
    >>> ending_classes("växtkännedom"), ending_classes("kardiosimulering"), ending_classes("kännedom")
    (('craft',), ('tech',), ())
    """
    return tuple(name for name, endings in _endings() if word.endswith(endings) and word not in endings)


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (name, tuple(word[1:] for word in words.split("|")))
        for name, words in rows("skills_stop.tsv")
        if name in _ENDINGS
    )


def plain_words(low: str, start: int, end: int) -> Words:
    """Words of lower-case text between two offsets of which none is joined to another or to a sign.

    Examples
    --------
    >>> plain_words("c och excel, word", 2, 17)
    Words(starts=[2, 6, 13], words=['och', 'excel', 'word'])
    """
    starts, words = wordplaces.words_of(low[start:end])
    return _new(Words, ([start + at for at in starts], words))


def words_of(low: str, start: int, end: int) -> Words:
    """Words of lower-case text between two offsets, as :data:`TOKEN` reads them.

    Examples
    --------
    >>> words_of("c++ och node.js", 0, 15)
    Words(starts=[0, 4, 8], words=['c++', 'och', 'node.js'])
    """
    # Every other piece is a gap; cutting all at once is far faster than asking each match for its place.
    pieces = TOKEN.split(low[start:end])
    return _new(Words, (list(accumulate(map(len, pieces), initial=start))[1:-1:2], pieces[1::2]))
