"""Titles in the form that tells a woman from a man, as the form that ads use for all: sex must not reach a score.

Not ``sjuksköterska`` and its kin: they are what the profession is called, whoever holds it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from matcher.taxonomy.lexicon import read_lexicon

# Ending of a woman's title → that of everyone's; "kvinna" and "woman" behind another word.
_ENDINGS: Mapping[str, str] = {
    base + ending: stem + own
    for base, stem, owns in (
        ("ersk", "ar", ("e", "en", "e", "na")),
        ("arinn", "ar", ("e", "en", "e", "na")),
        ("örsk", "ör", ("", "en", "er", "erna")),
    )
    for ending, own in zip(("a", "an", "or", "orna"), owns, strict=True)
} | {"kvinna": "man", "kvinnan": "mannen", "kvinnor": "män", "woman": "man", "women": "men"}
_WORD = re.compile(r"[^\W\d_]{4,}")
_GENDERED = re.compile(rf"(?<=\w\w)(?<!sköt)(?<!svensk)(?:{'|'.join(_ENDINGS)})$")


@cache
def _listed() -> Mapping[str, str]:
    return {row[0]: row[1] for row in read_lexicon("gendered.tsv")}


@lru_cache(1 << 16)
def neutral(word: str) -> str:
    """Return a case-folded word in the form that names everyone.

    Examples
    --------
    >>> [neutral(word) for word in ("hotellstäderska", "servitris", "kassörskan", "lärarinnor", "brandkvinna")]
    ['hotellstädare', 'servitör', 'kassören', 'lärare', 'brandman']
    >>> neutral("undersköterska"), neutral("saleswoman"), neutral("kvinna")
    ('undersköterska', 'salesman', 'kvinna')
    """
    listed = _listed().get(word)
    if listed is not None:
        return listed
    ending = _GENDERED.search(word)
    return word if ending is None else word[: ending.start()] + _ENDINGS[ending.group()]


def neutral_title(title: str) -> str:
    """Return a title with each word in the form that names everyone; other words keep their letters.

    Examples
    --------
    >>> neutral_title("Servitris, Operakällaren"), neutral_title("Kock")
    ('servitör, Operakällaren', 'Kock')
    """
    return _WORD.sub(lambda match: _kept(match.group()), title)


def _kept(word: str) -> str:
    low = word.casefold()
    found = neutral(low)
    return word if found == low else found
