"""Duties beside a title, skills beside a skill."""

from __future__ import annotations

import pytest

from matcher.taxonomy import Concept, Link, Taxonomy


@pytest.fixture(scope="module")
def work() -> Taxonomy:
    def concept(concept_id: str, type: str, label: str, *others: str) -> Concept:
        return Concept(concept_id, type, {"sv": label}, {"sv": others} if others else {})

    concepts = [
        concept("el", "occupation", "Elmontör", "Montör"),
        concept("vvs", "occupation", "Rörmontör", "Montör"),
        concept("cook", "occupation", "Kock"),
        concept("pipes", "skill", "Rördragning"),
        concept("wires", "skill", "Kabeldragning"),
        concept("java", "skill", "Java", "Ö"),
        concept("island", "skill", "Ökunskap", "Ö"),
        concept("spring", "skill", "Spring Boot"),
        concept("boats", "skill", "Båtvård"),
        concept("dev", "occupation", "Utvecklare"),
        concept("guide", "occupation", "Skärgårdsguide"),
    ]
    links = [
        Link("el", "wires", "essential_skill"),
        Link("vvs", "pipes", "optional_skill"),
        Link("dev", "java", "essential_skill"),
        Link("dev", "spring", "essential_skill"),
        Link("guide", "island", "essential_skill"),
        Link("guide", "boats", "optional_skill"),
    ]
    return Taxonomy.of(concepts, links)


@pytest.mark.parametrize(
    ("duties", "first"), [("kabeldragning och dosor", "el"), ("Rördragning i badrum", "vvs"), ("drog rör", "el")]
)
def test_duties_decide_between_occupations_with_one_title(work, duties, first):
    hits = work.normalize(["montör"], "occupation", context=[duties])[0]
    assert hits[0].id == first
    assert hits == sorted(hits, key=lambda hit: (-hit.score, hit.id))


@pytest.mark.parametrize(("others", "first"), [("spring boot", "java"), ("båtvård", "island")])
def test_neighbours_decide_between_skills_with_one_name(work, others, first):
    assert work.normalize(["ö"], "skill", context=[others])[0][0].id == first


def test_a_title_that_names_one_concept_keeps_it_whatever_stands_beside(work):
    for duties in ("kabeldragning", "rördragning, java, spring boot"):
        [hits] = work.normalize(["kock"], "occupation", context=[duties])
        assert hits[0].id == "cook"
        assert hits[0].score >= 970


def test_nothing_beside_changes_nothing(work):
    phrases = ["montör", "kock", "", "zzqx"]
    plain = work.normalize(phrases, "occupation")
    assert work.normalize(phrases, "occupation", context=[""] * 4) == plain
    assert work.normalize(phrases, "occupation", context=["zzqx wvut"] * 4) == plain


def test_one_phrase_is_the_same_alone_and_in_a_batch(work):
    phrases, beside = ["montör", "montor", "kock"], ["rördragning", "kabeldragning", "java"]
    together = work.normalize(phrases, "occupation", context=beside)
    assert together == [work.normalize([p], "occupation", context=[c])[0] for p, c in zip(phrases, beside, strict=True)]


@pytest.mark.parametrize("wrong", ["rördragning", ["a", "b"]])
def test_context_is_one_text_a_phrase(work, wrong):
    with pytest.raises(ValueError, match="one text a phrase"):
        work.normalize(["montör"], "occupation", context=wrong)


def test_concepts_without_relations_are_told_apart_by_nothing_but_their_names():
    bare = Taxonomy.of([Concept("s1", "skill", {"sv": "Bakning"}), Concept("o1", "occupation", {"sv": "Bagare"})])
    assert bare.normalize(["bakning"], "skill", context=["bagare"]) == bare.normalize(["bakning"], "skill")
    assert bare.normalize(["bagare"], "occupation", context=["bakning"]) == bare.normalize(["bagare"], "occupation")
    assert Taxonomy.of([]).normalize(["kock"], "occupation", context=["mat"]) == [[]]
