"""Requests that no page would send: each is the sender's fault, never the service's."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from matcher.records.corrections import FIELDS
from matcher.service import Settings
from matcher.service.application import make_app

SHEET = "Id;Hemkommun;Svenska, nivå;Yrkeserfarenhet;Körkort\nK1;Solna;B1;Kock 4 år;B\n"
GETS = (
    "/desk/people/{}", "/desk/people/{}/jobs", "/desk/people/0/jobs?k={}", "/desk/people/0/jobs?blocked={}",
    "/desk/people/0/ledger?ad={}", "/desk/people/0/ledger?ad=A01&questions={}", "/desk/people/0/dossier?ad={}",
    "/fair?q={}", "/fair/ad?ad={}", "/fair/ad?ad=A01&questions={}", "/fair/calls?ad={}", "/fair/room?told=merged&n={}",
    "/fair/visitor?lang={}", "/fair/slip/{}", "/language?to_={}", "/language?to_=sv&back={}", "/{}", "/static/{}",
    "/api/ads/{}", "/api/taxonomy/search?q={}",
)  # fmt: skip
ODD = (
    "-1",
    "99999999999999999999",
    "%00",
    "%ff",
    "%ed%a0%80",
    "a/../b",
    "%2e%2e%2f",
    "'\"<>",
    "%0d%0aX: y",
    "NaN",
    "",
    " ",
)


@pytest.fixture(scope="module")
def session(holdings):
    client = TestClient(make_app(holdings, Settings()), base_url="http://127.0.0.1", client=("127.0.0.1", 1))
    page = client.get("/desk").text
    csrf = page.split('name="csrf" value="')[1].split('"')[0]
    client.post("/desk", data={"csrf": csrf, "text": SHEET})
    return client, csrf


@pytest.mark.parametrize("path", GETS)
def test_odd_addresses(session, path):
    client, _ = session
    for odd in ODD:
        answer = client.get(path.format(odd), follow_redirects=False)
        assert answer.status_code < 500, odd
        assert "x" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/health", "/api/ads", "/api/ads/A01", "/desk"])
def test_an_address_with_a_line_feed_is_another_one(session, path):
    client, _ = session
    assert client.get(path, follow_redirects=False).status_code < 400
    assert client.get(f"{path}%0A", follow_redirects=False).status_code == 404


@pytest.mark.parametrize("odd", ["[::1", "[bad]", "[", "]:80", ":", "a:b:c", "127.0.0.1:99999999999", "user@[::1"])
def test_odd_hosts_and_origins(session, odd):
    client, csrf = session
    assert client.get("/health", headers={"host": odd}).status_code < 500
    form = {"csrf": csrf, "text": SHEET}
    for origin in (odd, f"http://{odd}"):
        assert client.post("/desk", data=form, headers={"origin": origin}, follow_redirects=False).status_code == 403


texts = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=40)
answers = st.lists(texts | st.sampled_from(["B1", "sv", "Kock", "1,5", "-3", "1e999", "yes", "B", "full"]), max_size=4)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(field=st.sampled_from(FIELDS) | texts, data=st.dictionaries(
    st.sampled_from(["value", "lang", "level", "title", "years", "class", "valid"]), answers))  # fmt: skip
def test_odd_corrections(session, field, data):
    client, csrf = session
    sent = {f"{field}.{name}": told for name, told in data.items()}
    answer = client.post("/desk/people/0", data={"csrf": csrf, **sent}, follow_redirects=False)
    assert answer.status_code < 500
    assert client.get("/desk/people/0").status_code == 200


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(text=texts)
def test_odd_ads_and_mappings(session, text):
    client, csrf = session
    for path in ("/fair/ads", "/fair/room/merge", "/login"):
        answer = client.post(path, data={"csrf": csrf, "text": text, "secret": text})
        assert answer.status_code < 500


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(
    data=st.dictionaries(st.sampled_from(["work", "wish", "years", "swedish", "licence", "hours", "consent"]), answers)
)
def test_odd_visitors(session, data):
    client, csrf = session
    assert client.post("/fair/visitor", data={"csrf": csrf, **data}).status_code < 500


@pytest.mark.parametrize("path", ["/health", "/api/ads", "/api/ads/A01", "/api/ads/none", "/desk", "/static/style.css"])
def test_head_tells_what_get_would_without_the_body(session, path):
    client, _ = session
    head, whole = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert {**head.headers, "date": ""} == {**whole.headers, "date": ""}


@pytest.mark.parametrize(("path", "known"), [("/health", "GET"), ("/api/rank/ads", "POST"), ("/desk", "GET")])
def test_a_refused_method_is_answered_with_the_known_ones(session, path, known):
    client, _ = session
    for method in ("DELETE", "OPTIONS"):
        answer = client.request(method, path)
        assert answer.status_code == 405
        assert known in answer.headers["allow"].split(", ")


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"content": b'{"profile": "P01", "ad": "A01"}'}, "/openapi.json"),
        ({"json": []}, "/openapi.json"),
        ({"json": {"profile": "P01", "ad": "A01", "more": 1}}, "/openapi.json"),
        ({"json": {"ad": "A01"}}, "profile"),
    ],
)
def test_a_body_of_another_kind_is_told_what_is_expected(session, sent, told):
    client, _ = session
    answer = client.post("/api/explain", **sent)
    assert answer.status_code == 422
    assert told in answer.json()["message"]
