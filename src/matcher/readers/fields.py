"""Nothing lost silently: every field of a format is used, or left out for a reason that the report gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.readers.report import Note

_EMPTY: tuple[object, ...] = (None, "", [], {})
# Per object: keys to look into with their path; keys to count with the reason they are left out.
_Plan = tuple[list[tuple[str, str]], list[tuple[str, str, str]]]
_FIELD_NAME = late(r"(?:(?:^|(?<=\.))[@$#]?[A-Za-z_][\w:-]{0,40}\.?){1,12}", re.ASCII)
_UNKNOWN = "no field of this format"
MAX_LIST = 500
"""Most items of one list of a CV that are read."""
_LONG = f"more than {MAX_LIST} in one list; the rest is left out"
_PLAIN = "expected fields, not a plain value"


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for reader, path, why in rows("fields"):
        table.setdefault(reader, {})[path] = why
    return table


def tally_of(reader: str, strict: bool = False) -> FieldTally:
    """Start a tally for one reader of ``fields.tsv``, which lists what each uses and leaves out.

    Parameters
    ----------
    reader : str
        Name in the first column.
    strict : bool, default False
        Whether a plain value where fields are expected is lost, and so is told of; some readers take either.

    Examples
    --------
    >>> tally = tally_of("lines")
    >>> tally.see({"headline": "Kock", "timestamp": 1})
    >>> [note.column for note in tally.notes("a.json")]
    ['timestamp']
    """
    rows = _table()[reader]
    used, dropped = {path for path, why in rows.items() if not why}, {p: why for p, why in rows.items() if why}
    return FieldTally(used, dropped, strict)


class FieldTally:
    """Counts what a reader leaves out of the records it sees.

    Parameters
    ----------
    used : set of str
        Paths that the reader uses, dotted, lists left out (``"must_have.skills"``); what lies below is used too.
    dropped : mapping of str to str
        Path left out → why, in words for a report.
    strict : bool, default False
        Whether a plain value where fields are expected is told of.

    Examples
    --------
    >>> tally = FieldTally({"id", "place.name"}, {"mail": "contact details"})
    >>> tally.see({"id": 1, "mail": "x@y.se", "place": {"name": "Täby", "door": 4}})
    >>> for note in tally.notes("a.json"):
    ...     print(note)
    a.json, column mail: dropped: contact details (1 record)
    a.json, column place.door: dropped: no field of this format (1 record)
    """

    def __init__(self, used: frozenset[str] | set[str], dropped: Mapping[str, str], strict: bool = False) -> None:
        self._used = used
        self._strict = strict
        self._seen: set[str] = set()
        self._dropped = dropped
        self._inner = {path[:at] for path in (*used, *dropped) for at, c in enumerate(path) if c == "."}
        self._plans: dict[tuple[str, tuple[str, ...]], _Plan] = {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def see(self, record: Mapping[str, object], prefix: str = "") -> None:
        """Count the fields of one record."""
        keys = tuple(record)
        plan = self._plans.get((prefix, keys))
        if plan is None:
            plan = self._plans[prefix, keys] = self._plan(keys, prefix)
        for key, path in plan[0]:
            value = record[key]
            for item in value if isinstance(value, list) else (value,):
                if isinstance(item, dict):
                    self.see(item, path)
                elif self._strict and item not in _EMPTY and f"{path}.text" not in self._used:
                    self._counts[_PLAIN, path] += 1
        for key, path, reason in plan[1]:
            if record[key] not in _EMPTY:
                self._counts[reason, path] += 1
        if self._strict:
            self._see_length(record, prefix)

    def _see_length(self, record: Mapping[str, object], prefix: str) -> None:
        for key, value in record.items():
            if isinstance(value, list) and len(value) > MAX_LIST:
                self._counts[_LONG, f"{prefix}.{key}" if prefix else key] += 1

    def used(self) -> tuple[str, ...]:
        """Paths that the records seen have and that are read, in order of their names."""
        return tuple(sorted(self._seen))

    def notes(self, name: str, record: str | None = None, line: int | None = None) -> list[Note]:
        """One note a reason, with the fields it holds for.

        Parameters
        ----------
        name : str
            File name.
        record : str, optional
            Id of the only record that was seen; without it the note tells how many have the field.
        line : int, optional
        """
        by_reason: dict[str, list[str]] = {}
        if self._plans:
            # Fields like a code beside every label are told once, whatever they stand beside.
            for path in sorted(path for path in self._dropped if path.startswith("*.")):
                by_reason.setdefault(self._dropped[path], []).append(path)
        most: Counter[str] = Counter()
        for (reason, path), count in sorted(self._counts.items()):
            by_reason.setdefault(reason, []).append(path)
            most[reason] = max(most[reason], count)
        found = []
        for reason, paths in by_reason.items():
            many = f" ({most[reason]} record{'s' * (most[reason] != 1)})" * (record is None and reason in most)
            found.append(Note("dropped", name, f"{reason}{many}", line, ", ".join(paths), record))
        return found

    def _plan(self, keys: tuple[str, ...], prefix: str) -> _Plan:
        inside, left_out = [], []
        for key in keys:
            path = f"{prefix}.{key}" if prefix else key
            if path in self._used:
                self._seen.add(path)
                continue
            if path in self._dropped:
                left_out.append((key, path, self._dropped[path]))
            elif path in self._inner:
                inside.append((key, path))
            elif f"*.{key}" not in self._dropped:
                # A key may hold anything: what does not look like a field's name is not repeated.
                named = path if _FIELD_NAME.fullmatch(path) else f"{prefix}.*" if prefix else "*"
                left_out.append((key, named, _UNKNOWN))
        return inside, left_out


class TallyByKind(FieldTally):
    """Counts what is left out of records of two formats in one file, each by the table of its own.

    Parameters
    ----------
    own, other : FieldTally
    is_other : callable
        Tells of a record whether it is of the other format.

    Examples
    --------
    >>> tally = TallyByKind(tally_of("lines"), tally_of("jobtech"), lambda record: "description" in record)
    >>> for record in ({"text": "Kock", "timestamp": 1}, {"description": {"text": "Kock"}, "timestamp": 1}):
    ...     tally.see(record)
    >>> tally.used()
    ('description.text', 'text')
    """

    def __init__(self, own: FieldTally, other: FieldTally, is_other: Callable[[Mapping[str, object]], bool]) -> None:
        self._own, self._other, self._is_other = own, other, is_other

    def see(self, record: Mapping[str, object], prefix: str = "") -> None:
        """Count the fields of one record."""
        (self._other if self._is_other(record) else self._own).see(record, prefix)

    def used(self) -> tuple[str, ...]:
        """Paths that the records seen have and that are read, in order of their names."""
        return tuple(sorted({*self._own.used(), *self._other.used()}))

    def notes(self, name: str, record: str | None = None, line: int | None = None) -> list[Note]:
        """Give the notes of both."""
        return [*self._own.notes(name, record, line), *self._other.notes(name, record, line)]
