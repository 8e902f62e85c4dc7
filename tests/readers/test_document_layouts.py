"""CVs as documents: columns of a page, tables with labels, headings by their style, pictures instead of words."""

from __future__ import annotations

import html
import io
import zipfile

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.cells.papers import read_certificates, read_profession
from matcher.readers.cells.places import is_in_sweden
from matcher.readers.cells.work import read_job
from matcher.readers.texts import pdf, pdfchild
from matcher.readers.texts.laidout import COLUMN_END, table_lines
from matcher.readers.texts.opendocument import open_document_text
from matcher.readers.texts.sections import split_sections
from matcher.readers.texts.signs import in_words
from matcher.readers.told.jobs import read_job_lines

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def _paragraph(line: str) -> str:
    style, text = ("Rubrik1", line[2:]) if line.startswith("# ") else ("Normal", line)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{html.escape(text)}</w:t></w:r></w:p>'


def _of_runs(runs: str) -> bytes:
    """A DOCX of one line of headings and one paragraph of runs as they are given."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        body = f"{_paragraph('# Arbetslivserfarenhet')}<w:p>{runs}</w:p>"
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
    return data.getvalue()


def test_a_hyphen_that_does_not_break_is_read_and_hidden_words_are_not() -> None:
    years = "<w:r><w:t>2015</w:t></w:r><w:r><w:noBreakHyphen/><w:t>2018 Glasmästare</w:t></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t> och pilot</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>, Lund</w:t></w:r>'
    job = read_profiles(Source("cv.docx", _of_runs(years + hidden + shown)))[0].experience[0]
    assert (job.title, job.years, job.country) == ("Glasmästare", 3.0, "SE")


def _word(*blocks: str | list[list[str]]) -> bytes:
    """A DOCX of paragraphs, headings among them, and tables of cells with lines."""
    body = ""
    for block in blocks:
        if isinstance(block, str):
            body += _paragraph(block)
            continue
        rows = ("".join(f"<w:tc>{''.join(map(_paragraph, c.split('|')))}</w:tc>" for c in row) for row in block)
        body += f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    return _packed({"word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>"})


def _packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _open(body: str) -> bytes:
    content = f"<office:document {OPEN}><office:body><office:text>{body}</office:text></office:body></office:document>"
    return _packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _read(data: bytes, name: str = "p7.docx"):
    return read_profiles(Source(name, data))[0]


def test_labels_beside_their_answers_are_jobs_and_schools() -> None:
    person = _read(
        _word(
            [
                ["Personuppgifter", ""], ["Adress", "Storgatan 3, 331 30 Värnamo"],
                ["Arbetslivserfarenhet", ""], ["Datum", "2016 - 2019"], ["Yrke eller befattning", "Rörmokare"],
                ["Arbetsgivarens namn och adress", "Verkstad i Kassala, Sudan"],
                ["Utbildning", ""], ["Datum", "2004 - 2007"], ["Typ av examen", "Yrkesskola, VVS"],
                ["Utbildningsanordnare", "Tekniska skolan, Asmara, Eritrea"],
            ]
        )
    )  # fmt: skip
    assert [(one.title.split(",")[0], one.country, one.years) for one in person.experience] == [
        ("Rörmokare", "SD", 3.0)
    ]
    assert [(one.level, one.country, one.years) for one in person.education] == [("upper_secondary", "ER", 3.0)]
    assert person.home_municipality == "Värnamo"


def test_a_page_of_two_columns_is_read_column_by_column() -> None:
    left = "CONTACT|Kalmar, Sweden|LANGUAGES|Amharic - native|CERTIFICATES|Forklift"
    right = "Sara|WORK EXPERIENCE|Baker|Bageri Norr, Kalmar|2019 - 2022"
    person = _read(_word([[left, right]]))
    assert person.certificates == ("truck",)
    assert [(one.title, one.years) for one in person.experience] == [("Baker", 3.0)]
    assert person.home_municipality == "Kalmar"


def test_what_is_told_below_a_job_in_a_cell_is_no_part_of_its_line() -> None:
    person = _read(
        _word(
            "# Professional experience",
            [
                ["2021 - 2024", "Midwife, Clinic No. 2, Kharkiv, Ukraine|Ward of 24 beds"],
                ["2015 - 2020", "Nurse, Hospital, Lviv, Ukraine|Night shifts"],
            ],
        )
    )
    assert [(one.country, one.years) for one in person.experience] == [("UA", 3.0), ("UA", 5.0)]


def test_headings_by_their_style_begin_sections_without_blank_lines() -> None:
    person = _read(_word("# Språk", "Tigrinja: modersmål", "# Kliniska färdigheter", "sårvård, ultraljud"))
    assert [skill.label for skill in person.skills] == ["sårvård", "ultraljud"]
    assert [one.lang for one in person.languages] == ["ti"]


def test_a_table_without_headings_keeps_its_rows() -> None:
    rows = [[["Svenska"], ["B1"]], [["2019", "våren"], ["Kock"]]]
    assert list(table_lines(rows)) == ["Svenska | B1", "2019 | Kock", "    våren"]


def test_an_open_document_reads_like_its_text() -> None:
    body = (
        '<text:h text:outline-level="1">Arbete</text:h>'
        '<text:p>Kock,<text:s text:c="2"/>Aleppo, Syrien, 2010-2014</text:p>'
        "<text:p><office:annotation><text:p>ring honom</text:p></office:annotation></text:p>"
        '<text:h text:outline-level="1">Språk</text:h><text:list><text:list-item><text:p>arabiska, modersmål</text:p>'
        "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Körkort</text:p>"
        "</table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell><text:p>Ort</text:p></table:table-cell><table:table-cell>"
        "<text:p>Borås</text:p></table:table-cell></table:table-row></table:table>"
    )
    text = open_document_text(_open(body), "p7.odt")
    assert "ring honom" not in text
    assert "- arabiska, modersmål" in text.split("\n")
    person = _read(_open(body), "p7.odt")
    assert [(one.title, one.country, one.years) for one in person.experience] == [("Kock", "SY", 4.0)]
    assert (person.home_municipality, person.driving_licences[0].class_) == ("Borås", "B")


def _drawn(*texts: tuple[int, int, str]) -> bytes:
    """A PDF of texts at places of a page, in the order in which they are drawn."""
    page = "".join(f"BT /F1 10 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in texts)
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R"
        " /Resources << /Font << /F1 3 0 R >> >> >>",
        f"<< /Length {len(page.encode('cp1252'))} >>\nstream\n{page}endstream",
    ]  # fmt: skip
    body = "".join(f"{number} 0 obj\n{part}\nendobj\n" for number, part in enumerate(parts, 1))
    return f"%PDF-1.4\n{body}trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n".encode("cp1252")


def test_a_column_of_a_pdf_ends_where_the_next_begins_further_up() -> None:
    pytest.importorskip("pypdfium2", reason="needs the extra documents")
    left = [(40, 750 - 14 * at, text) for at, text in enumerate(("Certificates", "ID06", "Forklift"))]
    left += [(40, 300, "Page of a life")]
    right = [(300, 750 - 14 * at, text) for at, text in enumerate(("Baker at Bageriet", "Lund", "Summary", "Bread."))]
    text = pdf.pdf_text(_drawn(*left, *right), "p7.pdf")
    assert text.split("\n")[:6] == ["Certificates", "ID06", "Forklift", "", "Page of a life", pdfchild.COLUMN_END]
    assert _read(_drawn(*left[:3], (40, 300, "HLR"), *right), "p7.pdf").certificates == ("id06", "truck", "hlr")


def test_jobs_may_go_on_in_the_next_column() -> None:
    lines = f"WORK\nBaker, Lund, 2011-2013\n{COLUMN_END}\nCook, Lund, 2014-2016\n"
    assert [section.kind for section in split_sections(lines)] == ["work"]
    assert [section.kind for section in split_sections(f"SKILLS\nbread\n{COLUMN_END}\nBaker\n")] == ["skill", "top"]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("📍 Lund", "Ort: Lund"),
        ("💼 ERFARENHET", "ERFARENHET"),
        ("✔ Kock", "- Kock"),
        ("Kock | 2019-02 → nu", "Kock | 2019-02 - nu"),
        ("Dari ●●●○ B1", "Dari - B1"),
        ("Dari ★★★", "Dari"),
        ("C → C++ är ett steg", "C - C++ är ett steg"),
        ("Inga bilder - alls", "Inga bilder - alls"),
    ],
)
def test_pictures_and_stars_in_words(shown: str, words: str) -> None:
    assert in_words(shown) == words


def test_a_name_in_capitals_above_everything_is_no_heading() -> None:
    text = "ALBA ROSSI\nSmeder\nKarlstad - pendlar\n\nSPRÅK\nitalienska\n\nARBETE\nSmed, Rom, Italien, 2011-2013\n"
    person = _read(text.encode(), "p7.txt")
    assert person.home_municipality == "Karlstad"


@pytest.mark.parametrize(
    ("line", "home"),
    [
        ("Storgatan 2, 632 20 Eskilstuna | 070-555 00 00 | a@example.com", "Eskilstuna"),
        ("Borås · 073-555 88 11", "Borås"),
        ("Född i Borås 070-555 88 11", None),
    ],
)
def test_a_home_beside_how_to_reach_somebody(line: str, home: str | None) -> None:
    assert _read(f"CV\nA. B.\n{line}\n\nSpråk\ndari\n".encode(), "p7.txt").home_municipality == home


def test_a_place_of_birth_among_contact_details_is_no_home() -> None:
    text = "KONTAKT\nFödelseort: Lund\nFödd i Lund\n\nSPRÅK\ndari\n\nKOMPETENSER\nsvets\n"
    assert _read(text.encode(), "p7.txt").home_municipality is None


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("Göteborgs universitet", True), ("Sundsvalls kommun", True), ("Region Västmanland", True),
        ("Yrkesskolan, Luleå", True), ("Lund, naturbruk", False), ("Uppsala kök och bar", False),
        ("Damaskus universitet", False),
    ],
)  # fmt: skip
def test_what_lies_in_sweden_by_its_name(text: str, here: bool) -> None:
    assert is_in_sweden(text) is here


def test_the_town_says_more_than_the_adjective() -> None:
    here, there = read_job("Kock - Lotus Thai, Borås, 2023-2025"), read_job("Kock thailändsk krog 2 år")
    assert here is not None
    assert there is not None
    assert (here.countries, there.countries) == (("SE",), ("TH",))


def test_an_employer_that_sounds_like_a_title_stands_above_it_as_the_others_do() -> None:
    lines = ["Elteam, Lund 2020 - 2022", "Säljare", "", "Butik Dardania, Pristina, Kosovo 2012 - 2016", "Expedit"]
    jobs = read_job_lines(lines, undated=True)
    assert [(job.title.split(",")[0], job.period.years()) for job in jobs] == [("Säljare", 2.0), ("Expedit", 4.0)]
    alone = read_job_lines(["Butiksbiträde, Lund 2020 - 2022", "Kassa", "", "Kock, Lund 2012 - 2016", "Lunch"])
    assert [job.title.split(",")[0] for job in alone] == ["Butiksbiträde", "Kock"]


def test_until_when_a_paper_is_valid_is_no_paper() -> None:
    assert read_certificates("Svetslicens ISO 9606, giltig till 2027; ID06 (valid until March 2028)")[0] == [
        "svetslicens", "id06",
    ]  # fmt: skip


def test_an_authorisation_of_no_named_profession_is_none() -> None:
    assert read_profession("Auktorisation: ännu ej ansökt") is None
    named = read_profession("Application for a Swedish medical licence submitted")
    assert named is not None
    assert (named.profession, named.status) == ("läkare", "applied")


def test_a_header_of_labels_says_what_the_cells_below_it_are() -> None:
    rows = [
        [["Period"], ["Befattning"], ["Arbetsgivare"], ["Land"]],
        [["2014 - 2021"], ["Geolog"], ["Kazzinc"], ["Kazakstan"]],
        [["2022 - 2024"], ["Labbassistent"], ["Gruvan"], ["Sverige"]],
    ]
    text = "ARBETE\n" + "\n".join(table_lines(rows)) + "\nSPRÅK\nryska\n"
    found = [(one.country, one.years) for one in _read(text.encode(), "p7.txt").experience]
    assert found == [("KZ", 7.0), ("SE", 2.0)]
    assert list(table_lines([[["Kock"], ["2 år"], ["Lund"]]])) == ["Kock | 2 år | Lund"]


@pytest.mark.parametrize("form", ["Svenska: B1", "Svenska | B1", "Svenska\nB1"])
def test_swedish_among_languages_is_no_heading(form: str) -> None:
    person = _read(f"SPRÅK\nArabiska: modersmål\n{form}\n\nARBETE\nKock, Lund, 2011-2013\n".encode(), "p7.txt")
    assert [(one.lang, one.speaking) for one in person.languages if not one.native] == [("sv", ("B1", "B1"))]


def test_a_language_of_a_form_keeps_its_name() -> None:
    person = _read("CV\nLund\nSvenska: B1\nKörkort: B\nKan: sömnad, bakning\n".encode(), "p7.txt")
    assert [(one.lang, one.speaking) for one in person.languages] == [("sv", ("B1", "B1"))]
    assert [skill.label for skill in person.skills] == ["sömnad", "bakning"]


def test_two_degrees_with_times_of_their_own_are_two() -> None:
    text = "UTBILDNING\n2019 - 2021: Master of Laws, Lund University\n2007 - 2011: LLB, University of Tehran, Iran\n"
    person = _read(f"{text}\nSPRÅK\nfarsi\n".encode(), "p7.txt")
    assert [(one.level, one.country) for one in person.education] == [("tertiary", "SE"), ("tertiary", "IR")]


def test_references_on_request_are_no_skill() -> None:
    text = "Skills\nResearch; drafting\n\nReferees available on request\n\nLanguages\nFarsi\n"
    assert [skill.label for skill in _read(text.encode(), "p7.txt").skills] == ["Research", "drafting"]
