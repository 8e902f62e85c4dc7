"""What the columns of a table of jobs are, by their headers, and which row of a table is such a header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.taxonomy.wording import fold

_SIGNS = late(r"\s*\([^()]*\)|[^\w]+|_")
_CAMEL = late(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])")
_MAX_HEADER = 60
FIRST_ROWS = 10
"""Rows of a table among which its header stands."""
_ENOUGH, _FEW = 3, 2
# What says that a row is a job, and no job that somebody had.
_OF_JOBS = frozenset(("must", "nice", "deadline", "vacancies"))


@cache
def _fields() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((field, re.compile(rf"(?:{pattern})\Z")) for field, pattern in rows("adcolumns"))


def field_of(header: str) -> str | None:
    """Tell what a column of a table of jobs holds.

    Parameters
    ----------
    header : str

    Returns
    -------
    str or None
        A field of ``lexicon/adcolumns.tsv``; ``person`` for what only a table of people has.

    Examples
    --------
    >>> [field_of(header) for header in ("Tjänst", "Krav *", "jobTitle", "Sista ansökningsdag", "Modersmål", "Färg")]
    ['title', 'must', 'title', 'deadline', 'person', None]
    """
    if len(header) > _MAX_HEADER:
        return None
    words = " ".join(fold(_SIGNS.sub(" ", _CAMEL.sub(" ", header))).split())
    return next((field for field, pattern in _fields() if words and pattern.match(words)), None)


def sense_of(table: Sequence[Sequence[str]]) -> int:
    """How many columns of jobs the best header among the first rows names; 0 where none can be one.

    Parameters
    ----------
    table : sequence of sequence of str
        First rows, cell by cell.

    Returns
    -------
    int

    Examples
    --------
    >>> sense_of([["Jobb på mässan"], ["Företag", "Tjänst", "Krav"], ["Kol AB", "Sotare", "B-kort"]])
    3
    >>> sense_of([["Id", "Yrke", "Modersmål"], ["1", "Kock", "dari"]])
    0
    """
    found = header_in(table)
    return 0 if found is None else len(set(map(field_of, table[found])) - {None})


def header_in(table: Sequence[Sequence[str]]) -> int | None:
    """Find the row that names the columns of a table of jobs.

    Parameters
    ----------
    table : sequence of sequence of str
        First rows, cell by cell.

    Returns
    -------
    int or None
        ``None`` where no row does, or where people are told of.

    Examples
    --------
    >>> header_in([["Jobb på mässan"], ["Tjänst", "Krav"]]), header_in([["Namn", "Tjänst", "Krav"]])
    (1, None)
    """
    for at, row in enumerate(table[:FIRST_ROWS]):
        fields = {field_of(cell) for cell in row} - {None}
        if "person" in fields:
            return None
        named = "title" in fields or ("occupation" in fields and not fields.isdisjoint(_OF_JOBS))
        told = not fields.isdisjoint(_OF_JOBS) or any({beside, "employer"} <= fields for beside in ("text", "able"))
        enough = _FEW if {"title", "must"} <= fields else _ENOUGH
        if named and (told or {"title", "text", "id"} <= fields) and len(fields) >= enough:
            return at
    return None
