"""Sentences about plans, wherever they stand in a text."""

from __future__ import annotations

import pytest
from tests.readers.reading import read_note

from matcher.readers.texts.sections import Section
from matcher.readers.told.planlines import SENTENCE, plans_apart


def test_plans_below_cards_are_no_cards() -> None:
    found = read_note(
        "CV P1\n\nSpråk\nturkiska, modersmål\n\nIntyg\nTruckkort\n\n"
        "Jag vill jobba som snickare eller målare. Inte städning. Heltid men inga nätter, börjar 1 mars 2027. "
        "Kan pendla en och en halv timme. Har bil.\n"
    )
    assert found.certificates == ("truck",)
    assert (found.wishes, found.not_wanted) == (("snickare", "målare"), ("städning",))
    assert (found.availability.hours, found.availability.not_, found.availability.from_) == (
        "full",
        ("night",),
        "2027-03-01",
    )
    assert (found.max_travel_minutes, found.own_car) == (90, True)


@pytest.mark.parametrize("line", ["Ej truckkort", "Ej bedömd av UHR", "Söm och lagning", "Inga intyg"])
def test_what_a_card_or_a_school_lacks_is_no_plan(line: str) -> None:
    assert plans_apart(Section("paper", [line]))[1] is None


def test_how_valid_a_licence_is_belongs_to_it() -> None:
    assert SENTENCE.split("B från Iran. Gäller inte här. HLR") == ["B från Iran. Gäller inte här", "HLR"]
    assert SENTENCE.split("Grundutb. till tolk") == ["Grundutb. till tolk"]
    [licence] = read_note("Språk\npolska B1\n\nKörkort\nB, Iran. Gäller ej i Sverige.\n").driving_licences
    assert licence.valid == "no"


def test_denied_validity_is_no_work_to_avoid() -> None:
    found = read_note("Språk\npolska B1\n\nÖvrigt\nKörkort B från Peru, inte giltigt i Sverige. Examen, ej bedömd.\n")
    assert found.not_wanted == ()


@pytest.mark.parametrize(
    ("line", "wishes"),
    [
        ("Gärna kock, heltid. Max 40 min.", ("kock",)),
        ("kock | diskare, storkök | bagare", ("kock", "diskare, storkök", "bagare")),
        ("Från 5 januari 2027, heltid", ()),
        ("Kock. Kvällar går inte.", ("Kock",)),
        ("Jag vill helst inte ha nattjobb", ()),
        ("Ute!", ()),
    ],
)
def test_wishes(line: str, wishes: tuple[str, ...]) -> None:
    assert read_note(f"Språk\npolska B1\n\nSöker\n{line}\n").wishes == wishes


def test_a_job_lasts_until_the_next_one_can_begin() -> None:
    text = "Språk\npolska B1\n\nArbete\nKock, Sverige, mars 2025 - pågående\n\nKan börja\n{}\n"
    assert read_note(text.format("1 mars 2027, heltid")).experience[0].years == pytest.approx(2, abs=0.1)
    assert read_note(text.format("genast, heltid")).experience[0].years is None


def test_cards_a_licence_and_a_car_on_one_line() -> None:
    found = read_note("Språk\npolska B1\n\nHar\nHLR, körkort B och C1 (svenska)\nÖvriga intyg: inga\nBil: ja\n")
    assert [(one.class_, one.valid) for one in found.driving_licences] == [("B", "yes"), ("C1", "yes")]
    assert (found.certificates, found.own_car) == (("hlr",), True)


def test_refusals_in_a_row() -> None:
    found = read_note(
        "Språk\npolska B1\n\nVill\nKock, diskare; inte servering. Inga nätter, ingen städning. Vill bort från lager.\n"
    )
    assert (found.wishes, found.not_wanted) == (("Kock", "diskare"), ("servering", "städning", "lager"))
    assert found.availability.not_ == ("night",)


def test_work_below_a_heading_that_names_the_country() -> None:
    found = read_note(
        "Språk\npolska B1\n\nJobb i Norge\n2015 - 2019 Snickare\n\nArbete utomlands\n2010 - 2012 Murare, Spanien\n"
    )
    assert [(job.title, job.country) for job in found.experience] == [("Snickare", "NO"), ("Murare", "ES")]


def test_a_stay_in_the_past_is_no_first_day() -> None:
    found = read_note("Anteckning\nKörde buss i Skövde från mars 2021 till maj 2023.\n\nCV\nSpråk\npolska B1\n")
    assert found.availability.from_ is None


def test_a_beginning_of_work_done_is_no_first_day() -> None:
    found = read_note(
        "Språk\npolska B1\n\nNuvarande arbete: Kock, Sverige, från mars 2022\n\nKan börja 1 februari 2027.\n"
    )
    assert found.availability.from_ == "2027-02-01"
    assert found.experience[0].title == "Kock"


def test_times_among_what_is_not_wanted() -> None:
    found = read_note("Språk\npolska B1\n\nVad jag inte vill\nkvällar och helger\nnattbuss\n")
    assert (found.not_wanted, found.availability.not_) == (("nattbuss",), ("evening", "weekend"))


def test_a_refusal_in_brackets_and_a_journey_in_the_title() -> None:
    found = read_note(
        "P3, Nacka, 40 min\n\nSpråk\npolska B1\n\nJag söker\nkock, bagare (inte servering)\nInget kontorsarbete\n"
    )
    assert (found.wishes, found.not_wanted) == (("kock", "bagare"), ("servering", "kontorsarbete"))
    assert (found.home_municipality, found.max_travel_minutes) == ("Nacka", 40)


def test_two_jobs_in_one_line_and_languages_without_a_heading() -> None:
    found = read_note(
        "Nacka\n\nArbete: Kock, Iran, 2013-2017. Diskare, Turkiet, 2018-2020.\n\nExamen: Gymnasium, Iran\n\n"
        "Persiska - modersmål\nEngelska - B1\n"
    )
    assert [(job.title, job.country) for job in found.experience] == [("Kock", "IR"), ("Diskare", "TR")]
    assert [(row.lang, row.native) for row in found.languages] == [("fa", True), ("en", False)]


def test_fields_below_a_note_in_the_third_person() -> None:
    found = read_note(
        "Noteringar\nHar sökt bevis om yrkestiteln undersköterska hos Socialstyrelsen.\n\nUppgifter\n"
        "Jobbar nu: undersköterska i Sverige, 2023-2025\nÄr bra på: omvårdnad, hygien\nHar kurser i: HLR\n"
    )
    assert found.experience[0].title == "undersköterska"
    assert found.certificates == ("hlr",)
    assert found.licensed_profession is not None
    assert found.licensed_profession.status == "applied"


@pytest.mark.parametrize(
    ("told", "held"),
    [
        (
            "hade B och C i Eritrea. Håller på med svenskt B, teoriprov klart",
            [("B", "ER", "unknown"), ("C", "ER", "unknown")],
        ),
        ("B från Irak, gäller ej här. Tar lektioner", [("B", "IQ", "no")]),
        ("svenskt B, läser till C", [("B", "SE", "yes")]),
        ("övningskör för B och C", []),
        ("B (Syrien) övningskör för svenskt", [("B", "SY", "unknown")]),
        ("snart, kör upp för B i mars", []),
        ("B, C hemifrån, inte giltiga i Sverige; ska ta om B", [("B", None, "no"), ("C", None, "no")]),
        ("had B in Eritrea, taking Swedish B now, theory passed", [("B", "ER", "unknown")]),
        ("AM (svenskt), B nej", [("AM", "SE", "yes")]),
        ("B (svenskt); nej på C", [("B", "SE", "yes")]),
        ("B, in progress", []),
        ("B, CE och YKB", [("B", None, "unknown"), ("CE", None, "unknown")]),
    ],
)
def test_a_licence_that_was_held_or_is_under_way_is_told_from_one_that_is_held(
    told: str, held: list[tuple[str, str | None, str]]
) -> None:
    found = read_note(f"Skola: 6 år i Eritrea\nKörkort: {told}\n")
    assert [(one.class_, one.country, one.valid) for one in found.driving_licences] == held
    assert set(found.certificates) <= {"ykb"}
