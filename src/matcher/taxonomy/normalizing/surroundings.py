"""What stands around a concept, to tell which of several is meant: an occupation's skills, a skill's neighbours.

An occupation is surrounded by its skills and its group; a skill by the occupations and groups that need it and by what
else they need, the more the more of them fit. A text fits what surrounds a concept as far as the rare words and word
parts of both are the same.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from matcher.taxonomy.normalizing.readings import LITTLE_WORDS
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
        # Each concept is seen through one circle or several; a circle is a number of concepts with weights.
        circles, of = _around_skills(taxonomy, ids) if type == "skill" else _around_occupations(taxonomy, ids)
        used = {i: row for row, i in enumerate(dict.fromkeys(i for circle in circles for i in circle))}
        labels = [[fold(text) for text in _labels(taxonomy, i)] for i in used]
        self._splitter = Splitter(word for texts in labels for text in texts for word in WORD.findall(text))
        self._units: dict[str, tuple[str, ...]] = {}
        self._columns: dict[str, int] = {}
        named = _table(
            {self._columns.setdefault(unit, len(self._columns)): 1.0 for text in texts for unit in self._read(text)}
            for texts in labels
        )
        weights = _table(({used[i]: weight for i, weight in circle.items()} for circle in circles), len(used))
        self._rarity = np.log((1 + len(used)) / (1 + np.bincount(named.indices, minlength=named.shape[1])))
        self._circles = (weights @ named).tocsr()
        self._circles.data *= self._rarity[self._circles.indices]
        row = np.repeat(np.arange(len(circles)), np.diff(self._circles.indptr))
        lengths = np.sqrt(np.bincount(row, self._circles.data**2, len(circles)).clip(1e-12))
        self._circles.data /= lengths[row] ** _LENGTH
        self._of = _table(of, len(circles))

    def weighed(self, found: Sequence[Places], texts: Sequence[str]) -> list[Places]:
        """Places and points of each phrase, less what its text does not speak of; most points first, then by id.

        Parameters
        ----------
        found : sequence of ((place, points), …)
            For each phrase, most points first.
        texts : sequence of str
            What stands around each phrase; an empty one changes nothing.

        Returns
        -------
        list of ((place, points), …)
            Points are whole, in 1 to 1000; a concept that is left with none is left out.
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
        seen = self._of[np.array(places, np.int64)]
        # Only the circles that are looked through are compared with the text.
        circles = np.unique(seen.indices)
        near = np.zeros(self._of.shape[1])
        near[circles] = self._circles[circles] @ asked
        fits: Floats = seen @ near
        return [round(fit, 9) for fit in fits.tolist()]

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
    concept = taxonomy.concepts.get(concept_id)
    return list(concept.labels.values()) if concept else []


_Circles = tuple[list[dict[str, float]], list[dict[int, float]]]


def _around_occupations(taxonomy: Taxonomy, ids: Sequence[str]) -> _Circles:
    """Give each occupation a circle of its own: itself, its skills and its group."""
    circles: list[dict[str, float]] = []
    for concept_id in ids:
        around: dict[str, float] = {}
        for group, _ in taxonomy.related(concept_id, "broader"):
            around[group] = _GROUP
            around.update(dict.fromkeys((i for i, _ in taxonomy.related(group, "optional_skill")), _OF_GROUP))
        around.update(dict.fromkeys((i for i, _ in taxonomy.related(concept_id, "optional_skill")), _OPTIONAL))
        around.update(dict.fromkeys((i for i, _ in taxonomy.related(concept_id, "essential_skill")), _ESSENTIAL))
        circles.append({**around, concept_id: 1.0})
    return circles, [{row: 1.0} for row in range(len(ids))]


def _around_skills(taxonomy: Taxonomy, ids: Sequence[str]) -> _Circles:
    """Give each who needs skills a circle, itself and them; a skill is seen through all that need it."""
    needed: dict[str, list[str]] = {}
    for concept_id in ids:
        for kind in ("essential_skill", "optional_skill"):
            for owner, _ in taxonomy.relating(concept_id, kind):
                needed.setdefault(owner, []).append(concept_id)
    owners: dict[str, list[int]] = {}
    for place, skills in enumerate(needed.values()):
        for skill in skills:
            owners.setdefault(skill, []).append(place)
    circles = [{owner: 1.0, **dict.fromkeys(skills, _NEIGHBOURS / len(skills))} for owner, skills in needed.items()]
    return circles, [dict.fromkeys(owners.get(i, ()), 1.0) for i in ids]


def _table(rows: Iterable[dict[int, float]], width: int | None = None) -> csr_array:
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
    shape = (len(ends) - 1, max(columns, default=0) + 1 if width is None else width)
    return csr_array((np.array(values), np.array(columns, np.int64), np.array(ends, np.int64)), shape=shape)
