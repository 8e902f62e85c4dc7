import io
import json

import pytest

from matcher.cli.inputs import jobs_for
from matcher.cli.streams import counted


@pytest.fixture
def index(call, ads, tmp_path):
    assert call("index", "build", "--ads", ads, "--out", tmp_path / "idx").status == 0
    return tmp_path / "idx"


def test_an_index_ranks_as_its_ads_do(call, sheet, ads, index):
    for more in ((), ("--for", "ads"), ("--format", "table"), ("--as-of", "2026-10-15"), ("--format", "html")):
        through, without = (call("rank", "--profiles", sheet, "--ads", where, *more) for where in (index, ads))
        assert (through.status, through.out) == (without.status, without.out)
    pair = ("--profile", "P1", "--ad", "a2")
    assert call("explain", "--profiles", sheet, "--ads", index, *pair).out == (
        call("explain", "--profiles", sheet, "--ads", ads, *pair).out
    )
    assert call("ask", "--profiles", sheet, "--ads", index).out == call("ask", "--profiles", sheet, "--ads", ads).out


def test_a_stream_adds_changes_and_removes(call, sheet, index, tmp_path):
    stream = tmp_path / "stream.jsonl"
    lines = [
        {"id": "a3", "headline": "Bagare", "description": {"text": "Vi bakar."}, "occupation": {"label": "Bagare"}}
    ]
    lines += [{**lines[0], "id": "a9"}, {"id": "a1", "removed": True}, {"id": "never", "removed": True}]
    stream.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    answer = call("index", "update", "--ads", stream, index)
    assert {k: answer.rows[0][k] for k in ("added", "changed", "removed", "n")} == {
        "added": 1, "changed": 1, "removed": 1, "n": 3,
    }  # fmt: skip
    ranked = call("rank", "--profiles", sheet, "--ads", index, "--include-blocked", "--format", "jsonl").rows[0]
    assert sorted(match["id"] for match in ranked["matches"]) == ["a2", "a3", "a9"]


def test_an_index_of_no_ads_is_one_of_ads(call, sheet, ads, tmp_path):
    where = tmp_path / "idx"
    answer = call("index", "build", "--ads", ads, "--as-of", "2026-12-24", "--out", where)
    assert answer.rows[0]["n"] == 1
    only = tmp_path / "only.jsonl"
    only.write_text(ads.read_text("utf-8").splitlines()[0], encoding="utf-8")
    answer = call("index", "build", "--ads", only, "--as-of", "2026-12-24", "--out", where)
    assert (answer.rows[0]["kind"], answer.rows[0]["n"]) == ("ads", 0)
    assert [row["matches"] for row in call("rank", "--profiles", sheet, "--ads", where, "--format", "jsonl").rows] == (
        [[], []]
    )
    assert call("index", "update", "--ads", ads, where).rows[0]["added"] == 3
    assert call("rank", "--profiles", sheet, "--ads", where, "--format", "jsonl").out == (
        call("rank", "--profiles", sheet, "--ads", ads, "--format", "jsonl").out
    )


def test_an_update_takes_out_what_is_past_its_last_day(call, ads, index, tmp_path):
    moved = tmp_path / "moved.jsonl"
    rows = [json.loads(line) for line in ads.read_text("utf-8").splitlines()]
    rows[0]["application_deadline"] = "2026-09-15"
    moved.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    answer = call("index", "update", "--ads", moved, "--as-of", "2026-09-16", index)
    counts = answer.rows[0]
    assert (counts["added"], counts["changed"], counts["removed"], counts["n"]) == (0, 0, 1, 2)
    assert "1 ad left out, whose last day to apply is before 2026-09-16" in answer.err
    # Without a day nothing is dropped for a date.
    assert call("index", "update", "--ads", moved, index).rows[0]["added"] == 1


def test_an_update_takes_out_what_it_held_and_is_over_though_no_file_names_it(call, ads, tmp_path):
    index, new = tmp_path / "index", tmp_path / "new.jsonl"
    assert call("index", "build", "--ads", ads, "--out", index).status == 0
    new.write_text('{"id": "n1", "headline": "Kock", "text": "Vi söker en kock."}\n', encoding="utf-8")
    [row] = call("index", "update", "--ads", new, "--as-of", "2026-11-30", index).rows
    assert (row["added"], row["removed"], row["n"]) == (1, 1, 3)  # a1 is open that day, a3 has no last day
    [row] = call("index", "update", "--ads", new, index).rows
    assert (row["removed"], row["n"]) == (0, 3)


def test_profiles_and_several_indexes_and_files_together(call, sheet, ads, index, tmp_path):
    people = tmp_path / "people"
    assert call("index", "build", "--profiles", sheet, "--out", people).rows[0]["n"] == 2
    whole = call("rank", "--profiles", sheet, "--ads", ads, "--format", "jsonl")
    assert call("rank", "--profiles", people, "--ads", index, "--format", "jsonl").out == whole.out
    for side in ("profiles", "ads"):
        more = ("--for", side, "--format", "csv")
        twice = call("rank", "--profiles", people, "--ads", index, "--ads", ads, *more)
        assert twice.out == call("rank", "--profiles", sheet, "--ads", ads, *more).out
    assert call("index", "update", "--profiles", sheet, people).rows[0]["changed"] == 0


def test_info_and_verify(call, index):
    row = call("index", "info", index).rows[0]
    assert (row["kind"], row["n"], row["version"]) == ("ads", 3, "v000001")
    assert call("index", "verify", index).rows == [row]
    damaged = index / "v000001" / "text.value.npy"
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"\x01")
    answer = call("index", "verify", index)
    assert answer.status == 2
    assert "build" in answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--out", "{new}"),
        ("build", "--ads", "{ads}", "--profiles", "{sheet}", "--out", "{new}"),
        ("update", "--ads", "{ads}", "{new}"),
        ("update", "--ads", "{nothing}", "{index}"),
        ("info", "{new}"),
        ("verify", "{ads}"),
    ],
)
def test_what_cannot_be_done_is_said(call, index, ads, sheet, tmp_path, arguments):
    places = {"new": tmp_path / "new", "ads": ads, "sheet": sheet, "index": index, "nothing": tmp_path / "nothing"}
    answer = call("index", *(argument.format(**places) for argument in arguments))
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert not (tmp_path / "new").exists()


def test_an_index_of_the_other_side_and_one_of_another_taxonomy_are_refused(call, sheet, index, tmp_path):
    answer = call("rank", "--profiles", index, "--ads", index)
    assert answer.status == 2
    assert "an index of profiles" in answer.err
    answer = call("index", "update", index, "--profiles", sheet)
    assert (answer.status, answer.out) == (2, "")
    assert "is an index of ads" in answer.err
    table = tmp_path / "own.tsv"
    table.write_text("id\tlabel\ttype\tlang\no1\tKock\toccupation\tsv\n", encoding="utf-8")
    call("taxonomy", "import", "table", table, "--out", tmp_path / "own")
    answer = call("rank", "--profiles", sheet, "--ads", index, "--taxonomy", tmp_path / "own")
    assert answer.status == 2
    assert "another taxonomy" in answer.err


class Looking(io.StringIO):
    """Standard error that somebody looks at."""

    def isatty(self):
        return True


def test_progress_tells_the_rate_and_the_time_left_to_whoever_looks(monkeypatch):
    monkeypatch.setattr("sys.stderr", shown := Looking())
    monkeypatch.setenv("COLUMNS", "100")
    with counted(40, "ads") as done:
        done(30)
    assert "30/40" in shown.getvalue()
    assert "ads/s" in shown.getvalue()
    assert "s left" in shown.getvalue()
    monkeypatch.setattr("sys.stderr", silent := io.StringIO())
    with counted(40, "ads") as done:
        assert done is None
    assert silent.getvalue() == ""


def test_jobs_are_as_many_as_asked_for_and_one_for_few_ads():
    assert jobs_for(10, None) == 1
    assert jobs_for(10, 3) == 3
    assert jobs_for(1_000_000, None) >= 1
    assert jobs_for(1_000_000, 1) == 1
