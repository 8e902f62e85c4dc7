"""What stands around a concept, to tell which of several is meant: an occupation's skills, a skill's neighbours.

An occupation is surrounded by its labels, its skills and its group; a skill by the occupations and groups that need it
and by what else they need. A text fits a concept as far as the rare words and word parts of both are the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from matcher.taxonomy.phrases import LITTLE_WORDS
from matcher.taxonomy.wordforms import WORD, Splitter, stem
from matcher.taxonomy.wording import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from matcher.taxonomy.taxonomy import Taxonomy

    Floats = NDArray[np.float64]
    Places = tuple[tuple[int, int], ...]

_ESSENTIAL, _OPTIONAL, _OF_GROUP, _GROUP = 1.0, 0.5, 0.25, 0.5
_NEIGHBOURS = 5.0
# How far the number of words around a concept counts against it: 0 not at all, 1 as in a cosine.
_LENGTH = 0.7
# What a concept loses that the text does not speak of at all: a share of its points, most in the middle of the scale,
# and points, of which two concepts with the same wording differ by less. Any choice from half to all of it helps real
# titles beside their ads' texts; skills among others of an occupation gain from 0.3 to 0.7; see docs/normalizing.md.
_LOSS = {"skill": 0.5}
_LOSS_OF_OTHERS = 0.8
_SAME_WORDING = 30


class Surroundings:
    """Surroundings of all concepts of a type.

    Parameters
    ----------
    taxonomy : Taxonomy
    type : str
    ids : sequence of str
        The concepts, in the order of their places.

    Examples
    --------
    >>> from matcher.taxonomy import Concept, Link, Taxonomy
    >>> concepts = [Concept(i, "occupation", {"sv": "Montör"}) for i in ("o1", "o2")]
    >>> concepts += [Concept("s1", "skill", {"sv": "Svetsning"}), Concept("s2", "skill", {"sv": "Elinstallation"})]
    >>> t = Taxonomy.of(concepts, [Link("o1", "s1", "essential_skill"), Link("o2", "s2", "essential_skill")])
    >>> around = Surroundings(t, "occupation", ["o1", "o2"])
    >>> around.weighed([((0, 1000), (1, 1000))], ["elinstallation i bostäder"])
    [((1, 1000), (0, 970))]
    """

    def __init__(self, taxonomy: Taxonomy, type: str, ids: Sequence[str]) -> None:
        import numpy as np

        self._ids = ids
        self._loss = _LOSS.get(type, _LOSS_OF_OTHERS)
        labels = {i: [fold(text) for text in _labels(taxonomy, i)] for i in taxonomy.concepts}
        self._splitter = Splitter(word for texts in labels.values() for text in texts for word in WORD.findall(text))
        self._units: dict[str, tuple[str, ...]] = {}
        self._columns: dict[str, int] = {}
        named = _table(
            {self._columns.setdefault(unit, len(self._columns)): 1.0 for text in texts for unit in self._read(text)}
            for texts in labels.values()
        )
        around = _around_skills(taxonomy, ids) if type == "skill" else _around_occupations(taxonomy, ids)
        row_of = {i: row for row, i in enumerate(labels)}
        weights = _table(({row_of[i]: w for i, w in row.items() if i in row_of} for row in around), len(labels))
        self._rarity = np.log((1 + len(labels)) / (1 + np.bincount(named.indices, minlength=named.shape[1])))
        self._rows = (weights @ named).tocsr()
        self._rows.data *= self._rarity[self._rows.indices]
        row = np.repeat(np.arange(len(ids)), np.diff(self._rows.indptr))
        lengths = np.sqrt(np.bincount(row, self._rows.data**2, len(ids)).clip(1e-12))
        self._rows.data /= lengths[row] ** _LENGTH

    def weighed(self, found: Sequence[Places], texts: Sequence[str]) -> list[Places]:
        """Places and points of each phrase, less what its text does not speak of; most points first, then by id.

        Parameters
        ----------
        found : sequence of ((place, points), …)
            For each phrase, most points first.
        texts : sequence of str
            What stands around each phrase; an empty one changes nothing.
        """
        return [self._weigh(places, text) for places, text in zip(found, texts, strict=True)]

    def _weigh(self, places: Places, text: str) -> Places:
        fits = self._fits([place for place, _ in places], text)
        best = max(fits, default=0.0)
        if best <= 0:
            return places
        less = [
            (place, round(points - (self._loss * points * (1 - points / 1000) + _SAME_WORDING) * (1 - fit / best)))
            for (place, points), fit in zip(places, fits, strict=True)
        ]
        kept = [(place, points) for place, points in less if points > 0]
        return tuple(sorted(kept, key=lambda pair: (-pair[1], self._ids[pair[0]])))

    def _fits(self, places: Sequence[int], text: str) -> list[float]:
        import numpy as np

        counts = Counter(self._columns[unit] for unit in self._read(fold(text)) if unit in self._columns)
        if not counts or not places:
            return []
        asked = np.zeros(len(self._rarity))
        for column, count in counts.items():
            asked[column] = (1 + math.log(count)) * self._rarity[column]
        found: list[float] = (self._rows[np.array(places, np.int64)] @ asked).round(9).tolist()
        return found

    def _read(self, text: str) -> Iterable[str]:
        """Stems of a folded text's words and of the parts of its compounds."""
        for word in WORD.findall(text):
            units = self._units.get(word)
            if units is None:
                parts = self._splitter.parts(word)
                stems = () if word in LITTLE_WORDS or word.isdecimal() else (stem(word), *map(stem, parts))
                units = tuple(dict.fromkeys(stems))
                if len(self._units) < 200_000:
                    self._units[word] = units
            yield from units


def _labels(taxonomy: Taxonomy, concept_id: str) -> list[str]:
    concept = taxonomy.concepts[concept_id]
    return [*concept.labels.values(), *(text for texts in concept.alternatives.values() for text in texts)]


def _around_occupations(taxonomy: Taxonomy, ids: Sequence[str]) -> Iterable[dict[str, float]]:
    """Weights of the concepts around each occupation."""
    for concept_id in ids:
        around: dict[str, float] = {}
        for group, _ in taxonomy.related(concept_id, "broader"):
            around[group] = _GROUP
            around.update(dict.fromkeys((i for i, _ in taxonomy.related(group, "optional_skill")), _OF_GROUP))
        around.update(dict.fromkeys((i for i, _ in taxonomy.related(concept_id, "optional_skill")), _OPTIONAL))
        around.update(dict.fromkeys((i for i, _ in taxonomy.related(concept_id, "essential_skill")), _ESSENTIAL))
        yield {**around, concept_id: 1.0}


def _around_skills(taxonomy: Taxonomy, ids: Sequence[str]) -> Iterable[dict[str, float]]:
    """Weights of the concepts around each skill: who needs it, and what else those need."""
    needed: dict[str, list[str]] = {}
    for concept_id in ids:
        for kind in ("essential_skill", "optional_skill"):
            for owner, _ in taxonomy.relating(concept_id, kind):
                needed.setdefault(owner, []).append(concept_id)
    owners: dict[str, list[str]] = {}
    for owner, skills in needed.items():
        for skill in skills:
            owners.setdefault(skill, []).append(owner)
    for concept_id in ids:
        around: dict[str, float] = {}
        mine = owners.get(concept_id, [])
        for owner in mine:
            around[owner] = around.get(owner, 0.0) + 1 / len(mine)
            for skill in needed[owner]:
                around[skill] = around.get(skill, 0.0) + _NEIGHBOURS / (len(mine) * len(needed[owner]))
        yield around


def _table(rows: Iterable[dict[int, float]], width: int = 0) -> csr_array:
    """Sparse table of rows of columns and values."""
    import numpy as np
    from scipy.sparse import csr_array

    ends = [0]
    columns: list[int] = []
    values: list[float] = []
    for row in rows:
        columns.extend(row)
        values.extend(row.values())
        ends.append(len(columns))
    shape = (len(ends) - 1, max(width, max(columns, default=0) + 1))
    return csr_array((np.array(values), np.array(columns, np.int64), np.array(ends, np.int64)), shape=shape)
