"""How well or how long somebody can do something, told behind a skill: "Excel (avancerad)", "Welding - 5 years"."""

from __future__ import annotations

import re

_DEGREE = (
    r"(?:(?:mycket|very|ganska|rätt|quite|relativt) )?(?:avancera[dt]e?|advanced|grundläggande|grundnivå"
    r"|grundkunskap\w*|grund|basic|basics|basnivå|baskunskap\w*|nybörjar\w*|beginner|intermediate|medelgod\w*|medelnivå|mellannivå"
    r"|expert|expertnivå|goda?(?: kunskap\w*)?|bra|very good|good|excellent|utmärkt\w*|proficient|skilled|novice"
    r"|experienced|erfaren|daily use|dagligen|hög nivå|låg nivå|familiar|strong|professional|primary|secondary)"
    r"(?: (?:level|nivå|knowledge|user|användare|kunskap(?:er)?))?"
)
_LENGTH = r"(?:ca |över |minst |over )?\d{1,2}(?:[.,]\d)?\+? ?(?:år|years?|yrs?\.?|mån(?:ader)?|months?)"
_MARK = r"\d ?(?:/|av|of|out of) ?\d{1,2}|\d{1,3} ?%|[★☆●○■□▪▫✓*]{1,10}"
_BEHIND = re.compile(
    rf"(?:\s*\((?:{_DEGREE}|{_LENGTH}|{_MARK})\)|\s*:\s+(?:{_DEGREE}|{_LENGTH}|{_MARK})|\s+[-–]\s+(?:{_DEGREE}|{_LENGTH})"
    rf"|,?\s+(?:{_LENGTH}|{_MARK}))$",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?:{_DEGREE}|{_LENGTH}|{_MARK})", re.IGNORECASE)


def without_degree(label: str) -> str:
    """Give a skill alone; ``""`` where nothing but a degree or a length is said.

    Examples
    --------
    >>> [without_degree(text) for text in ("Excel (avancerad)", "Welding - 5 years", "AutoCAD 4/5", "basic")]
    ['Excel', 'Welding', 'AutoCAD', '']
    >>> without_degree("Bra bemötande"), without_degree("Svetsning (MIG)"), without_degree("basket")
    ('Bra bemötande', 'Svetsning (MIG)', 'basket')
    """
    bare = _BEHIND.sub("", label).strip()
    return "" if _ALONE.fullmatch(bare) else bare
