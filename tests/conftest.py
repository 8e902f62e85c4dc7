"""Settings of every test run, and a local server for tests that fetch.

Property tests draw the same examples each time, and no clock decides a test.
"""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None, database=None, max_examples=60)
settings.load_profile("steady")


class Request(NamedTuple):
    """What a server was asked for; of a query's key the first value, ``range`` as the client sent it."""

    path: str
    query: dict[str, str]
    range: str | None


class LocalServer(ThreadingHTTPServer):
    """Answers with what ``answer`` gives for a request, continues an answer as HTTP has it, and misbehaves as told.

    ``troubles`` are taken one a request: a status code, ``"cut"`` for a connection that breaks off half way, or None.
    """

    def __init__(self, answer: Callable[[Request], bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = answer
        self.requests: list[Request] = []
        self.troubles: list[int | str | None] = []
        self.packed = False
        self.tag = ""
        self.retry_after = ""

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: LocalServer

    def log_message(self, *args: Any) -> None:
        pass

    def do_GET(self) -> None:
        server, parts, begun = self.server, urlsplit(self.path), self.headers.get("Range")
        request = Request(parts.path, {key: values[0] for key, values in parse_qs(parts.query).items()}, begun)
        server.requests.append(request)
        trouble = server.troubles.pop(0) if server.troubles else None
        if isinstance(trouble, int):
            self._head(trouble, 0, {"Retry-After": server.retry_after})
            return
        body = server.answer(request)
        body = gzip.compress(body, mtime=0) if server.packed else body
        same = begun is not None and self.headers.get("If-Range") == server.tag
        first = int(begun.removeprefix("bytes=").removesuffix("-")) if begun and same else 0
        self._head(206 if first else 200, len(body) - first, {"ETag": server.tag})
        self.wfile.write(body[first : first + (len(body) - first) // 2] if trouble == "cut" else body[first:])
        self.close_connection = self.close_connection or trouble == "cut"

    def _head(self, status: int, length: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(length), **headers}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()


@pytest.fixture
def serve() -> Iterator[Callable[[Callable[[Request], bytes]], LocalServer]]:
    """Start a local server that answers as a function says; it stops when the test ends."""
    with ExitStack() as running:

        def start(answer: Callable[[Request], bytes]) -> LocalServer:
            server = running.enter_context(LocalServer(answer))
            threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
            running.callback(server.shutdown)
            return server

        yield start


@pytest.fixture
def nowhere() -> str:
    """Address at which nothing answers."""
    with LocalServer(lambda request: b"") as gone:
        return gone.base


@pytest.fixture
def never() -> Callable[[float], None]:
    """Wait of a download that has to need none."""

    def wait(seconds: float) -> None:
        raise AssertionError("no wait was needed")

    return wait
