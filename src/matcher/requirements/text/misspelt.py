"""Words that an ad asks with, and headings, that one slip of the finger changed ("körkrot", "Kvalifikatoiner")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning.alternation import alternation
from matcher.taxonomy.wording import Readable, cased

_BEHIND = ("", ".", ",", ";", ":", "!", "?", ")")
"""Signs that a word between blanks may end with."""


_LONGEST = 2_000
"""Signs of the longest text that is looked through: long ones are proofread, and say most things more than once."""


@cache
def _slips() -> dict[str, str]:
    """Words by what one slip makes of them, with the signs behind: looked up for every word of every ad."""
    rows = tuple(read_lexicon("misspelt.tsv", "matcher.requirements.lexicon"))
    words = [word for label, row in rows if label == "word" for word in row.split("|")]
    known = {word for _, row in rows for word in row.split("|")}
    return {
        slip + sign: word
        for word in reversed(words)
        for slip in _slips_of(word)
        if slip not in known
        for sign in _BEHIND
    }


def _slips_of(word: str) -> Iterator[str]:
    """Two letters changed about, one left out, one written twice; the first and the last one stand as they should."""
    for at in range(1, len(word) - 1):
        before, letter, behind = word[:at], word[at], word[at + 1 :]
        yield before + behind
        yield before + letter + letter + behind
        if at + 1 < len(word) - 1 and behind[0] != letter:
            yield before + behind[0] + letter + behind[1:]
    if word[-1] != word[-2]:
        yield word[:-2] + word[-1] + word[-2]  # "körkotr"


_HEADS = ("title", "head")
_SHORTEST_HEADING, _LONGEST_HEADING, _HALF, _AROUND = 8, 48, 4, " -–*•·#>:?\r"


@cache
def _headings() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """Known headings by what is left of them without one letter, those themselves, and their first and last letters."""
    rows = [words for label, words in read_lexicon("openings.tsv", "matcher.requirements.lexicon") if label in _HEADS]
    known = [head.lower().rstrip("?").replace("’", "'") for words in rows for head in words.split("|")]
    long = [head for head in known if len(head) >= _SHORTEST_HEADING]
    ends = frozenset(end for head in long for end in (head[:_HALF], head[-_HALF:]))
    return {left: head for head in reversed(long) for left in (head, *_lacking_one(head))}, frozenset(known), ends


def _lacking_one(word: str) -> Iterator[str]:
    """All but one of a word's letters, the first one among them."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word)))


def headings_spelt(source: Readable) -> Readable:
    r"""Give lines that one slip parts from a known heading its words; every other line stays.

    Parameters
    ----------
    source : Readable

    Returns
    -------
    Readable

    Examples
    --------
    >>> from matcher.taxonomy.wording import readable
    >>> headings_spelt(readable("Moriterande:\nKvalifikatoiner\nVar med oss")).text
    'Meriterande:\nKvalifikationer\nVar med oss'
    """
    by_rest, known, ends = _headings()
    edits, place = [], 0
    for line in source.text.split("\n"):
        start, place = place, place + len(line) + 1
        if not _SHORTEST_HEADING <= len(line) + 1 <= _LONGEST_HEADING:
            continue
        bare = line.strip(_AROUND)
        said = bare.lower().replace("’", "'")
        if said in known or not said[-1:].isalnum() or not (said[:_HALF] in ends or said[-_HALF:] in ends):
            continue
        head = by_rest.get(said) or next((by_rest[left] for left in _lacking_one(said) if left in by_rest), None)
        if head and abs(len(head) - len(said)) <= 1:
            start += line.index(bare)
            edits.append((start, start + len(bare), head.upper() if bare.isupper() else head.capitalize()))
    return source.replaced(edits)


def spelt(source: Readable) -> Readable:
    """Give words that an ad asks with their letters back where one slip changed them; every other word stays.

    Parameters
    ----------
    source : Readable

    Returns
    -------
    Readable

    Examples
    --------
    >>> from matcher.taxonomy.wording import readable
    >>> mended = spelt(readable("Körkrot B krävs. Prefered: diving."))
    >>> mended.text, mended.quote(0, 9)
    ('Körkort B krävs. Preferred: diving.', 'Körkrot B')
    """
    if len(source.text) > _LONGEST:
        return source
    low, slips = source.text.lower(), _slips()
    if slips.keys().isdisjoint(low.split()) or len(low) != len(source.text):
        return source
    found = {slip.rstrip("".join(_BEHIND)) for slip in slips.keys() & set(low.split())}
    places = re.finditer(rf"(?<![\w-]){alternation(sorted(found))}(?![\w-])", low)
    edits = [(*place.span(), cased(slips[place.group()], source.text[place.start() : place.end()])) for place in places]
    return source.replaced(edits)
