"""Other taxonomies as spellings."""

from __future__ import annotations

from matcher.taxonomy import Concept, Link, Taxonomy

TARGET = Taxonomy.of(
    [
        Concept("t1", "occupation", {"en": "Welder"}),
        Concept("t2", "occupation", {"en": "Bookbinder"}),
        Concept("t3", "occupation", {"en": "Building caretakers"}),
    ]
)
TWO_LANGUAGES = Taxonomy.of(
    [
        Concept("b1", "occupation", {"sv": "Svetsare", "en": "Welder"}),
        Concept("b2", "occupation", {"sv": "Vaktmästare"}),
        Concept("g", "occupation_group", {"sv": "Fastighetsskötare", "en": "Building caretakers"}),
    ],
    [Link("b2", "g", "broader")],
)


def ids(taxonomy: Taxonomy, phrase: str, *bridges: Taxonomy) -> list[str]:
    return [hit.id for hit in taxonomy.normalize([phrase], "occupation", bridges=bridges)[0]]


def test_a_phrase_crosses_languages_over_a_bridge():
    assert ids(TARGET, "svetsare") == []
    assert ids(TARGET, "svetsare", TWO_LANGUAGES)[0] == "t1"


def test_the_group_of_the_bridge_spells_too():
    assert ids(TARGET, "vaktmästare", TWO_LANGUAGES)[0] == "t3"


def test_a_bridge_can_lead_over_another():
    everyday = Taxonomy.of([Concept("e1", "occupation", {"sv": "Svetsare"}, {"sv": ("Plåtsvetskille",)})])
    assert ids(TARGET, "plåtsvetskille", everyday, TWO_LANGUAGES)[0] == "t1"
    assert ids(TARGET, "plåtsvetskille", TWO_LANGUAGES, everyday)[0] == "t1"


def test_answers_are_the_targets_concepts_alone():
    found = ids(TARGET, "svetsare", TWO_LANGUAGES)
    assert set(found) <= set(TARGET.concepts)


def test_what_the_target_says_itself_wins():
    misleading = Taxonomy.of([Concept("m", "occupation", {"en": "Welder"}, {"en": ("Bookbinder",)})])
    direct, bridged = (TARGET.normalize(["welder"], "occupation", bridges=b)[0][0] for b in ((), (misleading,)))
    assert bridged.id == direct.id == "t1"
    assert bridged.score >= direct.score


def test_skills_have_their_bridges():
    target = Taxonomy.of([Concept("x", "skill", {"en": "Welding"})])
    bridge = Taxonomy.of([Concept("y", "skill", {"sv": "Svetsning", "en": "Welding"})])
    assert target.normalize(["svetsning"], "skill", bridges=[bridge])[0][0].id == "x"
