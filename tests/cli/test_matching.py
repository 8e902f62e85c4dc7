import csv
import io
import json
import re
from datetime import date

import pytest

from matcher import JobAd, Matcher, Profile
from matcher.cli.inputs import still_open


def test_rank_prints_the_contracts_fields_and_points_that_add_up(call, sheet, ads):
    answer = call("rank", "--profiles", sheet, "--ads", ads, "--format", "jsonl", "--include-blocked")
    assert answer.status == 0
    assert [row["id"] for row in answer.rows] == ["P1", "P2"]
    for row in answer.rows:
        assert [m["rank"] for m in row["matches"]] == [1, 2, 3]
        for match in row["matches"]:
            assert set(match) == {"id", "rank", "score", "tier", "contributions", "verdicts", "questions"}
            assert sum(match["contributions"].values()) == match["score"]
            assert match["tier"] in {"ready", "ask", "step", "blocked"}
            for verdict in match["verdicts"]:
                assert set(verdict) == {
                    "kind", "value", "necessity", "any_of", "verdict", "quote", "evidence", "source",
                }  # fmt: skip
            assert all(set(question) == {"kind", "value", "text"} for question in match["questions"])
    assert answer.rows[0]["matches"][0]["id"] == "a1"


def test_the_same_command_gives_the_same_bytes(call, sheet, ads):
    for form in ("table", "jsonl", "trec", "csv", "html"):
        command = ("rank", "--profiles", sheet, "--ads", ads, "--format", form)
        assert call(*command).out == call(*command).out != ""


def test_k_bounds_the_list_and_keeps_its_head(call, sheet, ads):
    command = ("rank", "--profiles", sheet, "--ads", ads, "--format", "jsonl", "--include-blocked")
    one, all_ = call(*command, "-k", 1), call(*command, "-k", 999)
    assert [len(row["matches"]) for row in one.rows + all_.rows] == [1, 1, 3, 3]
    assert one.rows[0]["matches"][0] == all_.rows[0]["matches"][0]


def test_one_person_has_the_list_of_the_whole_ranking(call, sheet, ads):
    command = ("rank", "--profiles", sheet, "--ads", ads, "--format", "jsonl")
    both = call(*command).out.splitlines()
    assert call(*command, "--profile", "p2").out.splitlines() == both[1:]
    assert call(*command, "--profile", "P2", "--profile", "P1").out.splitlines() == both[::-1]
    stranger = call(*command, "--profile", "P9")
    assert stranger.status == 2
    assert "no profile 'P9' among the 2 that were read (P1, P2)" in stranger.err
    assert call(*command, "--profile", "P1", "--for", "ads").status == 2


def test_for_ads_lists_people_with_the_scores_of_the_other_direction(call, sheet, ads):
    command = ("rank", "--profiles", sheet, "--ads", ads, "--format", "jsonl", "--include-blocked")
    people, jobs = call(*command), call(*command, "--for", "ads")
    assert [row["id"] for row in jobs.rows] == ["a1", "a2", "a3"]
    there = {(row["id"], m["id"]): m["score"] for row in people.rows for m in row["matches"]}
    back = {(m["id"], row["id"]): m["score"] for row in jobs.rows for m in row["matches"]}
    assert there == back


def test_trec_has_the_order_of_the_list_in_falling_numbers(call, sheet, ads):
    command = ("rank", "--profiles", sheet, "--ads", ads, "--include-blocked", "--format")
    lines = [line.split() for line in call(*command, "trec").out.splitlines()]
    rows = call(*command, "jsonl").rows
    assert [(q, d) for q, _, d, *_ in lines] == [(row["id"], m["id"]) for row in rows for m in row["matches"]]
    assert all(len(line) == 6 for line in lines)
    numbers = [float(line[4]) for line in lines if line[0] == "P1"]
    assert numbers == sorted(set(numbers), reverse=True)


def test_trec_refuses_an_id_with_a_blank_by_name(call, sheet, tmp_path):
    path = tmp_path / "odd.jsonl"
    path.write_text('{"id": "A 1", "headline": "Kock", "text": "Vi söker en kock."}\n', encoding="utf-8")
    answer = call("rank", "--profiles", sheet, "--ads", path, "--include-blocked", "--format", "trec")
    assert (answer.status, answer.out) == (2, "")
    assert "'A 1'" in answer.err


def test_csv_reads_back(call, sheet, ads):
    answer = call("rank", "--profiles", sheet, "--ads", ads, "--include-blocked", "--format", "csv")
    header, *rows = csv.reader(io.StringIO(answer.out))
    assert header[:3] == ["profile", "rank", "ad"]
    assert len(rows) == 6
    assert {len(row) for row in rows} == {len(header)}


def test_as_of_leaves_out_past_ads_and_says_so(call, sheet, ads):
    command = ("rank", "--profiles", sheet, "--ads", ads, "--format", "jsonl", "--include-blocked")
    now = call(*command, "--as-of", "2026-10-15")
    assert {m["id"] for row in now.rows for m in row["matches"]} == {"a1", "a3"}
    assert "1 ad left out" in now.err
    open_ = call(*command)
    assert {m["id"] for row in open_.rows for m in row["matches"]} == {"a1", "a2", "a3"}
    assert "2 ads have a last day" in open_.err
    assert "--as-of" in open_.err


def test_all_ads_past_gives_empty_lists_not_an_error(call, sheet, tmp_path):
    path = tmp_path / "old.jsonl"
    row = {"id": "a", "headline": "Kock", "description": {"text": "x"}, "application_deadline": "2020-01-01T23:59:59"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    command = ("--profiles", sheet, "--ads", path, "--as-of", "2026-01-01")
    assert [r["matches"] for r in call("rank", *command, "--format", "jsonl").rows] == [[], []]
    assert call("rank", *command).status == 0
    assert [r["n_ads"] for r in call("ask", *command).rows] == [0, 0]


@pytest.mark.parametrize("missing", ["profiles", "ads"])
def test_nothing_to_read_is_status_2(call, sheet, ads, tmp_path, missing):
    paths = {"profiles": sheet, "ads": ads} | {missing: tmp_path / "none"}
    answer = call("rank", "--profiles", paths["profiles"], "--ads", paths["ads"])
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_the_same_person_twice_is_refused_once(call, sheet, ads):
    answer = call("rank", "--profiles", sheet, "--profiles", sheet, "--ads", ads, "--format", "jsonl")
    assert len(answer.rows) == 2
    assert answer.err.count("refused: expected an id that no earlier record has") == 2


def test_an_ad_whose_id_a_later_one_has_is_left_out_and_named(call, sheet, tmp_path):
    path = tmp_path / "twice.jsonl"
    ids = ("a1", "b", "a1")
    path.write_text(
        "".join(json.dumps({"id": i, "headline": "Kock", "text": "x"}) + "\n" for i in ids), encoding="utf-8"
    )
    answer = call("rank", "--profiles", sheet, "--ads", path, "--include-blocked", "--format", "jsonl")
    assert sorted(m["id"] for m in answer.rows[0]["matches"]) == ["a1", "b"]
    assert "1 ad left out, each with the id of a later one (a1)" in answer.err


def test_explain_adds_up_and_names_the_ads_words(call, sheet, ads):
    command = ("explain", "--profiles", sheet, "--ads", ads, "--profile", "p1 ", "--ad", "a1")
    [ledger] = call(*command, "--format", "json").rows
    assert sum(ledger["contributions"].values()) == ledger["score"]
    row = call("rank", "--profiles", sheet, "--ads", ads, "--format", "jsonl", "--include-blocked").rows[0]
    match = next(m for m in row["matches"] if m["id"] == "a1")
    assert (ledger["score"], ledger["tier"]) == (match["score"], match["tier"])
    text = call(*command).out
    assert "års erfarenhet som kock är ett krav" in text
    assert str(ledger["score"]) in text
    assert call(*command, "--lang", "en").out != text
    assert call(*command, "--format", "html").out.startswith("<!doctype html>")


@pytest.mark.parametrize(("profile", "ad", "named"), [("P9", "a1", "no profile 'P9'"), ("P1", "zz", "no ad 'zz'")])
def test_an_unknown_id_is_bad_usage(call, sheet, ads, profile, ad, named):
    answer = call("explain", "--profiles", sheet, "--ads", ads, "--profile", profile, "--ad", ad)
    assert answer.status == 2
    assert named in answer.err


def test_ask_counts_the_ads_at_stake(call, sheet, ads):
    answer = call("ask", "--profiles", sheet, "--ads", ads)
    assert [row["id"] for row in answer.rows] == ["P1", "P2"]
    second = answer.rows[1]
    assert second["question"]["kind"] == "driving_licence"
    assert second["n_ads"] == 1


@pytest.mark.parametrize(("command", "lang", "head"), [
    ("ask", "sv", ["Person", "Nästa fråga", "Annonser"]), ("steps", "en", ["Person", "Next step", "Ads"]),
])  # fmt: skip
def test_questions_and_steps_come_as_a_table_too(call, sheet, ads, command, lang, head):
    options = (command, "--profiles", sheet, "--ads", ads, "--lang", lang)
    whole = [[row["question"]] if command == "ask" else row["steps"] for row in call(*options).rows]
    table = [re.split(r" {2,}", line.strip()) for line in call(*options, "--format", "table").out.splitlines()]
    assert table[0] == head
    assert [line[1] for line in table[1:]] == [one["text"] if one else "-" for row in whole for one in row or [None]]
    assert {line[0] for line in table[1:]} == {"P1", "P2"}


def test_of_whom_too_little_is_known_is_said_and_asked_and_still_ranked(call, ads, tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("id;Bostadskommun;Yrkeserfarenhet\nP1;Solna;\nP2;Solna;Kock 3 år\n", encoding="utf-8")
    answer = call("rank", "--profiles", path, "--ads", ads, "--format", "jsonl")
    assert "too little is known" in answer.err
    assert [line.rpartition(": ")[2] for line in answer.err.splitlines() if "too little" in line] == ["P1"]
    assert all(row["matches"] for row in answer.rows)
    asked = call("ask", "--profiles", path, "--ads", ads)
    assert asked.rows[0]["question"]["kind"] == "experience"
    assert asked.rows[0]["n_ads"] > 0
    assert "too little is known" not in call("rank", "--for", "ads", "--profiles", path, "--ads", ads).err


def test_judge_mixes_pairs_shows_no_score_and_keeps_grades(call, sheet, ads, tmp_path):
    out = tmp_path / "q.jsonl"
    command = ("judge", "--profiles", sheet, "--ads", ads, "--out", out, "--top", 2, "--spread", 1)
    assert call(*command).status == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 6
    assert all(row["grade"] is None and row["job"]["text"] and "score" not in row for row in rows)
    before = out.read_bytes()
    again = call(*command)
    assert again.status == 2
    assert out.read_bytes() == before
    graded = [row | {"grade": 2} for row in rows]
    out.write_text("".join(json.dumps(row) + "\n" for row in graded), encoding="utf-8")
    assert call("agree", out, out).rows[0]["same"] == 1


def test_a_pair_is_explained_whatever_the_ads_last_day_and_nothing_is_said_of_days(call, sheet, tmp_path):
    row = {"id": "a", "headline": "Murare", "description": {"text": "x"}, "application_deadline": "2020-01-01T23:59:59"}
    ads = tmp_path / "ads.jsonl"
    ads.write_text(json.dumps(row), encoding="utf-8")
    pair = ("--profiles", sheet, "--profile", "P1", "--ad", "a")
    for source in (ads, tmp_path / "index"):
        answer = call("explain", "--ads", source, *pair, "--as-of", "2026-09-01")
        assert answer.status == 0
        assert "last day" not in answer.err
        call("index", "build", "--ads", ads, "--out", tmp_path / "index")


@pytest.mark.parametrize("day", [None, date(2026, 9, 1)])
def test_ads_are_open_by_one_rule_whether_an_index_holds_them_or_not(day):
    days = (None, "", "2026-08-31T23:59:59", "2026-09-01", "2026-09-01T12:00:00", "2027-01-01")
    ads = [JobAd(id=str(place), deadline=told, requirements=[]) for place, told in enumerate(days)]
    matches = Matcher(ads, as_of=day).rank(Profile(id="1"), 9)[0].matches
    assert {ad.id for ad in still_open(ads, day)} == {match.id for match in matches}


def test_demo_ranks_and_explains(call):
    answer = call("demo", "-k", 2)
    assert answer.status == 0
    assert "P12" in answer.out
    assert "En träff förklarad" in answer.out
    assert call("demo", "--lang", "en").status == 0


def test_standard_input(call, sheet, ads, monkeypatch):
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ads.read_bytes())))
    answer = call("rank", "--profiles", sheet, "--ads", "-", "--format", "jsonl")
    assert answer.rows == call("rank", "--profiles", sheet, "--ads", ads, "--format", "jsonl").rows


def test_steps_come_as_sheets_to_print_too(call, sheet, ads):
    answer = call("steps", "--profiles", sheet, "--ads", ads, "--format", "html", "--lang", "en")
    assert answer.status == 0
    assert answer.out.count('<article class="sheet" lang="en"') == 2
    assert answer.out.count("<h1>Jobs that may suit you</h1>") == 2
