"""Documents of a request: bytes in any supported format become records."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from matcher.errors import InvalidRecordError, ReadError, UnknownFormatError
from matcher.readers import Batch, Source, read_ads, read_any, read_profiles, reader_names
from matcher.records import JobAd, OccupationRef, Profile
from matcher.requirements import with_requirements
from matcher.service.refusals import LimitError
from matcher.service.settings import MAX_QUERIES
from matcher.taxonomy import Taxonomy, link_ad, link_profile

T = TypeVar("T", Profile, JobAd)
Way = Callable[..., Batch[Any]]
"""How a document is read: by one of the functions here that take bytes and a taxonomy."""
NAME = "body"
"""What a document is called in reports; the name of somebody's file may be a person's."""
_BRIEF = 16_000
"""Bytes of a record that takes about as long to read as to hand over."""


def profiles_in(
    data: bytes, taxonomy: Taxonomy, *, reader: str | None = None, name: str = NAME, **how: Any
) -> Batch[Profile]:
    r"""Read profiles, as :attr:`~matcher.service.settings.Settings.how_people_are_read` says.

    Raises
    ------
    ReadError
        Nothing could be read.

    Examples
    --------
    >>> profiles_in("Id;Körkort;Yrkeserfarenhet\n7;B;Kock 2 år".encode(), Taxonomy.starter())[0].id
    '7'
    """
    batch = read_profiles(Source(name, data), reader=_named(reader, "profiles"), **how)
    return _some(batch, name, "a profile")


def ads_in(data: bytes, taxonomy: Taxonomy, *, reader: str | None = None, name: str = NAME) -> Batch[JobAd]:
    r"""Read ads and what they ask for; a text that is nothing else is an ad.

    Raises
    ------
    ReadError
        Nothing could be read.

    Examples
    --------
    >>> ads_in("Vi söker en kock.".encode(), Taxonomy.starter())[0].text
    'Vi söker en kock.'
    """
    batch = _some(read_ads(Source(name, data), reader=_named(reader, "ads")), name, "an ad")
    return replace(batch, records=tuple(with_requirements(ad, taxonomy) for ad in batch.records))


def pasted_in(data: bytes, taxonomy: Taxonomy, *, name: str = NAME) -> Batch[JobAd]:
    r"""Read the ads that somebody pasted, in any format; whatever else it looks like is the text of an ad.

    Examples
    --------
    >>> pasted_in("Kock\nVi söker en kock.".encode(), Taxonomy.starter())[0].headline
    'Kock'
    """
    try:
        return ads_in(data, taxonomy, name=name)
    except UnknownFormatError:
        return ads_in(data, taxonomy, reader="plainad", name=name)


def edited_in(data: bytes, taxonomy: Taxonomy, *, ad: JobAd, name: str = NAME) -> Batch[JobAd]:
    r"""Read an ad anew whose headline, the first line, or text somebody changed; what its fields say stays.

    Examples
    --------
    >>> old = JobAd(id="a", headline="Kok", text="Vi lagar.", municipality="Solna")
    >>> new = edited_in("Kock\nB-körkort krävs.".encode(), Taxonomy.starter(), ad=old)[0]
    >>> new.headline, new.requirements[0].kind, new.municipality
    ('Kock', 'driving_licence', 'Solna')
    """
    headline, _, text = data.decode("utf-8", "replace").partition("\n")
    update: dict[str, Any] = {"headline": headline.strip(), "text": text, "requirements": None}
    if headline.strip() != ad.headline:
        # A new headline may name another work than the old one did.
        update |= {"occupation": OccupationRef(), "occupation_group": None}
    return Batch((with_requirements(ad.model_copy(update=update), taxonomy),))


def records_in(data: bytes, taxonomy: Taxonomy, *, reader: str | None = None, **how: Any) -> Batch[Any]:
    """Read profiles or ads, told apart by content, with requirements and concepts."""
    batch = read_any(Source(NAME, data), reader=_named(reader, None), **how)
    return replace(batch, records=tuple(_linked(record, taxonomy) for record in batch.records))


def is_brief(way: Way, data: bytes) -> bool:
    """Whether a document is people as ``matcher read`` prints them, and a few of them at most.

    Examples
    --------
    >>> is_brief(profiles_in, b'{"id": "1"}'), is_brief(ads_in, b'{"id": "1"}'), is_brief(profiles_in, b"Id;Kommun")
    (True, False, False)
    """
    return way is profiles_in and len(data) <= _BRIEF and data[:1] in (b"{", b"[")


def check_json(data: bytes) -> None:
    r"""Check that a document which is said to be JSON is JSON, or begins with a line that is an object (JSON Lines).

    Raises
    ------
    InvalidRecordError
        It is neither.

    Examples
    --------
    >>> check_json(b'{"id": 1}\n{"id": 2}')
    >>> check_json(b"{")
    Traceback (most recent call last):
    matcher.errors.InvalidRecordError: body: expected JSON
    """
    if not (_is_json(data) or _is_json(_first_line(data), dict)):
        raise InvalidRecordError(NAME, "JSON" if data else "content; the body is empty")


def _is_json(data: bytes, kind: type = object) -> bool:
    try:
        return isinstance(json.loads(data), kind)
    except (ValueError, RecursionError):
        return False


def _first_line(data: bytes) -> bytes:
    """Give the first line that holds anything; what is broken below it the reader tells by its number."""
    text = data.decode(json.detect_encoding(data), "replace").lstrip("\ufeff \t\r\n")
    return text.partition("\n")[0].encode()


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


def _linked(record: Profile | JobAd, taxonomy: Taxonomy) -> Profile | JobAd:
    if isinstance(record, Profile):
        return link_profile(record, taxonomy)
    return link_ad(with_requirements(record, taxonomy), taxonomy)


def _some(batch: Batch[Any], name: str, what: str) -> Batch[Any]:
    if not batch.records:
        raise ReadError(name, what)
    return batch


def _named(reader: str | None, kind: Any) -> str | None:
    if reader and reader not in reader_names(kind):
        raise ReadError(NAME, f"one of the readers {', '.join(reader_names(kind))}")
    return reader or None
