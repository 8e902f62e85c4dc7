"""Labels in Arabic, Cyrillic and Ethiopic letters, found by what people make of them on a Latin keyboard.

There are many ways to write one word (``mohandes``, ``muhandis``), so nothing is transliterated: a phrase is compared
letter by letter with everything that a label's letters may become. Labels that may become it are found by a code of
their consonants.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.wording import fold

Places = tuple[tuple[int, int], ...]
Unit = tuple[tuple[str, ...], bool]

SURE = 0.85
"""What a romanised label is worth beside the label itself."""

UNRESOLVED = 650
"""Points below which a phrase is taken to be none of the labels as they are written."""

_SHORTEST, _LONGEST = 5, 60
_FEWEST_LETTERS, _FEWEST_CONSONANTS = 4, 2
_MOST_CODES = 64
_VOWELS = "aeiou"
_CLASSES = {
    letter: str(n) for n, letters in enumerate(("bpfvw", "cgjkqsxz579", "dt", "l", "mn", "r")) for letter in letters
}
_ETHIOPIC = {0: ("e", "a"), 1: ("u",), 2: ("i", "ee"), 3: ("a",), 4: ("e", "ie"), 5: ("", "i", "e"), 6: ("o",)}
_ARTICLE = "ال"
_ARTICLES = ("al ", "el ", "al", "el", "il", "")


@lru_cache(maxsize=1)
def _letters() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for letter, ways in read_lexicon("romanization.tsv"):
        written = tuple("" if way == "-" else way for way in ways.split())
        if _script(letter) == "ETHIOPIC":
            for form, vowels in _ETHIOPIC.items():
                found[chr(ord(letter) + form)] = tuple(way + vowel for way in written for vowel in vowels)
        else:
            found[letter] = written
    return found


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def units(label: str) -> list[Unit] | None:
    """Ways to write each letter of a folded label, and whether vowels may follow that the script leaves out.

    Returns
    -------
    list of (ways, bool), or None
        None where the label is in Latin letters or in others that are not known.

    Examples
    --------
    >>> units("кок")
    [(('k', 'c'), False), (('o',), False), (('k', 'c'), False)]
    >>> units("kock") is None
    True
    """
    letters = _letters()
    found: list[Unit] = []
    place = 0
    while place < len(label):
        letter = label[place]
        if label.startswith(_ARTICLE, place) and (place == 0 or label[place - 1] == " "):
            found.append((_ARTICLES, False))
            place += 2
            continue
        if letter in letters:
            found.append((letters[letter], _script(letter) == "ARABIC"))
        elif letter.isspace() or letter in "-\u200c":
            found.append(((" ", ""), False))
        elif letter.isalnum():
            return None
        place += 1
    return found or None


def may_be(text: str, label: Sequence[Unit]) -> bool:
    """Whether a Latin text can be what became of a label's letters; in time linear in both.

    Examples
    --------
    >>> [may_be(text, units("مهندس") or []) for text in ("mohandes", "muhandis", "mobarmej", "handis")]
    [True, True, False, False]
    """
    places = {0}
    for ways, unwritten in label:
        reached = {place + len(way) for place in places for way in ways if text.startswith(way, place)}
        # A letter that is written double is heard as one and sometimes written as two.
        reached |= {p + 1 for p in reached if 0 < p < len(text) and text[p] == text[p - 1]}
        if unwritten:
            for _ in range(2):
                reached |= {p + 1 for p in reached if p < len(text) and text[p] in _VOWELS}
        places = reached
        if not places:
            return False
    return len(text) in places


def code(text: str) -> str:
    """Classes of the consonants of a Latin text, equal neighbours once.

    Examples
    --------
    >>> code("mohandes") == code("muhandis"), code("mohandes") == code("mobarmej")
    (True, False)
    """
    found = ""
    for letter in text:
        kind = _CLASSES.get(letter, "")
        if kind and not found.endswith(kind):
            found += kind
    return found


def _codes(label: Sequence[Unit]) -> set[str]:
    """Codes of all that a label's letters may become."""
    codes = {""}
    for ways, _ in label:
        kinds = {code(way) for way in ways}
        codes = {c + kind[len(kind) > 0 and c.endswith(kind[:1]) :] for c in codes for kind in kinds}
        if len(codes) > _MOST_CODES:
            return set()
    return codes


class Romanized:
    """Labels that a phrase in Latin letters may stand for.

    Parameters
    ----------
    labels : iterable of (label, place, sure)
        Folded labels with the place of their concept and how surely they mean it.
    ids : sequence of str
        The concepts' ids by place; equal points are in their order.

    Examples
    --------
    >>> Romanized([("مهندس", 0, 1.0)], ["o1"]).added("mohandes", ())
    ((0, 850),)
    """

    def __init__(self, labels: Iterable[tuple[str, int, float]], ids: Sequence[str]) -> None:
        self._ids = ids
        known = _letters()
        self._labels = [row for row in labels if row[0][:1] in known]

    def __bool__(self) -> bool:
        return bool(self._labels)

    @cached_property
    def _by_code(self) -> Mapping[str, list[tuple[list[Unit], int, int]]]:
        """Labels by the codes of what they may become; made when a phrase is first not found otherwise."""
        table: dict[str, list[tuple[list[Unit], int, int]]] = {}
        for label, place, sure in self._labels:
            found = units(label[:_LONGEST]) if len(label) >= _FEWEST_LETTERS else None
            for kinds in _codes(found or ()):
                if len(kinds) >= _FEWEST_CONSONANTS:
                    table.setdefault(kinds, []).append((found or [], place, round(1000 * sure * SURE)))
        return table

    def added(self, phrase: str, places: Places) -> Places:
        """Add what a phrase may stand for to what was found for it, if nothing came near.

        Parameters
        ----------
        phrase : str
        places : ((place, points), …)
            Found otherwise, most points first.
        """
        if places and places[0][1] >= UNRESOLVED:
            return places
        text = " ".join(fold(phrase).replace("-", " ").replace("'", "").split())
        if not text.isascii() or not _SHORTEST <= len(text) <= _LONGEST:
            return places
        points: dict[int, int] = {}
        for label, place, sure in self._by_code.get(code(text), ()):
            if points.get(place, 0) < sure and may_be(text, label):
                points[place] = sure
        if not points:
            return places
        rest = [pair for pair in places if pair[0] not in points]
        return (*sorted(points.items(), key=lambda pair: (-pair[1], self._ids[pair[0]])), *rest)
