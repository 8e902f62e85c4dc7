from matcher.cli.remarks import brief
from matcher.readers import Note


def told(capsys, *notes):
    brief(notes)
    return capsys.readouterr().err.splitlines()


def test_what_is_left_out_on_purpose_is_told_apart_from_what_is_lost(capsys):
    [line] = told(
        capsys,
        Note("dropped", "p.csv", "a protected or personal field", 2, "Namn"),
        Note("dropped", "p.csv", "protected or personal (health)", 2, "Anteckning"),
        Note("dropped", "p.csv", "not used for matching", 2, "Handläggare"),
        Note("dropped", "p.csv", "a column that was not recognised", None, "Zeta"),
        Note("dropped", "p.csv", "more than 200 wishes; the rest is left out", 2),
        Note("doubtful", "p.csv", "expected a level", 2, "Svenska"),
    )
    assert line == (
        "p.csv: 1 unclear, left unknown, 2 not understood or too long, left out, 2 protected or personal, left out on "
        "purpose, 1 not needed for matching; matcher read p.csv tells which and why"
    )


def test_what_was_refused_is_told_one_by_one_however_many_files_there_are(capsys):
    notes = [Note("refused", f"{n}.json", "expected a profile", 1) for n in range(9)]
    lines = told(capsys, *notes, *(Note("dropped", f"{n}.json", "contact details (1 record)") for n in range(9)))
    assert lines[:9] == [f"{n}.json, line 1: refused: expected a profile" for n in range(9)]
    assert lines[9:] == ["9 files: 9 protected or personal, left out on purpose; matcher read tells which and why"]


def test_nothing_is_said_of_nothing(capsys):
    assert told(capsys) == []


def test_no_command_but_read_says_dropped(call, sheet, ads):
    sheet.write_text("Id;Namn;Önskat yrke;Körkort;Zeta\n1;Ada;Kock;B;q\n", encoding="utf-8")
    answer = call("rank", "--profiles", sheet, "--ads", ads)
    assert answer.status == 0
    assert "dropped" not in answer.err
    assert "1 protected or personal, left out on purpose" in answer.err
    assert "dropped: a protected or personal field" in call("read", sheet).err


def test_rows_of_another_ranker_about_nobody_here_are_told_and_others_count(call, tmp_path, sheet, ads):
    table = tmp_path / "points.tsv"
    [known] = [row["id"] for row in call("read", sheet).rows][:1]
    [ad] = [row["id"] for row in call("read", ads).rows][:1]
    table.write_text(f"profile\tad\tpoints\n{known}\t{ad}\t5\n{known}\tgone\t5\nX9\t{ad}\t5\n", encoding="utf-8")
    answer = call("rank", "--profiles", sheet, "--ads", ads, "--component", f"mine={table}", "--format", "jsonl")
    assert "--component mine: 1 profiles are not among those read and count for nothing (X9)" in answer.err
    assert "--component mine: 1 ads are not among those read and count for nothing (gone)" in answer.err
    table.write_text(f"profile\tad\tpoints\n{known}\t{ad}\t5\n", encoding="utf-8")
    answer = call("rank", "--profiles", sheet, "--ads", ads, "--component", f"mine={table}", "--format", "jsonl")
    assert "count for nothing" not in answer.err


def test_judgments_of_strangers_are_told_before_too_little_is(call, tmp_path, sheet, ads):
    [known] = [row["id"] for row in call("read", sheet).rows][:1]
    judgments = tmp_path / "q.txt"
    judgments.write_text(f"{known.lower()} 0 gone 3\nX9 0 gone 0\n", encoding="utf-8")
    answer = call("tune", "--judgments", judgments, "--profiles", sheet, "--ads", ads, "--out", tmp_path / "w.toml")
    assert answer.status == 2
    assert f"{judgments}: 1 profiles are not among those read and count for nothing (X9)" in answer.err
    assert "1 ads are not among those read and count for nothing (gone)" in answer.err
