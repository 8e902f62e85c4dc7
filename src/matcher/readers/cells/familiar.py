"""Whether words are mostly those that work and skills are named by: what names neither has few of them."""

from __future__ import annotations

import re
from functools import cache

from matcher.patterns import late
from matcher.readers.cells.titles import labels_of
from matcher.readers.lexicon import joined

_WORDS = joined("familiar")
_WORD = late(r"[^\W\d_]{1,}")
_JOINS = late(rf"(?:{_WORDS['joins']}|{_WORDS['relates']})", re.IGNORECASE)
_RELATES = late(rf"(?<!\w)(?:{_WORDS['relates']})(?!\w)", re.IGNORECASE)
_WORKER = late(rf"\W*(?:{_WORDS['worker']})(?!\w)", re.IGNORECASE)
_STEM = 5
"""First letters by which another form of a word is known: "bussarna"."""


@cache
def _known() -> frozenset[str]:
    labels = labels_of("occupation") | labels_of("skill")
    return frozenset(word[:_STEM] for label in labels for word in _WORD.findall(label))


def is_strange(words: str, few: int = 2) -> bool:
    """Whether several words are put in relation, and most of them are of no occupation or skill that is known.

    Parameters
    ----------
    words : str
        Places and employers, written with a capital letter, tell nothing; an unknown worker in front is one.
    few : int, default 2
        So many words need not be known: a trade, and what it is about.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_strange("blev stungen av getingar i trapphuset"), is_strange("tog emot varor")
    (True, False)
    >>> is_strange("korvstoppare hos släkten i byn"), is_strange("drift av nät åt Fnular Mäkta Plirp")
    (False, False)
    """
    return bool(_RELATES.search(words)) and not _WORKER.match(words) and known_share(words, few) < HALF


HALF = 0.5
"""Share of words that must be known for most of them to be."""


def known_share(words: str, few: int = 2) -> float:
    """Share of several words that are of an occupation or a skill that is known; 1 where they are too few to tell.

    Examples
    --------
    >>> known_share("gapade mot månen varje vinternatt"), known_share("daglig kontroll av fordon")
    (0.4, 1.0)
    """
    found = _WORD.findall(words)
    told = [word for at, word in enumerate(found) if not (_JOINS.fullmatch(word) or (at and word[0].isupper()))]
    if len(told) <= few:
        return 1.0
    return sum(word.casefold()[:_STEM] in _known() for word in told) / len(told)
