"""Words of headers made whole: clipped ones ("Komp.", "Omf"), other forms ("svenskan"), misspelt ones ("Kökort")."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.taxonomy.normalizing.spelling import ONE_SLIP, Speller

_WORD = late(r"[^\W\d_]{3,}\.?")
_ENDINGS = ("en", "et", "na", "er", "ar", "or", "s", "n", "t")
_SHORTEST_CLIPPED, _SHORTEST_SLIP = 4, 6
"""Letters of a word without a dot that may be clipped, and of one that may be misspelt."""
_MOST = 6
"""Ways to make a header whole that are tried."""
_NO_CLIPS = frozenset(("till", "från", "vill", "över", "inte", "andra", "with", "from", "what", "have", "your", "that"))


@cache
def _words() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("headwords"))


@cache
def _speller() -> Speller:
    return Speller(_words())


def whole_words(header: str) -> Iterator[str]:
    """Ways to write a header with its words whole, the likeliest first; none where all of its words are.

    Parameters
    ----------
    header : str

    Examples
    --------
    >>> next(whole_words("Övr. komp")), next(whole_words("svenskan")), next(whole_words("Kökort?"))
    ('övriga kompetens', 'svenska', 'körkort?')
    >>> list(whole_words("Skostorlek"))
    []
    """
    words = header.casefold()
    found = [(match.span(), ways) for match in _WORD.finditer(words) if (ways := _wholes(match.group()))]
    for chosen in itertools.islice(itertools.product(*(ways for _, ways in found)), _MOST if found else 0):
        made = words
        for ((start, end), _), word in zip(reversed(found), reversed(chosen), strict=True):
            made = made[:start] + word + made[end:]
        yield made


@cache
def _wholes(word: str) -> tuple[str, ...]:
    """Whole words that a word of a header may stand for; none where it is one, or nobody knows."""
    plain = word.rstrip(".")
    if plain in _words() or plain in _NO_CLIPS:
        return ()
    if base := next((plain.removesuffix(end) for end in _ENDINGS if plain.removesuffix(end) in _words()), None):
        return (base,)
    if word != plain or len(plain) >= _SHORTEST_CLIPPED:
        clipped = tuple(whole for whole in _words() if whole.startswith(plain))
        if clipped:
            return clipped[:_MOST]
    if len(plain) < _SHORTEST_SLIP:
        return ()
    right, weight = _speller().corrected([plain]).get(plain, (plain, 0.0))
    return (right,) if weight >= ONE_SLIP else ()
