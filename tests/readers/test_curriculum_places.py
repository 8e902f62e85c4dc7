"""CVs and notes as plain text: what stands above or behind something belongs to it."""

from __future__ import annotations

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.told.jobs import read_job_lines


def test_titles_above_their_employers_in_a_text_with_headings_in_capitals():
    text = (
        "SKILLS\nExcel\n\nLANGUAGES\nEnglish C1\n\nEMPLOYMENT\n"
        "HEAD CASHIER\nSupermarket | Valencia, Spain | 2019 - 2021\n"
        "Cash reports\n\nACCOUNTANT\nRetail chain | Quito, Ecuador | 2012 - 2018\nClosing"
    )
    person = read_profiles(Source("a.txt", text.encode()))[0]
    jobs = [(one.title, one.country, one.years) for one in person.experience]
    assert jobs == [("HEAD CASHIER", "ES", 2.0), ("ACCOUNTANT", "EC", 6.0)]


def test_times_and_places_above_the_titles():
    lines = [
        "11/2022 - 11/2024   Gävle, Sweden",
        "   JOINER - Window factory",
        "   Frames",
        "",
        "2011 - 2017  Tabriz, Iran",
    ]
    jobs = read_job_lines([*lines, "   CABINET MAKER - Workshop"])
    assert [(job.title.split(" - ")[0], job.countries, job.period.years()) for job in jobs] == [
        ("JOINER", ("SE",), 2.08),
        ("CABINET MAKER", ("IR",), 6.0),
    ]


@pytest.mark.parametrize(
    ("lines", "schools"),
    [
        ("BSc in Economics (5 years)\nUniversity in Quito, Ecuador", [("tertiary", "EC", 5.0)]),
        ("Universitetet i Aleppo, Syrien\nKandidatexamen i kemi, 2003-2007", [("tertiary", "SY", 4.0)]),
        ("1993 - 2005   Afghanistan\n  UPPER SECONDARY PROGRAMME (12 years)", [("upper_secondary", "AF", 12.0)]),
        ("Gymnasium, Iran\nUniversitet i Shiraz", [("upper_secondary", "IR", None), ("tertiary", "IR", None)]),
        ("- Gymnasium i Iran\n- Teknisk skola i Turkiet", [("upper_secondary", "IR", None), ("primary", "TR", None)]),
    ],
)
def test_a_degree_and_where_it_was_taken_are_one_education(lines, schools):
    person = read_profiles(Source("a.txt", f"SPRÅK\nPersiska\n\nUTBILDNING\n{lines}".encode()))[0]
    assert [(one.level, one.country, one.years) for one in person.education] == schools


def test_a_stated_level_of_swedish_comes_before_that_of_a_course() -> None:
    text = "STUDIER\nSFI kurs D    klar\nGrundskola, Eritrea 7 år\n\nSPRÅK\nDari modersmål\nSvenska    B1, skriver A2\n"
    [profile] = read_profiles(Source("a.txt", text.encode()))
    swedish = next(one for one in profile.languages if one.lang == "sv")
    assert (swedish.speaking, swedish.writing) == (("B1", "B1"), ("A2", "A2"))


def test_titles_at_the_head_are_what_is_asked_for_where_nothing_else_is() -> None:
    text = "K1, Lund. Kock, bagare.\n\nJobb\nDiskare, Sverige, 2019-2021\n\nSpråk\ndari modersmål\n"
    [profile] = read_profiles(Source("a.txt", text.encode()))
    assert profile.wishes == ("Kock", "bagare")
    [profile] = read_profiles(Source("a.txt", f"{text}\nSöker\nmålare\n".encode()))
    assert profile.wishes == ("målare",)


def test_a_note_tells_that_there_is_no_licence_where_the_cv_tells_of_none() -> None:
    cv = "Jobb\nKock, Iran, 2010-2015\n\nSpråk\ndari modersmål\n"
    note = "Anteckning A1\n\nInget körkort och kör inte bil.\n\n-----\nCV A1\n\n"
    [profile] = read_profiles(Source("a.txt", f"{note}{cv}".encode()))
    assert profile.none == ("driving_licences",)
    [profile] = read_profiles(Source("a.txt", f"{note}{cv}\nKörkort\nB (Iran, gäller inte i Sverige)\n".encode()))
    assert profile.none == ()


@pytest.mark.parametrize("year", ["1980", "2021", "2026"])
def test_a_year_at_the_head_or_behind_a_job_is_no_municipality(year: str) -> None:
    [profile] = read_profiles(Source("p.txt", f"Samtal 12 nov {year}\n\nKörkort: B\nJobb: kock, {year}\n".encode()))
    assert profile.home_municipality is None
    assert [(job.title, job.country) for job in profile.experience] == [("kock", None)]
