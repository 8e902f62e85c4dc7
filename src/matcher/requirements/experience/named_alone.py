"""What experience is of where no preposition says so: "Erf stenugn", "Erfarenhet: 2 år kök"."""

from __future__ import annotations

import re

from matcher.requirements.text.segment import Sentence, is_fragment
from matcher.taxonomy.scanning.phrasebook import Mark

_NOUNS = ("erfarenhet", "erf", "yrkeserfarenhet", "experience")
_NO_FIELD = (
    r"(?:nödvändig\w*|obligatorisk\w*|underlättar|uppskatt\w*|essential|mandatory|helpful|viss|minimum|"
    r"heltid|deltid|full|part|"
    r"ja|nej|yes|no|ingen|inga|inget|none|någon|lite|minst|lägst|upp|kort|lång|längre|flerårig|relevant|se|"
    r"är|och|eller|samt|men|som|av|i|inom|från|med|på|för|vid|till|utan|gärna|ett|en|inte|ej|finns|tidigare|mm|etc|"
    r"merit\w*|plus|bonus|krav\w*|kräv\w*|önsk\w*|behöv\w*|is|are|and|or|but|of|in|with|as|within|from|for|at|an?|not|"
    r"requir\w*|prefer\w*|desir\w*|need\w*|necessary|welcome|\d\S*)(?!\w)"
)
_WORDS = rf"(?!{_NO_FIELD})[^\W\d_][\w/&-]*(?: (?!{_NO_FIELD})[\w/&-]+){{0,2}}"
_NAMED = re.compile(rf"[.:]? ({_WORDS})(?: \(?\d{{1,2}}\+? ?(?:års?|years?|yrs)\)?)?\W{{0,2}}$")
_BEHIND_LENGTH = re.compile(rf" ({_WORDS})\W{{0,2}}$")


def named_alone(low: str, sentence: Sentence, mark: Mark) -> tuple[int, int] | None:
    """Where the words stand that end a demand right behind a noun for experience, if it has no verb.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    mark : Mark
        Of the lexicon ``experience``.

    Returns
    -------
    tuple of (int, int) or None

    Examples
    --------
    >>> low = "erf stenugn"
    >>> named_alone(low, Sentence(0, len(low)), Mark("noun", 0, 3))
    (4, 11)
    >>> low = "erfarenhet krävs"
    >>> named_alone(low, Sentence(0, len(low)), Mark("noun", 0, 10))
    """
    if low[mark.start : mark.end] not in _NOUNS or not is_fragment(low, sentence):
        return None
    named = _NAMED.match(low, mark.end, sentence.end)
    return named.span(1) if named else None


def named_behind(low: str, sentence: Sentence, place: int) -> tuple[int, int] | None:
    """Where the words stand that end a demand right behind its length of time ("Erfarenhet: 3 år bilmekaniker").

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    place : int
        Where the length ends.

    Returns
    -------
    tuple of (int, int) or None

    Examples
    --------
    >>> low = "erfarenhet: 3 år kök"
    >>> named_behind(low, Sentence(0, len(low)), 16)
    (17, 20)
    """
    named = _BEHIND_LENGTH.match(low, place, sentence.end) if is_fragment(low, sentence) else None
    return named.span(1) if named else None
