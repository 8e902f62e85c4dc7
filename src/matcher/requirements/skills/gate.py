"""Which sentences can name a skill at all, told by their words alone, before anything is looked at closely.

Nine sentences in ten have no word that matters. Every piece of text between spaces is judged once and remembered, so
that most sentences cost one comparison of sets.
"""

from __future__ import annotations

from collections.abc import Iterable

from matcher.requirements.skills.crafts import ABLE
from matcher.requirements.skills.names import Terms
from matcher.requirements.skills.words import (
    CAN,
    CRAFT,
    FIELD,
    FIELDS,
    FUSED,
    FUSING,
    JOINED,
    NAMED,
    POSTPOSED,
    POSTPOSES,
    TECHNICAL,
    ending_classes,
    words_of,
)
from matcher.taxonomy.facts.crafts import crafts

_MEMO_LIMIT = 100_000
_LONG_NAMES = 128  # a word of a tool's name of several words
_EVERY = NAMED | FIELD | POSTPOSES | FUSED | CRAFT | CAN | TECHNICAL


class Gate:
    """Tells what a sentence has to offer.

    Parameters
    ----------
    names : Terms

    Examples
    --------
    >>> gate = Gate(Terms.load())
    >>> gate.signs("vi trivs bra tillsammans"), gate.signs("goda kunskaper i excel,") == NAMED | FIELD
    (0, True)
    >>> gate.signs("hej", FIELD), gate.signs("hej", FIELD | JOINED)
    (2, 0)
    """

    def __init__(self, names: Terms) -> None:
        self._names = names
        self._signs: dict[str, int] = {}
        self._tools: dict[str, tuple[str, ...]] = {}

    def signs(self, low: str, told: int = JOINED) -> int:
        """Join the signs of the pieces of a lower-case text.

        Parameters
        ----------
        low : str
        told : int, optional
            Signs of its words together, as :meth:`of` tells them. They are those of the text where none of its words
            is joined to another, and none may be part of the only tool's name that there is.
        """
        if not told & JOINED and (told & NAMED or not told & _LONG_NAMES):
            return told & _EVERY
        pieces = low.split()
        found = 0
        for signs in {*map(self._signs.get, pieces)}:
            found |= self._of_new(pieces) if signs is None else signs
        if found & _LONG_NAMES:
            found &= ~_LONG_NAMES
            for tools in filter(None, map(self._tools.get, pieces)) if not found & NAMED else ():
                for tool in tools:
                    if tool in low:
                        return found | NAMED
        return found

    def _of_new(self, pieces: Iterable[str]) -> int:
        """Join the signs of pieces of which some are met for the first time."""
        found = 0
        for piece in pieces:
            signs = self._signs.get(piece)
            if signs is None:
                if len(self._signs) >= _MEMO_LIMIT:
                    self._signs.clear()
                    self._tools.clear()
                signs = self._signs[piece] = self.of(piece)
            found |= signs
        return found

    def of(self, piece: str) -> int:
        """Signs of a piece of lower-case text without blanks."""
        signs = 0
        tools: list[str] = []
        for word in words_of(piece, 0, len(piece)).words:
            signs |= NAMED * self._names.is_tool(word) | FIELD * (word in FIELDS) | POSTPOSES * (word in POSTPOSED)
            signs |= FUSED * (word.endswith(FUSING) and word not in FUSING)
            signs |= CRAFT * (word in crafts()) | CAN * (word in ABLE) | TECHNICAL * bool(ending_classes(word))
            tools.extend(self._names.tools_with(word))
        if tools:
            self._tools[piece] = tuple(tools)
            signs |= _LONG_NAMES
        return signs
