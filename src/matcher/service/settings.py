"""How a service is set up; nothing of it is read from the environment."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

MAX_BODY = 1_000_000
"""Bytes of a request's body."""
MAX_RUN = 16_000_000
"""Bytes of a run with its judgments, on the researcher's page alone."""
MAX_K = 100
MAX_QUERIES = 100
"""People (or ads) that are ranked in one request."""
SECONDS = 20.0
"""Time a request of the API may take."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a service is set up.

    Attributes
    ----------
    host : str
        Address that is listened on.
    port : int
        0 takes a free one.
    token : str or None
        Secret that the API and the pages ask for, or ``name:secret``; the name stands in the log of exports.
    store : Path or None
        Folder that sessions are kept in; without it they live in memory alone.
    keep_hours : float
        Time after its last use when a session is forgotten.
    stand : bool
        A fair stand: other machines reach the visitor's form with a code that is printed at the start.
    as_of : date or None
        The day that is judged by.
    lang : {"sv", "en"} or None
        Language of pages and answers until another one is asked for; without it a page begins in the browser's.
    mapping : mapping of str to str or None
        Column name → field, for sheets whose columns are not recognised.

    Examples
    --------
    >>> Settings(token="desk:s3cret").named_token
    ('desk', 's3cret')
    """

    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None
    store: Path | None = None
    keep_hours: float = 8.0
    stand: bool = False
    as_of: date | None = None
    lang: Literal["sv", "en"] | None = None
    mapping: Mapping[str, str] | None = None

    @property
    def how_people_are_read(self) -> dict[str, Any]:
        """Options of every reading of people."""
        return {"as_of": self.as_of, "mapping": self.mapping}

    @property
    def named_token(self) -> tuple[str, str] | None:
        """Name and secret of the token."""
        if self.token is None:
            return None
        name, colon, secret = self.token.partition(":")
        return (name, secret) if colon and name and secret else ("token", self.token)


def is_loopback(host: str) -> bool:
    """Whether an address is reached from its own machine alone.

    Examples
    --------
    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
