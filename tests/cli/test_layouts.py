import csv
import io
import zipfile
from dataclasses import replace

import pytest

from matcher.cli import layouts, pages
from matcher.cli.words import tier
from matcher.explanation.words import NAMES, NECESSITIES, VERDICTS
from matcher.readers.files.workbooks import read_sheets
from matcher.records import Experience, JobAd, Profile, Requirement

EVIL = '=HYPERLINK("http://example.invalid","Kock")'


def verdict(kind, verdict, necessity="must"):
    return {
        "kind": kind, "value": {"lang": "sv", "level": None}, "necessity": necessity, "any_of": None,
        "verdict": verdict, "quote": "<b>svenska</b>", "evidence": None, "source": "text",
    }  # fmt: skip


def shortlists(identifier="a1", headline="Kock", **row):
    question = {"kind": "skill", "value": "x", "text": "-2+3"}
    match = {
        "id": identifier, "rank": 1, "score": -12, "tier": "ask", "contributions": {"occupation": 300, "unmet": -312},
        "verdicts": [verdict("language", "met"), verdict("driving_licence", "unknown"), verdict("skill", "unmet")],
        "questions": [question],
    }  # fmt: skip
    rows = [{"id": "P1", "matches": [match]}, {"id": "P2", "matches": []}]
    people = [Profile(id="P1", experience=[Experience(title="Kock"), Experience(title="Kock")]), Profile(id="P2")]
    ads = [JobAd(id=identifier, headline=headline, municipality="Täby")]
    return layouts.Shortlists(rows, people, ads, "profiles", "sv")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝", "\n+"])
def test_no_cell_starts_a_formula(start):
    [text] = layouts.spreadsheet(shortlists(f"{start}1+1", f"{start}SUM(A1)"))
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert f"'{start}1+1" in cells
    for cell in cells:
        assert not cell.lstrip().startswith(("=", "+", "@", "＝"))
        assert not cell.startswith("-") or cell == "-12"


def test_words_in_cells_are_in_the_language_asked_for():
    for lang, words in (("sv", ["fråga", "språk"]), ("en", ["ask", "language"])):
        lists = replace(shortlists(), lang=lang)
        [row] = csv.DictReader(io.StringIO("\n".join(layouts.spreadsheet(lists))))
        [seen] = csv.DictReader(io.StringIO("\n".join(layouts.recruiter_spreadsheet(lists))))
        assert [[told["tier"], told["met"]] for told in (row, seen)] == [words, words]


def test_the_table_is_the_same_bytes_everywhere(monkeypatch):
    first = "\n".join(layouts.table(shortlists()))
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    second = "\n".join(layouts.table(shortlists()))
    assert first == second
    assert "Kock" in first
    assert "✓ 1 ✗ kunskap ? körkort" in first
    assert "Inget jobb" in first
    assert "\x1b" not in first


class Window(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("is_old", "styled"), [(False, True), (True, False)])
def test_only_a_window_that_obeys_codes_gets_them(monkeypatch, is_old, styled):
    monkeypatch.setattr("rich.console.detect_legacy_windows", lambda: is_old)
    monkeypatch.setattr("sys.stdout", Window())
    monkeypatch.setenv("TERM", "xterm")
    assert any("\x1b" in line for line in layouts.table(shortlists())) == styled


def test_an_ad_that_nobody_fits_is_not_said_to_be_a_job_that_is_lacking():
    lists = layouts.Shortlists([{"id": "a1", "matches": []}], [], [JobAd(id="a1", headline="Kock")], "ads", "sv")
    for shown in (layouts.table, layouts.ranking_page, layouts.recruiter_page):
        page = "\n".join(shown(lists))
        assert "Ingen i listan passar." in page
        assert "Inget jobb" not in page


def test_a_list_that_goes_below_nothing_says_what_that_means():
    assert "mer emot än för" in "\n".join(layouts.table(shortlists()))
    lists = shortlists()
    lists.rows[0]["matches"][0]["score"] = 12
    assert "mer emot än för" not in "\n".join(layouts.table(lists))


def test_markup_of_an_ad_stays_text_in_the_table():
    text = "\n".join(layouts.table(shortlists(headline="[bold]Kock[/bold]")))
    assert "[bold]Kock[/bold]" in text


def test_pages_escape_what_they_show_and_load_nothing():
    page = "\n".join(layouts.ranking_page(shortlists(headline="<script>alert(1)</script>", identifier='"><img src=x>')))
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    assert "&lt;b&gt;svenska" in page
    assert "http" not in page


def marked(text, *rows):
    ad = JobAd(id="a", headline="Kock", text=text, requirements=rows)
    return "\n".join(pages.requirements_page([ad], "sv"))


def row(text, quote, kind="skill", value="x", necessity="must"):
    start = text.index(quote)
    return Requirement(
        kind=kind, value=value, necessity=necessity, quote=quote, field="text", start=start, end=start + len(quote)
    )


def test_requirements_are_marked_by_strength_and_labelled_by_kind():
    text = "B-körkort krävs & gärna truckkort"
    page = marked(text, row(text, "B-körkort krävs", "driving_licence", "B"), row(text, "truckkort", necessity="nice"))
    assert '<mark class="must" title="körkort: B, krav">B-körkort krävs<sup>körkort: B, krav</sup></mark>' in page
    assert " &amp; gärna " in page
    assert 'class="nice"' in page


def test_overlapping_quotes_keep_every_character_once():
    import re
    from html import unescape

    text = "svenska och engelska i tal"
    page = marked(
        text, row(text, "svenska och engelska", necessity="nice"), row(text, "engelska i tal"), row(text, "svenska")
    )
    body = page[page.index("<pre") : page.index("</pre>")]
    assert unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", body)) == text
    assert body.count("<sup>") == 3


def test_structured_rows_and_ads_without_any_are_shown():
    structured = Requirement(kind="own_car", value=True, necessity="must", source="access_to_own_car")
    assert "access_to_own_car" in marked("x", structured)
    assert "Inga uttalade krav" in marked("x")


def test_every_value_of_the_contract_has_words():
    from typing import get_args

    from matcher.records import Kind, Necessity

    assert set(NAMES) >= set(get_args(Kind))
    assert set(NECESSITIES) == set(get_args(Necessity))
    assert set(VERDICTS) == {"met", "unmet", "unknown"}
    assert len({tier(name, "sv") for name in ("ready", "ask", "step", "blocked")}) == 4


def cells_of(book):
    """Cells of a workbook's sheet, row by row, as the reader of people's sheets takes them."""
    [sheet] = read_sheets(book, "list.xlsx")
    return [list(row.cells) for row in sheet.rows]


def test_a_workbook_says_in_words_what_is_asked_and_has_numbers_for_numbers():
    head, row = cells_of(layouts.sheet(shortlists(headline="=1+1")))
    assert head[:8] == ["Person", "Plats", "Annons", "Rubrik", "Ort", "Poäng", "Läge", "Uppfyllt"]
    assert row[:8] == ["P1", "1", "a1", "'=1+1", "Täby", "-12", "fråga", "språk: svenska"]
    with zipfile.ZipFile(io.BytesIO(layouts.sheet(shortlists()))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<v>-12</v>" in sheet
    assert 'state="frozen"' in sheet


def test_a_recruiters_workbook_has_neither_points_nor_titles():
    head, row = cells_of(layouts.recruiter_sheet(replace(shortlists(), lang="en")))
    assert head == ["Ad", "Rank", "Person", "Tier", "Met", "Lacking", "Unknown"]
    assert "-12" not in row


def test_a_list_goes_into_a_file_in_the_form_that_its_name_says(call, sheet, ads, tmp_path):
    given = ("rank", "--profiles", sheet, "--ads", ads)
    for name, format in (("list.csv", "csv"), ("list.html", "html"), ("list.JSONL", "jsonl"), ("list.txt", "table")):
        answer = call(*given, "--out", tmp_path / name)
        assert (answer.status, answer.out) == (0, "")
        assert (tmp_path / name).read_text("utf-8") == call(*given, "--format", format).out
    call(*given, "--out", tmp_path / "list.xlsx")
    assert cells_of((tmp_path / "list.xlsx").read_bytes())[1][0] == "P1"


def test_a_file_has_the_form_that_its_ending_says_or_is_refused(call, sheet, ads, tmp_path):
    begun = {"a.csv": "profile,", "A.HTML": "<!doctype", "a.jsonl": "{", "a.txt": "P1", "list": "P1"}
    for name, begin in begun.items():
        assert call("rank", "--profiles", sheet, "--ads", ads, "--out", tmp_path / name).status == 0
        assert (tmp_path / name).read_text(encoding="utf-8").lstrip("\ufeff").startswith(begin), name
    for name in ("list.xls", "list.ods", "list.docx", "list.pdf"):
        answer = call("rank", "--profiles", sheet, "--ads", ads, "--out", tmp_path / name)
        assert (answer.status, (tmp_path / name).exists()) == (2, False)
        assert ".xlsx, .csv" in answer.err
    assert call("rank", "--profiles", sheet, "--ads", ads, "--format", "trec", "--out", tmp_path / "a.run").status == 0


def test_a_list_is_never_written_over_what_is_read_nor_a_workbook_to_a_screen(call, sheet, ads):
    before = sheet.read_bytes()
    assert call("rank", "--profiles", sheet, "--ads", ads, "--out", sheet).status == 2
    assert sheet.read_bytes() == before
    answer = call("rank", "--profiles", sheet, "--ads", ads, "--format", "xlsx")
    assert (answer.status, answer.out) == (2, "")
    assert "--out" in answer.err
