"""Running the service: a socket of one's own, the base URL when it is ready, a clean end."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import sys
import threading
from collections.abc import Callable

import uvicorn

from matcher.errors import MatcherError, ReadError
from matcher.service.answers import report
from matcher.service.application import make_app
from matcher.service.connections import Prompt
from matcher.service.guard import Guard
from matcher.service.holdings import Holdings
from matcher.service.reading import ReadingApart
from matcher.service.refusals import ReadingEndedError
from matcher.service.sessions import Sessions
from matcher.service.settings import Settings, is_loopback

_LOOK = 60.0
"""Seconds between two looks for sessions whose time is over."""
_TURN = 0.0005
"""Seconds that a thread goes on while another one waits; a request changes threads several times, and each change waits
so long for a long reading."""
_EVERYWHERE = "0.0.0.0"  # noqa: S104 - a stand is reached by other machines on purpose, with a code


def run(holdings: Holdings, settings: Settings, tell: Callable[[str], None]) -> None:
    """Answer requests until SIGINT or SIGTERM, or until ads and people turn out not to be readable.

    See :func:`matcher.service.serve`.
    """
    host = _EVERYWHERE if settings.stand and is_loopback(settings.host) else settings.host
    if not is_loopback(host) and settings.token is None and not settings.stand:
        raise ReadError("--host", "a --token where other machines can reach the service")
    reading = ReadingApart()
    app = make_app(holdings, settings, reading=reading)
    sys.setswitchinterval(_TURN)
    with _listening(host, settings.port) as listener:
        # Requests are not logged: their paths hold ids. Faults are told by kind and place (answers.report).
        config = uvicorn.Config(
            app, http=Prompt, log_level="critical", access_log=False, lifespan="off", server_header=False,
            proxy_headers=True, limit_concurrency=200, timeout_keep_alive=15, timeout_graceful_shutdown=5,
        )  # fmt: skip
        server = uvicorn.Server(config)
        unread: list[MatcherError] = []

        def read_ahead() -> None:
            try:
                taxonomy = holdings.state().taxonomy
                with contextlib.suppress(ReadingEndedError):  # the next document starts the process again
                    reading.begin(taxonomy)
            except MatcherError as error:
                unread.append(error)
                server.should_exit = True
            except Exception as error:  # a thread's own report would tell the message, which may hold input
                report(error)

        def ready() -> None:
            _announce(listener, host, app, tell)
            threading.Thread(target=read_ahead, daemon=True).start()

        try:
            with contextlib.suppress(KeyboardInterrupt):
                asyncio.run(_answering(server, listener, app.sessions, ready))
        finally:
            reading.forget()
    if unread:
        # Nothing will ever be answered but this; who only sees the URL would take it for a service.
        raise unread[0]


async def _answering(
    server: uvicorn.Server, listener: socket.socket, sessions: Sessions, ready: Callable[[], None]
) -> None:
    serving = asyncio.create_task(server.serve([listener]))
    forgetting = asyncio.create_task(_forgetting(sessions))
    while not server.started and not serving.done():
        await asyncio.sleep(0.01)
    if not serving.done():
        ready()
    await serving
    forgetting.cancel()


async def _forgetting(sessions: Sessions) -> None:
    """Let sessions end in their time also where no request comes that would notice."""
    while True:
        await asyncio.sleep(_LOOK)
        await asyncio.to_thread(sessions.purge)


def _announce(listener: socket.socket, host: str, app: Guard, tell: Callable[[str], None]) -> None:
    port = listener.getsockname()[1]
    shown = "127.0.0.1" if host == _EVERYWHERE else f"[{host}]" if ":" in host else host
    tell(f"http://{shown}:{port}")
    if app.access.code:
        address = _own_address()
        tell(f"stand: http://{address}:{port}/fair/visitor code {app.access.code[:4]} {app.access.code[4:]}")


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if sys.platform != "win32":  # where it would let any other program listen at the same port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise ReadError(f"{host}:{port}", f"an address and port that are free ({error.strerror})") from None
    return listener


def _own_address() -> str:
    """Address in the local network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
