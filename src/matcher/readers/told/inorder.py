"""A sentence about work in the order that most have: what was done, how long, and where."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.titles import is_title
from matcher.readers.times.durations import COUNT, LENGTH, added_up
from matcher.taxonomy.facts.countries import find_countries

# "Har inte jobbat i Sverige, men i Iran ...": where nothing was done is no place of what follows.
_NOT_HERE = late(
    r"^(?:(?:jag|hon|han|hen|i|she|he|they) )?(?:(?:har|have|has) (?:inte|ej|aldrig|not|never)|(?:have|has)n[’']t) "
    r"(?:jobbat|arbetat|worked)(?: här| here| i Sverige| in Sweden)?,? (?:men|but) ",
    re.IGNORECASE,
)
_WHEN_YOUNG = late(
    r" (?:som (?:ung|tonåring|barn|nittonåring|\d\d-åring)|as an? (?:young (?:man|woman)|teenager|child))(?= )",
    re.IGNORECASE,
)
# "jag jobba i Eritrea mekaniker 7 år", "I work Iraq tailor 5 years", as those who have begun to learn put it
_PLACE_FIRST = late(
    r"(?P<verb>(?<!\w)(?:jobba|arbeta|work)\w*) (?:i |in )?(?P<where>(?-i:[A-ZÅÄÖ])[^\W\d_]+) (?P<title>[^\W\d_]{3,25})"
    rf" (?P<time>{LENGTH})",
    re.IGNORECASE,
)


# "Har de senaste fem åren kört taxi"
_LAST_YEARS = late(
    rf"(?<!\w)(?:(?:under|i|for|over) )?(?:de |the )?(?:senaste|sista|last|past) (?P<n>{COUNT})"
    r" (?P<unit>åren|månaderna|veckorna)(?!\w)",
    re.IGNORECASE,
)
_UNITS = {"åren": "år", "månaderna": "månader", "veckorna": "veckor"}


# "Diskare i två år, sedan fyra som kock"
_UNIT = late(rf"(?<!\w){COUNT} (?P<unit>år|years)(?!\w)", re.IGNORECASE)
_NO_YEAR = r"(?!\d{3})"  # "slutade i 2012" counts nothing
_BARE = late(
    rf"(?<!\w)(?:sedan|sen|därefter|och|then|and|plus|followed by) (?!(?:en|ett|an?) ){COUNT}(?= (?:som|as an?|as) )"
    rf"|(?:(?<= i )(?!(?:en|ett)(?!\w))|(?<= for )(?!an?(?!\w))){_NO_YEAR}{COUNT}(?=\s*(?:[.,;]|$))",
    re.IGNORECASE,
)
# "Vill jobba som kock, har gjort det i tre år"
_DONE_IT = late(
    r"(?<!\w)(?:skulle |would )?(?:(?:helst|gärna) )*(?:vill|vilja|önskar|wants?|likes?) [^.,;]{0,40}?(?<!\w)"
    r"(?:som|as an?) (?P<title>[\w-]+(?: [\w-]+)?), (?:och |and |vilket |which )?"
    r"(?:(?:hon|han|hen|jag|she|he|i) )?(?:har|have|has) (?:(?:hon|han|hen|jag) )?"
    r"(?:gjort|jobbat med|arbetat med|arbetat som|done|worked as) (?:det|detta|that|it) (?:\w+ )??"
    rf"(?P<time>(?:i |for |under )?{LENGTH})(?!\w)",
    re.IGNORECASE,
)


def in_order(sentence: str) -> str:
    """Put what a sentence says of work in the order that most have: what was done, how long, and where.

    Examples
    --------
    >>> in_order("Har de senaste fem åren kört taxi"), in_order("jag jobba i Eritrea mekaniker 7 år")
    ('Har i fem år kört taxi', 'jag jobba mekaniker 7 år i Eritrea')
    >>> in_order("kassör två år, sedan fyra som kock"), in_order("Vill jobba som kock, har gjort det i tre år")
    ('kassör två år, sedan fyra år som kock', 'har arbetat som kock i tre år')
    >>> in_order("kock två år, slutade i 2012.")
    'kock två år, slutade i 2012.'
    >>> in_order("Har aldrig jobbat i Sverige, men i Iran som kock"), in_order("arbetade som ung med djur")
    ('i Iran som kock', 'arbetade med djur')
    """
    sentence = _NOT_HERE.sub("", _WHEN_YOUNG.sub("", added_up(sentence)))
    sentence = _LAST_YEARS.sub(lambda match: f"i {match['n']} {_UNITS[match['unit'].casefold()]}", sentence)
    unit = _UNIT.search(sentence)
    if unit:
        sentence = sentence[: unit.end()] + _BARE.sub(rf"\g<0> {unit['unit']}", sentence[unit.end() :])
    sentence = _DONE_IT.sub(r"har arbetat som \g<title> \g<time>", sentence)
    first = _PLACE_FIRST.search(sentence)
    if first and find_countries(first["where"]) and is_title(first["title"]):
        told = f"{first['verb']} {first['title']} {first['time']} i {first['where']}"
        return f"{sentence[: first.start()]}{told}{sentence[first.end() :]}"
    return sentence
