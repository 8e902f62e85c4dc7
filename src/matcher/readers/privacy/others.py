"""What a husband drives or a father worked as is no fact of the person; where they come from is not told on."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.places import find_cities
from matcher.readers.lexicon import joined
from matcher.taxonomy.facts.countries import find_countries

_KIN = joined("kin")
KIN = "|".join((_KIN["owned"], _KIN["owned_en"], _KIN["sure"]))
"""Words for people in somebody's life, behind one for whose they are."""
_RELATIVE = (
    rf"(?:{_KIN['known']}"
    rf"|(?:min|mitt|mina|hans|hennes|vår|våra|deltagarens|personens|en|ett)(?: \w+)? (?:{_KIN['owned']})"
    rf"|(?:my|his|her|our|their|the|an?)(?: \w+)? (?:{_KIN['owned_en']})"
    # "Mamma till tre" and "farfar och kock" are what somebody is.
    rf"|(?:{_KIN['sure']})(?! (?:till|åt|of|to|och|and)(?!\w))(?= \w)"
    rf"|(?:\w{{3,}}s )?(?:{_KIN['doing']})(?= (?:är|var|jobbar|arbetar|kör|driver|drev|äger|ägde|har|hade|bor|pluggar"
    r"|läser|säljer|sålde|is|was|are|were|works?|drives?|runs?|ran|owns?|owned|has|have|had|lives?|sells?)(?!\w)))"
    # "Min far lärde mig svetsa" tells what the person can do.
    r"(?! (?:lärde|visade|har lärt|taught|showed) (?:mig|henne|honom|me|her|him)(?!\w))"
)
# Who does it begins a clause; "min bror och jag drev en butik" is about the person too.
_SUBJECT = late(
    r"(?:^\W*|[,;:(–—]\s*|\s(?:och|men|samt|medan|så|eftersom|and|but|while|so|because|since)\s+"
    r"|\s(?P<within>som|där|när|att|that|which|whom|where|when)\s+(?!barn|child|kids))"
    rf"(?P<who>{_RELATIVE})(?!\w|\s+(?:och|and)\s+(?:jag|hon|han|hen|deltagaren|i|she|he)\s|\s*$)",
    re.IGNORECASE,
)
_BACK = late(
    r"(?:[,;]\s*|\s+)(?:(?:och|men|så|and|but|so)\s+)?(?:\w+\s+)?"
    r"(?:[Jj]ag|[Ss]jälv|deltagaren|personen|[A-Z]\d{2,4}|I|I'm|I've|myself|herself|himself)(?![\w'])"
)


_ENDS = late(r"(?=[,;.)])|(?= (?:och|and) )")
_IN_CARE = late(r"barn|child|kids", re.IGNORECASE)

# "blev uppringd av en kurator", "was followed by a guard"
_DONE_TO = late(
    r"\W*(?:(?:jag|hon|han|hen|i|she|he|they) )?(?:(?:har|hade|has|had|have) )?(?:blev|blivit|blir|was|got|been|were) "
    r"(?:[^\W\d_]+ )?[^\W\d_]{2,}(?:d|t|en) (?:av|by)(?!\w)",
    re.IGNORECASE,
)
_OF_WORK = late(rf"(?<!\w)(?:{joined('persons')['of_work']})(?!\w)", re.IGNORECASE)


def is_of_others(clause: str) -> bool:
    """Whether a clause tells of nobody but a relative or a friend, or of what somebody else did to the person.

    Those in somebody's care are part of their work, and so is who took them on.

    Examples
    --------
    >>> is_of_others("kusinen kör taxi i Malmö"), is_of_others("Barnen lärde sig läsa"), is_of_others("kör taxi")
    (True, False, False)
    >>> is_of_others("blev omkörd av en truck"), is_of_others("blev anställd av bageriet")
    (True, False)
    """
    if _DONE_TO.match(clause):
        return not _OF_WORK.search(clause)
    match = _SUBJECT.match(clause)
    return match is not None and not _IN_CARE.search(match["who"]) and not own_clauses(clause).strip(" ,.;")


_OWNER = r"(?:min|mitt|mina|hans|hennes|vår|våra|deltagarens|personens|my|his|her|our|their)"
# "En erfaren lärare, har jobbat i 8 år" is the person; "min lärare" is not.
_BEGINS = late(
    rf"\W*(?:{_KIN['known']}|{_KIN['sure']}|{_OWNER}(?: \w+)? (?:{_KIN['owned']}|{_KIN['owned_en']}))(?!\w)",
    re.IGNORECASE,
)
_GOES_ON = late(
    rf"(?:och |and |men |but )?(?:{_KIN['goes_on']})(?!\w)|\d{{1,2}} ?(?:år|mån\w*|years?|months?)?\W*$", re.IGNORECASE
)


def begins_with_others(clause: str) -> bool:
    """Whether a clause begins with a relative or a friend, who is the subject of what follows: "Sonen, 12 år".

    Examples
    --------
    >>> begins_with_others("Sonen"), begins_with_others("Min chef"), begins_with_others("En erfaren chef")
    (True, True, False)
    """
    match = _BEGINS.match(clause)
    return match is not None and not _IN_CARE.search(match.group())


def goes_on(clause: str) -> bool:
    """Whether a clause begins with a verb or is an age, so that it is about the subject of the clause before.

    Examples
    --------
    >>> goes_on("vill bli läkare"), goes_on("12 år"), goes_on("kock i fem år")
    (True, True, False)
    """
    return _GOES_ON.match(clause) is not None


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
        # "I butiken som pappa ägde, sålde skor": what a noun is told by ends at the comma.
        back = (_ENDS if match["within"] else _BACK).search(sentence, match.end())
        sentence = sentence[:start] + (sentence[back.start() :] if back else "")
    return sentence


_PLACE = r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?(?: i [A-ZÅÄÖ][\w-]+|, [A-ZÅÄÖ][\w-]+)?"
_WHO = r"(?:(?:[Jj]ag|[Hh]on|[Hh]an|[Hh]en|[Dd]eltagaren|I|[Ss]he|[Hh]e|[A-Z]\d{2,4}|[Pp]ersonen) )?"
_CAME = rf"(?:{_KIN['came']})(?: ursprungligen| originally)?"
_WHENCE = late(rf"(?<!\w){_WHO}{_CAME} (?:från|i|from|in) (?P<place>{_PLACE})(?P<behind>[^.;\n]{{1,160}})")
_WHERE = late(r",? (?:där|where) (?=\w)")
_THERE = late(r",? (?:och|and) (?=(?:[\w-]+ ){1,14}(?:där|there)(?!\w))")


def whence_as_where(text: str) -> str:
    """Leave of "comes from Brazil, where she studied" the place of the studies alone.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Other sentences as they are.

    Examples
    --------
    >>> whence_as_where("Jag kommer från Brasilien, där jag läste kemi i fyra år.")
    'I Brasilien, jag läste kemi i fyra år.'
    >>> whence_as_where("I come from Eritrea and finished school there."), whence_as_where("Kommer från Irak.")
    ('In Eritrea, finished school there.', 'Kommer från Irak.')
    """
    return _WHENCE.sub(_as_where, text)


def _as_where(match: re.Match[str]) -> str:
    place, behind = match["place"], match["behind"]
    told = _WHERE.match(behind) or _THERE.match(behind)
    if told is None or not (find_countries(place, adjectives=False) or find_cities(place)):
        return match.group()
    within = "In" if re.search(r"(?<!\w)(?:from|in) ", match.group()[: match.start("place") - match.start()]) else "I"
    return f"{within} {place}, {behind[told.end() :]}"
