"""Strength told by what stands around a thing: headings that point below, remarks behind it, answers, conditions."""

from __future__ import annotations

import pytest

CARD = ("certificate", "truck")


def _cards(rows, text):
    return [(row[0], row[1], row[2]) for row in rows(text, "certificate")]


@pytest.mark.parametrize(
    ("heading", "strength"),
    [
        ("Det här skulle göra oss överlyckliga", "nice"),
        ("Sånt som lyfter en ansökan:", "nice"),
        ("Saker vi drömmer om", "nice"),
        ("Vem blir vi extra nyfikna på?", "nice"),
        ("Rangordnande meriter (högst poäng först)", "nice"),
        ("Dessutom gillar vi", "nice"),
        ("Sånt ordnar vi", "not_required"),
        ("Saker som inte avgör något", "not_required"),
        ("Klarar vi oss utan:", "not_required"),
        ("Det här kompromissar vi inte om", "must"),
        ("Klarar vi oss inte utan:", "must"),
    ],
)
def test_a_heading_in_any_words_says_how_strongly_the_list_below_asks(rows, heading, strength):
    assert _cards(rows, f"Krav\n- Körkort B\n\n{heading}\n- Truckkort") == [(*CARD, strength)]


@pytest.mark.parametrize(
    "line", ["Det här är ett roligt jobb", "Här är en bra arbetsplats", "Det här är vårt glada gäng", "Bra kollegor:"]
)
def test_praise_of_the_workplace_is_no_heading_of_wishes(rows, line):
    assert _cards(rows, f"{line}\nDu har truckkort.") == [(*CARD, "must")]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Krav:\n- Truckkort, gärna", "nice"),
        ("Krav:\n- Truckkort – helst", "nice"),
        ("Krav:\n- Truckkort = jättebra", "nice"),
        ("Krav:\n- Truckkort - bra om.", "nice"),
        ("Krav:\n- Truckkort. Gärna.", "nice"),
        ("Krav:\n- Truckkort. Kul men inget krav!", "nice"),
        ("Krav:\n- Truckkort. Inget måste.", "not_required"),
        ("Krav:\n- Truckkort. Ingen examen krävs.", "must"),
        ("Krav:\n- Truckkort, gärna körkort.", "must"),
    ],
)
def test_a_remark_behind_a_thing_is_said_of_it_and_of_nothing_else(rows, text, strength):
    assert _cards(rows, text) == [(*CARD, strength)]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Får jag plus för truckkort? Ja, det får du.", "nice"),
        ("Krävs truckkort? Nej, men det är ett plus.", "nice"),
        ("Krävs truckkort? Ja.", "must"),
        ("Har du truckkort? Annars kan vi tyvärr inte anställa dig.", "must"),
        ("Kan man söka utan truckkort? Ja.", "not_required"),
        ("Har du truckkort? Då är du vår drömkandidat.", "nice"),
    ],
)
def test_an_answer_weighs_what_its_question_asks(rows, text, strength):
    assert _cards(rows, text) == [(*CARD, strength)]


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Chefen jublar om du har truckkort.", "nice"),
        ("Det skulle hjälpa oss mycket om du har truckkort.", "nice"),
        ("Tänk om du kunde köra och hade truckkort!", "nice"),
        ("Du kan inte börja utan truckkort.", "must"),
        ("Ingen får jobba hos oss utan truckkort.", "must"),
        ("Du kan börja utan truckkort.", "not_required"),
        ("Du kan bara få jobbet om du har truckkort.", "must"),
        ("Jobbet passar dig om du har truckkort.", "must"),
    ],
)
def test_a_condition_wishes_only_where_somebody_would_be_glad(rows, text, strength):
    assert _cards(rows, text) == [(*CARD, strength)]


@pytest.mark.parametrize(
    "text",
    [
        "Svenska så att du hänger med. Engelska duger också.",
        "Du talar svenska. Engelska går lika bra.",
        "Svenska eller engelska, det går lika bra.",
        "Pratar du svenska eller engelska så reder det sig.",
    ],
)
def test_a_language_that_will_do_as_well_is_another_way_to_the_same(requirements, text):
    found = [row for row in requirements(text) if row.kind == "language"]
    assert [(row.value["lang"], row.necessity, row.any_of) for row in found] == [("sv", "must", 1), ("en", "must", 1)]


def test_a_language_that_will_do_beside_a_needless_one_stands_alone(requirements):
    found = requirements("Svenska krävs inte. Engelska duger.")
    assert [(row.value["lang"], row.necessity, row.any_of) for row in found] == [
        ("sv", "not_required", None),
        ("en", "must", None),
    ]


@pytest.mark.parametrize("after", ["Vi lär upp dig.", "Ingen examen krävs.", "Vi ordnar resten.", "Plus: ADR."])
def test_a_sentence_about_something_else_weighs_nothing_of_the_one_before(rows, after):
    assert ("driving_licence", "B", "must") in rows(f"Du har B-körkort. {after}")


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Truckkort. Nej.", "not_required"),
        ("Truckkort. Bra men ingenting vi kräver.", "nice"),
        ("Önskemål, inte krav: Att du är lugn. Att du har truckkort.", "nice"),
        ("Truckkort går du här.", "not_required"),
        ("Truckkort kan tas under introduktionen.", "not_required"),
        ("+ 500 om du har truckkort.", "nice"),
        ("Två saker som är oviktiga\nBetyg. Truckkort.", "not_required"),
    ],
)
def test_labels_with_dots_inline_headings_and_pay(rows, text, strength):
    assert _cards(rows, text) == [(*CARD, strength)]


def test_one_of_a_crew_must_know_it_and_not_everybody(rows):
    assert rows("Någon i varje lag måste kunna svenska.") == [("language", {"lang": "sv", "level": None}, "nice")]


def test_languages_that_are_heard_at_work_are_no_demand(rows):
    assert rows("Svenska, engelska, arabiska: vi pratar det mesta i verkstaden.", "language") == []


def test_who_does_not_smoke_knows_no_craft(requirements):
    assert requirements("Du är över 20. Du röker inte.")[1:] == ()


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Du måste inte ha truckkort, men chefen blir själaglad om du har det.", "nice"),
        ("Du måste inte ha truckkort men du måste ha C-körkort.", "not_required"),
        ("Meriter\n- Tyska\n\nSådant vi förutsätter\n- Truckkort", "must"),
        ("Truckkort. Lär du dig här.", "not_required"),
    ],
)
def test_what_is_denied_may_be_wished_and_what_is_presumed_is_demanded(rows, text, strength):
    assert _cards(rows, text) == [(*CARD, strength)]


def test_those_who_speak_it_are_the_customers(rows):
    assert rows("Arabisktalande kunder har vi många av.", "language") == []
    assert rows("Vi söker dig som är arabisktalande.", "language") != []


@pytest.mark.parametrize(
    ("text", "necessity"),
    [
        ("CE-behörighet och digitalt förarkort är självklarheter.", "must"),
        ("Du har förarkort eller vill ta det.", "nice"),
        ("Förarkort ska finnas, annars fixar vi det första veckan.", "nice"),
        ("Förarkort ska finnas, annars får du inte köra.", "must"),
    ],
)
def test_what_goes_without_saying_and_what_is_arranged_otherwise(rows, text, necessity):
    assert ("certificate", "forarkort", necessity) in rows(text)
