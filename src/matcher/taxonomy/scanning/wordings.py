"""Many patterns that heed no case, of which a text is only shown those that its words may fit.

A table of a hundred wordings has a few that a line could match; which those are is told by its words, each judged once
(``needed.py`` finds the words that a pattern needs in the pattern itself). A pattern is compiled when it is first
needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from matcher.taxonomy.scanning.needed import NeededWords

T = TypeVar("T")

_WORD = re.compile(r"\w+")
_MOST_WORDS = 1 << 14  # words that are remembered, so that a long-lived process does not grow
# Patterns that heed no case take these letters for an "i" or an "s", of which they are no capitals.
_SAME_LETTER = (("i\u0307", "i"), ("ı", "i"), ("ſ", "s"))


class Wordings(Generic[T]):
    r"""A table of patterns and of what each tells.

    Parameters
    ----------
    rows : iterable of (object, str)
        What a pattern tells, and the pattern; flags are its own, except that case is not heeded.

    Attributes
    ----------
    told : tuple
        What each pattern tells, in the order of the table.

    Examples
    --------
    >>> work = Wordings([("kock", r"(?<!\w)lagat? mat"), ("bud", r"(?<!\w)kört? ut|delivered")])
    >>> [told for told, pattern in work.fitting("Har lagat mat") if pattern.search("Har lagat mat")]
    ['kock']
    >>> [told for told, _ in work.fitting("Städat")]
    []
    """

    def __init__(self, rows: Iterable[tuple[T, str]]) -> None:
        table = tuple(rows)
        self.told = tuple(told for told, _ in table)
        self._patterns: list[str | re.Pattern[str]] = [pattern for _, pattern in table]
        self._needed = NeededWords((1 << at, pattern) for at, (_, pattern) in enumerate(table))
        self._known: dict[str, int] = {}

    def fitting(self, text: str) -> Iterator[tuple[T, re.Pattern[str]]]:
        """Patterns that may match in a text, in the order of the table.

        Parameters
        ----------
        text : str
            Readable (:func:`matcher.taxonomy.wording.readable`).

        Yields
        ------
        (object, re.Pattern)
            What the pattern tells, and the pattern, which is still to be tried.
        """
        low = text.lower()
        if not low.isascii():
            for letter, same in _SAME_LETTER:
                low = low.replace(letter, same)
        may = self._needed.always
        for word in _WORD.findall(low):
            signs = self._known.get(word)
            may |= self._judged(word) if signs is None else signs
        while may:
            at = (may & -may).bit_length() - 1
            pattern = self._patterns[at]
            if isinstance(pattern, str):
                pattern = self._patterns[at] = re.compile(pattern, re.IGNORECASE)
            yield self.told[at], pattern
            may &= may - 1

    def _judged(self, word: str) -> int:
        if len(self._known) >= _MOST_WORDS:
            self._known.clear()
        self._known[word] = signs = self._needed.of(word)
        return signs
