"""Text of a PDF, in a process of its own: a file that brings the PDF library down brings down nothing else.

Run as a program, which reads the file from standard input and writes the text of its pages to standard output, with a
form feed between pages. Nothing goes to standard error or to disk. Others import nothing but its names for things.
"""

from __future__ import annotations

import contextlib
import sys
from itertools import accumulate, pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

MAX_MEMORY = 768 << 20
"""Address space of the process, in bytes; where the system has no such limit, time alone bounds it."""
MAX_SECONDS = 10
MAX_PAGES = 100
MAX_CHARACTERS = 400_000
UNREADABLE, LOCKED = 3, 4
COLUMN_END = "\x1d"
"""A line of its own where a column of a page ends and another one begins."""
COLUMN_JUMP = 0.2
"""How much further up the next line must begin that is the first of another column, as a share of the page."""

ROOM = 1.5
"""How much further down the next line is, against the usual, where a page leaves room between two parts."""


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in (
        (resource.RLIMIT_AS, MAX_MEMORY),
        (resource.RLIMIT_CPU, MAX_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):  # macOS refuses one of memory; a lower one may be set already
            resource.setrlimit(what, (most, most))


def _laid_out(page: PdfTextPage, text: str, height: float) -> str:
    """Give the text of a page with an empty line where it leaves room, and a mark where a column ends.

    A column ends where the lines begin again further up on the page.
    """
    if page.count_chars() != len(text):
        return text  # then the places in the text are not those of the page's characters
    lines = text.splitlines(keepends=True)
    places = [0, *accumulate(map(len, lines))]
    first = [place + len(line) - len(line.lstrip()) for place, line in zip(places, lines, strict=False)]
    tops = [page.get_charbox(at)[3] if line.strip() else None for at, line in zip(first, lines, strict=True)]
    shown = [(line, top) for line, top in zip(lines, tops, strict=True) if top is not None]
    steps = [before - top for (_, before), (_, top) in pairwise(shown)]
    usual = median(down) if (down := [step for step in steps if step > 0]) else 0.0
    made = [shown[0][0]] if shown else []
    for step, (line, _) in zip(steps, shown[1:], strict=True):
        if step < -height * COLUMN_JUMP:
            made.append(f"{COLUMN_END}\n")
        elif step > usual * ROOM:
            made.append("\n")
        made.append(line)
    return "".join(made)


def main() -> int:
    """Read standard input, write standard output; the exit status says why there is no text."""
    data = sys.stdin.buffer.read()
    import pypdfium2

    _limit()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return LOCKED if "assword" in str(error) else UNREADABLE
    left = MAX_CHARACTERS
    for number in range(min(len(document), MAX_PAGES)):
        page = document[number].get_textpage()
        text = _laid_out(page, page.get_text_bounded(), document[number].get_height())[:left]
        left -= len(text)
        sys.stdout.buffer.write(f"{text}\f".encode("utf-8", "replace"))
        if not left:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main())
