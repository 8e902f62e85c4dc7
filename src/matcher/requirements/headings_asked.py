"""Questions that stand as headings: "Vad ser ni som extra bra?" lists wishes, "Vad behövs inte?" what is needless."""

from __future__ import annotations

import re
from typing import Literal

from matcher.requirements.segment import Sentence

_ASKS = re.compile(r"(?:och |men |and |but )?(?:vad|vilk\w+|what|which)(?!\w)[^?]{3,70}\?$")
_FIRST = frozenset("vwomab")
_DENIES = re.compile(
    r"(?<!\w)(?:inte|ej|aldrig|slipper|onödig\w*|not|never)(?!\w)|(?:don|doesn|isn|aren).t(?!\w)|(?<!\w)utan\?$"
)
_DEMANDS = re.compile(
    r"(?<!\w)(?:krävs?|kräver|krav\w*|behöv\w*|måste|viktigt?|nödvändig\w*|klara\w*|frågar|require\w*|need\w*|must|"
    r"matter|necessary|important|ask|slipper|onödig\w*)(?!\w)"
)
_WISHES = re.compile(
    r"(?<!\w)(?:bra|extra|gärna|kul|roligt|fint|trevligt|plus\w*|bonus\w*|merit\w*|fördel\w*|önsk\w*|uppskatta\w*|"
    r"värdesätt\w*|glada?|försprång|nice|great|welcome|happy|happier|appreciate\w*|advantage\w*|edge|impress\w*)(?!\w)"
)
# "Vad är bra med oss?", "What is great about the job?", "Vad får du extra?": of the employer
_OF_US = re.compile(
    r"(?:med|hos|på|about|with|at|in) (?:oss|us|att|jobbet|tjänsten|rollen|företaget|the |our |working|your )|"
    r"arbetsplats|arbetsgivare|employer|workplace|(?<!\w)(?:varför|why|får du|du får|får jag|erbjud\w*|offer\w*|"
    r"get)(?!\w)"
)


def asked_section(low: str, sentence: Sentence) -> Literal["nice", "not_required"] | None:
    """Section that a question opens which stands as a heading; ``None`` where it asks for neither.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence

    Returns
    -------
    str or None

    Examples
    --------
    >>> [asked_section(low, Sentence(0, len(low))) for low in ("vad är kul om jag kan?", "vad är bra med jobbet?")]
    ['nice', None]
    """
    if low[sentence.start] not in _FIRST or not _ASKS.match(low, sentence.start, sentence.end):
        return None
    if _OF_US.search(low, sentence.start, sentence.end):
        return None
    if _DENIES.search(low, sentence.start, sentence.end):
        return "not_required" if _DEMANDS.search(low, sentence.start, sentence.end) else None
    return "nice" if _WISHES.search(low, sentence.start, sentence.end) else None
