"""Values as offices and programs write them: codes of languages, ticks under groups, numbers before titles."""

from __future__ import annotations

import pytest
from tests.readers.reading import read_sheet

from matcher.readers import Source, read_profiles


def test_ticks_under_a_group_are_values_of_it() -> None:
    first, second = read_sheet(
        ";;Språk;;Körkort;;Kompetens;;;",
        "Delt;Kommun;Svenska;Dari;B;C;Fräsning;Svarvning;Målning;Mätteknik",
        "P1;Falun;A2;M;x;;x;;;x",
        "P2;Mora;B1;C1;x;x;;x;x;",
    )
    assert [skill.label for skill in first.skills] == ["Fräsning", "Mätteknik"]
    assert [[row.class_ for row in person.driving_licences] for person in (first, second)] == [["B"], ["B", "C"]]
    assert {row.lang: row.native for row in first.languages} == {"sv": False, "fa": True}


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("ti (modersmål), ar B1", ["ti", "ar"]),
        ("hi:B1", ["hi"]),
        ("ar;ku", ["ar", "ku"]),
        ("en del dari", ["fa"]),
        ("no", []),
    ],
)
def test_codes_of_languages_count_in_lists_and_beside_levels(cell: str, codes: list[str]) -> None:
    person = read_sheet("Nr,Kommun,Andra språk", f'1,Falun,"{cell}"')[0]
    assert [row.lang for row in person.languages] == codes


def test_values_of_programs() -> None:
    person = read_sheet(
        "user_id,city,highest_education,work_extent,has_car,work_experience",
        "7,Falun,post_secondary,full_time,false,5120 Kock",
    )[0]
    assert (person.education[0].level, person.availability.hours, person.own_car) == ("post_secondary", "full", False)
    assert [job.title for job in person.experience] == ["Kock"]


def test_a_step_of_the_statistics_is_no_length() -> None:
    header = "Nr;Kommun;Utbildningsnivå"
    longer = read_sheet(header, "1;Falun;EFTERGYMNASIAL, 3 ÅR ELLER LÄNGRE")[0].education[0]
    assert (longer.level, longer.field, longer.years) == ("tertiary", None, None)
    shorter = read_sheet(header, "1;Falun;Eftergymnasial utbildning, två år eller längre")[0].education[0]
    assert (shorter.level, shorter.years) == ("post_secondary", None)


def test_titles_with_lengths_under_other_work_are_jobs_and_care_at_home_is_none() -> None:
    person = read_sheet("Nr;Yrke;Erf (år);Övrig erf", "1;snickare;3;Taxiförare 4 år; vårdat anhörig 8 år")[0]
    assert [(job.title, job.years) for job in person.experience] == [("snickare", 3.0), ("Taxiförare", 4.0)]
    at_home = read_sheet("Nr;Yrke;Fritid", "1;snickare;Fotbollstränare 4 år")[0]
    assert [job.title for job in at_home.experience] == ["snickare"]


def test_a_line_of_means_is_no_person_and_a_wish_without_words_is_told() -> None:
    batch = read_profiles(Source("p.csv", "Elev;Kommun;Önskat jobb;Närvaro %\nA1;Falun;12;90\nSnitt;;;90".encode()))
    assert [person.id for person in batch] == ["A1"]
    assert any(note.what == "expected the work that somebody wishes for" for note in batch.notes)


@pytest.mark.parametrize(
    ("cell", "interval"),
    [
        ("B 1", ("B1", "B1")),
        ("B 1 - B 2", ("B1", "B2")),
        ("C\u00a01", ("C1", "C1")),
        ("SFI C 2 terminer", ("A1", "A2")),
    ],
)
def test_a_level_with_a_blank_within_is_that_level_and_no_course(cell: str, interval: tuple[str, str]) -> None:
    [person] = read_sheet("Delt;Kommun;Svenska nivå;Jobbat med", f"P1;Falun;{cell};Kock")
    [swedish] = person.languages
    assert swedish.speaking == interval


def test_a_name_of_three_words_before_facts_is_a_person_in_a_wide_sheet_and_a_remark_is_none() -> None:
    columns = (
        "Namn;Kommun;Max restid;Modersmål;Svenska;Skola;Jobb;Kunskaper;Körkort;Bil;Kort;Önskar;Vill ej;Tid;Start;Not"
    )
    one, two = read_sheet(
        columns,
        "Anna Maria Exempel;Falun;;;;;Kock 3 år;;;;;;;;;",
        "Bo Exempel;Mora;;;;;Murare 5 år;;;;;;;;;",
        "Listan gäller hela november;;;;;;;;;;;;;;;",
        "Listan gäller bara kommunens deltagare;;;;;;;;;;;;;;;uppdaterad i dag",
    )
    assert [person.home_municipality for person in (one, two)] == ["Falun", "Mora"]
    assert not {"Anna Maria Exempel", "Bo Exempel"} & {one.id, two.id}


@pytest.mark.parametrize("header", ["Önskad studietakt", "Studieomfattning", "Preferred study pace"])
def test_how_much_somebody_would_study_says_nothing_of_hours_of_work(header: str) -> None:
    sheet = (f"id;Kommun;Jobb;{header}", "P1;Falun;Kock;heltid", "P2;Mora;Murare;deltid")
    assert [person.availability.hours for person in read_sheet(*sheet)] == [None, None]
    wished = [line.replace(header, "Önskad sysselsättningsgrad") for line in sheet]
    assert [person.availability.hours for person in read_sheet(*wished)] == ["full", "part"]


@pytest.mark.parametrize(
    ("cell", "swedish"),
    [
        ("dari, svenska (SFI C klart)", ("A2", "A2")),
        ("svenska SFI B", ("A1", "A2")),
        ("turkiska, sfi d klar", ("B1", "B1")),
        ("ukrainska, svenska nybörjare", ("A1", "A1")),
        # A level that is stated counts before a course.
        ("svenska B1 (SFI C klar)", ("B1", "B1")),
    ],
)
def test_a_course_among_languages_is_a_level_of_swedish(cell: str, swedish: tuple[str, str]) -> None:
    (person,) = read_sheet("id;Språk;Yrke", f"1;{cell};kock")
    assert [row.speaking for row in person.languages if row.lang == "sv"] == [swedish]
