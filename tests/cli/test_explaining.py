"""``explain`` tells of a pair what the list says of it, whatever options both were called with."""

import json

import pytest

PEOPLE = "Id;Hemkommun;Max restid;Önskat yrke;Yrkeserfarenhet\nP1;Solna;30;Kock;Kock 2021-2025\n"
ADS = {
    "id": "a1",
    "headline": "Kock",
    "description": {"text": "Du måste ha arbetat som kock de senaste tre åren."},
    "workplace_address": {"municipality": "Stockholm", "municipality_code": "0180"},
}
FILES = {
    "people.csv": PEOPLE,
    "ads.jsonl": json.dumps(ADS),
    "journeys.tsv": "from\tto\tminutes\tarrive_by\n0184\t0180\t80\t08:00\n",
    "points.tsv": "profile\tad\tpoints\nP1\ta1\t77\n",
}
BOTH = ("--profiles", "people.csv", "--ads", "ads.jsonl")
OPTIONS = [
    ("--by", "get"),
    ("--by", "want"),
    ("--as-of", "2026-05-01"),
    ("--travel", "journeys.tsv"),
    ("--component", "mine=points.tsv"),
]


@pytest.fixture
def explained(call, tmp_path, monkeypatch):
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def explain(*options):
        answer = call("explain", *BOTH, "--profile", "P1", "--ad", "a1", "--format", "json", *options)
        return answer.rows[0]

    return explain


@pytest.mark.parametrize("options", [(), *OPTIONS])
def test_both_say_the_same(explained, call, options):
    ledger = explained(*options)
    [match] = call("rank", *BOTH, "--format", "jsonl", *options).rows[0]["matches"]
    told = {key: value for key, value in match.items() if key not in ("id", "rank")}
    assert {key: ledger[key] for key in told} == told


@pytest.mark.parametrize("options", OPTIONS)
def test_each_option_counts(explained, options):
    assert explained(*options) != explained()


def test_the_length_of_the_journey_stands_beside_its_points(explained, call):
    own = explained("--travel", "journeys.tsv")
    assert own["journey"] == {"minutes": 80, "limit": 30, "is_estimate": False}
    assert own["contributions"]["travel"] < 0
    estimate = explained()["journey"]
    assert (estimate["limit"], estimate["is_estimate"]) == (30, True)
    pair = (*BOTH, "--profile", "P1", "--ad", "a1")
    assert "\nRestid: 80 minuter (gräns 30)\n" in call("explain", *pair, "--travel", "journeys.tsv").out
    page = call("explain", *pair, "--lang", "en", "--format", "html").out
    assert f"<p>Journey: about {estimate['minutes']} minutes (limit 30)</p>" in page


def test_a_journey_that_nobody_knows_is_not_told(explained, call, tmp_path):
    (tmp_path / "journeys.tsv").write_text("from\tto\tminutes\tarrive_by\n0184\t0192\t80\t08:00\n", encoding="utf-8")
    assert explained("--travel", "journeys.tsv")["journey"] is None
    shown = call("explain", *BOTH, "--profile", "P1", "--ad", "a1", "--travel", "journeys.tsv").out
    assert "minuter" not in shown
