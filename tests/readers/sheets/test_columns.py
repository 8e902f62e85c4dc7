"""Headers of many offices, each read as what it means."""

from __future__ import annotations

import pytest

from matcher.readers.sheets.columns import Column, read_header
from matcher.readers.sheets.contents import refine
from matcher.readers.sheets.headers import find_header
from matcher.readers.sheets.naming import field_of, fields


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Deltagarnr.", "id"),
        ("Ärendenr", "id"),
        ("Client number", "id"),
        ("Personnummer", "protected"),
        ("Hälsotillstånd", "protected"),
        ("Uppehållstillstånd t.o.m.", "protected"),
        ("Number of children", "protected"),
        ("Kommun där personen bor", "municipality"),
        ("Place of residence", "municipality"),
        ("Pendlingstid (min)", "travel"),
        ("Moderspr.", "native"),
        ("First language", "native"),
        ("Övriga språk", "language"),
        ("Språkkunskaper", "language"),
        ("Pågående kurs", "sfi"),
        ("SFI-nivå", "sfi"),
        ("Muntlig svenska", "swedish_oral"),
        ("Skriver svenska", "swedish_writing"),
        ("Written Swedish", "swedish_written"),
        ("Skolgång/utbildning (land, år)", "education"),
        ("Utländska betyg bedömda?", "validated"),
        ("Tidigare arbeten", "job"),
        ("Vardagserfarenhet", "informal"),
        ("Also good at", "informal"),
        ("Yrkeskunnande", "skill"),
        ("KK", "licence"),
        ("Driving permit", "licence"),
        ("Giltigt i Sverige?", "licence_country"),
        ("Egen bil", "own_car"),
        ("Permits and certificates", "certificate"),
        ("Legitimationsyrke", "profession"),
        ("Förstahandsval", "wish"),
        ("Vill jobba med", "wish"),
        ("Vill inte", "not_wanted"),
        ("Would not do", "not_wanted"),
        ("Anställningsgrad", "hours"),
        ("Full or part time", "hours"),
        ("Redo från", "start"),
        ("Kan börja", "start"),
        ("Fritt fält", "note"),
        ("Yrke hemland", "job"),
        ("Arbete i hemlandet", "job"),
        ("Work in home country", "job"),
        ("Skolgång i hemlandet", "education"),
        ("Körkort från hemlandet", "licence"),
        ("Hemlandets språk", "native"),
        ("Hemland", "protected"),
        ("Kom från hemland år", "protected"),
        ("Arbetat i Sverige", "job"),
        ("Yrkesbakgrund", "job"),
        ("Familjebakgrund", "protected"),
        ("Vad har du gjort tidigare?", "job"),
        ("Vad vill du jobba med?", "wish"),
        ("Vad vill du inte jobba med?", "not_wanted"),
        ("Framtida yrke", "wish"),
        ("Hur mycket vill du jobba?", "hours"),
        ("När vill du börja?", "start"),
        ("Var vill du jobba?", "unused"),
        ("Mot jobb som", "wish"),
        ("Nästa yrke", "wish"),
        ("Planerat arbete", "wish"),
        ("Jobb nu", "job"),
        ("Kan jobba", "hours"),
        ("Kan jobba med", "skill"),
        ("Can work", "hours"),
        ("Förr", "job"),
        ("Före Sverige", "job"),
        ("Duktig på", "skill"),
        ("Avstår från", "not_wanted"),
        ("Letar jobb som", "wish"),
        ("Vilka jobb söker du?", "wish"),
        ("Sökt tjänst", "wish"),
        ("Type of job you are hoping for", "wish"),
        ("Tidigare jobb du vill berätta om", "job"),
        ("Jobb du helst slipper", "not_wanted"),
        ("Jobs you would never do", "not_wanted"),
        ("Kan också språken", "language"),
        ("Programming languages you can use", "skill"),
        ("Vad är du bra på?", "skill"),
        ("Things they can do", "skill"),
        ("Kan komma", None),
        ("Kökort", "licence"),
        ("Personummer", "protected"),
        ("svenskan", "swedish"),
        ("Övr. komp.", "informal"),
        ("Anst.grad", "hours"),
        ("Skala", None),
        ("Kurs", None),
        ("Elev", "id"),
        ("Hemkom.", "municipality"),
        ("Last role", "job"),
        ("Vilket yrke hade du innan du kom till Sverige?", "job"),
        ("Kom till Sverige", "protected"),
        ("Inriktning jobbsök", "wish"),
        ("Inriktning", "education_field"),
        ("Won't consider", "not_wanted"),
        ("Contract type (FT/PT)", "hours"),
        ("Hur många procent vill du arbeta?", "hours"),
        ("desiredOccupations", "wish"),
        ("occupationsToAvoid", "not_wanted"),
    ],
)
def test_headers(header: str, field: str) -> None:
    assert field_of(header)[0] == field


def test_attributes_belong_to_the_column_before() -> None:
    columns = read_header(["Id", "Arbete innan dess", "När", "Var", "Körkort", "Utfärdat i", "Språk och nivå 1"])
    assert [c.field for c in columns] == [
        "id",
        "job",
        "job_years",
        "job_country",
        "licence",
        "licence_country",
        "language",
    ]


def test_units_and_numbers_of_headers() -> None:
    first, second, third = read_header(["Yrke 2", "Yrke 2 (månader)", "Max restid (timmar)"])
    assert (first.number, second.field, second.number, second.hint) == (2, "job_years", 2, "months")
    assert (third.field, third.hint) == ("travel", "hours")


def test_a_report_names_only_what_was_understood() -> None:
    assert Column(3, "Fatima Exempel", None).shown == "number 4"
    assert Column(0, "Bor i", "municipality").shown == "Bor i"


def test_a_line_of_text_is_no_header() -> None:
    rows = [["Jag har körkort.", "Jag har bil.", "Jag vill bli kock."], ["a", "b", "c"]]
    assert find_header(rows) is None
    assert find_header([["Nr", "Hemk.", "Utb.", "Yrke", "Mspr."], ["1", "Falun", "-", "kock", "dari"]]) is not None


def test_every_field_of_the_table_can_be_mapped() -> None:
    assert {"id", "job", "job_years", "language_level", "wish", "protected"} <= fields()


def test_validity_behind_a_licence_is_the_licences() -> None:
    assert [c.field for c in read_header(["Ref", "Licence", "Valid here?"])] == ["id", "licence", "licence_country"]
    assert read_header(["Id", "Yrke", "Giltigt?"])[2].field is None


def test_codes_in_a_first_column_that_nobody_knows_are_ids_though_rows_of_one_person_follow_each_other() -> None:
    columns = (Column(0, "Jnr", None), Column(1, "Yrke", "job"))
    rows = [["K1", "kock"], ["K1", "smed"], ["K2", "kock"], ["K3", "diskare"], ["Snitt", "2"]]
    assert refine(columns, rows)[0].field == "id"
    apart = [["K1", "kock"], ["K2", "smed"], ["K1", "kock"], ["K3", "diskare"]]
    assert refine(columns, apart)[0].field is None


def test_cells_overrule_an_ambiguous_header() -> None:
    columns = [Column(0, "Nr", "id"), Column(1, "Kör?", "own_car")]
    rows = [["1", "klass B, Syrien"], ["2", "B och C, svenskt"], ["3", "nej"]]
    assert refine(columns, rows)[1].field == "licence"


def test_a_column_of_schools_holds_no_jobs() -> None:
    columns = [Column(0, "Nr", "id"), Column(1, "Xyz", None), Column(2, "Zyx", None)]
    rows = [
        ("1", "Grundskola 7 år Eritrea", "Lärare grundskola Iran 5 år"),
        ("2", "gymnasium Irak 12 år", "kock Irak 3 år"),
    ]
    assert [column.field for column in refine(columns, rows)] == ["id", "education", "job"]


def test_languages_below_a_header_of_speech_are_not_all_swedish() -> None:
    columns = [Column(0, "Nr", "id"), Column(1, "Muntligt", "swedish_oral")]
    assert refine(columns, [("1", "dari mm, eng B2"), ("2", "arabiska (modersmål)")])[1].field == "language"
    assert refine(columns, [("1", "B1"), ("2", "A2")])[1].field == "swedish_oral"
