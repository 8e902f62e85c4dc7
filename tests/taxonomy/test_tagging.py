"""Mentions of concepts in text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.taxonomy import Concept, Taxonomy, tagging

SKILLS = [
    "Matlagning", "Städning", "Truckkort", "Svetsning", "Sårvård", "Kassavana", "Bakning", "Barnomsorg", "Lager",
    "Skötsel av utemiljöer", "Java, programmeringsspråk", "Vi, texteditor", "SQL", "Försäljning, erfarenhet",
    "Handvård/Manikyr", "Handledning av studenter", "Handledning",
]  # fmt: skip


@pytest.fixture(scope="module")
def skills() -> Taxonomy:
    return Taxonomy.of([Concept(text, "skill", {"sv": text}) for text in SKILLS])


def found(taxonomy: Taxonomy, text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.id) for m in taxonomy.tag(text)]


@pytest.mark.parametrize(
    ("text", "quote", "concept_id"),
    [
        ("Vi söker dig som kan MATLAGNING!", "MATLAGNING", "Matlagning"),
        ("Du är van vid städningen.", "städningen", "Städning"),
        ("truckkortet är ett krav", "truckkortet", "Truckkort"),
        ("erfarenhet av hemstädning", "hemstädning", "Städning"),
        ("såret: sårvård, dagligen", "sårvård", "Sårvård"),
        ("skötseln av utemiljöerna", "skötseln av utemiljöerna", "Skötsel av utemiljöer"),
        ("Java och annat", "Java", "Java, programmeringsspråk"),
        ("du har försäljning bakom dig", "försäljning", "Försäljning, erfarenhet"),
        ("manikyr", "manikyr", "Handvård/Manikyr"),
        ("SQL-databaser", "SQL-databaser", "SQL"),
    ],
)
def test_a_mention_is_found_where_it_stands(skills, text, quote, concept_id):
    assert (quote, concept_id) in found(skills, text)


@pytest.mark.parametrize(
    "text",
    [
        "Vi bakar och vi städar",
        "en kaffe från java",
        "lagerblad i såsen",
        "omsvetsningsbart",
        "kassa vanor",
        "skötsel. Av utemiljöer",
    ],
)
def test_a_part_of_a_word_or_another_word_is_none(skills, text):
    assert found(skills, text) == []


def test_the_longest_label_wins(skills):
    assert found(skills, "handledning av studenter") == [("handledning av studenter", "Handledning av studenter")]
    assert found(skills, "handledning av personal") == [("handledning", "Handledning")]


def test_mentions_come_in_order_and_never_overlap(skills):
    text = "Bakning, matlagning och städning; bakning igen. Handledning av studenter och sårvård."
    mentions = skills.tag(text)
    assert [m.id for m in mentions] == [
        "Bakning", "Matlagning", "Städning", "Bakning", "Handledning av studenter", "Sårvård",
    ]  # fmt: skip
    for one, other in pairwise(mentions):
        assert one.end <= other.start


def test_offsets_are_those_of_the_text_as_given(skills):
    text = "Kan du sa\u030arva\u030ard och mat\u00adlagning?"
    assert found(skills, text) == [("sa\u030arva\u030ard", "Sårvård"), ("mat\u00adlagning", "Matlagning")]


def test_letters_that_grow_in_lower_case_move_nothing(skills):
    text = "İstanbul İ: matlagning"
    assert found(skills, text) == [("matlagning", "Matlagning")]


def test_other_types_are_not_found(skills):
    assert skills.tag("matlagning", "occupation") == []


@given(st.lists(st.sampled_from(["matlagning", "SQL", "och", "städning", "av", "handledning", ",", "xx"]), max_size=30))
def test_every_mention_is_a_word_of_its_own(words):
    taxonomy = Taxonomy.of([Concept(text, "skill", {"sv": text}) for text in SKILLS])
    text = " ".join(words)
    mentions = taxonomy.tag(text)
    assert [m.id.casefold() for m in mentions] == [
        w.casefold() for w in words if w in {"matlagning", "SQL", "städning", "handledning"}
    ]
    for m in mentions:
        assert not text[m.end : m.end + 1].isalnum()
        assert not text[max(0, m.start - 1) : m.start].isalnum()


@given(st.text(max_size=200))
def test_no_text_breaks_it(text):
    taxonomy = Taxonomy.of([Concept(label, "skill", {"sv": label}) for label in SKILLS])
    for m in taxonomy.tag(text):
        assert 0 <= m.start < m.end <= len(text)


def test_inflected_words_are_found_and_what_only_looks_like_one_is_not():
    labels = ("Svetsa", "Lass", "Truck", "Klippning", "Häst", "Ost", "Visio")
    t = Taxonomy.of([Concept(label, "skill", {"sv": label}) for label in labels])
    are = "svetsarna svetsornas lassen trucks truckar klippningarnas klippningt hästens hästs visios"
    are_not = "svetsning lasst truckn hästt osten ostar vision"
    assert [are[m.start : m.end] for m in t.tag(are)] == are.split()
    assert not t.tag(are_not)


def test_what_is_remembered_is_bounded_and_changes_nothing(monkeypatch):
    t = Taxonomy.of([Concept("s", "skill", {"sv": "Svetsning"})])
    monkeypatch.setattr(tagging, "_REMEMBERED", 5)
    texts = ["svetsningen, rörsvetsning och", "en helt annan rad med ord i", "svetsningen igen"] * 2
    assert [len(t.tag(text)) for text in texts] == [2, 0, 1] * 2
    assert len(t._taggers["skill"]._labels_of) < 10
