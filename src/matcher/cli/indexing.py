"""``index``: read ads or profiles once, keep them, open them at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from matcher.cli import inputs, options
from matcher.cli.remarks import brief
from matcher.cli.streams import counted, say, write_rows

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

_Ads = Annotated[
    list[str] | None, typer.Option("--ads", metavar="A", help="File or folder of ads, or -; may be repeated.")
]
_Profiles = Annotated[
    list[str] | None, typer.Option("--profiles", metavar="P", help="File or folder of profiles, or -; may be repeated.")
]
_Jobs = Annotated[
    int | None,
    typer.Option("--jobs", metavar="N", min=1, help="Processes that read ads; one a core where there are many ads."),
]
_Folder = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of an index.")]


def build(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder to make; an index in it is replaced.")],
    ads: _Ads = None,
    profiles: _Profiles = None,
    taxonomy: options.TaxonomyFile = None,
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
    jobs: _Jobs = None,
    lang: options.Told = "en",
) -> None:
    """Read ads, or profiles, and write an index of them.

    It goes wherever --ads (or --profiles) is taken.
    """
    from matcher.ranking import build_index

    words, fixes = inputs.taxonomy_of(taxonomy), inputs.corrections_of(corrections)
    if _side(ads, profiles) == "ads":
        read = list(
            inputs.corrected_if_asked(
                inputs.ads_of(ads or (), reader=reader, as_of=as_of, taxonomy=words), words, fixes
            )
        )
        with counted(len(read), "ads") as progress:
            n = inputs.jobs_for(len(read), jobs)
            row = build_index(out, read, taxonomy=words, kind="ads", jobs=n, progress=progress)
        inputs.tell_unread(row.pop("unread", {}))
        write_rows([row])
    else:
        people = inputs.profiles_of(
            profiles or (), reader=reader, mapping=mapping, as_of=as_of, taxonomy=words, corrections=fixes
        )
        write_rows([build_index(out, list(people), taxonomy=words, kind="profiles")])


def update(
    index: _Folder,
    ads: _Ads = None,
    profiles: _Profiles = None,
    taxonomy: options.TaxonomyFile = None,
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
    jobs: _Jobs = None,
    lang: options.Told = "en",
) -> None:
    """Take in new, changed and removed records.

    What did not change is not read again; removals come from a stream of ads.
    """
    from matcher.errors import ReadError
    from matcher.ranking import index_info, is_index, update_index
    from matcher.readers import read_ads, read_profiles

    words, fixes = inputs.taxonomy_of(taxonomy), inputs.corrections_of(corrections)
    inputs.known_reader(reader)
    if not is_index(index):
        raise ReadError(str(index), "an index as `matcher index build` writes it")
    side, held = _side(ads, profiles), index_info(index)["kind"]
    if side != held:
        raise typer.BadParameter(f"{index} is an index of {held}: --{held}", param_hint=f"--{side}")
    if side == "ads":
        batch = read_ads(*(ads or ()), reader=reader)
        brief(batch.notes)
        still = inputs.still_open(batch.records, as_of)
        # An ad that is past now may stand in the index with an earlier text and a later day.
        removed = {*batch.removed, *(ad.id for ad in batch.records), *_past(index, as_of, words)}
        changed = inputs.corrected_if_asked(still, words, fixes)
        with counted(len(changed), "ads") as progress:
            n = inputs.jobs_for(len(changed), jobs)
            row = update_index(index, changed, removed, taxonomy=words, jobs=n, progress=progress)
        inputs.tell_unread(row.pop("unread", {}))
    else:
        people = read_profiles(*(profiles or ()), reader=reader, mapping=mapping, as_of=as_of)
        brief(people.notes)
        row = update_index(index, inputs.corrected(people.records, fixes), taxonomy=words)
    say(f"{index}: {row['added']} added, {row['changed']} changed, {row['removed']} removed")
    write_rows([row])


def info(index: _Folder, lang: options.Told = "en") -> None:
    """Print what an index holds and was made with."""
    from matcher.ranking import index_info

    write_rows([index_info(index)])


def verify(index: _Folder, lang: options.Told = "en") -> None:
    """Compare every byte of an index with its checksums."""
    from matcher.ranking import verify_index

    row = verify_index(index)
    say(f"{index}: every byte is as it was written")
    write_rows([row])


def _past(index: Path, as_of: date | None, words: Taxonomy) -> list[str]:
    """Ids of an index's ads whose last day is over: an index that was built that day would not hold them."""
    from matcher.ranking import open_index, open_on

    if as_of is None:
        return []
    stored = open_index(index, taxonomy=words)
    still = open_on(stored.version.array("deadline"), as_of)
    return [name for name, is_open in zip(stored.ids, still, strict=True) if not is_open]


def _side(ads: list[str] | None, profiles: list[str] | None) -> str:
    if bool(ads) == bool(profiles):
        raise typer.BadParameter("name either --ads or --profiles")
    return "ads" if ads else "profiles"
