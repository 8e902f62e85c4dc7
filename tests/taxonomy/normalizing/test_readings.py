"""Readings of a phrase, keys of a wording, and slips of the pen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.normalizing.readings import keys, readings, spellings
from matcher.taxonomy.normalizing.spelling import Speller


def texts(phrase: str) -> list[str]:
    return [text for text, _ in readings(phrase)]


@pytest.mark.parametrize(
    ("phrase", "reading"),
    [
        ("usk", "undersköterska"),
        ("leg. ssk", "legitimerad sjuksköterska"),
        ("iva-sjuksköterska", "intensivvårdsjuksköterska"),
        ("kirurgavd", "kirurgavdelning"),
        ("erfaren kock", "kock"),
        ("kock 5 år", "kock"),
        ("diskare och städare", "städare"),
        ("kock/konditor", "konditor"),
        ("snickare, bygg", "snickare"),
        ("lärare på högstadiet", "lärare"),
    ],
)
def test_a_phrase_is_read_as(phrase, reading):
    assert reading in texts(phrase)


def test_the_phrase_itself_comes_first_and_weighs_most():
    for phrase in ("kock", "ssk, natt", "a/b/c", "städ o disk"):
        found = readings(phrase)
        assert found[0] == (phrase, 1.0)
        assert all(0 < weight <= 1 for _, weight in found)


def test_a_phrase_of_fillers_alone_stays():
    assert texts("erfaren") == ["erfaren"]


@given(st.text(max_size=300))
def test_readings_are_few_and_never_empty(phrase):
    found = readings(phrase)
    assert all(text for text, _ in found)
    assert len(found) <= 2 * len(phrase) + 2


def test_halves_of_a_double_label_stand_for_it():
    assert [text for text, _ in spellings("städare/lokalvårdare")] == [
        "städare/lokalvårdare",
        "städare",
        "lokalvårdare",
    ]
    assert [text for text, _ in spellings("kock, à la carte/bankett")] == ["kock, à la carte/bankett"]


def test_equal_wordings_meet():
    assert keys("köks biträde")[1] == keys("köks-biträde")[1] == keys("köksbiträde")[1]
    assert keys("lärare i svenska")[2] == keys("svenska, lärare")[2]
    assert keys("kock")[2] != keys("kokbok")[2]


def test_every_short_form_is_lower_case_and_written_out_longer():
    rows = list(read_lexicon("abbreviations.tsv"))
    assert len(rows) > 50
    for short, whole, *_ in rows:
        assert short == short.casefold()
        assert short != whole


def test_the_nearest_known_word_is_found():
    speller = Speller(["undersköterska", "snickare", "kock", "målare", "malare"])
    found = speller.corrected(["undersköterka", "snikcare", "kok", "kokc", "mälare", "jurist", "kock"])
    assert {word: right for word, (right, _) in found.items()} == {
        "undersköterka": "undersköterska",
        "snikcare": "snickare",
        "kokc": "kock",
        "mälare": "malare",
    }


def test_a_slip_at_the_first_letter_is_doubted():
    speller = Speller(["hårklippning"])
    assert speller.corrected(["fårklippning"])["fårklippning"][1] < speller.corrected(["hårklipning"])["hårklipning"][1]


@given(st.sampled_from(["undersköterska", "lastbilsförare", "städare"]), st.data())
def test_every_single_deletion_is_put_right(word, data):
    at = data.draw(st.integers(0, len(word) - 1))
    slip = word[:at] + word[at + 1 :]
    assert Speller(["undersköterska", "lastbilsförare", "städare"]).corrected([slip])[slip][0] == word


def test_no_words_no_corrections():
    assert Speller([]).corrected(["kock"]) == {}
    assert Speller(["kock"]).corrected([]) == {}


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("dsk", "distriktssköterska"),
        ("vik. tsk", "tandsköterska"),
        ("elmont.", "elmontör"),
        ("skolvaktm", "skolvaktmästare"),
        ("cnc-op", "cnc-operatör"),
        ("btr rektor", "biträdande rektor"),
    ],
)
def test_short_forms_of_titles_are_written_out(short, whole):
    assert (whole, 1.0) in readings(short)
