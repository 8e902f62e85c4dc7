"""Every field of a person corrected on its page: what is shown changes nothing, what is changed is what is read."""

import json
from html.parser import HTMLParser

import pytest

from matcher.demo import example_people
from matcher.records.corrections import FIELDS
from matcher.service.facts import EDITABLE

SHEET = "Id;Hemkommun;Yrkeserfarenhet\nK1;Solna;Kock 4 år\n"


class Forms(HTMLParser):
    """What a browser would send of each form of a page."""

    def __init__(self, html):
        super().__init__()
        self.sent, self.form, self.select, self.area = {}, None, None, None
        self.feed(html)

    def add(self, name, value):
        self.sent[self.form].setdefault(name, []).append(value)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "form":
            self.form = a.get("id")
            self.sent[self.form] = {}
        elif tag == "input" and (a.get("type") not in ("checkbox", "radio") or "checked" in a):
            self.add(a["name"], a.get("value", ""))
        elif tag == "select":
            self.select, self.options = a["name"], []
        elif tag == "option" and self.select:
            self.options.append([a.get("value"), "selected" in a, ""])
        elif tag == "textarea":
            self.area, self.text = a["name"], ""

    def handle_data(self, data):
        if self.select and self.options:
            self.options[-1][2] += data
        if self.area:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "select":
            value, _, text = next((o for o in self.options if o[1]), self.options[0])
            self.add(self.select, text.strip() if value is None else value)
            self.select = None
        elif tag == "textarea":
            self.add(self.area, self.text)
            self.area = None


def corrections(browser):
    return [json.loads(line) for line in browser.get("/desk/corrections").splitlines()]


def corrected(browser, field, **answers):
    """Correct one field, and give the new value that is written down."""
    browser.upload("/desk", file=SHEET)
    browser.post("/desk/people/0", {"field": field, **answers})
    last = corrections(browser)[-1]
    assert (last["target"], last["field"], last["by"]) == ("K1", field, "person")
    return last["new"]


def test_all_that_a_correction_can_be_about_can_be_corrected():
    assert set(EDITABLE) == set(FIELDS)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_saving_what_is_shown_changes_nothing(browser, lang):
    browser.get(f"/language?to_={lang}")
    browser.upload("/desk", data={"held": "yes"})
    for place in range(len(example_people())):
        forms = Forms(browser.get(f"/desk/people/{place}")).sent
        assert set(EDITABLE) <= set(forms)
        for field in EDITABLE:
            browser.client.post(f"/desk/people/{place}", data=forms[field], follow_redirects=False)
    assert corrections(browser) == []


def test_education(browser):
    new = corrected(
        browser, "education", level=["tertiary", "", ""], direction=["ekonomi", "", ""], country=["Syrien", "", ""],
        years=["3,5", "", ""], validated=["applied", "", "yes"],
    )  # fmt: skip
    assert new[0] == {"level": "tertiary", "field": "ekonomi", "country": "SY", "years": 3.5, "validated": "applied"}
    page = browser.get("/desk/people/0")
    assert 'value="ekonomi"' in page
    assert "Utbildning <em>(rättat)</em>" in page


def test_skills_are_linked_anew(browser):
    new = corrected(browser, "skills", value="kassavana\nlivsmedelshygien\nkassavana")
    assert [row["label"] for row in new] == ["kassavana", "livsmedelshygien"]
    assert {row["source"] for row in new} == {"stated"}


def test_a_licence_to_practise(browser):
    new = corrected(browser, "licensed_profession", profession="sjuksköterska", status="applied")
    assert new == {"profession": "sjuksköterska", "status": "applied"}
    browser.post("/desk/people/0", {"field": "licensed_profession", "profession": "", "status": "applied"})
    assert corrections(browser)[-1]["new"] is None


def test_certificates_in_the_words_of_people(browser):
    assert corrected(browser, "certificates", value="Truckkort\nheta arbeten\nhlr") == ["truck", "heta_arbeten", "hlr"]


def test_when_somebody_can_work(browser):
    new = corrected(browser, "availability", **{"value": "part", "from": "nu", "not": ["night", "shift", "never"]})
    assert new == {"from": "now", "hours": "part", "not": ["night", "shift"]}


def test_a_correction_decides_a_verdict(browser):
    sheet = "Id;Hemkommun;Yrkeserfarenhet\nK1;Solna;sjuksköterska 4 år\n"
    browser.upload("/desk", file=sheet)
    ledger = "/desk/people/0/ledger?ad=A16"
    before = browser.get(ledger)
    browser.post(
        "/desk/people/0", {"field": "licensed_profession", "profession": "sjuksköterska", "status": "licensed"}
    )
    after = browser.get(ledger)
    assert after.count("verdict met") == before.count("verdict met") + 1
    assert "Rättat: Legitimation" in after


@pytest.mark.parametrize(
    "answers",
    [
        {"field": "education", "level": "tertiary", "country": "Ingenmansland"},
        {"field": "education", "level": "tertiary", "years": "90"},
        {"field": "education", "level": "tertiary", "years": "x"},
        {"field": "licensed_profession", "profession": "sjuksköterska", "status": "perhaps"},
        {"field": "availability", "from": "soon"},
    ],
)
def test_what_a_field_cannot_hold_is_refused(browser, answers):
    browser.upload("/desk", file=SHEET)
    browser.post("/desk/people/0", answers, status=422)
    assert corrections(browser) == []
