import io
import sys
import time

import pytest

TABLE = "id\tlabel\ttype\tlang\n0110\tKock\toccupation\tsv\n0110\tCook\toccupation\ten\n0310\tMålare\toccupation\tsv\n"


@pytest.fixture
def taxonomy(call, tmp_path):
    table, out = tmp_path / "t.tsv", tmp_path / "t.tax"
    table.write_text(TABLE, encoding="utf-8")
    assert call("taxonomy", "import", "table", table, "--out", out).status == 0
    return out


def test_normalize_answers_each_line_in_order(call, tmp_path, taxonomy):
    phrases = tmp_path / "p.txt"
    phrases.write_text("kock\r\n\nma\u030alare\nzzqx wvut\nkock", encoding="utf-8")
    answer = call("normalize", "--type", "occupation", "--taxonomy", taxonomy, phrases)
    assert [row["text"] for row in answer.rows] == ["kock", "", "ma\u030alare", "zzqx wvut", "kock"]
    assert [[c["id"] for c in row["concepts"]][:1] for row in answer.rows] == [["0110"], [], ["0310"], [], ["0110"]]
    assert set(answer.rows[0]["concepts"][0]) == {"id", "label", "score"}


def test_a_taxonomy_without_a_concept_of_the_type_is_told(call, tmp_path, taxonomy):
    phrases = tmp_path / "p.txt"
    phrases.write_text("excel\n", encoding="utf-8")
    answer = call("normalize", "--type", "skill", "--taxonomy", taxonomy, phrases)
    assert (answer.status, answer.rows) == (0, [{"text": "excel", "concepts": []}])
    assert "expected concepts of the type skill" in answer.err
    assert "expected" not in call("normalize", "--type", "occupation", "--taxonomy", taxonomy, phrases).err


def test_normalize_reads_standard_input_and_bounds_by_k(call, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"kock\n")))
    answer = call("normalize", "--type", "occupation", "-k", 1, "-")
    assert len(answer.rows) == 1
    assert len(answer.rows[0]["concepts"]) == 1


def test_context_stands_behind_a_tab_and_is_not_repeated(call, tmp_path):
    phrases = tmp_path / "p.txt"
    phrases.write_text("herde och lantbrukare\tskötte får och getter\nkock\n\tfår\n", encoding="utf-8")
    plain = call("normalize", "--type", "occupation", phrases).rows
    rows = call("normalize", "--type", "occupation", "--context", phrases).rows
    assert [row["text"] for row in rows] == ["herde och lantbrukare", "kock", ""]
    assert rows[0]["concepts"][0]["label"] == "Herde"
    assert rows[1]["concepts"] == plain[1]["concepts"]
    assert rows[2]["concepts"] == []
    assert plain[0]["text"].endswith("getter")


def test_a_bridge_gives_spellings_and_no_concepts_of_its_own(call, tmp_path, taxonomy):
    phrases = tmp_path / "p.txt"
    phrases.write_text("kokerska\n", encoding="utf-8")
    answer = call("normalize", "--type", "occupation", "--taxonomy", taxonomy, "--bridge", "starter", phrases)
    assert {c["id"] for c in answer.rows[0]["concepts"]} <= {"0110", "0310"}
    assert answer.rows[0]["concepts"][0]["id"] == "0110"


def test_info_counts(call, taxonomy, ads):
    [row] = call("taxonomy", "info", taxonomy, "--check-ads", ads).rows
    assert row["concepts"] == {"occupation": 2}
    assert row["labels"] == {"en": 1, "sv": 2}
    assert row["ads"]["n"] == 3
    assert row["ads"]["label"] >= 1
    assert sum(row["ads"][how] for how in ("current", "replaced", "label", "headline", "unknown")) == 3
    assert call("taxonomy", "info", "starter").rows[0]["concepts"]["occupation"] >= 150


@pytest.mark.parametrize("content", [None, "", "not a taxonomy"])
def test_what_is_no_taxonomy_is_refused(call, tmp_path, sheet, ads, content):
    path = tmp_path / "x.tax"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    for command in (
        ("taxonomy", "info", path),
        ("normalize", "--type", "skill", "--taxonomy", path, ads),
        ("rank", "--profiles", sheet, "--ads", ads, "--taxonomy", path),
    ):
        answer = call(*command)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.count("\n") == 1


def test_import_says_when_nothing_fits(call, tmp_path):
    assert call("taxonomy", "import", "jobtech", tmp_path, "--out", tmp_path / "t").status == 2
    assert call("taxonomy", "import", "table", tmp_path, tmp_path, "--out", tmp_path / "t").status == 2
    assert call("normalize", "--type", "skill", tmp_path / "none").status == 2


def test_fetch_says_when_there_is_no_network_and_refuses_what_cannot_be(call, tmp_path, monkeypatch):
    from matcher import download

    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    monkeypatch.setattr(download, "_TIMEOUT", 1.0)
    answer = call("taxonomy", "fetch", "esco", "--out", tmp_path, "--url", "http://127.0.0.1:9")
    assert (answer.status, answer.out) == (2, "")
    assert "another try in 1 seconds" in answer.err
    assert "no network" in answer.err.splitlines()[-1]
    for wrong in (("jobtech", "--languages", "fi"), ("jobtech", "--edition", '"'), ("esco", "--url", "ftp://x")):
        assert call("taxonomy", "fetch", *wrong, "--out", tmp_path).status == 2
