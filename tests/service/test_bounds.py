"""Requests that take too long, and pages that are asked for before ads and people have been read."""

import threading

import pytest
from starlette.testclient import TestClient

from matcher import ReadError
from matcher.records import JobAd, Profile
from matcher.service import Holdings, Origin, Settings, answers
from matcher.service.application import make_app
from matcher.taxonomy import Taxonomy

SHEET = "Id;Hemkommun;Yrkeserfarenhet\nK1;Solna;Kock 4 år\n"


@pytest.fixture
def gate():
    """Opened at the end, so that no reading outlives its test."""
    made = threading.Event()
    yield made
    made.set()


@pytest.fixture
def reading(gate):
    """Holdings whose ads are being read until the gate opens."""

    def ads(taxonomy):
        assert gate.wait(60)
        return [JobAd(id="a", headline="Kock", text="Kock sökes.")]

    return Holdings(Origin(ads, lambda taxonomy: (Profile(id="p"),), Taxonomy.starter, lambda: None))


def opened(holdings):
    return TestClient(make_app(holdings, Settings()), base_url="http://127.0.0.1", client=("127.0.0.1", 1))


@pytest.fixture
def slow(monkeypatch, holdings, gate):
    """A ranking that does not end before the gate opens."""

    def stuck(*arguments, **options):
        assert gate.wait(60)
        raise ReadError("x", "y")

    monkeypatch.setattr(type(holdings.state()), "ads_for", stuck)


def test_a_call_that_takes_too_long_is_answered_with_an_error(client, slow, monkeypatch):
    monkeypatch.setattr(answers, "SECONDS", 0.05)
    answer = client.post("/api/rank/ads", content=SHEET.encode(), headers={"Content-Type": "text/csv"})
    assert (answer.status_code, answer.json()["error"]) == (503, "TooSlowError")


def test_a_page_that_takes_too_long_is_an_error_page(browser, slow, monkeypatch):
    browser.upload("/desk", file=SHEET)
    monkeypatch.setattr(answers, "SECONDS", 0.05)
    page = browser.client.get("/desk/people/0/jobs")
    assert page.status_code == 503
    assert 'role="alert"' in page.text
    assert "refresh" not in page.headers


def test_what_is_under_way_leaves_the_service_able_to_answer(browser, slow, monkeypatch):
    browser.upload("/desk", file=SHEET)
    monkeypatch.setattr(answers, "SECONDS", 0.05)
    for _ in range(3):
        browser.get("/desk/people/0/jobs", status=503)
    monkeypatch.setattr(answers, "SECONDS", 60.0)
    browser.get("/")
    browser.get("/desk/people/0")


def test_a_page_before_everything_is_read_comes_again_by_itself(reading, gate, monkeypatch):
    client = opened(reading)
    assert client.get("/").status_code == 200
    monkeypatch.setattr(answers, "SECONDS", 0.05)
    page = client.get("/fair")
    assert (page.status_code, page.headers["refresh"]) == (503, "5")
    assert client.get("/health").json() == {"ok": True, "ready": False}
    gate.set()
    monkeypatch.setattr(answers, "SECONDS", 60.0)
    assert "Kock" in client.get("/fair").text


def test_a_call_waits_for_the_first_reading(reading, gate, monkeypatch):
    monkeypatch.setattr(answers, "SECONDS", 60.0)
    threading.Timer(0.2, gate.set).start()
    assert opened(reading).get("/api/ads").json()["total"] == 1
