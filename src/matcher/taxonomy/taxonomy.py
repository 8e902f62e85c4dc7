"""The taxonomy: concepts, their relations, and the four questions that are asked of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from matcher.taxonomy.concepts import BACKWARDS, RELATIONS, SYMMETRIC, Concept, Hit, Link, Mention, Nearness
from matcher.taxonomy.store import Columns, ConceptMap, Related, coded, content, heaviest_first, load, related_at, save

if TYPE_CHECKING:
    from matcher.taxonomy.nearness import OccupationMap
    from matcher.taxonomy.normalizing.normalize import Normalizer
    from matcher.taxonomy.normalizing.surroundings import Surroundings
    from matcher.taxonomy.tagging import Tagger


class Taxonomy:
    """Concepts with labels, codes and relations.

    Made by :meth:`of`, :meth:`load`, :meth:`starter` or an importer. Search structures are built when they are first
    needed; a taxonomy never changes.

    Parameters
    ----------
    columns : Columns

    Examples
    --------
    >>> cook = Concept("o1", "occupation", {"sv": "Kock"}, {"sv": ("Kokerska",)}, {"ssyk_2012": "5120"})
    >>> cleaner = Concept("o2", "occupation", {"sv": "Städare/Lokalvårdare"}, {}, {"ssyk_2012": "9111"})
    >>> taxonomy = Taxonomy.of([cook, cleaner])
    >>> [[hit.id for hit in hits] for hits in taxonomy.normalize(["lokalvårdare", "städaren", ""], "occupation")]
    [['o2'], ['o2'], []]
    """

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._normalizers: dict[tuple[str, tuple[Taxonomy, ...]], Normalizer] = {}
        self._taggers: dict[str, Tagger] = {}
        self._surroundings: dict[str, Surroundings] = {}

    @classmethod
    def of(cls, concepts: Iterable[Concept], links: Iterable[Link] = ()) -> Taxonomy:
        """Make a taxonomy of concepts and links; a repeated id keeps its last concept."""
        by_id = {concept.id: concept for concept in concepts}
        return cls(Columns.of(by_id.values(), links))

    @classmethod
    def load(cls, path: str | Path) -> Taxonomy:
        """Load a file that :meth:`save` wrote.

        Raises
        ------
        ReadError, StaleIndexError, CorruptIndexError
            No taxonomy file, one of another format version, a damaged one.
        """
        return cls(load(path))

    @staticmethod
    @lru_cache(maxsize=1)
    def starter() -> Taxonomy:
        """Read the embedded taxonomy: occupations that newcomers come from and go to, with skills and nearness."""
        from matcher.taxonomy.sources.embedded import read_starter

        return read_starter()

    @property
    def is_starter(self) -> bool:
        """Whether it is the embedded one, which is not read to find out."""
        return Taxonomy.starter.cache_info().currsize > 0 and self is Taxonomy.starter()

    def __reduce__(self) -> tuple[object, ...]:
        """Be copied to another process without search structures; the embedded one is read there."""
        return (Taxonomy.starter, ()) if self.is_starter else (Taxonomy, (self._columns,))

    def save(self, path: str | Path) -> None:
        """Write the taxonomy as one file of arrays and strings."""
        save(self._columns, path)

    @cached_property
    def checksum(self) -> str:
        """SHA-256 of all that the taxonomy holds: what was made with it is told apart by it."""
        return hashlib.sha256(content(self._columns)).hexdigest()

    @cached_property
    def concepts(self) -> ConceptMap:
        """Id to concept, in the order of the source."""
        return ConceptMap(self._columns)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All stored relations."""
        strings, columns = self._columns.strings, self._columns
        return tuple(
            Link(strings[a], strings[b], RELATIONS[kind], weight)
            for (a, b, kind), weight in zip(columns.links.tolist(), columns.weights.tolist(), strict=True)
        )

    @cached_property
    def _forward(self) -> Related:
        return related_at(self._columns, 0)

    @cached_property
    def _backward(self) -> Related:
        return related_at(self._columns, 1)

    def related(self, concept_id: str, kind: str) -> tuple[tuple[str, float], ...]:
        """Concepts that a concept is related to.

        Parameters
        ----------
        concept_id : str
        kind : str
            ``broader``, ``narrower``, ``related``, ``substitutes``, ``essential_skill``, ``optional_skill``,
            ``exact_match``, ``close_match``, ``broad_match``, ``narrow_match`` or ``replaced_by``.

        Returns
        -------
        tuple of (id, weight)
            Weights are in (0, 1]; heaviest first, then by id. An unknown id has no relations.

        Raises
        ------
        ValueError
            There is no such kind.

        Examples
        --------
        >>> t = Taxonomy.of([Concept("a", "skill"), Concept("b", "skill")], [Link("a", "b", "broader")])
        >>> t.related("b", "narrower")
        (('a', 1.0),)
        """
        if kind not in RELATIONS and kind not in BACKWARDS:
            raise ValueError(f"no relation {kind!r}; there are {', '.join((*RELATIONS, *BACKWARDS))}")
        if kind in BACKWARDS:
            found = self._backward.get((concept_id, BACKWARDS[kind]), [])
        else:
            found = self._forward.get((concept_id, kind), [])
            if kind in SYMMETRIC:
                found = found + self._backward.get((concept_id, kind), [])
        return heaviest_first(found)

    def relating(self, concept_id: str, kind: str) -> tuple[tuple[str, float], ...]:
        """Concepts that are related to a concept, read backwards: the occupations of a skill.

        Examples
        --------
        >>> t = Taxonomy.of([Concept("o", "occupation"), Concept("s", "skill")], [Link("o", "s", "essential_skill")])
        >>> t.relating("s", "essential_skill")
        (('o', 1.0),)
        """
        if kind not in RELATIONS:
            raise ValueError(f"no stored relation {kind!r}; there are {', '.join(RELATIONS)}")
        return heaviest_first(self._backward.get((concept_id, kind), []))

    @cached_property
    def _by_code(self) -> dict[str, dict[str, tuple[str, ...]]]:
        return coded(self._columns)

    def with_code(self, scheme: str, code: str) -> tuple[str, ...]:
        """Ids of the concepts that carry a code: a group and its occupations, in the order of the source."""
        return self.codes(scheme).get(code, ())

    def codes(self, scheme: str) -> Mapping[str, tuple[str, ...]]:
        """Codes of a scheme, each with the ids of the concepts that carry it."""
        return self._by_code.get(scheme, {})

    def of_type(self, type: str) -> tuple[str, ...]:
        """Ids of the concepts of a type, in the order of the source."""
        strings = self._columns.strings
        return tuple(strings[a] for a, b in self._columns.concepts.tolist() if strings[b] == type)

    def laid_over(self, base: Taxonomy) -> Taxonomy:
        """Join this taxonomy with another one below it; see :func:`matcher.taxonomy.sources.layering.laid_over`.

        Examples
        --------
        >>> above = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kock"})])
        >>> below = Taxonomy.of([Concept("o1", "occupation", {"sv": "Matlagare", "en": "Cook"})])
        >>> both = above.laid_over(below).concepts["o1"]
        >>> both.label(), both.label("en"), both.alternatives
        ('Kock', 'Cook', {'sv': ('Matlagare',)})
        """
        from matcher.taxonomy.sources.layering import laid_over

        return Taxonomy.of(*laid_over(self, base))

    def normalizer(self, type: str, bridges: Sequence[Taxonomy] = ()) -> Normalizer:
        """Build the search structure behind :meth:`normalize`, once per type and set of bridges."""
        from matcher.taxonomy.normalizing.normalize import Normalizer
        from matcher.taxonomy.sources.bridge import Bridge

        key = (type, tuple(bridges))
        if key not in self._normalizers:
            around = [
                Bridge(bridge, type, self.normalizer(type), [other for other in bridges if other is not bridge])
                for bridge in bridges
            ]
            self._normalizers[key] = Normalizer(self, (type,), around)
        return self._normalizers[key]

    def normalize(
        self,
        phrases: Sequence[str],
        type: str,
        k: int = 10,
        *,
        bridges: Sequence[Taxonomy] = (),
        context: Sequence[str] | None = None,
    ) -> list[list[Hit]]:
        """Rank the concepts that each phrase may mean.

        Parameters
        ----------
        phrases : sequence of str
            Titles or skills as people write them.
        type : str
            Type of the concepts to look among.
        k : int
            At most so many a phrase.
        bridges : sequence of Taxonomy
            Other taxonomies whose labels and synonyms serve as further spellings of the phrase.
        context : sequence of str, optional
            What stands around each phrase, empty where nothing does: the duties of a title, the other skills of a
            skill. Of concepts that are about as like the phrase, those come first whose skills, group or neighbours it
            speaks of.

        Returns
        -------
        list of list of Hit
            One list a phrase, in their order; best first, equal points by id. Empty where even the best is too far.

        Examples
        --------
        >>> t = Taxonomy.of([Concept("o1", "occupation", {"sv": "Målare"})])
        >>> t.normalize(["målare", "xyzzy"], "occupation")
        [[Hit(id='o1', label='Målare', score=1000)], []]
        """
        if isinstance(phrases, str):
            raise TypeError("phrases is a sequence of phrases, not one phrase")
        if k < 1:
            raise ValueError("k is at least 1")
        lookup = self.normalizer(type, bridges)
        if context is None:
            return lookup.rank(phrases, k)
        if isinstance(context, str) or len(context) != len(phrases):
            raise ValueError("context is a sequence with one text a phrase")
        return lookup.hits(self._around(type).weighed(lookup.places(phrases), context), k)

    def _around(self, type: str) -> Surroundings:
        from matcher.taxonomy.normalizing.surroundings import Surroundings

        if type not in self._surroundings:
            self._surroundings[type] = Surroundings(self, type, self.normalizer(type).ids)
        return self._surroundings[type]

    @cached_property
    def _occupations(self) -> OccupationMap:
        from matcher.taxonomy.nearness import OccupationMap

        return OccupationMap(self)

    def nearness(self, have_id: str, wanted_id: str) -> Nearness:
        """How far having done one occupation prepares for another; see :mod:`matcher.taxonomy.nearness`.

        Examples
        --------
        >>> t = Taxonomy.of([Concept(i, "occupation") for i in "ab"], [Link("a", "b", "substitutes", 0.75)])
        >>> t.nearness("a", "b"), t.nearness("b", "a").value
        (Nearness(value=0.8, reason='substitutes:75'), 0.0)
        """
        return self._occupations.nearness(have_id, wanted_id)

    def nearness_row(self, have_id: str) -> Mapping[str, Nearness]:
        """All occupations that one prepares for, with a value above 0."""
        return self._occupations.row(have_id)

    def tag(self, text: str, type: str = "skill") -> list[Mention]:
        """Find all concepts that a text names: word-bounded, longest first, in order of their place.

        Examples
        --------
        >>> t = Taxonomy.of([Concept("s1", "skill", {"sv": "Matlagning"}), Concept("s2", "skill", {"sv": "Bakning"})])
        >>> t.tag("Du kan matlagning och bakning.")
        [Mention(start=7, end=17, id='s1'), Mention(start=22, end=29, id='s2')]
        """
        from matcher.taxonomy.tagging import Tagger

        tagger = self._taggers[type] = self._taggers.get(type) or Tagger(self, type)
        return tagger.tag(text)
