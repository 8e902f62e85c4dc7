"""What a reader tells besides its records: everything it dropped, doubted or refused, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
