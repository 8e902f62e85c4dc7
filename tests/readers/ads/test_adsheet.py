"""Tables of jobs, one row each."""

from __future__ import annotations

import io

import pytest
import xlsxwriter

from matcher.errors import ReadError
from matcher.readers import Source, read_ads, read_any
from matcher.readers.ads.adcolumns import field_of, header_in
from matcher.readers.ads.adsheet import READER
from matcher.requirements import with_requirements

FAIR = """Jobb på mässan;;;;;;
;;;;;;
Monter;Företag;Söker;Krav;Plus;Antal;Kontakt
A1;Bageri Bulle;Bagare;1 års vana av deg, nattarbete;konditor;2;Eva 070-1
A2;Vagn AB;Förare;"B-körkort, svenska";;12;
;;;;;;
Summa;;;;;14;
"""


def table(text: str, name: str = "jobb.csv") -> Source:
    """Give a table as a file."""
    return Source(name, text.encode())


def test_each_row_is_an_ad_with_what_its_columns_demand() -> None:
    read = read_ads(table(FAIR))
    assert [(ad.id, ad.headline, ad.employer, ad.vacancies) for ad in read] == [
        ("jobb-1", "Bagare", "Bageri Bulle", 2),
        ("jobb-2", "Förare", "Vagn AB", 12),
    ]
    rows = with_requirements(read[0]).requirements or ()
    assert {(row.kind, row.necessity) for row in rows} >= {("experience", "must"), ("working_time", "must")}
    assert {row.necessity for row in rows if "konditor" in (row.quote or "")} <= {"nice"}


def test_what_is_left_out_is_told() -> None:
    read = read_ads(table(FAIR))
    assert not any("Eva" in ad.text or "070" in ad.text for ad in read)
    assert {(note.level, note.column or note.line) for note in read.notes} == {("dropped", "Kontakt"), ("refused", 7)}


def test_a_column_that_no_list_knows_stays_in_the_text() -> None:
    read = read_ads(table("Tjänst;Krav;Arbetsplatsens skick\nSotare;höjdvana;B-kort krävs"))
    assert read[0].text == "Krav: höjdvana\nArbetsplatsens skick: B-kort krävs"
    assert [note.level for note in read.notes] == ["guessed"]


def test_english_headers_cells_with_lines_and_ids() -> None:
    header = "jobId,jobTitle,company,city,description,requirements"
    ad = READER.read(table(f'{header}\n7,Roofer,Roof Co,Solna,"We mend\nroofs.","B licence\nEnglish"'))[0]
    assert (ad.id, ad.headline, ad.municipality) == ("7", "Roofer", "Solna")
    assert ad.text == "We mend\nroofs.\nRequirements:\nB licence\nEnglish"
    found = {(row.kind, row.necessity) for row in with_requirements(ad).requirements or ()}
    assert found == {("driving_licence", "must"), ("language", "must")}


def test_a_workbook_whose_other_sheets_hold_no_jobs() -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        book.add_worksheet("Info").write_row(0, 0, ["Öppet 10-18", "Hall B"])
        sheet = book.add_worksheet("Jobb")
        for at, row in enumerate([["Företag", "Befattning", "Krav"], ["Kol AB", "Sotare", "höjdvana"]]):
            sheet.write_row(at, 0, row)
    assert [ad.headline for ad in read_any(Source("mässa.xlsx", data.getvalue()))] == ["Sotare"]


@pytest.mark.parametrize(
    "header",
    [
        "Namn;Titel;Arbetsgivare;Språk;Körkort",
        "Id;Yrke;Modersmål;Krav",
        "Company Name;Title;Description;Location;Started On;Finished On",
        "Nr;Behörighet;Yrke;Övrigt",
        "Id;Önskat yrke;Kompetens;Arbetsgivare",
        "Färg;Form;Antal",
        "Id;Yrke;Ort;Svenska;Utbildning;Önskemål",
        "Id;Titel;Arbetsgivare;Utbildning;Språk;Körkort",
        "Deltagarnr;Yrke;Krav",
        "Jobb;Arbetsgivare;Beskrivning;Period",
    ],
)
def test_tables_of_people_and_of_other_things_are_none_of_jobs(header: str) -> None:
    rows = [header.split(";"), ["1"] * header.count(";")]
    assert header_in(rows) is None
    assert not READER.recognises(table(f"{header}\n" + ";".join("1" * (header.count(";") + 1))))


def test_a_row_of_the_header_again_and_one_of_nothing_are_no_ads() -> None:
    read = read_ads(table("Tjänst;Krav;Ort\nSotare;höjdvana;Solna\nTjänst;Krav;Ort\n-;-;-\nSmed;svets;Täby"))
    assert [ad.headline for ad in read] == ["Sotare", "Smed"]


def test_what_is_no_number_or_day_is_told() -> None:
    read = read_ads(table("Tjänst;Krav;Antal;Sista ansökningsdag\nSotare;höjdvana;några;snart"))
    assert read[0].vacancies is read[0].deadline is None
    assert sorted(note.column or "" for note in read.notes) == ["deadline", "vacancies"]


def test_the_unit_of_a_header_goes_with_its_numbers() -> None:
    read = read_ads(table("Tjänst;Krav;Erfarenhet (år)\nSotare;höjdvana;2\nSmed;svets;gärna"))
    assert [ad.text.splitlines()[1] for ad in read] == ["Erfarenhet: 2 år", "Erfarenhet (år): gärna"]


def test_without_a_header_of_jobs_it_says_what_was_expected() -> None:
    with pytest.raises(ReadError, match="a header row that names a job"):
        READER.read(table("Färg;Form\nröd;rund"))


def test_headers_in_any_writing() -> None:
    said = ("Sista ansökningsdag (ÅÅÅÅ-MM-DD)", "KRAV*", "job_title", "Must-haves", "Antal platser", "Ort/kommun")
    assert [field_of(header) for header in said] == ["deadline", "must", "title", "must", "vacancies", None]


def test_several_places_and_what_is_told_twice_are_kept() -> None:
    read = read_ads(
        table("Tjänst;Krav;Ort;Omfattning\nSotare;höjdvana;Lund/Malmö;2 pass i veckan\nSmed;svets;Distans;Heltid")
    )
    assert (read[0].municipality, read[0].other_municipalities) == ("Lund", ("Malmö",))
    assert "Omfattning: 2 pass i veckan" in read[0].text
    assert (read[1].municipality, read[1].hours) == (None, "full")
    assert "Ort: Distans" in read[1].text


def test_cells_beyond_the_header_are_told() -> None:
    read = read_ads(table("Tjänst;Krav\nSotare;höjdvana;kvar"))
    assert [(note.level, note.line) for note in read.notes] == [("dropped", 2)]
