"""``read`` and ``requirements``: files in, records out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from matcher.cli import inputs, options
from matcher.cli.streams import check_place, say, tracked, write_lines, write_rows

if TYPE_CHECKING:
    from datetime import date

    from matcher.readers import Batch, Note
    from matcher.readers.corrected import Corrections
    from matcher.records import JobAd, Profile
    from matcher.taxonomy import Taxonomy

Files = Annotated[list[str], typer.Argument(metavar="FILE", help="Files, folders, or - for standard input.")]
_FIELDS = ("kind", "value", "necessity", "any_of", "quote")


def read(
    files: Files,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
    suggest_mapping: Annotated[
        bool, typer.Option("--suggest-mapping", help="Print such a mapping as it was understood, to correct and use.")
    ] = False,
    taxonomy: options.TaxonomyFile = None,
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Where the report goes, instead of standard error.")
    ] = None,
    report_format: Annotated[
        Literal["text", "json", "html"], typer.Option("--report-format", help="html is a page to read and print.")
    ] = "text",
    lang: Annotated[
        options.Lang | None,
        typer.Option("--lang", help="Language of the report; without it a page is in Swedish, a text in English."),
    ] = None,
) -> None:
    """Print what is read of people and ads, one record a line.

    Standard error reports what was read, what was left out, and what was doubtful.
    """
    from matcher.cli.reporting import write_report
    from matcher.readers import read_any
    from matcher.readers.corrected import Corrections

    inputs.known_reader(reader)
    if report is not None:
        check_place(report, [*files, taxonomy, corrections])
    if suggest_mapping:
        _suggest(files)
        return
    words, fixes = inputs.taxonomy_of(taxonomy), inputs.corrections_of(corrections)
    batch = read_any(*files, reader=reader, mapping=mapping, as_of=as_of)
    notes = [*batch.notes, *_marks(batch, as_of)]
    write_rows(_finished(batch.records, words, fixes or Corrections(), notes))
    write_report(batch, notes, report_format, report, lang)
    if batch.removed:
        say(f"{len(batch.removed)} ads are marked as removed")


def _marks(batch: Batch[Any], as_of: date | None) -> Iterator[Note]:
    from matcher.readers.summary import marks
    from matcher.records import JobAd

    path_of = {name: file.path for file in batch.files for name in file.ids}
    return marks((record for record in batch.records if isinstance(record, JobAd)), path_of, as_of)


def _finished(
    records: Sequence[JobAd | Profile], words: Taxonomy, fixes: Corrections, notes: list[Note]
) -> Iterator[dict[str, Any]]:
    """Link profiles and ads to the taxonomy, read what ads ask for, and make a person's corrections of both."""
    from matcher.readers import Batch
    from matcher.records import JobAd, Profile
    from matcher.requirements import with_requirements
    from matcher.taxonomy import link_ad, link_profile

    read = [record for record in records if isinstance(record, Profile)]
    right = fixes.of_profiles(read) if read else Batch(())
    notes += right.notes
    people = iter(right.records)
    ads = (with_requirements(record, words) for record in records if isinstance(record, JobAd))
    jobs = fixes.of_ads(ads, notes)
    for record in tracked(records, "records"):
        if isinstance(record, Profile):
            yield link_profile(next(people), words).to_dict()
        else:
            yield link_ad(next(jobs), words).to_dict()
    # The report of the corrections comes after the last ad.
    next(jobs, None)


def requirements(
    ads: Annotated[list[str], typer.Argument(metavar="ADS", help="Files or folders of ads, or -.")],
    format: Annotated[Literal["jsonl", "html"], typer.Option("--format", help="html marks them in the ad's text.")] = (
        "jsonl"
    ),
    reader: options.Reader = None,
    taxonomy: options.TaxonomyFile = None,
    lang: options.Language = "sv",
    corrections: options.CorrectionsFile = None,
) -> None:
    """Print what each ad asks for, in the ad's own words."""
    inputs.known_reader(reader)
    # Without a file the requirements know the embedded skills by themselves; the whole taxonomy takes longer to open.
    words = inputs.taxonomy_of(taxonomy) if taxonomy else None
    read = inputs.every_ad(ads, reader=reader, taxonomy=words)
    found = inputs.each_with_requirements(read, words, inputs.corrections_of(corrections))
    if format == "html":
        from matcher.cli.pages import requirements_page

        write_lines(requirements_page(list(found), lang))
        return
    write_rows(
        {"id": ad.id, "requirements": [{k: row[k] for k in _FIELDS} for row in ad.to_dict()["requirements"]]}
        for ad in found
    )


def _suggest(files: list[str]) -> None:
    from matcher.readers import load
    from matcher.readers.sheets.mapping import suggest_mapping, unknown_columns

    lines = ["[columns]"]
    for path in files:
        source = load(path)  # once: standard input is gone then
        unknown = unknown_columns(source)
        for column, field in suggest_mapping(source).items():
            # A column that was not recognised stands there to be filled in, with where it is and what it holds.
            asked = f'# {_quoted(column)} = ""  # {" ".join(unknown.get(column, "").split())}'
            lines.append(f"{_quoted(column)} = {_quoted(field)}" if field else asked.rstrip(" #"))
    write_lines(dict.fromkeys(lines))


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)
