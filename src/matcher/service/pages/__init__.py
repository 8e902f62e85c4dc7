"""The pages: server-rendered, without a script, in Swedish and English."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from matcher.errors import MatcherError
from matcher.service import answers
from matcher.service.pages import bench, desk, entrance, fair, ledgers, visitor
from matcher.service.pages.rendering import Desk
from matcher.service.refusals import NotReadyError
from matcher.service.stand import Room
from matcher.service.wording import refused

_BEGINNINGS = ("/fair/visitor", "/fair/room", "/desk", "/fair", "/runs")
"""Where ways begin: a page that could not be shown leads back there."""
_AGAIN = 5
"""Seconds until a page is loaded again that could not be shown because ads and people were still being read."""


def install(app: FastAPI) -> None:
    """Add the pages to an application, and give errors the form of what was asked for."""
    app.state.room = Room()
    for module in (entrance, desk, ledgers, fair, visitor, bench):
        app.include_router(module.router)

    async def answered(request: Request, error: Exception) -> Response:
        status, name, sentence = answers.describe(error)
        if status == 500:
            answers.report(error)
        # Such as which methods an address knows.
        told = getattr(error, "headers", None) or {}
        if getattr(request.state, "session", None) is None:
            answer = answers.fault(status, name, sentence)
            answer.headers.update(told)
            return answer
        desk = Desk(request)
        own = refused(error, sentence, desk.lang) if status != 500 else desk.words("fault")
        page = desk.page(
            "error.html", status=status, sentence=own or sentence, is_own=own is not None, back=_back(request)
        )
        page.headers.update(told)
        if isinstance(error, NotReadyError) and request.method == "GET":
            page.headers["refresh"] = page.headers["retry-after"] = str(_AGAIN)
        return page

    for kind in (MatcherError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, answered)


def _back(request: Request) -> str:
    return next((path for path in _BEGINNINGS if request.url.path.startswith(path)), "/")
