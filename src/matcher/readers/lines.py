"""Minimal ads, one JSON object each: ``{"id", "headline", "text"}``."""

from __future__ import annotations

from typing import Literal

from matcher.readers.jsonvalues import first_record, json_records
from matcher.readers.report import Batch, Note
from matcher.readers.source import Source
from matcher.records import JobAd


class LinesReader:
    """JSON Lines (or an array) of ``{"id", "headline", "text"}``.

    Examples
    --------
    >>> READER.read(Source("a.jsonl", b'{"id": 7, "text": "Vi bakar."}'))[0].id
    '7'
    """

    name = "lines"
    kind: Literal["ads"] = "ads"

    def recognises(self, source: Source) -> bool:
        """Whether the first record has an id and a text or headline."""
        record = first_record(source)
        return record is not None and "id" in record and ("text" in record or "headline" in record)

    def read(self, source: Source, **options: object) -> Batch[JobAd]:
        """Read the ads."""
        ads: list[JobAd] = []
        notes: list[Note] = list(source.notes)
        for item in json_records(source):
            if note := item.note(source):
                notes.append(note)
            record = item.value
            if isinstance(record, dict) and record.get("id") is not None:
                ads.append(
                    JobAd(
                        id=str(record["id"]),
                        headline=str(record.get("headline") or ""),
                        text=str(record.get("text") or ""),
                    )
                )
        return Batch(tuple(ads), tuple(notes))


READER = LinesReader()
