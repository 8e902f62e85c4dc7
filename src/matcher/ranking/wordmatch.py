"""How far the words of a short label are found in another text: exact, inflected, or as part of a compound."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import cache, lru_cache

from matcher.features.terms import default_weights, words
from matcher.taxonomy.lexicon import read_lexicon

# Two words can only be alike if they share this many first or last letters (see word_likeness).
_EDGE, _TAIL = 4, 5
_OF_ANOTHER_TRADE, _OF_ANOTHER_KIND = 0.3, 0.5
"""Likeness of words that share nothing but a head which any trade has, and of two compounds with one first part: a
"fastighetsekonom" is no "fastighetsutvecklare"."""
_A_WORD = 6
"""Letters from which the rest of a word is one of its own and no ending."""


@cache
def _generic_words() -> frozenset[str]:
    return frozenset(word for (line,) in read_lexicon("generic_words.txt", "matcher.ranking") for word in line.split())


@cache
def _families() -> dict[str, int]:
    """Name → the family of different things with names alike that it belongs to."""
    lines = enumerate(read_lexicon("unlike_names.txt", "matcher.ranking"))
    return {name: number for number, (line,) in lines for name in line.split()}


@cache
def _heads() -> tuple[str, ...]:
    return tuple(head for (line,) in read_lexicon("heads.txt", "matcher.ranking") for head in line.split())


@lru_cache(maxsize=65536)
def content_words(text: str) -> tuple[str, ...]:
    """Return the distinct words of a text that carry meaning, in order.

    Examples
    --------
    >>> content_words("erfarenhet av arbete som kock")
    ('kock',)
    """
    return tuple(dict.fromkeys(w for w in words(text) if w not in _generic_words() and len(w) > 1))


def edges_of(word: str) -> tuple[str, str]:
    """Return the beginning and the end of a word; words that are alike share one of them.

    Examples
    --------
    >>> edges_of("hotellstädare")
    ('hote', '$ädare')
    """
    return word[:_EDGE], "$" + word[-_TAIL:]


@lru_cache(maxsize=262144)
def word_likeness(asked: str, held: str) -> float:
    """Likeness of two words in [0, 1]: equal, inflected or derived, head or first part of a compound.

    Examples
    --------
    >>> word_likeness("städare", "hotellstädare") > word_likeness("städare", "stämma")
    True
    >>> word_likeness("java", "javascript")
    0.0
    >>> word_likeness("ingenjör", "brandingenjör"), word_likeness("brandingenjör", "ingenjör")
    (0.8, 0.3)
    """
    if asked == held:
        return 1.0
    family = _families().get(asked)
    if family is not None and family == _families().get(held):
        return 0.0
    short, long = (asked, held) if len(asked) <= len(held) else (held, asked)
    if len(short) >= 4 and long.startswith(short):
        return 0.9 if len(long) - len(short) <= 3 else 0.8
    if len(short) >= 5 and long.endswith(short):
        return 0.8 if held is long else _OF_ANOTHER_TRADE if held in _heads() else 0.8
    common = _shared_prefix(short, long)
    if common >= 5 and common >= 0.62 * len(short):
        return _OF_ANOTHER_KIND if len(short) - common >= _A_WORD else 0.8
    if len(short) >= 8 and short[-7:] == long[-7:]:
        return _OF_ANOTHER_TRADE if short.endswith(_heads()) and long.endswith(_heads()) else 0.6
    return 0.0


def _shared_prefix(a: str, b: str) -> int:
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


class HeldTexts:
    """Texts of one person, indexed by their words, to be asked how far each covers a label.

    Parameters
    ----------
    texts : sequence of str

    Examples
    --------
    >>> held = HeldTexts(["golvvård", "fönsterputs"])
    >>> [round(share, 1) for share in held.coverages("golvvård på kontor")]
    [0.7, 0.0]
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._n = len(texts)
        self._by_edge: dict[str, list[tuple[str, int]]] = {}
        for place, text in enumerate(texts):
            for word in content_words(text):
                for edge in set(edges_of(word)):
                    self._by_edge.setdefault(edge, []).append((word, place))
        self._nothing = [0.0] * self._n
        self._forget()

    def _forget(self) -> None:
        self._asked: dict[str, list[float]] = {}
        self._likest: dict[str, dict[int, float]] = {}

    def apart(self) -> HeldTexts:
        """Return the same texts without what they have been asked, and to keep what they will be."""
        twin = copy(self)
        twin._forget()
        return twin

    def coverages(self, label: str) -> list[float]:
        """Return for each text the share of the label's meaning that it holds, in [0, 1]; rare words weigh more."""
        shares = self._asked.get(label)
        if shares is None:
            shares = self._asked[label] = self._cover(label)
        return shares

    def _cover(self, label: str) -> list[float]:
        weighted = weighted_words(label)
        likest = [self._likest_to(word) for word, _ in weighted]
        if not any(likest):
            return self._nothing
        found, total = [0.0] * self._n, 0.0
        for (_, weight), best in zip(weighted, likest, strict=True):
            total += weight
            for place, likeness in best.items():
                found[place] += weight * likeness
        return [share / total for share in found] if total else found

    def _likest_to(self, word: str) -> dict[int, float]:
        """Return for each text that has a word like this one how like the most alike is."""
        best = self._likest.get(word)
        if best is None:
            best = self._likest[word] = {}
            for edge in edges_of(word):
                for other, place in self._by_edge.get(edge, ()):
                    likeness = word_likeness(word, other)
                    if likeness > best.get(place, 0.0):
                        best[place] = likeness
        return best


@lru_cache(maxsize=65536)
def weighted_words(label: str) -> tuple[tuple[str, float], ...]:
    """Return the distinct words of a label that carry meaning, each with its weight: rare ones weigh more.

    Examples
    --------
    >>> [word for word, weight in weighted_words("erfarenhet av ostkupning") if weight > 1]
    ['ostkupning']
    """
    weights = default_weights()
    return tuple((word, weights[word]) for word in content_words(label))


@lru_cache(maxsize=65536)
def coverage(label: str, text: str) -> float:
    """Share of a label's meaning that is found in one text, in [0, 1].

    Examples
    --------
    >>> coverage("städ", "hotellstäd"), coverage("", "kock")
    (0.0, 0.0)
    """
    return HeldTexts([text]).coverages(label)[0]
