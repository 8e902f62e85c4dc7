"""Licences of those whom one works with or leads: nobody who applies need have them."""

from __future__ import annotations

import re

from matcher.requirements.lexicon import joined
from matcher.requirements.text.segment import Sentence

_WORDS = joined("papers")

_PLACE = 90
_HINTS = (
    "samarb", "tillsammans", "handle", "led", "team", "bredvid", "stöd", "assist", "supervis", "work", "along",
    "består", "hos oss", "under", "rapport", "svarar", "report",
)  # fmt: skip
# "Du samarbetar med legitimerade sjuksköterskor", "a team of licensed nurses", "du handleds av en leg. psykolog";
# "vi utökar vårt team med en leg. logoped" seeks one.
_ALONGSIDE = re.compile(rf"(?<!\w)(?:{_WORDS['alongside']})(?: (?:{_WORDS['whom']})){{0,4}} $")


def is_colleagues(low: str, sentence: Sentence, start: int) -> bool:
    """Whether a licence is that of somebody whom the one who applies works with, leads or is led by.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    start : int
        Where the words for the licence begin.

    Returns
    -------
    bool

    Examples
    --------
    >>> lines = "du samarbetar med leg. läkare", "vi utökar vårt team med leg. läkare"
    >>> [is_colleagues(low, Sentence(0, len(low)), low.index("leg")) for low in lines]
    [True, False]
    """
    before = low[max(sentence.start, start - _PLACE) : start]
    return any(hint in before for hint in _HINTS) and _ALONGSIDE.search(before) is not None
