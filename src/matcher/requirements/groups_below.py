"""Alternatives in a list of lines, where the line above it says that one of them will do."""

from __future__ import annotations

import re
from collections.abc import Mapping

from matcher.requirements.context import Context

# "Någon av följande:", "Ett eller flera av nedanstående krävs:", "Något av:", but not "till en av våra kunder:"
_BELOW = r"(?:följande|nedanstående|dessa|alternativen|(?:the )?(?:following|below)|these)(?: [^\W\d_]\w*){0,4}"
_OPENS = re.compile(
    r"(?<!\w)(?:(?:någon|något|ett|en|endera|minst (?:ett|en)|åtminstone (?:ett|en))(?: eller (?:flera|fler))? av"
    rf"|(?:one|any|either|at least one|one or more|one or several) of)(?:(?: de| the)? {_BELOW}|(?=:))\s?[:….]*\s*"
)
_WORDS = ("följande", "nedanstående", "dessa", "alternativen", "following", "below", "these", " av:", " of:")
_LONGEST = 120
_OR = frozenset(("eller", "or"))


def ways_below(context: Context) -> Mapping[int, int]:
    r"""Find the lists whose lines are alternatives because the line above them says so.

    Parameters
    ----------
    context : Context

    Returns
    -------
    mapping of int to int
        Number of each sentence in such a list → number of the list.

    Examples
    --------
    >>> from matcher.records import JobAd
    >>> from matcher.requirements import read_requirements
    >>> text = "Ett av följande krävs:\n- Truckkort\n- Liftkort\n\nDessutom:\n- Körkort B"
    >>> [(row.value, row.any_of) for row in read_requirements(JobAd(id="a", headline="Jobb", text=text))]
    [('truck', 1), ('lift', 1), ('B', None)]
    """
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
    return any(match.end() == end for match in _OPENS.finditer(low, max(start, end - _LONGEST), end))
