"""Columns that tell of somebody else, of what is only studied, of a state, or in units of their own."""

from __future__ import annotations

import pytest

from matcher.readers import Source, read_profiles
from matcher.records import Profile


def one(header: str, row: str) -> Profile:
    return read_profiles(Source("p.csv", f"{header}\n{row}".encode()))[0]


@pytest.mark.parametrize(
    "header",
    [
        "Mentor profession",
        "Handledarens yrke",
        "Utbildas till",
        "Undervisningsspråk",
        "Partner occupation",
        "Målsmans yrke",
        "Excluded occupations",
        "Kompletterande utbildning",
        "First choice employer",
        "Ej godkända moment",
        "Skola",
        "Tutor languages",
        "Praktik omdöme",
        "Aktuella jobb att söka",
        "Steg 2: praktik",
    ],
)
def test_what_others_are_and_what_is_only_studied_is_not_held(header: str) -> None:
    person = one(f"Nr;Modersmål;Kommun;{header}", "1;thai;Falun;C")
    assert (person.experience, person.driving_licences, len(person.languages)) == ((), (), 1)
    assert (person.wishes, person.education) == ((), ())


@pytest.mark.parametrize("cell", ["Arbetssökande", "Studerande", "Student", "Job seeker"])
def test_a_state_is_no_job(cell: str) -> None:
    person = one("Nr;Modersmål;Yrke", f"1;thai;{cell}")
    assert (person.experience, person.none) == ((), ())


def test_units_of_a_header_are_those_of_its_cells() -> None:
    assert one("Nr;Modersmål;Pendlar max (mil)", "1;thai;5").max_travel_minutes is None
    assert one("Nr;Modersmål;Timmar/vecka", "1;thai;40").availability.hours == "full"
    assert one("Nr;Modersmål;Vill du jobba heltid?", "1;thai;Ja").availability.hours == "full"
    person = one("Nr;Modersmål;Yrke;Arbetslivserf. (år)", "1;thai;kock, diskare;12")
    assert [j.years for j in person.experience] == [None, None]


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


def test_a_program_writes_headers_with_underscores() -> None:
    header = "id;kommun_namn;modersmal;yrke_1;yrke_1_ar;yrke_1_land;onskat_yrke;kan_borja;egen_bil"
    person = one(header, "4;Falun;thai;kock;3;Laos;bagare;2027-02-01;nej")
    assert [(j.title, j.years, j.country) for j in person.experience] == [("kock", 3.0, "LA")]
    assert (person.home_municipality, person.wishes, person.own_car) == ("Falun", ("bagare",), False)
    assert (person.availability.from_, person.languages[0].native) == ("2027-02-01", True)


def test_none_of_these_denies_no_others() -> None:
    person = one("Nr;Modersmål;Kryssa i det du har arbetat med;Kort", "1;thai;Inget av detta;None of these")
    assert (person.experience, person.certificates, person.none) == ((), (), ())


def test_several_languages_in_a_cell_are_not_all_native() -> None:
    person = one("Nr;Yrke;Språk på jobbet?;Starkaste språk", "1;kock;svenska, thai;thai")
    assert [row.native for row in person.languages] == [False, False]


def test_times_and_hours_asked_for() -> None:
    assert one("Nr;Modersmål;Helg möjligt?", "1;thai;Nej").availability.not_ == ("weekend",)
    assert one("Nr;Modersmål;Hur många timmar vill du jobba?;Timmar v8", "1;thai;38;12").availability.hours == "full"


def test_rows_of_a_question_about_one_language_are_its_skills() -> None:
    header = "Registration code;Mother tongue;How good is your Swedish? [Speaking];How good is your Swedish? [Writing]"
    person = one(f"{header};How good is your French? [Speaking]", "Q-1;Thai;B1;A2;C1")
    assert (person.id, person.languages[0].native) == ("Q-1", True)
    assert {row.lang: (row.speaking, row.writing) for row in person.languages[1:]} == {
        "sv": (("B1", "B1"), ("A2", "A2")),
        "fr": (("C1", "C1"), None),
    }


def test_a_swedish_licence_is_no_level_and_a_painter_no_aim() -> None:
    person = one("Nr;Native language;Do you have a Swedish driving licence?", "1;Thai;Yes (B)")
    assert ([row.class_ for row in person.driving_licences], len(person.languages)) == (["B"], 1)
    person = one("Nr;Modersmål;Hemort;Målare (år);Spouse language", "1;thai;Falun;4;dari")
    assert ([j.title for j in person.experience], person.wishes, len(person.languages)) == (["Målare"], (), 1)


def test_what_cannot_be_worked_is_no_work() -> None:
    person = one("Nr;Native language;Cannot work;Kan inte jobba", "1;Thai;Nights;helg")
    assert (person.experience, person.availability.not_) == ((), ("night", "weekend"))


def test_a_course_of_swedish_is_no_school_and_a_cert_is_one_card() -> None:
    header = "Nr;Native language;Education in Sweden;Forklift cert;First aid cert"
    person = one(header, "1;Thai;SFI B;Yes;No")
    assert (person.education, person.certificates) == ((), ("truck",))


@pytest.mark.parametrize("line", ["---;---;---", "====;;", "-;-;-", "***;***;***"])
def test_a_line_drawn_across_a_table_is_nobody(line: str) -> None:
    people = read_profiles(Source("p.csv", f"id;kommun;yrke\nA1;Lund;Kock\n{line}\nA2;Lund;-\n".encode()))
    assert [person.id for person in people] == ["A1", "A2"]
