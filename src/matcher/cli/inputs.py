"""What comes in: records with the report of how they were read, and the taxonomy they are seen through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from matcher.cli.streams import say, tracked

if TYPE_CHECKING:
    from matcher.readers import Note
    from matcher.records import JobAd, Profile
    from matcher.taxonomy import Taxonomy

    T = TypeVar("T", JobAd, Profile)


def taxonomy_of(path: Path | None) -> Taxonomy:
    """Give the embedded taxonomy, with a file's laid over it if there is one."""
    from matcher.taxonomy import Taxonomy

    starter = Taxonomy.starter()
    return Taxonomy.load(path).laid_over(starter) if path else starter


def profiles_of(paths: Sequence[str], *, reader: str | None = None, as_of: date | None = None) -> list[Profile]:
    """Read profiles and tell what was refused."""
    from matcher.readers import read_profiles

    batch = read_profiles(*paths, reader=_for_kind(reader, "profiles"), as_of=as_of)
    brief(batch.notes)
    return _once(batch.records)


def ads_of(paths: Sequence[str], *, reader: str | None = None, as_of: date | None = None) -> list[JobAd]:
    """Read ads, tell what was refused, and leave out those past their last day."""
    from matcher.readers import read_ads

    batch = read_ads(*paths, reader=_for_kind(reader, "ads"))
    brief(batch.notes)
    return _open(_once(batch.records), as_of)


def with_their_requirements(ads: Sequence[JobAd], taxonomy: Taxonomy) -> list[JobAd]:
    """Read what each ad asks for."""
    from matcher.requirements import with_requirements

    return [with_requirements(ad, taxonomy) for ad in tracked(ads, "ads")]


def brief(notes: Sequence[Note]) -> None:
    """Tell what was refused in full and of the rest how much; ``matcher read`` tells all of it."""
    say(*(str(note) for note in notes if note.level == "refused"))
    counts: dict[str, Counter[str]] = {}
    for note in notes:
        if note.level != "refused":
            counts.setdefault(note.path, Counter())[note.level] += 1
    for path, levels in counts.items():
        listed = ", ".join(f"{n} {level}" for level, n in sorted(levels.items()))
        say(f"{path}: {listed}; matcher read {path} tells which")


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
    for same in (str, lambda text: str(text).strip().casefold()):
        found = [record for record in records if same(record.id) == same(identifier)]
        if len(found) == 1:
            return found[0]
    few = ", ".join(sorted(record.id for record in records)[:5]) + (", …" if len(records) > 5 else "")
    raise typer.BadParameter(f"no {what} {identifier!r} among the {len(records)} that were read ({few})")


def _for_kind(reader: str | None, kind: str) -> str | None:
    from matcher.readers import reader_names

    known_reader(reader)
    return reader if reader in reader_names("ads" if kind == "ads" else "profiles") else None


def _once(records: Sequence[T]) -> list[T]:
    kept: dict[str, T] = {}
    for place, record in enumerate(records, start=1):
        if record.id in kept:
            say(f"record {place}: refused: expected an id that no earlier record has")
        kept.setdefault(record.id, record)
    return list(kept.values())


def _open(ads: list[JobAd], as_of: date | None) -> list[JobAd]:
    dated = sum(ad.deadline is not None for ad in ads)
    if as_of is None:
        if dated:
            say(f"{dated} ads have a last day to apply; with --as-of today those that are past are left out")
        return ads
    still = [ad for ad in ads if ad.deadline is None or ad.deadline[:10] >= as_of.isoformat()]
    if len(still) < len(ads):
        say(f"{len(ads) - len(still)} ads left out: their last day to apply is before {as_of.isoformat()}")
    return still
