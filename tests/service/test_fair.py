import json
import re
from datetime import date

import pytest
from starlette.testclient import TestClient
from tests.service.conftest import AD, number_of, paste, register, tapped, words

from matcher import Matcher
from matcher.explanation.spoken import UNCHECKED, VISITORS
from matcher.records import JobAd, Profile
from matcher.service import Holdings, Origin, Settings
from matcher.service.application import make_app
from matcher.taxonomy import Taxonomy

AD_RECORD = JobAd(id="a", headline="Städare", text=AD)
CANARIES = ("Kanariska titeln", "kanariefri text", "Vaxholm", "kanarieönskan", "SY", "kanariefält", "kanariekunskap")


def test_an_ad_is_marked_and_visitors_fit_by_number(browser):
    number = number_of(register(browser, licence="here"))
    page = paste(browser).text
    assert '<mark class="must">' in page
    assert '<mark class="nice">' in page
    assert f'value="{number}"' in page


def test_a_requirement_can_be_corrected(browser):
    page = paste(browser)
    path = f"{page.url.path}?{page.url.query.decode()}"
    row = re.search(r"körkort: B.*?select name=\"(row\d+)\"", page.text[page.text.index("<details") :], re.S)[1]
    after = browser.post(path, {row: "nice"}).text
    assert after.count('<mark class="nice">') == page.text.count('<mark class="nice">') + 1
    gone = browser.post(path, {row: "none"}).text
    assert gone.count("körkort: B") < after.count("körkort: B")
    rows = [json.loads(line) for line in browser.get("/desk/corrections").splitlines()]
    assert [(r["old"], r["new"]) for r in rows] == [("must", "nice"), ("nice", None)]
    assert all("quote" in r and "field" not in r for r in rows)


def test_the_slip_shows_the_number_to_its_visitor_alone(app, open_browser):
    visitor, other = open_browser(app), open_browser(app)
    slip = register(visitor, "ar")
    number = number_of(slip)
    assert number in slip.text
    assert '<html lang="ar" dir="rtl">' in slip.text
    assert "<svg" in slip.text
    other.get(f"/fair/slip/{number}", status=404)
    other.post(f"/fair/slip/{number}/delete", status=404)
    visitor.post(f"/fair/slip/{number}/delete")
    assert number not in paste(other).text


def test_a_form_without_consent_or_work_is_shown_again(browser):
    assert browser.post("/fair/visitor", {"work": "x"}, status=422)
    html = browser.get("/fair/visitor")
    answer = browser.post("/fair/visitor", {"work": tapped(html, "work")[0]}, status=422)
    assert 'role="alert"' in answer.text


def test_the_call_list_holds_the_chosen_numbers(browser):
    number = number_of(register(browser))
    page = paste(browser)
    answer = browser.post(f"/fair/calls?{page.url.query.decode()}", {"number": [number, "nobody"]})
    assert f'<td class="big">{number}</td>' in answer.text
    assert "nobody" not in answer.text


def test_a_page_that_is_shown_again_ranks_those_who_are_held_once(browser, holdings, monkeypatch):
    asked = []
    whole = type(holdings.state()).people_for
    monkeypatch.setattr(
        type(holdings.state()), "people_for", lambda *a, **o: asked.append(a[1][0].id) or whole(*a, **o)
    )
    page = paste(browser)
    path = f"{page.url.path}?{page.url.query.decode()}"
    again = browser.get(f"{path}&questions=ar")
    assert len(asked) == 1
    assert tapped(again, "number") == tapped(page.text, "number")
    number = number_of(register(browser, licence="here"))
    assert number in tapped(browser.get(path), "number")
    assert len(asked) == 1
    row = re.search(r"name=\"(row\d+)\"", page.text)[1]
    browser.post(path, {row: "none"})
    assert len(asked) == 2


def test_one_button_wipes_everybody(browser):
    number = number_of(register(browser))
    assert "raderade" in browser.post("/fair/room/wipe").text
    assert number not in paste(browser).text
    browser.get(f"/fair/slip/{number}", status=404)


def test_the_button_wipes_call_lists_pasted_ads_and_what_others_at_the_stand_read_in(holdings, open_browser, tmp_path):
    app = make_app(holdings, Settings(stand=True, store=tmp_path))
    laptop, other = open_browser(app), open_browser(app)
    number = number_of(register(other))
    page = paste(laptop)
    query = page.url.query.decode()
    laptop.post(f"/fair/calls?{query}", {"number": number})
    other.upload("/desk", file="Id;Hemkommun;Yrkeserfarenhet\nkanarie-3;Solna;Kock 4 år\n")
    laptop.post("/fair/room/wipe")
    for path in (f"/fair/ad?{query}", f"/fair/calls?{query}"):
        laptop.get(path, status=404)
    other.get("/desk/people/0", status=404)
    other.get(f"/fair/slip/{number}", status=404)
    assert app.app.state.room.calls == {}
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_elsewhere_the_button_leaves_what_others_read_in(holdings, open_browser, tmp_path):
    app = make_app(holdings, Settings(store=tmp_path))
    one, other = open_browser(app), open_browser(app)
    for browser in (one, other):
        browser.upload("/desk", file="Id;Hemkommun;Yrkeserfarenhet\nkanarie-3;Solna;Kock 4 år\n")
    assert len(list(tmp_path.glob("sessions/*.json"))) == 2
    one.post("/fair/room/wipe")
    one.get("/desk/people/0", status=404)
    other.get("/desk/people/0")
    assert len(list(tmp_path.glob("sessions/*.json"))) == 1


def test_a_stands_code_is_needed_once_and_differs_every_time(holdings):
    codes = {make_app(holdings, Settings(stand=True)).access.code for _ in range(20)}
    assert len(codes) == 20
    assert all(len(code) == 8 for code in codes)
    assert make_app(holdings, Settings()).access.code is None


def test_two_laptops_merge_by_file(holdings, open_browser):
    one, two = (open_browser(make_app(holdings, Settings())) for _ in range(2))
    number = number_of(register(one))
    file = one.post("/fair/room/file").content
    for n_new in (1, 0):
        answer = two.post("/fair/room/merge", files={"file": ("visitors.jsonl", file)})
        assert f"Nya besökare: {n_new}." in answer.text
    assert number in paste(two).text
    # A number that is given anew by the second laptop is nobody's of the first, and it leads to its own answers.
    own = number_of(register(two, licence="no"))
    assert own != number
    assert {own, number} <= set(re.findall(r'name="number" value="([^"]+)"', paste(two).text))
    back = one.post("/fair/room/merge", files={"file": ("v", two.post("/fair/room/file").content)})
    assert "Nya besökare: 1." in back.text
    two.post("/fair/room/merge", files={"file": ("x", b"\x89PNG")}, status=400)


def test_an_ad_past_its_last_day_has_nobody():
    held = Holdings.embedded(as_of=date(2030, 1, 1))
    old = AD_RECORD.model_copy(update={"id": "old", "deadline": "2029-01-01"})
    still = AD_RECORD.model_copy(update={"id": "still"})
    first, second = held.state().people_for([old, still], 5, "sv")
    assert (first.id, first.matches, second.id) == ("old", (), "still")
    assert second.matches


def test_visitors_and_people_who_are_held_make_one_list(holdings):
    state = holdings.state()
    people = list(state.people)
    visitors = [person.model_copy(update={"id": f"V-{person.id}"}) for person in people]
    [held] = state.people_for([AD_RECORD], 100, "sv")
    joined = state.joined_by(held, AD_RECORD, visitors, 100, "sv")
    [whole] = Matcher([*people, *visitors], lang="sv").rank([AD_RECORD], 100).lists
    assert joined == whole


@pytest.fixture(scope="module")
def watched():
    """People whose every free word is a canary."""
    row = {
        "id": "K1",
        "languages": [{"lang": "sv", "speaking": ["B1", "B1"], "listening": ["B1", "B1"]}],
        "experience": [{"title": "Kanariska titeln", "country": "SY", "years": 3, "duties": "kanariefri text"},
                       {"title": "Städare", "country": "SY", "years": 3, "duties": "kanariefri text"}],
        "education": [{"level": "tertiary", "field": "kanariefält", "country": "SY"}],
        "skills": [{"label": "kanariekunskap"}], "informal_skills": [{"label": "kanariefri text"}],
        "driving_licences": [{"class": "B", "country": "SY", "valid": "yes"}],
        "home_municipality": "Vaxholm", "wishes": ["kanarieönskan"], "not_wanted": ["kanariefri text"],
    }  # fmt: skip
    person = Profile.model_validate(row)
    return Holdings(Origin(lambda t: (), lambda t: (person,), Taxonomy.starter, lambda: None))


def test_nothing_of_a_person_but_levels_and_classes_reaches_a_recruiter(watched, open_browser):
    browser = open_browser(make_app(watched, Settings()))
    text = "Städare\nDu har examen från högskola, har jobbat som städare i två år och talar svenska. B-körkort krävs."
    page = paste(browser, text)
    assert "K1" in page.text
    assert "(har B1)" in page.text
    assert "(har B)" in page.text
    assert "Talar för: liknande arbete förut" in words(page.text)
    api = browser.client.post("/api/rank/profiles", content=text.encode(), headers={"Content-Type": "text/plain"})
    assert api.json()["results"][0]["matches"][0]["id"] == "K1"
    pair = {"profile": "K1", "ad": {"id": "a", "headline": "Städare", "text": text}, "view": "recruiter"}
    ledger = browser.client.post("/api/explain", json=pair)
    calls = browser.post(f"/fair/calls?{page.url.query.decode()}", {"number": "K1"})
    for answer in (page, api, ledger, calls):
        assert answer.status_code == 200
        body = answer.text.replace("Städare", "")
        assert not [canary for canary in CANARIES if re.search(rf"\b{canary}\b", body)]


@pytest.mark.parametrize("lang", VISITORS)
def test_the_form_comes_in_every_language(browser, lang):
    html = browser.get(f"/fair/visitor?lang={lang}")
    assert f'<html lang="{lang}"' in html
    assert ("has not been checked" in html) == (lang in UNCHECKED)
    assert len(tapped(html, "work")) > 20


def test_a_stand_lets_others_to_the_form_alone_and_with_its_code(holdings, open_browser):
    app = make_app(holdings, Settings(stand=True))
    phone = open_browser(app, "192.168.0.7")
    assert 'type="password"' in phone.get("/fair/visitor")
    code = app.access.code
    csrf = re.search(r'name="csrf" value="([^"]+)"', phone.get("/login"))[1]
    wrong = phone.client.post("/login", data={"csrf": csrf, "secret": "AAAA2222"})
    assert wrong.status_code == 403
    entered = phone.client.post("/login", data={"csrf": csrf, "secret": f"{code[:4].lower()} {code[4:]}"})
    assert "/fair/visitor" in entered.url.path
    for path in ("/fair/room", "/desk", "/fair", "/runs"):
        assert 'type="password"' in phone.get(path)
    assert phone.client.get("/api/ads").status_code == 401
    laptop = open_browser(app)
    assert 'type="password"' not in laptop.get("/fair/room")


def test_a_client_without_an_address_has_no_way_in(holdings):
    app = make_app(holdings, Settings(stand=True))
    client = TestClient(app, base_url="http://127.0.0.1", client=("testclient", 1))
    assert client.get("/api/ads").status_code == 401


def test_what_to_ask_a_visitor_comes_in_the_visitors_language(browser):
    number = number_of(register(browser))
    page = paste(browser)
    asked = browser.get(f"/fair/ad?{page.url.query.decode()}&questions=uk")
    card = asked[asked.index(f'value="{number}"') :]
    assert "Чи маєте ви водійські права категорії B" in card[: card.index("</ul>")]
    assert "inte granskad" in asked


def test_visitors_are_never_written(holdings, open_browser, tmp_path):
    browser = open_browser(make_app(holdings, Settings(store=tmp_path)))
    number = number_of(register(browser, licence="here"))
    browser.upload("/desk", file="Id;Hemkommun;Yrkeserfarenhet\nK1;Solna;Kock 4 år\n")
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    assert not any(number.encode() in data for data in written)


def test_a_visitor_who_asks_for_it_is_deleted_by_number_alone(browser):
    stays, leaves = (number_of(register(browser)) for _ in range(2))
    ad = str(paste(browser).url).partition("ad=")[2]
    browser.post(f"/fair/calls?ad={ad}", {"number": [stays, leaves]})
    page = browser.post("/fair/room/withdraw", {"number": f" {leaves.lower()} "}).text
    assert "Besökaren är raderad" in page
    called = browser.get(f"/fair/calls?ad={ad}")
    assert leaves not in called
    assert stays in called
    assert f'value="{leaves}"' not in browser.get(f"/fair/ad?ad={ad}")
    assert "ingen här har det numret" in browser.post("/fair/room/withdraw", {"number": leaves}, status=404).text


def test_a_form_that_lacks_something_keeps_what_was_tapped(browser):
    html = browser.get("/fair/visitor")
    job = tapped(html, "work")[2]
    page = browser.post("/fair/visitor", {"work": job, "swedish": "b1"}, status=422).text
    checked = re.findall(r'name="(\w+)" value="([^"]+)" checked', page)
    assert checked == [("work", job), ("swedish", "b1")]
    assert " checked" not in html


def test_a_form_that_is_sent_twice_is_one_visitor_and_with_other_answers_another(browser):
    html = browser.get("/fair/visitor")
    [form] = tapped(html, "form")
    first, again = (number_of(register(browser, form=form)) for _ in range(2))
    other, next_one = number_of(register(browser, form=form, years="1")), number_of(register(browser))
    assert first == again
    assert len({first, other, next_one}) == 3
    assert tapped(browser.get("/fair/visitor"), "form") != [form]
    browser.post(f"/fair/slip/{other}/delete")
    assert number_of(register(browser, form=form, years="1")) != other
