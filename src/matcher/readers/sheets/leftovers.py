"""What a cell of fixed values says and nobody understood: each part of it is left out in turn, to see if it matters.

Words of jobs, skills and wishes are kept as they are and need no such look; a level, a country or a day is either
understood or gone, and then the report must say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from matcher.patterns import late
from matcher.readers.cells.words import is_absent, is_silent, yes_or_no
from matcher.readers.draft import Draft
from matcher.readers.report import Note
from matcher.readers.sheets.rowcells import Cells
from matcher.readers.texts.sections import Section
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.wording import fold

Part = Callable[[Draft, Cells], None]

NOTHING = "a part of the cell from which nothing was read"
MAX_PARTS = 12
"""Parts of one cell that are looked at; a longer list is no cell of fixed values."""
MAX_LINES = 15
"""Lines of a section that are left out in turn, where one alone says nothing; in a longer one it is told of at once."""
_WORD = late(r"[^\W\d_]{3,}")
_SEPARATOR = late(r"\s*[;\n•|]\s*|,\s+|\.\s+(?=[A-ZÅÄÖ])|\s+/\s+")


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
        whole: dict[str, object] | None = None
        for field in fields:
            for column, text in cells.of(field):
                if is_silent(text) or is_absent(text) or draft.is_told(column.shown):
                    continue
                pieces = [piece for piece in _SEPARATOR.split(text) if re.search(r"\w", piece)][:MAX_PARTS]
                whole = whole or _facts(part, cells, draft.as_of)
                for piece in pieces:
                    if yes_or_no(piece) is not None or find_countries(piece, adjectives=False):
                        continue
                    rest = text.replace(piece, " ", 1).strip(" ;,\n|/") if len(pieces) > 1 else ""
                    if _facts(part, cells.replaced(column, rest), draft.as_of) != whole:
                        continue
                    # What another cell says as well is understood, too.
                    if _facts(part, Cells([replace(column, index=0)], [piece]), draft.as_of) == Draft("", "").facts():
                        draft.note("doubtful", NOTHING, column.shown)
                        break


def report_lines(draft: Draft, section: Section, handler: Callable[[Draft, Section], None]) -> None:
    """Add a note for every line of a CV's section that gives nothing, by itself or among the others.

    Parameters
    ----------
    draft : Draft
        Filled; takes the notes.
    section : Section
    handler : callable
        Reads such a section.
    """

    def facts(lines: list[str]) -> dict[str, object]:
        alone = Draft("", "")
        handler(alone, replace(section, lines=lines))
        return alone.facts()

    kept = frozenset(_WORD.findall(fold(" ".join(draft.words()))))
    nothing, whole = Draft("", "").facts(), None
    for place, line in enumerate(section.lines):
        if not re.search(r"[^\W\d_]{2}", line) or not kept.isdisjoint(_WORD.findall(fold(line))):
            continue
        if facts([line]) != nothing:
            continue
        if len(section.lines) <= MAX_LINES:
            whole = whole or facts(section.lines)
            if facts(section.lines[:place] + section.lines[place + 1 :]) != whole:
                continue
        number = section.numbers[place] if place < len(section.numbers) else None
        made = Note("doubtful", draft.path, "a line from which nothing was read", number, section.kind, draft.id)
        draft.notes.append(made)


def _facts(part: Part, cells: Cells, as_of: date | None) -> dict[str, object]:
    draft = Draft("", "")
    draft.as_of = as_of
    part(draft, cells)
    return draft.facts()
