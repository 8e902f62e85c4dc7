"""``rank`` and ``explain``: people and jobs together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from matcher.cli import inputs, model, options
from matcher.cli.asking import tell_too_little
from matcher.cli.remarks import tell_strangers
from matcher.cli.streams import into, tracked, write_lines, write_rows

if TYPE_CHECKING:
    from matcher.cli.layouts import Shortlists
    from matcher.ranking import Matcher
    from matcher.ranking.components import Component
    from matcher.records import JobAd, Profile

_AT_ONCE = {"profiles": 16, "ads": 512}
"""Queries whose matches are held at a time; lists do not depend on it. A step of ads looks at every person again, so it
is longer."""
_ENDINGS = {".xlsx": "xlsx", ".csv": "csv", ".html": "html", ".jsonl": "jsonl", ".txt": "table", "": "table"}
"""What a file's ending says of its form."""


def rank(
    profiles: options.Profiles,
    ads: options.Ads,
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, help="At most so many matches a query.")] = 20,
    for_: Annotated[options.Side, typer.Option("--for", help="Ads for people, or people for ads.")] = "profiles",
    profile: Annotated[
        list[str], typer.Option("--profile", metavar="ID", help="For this person alone; may be repeated.")
    ] = [],  # noqa: B006  (typer reads the default, nobody changes it)
    include_blocked: options.Blocked = False,
    duplicates: options.Duplicates = False,
    format: Annotated[
        Literal["table", "jsonl", "trec", "csv", "html", "xlsx"] | None,
        typer.Option("--format", help="How to print it: as --out ends, else as a table."),
    ] = None,
    out: options.OutFile = None,
    view: options.View = None,
    taxonomy: options.TaxonomyFile = None,
    weights: options.WeightsFile = None,
    by: options.By = "both",
    component: options.Components = [],  # noqa: B006  (typer reads the default, nobody changes it)
    travel: options.Journeys = None,
    lang: options.Language = "sv",
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
) -> None:
    """Rank ads for people, or people for ads, with reasons."""
    from matcher.ranking import Matcher

    is_recruiters, form = _is_recruiters(for_, view, profile), _form(format, out)
    with into(out, [*profiles, *ads, taxonomy, weights, travel, corrections]) as content:
        people, jobs, words, _ = inputs.people_and_jobs(
            profiles, ads, taxonomy, corrections, reader=reader, mapping=mapping, as_of=as_of
        )
        people = [inputs.pick(people, identifier, "profile") for identifier in dict.fromkeys(profile)] or people
        queries, records = (jobs, people) if for_ == "ads" else (people, jobs)
        points, parts = model.weights_of(weights, component, by), model.components_of(component, travel)
        _tell_beforehand(people, jobs, parts, for_)
        matcher = Matcher(records, taxonomy=words, weights=points, as_of=as_of, components=parts, lang=lang)
        rows = _rows(matcher, queries, _AT_ONCE[for_], k=k, include_blocked=include_blocked, duplicates=duplicates)
        if form in ("jsonl", "trec"):
            _write_run(rows, form, people if is_recruiters else None)
        else:
            from matcher.cli.layouts import Shortlists

            _write_layout(Shortlists(list(rows), people, jobs, for_, lang), form, is_recruiters, content)


def _form(format: str | None, out: Path | None) -> str:
    """Choose how to write: as it is said, else by the ending of the file, else as a table."""
    ending = out.suffix.casefold() if out else ""
    if format is None and ending not in _ENDINGS:
        # A program that its ending belongs to would say that the file is damaged.
        raise typer.BadParameter(
            f"a name that ends in {', '.join(filter(None, _ENDINGS))}, or --format", param_hint="--out"
        )
    form = format or _ENDINGS[ending]
    if form == "xlsx" and out is None:
        raise typer.BadParameter("--format xlsx needs --out FILE.xlsx")
    return form


def _is_recruiters(side: options.Side, view: str | None, profile: Sequence[str]) -> bool:
    """Tell whether levels and classes alone are shown; options that do not go together are refused."""
    if view == "recruiter" and side != "ads":
        raise typer.BadParameter("--view recruiter goes with --for ads")
    if profile and side == "ads":
        raise typer.BadParameter("--profile goes with --for profiles")
    return side == "ads" and view != "caseworker"


def _tell_beforehand(
    people: Sequence[Profile], jobs: Sequence[JobAd], parts: Sequence[Component], side: options.Side
) -> None:
    """Tell of whom too little is known for a list, and whom points from outside name that are not here."""
    from matcher.ranking import too_little_known
    from matcher.ranking.outside import OutsidePoints

    if side == "profiles":
        tell_too_little([person.id for person in people if too_little_known(person)])
    for part in parts:
        if isinstance(part, OutsidePoints):
            tell_strangers(f"--component {part.name}", part.pairs, people, jobs)


def _rows(matcher: Matcher, queries: Sequence[Any], step: int, **how: Any) -> Iterator[dict[str, Any]]:
    for start in tracked(range(0, len(queries), step), "ranking"):
        yield from matcher.rank(queries[start : start + step], **how).to_rows()


def _write_run(rows: Iterator[dict[str, Any]], format: str, seen: Sequence[Profile] | None) -> None:
    """Write rows for programs; with the people, only what a recruiter may see of them."""
    from matcher.evaluation import write_run

    if format == "trec":
        write_lines(write_run(list(rows)))
    else:
        write_rows(rows if seen is None else _without_words(rows, seen))


def _write_layout(lists: Shortlists, format: str, is_recruiters: bool, content: list[bytes]) -> None:
    from matcher.cli import layouts

    listed = [match["id"] for row in lists.rows for match in row["matches"]]
    shown = layouts.LAYOUTS
    if lists.side == "profiles":
        lists = replace(lists, ads=inputs.named(lists.ads, listed))
    elif is_recruiters and format == "table":
        lists = replace(lists, people=())
    else:
        lists = replace(lists, people=inputs.named(lists.people, listed))
        if is_recruiters:
            lists = replace(lists, rows=_as_a_recruiter_sees(lists.rows, lists.people))
            shown = layouts.RECRUITER_LAYOUTS
    if format == "xlsx":
        content.append(layouts.recruiter_sheet(lists) if is_recruiters else layouts.sheet(lists))
    else:
        write_lines(shown[format](lists), styled=format == "table")


def _without_words(rows: Iterator[dict[str, Any]], people: Sequence[Profile]) -> Iterator[dict[str, Any]]:
    from matcher.explanation.views import without_words
    from matcher.ranking import StoredRecords

    everybody = None if isinstance(people, StoredRecords) else {person.id: person for person in people}
    for row in rows:
        by_id = everybody or {p.id: p for p in inputs.named(people, [match["id"] for match in row["matches"]])}
        yield {**row, "matches": [without_words(match, by_id[match["id"]]) for match in row["matches"]]}


def _as_a_recruiter_sees(rows: Sequence[Mapping[str, Any]], people: Sequence[Profile]) -> list[dict[str, Any]]:
    from matcher.explanation.views import recruiter_match

    by_id = {person.id: person for person in people}
    return [
        {"id": row["id"], "matches": [recruiter_match(match, by_id[match["id"]]) for match in row["matches"]]}
        for row in rows
    ]


def explain(
    profiles: options.Profiles,
    ads: options.Ads,
    profile: Annotated[str, typer.Option("--profile", metavar="ID", help="Whose pair.")],
    ad: Annotated[str, typer.Option("--ad", metavar="ID", help="Which ad.")],
    format: Annotated[Literal["text", "json", "html"], typer.Option("--format", help="How to print it.")] = "text",
    taxonomy: options.TaxonomyFile = None,
    weights: options.WeightsFile = None,
    by: options.By = "both",
    component: options.Components = [],  # noqa: B006  (typer reads the default, nobody changes it)
    travel: options.Journeys = None,
    lang: options.Language = "sv",
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
) -> None:
    """Explain one pair: its points, and what to ask.

    The ledger tells what counts and what of the ad's demands is met, lacking or unknown.
    """
    from matcher.explanation import explain as explained

    words, fixes = inputs.taxonomy_of(taxonomy), inputs.corrections_of(corrections)
    people = inputs.profiles_of(
        profiles, reader=reader, mapping=mapping, as_of=as_of, taxonomy=words, corrections=fixes
    )
    person = inputs.pick(people, profile, "profile")
    job = inputs.pick(inputs.every_ad(ads, reader=inputs.for_kind(reader, "ads"), taxonomy=words), ad, "ad")
    if fixes is not None:
        # An index knows already what its ads ask for, corrections among it.
        known = [job] if job.requirements is not None else inputs.with_their_requirements([job], words)
        [job] = inputs.corrected_ads(known, fixes.only([job.id]))
    ledger = explained(
        person,
        job,
        taxonomy=words,
        weights=model.weights_of(weights, component, by),
        components=model.components_of(component, travel),
        lang=lang,
        as_of=as_of,
    )
    if fixes is not None:
        ledger = replace(ledger, corrected=fixes.fields_of(person.id))
    if format == "json":
        write_rows([ledger.to_dict()])
    else:
        write_lines([(ledger.to_html() if format == "html" else ledger.to_text()).rstrip("\n")])
