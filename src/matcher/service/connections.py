"""Connections that ask in time: who connects and does not ask would keep a place that somebody else needs."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS_TO_ASK = 10.0
"""Time from the first byte that is waited for to the end of the headers; as many connections as there are places, each
in the middle of its headers, would keep everybody out."""


class Prompt(H11Protocol):
    """A connection that is closed where its headers do not arrive in time."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def handle_events(self) -> None:
        """Take in what has arrived; a request that is whole is waited for no more, but for its body."""
        super().handle_events()
        if self.conn.their_state is not h11.IDLE:
            self._end_wait()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        self._wait()
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._end_wait()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._end_wait()
        self._late = self.loop.call_later(SECONDS_TO_ASK, self.transport.close)

    def _end_wait(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None
