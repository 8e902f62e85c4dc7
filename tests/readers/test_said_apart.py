"""Lines that look like headings, places or wishes, and what is said in words for numbers."""

from __future__ import annotations

from datetime import date

import pytest
from tests.readers.reading import read_note

from matcher.readers.cells.firstday import read_start
from matcher.readers.cells.plans import read_minutes
from matcher.readers.texts.sections import split_sections
from matcher.readers.told.jobs import read_job_lines


def test_a_language_with_its_levels_is_no_heading() -> None:
    profile = read_note("SPRÅK\nDari, modersmål\nSvenska, A2 (lyssna B1, skriva A1)\n\nKÖRKORT\nB, svenskt\n")
    assert [one.lang for one in profile.languages] == ["fa", "sv"]
    assert profile.languages[1].listening == ("B1", "B1")


def test_a_year_is_no_municipality() -> None:
    [job] = read_job_lines(["Dairy group", "Purchaser", "2012 - 2021 (9 years)", "Dnipro, Ukraine"])
    assert (job.title, job.countries) == ("Purchaser", ("UA",))
    assert read_note("CV 2021\n\nSpråk\nDari: modersmål\n\nKunskaper\nsömnad\n").home_municipality is None


def test_headings_in_own_words_by_the_style_of_the_text() -> None:
    text = (
        "Ana\n\nArbete\nKock, Iran, 2010-2015\n\nUtbildning\nGymnasium, Iran\n\nTungomålen jag har\nDari, modersmål\n"
        "\nKunnandet mitt\nbakning, disk\n\nArbete som jag söker\nkock\n\nUndanbedes\nstädning\n"
    )
    kinds = [section.kind for section in split_sections(text)]
    assert kinds == ["top", "work", "education", "language", "skill", "wish", "not_wanted"]


def test_a_title_is_no_heading() -> None:
    text = "Arbete\n\nRestaurang Norr\nKock\n2010-2015\n\nUtbildning\nGymnasium, Iran\n"
    assert [job.title for job in read_note(text).experience] == ["Kock"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("den sjunde december", "2026-12-07"), ("the 14th of January 2027", "2027-01-14"),
        ("första mars 2027", "2027-03-01"), ("om en månad", "2026-12-20"),
    ],
)  # fmt: skip
def test_days_in_words(text: str, day: str | None) -> None:
    assert read_start(text, date(2026, 11, 20)) == day


def test_minutes_in_words() -> None:
    assert [read_minutes(one) for one in ("högst fyrtio minuter", "forty-five minutes", "en kvart")] == [40, 45, 15]


def test_what_is_told_behind_a_wish_is_none() -> None:
    profile = read_note(
        "Vill jobba som\nreceptionist, allra helst på hotell. Vaktjobb är ett avslutat kapitel. Inte disk.\n"
    )
    assert (profile.wishes, profile.not_wanted) == (("receptionist",), ("disk",))


def test_headings_between_signs() -> None:
    text = "Bo\n\n• Profil •\nTrä\n\n• Språkförmåga •\nDari - modersmål\n\n• Framåt •\nHelst snickare, annars målare"
    assert [section.kind for section in split_sections(text)] == ["top", "about", "language", "wish"]
    assert read_note(text).wishes == ("snickare", "målare")


def test_a_form_in_columns_whose_heading_is_that_of_a_note() -> None:
    text = (
        "KARTLÄGGNING A1                    Växjö kommun\n=======\n"
        "Bakgrund          8 års grundskola, Somalia\n                  Somaliska modersmål; svenska A2 skriftligt\n"
        "Styrkor           kassahantering, varuplock\nKörkort/bil       nej / nej\nÖnskar            kassör\n"
    )
    profile = read_note(text)
    assert profile.driving_licences == ()
    assert [one.label for one in profile.skills] == ["kassahantering", "varuplock"]
    assert profile.wishes == ("kassör",)


def test_employment_that_says_how_much() -> None:
    profile = read_note("Desired post: welder\nEmployment: full; ready to start on 1 March 2027\n\nSkills\nwelding\n")
    assert (profile.wishes, profile.availability.hours, profile.experience) == (("welder",), "full", ())


def test_a_licence_behind_the_languages() -> None:
    text = (
        "Education\nSchool in Iran, 9 years\n\nLanguages\nDari (native), English B2\n\nAdditional\n"
        "Driver's licence of category B (Iran, invalid here). No automobile.\n"
    )
    profile = read_note(text)
    assert [(one.class_, one.valid) for one in profile.driving_licences] == [("B", "no")]
    assert (profile.own_car, profile.not_wanted) == (False, ())
