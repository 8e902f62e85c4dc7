"""A talk written down: "H: Var bor du?", "D: I Umeå." is read by its questions, without who says what."""

from __future__ import annotations

import re
from collections import Counter

from matcher.patterns import late

_SPEAKER = late(r"^[ \t]*(?P<who>[A-ZÅÄÖ]\w{0,14}|[A-ZÅÄÖ]{1,3}\d{0,4})[ \t]*:[ \t]+(?=\S)", re.MULTILINE)
_AT_LEAST = 3
"""Turns of each speaker from which a text is a talk."""


def without_speakers(text: str) -> str:
    r"""Take the names of two speakers away where a text is a talk between them; other texts stay as they are.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        With as many lines.

    Examples
    --------
    >>> without_speakers("H: Var bor du?\nD: I Umeå.\nH: Språk?\nD: Dari.\nH: Bil?\nD: Nej.")
    'Var bor du?\nI Umeå.\nSpråk?\nDari.\nBil?\nNej.'
    >>> without_speakers("Bil: nej\nSpråk: dari")
    'Bil: nej\nSpråk: dari'
    """
    turns = Counter(match["who"] for match in _SPEAKER.finditer(text))
    speakers = {who for who, count in turns.items() if count >= _AT_LEAST}
    asked = {match["who"] for match in re.finditer(rf"{_SPEAKER.pattern}.*\?[ \t]*$", text, re.MULTILINE)}
    if len(speakers) != 2 or not asked & speakers:
        return text
    return _SPEAKER.sub(lambda match: "" if match["who"] in speakers else match.group(), text)
