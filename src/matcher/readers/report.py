"""What a reader tells besides its records: everything it dropped, doubted or refused, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar, overload

from matcher.records import JobAd, Profile

T = TypeVar("T", Profile, JobAd)
Level = Literal["dropped", "doubtful", "guessed", "refused", "corrected", "marked"]

REPLACED = "an earlier ad with the same id"
"""What is told of an ad that another one took the place of."""


@dataclass(frozen=True, slots=True)
class Note:
    """One remark about one place of an input.

    Attributes
    ----------
    level : {"dropped", "doubtful", "guessed", "refused", "corrected", "marked"}
        Left out on purpose (protected, not needed); unclear, so left unknown; read with an assumption; not readable;
        replaced by what a person says is right; told of the record as a whole (expired, advertised twice).
    path : str
        File name as given, ``"-"`` for standard input.
    what : str
        What was expected or why it was left out. Never repeats the input's text.
    line : int or None
        One-based line of the file (row of a sheet).
    column : str or None
        Column or field name.
    record : str or None
        Id of the record.

    Examples
    --------
    >>> str(Note("doubtful", "sheet.csv", "expected years", line=4, column="Yrke 1 år"))
    'sheet.csv, line 4, column Yrke 1 år: doubtful: expected years'
    """

    level: Level
    path: str
    what: str
    line: int | None = None
    column: str | None = None
    record: str | None = None

    def __str__(self) -> str:
        where = [self.path]
        if self.line is not None:
            where.append(f"line {self.line}")
        if self.record is not None:
            where.append(f"record {self.record}")
        if self.column is not None:
            where.append(f"column {self.column}")
        return f"{', '.join(where)}: {self.level}: {self.what}"


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file that was read.

    Attributes
    ----------
    path : str
    reader : str
        Name of the format.
    ids : tuple of str
        Of its records, in order.
    fields : tuple of str
        Places of the format that were read: paths, or ``"column = field"`` of a sheet.
    """

    path: str
    reader: str
    ids: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch(Sequence[T], Generic[T]):
    """Records in the order of their sources, with the report of how they were read.

    A batch is a sequence of its records.

    Attributes
    ----------
    records : tuple of Profile or JobAd
    notes : tuple of Note
    removed : frozenset of str
        Ids that a stream says are gone.
    fields : tuple of str
        Places of the format that were read; of several files see ``files``.
    files : tuple of FileRead

    Examples
    --------
    >>> b = Batch((Profile(id="1"),))
    >>> len(b), b[0].id, b.notes
    (1, '1', ())
    """

    records: tuple[T, ...]
    notes: tuple[Note, ...] = ()
    removed: frozenset[str] = frozenset()
    fields: tuple[str, ...] = ()
    files: tuple[FileRead, ...] = ()

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self.records[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self.records)


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


def alone(note: Note) -> Remark:
    """Give a remark as one about one record.

    Examples
    --------
    >>> alone(Note("dropped", "p.csv", "protected", 2, "Namn")).lines
    '2'
    """
    return Remark(note, str(note.line or ""), 1)


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
            yield from map(alone, same)


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
