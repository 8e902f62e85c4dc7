"""Sentences that begin with the one who is sought: what follows them is asked of that person."""

from __future__ import annotations

import re

from matcher.requirements.text.segment import Sentence
from matcher.requirements.text.seldom import Seldom

# "A suitable candidate needs", "Den sökande ska ha", "Vår drömkandidat har"; not "… will be offered", "Våra medarbetare
# har", "Som medarbetare har du", "… har möjlighet till"
_PERSON = (
    r"(?:candidates?|applicants?|person|individual|match|fit|colleague|team member|"
    r"\w*(?:kandidat(?:en|er)?|kolleg(?:a|an)|medarbetaren?)|sökanden?|personen|konsult(?:en)?|resursen|"
    r"(?:den|du) som passar|(?:du|den) (?:som )?vi (?:söker|letar efter|behöver))"
)
_SPEAKS_OF_PERSON = Seldom(_PERSON)
_OF_PERSON = re.compile(
    r"(?!(?:våra|dina|samtliga|flera|många|your|many|most|our (?:candidates|applicants)|"
    r"(?:som|as an?|as our) (?:\w+ )?(?:medarbetare|konsult|kollega|colleague|team member)) )"
    rf"(?:[\w'’-]+ ){{0,4}}?{_PERSON}(?: [\w'’/-]+){{0,4}}? "
    r"(?:has|have|needs?|brings?|possess(?:es)?|must|should|will (?:have|need|bring|possess)|"
    r"har|ska|skall|bör|måste|behöver|innehar|besitter|uppfyller)(?!\w)"
    r"(?!(?: du| ha| få| get| have)?(?: \w+)? (?:rätt|möjlighet|tillgång|chans|förmån|få|opportunit|chance|access))"
)
_OF_YOU_ALONE = ("du:", "du :", "you:", "you :")


def names_person(low: str, sentence: Sentence) -> bool:
    """Whether a sentence begins with what the one who is sought has ("A suitable candidate needs …").

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
    >>> [names_person(low, Sentence(0, len(low))) for low in ("den sökande ska ha b-körkort", "våra konsulter har bil")]
    [True, False]
    """
    start, end = sentence.start, sentence.end
    if low.startswith(_OF_YOU_ALONE, start, end):
        return True
    # Most sentences have none of the words for a person, and going through the words before one takes long.
    speaks = _SPEAKS_OF_PERSON.search(sentence.signs, low, start, end)
    return speaks is not None and _OF_PERSON.match(low, start, end) is not None
