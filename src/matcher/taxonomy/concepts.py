"""What a taxonomy holds and what it answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

RELATIONS = (
    "broader", "related", "substitutes", "essential_skill", "optional_skill",
    "exact_match", "close_match", "broad_match", "replaced_by",
)  # fmt: skip
"""Relations that are stored. The others are read backwards from these."""

BACKWARDS: Mapping[str, str] = {"narrower": "broader", "narrow_match": "broad_match"}
"""Relation to the one whose reverse it is."""

SYMMETRIC = frozenset({"related", "exact_match", "close_match"})
"""Relations that hold in both directions when they are stored in one."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One occupation, group, skill or other term of a taxonomy.

    Attributes
    ----------
    id : str
        Identifier of the source, as text: leading zeros stay.
    type : str
        ``"occupation"``, ``"occupation_group"``, ``"skill"`` or a type of the source's own.
    labels : mapping of str to str
        Language code to preferred label.
    alternatives : mapping of str to tuple of str
        Language code to further labels: synonyms, titles, gendered forms.
    codes : mapping of str to str
        Scheme to code: ``"ssyk_2012"``, ``"isco_08"``, ``"esco"``, ``"legacy_af"``. The code of an occupation in
        ``ssyk_2012`` or ``isco_08`` is that of its group.

    Examples
    --------
    >>> cook = Concept("o1", "occupation", {"sv": "Kock", "en": "Cook"}, {"sv": ("Kokerska",)}, {"ssyk_2012": "5120"})
    >>> cook.label(), cook.label("en"), cook.label("ar")
    ('Kock', 'Cook', 'Kock')
    """

    id: str
    type: str
    labels: Mapping[str, str] = field(default_factory=dict)
    alternatives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

    def label(self, lang: str = "sv") -> str:
        """Preferred label in a language, else in Swedish, in English, in any, else the id."""
        for code in (lang, "sv", "en"):
            if code in self.labels:
                return self.labels[code]
        return next(iter(self.labels.values()), self.id)


class Link(NamedTuple):
    """A relation between two concepts.

    Attributes
    ----------
    source, target : str
        Concept ids. A target may lie in another taxonomy.
    kind : str
        One of :data:`RELATIONS`.
    weight : float
        In (0, 1]; for ``substitutes`` how far somebody who has ``source`` can do ``target``.

    Examples
    --------
    >>> Link("cook", "kitchen-hand", "substitutes", 0.75).weight
    0.75
    """

    source: str
    target: str
    kind: str
    weight: float = 1.0


class Hit(NamedTuple):
    """A concept that a phrase may mean.

    Attributes
    ----------
    id : str
    label : str
        Swedish label where there is one.
    score : int
        Points, 0 to 1000; 1000 is the preferred label itself.

    Examples
    --------
    >>> Hit("o1", "Kock", 1000).label
    'Kock'
    """

    id: str
    label: str
    score: int


class Mention(NamedTuple):
    """A concept found in a text, at code points ``[start, end)``.

    Examples
    --------
    >>> Mention(8, 12, "o1").end
    12
    """

    start: int
    end: int
    id: str


class Nearness(NamedTuple):
    """How far one occupation prepares for another.

    Attributes
    ----------
    value : float
        In [0, 1].
    reason : str
        Strongest ground (:mod:`matcher.taxonomy.nearness`): ``same``, ``substitutes:75`` (percent),
        ``same_group:5120``, ``near_group:512``, ``same_field:51`` (SSYK 2012), ``moves`` (others of the group can work
        there), ``skills:4`` (shared ones), ``labels`` (a like title) or ``none``.

    Examples
    --------
    >>> Nearness(0.8, "substitutes:75").value
    0.8
    """

    value: float
    reason: str
