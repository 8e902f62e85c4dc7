"""Other taxonomies as a source of spellings: what they call the same thing is looked up as well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matcher.taxonomy.normalizing.normalize import Normalizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matcher.taxonomy.taxonomy import Taxonomy

# Types whose labels may spell a concept of the asked type: groups name what their occupations do.
_FAMILIES = {
    "occupation": ("occupation", "retired_occupation", "occupation_group", "isco_group"),
    "skill": ("skill", "retired_skill", "skill_group"),
}
# What a spelling counts for: the concept's own label, its other labels, the label of its group or the group's match.
_OWN, _OTHER, _GROUP = 1.0, 0.75, 0.6
_CONCEPTS = 5


class Bridge:
    """One taxonomy whose labels serve as spellings for another's concepts.

    Parameters
    ----------
    taxonomy : Taxonomy
        The one that lends its labels.
    type : str
        Type that is asked for.
    target : Normalizer
        Ranks the target's concepts, without bridges.
    others : sequence of Taxonomy
        Bridges to this bridge.
    """

    def __init__(self, taxonomy: Taxonomy, type: str, target: Normalizer, others: Sequence[Taxonomy] = ()) -> None:
        types = _FAMILIES.get(type, (type,))
        own = Normalizer(taxonomy, types)
        self._source = Normalizer(taxonomy, types, [Bridge(o, type, own) for o in others]) if others else own
        self._taxonomy = taxonomy
        self._types = frozenset(types)
        self._target = target
        self._spelled: dict[int, dict[int, float]] = {}

    def spelled(self, phrases: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
        """Phrase, target concept and points for everything that the bridge leads to."""
        import numpy as np

        found = [places[:_CONCEPTS] for places in self._source.places(phrases)]
        self._learn(list(dict.fromkeys(place for places in found for place, _ in places)))
        rows: list[int] = []
        concepts: list[int] = []
        points: list[float] = []
        for row, places in enumerate(found):
            for place, reached in places:
                for concept, value in self._spelled[place].items():
                    rows.append(row)
                    concepts.append(concept)
                    points.append(value * reached / 1000)
        return np.array(rows, np.int64), np.array(concepts, np.int64), np.array(points, np.float64)

    def _learn(self, places: Sequence[int]) -> None:
        """Look the labels of the bridge's concepts up in the target, each once."""
        new = [place for place in places if place not in self._spelled]
        spelled = [(place, text, w) for place in new for text, w in self._labels(self._source.ids[place]).items()]
        found = self._target.places([text for _, text, _ in spelled])
        self._spelled.update({place: {} for place in new})
        for (place, _, weight), hits in zip(spelled, found, strict=True):
            reached = self._spelled[place]
            for concept, points in hits:
                reached[concept] = max(reached.get(concept, 0.0), weight * points)

    def _labels(self, concept_id: str) -> dict[str, float]:
        concepts, related = self._taxonomy.concepts, self._taxonomy.related
        concept = concepts[concept_id]
        found = dict.fromkeys(concept.labels.values(), _OWN)
        for texts in concept.alternatives.values():
            for text in texts:
                found.setdefault(text, _OTHER)
        above = [i for i, _ in related(concept_id, "broader")]
        above += [i for group in above for i, _ in related(group, "related")]
        above += [i for i, _ in related(concept_id, "related")]
        for i in above:
            if i in concepts and concepts[i].type in self._types:
                for text in concepts[i].labels.values():
                    found.setdefault(text, _GROUP)
        return found
