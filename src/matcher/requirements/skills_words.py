"""Words of the skill family: names of tools and techniques, traits, and words too wide to be a skill.

The files are ``lexicon/skills_terms.tsv``, ``skills_phrases.tsv`` and ``skills_stop.tsv``; their first line says how to
add a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

TOKEN = re.compile(r"\.?\w+(?:[-'’_]?[\w]+|[.&:](?=\w)\w+)*[+#]{0,2}|[+#]+\w*")
"""A word as names of tools are written: ``c++``, ``.net``, ``cad-program``, ``node.js``."""

_ENDINGS = ("craft", "tech")
_STANDARD = frozenset(("iso", "iec", "en", "ss", "din", "astm", "afs", "ce"))


class Token(NamedTuple):
    """A word of lower-case text with its place."""

    start: int
    end: int
    word: str


class Term(NamedTuple):
    """A name of the lexicon found in a text."""

    start: int
    end: int
    kind: str
    topic: str


@dataclass(frozen=True, slots=True)
class StopWords:
    """Words by class, with ``*`` for any beginning or ending.

    Examples
    --------
    >>> sorted(StopWords.load().classes("noggrannhet"))
    ['trait']
    """

    whole: Mapping[str, frozenset[str]]
    begin: tuple[tuple[str, str], ...]
    finish: tuple[tuple[str, str], ...]
    inside: tuple[tuple[str, str], ...]
    memo: dict[str, frozenset[str]]

    @staticmethod
    def load() -> StopWords:
        """The list of this package; kept after the first call."""
        return _stop_words()

    def classes(self, word: str) -> frozenset[str]:
        """Classes of a lower-case word; empty for a word that may be a skill."""
        known = self.memo.get(word)
        if known is None:
            if len(self.memo) > 50_000:
                self.memo.clear()
            found = set(self.whole.get(word, ()))
            found.update(name for part, name in self.begin if word.startswith(part))
            found.update(name for part, name in self.finish if word.endswith(part))
            found.update(name for part, name in self.inside if part in word)
            known = self.memo[word] = frozenset(found)
        return known


def rows(name: str) -> Iterator[list[str]]:
    text = resources.files(__package__).joinpath("lexicon", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def _stop_words() -> StopWords:
    whole: dict[str, set[str]] = {}
    begin, finish, inside = [], [], []
    for name, words in rows("skills_stop.tsv"):
        if name in _ENDINGS:
            continue
        for word in words.split("|"):
            if word.startswith("*") and word.endswith("*"):
                inside.append((word.strip("*"), name))
            elif word.startswith("*"):
                finish.append((word[1:], name))
            elif word.endswith("*"):
                begin.append((word[:-1], name))
            else:
                whole.setdefault(word, set()).add(name)
    return StopWords({word: frozenset(names) for word, names in whole.items()}, tuple(begin), tuple(finish), tuple(inside), {})


def ending_classes(word: str) -> tuple[str, ...]:
    """What a word's ending names: ``craft`` a technique or field of knowledge, ``tech`` one of technology or science.

    Examples
    --------
    >>> ending_classes("växtkännedom"), ending_classes("kardiosimulering"), ending_classes("kännedom")
    (('craft',), ('tech',), ())
    """
    return tuple(
        name for name, endings in _endings() if any(word.endswith(part) and len(word) > len(part) for part in endings)
    )


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (name, tuple(word[1:] for word in words.split("|")))
        for name, words in rows("skills_stop.tsv")
        if name in _ENDINGS
    )


class Terms:
    """Finds names of tools and techniques, the longest first, in time linear in the text.

    Examples
    --------
    >>> low = "erfarenhet av c++, node.js och cad-program"
    >>> [low[t.start:t.end] for t in Terms.load().find(low, tokens(low, 0, len(low)))]
    ['c++', 'node.js', 'cad-program']
    """

    def __init__(self, rows: Iterator[list[str]]) -> None:
        self._whole: dict[str, tuple[str, str]] = {}
        self._begin: dict[str, tuple[str, str]] = {}
        self._firsts: dict[str, int] = {}
        for kind, topic, wordings in rows:
            for wording in wordings.split("|"):
                words = [token.word for token in tokens(wording.rstrip("*"), 0, len(wording))]
                key = " ".join(words)
                table = self._begin if wording.endswith("*") else self._whole
                if topic == "=":
                    table[key] = (kind, table[key][1] if key in table else "")
                elif key not in table or kind == "weak":
                    table[key] = (kind, topic)
                self._firsts[words[0]] = max(self._firsts.get(words[0], 0), len(words))

    @staticmethod
    def load() -> Terms:
        """The list of this package; kept after the first call."""
        return _terms()

    def find(self, low: str, words: list[Token]) -> list[Term]:
        """Names in a stretch of lower-case text whose words are given."""
        found: list[Term] = []
        place = 0
        while place < len(words):
            term, size = self._at(words, place)
            if term:
                found.append(term)
            place += size
        return found

    def _at(self, words: list[Token], place: int) -> tuple[Term | None, int]:
        start, end, word = words[place]
        reach = self._firsts.get(word, 0)
        for size in range(min(reach, len(words) - place), 1, -1):
            key = " ".join(token.word for token in words[place : place + size])
            entry = self._whole.get(key)
            if entry:
                return Term(start, words[place + size - 1].end, *entry), size
        if word in _STANDARD and place + 1 < len(words) and words[place + 1].word[:3].isdigit():
            return Term(start, words[place + 1].end, "tool", "cad"), 2
        entry = self._whole.get(word) or self._beginning(word)
        if entry:
            return Term(start, end, *entry), 1
        head, hyphen, _ = word.partition("-")
        if hyphen and (entry := self._whole.get(head)) and entry[0] != "weak":
            return Term(start, start + len(head), *entry), 1
        return None, 1

    def _beginning(self, word: str) -> tuple[str, str] | None:
        for length in range(len(word) - 1, 2, -1):
            entry = self._begin.get(word[:length])
            if entry:
                return entry
        return None


@cache
def _terms() -> Terms:
    return Terms(rows("skills_terms.tsv"))


def tokens(low: str, start: int, end: int) -> list[Token]:
    """Words of lower-case text between two offsets, as :data:`TOKEN` reads them."""
    return [Token(m.start(), m.end(), m.group()) for m in TOKEN.finditer(low, start, end)]
