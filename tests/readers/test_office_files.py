"""XLSX sheets and DOCX CVs, built by hand from the parts that matter."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import ReadError
from matcher.readers import Source, read_profiles
from matcher.readers.files.workbooks import read_sheets
from matcher.readers.texts.document import document_text

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def workbook(*sheets: str, strings: tuple[str, ...] = ()) -> bytes:
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(sheets) + 1))
    links = "".join(f'<Relationship Id="r{n}" Target="worksheets/s{n}.xml"/>' for n in range(1, len(sheets) + 1))
    parts = {
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="x"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{links}</Relationships>",
        "xl/sharedStrings.xml": f"<sst {MAIN}>{''.join(f'<si><t>{s}</t></si>' for s in strings)}</sst>",
        "xl/styles.xml": (
            f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="170" formatCode="d\\ mmm\\ yyyy"/></numFmts>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'
        ),
    }
    for number, rows in enumerate(sheets, 1):
        parts[f"xl/worksheets/s{number}.xml"] = f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>"
    return packed(parts)


def inline(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADER = f'<row r="2">{"".join(inline(f"{c}2", t) for c, t in zip("ABCDE", ("Nr", "Modersmål", "Max restid (min)", "Kan börja", "Egen bil"), strict=True))}</row>'  # noqa: E501
PERSON = '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3"><v>45</v></c><c r="D3" s="2"><v>46399</v></c><c r="E3" t="b"><v>1</v></c></row>'  # noqa: E501


def test_characters_that_a_workbook_writes_by_their_number() -> None:
    cells = (inline("A3", "7"), inline("B3", "Dari_x000D_\nTurkiska"), inline("C3", "_x0033_0"))
    batch = read_profiles(Source("lista.xlsx", workbook(f'{HEADER}<row r="3">{"".join(cells)}</row>')))
    assert [language.lang for language in batch[0].languages] == ["fa", "tr"]
    assert batch[0].max_travel_minutes == 30


def test_a_workbook() -> None:
    title = f'<row r="1">{inline("A1", "Deltagare")}</row>'
    data = workbook(f'<row r="1">{inline("A1", "Läs mig")}</row>', title + HEADER + PERSON, strings=("007", "Dari"))
    batch = read_profiles(Source("lista.xlsx", data))
    profile = batch[0]
    assert (profile.id, profile.languages[0].lang, profile.max_travel_minutes) == ("007", "fa", 45)
    assert (profile.availability.from_, profile.own_car) == ("2027-01-12", True)
    assert [note.column for note in batch.notes] == ["sheet 1"]


def test_cells_stand_where_their_reference_says() -> None:
    rows = '<row r="1"><c r="C1"><v>1.5</v></c><c r="ZZZ9"><v>2</v></c><c r="A1" t="e"><v>#REF!</v></c></row>'
    sheet = next(iter(read_sheets(workbook(rows), "x.xlsx")))
    assert sheet.rows[0].cells == ("", "", "1.5")


@pytest.mark.parametrize(
    "data",
    [
        workbook(HEADER + PERSON)[:-200],
        workbook("<row><c></row>"),
        workbook('<row r="1"><c r="A1"><v>1</v></c></row>'),
        packed({"xl/workbook.xml": "<!DOCTYPE a><workbook/>"}),
    ],
)
def test_damaged_workbooks_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_profiles(Source("x.xlsx", data))


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.readers.files.officeparts.MAX_PART", 10_000)
    with pytest.raises(ReadError, match="at most"):
        read_profiles(Source("x.xlsx", workbook(HEADER + PERSON * 200)))


def document(body: str) -> bytes:
    return packed({"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def paragraph(text: str, bullet: bool = False) -> str:
    mark = "<w:pPr><w:numPr/></w:pPr>" if bullet else ""
    return f"<w:p>{mark}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_document() -> None:
    cell = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("2012-2016", "Kock", "Iran"))
    body = (
        paragraph("CV P1") + paragraph("Luleå") + paragraph("ANSTÄLLNINGAR") + f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
        + paragraph("KUNSKAPER") + paragraph("grillning", bullet=True)
        + paragraph("SPRÅK") + paragraph("Persiska (modersmål)")
    )  # fmt: skip
    profile = read_profiles(Source("cv.docx", document(body)))[0]
    assert (profile.id, profile.home_municipality, profile.languages[0].native) == ("cv", "Luleå", True)
    assert [(j.title, j.country, j.years) for j in profile.experience] == [("Kock", "IR", 4.0)]
    assert [s.label for s in profile.skills] == ["grillning"]


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(ReadError):
        read_profiles(Source("cv.docx", document("<w:p>")))


@given(st.binary(max_size=300))
def test_any_zip_member(data: bytes) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", data)
    with pytest.raises(ReadError):
        read_profiles(Source("x.xlsx", out.getvalue()))


def para(text: str, inside: str = "") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r>{inside}</w:p>"


def test_headers_footers_boxes_and_tables_in_tables_are_text_too() -> None:
    box = (
        f"<w:r><x:AlternateContent xmlns:x='y'><x:Choice><w:txbxContent>{para('Svenska B1')}</w:txbxContent></x:Choice>"
    )
    box += f"<x:Fallback><w:txbxContent>{para('Svenska B1')}</w:txbxContent></x:Fallback></x:AlternateContent></w:r>"
    inner = f"<w:tbl><w:tr><w:tc>{para('2012-2016')}</w:tc><w:tc>{para('Kock, Syrien')}</w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{inner}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>"
    gone = "<w:del><w:r><w:t>Bagare</w:t></w:r></w:del><w:ins><w:r><w:t>!</w:t></w:r></w:ins>"
    body = para("ARBETE", gone) + table + para("SPRÅK", box)
    whole = packed({
        "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
        "word/header1.xml": f"<w:hdr {WORD}>{para('CV')}</w:hdr>",
        "word/header3.xml": f"<w:hdr {WORD}>{para('CV')}{para('Solna')}</w:hdr>",
        "word/footer2.xml": f"<w:ftr {WORD}>{para('B-körkort')}</w:ftr>",
        "word/footnotes.xml": f"<w:footnotes {WORD}><w:footnote>{para('Egen bil')}</w:footnote></w:footnotes>",
        "word/comments.xml": f"<w:comments {WORD}><w:comment>{para('tveksamt')}</w:comment></w:comments>",
    })  # fmt: skip
    lines = document_text(whole, "cv.docx").split("\n")
    assert lines == [
        "CV", "Solna", "ARBETE!", "2012-2016 | Kock, Syrien", "SPRÅK", "Svenska B1", "Egen bil", "B-körkort",
    ]  # fmt: skip
    profile = read_profiles(Source("cv.docx", whole))[0]
    assert [(job.title, job.country, job.years) for job in profile.experience] == [("Kock", "SY", 4.0)]


def test_right_to_left_words_of_a_document_stay_in_order() -> None:
    assert document_text(document(para("طباخ, Kock")), "cv.docx") == "طباخ, Kock"


def test_headings_beside_what_they_are_about_are_headings() -> None:
    rows = [("Erfarenhet", ""), ("2018-2020", "Kock"), ("Språk", "Svenska B1"), ("Körkort", "B")]
    cells = "".join(f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    batch = read_profiles(Source("cv.docx", document(f"<w:tbl>{cells}</w:tbl>")))
    [person] = batch
    assert [job.title for job in person.experience] == ["Kock"]
    assert [language.lang for language in person.languages] == ["sv"]
    assert [licence.class_ for licence in person.driving_licences] == ["B"]
    assert not any("Windows-1252" in note.what for note in batch.notes)


def test_a_sheet_of_lists_beside_the_people_is_nobody() -> None:
    choices = "".join(
        f'<row r="{n}">{inline(f"A{n}", a)}{inline(f"B{n}", b)}</row>'
        for n, (a, b) in enumerate((("Körkort", "Svenska"), ("B", "A1"), ("C", "A2")), 1)
    )
    batch = read_profiles(Source("lista.xlsx", workbook(choices, HEADER + PERSON, strings=("007", "Dari"))))
    assert [person.id for person in batch] == ["007"]
    assert any("without ids" in note.what and note.column == "sheet 1" for note in batch.notes)


def sheet(*rows: tuple[str, ...]) -> str:
    cells = ["".join(inline(f"{letter}{n}", cell) for letter, cell in zip("ABC", row, strict=True)) for n, row in enumerate(rows, 1)]  # fmt: skip  # noqa: E501
    return "".join(f'<row r="{n}">{row}</row>' for n, row in enumerate(cells, 1))


def test_sheets_about_other_things_with_the_same_ids_tell_of_the_same_people() -> None:
    people = sheet(("Nr", "Kommun", "Modersmål"), ("1", "Falun", "thai"), ("2", "Ludvika", "dari"))
    jobs = sheet(("Nr", "Yrke", "Antal år"), ("1", "kock", "4"), ("1", "svarvare", "2"), ("3", "frisör", "1"))
    batch = read_profiles(Source("lista.xlsx", workbook(people, jobs)))
    assert [(p.id, p.home_municipality, [j.title for j in p.experience]) for p in batch] == [
        ("1", "Falun", ["kock", "svarvare"]),
        ("2", "Ludvika", []),
        ("3", None, ["frisör"]),
    ]


def test_groups_in_sheets_of_their_own_count_from_one_each() -> None:
    first = sheet(("Nr", "Kommun", "Modersmål"), ("1", "Falun", "thai"))
    second = sheet(("Nr", "Kommun", "Modersmål"), ("1", "Ludvika", "dari"))
    batch = read_profiles(Source("lista.xlsx", workbook(first, second)))
    assert [p.home_municipality for p in batch] == ["Falun", "Ludvika"]


def page(*rows: tuple[str, ...], merged: str = "") -> str:
    made = "".join(
        f'<row r="{at}">{"".join(inline(f"{chr(65 + c)}{at}", cell) for c, cell in enumerate(row) if cell)}</row>'
        for at, row in enumerate(rows, 1)
    )
    return made + (f'</sheetData><mergeCells><mergeCell ref="{merged}"/></mergeCells><sheetData>' if merged else "")


def test_a_form_a_sheet_and_labels_in_two_columns() -> None:
    def form(number: str, town: str, native: str, job: str) -> str:
        first = (("Nr", number, "", "Ort", town), ("Modersmål", native, "", "Yrke", job))
        return page(("Samtal", ""), *first, ("Körkort", "B", "", "Bil", "nej"), ("Svenska", "A2", "", "Intyg", "HLR"))

    first, second = form("701", "Tidaholm", "dari", "bagare"), form("702", "Skara", "thai", "")
    batch = read_profiles(Source("samtal.xlsx", workbook(first, second)))
    assert [(p.id, p.home_municipality, p.languages[0].native) for p in batch] == [
        ("701", "Tidaholm", True),
        ("702", "Skara", True),
    ]
    assert [[job.title for job in p.experience] for p in batch] == [["bagare"], []]


def test_forms_without_an_id_get_one_each() -> None:
    forms = [page(("Ort", town), ("Modersmål", "dari"), ("Yrke", "bagare")) for town in ("Skara", "Tibro")]
    assert [p.id for p in read_profiles(Source("f.xlsx", workbook(*forms)))] == ["f-1", "f-2-1"]


def test_remarks_on_how_to_answer_are_no_second_person() -> None:
    rows = (("Ort", "Skara", "Kommentar"), ("Modersmål", "dari", "flera möjliga"), ("Yrke", "bagare", "senaste"))
    assert len(read_profiles(Source("f.xlsx", workbook(page(*rows))))) == 1


def test_merged_cells_tell_of_every_line_beside_them() -> None:
    rows = (
        ("Nr", "Kommun", "Modersmål", "Yrke"),
        ("5", "Flen", "dari", "smed"),
        ("", "", "", "kock"),
        ("6", "", "thai", "målare"),
    )
    batch = read_profiles(Source("m.xlsx", workbook(page(*rows, merged="B2:B4"))))
    assert [(p.id, p.home_municipality) for p in batch] == [("5", "Flen"), ("6", "Flen")]
