from __future__ import annotations

import gzip

import pytest

from matcher.download import RefusedError, download, opened
from matcher.errors import ReadError

BODY = b"[1, 2, 3, 4, 5]" * 20


@pytest.fixture
def server(serve):
    running = serve(lambda request: BODY)
    running.tag = '"v1"'
    return running


def test_a_broken_connection_is_continued(server, tmp_path):
    server.troubles = ["cut", "cut"]
    waits = []
    download(server.base, tmp_path / "got", wait=waits.append)
    assert waits == [1.0, 2.0]
    assert [request.range for request in server.requests] == [None, "bytes=150-", "bytes=225-"]
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("got", BODY)]


@pytest.mark.parametrize("tag", ["", 'W/"v1"'])
def test_without_a_sure_tag_it_begins_again(server, tmp_path, tag):
    server.tag, server.troubles = tag, ["cut"]
    download(server.base, tmp_path / "got", wait=lambda seconds: None)
    assert [request.range for request in server.requests] == [None, None]
    assert (tmp_path / "got").read_bytes() == BODY


def test_what_another_call_began_is_continued_only_while_it_is_the_same(server, never, tmp_path):
    server.troubles = ["cut"]
    with pytest.raises(ReadError, match="after 1 tries; the connection broke off"):
        download(server.base, tmp_path / "got", attempts=1)
    assert not (tmp_path / "got").exists()
    server.tag, server.answer = '"v2"', lambda request: b"[9]" * 80
    download(server.base, tmp_path / "got", wait=never)
    assert server.requests[-1].range == "bytes=150-"
    assert (tmp_path / "got").read_bytes() == b"[9]" * 80


@pytest.mark.parametrize(("said", "waited"), [("7", [7.0, 7.0]), ("", [1.0, 2.0]), ("9999", [60.0, 60.0])])
def test_a_busy_server_is_asked_again_when_it_says(server, tmp_path, said, waited):
    server.retry_after, server.troubles = said, [429, 503]
    waits = []
    download(server.base, tmp_path / "got", wait=waits.append)
    assert waits == waited


def test_content_that_became_shorter_is_fetched_anew_at_once(server, tmp_path):
    server.troubles = ["cut", 416]
    waits = []
    download(server.base, tmp_path / "got", wait=waits.append)
    assert waits == [1.0, 0.0]
    assert [request.range for request in server.requests] == [None, "bytes=150-", None]
    assert (tmp_path / "got").read_bytes() == BODY


# A connection left open would fail the run: warnings are errors.
def test_a_refusal_is_final_and_told_without_the_query(server, never, tmp_path):
    server.troubles = [403]
    with pytest.raises(RefusedError, match="the server says 403") as refused:
        download(f"{server.base}/ads?key=secret", tmp_path / "got", wait=never)
    assert refused.value.status == 403
    assert "secret" not in str(refused.value)


def test_no_network_is_said(nowhere, tmp_path):
    with pytest.raises(ReadError, match="no network"):
        download(nowhere, tmp_path / "got", attempts=2, wait=lambda seconds: None)


def test_other_schemes_are_refused(tmp_path):
    with pytest.raises(ValueError, match="http"):
        download("file:///etc/hostname", tmp_path / "got")


def test_progress_is_told_and_packed_answers_are_opened(server, tmp_path):
    server.packed = True
    seen = []
    headers = download(server.base, tmp_path / "got", progress=seen.append)
    assert seen[-1] == int(headers["Content-Length"]) == len(gzip.compress(BODY, mtime=0))
    with opened(tmp_path / "got") as handle:
        assert handle.read() == BODY.decode()
