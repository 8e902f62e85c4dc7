import json

import pytest

RUN = "q1 Q0 d1 1 9 x\nq1 Q0 d2 2 8 x\nq3 Q0 d1 1 9 x\n"
QRELS = "q1 0 d1 1\nq2 0 d5 1\n"


@pytest.fixture
def files(tmp_path):
    def write(**contents):
        paths = []
        for name, text in contents.items():
            path = tmp_path / name
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        return paths

    return write


def test_a_line_a_measure_and_the_missing_query_is_told(call, files):
    run, qrels = files(run=RUN, qrels=QRELS)
    answer = call("evaluate", "--run", run, "--qrels", qrels, "--measures", "RR nDCG@10")
    assert answer.status == 0
    assert answer.rows[0] == {"measure": "RR", "value": 0.5, "low": None, "high": None, "n": 2}
    assert [row["measure"] for row in answer.rows] == ["RR", "nDCG@10"]
    assert "1 judged but missing from the run, counted 0: q2" in answer.err
    assert "not judged, not counted: q3" in answer.err


@pytest.mark.parametrize(
    ("run", "named"),
    [
        ("q1 Q0 d1 1 9 x\nq1 Q0 d1 2 8 x\n", "d1"),
        ("q1 Q0 d1 1 nan x\n", "line 1"),
        ("q1 Q0 d 1 1 9 x\n", "not 7"),
        ("", "empty"),
    ],
)
def test_a_bad_run_is_refused_in_one_sentence(call, files, run, named):
    run, qrels = files(run=run, qrels=QRELS)
    answer = call("evaluate", "--run", run, "--qrels", qrels)
    assert (answer.status, answer.out) == (2, "")
    assert named in answer.err
    assert answer.err.count("\n") == 1


def test_groups_name_a_group_of_one_with_its_size_and_no_interval(call, files):
    queries = [f"q{i}" for i in range(1, 8)]
    run, qrels, groups = files(
        run="".join(f"{q} Q0 d{1 + (i % 2)} 1 9 x\n" for i, q in enumerate(queries)),
        qrels="".join(f"{q} 0 d1 1\n" for q in queries),
        groups="id,region\n" + "".join(f"{q},Norrby\n" for q in queries[:-1]) + "q7,Ensamholm\n",
    )
    answer = call("evaluate", "--run", run, "--qrels", qrels, "--measures", "RR", "--groups", groups)
    alone, many = (next(r for r in answer.rows if name in r.get("group", "")) for name in ("Ensamholm", "Norrby"))
    assert (alone["n"], alone["low"], alone["high"]) == (1, None, None)
    assert many["low"] < many["value"] < many["high"]
    assert "Ensamholm: only 1" in answer.err


def test_slices_and_judgments_as_json_lines(call, files):
    judged = [{"profile": f"K{i}", "ad": f"a{j}", "grade": j % 3} for i in range(5) for j in range(5)]
    run, qrels, slices = files(
        run="".join(f"K{i} Q0 a{j} {j} {9 - j} x\n" for i in range(5) for j in range(5)),
        qrels="".join(json.dumps(row) + "\n" for row in [*judged, {"profile": "K9", "ad": "a1", "grade": None}]),
        slices="profile\tad\tlabel\n\t\tall\nK1\t\tone person\n",
    )
    answer = call("evaluate", "--run", run, "--qrels", qrels, "--measures", "RR", "--slices", slices)
    whole, every, one = answer.rows
    assert (every["slice"], every["pairs"], every["value"]) == ("all", 25, whole["value"])
    assert (one["value"], one["pairs"]) == (None, 5)
    assert "1 pairs have no grade yet" in answer.err
    assert "slice one person: 5 judged pairs" in answer.err


def test_for_ads_turns_the_judgments(call, files):
    run, qrels = files(run="a1 Q0 K2 1 9 x\na1 Q0 K1 2 8 x\n", qrels="K1 0 a1 1\nK2 0 a1 0\n")
    answer = call("evaluate", "--run", run, "--qrels", qrels, "--measures", "RR", "--for", "ads")
    assert answer.rows[0]["value"] == 0.5
    assert "missing" not in answer.err


def test_two_runs_are_compared(call, files):
    queries = [f"q{i}" for i in range(10)]
    good, bad, qrels = files(
        good="".join(f"{q} Q0 d1 1 2 x\n{q} Q0 d2 2 1 x\n" for q in queries),
        bad="".join(f"{q} Q0 d2 1 2 x\n{q} Q0 d1 2 1 x\n" for q in queries),
        qrels="".join(f"{q} 0 d1 1\n" for q in queries),
    )
    answer = call("evaluate", "--run", bad, "--run", good, "--qrels", qrels, "--measures", "RR P@1")
    assert [row["run"] for row in answer.rows[:4]] == [str(bad)] * 2 + [str(good)] * 2
    difference = answer.rows[4]
    assert difference["value"] == 0.5
    assert difference["p"] < difference["p_holm"] < 0.01
    assert call("evaluate", "--run", good, "--run", good, "--run", good, "--qrels", qrels).status == 2


def test_ids_that_differ_by_case_alone_are_joined_and_that_is_said(call, files):
    run, qrels = files(run="k1 Q0 A1 1 9 x\n", qrels="K1 0 a1 1\n")
    answer = call("evaluate", "--run", run, "--qrels", qrels, "--measures", "RR")
    assert answer.rows[0]["value"] == 1
    assert "2 ids joined" in answer.err


def test_agree(call, files):
    one = [{"profile": "K1", "ad": f"a{i}", "grade": g} for i, g in enumerate([0, 1, 2, 3])]
    two = [{"profile": "K1", "ad": f"a{i}", "grade": g} for i, g in enumerate([0, 1, 3, 1])]
    first, second = files(one="\n".join(map(json.dumps, one)), two="\n".join(map(json.dumps, two)))
    summary, *differing = call("agree", first, second).rows
    assert (summary["n"], summary["same"]) == (4, 0.5)
    assert 0 < summary["kappa"] < 1
    assert differing == [
        {"profile": "K1", "ad": "a3", "grades": [3, 1]},
        {"profile": "K1", "ad": "a2", "grades": [2, 3]},
    ]


def test_two_runs_as_a_table_and_a_picture(call, files, tmp_path):
    queries = [f"q{i}" for i in range(6)]
    good, bad, qrels = files(
        good="".join(f"{q} Q0 d1 1 2 x\n{q} Q0 d2 2 1 x\n" for q in queries),
        bad="".join(f"{q} Q0 d2 1 2 x\n{q} Q0 d1 2 1 x\n" for q in queries),
        qrels="".join(f"{q} 0 d1 1\n" for q in queries),
    )
    command = ("evaluate", "--run", bad, "--run", good, "--qrels", qrels, "--measures", "RR", "--format", "table")
    page, picture = tmp_path / "o.html", tmp_path / "o.svg"
    answer = call(*command, "--plot", page)
    header, *lines = answer.out.splitlines()
    assert header.split() == ["run", "measure", "value", "low", "high", "n", "p", "p_holm"]
    assert lines[2].split()[-5:] == ["RR", "0.5000", "6", "0.0312", "0.0312"]
    assert call(*command, "--plot", picture).out == answer.out
    assert picture.read_text(encoding="utf-8").count("<title>q") == 6
    assert page.read_text(encoding="utf-8").count("<table>") == 2
    assert "http" not in page.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert call(*command, "--plot", tmp_path / "o.png").status == 2


def test_groups_of_what_is_listed_get_their_share_of_attention(call, files):
    run, qrels, groups = files(
        run="".join(f"a{i} Q0 K{j} {j} {9 - j} x\n" for i in range(6) for j in range(4)),
        qrels="".join(f"K{j} 0 a{i} {1 + (i == j)}\n" for i in range(6) for j in range(4)),
        groups="id,side\nK0,left\nK1,left\nK2,right\n",
    )
    answer = call("evaluate", "--run", run, "--qrels", qrels, "--for", "ads", "--measures", "RR", "--groups", groups)
    gaps = {row["group"]: row for row in answer.rows if row["measure"] == "AttentionGap@10"}
    assert set(gaps) == {"side=left", "side=right", "side=(not stated)"}
    assert gaps["side=left"]["value"] > 0 > gaps["side=right"]["value"]
    assert abs(sum(row["value"] for row in gaps.values())) < 1e-5
    assert gaps["side=left"]["members"] == 2
    assert "side=left: only 2 listed" in answer.err


def test_groups_that_name_nobody_are_told_and_case_alone_parts_no_ids(call, files):
    run, qrels, others, same = files(run=RUN, qrels=QRELS, others="id,town\nx1,Lund\n", same="id,town\nQ1,Lund\n")
    answer = call("evaluate", "--run", run, "--qrels", qrels, "--measures", "RR", "--groups", others)
    assert "none of the ids with a label in town" in answer.err
    answer = call("evaluate", "--run", run, "--qrels", qrels, "--measures", "RR", "--groups", same)
    assert "none of the ids" not in answer.err
    assert {row["group"]: row["value"] for row in answer.rows if "group" in row} == {
        "town=Lund": 1.0,
        "town=(not stated)": 0.0,
    }


def test_two_judges_of_other_pairs(call, files):
    one, two = files(one='{"profile": "K1", "ad": "a", "grade": 1}', two='{"profile": "K1", "ad": "b", "grade": 1}')
    answer = call("agree", one, two)
    assert (answer.status, answer.rows[0]["n"], answer.rows[0]["kappa"]) == (0, 0, None)
    assert "no pair is graded in both" in answer.err


@pytest.mark.parametrize(
    ("side", "run", "hint"), [((), "d1 Q0 q1 1 9 x\n", "--for ads"), (("--for", "ads"), RUN, "--for profiles")]
)
def test_a_run_of_the_other_direction_is_told(call, files, side, run, hint):
    run, qrels = files(run=run, qrels=QRELS)
    assert hint in call("evaluate", "--run", run, "--qrels", qrels, *side).err
    assert "--for" not in call("evaluate", "--run", *files(run=RUN), "--qrels", qrels).err
