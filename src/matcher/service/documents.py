"""Documents of a request: bytes in any supported format become records."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from matcher.errors import InvalidRecordError, ReadError
from matcher.readers import Batch, Source, read_ads, read_any, read_profiles, reader_names
from matcher.records import JobAd, Profile
from matcher.service.answers import LimitError
from matcher.service.settings import MAX_QUERIES

T = TypeVar("T", Profile, JobAd)
NAME = "body"
"""What a document is called in reports; the name of somebody's file may be a person's."""


def profiles_in(
    data: bytes, *, reader: str | None = None, as_of: date | None = None, name: str = NAME
) -> Batch[Profile]:
    r"""Read profiles.

    Raises
    ------
    ReadError
        Nothing could be read.

    Examples
    --------
    >>> profiles_in("Id;Körkort;Yrkeserfarenhet\n7;B;Kock 2 år".encode())[0].id
    '7'
    """
    batch = read_profiles(Source(name, data), reader=_named(reader, "profiles"), as_of=as_of)
    return _some(batch, name, "a profile")


def ads_in(data: bytes, *, reader: str | None = None, name: str = NAME) -> Batch[JobAd]:
    r"""Read ads; a text that is nothing else is an ad.

    Raises
    ------
    ReadError
        Nothing could be read.

    Examples
    --------
    >>> ads_in("Vi söker en kock.".encode())[0].text
    'Vi söker en kock.'
    """
    return _some(read_ads(Source(name, data), reader=_named(reader, "ads")), name, "an ad")


def records_in(data: bytes, *, reader: str | None = None, as_of: date | None = None) -> Batch[Any]:
    """Read profiles or ads, told apart by content."""
    return read_any(Source(NAME, data), reader=_named(reader, None), as_of=as_of)


def check_json(data: bytes) -> None:
    """Check that a document which is said to be JSON is JSON.

    Raises
    ------
    InvalidRecordError
        It is not.

    Examples
    --------
    >>> check_json(b"{")
    Traceback (most recent call last):
    matcher.errors.InvalidRecordError: body: expected JSON
    """
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        raise InvalidRecordError(NAME, "JSON" if data else "content; the body is empty") from None


def single(batch: Batch[T]) -> T:
    """Give the one record of a document.

    Raises
    ------
    InvalidRecordError
        It holds several.
    """
    if len(batch.records) != 1:
        raise InvalidRecordError(NAME, "one record")
    return batch.records[0]


def few(records: Sequence[Any]) -> Sequence[Any]:
    """Check that a request does not ask for too much.

    Raises
    ------
    LimitError
        There are more than :data:`~matcher.service.settings.MAX_QUERIES` records.

    Examples
    --------
    >>> few([1, 2])
    [1, 2]
    """
    if len(records) > MAX_QUERIES:
        raise LimitError(f"expected at most {MAX_QUERIES} records to rank for in one request, not {len(records)}")
    return records


def _some(batch: Batch[Any], name: str, what: str) -> Batch[Any]:
    if not batch.records:
        raise ReadError(name, what)
    return batch


def _named(reader: str | None, kind: Any) -> str | None:
    if reader and reader not in reader_names(kind):
        raise ReadError(NAME, f"one of the readers {', '.join(reader_names(kind))}")
    return reader or None
