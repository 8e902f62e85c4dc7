"""Wishes in clipped words: "Vill städ el kök", "Helst lager/terminal", "Wants: sewing, laundry"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.patterns import late
from matcher.readers.cells.plans import read_wishes
from matcher.readers.cells.shortforms import spelled_out
from matcher.readers.cells.titles import is_title, labels_of
from matcher.readers.cells.tongues import find_languages
from matcher.readers.lexicon import joined
from matcher.readers.told.asked import asked_work, worker_of
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.wording import fold

_SAID = joined("wishes")

WISH = late(
    r"\s*(?:(?:nej|ja|no|yes|jag|hon|han|hen|deltagaren|och|men|nu|i|he|she),?\s+)?"
    r"(?:vill|önskar|söker|helst|gärna|(?:yrkes|jobb)?mål(?:et)?|önskemål|siktar på|funderar på|tänker (?:sig|mig)"
    r"|drömmer om|hoppas på|goals?|aims?|letar efter|kan (?:också |även )?tänka (?:sig|mig)"
    r"|wants?|would like|looking for|seeks?|seeking|interested(?: in)?|intresserad av|intr\.?(?: av)?)(?!\w)\s*:?\s+"
    r"(?!(?:(?:helst|gärna|hellre|to) )?(?:inte|ej|not|slippa|undvika|avoid)(?!\w))"
    r"(?:(?:helst|gärna|också|även|bara|även|ha|få|att|to|in)\s+)*"
    r"(?:(?:jobba|arbeta|vara|bli|börja|fortsätta|work|be|become|find|get)\s+)?"
    r"(?:(?:ett|en|a|an|any|some|jobb|arbete|job|jobs|work|anställning|plats|inom|i|på|som|med|in|as|at|with|nytt"
    r"|fast|ute)\s+)*",
    re.IGNORECASE,
)
"""What leads to the work that is wished for."""
_OR = late(r"\s*(?:,|/|\+|&)\s*|\s+(?:el\.?|eller|och|o|or|and|samt|alt\.?)\s+")
_LEAD = late(rf"^(?:(?:{_SAID['lead']})\s+)+", re.IGNORECASE)
_TAIL = late(rf"[\s,]{{1,40}}(?:{_SAID['tail']})\.?$", re.IGNORECASE)
# What is wished for and is no work, or a sentence of its own.
_NO_WORK = late(rf"(?<!\w)(?:{_SAID['no_work']})(?!\w)|\d", re.IGNORECASE)


def wished_items(clauses: Sequence[str]) -> list[str]:
    """Read the work that clauses behind a word of wish name; empty where none of it is known as work.

    Parameters
    ----------
    clauses : sequence of str
        The first without what leads to it.

    Returns
    -------
    list of str
        A trade, a place of work or a deed as who works so; words of unknown work stand only beside known ones.

    Examples
    --------
    >>> wished_items(["städ el kök"]), wished_items(["bygg", "ROT"]), wished_items(["bostad i Solna"])
    (['städare', 'köksbiträde'], ['byggarbetare', 'ROT'], [])
    """
    found: list[str] = []
    known = 0
    for item in (part for clause in clauses for part in _OR.split(clause)):
        plain = item.strip(" .,;:!()-")
        for _ in range(2):
            plain = _TAIL.sub("", plain)
        plain = _LEAD.sub("", plain)
        if not plain:
            continue
        work = _work(plain)
        known += bool(work)
        if work or _may_be_work(plain):
            found.append(work or plain)
    return list(dict.fromkeys(found)) if known else []


def _work(plain: str) -> str:
    if _NO_WORK.fullmatch(plain):
        return ""
    spelled = read_wishes(plain)
    plain = spelled_out(plain)
    first = spelled[0] if len(spelled) == 1 else plain
    return worker_of(plain) or _doer(plain) or (first if is_title(first) or fold(first) in labels_of("skill") else "")


def _doer(plain: str) -> str:
    """Name who does for a living what an infinitive says: "köra buss"."""
    return next(iter(asked_work(f"Vill {plain}")), "")


def _may_be_work(plain: str) -> bool:
    named = find_languages(plain) or municipality(plain) is not None
    return not named and not _NO_WORK.search(plain) and plain.count(" ") < _WORDS and len(plain) > _WORDS


_WORDS = 2
