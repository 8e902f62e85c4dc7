"""Notes of caseworkers read whole: what is lacking, under way or of a course is no paper that somebody holds."""

from datetime import date

import pytest
from tests.readers.reading import read_note, read_sheet


def _classes(text: str) -> list[tuple[str, str | None]]:
    return [(one.class_, one.country) for one in read_note(text).driving_licences]


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Pashto; sv SFI C klar, D på distans. Bor i Täby, ingen egen bil men körkort.", []),
        ("SFI B klar, läser C. Körkort CE.", [("CE", None)]),
        ("SFI D. B-körkort.", [("B", None)]),
        ("AM-kort finns, övningskör B", [("AM", None)]),
        ("Körkort: C, D (jordanskt), C utbytt 2023", [("C", None), ("D", "JO")]),
    ],
)
def test_letters_of_courses_are_no_classes_and_what_was_exchanged_counts(
    text: str, classes: list[tuple[str, str | None]]
) -> None:
    assert _classes(text) == classes


def test_a_course_behind_the_one_that_is_done_is_studied() -> None:
    [swedish] = read_note("sv SFI C klar, D på distans").languages
    assert swedish.studying


@pytest.mark.parametrize("text", ["Dari, svenska B1. Engelska nej.", "Språk: dari, svenska B1, engelska: ingen"])
def test_a_language_that_is_denied_behind_its_name_is_none(text: str) -> None:
    assert [row.lang for row in read_note(text).languages] == ["fa", "sv"]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Heta arbeten till 2028, liftkort, inte kvarts.", ()),
        ("Kan Python, SQL. Ej PHP.", ()),
        ("Vill kök. Inte lager. Ej taxi.", ("lager", "taxi")),
        ("Vill bygg. Inte ramadankvällar.", ()),
    ],
)
def test_what_somebody_has_not_is_no_work_that_is_refused(text: str, refused: tuple[str, ...]) -> None:
    assert read_note(text).not_wanted == refused


def test_classes_stand_among_cards() -> None:
    rows = read_sheet(
        "Nr;Behörighet;Yrke", "1;AM + B;kock 3 år", "2;körkort C, truckkort;murare 2 år", "3;leg sökt;optiker 5 år"
    )
    assert [[one.class_ for one in row.driving_licences] for row in rows] == [["AM", "B"], ["C"], []]
    assert [row.certificates for row in rows] == [(), ("truck",), ()]
    assert rows[2].licensed_profession is not None
    assert rows[2].licensed_profession.status == "applied"


def _jobs(text: str) -> list[tuple[str, float | None, str | None]]:
    return [(job.title, job.years, job.country) for job in read_note(text).experience]


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        (
            "Bor i Täby, reser max 1 tim. Utbildad svarvare i Homs, jobbat 7 år (CNC), sen 3 år lager i Libanon.",
            [("svarvare (CNC)", 7.0, "SY"), ("lagerarbetare", 3.0, "LB")],
        ),
        ("Utbildad frisör, arbetat 4 år i Iran.", [("frisör", 4.0, "IR")]),
        ("Bussförare 6 år, därefter eget åkeri 2 år.", [("Bussförare", 6.0, None), ("eget åkeri", 2.0, None)]),
        (
            "Murare 4 år i Polen, sedan kakel/plattsättning Norge svart(!) 2 år.",
            [("Murare", 4.0, "PL"), ("plattsättare", 2.0, "NO")],
        ),
        ("Målare sen 12 år tillbaka", [("Målare", 12.0, None)]),
        (
            "Svetsare. Jobbat på Fnular AB 2012-2016, Mäkta Mek 2017-2020.",
            [("Svetsare, Fnular AB", 4.0, None), ("Svetsare, Mäkta Mek", 3.0, None)],
        ),
        ("IMY bygg klar 2024 på vux i Tumba.", []),
    ],
)
def test_jobs_told_without_a_verb_of_their_own(text: str, jobs: list[tuple[str, float | None, str | None]]) -> None:
    assert _jobs(text) == jobs


def test_years_worked_are_none_of_the_training() -> None:
    [school] = read_note("Utbildad frisör, arbetat 4 år i Iran.").education
    assert (school.field, school.years) == ("frisör", None)


def test_degrees_with_points_between_their_letters() -> None:
    profile = read_note("Education\nB.E. Mechanical, 2011, Pune\nM.S. Mechanical, 2013, Pune")
    assert [one.level for one in profile.education] == ["tertiary", "tertiary"]


def test_schools_for_adults_and_a_protected_title_stand_among_schools() -> None:
    profile = read_note(
        "UTBILDNING\nBarnskötarutbildning 1300 poäng, Komvux Nacka, 2022\nElutbildning, Yrkesvux Solna, 2023\n"
        "Skyddad yrkestitel undersköterska, Socialstyrelsen, 2024"
    )
    assert [(one.field, one.country) for one in profile.education] == [("barnskötare", "SE"), ("Elutbildning", "SE")]
    assert profile.licensed_profession is not None
    assert profile.licensed_profession.status == "licensed"


@pytest.mark.parametrize("text", ["SPRÅK\ndari (M), franska (C2)", "Språk: dari M, franska C2"])
def test_a_mother_tongue_by_its_letter(text: str) -> None:
    assert [(row.lang, row.native) for row in read_note(text).languages] == [("fa", True), ("fr", False)]


def test_small_places_of_the_county_are_homes_and_an_island_in_a_name_is_no_country() -> None:
    [bro, dalaro] = read_sheet("Nr;Ort;Yrke", "1;Bro;kock 3 år", "2;Dalarö;kock 3 år")
    assert (bro.home_municipality, dalaro.home_municipality) == ("Upplands-Bro", "Haninge")
    assert read_note("Gick på Hyper Island, 2 år.").education[0].country is None
    assert [job.country for job in read_note("Kock Island 3 år. Sv B1.").experience] == ["IS"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Kan börja om två veckor.", "2026-11-15"),
        ("Ledig efter sommaren.", "2027-09-01"),
        ("Kan börja om 3 månader", "2027-02-01"),
        ("Dari, sv B1. Kan börja om hon får plats.", None),
    ],
)
def test_a_first_day_that_is_told_from_today(text: str, start: str | None) -> None:
    assert read_note(text, as_of=date(2026, 11, 1)).availability.from_ == start


def test_work_that_has_not_begun_is_no_job() -> None:
    assert read_note("Dari, sv B1. Börjar praktik om två veckor.").experience == ()


@pytest.mark.parametrize(
    "text", ["Jag är legitimerad optiker sedan 2021 och bor i Täby.", "Legitimerad optiker, 5 år i Täby. Sv C1."]
)
def test_who_calls_oneself_licensed_is_so(text: str) -> None:
    profession = read_note(text).licensed_profession
    assert profession is not None
    assert (profession.profession, profession.status) == ("optiker", "licensed")


def test_since_when_somebody_is_licensed_is_no_time_at_work() -> None:
    assert read_note("Jag är legitimerad optiker sedan 2021 och bor i Täby.").experience == ()
    assert read_note("Legitimerad optiker från Chile, 10 års erfarenhet.").licensed_profession is None
    assert read_note("Vill bli legitimerad optiker.").licensed_profession is None


def test_a_place_and_a_title_that_is_asked_for_there() -> None:
    assert read_note("Sv B1. Vill: apotek som tekniker").wishes == ("apotekstekniker",)
    assert read_note("Sv B1. Vill arbeta på apotek som tekniker under tiden.").wishes == ("tekniker",)


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("Sonen, 15 år, vill bli frisör.", ()),
        ("Dottern är 20 år, vill bli frisör.", ()),
        ("Min syster har jobbat som lärare i 4 år, vill bli rektor.", ()),
        ("Bor i Solna, vill bli frisör.", ("frisör",)),
    ],
)
def test_what_relatives_want_is_no_wish_however_the_sentence_goes_on(said, wishes):
    person = read_note(f"Snickare 6 år. {said}")
    assert person.wishes == wishes
    assert [(job.title, job.years) for job in person.experience] == [("Snickare", 6)]


def test_a_job_stands_before_the_wish_of_its_sentence():
    person = read_note("Snickare 6 år, vill helst bli lokförare. Sv B1")
    assert [(job.title, job.years) for job in person.experience] == [("Snickare", 6)]
    assert person.wishes == ("lokförare",)


def test_a_working_life_told_in_one_sentence_stays_one():
    person = read_note("Anteckning\n\nBörjade som diskare 2015, blev kock 2018 och kökschef 2021. Kvar där.")
    assert [(job.title, job.years) for job in person.experience] == [("diskare", 3), ("kock", 3), ("kökschef", None)]


@pytest.mark.parametrize("said", ["En erfaren lärare, har jobbat i 8 år.", "A teacher, worked 8 years in Iran."])
def test_who_tells_of_oneself_as_of_another_is_oneself(said):
    [job] = read_note(f"{said} Svenska B1.").experience
    assert job.years == 8
