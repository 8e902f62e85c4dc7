"""A text cut where requirements begin and end, so that a page can mark them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from matcher.records import NECESSITIES, Requirement


class Piece(NamedTuple):
    """A stretch of a text.

    Attributes
    ----------
    text : str
    over : tuple of Requirement
        Requirements that stand on it, the strongest first; empty for plain text.
    ending : tuple of Requirement
        Those of them that end with it: where a label goes.
    """

    text: str
    over: tuple[Requirement, ...]
    ending: tuple[Requirement, ...]


def pieces(text: str, rows: Sequence[Requirement]) -> list[Piece]:
    """Cut a text at the edges of requirements that have a place in it.

    Examples
    --------
    >>> row = Requirement(kind="own_car", value=True, necessity="must", quote="bil", field="text", start=3, end=6)
    >>> [(piece.text, len(piece.over)) for piece in pieces("Ha bil.", [row])]
    [('Ha ', 0), ('bil', 1), ('.', 0)]
    """
    edges = sorted({0, len(text), *(edge for r in rows for edge in (r.start, r.end) if edge is not None)})
    cut = []
    for start, end in pairwise(edges):
        over = [r for r in rows if r.start is not None and r.start <= start and (r.end or 0) >= end]
        over.sort(key=lambda r: NECESSITIES.index(r.necessity))
        cut.append(Piece(text[start:end], tuple(over), tuple(r for r in over if r.end == end)))
    return cut
