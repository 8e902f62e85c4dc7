"""Names of tools and techniques, and where they stand in a text.

The file is ``lexicon/skills_terms.tsv``; its first lines say how to add a row. A taxonomy lends its skills' labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from matcher.requirements.skills.words import (
    FUSING,
    LONGEST_WORD,
    TOKEN,
    StopWords,
    Words,
    edge_words,
    ending_classes,
    rows,
    words_of,
)
from matcher.taxonomy.facts.languages import language_names
from matcher.taxonomy.scanning.phrasebook import lowered

if TYPE_CHECKING:
    from matcher.taxonomy import Concept, Taxonomy

_BESIDE_LETTERS = ("programming", "data", "web")
_SEVERAL = re.compile(r"[,|()]|\s(?:och|samt|eller|and|or|&)\s")
_JOINTS = frozenset(("och", "samt", "eller", "and", "or"))
_EVERYWHERE = _JOINTS | {"om"}
_EVERYDAY = 2  # letters of a language's name that may be a plain word
_MEMO_LIMIT = 50_000
_SIGNED = "teckenspråk"  # a skill in ads; the family of languages leaves it
_SHORTEST_BEGINNING = 3  # letters
_NUMBERED = re.compile(r"\d{3}")
_NUMBER = re.compile(r"\d{3,}(?:[-:]\d+)*")  # of a standard: what stands before it is an everyday word too ("en")
_FUSED_STANDARD = re.compile(r"(?:iso|iec)(?=\d{3})")
_FUSED = re.compile(r"\b(?:(?:iso|iec)(?=\d{3})|power(?=bi\b))")
_Known = tuple[tuple[int, ...], "tuple[str, str] | None", int]
_NOTHING: _Known = ((), None, 0)
_STANDARD = frozenset(("iso", "iec", "en", "ss", "din", "astm", "afs", "ce"))


class Term(NamedTuple):
    """A name of the lexicon found in a text."""

    start: int
    end: int
    kind: str
    topic: str


class Facts(NamedTuple):
    """What is known of an item of an enumeration by its words alone.

    Attributes
    ----------
    size, wide : int
        Its words, and how many at its end are too wide to check.
    terms : tuple of Term
        Names in it, with places in the item.
    card, other_kind : bool
        Whether it names a course or card, or belongs to another kind of requirement.
    refused, numbered, vague : bool
        Whether it is a clause or a trait, begins with a number, or is too wide behind words that are not sure.
    signs, doubts : tuple of str
        Signs of its ending, and what speaks against it.
    """

    size: int
    wide: int
    terms: tuple[Term, ...]
    card: bool
    other_kind: bool
    refused: bool
    numbered: bool
    vague: bool
    signs: tuple[str, ...]
    doubts: tuple[str, ...]


@cache
def _spoken() -> frozenset[str]:
    return frozenset(name for name in language_names() if _SIGNED not in name)


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
    >>> [low[t.start:t.end] for t in Terms.load().find(words_of(low, 0, len(low)))]
    ['c++', 'node.js', 'cad-program']
    """

    def __init__(self, entries: Iterable[Sequence[str]]) -> None:
        self._whole: dict[str, tuple[str, str]] = {}
        self._begin: dict[str, tuple[str, str]] = {}
        self._beginnings: set[str] = set()
        self._sizes: dict[str, set[int]] = {}
        self._anchors: dict[str, list[str]] = {}
        self._vocabulary: set[str] = set()
        self._memo: dict[str, _Known] = {}
        self._dull: set[str] = set()
        self._facts: dict[str, Facts] = {}
        for kind, topic, wordings in entries:
            for wording in wordings.split("|"):
                bare = wording.rstrip("*")
                words = [bare] if bare.isalpha() else TOKEN.findall(bare)
                key = " ".join(words)
                if not key or (kind == "label" and (key in self._whole or len(key) < 3 or self._begun(key))):
                    continue
                if kind == "label" and len(words) > 1 and (tool := self._whole.get(words[0], ("", "")))[0] == "tool":
                    self._whole[key] = tool  # "java programming" is java
                    self._sizes.setdefault(words[0], set()).add(len(words))
                    continue
                table = self._begin if wording.endswith("*") else self._whole
                if table is self._begin:
                    self._beginnings.add(key[:_SHORTEST_BEGINNING])
                if topic == "=":
                    table[key] = (kind, table[key][1] if key in table else "")
                elif key not in table or kind == "weak":
                    table[key] = (kind, topic)
                self._vocabulary.update(words)
                self._sizes.setdefault(words[0], set()).add(len(words))
                if kind == "tool" and len(words) > 1:
                    # "Dax och m", "sy om": every other sentence holds a joint.
                    anchor = max(reversed(words), key=lambda word: (word not in _EVERYWHERE, len(word)))
                    anchors = self._anchors.setdefault(anchor, [])
                    anchors.extend(dict.fromkeys((key, wording.rstrip("*"))))

    @staticmethod
    def load() -> Terms:
        """Load the list of this package with the starter taxonomy's skill labels; kept after the first call."""
        return _terms()

    @staticmethod
    def of(taxonomy: Taxonomy) -> Terms:
        """Join the list of this package and the skill labels of a taxonomy."""
        return Terms(chain(rows("skills_terms.tsv"), _labels(taxonomy.concepts.each(["skill"]))))

    def find(self, words: Words) -> list[Term]:
        """Names in a stretch of lower-case text whose words are given."""
        found: list[Term] = []
        dull, free = self._dull, 0
        for place in [at for at, word in enumerate(words.words) if word not in dull]:
            known = self._known(words.words[place])
            if known is _NOTHING or place < free:
                continue
            term, size = self._at(words, place, known)
            if term and not (place and _is_everyday(words.words[place - 1], words.words[place])):
                found.append(term)
            free = place + size
        if any(term.end - term.start == 1 for term in found) and not any(map(_is_beside_letters, found)):
            # "R" and "C" are languages among languages only: alone they are a driving licence or an initial.
            return [term for term in found if term.end - term.start > 1]
        return found

    def facts(self, label: str) -> Facts:
        """Look up what is known of an item by its words; remembered."""
        known = self._facts.get(label)
        if known is None:
            if len(self._facts) > _MEMO_LIMIT:
                self._facts.clear()
            known = self._facts[label] = self._facts_of(label)
        return known

    def _facts_of(self, label: str) -> Facts:
        words = words_of(label, 0, len(label))
        # "Plan- och bygglagen" is one word in two halves, no clause.
        whole = words.words if "- " not in label else [word for word in words.words if word not in _JOINTS]
        classes = list(map(StopWords.load().classes, whole))
        every = frozenset[str]().union(*classes)
        last = classes[-1] if classes else frozenset[str]()
        wide = 0
        while wide < len(classes) - 1 and "generic" in classes[-1 - wide]:
            wide += 1
        word = label.rsplit(" ", 1)[-1]
        akin = ("akin",) if word in self._vocabulary else ()
        fused = ("fused",) if word.endswith(FUSING) and word not in FUSING else ()
        doubt = ("trait",) if "trait" in every else ("generic",) if all(classes) else ()
        return Facts(
            size=len(classes),
            wide=wide,
            terms=tuple(self.find(words)),
            card="card" in every,
            other_kind="gate" in every or not _spoken().isdisjoint(words.words),
            refused=bool(classes)
            and (all("amount" in c for c in classes) or "pronoun" in classes[0] or "verb" in every or "trait" in last),
            numbered=bool(classes) and words.words[0][0].isdigit(),
            vague="trait" in every or all(classes),
            signs=(*ending_classes(word), *akin, *fused),
            doubts=(("wide",) if last else ()) + doubt,
        )

    def is_tool(self, word: str) -> bool:
        """Whether a word alone is a tool, if only among others, or the number of a standard."""
        entry = self._known(word)[1]
        return (entry is not None and entry[0] != "label") or bool(_NUMBER.fullmatch(word))

    def tools_with(self, word: str) -> Sequence[str]:
        """Tools of several words of which a word is the longest."""
        return self._anchors.get(word, ())

    def _at(self, words: Words, place: int, known: _Known) -> tuple[Term | None, int]:
        start, word, count = words.starts[place], words.words[place], len(words.words)
        sizes, entry, length = known
        for size in sizes:
            longer = self._whole.get(" ".join(words.words[place : place + size])) if size <= count - place else None
            if longer and words.adjoin(place, size):
                return Term(start, words.end(place + size - 1), *longer), size
        if word in _STANDARD and place + 1 < count and _NUMBERED.match(words.words[place + 1]):
            return Term(start, words.end(place + 1), "tool", "cad"), 2
        return (Term(start, start + length, *entry) if entry else None), 1

    def _begun(self, word: str) -> tuple[str, str] | None:
        """Find the name with which a word begins that may have any ending."""
        if word[:_SHORTEST_BEGINNING] not in self._beginnings:
            return None
        lengths = range(len(word) - 1, _SHORTEST_BEGINNING - 1, -1)
        return next((e for n in lengths if (e := self._begin.get(word[:n]))), None)

    def _known(self, word: str) -> _Known:
        """Sizes of the terms that begin with a word, and the term that the word alone is, with its length."""
        if known := self._memo.get(word):
            return known
        if len(word) > LONGEST_WORD:
            return _NOTHING
        entry = self._whole.get(word) or self._begun(word)
        length = len(word)
        if entry is None and _FUSED_STANDARD.match(word):
            entry = ("tool", "cad")
        if entry is None and "-" in word:
            head = word.partition("-")[0]
            if (part := self._whole.get(head)) and part[0] == "tool":
                entry, length = part, len(head)
        if len(self._memo) > _MEMO_LIMIT:
            self._memo.clear()
            self._dull.clear()
        sizes = tuple(sorted((n for n in self._sizes.get(word, ()) if n > 1), reverse=True))
        known = self._memo[word] = (sizes, entry, length) if sizes or entry or word in _STANDARD else _NOTHING
        if known is _NOTHING:
            self._dull.add(word)
        return known


@cache
def _terms() -> Terms:
    from matcher.taxonomy.sources.embedded import starter_skills

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


def _is_everyday(before: str, word: str) -> bool:
    """Whether a name is a plain word of English behind the word before it ("lead teams")."""
    edges = edge_words()
    return word in edges["homograph"] and before in edges["everyday"]


def _is_beside_letters(term: Term) -> bool:
    """Whether a name makes a single letter beside it a language's ("R och SAS", "Go, C och Rust")."""
    return term.topic in _BESIDE_LETTERS and (term.kind == "tool" or term.end - term.start > _EVERYDAY)


def spelled(label: str) -> str:
    """Spell apart what is written as one word or as two: ``iso9001`` and ``iso 9001`` are one name.

    Examples
    --------
    >>> spelled("iso9001"), spelled("isolering")
    ('iso 9001', 'isolering')
    """
    # Most labels have none of them.
    fused = "iso" in label or "iec" in label or "powerbi" in label
    return _FUSED.sub(r"\g<0> ", label) if fused else label
