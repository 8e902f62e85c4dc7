"""Sentences that tell what customers, guests or pupils must have: nothing of it is asked for of who applies."""

from __future__ import annotations

import re

from matcher.requirements.text.segment import Sentence
from matcher.requirements.text.seldom import Seldom

# "Våra gäster måste ha fyllt 20 år", "Our guests need no driving licence", "Eleverna läser svenska och ska klara B1"
_MUST_THEY = Seldom(
    r"(?:(?:våra|alla|era|the|our|all|de flesta|många) )?(?:våra |our )?"
    r"(?:(?:hyres|hotell|restaurang|mat)?gäst|kund|besökar|elev|patient|passagerar|resenär|hyrestagar|boend|brukar|"
    r"barn|"
    r"guest|customer|client|visitor|pupil|passenger|tenant|resident|child|children)(?:s|e?r|e?n|e|erna|arna|et|na)? "
    r"(?:(?:som|who) [^,.;]{3,40}? )?"
    r"(?:ska|skall|måste|behöver|bör|får|läser|studerar|övar|lär sig|must|need|should|have to|has to|do not|don.t|may|"
    r"learn|study)(?!\w)"
)
# … unless it turns to the applicant, or says what follows from it
_TO_YOU = Seldom(
    r"(?<!\w)(?:du|dig|din|ditt|dina|you|your|därför|så|so|therefore|krävs|behövs|meriterande|plus|"
    r"(?:personal|medarbetar|förar|chaufför|staff|lärar|kollega|someone|någon)\w*)(?!\w)"
)
# "Dina kollegor har lång erfarenhet", "most of our clients speak Finnish": what those have whom one will meet there;
# a new or next colleague is the applicant
_THEY = (
    "din ", "dina ", "vår ", "våra ", "varje ", "de flesta", "många av", "flera av", "kund", "brukar", "gäst", "elev",
    "your ", "our ", "each ", "the ", "every ", "most of", "many of", "some of", "several of", "all our", "all of our",
)  # fmt: skip
_HAVE_THEY = re.compile(
    r"(?:(?:dina?|våra?|varje|(?:de flesta|många|flera)(?: av våra)?)(?: (?:närmaste|andra|befintliga))? "
    r"(?:chef|kolleg|arbetskamrat|grundare|ägare|hyresgäst|kund|gäst|elev|brukar|patient|boende)\w*|"
    r"(?:kund|gäst|elev|brukar)(?:en|er|erna|arna|na)) (?:alla |redan )?(?:har|hade|talar|pratar|började)(?!\w)|"
    r"(?:(?:all|most|many|some|several)(?: of)? )?(?:your|our|each|every)(?: (?:other|own|closest|current))? "
    r"(?:manager|boss|supervisor|colleague|co-?worker|team ?mate|founder|owner|customer|client|guest|resident|pupil|"
    r"student|patient|mentor)s? (?:all |already |each )?(?:have|has|had|hold|holds|speak|speaks|started)(?!\w)|"
    r"(?:most|many|some|several) of (?:our|the) (?:staff|employees|people|drivers|nurses|teachers|engineers) (?:have|"
    r"speak|"
    r"hold)(?!\w)|the (?:resident|guest|customer|client|patient|pupil|student|tenant)s (?:all |already |"
    r"each )?(?:have|has|had|hold|holds|speak|speaks|started)(?!\w)"
)


def is_of_others(low: str, sentence: Sentence) -> bool:
    """Whether a sentence says only what those must have or learn whom one serves there.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence

    Returns
    -------
    bool

    Examples
    --------
    >>> lines = "våra gäster måste ha fyllt 20 år", "kunden kräver b-körkort", "eleverna ska förstå din svenska"
    >>> [is_of_others(low, Sentence(0, len(low))) for low in lines]
    [True, False, False]
    >>> low = "your colleagues have long experience"
    >>> is_of_others(low, Sentence(0, len(low)))
    True
    """
    start, end, signs = sentence.start, sentence.end, sentence.signs
    if low.startswith(_THEY, start) and (have := _HAVE_THEY.match(low, start, end)):
        return not _TO_YOU.search(signs, low, have.end(), end)
    return bool(_MUST_THEY.match(signs, low, start, end)) and not _TO_YOU.search(signs, low, start, end)
