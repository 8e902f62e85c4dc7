"""The lexicons: what each family looks for, as phrases in tables (see :mod:`matcher.taxonomy.scanning.phrasebook`)."""

from __future__ import annotations

from matcher.taxonomy.lexicon import joined_patterns, read_lexicon
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


def joined(name: str) -> dict[str, str]:
    """Give the patterns of each kind of a list of (kind, pattern) in ``said`` as one, for words of no phrase.

    Parts of words stand in them: texts without å, ä and ö are not mended by these lists.

    Examples
    --------
    >>> joined("papers")["title"].split("|")[0]
    'undersköterska'
    """
    return joined_patterns(read_lexicon(f"said/{name}.tsv", __name__))
