"""Cards that a sentence tells of: held, and neither applied for nor only machines that somebody has driven."""

from __future__ import annotations

import re

from matcher.readers.cells.papers import read_certificates
from matcher.taxonomy.facts.certificates import find_certificates


def cards_told(sentence: str) -> list[str]:
    """Give the slugs of the cards that a sentence says are held.

    Examples
    --------
    >>> cards_told("Har kört lastbil, har truckkort"), cards_told("Har kört truck på praktik"), cards_told("Sökt ID06")
    (['truck'], [], [])
    """
    clauses = (clause for clause in _CLAUSE.split(sentence) if not _APPLIED.search(clause))
    named = {slug for clause in clauses for slug in _held(clause)}
    return [slug for slug in read_certificates(sentence)[0] if slug in named]


_CLAUSE = re.compile(r"[,;]\s+|\s(?:men|but)\s")
_APPLIED = re.compile(r"(?<!\w)(?:an?sök\w*|sökt|appl(?:ied|ying|ication))(?!\w)", re.IGNORECASE)


def _held(clause: str) -> list[str]:
    """Give the cards that a clause names, but not what somebody has only handled: "kört truck på praktik"."""
    found = find_certificates(clause)
    return [
        slug for start, end, slug in found if _CARD.search(clause[start:end]) or not _HANDLED.search(clause[:start])
    ]


_CARD = re.compile(r"kort|bevis|intyg|licen[cs]|certifi|behörig|utbild|card|course|kurs", re.IGNORECASE)
_HANDLED = re.compile(
    r"(?<!\w)(?:kör(?:t|de|er|a)?|jobba\w* med|arbeta\w* med|drove|driven|driving|worked with|operated)(?: \w+)? $",
    re.IGNORECASE,
)
