"""The whole report of a reading: file by file what was read, what was left out and why, record by record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from matcher.readers.report import Batch, FileRead, Note
from matcher.records import JobAd, Profile

_NO_FACTS = ("id", "type")


def marks(ads: Iterable[JobAd], path_of: Mapping[str, str], as_of: date | None = None) -> Iterator[Note]:
    """Tell which ads advertise the same job as an earlier one, and which are past their last day.

    Parameters
    ----------
    ads : iterable of JobAd
    path_of : mapping of str to str
        Id → file.
    as_of : datetime.date, optional
        The day to judge by; without it no ad is past.

    Examples
    --------
    >>> gone = JobAd(id="a1", deadline="2026-01-31")
    >>> [note.what for note in marks([gone], {"a1": "ads.jsonl"}, date(2026, 2, 1))]
    ['past its last day to apply on 2026-02-01']
    """
    from matcher.readers.ads.duplicates import duplicates

    held = list(ads)
    for first, *others in duplicates(held):
        for other in others:
            yield Note("marked", path_of.get(other, ""), f"advertises the same job as ad {first}", record=other)
    day = as_of.isoformat() if as_of else ""
    for ad in held:
        if ad.deadline and ad.deadline[:10] < day:
            yield Note("marked", path_of.get(ad.id, ""), f"past its last day to apply on {day}", record=ad.id)


def summary(batch: Batch[Any], notes: Sequence[Note]) -> list[dict[str, Any]]:
    r"""One row a file, in the order in which they were read, then one for each other place that notes speak of.

    Parameters
    ----------
    batch : Batch
    notes : sequence of Note
        The batch's and later ones.

    Returns
    -------
    list of dict
        ``file``, ``reader`` (``None`` where nothing was read), ``read`` (places of the format), ``notes`` on the file
        as a whole, and ``records``: ``id``, ``read`` (fields of the record with how many values they hold), ``notes``.

    Examples
    --------
    >>> from matcher.readers import Source, read_profiles
    >>> batch = read_profiles(Source("p.csv", "Id;Körkort;Namn;Önskat yrke\n7;B;Ada;Kock".encode()))
    >>> [row] = summary(batch, batch.notes)
    >>> row["reader"], row["read"], row["records"][0]["read"]
    ('sheet', ['Id = id', 'Körkort = licence', 'Önskat yrke = wish'], {'driving_licences': 1, 'wishes': 1})
    >>> row["records"][0]["notes"]
    [{'level': 'dropped', 'what': 'a protected or personal field', 'line': 2, 'column': 'Namn'}]
    """
    records = {record.id: record for record in batch.records}
    by_path: dict[str, list[Note]] = {}
    for note in notes:
        by_path.setdefault(note.path, []).append(note)
    rows = [_file(file, records, by_path.pop(file.path, [])) for file in batch.files]
    rows += [_file(FileRead(path, "", (), ()), records, left) for path, left in by_path.items()]
    return rows


def _file(file: FileRead, records: Mapping[str, Profile | JobAd], notes: Sequence[Note]) -> dict[str, Any]:
    by_id: dict[str | None, list[Note]] = {}
    for note in notes:
        by_id.setdefault(note.record, []).append(note)
    told = [
        {"id": name, "read": _filled(records.get(name)), "notes": [_plain(note) for note in by_id.pop(name, [])]}
        for name in dict.fromkeys((*file.ids, *(n for n in by_id if n is not None)))
    ]
    return {
        "file": file.path,
        "reader": file.reader or None,
        "read": list(file.fields),
        "notes": [_plain(note) for note in by_id.get(None, [])],
        "records": told,
    }


def _filled(record: Profile | JobAd | None) -> dict[str, int]:
    """Fields of a record that hold something, with how many values they hold."""
    found = {}
    for name, value in (record.to_dict() if record is not None else {}).items():
        many = sum(1 for inner in value.values() if inner not in (None, (), [])) if isinstance(value, dict) else 1
        many = len(value) if isinstance(value, list | tuple) else many
        if name not in _NO_FACTS and value not in (None, "", False) and many:
            found[name] = many
    return found


def _plain(note: Note) -> dict[str, Any]:
    return {"level": note.level, "what": note.what, "line": note.line, "column": note.column}
