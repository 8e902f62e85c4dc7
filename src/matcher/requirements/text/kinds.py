"""A text's signs by kind: where capitals, digits and ends of sentences meet is found there far faster than in the text.

What is found so is looked at with a pattern; a pattern that is tried at every sign of a text costs ten times as much.
"""

from __future__ import annotations

from collections.abc import Iterator

CAPITAL, SMALL, DIGIT, END, OTHER_SMALL, OTHER = b"Aa0.l-"
"""``A-ZÅÄÖ``, ``a-zåäö``, ``0-9``, ``.!?…`` and line ends, further small letters, all else."""

COLON = b":"
"""Not among all else, as a space and a closing bracket are not."""

_MOST_WIDE = 8  # signs beyond Latin-1 that are replaced one by one
_SMALLS = "abcdefghijklmnopqrstuvwxyzåäö"


def _kind(sign: str) -> int:
    if sign in _SMALLS:
        return SMALL
    if sign in _SMALLS.upper():
        return CAPITAL
    if sign in "0123456789":
        return DIGIT
    if sign in ".!?\n":
        return END
    if sign in " ):":
        return ord(sign)
    return OTHER_SMALL if _is_small(sign) else OTHER


def _is_small(sign: str) -> bool:
    return sign.islower() or sign.isdigit()


_KINDS = bytes(map(_kind, map(chr, range(256))))


def kinds_of(text: str) -> bytes:
    """Give the kind of each sign of a text, as a byte.

    Examples
    --------
    >>> kinds_of("Läs 2 (é), NU… Ł – ł")
    b'Aaa 0 -l)- AA. - - l'
    """
    for _ in range(_MOST_WIDE):
        try:
            return text.encode("latin-1").translate(_KINDS)
        except UnicodeEncodeError as error:
            text = text.replace(text[error.start], _stand_in(text[error.start]))
    return "".join([_stand_in(sign) if sign > "\xff" else sign for sign in text]).encode("latin-1").translate(_KINDS)


def _stand_in(sign: str) -> str:
    return "." if sign == "…" else "é" if _is_small(sign) else "-"


def places(kinds: bytes, part: bytes, start: int, end: int) -> Iterator[int]:
    """Places at which some kinds follow each other.

    Examples
    --------
    >>> list(places(kinds_of("vi söker Dig. Du har"), b" A", 0, 20))
    [8, 13]
    """
    at = kinds.find(part, start, end)
    while at >= 0:
        yield at
        at = kinds.find(part, at + 1, end)
