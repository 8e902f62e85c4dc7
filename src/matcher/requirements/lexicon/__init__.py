"""The lexicons: what each family looks for, as phrases in tables (see :mod:`matcher.taxonomy.scanning.phrasebook`)."""

from __future__ import annotations

from collections import defaultdict

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning.phrasebook import Lexicon
from matcher.taxonomy.scanning.phrasegrammar import translate


def lexicon(name: str) -> Lexicon:
    """Lexicon of this package by the name of its file.

    Examples
    --------
    >>> lexicon("strength").name
    'strength'
    """
    return Lexicon.load(name, __name__)


def patterns(name: str) -> dict[str, str]:
    """Pattern of any phrase of each class, for lists that are no lexicon to scan a text with but a part of a pattern.

    Parameters
    ----------
    name : str
        Of a file of this package; its rows are a class and a phrase.

    Returns
    -------
    dict of str to str
        To be matched in lower-case text.

    Examples
    --------
    >>> import re
    >>> bool(re.fullmatch(patterns("objects")["experience"], "års"))
    True
    """
    classes: dict[str, list[str]] = defaultdict(list)
    for label, phrase in read_lexicon(f"{name}.tsv", __name__):
        classes[label].append(translate(phrase).pattern)
    return {label: f"(?:{'|'.join(each)})" for label, each in classes.items()}
