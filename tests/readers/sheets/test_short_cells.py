"""Cells as short as offices type them: slashes, question marks, clipped languages, answers in the order of a header."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.readers import Source, read_profiles
from matcher.records import Profile


def person(**cells: str) -> Profile:
    header, row = ";".join(["Id", *cells]), ";".join(["9", *cells.values()])
    text = f"{header}\n{row}\n".replace("__", "/").replace("_", " ")
    return read_profiles(Source("p.csv", text.encode()), as_of=date(2026, 10, 5))[0]


def test_answers_stand_in_the_order_of_their_header() -> None:
    one = person(Ort="Eslöv", Bil__kk="nej/C", Språk="thai")
    assert (one.own_car, [row.class_ for row in one.driving_licences]) == (False, ["C"])
    other = person(Ort="Eslöv", Kk__bil="övningskör / ja", Språk="thai")
    assert (other.own_car, other.driving_licences) == (True, ())
    three = person(Ort="Eslöv", Truck__körkort__bil="ja/B/nej", Språk="thai")
    assert (three.own_car, three.certificates, len(three.driving_licences)) == (False, ("truck",), 1)


def test_one_no_below_several_things_denies_all_of_them() -> None:
    one = person(Ort="Eslöv", Kk__bil="nej", Språk="thai")
    assert one.own_car is False
    assert "driving_licences" in one.none
    shared = person(Ort="Eslöv", Kk__bil="B/delar", Språk="thai")
    assert (shared.own_car, len(shared.driving_licences)) == (None, 1)


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("kurd, lite eng", ["ku", "en"]),
        ("ital/pers", ["it", "fa"]),
        ("tig, sv", ["ti", "sv"]),
        ("ar, sv (sfi B), so", ["ar", "sv", "so"]),
        ("thai, lite sv", ["th", "sv"]),
        ("serbiska, sv ok", ["sr", "sv"]),
    ],
)
def test_clipped_languages(cell: str, codes: list[str]) -> None:
    one = person(Ort="Eslöv", Språk=cell, Önskat_yrke="kock")
    assert [row.lang for row in one.languages] == codes
    assert one.languages[0].speaking is None


def test_the_status_behind_a_course_is_its_own() -> None:
    one = person(Ort="Eslöv", SFI_kurs="C", Status="pågår", Språk="thai").languages[-1]
    assert (one.lang, one.studying) == ("sv", True)


@pytest.mark.parametrize(
    ("cell", "level"),
    [("svenska 1 klar", ("B2", "B2")), ("betyg i sv 2", ("B2", "C1")), ("svenska 3", None)],
)
def test_courses_of_upper_secondary_swedish_need_a_word_that_says_so(cell: str, level: tuple[str, str] | None) -> None:
    found = [row.speaking for row in person(Ort="Eslöv", Svenska=cell, Språk="thai").languages if row.lang == "sv"]
    assert found == ([level] if level else [])


def test_cards_that_are_asked_about_or_run_out_are_not_held() -> None:
    assert person(Ort="Eslöv", Kurser="lift?, hlr, truck utg., utdrag ok").certificates == ("hlr",)
    assert person(Ort="Eslöv", Hygien__HLR="hygien nej, HLR ja").certificates == ("hlr",)


def test_wishes_are_parted_where_people_part_them() -> None:
    one = person(Ort="Eslöv", Önskat_yrke="kök/servering", Vill_ej="disk/städ")
    assert (one.wishes, one.not_wanted) == (("köksbiträde", "serveringspersonal"), ("disk", "städning"))
    assert person(Ort="Eslöv", Önskat_yrke="trädgård? bageri?").wishes == ("trädgårdsarbetare", "bagare")
    assert person(Ort="Eslöv", Önskat_yrke="MIG/MAG-svetsare, vet ej").wishes == ("MIG/MAG-svetsare",)


def test_hours_that_are_not_for_everybody_and_weeks_of_the_calendar() -> None:
    one = person(Ort="Eslöv", Syssgrad="50", Obekväm_tid="nej", Kan_börja="v 3")
    assert (one.availability.hours, one.availability.not_) == ("part", ("evening", "night", "weekend"))
    assert one.availability.from_ == "2027-01-18"


def test_not_is_short_for_a_note() -> None:
    assert person(Ort="Eslöv", Språk="thai", Not="söker praktik i vår").not_wanted == ()
