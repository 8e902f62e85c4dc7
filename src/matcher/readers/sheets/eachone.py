"""Columns for one thing each: years of one occupation ("Svetsare (år)"), a tick for one skill ("Excel")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from matcher.patterns import late
from matcher.readers.cells.alone import counted_of, unit_of
from matcher.readers.cells.titles import is_title, labels_of
from matcher.readers.cells.words import is_absent, is_bare_yes, is_silent, tidy
from matcher.readers.sheets.columns import Column
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.wording import fold

_NUMBER = late(r"[<>~]?\d{1,3}(?:[.,]\d{1,2})?(?:[ +]?(?:år|years?|mån\w*|months?|yrs?))?\+?", re.IGNORECASE)
_ANSWERED = late(r"\s*\(?(?:ja/nej|j/n|y/n|yes/no|x)\)?\s*\??$", re.IGNORECASE)
# "Vill du jobba med barn?": yes and no below it.
_ASKED_FOR = late(
    r"(?:vill|skulle|would|do|does|want)(?: \w+){0,4}? (?:jobba|arbeta|work) (?:med|som|inom|with|as|in)(?: an?)? "
    r"([^?:()]{2,40})\??",
    re.IGNORECASE,
)
# Years of all work together are those of no job.
_TOGETHER = late(r"(?<!\w)(?:arbetslivserf|total|sammanlag|samlad|overall)", re.IGNORECASE)
_FEWEST_SKILLS = 2
_LONGEST = 40
"""Characters of a header that names one thing, at most."""


def filled(rows: Sequence[Sequence[str]], index: int) -> list[str]:
    """Cells of a column that say something.

    Examples
    --------
    >>> filled([["1", " B1 "], ["2", "?"], ["3"]], 1)
    ['B1']
    """
    cells = (tidy(row[index]) for row in rows if index < len(row))
    return [cell for cell in cells if not is_silent(cell)]


def each_one(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Make jobs of columns that count the years of one occupation, and skills of those that tick one.

    Parameters
    ----------
    columns : sequence of Column
    rows : sequence of sequence of str
        Rows below the header.

    Returns
    -------
    tuple of Column
        With ``item`` where a column names one thing.

    Examples
    --------
    >>> columns = [Column(0, "Nr", "id"), Column(1, "Svetsare (år)", None), Column(2, "Lager (år)", None)]
    >>> [(c.field, c.item) for c in each_one(columns, [["1", "4", ""], ["2", "0", "2,5"]])]
    [('id', ''), ('job', 'Svetsare'), ('job', 'Lager')]
    """
    counted = {c.index: one for c in columns if (one := _counted(c, rows))}
    told = any(map(is_title, counted.values()))
    ticked = {c.index for c in columns if c.field is None and _is_ticked(c, rows) and _words(c) in labels_of("skill")}
    # Ticks of what somebody can do look like those of what is wished for; a column of wishes tells them apart.
    wished = any(c.field == "wish" for c in columns) and len(ticked) >= _FEWEST_SKILLS
    made = []
    for column in columns:
        asked = _ASKED_FOR.fullmatch(column.header.strip())
        if column.index in counted and (told or column.field is not None):
            unit = unit_of(column.header)
            column = replace(column, field="job", number=0, hint=unit, item=counted[column.index])
        elif column.field in ("job", "job_years") and _TOGETHER.search(column.header) and _all_numbers(column, rows):
            column = replace(column, field="unused")
        elif asked and column.field != "hours" and not find_countries(asked[1]) and _is_ticked(column, rows):
            column = replace(column, field="wish", item=asked[1].strip())
        elif wished and column.index in ticked:
            column = replace(column, field="skill", item=_ANSWERED.sub("", column.header).strip())
        made.append(column)
    return tuple(_amid(made, rows))


def _amid(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """Make a skill of a ticked column that nobody knows between two that tick skills: "CNC" amid a shop's machines."""
    ticks = [column.field == "skill" and _is_ticked(column, rows) for column in columns]
    return [
        replace(column, field="skill", item=_ANSWERED.sub("", column.header).strip())
        if column.field is None
        and 0 < at < len(ticks) - 1
        and ticks[at - 1]
        and ticks[at + 1]
        and column.header.strip()
        and _is_ticked(column, rows)
        else column
        for at, column in enumerate(columns)
    ]


def _counted(column: Column, rows: Sequence[Sequence[str]]) -> str | None:
    """Words for the work that a column counts the years of: all its cells are numbers."""
    one = counted_of(column.header) if column.field in (None, "job", "job_years") else None
    if one is None or len(one) > _LONGEST or find_countries(one):
        return None
    if column.field is not None and not one.endswith("arbete") and "experience" not in fold(column.header):
        return None
    return one if _all_numbers(column, rows) else None


def _all_numbers(column: Column, rows: Sequence[Sequence[str]]) -> bool:
    cells = filled(rows, column.index)
    return any(map(_NUMBER.fullmatch, cells)) and all(_NUMBER.fullmatch(cell) or is_absent(cell) for cell in cells)


def _is_ticked(column: Column, rows: Sequence[Sequence[str]]) -> bool:
    cells = filled(rows, column.index)
    return any(map(is_bare_yes, cells)) and all(is_bare_yes(cell) or is_absent(cell) for cell in cells)


def _words(column: Column) -> str:
    return fold(_ANSWERED.sub("", column.header))
