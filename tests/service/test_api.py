import json

import pytest
from starlette.testclient import TestClient

from matcher import Matcher
from matcher.demo import example_ads, example_people
from matcher.service import Settings
from matcher.service.application import make_app
from matcher.service.examples import AD, PAIR, PASTED_AD, PERSON, SHEET

POSTS = ("read", "requirements", "rank/ads", "rank/profiles", "questions", "steps", "explain")
BODIES = {
    "png": (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "image/png"),
    "no utf-8": (b"\x89\xff\xfe{", "application/json"),
    "broken": (b'{"id": ', "application/json"),
    "nan": (b'{"score": NaN, "k": 1e999, "text": "x"}', "application/json"),
    "surrogate": (b'{"text": "\\ud800", "profile": "\\ud800", "ad": "\\ud800"}', "application/json"),
    "nested": (b"[[[[]]]]", "application/json"),
    "deep": (b"[" * 100_000, "application/json"),
    "deep object": (b'{"profile":' * 5000, "application/json"),
    "empty": (b"", "application/json"),
    "nothing": (b"", None),
}


def post(client, path, data, kind="text/plain", **query):
    return client.post(f"/api/{path}", content=data, headers={"Content-Type": kind} if kind else {}, params=query)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("path", POSTS)
def test_bad_bodies_are_the_callers_fault(client, path, body):
    answer = post(client, path, *BODIES[body])
    assert 400 <= answer.status_code < 500
    assert set(answer.json()) == {"error", "message"}


def test_lines_of_json_are_json_whatever_breaks_below_the_first(client):
    lines = "".join(json.dumps({"id": n, "headline": "Kock", "text": "Truckkort krävs."}) + "\n" for n in "ab")
    for coding in ("utf-8", "utf-8-sig", "utf-16"):
        answer = post(client, "requirements", lines.encode(coding), "application/json")
        assert [ad["id"] for ad in answer.json()["ads"]] == ["a", "b"]
    answer = post(client, "requirements", lines + '{"id": "c", "headl', "application/json").json()
    assert [ad["id"] for ad in answer["ads"]] == ["a", "b"]
    assert any("line 3" in note for note in answer["notes"])
    assert post(client, "requirements", "kock\n" + lines, "application/json").status_code == 422


def test_a_surrogate_in_a_good_record_does_not_break_the_answer(client):
    answer = post(client, "requirements", b'{"id": "a", "headline": "\\ud800", "text": "Truckkort kr\\u00e4vs."}')
    assert answer.status_code == 200
    assert answer.json()["ads"][0]["requirements"][0]["value"] == "truck"


def test_the_ranking_is_the_librarys(client):
    person = example_people()[1]
    answer = post(client, "rank/ads", json.dumps(person.to_dict()), k=5).json()
    ranked = Matcher(example_ads()).rank([person], k=5)
    assert answer["results"] == json.loads(json.dumps(ranked.to_rows()))


def test_a_sheet_is_ranked_and_its_report_given(client):
    answer = post(client, "rank/ads", "Id;Namn;Svenska;Yrkeserfarenhet\n7;Ada Lind;B1;Kock 4 år\n", k=3).json()
    assert [match["rank"] for match in answer["results"][0]["matches"]] == [1, 2, 3]
    assert any("dropped" in note for note in answer["notes"])
    assert "Lind" not in json.dumps(answer)


def test_people_for_an_ad_are_shown_as_a_recruiter_may_see_them(client):
    shown = post(client, "rank/profiles", PASTED_AD).json()["results"][0]["matches"]
    assert shown
    assert all(set(match) == {"id", "rank", "tier", "near", "verdicts"} for match in shown)
    whole = post(client, "rank/profiles", PASTED_AD, view="caseworker").json()["results"][0]["matches"]
    assert [m["id"] for m in whole] == [m["id"] for m in shown]
    assert "contributions" in whole[0]


def test_requirements_are_quoted_where_they_stand(client):
    [ad] = post(client, "requirements", PASTED_AD).json()["ads"]
    rows = [row for row in ad["requirements"] if row["field"] == "text"]
    assert {row["kind"] for row in rows} == {"experience", "language"}


def test_a_ledger_adds_up_in_both_ways_of_naming_a_pair(client):
    for pair in (PAIR, {"profile": "P02", "ad": "A02"}):
        ledger = client.post("/api/explain", json=pair).json()
        assert ledger["score"] == sum(ledger["contributions"].values())
    seen = client.post("/api/explain", json={**PAIR, "view": "recruiter"}).json()
    assert set(seen) == {"profile", "ad", "headline", "tier", "verdicts"}


def test_unknown_ids_are_not_found_and_not_repeated(client):
    answer = client.post("/api/explain", json={"profile": "canary-77", "ad": "A02"})
    assert answer.status_code == 404
    assert "canary" not in answer.text
    assert client.get("/api/ads/canary-77").status_code == 404
    assert client.get("/api/ads/A02").json()["headline"]


def test_steps_name_what_opens_an_ad(client):
    sheet = "Id;Hemkommun;Yrkeserfarenhet;Körkort\n7;Solna;Kock 4 år;nej\n"
    [row] = post(client, "steps", sheet, lang="en").json()["results"]
    assert row["id"] == "7"
    assert all(step["n_ads"] > 0 and step["text"] for step in row["steps"])


def test_questions_name_the_ads_at_stake(client):
    [row] = post(client, "questions", "Id;Hemkommun;Yrkeserfarenhet\n7;Solna;Kock 4 år\n", lang="en").json()["results"]
    assert row["n_ads"] > 0
    assert row["question"]["text"].endswith("?")


def test_somebody_of_whom_too_little_is_known_is_asked_about_work_first(client):
    [row] = post(client, "questions", "Id;Hemkommun;Egen bil\n7;Solna;ja\n", lang="en").json()["results"]
    assert (row["question"]["kind"], row["question"]["value"]) == ("experience", None)
    assert row["n_ads"] > 0


@pytest.mark.parametrize(("typed", "label"), [("kock", "Kock"), ("lokalvår", "Städare"), ("lokalvårdarna", "Städare")])
def test_typing_finds_concepts(client, typed, label):
    found = client.get("/api/taxonomy/search", params={"q": typed}).json()["concepts"]
    assert label in [concept["label"] for concept in found]


def test_limits(client):
    assert post(client, "read", b"x" * 1_000_001).status_code == 413
    assert post(client, "rank/ads", SHEET, k=101).status_code == 422
    many = "Id;Körkort;Yrkeserfarenhet\n" + "".join(f"{n};B;Kock\n" for n in range(101))
    assert post(client, "rank/ads", many).status_code == 413


def test_health_and_version(client):
    from matcher import __version__

    assert client.get("/health").json() == {"ok": True, "ready": True}
    assert client.get("/api/version").json() == {"version": __version__}


def test_the_description_has_examples_that_work(client):
    described = client.get("/openapi.json").json()
    for path, verbs in described["paths"].items():
        if "post" not in verbs or path == "/api/explain" or not path.startswith("/api/"):
            continue
        for kind, content in verbs["post"]["requestBody"]["content"].items():
            if example := content.get("example"):
                data = example if isinstance(example, str) else json.dumps(example)
                assert client.post(path, content=data.encode(), headers={"Content-Type": kind}).status_code == 200
    assert described["components"]["schemas"]["Pair"]["examples"] == [PAIR]
    assert PAIR["profile"] == PERSON
    assert PAIR["ad"] == AD


def test_an_office_names_its_columns_for_all_that_is_read(holdings, open_browser):
    app = make_app(holdings, Settings(mapping={"Ruta 7": "job"}))
    sheet = "Id;Ruta 7;Hemkommun\nQ4;Kock;Solna\n"
    browser = open_browser(app)
    [record] = browser.client.post("/api/read", content=sheet.encode()).json()["records"]
    assert record["experience"][0]["title"] == "Kock"
    [ranked] = browser.client.post("/api/rank/ads", content=sheet.encode()).json()["results"]
    assert ranked["matches"][0]["contributions"]["occupation"] > 0
    browser.upload("/desk", status=200, file=sheet)
    assert "Kock" in browser.get("/desk/people")


def test_a_token_is_asked_for(holdings):
    app = make_app(holdings, Settings(token="desk:s3cret"))
    client = TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 1))
    assert client.get("/api/version").status_code == 401
    assert client.get("/api/version", headers={"Authorization": "Bearer other"}).status_code == 401
    assert client.get("/api/version", headers={"Authorization": "Bearer s3cret"}).status_code == 200
    assert client.get("/health").status_code == 200


def test_another_host_name_is_refused(client):
    assert client.get("/health", headers={"Host": "evil.example"}).status_code == 421


def test_what_is_asked_is_not_remembered(client, holdings):
    post(client, "rank/ads", "Id;Hemkommun;Yrkeserfarenhet\ncanary-88;Solna;Kock 4 år\n")
    assert "canary-88" not in holdings.state()._over_ads._seen_profiles
