"""An index: records read once, kept in a directory, opened without reading a text again.

What is ranked through an index is what is ranked without it, to the byte. ``docs/index.md`` tells the format.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

import numpy as np

from matcher._version import __version__
from matcher.errors import ReadError, StaleIndexError
from matcher.ranking.gates import DEFAULT_GATES, Gate
from matcher.ranking.indexing.columns import AdColumns
from matcher.ranking.indexing.stored import LinesTold, StoredRecords, names_of, record_line
from matcher.ranking.indexing.storedcolumns import write_columns
from matcher.ranking.judging import labels_of
from matcher.ranking.lookup import Lookup
from matcher.records import JobAd, Profile
from matcher.storage import Publication, Run, Version, is_store, open_newest, writing
from matcher.taxonomy import Taxonomy, link_profile

if TYPE_CHECKING:
    from matcher.ranking.indexing.readonce import Signed

Place = str | os.PathLike[str]


def is_index(path: Place) -> bool:
    """Whether a path is an index.

    Examples
    --------
    >>> is_index("ads.jsonl")
    False
    """
    return is_store(path)


def build_index(
    path: Place,
    records: Sequence[JobAd] | Sequence[Profile],
    *,
    taxonomy: Taxonomy | None = None,
    gates: Sequence[Gate] = DEFAULT_GATES,
    kind: Literal["ads", "profiles"] | None = None,
    jobs: int = 1,
    progress: Callable[[int], object] | None = None,
) -> dict[str, Any]:
    """Build an index of ads or of profiles; an index that is there already is replaced.

    Parameters
    ----------
    path : path
        A folder, made if it is not there; empty, or an index.
    records : sequence of JobAd or sequence of Profile
        Of several with one id the last stands, in the place of the first.
    taxonomy : Taxonomy, optional
        The embedded one by default. The index can be opened with the same one alone.
    gates : sequence of Gate
    kind : {"ads", "profiles"}, optional
        What it holds; by default what the records are, and profiles where there are none.
    jobs : int
        Processes that read ads; the index is the same for any number. They are spawned, so a script that asks for
        several guards its own work with ``if __name__ == "__main__":``.
    progress : callable, optional
        Called with a number of ads whenever so many more are read.

    Returns
    -------
    dict
        As :func:`index_info`; for ads also ``unread``, the number of ads with parts in each language that is not read.

    Raises
    ------
    MatcherError
        Another process is writing to it, or one that read ads has ended before it was done.
    ReadError
        The folder holds other things.
    TypeError
        The records are not all of one side, or not of that kind.
    """
    # What reads ads is not loaded where an index is opened.
    from matcher.ranking.indexing.ingest import laid_out

    unique = list({record.id: record for record in records}.values())
    ads = [record for record in unique if isinstance(record, JobAd)]
    kind = kind or ("ads" if ads else "profiles")
    if len(ads) != (len(unique) if kind == "ads" else 0):
        raise TypeError(f"records are all JobAd or all Profile, and {kind} here")
    taxonomy = taxonomy or Taxonomy.starter()
    told: dict[str, Any] = {}
    with writing(path, fresh=True) as publication:
        if kind == "ads":
            lookup = Lookup(taxonomy)
            laid = laid_out(ads, lookup, gates, jobs=jobs, progress=progress)
            _write_ads(publication, laid.columns, laid.lines, laid.signed, lookup)
            told["unread"] = laid.signed.n_unread
            publication.facts.update(_facts(taxonomy), gates=names_of(gates))
        else:
            profiles = [link_profile(r, taxonomy) for r in unique if isinstance(r, Profile)]
            _write_profiles(publication, [p.id for p in profiles], map(record_line, profiles))
            publication.facts.update(_facts(taxonomy))
    return index_info(path) | told


def update_index(
    path: Place,
    records: Sequence[JobAd] | Sequence[Profile] = (),
    removed: Iterable[str] = (),
    *,
    taxonomy: Taxonomy | None = None,
    gates: Sequence[Gate] = DEFAULT_GATES,
    jobs: int = 1,
    progress: Callable[[int], object] | None = None,
) -> dict[str, Any]:
    """Publish a version with changes; only the records that are given are read.

    Of those, an ad is not read again if what its requirements are read from is as it was, under whatever id.

    The result is that of building the index of the ads that stayed, in their order, followed by those given.

    Parameters
    ----------
    path : path
        Of an index.
    records : sequence of JobAd or sequence of Profile
        New ones, and changed ones, which replace those with their ids.
    removed : iterable of str
        Ids of those that are gone; ids that the index does not hold are passed over.
    taxonomy, gates
        Those that the index was built with.
    jobs, progress
        As for :func:`build_index`.

    Returns
    -------
    dict
        ``added``, ``changed`` (given again and not as they were) and ``removed`` as counts, and as :func:`build_index`.

    Raises
    ------
    ReadError
        There is no index.
    StaleIndexError, CorruptIndexError
        It was built otherwise, or is damaged.
    TypeError
        The records are of the other side.
    """
    if not is_store(path):
        raise ReadError(os.fspath(path), "an index as `matcher index build` writes it")
    taxonomy = taxonomy or Taxonomy.starter()
    told: dict[str, Any] = {}
    with writing(path) as publication:
        assert publication.before is not None
        stored = _opened(publication.before, taxonomy)
        given = {record.id: record for record in records}
        wrong = Profile if publication.before.kind == "ads" else JobAd
        if any(isinstance(record, wrong) for record in given.values()):
            raise TypeError(f"this is an index of {publication.before.kind}")
        gone = set(removed) - given.keys()
        held = set(stored.ids)
        stay = np.array([row for row, i in enumerate(stored.ids) if i not in gone and i not in given], np.int64)
        if publication.before.kind == "ads":
            # Not loaded where an index is opened.
            from matcher.ranking.indexing.changing import changed

            kept, ads = cast("StoredRecords[JobAd]", stored), cast("list[JobAd]", list(given.values()))
            lookup = kept.taught(Lookup(taxonomy))
            found = changed(kept, stay, ads, lookup, gates, jobs=jobs, progress=progress)
            lines = LinesTold(stored, given, found.lines)
            _write_ads(publication, found.columns, iter(lines), found.signed, lookup, before=kept.lines.runs(stay))
            told["unread"] = found.n_unread
        else:
            profiles = [link_profile(person, taxonomy) for person in cast("list[Profile]", list(given.values()))]
            ids = [*(stored.ids[row] for row in stay.tolist()), *given]
            lines = LinesTold(stored, given, map(record_line, profiles))
            _write_profiles(publication, ids, iter(lines), stored.lines.runs(stay))
        publication.facts.update(publication.before.facts)
    n_changed = len(given.keys() & held) - lines.n_same
    counts = {"added": len(given.keys() - held), "changed": n_changed, "removed": len(gone & held)}
    return counts | index_info(path) | told


def open_index(path: Place, *, taxonomy: Taxonomy | None = None) -> StoredRecords[JobAd] | StoredRecords[Profile]:
    """Open an index; its records are read when they are asked for.

    Parameters
    ----------
    path : path
    taxonomy : Taxonomy, optional
        The one that it was built with; the embedded one by default.

    Returns
    -------
    StoredRecords
        A sequence of JobAd or of Profile, for :class:`~matcher.ranking.Matcher`.

    Raises
    ------
    ReadError
        There is no index.
    StaleIndexError
        It was built with another taxonomy, another version of the library or in another format.
    CorruptIndexError
        It is damaged.
    """
    return _opened(open_newest(path), taxonomy or Taxonomy.starter())


def index_info(path: Place) -> dict[str, Any]:
    """Tell what an index holds and how large it is.

    Returns
    -------
    dict
        ``index``, ``kind`` (``"ads"`` or ``"profiles"``), ``n``, ``version``, ``library``, ``taxonomy`` (checksum),
        ``bytes`` in all and ``bytes_each``, those of the columns a record.
    """
    version = open_newest(path)
    sizes: Mapping[str, int] = {name: noted["size"] for name, noted in version.files.items()}
    columns = sum(
        size for name, size in sizes.items() if not name.startswith(("records.", "ids.", "demands.", "named."))
    )
    n = len(version.array("records.ends"))
    return {
        "index": str(path), "kind": version.kind, "n": n, "version": version.path.name,
        "library": version.facts.get("library"), "taxonomy": version.facts.get("taxonomy"),
        "bytes": sum(sizes.values()), "bytes_each": round(columns / n) if n else 0,
    }  # fmt: skip


def verify_index(path: Place) -> dict[str, Any]:
    """Read every byte of an index and compare it with its checksums.

    Returns
    -------
    dict
        As :func:`index_info`.

    Raises
    ------
    CorruptIndexError
        It is damaged.
    """
    open_newest(path).verify()
    return index_info(path)


def _opened(version: Version, taxonomy: Taxonomy) -> StoredRecords[JobAd] | StoredRecords[Profile]:
    where = version.path.parent
    if version.facts.get("library") != __version__:
        raise StaleIndexError(f"{where}: built by version {version.facts['library']}; build the index again")
    if version.facts.get("taxonomy") != taxonomy.checksum:
        raise StaleIndexError(f"{where}: built with another taxonomy; name that one, or build the index again")
    return StoredRecords(version, JobAd) if version.kind == "ads" else StoredRecords(version, Profile)


def _facts(taxonomy: Taxonomy) -> dict[str, Any]:
    return {"library": __version__, "taxonomy": taxonomy.checksum}


def _write_ads(
    publication: Publication, columns: AdColumns, lines: Iterable[bytes], signed: Signed, lookup: Lookup,
    before: Iterable[Run] = (),
) -> None:  # fmt: skip
    publication.kind = "ads"
    named = {kind: lookup.known(kind, labels) for kind, labels in labels_of(columns.demands).items()}
    publication.draft.plain("named", named)
    publication.draft.plain("ids", list(columns.ids))
    publication.draft.lines("records", lines, before=before)
    signed.write(publication.draft)
    write_columns(columns, publication.draft)


def _write_profiles(
    publication: Publication, ids: Sequence[str], lines: Iterable[bytes], before: Iterable[Run] = ()
) -> None:
    publication.kind = "profiles"
    publication.draft.plain("ids", list(ids))
    publication.draft.lines("records", lines, before=before)
