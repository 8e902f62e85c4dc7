"""Jobs of one title at one time: their time counts once, in every format."""

from __future__ import annotations

import json
from datetime import date

import pytest

from matcher.readers import Batch, Source, read_profiles
from matcher.readers.cells.overlaps import counted_once
from matcher.readers.cells.work import Job
from matcher.readers.times.months import Month
from matcher.readers.times.periods import period_of
from matcher.records import Profile


def job(title: str, start: str, end: str, *countries: str, duties: str | None = None) -> Job:
    return Job(title, period_of(start, end), countries, duties)


def resume(*jobs: tuple[str, str, str], as_of: date | None = None) -> Batch[Profile]:
    work = [{"position": title, "startDate": start, "endDate": end} for title, start, end in jobs]
    return read_profiles(Source("cv.json", json.dumps({"basics": {}, "work": work}).encode()), as_of=as_of)


def lengths(*jobs: Job, newest: Month | None = None) -> list[tuple[str, float | None]]:
    return [(one.title, one.period.years(newest)) for one in counted_once(jobs, newest)]


def test_time_that_two_jobs_share_counts_once() -> None:
    inside = job("Svetsare", "2018-01", "2020-12"), job("svetsare", "2019-01", "2019-06")
    assert lengths(*inside) == [("Svetsare", 3.0)]
    assert lengths(*inside[::-1]) == [("svetsare", 3.0)]
    assert lengths(job("Svetsare", "2018-01", "2019-12"), job("Svetsare", "2019-01", "2021-12")) == [("Svetsare", 4.0)]


def test_a_job_between_two_joins_all_three() -> None:
    three = (
        job("Murare", "2010-01", "2012-12"),
        job("Murare", "2014-01", "2015-12"),
        job("Murare", "2012-01", "2014-06"),
    )
    assert lengths(*three) == [("Murare", 6.0)]


def test_jobs_one_after_another_and_other_work_stay_apart() -> None:
    after = job("Tolk", "2016", "2018"), job("Tolk", "2018", "2020"), job("Tolk", "2021-01", "2021-12")
    assert lengths(*after) == [("Tolk", 2.0), ("Tolk", 2.0), ("Tolk", 1.0)]
    beside = job("Tolk", "2016-01", "2018-12"), job("Lärare", "2016-01", "2018-12")
    assert lengths(*beside) == [("Tolk", 3.0), ("Lärare", 3.0)]


def test_what_was_done_and_where_is_kept_of_both() -> None:
    both = job("Kock", "2018", "2020", "SY", duties="soppor"), job("Kock", "2019", "2021", "SE", duties="bröd")
    (once,) = counted_once(both)
    assert (once.countries, once.duties) == (("SY", "SE"), "soppor\nbröd")


def test_an_open_job_runs_on_when_it_is_joined() -> None:
    jobs = job("Vårdare", "2020-01", ""), job("Vårdare", "2019-01", "2020-06")
    assert lengths(*jobs, newest=Month(2021, 12)) == [("Vårdare", 3.0)]
    assert lengths(*jobs) == [("Vårdare", None), ("Vårdare", 1.5)]


def test_a_stated_length_covers_nobody_knows_which_time() -> None:
    batch = read_profiles(
        Source("p.csv", "Id;Yrkeserfarenhet;Körkort\n1;Kock 2 år, 2018-2020 + kock 2019-2021;B".encode())
    )
    assert [one.years for one in batch[0].experience] == [2.0, 2.0]


def test_the_report_tells_of_what_was_joined_and_not_of_a_plain_repetition() -> None:
    batch = resume(("Baker", "2018-01", "2020-12"), ("Baker", "2020-01", "2021-12"))
    assert [one.years for one in batch[0].experience] == [4.0]
    assert any(note.level == "guessed" and "counts once" in note.what for note in batch.notes)
    assert not resume(("Baker", "2018-01", "2020-12"), ("Baker", "2018-01", "2020-12")).notes


@pytest.mark.parametrize(
    ("start", "end", "years", "last"),
    [("2025-11", "2035-12", 1.0, 2026), ("2031-01", "2035-12", None, None), ("2031-01", "", None, None)],
)
def test_time_to_come_is_no_experience(start: str, end: str, years: float | None, last: int | None) -> None:
    batch = resume(("Baker", start, end), as_of=date(2026, 10, 31))
    assert [(one.years, one.last_year) for one in batch[0].experience] == [(years, last)]
    assert any(note.level == "doubtful" and "--as-of" in note.what for note in batch.notes)


@pytest.mark.parametrize(
    ("first", "second", "n_jobs"),
    [
        ("Kock", "Kock (vikariat)", 1),
        ("Kock på Grillen", "Kock på Sjökrogen", 1),
        ("Rektor", "tf rektor", 1),
        ("Kock, Norrkök AB", "Kock 50 %, Restaurang Eken", 1),
        ("Lärare, svenska", "Lärare, matematik", 2),
        ("Kock", "Kock i skola", 2),
        ("Extralärare", "Lärare", 2),
    ],
)
def test_what_stands_beside_a_title_makes_no_second_job(first: str, second: str, n_jobs: int) -> None:
    held = (job(first, "2018-01", "2019-12"), job(second, "2018-06", "2019-06"))
    assert len(counted_once(held)) == n_jobs
