"""Jobs of a CV in the orders in which employer, title and times may stand."""

from __future__ import annotations

import pytest

from matcher.readers.told.jobs import read_job_lines


@pytest.mark.parametrize(
    "lines",
    [
        ["Exempelfirman AB", "Lagerarbetare", "mars 2019 - maj 2022 (3 år 3 månader)", "Täby"],
        ["Exempelfirman AB", "mars 2019 - maj 2022", "Lagerarbetare", "Packade"],
        ["Lagerarbetare", "Exempelfirman AB", "mars 2019 - maj 2022"],
        ["Lagerarbetare", "mars 2019 - maj 2022", "Exempelfirman AB"],
        ["mars 2019 - maj 2022", "Lagerarbetare", "Exempelfirman AB"],
        ["Lagerarbetare, Exempelfirman AB", "03/19 - 05/22"],
    ],
)
def test_a_title_above_between_or_below_employer_and_times(lines: list[str]) -> None:
    more = ["", "Andra Firman", "Kassör", "2015 - 2018"] if lines[0].startswith("Exempel") else []
    jobs = read_job_lines([*lines, *more])
    assert [(job.title.split(",")[0], job.period.years()) for job in jobs] == [
        ("Lagerarbetare", 3.25),
        *([("Kassör", 3.0)] if more else []),
    ]


def test_a_title_that_no_list_knows_stays_above_its_times() -> None:
    lines = ["Fnularare", "2015 - 2018", "Fnulade", "", "Målare", "2010 - 2013"]
    assert [job.title for job in read_job_lines(lines)] == ["Fnularare", "Målare"]


@pytest.mark.parametrize(
    ("lines", "jobs"),
    [
        (["Kock, Krogen, 2018-2021", "", "Städare, Städbolaget", "• Fönster"], [("Kock", 3.0), ("Städare", None)]),
        (["Snickare", "Byggbolaget", "2016-2019", "", "Målare", "Firman, Täby"], [("Snickare", 3.0), ("Målare", None)]),
        (["Kock, Krogen, 2018-2021", "Diskare, Kaféet"], [("Kock", 3.0), ("Diskare", None)]),
        (["- Taxiförare", "- Bilmekaniker på verkstad"], [("Taxiförare", None), ("Bilmekaniker på verkstad", None)]),
        (["Kock", "", "Krogen", "", "2018 - 2021", "", "Diskare", "", "2015-2017"], [("Kock", 3.0), ("Diskare", 2.0)]),
        (["Cook", "Bistro", "Jan. 2017 Dec. 2019"], [("Cook", 3.0)]),
        (["Krogen", "Kock", "Solna 2018-2021"], [("Kock", 3.0)]),
        (
            ["Köksmästare", "Krogen", "2016-2020", "• Ledde fem", "Kock", "Grillen, Malmö", "2012-2016"],
            [("Köksmästare", 4.0), ("Kock", 4.0)],
        ),
        (["Tekniker | Bolaget | Borås | Jan 2014–Dec 2016"], [("Tekniker", 3.0)]),
        (["Undersköterska", "Boendet", "Februari 2020 till och med januari 2022"], [("Undersköterska", 2.0)]),
    ],
)
def test_titles_without_times_and_times_apart(lines: list[str], jobs: list[tuple[str, float | None]]) -> None:
    found = read_job_lines(lines, undated=True)
    assert [(job.title.split(",")[0], job.period.years()) for job in found] == jobs


def test_what_is_told_of_a_job_is_none_itself() -> None:
    lines = ["Bagare, Bageriet, 2017-2020", "", "Chef för sex personer", "Lärare för nyanställda."]
    found = read_job_lines(lines, undated=True)
    assert [(job.title, job.duties) for job in found] == [
        ("Bagare, Bageriet", "Chef för sex personer Lärare för nyanställda.")
    ]
    assert [job.title for job in read_job_lines(["Kock, Krogen, 2018-2021", "", "Städare, Bolaget"])] == [
        "Kock, Krogen"
    ]


def test_a_remark_in_brackets_makes_no_title_too_long() -> None:
    line = "lagermedarbetare Exempelkedjans centrallager aug 2022 - feb 2025 (uppsagd på grund av arbetsbrist)"
    [job] = read_job_lines([line], undated=True)
    assert job.title.startswith("lagermedarbetare")
    assert job.period.years() == 2.58


def test_a_trade_with_its_town_and_time_is_a_job_and_no_time_of_the_next_line() -> None:
    jobs = read_job_lines(["Tvätteri, Lund, 2 år (slutade 2023)", "Sommarjobb glassbar, 2020"], undated=True)
    assert [(job.title, job.period.years()) for job in jobs] == [("Tvätteri", 2.0), ("Sommarjobb glassbar", None)]
