"""``judge`` and ``agree``: judgments by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from matcher.cli import inputs, options
from matcher.cli.streams import check_place, json_line, say, tracked, write_rows


def judge(
    profiles: options.Profiles,
    ads: options.Ads,
    out: Annotated[Path, typer.Option("--out", metavar="Q.jsonl", help="File to write; an existing one is kept.")],
    top: Annotated[int, typer.Option("--top", metavar="N", min=0, help="Best ads of each person to take.")] = 10,
    spread: Annotated[
        int, typer.Option("--spread", metavar="N", min=0, help="Further ads of each person, drawn at random.")
    ] = 5,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Another number draws and mixes otherwise.")] = 1,
    taxonomy: options.TaxonomyFile = None,
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
    lang: options.Told = "en",
) -> None:
    """Write pairs to grade by hand, mixed and without scores.

    Fill in grade (0 to 3), blockers and unknowns.
    """
    from matcher.evaluation import blind_pairs
    from matcher.ranking import Matcher

    if top + spread == 0:
        raise typer.BadParameter("--top and --spread cannot both be 0")
    if out.exists():
        raise typer.BadParameter(f"{out} is already there, and grades are not overwritten")
    check_place(out, [])
    read = inputs.people_and_jobs(profiles, ads, taxonomy, corrections, reader=reader, mapping=mapping, as_of=as_of)
    people, jobs = {person.id: person for person in read.people}, {ad.id: ad for ad in read.jobs}
    if not jobs:
        raise typer.BadParameter("there is no open ad to judge")
    matcher = Matcher(list(jobs.values()), taxonomy=read.words, as_of=as_of)
    ranked = {}
    for person in tracked(list(people.values()), "people"):
        [found] = matcher.rank([person], k=len(jobs), include_blocked=True).to_rows()
        ranked[person.id] = [match["id"] for match in found["matches"]]
    pairs = blind_pairs(ranked, top=top, spread=spread, seed=seed)
    rows = []
    for profile, ad in pairs:
        facts = {
            k: v for k, v in people[profile].to_dict().items() if k not in ("id", "type") and v not in (None, [], ())
        }
        job = {k: v for k in ("headline", "municipality", "hours", "text") if (v := getattr(jobs[ad], k))}
        empty: dict[str, Any] = {"grade": None, "blockers": [], "unknowns": []}
        rows.append({"profile": profile, "ad": ad, **empty, "person": facts, "job": job})
    _write_new(out, rows)
    say(f"{out}: {len(rows)} pairs of {len(people)} people to grade; docs/judging.md says how")


def agree(
    first: Annotated[str, typer.Argument(metavar="Q1", help="One person's judgments.")],
    second: Annotated[str, typer.Argument(metavar="Q2", help="Another person's judgments of the same pairs.")],
    lang: options.Told = "en",
) -> None:
    """Print how far two people's grades agree.

    The quadratic weighted kappa, then the pairs that differ.
    """
    from matcher.evaluation import agreement, read_qrels

    try:
        result = agreement(read_qrels(first), read_qrels(second))
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    if not result.n:
        say("no pair is graded in both files")
    summary = {"n": result.n, "same": result.same, "kappa": result.kappa}
    rounded = {k: round(v, 4) if isinstance(v, float) else v for k, v in summary.items()}
    write_rows([{**rounded, "only_first": result.only_first, "only_second": result.only_second}])
    write_rows({"profile": profile, "ad": ad, "grades": [a, b]} for profile, ad, a, b in result.differing)


def _write_new(out: Path, rows: list[dict[str, Any]]) -> None:
    from matcher.errors import ReadError

    try:
        file = out.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise ReadError(out, "a file that is not there yet: grades of an existing one are not overwritten") from None
    except OSError as error:
        raise ReadError(out, f"a place that can be written ({error.strerror})") from None
    try:
        with file:
            file.writelines(json_line(row) + "\n" for row in rows)
    except BaseException:
        # Whoever called again would be refused for the sake of half a file, or grade it for the whole.
        out.unlink(missing_ok=True)
        raise
