"""What other systems than this one would do, played here."""

import asyncio
import hashlib
import hmac
import os
import socket
import stat
import sys

import pytest

from matcher.service import reading, running
from matcher.service.documents import profiles_in
from matcher.service.exporting import log_export
from matcher.service.guard import _whole_body
from matcher.service.sessions import Sessions
from matcher.taxonomy import Taxonomy


def test_no_file_of_the_service_is_opened_by_flags_of_its_own(tmp_path, monkeypatch):
    asked = []
    opened = os.open
    monkeypatch.setattr(os, "open", lambda *call, **rest: asked.append(call) or opened(*call, **rest))
    log_export(tmp_path, "desk", ["rank"], 3)
    Sessions(60.0, tmp_path)
    # Those of ``open`` have O_BINARY where line ends are changed without it.
    by_mode = {"exports.jsonl": os.O_APPEND, "key": os.O_EXCL}
    assert {os.path.basename(path): flags for path, flags, _ in asked} == {
        name: os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | flag for name, flag in by_mode.items()
    }
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) & 0o077 for name in by_mode} == {0}


def test_on_windows_no_other_program_may_listen_at_the_same_port(monkeypatch):
    for platform, shared in (("linux", True), ("win32", False)):
        monkeypatch.setattr(sys, "platform", platform)
        with running._listening("127.0.0.1", 0) as listener:
            assert bool(listener.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)) is shared


@pytest.mark.parametrize("left", [b"", b"half of a key"])
def test_a_key_that_a_killed_process_left_unfinished_is_written_anew(tmp_path, left):
    (tmp_path / "key").write_bytes(left)
    sessions = Sessions(60.0, tmp_path)
    session = sessions.fresh()
    with_what_was_left = hmac.new(left, session.id.encode(), hashlib.sha256).hexdigest()
    assert sessions.of_cookie(f"{session.id}.{with_what_was_left}") is None
    assert len((tmp_path / "key").read_bytes()) == 32
    assert Sessions(60.0, tmp_path).cookie(session) == sessions.cookie(session)


def test_a_length_in_signs_that_are_no_digits_of_a_header_is_not_read():
    async def receive():
        return {"type": "http.request", "body": b"ab"}

    for told in ("2", "²", "x", ""):
        assert asyncio.run(_whole_body(receive, {"content-length": told}, 10)) == b"ab"


@pytest.mark.parametrize(("pause", "n_tries"), [(60.0, 1), (0.0, 2)])
def test_where_no_process_can_be_started_another_try_comes_later(monkeypatch, pause, n_tries):
    tries = []

    class Lacking:
        def __init__(self):
            tries.append(1)
            raise BlockingIOError(11, "no process")

    monkeypatch.setattr(reading, "_Child", Lacking)
    monkeypatch.setattr(reading, "_PAUSE", pause)
    apart = reading.ReadingApart()
    for _ in range(2):
        [person] = apart.read(profiles_in, b"Id;Yrke\nV1;Glasblasare", Taxonomy.starter())
        assert person.id == "V1"
    assert len(tries) == n_tries
