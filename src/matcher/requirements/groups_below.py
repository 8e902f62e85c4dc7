"""Alternatives in a list of lines, where the line above it says that one of them will do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from matcher.requirements.context import Context, Found
from matcher.requirements.groups import OF_THE_TEXT
from matcher.requirements.said_again import RANK

# "Någon av följande:", "Ett eller flera av nedanstående krävs:", "Något av:", but not "till en av våra kunder:"
_BELOW = r"(?:följande|nedanstående|dessa|alternativen|(?:the )?(?:following|below)|these)(?: [^\W\d_]\w*){0,6}"
_OPENS = re.compile(
    r"(?<!\w)(?:(?:någon|något|ett|en|endera|(?:minst |åtminstone )?(?:ett|en|två|tre))(?: eller (?:flera|fler))? av"
    rf"|(?:one|any|either|two|three|at least (?:one|two|three)|"
    rf"(?:one|two) or more|one or several) of)(?:(?: de| the)? {_BELOW}|(?=:))\s?[:….]*\s*"
)
_WORDS = ("följande", "nedanstående", "dessa", "alternativen", "following", "below", "these", " av:", " of:")
_LONGEST = 120
_OR = frozenset(("eller", "or"))
_OF_LISTS = 2 * OF_THE_TEXT
"""Groups from this number on are those of lists; lower ones are told apart by sentences or by lines that end open."""


def with_lists(context: Context, found: Sequence[Found], groups: Sequence[int | None]) -> list[int | None]:
    r"""Join what stands in the lines of a list of which one will do, whatever joins it within its line.

    Parameters
    ----------
    context : Context
    found : sequence of Found
        In order of place.
    groups : sequence of int or None
        Of each row, as its sentence joins it.

    Returns
    -------
    list of int or None
        The rows of a list that are asked for alike share a number of the text.

    Examples
    --------
    >>> from matcher.records import JobAd
    >>> from matcher.requirements import read_requirements
    >>> text = "Ett av följande krävs:\n- Truckkort\n- Liftkort\n\nDessutom:\n- Körkort B"
    >>> [(row.value, row.any_of) for row in read_requirements(JobAd(id="a", headline="Jobb", text=text))]
    [('truck', 1), ('lift', 1), ('B', None)]
    """
    lists = _lists(context)
    return [
        group if number is None else _OF_LISTS + len(RANK) * number + RANK[row.judged.necessity]
        for row, group in zip(found, groups, strict=True)
        for number in (lists.get(row.sentence.number),)
    ]


def _lists(context: Context) -> Mapping[int, int]:
    """Find such lists: the number of each sentence in one → the number of the list."""
    found: dict[int, int] = {}
    low = context.low
    if not any(word in low for word in _WORDS):
        return found
    number, is_open = -1, False
    for block in context.blocks:
        if is_open and block.kind == "item":
            found.update((sentence.number, number) for sentence in block.sentences)
        elif not (is_open and low[block.start : block.end].strip(" .:") in _OR):
            is_open = _opens(low, block.start, block.end)
            number += is_open
    return found


def _opens(low: str, start: int, end: int) -> bool:
    start = max(start, end - _LONGEST)
    told = any(low.find(word, start, end) >= 0 for word in _WORDS)
    return told and any(match.end() == end for match in _OPENS.finditer(low, start, end))
