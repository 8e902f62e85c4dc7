"""Concepts that a text names: word-bounded, longest first, inflected words and heads of compounds included."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from matcher.taxonomy.concepts import Concept, Mention
from matcher.taxonomy.scanning.phrasebook import lowered
from matcher.taxonomy.wordforms import WORD
from matcher.taxonomy.wording import fold, readable

if TYPE_CHECKING:
    from matcher.taxonomy.taxonomy import Taxonomy

# The group makes split() give the words and what stands between them in turn.
_TOKEN = re.compile(r"([^\W_][\w+#]*+(?:[-.&/'][\w+#]++)*+)")

# Endings that a Swedish label may carry in a text, and for a label on "-a" or "-e" what may stand in their place.
_ADDED = frozenset({
    "s", "n", "t", "a", "r", "en", "et", "ns", "ts", "ar", "er", "or", "na", "ens", "ets", "ars", "ers", "rna", "nas",
    "arna", "erna", "orna", "rnas", "arnas", "ernas", "ornas", "ing", "ingen",
})  # fmt: skip
_REPLACED = frozenset({"an", "en", "ar", "or", "er", "ans", "ens", "arna", "orna", "erna", "ornas", "arnas"})
_LONGEST_ENDING, _BEGINNING = 5, 3
# A single letter more than a short word is another word as often as an inflection ("Visio", "vision").
_SHORTEST_INFLECTED, _SHORTEST_WITH_LETTER, _SHORTEST_HEAD, _SHORTEST_MODIFIER, _SHORT = 4, 6, 6, 3, 3
# Qualifiers behind a comma that say nothing about what is meant; before others stands a proper name, which is matched
# with its capital only ("Word, ordbehandling").
_EMPTY_QUALIFIERS = frozenset({"erfarenhet", "vana", "kunskap", "kunskaper", "kompetens", "övrigt", "allmänt"})
_REMEMBERED = 200_000


class _Label(NamedTuple):
    """Words beside the one by which a label is found, how many stand on each side, and their steps from it."""

    around: tuple[tuple[int, str], ...]
    before: int
    after: int
    id: str
    capital: bool

    @classmethod
    def of(cls, words: tuple[str, ...], at: int, concept_id: str, capital: bool) -> _Label:
        if len(words) == 1:
            return cls((), 0, 0, concept_id, capital)
        steps = [*range(1, len(words) - at), *range(-1, -at - 1, -1)]
        return cls(tuple((step, words[at + step]) for step in steps), at, len(words) - at - 1, concept_id, capital)


class _Places:
    """Where the parts of a text begin, for the few that are asked for, mostly in their order."""

    def __init__(self, parts: list[str]) -> None:
        self._parts = parts
        self._n = self._length = 0

    def before(self, n: int) -> int:
        """Length of the first n parts."""
        if n >= self._n:
            self._length += sum(map(len, self._parts[self._n : n]))
            self._n = n
            return self._length
        return self._length - sum(map(len, self._parts[n : self._n]))


class Tagger:
    """Finds the labels of one type of concept.

    Parameters
    ----------
    taxonomy : Taxonomy
    type : str
    """

    def __init__(self, taxonomy: Taxonomy, type: str) -> None:
        best: dict[tuple[str, ...], tuple[int, str, bool]] = {}
        for concept in taxonomy.concepts.each([type]):
            for text, capital, rank in _wordings(concept, type == "skill"):
                words = tuple(_TOKEN.findall(fold(text)))
                if words and rank < best.get(words, (9, "", False))[0]:
                    best[words] = (rank, concept.id, capital)
        # A label is looked for where its rarest word stands, so that common words lead nowhere.
        frequency = Counter(word for words in best for word in words)
        self._by_word: dict[str, list[_Label]] = {}
        for words, (_, concept_id, capital) in best.items():
            # Of equally rare words the longest, then the first.
            at = min([(len(word) <= _SHORT, frequency[word], -len(word), i) for i, word in enumerate(words)])[-1]
            self._by_word.setdefault(words[at], []).append(_Label.of(words, at, concept_id, capital))
        self._vocabulary = frozenset(word for words in best for word in words)
        # Most words of a text begin and end as no label does, so nothing further is tried with them.
        self._beginnings = frozenset(word[:_BEGINNING] for word in self._vocabulary)
        self._ends = frozenset(word[-_SHORTEST_HEAD:] for word in self._vocabulary if len(word) >= _SHORTEST_HEAD)
        self._bases_of: dict[str, tuple[str, ...]] = {}
        self._labels_of: dict[str, tuple[_Label, ...]] = {}

    def tag(self, text: str) -> list[Mention]:
        """Mentions in order of their place; they never overlap.

        Parameters
        ----------
        text : str
            Any text; time grows with its length.
        """
        read = readable(text)
        parts = _TOKEN.split(lowered(read.text))
        words = parts[1::2]
        remembered = self._labels_of
        if len(remembered) > _REMEMBERED:
            # Who is at work elsewhere keeps the old ones.
            remembered = self._labels_of = {}
            self._bases_of = {}
        for word in set(words).difference(remembered):
            remembered[word] = self._labels(word)
        labels = [remembered[word] for word in words]
        places = _Places(parts)
        found = []
        for at, known in compress(enumerate(labels), labels):
            for label in known:
                if not label.around or self._stands(label.around, parts, 2 * at + 1):
                    start = places.before(2 * (at - label.before) + 1)
                    end = places.before(2 * (at + label.after + 1))
                    if not label.capital or not read.text[start].islower():
                        found.append((start, -end, label.id))
        mentions, taken = [], 0
        for start, negative_end, concept_id in sorted(found):
            if start >= taken:
                taken = -negative_end
                mentions.append(Mention(*read.span(start, taken), concept_id))
        return mentions

    def _stands(self, around: tuple[tuple[int, str], ...], parts: list[str], place: int) -> bool:
        """Whether a label's other words stand around, with nothing but a space, comma or slash between."""
        for step, word in around:
            near = place + 2 * step
            if not 0 < near < len(parts):
                return False
            token = parts[near]
            if word != token and word not in self._bases(token):
                return False
            if parts[near - 1 if step > 0 else near + 1].strip(" ,/"):
                return False
        return True

    def _labels(self, word: str) -> tuple[_Label, ...]:
        """Labels that a word of a text may belong to."""
        bases = self._bases(word)
        return tuple([label for base in bases for label in self._by_word.get(base, ())]) if bases else ()

    def _bases(self, word: str) -> tuple[str, ...]:
        """Words of the labels that a word of a text is, the likeliest first: itself, inflected, as head, in part."""
        known = self._bases_of.get(word)
        if known is None:
            known = (word,) if word in self._vocabulary else ()
            if not known and word[:_BEGINNING] in self._beginnings:
                known = tuple(dict.fromkeys(self._inflected(word)))
            if not known and (word[-_SHORTEST_HEAD:] in self._ends or not word.isalnum()):
                known = tuple(dict.fromkeys(self._inside(word)))
            self._bases_of[word] = known
        return known

    def _inflected(self, word: str) -> Iterator[str]:
        vocabulary = self._vocabulary
        for length in range(1, min(_LONGEST_ENDING, len(word) - _SHORTEST_INFLECTED + 1) + 1):
            ending, base = word[-length:], word[:-length]
            if ending in _ADDED and base in vocabulary:
                shortest = _SHORTEST_INFLECTED if length > 1 or ending == "s" else _SHORTEST_WITH_LETTER
                if len(base) >= shortest:
                    yield base
            if ending in _REPLACED:
                for last in "ae":
                    if (inflected := base + last) in vocabulary:
                        yield inflected

    def _inside(self, word: str) -> Iterator[str]:
        pieces = WORD.findall(word) if not word.isalnum() else ()
        if len(pieces) > 1:
            for piece in (piece for piece in pieces if len(piece) > 2):
                if piece in self._vocabulary:
                    yield piece
            return
        for at in range(_SHORTEST_MODIFIER, min(len(word), 40) - _SHORTEST_HEAD + 1):
            if word[at:] in self._vocabulary:
                yield word[at:]
                return


def _wordings(concept: Concept, qualified: bool) -> Iterator[tuple[str, bool, int]]:
    """Wordings of a concept, whether they need their capital, and how far they stand from its preferred label."""
    named = [(text, 0) for text in concept.labels.values()]
    named += [(text, 2) for texts in concept.alternatives.values() for text in texts]
    for text, rank in named:
        if len(text) > _SHORT or text.isupper():
            yield text, len(text) <= _SHORT, rank
        head, _, qualifier = text.partition(", ")
        if qualified and qualifier.isalpha() and (len(head) > _SHORT or head.isupper()):
            yield head, qualifier.casefold() not in _EMPTY_QUALIFIERS or len(head) <= _SHORT, rank + 1
        for half in text.split("/") if "/" in text and "," not in text and "-" not in text else ():
            if len(half.strip()) > _SHORT:
                yield half.strip(), False, rank + 1
