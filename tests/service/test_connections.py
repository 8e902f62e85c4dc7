"""Who connects and does not ask keeps no place; who has asked is waited for as long as the answer takes."""

from __future__ import annotations

import asyncio
import socket
import threading

import pytest
import uvicorn

from matcher.service import connections

ASK = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"


async def slow(scope, receive, send):
    await asyncio.sleep(0.6)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


@pytest.fixture
def connect(monkeypatch):
    monkeypatch.setattr(connections, "SECONDS_TO_ASK", 0.2)
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(slow, http=connections.Prompt, lifespan="off", log_level="critical", timeout_keep_alive=60)
    server = uvicorn.Server(config)
    running = threading.Thread(target=server.run, args=([listener],))
    running.start()
    opened = []

    def made(*sent: bytes) -> socket.socket:
        opened.append(socket.create_connection(listener.getsockname(), timeout=30))
        for part in sent:
            opened[-1].sendall(part)
        return opened[-1]

    yield made
    for one in opened:
        one.close()
    server.should_exit = True
    running.join()


def test_headers_that_do_not_end_are_not_waited_for(connect):
    assert connect(ASK).recv(100) == b""
    assert connect().recv(100) == b""


def test_a_request_that_is_whole_is_answered_however_long_that_takes_and_then_the_next_is_due(connect):
    asked = connect(ASK + b"\r\n")
    answered = asked.recv(1000)
    while not answered.endswith(b"ok"):
        answered += asked.recv(1000)
    assert answered.startswith(b"HTTP/1.1 200")
    asked.sendall(ASK)
    assert asked.recv(100) == b""


def test_a_request_in_pieces_is_answered(connect):
    asked = connect(ASK, b"X-One: 1\r\n", b"\r\n")
    assert asked.recv(1000).startswith(b"HTTP/1.1 200")
