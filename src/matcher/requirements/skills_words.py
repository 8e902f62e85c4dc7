"""Words of the skill family: names of tools and techniques, traits, and words too wide to be a skill.

The files are ``lexicon/skills_terms.tsv`` and ``lexicon/skills_stop.tsv``; their first lines say how to add a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from matcher.taxonomy.phrasebook import lowered

if TYPE_CHECKING:
    from matcher.taxonomy import Concept, Taxonomy

TOKEN = re.compile(r"(\.?\w+(?:[-'’.&:]\w+)*[+#]{0,2}|[+#]+\w*)")
"""A word as names of tools are written: ``c++``, ``.net``, ``cad-program``, ``node.js``."""

_BESIDE_LETTERS = ("programming", "data", "web")
_ENDINGS = ("craft", "tech")
_SEVERAL = re.compile(r"[,|()]|\s(?:och|samt|eller|and|or|&)\s")
_MEMO_LIMIT = 50_000
_LONGEST_WORD = 60  # longer ones are no words
_NUMBERED = re.compile(r"\d{3}")
_FUSED_STANDARD = re.compile(r"(?:iso|iec)(?=\d{3})")
_FUSED = re.compile(r"\b(?:(?:iso|iec)(?=\d{3})|power(?=bi\b))")
_Known = tuple[int, "tuple[str, str] | None", int]
_NOTHING: _Known = (0, None, 0)
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
            if len(word) > _LONGEST_WORD:
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


def rows(name: str) -> Iterator[list[str]]:
    """Rows of a file of the lexicon, cell by cell; lines that begin with ``#`` are skipped."""
    text = resources.files(__package__).joinpath("lexicon", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


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


class Terms:
    """Finds names of tools and techniques, the longest first, in time linear in the text.

    Parameters
    ----------
    entries : iterable of (kind, topic, wordings)
        As the rows of ``lexicon/skills_terms.tsv``; of kind ``label`` are names that count only behind words that
        introduce a skill, and give way to the others.

    Examples
    --------
    >>> low = "erfarenhet av c++, node.js och cad-program"
    >>> [low[t.start:t.end] for t in Terms.load().find(low, tokens(low, 0, len(low)))]
    ['c++', 'node.js', 'cad-program']
    """

    def __init__(self, entries: Iterable[Sequence[str]]) -> None:
        self._whole: dict[str, tuple[str, str]] = {}
        self._begin: dict[str, tuple[str, str]] = {}
        self._firsts: dict[str, int] = {}
        self._vocabulary: set[str] = set()
        self._memo: dict[str, _Known] = {}
        for kind, topic, wordings in entries:
            for wording in wordings.split("|"):
                words = TOKEN.findall(wording.rstrip("*"))
                key = " ".join(words)
                if not key or (kind == "label" and (key in self._whole or len(key) < 3)):
                    continue
                table = self._begin if wording.endswith("*") else self._whole
                if topic == "=":
                    table[key] = (kind, table[key][1] if key in table else "")
                elif key not in table or kind == "weak":
                    table[key] = (kind, topic)
                self._vocabulary.update(words)
                self._firsts[words[0]] = max(self._firsts.get(words[0], 0), len(words))

    @staticmethod
    def load() -> Terms:
        """Load the list of this package with the starter taxonomy's skill labels; kept after the first call."""
        return _terms()

    @staticmethod
    def of(taxonomy: Taxonomy) -> Terms:
        """Join the list of this package and the skill labels of a taxonomy."""
        return Terms(chain(rows("skills_terms.tsv"), _labels(taxonomy.concepts.values())))

    def find(self, low: str, words: list[Token]) -> list[Term]:
        """Names in a stretch of lower-case text whose words are given."""
        found: list[Term] = []
        memo, free = self._memo.get, 0
        for place, token in enumerate(words):
            known = memo(token[2]) or self._known(token[2])
            if known is _NOTHING or place < free:
                continue
            term, size = self._at(words, place, known)
            if term:
                found.append(term)
            free = place + size
        if any(term.end - term.start == 1 for term in found) and not any(
            term.topic in _BESIDE_LETTERS and term.kind == "tool" for term in found
        ):
            # "R" and "C" are languages among languages only: alone they are a driving licence or an initial.
            return [term for term in found if term.end - term.start > 1]
        return found

    def knows(self, word: str) -> bool:
        """Whether a word is part of any name in the list."""
        return word in self._vocabulary

    def _at(self, words: list[Token], place: int, known: _Known) -> tuple[Term | None, int]:
        start, _, word = words[place]
        reach, entry, length = known
        for size in range(min(reach, len(words) - place), 1, -1):
            key = " ".join([token.word for token in words[place : place + size]])
            if longer := self._whole.get(key):
                return Term(start, words[place + size - 1].end, *longer), size
        if word in _STANDARD and place + 1 < len(words) and _NUMBERED.match(words[place + 1].word):
            return Term(start, words[place + 1].end, "tool", "cad"), 2
        return (Term(start, start + length, *entry) if entry else None), 1

    def _known(self, word: str) -> _Known:
        """Longest term that begins with a word, and the term that the word alone is, with its length."""
        if len(word) > _LONGEST_WORD:
            return _NOTHING
        entry = self._whole.get(word)
        if entry is None:
            entry = next((e for n in range(len(word) - 1, 2, -1) if (e := self._begin.get(word[:n]))), None)
        length = len(word)
        if entry is None and _FUSED_STANDARD.match(word):
            entry = ("tool", "cad")
        if entry is None and "-" in word:
            head = word.partition("-")[0]
            if (part := self._whole.get(head)) and part[0] == "tool":
                entry, length = part, len(head)
        if len(self._memo) > _MEMO_LIMIT:
            self._memo.clear()
        reach = max(self._firsts.get(word, 0), 2 if word in _STANDARD else 0)
        known = self._memo[word] = (reach, entry, length) if reach > 1 or entry else _NOTHING
        return known


@cache
def _terms() -> Terms:
    from matcher.taxonomy.embedded import starter_skills

    return Terms(chain(rows("skills_terms.tsv"), _labels(starter_skills())))


def _labels(concepts: Iterable[Concept]) -> Iterator[tuple[str, str, str]]:
    """Skill labels as rows; they count behind words that introduce a skill, as they hold everyday words too."""
    for concept in concepts:
        if concept.type == "skill":
            for lang in ("sv", "en"):
                for label in (concept.labels.get(lang, ""), *concept.alternatives.get(lang, ())):
                    low = lowered(label)
                    if not _SEVERAL.search(low):
                        yield "label", "label", low


def spelled(label: str) -> str:
    """Spell apart what is written as one word or as two: ``iso9001`` and ``iso 9001`` are one name.

    Examples
    --------
    >>> spelled("iso9001"), spelled("isolering")
    ('iso 9001', 'isolering')
    """
    return _FUSED.sub(lambda found: found.group() + " ", label)


def tokens(low: str, start: int, end: int) -> list[Token]:
    """Words of lower-case text between two offsets, as :data:`TOKEN` reads them."""
    # Every other piece is a gap; cutting all at once is far faster than asking each match for its place.
    pieces = TOKEN.split(low[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    new = tuple.__new__
    return [new(Token, token) for token in zip(places[1::2], places[2::2], pieces[1::2], strict=False)]
