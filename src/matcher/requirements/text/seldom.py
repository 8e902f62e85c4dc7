"""Patterns that seldom match, tried only in sentences with a word that they need.

Each word is judged once, when it is met for the first time: its *signs* are a number with a bit for each pattern that
it may belong to (``taxonomy/scanning/needed.py`` finds that out of the pattern itself), and a sentence's signs are
those of its words. Where words are not looked up by number (``taxonomy/scanning/quickscan.py``), a sentence has every
sign, and every pattern is tried as if nobody had asked.
"""

from __future__ import annotations

import re
import sys

from matcher.taxonomy.scanning.needed import NeededWords

FIRST_SIGN = 1 << 10
"""Lower ones are those of ``skills/gate.py``."""

_LAST_SIGN = 1 << 62
EVERY_SIGN = 2 * _LAST_SIGN - 1
"""What a sentence may hold of which nothing is known."""

_made: list[Seldom] = []


class Seldom:
    r"""A pattern that seldom matches.

    Its methods take the signs of the sentence first. What they look through must lie in that sentence.

    Parameters
    ----------
    pattern : str
        Regular expression.

    Attributes
    ----------
    pattern : str
    sign : int
        The bit that a sentence's signs must hold. The last one is of all patterns for which no other is left, and
        every sentence holds it.

    Examples
    --------
    >>> wishes = Seldom(r"(?<!\w)gärna(?!\w)")
    >>> wishes.search(EVERY_SIGN, "gärna", 0, 5) is None, wishes.search(0, "gärna", 0, 5) is None
    (False, True)
    """

    __slots__ = ("_fullmatch", "_match", "_search", "pattern", "sign")

    def __init__(self, pattern: str) -> None:
        self.pattern, compiled = pattern, re.compile(pattern)
        self._search, self._match, self._fullmatch = compiled.search, compiled.match, compiled.fullmatch
        self.sign: int = min(_made[-1].sign << 1, _LAST_SIGN) if _made else FIRST_SIGN
        _made.append(self)

    def search(self, signs: int, low: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Search a stretch of a sentence."""
        return self._search(low, start, end) if signs & self.sign else None

    def match(self, signs: int, low: str, start: int, end: int) -> re.Match[str] | None:
        """Match the beginning of a stretch of a sentence."""
        return self._match(low, start, end) if signs & self.sign else None

    def fullmatch(self, signs: int, low: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match a stretch of a sentence."""
        return self._fullmatch(low, start, end) if signs & self.sign else None


class SignsSoFar:
    """Tells the signs of words, of all patterns made so far.

    Attributes
    ----------
    always : int
        Signs that every sentence holds: of patterns that need no word, and of those that are made later.

    Examples
    --------
    >>> from matcher.requirements.strength.answered import LACKS
    >>> told = SignsSoFar()
    >>> [bool(told.of(word) & LACKS.sign) for word in ("saknar", "don't", "kock")]
    [True, True, False]
    """

    def __init__(self) -> None:
        told = {seldom.sign: seldom.pattern for seldom in _made if seldom.sign != _LAST_SIGN}
        needed = NeededWords(told.items())
        self.of = needed.of
        self.always = (EVERY_SIGN & -FIRST_SIGN) - sum(told) | needed.always
