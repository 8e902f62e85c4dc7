"""Texts whose å, ä and ö were lost on the way ("korkort", "koerkort", "k?rkort"): the words that they stand for.

Only texts without a single such letter are looked at. Which words have them is known from the lists of who reads and
of the taxonomy; a compound of which no list knows is made of parts that they know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.wording import Readable, cased

Edit = tuple[int, int, str]

_OF_ALL, _LABELS = "matcher.taxonomy.lexicon", "matcher.taxonomy.starter"
_NO_LABELS = ("links.tsv", "near.tsv")
_MARKS = "åäö"
_WORD = re.compile(r"(?<![a-zåäöé])[a-zåäöé]+")
_TOKEN = re.compile(r"(?<![\w?\ufffd])[a-z?\ufffd]*[a-z][a-z?\ufffd]*")
_WAYS = (
    str.maketrans("åäöé", "aaoe"), str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", "é": "e"}),
    str.maketrans("åäöé", "????"),
)  # fmt: skip
_SWEDISH, _FEWEST = (" och ", " att ", " som ", " med ", " av ", " eller ", " till "), 3
"""Words that only Swedish has, and how many show it."""
_ENGLISH = (" and ", " the ", " with ")
"""Words that show that a "for" may be English."""
_SHORTEST_PART, _LONG_PART, _LONGEST = 4, 7, 60
_LINKS = ("", "s")
# "ar" is "år" behind what counts, and else "är"; "bor" is "bör" before what should be.
_COUNTED = re.compile(
    r"(?<!\w)(?:\d{1,3}\+?|ett|tva|tvaa|tv\?|tre|fyra|fem|sex|sju|atta|aatta|\?tta|nio|tio|elva|tolv|\w{2,5}ton|tjugo|trettio|"
    r"nagra|naagra|n\?gra|flera|par|halvt|per|varje|i|om|fyllt|minst)[ ]$"
)
_SHOULD = re.compile(r"[ ](?:ha|du|kunna|vara|helst|even|inte|tala|beharska)(?!\w)")


@cache
def _known(lists: str) -> tuple[dict[str, str], frozenset[str]]:
    """Words with marks by what is left of them, and words that have none."""
    own = {row[0]: row[1].split("|") for row in read_lexicon("dotless.tsv")}
    words = dict.fromkeys((*own["first"], *own["more"]))
    for package in (lists, _OF_ALL, _LABELS):
        for file in sorted(files(package).iterdir(), key=lambda file: file.name):
            if file.name.endswith(".tsv") and file.name not in _NO_LABELS:
                words.update(dict.fromkeys(_WORD.findall(file.read_text(encoding="utf-8").lower())))
    marked = {word for word in words if not word.isascii()}
    stays = frozenset(own["stays"])
    # Of two words that are left so the one that stands earlier: those of ``first``.
    known = {
        left: word for word in reversed(words) if word in marked
        for way in _WAYS if (left := word.translate(way)) not in stays
    }  # fmt: skip
    return known, stays | (words.keys() - marked)


def dotted(source: Readable, lists: str) -> Readable:
    """Give the words of a Swedish text that lost its å, ä and ö those letters back; every other text stays.

    Parameters
    ----------
    source : Readable
    lists : str
        Package of the word lists that texts of its kind are read with.

    Returns
    -------
    Readable

    Examples
    --------
    >>> from matcher.taxonomy.wording import readable
    >>> text = "Du har korkort och 3 ars erfarenhet av forskola, gaerna inom vaard som underskoterska."
    >>> dotted(readable(text), "matcher.requirements.lexicon").text
    'Du har körkort och 3 års erfarenhet av förskola, gärna inom vård som undersköterska.'
    >>> dotted(readable("Läs mer. Korkort."), "matcher.requirements.lexicon").text
    'Läs mer. Korkort.'
    """
    text = source.text
    if any(mark in text for mark in _MARKS):
        return source
    low = text.lower()
    if any(mark in low for mark in _MARKS) or sum(map(low.count, _SWEDISH)) < _FEWEST:
        return source
    return source.replaced(list(_edits(text, low, lists)))


def _edits(text: str, low: str, lists: str) -> Iterator[Edit]:
    english = sum(map(low.count, _ENGLISH)) >= _FEWEST
    for found in _TOKEN.finditer(low):
        start, end = found.span()
        left = found.group().replace("\ufffd", "?")
        if english and left == "for":
            continue
        if left.endswith("?") and left not in _known(lists)[0]:
            left = left.rstrip("?")
            end = start + len(left)
        if left in ("ar", "?r"):
            word = "år" if _COUNTED.search(low, max(0, start - 12), start) else "är"
        elif left == "bor":
            word = "bör" if _SHOULD.match(low, end) else left
        else:
            word = _whole(left, lists)
        if word != left:
            yield start, end, cased(word, text[start:end])


@lru_cache(maxsize=1 << 14)
def _whole(left: str, lists: str) -> str:
    """Return the word that is left so, or the same."""
    known, bare = _known(lists)
    if left in known:
        return known[left]
    if left in bare or not 2 * _SHORTEST_PART <= len(left) <= _LONGEST:
        return left
    for at in range(_SHORTEST_PART, len(left) - _SHORTEST_PART + 1):
        for link in _LINKS:
            first, last = left[:at], left[at:]
            if link and not first.endswith(link):
                continue
            first = first.removesuffix(link) if link else first
            heads, tails = known.get(first), known.get(last)
            # "Handledaren" ends in no years.
            if (heads and (tails or last in bare)) or (
                tails and ((first in bare and len(last) > _SHORTEST_PART) or len(last) >= _LONG_PART)
            ):
                return (heads or first) + link + (tails or last)
    return left
