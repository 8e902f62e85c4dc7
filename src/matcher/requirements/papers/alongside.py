"""Licences of those whom one works with or leads: nobody who applies need have them."""

from __future__ import annotations

import re

from matcher.requirements.text.segment import Sentence

_PLACE = 90
_HINTS = (
    "samarb", "tillsammans", "handle", "led", "team", "bredvid", "stöd", "assist", "supervis", "work", "along",
    "består", "hos oss", "under", "rapport", "svarar", "report",
)  # fmt: skip
# "Du samarbetar med legitimerade sjuksköterskor", "a team of licensed nurses", "du handleds av en leg. psykolog";
# "vi utökar vårt team med en leg. logoped" seeks one.
_ALONGSIDE = re.compile(
    r"(?<!\w)(?:(?:sam|nära |nära sam)arbetar?(?: (?:nära|tätt|dagligen))?(?: (?:ihop|tillsammans))? med|"
    r"(?:nära|gott|tätt|dagligt) samarbete med|arbetar? (?:nära|tätt|bredvid|ihop med)|tillsammans med|"
    r"(?:handleds|handledning|handledd|stöttas|leds|ledd|under ledning) av|stöd (?:av|från)|assisterar?|"
    r"består av|(?:rapporterar|svarar) (?:direkt )?till|reports? (?:directly )?to|"
    r"hos oss (?:arbetar|jobbar|finns)|(?:arbetar|work) under|consists? of|"
    r"leder|(?:leda|lett)(?: (?:ett|en))?|(?:team|grupp|lag)(?:et|en)? (?:av|om|på|på \w+)|"
    r"(?:work|working|works|collaborate|collaborating|cooperate) (?:closely |together |side by side )*"
    r"(?:with|alongside|for)|alongside|"
    r"together with|supervised by|(?:lead|leads|leading|supervise|manage|managing|assist|assists|assisting|support)|"
    r"(?:team|group) of|support (?:of|from))"
    r"(?: (?:ett team(?: av| med)?|en grupp(?: av| med)?|våra|vår|en|två|tre|fyra|fem|flera|många|andra|erfarna|"
    r"our|an?|the|other|several|two|three|four|five|experienced|\d+|av|of|team|group)){0,4} $"
)


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
