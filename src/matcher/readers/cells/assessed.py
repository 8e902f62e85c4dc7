"""Whether an education from another country has been assessed: "ja, UHR", "Ansökt, ej klar", "utb. ej bedömd"."""

from __future__ import annotations

import re
from typing import Literal

from matcher.patterns import late
from matcher.readers.cells.words import is_absent, is_silent
from matcher.readers.lexicon import joined

_WORDS = joined("assessed")

Validated = Literal["yes", "no", "applied"]

_APPLIED = late(rf"(?<!\w)(?:{_WORDS['applied']})(?!\w)", re.IGNORECASE)
_NOT_VALIDATED = late(rf"(?<!\w)(?:{_WORDS['not_validated']})(?!\w)", re.IGNORECASE)
# "Ska söka UHR" says that nobody has looked at it yet.
_PLANNED = late(
    r"(?<!\w)(?:ska|skall|vill|bör|måste|behöver|planer\w*|tänker|hjälp med|will|wants? to|needs? to|plans? to)"
    r" (?:\w+ ){0,3}?(?:an?sök\w*|söka|skicka\w*|uhr|bedöm\w*|valider\w*|apply|send|have|get)(?!\w)",
    re.IGNORECASE,
)
_VALIDATED = late(rf"(?<!\w)(?:{_WORDS['validated']})(?!\w)", re.IGNORECASE)

_LETTER = late(r"(?P<yes>[jy])|n", re.IGNORECASE)  # "UHR j/n"


def read_validated(text: str) -> Validated | None:
    """Whether an education has been assessed.

    Examples
    --------
    >>> [read_validated(t) for t in ("ja, UHR", "Ansökt, ej klar", "utb. ej bedömd", "UHR klart", "ska söka UHR", "")]
    ['yes', 'applied', 'no', 'yes', 'no', None]
    """
    if letter := _LETTER.fullmatch(text.strip()):
        return "yes" if letter["yes"] else "no"
    if is_silent(text) and not _NOT_VALIDATED.search(text):
        return None
    if is_absent(text):
        return "no"
    if re.search(r"(?<!\w)(?:ej|inte) (?:ansökt|sökt|bedöm[dt])", text, re.IGNORECASE) or _PLANNED.search(text):
        return "no"
    if _APPLIED.search(text):
        return "applied"
    if _NOT_VALIDATED.search(text):
        return "no"
    return "yes" if _VALIDATED.search(text) else None
