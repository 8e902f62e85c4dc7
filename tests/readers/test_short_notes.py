"""Short notes read whole: what stands beside a label, behind a title or in a few words is told as fully as it is."""

import pytest
from tests.readers.reading import read_note, read_sheet


def _levels(text: str) -> dict[str, str | None]:
    return {row.lang: row.speaking[0] if row.speaking else None for row in read_note(text).languages}


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Frisör 2 år. Estniskt körkort B, BE, C.", [("B", "EE"), ("BE", "EE"), ("C", "EE")]),
        ("Frisör 2 år, körkort B (Italien), C1, egen bil", [("B", "IT"), ("C1", "IT")]),
        ("Frisör 2 år, svenskt B-körkort, D syriskt", [("B", "SE"), ("D", "SY")]),
    ],
)
def test_who_gave_a_licence_holds_for_the_classes_beside_it(text: str, classes: list[tuple[str, str]]) -> None:
    assert [(one.class_, one.country) for one in read_note(text).driving_licences] == classes


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sjuksköterska, svensk legitimation sedan 2019 efter kunskapsprov. Svenska B2.", "licensed"),
        ("Leg. optiker sedan 2020 genom kunskapsprovet", "licensed"),
        ("Svensk tandläkarlegitimation 2023. Tandläkare 4 år i Peru", "licensed"),
        ("Barnmorskelegitimation finns. Diskare 2 år", "licensed"),
        ("Tandläkare. Har inte tandläkarlegitimation från Sverige än.", "none"),
        ("Optiker, söker legitimation efter kunskapsprovet i vår", "knowledge_test"),
        ("Optiker. Har inte börjat söka legitimation.", "none"),
    ],
)
def test_a_test_that_led_to_a_licence_is_past(text: str, status: str) -> None:
    licence = read_note(text).licensed_profession
    assert licence is not None
    assert licence.status == status


@pytest.mark.parametrize(
    "text", ["Läser just nu till YKB, provet kvar. Murare 2 år.", "Murare 2 år. Studerar till YKB."]
)
def test_a_card_that_somebody_studies_for_is_not_held(text: str) -> None:
    profile = read_note(text)
    assert not profile.certificates
    assert "certificates.ykb" in profile.none


@pytest.mark.parametrize("text", ["Murare 2 år. Inga certifikat.", "Murare 2 år, inga intyg, turkiska"])
def test_no_cards_at_all_are_told_in_a_clause(text: str) -> None:
    assert read_note(text).none == ("certificates",)


def test_no_cards_at_all_are_told_in_a_cell() -> None:
    [row] = read_sheet("Id;Yrke;Intyg", "1;murare 2 år;Inga certifikat")
    assert row.none == ("certificates",)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Franska C1. Svenska: A2", {"fr": "C1", "sv": "A2"}),
        ("Hindi modersmål, engelska flytande. Svenska: SFI B", {"hi": None, "en": "C1", "sv": "A1"}),
    ],
)
def test_a_label_of_one_language_leaves_the_others_open(text: str, levels: dict[str, str | None]) -> None:
    assert _levels(text) == levels


def test_a_label_of_licences_leaves_the_cards_open() -> None:
    profile = read_note("Svarvare 2 år. Heta arbeten och HLR finns. Körkort: B")
    assert profile.certificates == ("heta_arbeten", "hlr")


@pytest.mark.parametrize(
    ("text", "level", "years"),
    [
        ("Frisör. Ingen formell utbildning efter sjuan.", "primary", 7),
        ("Frisör. Ingen utbildning efter gymnasiet.", "upper_secondary", None),
        ("Hairdresser. No education beyond high school.", "upper_secondary", None),
        ("Frisör. Ingen formell skolgång.", "none", 0),
    ],
)
def test_no_school_after_one_is_that_one(text: str, level: str, years: float | None) -> None:
    [school] = read_note(text).education
    assert (school.level, school.years) == (level, years)


@pytest.mark.parametrize(
    ("text", "title", "years"),
    [
        ("Systemutvecklare från Kenya: 4 år PHP, MySQL", "Systemutvecklare", 4),
        ("Bagare från Iran: 6 år på hotell", "Bagare", 6),
        ("Iran: bagare 6 år. Sverige: diskare 2 år", "bagare", 6),
        ("Tandläkare från Irak, examen 2011, arbetat 3 år på klinik i Basra. Svenska B2", "Tandläkare", 3),
        ("Advokat från Lahore, juristexamen och 9 år på egen byrå. Svenska B2", "Advokat", 9),
    ],
)
def test_a_title_before_a_colon_or_a_degree_keeps_its_years(text: str, title: str, years: float) -> None:
    job = read_note(text).experience[0]
    assert job.title.split(",")[0] == title
    assert job.years == years


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Tandläkare från Irak, examen 2011, arbetat 3 år på klinik i Basra.", "Tandläkare"),
        ("Advokat från Lahore, juristexamen och 9 år på egen byrå.", "jurist"),
        ("Elektroingenjör från Peru, bachelor. Konstruktör i 4 år.", "Elektroingenjör, kandidat"),
    ],
)
def test_a_degree_behind_a_title_is_of_that_profession(text: str, field: str) -> None:
    [school] = read_note(text).education
    assert (school.level, school.field) == ("tertiary", field)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Hindi och urdu, knappt någon svenska, ingen engelska", {"hi": None, "ur": None, "sv": "A1"}),
        ("Franska B2, svenska nästan ingen. Murare 2 år", {"fr": "B2", "sv": "A1"}),
        ("Hindi, almost no Swedish. Welder 2 years", {"hi": None, "sv": "A1"}),
        ("Svenska: SFI D klar, nu svenska som andraspråk på grundnivå.", {"sv": "B1"}),
        ("Svenska: SVA grund klar. Murare 2 år.", {"sv": "B1"}),
        ("Har läst SVA 3 och fått betyg. Murare 2 år.", {"sv": "C1"}),
        ("Läser SVA 3. Murare 2 år.", {"sv": "B2"}),
    ],
)
def test_hardly_any_is_little_and_the_course_of_a_grade_is_passed(text: str, levels: dict[str, str | None]) -> None:
    assert _levels(text) == levels


def test_who_somebody_is_leaves_what_was_done() -> None:
    [job] = read_note("Kvinna som sytt gardiner i Lodz 2012-2018. Svenska B1.").experience
    assert (job.title, job.years) == ("sömmare", 6)


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("Vikarie på förskola 1 år", "barnskötare"),
        ("Timvikarie äldreboende 2 år", "vårdbiträde"),
        ("vikarie i skola 1 år", "vikarie i skola"),
    ],
)
def test_who_stands_in_at_a_place_does_its_work(cell: str, title: str) -> None:
    [row] = read_sheet("Id;Arbetserfarenhet", f"1;{cell}")
    assert [job.title for job in row.experience] == [title]


def test_what_was_learnt_at_a_school_for_trades_is_its_field() -> None:
    [school] = read_note("Yrkesgymnasium, metall, Peru. Svetsare 8 år.").education
    assert (school.level, school.field, school.country) == ("upper_secondary", "metall", "PE")
