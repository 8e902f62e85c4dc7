"""Ads as documents: an employer sends a DOCX or a PDF."""

from __future__ import annotations

import io
import zipfile

import pytest

from matcher.errors import ReadError
from matcher.readers import Source, read_ads, read_any, read_profiles
from matcher.requirements import with_requirements

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
AD = (
    "Takläggare till Skifferlaget",
    "Vi söker dig som har lagt tak. Du arbetar i lag om tre.",
    "Krav",
    "Höjdvana och B-körkort",
    "Meriterande",
    "Liftkort",
    "Välkommen med din ansökan! Vi erbjuder fast anställning.",
)
CV = ("CV Ida", "Arbetslivserfarenhet", "2012-2016 Takläggare", "Språk", "Svenska C1", "Körkort", "B")


def docx(lines: tuple[str, ...]) -> bytes:
    """Make a document of paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
    return data.getvalue()


def pdf(lines: tuple[str, ...]) -> bytes:
    """Make a PDF of one page by hand."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    drawn = "".join(f"BT /F1 12 Tf 50 {780 - 16 * at} Td ({line}) Tj ET\n" for at, line in enumerate(lines))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        font,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R "
        "/Resources << /Font << /F1 3 0 R >> >> >>",
        f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}endstream",
    ]
    objects = "".join(f"{number} 0 obj\n{part}\nendobj\n" for number, part in enumerate(parts, 1))
    return f"%PDF-1.4\n{objects}trailer << /Root 1 0 R /Size {len(parts) + 1} >>\n%%EOF".encode("cp1252")


def demands(source: Source) -> set[tuple[str, str]]:
    """Tell kind and necessity of what the one ad of a source asks for."""
    (ad,) = read_ads(source)
    assert ad.headline == AD[0]
    return {(row.kind, row.necessity) for row in with_requirements(ad).requirements or ()}


def test_an_ad_as_a_word_document_is_read() -> None:
    found = demands(Source("tak.docx", docx(AD)))
    assert {("driving_licence", "must"), ("certificate", "nice")} <= found


def test_an_ad_as_a_pdf_is_read() -> None:
    pytest.importorskip("pypdfium2", reason="needs the extra documents")
    assert {("driving_licence", "must"), ("certificate", "nice")} <= demands(Source("tak.pdf", pdf(AD)))


def test_a_cv_beside_an_ad_stays_a_cv() -> None:
    read = read_any(Source("tak.docx", docx(AD)), Source("ida.docx", docx(CV)))
    assert [record.type_name for record in read] == ["ad", "profile"]
    assert read_profiles(Source("ida.docx", docx(CV)))[0].driving_licences


def test_a_short_document_that_is_named_as_an_ad_is_one() -> None:
    assert read_ads(Source("kort.docx", docx(("Sotare sökes", "Höjdvana."))))[0].headline == "Sotare sökes"


def test_a_document_that_cannot_be_opened_is_told() -> None:
    with pytest.raises(ReadError):
        read_ads(Source("trasig.docx", docx(AD)[:90]))
