"""The lexicons: what each family looks for, as tab-separated phrases (see :mod:`matcher.taxonomy.phrasebook`)."""

from __future__ import annotations

from matcher.taxonomy.phrasebook import Lexicon


def lexicon(name: str) -> Lexicon:
    """Lexicon of this package by the name of its file.

    Examples
    --------
    >>> lexicon("strength").name
    'strength'
    """
    return Lexicon.load(name, __name__)
