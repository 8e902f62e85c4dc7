"""Codes of an office's own, and where it says what they mean."""

import io
import zipfile

import pytest
from tests.readers.reading import read_sheet

from matcher.readers import Source, read_profiles

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook_of(*sheets):
    """Pack sheets, each a list of rows of texts."""
    numbers = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    links = "".join(f'<Relationship Id="r{n}" Target="worksheets/s{n}.xml"/>' for n in numbers)
    parts = {
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="x"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
    }
    for number, rows in zip(numbers, sheets, strict=True):
        cells = "".join(
            f'<row r="{at}">'
            + "".join(
                f'<c r="{letter}{at}" t="inlineStr"><is><t>{text}</t></is></c>'
                for letter, text in zip("ABCDEFGH", row, strict=False)
            )
            + "</row>"
            for at, row in enumerate(rows, 1)
        )
        parts[f"xl/worksheets/s{number}.xml"] = f"<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def spoken(person):
    return {row.lang: row.speaking for row in person.languages}


def test_stars_are_levels_where_a_line_explains_them():
    table = ("Elev;Kommun;Pratar;Läser;Skriver", "E-1;Flen;**;*;*", "E-2;Trosa;***;★★☆;*")
    one, two = read_sheet("* = A1, ** = A2, *** = B1", *table)
    assert spoken(one) == {"sv": ("A2", "A2")}
    assert two.languages[0].reading == ("A2", "A2")
    # Nobody explains these.
    assert all(not person.languages for person in read_sheet(*table))


def test_letters_in_a_header_are_what_it_says_of_them():
    people = read_sheet("Nr;Yrke;Arbetstid (Hel=H, Del=D)", "1;kock;H", "2;smed;D", "3;bagare;Ö")
    assert [person.availability.hours for person in people] == ["full", "part", None]


@pytest.mark.parametrize(
    "codes",
    [
        [("Kod", "Förklaring"), ("Utb 1", "grundskola"), ("Utb 2", "gymnasium"), ("Utb 3", "högskola")],
        [("Utbildning",), ("1", "grundskola"), ("2", "gymnasium"), ("3", "högskola")],
        [("Lista", "Kod", "Text"), ("Utb", "1", "grundskola"), ("Utb", "2", "gymnasium"), ("Utb", "3", "högskola")],
        [("Nivå", "Utb", "Svenska"), ("1", "grundskola", "A1"), ("2", "gymnasium", "A2"), ("3", "högskola", "B1")],
        [("Utb: 1=grundskola, 2=gymnasium, 3=högskola",)],
    ],
)
def test_codes_are_explained_on_a_sheet_of_their_own(codes):
    table = [("Nr", "Utb.kod", "Utb.land", "Körkort"), ("A1", "2", "Irak", "B"), ("A2", "1", "Iran", "nej")]
    batch = read_profiles(Source("p.xlsx", workbook_of(table, codes)))
    assert [(p.education[0].level, p.education[0].country) for p in batch] == [
        ("upper_secondary", "IQ"),
        ("primary", "IR"),
    ]


def test_a_scale_of_one_thing_explains_no_other():
    utb = [("Kod", "Text"), ("Utb 1", "grundskola"), ("Utb 2", "gymnasium"), ("Utb 3", "högskola")]
    table = [("Nr", "Svenska", "Ort", "Körkort"), ("A1", "2", "Flen", "B"), ("A2", "1", "Mora", "nej")]
    batch = read_profiles(Source("p.xlsx", workbook_of(table, utb)))
    assert all(not person.languages and not person.education for person in batch)


def test_a_header_explains_its_own_codes_whatever_they_are_of() -> None:
    columns = "id;Egen bil (1=ja, 2=nej);Modersmål (1=somaliska 2=arabiska);Svenska (1=A1 2=B1);Jobb"
    sheet = "\n".join((columns, "P1;1;1;2;Kock", "P2;2;2;1;Murare"))
    one, two = read_profiles(Source("a.csv", sheet.encode()))
    assert (one.own_car, two.own_car) == (True, False)
    assert [[row.lang for row in person.languages if row.native] for person in (one, two)] == [["so"], ["ar"]]
    levels = [[row.speaking for row in person.languages if row.lang == "sv"] for person in (one, two)]
    assert levels == [[("B1", "B1")], [("A1", "A1")]]
