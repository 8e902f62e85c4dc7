"""The lexicons: what each family looks for, as phrases in tables (see :mod:`matcher.taxonomy.scanning.phrasebook`)."""

from __future__ import annotations

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning.phrasebook import Lexicon
from matcher.taxonomy.scanning.phrasegrammar import patterns_of


def lexicon(name: str) -> Lexicon:
    """Lexicon of this package by the name of its file.

    Examples
    --------
    >>> lexicon("strength").name
    'strength'
    """
    return Lexicon.load(name, __name__)


def patterns(name: str) -> dict[str, str]:
    """Patterns of the classes of a list of this package, for what is a part of a pattern and no lexicon.

    Examples
    --------
    >>> import re
    >>> bool(re.fullmatch(patterns("objects")["experience"], "års"))
    True
    """
    return patterns_of(read_lexicon(f"{name}.tsv", __name__))
