"""Work told by what was done: "städade på hotell", "drove a taxi" name who does that for a living."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.taxonomy.scanning.wordings import Wordings

_LONGEST = 2000
# What is done at home, for nobody's pay, is no job.
_AT_HOME = late(
    r"(?<!\w)(?:hemma(?! i (?-i:[A-ZÅÄÖ]))|hushåll\w*|familj\w*|släkt\w*|granna\w*|barnbarn\w*|utan lön|oavlöna\w*"
    r"|fritid\w*|på egen hand"
    r"|åt (?:vänner|bekanta)|förening\w*|ideell\w*|at home|household|famil(?:y|ies)|neighbou?rs?|unpaid|friends|hobby"
    r"|spare time|voluntary|volunt\w*)(?!\w)",
    re.IGNORECASE,
)


# "Städat hemma hos folk", "cleaned for private families" is work: the home is that of others.
_PAID = late(
    r"(?:hemma )?(?<!\w)(?:hos|åt|for|with) (?:(?:en|ett|olika|flera|andra|rika|privata?|an?|private|rich|wealthy|other"
    r"|different|several) )*"
    r"(?:familj(?:er)?|hushåll|folk|människor|kunder|äldre|privatpersoner|(?<=\ba )family|(?<=rich )family"
    r"|(?<=private )family|families|households|people)(?!\w)",
    re.IGNORECASE,
)


@cache
def _verbs() -> Wordings[str]:
    # What goes on counts where a time is told: "städar kontor sedan 2023".
    now = (("a(?:de|t)", "a(?:de|t|r)"), ("kör(?:de|t)", "kör(?:de|t|)"))
    found = ((_replaced(verb, now), worker) for verb, worker in rows("doing"))
    # Who did it may stand between any two of the words: "körde hon taxi".
    spread = ((_PAST.sub(_going_on, verb.replace(" ", rf"(?: {WHO})? ")), worker) for verb, worker in found)
    return Wordings((worker, rf"(?<!\w)(?:{verb})(?!\w)") for verb, worker in spread)


def _replaced(verb: str, pairs: Iterable[tuple[str, str]]) -> str:
    for told, both in pairs:
        verb = verb.replace(told, both)
    return verb


# "I have been delivering newspapers": the same deed as it went on; "likes teaching" is none.
_PAST = late(
    r"(?<![\w(])(?:cleaned|washed|cooked|baked|delivered|painted|welded|taught|repaired|packed|sold|guarded"
    r"|drove)(?!\w)"
)
_NOW = r"(?:(?<=\bi )|(?<=they )|(?<=now )|(?<=currently ))"
_GOING_ON = {"baked": "baking", "taught": "teaching", "sold": "selling", "drove": "driving"}


def _going_on(match: re.Match[str]) -> str:
    past = match.group()
    goes_on = _GOING_ON.get(past, f"{past.removesuffix('ed')}ing")
    now = goes_on.removesuffix("ing") + ("e" if past in ("baked", "drove") else "")
    return rf"(?:{past}|(?<=been ){goes_on}|(?<=was ){goes_on}|{_NOW}{now})"


WHO = "(?:jag|hon|han|hen|deltagaren|personen|kandidaten|i|she|he|they)"
"""Who did it, as a pattern."""


# "Vill köra lastbil", "would like to bake bread": the deed that is wished for, in the form that the table has.
_WISHES = late(
    r"(?<!\w)(?:(?:vill|önskar|hoppas(?: på)?|drömmer om|skulle (?:\w+ )?vilja|skulle (?:helst|gärna)"
    r"|dröm(?:men)? är|mål(?:et)? är)"
    r"(?: (?:jag|hon|han|hen|gärna|helst|hellre|också|att|få|kunna|börja|fortsätta|igen))*"
    r"|(?:would|\w*['’]d) (?:like|love|prefer) to|(?:want|wants|hope|hopes|hoping|aim|dream is"
    r"|goal is) to)(?: (?:again|once more))?"
    r" (?P<verb>[^\W\d_]+)(?P<behind>[^.;,\n]{0,60})",
    re.IGNORECASE,
)
_OWN = late(r" (?:min|mitt|mina|vår|våra|my|our|sin|sitt|sina|his|her|the|inte|ej)(?!\w)", re.IGNORECASE)
_DENIED = late(r"(?:not|n['’]t|never|no longer|inte|ej|aldrig|inte längre|knappast) (?:\w+ )?$", re.IGNORECASE)
_PAST_OF = {
    "köra": "körde", "sy": "sydde", "klippa": "klippte", "sälja": "sålde", "sköta": "skötte", "bygga": "byggde",
    "lägga": "lade", "dra": "drog", "bokföra": "bokförde", "väva": "vävde", "drive": "drove", "teach": "taught",
    "sell": "sold", "build": "built", "sew": "sewed", "bake": "baked", "cut": "cut", "lay": "laid",
}  # fmt: skip


def wished_doing(text: str) -> list[str]:
    """Name who does for a living what a sentence wishes to do.

    Parameters
    ----------
    text : str
        Its first 2,000 characters are searched.

    Returns
    -------
    list of str

    Examples
    --------
    >>> wished_doing("Jag vill köra lastbil."), wished_doing("I'd like to drive a bus"), wished_doing("Sälj min bil")
    (['lastbilsförare'], ['bussförare'], [])
    """
    found: list[str] = []
    for match in _WISHES.finditer(text[:_LONGEST]):
        verb = match["verb"].casefold()
        past = _PAST_OF.get(verb) or (f"{verb}de" if verb.endswith("a") else f"{verb}ed")
        if not _OWN.match(match["behind"]) and not is_denied(text, match.start()):
            found += [worker for *_, worker in find_doing(f"{past}{match['behind']}")]
    return found


_NEAR = 30


def is_denied(text: str, at: int) -> bool:
    """Whether what begins at a place is denied right before it: "I don't | want to go back to cleaning".

    Examples
    --------
    >>> is_denied("I don't want to", 8), is_denied("I want to", 2)
    (True, False)
    """
    return bool(_DENIED.search(text, max(0, at - _NEAR), at))


def is_never_done(text: str, start: int, end: int) -> bool:
    """Whether work told at a place is denied, and not only since a time: "har aldrig | jobbat som kock".

    Examples
    --------
    >>> is_never_done("har inte jobbat som kock", 9, 15), is_never_done("har inte jobbat som kock sedan 2019", 9, 15)
    (True, False)
    """
    return is_denied(text, start) and not _SINCE.search(text, end)


_SINCE = late(
    r"(?<!\w)(?:sedan|sen|efter|på \w+ (?:år|mån)\w*|i år|since|after|for \w+ years?|this year)(?!\w)", re.IGNORECASE
)


def find_doing(text: str) -> Iterator[tuple[int, int, str]]:
    """Find what was done for a living in a sentence.

    Parameters
    ----------
    text : str
        Its first 2,000 characters are searched.

    Yields
    ------
    (int, int, str)
        Where the words stand, and who works so; of two that overlap the one told more closely, and nothing where the
        sentence tells of a home, a family or a hobby.

    Examples
    --------
    >>> [worker for *_, worker in find_doing("Först städade jag på hotell, sedan körde jag taxi.")]
    ['hotellstädare', 'taxiförare']
    >>> list(find_doing("Har lagat mat hemma i tjugo år."))
    []
    """
    searched = text[:_LONGEST]
    if _AT_HOME.search(searched) and _AT_HOME.search(_PAID.sub(" ", searched)):
        return
    taken: list[tuple[int, int]] = []
    for worker, pattern in _verbs().fitting(searched):
        for match in pattern.finditer(searched):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
                yield (*match.span(), worker)
