"""What notes say that sounds like more: what is asked for, courses without a level, dashes of times, degrees."""

from __future__ import annotations

import pytest
from tests.readers.reading import read_note

from matcher.readers.cells.courses import read_courses
from matcher.readers.cells.plans import read_wishes
from matcher.readers.cells.work import read_job


@pytest.mark.parametrize("label", ["Ansökt om", "Har ansökt om", "Applied for", "Väntar på", "Anmäld till"])
def test_what_is_asked_for_is_not_held(label: str) -> None:
    read = read_note(f"{label}: B-körkort, truckkort\nJobb: Chaufför 3 år\n")
    assert not read.certificates
    assert not read.driving_licences
    held = read_note("Har: B-körkort, truckkort\nJobb: Chaufför 3 år\n")
    assert (held.certificates, len(held.driving_licences)) == (("truck",), 1)


def test_a_licence_to_practise_that_is_applied_for_is_under_way() -> None:
    read = read_note("Ansökt om: legitimation som sjuksköterska\nJobb: Sjuksköterska 3 år\n")
    assert read.licensed_profession is not None
    assert (read.licensed_profession.profession, read.licensed_profession.status) == ("sjuksköterska", "applied")
    assert read_note("Saknar: legitimation som sjuksköterska\nJobb: Kock 3 år\n").licensed_profession is None


@pytest.mark.parametrize("said", ["SFI A, ingen nivå satt", "Sfi kurs B - nivå ej bedömd", "SFI C (not assessed)"])
def test_a_course_whose_level_nobody_knows_tells_none(said: str) -> None:
    assert read_courses(said).interval is None


@pytest.mark.parametrize("said", ["SFI B, klar", "SFI B", "SFI B. Engelska: ingen nivå", "läser SFI B, ej testad"])
def test_a_course_with_another_word_beside_it_tells_one(said: str) -> None:
    assert read_courses(said).interval is not None


@pytest.mark.parametrize(
    ("text", "years", "last"),
    [
        ("Baker, March 2019 - February 2023", 4.0, 2023),
        ("Målare i Polen, 2011 - 2014. Sv B1 - Eng A2", 3.0, 2014),
        ("Sv B1 - målare 2011 - 2014 Polen - B-körkort", 3.0, 2014),
    ],
)
def test_the_dash_of_a_time_parts_no_clauses(text: str, years: float, last: int) -> None:
    read = read_note(text)
    assert [(job.years, job.last_year) for job in read.experience] == [(years, last)]


def test_a_dash_behind_a_year_parts_what_is_no_time() -> None:
    read = read_note("Målare 2011 - Svenska B1")
    assert [job.last_year for job in read.experience] == [2011]
    assert [row.lang for row in read.languages] == ["sv"]


@pytest.mark.parametrize(
    ("text", "title"),
    [("Bagare, jobbat 5 år i Iran", "Bagare"), ("Baker, has worked", "Baker"), ("Arbetskonsulent", "Arbetskonsulent")],
)
def test_that_somebody_worked_is_no_part_of_a_title(text: str, title: str) -> None:
    job = read_job(text)
    assert job is not None
    assert job.title == title


def test_a_degree_is_no_job() -> None:
    for text in ("Lärarexamen från Damaskus universitet 2010", "Lärarexamen universitet Syrien 2010"):
        read = read_note(f"{text}\nSpråk: arabiska\n")
        assert not read.experience
        assert [one.level for one in read.education] == ["tertiary"]
    assert [job.title for job in read_note("Lärare, Damaskus 2004-2010\nSpråk: arabiska\n").experience] == ["Lärare"]


def test_when_somebody_can_begin_is_no_wish() -> None:
    assert read_wishes("bagare, starting in May") == ["bagare"]
    assert read_wishes("bagare; börjar i maj") == ["bagare"]
    assert read_wishes("startup-rådgivare, börsmäklare") == ["startup-rådgivare", "börsmäklare"]


def test_a_first_line_with_its_time_is_a_job_and_no_wish() -> None:
    read = read_note("Kock i Iran, 2019 - 2021\nSvenska B1")
    assert [job.title for job in read.experience] == ["Kock"]
    assert not read.wishes
    assert read_note("Kock, bagare\nSvenska B1\nErfarenhet\nBagare, Polen 2010-2018").wishes == ("Kock", "bagare")


@pytest.mark.parametrize(
    "text",
    [
        "Bor i Kalmar. Lämnar barn på förskolan 7.15 och kan jobba därefter.",
        "Note\nDrops the children at school at 8 and can work after that.\n\nCV\nWork\n2015-2019 Cook, Kabul\n",
        "CV\nArbete\n2015-2019 Kock, Kabul\nÖvrigt\nHämtar barn, kan inte börja före kl 9.\n",
    ],
)
def test_times_stay_whatever_the_reason_that_goes(text: str) -> None:
    read = read_note(text)
    assert read.availability.not_ == ("early",)
    assert "barn" not in str(read.to_dict())


def test_times_of_somebody_else_are_none() -> None:
    assert read_note("Maken kan bara jobba dagtid. Bor i Lund. Engelska B1.").availability.not_ == ()


def _jobs(text: str) -> list[tuple[str, str | None, float | None]]:
    return [(job.title, job.country, job.years) for job in read_note(text).experience]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Målare, jobbat i Erbil. Lager, jobbat 3 år. Engelska B1.", "Målare"),
        ("Baker, worked in Aleppo. Cleaning, worked 2 years. English B1.", "Baker"),
    ],
)
def test_a_job_told_with_its_verb_does_not_take_the_next_one(text: str, wrong: str) -> None:
    titles = [title for title, _, years in _jobs(text) if years]
    assert titles
    assert not any(wrong in title for title in titles)


def test_a_job_behind_what_is_looked_for_is_no_wish() -> None:
    read = read_note("Looking for work, starting in June. Tailor 6 years, Iraq. English B1.")
    assert [(job.title, job.years) for job in read.experience] == [("Tailor", 6.0)]
    assert (read.wishes, [row.lang for row in read.languages]) == ((), ["en"])
    assert read_note("Looking for work as a tailor, full time. English B1.").experience == ()


def test_the_years_of_a_doctor_are_not_those_of_an_aide() -> None:
    told = _jobs("Läkare från Syrien 6 år, jobbar nu som usk. Bor i Lund.")
    assert ("Läkare", "SY", 6.0) in told
    assert all(years is None for title, _, years in told if title != "Läkare")
    assert _jobs("Kock i Iran 6 år, jobbar kvar där. Bor i Lund.")[0][2] == 6.0


def test_two_schools_of_one_level_are_two() -> None:
    read = read_note("Jag gick gymnasium i Kabul 3 år. Sedan gick jag yrkesskola i Herat 2 år. Bor i Lund.")
    assert [school.years for school in read.education] == [3.0, 2.0]
    again = read_note("Jag gick gymnasium i Kabul 3 år. Gymnasiet i Kabul var bra. Bor i Lund.")
    assert len(again.education) == 1


def test_how_learners_tell_of_home_and_work() -> None:
    read = read_note("Jag jobba kock Iran 5 år. Jag bo Malmö.")
    assert ([job.title for job in read.experience], read.home_municipality) == (["kock"], "Malmö")


def test_lists_in_small_letters() -> None:
    assert [title for title, _, _ in _jobs("Jobb jag haft:\nkock\nstädare\n\nSpråk:\nengelska B1\n")] == [
        "Kock",
        "Städare",
    ]
    assert read_note("Detta kan jag jobba som\n- kock\n- diskare\nBor i Lund.\n").wishes == ("kock", "diskare")


@pytest.mark.parametrize(
    ("said", "held"),
    [
        ("CE giltigt tillsv., ej utbytt. Chaufför 5 år Irak.", ("CE", "yes")),
        ("Körkort C-E. Bor i Lund.", ("CE", "unknown")),
        ("B-körkort, ej giltigt. Bor i Lund.", ("B", "no")),
    ],
)
def test_classes_and_whether_they_count(said: str, held: tuple[str, str]) -> None:
    [licence] = read_note(said).driving_licences
    assert (licence.class_, licence.valid) == held


@pytest.mark.parametrize(
    ("said", "levels", "years"),
    [
        ("Läste tre av fem år på universitet i Peru men avbröt", ["post_secondary"], [3.0]),
        ("Gymnasium i Peru, sedan två av fyra år på universitet", ["upper_secondary", "post_secondary"], [None, 2.0]),
        ("Har ansökt till undersköterskeutbildning på komvux, start i mars", [], []),
        ("Universitet 4 år i Peru, har ansökt till UHR", ["tertiary"], [4.0]),
    ],
)
def test_studies_half_done_are_no_degree_and_no_job(said: str, levels: list[str], years: list[float | None]) -> None:
    read = read_note(f"Anteckning\n{said}\nSpråk: spanska B2\n")
    assert [one.level for one in read.education] == levels
    assert [one.years for one in read.education] == years
    assert not read.experience


def test_a_label_with_its_value_ends_where_languages_or_schools_are_told() -> None:
    read = read_note("Gesällbrev: gör provet i maj.\nGeorgiska modersmål, svenska B2.\nGrundskola 8 år i Georgien.\n")
    assert not read.certificates
    assert [row.lang for row in read.languages] == ["ka", "sv"]
    assert [one.years for one in read.education] == [8.0]
    read = read_note("Erfarenhet: Kassör 2 år i Peru.\nSpanska (modersmål), engelska C1, svenska A2.\n")
    assert [row.lang for row in read.languages] == ["es", "en", "sv"]
    assert [job.title for job in read.experience] == ["Kassör"]
