"""Every field of a person corrected on its page: what is shown changes nothing, what is changed is what is read."""

import json
import re
from html.parser import HTMLParser

import pytest

from matcher.demo import example_ads, example_people
from matcher.readers.corrected import Corrections
from matcher.records.corrections import FIELDS, Correction
from matcher.requirements import with_requirements
from matcher.service import Holdings, Settings
from matcher.service.application import make_app

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
            self.form = a.get("action")
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
    browser.post("/desk/people/0", {f"{field}.{name}": values for name, values in answers.items()})
    last = corrections(browser)[-1]
    assert (last["target"], last["field"], last["by"]) == ("K1", field, "person")
    return last["new"]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_saving_what_is_shown_changes_nothing(browser, lang):
    browser.get(f"/language?to_={lang}")
    browser.upload("/desk", data={"held": "yes"})
    for place in range(len(example_people())):
        sent = Forms(browser.get(f"/desk/people/{place}")).sent[f"/desk/people/{place}"]
        assert set(FIELDS) <= {name.partition(".")[0] for name in sent}
        browser.client.post(f"/desk/people/{place}", data=sent, follow_redirects=False)
    assert corrections(browser) == []


ODD = (
    "Id;Yrkeserfarenhet;Svenska;Språk;Önskemål;Kompetenser;Utbildning;Tider\n"
    "K1;Kock 1 månad, bagare 4 månader, diskare 7 månader;A2 muntligt, B1 läser;arabiska modersmål;"
    f"{'långt bort ' * 40};"
    f"{', '.join(f'förmåga {n}' for n in range(90))};gymnasium 2,25 år;ej skift, ej tidiga morgnar, ej jour\n"
)


def test_what_a_page_does_not_show_whole_stays_whole(browser):
    browser.upload("/desk", file=ODD)
    sent = Forms(browser.get("/desk/people/0")).sent["/desk/people/0"]
    assert len(sent["skills.value"][0].split("\n")) > 60
    browser.client.post("/desk/people/0", data=sent, follow_redirects=False)
    assert corrections(browser) == []


def test_one_press_saves_all_that_was_changed_and_one_fault_saves_nothing(browser):
    browser.upload("/desk", file=SHEET)
    both = {"own_car.value": "yes", "experience.title": "Bagare", "experience.years": "2", "pressed": "experience"}
    browser.post("/desk/people/0", {**both, "languages.lang": "xyzzyiska", "languages.level": "B1"}, status=422)
    assert corrections(browser) == []
    csrf = browser.csrf()
    answer = browser.client.post("/desk/people/0", data={"csrf": csrf, **both}, follow_redirects=False)
    assert answer.headers["location"] == "/desk/people/0#experience"
    assert [row["field"] for row in corrections(browser)] == ["experience", "own_car"]


def test_more_than_anybody_types_is_refused_and_not_cut(browser):
    browser.upload("/desk", file=SHEET)
    for value in ("x" * 3_000, "\n".join(f"mål {n}" for n in range(500))):
        browser.post("/desk/people/0", {"wishes.value": value}, status=422)
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


@pytest.mark.parametrize("field", ["skills", "informal_skills"])
def test_skills_are_linked_anew(browser, field):
    new = corrected(browser, field, value="kassavana\nlivsmedelshygien\nkassavana")
    assert [row["label"] for row in new] == ["kassavana", "livsmedelshygien"]
    assert {row["source"] for row in new} == {"stated"}


def test_a_licence_to_practise(browser):
    new = corrected(browser, "licensed_profession", profession="sjuksköterska", status="applied")
    assert new == {"profession": "sjuksköterska", "status": "applied"}
    browser.post("/desk/people/0", {"licensed_profession.profession": "", "licensed_profession.status": "applied"})
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
        "/desk/people/0", {"licensed_profession.profession": "sjuksköterska", "licensed_profession.status": "licensed"}
    )
    after = browser.get(ledger)
    assert after.count("verdict met") == before.count("verdict met") + 1
    assert "Rättat: Legitimation" in after


@pytest.mark.parametrize(
    "answers",
    [
        {"education.level": "tertiary", "education.country": "Ingenmansland"},
        {"education.level": "tertiary", "education.years": "90"},
        {"education.level": "tertiary", "education.years": "x"},
        {"licensed_profession.profession": "sjuksköterska", "licensed_profession.status": "perhaps"},
        {"availability.from": "soon"},
        {"certificates.value": "hlr\ninget truckkort"},
    ],
)
def test_what_a_field_cannot_hold_is_refused(browser, answers):
    browser.upload("/desk", file=SHEET)
    browser.post("/desk/people/0", answers, status=422)
    assert corrections(browser) == []


@pytest.fixture
def fixed():
    """A service that was started with corrections of somebody it holds, of somebody it does not, and of an ad."""
    ad = next(ad for ad in map(with_requirements, example_ads()) if any(row.quote for row in ad.requirements))
    row = next(row for row in ad.requirements if row.quote)
    person = example_people()[0]
    made = [
        Correction(person.id, "max_travel_minutes", None, person.max_travel_minutes, 17),
        Correction("K1", "own_car", None, None, True),
        Correction(ad.id, None, row.quote, row.necessity, "not_required"),
    ]
    return Holdings.embedded(Corrections(made)), ad, row


def test_corrections_that_the_service_began_with_win_and_are_told(fixed, open_browser):
    holdings, ad, row = fixed
    assert holdings.state().people[0].max_travel_minutes == 17
    held = holdings.state().ad(ad.id)
    assert {r.necessity for r in held.requirements if r.quote == row.quote} == {"not_required"}
    browser = open_browser(make_app(holdings, Settings()))
    browser.upload("/desk", data={"held": "yes"})
    assert "<em>(rättat)</em>" in browser.get("/desk/people/0")
    ledger = browser.get(f"/desk/people/0/ledger?ad={ad.id}")
    assert "Rättat: Längsta restid" in ledger
    assert "krävs ej (rättat av en person)" in ledger
    dossier = browser.get(f"/desk/people/0/dossier?ad={ad.id}")
    assert "rättat" in dossier.casefold()
    assert "<em>(rättat)</em>" not in browser.get("/desk/people/1")


def test_they_win_over_what_is_read_in_later(fixed, open_browser):
    browser = open_browser(make_app(fixed[0], Settings()))
    report = browser.upload("/desk", file=SHEET).text
    assert "av en person" in report
    assert "(own_car, K1)" in report
    assert "Egen bil <em>(rättat)</em>" in browser.get("/desk/people/0")
    answer = browser.client.post("/api/rank/ads", content=SHEET.encode(), headers={"Content-Type": "text/csv"}).json()
    assert [note for note in answer["notes"] if "own_car" in note]
    read = browser.client.post("/api/read", content=SHEET.encode(), headers={"Content-Type": "text/csv"}).json()
    assert read["records"][0]["own_car"] is True
    assert [note for note in read["notes"] if "own_car" in note]


def test_a_pair_is_explained_by_what_a_ranking_goes_by(fixed, open_browser):
    client = open_browser(make_app(fixed[0], Settings())).client
    pair = {"profile": {"id": "K1"}, "ad": {"id": "x", "headline": "Bud", "text": "Krav: tillgång till egen bil."}}
    ledger = client.post("/api/explain", json=pair).json()
    assert [row["verdict"] for row in ledger["verdicts"] if row["kind"] == "own_car"] == ["met"]
    assert ledger["corrected"] == ["own_car"]


def test_pages_and_answers_begin_in_the_services_language(holdings, open_browser):
    app = make_app(holdings, Settings(lang="en"))
    page = open_browser(app).client.get("/", headers={"Accept-Language": "sv"})
    assert '<html lang="en"' in page.text
    sheet = "Id;Hemkommun;Yrkeserfarenhet\nK1;Solna;städare 2 år\n".encode()
    for options, word in (({}, "you"), ({"lang": "sv"}, "du")):
        answer = open_browser(app).client.post(
            "/api/questions", params=options, content=sheet, headers={"Content-Type": "text/csv"}
        )
        assert word in answer.json()["results"][0]["question"]["text"].split()


def test_a_form_shown_before_other_people_were_read_changes_nobody(browser):
    row = "Id;Yrkeserfarenhet\n{}\n"
    browser.post("/desk", {"text": row.format("K1;Kock 4 år")})
    shown = re.search(r'name="reading" value="(\d+)"', browser.get("/desk/people/0"))[1]
    browser.post("/desk", {"text": row.format("K1;Bagare 2 år")})
    answer = browser.post("/desk/people/0", {"own_car.value": "yes", "reading": shown}, status=404)
    assert "inget ändrades" in answer.text
    assert "(rättat)" not in browser.get("/desk/people/0")
    now = re.search(r'name="reading" value="(\d+)"', browser.get("/desk/people/0"))[1]
    assert "(rättat)" in browser.post("/desk/people/0", {"own_car.value": "yes", "reading": now}).text


def test_years_are_shown_as_the_pages_language_writes_them_and_taken_back(browser):
    browser.upload("/desk", file="Id;Yrkeserfarenhet\nK1;Diskare 6 månader\n")
    page = browser.get("/desk/people/0")
    assert 'value="0,5"' in page
    title = re.search(r'name="experience.title" list="occupations" value="(\w+)"', page)[1]
    reading = re.search(r'name="reading" value="(\d+)"', page)[1]
    changed = {"reading": reading, "experience.title": [title, ""], "experience.years": ["1,5", ""]}
    assert 'value="1,5"' in browser.post("/desk/people/0", changed).text
    assert 'value="1.5"' in browser.get("/language?to_=en&back=/desk/people/0")
