"""Lines that look like headings, places or wishes, and what is said in words for numbers."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.cells.plans import read_minutes, read_start
from matcher.readers.jobs import read_job_lines
from matcher.readers.sections import split_sections


def _read(text: str):
    [profile] = read_profiles(Source("a.txt", text.encode())).records
    return profile


def test_a_language_with_its_levels_is_no_heading() -> None:
    profile = _read("SPRÅK\nDari, modersmål\nSvenska, A2 (lyssna B1, skriva A1)\n\nKÖRKORT\nB, svenskt\n")
    assert [one.lang for one in profile.languages] == ["fa", "sv"]
    assert profile.languages[1].listening == ("B1", "B1")


def test_a_year_is_no_municipality() -> None:
    [job] = read_job_lines(["Dairy group", "Purchaser", "2012 - 2021 (9 years)", "Dnipro, Ukraine"])
    assert (job.title, job.countries) == ("Purchaser", ("UA",))
    assert _read("CV 2021\n\nSpråk\nDari: modersmål\n\nKunskaper\nsömnad\n").home_municipality is None


def test_headings_in_own_words_by_the_style_of_the_text() -> None:
    text = (
        "Ana\n\nArbete\nKock, Iran, 2010-2015\n\nUtbildning\nGymnasium, Iran\n\nTungomålen jag har\nDari, modersmål\n"
        "\nKunnandet mitt\nbakning, disk\n\nArbete som jag söker\nkock\n\nUndanbedes\nstädning\n"
    )
    kinds = [section.kind for section in split_sections(text)]
    assert kinds == ["top", "work", "education", "language", "skill", "wish", "not_wanted"]


def test_a_title_is_no_heading() -> None:
    text = "Arbete\n\nRestaurang Norr\nKock\n2010-2015\n\nUtbildning\nGymnasium, Iran\n"
    assert [job.title for job in _read(text).experience] == ["Kock"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("den sjunde december", "2026-12-07"), ("the 14th of January 2027", "2027-01-14"),
        ("första mars 2027", "2027-03-01"), ("om en månad", None),
    ],
)  # fmt: skip
def test_days_in_words(text: str, day: str | None) -> None:
    assert read_start(text, date(2026, 11, 20)) == day


def test_minutes_in_words() -> None:
    assert [read_minutes(one) for one in ("högst fyrtio minuter", "forty-five minutes", "en kvart")] == [40, 45, 15]


def test_what_is_told_behind_a_wish_is_none() -> None:
    profile = _read(
        "Vill jobba som\nreceptionist, allra helst på hotell. Vaktjobb är ett avslutat kapitel. Inte disk.\n"
    )
    assert (profile.wishes, profile.not_wanted) == (("receptionist",), ("disk",))
