"""Large parts of office documents, read element by element, with no more in memory than there is room for."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING

from matcher.errors import ReadError
from matcher.readers.files.xmltree import forget

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART = 64 << 20
"""Most bytes of all sheets of a workbook, unpacked; and most characters that their cells may say."""
MAX_HELD = 8 << 20
"""Most bytes up to the end of the next row, whose tree takes forty times as many."""
MAX_ELEMENTS = 1 << 20
"""Most rows of a sheet, blank ones too, and most texts that its cells share: as many as programs for sheets have."""
MAX_TEXT = 1 << 15
"""Most characters of a cell that are kept: no program for sheets lets anybody write more into one."""


class Room:
    """What is left of :data:`MAX_PART`, for bytes or for characters.

    Parameters
    ----------
    name : str
        File name for the error.
    """

    def __init__(self, name: str) -> None:
        self.name, self._left = name, MAX_PART

    def take(self, size: int) -> None:
        """Take some of it.

        Raises
        ------
        ReadError
            There is less.
        """
        self._left -= size
        if self._left < 0:
            raise ReadError(self.name, f"sheets of at most {MAX_PART >> 20} MB")


class _Capped(io.RawIOBase):
    """A stream that gives no more bytes than there is room for, whatever its header promised."""

    def __init__(self, member: IO[bytes], room: Room) -> None:
        self._member, self._room = member, room
        self.held = 0

    def readable(self) -> bool:
        """Whether it can be read: it can."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Give some of the bytes, at most 64 kB at a time."""
        piece = self._member.read(min(size, 1 << 16) if size >= 0 else 1 << 16)
        self._room.take(len(piece))
        self.held += len(piece)
        if self.held > MAX_HELD:
            raise ReadError(self._room.name, f"rows of at most {MAX_HELD >> 20} MB")
        return piece


def elements(
    member: IO[bytes], room: Room, tags: Sequence[str], starts: bool = False
) -> Iterator[tuple[str, _Element]]:
    """Give the elements of some names as they end, and forget each when the next one is asked for.

    Parameters
    ----------
    member : binary file
    room : Room
        For its bytes.
    tags : sequence of str
        Names without their namespaces.
    starts : bool
        Whether they are given where they begin too.

    Yields
    ------
    ("start" or "end", element)

    Raises
    ------
    ReadError
        It is no XML, or too large.
    """
    from lxml import etree

    stream = _Capped(member, room)
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    events = ("start", "end") if starts else ("end",)
    try:
        found = etree.iterparse(stream, events=events, tag=[f"{{*}}{tag}" for tag in tags], **options)
        for number, (event, element) in enumerate(found, 1):
            if number > MAX_ELEMENTS:
                raise ReadError(room.name, f"sheets of at most {MAX_ELEMENTS} rows and texts")
            yield event, element
            stream.held = 0
            if event == "end":
                forget(element)
    except etree.XMLSyntaxError:
        raise ReadError(room.name, "a sheet of well-formed XML") from None


def shown_number(value: str, share: bool = False) -> str:
    """Write a number as a sheet shows it, a share in hundredths; "" for what is none.

    Examples
    --------
    >>> shown_number("3.0"), shown_number("0.75", share=True), shown_number("nan"), shown_number("1e400")
    ('3', '75%', '', '')
    """
    try:
        number = float(value)
    except ValueError:
        return ""
    if not math.isfinite(number):
        return ""
    if share:
        return f"{100 * number:.10g}%"
    return str(int(number)) if number.is_integer() and abs(number) < _EXACT else f"{number:.10g}"


_EXACT = 1e15
"""Below it, every whole number is held as it is."""
