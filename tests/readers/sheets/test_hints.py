"""Columns whose headers name no field: what their cells are, and what the stems of the header hint at."""

from __future__ import annotations

import pytest

from matcher.readers.files.source import Source
from matcher.readers.sheets.sheet import READER
from matcher.records import Profile

NAMES = ["Nr", "Kommun", "Modersmål", "Skola", "Yrke", "Antal år", "Land", "Kort", "Önskat yrke", "Vill inte"]
PEOPLE = [
    ["p1", "Falun", "dari", "gymnasium", "svetsare", "6", "Iran", "truck, ID06", "rörmokare", "natt"],
    ["p2", "Borlänge", "thai", "grundskola", "bagare", "3,5", "Thailand", "HLR", "konditor", "disk"],
    ["p3", "Mora", "ryska", "universitet", "sjuksköterska", "11", "Ukraina", "HLR, truck", "läkare", "resor"],
]


def read(header: list[str], rows: list[list[str]]) -> tuple[list[Profile], list[str]]:
    lines = "\n".join(";".join(row) for row in (header, *rows))
    batch = READER.read(Source("office.csv", lines.encode()))
    return list(batch.records), [str(note) for note in batch.notes]


def renamed(name: str, other: str) -> list[str]:
    return [other if held == name else held for held in NAMES]


def with_column(header: str, *cells: str) -> tuple[list[Profile], list[str]]:
    return read([*NAMES, header], [[*row, cell] for row, cell in zip(PEOPLE, cells, strict=True)])


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Kommun", "Håller till"),
        ("Skola", "Lärdom"),
        ("Yrke", "Försörjde sig som"),
        ("Yrke", "Yrkeskarriär"),
        ("Antal år", "Så länge"),
        ("Antal år", "No. of years"),
        ("Land", "Verksam i"),
        ("Kort", "Tickets"),
        ("Kort", "Säkerhetskurser"),
        ("Önskat yrke", "Slutmål"),
        ("Önskat yrke", "Nästa uppdrag"),
        ("Nr", "Pers"),
        ("Önskat yrke", "Yrkesspår"),
        ("Önskat yrke", "Skulle passa som"),
        ("Vill inte", "Ratar"),
        ("Vill inte", "Ejjobb"),
    ],
)
def test_a_header_that_names_no_field_is_understood_with_its_cells(name: str, other: str) -> None:
    assert read(renamed(name, other), PEOPLE)[0] == read(NAMES, PEOPLE)[0]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Fält 4", ("Iran", "Norge", "Kina")),  # of what nobody knows: an origin, too
        ("Fält 4", ("34", "51", "28")),
        ("Fält 4", ("kock", "målare", "lärare")),  # titles may be wishes, jobs or somebody else's
        ("Föreslaget spår", ("kock", "målare", "lärare")),
        ("Rekommenderas", ("kock", "målare", "lärare")),
        ("Ursprung", ("Iran", "Norge", "Kina")),
        ("Makens yrke", ("kock", "målare", "lärare")),
        ("Mammas jobb", ("kock", "målare", "lärare")),
        ("Kursbehov", ("ADR", "ADR", "YKB")),
        ("Saknar", ("ADR", "ADR", "YKB")),
        ("Vill flytta till", ("Solna", "Nacka", "Täby")),
        ("Kan ej p.g.a. hälsa", ("ryggen", "knä", "ryggen")),
        ("Samtal", ("2026-11-02", "2026-11-03", "2026-11-09")),
        ("År i Sverige", ("3", "4", "2")),
        ("Grupp", ("A", "B", "C")),
    ],
)
def test_a_hint_is_no_licence_to_guess(header: str, cells: tuple[str, str, str]) -> None:
    assert with_column(header, *cells)[0] == read(NAMES, PEOPLE)[0]


def test_what_is_read_by_a_hint_is_told() -> None:
    told = [note for note in read(renamed("Önskat yrke", "Slutmål"), PEOPLE)[1] if "read as wish" in note]
    assert len(told) == 1
    assert "guessed" in told[0]


def test_a_header_that_its_cells_contradict_gives_way() -> None:
    people, _ = with_column("Talar hemma också", "engelska B1", "kinesiska A2", "engelska C1")
    assert [sorted(row.lang for row in person.languages) for person in people] == [
        ["en", "fa"],
        ["th", "zh"],
        ["en", "ru"],
    ]
    assert all(not person.informal_skills for person in people)
    people, _ = with_column("Får du köra bil här?", "ja, B", "nej", "ja, B och C")
    assert [[row.class_ for row in person.driving_licences] for person in people] == [["B"], [], ["B", "C"]]


def test_columns_without_any_header_tell_only_what_cannot_be_mistaken() -> None:
    people, _ = with_column("", "engelska B1", "kinesiska A2", "engelska C1")
    assert [len(person.languages) for person in people] == [2, 2, 2]
    people, _ = with_column("", "Solna", "Nacka", "Täby")
    assert people == read(NAMES, PEOPLE)[0]


def test_codes_that_offices_write() -> None:
    people, _ = with_column("Hel/del", "H", "D", "FULL_TIME")
    assert [person.availability.hours for person in people] == ["full", "part", "full"]
    people, _ = with_column("Fler språk", "B1 engelska, A2 tyska", "tur B1", "Uzbek B2")
    held = [{row.lang: row.speaking for row in person.languages} for person in people]
    assert held[0]["en"] == ("B1", "B1")
    assert held[0]["de"] == ("A2", "A2")
    assert held[1]["tr"] == ("B1", "B1")
    assert held[2]["uz"] == ("B2", "B2")


def test_years_behind_titles_where_the_header_names_them() -> None:
    rows = [["p1", "Falun", "kock 8 / diskare 2"], ["p2", "Mora", "bagare 1,5"], ["p3", "Mora", "smed 2,5 år"]]
    jobs = [[(j.title, j.years) for j in p.experience] for p in read(["Nr", "Kommun", "Yrke & år"], rows)[0]]
    assert jobs == [[("kock", 8.0), ("diskare", 2.0)], [("bagare", 1.5)], [("smed", 2.5)]]


def test_a_skill_of_swedish_beside_no_other_language() -> None:
    people, _ = read(
        ["Nr", "Kommun", "Yrke", "Sve tal", "Sve skr"],
        [["p1", "Falun", "kock", "B1", "A2"], ["p2", "Mora", "bagare", "A2", "A1"]],
    )
    assert [(row.lang, row.speaking, row.writing) for row in people[0].languages] == [
        ("sv", ("B1", "B1"), ("A2", "A2"))
    ]
