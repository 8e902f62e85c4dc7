"""How far one occupation prepares for another."""

from __future__ import annotations

import re

import pytest

from matcher.taxonomy import Concept, Link, Nearness, Taxonomy


def occupation(concept_id: str, label: str, ssyk: str = "") -> Concept:
    return Concept(concept_id, "occupation", {"sv": label}, {}, {"ssyk_2012": ssyk} if ssyk else {})


@pytest.fixture(scope="module")
def work() -> Taxonomy:
    return Taxonomy.of(
        [
            occupation("nurse", "Sjuksköterska", "2221"),
            occupation("midwife", "Barnmorska", "2222"),
            occupation("assistant", "Undersköterska", "5321"),
            occupation("carer", "Vårdbiträde", "5330"),
            occupation("cook", "Kock", "5120"),
            occupation("school", "Måltidsansvarig", "5120"),
            occupation("waiter", "Servitör", "5131"),
            occupation("baker", "Bagare", "7612"),
            occupation("fixer", "Alltiallo"),
            Concept("bread", "skill", {"sv": "Bakning"}),
            Concept("shop", "skill", {"sv": "Försäljning"}),
        ],
        [
            Link("nurse", "assistant", "substitutes", 0.75),
            Link("assistant", "nurse", "substitutes", 0.25),
            Link("assistant", "carer", "substitutes", 0.75),
            Link("cook", "waiter", "substitutes", 0.25),
            Link("baker", "bread", "essential_skill"),
            Link("cook", "bread", "essential_skill"),
            Link("fixer", "bread", "essential_skill"),
            Link("fixer", "shop", "optional_skill"),
        ],
    )


def test_an_occupation_is_itself(work):
    assert work.nearness("cook", "cook") == Nearness(1.0, "same")
    assert work.nearness("not there", "not there").value == 1.0


def test_stated_relations_decide(work):
    assert work.nearness("nurse", "assistant") == Nearness(0.8, "substitutes:75")
    assert work.nearness("cook", "waiter") == Nearness(0.5, "substitutes:25")


def test_the_way_up_is_longer_than_the_way_down(work):
    down, up = work.nearness("nurse", "assistant"), work.nearness("assistant", "nurse")
    assert up.value <= 0.35 < 0.7 < down.value
    assert up.reason == "substitutes:25"


def test_codes_count_by_their_digits(work):
    same, near = work.nearness("school", "cook"), work.nearness("nurse", "midwife")
    assert 0.7 <= same.value <= 0.8
    assert same.reason == "same_group:5120"
    assert 0.4 <= near.value < 0.7
    assert near.reason == "near_group:222"
    assert work.nearness("school", "waiter").reason in {"same_field:51", "moves"}


def test_what_others_of_the_group_can_do(work):
    assert work.nearness("school", "waiter").value > 0.4


def test_shared_skills_count_for_what_they_cover(work):
    all_of_it, part = work.nearness("fixer", "baker"), work.nearness("baker", "fixer")
    assert all_of_it.reason == "skills:1"
    assert 0.1 <= part.value < all_of_it.value <= 0.3


def test_nothing_in_common_is_nothing(work):
    assert work.nearness("nurse", "baker") == Nearness(0.0, "none")
    assert work.nearness("nurse", "not there") == Nearness(0.0, "none")


def test_no_guess_beats_a_stated_relation_of_three_quarters():
    starter = Taxonomy.starter()
    for have in starter.of_type("occupation")[:60]:
        for near in starter.nearness_row(have).values():
            assert 0.0 < near.value <= (1.0 if near.reason == "same" else 0.93 if near.reason[:4] == "subs" else 0.8)


def test_a_row_holds_what_the_pairs_say(work):
    row = work.nearness_row("cook")
    for wanted in work.of_type("occupation"):
        pair = work.nearness("cook", wanted)
        assert row.get(wanted, Nearness(0.0, "none")) == pair
    assert work.nearness_row("not there") == {}


def test_every_reason_is_one_that_is_told_of():
    starter = Taxonomy.starter()
    ids = starter.of_type("occupation")
    keys = {near.reason.partition(":")[0] for have in ids[::20] for near in starter.nearness_row(have).values()}
    assert keys >= {"same", "substitutes", "same_group", "moves"}
    assert keys <= set(re.findall(r"``(\w+)", Nearness.__doc__))


def test_a_guess_makes_nobody_of_another_craft():
    starter = Taxonomy.starter()
    ids = {starter.concepts[one].labels["sv"]: one for one in starter.of_type("occupation")}
    assert starter.nearness(ids["Snickare"], ids["Målare"]).value <= 0.7


def test_a_guess_within_a_group_or_to_work_soon_learnt_stands():
    starter = Taxonomy.starter()
    ids = {starter.concepts[one].labels["sv"]: one for one in starter.of_type("occupation")}
    assert starter.nearness(ids["Restaurangchef"], ids["Restaurangbiträde"]).value > 0.7
