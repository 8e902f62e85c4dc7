"""Sentences that tell what customers, guests or pupils must have: nothing of it is asked for of who applies."""

from __future__ import annotations

from matcher.requirements.text.segment import Sentence
from matcher.requirements.text.seldom import Seldom

# "Våra gäster måste ha fyllt 20 år", "Our guests need no driving licence", "Eleverna läser svenska och ska klara B1"
_MUST_THEY = Seldom(
    r"(?:(?:våra|alla|era|the|our|all|de flesta|många) )?(?:våra |our )?"
    r"(?:(?:hyres|hotell|restaurang|mat)?gäst|kund|besökar|elev|patient|passagerar|resenär|hyrestagar|boend|brukar|barn|"
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
    """
    start, end, signs = sentence.start, sentence.end, sentence.signs
    return bool(_MUST_THEY.match(signs, low, start, end)) and not _TO_YOU.search(signs, low, start, end)
