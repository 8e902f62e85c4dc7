"""``normalize`` and ``taxonomy``: words and the concepts that they name."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated, Literal

import typer

from matcher.cli import options
from matcher.cli.fetching import wait
from matcher.cli.remarks import brief
from matcher.cli.streams import check_place, say, write_rows

_CHUNK = 1_000


def normalize(
    phrases: Annotated[str, typer.Argument(metavar="PHRASES", help="A file with a phrase a line, or -.")],
    type: Annotated[Literal["occupation", "skill"], typer.Option("--type", help="What the phrases name.")],
    taxonomy: Annotated[
        Path | None, typer.Option("--taxonomy", metavar="FILE", help="Answer with this one's concepts alone.")
    ] = None,
    bridge: Annotated[
        list[str] | None,
        typer.Option("--bridge", metavar="FILE", help="Its labels and synonyms help; 'starter' is the embedded one."),
    ] = None,
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, help="At most so many concepts a phrase.")] = 10,
    context: Annotated[
        bool,
        typer.Option("--context", help="Behind a tab on each line stand a title's duties, or a skill's other skills."),
    ] = False,
    lang: options.Told = "en",
) -> None:
    """Print which concepts each phrase may mean.

    A phrase a line in, a line out, in the same order, the best concept first.
    """
    from matcher.taxonomy import Taxonomy

    lines = _lines(phrases)
    named = Taxonomy.load(taxonomy) if taxonomy else Taxonomy.starter()
    bridges = [Taxonomy.starter() if b == "starter" else Taxonomy.load(b) for b in bridge or ()]
    if taxonomy and not named.of_type(type):
        say(f"{taxonomy}: expected concepts of the type {type}; there is none, so every list is empty")
    around = [line.partition("\t")[2] for line in lines] if context else None
    lines = [line.partition("\t")[0] for line in lines] if context else lines
    for start in range(0, len(lines), _CHUNK):
        part = lines[start : start + _CHUNK]
        beside = around[start : start + _CHUNK] if around else None
        answers = named.normalize(part, type, k, bridges=bridges, context=beside)
        write_rows(
            {"text": text, "concepts": [hit._asdict() for hit in hits]}
            for text, hits in zip(part, answers, strict=True)
        )


def import_(
    kind: Annotated[Literal["jobtech", "esco", "table"], typer.Argument(help="Whose export.")],
    sources: Annotated[list[Path], typer.Argument(metavar="DIR", help="Folders that are joined, or one table.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="File to write, for --taxonomy.")],
    lang: options.Told = "en",
) -> None:
    """Make one taxonomy file of an official export."""
    from matcher.taxonomy.sources.importing import import_taxonomy

    if kind == "table" and len(sources) != 1:
        raise typer.BadParameter("a table is one file")
    check_place(out, sources)
    taxonomy, notes = import_taxonomy(kind, sources)
    say(*notes)
    taxonomy.save(out)
    say(f"{out}: {len(taxonomy.concepts)} concepts, {len(taxonomy.links)} relations")


def fetch(
    kind: Annotated[Literal["jobtech", "esco"], typer.Argument(help="Whose taxonomy.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the answers, to import from.")],
    url: Annotated[
        str | None, typer.Option("--url", help="Address of the interface, where it is not the official one.")
    ] = None,
    edition: Annotated[
        str | None, typer.Option("--edition", help="JobTech's number or ESCO's version; else the newest known.")
    ] = None,
    languages: Annotated[
        str | None, typer.Option("--languages", metavar="sv,en,…", help="Languages of ESCO's labels (sv,en,ar,uk).")
    ] = None,
    lang: options.Told = "en",
) -> None:
    """Download an official taxonomy.

    It comes from the open interface; a call continues where an earlier one broke off.
    """
    from matcher.taxonomy.sources import escoapi
    from matcher.taxonomy.sources.fetching import fetch_taxonomy

    if languages and kind != "esco":
        raise typer.BadParameter("JobTech's labels are Swedish", param_hint="--languages")
    kept = tuple(filter(None, (languages or "").replace(" ", "").split(","))) or escoapi.LANGUAGES

    def tell(name: str, n_concepts: int) -> None:
        say(f"{name}: {n_concepts} concepts")

    try:
        fetched = fetch_taxonomy(kind, out, url, edition, kept, wait=wait, progress=tell)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    say(f"{out}: {fetched.n_files} files, {fetched.n_new} of them new; matcher taxonomy import {kind} reads them")
    row = {"path": str(out), "edition": fetched.edition, "files": fetched.n_files, "new": fetched.n_new}
    write_rows([{**row, "sha256": fetched.checksum}])


def info(
    taxonomy: Annotated[str, typer.Argument(metavar="FILE", help="A taxonomy file; 'starter' is the embedded one.")],
    check_ads: Annotated[
        list[str] | None, typer.Option("--check-ads", metavar="ADS", help="How many of these ads it knows.")
    ] = None,
    lang: options.Told = "en",
) -> None:
    """Count the concepts and relations of a taxonomy."""
    from matcher.taxonomy import Taxonomy

    opened = Taxonomy.starter() if taxonomy == "starter" else Taxonomy.load(taxonomy)
    types = Counter(concept.type for concept in opened.concepts.values())
    labels = Counter(lang for concept in opened.concepts.values() for lang in concept.labels)
    kinds = Counter(link.kind for link in opened.links)
    row: dict[str, object] = {
        "taxonomy": taxonomy,
        "concepts": dict(sorted(types.items())),
        "labels": dict(sorted(labels.items())),
        "relations": dict(sorted(kinds.items())),
    }
    if check_ads:
        from matcher.readers import read_ads
        from matcher.taxonomy import link

        batch = read_ads(*check_ads)
        brief(batch.notes)
        row["ads"] = link.check_ads(batch, opened)
    write_rows([row])


def _lines(path: str) -> list[str]:
    from matcher.encodings import encoding_of, text_of
    from matcher.errors import ReadError

    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise ReadError(path, f"a file that can be read ({error.strerror})") from None
    if guessed := encoding_of(data).guessed:
        say(f"{path}: guessed: {guessed}")
    lines = [line.removesuffix("\r") for line in text_of(data, path).split("\n")]
    return lines[:-1] if lines[-1] == "" else lines
