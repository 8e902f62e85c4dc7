"""Who may do what: tokens, a stand's code, and the signs that a form was sent by a page of this service."""

from __future__ import annotations

import hmac
import secrets
from urllib.parse import SplitResult, urlsplit

from matcher.service.settings import Settings, is_loopback

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""What a code is written with: no letter that is taken for another one when it is read aloud or from a print."""
_OPEN = ("/static/", "/health", "/login")
_FOR_GUESTS = ("/fair/visitor", "/fair/slip", "/login", "/static/", "/language")


class Access:
    """The door of a service.

    Parameters
    ----------
    settings : Settings

    Attributes
    ----------
    code : str or None
        The stand's code.

    Examples
    --------
    >>> door = Access(Settings(token="desk:s3cret"))
    >>> door.name_of("s3cret"), door.name_of("other")
    ('desk', None)
    """

    def __init__(self, settings: Settings) -> None:
        self._token = settings.named_token
        self.code = "".join(secrets.choice(_LETTERS) for _ in range(8)) if settings.stand else None
        self._host = settings.host

    def name_of(self, secret: str) -> str | None:
        """Name of a token; ``None`` if there is no such token."""
        return self._token[0] if self._token and _same(secret, self._token[1]) else None

    def is_code(self, secret: str) -> bool:
        """Whether this is the stand's code."""
        return self.code is not None and _same("".join(secret.upper().split()), self.code)

    def may(self, path: str, client: str, bearer: str | None, token_name: str | None, is_guest: bool) -> bool:
        """Whether a request is let in.

        Parameters
        ----------
        path : str
        client : str
            Address that it came from.
        bearer : str or None
            Secret of the Authorization header.
        token_name : str or None
            Token of the session.
        is_guest : bool
            The session was opened with the stand's code.
        """
        if path.startswith(_OPEN):
            return True
        if token_name is not None or (bearer is not None and self.name_of(bearer)):
            return True
        if self._token is None and is_loopback(client):
            return True
        return is_guest and path.startswith(_FOR_GUESTS)

    def knows(self, host: str) -> bool:
        """Whether a Host header names this service; another name may be an attempt to rebind it (DNS rebinding)."""
        name = _parts(f"//{host}").hostname or ""
        return is_loopback(name) or name == self._host or (self.code is not None and _is_address(name))


def same_origin(headers: dict[str, str]) -> bool:
    """Whether a form was sent from a page of the same origin, by what the browser says about it.

    Examples
    --------
    >>> same_origin({"host": "127.0.0.1:8000", "origin": "http://127.0.0.1:8000"})
    True
    >>> same_origin({"host": "127.0.0.1:8000", "origin": "https://example.org"})
    False
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or _parts(origin).netloc == headers.get("host")


def _parts(address: str) -> SplitResult:
    """Take an address apart; one that is none, such as ``//[::1``, has no parts."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def _is_address(name: str) -> bool:
    import ipaddress

    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
