"""Words of a text and where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import NamedTuple

_GAPS = re.compile(r"(\W+)")
_new = tuple.__new__  # a named tuple of values in their order, without its constructor's detour


class Words(NamedTuple):
    """Words of a stretch of text: where each begins, and how it is spelled."""

    starts: list[int]
    spelled: list[str]


class Span(NamedTuple):
    """A stretch of text, and the places ``[first, last)`` of its words among those of the text."""

    start: int
    end: int
    first: int
    last: int


def words_of(low: str, edges: Iterable[int] = ()) -> Words:
    """Words of a lower-case text; what stands on both sides of an edge is two words.

    Parameters
    ----------
    low : str
    edges : iterable of int
        Ascending offsets.

    Examples
    --------
    >>> words_of("b-körkort")
    Words(starts=[0, 2], spelled=['b', 'körkort'])
    >>> words_of("profilkock", [6]).spelled
    ['profil', 'kock']
    """
    parting = [edge for edge in edges if 0 < edge < len(low) and _in_word(low[edge - 1]) and _in_word(low[edge])]
    words = Words([], [])
    for start, end in pairwise([0, *parting, len(low)]):
        pieces = _GAPS.split(low[start:end] if parting else low)
        places = list(accumulate(map(len, pieces), initial=start))
        # Every other piece is a gap; the first and the last word are empty where the text begins or ends with one.
        first, last = (0 if pieces[0] else 2), (len(pieces) if pieces[-1] else len(pieces) - 1)
        words.starts.extend(places[first:last:2])
        words.spelled.extend(pieces[first:last:2])
    return words


def _in_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def placed(words: Words, spans: Iterable[tuple[int, int]]) -> list[Span]:
    """Find the words of stretches, which ascend and part no word.

    Examples
    --------
    >>> placed(words_of("Hej du. Bra."), [(0, 7), (8, 12)])
    [Span(start=0, end=7, first=0, last=2), Span(start=8, end=12, first=2, last=3)]
    """
    starts, first = words.starts, 0
    out = []
    for start, end in spans:
        first = bisect_left(starts, start, first)
        last = bisect_left(starts, end, first)
        out.append(_new(Span, (start, end, first, last)))
        first = last
    return out
