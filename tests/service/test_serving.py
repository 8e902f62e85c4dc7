"""``matcher serve`` as a process of its own."""

import json
import re
import signal
import socket
import threading
import urllib.error
import urllib.request

from tests.service.processes import ends_its_reader, needs_proc

from matcher.cli.app import run
from matcher.records import JobAd, Profile
from matcher.service import Holdings, Origin
from matcher.service.holdings import State
from matcher.taxonomy import Taxonomy

PROXIED = {"Host": "127.0.0.1:8000", "X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}
PERSON = b'{"id": "P1", "type": "profile", "experience": [{"title": "Kock", "years": 4}]}'


def ads_file(path, n, headline="Kock"):
    path.write_text("".join(json.dumps({"id": f"a{i}", "headline": headline, "text": "x"}) + "\n" for i in range(n)))
    return str(path)


def test_it_serves_examples_logs_no_request_and_ends_cleanly(serve):
    server = serve()
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", server.base)
    assert server.get("/")[0] == 200
    status, body = server.get("/api/rank/ads?k=3", PERSON, **{"Content-Type": "application/json"})
    assert status == 200
    assert len(json.loads(body)["results"][0]["matches"]) == 3
    code, out, err = server.stop()
    assert code in (0, -signal.SIGTERM)
    assert out == ""
    assert "P1" not in err
    assert "Traceback" not in err


def test_a_new_version_of_an_index_is_served_and_no_request_is_dropped(serve, tmp_path):
    index = str(tmp_path / "index")
    assert run(["index", "build", "--ads", ads_file(tmp_path / "one.jsonl", 3), "--out", index]) == 0
    server = serve("--ads", index)
    seen, stop = [], threading.Event()

    def ask():
        while not stop.is_set():
            status, body = server.get("/api/ads?k=1")
            seen.append((status, json.loads(body).get("total")))

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        assert run(["index", "update", "--ads", ads_file(tmp_path / "two.jsonl", 5), index]) == 0
        for _ in range(2000):
            if seen and seen[-1][1] == 5:
                break
            stop.wait(0.02)
    finally:
        stop.set()
        asking.join()
    assert {status for status, _ in seen} == {200}
    assert [total for _, total in seen] == sorted(total for _, total in seen)
    assert seen[-1][1] == 5


@needs_proc
def test_uploads_die_with_the_process_and_with_the_one_that_read_them(serve, tmp_path):
    from http.cookiejar import CookieJar
    from urllib.parse import urlencode

    server = serve(cwd=tmp_path)
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with opener.open(server.base + "/desk") as answer:
        token = re.search(r'name="csrf" value="([^"]+)"', answer.read().decode())[1]
    sheet = "Id;Hemkommun;Yrkeserfarenhet\nkanarie-9;Solna;Kock 4 år\n"
    with opener.open(server.base + "/desk", urlencode({"csrf": token, "text": sheet}).encode()) as answer:
        assert "kanarie-9" in answer.read().decode()
    assert ends_its_reader(server, signal.SIGKILL)
    server.process.communicate()
    assert not list(tmp_path.rglob("*"))


def test_behind_a_proxy_the_senders_address_counts_and_cookies_are_for_tls(serve):
    server = serve("--token", "desk:s3cret")
    assert server.get("/api/version", **PROXIED)[0] == 401
    assert server.get("/api/version", **PROXIED, Authorization="Bearer s3cret")[0] == 200
    with urllib.request.urlopen(urllib.request.Request(f"{server.base}/login", headers=PROXIED)) as answer:
        assert "; Secure" in answer.headers["set-cookie"]
    with urllib.request.urlopen(f"{server.base}/login") as answer:
        plain = answer.headers["set-cookie"]
        assert "; Secure" not in plain
        assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(plain.split("; "))


def test_another_address_needs_a_token(capfd):
    assert run(["serve", "--host", "0.0.0.0", "--port", "0"]) == 2
    assert "--token" in capfd.readouterr().err


def test_a_port_that_is_taken_is_said(capfd):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert run(["serve", "--port", str(taken.getsockname()[1])]) == 2
    assert "free" in capfd.readouterr().err


def test_a_token_can_be_read_from_a_file(serve, tmp_path, capfd):
    (tmp_path / "token").write_text("desk:s3cret\n")
    server = serve("--token", f"@{tmp_path / 'token'}")
    assert server.get("/api/version")[0] == 401
    assert server.get("/api/version", Authorization="Bearer s3cret")[0] == 200
    assert run(["serve", "--token", "@nowhere"]) == 2
    assert "nowhere" in capfd.readouterr().err


def test_a_stand_prints_its_code_and_asks_for_it_behind_a_proxy(serve):
    server = serve("--stand")
    assert re.fullmatch(r"stand: http://\S+/fair/visitor code \w{4} \w{4}\n", server.process.stdout.readline())
    assert b'type="password"' in server.get("/fair/room", **PROXIED)[1]


def test_a_source_that_breaks_leaves_what_is_held():
    from matcher import ReadError

    stamps, n_read = iter([0, 1, 1]), []

    def ads(taxonomy):
        n_read.append(1)
        if len(n_read) > 1:
            raise ReadError("index", "an index")
        return [JobAd(id="a", headline="Kock")]

    holdings = Holdings(Origin(ads, lambda t: (Profile(id="p"),), Taxonomy.starter, lambda: next(stamps)))
    first = holdings.state()
    holdings._looked = -10.0
    assert holdings.state() is first
    with holdings._lock:
        assert len(n_read) == 2
    assert holdings.state() is first


def test_people_are_not_prepared_again_when_ads_are_published(tmp_path):
    from matcher.ranking import open_index

    ads, people = tmp_path / "ads", tmp_path / "people"
    (tmp_path / "people.jsonl").write_bytes(PERSON + b"\n")
    assert run(["index", "build", "--ads", ads_file(tmp_path / "one.jsonl", 3), "--out", str(ads)]) == 0
    assert run(["index", "build", "--profiles", str(tmp_path / "people.jsonl"), "--out", str(people)]) == 0
    words = Taxonomy.starter()
    first = State(open_index(ads), open_index(people), words)
    assert run(["index", "update", "--ads", ads_file(tmp_path / "two.jsonl", 5), str(ads)]) == 0
    second = State(open_index(ads), open_index(people), words, before=first)
    assert second._over_people is first._over_people
    assert second._over_ads is not first._over_ads
    assert len(second.ads_for([Profile(id="p")], 9, "sv")[0].matches) == 5


def test_an_empty_state_answers_with_empty_lists():
    state = State((), (), Taxonomy.starter())
    person, ad = Profile(id="p"), JobAd(id="a", headline="Kock")
    assert [ranked.matches for ranked in state.ads_for([person], 3, "sv")] == [()]
    assert [ranked.matches for ranked in state.people_for([ad], 3, "sv")] == [()]
    assert state.explained(person, ad, "sv").ad_id == "a"


def test_another_rankers_points_count(serve, tmp_path):
    points = tmp_path / "points.tsv"
    points.write_text("profile\tad\tpoints\nP1\tA20\t5000\n")
    server = serve("--component", f"other={points}")
    _, body = server.get("/api/rank/ads?k=1&include_blocked=true", PERSON, **{"Content-Type": "application/json"})
    [match] = json.loads(body)["results"][0]["matches"]
    assert (match["id"], match["contributions"]["other"]) == ("A20", 5000)
