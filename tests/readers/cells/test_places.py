"""Cities abroad, titles of jobs, work told by its verbs."""

from __future__ import annotations

import pytest

from matcher.readers.cells.doing import find_doing
from matcher.readers.cells.places import find_cities, find_places, is_place
from matcher.readers.cells.titles import is_title


def test_a_country_that_is_named_comes_before_a_city():
    assert [one.code for one in find_places("Valencia, Venezuela")] == ["VE"]
    assert [one.code for one in find_places("Valencia")] == ["ES"]


@pytest.mark.parametrize("text", ["Parisbageriet", "paris", "London-kafé", "Manilamatta"])
def test_part_of_a_word_is_no_city(text):
    assert find_cities(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gävle", True),
        ("Bor, Serbia", True),
        ("Teheran (Iran)", True),
        ("Bagare, Iran", False),
        ("Baker, Lebanon", False),
        ("Stor fabrik", False),
    ],
)
def test_a_place_alone(text, place):
    assert is_place(text) is place


@pytest.mark.parametrize("text", ["SENIOR ACCOUNTANT", "Kock", "CNC-operatör, skift", "Lagerarbetare | Firman"])
def test_titles(text):
    assert is_title(text)


@pytest.mark.parametrize("text", ["Grossistföretag", "Supermarket", "Hospital", "Mazar-e Sharif", "", "Cirka tre år"])
def test_employers_and_places_are_no_titles(text):
    assert not is_title(text)


@pytest.mark.parametrize(
    ("text", "workers"),
    [
        ("Sydde gardiner på fabrik", ["sömmare"]),
        ("körde hon taxi", ["taxiförare"]),
        ("He painted houses and drove a bus", ["målare", "bussförare"]),
        ("Undervisade i kemi", ["lärare"]),
        ("Hon diskar hemma", []),
        ("Har lagat mat åt familjen", []),
        ("Målade tavlor", []),
        ("He taught himself to code", []),
        ("Vill köra taxi", []),
    ],
)
def test_work_by_its_verbs(text, workers):
    assert sorted(worker for *_, worker in find_doing(text)) == sorted(workers)
