"""Swedish word forms, cheaply: one stem for the inflected and gendered forms of a word, and the parts of a compound."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[\w+#]+")
"""A word of a folded text: letters, digits, and the signs of ``C++`` and ``C#``."""

# Longest first. "-erska" and "-are" fall together so that a title meets its gendered twin.
_ENDINGS = (
    "erskornas", "erskorna", "arinnorna", "erskors", "erskans", "arinnor", "erskor", "erskan", "erskas", "arinnan",
    "erska", "arinna", "arnas", "ernas", "ornas", "arens", "arnes", "arna", "erna", "orna", "aren", "ares", "ornes",
    "are", "ars", "ers", "ors", "ens", "ets", "ans", "ar", "er", "or", "en", "et", "an", "as", "es", "ns",
    "a", "e", "s", "n",
)  # fmt: skip
_BY_LAST: dict[str, tuple[str, ...]] = {
    last: tuple(e for e in _ENDINGS if e[-1] == last) for last in sorted({e[-1] for e in _ENDINGS})
}
_ARTICLE = "ال"
_LINKED = re.compile(r"((?:ing|tion|sion|het|skap|ment|nad|tet|ande|ende|arbete|biträde|eri|drift|ör|vård|omsorg))s$")
_NO_TITLES = frozenset(("sommar", "hammar", "seminar", "altar"))
_SHORTEST_STEM = 3
_SHORTEST_INFLECTED = 5
_SHORTEST_COMPOUND = 7
_SHORTEST_PART, _SHORTEST_ROOT = 3, 4
_LINKS = "seou"
_LONGEST_WORD = 60
_PLAIN = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in "åäöáàâãéèêëíìîïóòôõúùûüýçñšž"}
_PLAIN |= {ord("ø"): "o", ord("æ"): "a"}
# Arabic and Persian letters that writers and keyboards interchange, and the vowel signs that most leave out.
_PLAIN |= {ord(a): b for a, b in zip("أإآٱىیکةۀ", "ااااييكهه", strict=True)}
_PLAIN |= dict.fromkeys(range(0x064B, 0x0653), "")


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """Cut the ending of a lower-case word, or the article that Arabic writes before one.

    Examples
    --------
    >>> stem("الممرضة")
    'ممرضة'

    >>> stem("sjuksköterskor") == stem("sjuksköterska"), stem("städerska") == stem("städare")
    (True, True)
    >>> stem("kock") == stem("kockar")
    True
    """
    if len(word) < _SHORTEST_INFLECTED:
        return word
    if word.startswith(_ARTICLE):
        return word[len(_ARTICLE) :]
    for ending in _BY_LAST.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def plain(text: str) -> str:
    """Letters without their marks, as people write them on another keyboard.

    Examples
    --------
    >>> plain("köksbiträde")
    'koksbitrade'
    """
    return text if text.isascii() else text.translate(_PLAIN)


def unlinked(part: str) -> str:
    """Return the first part of a compound as a word of its own.

    Only endings that are sure to link are taken away: words in "-ning" do not end in "s", "ljus" and "sjukhus" do.

    Examples
    --------
    >>> [unlinked(part) for part in ("förlossnings", "undersköterske", "snickar", "sjukhus", "sommar", "kassa")]
    ['förlossning', 'undersköterska', 'snickare', 'sjukhus', 'sommar', 'kassa']
    """
    if part.endswith("erske"):
        return part[:-1] + "a"
    if part.endswith("ar") and len(part) > _SHORTEST_INFLECTED and part not in _NO_TITLES:
        return part + "e"
    return _LINKED.sub(r"\1", part)


class Splitter:
    """Splits compounds into parts that a vocabulary knows.

    Parameters
    ----------
    words : iterable of str
        Lower-case words of the labels.

    Examples
    --------
    >>> s = Splitter(["kök", "biträde", "vård", "undersköterska", "utbildning"])
    >>> s.parts("köksbiträde"), s.parts("undersköterskeutbildning"), s.parts("xyzzyare")
    (('köks', 'biträde'), ('undersköterske', 'utbildning'), ('xyzzyare',))
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(word for word in words if len(word) >= _SHORTEST_PART)
        self._stems = frozenset(map(stem, self._words))
        beginnings = Counter(
            word[:end] for word in self._words for end in range(_SHORTEST_ROOT, min(len(word), _LONGEST_WORD))
        )
        # What may stand before a head: the beginning of several words, or better a word, with a linking letter or not.
        self._modifiers = {text: 10.0 for text, count in beginnings.items() if count >= 3}
        for text in self._words | self._stems:
            if len(text) >= _SHORTEST_PART:
                # "kök" + "s", "undersköterska" → "undersköterske".
                bare = text[:-1] if text[-1] in "ae" else text
                self._modifiers.update(dict.fromkeys((text, *(bare + link for link in _LINKS), text + "s"), 20.0))
        self._known: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """Parts from left to right, the head last; the word itself if it is no compound."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > 200_000:
                self._known.clear()
            known = self._known[word] = self._split(word)
        return known

    def _split(self, word: str) -> tuple[str, ...]:
        if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_WORD or not word.isalpha():
            return (word,)
        best, cut, length = 0.0, 0, len(word)
        modifiers, words, stems = self._modifiers, self._words, self._stems
        for at in [at for at in range(_SHORTEST_PART, length - _SHORTEST_PART + 1) if word[:at] in modifiers]:
            text = word[at:]
            if text in words:
                head = 5.0
            elif len(root := stem(text)) >= _SHORTEST_ROOT and root in stems:
                head = 0.1
            else:
                continue
            value = modifiers[word[:at]] + head + 0.3 * min(length - at, 12) - 0.1 * abs(length - 2 * at)
            if value > best:
                best, cut = value, at
        if cut:
            return (*self.parts(word[:cut]), *self.parts(word[cut:]))
        for at in range(_SHORTEST_COMPOUND - 1, length - _SHORTEST_PART):
            # A head that is known behind a compound that is not.
            if word[at:] in words and len(parts := self.parts(word[:at])) > 1:
                return (*parts, word[at:])
        return (word,)
