from __future__ import annotations

import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from matcher.download import download
from matcher.errors import ReadError
from matcher.readers import read_ads
from matcher.readers.jobstream import LAST, fetch_ads


def ad(ad_id, region="01", municipality="0184", **more):
    address = {"region_code": region, "municipality_code": municipality, "region": "Stockholms län"}
    return {
        "id": ad_id,
        "headline": f"Kock {ad_id}",
        "description": {"text": "Vi söker en kock."},
        "employer": {"name": "Köket", "email": "kanariefagel@example.invalid", "phone_number": "070"},
        "application_contacts": [{"name": "Kim Kanariefågel"}],
        "workplace_address": address,
        **more,
    }


SNAPSHOT = [ad("1"), ad("2", "12", "1280"), ad("3")]
CHANGES = [{"id": "1", "removed": True, "region": "x"}, ad("4"), ad("3", headline="Kock, ny text")]


class Server(ThreadingHTTPServer):
    """Answers as JobStream does, and misbehaves as told."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.troubles = []
        self.requests = []
        self.packed = False
        self.tag = '"v1"'
        self.bodies = {"/v2/snapshot": json.dumps(SNAPSHOT).encode(), "/v2/stream": json.dumps(CHANGES).encode()}

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server_port}/v2"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *args):
        pass

    def do_GET(self):
        parts = urlsplit(self.path)
        self.server.requests.append((parts.path, parse_qs(parts.query), self.headers.get("Range")))
        trouble = self.server.troubles.pop(0) if self.server.troubles else None
        if isinstance(trouble, int):
            self.send_response(trouble)
            self.send_header("Retry-After", "7")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = self.server.bodies[parts.path]
        body = gzip.compress(body, mtime=0) if self.server.packed else body
        first = 0
        asked = self.headers.get("Range")
        if asked and self.headers.get("If-Range") == self.server.tag:
            first = int(asked.removeprefix("bytes=").removesuffix("-"))
        self.send_response(206 if first else 200)
        self.send_header("Content-Length", str(len(body) - first))
        if self.server.tag:
            self.send_header("ETag", self.server.tag)
        self.end_headers()
        rest = body[first:]
        self.wfile.write(rest[: len(rest) // 2] if trouble == "cut" else rest)
        if trouble == "cut":
            self.close_connection = True


@pytest.fixture
def server():
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield running
        running.shutdown()


def never(seconds):
    raise AssertionError("no wait was needed")


@pytest.mark.parametrize("packed", [False, True])
def test_a_snapshot_then_changes_then_reading(server, tmp_path, packed):
    server.packed = packed
    first = fetch_ads(tmp_path, base=server.base, wait=never)
    assert (first.n_ads, first.n_removed) == (3, 0)
    assert [a.id for a in read_ads(tmp_path)] == ["1", "2", "3"]
    second = fetch_ads(tmp_path, since=LAST, base=server.base, wait=never)
    assert (second.n_ads, second.n_removed) == (2, 1)
    assert server.requests[-1][1] == {"updated-after": [first.since]}
    ads = read_ads(tmp_path)
    assert [(a.id, a.headline) for a in ads] == [("2", "Kock 2"), ("3", "Kock, ny text"), ("4", "Kock 4")]
    assert ads.removed == {"1"}


def test_a_new_snapshot_takes_the_place_of_all(server, tmp_path):
    fetch_ads(tmp_path, since="2026-11-25T10:00:00.5+01:00", base=server.base)
    assert server.requests[0][1] == {"updated-after": ["2026-11-25T10:00:00"]}
    fetch_ads(tmp_path, base=server.base)
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == ["ads-0-snapshot.jsonl"]


@pytest.mark.parametrize(
    ("regions", "ids"),
    [
        (["01"], ["1", "3"]),
        (["1280"], ["2"]),
        (["Stockholms län"], ["1", "2", "3"]),
        (["12", "0184"], ["1", "2", "3"]),
        (["25"], []),
    ],
)
def test_regions_by_code_or_name(server, tmp_path, regions, ids):
    fetch_ads(tmp_path, regions, base=server.base)
    assert [
        json.loads(line)["id"] for line in (tmp_path / "ads-0-snapshot.jsonl").read_text("utf-8").splitlines()
    ] == ids


def test_contact_details_are_not_stored(server, tmp_path):
    fetch_ads(tmp_path, base=server.base)
    stored = "".join(path.read_text("utf-8") for path in tmp_path.iterdir())
    assert "anariefågel" not in stored
    assert "kanariefagel@" not in stored


def test_a_broken_connection_is_continued(server, tmp_path):
    server.troubles = ["cut", "cut"]
    waits = []
    fetched = fetch_ads(tmp_path, base=server.base, wait=waits.append)
    assert fetched.n_ads == 3
    assert waits == [1.0, 2.0]
    assert [bool(asked) for _, _, asked in server.requests] == [False, True, True]


def test_without_a_tag_it_begins_again(server, tmp_path):
    server.tag = ""
    server.troubles = ["cut"]
    assert fetch_ads(tmp_path, base=server.base, wait=lambda s: None).n_ads == 3
    assert [asked for _, _, asked in server.requests] == [None, None]


def test_the_next_call_continues_what_the_last_one_began(server, tmp_path):
    server.troubles = ["cut"]
    with pytest.raises(ReadError, match="broke off"):
        fetch_ads(tmp_path, base=server.base, attempts=1)
    assert read_ads_or_none(tmp_path) is None
    assert fetch_ads(tmp_path, base=server.base, attempts=1).n_ads == 3
    assert server.requests[-1][2] is not None


def test_content_that_changed_meanwhile_is_fetched_anew(server, tmp_path):
    server.troubles = ["cut"]
    with pytest.raises(ReadError):
        fetch_ads(tmp_path, base=server.base, attempts=1)
    server.tag = '"v2"'
    server.bodies["/v2/snapshot"] = json.dumps([ad("9")]).encode()
    assert fetch_ads(tmp_path, base=server.base, attempts=1).n_ads == 1


def test_a_busy_server_is_asked_again_when_it_says(server, tmp_path):
    server.troubles = [429, 503]
    waits = []
    assert fetch_ads(tmp_path, base=server.base, wait=waits.append).n_ads == 3
    assert waits == [7.0, 7.0]


def test_a_refusal_is_final(server, tmp_path):
    server.troubles = [403]
    with pytest.raises(ReadError, match="the server says 403"):
        fetch_ads(tmp_path, base=server.base, wait=never)


def test_the_old_address_is_known_too(server, tmp_path):
    server.troubles = [404]
    server.bodies["/stream"] = server.bodies["/v2/stream"]
    assert fetch_ads(tmp_path, since="2026-11-25", base=server.base, wait=never).n_ads == 2
    assert server.requests[-1][:2] == ("/stream", {"date": ["2026-11-25T00:00:00"]})


def test_no_network_is_said(tmp_path):
    with Server() as gone:
        base = gone.base
    with pytest.raises(ReadError, match="no network"):
        fetch_ads(tmp_path, base=base, attempts=2, wait=lambda s: None)


@pytest.mark.parametrize(
    "body", [b"[{", b"oops", b'{"message": "down"}', b'[{"id": 1}, 7]', b"\xff\xfe\xff", b"\x1f\x8b\x08\x00cut"]
)
def test_an_answer_that_is_no_list_of_ads_is_refused(server, tmp_path, body):
    fetch_ads(tmp_path, base=server.base)
    before = (tmp_path / "ads-0-snapshot.jsonl").read_bytes()
    server.bodies["/v2/snapshot"] = body
    with pytest.raises(ReadError):
        fetch_ads(tmp_path, base=server.base)
    assert (tmp_path / "ads-0-snapshot.jsonl").read_bytes() == before
    assert not [path.name for path in tmp_path.iterdir() if "part" in path.name or "answer" in path.name]


def test_times_that_are_none_are_refused(tmp_path):
    with pytest.raises(ValueError, match="isoformat"):
        fetch_ads(tmp_path, since="yesterday")
    with pytest.raises(ReadError, match="before"):
        fetch_ads(tmp_path, since=LAST)
    with pytest.raises(ValueError, match="http"):
        download("file:///etc/hostname", tmp_path / "x")


def test_progress_is_told(server, tmp_path):
    seen = []
    fetch_ads(tmp_path, base=server.base, progress=seen.append)
    assert seen[-1] == len(server.bodies["/v2/snapshot"])


def read_ads_or_none(folder):
    try:
        return read_ads(folder)
    except ReadError:
        return None
