"""Lists of jobs in a cell, of which not each has a length."""

from __future__ import annotations

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.cells.worklist import read_jobs


@pytest.mark.parametrize(
    ("cell", "jobs"),
    [
        ("kock 2 år, diskare", [("kock", 2.0), ("diskare", None)]),
        ("städning hotell 3 år, barnpassning", [("städning hotell", 3.0), ("barnpassning", None)]),
        ("målare, servitör", [("målare", None), ("servitör", None)]),
        ("städ, kök, lager", [("städare", None), ("köksbiträde", None), ("lagerarbetare", None)]),
        # What stands behind a title may be its place.
        ("kassör 2 år, butik", [("kassör, butik", 2.0)]),
        ("elektriker, industri, 7 år", [("elektriker, industri", 7.0)]),
    ],
)
def test_titles_side_by_side_are_jobs_of_their_own(cell: str, jobs: list[tuple[str, float | None]]) -> None:
    assert [(job.title, job.period.years()) for job in read_jobs(cell)] == jobs


def test_words_for_experience_are_no_part_of_a_title() -> None:
    (job,) = read_jobs("8 års erfarenhet som projektledare")
    assert (job.title, job.period.years()) == ("projektledare", 8.0)


@pytest.mark.parametrize(
    ("cell", "jobs"),
    [
        ("Slaktare 97-03 Bosnien, 05-pågår Sverige", [("Slaktare", 1997, ("BA",)), ("Slaktare", 2005, ("SE",))]),
        ("Slaktare 08-16 Solna", [("Slaktare 08-16", None, ("SE",))]),  # hours
        ("Slaktare 2 år; samtidigt tolk 2019-2020", [("Slaktare", None, ()), ("tolk", 2019, ())]),
    ],
)
def test_years_of_two_digits_before_a_country(cell: str, jobs: list[tuple[str, int | None, tuple[str, ...]]]) -> None:
    told = read_jobs(cell)
    assert [(job.title, job.period.start and job.period.start.year, job.countries) for job in told] == jobs


def test_jobs_told_in_the_same_words_in_one_list_each_count() -> None:
    (person,) = read_profiles(Source("p.csv", 'Id;Yrkeserfarenhet\n4;"Slaktare 1 år; Slaktare 1 år"'.encode()))
    assert [(job.title, job.years) for job in person.experience] == [("Slaktare", 1.0), ("Slaktare", 1.0)]


@pytest.mark.parametrize(
    ("cell", "jobs"),
    [
        ("Florist 9 år (varav 2 som inköpare), Peru", [("Florist", 7.0), ("inköpare", 2.0)]),
        ("totalt 9 år som florist", [("florist", 9.0)]),
        ("Florist 9 år, varav 2 i Peru", [("Florist", 9.0)]),
        ("Florist 2 år, varav 3 som inköpare", [("Florist", 2.0)]),
    ],
)
def test_years_of_a_part_are_taken_from_the_whole(cell: str, jobs: list[tuple[str, float]]) -> None:
    assert [(job.title, job.period.years()) for job in read_jobs(cell)] == jobs


@pytest.mark.parametrize(
    ("cell", "jobs"),
    [
        ("Bagare 4 år Iran. Servitris på kafé", [("Bagare", 4.0, None), ("Servitris på kafé", None, None)]),
        ("Lärare 9 år Syrien. fysik och kemi", [("Lärare", 9.0, "fysik och kemi")]),
        ("Sömmerska 6 mån Sverige t.o.m. 2024 (om kvällarna)", [("Sömmerska (om kvällarna)", 0.5, None)]),
        (
            "Tolk, telefon 5 år (Sverige), pågår (tack vare en granne)",
            [("Tolk, telefon (tack vare en granne)", 5.0, None)],
        ),
    ],
)
def test_a_sentence_or_bracket_behind_a_job_is_no_part_of_its_title(cell, jobs) -> None:
    assert [(job.title, job.period.years(), job.duties) for job in read_jobs(cell)] == jobs


@pytest.mark.parametrize(
    ("cell", "jobs"),
    [
        ("kassör på bank 4 + 3 år", [("kassör på bank", 7.0)]),
        ("kock på båt, 9 mån/år i sex år", [("kock på båt", 4.5)]),
        ("plockare 3 mån per år", [("plockare", None)]),
        ("murare -08 till -15", [("murare", 7.0)]),
        ("Accountant, 7 yrs total", [("Accountant", 7.0)]),
        ("svetskurs 6 mån; svetsare 2 år", [("svetsare", 2.0)]),
        ("sykurs 6 mån", []),
        ("kursledare 2 år", [("kursledare", 2.0)]),
        ("höll kurser i keramik 2 år", [("höll kurser i keramik", 2.0)]),
    ],
)
def test_lengths_in_parts_and_courses_that_are_no_jobs(cell: str, jobs: list[tuple[str, float | None]]) -> None:
    assert [(job.title, job.period.years()) for job in read_jobs(cell)] == jobs
