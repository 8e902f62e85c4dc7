"""What a cell of fixed values says and nobody understood: each part of it is left out in turn, to see if it matters.

Words of jobs, skills and wishes are kept as they are and need no such look; a level, a country or a day is either
understood or gone, and then the report must say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from matcher.readers.cells.words import is_absent, is_silent
from matcher.readers.draft import Draft
from matcher.readers.rowcells import Cells

Part = Callable[[Draft, Cells], None]

NOTHING = "a part of the cell from which nothing was read"
MAX_PARTS = 12
"""Parts of one cell that are looked at; a longer list is no cell of fixed values."""
_SEPARATOR = re.compile(r"\s*[;\n•|]\s*|,\s+|\.\s+(?=[A-ZÅÄÖ])|\s+/\s+")
_TOLD_BY_ITSELF = frozenset(("notes", "path", "id", "line", "read"))


def report_leftovers(draft: Draft, cells: Cells, parts: Mapping[Part, tuple[str, ...]]) -> None:
    """Add a note for every cell with a part that gives nothing.

    Parameters
    ----------
    draft : Draft
        Takes the notes.
    cells : Cells
    parts : mapping
        What reads a group of fields → the fields of fixed values among them.
    """
    for part, fields in parts.items():
        whole: dict[str, Any] | None = None
        for field in fields:
            for column, text in cells.of(field):
                if is_silent(text) or is_absent(text) or draft.is_told(column.shown):
                    continue
                pieces = [piece for piece in _SEPARATOR.split(text) if re.search(r"\w", piece)][:MAX_PARTS]
                whole = whole or _facts(part, cells)
                for piece in pieces:
                    rest = text.replace(piece, " ", 1).strip(" ;,\n|/") if len(pieces) > 1 else ""
                    if _facts(part, cells.replaced(column, rest)) == whole:
                        draft.note("doubtful", NOTHING, column.shown)
                        break


def _facts(part: Part, cells: Cells) -> dict[str, Any]:
    draft = Draft("", "")
    part(draft, cells)
    return {name: value for name, value in vars(draft).items() if name not in _TOLD_BY_ITSELF}
