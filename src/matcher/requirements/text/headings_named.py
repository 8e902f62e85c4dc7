"""Headings that only name what stands below: "Krav för anställning", "Önskvärd kompetens", "Löner och förmåner".

Nobody can list them, but all their words are of few kinds: what a person has, does or gets, whose it is, how it is
called for (``lexicon/headings_named.tsv``).
"""

from __future__ import annotations

import re
from typing import Literal

from matcher.requirements.text.segment import Section, Sentence
from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning.alternation import alternation
from matcher.taxonomy.scanning.phrasebook import Mark

_WORDS = {
    label: tuple(words.split("|"))
    for label, words in read_lexicon("headings_named.tsv", "matcher.requirements.lexicon")
}
_WORD = alternation([word for words in _WORDS.values() for word in words])
_NAMED = re.compile(rf"{_WORD}(?:(?: ?(?=[,/&+])| |(?<=[,/&+])){_WORD})*(?![\w-])\s?[:…!]?")
_Opened = Section | Literal["topic"]
_CLASS_OF: dict[_Opened, str] = {"profile": "demands", "offer": "given", "duties": "done", "topic": "had"}
_OPENS = {section: re.compile(rf"(?<!\w){alternation(_WORDS[label])}(?!\w)") for section, label in _CLASS_OF.items()}
# "Särskilt meriterande", "Önskvärda kunskaper och erfarenheter", "Other merits", "Considered an advantage"
_WISHED = re.compile(
    rf"(?:(?:det|detta|här|är|ses|vore|också|även|dessutom|vidare|extra|särskilt|starkt|mycket|ytterligare|övrig[at]|"
    rf"andra|våra|som|en|ett|it|this|is|are|would|be|also|considered|seen|as|an?|other|additional|further|our|very|"
    rf"highly|strongly) )*"
    rf"(?:meriterande|merit(?:er)?|plus|pluspoäng|fördel(?:aktigt)?|önskvär[dt]a?|önskemål|önskade?|bonus|bör-?krav|"
    rf"tilläggskvalifikationer|meritorious|meriting|merits?|desirable|desired|preferred|advantage(?:s|ous)?|"
    rf"beneficial|optional)(?: (?:är|is|are))?(?:(?: (?:{_WORD}|meriter|merits))*| (?:med(?: att)?|om|att|with|if))"
    rf"\s?[:…!]?"
)
# "Other qualifications that are meriting"; a single "Erfarenhet meriterande" says it of itself
_SAID_WISHED = re.compile(
    rf"(?:{_WORD} )*(?:qualifications|skills|experiences|competenc(?:es|ies)|kvalifikationer|kompetenser|erfarenheter|"
    rf"kunskaper)(?: (?:that|which|som|are|is|would|be|är|ses|räknas|considered|regarded|seen|as|an?|en|ett|also|"
    rf"också))*"
    rf" (?:meriting|meritorious|merits?|assets?|plus|advantages?|beneficial|desirable|meriterande|fördel|önskvärda?)"
    rf"\s?[:…!]?"
)
_LONGEST, _YOU = 70, ("du", "you")
_MAY_NAME = ("profile", "topic", "nice", "offer", "duties", "other")


def named_section(low: str, sentence: Sentence) -> _Opened | None:
    """Section that a line opens which only names what stands below it.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence

    Returns
    -------
    str or None
        ``"topic"`` for what may be asked for or wished for alike.

    Examples
    --------
    >>> lines = "krav för anställning", "kunskaper & färdigheter", "lön ges", "önskvärd erfarenhet", "ditt ansvar"
    >>> [named_section(low, Sentence(0, len(low))) for low in lines]
    ['profile', 'topic', None, 'nice', 'duties']
    """
    start, end = sentence.start, sentence.end
    if end - start > _LONGEST:
        return None
    if low[start:end] in _YOU:
        return "profile"
    if _WISHED.fullmatch(low, start, end) or _SAID_WISHED.fullmatch(low, start, end):
        return "nice"
    if not _NAMED.fullmatch(low, start, end):
        return None
    return next((section for section, words in _OPENS.items() if words.search(low, start, end)), None)


# "Krav och meriter", "Kvalifikationer (krav och önskemål)", "Must-haves and nice-to-haves"
_DEMAND_WORD = r"(?:ska-?|skall-?|bas)?krav(?:en)?|must-?\s?haves?|requirements?|musts?|måsten"
_DEMAND_PARTS = ("krav", "must", "requirement", "måste")
_WISH_WORD = r"önskemål|merite[rn]?\w*|merit|bör-?krav|merits?|wishes|nice-to-haves?|nice to haves?|plus|preferences"
_BOTH = re.compile(
    rf"(?<!\w)(?:(?:{_DEMAND_WORD}) (?:och|samt|&|o|and|/|\+) (?:våra |our )?(?:{_WISH_WORD})|"
    rf"(?:{_WISH_WORD}) (?:och|samt|&|o|and|/|\+) (?:{_DEMAND_WORD}))(?!\w)\)?\s?[:…!]?$"
)


def names_both(low: str, sentence: Sentence) -> bool:
    """Whether a line ends in naming demands and wishes alike, so that each line below says which it is.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence

    Returns
    -------
    bool

    Examples
    --------
    >>> [names_both(low, Sentence(0, len(low))) for low in ("profil (krav och meriter)", "krav", "meriter och krav:")]
    [True, False, True]
    """
    start, end = sentence.start, sentence.end
    asks = end - start <= _LONGEST and any(low.find(part, start, end) >= 0 for part in _DEMAND_PARTS)
    return asks and _BOTH.search(low, start, end) is not None


def heading_named(low: str, sentence: Sentence, mark: Mark | None) -> str | None:
    """Section of a line that only names what stands below; a heading that is known as a whole tells more.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    mark : Mark or None
        Words of a known heading with which the line begins.

    Returns
    -------
    str or None

    Examples
    --------
    >>> low = "övrig kompetens"
    >>> heading_named(low, Sentence(0, 5), None), heading_named("kompetens", Sentence(0, 9), Mark("nice", 0, 2))
    (None, 'nice')
    """
    if names_both(low, sentence):
        return "profile"
    if mark is not None and (mark.label not in _MAY_NAME or mark.end - mark.start >= sentence.end - sentence.start - 2):
        return None
    named = named_section(low, sentence)
    return "nice" if mark is not None and mark.label == "nice" and named in ("profile", "topic") else named
