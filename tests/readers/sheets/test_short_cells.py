"""Cells as short as offices type them: slashes, question marks, clipped languages, answers in the order of a header."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.sheets.naming import field_of
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


def test_how_long_somebody_learnt_the_work_is_no_work() -> None:
    one = person(Ort="Eslöv", Erfarenhet="Utbildad optiker (3 år, Tunis)", Språk="thai")
    assert (one.experience, one.education[0].field, one.education[0].years) == ((), "optiker", 3)
    other = person(Ort="Eslöv", Erfarenhet="Utbildad kock 2 år, jobbat 6 år på krog", Språk="thai")
    assert [row.years for row in other.experience] == [6]
    told = read_profiles(Source("n.txt", b"Bor i Lund. Utbildad kock (2 \xc3\xa5r, Tunis). Talar thai."))[0]
    assert (told.experience, told.education[0].years) == ((), 2)


@pytest.mark.parametrize(
    ("cell", "years", "last"),
    [
        ("diskare 2 år -23", 2, 2023),
        ("diskare Kil 3 år (slutat -25)", 3, 2025),
        ("diskare sen 2016, egen firma -21", 5, 2021),
        ("frysare mars -25", None, 2025),
    ],
)
def test_a_year_behind_a_dash_is_the_last_one(cell: str, years: float | None, last: int) -> None:
    rows = person(Ort="Eslöv", Erfarenhet=cell, Språk="thai").experience
    assert [(row.years, row.last_year) for row in rows] == [(years, last)]


@pytest.mark.parametrize(
    ("cells", "profession", "status"),
    [
        ({"Erfarenhet": "optiker 4 år", "Övrigt": "söker leg hos SoS"}, "optiker", "applied"),
        ({"Erfarenhet": "kiropraktor", "Övrigt": "leg. kiropraktor"}, "kiropraktor", "licensed"),
        ({"Utbildning": "läkarex Lima", "Övrigt": "har klarat kunskapsprovet, söker leg"}, "läkare", "applied"),
        ({"Utbildning": "ssk Lima", "Leg": "legitimation klar i maj"}, "sjuksköterska", "applied"),
        ({"Leg": "ssk Peru, ej svensk", "Utbildning": "universitet 4 år"}, "sjuksköterska", "none"),
        ({"Leg": "optiker: leg klar i maj 2019", "Utbildning": "universitet"}, "optiker", "licensed"),
    ],
)
def test_the_way_to_a_licence_told_in_another_cell(cells: dict[str, str], profession: str, status: str) -> None:
    found = person(Ort="Eslöv", Språk="thai", **cells).licensed_profession
    assert found is not None
    assert (found.profession, found.status) == (profession, status)


def test_a_licence_of_another_country_leaves_the_swedish_one_open() -> None:
    one = person(Ort="Eslöv", Erfarenhet="tandläkare 5 år", Övrigt="turkisk tandläkarlegitimation", Språk="thai")
    assert one.licensed_profession is None


@pytest.mark.parametrize(
    ("cell", "level", "field", "country"),
    [
        ("audionomexamen", "tertiary", "audionom", None),
        ("läkare, 6 år Peru", "tertiary", "läkare", "PE"),
        ("9:an klar i Sverige", "primary", None, "SE"),
        ("åk 8 Peru. Läser SVA grund", "primary", None, "PE"),
        ("yrkes mekanik", "upper_secondary", "mekanik", None),
        ("vård komvux 2022", None, "vård", "SE"),
    ],
)
def test_schools_in_few_words(cell: str, level: str | None, field: str | None, country: str | None) -> None:
    rows = person(Ort="Eslöv", Utbildning=cell, Språk="thai").education
    assert [(row.level, row.field, row.country) for row in rows] == [(level, field, country)]


def test_remarks_tell_of_assessments_programs_and_languages() -> None:
    one = person(Ort="Eslöv", Utbildning="univ 4 år kemi Peru", Språk="thai", Övrigt="UHR klar, kan lite engelska")
    assert (one.education[0].validated, [row.lang for row in one.languages]) == ("yes", ["th", "en"])
    assert person(Ort="Eslöv", Utbildning="univ 4 år", Språk="thai", Övrigt="ej UHR").education[0].validated == "no"
    assert [row.label for row in person(Ort="Eslöv", Dator="Word, Excel", Språk="thai").skills] == ["Word", "Excel"]
    assert person(Ort="Eslöv", Dator="bra", Språk="thai").skills == ()


def test_languages_that_stand_in_the_cell_of_the_school() -> None:
    one = person(Ort="Eslöv", Önskat_yrke="kock", Utbildning="ingen skolgång, kan lite svenska (SFI A), somaliska")
    assert [row.lang for row in one.languages] == ["sv", "so"]
    assert one.education[0].level == "none"


def test_jobs_that_a_comma_lists_and_none_in_sweden() -> None:
    titles = [row.title for row in person(Ort="Eslöv", Erfarenhet="hotellstäd, barnvakt", Språk="thai").experience]
    assert titles == ["hotellstädare", "barnvakt"]
    placed = [row.title for row in person(Ort="Eslöv", Erfarenhet="lokalvårdare, skola", Språk="thai").experience]
    assert placed == ["lokalvårdare, skola"]
    one = person(Ort="Eslöv", Erfarenhet="inget i Sv", Språk="thai")
    assert (one.experience, "experience" in one.none) == ((), False)


@pytest.mark.parametrize(
    ("column", "cell", "own_car"),
    [
        ("Körkort", "B/bil", True),
        ("Körkort", "B, ingen bil", False),
        ("Körkort_o_bil", "B, bil finns", True),
        ("Körkort_o_bil", "B, ej bil", False),
        ("Tillg._till_bil", "nej", False),
        ("Körkort", "B", None),
    ],
)
def test_a_car_beside_a_licence(column: str, cell: str, own_car: bool | None) -> None:
    assert person(Ort="Eslöv", Språk="thai", **{column: cell}).own_car is own_car


def test_who_has_no_car_may_have_a_licence() -> None:
    one = person(Ort="Eslöv", Körkort="har ingen bil", Svenska="gör sig förstådd")
    assert (one.own_car, one.none, one.languages[0].oral()) == (False, (), ("B1", "B1"))


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Erf. hemland", "job"),
        ("Tid. yrken", "job"),
        ("B-kkt", "licence"),
        ("OB ok?", "hours"),
        ("Dag/kväll/natt", "hours"),
        ("Hemland", "protected"),
    ],
)
def test_headers_as_offices_clip_them(header: str, field: str) -> None:
    assert field_of(header)[0] == field


def test_days_of_the_week_are_no_work_to_avoid() -> None:
    assert person(Ort="Eslöv", Språk="thai", Vill_ej="tors em, disk").not_wanted == ("disk",)


def test_a_note_tells_a_language_behind_the_word_for_knowing_it() -> None:
    text = "Bor i Lund. Ingen skolgång, kan lite svenska (SFI A), somaliska. Vill städa."
    assert [row.lang for row in read_profiles(Source("n.txt", text.encode()))[0].languages] == ["sv", "so"]


def test_whole_clauses_of_a_remark_tell_fixed_values() -> None:
    one = person(Ort="Eslöv", Språk="thai", Övrigt="heltid fr jan. Ingen bil, max 40 min")
    assert (one.own_car, one.max_travel_minutes) == (False, 40)
    assert (one.availability.hours, one.availability.from_) == ("full", "2027-01-01")
    other = person(Ort="Eslöv", Språk="thai", Övrigt="mannen har bil, 50% sjukskriven, möte max 17.00")
    assert (other.own_car, other.availability.hours, other.max_travel_minutes) == (None, None, None)


def test_classes_that_are_asked_about_are_not_held() -> None:
    assert [row.class_ for row in person(Ort="Eslöv", Körkort="B, CE?", Språk="thai").driving_licences] == ["B"]
    assert [row.class_ for row in person(Ort="Eslöv", Körkort="B, kanske C", Språk="thai").driving_licences] == ["B"]


@pytest.mark.parametrize("cell", ["studying upper secondary", "går gymnasiet", "gymnasiet pågår"])
def test_whoever_is_at_school_has_not_finished_it(cell: str) -> None:
    assert [row.level for row in person(Ort="Eslöv", Utbildning=cell, Språk="thai").education] == ["primary"]


def test_a_dash_denies_no_times_and_work_that_was_not_done_is_none() -> None:
    one = person(Ort="Eslöv", Språk="thai", Obekväm_arbetstid="-", Erfarenhet="inget i Sverige, herde hemma 4 år")
    assert (one.availability.not_, [row.years for row in one.experience]) == ((), [4])
    assert one.experience[0].title.startswith("herde")
    other = person(
        Ort="Eslöv", Språk="thai", Erfarenhet="Utbildad lärare (4 år, Kabul), ej jobbat", Utbildning="se erf"
    )
    assert (other.experience, [row.years for row in other.education]) == ((), [4])
