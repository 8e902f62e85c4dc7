"""The 290 municipalities, their spellings, and the travel estimate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.taxonomy.facts.municipalities import (
    kilometres,
    municipality,
    municipality_of,
    travel_minutes,
)
from matcher.taxonomy.lexicon import read_lexicon

EVERY = [municipality(name) for _, name, *_ in read_lexicon("municipalities.tsv")]


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Sthlm", "Stockholm"), ("Stockholms stad", "Stockholm"), ("HUDDINGE KOMMUN", "Huddinge"), ("täby kn", "Täby"),
        ("Upplands-Bro kn", "Upplands-Bro"), ("upplands bro", "Upplands-Bro"), ("Österåkers kommun", "Österåker"),
        ("Huddinge, Stockholms län", "Huddinge"), ("Märsta", "Sigtuna"), ("Borås", "Borås"),
        ("Bor i Nacka", "Nacka"), ("Solna, Sweden", "Solna"), ("Göteborgs stad", "Göteborg"),
    ],
)  # fmt: skip
def test_spellings(spelling: str, name: str) -> None:
    found = municipality(spelling)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("word", ["", "Stockholms län", "Norge", "?", "Kock"])
def test_what_is_no_municipality(word: str) -> None:
    assert municipality(word) is None


@pytest.mark.parametrize("year", ["1980", "2021", "2026", "0180"])
def test_a_number_in_a_text_is_no_code_of_a_municipality(year: str) -> None:
    assert municipality(year) is None
    assert municipality_of(year) is not None


def test_codes_names_and_places_are_whole() -> None:
    assert len({m.code for m in EVERY}) == len({m.name for m in EVERY}) == len(EVERY) == 290
    assert all(55 < m.lat < 69.5 and 10.5 < m.lon < 24.5 and m.code.startswith(m.county) for m in EVERY)
    assert sum(m.minutes_to_centre is not None for m in EVERY) == 26


@given(st.sampled_from(EVERY), st.sampled_from(EVERY))
def test_travel_is_symmetric_and_bounded(a, b) -> None:
    low, high = travel_minutes(a, b)
    assert 0 < low <= high
    assert travel_minutes(b, a) == (low, high)
    assert kilometres(a, b) == pytest.approx(kilometres(b, a))


def test_a_suburb_on_the_other_side_is_farther_than_the_centre() -> None:
    taby, botkyrka, centre = (municipality(name) for name in ("Täby", "Botkyrka", "Stockholm"))
    assert taby is not None
    assert botkyrka is not None
    assert centre is not None
    assert travel_minutes(taby, botkyrka)[1] > travel_minutes(taby, centre)[1]
