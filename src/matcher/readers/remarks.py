"""Remarks laid together: what is told of the same column of many records is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matcher.readers.report import Note

FEWEST = 3
"""Records with one remark about one column that are told of together."""
_MOST_RANGES = 20
"""Ranges of lines that are named; the report of each record has every place."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark, about one record or many.

    Attributes
    ----------
    note : Note
        The first of them.
    lines : str
        All of their lines, runs as ranges; empty where there is none.
    n_records : int
    """

    note: Note
    lines: str
    n_records: int


def together(notes: Iterable[Note]) -> Iterator[Remark]:
    """Lay remarks together that say the same of the same column of three records or more, in the order of the first.

    Examples
    --------
    >>> notes = [Note("dropped", "p.csv", "protected", line, "Namn", f"P{line}") for line in (2, 3, 4, 7)]
    >>> [(r.note.column, r.lines, r.n_records) for r in together([*notes, Note("guessed", "p.csv", "read as UTF-16")])]
    [('Namn', '2-4, 7', 4), (None, '', 1)]
    """
    groups: dict[tuple[object, ...], list[Note]] = {}
    for note in notes:
        # Without a line the record's id is all that tells where a remark belongs.
        about = None if note.line and note.record and note.column else (note.line, note.record)
        groups.setdefault((note.level, note.path, note.column, note.what, about), []).append(note)
    for same in groups.values():
        n_records = len({note.record for note in same})
        if n_records >= FEWEST:
            yield Remark(same[0], _ranges(sorted({note.line for note in same if note.line})), n_records)
        else:
            yield from (Remark(note, str(note.line or ""), 1) for note in same)


def _ranges(numbers: Sequence[int]) -> str:
    """Write ascending numbers with runs as ranges.

    Examples
    --------
    >>> _ranges([2, 3, 4, 7, 9, 10])
    '2-4, 7, 9-10'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = [str(low) if low == high else f"{low}-{high}" for low, high in runs[:_MOST_RANGES]]
    return ", ".join(shown + ["…"] * (len(runs) > _MOST_RANGES))
