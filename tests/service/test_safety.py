import json
import re

import anyio
import pytest
from starlette.testclient import TestClient

from matcher.records import Profile
from matcher.service import Settings, sessions
from matcher.service.application import make_app
from matcher.service.sessions import Sessions

SHEET = "Id;Hemkommun;Yrkeserfarenhet;Körkort\nkanarie-1;Solna;Kanariekock 4 år;B\n"
SCRIPT = "<script>alert(1)</script>"


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


def posts(app):
    """Every page that a form leads to."""
    found = set()
    for route in app.app.routes:
        for inner in getattr(getattr(route, "original_router", None), "routes", [route]):
            if "POST" in getattr(inner, "methods", ()) and not inner.path.startswith("/api"):
                found.add(re.sub(r"\{[^}]+\}", "0", inner.path))
    return sorted(found)


def test_a_form_without_the_sessions_token_is_refused(app, browser):
    paths = posts(app)
    assert len(paths) >= 12
    for path in paths:
        assert browser.client.post(path, data={"text": SHEET}).status_code == 403
        assert browser.client.post(path, data={"csrf": "x" * 32}).status_code == 403


def test_a_form_of_another_site_is_refused(browser):
    token = browser.csrf()
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = browser.client.post("/desk", data={"csrf": token, "text": SHEET}, headers=headers)
        assert answer.status_code == 403
    own = {"Origin": "http://127.0.0.1:8000", "Sec-Fetch-Site": "same-origin"}
    assert browser.client.post("/desk", data={"csrf": token, "text": SHEET}, headers=own).status_code == 200


def test_a_script_in_an_ad_or_a_mapping_stays_text(browser):
    ad = f"{SCRIPT} Kock\n{SCRIPT} Du har körkort B. <img src=x onerror=alert(1)> Svenska krävs."
    pages = [browser.post("/fair/ads", {"text": ad}).text]
    sheet = f'Id;Hemkommun;Yrkeserfarenhet;Önskat yrke\n"{SCRIPT}";Solna;"{SCRIPT} kock 4 år";"{SCRIPT}"\n'
    pages.append(browser.upload("/desk", file=sheet).text)
    pages += [browser.get("/desk/people/0"), browser.get("/desk/people/0/jobs"), browser.get(f"/fair?q={SCRIPT}")]
    pages.append(browser.client.get("/fair/ad", params={"ad": SCRIPT}).text)
    for page in pages:
        assert "<script" not in page
        assert "<img src=x" not in page
        assert "onerror=" not in re.sub(r"&lt;.*?&gt;", "", page)


def test_every_page_carries_a_strict_policy_and_no_script(browser):
    browser.upload("/desk", file=SHEET)
    for path in (
        "/",
        "/desk",
        "/desk/people",
        "/desk/people/0",
        "/desk/people/0/jobs",
        "/fair",
        "/fair/visitor",
        "/runs",
    ):
        answer = browser.client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["cache-control"] == "no-store"
        assert not re.search(r"<script|\son\w+=|style=|(?:src|href)=\"(?:https?:)?//", answer.text)


OUTSIDE = (
    "/static/../__init__.py", "/static/%2e%2e/settings.py", "/static/..%2f..%2f_version.py", "/static//etc/passwd",
    "/static/....//settings.py",
)  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_out_of_the_static_folder(client, path):
    assert client.get(path).status_code == 404


def test_uploads_are_bounded(browser):
    token = browser.csrf()
    big = browser.client.post("/desk", data={"csrf": token}, files={"file": ("a.csv", b"x" * 1_000_001)})
    assert big.status_code == 413
    # A body whose header does not tell its length is counted as it comes.
    parts = browser.client.post("/api/version", content=(b"x" * 100_000 for _ in range(11)))
    assert (parts.status_code, parts.json()["error"]) == (413, "LimitError")
    many = browser.client.post("/desk", data={"csrf": token}, files=[("file", (f"{n}", b"x")) for n in range(20)])
    assert many.status_code == 422
    broken = browser.client.post(
        "/desk", content=b"--x\r\n", headers={"Content-Type": "multipart/form-data; boundary=y"}
    )
    assert broken.status_code < 500


def test_an_upload_belongs_to_one_session(app, open_browser):
    mine, other = open_browser(app), open_browser(app)
    assert "kanarie-1" in mine.upload("/desk", file=SHEET).text
    assert "kanarie-1" not in other.get("/desk/people")
    other.get("/desk/people/0", status=404)
    stranger = open_browser(app)
    stranger.client.cookies.set("matcher_session", "guess." + "0" * 64)
    stranger.get("/desk/people/0", status=404)


def test_an_upload_is_gone_on_delete_and_after_its_time(holdings, open_browser):
    clock = Clock()
    app = make_app(holdings, Settings(), sessions=Sessions(3600.0, clock=clock))
    one, other = open_browser(app), open_browser(app)
    for browser in (one, other):
        browser.upload("/desk", file=SHEET)
    cookie = one.client.cookies["matcher_session"]
    one.post("/forget")
    one.client.cookies.set("matcher_session", cookie)
    one.get("/desk/people/0", status=404)
    other.get("/desk/people/0")
    clock.now += 3601
    other.get("/desk/people/0", status=404)


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_written_without_a_store(holdings, open_browser, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    browser = open_browser(make_app(holdings, Settings()))
    browser.upload("/desk", file=SHEET)
    browser.post("/desk/people/0/export", {"fields": "rank"})
    assert files_of(tmp_path) == {}


def test_a_store_survives_a_restart_and_forgets(holdings, open_browser, tmp_path):
    clock = Clock()
    settings = Settings(store=tmp_path)

    def started():
        return make_app(holdings, settings, sessions=Sessions(3600.0, tmp_path, clock))

    one, other = open_browser(started()), open_browser(started())
    one.upload("/desk", file=SHEET)
    one.post("/desk/people/0", {"own_car.value": "yes"})
    one.post("/desk/people/0/export", {"fields": "rank", "k": "3"})
    assert any(b"kanarie-1" in data for data in files_of(tmp_path).values())
    assert b"kanarie" not in files_of(tmp_path)["exports.jsonl"]
    again = open_browser(started())
    again.client.cookies.update(one.client.cookies)
    assert "kanarie-1" in again.get("/desk/people")
    assert len(again.get("/desk/corrections").splitlines()) == 1
    assert "kanarie-1" not in other.get("/desk/people")
    again.post("/forget")
    assert not any(b"anarie" in data for data in files_of(tmp_path).values())


def test_a_store_is_emptied_after_its_time(holdings, open_browser, tmp_path):
    import os

    browser = open_browser(make_app(holdings, Settings(store=tmp_path)))
    browser.upload("/desk", file=SHEET)
    [kept] = tmp_path.glob("sessions/*.json")
    os.utime(kept, (1, 1))
    Sessions(3600.0, tmp_path)
    assert not kept.exists()


def test_what_a_killed_process_left_is_deleted_in_its_time_too(tmp_path):
    import os

    sessions = Sessions(3600.0, tmp_path)
    old, young = (tmp_path / "sessions" / f"{name * 40}.new" for name in "ab")
    for draft in (old, young):
        draft.write_text("kanarie")
    os.utime(old, (1, 1))
    sessions.purge()
    assert (old.exists(), young.exists()) == (False, True)


def test_many_requests_of_one_browser_may_write_its_session_at_once(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    sessions = Sessions(3600.0, tmp_path)
    session = sessions.fresh()
    session.people = [Profile(id=f"kanarie-{n}") for n in range(50)]
    with ThreadPoolExecutor(8) as many:
        list(many.map(sessions.keep, [session] * 100))
    again = Sessions(3600.0, tmp_path).of_cookie(sessions.cookie(session))
    assert len(again.people) == 50


def test_what_was_forgotten_is_not_written_down_by_a_request_that_was_under_way(tmp_path):
    sessions = Sessions(3600.0, tmp_path)
    session = sessions.fresh()
    session.people = [Profile(id="kanarie")]
    sessions.keep(session)
    assert len(list(tmp_path.glob("sessions/*"))) == 1
    sessions.forget(session)
    sessions.keep(session)
    assert list(tmp_path.glob("sessions/*")) == []


def test_a_damaged_session_file_is_no_session(holdings, open_browser, tmp_path):
    app = make_app(holdings, Settings(store=tmp_path))
    browser = open_browser(app)
    browser.upload("/desk", file=SHEET)
    [kept] = tmp_path.glob("sessions/*.json")
    kept.write_text("{")
    again = open_browser(make_app(holdings, Settings(store=tmp_path)))
    again.client.cookies.update(browser.client.cookies)
    again.get("/desk/people/0", status=404)


def test_pages_ask_for_the_token_too(holdings):
    app = make_app(holdings, Settings(token="desk:s3cret"))
    client = TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 1))
    login = client.get("/desk").text
    token = re.search(r'name="csrf" value="([^"]+)"', login)[1]
    assert client.post("/login", data={"csrf": token, "secret": "wrong"}).status_code == 403
    client.post("/login", data={"csrf": token, "secret": "s3cret"})
    assert "textarea" in client.get("/desk").text


def test_the_log_of_exports_names_the_token(holdings, tmp_path):
    app = make_app(holdings, Settings(token="desk:s3cret", store=tmp_path))
    client = TestClient(app, base_url="http://127.0.0.1", client=("127.0.0.1", 1))
    token = re.search(r'name="csrf" value="([^"]+)"', client.get("/login").text)[1]
    client.post("/login", data={"csrf": token, "secret": "s3cret"})
    client.post("/desk", data={"csrf": token, "text": SHEET})
    client.post("/desk/people/0/export", data={"csrf": token, "fields": ["rank", "tier"]})
    [line] = (tmp_path / "exports.jsonl").read_text().splitlines()
    row = json.loads(line)
    assert (row["token"], row["fields"], set(row)) == ("desk", ["rank", "tier"], {"export", "token", "fields", "count"})


def test_pages_of_other_sites_may_not_ask_the_api(client):
    assert client.get("/api/version", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.get("/api/version", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200
    # Browsers that do not say so tell the origin; programs tell neither.
    for origin in ("https://example.org", "null", "http://127.0.0.1:9"):
        assert client.post("/api/read", content=b"Id\n1\n", headers={"Origin": origin}).status_code == 403


def test_half_a_document_is_not_answered(app):
    messages = iter([{"type": "http.request", "body": b"Vi ", "more_body": True}, {"type": "http.disconnect"}])
    sent = []

    async def receive():
        return next(messages)

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http", "path": "/api/requirements", "method": "POST", "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 1), "query_string": b"",
    }  # fmt: skip
    anyio.run(app, scope, receive, send)
    assert sent == []


def test_sessions_are_bounded(monkeypatch):
    monkeypatch.setattr(sessions, "MOST", 20)
    made = Sessions(3600.0)
    kept = made.fresh()
    kept.slips.append("AB1")
    for _ in range(60):
        made.fresh()
    assert len(made._all) <= 20
    assert made.of_cookie(made.cookie(kept)) is kept


def test_a_session_is_kept_for_its_time_after_the_last_request_and_no_longer():
    now = [1000.0]
    made = Sessions(60.0, clock=lambda: now[0])
    used, unused = made.fresh(), made.fresh()
    now[0] += 60
    assert made.of_cookie(made.cookie(used)) is used
    now[0] += 1
    assert made.of_cookie(made.cookie(unused)) is None
    assert made.of_cookie(made.cookie(used)) is used
