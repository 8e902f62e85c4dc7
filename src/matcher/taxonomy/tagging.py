"""Concepts that a text names: word-bounded, longest first, inflected words and heads of compounds included."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from matcher.taxonomy.concepts import Concept, Mention
from matcher.taxonomy.phrasebook import lowered
from matcher.taxonomy.wordforms import WORD
from matcher.taxonomy.wording import fold, readable

if TYPE_CHECKING:
    from matcher.taxonomy.taxonomy import Taxonomy

# The group makes split() give the words and what stands between them in turn.
_TOKEN = re.compile(r"([^\W_][\w+#]*+(?:[-.&/'][\w+#]++)*+)")

# Endings that a Swedish label may carry in a text, and for a label on "-a" or "-e" what may stand in their place.
_ADDED = (
    "s", "n", "t", "a", "r", "en", "et", "ns", "ts", "ar", "er", "or", "na", "ens", "ets", "ars", "ers", "rna", "nas",
    "arna", "erna", "orna", "rnas", "arnas", "ernas", "ornas", "ing", "ingen",
)  # fmt: skip
_REPLACED = ("an", "en", "ar", "or", "er", "ans", "ens", "arna", "orna", "erna", "ornas", "arnas")
# A single letter more than a short word is another word as often as an inflection ("Visio", "vision").
_SHORTEST_INFLECTED, _SHORTEST_WITH_LETTER, _SHORTEST_HEAD, _SHORTEST_MODIFIER, _SHORT = 4, 6, 6, 3, 3
# Qualifiers behind a comma that say nothing about what is meant; before others stands a proper name, which is matched
# with its capital only ("Word, ordbehandling").
_EMPTY_QUALIFIERS = frozenset({"erfarenhet", "vana", "kunskap", "kunskaper", "kompetens", "övrigt", "allmänt"})
_REMEMBERED = 200_000


class _Label(NamedTuple):
    before: tuple[str, ...]
    after: tuple[str, ...]
    id: str
    capital: bool


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
            at = min(range(len(words)), key=lambda i: (len(words[i]) <= _SHORT, frequency[words[i]], -len(words[i]), i))
            label = _Label(words[:at], words[at + 1 :], concept_id, capital)
            self._by_word.setdefault(words[at], []).append(label)
        self._vocabulary = frozenset(word for words in best for word in words)
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
        if len(self._labels_of) > _REMEMBERED:
            self._labels_of.clear()
            self._bases_of.clear()
        labels = list(map(self._labels_of.get, words))
        if None in labels:
            labels = [self._learn(word) if known is None else known for word, known in zip(words, labels, strict=True)]
        if not any(labels):
            return []
        places = _Places(parts)
        found = []
        for at, known in enumerate(labels):
            if not known:
                continue
            for label in known:
                if self._stands(label, parts, at):
                    start = places.before(2 * (at - len(label.before)) + 1)
                    end = places.before(2 * (at + len(label.after) + 1))
                    if not label.capital or not read.text[start].islower():
                        found.append((start, -end, label.id))
        mentions, taken = [], 0
        for start, negative_end, concept_id in sorted(found):
            if start >= taken:
                taken = -negative_end
                mentions.append(Mention(*read.span(start, taken), concept_id))
        return mentions

    def _stands(self, label: _Label, parts: list[str], at: int) -> bool:
        """Whether the label's other words stand around, with nothing but a space, comma or slash between."""
        for step, words in ((2, label.after), (-2, label.before[::-1])):
            place = 2 * at + 1
            for word in words:
                place += step
                if not 0 < place < len(parts):
                    return False
                token = parts[place]
                if word != token and word not in self._bases(token):
                    return False
                if parts[place - step // 2].strip(" ,/"):
                    return False
        return True

    def _learn(self, word: str) -> tuple[_Label, ...]:
        """Look up the labels that a word of a text may belong to, and remember them."""
        known = tuple(label for base in self._bases(word) for label in self._by_word.get(base, ()))
        self._labels_of[word] = known
        return known

    def _bases(self, word: str) -> tuple[str, ...]:
        """Words of the labels that a word of a text is, the likeliest first: itself, inflected, as head, in part."""
        known = self._bases_of.get(word)
        if known is None:
            if word in self._vocabulary:
                known = (word,)
            else:
                known = tuple(dict.fromkeys(self._inflected(word))) or tuple(dict.fromkeys(self._inside(word)))
            self._bases_of[word] = known
        return known

    def _inflected(self, word: str) -> Iterator[str]:
        for ending in _ADDED:
            base = word[: -len(ending)]
            shortest = _SHORTEST_INFLECTED if len(ending) > 1 or ending == "s" else _SHORTEST_WITH_LETTER
            if word.endswith(ending) and len(base) >= shortest and base in self._vocabulary:
                yield base
        for ending in _REPLACED:
            if word.endswith(ending) and len(word) - len(ending) + 1 >= _SHORTEST_INFLECTED:
                for last in "ae":
                    if (base := word[: -len(ending)] + last) in self._vocabulary:
                        yield base

    def _inside(self, word: str) -> Iterator[str]:
        pieces = WORD.findall(word)
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
