"""Words to concepts: the readings of a phrase, looked up by wording and by likeness, ranked in points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise, repeat
from typing import TYPE_CHECKING

from matcher.garbage import uncollected
from matcher.taxonomy.concepts import Concept, Hit
from matcher.taxonomy.normalizing.labelindex import LabelIndex
from matcher.taxonomy.normalizing.readings import HALF, KEYS, keys, listed, readings, spellings
from matcher.taxonomy.normalizing.romanized import UNRESOLVED, Romanized
from matcher.taxonomy.normalizing.spelling import ONE_SLIP, SAME_LETTERS, Speller
from matcher.taxonomy.wordforms import WORD
from matcher.taxonomy.wording import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matcher.taxonomy.sources.bridge import Bridge
    from matcher.taxonomy.taxonomy import Taxonomy

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Places = tuple[tuple[int, int], ...]

THRESHOLD = 140
"""Points below which even the best concept is none; see docs/normalizing.md for how it was set."""

ALTERNATIVE = 0.99
"""What a label is worth that is not the preferred one."""

_LIKE, _TIE = 950, 30
_SCALE = 1001
_POINT_BITS = 10  # they hold any number of points
_POINTS = (1 << _POINT_BITS) - 1
_BYTES = 8
_BETWEEN = re.compile(f"({WORD.pattern})")  # the group makes split() give the words as well
_TITLED = ("occupation",)
_KEPT = 64
_REMEMBERED = 100_000
_BATCH = 2048
_FEW = 8  # phrases whose hits are named one by one: arrays take longer to make than they save


class Normalizer:
    """Ranks concepts for phrases.

    Parameters
    ----------
    taxonomy : Taxonomy
    types : sequence of str
        Types of the concepts to look among.
    bridges : sequence of Bridge
        Further spellings from other taxonomies.
    """

    def __init__(self, taxonomy: Taxonomy, types: Sequence[str], bridges: Sequence[Bridge] = ()) -> None:
        import numpy as np

        self.ids: list[str] = []
        self._labels: list[str] = []
        exact: dict[str, list[int]] = {}
        texts: list[str] = []
        owners: list[int] = []
        foreign: list[tuple[str, int, float]] = []
        for place, concept in enumerate(taxonomy.concepts.each(types)):
            self.ids.append(concept.id)
            self._labels.append(concept.label())
            for text, sure in _wordings(concept).items():
                texts.append(text)
                owners.append(place)
                if not text[0].isascii():
                    foreign.append((text, place, sure))
                for key, share in zip(keys(text), KEYS, strict=True):
                    exact.setdefault(key, []).append(place * _SCALE + round(1000 * sure * share))
        # Equal points are ordered by id as text.
        self._by_rank = np.array(sorted(range(len(self.ids)), key=self.ids.__getitem__), dtype=np.int64)
        self._rank = np.argsort(self._by_rank)
        self._named = np.array([self.ids, self._labels], dtype=object)
        self._threshold = THRESHOLD
        self._bridges = bridges
        self._taxonomy, self._types = taxonomy, frozenset(types)
        # Numbers and tuples of numbers are nothing to the garbage collector, which otherwise takes a third of the time.
        self._exact = {key: tuple(found) for key, found in exact.items()}
        self._index = LabelIndex(texts, np.array(owners, dtype=np.int64), len(self.ids))
        self._romanized = Romanized(foreign, self.ids)
        # Place and points of what was found for a phrase are one number each, and the numbers one string of bytes.
        self._remembered: dict[str, bytes] = {}

    def rank(self, phrases: Sequence[str], k: int) -> list[list[Hit]]:
        """Hits of each phrase, in the phrases' order, at most k of each."""
        if len(phrases) <= _FEW:
            return self.hits(self.places(phrases), k)
        with uncollected():
            return self._named_hits([found[: k * _BYTES] for found in self._packed(phrases)])

    def _named_hits(self, packed: Sequence[bytes]) -> list[list[Hit]]:
        import numpy as np

        numbers = np.frombuffer(b"".join(packed), np.int64)
        places = numbers >> _POINT_BITS
        named = zip(self._named[0, places], self._named[1, places], (numbers & _POINTS).tolist(), strict=True)
        # A fifth of the time would go into the named tuple's own constructor.
        hits = list(map(tuple.__new__, repeat(Hit), named))
        ends = accumulate([len(found) // _BYTES for found in packed], initial=0)
        return [hits[start:end] for start, end in pairwise(ends)]

    def hits(self, found: Iterable[Places], k: int) -> list[list[Hit]]:
        """At most k hits of each phrase, from its places and points."""
        return [[Hit(self.ids[i], self._labels[i], points) for i, points in places[:k]] for places in found]

    def places(self, phrases: Sequence[str]) -> list[Places]:
        """Places of the concepts (in ``ids``) with their points, for each phrase."""
        return list(map(_unpacked, self._packed(phrases)))

    def _packed(self, phrases: Sequence[str]) -> list[bytes]:
        """Places and points of each phrase, looked up once."""
        folded = [fold(phrase) for phrase in phrases]
        new = [text for text in dict.fromkeys(folded) if text and text not in self._remembered]
        if len(self._remembered) + len(new) > _REMEMBERED:
            self._remembered.clear()
            new = [text for text in dict.fromkeys(folded) if text]
        for at in range(0, len(new), _BATCH):
            part = new[at : at + _BATCH]
            self._remembered.update(zip(part, self._look_up(part), strict=True))
        return [self._remembered[text] if text else b"" for text in folded]

    def _look_up(self, phrases: Sequence[str]) -> list[bytes]:
        import numpy as np

        texts: dict[str, int] = {}
        numbers: list[int] = []
        of_phrase: list[int] = []
        weighing: list[float] = []
        for row, found in enumerate(self._read(phrases)):
            for text, weight in found:
                numbers.append(texts.setdefault(text, len(texts)))
                of_phrase.append(row)
                weighing.append(weight)
        order = np.argsort(numbers, kind="stable")
        rows, weights = np.array(of_phrase, np.int64)[order], np.array(weighing)[order]
        # Every text serves each phrase that it reads.
        start = np.searchsorted(np.array(numbers)[order], np.arange(len(texts) + 1))
        text_of, concepts, points = self._like(list(texts))
        length = np.diff(start)[text_of]
        ends = np.cumsum(length)
        which = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - length - start[text_of], length)
        triples = [(rows[which], np.repeat(concepts, length), np.repeat(points, length) * weights[which])]
        triples += [bridge.spelled(phrases) for bridge in self._bridges]
        ranked = self._ranked(len(phrases), triples)
        if self._romanized:
            for row, packed in enumerate(ranked):
                best = _unpacked(packed[:_BYTES])
                if not best or best[0][1] < UNRESOLVED:
                    ranked[row] = _pack(self._romanized.added(phrases[row], _unpacked(packed)))
        return ranked

    def _read(self, phrases: Sequence[str]) -> list[list[tuple[str, float]]]:
        """Read each phrase, with its misspelt words put right as further ones."""
        read = [readings(phrase) for phrase in phrases]
        words = dict.fromkeys(WORD.findall(" ".join([text for found in read for text, _ in found])))
        right = {
            word: found
            for word, found in self._speller.corrected([w for w in words if w.isalpha()]).items()
            # A compound of known parts is a word that no label happens to have, not a slip; nor is one that names
            # an occupation: a "bagare" has nothing to do with "bagage", and where there is no teacher a "lärare" is
            # still no "läkare".
            if found[1] == SAME_LETTERS or not (self._index.is_compound(word) or word in self._titles)
        }
        if right:
            read = [[reading for one in found for reading in _put_right(*one, right)] for found in read]
        return [found + self._listed(found) for found in read]

    def _listed(self, found: list[tuple[str, float]]) -> list[tuple[str, float]]:
        """Give what a list names: the parts between commas, where all of them are labels.

        By stems is not enough: the physics of "laborant, fysik" is no physicist.
        """
        lists = [(listed(text), weight) for text, weight in found if "," in text and weight >= ONE_SLIP]
        return [
            (part, weight * HALF)
            for parts, weight in lists
            if len(parts) > 1 and all(any(key in self._exact for key in keys(part)[:2]) for part in parts)
            for part in parts
        ]

    @cached_property
    def _speller(self) -> Speller:
        return Speller(self._index.words)

    @cached_property
    def _titles(self) -> frozenset[str]:
        """Words of labels of occupations that are not looked among, the starter's everyday ones among them."""
        from matcher.taxonomy.taxonomy import Taxonomy

        titles = list(self._taxonomy.concepts.each(_TITLED)) if self._types.isdisjoint(_TITLED) else []
        if not self._taxonomy.is_starter:
            titles += Taxonomy.starter().concepts.each(_TITLED)
        return frozenset(
            word for concept in titles for label in concept.labels.values() for word in WORD.findall(fold(label))
        )

    def _like(self, texts: list[str]) -> tuple[Ints, Ints, Floats]:
        """Text, concept and points of everything that is like a text or worded as it is."""
        import numpy as np

        found = self._index.search(texts)
        rows, concepts = (np.concatenate([f[column] for f in found]) for column in (0, 1))
        points = _LIKE * np.concatenate([f[2] for f in found])
        asked_rows: list[int] = []
        codes: list[int] = []
        for row, text in enumerate(texts):
            for key in keys(text):
                if known_codes := self._exact.get(key):
                    codes += known_codes
                    asked_rows += [row] * len(known_codes)
        if not codes:
            return rows, concepts, points
        # Among concepts that share a wording, the one whose labels are most like it comes first.
        same_rows = np.array(asked_rows, np.int64)
        same_concepts, sure = np.divmod(np.array(codes, np.int64), _SCALE)
        known, asked = rows * len(self.ids) + concepts, same_rows * len(self.ids) + same_concepts
        place = np.minimum(np.searchsorted(known, asked), max(0, len(known) - 1))
        like = np.where(known[place] == asked, points[place], 0.0) if len(known) else np.zeros(len(codes))
        same_points = sure - _TIE * (1 - like / _LIKE)
        return (
            np.concatenate([rows, same_rows]),
            np.concatenate([concepts, same_concepts]),
            np.concatenate([points, same_points]),
        )

    def _ranked(self, n: int, triples: Iterable[tuple[Ints, Ints, Floats]]) -> list[bytes]:
        """Highest points of each concept for each phrase; most points first, then by id."""
        import numpy as np

        rows, concepts, values = (np.concatenate(column) for column in zip(*triples, strict=True))
        below = _SCALE - np.rint(values).astype(np.int64)
        bits = len(self.ids).bit_length()
        # Two sorts of one number a triple: the best of each pair, then the order of the answer.
        pairs = np.sort((rows << bits | self._rank[concepts]) << _POINT_BITS | below)
        pairs = pairs[np.diff(pairs >> _POINT_BITS, prepend=-1) > 0]
        below = pairs & _POINTS
        ranks = pairs >> _POINT_BITS & (1 << bits) - 1
        rows = pairs >> bits + _POINT_BITS
        order = np.sort((rows << _POINT_BITS | below) << bits | ranks)
        ranks = order & (1 << bits) - 1
        below = order >> bits & _POINTS
        edges = np.searchsorted(order >> bits + _POINT_BITS, np.arange(n + 1))
        # Phrases whose best concept is too far have none.
        best = np.append(below, _SCALE)[edges[:-1]]
        ends = np.where(_SCALE - best >= self._threshold, np.minimum(edges[1:], edges[:-1] + _KEPT), edges[:-1])
        answers = (self._by_rank[ranks] << _POINT_BITS | _SCALE - below).tobytes()
        return [
            answers[start:end]
            for start, end in zip((edges[:-1] * _BYTES).tolist(), (ends * _BYTES).tolist(), strict=True)
        ]


def _pack(places: Places) -> bytes:
    import numpy as np

    return np.array([place << _POINT_BITS | points for place, points in places], np.int64).tobytes()


def _unpacked(packed: bytes) -> Places:
    import numpy as np

    return tuple([(one >> _POINT_BITS, one & _POINTS) for one in np.frombuffer(packed, np.int64).tolist()])


def _put_right(text: str, weight: float, right: Mapping[str, tuple[str, float]]) -> list[tuple[str, float]]:
    """Put the misspelt words of a text right; where that is doubtful the text stays as well."""
    pieces = _BETWEEN.split(text)
    wrong = [at for at in range(1, len(pieces), 2) if pieces[at] in right]
    if not wrong:
        return [(text, weight)]
    sure = 1.0
    for at in wrong:
        pieces[at], one = right[pieces[at]]
        sure = min(sure, one)
    corrected = "".join(pieces), weight * sure
    return [corrected] if sure >= ONE_SLIP else [(text, weight), corrected]


def _wordings(concept: Concept) -> dict[str, float]:
    """Folded labels of a concept and the parts that stand for them, with how surely each means it."""
    named = [(text, 1.0) for text in concept.labels.values()]
    named += [(text, ALTERNATIVE) for group in concept.alternatives.values() for text in group]
    found: dict[str, float] = {}
    for label, sure in named:
        for text, share in spellings(fold(label)):
            if text:
                found[text] = max(found.get(text, 0.0), sure * share)
    return found
