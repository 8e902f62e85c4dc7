"""``--corrections`` on every command: they win, they are told, and nothing that the law protects slips in by them."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def fixes(tmp_path):
    def write(*rows: dict[str, object]):
        path = tmp_path / "fixes.jsonl"
        path.write_text("".join(json.dumps(row | {"by": "person"}) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


CAR = {"target": "P1", "field": "own_car", "old": None, "new": True}
NO_DEMAND = {"target": "a2", "quote": "B-körkort krävs", "old": "must", "new": None}


def test_read_prints_what_is_right_and_tells_what_was_corrected(call, sheet, fixes):
    answer = call("read", sheet, "--corrections", fixes(CAR))
    assert [row["own_car"] for row in answer.rows] == [True, None]
    assert "record P1, column own_car: corrected" in answer.err


def test_corrections_of_people_and_ads_stand_in_one_file(call, sheet, ads, fixes):
    path = fixes(CAR, NO_DEMAND)
    rows = {row["id"]: row for row in call("read", ads, sheet, "--corrections", path).rows}
    assert rows["P1"]["own_car"] is True
    assert "driving_licence" not in [row["kind"] for row in rows["a2"]["requirements"]]
    assert "own_car" not in call("requirements", ads, "--corrections", path).err


def test_requirements_leave_out_what_a_person_said_is_none(call, ads, fixes):
    def kinds(*more: object) -> list[str]:
        return [row["kind"] for row in call("requirements", ads, *more).rows[1]["requirements"]]

    assert "driving_licence" in kinds()
    assert "driving_licence" not in kinds("--corrections", fixes(NO_DEMAND))


def test_what_is_not_there_any_more_is_told_and_not_made(call, sheet, ads, fixes):
    gone = fixes(
        {"target": "P9", "field": "own_car", "old": None, "new": True},
        {"target": "P1", "field": "own_car", "old": False, "new": True},
        {"target": "a1", "quote": "ord som inte står här", "old": "must", "new": "nice"},
        {"target": "a9", "quote": "bil", "old": "must", "new": "nice"},
    )
    answer = call("rank", "--profiles", sheet, "--ads", ads, "--format", "jsonl", "--corrections", gone)
    assert answer.status == 0
    for place in ("P9, column own_car", "P1, column own_car", "a1, column requirements", "a9, column requirements"):
        assert f"record {place}: doubtful: a correction that was not made" in answer.err
    assert "ord som inte" not in answer.err


@pytest.mark.parametrize(
    ("field", "new", "wrong"),
    [("shoe_size", 41, "a field that can be corrected"), ("own_car", "perhaps", "a value that the field can have")],
)
def test_what_no_field_can_hold_is_told_as_that(call, sheet, fixes, field, new, wrong):
    answer = call("read", sheet, "--corrections", fixes({"target": "P1", "field": field, "old": None, "new": new}))
    assert (answer.status, answer.rows[0]["own_car"]) == (0, None)
    assert f"record P1, column {field}: doubtful: expected {wrong}" in answer.err
    assert "perhaps" not in answer.err


def test_a_ranking_and_its_ledger_go_by_the_corrections(call, sheet, ads, fixes):
    both = ("--profiles", sheet, "--ads", ads)
    path = fixes({"target": "P2", "field": "driving_licences", "old": [], "new": [{"class": "B", "valid": "yes"}]})

    def verdicts(*more: object) -> list[str]:
        rows = call("rank", *both, "--format", "jsonl", *more).rows[1]["matches"]
        [match] = [match for match in rows if match["id"] == "a2"]
        return [row["verdict"] for row in match["verdicts"] if row["kind"] == "driving_licence"]

    assert verdicts() == ["unknown"]
    assert verdicts("--corrections", path) == ["met"]
    pair = ("explain", *both, "--profile", "P2", "--ad", "a2", "--corrections", path)
    assert "Rättat av en person: körkort" in call(*pair).out
    assert "Corrected by a person: driving licences" in call(*pair, "--format", "html", "--lang", "en").out
    assert call(*pair, "--format", "json").rows[0]["corrected"] == ["driving_licences"]
    assert call(*pair[:-2], "--format", "json").rows[0]["corrected"] == []


def test_a_corrected_demand_shows_as_corrected_in_the_ledger(call, sheet, ads, fixes):
    path = fixes(NO_DEMAND | {"new": "nice"})
    pair = ("explain", "--profiles", sheet, "--ads", ads, "--profile", "P2", "--ad", "a2", "--corrections", path)
    [line] = [line for line in call(*pair).out.split("\n") if "körkort" in line and "rättat" in line]
    assert "merit" in line


def test_an_index_is_built_and_opened_with_corrections(call, ads, sheet, fixes, tmp_path):
    path, index = fixes(NO_DEMAND), tmp_path / "index"
    call("index", "build", "--ads", ads, "--out", index)
    asked = ("rank", "--profiles", sheet, "--format", "jsonl", "--include-blocked")

    def rows(*more: object) -> list[str]:
        found = [m for row in call(*asked, *more).rows for m in row["matches"] if m["id"] == "a2"]
        return [row["kind"] for match in found for row in match["verdicts"]]

    assert "driving_licence" in rows("--ads", index)
    opened = rows("--ads", index, "--corrections", path)
    assert "driving_licence" not in opened
    call("index", "build", "--ads", ads, "--out", index, "--corrections", path)
    assert rows("--ads", index) == opened
    call("index", "update", index, "--ads", ads)
    assert "driving_licence" in rows("--ads", index)


def test_what_a_person_types_is_cleansed_too(call, sheet, fixes):
    path = fixes({"target": "P1", "field": "wishes", "old": ["Kock"], "new": ["bagare", "fastar i KANARIE"]})
    answer = call("read", sheet, "--corrections", path)
    assert answer.rows[0]["wishes"] == ["bagare"]
    assert "KANARIE" not in answer.out + answer.err


@pytest.mark.parametrize("content", ["{", "[1]", '{"target": "P1", "field": "own_car"}', "\0"])
def test_a_file_that_holds_no_corrections_is_refused_with_its_line(call, sheet, tmp_path, content):
    path = tmp_path / "fixes.jsonl"
    path.write_text(f"\n{content}\n", encoding="utf-8")
    answer = call("read", sheet, "--corrections", path)
    assert answer.status == 2
    assert "fixes.jsonl" in answer.err
    assert answer.out == ""
    assert call("read", sheet, "--corrections", tmp_path / "nothing.jsonl").status == 2


def test_every_command_that_takes_people_or_ads_takes_corrections(call):
    for command in ("read", "requirements", "rank", "explain", "ask", "judge", "tune", "serve", "index build",
                    "index update"):  # fmt: skip
        assert "--corrections" in call(*command.split(), "--help").out, command


def test_the_service_holds_what_is_right(call, sheet, ads, fixes, monkeypatch):
    import matcher.service

    held = []
    monkeypatch.setattr(matcher.service, "serve", lambda holdings, settings, tell: held.append(holdings.state()))
    call("serve", "--profiles", sheet, "--ads", ads, "--as-of", "2026-09-01", "--corrections", fixes(CAR, NO_DEMAND))
    assert held[0].person("P1").own_car is True
    assert "driving_licence" not in [row.kind for row in held[0].ad("a2").requirements]


def test_a_ledger_from_an_index_keeps_what_the_index_was_corrected_by(call, sheet, ads, fixes, tmp_path):
    index = tmp_path / "index"
    call("index", "build", "--ads", ads, "--out", index, "--corrections", fixes(NO_DEMAND))
    pair = ("explain", "--profiles", sheet, "--ads", index, "--profile", "P1", "--ad", "a2", "--format", "json")
    for more in ((), ("--corrections", fixes(CAR))):
        kinds = [row["kind"] for row in call(*pair, *more).rows[0]["verdicts"]]
        assert "driving_licence" not in kinds
