"""Headings told by a question or a statement: "Vad behövs inte?", "Det här blir vi glada av", "Sånt ordnar vi".

What they announce is told by the stems of their words, for nobody can list the ways to say so.
"""

from __future__ import annotations

import re
from typing import Literal

from matcher.requirements.text.segment import Sentence

_ASKS = re.compile(r"(?:och |men |and |but )?(?:vad|vem|vilk\w+|what|who|which)(?!\w)[^?]{3,70}\?$")
_FIRST = frozenset("vwomab")
# "Det här blir vi glada av", "Sånt ordnar vi": a line that points to those below it
_TELLS = re.compile(
    r"(?:och |men |sen |sedan |dessutom |and |but )?(?:(?:det|den) (?:här|där|som|vi)|dessa|detta|sånt|sådant|saker|"
    r"(?:en|två|tre|fyra|fem|några|\d|one|two|three|some) (?:\w+ )?(?:sak(?:er)?|things?)|annat|allt|this|these|"
    r"things|here.s|here (?:is|are)|below (?:is|are))(?!\w)[^.!?,;:]{3,60}:?$"
)
_TELLS_FIRST = frozenset("dsatombefnh123456789")
_DENIES = re.compile(
    r"(?<!\w)(?:inte|ej|aldrig|slipper|onödig\w*|not|never)(?!\w)|(?:don|doesn|isn|aren).t(?!\w)|(?<!\w)utan\?$"
)
_DEMANDS = re.compile(
    r"(?<!\w)(?:krävs?|kräver|krav\w*|behöv\w*|måste|viktigt?|nödvändig\w*|klara\w*|frågar|require\w*|need\w*|must|"
    r"matter|necessary|important|ask|slipper|onödig\w*|avgör\w*|spelar|begär|bry\w*)(?!\w)"
)
# "Det här kompromissar vi inte om": whoever says no to it does not get the job
_FIRM = re.compile(
    r"(?<!\w)(?:kompromiss\w*|tumma\w*|avkall|undantag|undan|förhandl\w*|pruta\w*|rucka\w*|vika|backa\w*|"
    r"klarar (?:vi|man) oss inte utan|inte (?:vara |klara sig )?utan|(?:can.t|cannot) do without|compromise|"
    r"negotia\w*)(?!\w)"
)
# "Sådant vi förutsätter", "Det här kräver jobbet"
_PRESUMED = re.compile(r"(?<!\w)(?:förutsätt\w*|kräver|krävs|förvänta\w*|räknar (?:vi )?med|require|expect)(?!\w)")
# "Det här är viktigt för att du ska lyckas i rollen"
_NEEDED_FOR = re.compile(
    r"(?<!\w)(?:viktigt?|krävs|behövs|nödvändigt|avgörande|important|needed|required) (?:för att|för (?:rollen|"
    r"tjänsten|jobbet|uppdraget)|to (?:succeed|be)|for (?:the (?:role|job|position)|this))(?!\w)"
)
# "Vem letar vi efter?", "Vad har du med dig?"
_SOUGHT = re.compile(
    r"(?<!\w)(?:söker vi|letar vi efter|vi (?:söker|letar efter)|passar|(?:tar|har) du med dig|"
    r"behöver du(?! inte| oss)|krävs|are we looking for|do we (?:look for|seek)|will (?:thrive|succeed|fit)|"
    r"do you (?:need|bring))(?!\w)"
)
_GIVES = re.compile(r"(?<!\w)(?:får|erbjud\w*|varför|tjänar|get|offer\w*|why)(?!\w)")
# "Sånt ordnar vi", "Det här lär du dig av oss"
_GIVEN = re.compile(
    r"(?<!\w)(?:(?:löser|ordnar|fixar|lär|står|hjälper|bekostar|betalar|skaffar) (?:vi|du|man|sig)|vi (?:löser|ordnar|"
    r"fixar|lär|står för|bekostar|betalar|skaffar)|we (?:teach|arrange|provide|pay|fix|sort))(?!\w)"
)
_WISHES = re.compile(
    r"(?<!\w)(?:bra|extra|gärna|kul|roligt|fint|trevligt|plus\w*|bonus\w*|merit\w*|fördel\w*|önsk\w*|uppskatta\w*|"
    r"värdesätt\w*|(?:jätte|super|extra|över)?(?:glada?|lyckliga?)|nöjda?|försprång|hoppas|drömm\w*|underlättar|hjälper|"
    r"fantastisk\w*|underbar\w*|lyfter|imponer\w*|gillar|älskar|guld|lyx|grädde\w*|krydda\w*|nyfikna?|intresserade?|"
    r"nice|great|welcome|happy|happier|appreciate\w*|advantage\w*|edge|impress\w*)(?!\w)"
)
# "Vad är bra med oss?", "What is great about the job?", "Vad får du extra?": of the employer
_OF_US = re.compile(
    r"(?:med|hos|på|about|with|at|in) (?:oss|us|att|jobbet|tjänsten|rollen|företaget|the |our |working|your )|"
    r"arbetsplats|arbetsgivare|employer|workplace|(?<!\w)(?:varför|why|får du|du får|får jag|erbjud\w*|offer\w*|"
    r"get)(?!\w)"
)


_NEEDLESS = re.compile(
    r"(?<!\w)(?:oviktiga?|ointressant\w*|oväsentlig\w*|kvittar?|strunta\w*|skiter|överflödig\w*|unimportant)(?!\w)"
)
# "Det här är en bra arbetsplats": praise of a thing that it names
_A_THING = re.compile(
    r"(?<!\w)(?:är|blir|is|are) (?:en|ett|a|an|vår|vårt|our|jobbet|the) (?!plus|merit|fördel|bonus|lyx)"
)

# "Har du även något av det här ringer vi dig först:", "… men om du kan det blir vi lyriska:"
_WELCOMED = re.compile(
    r"(?:^|(?<=men )|(?<=och )|(?<=fast ))(?:har|kan|talar|om du (?:också |även |dessutom )?(?:har|kan|talar|är))"
    r"(?: du)?(?! inte| ej| ingen| inga)(?: [\w,]+){0,7}? "
    r"(?!(?:måste|behöver|ska|får|kan|har|är) )\w+(?:r|s) (?:vi|jag|du|det|alla)"
    r"(?!\w)[^?]*:$"
)


def told_section(low: str, sentence: Sentence) -> Literal["profile", "nice", "not_required"] | None:
    """Section that a statement opens which stands as a heading and points to what is below it.

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
    >>> lines = "det här blir vi glada av", "detta ordnar vi", "det här tummar vi inte på", "det här är en bra plats"
    >>> [told_section(low, Sentence(0, len(low))) for low in lines]
    ['nice', 'not_required', 'profile', None]
    """
    start, end = sentence.start, sentence.end
    if low[start] not in _TELLS_FIRST or not _TELLS.match(low, start, end) or _OF_US.search(low, start, end):
        return None
    if _FIRM.search(low, start, end):
        return "profile"
    if _NEEDED_FOR.search(low, start, end) and not _DENIES.search(low, start, end):
        return "profile"
    if _DENIES.search(low, start, end):
        return "not_required" if _DEMANDS.search(low, start, end) else None
    if _NEEDLESS.search(low, start, end) or _GIVEN.search(low, start, end):
        return "not_required"
    if _PRESUMED.search(low, start, end):
        return "profile"
    return "nice" if _WISHES.search(low, start, end) and not _A_THING.search(low, start, end) else None


def asked_section(low: str, sentence: Sentence) -> Literal["profile", "nice", "not_required"] | None:
    """Section that a question opens which stands as a heading; ``None`` where it asks for nothing.

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
    >>> [asked_section(low, Sentence(0, len(low))) for low in ("vad är kul om jag kan?", "vem passar hos oss?")]
    ['nice', 'profile']
    """
    if low[sentence.start] not in _FIRST or not _ASKS.match(low, sentence.start, sentence.end):
        return None
    start, end = sentence.start, sentence.end
    denied, wished = _DENIES.search(low, start, end), _WISHES.search(low, start, end)
    if not (denied or wished or _GIVES.search(low, start, end)) and _SOUGHT.search(low, start, end):
        return "profile"
    if _OF_US.search(low, start, end):
        return None
    if denied:
        return "not_required" if _DEMANDS.search(low, start, end) else None
    return "nice" if wished else None


def welcomes(low: str, sentence: Sentence) -> bool:
    """Whether a line with a colon says how glad one is of whoever has what stands below it.

    Examples
    --------
    >>> low = "har du även något av det här ringer vi dig först:"
    >>> welcomes(low, Sentence(0, len(low)))
    True
    """
    return _WELCOMED.search(low[sentence.start : sentence.end]) is not None
