"""What somebody may be used to that is no kind of work but a skill or nothing: "datorvana", "van vid dator"."""

from __future__ import annotations

import re

from matcher.requirements.skills.names import Terms
from matcher.requirements.skills.words import Words
from matcher.taxonomy.scanning.phrasebook import Mark

# "van" and "vana" of these are skills or nothing, and "vana" alone says of what only behind a preposition.
_NO_WORK = re.compile(
    r"(?:dator|data|cykel|kassa|it|teknik|system|excel|telefon|program|mobil|smartphone|kost|levnads|samarbets|res|"
    r"analys|förhandlings|vatten|kör|larm|programmerings|argumentations|presentations|skriv|siffer|höjd|mörker|"
    r"o)?vana(?!\w)(?!\s(?:vid|av|"
    r"att|"
    r"från|inom|med|i|som)(?!\w))|(?:dator|data|cykel|kassa(?!-)|teknik|system|samarbets|analys|res)vana"
)
_HANDY = re.compile(
    r"(?<!\w)(?:it|dator|data|teknik|excel|office|word|system|ehandels|digital|telefon|"
    r"smartphone|mobil|surfplatte|program|app)-$"
)
# "Du behöver inte vara van vid dator", "vana att cykla": skills
_OF_A_SKILL = re.compile(
    r"(?:van|vana) (?:(?:vid|av|med) (?:en |att (?:arbeta|jobba) (?:vid|med|på|i) (?:en )?)?(?:dator|data)\w{0,3}|"
    r"(?:(?:vid|av) )?att (?:cykla|simma|läsa ritning\w*|räkna|skriva|dokumentera))(?!\w)"
)
_CRAFTS = ("economy", "build", "automation", "it", "erp", "office", "cad", "beauty", "science", "vehicle")


def is_no_work(low: str, mark: Mark) -> bool:
    """Whether "vana" of something is no experience of a kind of work.

    Examples
    --------
    >>> [is_no_work(low, Mark("vana", 0, 8)) for low in ("van vid dator", "van vid storkök")]
    [True, False]
    """
    if low.endswith(("års ", "månaders ", "årig "), 0, mark.start):
        # "Några års vana."
        return False
    if low[mark.start - 1 : mark.start] == "-":
        return bool(_HANDY.search(low, max(0, mark.start - 12), mark.start))
    named = _NO_WORK.match(low, mark.start) or _OF_A_SKILL.match(low, mark.start)
    return named is not None or _is_craft(low[mark.start : mark.end])


def _is_craft(word: str) -> bool:
    """Whether a compound names a technique that is a skill: "bokslutsvana"."""
    stem = word.removesuffix("vana").rstrip("-")
    if not stem or " " in word:
        return False
    found = Terms.load().find(Words([0], [stem])) or Terms.load().find(Words([0], [stem.removesuffix("s")]))
    return any(term.kind == "tool" and term.topic in _CRAFTS for term in found)
