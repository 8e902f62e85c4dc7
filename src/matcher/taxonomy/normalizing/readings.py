"""Further ways to read a phrase or a label: short forms written out, parts of a double title, the head alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from matcher.taxonomy.facts.gendered import neutral_title
from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.wordforms import WORD, stem
from matcher.taxonomy.wording import fold

Reading = tuple[str, float]

_EITHER = re.compile(r"\s*(?:/|;|\+| & | och | eller | and | or )\s*")
_MAY_BE_EITHER = re.compile(r"[/;+]| (?:&|och|eller|and|or) ")
_PLACE = re.compile(r",| (?:av|på|i|inom|vid|till|hos|för|med|åt|at|in|for|with|of) ")
LITTLE_WORDS = frozenset(
    "av de den det en ett för hos i inom med och på till vid a an at for in of on the with".split()
)
"""Words that stand between the words of a title and say nothing themselves."""
_SHORT = re.compile(r"[\w+#.&-]+")
# Measured on titles of real ads: a half of a double title, and a title without what follows its comma or preposition.
HALF, _HEAD = 0.85, 0.7
_EVERYONES = 0.98
"""What the form that names everyone is worth where the phrase has that of women, which a label may have as well."""
_WORDS_ONLY = re.compile(r"[^\W\d]+(?:[ ,/]+[^\W\d]+)*")
_LONGEST = 200


@lru_cache(maxsize=1)
def _written_out() -> Mapping[str, str]:
    return {short: whole for short, whole, *_ in read_lexicon("abbreviations.tsv")}


@lru_cache(maxsize=1)
def _tails() -> Mapping[str, str]:
    return {short: whole for short, whole, *mark in read_lexicon("abbreviations.tsv") if mark == ["tail"]}


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    return frozenset(word for (word,) in read_lexicon("fillers.tsv"))


@lru_cache(maxsize=1)
def _to_clear() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that are written out or left out, and endings that are written out."""
    return _fillers().union(_written_out()), tuple(_tails())


def readings(phrase: str) -> list[Reading]:
    """Texts to look a phrase up by, the likeliest first, each with its weight in (0, 1].

    Parameters
    ----------
    phrase : str
        Folded.

    Examples
    --------
    >>> readings("städare/lokalvårdare")
    [('städare/lokalvårdare', 1.0), ('städare', 0.85), ('lokalvårdare', 0.85)]
    >>> readings("ssk, kirurgavd")
    [('ssk, kirurgavd', 1.0), ('sjuksköterska, kirurgavdelning', 1.0), ('sjuksköterska', 0.7)]
    >>> readings("kokerska")
    [('kokerska', 1.0), ('kock', 0.98)]
    """
    phrase = phrase[:_LONGEST]
    whole = _clear(phrase)
    found: dict[str, float] = {phrase: 1.0, whole: 1.0}
    halves = [half for half in _EITHER.split(whole) if half] if _MAY_BE_EITHER.search(whole) else [whole]
    for half in halves if len(halves) > 1 else ():
        found.setdefault(half, HALF)
    for half in halves:
        head = _PLACE.split(half, maxsplit=1)[0].strip(" -")
        if len(head) > 2:
            found.setdefault(head, _HEAD * (HALF if len(halves) > 1 else 1.0))
    for text, weight in list(found.items()):
        found.setdefault(neutral_title(text), weight * _EVERYONES)
    found.pop("", None)
    return list(found.items())


def listed(phrase: str) -> list[str]:
    """Parts of a phrase that has commas, without those of one or two letters.

    Examples
    --------
    >>> listed("städ, disk och kassa"), listed("städ och disk")
    (['städ', 'disk', 'kassa'], [])
    """
    if "," not in phrase:
        return []
    return [part for piece in phrase.split(",") for part in _EITHER.split(piece.strip()) if len(part) > 2]


def _clear(phrase: str) -> str:
    """Write short forms out and leave out words that say nothing about the work."""
    known, endings = _to_clear()
    if _WORDS_ONLY.fullmatch(phrase) and known.isdisjoint(WORD.findall(phrase)) and not phrase.endswith(endings):
        return phrase
    written, fillers = _written_out(), _fillers()

    def word(match: re.Match[str]) -> str:
        token = match.group()
        bare = token.rstrip(".")
        if bare in written:
            return written[bare]
        if token in fillers or bare in fillers or bare.isdecimal():
            return ""
        if "-" in bare:
            pieces = [written.get(piece, piece) for piece in bare.split("-")]
            return token if "-".join(pieces) == bare else "".join(pieces)
        written_out = _ending_out(bare)
        return token if written_out == bare else written_out

    cleared = fold(_SHORT.sub(word, phrase)).strip(" ,/;-")
    return cleared or phrase


def _ending_out(word: str) -> str:
    """Write out the short form at the end of a compound: ``kirurgavd``."""
    for short, whole in _tails().items():
        if word.endswith(short) and len(word) > len(short) + 2:
            return word[: -len(short)] + whole
    return word


def spellings(label: str) -> Iterator[Reading]:
    """Give a folded label and the parts of it that stand for it, with how surely they do.

    Examples
    --------
    >>> list(spellings("kock, storhushåll"))
    [('kock, storhushåll', 1.0)]
    >>> list(spellings("städare/lokalvårdare"))
    [('städare/lokalvårdare', 1.0), ('städare', 0.97), ('lokalvårdare', 0.97)]
    """
    yield label, 1.0
    if "/" in label and "," not in label:
        for half in label.split("/"):
            if len(half.strip()) > 2:
                yield half.strip(), 0.97


KEYS = (1.0, 0.98, 0.95)
"""What meeting under each of the :func:`keys` is worth."""


def keys(text: str) -> tuple[str, str, str]:
    """Forms under which equal wordings meet: as written, without marks, by stems.

    Examples
    --------
    >>> keys("kock, storhushåll")[2] == keys("kockar i storhushåll")[2]
    True
    """
    words = WORD.findall(text)
    stems = sorted([stem(word) for word in words if word not in LITTLE_WORDS])
    return text, "=" + "".join(words).replace("_", ""), "~" + " ".join(stems)
