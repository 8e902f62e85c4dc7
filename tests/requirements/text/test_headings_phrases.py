"""Headings and labels that no rule knows, told by learned weights of their words."""

from __future__ import annotations

import json
from hashlib import sha256
from importlib import resources
from pathlib import Path

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.requirements.text.phrases import Phrase, says

OWN = Path(__file__).parents[1] / "data" / "phrases_own.tsv"
LEAD = 45


def strength_below(line: str) -> str | None:
    """Strength of a card below a line of an ad whose demands come first."""
    text = f"Krav\n- Svenska\n\n{line}\n- Truckkort\n- Traverskort"
    rows = [row for row in read_requirements(JobAd(id="1", text=text)) if row.value == "truck"]
    return rows[0].necessity if rows else None


@pytest.mark.parametrize(
    ("line", "necessity"),
    [
        ("Får vår lagerchef att jubla högt", "nice"),
        ("Sockret i kaffet, gärna flera bitar", "must"),  # too long a sentence of its own to be sure of
        ("Ger dig ett rejält försprång", "nice"),
        ("Sätter extra guldkant på ansökan", "nice"),
        ("Would make our foreman smile", "nice"),
        ("Gives your application extra weight", "nice"),
        ("Sköter vi åt dig efter start", "not_required"),
        ("Påverkar inte vårt urval", "not_required"),
        ("We couldn't care less about", "not_required"),
        ("Här finns inga undantag", "must"),
        ("Things that make our hearts beat faster", "nice"),
        ("Gold stars for", "nice"),
        ("What gives you a lead over others", "nice"),
        ("No one here will ask about", "not_required"),
        ("You never have to show", "not_required"),
    ],
)
def test_a_heading_in_words_of_its_own_says_how_strongly(line: str, necessity: str) -> None:
    assert strength_below(line) == necessity


@pytest.mark.parametrize(
    "line",
    ["Lagret i Örebro", "Kravmärkta varor | Önskade varor", "Truckförare", "Vi är femton på golvet", "Kollegor"],
)
def test_a_line_that_says_nothing_of_strength_opens_no_section(line: str) -> None:
    assert strength_below(line) == "must"


def test_a_label_holds_for_what_stands_behind_its_colon() -> None:
    rows = read_requirements(JobAd(id="1", text="Ger extra poäng i urvalet: finska, truckkort.\n\nDu talar svenska."))
    assert {str(row.value["lang"]) if row.kind == "language" else row.value: row.necessity for row in rows} == {
        "fi": "nice",
        "truck": "nice",
        "sv": "must",
    }


def test_the_label_of_an_item_holds_for_that_item_alone() -> None:
    text = "Krav\n- Ger extra poäng i urvalet: finska\n- Truckkort"
    assert [row.necessity for row in read_requirements(JobAd(id="1", text=text))] == ["nice", "must"]


@pytest.mark.parametrize(
    ("yes", "no"),
    [("det har betydelse", "det är utan betydelse"), ("det bryr vi oss om", "det bryr vi oss inte om")],
)
def test_a_denial_turns_what_a_phrase_says(yes: str, no: str) -> None:
    assert says(Phrase(yes, "head"), LEAD) != "not_required"
    assert says(Phrase(no, "head"), LEAD) == "not_required"


def test_a_phrase_without_a_word_says_nothing() -> None:
    assert says(Phrase(" – :", "head"), 0) is None


def test_the_weights_are_those_of_the_phrases_that_are_kept() -> None:
    shipped = resources.files("matcher.requirements.lexicon").joinpath("phrases_weights.json").read_text("utf-8")
    assert json.loads(shipped)["sources"][OWN.name] == sha256(OWN.read_bytes()).hexdigest()


def test_no_phrase_says_two_things() -> None:
    lines = [line.split("\t") for line in OWN.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    places = [(place, words.lower()) for _, place, words in lines]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("asks", ["Har du dessutom något av detta?", "Kan du även några av dessa?"])
def test_what_one_may_have_besides_is_a_wish(rows, asks):
    assert [necessity for *_, necessity in rows(f"Krav\n- Svenska\n\n{asks}\n- Polska")] == ["must", "nice"]
