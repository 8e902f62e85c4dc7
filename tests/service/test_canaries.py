"""Canaries in every free word of people: none of them is in a log, an error, a file or what a recruiter gets."""

import json
import os
import re
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

CANARY = "kanarie"
PERSON = {
    "id": "K1", "type": "profile",
    "experience": [{"title": "Städare kanarietitel", "country": "SY", "years": 3, "duties": "kanariesyssla"}],
    "education": [{"level": "tertiary", "field": "kanariefält", "country": "SY"}],
    "skills": [{"label": "kanariekunskap"}], "informal_skills": [{"label": "kanariekonst"}],
    "home_municipality": "Vaxholm", "wishes": ["kanarieönskan"], "not_wanted": ["kanarieolust"],
}  # fmt: skip
AD = "Städare till kontor\nDu har jobbat som städare i två år, har examen och talar svenska. B-körkort krävs."


class Visit:
    """A browser at a process, which remembers every page that it got."""

    def __init__(self, base):
        self.base, self.pages = base, []
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.csrf = re.search(r'name="csrf" value="([^"]+)"', self.get("/"))[1]

    def get(self, path, data=None, kind=None):
        headers = {"Content-Type": kind} if kind else {}
        try:
            with self.opener.open(Request(self.base + path, data, headers), timeout=60) as answer:
                self.url, page = answer.url, answer.read().decode()
        except HTTPError as error:
            with error:
                page = error.read().decode()
        self.pages.append(page)
        return page

    def post(self, path, **data):
        return self.get(path, urlencode({"csrf": self.csrf, **data}, doseq=True).encode())


def a_fair(visit):
    """All that a recruiter sees and fetches."""
    visit.post("/fair/ads", text=AD)
    ad = visit.url.partition("?")[2]
    for questions in ("sv", "en", "ar", "uk", "so", "ti", "fa"):
        visit.get(f"/fair/ad?{ad}&questions={questions}")
    visit.post(f"/fair/calls?{ad}", number=["K1"])
    visit.get("/api/rank/profiles?include_blocked=true", AD.encode(), "text/plain")
    pair = {"profile": "K1", "ad": {"id": "a", "headline": "Städare", "text": AD}, "view": "recruiter"}
    visit.get("/api/explain", json.dumps(pair).encode(), "application/json")
    visit.get("/fair/room")
    visit.post("/fair/room/file")


def faults(visit):
    """Requests with canaries that are refused."""
    broken = json.dumps({**PERSON, "max_travel_minutes": CANARY}).encode()
    for path in ("/api/rank/ads", "/api/read", "/api/explain", "/api/questions"):
        visit.get(path, broken, "application/json")
        visit.get(path, broken[:-9], "application/json")
        visit.get(f"{path}?reader={CANARY}&k={CANARY}", broken, "text/plain")
    visit.get(f"/api/ads/{CANARY}")
    visit.post("/login", secret=CANARY)
    visit.post("/fair/room/merge", text=broken.decode())
    visit.get("/desk", urlencode({"csrf": "wrong", "text": CANARY}).encode())


def test_no_canary_of_a_person_leaves(serve, tmp_path):
    people, here, temporary = tmp_path / "people.jsonl", tmp_path / "here", tmp_path / "temporary"
    people.write_text(json.dumps(PERSON), encoding="utf-8")
    here.mkdir()
    temporary.mkdir()
    server = serve("--profiles", people, cwd=here, env={**os.environ, "TMPDIR": str(temporary)})
    visit = Visit(server.base)
    a_fair(visit)
    assert sum("K1" in page for page in visit.pages) >= 9
    faults(visit)
    assert [page for page in visit.pages if CANARY in page.casefold() or "Vaxholm" in page] == []
    # A caseworker sees them; nothing of that is in a log or a file either.
    visit.post("/desk", text=json.dumps(PERSON))
    assert CANARY in visit.get("/desk/people/0").casefold()
    visit.post("/desk/people/0/export", fields=["profile", "rank"])
    visit.get("/desk/corrections")
    _, out, err = server.stop()
    assert CANARY not in (out + err).casefold()
    assert err.count('"export"') == 3
    assert [path for folder in (here, temporary) for path in folder.rglob("*") if path.is_file()] == []
