"""Cards that a sentence tells of: held, and neither applied for nor only machines that somebody has driven."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.papers import Cards, read_certificates
from matcher.taxonomy.facts.certificates import find_certificates


def cards_told(sentence: str) -> Cards:
    """Give the cards that a sentence says are held or lacking.

    Examples
    --------
    >>> [cards_told(text).held for text in ("Har truckkort, kört buss", "Har kört truck på praktik", "Sökt ID06")]
    [['truck'], [], []]
    >>> cards_told("Har inget truckkort").lacking, cards_told("Har inte kört truck").lacking
    (['truck'], [])
    """
    clauses = (clause for clause in _CLAUSE.split(sentence) if not _APPLIED.search(clause))
    named = {slug for clause in clauses for slug in _held(clause)}
    told = read_certificates(sentence)
    held, lacking = ([slug for slug in slugs if slug in named] for slugs in (told.held, told.lacking))
    return Cards(held, told.doubts, lacking)


_CLAUSE = late(r"[,;]\s+|\s(?:men|but)\s")
_APPLIED = late(r"(?<!\w)(?:an?sök\w*|sökt|appl(?:ied|ying|ication))(?!\w)", re.IGNORECASE)


def _held(clause: str) -> list[str]:
    """Give the cards that a clause names, but not what somebody has only handled: "kört truck på praktik"."""
    found = find_certificates(clause)
    return [
        slug for start, end, slug in found if _CARD.search(clause[start:end]) or not _HANDLED.search(clause[:start])
    ]


_CARD = late(r"kort|bevis|intyg|licen[cs]|certifi|behörig|utbild|card|course|kurs", re.IGNORECASE)
_HANDLED = late(
    r"(?<!\w)(?:kör(?:t|de|er|a)?|jobba\w* med|arbeta\w* med|drove|driven|driving|worked with|operated)(?: \w+)? $",
    re.IGNORECASE,
)
