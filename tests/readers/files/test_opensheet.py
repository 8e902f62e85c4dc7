"""ODS workbooks as LibreOffice writes them, made up here."""

from __future__ import annotations

import io
import zipfile

import pytest

from matcher.errors import ReadError
from matcher.readers import read_profiles
from matcher.readers.files import officeparts, opensheet
from matcher.readers.files.source import Source
from matcher.readers.files.workbooks import is_workbook, read_sheets

_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def packed(*tables: str) -> bytes:
    out = io.BytesIO()
    sheets = "".join(f'<table:table table:name="a">{rows}</table:table>' for rows in tables)
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        body = f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
        archive.writestr("content.xml", f"<office:document-content {_SPACES}>{body}</office:document-content>")
    return out.getvalue()


def cell(text: str = "", more: str = "") -> str:
    return f"<table:table-cell {more}>{f'<text:p>{text}</text:p>' if text else ''}</table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def held(value: str, kind: str = "float", name: str = "value") -> str:
    return f'office:value-type="{kind}" office:{name}="{value}"'


def test_cells_are_given_as_they_are_held() -> None:
    cells = (
        cell("3", held("3")), cell("2,5", held("2.5")), cell("75 %", held("0.75", "percentage")),
        cell("1 sep", held("2026-09-01T00:00:00", "date", "date-value")),
        cell("SANT", held("true", "boolean", "boolean-value")), cell("3", held("tre")), cell("3", held("nan")),
        "<table:table-cell><office:annotation><text:p>fråga Ada</text:p></office:annotation>"
        '<text:p>kock<text:s text:c="2"/>Iran</text:p><text:p>smed</text:p></table:table-cell>',
    )  # fmt: skip
    [sheet] = read_sheets(packed(row(*cells)), "s.ods")
    assert sheet.rows[0].cells == ("3", "2.5", "75%", "2026-09-01", "ja", "", "", "kock  Iran\nsmed")


def test_repeated_and_merged_cells_and_blanks_as_wide_as_the_sheet() -> None:
    blank = cell(more='table:number-columns-repeated="16380"')
    rows = (
        row(cell("7", 'table:number-rows-spanned="2"'), cell("x", 'table:number-columns-repeated="2"'), blank),
        row('<table:covered-table-cell/>', cell("smed"), blank),
        row(blank, more='table:number-rows-repeated="1048000"'),
        row(cell("8")),
    )  # fmt: skip
    [sheet] = read_sheets(packed("".join(rows)), "s.ods")
    told = [(one.line, [text for text in one.cells if text]) for one in sheet.rows]
    assert told == [(1, ["7", "x", "x"]), (2, ["7", "smed"]), (1_048_003, ["8"])]


def test_people_are_read_and_every_sheet_counts() -> None:
    people = row(cell("Nr"), cell("Svenska"), cell("Kommun")) + row(cell("a1"), cell("B1"), cell("Flen"))
    jobs = row(cell("Nr"), cell("Yrke"), cell("År")) + row(cell("a1"), cell("kock"), cell("4", held("4")))
    [one] = read_profiles(Source("s.ods", packed(people, jobs))).records
    assert (one.id, one.home_municipality, one.experience[0].years) == ("a1", "Flen", 4)


def test_ticks_below_what_was_worked_with_are_jobs() -> None:
    table = row(*map(cell, ("", "", "Har jobbat med", "", "Vill jobba med", "", "Ort")))
    table += row(*map(cell, ("Nr", "Svenska", "Städ", "Kök", "Städ", "Kök", "")))
    table += row(*map(cell, ("a1", "B1", "x", "", "", "x", "Flen"))) + row(
        *map(cell, ("a2", "A2", "", "x", "x", "", "Trosa"))
    )
    first, second = read_profiles(Source("s.ods", packed(table))).records
    assert [job.title for one in (first, second) for job in one.experience] == ["städare", "köksbiträde"]
    assert len(first.wishes) == len(second.wishes) == 1


def test_damaged_and_too_large_ones_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = packed(row(cell("a")))
    assert is_workbook(whole)
    with pytest.raises(ReadError, match="undamaged"):
        list(read_sheets(whole[:120] + whole[160:], "s.ods"))
    monkeypatch.setattr(officeparts, "MAX_PART", 40)
    with pytest.raises(ReadError, match="MB"):
        list(read_sheets(whole, "s.ods"))


def test_people_in_the_first_rows_of_a_sheet_with_too_many_are_kept_and_the_loss_is_told(monkeypatch) -> None:
    monkeypatch.setattr(opensheet, "MAX_ROWS", 4)
    head, kock = row(cell("Id"), cell("Önskat yrke")), row(cell("K1"), cell("Kock"))
    smed = row(cell("K2"), cell("Smed"), more='table:number-rows-repeated="2"')
    batch = read_profiles(Source("s.ods", packed(head + kock + smed + row(cell("K3"), cell("Svetsare")))))
    assert [person.id for person in batch] == ["K1", "K2"]
    assert [(note.line, note.column) for note in batch.notes if "at most 20000 rows" in note.what] == [(5, "sheet 1")]
    [most] = read_sheets(packed(row(cell("a"), more='table:number-rows-repeated="1000000000"')), "s.ods")
    assert (len(most.rows), most.past) == (4, 5)
