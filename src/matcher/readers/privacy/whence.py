"""Where somebody comes from is not told on; where they studied and worked is: "from Brazil, where I studied ..."."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.places import find_cities
from matcher.taxonomy.facts.countries import find_countries

_PLACE = r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?(?: i [A-ZÅÄÖ][\w-]+|, [A-ZÅÄÖ][\w-]+)?"
_WHO = r"(?:(?:[Jj]ag|[Hh]on|[Hh]an|[Hh]en|[Dd]eltagaren|I|[Ss]he|[Hh]e|[A-Z]\d{2,4}|[Pp]ersonen) )?"
_CAME = (
    r"(?:[Kk]ommer|[Kk]om|[Ää]r(?: född)?(?: och uppvuxen)?|[Vv]äxte upp|[Ff]öddes|[Ff]ödd(?: och uppvuxen)?"
    r"|[Uu]ppvuxen"
    r"|[Cc]omes?|[Cc]ame|am|is|was born(?: and raised)?|[Gg]rew up|[Bb]orn(?: and raised)?)(?: ursprungligen"
    r"| originally)?"
)
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
