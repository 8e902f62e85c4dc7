"""Courses, cards and permits that ads ask for by name, and the words they go by."""

from __future__ import annotations

from functools import cache

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning.phrasebook import Lexicon, lowered
from matcher.taxonomy.scanning.scanner import Scanner
from matcher.taxonomy.wording import readable


def certificate_phrases() -> Lexicon:
    """Lexicon ``certificates``: slug → wordings, Swedish and English (``certificates.tsv``).

    Examples
    --------
    >>> certificate_phrases().name
    'certificates'
    """
    return Lexicon.load("certificates", "matcher.taxonomy.lexicon")


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
def _names() -> dict[str, tuple[str, str]]:
    return {slug: (sv, en) for slug, sv, en in read_lexicon("certificate_names.tsv")}


def certificate_name(slug: str, lang: str) -> str:
    """Name a certificate as people do; a slug that nobody has named is said without its underscores.

    Parameters
    ----------
    slug : str
    lang : {"sv", "en"}

    Examples
    --------
    >>> certificate_name("truck", "sv"), certificate_name("truck", "en"), certificate_name("moon_walk", "en")
    ('truckkort', 'forklift card', 'moon walk')
    """
    plain = slug.replace("_", " ")
    return _names().get(slug, (plain, plain))[0 if lang == "sv" else 1]


@cache
def certificate_slugs() -> frozenset[str]:
    """Slugs of the lexicon.

    Examples
    --------
    >>> {"truck", "ykb", "hlr"} <= certificate_slugs()
    True
    """
    # Read beside the lexicon, whose phrases take far longer to make than their names to collect.
    return frozenset(slug for slug, *_ in read_lexicon("certificates.tsv"))
