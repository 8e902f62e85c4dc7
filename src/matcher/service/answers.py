"""What the service answers with: JSON that any reader takes, and errors that repeat nothing."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine
from typing import Any

import anyio.to_thread
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from matcher.errors import MatcherError
from matcher.service.readingchild import Fault
from matcher.service.refusals import NotReadyError, TooSlowError
from matcher.service.settings import SECONDS

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class Answer(JSONResponse):
    """JSON in UTF-8; a lone surrogate of the input is escaped, so that the answer can always be sent."""

    def render(self, content: Any) -> bytes:
        """Write the body."""
        return json.dumps(content, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")


def fault(status: int, name: str, message: str) -> Answer:
    """Answer with an error: its name in the error tree and one sentence."""
    return Answer({"error": name, "message": message}, status_code=status)


class Bounded(APIRoute):
    """A route whose answer takes at most :data:`SECONDS`; what is under way then ends by itself, and nobody sees it.

    The first reading of ads and people may take longer than a request may: a program's request waits for it, somebody
    at a page is told so and the page loads itself again.
    """

    def get_route_handler(self) -> Handler:
        """Return what answers a request."""
        answered = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            holdings = request.app.state.holdings
            if not holdings.is_ready and request.url.path.startswith("/api/"):
                await anyio.to_thread.run_sync(holdings.state)
            answering = asyncio.ensure_future(answered(request))
            done, _ = await asyncio.wait({answering}, timeout=SECONDS)
            if done:
                return answering.result()
            answering.add_done_callback(_left)
            if not holdings.is_ready:
                raise NotReadyError("ads and people are still being read; this page tries again by itself")
            raise TooSlowError(f"not ready within {SECONDS:g} seconds; ask for less at a time")

        return bounded


def _left(answering: asyncio.Future[Response]) -> None:
    """Take note of how something ended that nobody waits for any more."""
    if not answering.cancelled():
        answering.exception()


def describe(error: Exception) -> tuple[int, str, str]:
    """Status, name and sentence of an error; nothing of the request is repeated.

    Examples
    --------
    >>> describe(TooSlowError("not ready in time"))
    (503, 'TooSlowError', 'not ready in time')
    """
    if isinstance(error, MatcherError):
        return error.http_status, type(error).__name__, str(error)
    if isinstance(error, RequestValidationError):
        wrong = {
            str(one["loc"][1]) for one in error.errors() if len(one["loc"]) > 1 and one["type"] != "extra_forbidden"
        }
        named = ", ".join(sorted(wrong)[:5])
        other = "expected a body of the Content-Type and with the fields that /openapi.json tells"
        return 422, "RequestError", f"expected valid values of: {named}" if named else other
    if isinstance(error, HTTPException):
        return error.status_code, "RequestError", error.detail if error.status_code < 422 else "the request is refused"
    return 500, "Fault", f"a fault of the program ({Fault.of(error).kind})"


def report(error: Exception) -> None:
    """Tell standard error where a fault of the program happened, without its message, which may hold input."""
    fault = Fault.of(error)
    sys.stderr.write(f"fault: {fault.kind} in {fault.file}, line {fault.line}\n")
