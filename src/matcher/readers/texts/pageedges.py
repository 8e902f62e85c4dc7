"""What programs print at the edges of each page: its number, and heads and feet that say the same on every one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from matcher.patterns import late

# "Sida 1 av 2", alone or behind a head ("Dnr 12     Sida 1 (2)"); "1 (2)" alone
_NUMBER = late(
    r"^(?:[^\n]{0,90}(?:[ \t]{2}|[,;|•·–-])[ \t]*|[ \t]*)(?:page|sida|sid\.?) \d{1,3}(?: ?(?:of|av|/) ?\d{1,3}| ?"
    r"\(\d{1,3}\))?[ \t]*$|^[ \t]*\d{1,2} ?\(\d{1,2}\)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LINES = 2
"""Lines of a head or a foot, at most."""


def without_page_edges(text: str) -> str:
    r"""Leave out numbers of pages, and what stands at the top or the bottom of more than one page.

    Examples
    --------
    >>> without_page_edges("Cook 2015-2019\nPage 1 of 2\nWaiter 2020").split()
    ['Cook', '2015-2019', 'Waiter', '2020']
    >>> pages = "Example office\nBaker\nout 3 May\nPage 1 (2)\n\fExample office\nMason\nout 3 May\nPage 2 (2)"
    >>> without_page_edges(pages).split()
    ['Example', 'office', 'Baker', 'Mason']
    """
    if "\f" not in text and not _NUMBER.search(text):
        return text
    lines = _NUMBER.sub("\f", text).replace("\f", "\n\f\n").split("\n")
    told = [line.strip() for line in lines]
    breaks = [-1, *(at for at, line in enumerate(lines) if line == "\f"), len(lines)]
    ways = (way for end in breaks for way in (range(end - 1, -1, -1), range(end + 1, len(told))))
    near = {at for way in ways for at in _told(told, way)}
    counts = Counter(told[at] for at in near)
    # What stands above all else is a title as well.
    edges = {at for at in near if counts[told[at]] > 1} - {next((at for at, line in enumerate(told) if line), -1)}
    return "\n".join("" if at in edges else line.strip("\f") for at, line in enumerate(lines))


def _told(told: Sequence[str], places: range) -> tuple[int, ...]:
    """Give the places of the first lines that say something."""
    return tuple(islice((at for at in places if told[at]), _LINES))
