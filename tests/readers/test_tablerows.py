"""Columns that tell of somebody else, of what is only studied, of a state, or in units of their own."""

from __future__ import annotations

import pytest

from matcher.readers import Source, read_profiles
from matcher.records import Profile


def one(header: str, row: str) -> Profile:
    return read_profiles(Source("p.csv", f"{header}\n{row}".encode()))[0]


@pytest.mark.parametrize(
    "header",
    ["Mentor profession", "Handledarens yrke", "Utbildas till", "Undervisningsspråk", "Partner occupation"],
)
def test_what_others_are_and_what_is_only_studied_is_not_held(header: str) -> None:
    person = one(f"Nr;Modersmål;Kommun;{header}", "1;thai;Falun;C")
    assert (person.experience, person.driving_licences, len(person.languages)) == ((), (), 1)


@pytest.mark.parametrize("cell", ["Arbetssökande", "Studerande", "Student", "Job seeker"])
def test_a_state_is_no_job(cell: str) -> None:
    person = one("Nr;Modersmål;Yrke", f"1;thai;{cell}")
    assert (person.experience, person.none) == ((), ())


def test_units_of_a_header_are_those_of_its_cells() -> None:
    assert one("Nr;Modersmål;Pendlar max (mil)", "1;thai;5").max_travel_minutes is None
    assert one("Nr;Modersmål;Timmar/vecka", "1;thai;40").availability.hours == "full"
    assert one("Nr;Modersmål;Vill du jobba heltid?", "1;thai;Ja").availability.hours == "full"
    person = one("Nr;Modersmål;Yrke;Arbetslivserf. (år)", "1;thai;kock, diskare;12")
    assert [j.years for j in person.experience] == [None]


def test_who_has_no_degree_may_have_been_to_school() -> None:
    assert one("Nr;Modersmål;Examen", "1;thai;Ingen").education == ()
    assert [e.level for e in one("Nr;Modersmål;Utbildning", "1;thai;Ingen").education] == ["none"]


def test_a_question_about_one_kind_of_work_is_a_wish_where_the_answer_is_yes() -> None:
    person = one("Nr;Modersmål;Vill du jobba med barn?;Would you like to work in care?", "1;thai;Ja;No")
    assert (person.wishes, person.not_wanted, person.none) == (("barn",), (), ())


def test_questions_of_a_form_are_a_header_however_long() -> None:
    asked = '"How well do you know each of these languages today, all in all? [German]"'
    header = f'Code,"Which town or municipality is it that you live in?",What is your native language?,{asked}'
    person = one(header, "P-1,Falun,Thai,Good")
    assert (person.id, person.home_municipality) == ("P-1", "Falun")
    assert [(row.lang, row.speaking) for row in person.languages] == [("th", None), ("de", ("B2", "B2"))]
