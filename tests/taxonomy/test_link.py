"""What people and ads call their work, linked to concepts."""

from __future__ import annotations

import pytest

from matcher.records import Experience, JobAd, OccupationRef, Profile, Skill
from matcher.taxonomy import Concept, Link, Taxonomy, link_ad, link_profile
from matcher.taxonomy.facts.gendered import neutral_title
from matcher.taxonomy.link import SURE, check_ads, find_occupation, occupations_of_titles, successor


@pytest.fixture(scope="module")
def work() -> Taxonomy:
    def occupation(concept_id: str, label: str, ssyk: str, *others: str) -> Concept:
        return Concept(concept_id, "occupation", {"sv": label}, {"sv": others} if others else {}, {"ssyk_2012": ssyk})

    return Taxonomy.of(
        [
            occupation("cook", "Kock", "5120"),
            occupation("hand", "Köksbiträde", "9412"),
            occupation("mechanic", "Fordonstekniker", "7231", "Bilmekaniker"),
            occupation("fitter", "Bilmontör", "8211"),
            Concept("old", "retired_occupation", {"sv": "Matlagare"}, {}, {"ssyk_2012": "5120"}),
            Concept("bake", "skill", {"sv": "Bakning"}),
        ],
        [Link("old", "cook", "replaced_by")],
    )


def test_jobs_and_skills_of_a_profile_are_linked(work):
    profile = Profile(
        id="K1",
        experience=[
            Experience(title="Bilmek, Aleppo"),
            Experience(title="astrolog"),
            Experience(title="x", concept="kept"),
        ],
        skills=[Skill(label="bakning")],
        informal_skills=[Skill(label="Bakning av bröd"), Skill(label="schack")],
    )
    linked = link_profile(profile, work)
    assert [job.concept for job in linked.experience] == ["mechanic", None, "kept"]
    assert [skill.concept for skill in linked.skills + linked.informal_skills] == ["bake", "bake", None]
    assert [job.title for job in linked.experience] == [job.title for job in profile.experience]


def test_linking_again_changes_nothing(work):
    profile = Profile(id="K1", experience=[Experience(title="kokk")], skills=[Skill(label="bakning")])
    once = link_profile(profile, work)
    assert link_profile(once, work) == once
    assert link_profile(Profile(id="K2"), work) == Profile(id="K2")


def ad(headline: str = "", label: str | None = None, concept: str | None = None, group: str | None = None) -> JobAd:
    return JobAd(
        id="a", headline=headline, occupation=OccupationRef(label=label, concept=concept), occupation_group=group
    )


@pytest.mark.parametrize(
    ("an_ad", "expected"),
    [
        (ad(concept="hand", label="Kock"), ("hand", "current")),
        (ad(concept="old", label="Matlagare"), ("cook", "replaced")),
        (ad(concept="gone", label="Kock"), ("cook", "label")),
        (ad(label="Bilmekaniker/Fordonsmekaniker", group="7231"), ("mechanic", "label")),
        (ad("Vi söker en kock till sommaren"), ("cook", "headline")),
        (ad("Kock eller köksbiträde", group="9412"), ("hand", "headline")),
        (ad("Trivs du bland människor?"), (None, "unknown")),
        (ad(), (None, "unknown")),
    ],
)
def test_an_ads_occupation_is_found(work, an_ad, expected):
    assert find_occupation(an_ad, work) == expected


def test_what_contradicts_the_group_is_not_taken(work):
    assert find_occupation(ad(label="Biltekniker", group="2149"), work)[0] is None
    assert find_occupation(ad("Köksbiträde sökes", group="2221"), work)[0] is None


def test_the_group_is_filled_and_a_given_one_stays(work):
    assert link_ad(ad(label="Kock"), work).occupation_group == "5120"
    assert link_ad(ad(label="Kock", group="5129"), work).occupation_group == "5129"
    unknown = ad("Trivs du bland människor?")
    assert link_ad(unknown, work) is unknown


def test_drift_is_counted(work):
    ads = [ad(concept="cook"), ad(concept="old"), ad(label="Kock", concept="gone"), ad("?")]
    assert check_ads(ads, work) == {
        "n": 4, "current": 1, "replaced": 1, "label": 1, "headline": 0, "unknown": 1, "retired": 1,
    }  # fmt: skip


def test_a_title_may_go_on_with_the_workplace():
    starter = Taxonomy.starter()
    titles = ["bussförare landsort", "vårdbiträde boende", "tandsköterska PRAKTIK", "grannens hund"]
    found = occupations_of_titles(titles, starter)
    labels = [starter.concepts[concept].label() if concept else None for concept in found]
    assert labels == ["Bussförare", "Vårdbiträde", "Tandsköterska", None]


@pytest.fixture(scope="module")
def history() -> Taxonomy:
    """A title that was replaced twice, the second time by two; and two that name each other."""
    new = [Concept(i, "occupation", {"sv": i}, {}, {"ssyk_2012": code}) for i, code in (("a", "5120"), ("b", "9412"))]
    old = [Concept(i, "retired_occupation", {"sv": i}) for i in ("old", "older", "round", "about")]
    pairs = [("older", "old"), ("old", "a"), ("old", "b"), ("round", "about"), ("about", "round"), ("lost", "gone")]
    return Taxonomy.of(new + old, [Link(one, other, "replaced_by") for one, other in pairs])


@pytest.mark.parametrize(
    ("given", "group", "found"),
    [
        ("older", None, "a"),
        ("older", "9412", "b"),
        ("old", "1111", "a"),
        ("round", None, None),
        ("lost", None, None),
        ("unheard", None, None),
    ],
)
def test_a_retired_id_is_followed_to_what_is_current(history, given, group, found):
    assert successor(given, history, group) == found
    concept = link_ad(ad(concept=given, group=group), history).occupation.concept
    assert concept == (found or given)


def test_a_profiles_retired_occupation_gives_way(history):
    jobs = [Experience(title="x", concept="older"), Experience(title="y", concept="b"), Experience(title="z")]
    linked = link_profile(Profile(id="K1", experience=jobs), history)
    assert [job.concept for job in linked.experience] == ["a", "b", None]
    assert [job.title for job in linked.experience] == ["x", "y", "z"]


def test_an_esco_address_means_the_concept_that_has_it_else_the_title_decides():
    cook = Concept("cook", "occupation", {"sv": "Kock"}, {}, {"esco": "http://data.europa.eu/esco/occupation/1"})
    jobs = [
        Experience(title="something in a kitchen", concept="http://data.europa.eu/esco/occupation/1"),
        Experience(title="kock", concept="http://data.europa.eu/esco/occupation/2"),
        Experience(title="x", concept="http://data.europa.eu/esco/occupation/3"),
    ]
    linked = link_profile(Profile(id="K1", experience=jobs), Taxonomy.of([cook]))
    assert [job.concept for job in linked.experience] == ["cook", "cook", "http://data.europa.eu/esco/occupation/3"]


def test_a_label_as_it_stands_means_what_looking_it_up_finds():
    words = Taxonomy.starter()
    labels = [label for concept in words.concepts.each(["occupation"]) for label in concept.labels.values()]
    everyones = [neutral_title(label) for label in labels]
    hits = words.normalize(everyones, "occupation", 1)
    assert occupations_of_titles(labels, words) == [
        found[0].id if found and found[0].score >= SURE else None for found in hits
    ]


def test_a_label_of_two_occupations_is_looked_up():
    both = [Concept("o1", "occupation", {"sv": "Lots"}), Concept("o2", "occupation", {"sv": "Lots"})]
    assert occupations_of_titles(["lots"], Taxonomy.of(both)) == ["o1"]
