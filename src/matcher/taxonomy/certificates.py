"""Courses, cards and permits that ads ask for by name, and the words they go by."""

from __future__ import annotations

from functools import cache

from matcher.taxonomy.phrasebook import Lexicon, lowered
from matcher.taxonomy.scanner import Scanner
from matcher.taxonomy.wording import readable


def certificate_phrases() -> Lexicon:
    """Lexicon ``certificates``: slug → wordings, Swedish and English (``certificates.tsv``).

    Examples
    --------
    >>> certificate_phrases().name
    'certificates'
    """
    return Lexicon.load("certificates", "matcher.taxonomy")


@cache
def _scanner() -> Scanner:
    return Scanner([certificate_phrases()])


def find_certificates(text: str) -> list[tuple[int, int, str]]:
    """Find certificates that a text names.

    Parameters
    ----------
    text : str
        Any text; offsets are those of its readable form (the same where nothing invisible stands in it).

    Returns
    -------
    list of (start, end, slug)
        In order of place, without overlaps. Whether the certificate is held, asked for or denied is not looked at.

    Examples
    --------
    >>> find_certificates("Truckkort A och B, heta arbeten 2024")
    [(0, 9, 'truck'), (19, 31, 'heta_arbeten')]
    """
    low = lowered(readable(text).text)
    marks = _scanner().marks("certificates", low)
    return [(mark.start, mark.end, mark.label) for mark in marks]


@cache
def certificate_slugs() -> frozenset[str]:
    """Slugs of the lexicon.

    Examples
    --------
    >>> {"truck", "ykb", "hlr"} <= certificate_slugs()
    True
    """
    return frozenset(phrase.label for phrase in certificate_phrases().phrases)
