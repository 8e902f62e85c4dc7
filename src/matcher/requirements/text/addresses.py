"""Addresses of pages and of mail in an ad: a name that stands in one asks for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIGN = re.compile("://|www\\.|@")
_LONGEST = 300
"""Characters on either side of its sign that an address may take."""
_BLANKED = 13 * (50 * "_" + "¦")
"""In words that are short enough for the compiled search (``wordloops.LONGEST_WORD``)."""
_OPENS = ' \n\t\r(<"'
_BEHIND = re.compile(r"[^\s)>\",;]*")


def without_addresses(text: str) -> str:
    """Put a line of underscores in the place of every address, so that all else stays where it is.

    Examples
    --------
    >>> without_addresses("Se https://a.example/java, skriv till go@b.example")
    'Se ______________________, skriv till ____________'
    """
    if not ("@" in text or "://" in text or "www." in text):
        return text
    pieces: list[str] = []
    done = 0
    for start, end in _addresses(text):
        pieces += [text[done:start], _BLANKED[: end - start]]
        done = end
    return "".join([*pieces, text[done:]])


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for sign in _SIGN.finditer(text):
        if sign.start() < end:
            continue
        least = max(end, sign.start() - _LONGEST)
        start = max(least, max(text.rfind(opening, least, sign.start()) for opening in _OPENS) + 1)
        behind = _BEHIND.match(text, sign.start(), sign.start() + _LONGEST)
        end = behind.end() if behind else sign.end()
        yield start, end
