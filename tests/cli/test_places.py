"""Where results go: refused before the work, and never half there."""

from __future__ import annotations

import pytest

RUN = "q1 Q0 d1 1 9 x\n"
QRELS = "q1 0 d1 1\n"
PEOPLE_AND_ADS = ("--profiles", "{sheet}", "--ads", "{ads}")
COMMANDS = {
    "judge": ("judge", *PEOPLE_AND_ADS, "--out", "{place}"),
    "tune": ("tune", "--judgments", "{qrels}", *PEOPLE_AND_ADS, "--out", "{place}"),
    "trees": ("tune", "--judgments", "{qrels}", *PEOPLE_AND_ADS, "--out", "{free}", "--reranker", "{place}"),
    "evaluate": ("evaluate", "--run", "{run}", "--qrels", "{qrels}", "--plot", "{place}"),
    "read": ("read", "{sheet}", "--report", "{place}"),
}


@pytest.fixture
def paths(tmp_path, sheet, ads):
    (tmp_path / "run").write_text(RUN, encoding="utf-8")
    (tmp_path / "qrels").write_text(QRELS, encoding="utf-8")
    (tmp_path / "folder.svg").mkdir()
    named = {name: tmp_path / name for name in ("run", "qrels", "free")}
    return {**named, "sheet": sheet, "ads": ads, "folder": tmp_path / "folder.svg", "none": tmp_path / "none" / "x.svg"}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("place", ["folder", "none"])
def test_a_place_that_cannot_be_written_is_refused_before_anything_is_done(call, paths, command, place):
    answer = call(*(part.format(**paths, place=paths[place]) for part in COMMANDS[command]))
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert place in answer.err
    assert not paths["free"].exists()


READ_AND_WRITTEN = {
    "the sheet": ("read", "{sheet}", "--report", "{sheet}"),
    "ads": ("tune", "--judgments", "{qrels}", *PEOPLE_AND_ADS, "--out", "{ads}"),
    "grades": ("tune", "--judgments", "{qrels}", *PEOPLE_AND_ADS, "--out", "{free}", "--reranker", "{qrels}"),
    "a run": ("evaluate", "--run", "{drawn}", "--qrels", "{qrels}", "--plot", "{drawn}"),
    "a table": ("taxonomy", "import", "table", "{table}", "--out", "{table}"),
}


@pytest.mark.parametrize("command", READ_AND_WRITTEN)
def test_what_is_read_is_not_written_over(call, paths, tmp_path, command):
    (tmp_path / "t.tsv").write_text("id\tlabel\ttype\tlang\no1\tKock\toccupation\tsv\n", encoding="utf-8")
    (tmp_path / "run.svg").write_text(RUN, encoding="utf-8")
    named = {**paths, "table": tmp_path / "t.tsv", "drawn": tmp_path / "run.svg"}
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    answer = call(*(part.format(**named) for part in READ_AND_WRITTEN[command]))
    assert (answer.status, answer.out) == (2, "")
    assert "another file than one that is read" in answer.err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_who_has_a_file_written_is_told_so(call, sheet, ads, tmp_path):
    path = tmp_path / "list.csv"
    answer = call("rank", "--profiles", sheet, "--ads", ads, "--out", path, "--lang", "sv")
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.endswith(f"{path}: skriven\n")
    assert path.stat().st_size > 0


def test_figures_are_printed_even_if_their_picture_cannot_be_drawn(call, paths, monkeypatch):
    def full(*told):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("matcher.cli.evaluating._draw", full)
    answer = call(
        "evaluate", "--run", paths["run"], "--qrels", paths["qrels"], "--plot", paths["free"].with_suffix(".svg")
    )
    assert (answer.status, len(answer.rows)) == (2, 3)


@pytest.mark.parametrize("end", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_pairs_to_grade_are_written_whole_or_not_at_all(call, paths, monkeypatch, end):
    from matcher.cli import judging

    lines = iter(["{}"])

    def line(row):
        for text in lines:
            return text
        raise end

    monkeypatch.setattr(judging, "json_line", line)
    command = [part.format(**paths, place=paths["free"]) for part in COMMANDS["judge"]]
    assert call(*command).status in (2, 130)
    assert not paths["free"].exists()
    monkeypatch.undo()
    assert call(*command).status == 0
