"""Texts that are typed in capitals from end to end, read as they would stand in small letters."""

from __future__ import annotations

import re

from matcher.requirements.text.kinds import CAPITAL, SMALL, kinds_of

_FEWEST, _SMALL_SHARE = 200, 0.03
_CAPITAL, _SMALL = bytes([CAPITAL]), bytes([SMALL])
# What begins a line or sentence has a capital, and so do classes of licences.
_STAYS = re.compile(
    r"(?:^|(?<=[.!?]\s))[^\w\n]{0,6}[a-zåäö]|(?<![\w&/+-])(?:b|c|d|ce|c1e?|d1e?|a(?=-k)|"
    r"be(?=[-/,.;:)]| är| som| krävs| meri))(?![\w])",
    re.MULTILINE,
)


def in_small_letters(text: str) -> str:
    r"""Put a text in capitals into small letters; every other text stays, and so does the length.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> in_small_letters("KRAV\nDU HAR B-KÖRKORT OCH ÄR KOCK.\n" * 10).split("\n")[:2]
    ['Krav', 'Du har B-körkort och är kock.']
    >>> in_small_letters("KRAV\nDu har B-körkort")
    'KRAV\nDu har B-körkort'
    """
    kinds = kinds_of(text)
    capitals = kinds.count(_CAPITAL)
    if capitals < _FEWEST or kinds.count(_SMALL) > _SMALL_SHARE * capitals:
        return text
    small = text.lower()
    return _STAYS.sub(lambda found: found.group().upper(), small) if len(small) == len(text) else text
