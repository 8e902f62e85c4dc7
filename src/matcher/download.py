"""One file over HTTP, whole or not at all: retried, continued where it broke off, moved into place when complete."""

from __future__ import annotations

import gzip
import http.client
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from pathlib import Path
from typing import TextIO

from matcher.errors import ReadError

ATTEMPTS = 6
"""Tries before giving up; the waits between them are 1, 2, 4, 8 and 16 seconds."""
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_WAIT = 60.0
_TIMEOUT = 60.0
_BLOCK = 1 << 16
_DONE = 416


class RefusedError(ReadError):
    """The server answered, and will not give what was asked for.

    Attributes
    ----------
    status : int
        Its status code.
    """

    def __init__(self, url: str, status: int) -> None:
        super().__init__(url, f"an answer; the server says {status}")
        self.status = status


class _BrokenOffError(Exception):
    """The answer failed in a way that another try may mend."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


def download(
    url: str,
    target: Path,
    attempts: int = ATTEMPTS,
    wait: Callable[[float], None] = time.sleep,
    progress: Callable[[int], None] | None = None,
) -> Message:
    """Fetch an address into a file.

    Parameters
    ----------
    url : str
        ``http`` or ``https``.
    target : Path
        The file appears only when it is whole. Until then ``target`` with ``.part`` behind holds what has come; another
        call continues it if the server can say that its content is still the same.
    attempts : int
        Tries before giving up.
    wait : callable
        Called with seconds between two tries.
    progress : callable, optional
        Called with the number of bytes that have come so far.

    Returns
    -------
    email.message.Message
        Headers of the last answer.

    Raises
    ------
    RefusedError
        The server has no such address, or does not let us in.
    ReadError
        There is no network, or the server stays down; the message says which.
    ValueError
        The address begins with neither ``http://`` nor ``https://``.
    """
    if not url.startswith(("https://", "http://")):
        raise ValueError("an address begins with https:// or http://")
    part = target.with_name(target.name + ".part")
    reason = ""
    for attempt in range(attempts):
        try:
            headers = _attempt(url, part, progress)
        except _BrokenOffError as error:
            reason = error.reason
            if attempt + 1 < attempts:
                wait(min(error.wait if error.wait is not None else 2.0**attempt, _LONGEST_WAIT))
        else:
            _mark(part).unlink(missing_ok=True)
            os.replace(part, target)
            return headers
    raise ReadError(url.partition("?")[0], f"an answer after {attempts} tries; {reason}")


def opened(path: Path) -> TextIO:
    """Open what :func:`download` brought as text in UTF-8; servers pack what they send, and it is stored as it came.

    Examples
    --------
    >>> import tempfile
    >>> answer = Path(tempfile.mkdtemp()) / "answer"
    >>> _ = answer.write_bytes(gzip.compress("[1]".encode()))
    >>> with opened(answer) as handle:
    ...     handle.read()
    '[1]'
    """
    with path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8")


def _attempt(url: str, part: Path, progress: Callable[[int], None] | None) -> Message:
    mark = _mark(part)
    have = part.stat().st_size if part.exists() and mark.exists() else 0
    wanted = {"Accept": "application/json", "Accept-Encoding": "gzip"}
    request = urllib.request.Request(url, headers=wanted)  # noqa: S310, the scheme was checked
    if have:
        # The server continues only if the content is the one that was begun; otherwise it sends it from its start.
        request.add_header("Range", f"bytes={have}-")
        request.add_header("If-Range", mark.read_text("utf-8"))
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310, the scheme was checked
            _save(answer, part, have, progress)
            headers: Message = answer.headers
            return headers
    except urllib.error.HTTPError as error:
        error.close()  # its connection stays open otherwise, as long as somebody holds what is raised here
        if error.code == _DONE:
            part.unlink(missing_ok=True)
            raise _BrokenOffError("the server has other content now", 0.0) from None
        if error.code not in _AGAIN:
            raise RefusedError(url.partition("?")[0], error.code) from None
        raise _BrokenOffError(f"the server says {error.code}", _seconds(error.headers.get("Retry-After"))) from None
    except http.client.HTTPException:
        raise _BrokenOffError("the connection broke off") from None
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        raise _BrokenOffError("there seems to be no network, or the server is down") from None


def _save(answer: http.client.HTTPResponse, part: Path, have: int, progress: Callable[[int], None] | None) -> None:
    continued = answer.status == http.HTTPStatus.PARTIAL_CONTENT and have > 0
    tag = answer.headers.get("ETag") or answer.headers.get("Last-Modified")
    if tag and not tag.startswith("W/"):
        _mark(part).write_text(tag, "utf-8")
    elif not continued:
        _mark(part).unlink(missing_ok=True)
    came = have if continued else 0
    with part.open("ab" if continued else "wb") as handle:
        while block := answer.read(_BLOCK):
            handle.write(block)
            came += len(block)
            if progress:
                progress(came)
    expected = answer.headers.get("Content-Length")
    if expected and expected.isdigit() and came - (have if continued else 0) < int(expected):
        raise _BrokenOffError("the connection broke off")


def _mark(part: Path) -> Path:
    """Name the file that holds the tag by which the server knows the content that was begun."""
    return part.with_name(part.name + ".tag")


def _seconds(header: str | None) -> float | None:
    return float(header) if header and header.isdigit() and header.isascii() else None
