"""What every request passes: size, host, door and session; and the headers that every answer gets."""

from __future__ import annotations

import asyncio
from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from matcher.service.access import Access, same_origin
from matcher.service.answers import fault
from matcher.service.sessions import Session, Sessions
from matcher.service.settings import MAX_BODY, MAX_RUN

COOKIE = "matcher_session"
SECONDS_TO_SEND = 30.0
"""Time that a client has to send its body."""
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
_DOCS_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)


class Guard:
    """Middleware around the whole service.

    Parameters
    ----------
    app : ASGI application
    access : Access
    sessions : Sessions
    lang : {"sv", "en"}, optional
        Language that sessions begin in, instead of the browser's.
    """

    def __init__(self, app: ASGIApp, access: Access, sessions: Sessions, lang: str | None = None) -> None:
        self.app, self.access, self.sessions, self._lang = app, access, sessions, lang

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the application answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        path = scope["path"]
        is_page = not path.startswith(("/api/", "/static/", "/openapi.json", "/health"))
        session, is_new = self._session(headers) if is_page else (None, False)
        scope.setdefault("state", {})["session"] = session
        send = _with_headers(send, path, scope, self.sessions.cookie(session) if session and is_new else None)
        refusal = self._refused(scope, headers, session)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        try:
            body = await asyncio.wait_for(_whole_body(receive, headers, limit_of(path)), SECONDS_TO_SEND)
        except ConnectionResetError:
            return
        except TimeoutError:
            await fault(408, "RequestError", "the body did not arrive in time")(scope, receive, send)
            return
        if body is None:
            sentence = f"expected at most {limit_of(path) // 1_000_000} MB in one request"
            await fault(413, "LimitError", sentence)(scope, receive, send)
            return
        if scope["method"] == "HEAD":
            # Who looks whether an address answers gets what GET would be answered with, less the body.
            scope, send = {**scope, "method": "GET"}, _without_body(send)
        await self.app(scope, _replay(body, receive), send)

    def _session(self, headers: dict[str, str]) -> tuple[Session, bool]:
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            cookie = None
        known = self.sessions.of_cookie(cookie.value) if cookie else None
        if known is not None:
            return known, False
        session = self.sessions.fresh()
        wished = "en" if headers.get("accept-language", "").lower().startswith("en") else "sv"
        session.lang = self._lang or wished
        return session, True

    def _refused(self, scope: Scope, headers: dict[str, str], session: Session | None) -> Any:
        if not self.access.knows(headers.get("host", "")):
            return fault(421, "RequestError", "this service does not answer to that host name")
        if "\n" in scope["path"]:  # routes end at it: "/health%0A" would be "/health"
            return fault(404, "NotHeldError", "no page has this address")
        if scope["path"].startswith("/api/") and not same_origin(headers):
            return fault(403, "RequestError", "pages of other sites may not ask this service")
        scheme, _, secret = headers.get("authorization", "").partition(" ")
        bearer = secret.strip() if scheme.lower() == "bearer" else None
        client = scope["client"][0] if scope.get("client") else ""
        name = self.access.name_of(bearer) if bearer else None
        scope["state"]["token_name"] = name or (session.token_name if session else None)
        guest = session is not None and session.is_guest
        if self.access.may(scope["path"], client, bearer, session.token_name if session else None, guest):
            return None
        if session is not None:
            from starlette.responses import RedirectResponse

            return RedirectResponse("/login", status_code=303)
        answer = fault(401, "RequestError", "expected a token: Authorization: Bearer …")
        answer.headers["www-authenticate"] = "Bearer"
        return answer


def limit_of(path: str) -> int:
    """Bytes that a body may have.

    Examples
    --------
    >>> limit_of("/api/requirements")
    1000000
    """
    return MAX_RUN if path == "/runs" else MAX_BODY


async def _whole_body(receive: Receive, headers: dict[str, str], limit: int) -> bytes | None:
    """Read a body; ``None`` if it is too long, which its header may tell before a byte is read."""
    told = headers.get("content-length", "")
    if told.isascii() and told.isdigit() and len(told) < 20 and int(told) > limit:
        return None
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            # Half a document is no document.
            raise ConnectionResetError
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > limit:
            return None
        more = message.get("more_body", False)
    return b"".join(parts)


def _replay(body: bytes, receive: Receive) -> Receive:
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _without_body(send: Send) -> Send:
    async def sent(message: Message) -> None:
        await send(message if message["type"] != "http.response.body" else {**message, "body": b""})

    return sent


def _with_headers(send: Send, path: str, scope: Scope, cookie: str | None) -> Send:
    policy = _DOCS_POLICY if path.startswith("/api/") else POLICY
    extra = [*_HEADERS, (b"content-security-policy", policy.encode())]
    if not path.startswith("/static/"):
        extra.append((b"cache-control", b"no-store"))
    if cookie is not None:
        secure = "; Secure" if scope.get("scheme") == "https" else ""
        extra.append((b"set-cookie", f"{COOKIE}={cookie}; Path=/; HttpOnly; SameSite=Strict{secure}".encode()))

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", []), *extra]}
        await send(message)

    return sent
