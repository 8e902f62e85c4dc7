"""Clauses about other people: what a husband drives or a father worked as is no fact about the person."""

from __future__ import annotations

import re

from matcher.patterns import late

_RELATIVE = (
    r"(?:mannen|maken|makan|frun|hustrun?|sambon?|pappan?|mamman?|fadern|modern|brodern|systern|bröderna?|systrarna?"
    r"|sonen|sönerna?|dottern|döttrarna?|barnen|grannen|kompisen|(?:pojk|flick)vännen|fäst(?:mannen|mön)|ex(?:et|mannen|frun)|kusinen|svärfar|svärmor|svärson(?:en)?|svågern?|svägerskan?"
    r"|(?:min|mitt|mina|hans|hennes|vår|våra|deltagarens|personens|en|ett)(?: \w+)? (?:man|make|maka|fru|hustru|sambo"
    r"|pappa|mamma|far|mor|bror|bröder|syster|systrar|son|söner|dotter|döttrar|barn|farbror|morbror|farfar|morfar"
    r"|farmor"
    r"|mormor|moster|faster|kusin(?:er)?|granne|grannar|kompis(?:ar)?|vän(?:ner)?|bekant(?:a)?|släkting(?:ar)?"
    r"|kolleg(?:a|or)|arbetskamrat(?:er)?|chef|lärare|handledare|hyresvärd)"
    r"|(?:(?:my|his|her|our|their|the|an?)(?: \w+)? )(?:husband|wife|spouse|partner|father|mother|dad|mum|mom|brothers?"
    r"|sisters?|sons?|daughters?|children|kids|uncles?|aunts?|cousins?|grandfather|grandmother|neighbours?|neighbors?"
    r"|friends?|boyfriend|girlfriend|flatmate|roommate|colleagues?|co-?workers?|boss|manager|supervisor|landlord"
    r"|teacher)"
    # Without a word for whose it is, only before what somebody does: "bror är läkare".
    r"|(?:far|mor|bror|syster|son|dotter|fru|hustru|make|maka|farbror|morbror|moster|faster|kusin|svåger|svägerska"
    r"|brother|sister|father|mother|husband|wife|uncle|aunt|cousin)(?= (?:är|var|jobbar|arbetar|kör|driver|drev|äger"
    r"|ägde|har|hade|bor|pluggar|läser|is|was|works|drives|runs|owns|has|had|lives)(?!\w)))"
)
# Who does it begins a clause; "min bror och jag drev en butik" is about the person too.
_SUBJECT = late(
    r"(?:^\W*|[,;:(–—]\s*|\s(?:och|men|samt|medan|så|eftersom|and|but|while|so|because|since)\s+)"
    rf"(?P<who>{_RELATIVE})(?!\w|\s+(?:och|and)\s+(?:jag|hon|han|hen|deltagaren|i|she|he)\s|\s*$)",
    re.IGNORECASE,
)
_BACK = late(
    r"(?:[,;]\s*|\s+)(?:(?:och|men|så|and|but|so)\s+)?(?:\w+\s+)?"
    r"(?:[Jj]ag|[Ss]jälv|deltagaren|personen|[A-Z]\d{2,4}|I|I'm|I've|myself|herself|himself)(?![\w'])"
)


_IN_CARE = late(r"barn|child|kids", re.IGNORECASE)


def is_of_others(clause: str) -> bool:
    """Whether a clause tells of nobody but a relative or a friend; those in somebody's care are part of their work.

    Examples
    --------
    >>> is_of_others("kusinen kör taxi i Malmö"), is_of_others("Barnen lärde sig läsa"), is_of_others("kör taxi")
    (True, False, False)
    """
    match = _SUBJECT.match(clause)
    return match is not None and not _IN_CARE.search(match["who"]) and not own_clauses(clause).strip(" ,.;")


def own_clauses(sentence: str) -> str:
    """Leave the clauses out whose subject is somebody else, to where the sentence comes back to the person.

    Parameters
    ----------
    sentence : str

    Returns
    -------
    str

    Examples
    --------
    >>> own_clauses("Mannen har bil och körkort, själv har jag inget."), own_clauses("Min bror och jag drev en butik.")
    (', själv har jag inget.', 'Min bror och jag drev en butik.')
    >>> own_clauses("I help my brother in his shop."), own_clauses("My father was a baker for ten years.")
    ('I help my brother in his shop.', '')
    """
    while match := _SUBJECT.search(sentence):
        start = match.start("who")
        back = _BACK.search(sentence, match.end())
        sentence = sentence[:start] + (sentence[back.start() :] if back else "")
    return sentence
