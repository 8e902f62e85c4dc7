from __future__ import annotations

import json

import pytest

from matcher.errors import ReadError
from matcher.readers import read_ads
from matcher.readers.ads.jobstream import LAST, fetch_ads


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


class JobStream:
    """Answers as JobStream does."""

    def __init__(self):
        self.bodies = {"/v2/snapshot": json.dumps(SNAPSHOT).encode(), "/v2/stream": json.dumps(CHANGES).encode()}

    def __call__(self, request):
        return self.bodies[request.path]


@pytest.fixture
def server(serve):
    running = serve(JobStream())
    running.tag = '"v1"'
    return running


@pytest.fixture
def base(server):
    return f"{server.base}/v2"


@pytest.mark.parametrize("packed", [False, True])
def test_a_snapshot_then_changes_then_reading(server, base, never, tmp_path, packed):
    server.packed = packed
    first = fetch_ads(tmp_path, base=base, wait=never)
    assert (first.n_ads, first.n_removed) == (3, 0)
    assert [a.id for a in read_ads(tmp_path)] == ["1", "2", "3"]
    second = fetch_ads(tmp_path, since=LAST, base=base, wait=never)
    assert (second.n_ads, second.n_removed) == (2, 1)
    assert server.requests[-1].query == {"updated-after": first.since}
    ads = read_ads(tmp_path)
    assert [(a.id, a.headline) for a in ads] == [("2", "Kock 2"), ("3", "Kock, ny text"), ("4", "Kock 4")]
    assert ads.removed == {"1"}


def test_a_new_snapshot_takes_the_place_of_all(server, base, tmp_path):
    fetch_ads(tmp_path, since="2026-11-25T10:00:00.5+01:00", base=base)
    assert server.requests[0].query == {"updated-after": "2026-11-25T09:00:00"}
    fetch_ads(tmp_path, base=base)
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
def test_regions_by_code_or_name(base, tmp_path, regions, ids):
    fetch_ads(tmp_path, regions, base=base)
    assert [
        json.loads(line)["id"] for line in (tmp_path / "ads-0-snapshot.jsonl").read_text("utf-8").splitlines()
    ] == ids


def test_contact_details_are_not_stored(base, tmp_path):
    fetch_ads(tmp_path, base=base)
    stored = "".join(path.read_text("utf-8") for path in tmp_path.iterdir())
    assert "anariefågel" not in stored
    assert "kanariefagel@" not in stored


def test_the_next_call_continues_what_the_last_one_began(server, base, tmp_path):
    server.troubles = ["cut"]
    with pytest.raises(ReadError, match="broke off"):
        fetch_ads(tmp_path, base=base, attempts=1)
    assert read_ads_or_none(tmp_path) is None
    assert fetch_ads(tmp_path, base=base, attempts=1).n_ads == 3
    assert server.requests[-1].range is not None


def test_content_that_changed_meanwhile_is_fetched_anew(server, base, tmp_path):
    server.troubles = ["cut"]
    with pytest.raises(ReadError):
        fetch_ads(tmp_path, base=base, attempts=1)
    server.tag = '"v2"'
    server.answer.bodies["/v2/snapshot"] = json.dumps([ad("9")]).encode()
    assert fetch_ads(tmp_path, base=base, attempts=1).n_ads == 1


def test_the_old_address_is_known_too(server, base, never, tmp_path):
    server.troubles = [404]
    server.answer.bodies["/stream"] = server.answer.bodies["/v2/stream"]
    assert fetch_ads(tmp_path, since="2026-11-25", base=base, wait=never).n_ads == 2
    assert server.requests[-1][:2] == ("/stream", {"date": "2026-11-25T00:00:00"})


@pytest.mark.parametrize(
    "body", [b"[{", b"oops", b'{"message": "down"}', b'[{"id": 1}, 7]', b"\xff\xfe\xff", b"\x1f\x8b\x08\x00cut"]
)
def test_an_answer_that_is_no_list_of_ads_is_refused(server, base, tmp_path, body):
    fetch_ads(tmp_path, base=base)
    before = (tmp_path / "ads-0-snapshot.jsonl").read_bytes()
    server.answer.bodies["/v2/snapshot"] = body
    with pytest.raises(ReadError):
        fetch_ads(tmp_path, base=base)
    assert (tmp_path / "ads-0-snapshot.jsonl").read_bytes() == before
    assert not [path.name for path in tmp_path.iterdir() if "part" in path.name or "answer" in path.name]


def test_times_that_are_none_are_refused(tmp_path):
    with pytest.raises(ValueError, match="isoformat"):
        fetch_ads(tmp_path, since="yesterday")
    with pytest.raises(ReadError, match="before"):
        fetch_ads(tmp_path, since=LAST)


def test_progress_is_told(server, base, tmp_path):
    seen = []
    fetch_ads(tmp_path, base=base, progress=seen.append)
    assert seen[-1] == len(server.answer.bodies["/v2/snapshot"])


def read_ads_or_none(folder):
    try:
        return read_ads(folder)
    except ReadError:
        return None
