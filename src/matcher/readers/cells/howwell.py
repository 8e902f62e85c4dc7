"""How well or how long somebody can do something, told behind a skill: "Excel (avancerad)", "Welding - 5 years"."""

from __future__ import annotations

import re

from matcher.patterns import late

_DEGREE = (
    r"(?:(?:mycket|very|ganska|rätt|quite|relativt) )?(?:avancera[dt]e?|advanced|grundläggande|grundnivå"
    r"|grundkunskap\w*|grund|basic|basics|basnivå|baskunskap\w*|nybörjar\w*|beginner|intermediate|medelgod\w*|medelnivå|mellannivå"
    r"|expert|expertnivå|goda?(?: kunskap\w*)?|bra|very good|good|excellent|utmärkt\w*|proficient|skilled|novice"
    r"|experienced|erfaren|daily use|dagligen|hög nivå|låg nivå|familiar|strong|professional|primary|secondary)"
    r"(?: (?:level|nivå|knowledge|user|användare|kunskap(?:er)?))?"
)
_LENGTH = r"(?:ca |över |minst |over )?\d{1,2}(?:[.,]\d)?\+? ?(?:år|years?|yrs?\.?|mån(?:ader)?|months?)"
_MARK = r"\d ?(?:/|av|of|out of) ?\d{1,2}|\d{1,3} ?%|[★☆●○■□▪▫✓*]{1,10}"
_BEHIND = late(
    rf"(?:\s*\((?:{_DEGREE}|{_LENGTH}|{_MARK})\)|\s*:\s+(?:{_DEGREE}|{_LENGTH}|{_MARK})|\s+[-–]\s+(?:{_DEGREE}|{_LENGTH})"
    rf"|,?\s+(?:{_LENGTH}|{_MARK}))$",
    re.IGNORECASE,
)
_ALONE = late(rf"(?:{_DEGREE}|{_LENGTH}|{_MARK})", re.IGNORECASE)


# "Ingen erfarenhet av truck", "can't drive a forklift"; "no code" and "inte bara kaffe" are no denials.
_DENIED = late(
    r"^(?:(?:jag|hon|han|i|he|she) )?(?:"
    r"(?:(?:har|have|has) )?(?:ing(?:en|a|et)|no|little or no|zero|noll|saknar|lacks?|without|utan)"
    r" (?:(?:tidigare|större|egen|previous|prior) )?"
    r"(?:\w*(?:erfarenhet|kunskap|vana|kännedom|utbildning)\w*|experience|knowledge|skills?|training|familiarity)"
    r"|(?:kan|har) (?:inte|ej|aldrig|inget|ingen|inga)(?! bara)|cannot|can ?not|can[’']t"
    r"|do(?:es)?(?:n[’']t| not)|ha(?:ve|s)(?:n[’']t| not| never)|never|aldrig|varken|neither"
    r"|(?:(?-i:[Nn]o)|not|inte|inga|inget|ingen)(?= (?!bara|only|just|och|and|to)[^\W\d_]{2}))(?![\w-])"
    r"|(?:\s*[:–(-]\s*|\s)(?:nej|no|none|inte|ej|saknas|ingen(?: erfarenhet)?|no experience"
    r"|(?:(?:har|kan) )?(?:jag|hon|han) (?:inte|ej)(?: alls)?|kan (?:inte|ej))\)?[.!]?$",
    re.IGNORECASE,
)


def is_denied(label: str) -> bool:
    """Whether a text among skills says that somebody cannot do it.

    Examples
    --------
    >>> [is_denied(text) for text in ("Ingen erfarenhet av truck", "kan inte Excel", "SAP: nej", "can't weld")]
    [True, True, True, True]
    >>> [is_denied(text) for text in ("No-code", "Kan inte bara koka kaffe", "non-food", "Excel, kan laga mat")]
    [False, False, False, False]
    """
    return bool(_DENIED.search(label))


# What is denied behind it: "Truck (inte motvikt)", "Excel. inga makron"
_NOT_BEHIND = late(
    r"\s*(?:[.;,]\s+|\s[-–—]\s+|\()(?:no|not|never|inte|inga|inget|ingen|aldrig)(?!\w| bara| only| just)[^()]*\)?$",
    re.IGNORECASE,
)


def without_denial(label: str) -> str:
    """Give a skill without what is denied behind it.

    Examples
    --------
    >>> [without_denial(text) for text in ("Svets (inte TIG)", "Truck. inga lyft", "Bak, inte bara bröd")]
    ['Svets', 'Truck', 'Bak, inte bara bröd']
    """
    return _NOT_BEHIND.sub("", label)


def without_degree(label: str) -> str:
    """Give a skill alone; ``""`` where nothing but a degree or a length is said.

    Examples
    --------
    >>> [without_degree(text) for text in ("Excel (avancerad)", "Welding - 5 years", "AutoCAD 4/5", "basic")]
    ['Excel', 'Welding', 'AutoCAD', '']
    >>> without_degree("Bra bemötande"), without_degree("Svetsning (MIG)"), without_degree("basket")
    ('Bra bemötande', 'Svetsning (MIG)', 'basket')
    """
    bare = _BEHIND.sub("", without_denial(label)).strip()
    return "" if _ALONE.fullmatch(bare) else bare
