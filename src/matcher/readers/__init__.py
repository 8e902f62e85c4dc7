"""Files in, records out: one module a format, told by content, with a report of what was dropped or doubtful."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Literal, cast

from matcher.calls import plain_day
from matcher.errors import ReadError
from matcher.readers.files.source import Source, load
from matcher.readers.report import Batch, FileRead, Note

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from datetime import date

    from matcher.readers.protocol import Reader
    from matcher.records import JobAd, Profile

__all__ = ["Batch", "FileRead", "Note", "Source", "load", "read_ads", "read_any", "read_profiles", "reader_names"]

# Modules of this package in the order in which they are asked; each has a ``READER``. The last of each row reads any
# plain text, so it is taken only where no other reader, of either kind, knows the content.
AD_READERS = (
    "ads.joblinks",
    "ads.jobtech",
    "ads.afsource",
    "ads.afhistory",
    "ads.lines",
    "ads.jsonld",
    "ads.eures",
    "ads.jsonresumejob",
    "ads.feeds",
    "ads.adsheet",
    "ads.pasted",
    "ads.plainad",
)
PROFILE_READERS = (
    "resumes.saved",
    "resumes.jsonresume",
    "resumes.europass",
    "resumes.linkedin",
    "resumes.kandidat",
    "resumes.myskills",
    "sheets.sheet",
    "told.curriculum",
)


def read_ads(*sources: str | os.PathLike[str] | Source, reader: str | Reader | None = None) -> Batch[JobAd]:
    """Read job ads of any known format.

    Parameters
    ----------
    sources : path, "-" or Source
        Files, folders (every file in them), standard input.
    reader : str or Reader, optional
        Name of the format, or an object with ``recognises`` and ``read``; told by content by default.

    Returns
    -------
    Batch of JobAd
        In the order of the sources. Of several ads with one id the last stands, in the place of the first; a removal
        closes an ad that was read before it.

    Raises
    ------
    ReadError
        Not one of the sources could be read.

    Examples
    --------
    >>> ads = read_ads(Source("ads.jsonl", b'{"id": "a1", "headline": "Kock", "text": "Vi lagar lunch."}'))
    >>> ads[0].headline, ads.notes
    ('Kock', ())
    """
    return cast("Batch[JobAd]", _read(sources, ("ads",), reader, {}))


def read_profiles(
    *sources: str | os.PathLike[str] | Source,
    reader: str | Reader | None = None,
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Batch[Profile]:
    r"""Read job seekers' profiles of any known format.

    Parameters
    ----------
    sources : path, "-" or Source
        Files, folders, standard input.
    reader : str or Reader, optional
        Name of the format, or an object with ``recognises`` and ``read``; told by content by default.
    mapping : mapping of str to str, optional
        Column name → field, for sheets whose columns are not recognised.
    as_of : datetime.date, optional
        The day that open-ended jobs and licences are judged by.

    Returns
    -------
    Batch of Profile
        In the order of the sources; of two files with one id both are kept.

    Raises
    ------
    ReadError
        Not one of the sources could be read.

    Examples
    --------
    >>> people = read_profiles(Source("p.csv", "Id;Körkort;Önskat yrke\n7;B;Kock".encode()))
    >>> people[0].id, people[0].wishes
    ('7', ('Kock',))
    """
    options: dict[str, object] = {"mapping": mapping, "as_of": plain_day(as_of)}
    return cast("Batch[Profile]", _read(sources, ("profiles",), reader, options))


def read_any(
    *sources: str | os.PathLike[str] | Source,
    reader: str | Reader | None = None,
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Batch[Any]:
    """Read ads and profiles, told apart by content; a plain text is a profile unless it is recognised as an ad.

    Parameters
    ----------
    sources : path, "-" or Source
    reader, mapping, as_of
        As for :func:`read_profiles`.

    Returns
    -------
    Batch of JobAd and Profile

    Raises
    ------
    ReadError
        Not one of the sources could be read.

    Examples
    --------
    >>> person = Source("p.jsonl", b'{"type": "profile", "id": "7"}')
    >>> [type(record).__name__ for record in read_any(person, Source("a.jsonl", b'{"id": "a1", "headline": "Kock"}'))]
    ['Profile', 'JobAd']
    """
    return _read(sources, ("ads", "profiles"), reader, {"mapping": mapping, "as_of": plain_day(as_of)})


def reader_names(kind: Literal["ads", "profiles"] | None = None) -> tuple[str, ...]:
    """Names of the formats that ``reader=`` takes.

    Examples
    --------
    >>> "lines" in reader_names("ads")
    True
    """
    kinds = ("ads", "profiles") if kind is None else (kind,)
    return tuple(r.name for k in kinds for r in _readers(k))


def _readers(kind: str) -> tuple[Reader, ...]:
    modules = AD_READERS if kind == "ads" else PROFILE_READERS
    return tuple(cast("Reader", importlib.import_module(f"matcher.readers.{name}").READER) for name in modules)


def _named(reader: str | Reader | None) -> Reader | None:
    if not isinstance(reader, str):
        return reader
    for kind in ("ads", "profiles"):
        for known in _readers(kind):
            if known.name == reader:
                return known
    raise ValueError(f"no reader {reader!r}; there are {', '.join(reader_names())}")


def _mapped(source: Source, mapping: Any) -> Reader | None:
    """Give the reader of sheets where a mapping names columns of this one: nobody else knows their headers."""
    if not mapping:
        return None
    from matcher.readers.sheets.sheet import READER

    return READER if READER.is_mapped(source, mapping) else None


def _read(
    sources: tuple[Any, ...], kinds: tuple[str, ...], reader: str | Reader | None, options: dict[str, object]
) -> Batch[Any]:
    from matcher.readers.dispatch import choose, files, first_refusal, joined

    if not sources:
        raise TypeError("name at least one source")
    named = _named(reader)
    whole = (named,) if named else tuple(r for kind in kinds for r in _readers(kind))
    batches: list[tuple[str, str, Batch[Any]]] = []
    refused: list[ReadError] = []
    for given in sources:
        try:
            for source in files(load(given), whole, refused):
                try:
                    one = named or _mapped(source, options.get("mapping")) or choose(source, _readers, kinds)
                    batches.append((source.name, one.name, one.read(source, **options)))
                except ReadError as error:
                    refused.append(error)
        except ReadError as error:
            refused.append(error)
    if not any(batch.records or batch.removed for _, _, batch in batches):
        refused += [refusal for _, _, batch in batches if (refusal := first_refusal(batch))]
        if refused:
            raise refused[0]
    return joined(batches, refused)
