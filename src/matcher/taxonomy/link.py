"""Links what people and ads call their work to concepts."""

from __future__ import annotations

from matcher.records import JobAd, OccupationRef, Profile
from matcher.taxonomy.concepts import Hit
from matcher.taxonomy.taxonomy import Taxonomy

# Below this many points a title stays unlinked: a wrong occupation costs more than an unknown one.
SURE = 650


def link_profile(profile: Profile, taxonomy: Taxonomy) -> Profile:
    """Fill the concepts of a profile's experience and skills where the source gave none.

    Parameters
    ----------
    profile : Profile
    taxonomy : Taxonomy

    Returns
    -------
    Profile
        A copy; what is linked already stays, what is too far from any label stays unlinked.

    Examples
    --------
    >>> from matcher.records import Experience
    >>> from matcher.taxonomy import Concept
    >>> t = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kock"})])
    >>> link_profile(Profile(id="K1", experience=[Experience(title="kock")]), t).experience[0].concept
    'o1'
    """
    jobs = [e.title for e in profile.experience if e.concept is None]
    skills = [s.label for s in (*profile.skills, *profile.informal_skills) if s.concept is None]
    job_of = dict(zip(jobs, map(_best, taxonomy.normalize(jobs, "occupation", 1)), strict=True))
    skill_of = dict(zip(skills, map(_best, taxonomy.normalize(skills, "skill", 1)), strict=True))
    return profile.model_copy(
        update={
            "experience": tuple(
                e if e.concept else e.model_copy(update={"concept": job_of[e.title]}) for e in profile.experience
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


def link_ad(ad: JobAd, taxonomy: Taxonomy) -> JobAd:
    """Fill an ad's occupation and group where they are missing or retired.

    A retired id follows ``replaced_by``; else the ad's own label of the occupation is looked up, else a title that its headline holds.

    Examples
    --------
    >>> from matcher.taxonomy import Concept
    >>> t = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kock"}, {}, {"ssyk_2012": "5120"})])
    >>> old = JobAd(id="a", headline="Vi söker dig!", occupation=OccupationRef(label="Kock", concept="gone"))
    >>> link_ad(old, t).occupation.concept, link_ad(old, t).occupation_group
    ('o1', '5120')
    """
    concept_id = _current(ad, taxonomy)
    if concept_id is None:
        return ad
    group = ad.occupation_group or taxonomy.concepts[concept_id].codes.get("ssyk_2012")
    label = ad.occupation.label or taxonomy.concepts[concept_id].label()
    update = {"occupation": OccupationRef(label=label, concept=concept_id), "occupation_group": group}
    return ad.model_copy(update=update)


def _current(ad: JobAd, taxonomy: Taxonomy) -> str | None:
    given = ad.occupation.concept
    if given is not None and given in taxonomy.concepts and taxonomy.concepts[given].type == "occupation":
        return given
    for target, _ in taxonomy.related(given, "replaced_by") if given else ():
        if target in taxonomy.concepts:
            return target
    if ad.occupation.label and (found := _best(taxonomy.normalize([ad.occupation.label], "occupation", 1)[0])):
        return found
    # A headline says more than a title ("… söker fordonstekniker till Karlstad"): look for a title in it first.
    mentions = taxonomy.tag(ad.headline, "occupation")
    return mentions[0].id if mentions else _best(taxonomy.normalize([ad.headline], "occupation", 1)[0])


def _best(hits: list[Hit]) -> str | None:
    return hits[0].id if hits and hits[0].score >= SURE else None
