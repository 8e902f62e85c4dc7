"""Links what people and ads call their work to concepts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from matcher.records import JobAd, OccupationRef, Profile
from matcher.taxonomy.concepts import Hit
from matcher.taxonomy.facts.gendered import neutral_title
from matcher.taxonomy.facts.owned import owner_of
from matcher.taxonomy.taxonomy import Taxonomy
from matcher.taxonomy.wording import fold

SURE = 650
"""Points below which a title stays unlinked: a wrong occupation costs more than an unknown one."""

_SHORTEST_TAIL, _SHARE_OF_TRADE = 4, 0.8
"""Letters that the last part of a compound must have, and the share of labels like it that must be of one trade."""

AGREED, PLAIN = 350, 900
"""Points that are enough where the ad's group agrees too, and points of its label that no other group outweighs."""


def link_profile(profile: Profile, taxonomy: Taxonomy) -> Profile:
    """Fill the concepts of a profile's experience and skills where the source gave none.

    Parameters
    ----------
    profile : Profile
    taxonomy : Taxonomy

    Returns
    -------
    Profile
        A copy; what is linked already stays, a retired occupation gives way to its successor, an ESCO address to the
        concept that has it or else that the title names, and what is too far from any label stays unlinked.

    Examples
    --------
    >>> from matcher.records import Experience
    >>> from matcher.taxonomy import Concept
    >>> t = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kock"})])
    >>> link_profile(Profile(id="K1", experience=[Experience(title="kock")]), t).experience[0].concept
    'o1'
    """
    known: dict[str | None, str | None] = {
        e.concept: _current(e.concept, taxonomy) for e in profile.experience if e.concept
    }
    jobs = [e.title for e in profile.experience if known.get(e.concept) is None]
    job_of = dict(zip(jobs, occupations_of_titles(jobs, taxonomy), strict=True))
    skills = [s.label for s in (*profile.skills, *profile.informal_skills) if s.concept is None]
    # Making ready to look labels up takes its time once, which somebody without skills need not wait for.
    skill_of = dict(zip(skills, map(_best, taxonomy.normalize(skills, "skill", 1)), strict=True)) if skills else {}
    return profile.model_copy(
        update={
            "experience": tuple(
                e.model_copy(update={"concept": known.get(e.concept) or job_of[e.title] or e.concept})
                for e in profile.experience
            ),
            **{
                name: tuple(
                    s if s.concept else s.model_copy(update={"concept": skill_of[s.label]})
                    for s in getattr(profile, name)
                )
                for name in ("skills", "informal_skills")
            },
        }
    )


def occupations_of_titles(titles: Sequence[str], taxonomy: Taxonomy) -> list[str | None]:
    """Find the occupation that each title of a person names.

    A title that no label is like as a whole may begin with one and go on with the workplace ("bussförare stad",
    "vårdbiträde boende", "tandsköterska praktik").

    Parameters
    ----------
    titles : sequence of str
    taxonomy : Taxonomy

    Returns
    -------
    list of str or None
        Concept ids in the order of the titles.

    Examples
    --------
    >>> from matcher.taxonomy import Concept
    >>> t = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kock"})])
    >>> occupations_of_titles(["Kock", "kock herrgården vid sjön", "egen grill"], t)
    ['o1', 'o1', None]
    """
    # Looked up as everyone's: few labels have a form for women, and sex must not decide what is found.
    everyones = [neutral_title(owner_of(title)) for title in titles]
    own = _own_labels(taxonomy)
    found = {title: own[folded] for title in everyones if (folded := fold(title)) in own}
    # What is a label as it stands needs no looking up, and who has no other title no waiting for what looks them up.
    others = [title for title in everyones if title not in found]
    if others:
        hits = taxonomy.normalize(others, "occupation", 1)
        found |= {title: _best(one) or _leading(title, taxonomy) for title, one in zip(others, hits, strict=True)}
    return [found[title] for title in everyones]


@lru_cache(maxsize=2)
def _own_labels(taxonomy: Taxonomy) -> dict[str, str | None]:
    """Concept of each preferred label of an occupation, in any language, that no other occupation bears."""
    found: dict[str, str | None] = {}
    shared: set[str] = set()
    for concept in taxonomy.concepts.each(["occupation"]):
        for label in map(fold, concept.labels.values()):
            if found.setdefault(label, concept.id) != concept.id:
                shared.add(label)
    return {label: concept_id for label, concept_id in found.items() if label and label not in shared}


def _leading(title: str, taxonomy: Taxonomy) -> str | None:
    """Find the occupation that a title begins with: a label, or a compound whose last part belongs to one trade."""
    mention = next(iter(taxonomy.tag(title, "occupation")), None)
    if mention is None or title[: mention.start].strip():
        return None
    word = title[mention.start : mention.end].casefold()
    # An inflected title or a label of another language ends in none of the concept's own: it was found as a whole word.
    own = [label for label, concept_id in _labels(taxonomy) if concept_id == mention.id and word.endswith(label)]
    tail = max(own, key=len, default=word)
    return mention.id if word == tail or _of_one_trade(tail, mention.id, taxonomy) else None


def _of_one_trade(tail: str, concept_id: str, taxonomy: Taxonomy) -> bool:
    """Whether labels that end like this one are of the same SSYK sub-major group: "chaufför" is, "assistent" is not."""
    own = _group_of(concept_id, taxonomy)
    alike = [_group_of(other, taxonomy) for label, other in _labels(taxonomy) if label.endswith(tail)]
    return bool(own) and len(tail) >= _SHORTEST_TAIL and alike.count(own) >= _SHARE_OF_TRADE * len(alike)


def _group_of(concept_id: str, taxonomy: Taxonomy) -> str:
    return taxonomy.concepts[concept_id].codes.get("ssyk_2012", "")[:2]


@lru_cache(maxsize=2)
def _labels(taxonomy: Taxonomy) -> tuple[tuple[str, str], ...]:
    """Every Swedish label of an occupation, in small letters, with its concept."""
    return tuple(
        (label.casefold(), concept.id)
        for concept in taxonomy.concepts.values()
        if concept.type == "occupation"
        for label in (concept.labels.get("sv", ""), *concept.alternatives.get("sv", ()))
        if label
    )


def _current(concept_id: str, taxonomy: Taxonomy) -> str | None:
    """Find the occupation that an id means here: itself, the one with this ESCO address, or the successor."""
    concept = taxonomy.concepts.get(concept_id)
    if concept and concept.type == "occupation":
        return concept_id
    return next(iter(taxonomy.with_code("esco", concept_id)), None) or successor(concept_id, taxonomy)


def link_ad(ad: JobAd, taxonomy: Taxonomy) -> JobAd:
    """Fill an ad's occupation and group where they are missing or retired.

    A retired id follows ``replaced_by``; else the ad's own label of the occupation is looked up, then its headline.
    What is found must not contradict the ad's group.

    Examples
    --------
    >>> from matcher.taxonomy import Concept
    >>> t = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kock"}, {}, {"ssyk_2012": "5120"})])
    >>> old = JobAd(id="a", headline="Vi söker dig!", occupation=OccupationRef(label="Kock", concept="gone"))
    >>> link_ad(old, t).occupation.concept, link_ad(old, t).occupation_group
    ('o1', '5120')
    """
    concept_id, _ = find_occupation(ad, taxonomy)
    if concept_id is None:
        return ad
    group = ad.occupation_group or taxonomy.concepts[concept_id].codes.get("ssyk_2012")
    label = ad.occupation.label or taxonomy.concepts[concept_id].label()
    update = {"occupation": OccupationRef(label=label, concept=concept_id), "occupation_group": group}
    return ad.model_copy(update=update)


Found = Literal["current", "replaced", "label", "headline", "unknown"]
"""How an ad's occupation was found."""


def find_occupation(ad: JobAd, taxonomy: Taxonomy) -> tuple[str | None, Found]:
    """Occupation of an ad, and how it was found.

    Examples
    --------
    >>> from matcher.taxonomy import Concept
    >>> t = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kock"})])
    >>> find_occupation(JobAd(id="a", headline="Vi söker en kock"), t)
    ('o1', 'headline')
    """
    given, label, group = ad.occupation.concept, ad.occupation.label, ad.occupation_group
    if given is not None:
        if given in taxonomy.concepts and taxonomy.concepts[given].type == "occupation":
            return given, "current"
        if target := successor(given, taxonomy, group):
            return target, "replaced"
    if label:
        hits = taxonomy.normalize([label], "occupation")[0]
        if hits and hits[0].score >= PLAIN:
            return hits[0].id, "label"
        if found := _agreeing(hits, group, taxonomy):
            return found, "label"
    # A headline says more than a title ("… söker fordonstekniker till Karlstad"): look for a title in it first.
    for mention in taxonomy.tag(ad.headline, "occupation"):
        if _agrees(mention.id, group, 4, taxonomy):
            return mention.id, "headline"
    found = _agreeing(taxonomy.normalize([ad.headline], "occupation")[0], group, taxonomy)
    return found, "headline" if found else "unknown"


def successor(retired: str, taxonomy: Taxonomy, group: str | None = None) -> str | None:
    """Occupation that took the place of a retired one, however often it was replaced.

    Parameters
    ----------
    retired : str
    taxonomy : Taxonomy
    group : str, optional
        SSYK group, for one that was split up: the part that belongs there is taken, else the first.

    Examples
    --------
    >>> from matcher.taxonomy import Concept, Link
    >>> concepts = [Concept("new", "occupation"), *(Concept(i, "retired_occupation") for i in ("old", "older"))]
    >>> t = Taxonomy.of(concepts, [Link("older", "old", "replaced_by"), Link("old", "new", "replaced_by")])
    >>> successor("older", t), successor("new", t)
    ('new', None)
    """
    seen, current, ahead = {retired}, [], [retired]
    for concept_id in ahead:
        for target, _ in taxonomy.related(concept_id, "replaced_by"):
            if target not in seen:
                seen.add(target)
                ahead.append(target)
                concept = taxonomy.concepts.get(target)
                if concept and concept.type == "occupation":
                    current.append(target)
    agreeing = [target for target in current if group and taxonomy.concepts[target].codes.get("ssyk_2012") == group]
    return next(iter(agreeing or current), None)


def check_ads(ads: Iterable[JobAd], taxonomy: Taxonomy) -> dict[str, int]:
    """Count how the occupations of ads are found: how far ads and taxonomy have drifted apart.

    Returns
    -------
    dict of str to int
        ``n`` ads; ``current`` whose id the taxonomy has; of the others those that it says are ``replaced``, those found
        by their ``label`` or ``headline``, and the ``unknown``; ``retired`` whose id the taxonomy knows as retired.

    Examples
    --------
    >>> from matcher.taxonomy import Concept
    >>> t = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kock"})])
    >>> check_ads([JobAd(id="a", headline="Kock"), JobAd(id="b", occupation=OccupationRef(concept="o1"))], t)
    {'n': 2, 'current': 1, 'replaced': 0, 'label': 0, 'headline': 1, 'unknown': 0, 'retired': 0}
    """
    count = dict.fromkeys(("n", "current", "replaced", "label", "headline", "unknown", "retired"), 0)
    for ad in ads:
        count["n"] += 1
        count[find_occupation(ad, taxonomy)[1]] += 1
        given = taxonomy.concepts.get(ad.occupation.concept or "")
        count["retired"] += given is not None and given.type != "occupation"
    return count


def _agrees(concept_id: str, group: str | None, digits: int, taxonomy: Taxonomy) -> bool:
    code = taxonomy.concepts[concept_id].codes.get("ssyk_2012")
    return not group or not code or code[:digits] == group[:digits]


def _agreeing(hits: list[Hit], group: str | None, taxonomy: Taxonomy) -> str | None:
    """Best hit that is as sure as its agreement with the group asks for."""
    if group:
        for hit in hits:
            if hit.score >= AGREED and taxonomy.concepts[hit.id].codes.get("ssyk_2012") == group:
                return hit.id
    best = _best(hits)
    return best if best and _agrees(best, group, 3, taxonomy) else None


def _best(hits: list[Hit]) -> str | None:
    return hits[0].id if hits and hits[0].score >= SURE else None
