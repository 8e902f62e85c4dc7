"""Concepts, relations, codes, and one taxonomy over another."""

from __future__ import annotations

import pytest

from matcher.taxonomy import Concept, Link, Taxonomy

COOK = Concept("o1", "occupation", {"sv": "Kock", "en": "Cook"}, {"sv": ("Kokerska",)}, {"ssyk_2012": "5120"})
HAND = Concept("o2", "occupation", {"sv": "Köksbiträde"}, {}, {"ssyk_2012": "9412"})
GROUP = Concept("g1", "occupation_group", {"sv": "Kockar"}, {}, {"ssyk_2012": "5120"})
FRYING = Concept("s1", "skill", {"sv": "Stekning"})
LINKS = [
    Link("o1", "g1", "broader"),
    Link("o1", "o2", "substitutes", 0.75),
    Link("o1", "s1", "essential_skill"),
    Link("o2", "s1", "optional_skill"),
    Link("o1", "o2", "related"),
]


@pytest.fixture
def kitchen() -> Taxonomy:
    return Taxonomy.of([COOK, HAND, GROUP, FRYING], LINKS)


def test_concepts_come_back_as_they_were(kitchen):
    assert list(kitchen.concepts) == ["o1", "o2", "g1", "s1"]
    assert kitchen.concepts["o1"] == COOK
    assert "o9" not in kitchen.concepts
    with pytest.raises(KeyError):
        kitchen.concepts["o9"]


def test_ids_are_text_with_their_zeros():
    both = Taxonomy.of(
        [Concept("0110", "occupation", {"sv": "Officer"}), Concept("110", "occupation", {"sv": "Ombud"})]
    )
    assert [hits[0].id for hits in both.normalize(["officer", "ombud"], "occupation")] == ["0110", "110"]


def test_relations_read_both_ways(kitchen):
    assert kitchen.related("o1", "broader") == (("g1", 1.0),)
    assert kitchen.related("g1", "narrower") == (("o1", 1.0),)
    assert kitchen.related("o2", "related") == (("o1", 1.0),)
    assert kitchen.related("o1", "substitutes") == (("o2", 0.75),)
    assert kitchen.related("o2", "substitutes") == ()
    assert kitchen.relating("s1", "essential_skill") == (("o1", 1.0),)
    assert kitchen.related("unknown", "broader") == ()


def test_an_unknown_kind_of_relation_is_a_mistake_of_the_caller(kitchen):
    with pytest.raises(ValueError, match="no relation 'above'"):
        kitchen.related("o1", "above")
    with pytest.raises(ValueError, match="no stored relation 'narrower'"):
        kitchen.relating("o1", "narrower")


def test_heaviest_relation_first_then_by_id():
    ids = ["b", "a", "c"]
    t = Taxonomy.of(
        [Concept(i, "occupation") for i in ["x", *ids]],
        [Link("x", i, "substitutes", w) for i, w in zip(ids, [0.25, 0.25, 0.75], strict=True)],
    )
    assert [i for i, _ in t.related("x", "substitutes")] == ["c", "a", "b"]


def test_a_relation_that_both_ends_tell_of_is_the_same_from_either():
    links = [Link("a", "b", "related", 0.25), Link("b", "a", "related", 0.75), Link("a", "b", "essential_skill", 0.5)]
    links.append(Link("a", "b", "essential_skill", 0.125))
    t = Taxonomy.of([Concept("a", "occupation"), Concept("b", "occupation")], links)
    assert t.related("a", "related") == (("b", 0.75),)
    assert t.related("b", "related") == (("a", 0.75),)
    assert t.related("a", "essential_skill") == (("b", 0.5),)
    assert t.relating("b", "essential_skill") == (("a", 0.5),)


def test_codes_find_groups_and_their_occupations(kitchen):
    assert kitchen.with_code("ssyk_2012", "5120") == ("o1", "g1")
    assert kitchen.with_code("isco_08", "5120") == ()
    assert kitchen.codes("ssyk_2012")["5120"] == ("o1", "g1")
    assert kitchen.codes("isco_08") == {}


def test_of_type_keeps_the_order_of_the_source(kitchen):
    assert kitchen.of_type("occupation") == ("o1", "o2")


def test_labels_fall_back():
    assert Concept("x", "skill", {"uk": "Зварювання"}).label("en") == "Зварювання"
    assert Concept("x", "skill").label() == "x"


def test_the_upper_label_wins_and_the_lower_one_stays_as_a_synonym(kitchen):
    base = Taxonomy.of([Concept("o1", "occupation", {"sv": "Matlagare", "ar": "طباخ"}, {"sv": ("Kokerska",)})])
    joined = kitchen.laid_over(base).concepts["o1"]
    assert joined.label() == "Kock"
    assert joined.label("ar") == "طباخ"
    assert set(joined.alternatives["sv"]) == {"Kokerska", "Matlagare"}
    assert joined.codes == {"ssyk_2012": "5120"}


def test_concepts_with_one_identifying_code_become_one():
    above = Taxonomy.of([Concept("new", "occupation", {"sv": "Snickare"}, {}, {"esco": "uri:1"})])
    below = Taxonomy.of(
        [Concept("old", "occupation", {"sv": "Träsnickare"}, {}, {"esco": "uri:1"}), Concept("s", "skill")],
        [Link("old", "s", "essential_skill")],
    )
    both = above.laid_over(below)
    assert set(both.concepts) == {"new", "s"}
    assert both.related("new", "essential_skill") == (("s", 1.0),)
    assert both.related("old", "replaced_by") == (("new", 1.0),)


def test_occupations_of_one_group_stay_apart():
    above = Taxonomy.of([Concept("a", "occupation", {"sv": "Kock"}, {}, {"ssyk_2012": "5120"})])
    below = Taxonomy.of([Concept("b", "occupation", {"sv": "Skolkock"}, {}, {"ssyk_2012": "5120"})])
    assert set(above.laid_over(below).concepts) == {"a", "b"}


def test_a_relation_that_both_state_is_the_upper_one(kitchen):
    base = Taxonomy.of([COOK, HAND], [Link("o1", "o2", "substitutes", 0.25), Link("o2", "o1", "substitutes", 0.25)])
    both = kitchen.laid_over(base)
    assert both.related("o1", "substitutes") == (("o2", 0.75),)
    assert both.related("o2", "substitutes") == (("o1", 0.25),)


def test_one_phrase_alone_is_refused(kitchen):
    with pytest.raises(TypeError, match="sequence of phrases"):
        kitchen.normalize("kock", "occupation")
    with pytest.raises(ValueError, match="k is at least 1"):
        kitchen.normalize(["kock"], "occupation", 0)
