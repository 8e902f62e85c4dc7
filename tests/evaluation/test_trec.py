import io
import sys

import pytest

from matcher.errors import InvalidRecordError, ReadError
from matcher.evaluation import Qrels, Run, read_qrels, read_run, write_run


def write(folder, name, text, encoding="utf-8"):
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_a_run_is_ordered_by_score_not_by_line_or_rank(tmp_path):
    path = write(tmp_path, "r.run", "q1 Q0 b 1 2.5 sys\nq1 Q0 a 2 10 sys\n\nq2 Q0 c 1 -1e3 sys\r\n")
    assert read_run(path) == Run({"q1": ("a", "b"), "q2": ("c",)}, "sys")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("q1 Q0 d2 2 nan x", "finite number as the score of document 'd2'"),
        ("q1 Q0 d2 2 inf x", "finite number"),
        ("q1 Q0 d2 2 high x", "finite number"),
        ("q1 Q0 d2 2 1", "six fields .* not 5"),
        ("q1 Q0 d 2 2 1 x", "six fields .* not 7"),
        ("q1 Q0 d1 2 1 x", "'d1' is already there"),
        ("q1 Q0 d2 2 9 x", "'d1' and 'd2' of 'q1' are tied"),
    ],
)
def test_a_bad_run_line_is_named(tmp_path, line, says):
    path = write(tmp_path, "r.run", f"q1 Q0 d1 1 9 x\n{line}\n")
    with pytest.raises(ReadError, match=says) as error:
        read_run(path)
    assert error.value.line == 2


def test_qrels_in_both_shapes_are_equal(tmp_path):
    trec = write(tmp_path, "q.txt", "K1 0 a 3\nK1 0 b 0\nK2 0 a -1\n")
    rows = (
        '{"profile": "K1", "ad": "a", "grade": 3}\n{"profile": "K1", "ad": "b", "grade": 0}\n'
        '{"profile": "K2", "ad": "a", "grade": -1}\n{"profile": "K2", "ad": "c", "grade": null}\n'
    )
    judged = read_qrels(write(tmp_path, "q.jsonl", rows))
    assert read_qrels(trec) == judged
    assert judged.n_ungraded == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("q1 0 d1", "four fields"),
        ("q1 0 d2 high", "whole number as the grade of document 'd2'"),
        pytest.param(f"q1 0 d2 1{'0' * 400}", "whole number .* up to", id="past what adds up"),
        pytest.param(f"q1 0 d2 {'9' * 9000}", "whole number .* up to", id="past what is read as a number"),
        pytest.param(f'{{"profile": "q1", "ad": "x", "grade": -1{"0" * 400}}}', "whole number .* up to", id="below"),
        ('[{"profile": "q1", "ad": "x", "grade": 1}]', "a line, without brackets"),
        ("q1 0 d1 2", "one grade for a pair"),
        ('{"profile": "q1", "ad": "x"}', "profile, ad and grade"),
        ('{"profile": "q1", "ad": "x", "grade": 1.5}', "whole number"),
        ('{"profile": "q1", "ad": ', "JSON object"),
        pytest.param("[" * 100_000, "four fields", id="deep"),
        ('{"profile": null, "ad": "x", "grade": 1}', "profile, ad and grade"),
        ('{"profile": "K1", "ad": ["x"], "grade": 1}', "profile, ad and grade"),
        ('{"profile": " ", "ad": "x", "grade": 1}', "profile, ad and grade"),
        ('{"profile": "K1", "ad": true, "grade": 1}', "profile, ad and grade"),
    ],
)
def test_a_bad_judgment_is_named(tmp_path, line, says):
    path = write(tmp_path, "q.txt", f"q1 0 d1 1\n{line}\n")
    with pytest.raises(ReadError, match=says) as error:
        read_qrels(path)
    assert error.value.line == 2


@pytest.mark.parametrize("read", [read_run, read_qrels])
def test_files_that_are_missing_empty_or_damaged_are_refused(tmp_path, read):
    damaged = tmp_path / "d"
    damaged.write_bytes("åäö 0 b 1\n".encode() + b"\xff 0 b 1\n")
    for path in (tmp_path / "none", tmp_path, write(tmp_path, "e", ""), damaged):
        with pytest.raises(ReadError):
            read(path)


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\ufeffq1 0 å 1\n".encode())))
    assert read_qrels("-") == Qrels({"q1": {"å": 1}})


def test_what_is_written_reads_back(tmp_path):
    rows = [{"id": "K1", "matches": [{"id": "b"}, {"id": "a"}]}, {"id": "K2", "matches": []}]
    path = write(tmp_path, "r.run", "".join(f"{line}\n" for line in write_run(rows)))
    assert read_run(path).rankings == {"K1": ("b", "a")}


@pytest.mark.parametrize("identifier", ["A 1", "A\t1", "A\u00a01", " A"])
def test_an_id_with_a_blank_is_refused_by_name(identifier):
    with pytest.raises(InvalidRecordError) as error:
        write_run([{"id": "K1", "matches": [{"id": identifier}]}])
    assert repr(identifier) in str(error.value)


def test_the_name_of_a_run_has_no_blank_either():
    with pytest.raises(InvalidRecordError, match="name of the run"):
        write_run([{"id": "K1", "matches": [{"id": "a"}]}], "my system")


def test_turned_twice_is_the_same():
    qrels = Qrels({"K1": {"a": 3, "b": 0}, "K2": {"a": 1}})
    assert qrels.turned().turned() == qrels
    assert qrels.turned().grades["a"] == {"K1": 3, "K2": 1}
