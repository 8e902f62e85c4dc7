"""Ways of writing of one meaning ("tal & skrift", "och / eller", "lägst två år"), read as the usual one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.wording import Readable, cased

_SWEDISH = (" och ", " att ", " du ", " är ", "å", "ä", "ö")
_ENGLISH = (" the ", " and ", " you ", " is ", " of ")


class _Way(NamedTuple):
    """A way of writing: what shows that a text may have it, where it stands, what is read instead."""

    signs: tuple[str, ...]
    found: re.Pattern[str]
    usual: tuple[str, ...]


@cache
def _ways() -> tuple[_Way, ...]:
    rows = read_lexicon("alike.tsv", "matcher.requirements.lexicon")
    return tuple(
        _Way(tuple(signs.split("|")), re.compile(pattern, re.MULTILINE), tuple(usual.split("|")))
        for signs, pattern, usual in rows
    )


def usual(source: Readable) -> Readable:
    """Read what the list knows as another way of writing as the usual one; everything else stays.

    Parameters
    ----------
    source : Readable

    Returns
    -------
    Readable

    Examples
    --------
    >>> from matcher.taxonomy.wording import readable
    >>> read = usual(readable("Lägst två års vana. Svenska i tal & skrift och / eller engelska."))
    >>> read.text, read.quote(0, 9)
    ('Minst två års vana. Svenska i tal och skrift och/eller engelska.', 'Lägst två')
    """
    text = source.text
    there = [way for way in _ways() if any(sign in text for sign in way.signs)]
    return source.replaced(sorted(edit for way in there for edit in _edits(way, text))) if there else source


def _edits(way: _Way, text: str) -> Iterator[tuple[int, int, str]]:
    places = list(way.found.finditer(text))
    word = way.usual[-1 if places and len(way.usual) > 1 and _is_english(text) else 0]
    for found in places:
        yield *found.span(), cased(word, found.group())


def _is_english(text: str) -> bool:
    return sum(map(text.count, _ENGLISH)) > sum(map(text.count, _SWEDISH))
