"""What labels mean and how near occupations are, looked up once and remembered for all pairs."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from matcher.records import JobAd
from matcher.taxonomy import Taxonomy, link_ad
from matcher.taxonomy.facts.areas import codes_of_area
from matcher.taxonomy.facts.fields import families_of_code, is_everyday
from matcher.taxonomy.link import occupations_of_titles

SURE = 800
"""Points of 1000 from which a label is taken to name a concept."""
GROUP_ONLY = 0.85
"""What nearness counts where an ad's occupation is known by its SSYK group alone."""
_SKILLED, _SEVERAL = ("1", "2", "3", "7"), 3
"""Major groups of SSYK 2012 whose work is learnt for years, and so many trade skills that an ad is exacting."""


@dataclass(frozen=True, slots=True)
class Work:
    """The work an ad is about, in concepts and in words.

    Attributes
    ----------
    concepts : tuple of str
        Occupation concepts: the ad's own, or all of its SSYK group where its own is not in the taxonomy.
    trust : float
        What a nearness to them counts, in (0, 1].
    label : str
        Occupation label and headline.
    exacting : bool
        Whether the ad asks for several skills of a trade (:func:`is_exacting`); not part of what makes works equal.
    """

    concepts: tuple[str, ...] = ()
    trust: float = 1.0
    label: str = ""
    exacting: bool = field(default=False, compare=False)

    def unlabelled(self) -> Work:
        """Return the concepts alone, so that demands which no word decides are equal for all ads of an occupation."""
        return Work(self.concepts, self.trust)


@lru_cache(maxsize=2)
def _occupations_by_code(taxonomy: Taxonomy) -> dict[str, list[str]]:
    """Occupations of each SSYK 2012 code; the groups themselves carry codes too."""
    occupations = frozenset(taxonomy.of_type("occupation"))
    return {code: [c for c in concepts if c in occupations] for code, concepts in taxonomy.codes("ssyk_2012").items()}


class Lookup:
    """A taxonomy with a memory.

    Parameters
    ----------
    taxonomy : Taxonomy
    as_of : datetime.date, optional
        The day by which what must have been done lately is judged.

    Examples
    --------
    >>> lookup = Lookup(Taxonomy.starter())
    >>> lookup.nearness(lookup.occupations("kock")[0], lookup.occupations("kock"))
    1.0
    """

    def __init__(self, taxonomy: Taxonomy, as_of: date | None = None) -> None:
        self.taxonomy, self.as_of = taxonomy, as_of
        self._named: dict[tuple[str, str], tuple[str, ...]] = {}
        self._named_before: MutableMapping[tuple[str, str], tuple[str, ...]] = {}
        self._titled: dict[str, str | None] = {}
        # Facts of the taxonomy alone, which twins share.
        self._rows: dict[str, dict[str, float]] = {}
        self._families: dict[tuple[str, ...], frozenset[str]] = {}
        self._areas: dict[tuple[str, ...], tuple[str, ...]] = {}

    def apart(self) -> Lookup:
        """Return a lookup that knows what this one knows and keeps to itself what it learns."""
        twin = Lookup(self.taxonomy, self.as_of)
        twin._named_before = ChainMap(self._named, self._named_before) if self._named_before else self._named
        twin._rows, twin._families, twin._areas = self._rows, self._families, self._areas
        return twin

    def occupations(self, label: str) -> tuple[str, ...]:
        """Occupation concepts that a label names for sure, best first."""
        return self._names(label, "occupation")

    def working_in(self, area: str) -> tuple[str, ...]:
        """Occupation concepts whose work an area is; none if a label is no area."""
        codes = codes_of_area(area)
        found = self._areas.get(codes)
        if found is None:
            coded = _occupations_by_code(self.taxonomy).items() if codes else ()
            under = [concept for code, concepts in coded if code.startswith(codes) for concept in concepts]
            found = self._areas[codes] = tuple(sorted(under))
        return found

    def titled(self, labels: Iterable[str]) -> list[str | None]:
        """Occupation concepts that wishes or titles name, if any, in their order; looked up together."""
        asked = list(labels)
        new = [label for label in dict.fromkeys(asked) if label not in self._titled]
        if new:
            self._titled.update(zip(new, occupations_of_titles(new, self.taxonomy), strict=True))
        return [self._titled[label] for label in asked]

    def skills(self, label: str) -> tuple[str, ...]:
        """Skill concepts that a label names for sure, best first."""
        return self._names(label, "skill")

    def learn(self, kind: str, labels: Iterable[str]) -> None:
        """Look many labels up at once, which costs far less than one at a time; changes no answer."""
        new = sorted({label for label in labels if self._known(kind, label) is None})
        if not new:
            return  # without making ready to look labels up, which takes its time once
        for label, hits in zip(new, self.taxonomy.normalize(new, type=kind, k=2), strict=True):
            self._named[kind, label] = tuple(hit.id for hit in hits if hit.score >= SURE)

    def know(self, kind: str, named: Mapping[str, Iterable[str]]) -> None:
        """Take over what another lookup of the same taxonomy has found labels to name."""
        self._named.update(((kind, label), tuple(concepts)) for label, concepts in named.items())

    def known(self, kind: str, labels: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return what labels name for sure, best first, looked up together, as :meth:`know` takes it."""
        distinct = sorted(set(labels))
        self.learn(kind, distinct)
        return {label: self._names(label, kind) for label in distinct}

    def _known(self, kind: str, label: str) -> tuple[str, ...] | None:
        key = kind, label
        found = self._named.get(key)
        return self._named_before.get(key) if found is None else found

    def _names(self, label: str, kind: str) -> tuple[str, ...]:
        found = self._known(kind, label)
        if found is None:
            self.learn(kind, [label])
            found = self._named[kind, label]
        return found

    def nearness(self, have: str | None, wanted: Iterable[str]) -> float:
        """Return the greatest nearness from one occupation to any of several, in [0, 1]."""
        if have is None:
            return 0.0
        row = self.near_to(have)
        return max((row.get(w, 0.0) for w in wanted), default=0.0)

    def near_to(self, have: str) -> Mapping[str, float]:
        """Return the occupations that one is near to, itself among them, and how near, in (0, 1]."""
        row = self._rows.get(have)
        if row is None:
            row = {concept: near.value for concept, near in self.taxonomy.nearness_row(have).items()}
            row = self._rows[have] = {**row, have: 1.0}
        return row

    def families(self, concepts: tuple[str, ...]) -> frozenset[str]:
        """Return the fields of work that occupations belong to, by their SSYK codes."""
        found = self._families.get(concepts)
        if found is None:
            known = self.taxonomy.concepts
            codes = [known[c].codes.get("ssyk_2012", "") for c in concepts if c in known]
            found = self._families[concepts] = frozenset().union(*map(families_of_code, codes))
        return found

    def prepared(self, ad: JobAd) -> JobAd:
        """Return an ad with its requirements read and linked to the taxonomy, as far as it is not yet.

        A licence that its occupation demands by law is among them.
        """
        # Not loaded where no ad is read, as for a person over an index.
        from matcher.requirements import with_licence_by_law, with_requirements

        read = ad if ad.requirements is not None else with_requirements(ad, self.taxonomy)
        return with_licence_by_law(link_ad(read, self.taxonomy), self.taxonomy)

    def work_of(self, ad: JobAd) -> Work:
        """Return what an ad (linked to the taxonomy) is about."""
        label = f"{ad.occupation.label or ''} {ad.headline}".strip()
        concept = ad.occupation.concept
        known = self.taxonomy.concepts
        if concept is not None and concept in known:
            return Work((concept,), 1.0, label, is_exacting(ad, known[concept].codes.get("ssyk_2012", "")))
        group = self.taxonomy.with_code("ssyk_2012", ad.occupation_group) if ad.occupation_group else ()
        same = tuple(i for i in group if known[i].type == "occupation")
        return Work(same, GROUP_ONLY, label, is_exacting(ad, ad.occupation_group or ""))


def is_exacting(ad: JobAd, ssyk: str) -> bool:
    """Tell whether an ad for skilled work (SSYK 2012 major groups 1 to 3 and 7) asks for three trade skills or more.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> rows = [Requirement(kind="skill", value=v, necessity="must") for v in ("sql", "python", "docker", "datorvana")]
    >>> is_exacting(JobAd(id="a", requirements=rows), "2512"), is_exacting(JobAd(id="a", requirements=rows), "9111")
    (True, False)
    """
    rows = ad.requirements or ()
    asked = [r for r in rows if r.kind == "skill" and r.necessity == "must" and not is_everyday(str(r.value))]
    return ssyk[:1] in _SKILLED and len(asked) >= _SEVERAL
