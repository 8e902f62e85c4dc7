"""Which sentences can name a skill at all, told by their words alone, before anything is looked at closely.

Nine sentences in ten have no word that matters. Every piece of text between spaces is judged once and remembered, so
that most sentences cost one comparison of sets.
"""

from __future__ import annotations

from matcher.requirements.skills_crafts import ABLE, crafts
from matcher.requirements.skills_names import Terms
from matcher.requirements.skills_words import (
    CAN,
    CRAFT,
    FIELD,
    FIELDS,
    FUSED,
    FUSING,
    NAMED,
    POSTPOSED,
    POSTPOSES,
    TECHNICAL,
    ending_classes,
    words_of,
)

_MEMO_LIMIT = 100_000
_LONGEST_PIECE = 80


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
    """

    def __init__(self, names: Terms) -> None:
        self._names = names
        self._dull: set[str] = set()
        self._bright: dict[str, tuple[int, tuple[str, ...]]] = {}

    def signs(self, low: str) -> int:
        """Join the signs of the pieces of a lower-case text."""
        pieces = low.split()
        if self._dull.issuperset(pieces):
            return 0
        found = 0
        for piece in pieces:
            if piece not in self._dull:
                signs, names = self._bright.get(piece) or self._of(piece)
                found |= signs
                if names and not found & NAMED and any(name in low for name in names):
                    found |= NAMED
        return found

    def _of(self, piece: str) -> tuple[int, tuple[str, ...]]:
        signs = 0
        names: list[str] = []
        for word in words_of(piece, 0, len(piece)).words:
            signs |= NAMED * self._names.is_tool(word) | FIELD * (word in FIELDS) | POSTPOSES * (word in POSTPOSED)
            signs |= FUSED * (word.endswith(FUSING) and word not in FUSING)
            signs |= CRAFT * (word in crafts()) | CAN * (word in ABLE) | TECHNICAL * ("tech" in ending_classes(word))
            names.extend(self._names.tools_with(word))
        found = signs, tuple(names)
        if len(piece) <= _LONGEST_PIECE:
            if len(self._dull) + len(self._bright) > _MEMO_LIMIT:
                self._dull.clear()
                self._bright.clear()
            if signs or names:
                self._bright[piece] = found
            else:
                self._dull.add(piece)
        return found
