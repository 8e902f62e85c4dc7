"""What stands about each language where several are named."""

from __future__ import annotations

import pytest

from matcher.readers import read_profiles
from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.language import read_levels
from matcher.readers.cells.languagelists import read_languages
from matcher.readers.files.source import Source
from matcher.records import Interval


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Dari and a little Pashto", {"fa": None, "ps": ("A1", "A2")}),
        ("turkiska och arabiska flytande", {"tr": ("C1", "C2"), "ar": ("C1", "C2")}),
        ("arabiska flytande, SFI C klar, läser D. Lite engelska.", {"ar": ("C1", "C2"), "en": ("A1", "A2")}),
        ("engelska bra och arabiska", {"en": ("B2", "B2"), "ar": None}),
        ("Ryska, knappt någon svenska (A1), ingen engelska", {"ru": None, "sv": ("A1", "A1")}),
        ("Dari, no English, little Swedish", {"fa": None, "sv": ("A1", "A2")}),
        ("kan inte engelska", {}),
        ("Franska (bra); flydde med familjen", {"fr": ("B2", "B2")}),
        ("Franska, kan ta enkla uppgifter", {"fr": None}),
        ("inte bara engelska utan franska", {"en": None, "fr": None}),
        ("Svenska: läst SAS grund", {"sv": None}),
        ("fluent English and basic Swedish", {"en": ("C1", "C2"), "sv": ("A2", "A2")}),
    ],
)
def test_a_word_of_degree_tells_of_the_language_it_stands_at(text: str, spoken: dict[str, Interval | None]) -> None:
    rows = read_languages(text)[0]
    assert {row.lang: row.speaking for row in rows} == spoken
    assert all(row.reading == row.speaking for row in rows)


@pytest.mark.parametrize("joint", ["; ", ", ", " - ", "\n", " och "])
def test_a_mother_tongue_named_before_is_not_that_of_the_language_in_front_of_it(joint: str) -> None:
    rows, _ = read_languages(f"Thai A2{joint}modersmål lao")
    assert [(row.lang, row.native, row.speaking) for row in rows] == [("th", False, ("A2", "A2")), ("lo", True, None)]


def test_a_level_of_all_the_rest() -> None:
    read = read_levels("B2 i tal, B1 i övrigt")
    assert (read.general, read.named) == (("B1", "B1"), {"speaking": ("B2", "B2")})
    assert read_levels("B2, skriver B1").general == ("B2", "B2")


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("TISUS klarat 2024", "C1"),
        ("IELTS 5.5, tagit 2019", "B2"),
        ("IELTS overall 7", "C1"),
        ("TOEFL iBT 80", "B2"),
        ("anmäld till TISUS i vår", None),
        ("TISUS, underkänd", None),
        ("IELTS 2020", None),
    ],
)
def test_language_tests_stand_for_levels_once_they_are_passed(said, level):
    assert read_levels(said).general == (level and (level, level))


def test_a_language_that_has_a_code_and_is_in_no_table_of_names_harms_nothing() -> None:
    source = Source("p.csv", "ID;Modersmål;Övriga språk\nA;sanskrit;maori\nB;navajo, engelska;coptic B1\n".encode())
    one, two = read_profiles(source).records
    assert [(row.lang, row.native) for row in one.languages] == [("sa", True), ("mi", False)]
    assert [row.lang for row in two.languages] == ["en"]


def test_a_colon_behind_a_list_tells_of_all_of_it() -> None:
    rows, _ = read_languages("Tigrinja, amhariska: modersmål. Engelska, tyska: B1")
    assert [row.lang for row in rows if row.native] == ["ti", "am"]
    assert [row.speaking for row in rows if not row.native] == [("B1", "B1")] * 2


def test_a_course_in_brackets_is_no_skill_of_reading() -> None:
    (swedish,) = read_languages("Svenska: C1 (läst svenska 2)")[0]
    assert swedish.speaking == swedish.reading == ("C1", "C1")


@pytest.mark.parametrize("said", ["svår resa", "humöret är gott", "god kamrat", "Farsi, svag mage", "good neighbour"])
def test_how_well_something_else_is_tells_no_level(said: str) -> None:
    assert read_levels(said).is_empty


@pytest.mark.parametrize(
    "said", ["god nivå", "uttalet är gott", "goda kunskaper", "good command", "god vardagssvenska"]
)
def test_how_well_a_language_is_told_of_its_parts(said: str) -> None:
    assert not read_levels(said).is_empty


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("strax under C1", ("B2", "C1")),
        ("almost fluent", ("B2", "C1")),
        ("inte riktigt B1", ("A2", "B1")),
        ("åtminstone A2", ("A2", "C2")),
        ("upp till B2", ("A1", "B2")),
        ("not yet B1", ("A1", "A2")),
        ("B1 (2021), B2 (2025)", ("B2", "B2")),
        ("2020: A1, 2023: B1", ("B1", "B1")),
        ("förut A2, idag B2", ("B2", "B2")),
        ("B1 (previously A1)", ("B1", "B1")),
    ],
)
def test_what_stands_before_a_level_makes_a_range_of_it_and_the_latest_of_several_counts(
    said: str, level: Interval
) -> None:
    assert read_levels(said).general == level


def test_levels_of_skills_with_years_are_all_kept() -> None:
    assert read_levels("tal B1 2023, skrift A2 2024").named == {"speaking": ("B1", "B1"), "writing": ("A2", "A2")}


@pytest.mark.parametrize(
    ("text", "completed", "studying"),
    [
        ("SFI D ej klar", None, "D"),
        ("C klar, D inte godkänd", "C", "D"),
        ("SFI C, klarade inte provet", None, "C"),
        ("TISUS ej godkänd", None, None),
        ("inte godkänd på TISUS", None, None),
        ("TISUS godkänd; SFI C ej klar", "SVA3", "C"),
        ("godkänd på TISUS", "SVA3", None),
    ],
)
def test_a_course_that_was_not_passed(text: str, completed: str | None, studying: str | None) -> None:
    read = read_courses(text, bare=True)
    assert (read.completed, read.studying, read.unknown) == (completed, studying, None)


def test_a_language_of_degree_nought_is_none() -> None:
    assert [one.lang for one in read_languages("eng B1, fra 0")[0]] == ["en"]
