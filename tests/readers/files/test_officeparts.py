"""Workbooks that would take the memory or the time of a whole machine."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest

from matcher.errors import ReadError
from matcher.readers.files import officeparts, workbook
from matcher.readers.files.workbook import xlsx_sheets

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def book(rows: str, behind: str = "", strings: str = "", styles: str = "", sheets: int = 1) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        listed = '<sheet r:id="r1"/>' * sheets
        archive.writestr("xl/workbook.xml", f'<workbook {MAIN} xmlns:r="x"><sheets>{listed}</sheets></workbook>')
        archive.writestr("xl/_rels/workbook.xml.rels", '<a><Relationship Id="r1" Target="s1.xml"/></a>')
        archive.writestr("xl/s1.xml", f"<worksheet {MAIN}><sheetData>{rows}</sheetData>{behind}</worksheet>")
        archive.writestr("xl/sharedStrings.xml", f"<sst {MAIN}>{strings}</sst>")
        archive.writestr("xl/styles.xml", f"<styleSheet {MAIN}>{styles}</styleSheet>")
    return out.getvalue()


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def cells_of(data: bytes) -> list[list[tuple[str, ...]]]:
    return [[row.cells for row in sheet.rows] for sheet in xlsx_sheets(data, "s.xlsx")]


GOOD = f'<row r="1">{cell("A1", "7")}{cell("B1", "kock")}</row>'


def test_rows_that_say_nothing_take_no_place() -> None:
    # A sheet that is coloured to its last line has a million of them.
    [rows] = cells_of(book(GOOD + "<row/>" * 30_000 + f'<row r="90000">{cell("A9", "8")}</row>'))
    assert [row for row in rows if any(row)] == [("7", "kock"), ("8",)]
    assert len(rows) < 21_000


def test_of_a_sheet_with_too_many_rows_the_first_are_kept_and_the_loss_is_told(monkeypatch) -> None:
    monkeypatch.setattr(workbook, "MAX_ROWS", 3)
    rows = "".join(f'<row r="{2 * n}">{cell(f"A{2 * n}", str(n)) if n != 2 else ""}</row>' for n in range(1, 9))
    merged = '<mergeCells><mergeCell ref="A2:A4"/></mergeCells>'
    [sheet] = xlsx_sheets(book(rows, behind=merged), "s.xlsx")
    assert [(row.line, row.cells) for row in sheet.rows if any(row.cells)] == [
        (2, ("1",)), (4, ("1",)), (6, ("3",)), (8, ("4",)),
    ]  # fmt: skip
    assert sheet.past == 10
    assert [sheet.past for sheet in xlsx_sheets(book(GOOD * 3), "s.xlsx")] == [None]


def test_more_rows_than_any_program_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(officeparts, "MAX_ELEMENTS", 1_000)
    assert len(cells_of(book("<row/>" * 900))[0]) == 900
    with pytest.raises(ReadError, match="at most 1000 rows"):
        cells_of(book("<row/>" * 1_100))


def test_a_row_that_is_too_large_is_refused_before_its_tree_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(officeparts, "MAX_HELD", 200_000)
    assert cells_of(book(GOOD * 5_000))[0][4_999] == ("7", "kock")
    for data in (book(f"{GOOD}<row>{'<c/>' * 100_000}</row>"), book(GOOD, behind="<x/>" * 100_000)):
        with pytest.raises(ReadError, match="rows of at most"):
            cells_of(data)


def test_what_is_merged_on_top_of_each_other_is_said_once() -> None:
    rows = "".join(f'<row r="{line}">{cell(f"A{line}", "a") if line == 1 else ""}</row>' for line in range(1, 2_001))
    merged = '<mergeCell ref="A1:A2000"/>' * 2_000 + '<mergeCell ref="A2:A9"/>'
    [rows_read] = cells_of(book(rows, behind=f"<mergeCells>{merged}</mergeCells>"))
    assert rows_read == [("a",)] * 2_000


def test_a_long_text_that_many_cells_show_is_cut_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    shared = f"<si><t>{'kock ' * 20_000}</t></si>"
    one = '<row><c t="s"><v>0</v></c></row>'
    assert [len(row[0]) for row in cells_of(book(one, strings=shared))[0]] == [officeparts.MAX_TEXT]
    monkeypatch.setattr(officeparts, "MAX_PART", 1 << 20)
    assert len(cells_of(book(one * 30, strings=shared))[0]) == 30
    for data in (book(one * 40, strings=shared), book(one * 20, strings=shared, sheets=2)):
        with pytest.raises(ReadError, match="at most 1 MB"):
            cells_of(data)


def test_texts_and_styles_are_forgotten_once_they_are_read() -> None:
    data = book(GOOD, strings="<si/>" * 200_000, styles=f"<cellXfs>{'<xf/>' * 200_000}</cellXfs>")
    tracemalloc.start()
    assert cells_of(data) == [[("7", "kock")]]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20 << 20


def test_numbers_of_thousands_of_digits_are_none() -> None:
    nines = "9" * 5_000
    row = f'<row r="{nines}"><c t="s"><v>{nines}</v></c><c s="{nines}"><v>4</v></c><c><v>{nines}</v></c></row>'
    assert cells_of(book(row)) == [[("", "4", "")]]
