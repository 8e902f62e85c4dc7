"""``serve``: the HTTP API and the pages. The one module of the command line that knows the service."""

from __future__ import annotations

import sys
from collections.abc import Hashable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli import inputs, model, options
from matcher.cli.streams import say, write_lines

if TYPE_CHECKING:
    from matcher.readers.corrected import Corrections
    from matcher.records import JobAd, Profile
    from matcher.service import Origin
    from matcher.taxonomy import Taxonomy


def serve(
    ads: Annotated[
        list[str] | None, typer.Option("--ads", metavar="A", help="File or folder of ads, or an index.")
    ] = None,
    profiles: Annotated[
        list[str] | None, typer.Option("--profiles", metavar="P", help="File or folder of profiles, or an index.")
    ] = None,
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="0 takes a free one.")] = 8000,
    token: Annotated[
        str | None, typer.Option("--token", metavar="[NAME:]T", help="Secret to ask for; @FILE reads it from a file.")
    ] = None,
    store: Annotated[
        Path | None, typer.Option("--store", metavar="DIR", help="Keep sessions on disk; otherwise in memory alone.")
    ] = None,
    keep: Annotated[float, typer.Option("--keep", metavar="HOURS", min=0.01, help="Forget a session after.")] = 8.0,
    stand: Annotated[bool, typer.Option("--stand", help="A fair stand: others reach the form with a code.")] = False,
    taxonomy: options.TaxonomyFile = None,
    as_of: Annotated[
        date | None,
        typer.Option("--as-of", metavar="DATE|today", parser=options.parse_date, help="The day to judge by."),
    ] = None,
    weights: options.WeightsFile = None,
    component: options.Components = [],  # noqa: B006  (typer reads the default, nobody changes it)
    travel: options.Journeys = None,
    lang: Annotated[
        options.Lang | None, typer.Option("--lang", help="Language to begin in; by default the browser's, or Swedish.")
    ] = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
) -> None:
    """Serve the pages and the HTTP API.

    Without --ads and --profiles they show made-up examples.
    """
    from matcher.service import Holdings, Settings
    from matcher.service import serve as answer

    inputs.known_reader(reader)
    fixes = inputs.corrections_of(corrections)
    day = as_of or options.parse_date("today")
    scoring = {"weights": model.weights_of(weights, component), "components": model.components_of(component, travel)}
    if ads or profiles:
        origin = _origin(ads or [], profiles or [], taxonomy, fixes, mapping, reader=reader, as_of=day)
        holdings = Holdings(origin, as_of=day, **scoring)
    else:
        holdings = Holdings.embedded(fixes, as_of=day, **scoring)
        say("made-up people and ads; name your own with --ads and --profiles")
    answer(holdings, Settings(host, port, _secret(token), store, keep, stand, day, lang, mapping), tell=_tell)


def _origin(
    ads: list[str],
    profiles: list[str],
    taxonomy: Path | None,
    fixes: Corrections | None,
    mapping: dict[str, str] | None,
    **how: Any,
) -> Origin:
    """Where ads and people come from, read when they are first asked for and again when their files change."""
    from matcher.service import Origin

    def read_ads(words: Taxonomy) -> Sequence[JobAd]:
        found = inputs.ads_of(ads, taxonomy=words, **how) if ads else ()
        return inputs.with_their_requirements(found, words, fixes)

    def read_people(words: Taxonomy) -> Sequence[Profile]:
        if not profiles:
            return ()
        return inputs.profiles_of(profiles, taxonomy=words, corrections=fixes, mapping=mapping, **how)

    return Origin(read_ads, read_people, lambda: inputs.taxonomy_of(taxonomy), lambda: _stamp([*ads, *profiles]), fixes)


def _tell(line: str) -> None:
    from matcher.cli.streams import finish

    write_lines([line])
    finish()
    if sys.stderr.isatty() and not line.startswith("stand"):
        say("open this address in a browser; Ctrl+C ends the service")


def _stamp(paths: list[str]) -> Hashable:
    """Tell versions of indexes apart; other files are read once."""
    from matcher.ranking import is_index

    return tuple((path, (Path(path) / "current").read_bytes()) for path in paths if is_index(path))


def _secret(token: str | None) -> str | None:
    from matcher.errors import ReadError

    if token is None or not token.startswith("@"):
        return token
    try:
        return Path(token[1:]).read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        raise ReadError(token[1:], "a file that holds a token") from None
