"""The start page, language, login, and the end of a session."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from matcher.explanation.spoken import PAGES
from matcher.service.answers import Bounded
from matcher.service.pages.forms import Checked
from matcher.service.pages.rendering import Desk, to

router = APIRouter(include_in_schema=False, route_class=Bounded)


@router.get("/")
def start(request: Request) -> Response:
    """Show the three ways in."""
    desk = Desk(request)
    return desk.page("start.html", hours=f"{desk.settings.keep_hours:g}")


@router.get("/language")
def language(request: Request, to_: str = "sv", back: str = "/") -> Response:
    """Change the language and go back."""
    desk = Desk(request)
    if to_ in PAGES:
        desk.session.lang = to_
        desk.kept()
    # A path of this service alone: "//host" and "/\host" would lead elsewhere.
    return to(back if back.startswith("/") and back[1:2] not in ("/", "\\") else "/")


@router.get("/login")
def login(request: Request) -> Response:
    """Ask for a code or password."""
    return Desk(request).page("login.html", wrong=False)


@router.post("/login")
def enter(request: Request, form: Checked) -> Response:
    """Let somebody in who knows the token or the stand's code."""
    desk, access = Desk(request), request.app.state.access
    name = access.name_of(form.one("secret"))
    if name is not None:
        desk.session.token_name = name
    elif access.is_code(form.one("secret")):
        desk.session.is_guest = True
    else:
        return desk.page("login.html", wrong=True, status=403)
    desk.kept()
    return to("/fair/visitor" if name is None else "/")


@router.post("/forget")
def forget(request: Request, form: Checked) -> Response:
    """Delete the session with all that was read in; slips of this browser too."""
    desk = Desk(request)
    for number in desk.session.slips:
        desk.room.leave(number)
    desk.sessions.forget(desk.session)
    answer = to("/")
    answer.headers["clear-site-data"] = '"cookies", "storage"'
    return answer
