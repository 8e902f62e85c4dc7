"""What caseworkers write of work, in one cell."""

from __future__ import annotations

import pytest

from matcher.readers.cells.work import never_worked, read_job
from matcher.readers.cells.worklist import read_jobs


@pytest.mark.parametrize(
    ("text", "title", "years", "country"),
    [
        ("Frisör 2,5 år (Iran)", "Frisör", 2.5, "IR"),
        ("Målare 2004-2012 Irak", "Målare", 8.0, "IQ"),
        ("Vakt, 6 år, Sverige, slutade 2014", "Vakt", 6.0, "SE"),
        ("bagare 6 mån", "bagare", 0.5, None),
        ("IT-tekniker, helpdesk 3 år Kenya", "IT-tekniker, helpdesk", 3.0, "KE"),
        ("Snickare", "Snickare", None, None),
        ("praktik förskola, mars-maj 2026, Sverige", "förskola, praktik", 0.25, "SE"),
        ("Har jobbat som murare i Libanon 4 år", "murare", 4.0, "LB"),
    ],
)
def test_one_job(text: str, title: str, years: float | None, country: str | None) -> None:
    job = read_job(text)
    assert job is not None
    record = job.record()
    assert (record.title, record.years, record.country) == (title, years, country)


def test_jobs_apart_from_their_years_and_country() -> None:
    job = read_job("ssk klinik", "2 (t.o.m. 2023)", "Thailand")
    assert job is not None
    assert (job.title, job.record().years, job.record().last_year, job.countries) == (
        "sjuksköterska klinik",
        2.0,
        2023,
        ("TH",),
    )


def test_several_jobs_in_a_cell() -> None:
    jobs = read_jobs("Kock 10 år (Syrien, Turkiet); diskare 6 mån Sverige\nvakt 2019-2021")
    assert [(j.title, j.period.years()) for j in jobs] == [("Kock", 10.0), ("diskare", 0.5), ("vakt", 2.0)]
    assert jobs[0].record().country is None
    assert never_worked("aldrig arbetat")
    assert read_jobs("Har inte haft något arbete") == []


def test_jobs_in_a_cell() -> None:
    def told(text: str) -> list[tuple[str, float | None, str | None]]:
        return [(job.title, job.period.years(), job.record().country) for job in read_jobs(text)]

    assert told("herde, Iran, 9 år / kock Turkiet 2 år") == [("herde", 9.0, "IR"), ("kock", 2.0, "TR")]
    assert told("svetsare Polen 4 år samt Norge 2 år") == [("svetsare", 4.0, "PL"), ("svetsare", 2.0, "NO")]
    assert told("ssk Iran 4 år. vårdbitr. Sverige 6 år") == [("sjuksköterska", 4.0, "IR"), ("vårdbiträde", 6.0, "SE")]
    assert told("rörmok. Polen 5 år, Norge 2 år, Sverige nu")[:2] == [("rörmok", 5.0, "PL"), ("rörmok", 2.0, "NO")]
    assert told("bilmek. 9 år fram till 2018 Polen") == [("bilmekaniker", 9.0, "PL")]
    assert told("målare / murare 3 år Irak") == [("målare / murare", 3.0, "IQ")]
    assert told("servitör Uppsala 2 år") == [("servitör", 2.0, "SE")]


def test_a_length_before_the_title_and_one_that_is_only_bounded() -> None:
    jobs = read_jobs("5 år som murare; kock mindre än 1 år; målare 2 år")
    assert [(job.title, job.period.years()) for job in jobs] == [("murare", 5.0), ("kock", None), ("målare", 2.0)]


def test_a_short_form_keeps_its_point_where_another_is_left_of_what_stood_behind() -> None:
    for rest in ("", ".", " ."):
        assert read_jobs(f"Ssk, kirurgavd.{rest}")[0].title == "sjuksköterska, kirurgavdelning"


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        (
            "egen kiosk i Asmara 2012-2019, mest frukt. 2020-2022 bärgare i Khartoum. "
            "I Sverige: extrajobb, vintern 24/25 (3 mån)",
            [("egen kiosk", ("ER",), 7.0), ("bärgare", ("SD",), 2.0), ("extrajobb", ("SE",), 0.25)],
        ),
        (
            "Kock 6 år i Bagdad, servitör 2 år. Ingen erfarenhet i Sverige.",
            [("Kock", ("IQ",), 6.0), ("servitör", (), 2.0)],
        ),
        ("frisör i 12 år i Damaskus, egen salong de sista 5 åren", [("frisör", ("SY",), 12.0)]),
        ("praktik på förskola i Solna sedan augusti 2026", [("förskola, praktik", ("SE",), None)]),
    ],
)
def test_jobs_told_in_one_line(text: str, jobs: list[tuple[str, tuple[str, ...], float | None]]) -> None:
    assert [(job.title, job.countries, job.period.years()) for job in read_jobs(text)] == jobs
