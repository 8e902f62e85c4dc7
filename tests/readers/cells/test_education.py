"""Several schools in one cell or line."""

from __future__ import annotations

import pytest

from matcher.readers.cells.education import read_education
from matcher.readers.cells.studies import read_validated
from matcher.taxonomy.facts.degrees import is_under_way


@pytest.mark.parametrize(
    ("text", "schools"),
    [
        (
            "9 år i skola i Eritrea, sedan 2 år yrkesskola för bagare",
            [("primary", None, 9.0), ("upper_secondary", "bagare", 2.0)],
        ),
        (
            "gymnasiet i Aleppo, universitet 2 år (ej klar) kemi",
            [("upper_secondary", None, None), ("post_secondary", "kemi", 2.0)],
        ),
        (
            "12 years of school, then a two year college",
            [("upper_secondary", None, 12.0), ("post_secondary", None, 2.0)],
        ),
        ("magister ekonomi Kyiv 2009, bedömd av UHR", [("tertiary", "ekonomi", None)]),
        ("universitet 4 år, matematik, kandidatexamen", [("tertiary", "matematik, kandidat", 4.0)]),
        ("grundskola och gymnasium 12 år", [("upper_secondary", None, 12.0)]),
        ("Gymnasium klart, inget betyg kvar", [("upper_secondary", None, None)]),
        ("gymnasium ekonomi, papper finns", [("upper_secondary", "ekonomi", None)]),
        ("klass 1-8 i Mogadishu", [("primary", None, 8.0)]),
    ],
)
def test_schools_one_after_the_other_are_apart(text: str, schools: list[tuple[str, str | None, float | None]]) -> None:
    assert [(one.level, one.field, one.years) for one in read_education(text)] == schools


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("8 år i skola i Herat, ingen gymnasieutbildning", ["primary"]),
        ("Grundskola, inget gymnasium", ["primary"]),
        ("no university, high school 12 years", ["upper_secondary"]),
        ("inte gått gymnasiet, 7 år i grundskola", ["primary"]),
        ("ej avslutad gymnasieutbildning 2 år", ["primary"]),
        ("ej bedömd universitetsutbildning 3 år", ["tertiary"]),
        ("universitet utan examen", ["post_secondary"]),
        ("universitet 3 år, ingen examen", ["post_secondary"]),
        ("university 2 years, no degree", ["post_secondary"]),
        ("har inte gått i skola", ["none"]),
    ],
)
def test_a_school_that_was_not_attended_is_none(text: str, levels: list[str]) -> None:
    assert [one.level for one in read_education(text)] == levels


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Dropped out of university", None),
        ("Did not finish university", None),
        ("University, chemistry, not completed", "chemistry"),
    ],
)
def test_that_studies_were_left_is_no_subject(text: str, field: str | None) -> None:
    assert [(one.level, one.field) for one in read_education(text)] == [("post_secondary", field)]


@pytest.mark.parametrize(
    ("told", "level"),
    [
        ("Gymnasium, ej avslutat (Syrien)", "primary"),
        ("avbröt gymnasiet", "primary"),
        ("Gymnasiet 2 år av 3, Irak", "primary"),
        ("Gymnasium utan slutbetyg", "primary"),
        ("läser på gymnasiet", "primary"),
        ("High school in Asmara, not completed", "primary"),
        # What is not ready is something else: papers, a language, a later school.
        ("Gymnasium Iran, betyg ej översatta", "upper_secondary"),
        ("Gymnasium 12 år Syrien, svenska ej klar", "upper_secondary"),
        ("Gymnasium (Eritrea), universitet ej avslutat", "upper_secondary"),
        ("Gymnasium 12 år Syrien, läser komvux gymnasiet nu", "upper_secondary"),
        ("Gymnasium Irak, ingen examen", "upper_secondary"),
    ],
)
def test_an_upper_secondary_school_that_was_left_is_none(told, level):
    assert read_education(told)[0].level == level
    assert read_education(told)[0].years in (None, 12)


@pytest.mark.parametrize(
    ("text", "level", "field", "country", "years"),
    [
        ("Gymn. 12 år Syrien (handel)", "upper_secondary", "handel", "SY", 12.0),
        ("8 år", "primary", None, None, 8.0),
        ("univ 4 år, omvårdnad", "tertiary", "omvårdnad", None, 4.0),
        ("har ej gått i skola", "none", None, None, 0.0),
        ("Universitet 3 år, engelska, Afghanistan", "tertiary", "engelska", "AF", 3.0),
        ("Diplom i maskinteknik, 3 år eftergymn.", "post_secondary", "maskinteknik", None, 3.0),
    ],
)
def test_education(text: str, level: str, field: str | None, country: str | None, years: float) -> None:
    found = read_education(text)[0]
    assert (found.level, found.field, found.country, found.years) == (level, field, country, years)


def test_assessments() -> None:
    assert [read_validated(t) for t in ("Ja: utlåtande", "sökt, väntar", "ej bedömd", "?")] == [
        "yes",
        "applied",
        "no",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Master i geologi; ansökt om UHR", "geologi, master"),
        ("Kandidatexamen i fysik, väntar på UHR", "fysik, kandidat"),
        ("Kandidat, sökt UHR", None),
        ("Universitet 2 år, juridik, ej examen", "juridik"),
        ("Kvalificerad YH, 2 år", None),
    ],
)
def test_where_an_assessment_or_a_degree_stands_is_no_subject(text: str, field: str | None) -> None:
    assert read_education(text)[0].field == field


def test_education_by_its_programme() -> None:
    assert [read_education(text)[0].level for text in ("läkarprogr. 7 år Iran", "noll år i skola, Iran")] == [
        "tertiary",
        "none",
    ]
    assert read_education("licentiat biologi 3 år högskola Algeriet")[0].level == "tertiary"
    assert read_education("Univ. 4 år", validated="inskickat till UHR")[0].validated == "applied"


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("vård- och omsorgsprogrammet", "upper_secondary", "vård- och omsorgsprogrammet"),
        ("Omvårdnadsprogrammet 2004", "upper_secondary", "Omvårdnadsprogrammet"),
        ("fordonsprogrammet", "upper_secondary", "fordonsprogrammet"),
        ("lärarexamen Irak, fysik", "tertiary", "lärare, fysik"),
        ("ledarprogrammet", None, "ledarprogrammet"),
    ],
)
def test_a_programme_tells_the_level_and_a_teachers_degree_its_profession(text, level, field):
    assert [(one.level, one.field) for one in read_education(text)] == [(level, field)]


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        ("licentiat i sociologi, Chile", "tertiary"),
        ("Licentiate in history", "tertiary"),
        ("filosofie licentiat i historia", "doctoral"),
        ("licentiatexamen i fysik, Sverige", "doctoral"),
    ],
)
def test_a_licentiate_is_the_first_degree_of_most_countries(cell: str, level: str) -> None:
    assert read_education(cell)[0].level == level


@pytest.mark.parametrize(
    ("cell", "field"),
    [
        ("Läser barn- och fritidsprogrammet", "barn- och fritidsprogrammet, pågående"),
        ("Florist, yrkesvux (pågår)", "Florist, pågående"),
        ("Undersköterska komvux, beräknas klar i maj", "undersköterska, pågående"),
        ("Florist, yrkesvux 2021, bedömning pågår hos UHR", "Florist"),
        ("Florist, yrkesvux 2019", "Florist"),
    ],
)
def test_vocational_studies_that_go_on_are_told_apart(cell: str, field: str) -> None:
    held = read_education(cell)[0].field or ""
    assert (held.split(",")[0].casefold(), "pågående" in held) == (field.split(",")[0].casefold(), "pågående" in field)


@pytest.mark.parametrize(
    ("cell", "schools"),
    [
        ("bas 8, gy 3 (Peru)", [("primary", 8.0), ("upper_secondary", 3.0)]),
        ("Studenten -91 Kroatien, yrkeshögskola 2 år", [("upper_secondary", None), ("post_secondary", 2.0)]),
        ("studenten läser kemi, universitet 4 år", [("tertiary", 4.0)]),
        ("gymn 11 år ej klart", [("primary", 11.0)]),
        ("gymnasium 2 år ej klart", [("primary", None)]),
        ("univ 1 år historia", [("post_secondary", 1.0)]),
        ("magister 1 år historia", [("tertiary", 1.0)]),
        ("sjuksköterskeutb. 2 år", [("tertiary", 2.0)]),
        ("högskola 3 år, utlåtande UHR: 2 år eftergymn.", [("post_secondary", 3.0)]),
        ("läkarutb. (Lund) pågår", [("post_secondary", None)]),
        ("doktorand i historia", [("tertiary", None)]),
        ("doktorsexamen i historia", [("doctoral", None)]),
    ],
)
def test_how_far_somebody_went(cell: str, schools: list[tuple[str, float | None]]) -> None:
    assert [(one.level, one.years) for one in read_education(cell)] == schools


@pytest.mark.parametrize(
    "said", ["Högskola, kemi (beräknad)", "BSc Chemistry, expected graduation June 2031", "kemi, förväntad examen 2031"]
)
def test_a_degree_that_is_expected_is_under_way(said: str) -> None:
    assert is_under_way(read_education(said)[0])


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("gick ut nian i Sverige 2021", "primary", None),
        ("gymn. examen saknas, 2 kurser kvar", "primary", None),
        ("gymnasieexamen, bygg", "upper_secondary", "bygg"),
        ("YH 2 år bygg, LIA kvar", "post_secondary", "bygg"),
        ("universitet 4 år fysik, exjobb kvar", "post_secondary", "fysik"),
        ("gymnasium 3 år, Ma 2b och En 6", "upper_secondary", None),
        ("Komvux: Ma 1a, Sh 1b klart", None, None),
        ("univ matematik 4 år", "tertiary", "matematik"),
        ("MA history, Cairo", "tertiary", "history"),
        ("bach. nursing (4 y)", "tertiary", "nursing"),
        ("lic. i ekonomi", "tertiary", "ekonomi"),
        ("ingen utöver SFI", "none", None),
        ("okänt, har inga papper", None, None),
        ("enligt CV", None, None),
    ],
)
def test_schools_in_telegrams(text: str, level: str | None, field: str | None) -> None:
    read = read_education(text)
    assert [(one.level, one.field) for one in read] == ([(level, field)] if level else [])


def test_a_subject_in_capitals_is_no_country() -> None:
    assert [one.country for one in read_education("Bachelor IT (online)")] == [None]
