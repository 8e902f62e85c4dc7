"""Text PDFs: read in a process of its own, right-to-left words mended, everything else refused with a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.errors import MissingExtraError, ReadError
from matcher.readers import Source, read_profiles
from matcher.readers.texts import pdf, pdfchild
from matcher.readers.texts.signs import repaired

pytest.importorskip("pypdfium2", reason="needs the extra documents")

CV = (
    "CV P7", "Solna", "", "Arbetslivserfarenhet", "2012-2016 Kock, Syrien", "2018-2020 Köksbiträde, Sverige", "",
    "Utbildning", "Gymnasium, 12 år, Syrien", "", "Språk", "Arabiska (modersmål)", "Svenska B1", "", "Körkort",
    "B (Sverige)", "", "Söker arbete som", "Kock",
)  # fmt: skip


def made(*pages: tuple[str, ...], font: str = "", shown: str = "({})") -> bytes:
    """A PDF of lines of text, built by hand from the parts that matter."""
    font = font or "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    parts = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>", font]
    for n, lines in enumerate(pages):
        drawn = "".join(
            f"BT /F1 12 Tf 50 {780 - 16 * at} Td {shown.format(line)} Tj ET\n" for at, line in enumerate(lines)
        )
        parts.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * n} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        parts.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}endstream")
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{part}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


def test_a_cv_as_pdf_reads_like_its_text() -> None:
    from_pdf = read_profiles(Source("P7.pdf", made(CV[:8], (*CV[8:], "Sida 2 av 2"))))[0]
    assert from_pdf == read_profiles(Source("P7.txt", "\n".join(CV).encode()))[0]
    assert [job.title for job in from_pdf.experience] == ["Kock", "Köksbiträde"]
    assert from_pdf.driving_licences[0].class_ == "B"


def test_pages_without_text_are_refused_with_what_to_do() -> None:
    with pytest.raises(ReadError, match=r"scan\.pdf: expected a PDF with text in it; this one holds only pictures"):
        read_profiles(Source("scan.pdf", made(("",))))


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\nnothing\n%%EOF", b"%PDF-1.4\n" + b"\xff" * 5000])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"p\.pdf: expected an undamaged PDF"):
        read_profiles(Source("p.pdf", data))


def test_a_locked_file_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], pdfchild.LOCKED, b""))
    with pytest.raises(ReadError, match="without a password"):
        pdf.pdf_text(b"%PDF-1.4", "p.pdf")


def test_a_child_that_dies_takes_nobody_along(monkeypatch: pytest.MonkeyPatch) -> None:
    killed = subprocess.CompletedProcess([], -9, b"half a text")
    monkeypatch.setattr(pdf.subprocess, "run", lambda *_, **__: killed)
    with pytest.raises(ReadError, match="MB of memory"):
        pdf.pdf_text(b"%PDF-1.4", "p.pdf")


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "TIMEOUT", 0.001)
    with pytest.raises(ReadError, match="seconds"):
        pdf.pdf_text(made(CV), "p.pdf")


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"kompetensmatcher\[documents\]"):
        pdf.pdf_text(made(CV), "p.pdf")


def test_the_child_leaves_nothing_on_disk_and_says_nothing_of_what_it_reads(tmp_path: Path) -> None:
    for data in (made((*CV, "astma KANARIE")), b"%PDF-1.4 KANARIE"):
        done = subprocess.run(
            [sys.executable, "-I", pdfchild.__file__], input=data, capture_output=True, cwd=tmp_path, check=False,
            env=os.environ | {"TMPDIR": str(tmp_path)},
        )  # fmt: skip
        assert done.stderr == b""
    assert list(tmp_path.rglob("*")) == []


ARABIC = "طباخ في مطعم"


def arabic(text: str) -> bytes:
    """A line in a font whose letters are told by a table alone, drawn one after the other from the left."""
    codes = {letter: number for number, letter in enumerate(dict.fromkeys(text), 1)}
    table = "\n".join(f"<{number:04x}> <{ord(letter):04x}>" for letter, number in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange "
        f"<0000> <ffff> endcodespacerange {len(codes)} beginbfchar\n{table}\nendbfchar endcmap end end"
    )
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts "
        "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (A) /Ordering (I) "
        "/Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox "
        "[0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>"
    )
    line = "".join(f"{codes[letter]:04x}" for letter in text)
    data = made((line,), font=font, shown="<{}>")
    return data.replace(
        b"xref\n0", f"6 0 obj\n<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream\nendobj\nxref\n0".encode()
    )


def test_right_to_left_words_come_out_as_they_are_spoken() -> None:
    assert pdf.pdf_text(arabic(ARABIC[::-1]), "a.pdf").strip() == ARABIC


SHAPED = {"م": "\ufee3", "ر": "\ufeae", "ح": "\ufea3", "ب": "\ufe92", "ا": "\ufe8e"}


def test_drawn_shapes_become_letters_and_turned_lines_are_turned_back() -> None:
    drawn = "".join(SHAPED[letter] for letter in "مرحبا")
    assert repaired(f"CV: {drawn} (Kock 2 år)") == "CV: مرحبا (Kock 2 år)"
    assert repaired(f"CV: {drawn[::-1]} (Kock 2 år)") == "CV: مرحبا (Kock 2 år)"
    assert repaired("םולש Kock") == "שלום Kock"
    assert repaired("שלום Kock") == "שלום Kock"


@given(st.text(st.characters(max_codepoint=0x58F), max_size=60))
def test_text_without_right_to_left_letters_stays(text: str) -> None:
    assert repaired(text) == text


def test_where_a_limit_cannot_be_set_the_others_are(monkeypatch):
    resource = pytest.importorskip("resource")
    told = []

    def as_on_macos(what, limits):
        if what == resource.RLIMIT_AS:
            raise ValueError("current limit exceeds maximum limit")
        told.append((what, limits[0]))

    monkeypatch.setattr(resource, "setrlimit", as_on_macos)
    pdfchild._limit()
    assert told == [(resource.RLIMIT_CPU, pdfchild.MAX_SECONDS), (resource.RLIMIT_FSIZE, 0)]
