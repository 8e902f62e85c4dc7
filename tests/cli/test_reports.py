"""The report of ``read``: every file and record, as text, JSON and a page; never the words of what is protected."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from matcher.readers.notewords import swedish

SHEET = (
    "Id;Namn;Hemkommun;Modersmål;Yrkeserfarenhet;Körkort;Egen bil;Skostorlek;Hälsa\n"
    "P1;Ada KANARIE;Solna;Arabiska;Kock 6 år (Syrien), gravid KANARIE;B, KANARIE;kanske;41;astma KANARIE\n"
    "P2;Bo KANARIE;Månen;Somaliska;Städare 2 år (Sverige);nej;ja;42;\n"
)


@pytest.fixture
def people(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(SHEET, encoding="utf-8")
    return path


def test_text_tells_of_every_file_what_was_read_and_what_was_not(call, people):
    err = call("read", people).err
    assert "people.csv: read as sheet, 2 records: driving_licences 1, experience 2" in err
    assert "line 2, record P1, column Egen bil: doubtful: expected yes or no" in err
    assert "line 3, record P2, column Hemkommun: doubtful: expected a Swedish municipality" in err
    assert "column number 8: dropped: a column that was not recognised" in err


def test_text_tells_a_remark_about_one_column_of_many_people_once_with_every_line(call, tmp_path):
    rows = [f"P{n};Ada KANARIE;Solna;{'Dari' if n % 3 else 'grönska'};Kock" for n in range(1, 8)]
    path = tmp_path / "many.csv"
    path.write_text("\n".join(["Id;Namn;Hemkommun;Modersmål;Yrke", *rows]) + "\n", encoding="utf-8")
    text = call("read", path).err.splitlines()
    assert [line for line in text if "Namn" in line] == [
        f"{path}, lines 2-8, column Namn: dropped: a protected or personal field (7 records)"
    ]
    # Two are told one by one, and before what was left out on purpose.
    doubtful = [
        f"{path}, line {line}, record P{line - 1}, column Modersmål: doubtful: expected a language" for line in (4, 7)
    ]
    assert text[1:3] == doubtful
    in_full = json.loads(call("read", path, "--report-format", "json").err)
    assert sum(note["column"] == "Namn" for record in in_full["records"] for note in record["notes"]) == 7


def test_json_is_one_object_a_file(call, people, ads, tmp_path):
    out = tmp_path / "report.jsonl"
    answer = call("read", ads, people, "--report-format", "json", "--report", out)
    assert "doubtful" not in answer.err
    first, second = (json.loads(line) for line in out.read_text("utf-8").splitlines())
    assert (first["reader"], second["reader"]) == ("jobtech", "sheet")
    assert [record["id"] for record in first["records"]] == ["a1", "a2", "a3"]
    assert "Hemkommun = municipality" in second["read"]
    assert not any("Namn" in place or "Hälsa" in place for place in second["read"])
    p1 = second["records"][0]
    assert p1["read"]["languages"] == 1
    assert {"level": "dropped", "what": "protected or personal (health)", "line": 2, "column": "Yrkeserfarenhet"} in p1[
        "notes"
    ]
    assert {note["column"] for note in p1["notes"]} >= {"Namn", "Hälsa", "Körkort", "Egen bil", "Yrkeserfarenhet"}


@pytest.mark.parametrize(("lang", "said"), [("sv", "utelämnat"), ("en", "left out")])
def test_the_page_needs_nothing_from_outside_and_speaks_its_language(call, people, tmp_path, lang, said):
    out = tmp_path / "report.html"
    call("read", people, "--report-format", "html", "--report", out, "--lang", lang)
    page = out.read_text("utf-8")
    assert f'<html lang="{lang}">' in page
    assert said in page
    assert not re.search(r"(?:src|href)=|url\(|@import", page)
    assert '<h3 dir="auto">P1</h3>' in page
    assert page.count('lang="en"') == (lang == "en")


def test_the_page_escapes_what_stands_in_names(call, tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("Id;Modersmål;<b>Körkort</b>\n<script>1</script>;Dari;B\n", encoding="utf-8")
    page = call("read", path, "--report-format", "html").err
    assert "<script" not in page
    assert "<b>Körkort" not in page


def test_ads_of_one_job_and_past_ads_are_marked_with_as_of_alone(call, tmp_path):
    text = "Vi söker dig som vill städa kontor och skolor i centrala Täby tillsammans med ett lag på fem personer. " * 3
    rows = [
        {"id": "a1", "headline": "Städare", "text": text, "deadline": "2026-01-31", "employer": "Renab"},
        {"id": "a2", "headline": "Städare", "text": f"{text}Sök via oss!", "deadline": "2026-03-31", "employer": "Hyr"},
    ]
    path = tmp_path / "ads.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    judged = call("read", path, "--as-of", "2026-02-01")
    assert "record a1: marked: past its last day to apply on 2026-02-01" in judged.err
    assert "record a2: marked: advertises the same job as ad a1" in judged.err
    assert len(judged.rows) == 2
    assert "past its last day" not in call("read", path).err


def test_every_remark_of_the_page_has_swedish_words(call, people, ads):
    for row in map(json.loads, call("read", ads, people, "--report-format", "json").err.strip().split("\n")):
        notes = [*row["notes"], *(note for record in row["records"] for note in record["notes"])]
        assert notes
        assert not [note["what"] for note in notes if swedish(note["what"]) is None]


def none_of_it(said):
    return "P1" in said and "KANARIE" not in said and "astma" not in said


@pytest.mark.parametrize("format", ["text", "json", "html"])
def test_nothing_protected_is_in_a_report(call, people, tmp_path, format):
    report = tmp_path / "report"
    answer = call("read", people, "--report", report, "--report-format", format)
    assert answer.status == 0
    assert none_of_it(answer.out + answer.err + report.read_text("utf-8"))


def test_nothing_protected_is_left_on_disk(people, tmp_path):
    """Searched in both streams and in everything that a process left behind."""
    place = tmp_path / "temporary"
    place.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "matcher", "read", people, "--report-format", "html"],
        env=os.environ | {"TMPDIR": str(place), "HOME": str(place)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert none_of_it(done.stdout + done.stderr)
    assert list(place.rglob("*")) == []


def test_text_is_in_the_language_that_is_asked_for(call, people):
    swedish, english = (call("read", people, "--lang", lang).err for lang in ("sv", "en"))
    assert "people.csv: läst som sheet, 2 poster: körkort 1" in swedish
    assert "rad 2, post P1, kolumn Egen bil: oklart: väntade ja eller nej" in swedish
    assert len(swedish.split("\n")) == len(english.split("\n"))
    assert english == call("read", people).err
    assert not {"doubtful", "dropped", "column", "record"} & set(swedish.replace(":", " ").split())


@pytest.mark.parametrize(("lang", "told"), [("sv", ", 1 post: "), ("en", ", 1 record: ")])
def test_one_record_is_told_as_one(call, tmp_path, lang, told):
    path = tmp_path / "one.csv"
    path.write_text("Id;Yrke\nP1;Kock\n", encoding="utf-8")
    assert told in call("read", path, "--lang", lang, "--report-format", "text").err


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are UTF-8 or no bytes there")
@pytest.mark.parametrize("format", ["text", "json", "html"])
def test_a_file_whose_name_is_no_utf_8_is_reported_in_a_file_too(call, people, tmp_path, format):
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/m\xe5ndag.csv")
    people.rename(odd)
    call("read", odd, "--report", tmp_path / "report", "--report-format", format)
    assert "ndag.csv" in (tmp_path / "report").read_text(encoding="utf-8")
