"""The lexicons: what each family looks for, as phrases in tables (see :mod:`matcher.taxonomy.scanning.phrasebook`)."""

from __future__ import annotations

from matcher.taxonomy.scanning.phrasebook import Lexicon


def lexicon(name: str) -> Lexicon:
    """Lexicon of this package by the name of its file.

    Examples
    --------
    >>> lexicon("strength").name
    'strength'
    """
    return Lexicon.load(name, __name__)
