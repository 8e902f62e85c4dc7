"""What comes in: records with the report of how they were read, and the taxonomy they are seen through."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import typer

from matcher.cli.remarks import ads_counted, brief, few, tell
from matcher.cli.streams import say, tracked, worded

if TYPE_CHECKING:
    from matcher.readers import Note
    from matcher.readers.corrected import Corrections
    from matcher.records import JobAd, Profile
    from matcher.taxonomy import Taxonomy

    T = TypeVar("T", JobAd, Profile)

_MANY = 2_000
"""Ads from which reading them takes longer than starting processes for it."""


class PeopleAndJobs(NamedTuple):
    """What most commands begin with: both sides, and what they were read and corrected with."""

    people: Sequence[Profile]
    jobs: Sequence[JobAd]
    words: Taxonomy
    fixes: Corrections | None


def people_and_jobs(
    profiles: Sequence[str],
    ads: Sequence[str],
    taxonomy: Path | None,
    corrections: str | None = None,
    *,
    reader: str | None = None,
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> PeopleAndJobs:
    """Read profiles, and ads with what they ask for, or open indexes of them, and make a person's corrections."""
    words, fixes = taxonomy_of(taxonomy), corrections_of(corrections)
    people = profiles_of(profiles, reader=reader, mapping=mapping, as_of=as_of, taxonomy=words, corrections=fixes)
    read = ads_of(ads, reader=reader, as_of=as_of, taxonomy=words)
    return PeopleAndJobs(people, with_their_requirements(read, words, fixes), words, fixes)


def taxonomy_of(path: Path | None) -> Taxonomy:
    """Give the embedded taxonomy, with a file's laid over it if there is one."""
    from matcher.taxonomy import Taxonomy

    starter = Taxonomy.starter()
    return Taxonomy.load(path).laid_over(starter) if path else starter


def corrections_of(path: str | None) -> Corrections | None:
    """Read a corrections file, if there is one."""
    if path is None:
        return None
    from matcher.readers.corrected import Corrections

    return Corrections.load(path)


def profiles_of(
    paths: Sequence[str],
    *,
    reader: str | None = None,
    mapping: Mapping[str, str] | None = None,
    as_of: date | None = None,
    taxonomy: Taxonomy | None = None,
    corrections: Corrections | None = None,
) -> Sequence[Profile]:
    """Read profiles, or open an index of them, tell what was refused, and make a person's corrections."""
    from matcher.readers import read_profiles

    stored, files = opened(paths, "profiles", taxonomy)
    if not files and len(stored) == 1 and corrections is None:
        return cast("Sequence[Profile]", stored[0])
    known = for_kind(reader, "profiles")
    batch = read_profiles(*files, reader=known, mapping=mapping, as_of=as_of) if files else None
    brief(batch.notes if batch else ())
    people = _once([record for records in (*stored, batch or ()) for record in records])
    return corrected(people, corrections)


def corrected(people: Sequence[Profile], corrections: Corrections | None) -> Sequence[Profile]:
    """Make a person's corrections of profiles, and tell which."""
    if corrections is None or not people:
        return people
    right = corrections.of_profiles(people)
    tell(right.notes)
    return right.records


def ads_of(
    paths: Sequence[str],
    *,
    reader: str | None = None,
    as_of: date | None = None,
    taxonomy: Taxonomy | None = None,
) -> Sequence[JobAd]:
    """Read ads, or open an index of them, tell what was refused, and leave out those past their last day.

    An index alone is given as it is; the matcher leaves out what is past.
    """
    from matcher.ranking import StoredRecords, open_on

    read = every_ad(paths, reader=for_kind(reader, "ads"), taxonomy=taxonomy)
    if not isinstance(read, StoredRecords):
        return still_open(read, as_of)
    days = read.version.array("deadline")
    _tell_days(int((days != b"").sum()), int((~open_on(days, as_of)).sum()), as_of)
    return read


def every_ad(paths: Sequence[str], *, reader: str | None = None, taxonomy: Taxonomy | None = None) -> Sequence[JobAd]:
    """Read ads, or open an index of them, whatever their last days are, and tell what was refused."""
    from matcher.readers import read_ads

    stored, files = opened(paths, "ads", taxonomy)
    if not files and len(stored) == 1:
        return cast("Sequence[JobAd]", stored[0])
    batch = read_ads(*files, reader=reader) if files else None
    brief(batch.notes if batch else ())
    return _once([record for records in (*stored, batch or ()) for record in records])


def with_their_requirements(
    ads: Sequence[JobAd], taxonomy: Taxonomy, corrections: Corrections | None = None
) -> Sequence[JobAd]:
    """Read what each ad asks for, which an index knows already, and make a person's corrections of it."""
    from matcher.ranking import StoredRecords

    if not isinstance(ads, StoredRecords):
        return list(each_with_requirements(ads, taxonomy, corrections))
    return ads if corrections is None else list(corrected_ads(ads, corrections))


def corrected_if_asked(
    ads: Sequence[JobAd], taxonomy: Taxonomy, corrections: Corrections | None = None
) -> Sequence[JobAd]:
    """Give ads as they are if there is nothing to correct, else corrected, for which they are read first."""
    return ads if corrections is None else with_their_requirements(ads, taxonomy, corrections)


def each_with_requirements(
    ads: Sequence[JobAd], taxonomy: Taxonomy | None, corrections: Corrections | None = None
) -> Iterator[JobAd]:
    """Read what each ad asks for, one after the other, and tell at the end which languages were not read."""
    return corrected_ads(_read_each(ads, taxonomy), corrections)


def corrected_ads(ads: Iterable[JobAd], corrections: Corrections | None) -> Iterator[JobAd]:
    """Make a person's corrections of what ads ask for, and tell at the end which."""
    if corrections is None:
        yield from ads
        return
    notes: list[Note] = []
    yield from corrections.of_ads(ads, notes)
    tell(notes)


def _read_each(ads: Sequence[JobAd], taxonomy: Taxonomy | None) -> Iterator[JobAd]:
    from matcher.requirements import filled, reading_of

    unread: Counter[str] = Counter()
    for ad in tracked(ads, "ads"):
        reading = reading_of(ad, taxonomy)
        unread.update(reading.unread)
        yield filled(ad, reading)
    tell_unread(unread)


def tell_unread(unread: Mapping[str, int]) -> None:
    """Tell in how many ads there are parts in languages that are not read."""
    if unread:
        found = (f"{code} in {n} ads" if n > 1 else f"{code} in 1 ad" for code, n in sorted(unread.items()))
        listed = ", ".join(map(worded, found))
        say(f"parts in other languages than Swedish and English were not read: {listed}")


def jobs_for(n: int, asked: int | None) -> int:
    """Choose in how many processes to read so many ads: as many as are asked for, else one a core if it is worth it."""
    if asked is not None or n < _MANY:
        return asked or 1
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    return len(cores)


def named(records: Sequence[T], ids: Iterable[str]) -> Sequence[T]:
    """Keep of an index the records with these ids; what has been read already is given as it is."""
    from matcher.ranking import StoredRecords

    if isinstance(records, StoredRecords):
        return [records[records.place(record_id)] for record_id in sorted(set(ids))]
    return records


def opened(paths: Sequence[str], kind: str, taxonomy: Taxonomy | None) -> tuple[list[Any], list[str]]:
    """Open those paths that are indexes, and give the others."""
    from matcher.errors import ReadError
    from matcher.ranking import is_index, open_index

    stored = []
    for path in filter(is_index, paths):
        stored.append(open_index(path, taxonomy=taxonomy))
        if stored[-1].version.kind != kind:
            raise ReadError(path, f"an index of {kind}, not of {stored[-1].version.kind}")
    return stored, [path for path in paths if not is_index(path)]


def known_reader(name: str | None) -> str | None:
    """Check the name of a format.

    Raises
    ------
    typer.BadParameter
        There is no such format.
    """
    from matcher.readers import reader_names

    if name is not None and name not in reader_names():
        raise typer.BadParameter(f"no reader {name!r}; there are {', '.join(reader_names())}")
    return name


def pick(records: Sequence[T], identifier: str, what: str) -> T:
    """Find a record by its id: as it is written, else without regard to case and outer blanks.

    Raises
    ------
    typer.BadParameter
        No record has it.
    """
    if identifier in getattr(records, "ids", ()):
        return named(records, [identifier])[0]
    for same in (str, lambda text: str(text).strip().casefold()):
        found = [record for record in records if same(record.id) == same(identifier)]
        if len(found) == 1:
            return found[0]
    raise typer.BadParameter(
        f"no {what} {identifier!r} among the {len(records)} that were read ({few(record.id for record in records)})"
    )


def for_kind(reader: str | None, kind: str) -> str | None:
    """Give the name of a format to those files alone that it is a format of: of people, or of ads."""
    from matcher.readers import reader_names

    known_reader(reader)
    return reader if reader in reader_names("ads" if kind == "ads" else "profiles") else None


def _once(records: Sequence[T]) -> list[T]:
    kept: dict[str, T] = {}
    for place, record in enumerate(records, start=1):
        if record.id in kept:
            say(f"record {place}, {record.id}: refused: expected an id that no earlier record has")
        kept.setdefault(record.id, record)
    return list(kept.values())


def still_open(ads: Sequence[JobAd], as_of: date | None) -> list[JobAd]:
    """Leave out the ads that are past their last day, and tell how many."""
    day = as_of.isoformat() if as_of else ""
    still = [ad for ad in ads if not ad.deadline or ad.deadline[:10] >= day]
    _tell_days(sum(bool(ad.deadline) for ad in ads), len(ads) - len(still), as_of)
    return still


def _tell_days(dated: int, past: int, as_of: date | None) -> None:
    if as_of is None and dated:
        say(
            "1 ad has a last day to apply; with --as-of today those that are past are left out"
            if dated == 1
            else f"{dated} ads have a last day to apply; with --as-of today those that are past are left out"
        )
    if as_of is not None and past:
        say(f"{ads_counted(past)} left out, whose last day to apply is before {as_of.isoformat()}")
