"""Words of a text and where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

# In Latin-1, a space for each sign that is no part of a word, and for each that is no letter.
_MASK = bytes(code if chr(code).isalnum() or chr(code) == "_" else 32 for code in range(256))
_LETTERS = bytes(code if chr(code).isalnum() and not chr(code).isdecimal() else 32 for code in range(256))
_FROM_NEXT = (1).__add__  # a piece's length to its distance from the next one
_MOST_WIDE = 8  # signs beyond Latin-1 that are replaced one by one: bullets, an ellipsis, letters of a name
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
    parting = [
        edge
        for edge in edges
        if 0 < edge < len(low) and not low[edge - 1].isspace() and all(map(in_word, low[edge - 1 : edge + 1]))
    ]
    words = Words([], [])
    for start, end in pairwise([0, *parting, len(low)]):
        # Far faster than any pattern: an empty piece for every further sign of a gap.
        masked, exact = _masked(low[start:end] if parting else low, _MASK)
        pieces = masked.split(" ")
        starts = list(compress(accumulate(map(_FROM_NEXT, map(len, pieces)), initial=start), pieces))
        spelled = list(filter(None, pieces))
        words.starts.extend(starts)
        if not exact:
            spelled = [low[at : at + len(word)] for at, word in zip(starts, spelled, strict=True)]
        words.spelled.extend(spelled)
    return words


def runs_of_letters(text: str) -> list[str] | None:
    """Cut out runs of what is in a word and no digit; ``None`` for a text with such letters beyond Latin-1.

    Examples
    --------
    >>> runs_of_letters("B-körkort, ca 40 h/v"), runs_of_letters("łódź")
    (['B', 'körkort', 'ca', 'h', 'v'], None)
    """
    masked, exact = _masked(text, _LETTERS)
    return masked.split() if exact else None


def _masked(low: str, mask: bytes) -> tuple[str, bool]:
    """Give a text of the same length with a space for each sign that a mask leaves out.

    All else is in Latin-1: of other letters only the places are right, and it is told whether there are none.
    """
    exact = True
    for _ in range(_MOST_WIDE):
        try:
            return low.encode("latin-1").translate(mask).decode("latin-1"), exact
        except UnicodeEncodeError as error:
            sign = low[error.start]
            exact = exact and not sign.isalnum()
            low = low.replace(sign, "a" if sign.isalnum() else " ")
    return "".join([sign if in_word(sign) else " " for sign in low]), False


def in_word(sign: str) -> bool:
    """Whether a sign is part of a word."""
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
