"""``warm``: compile ahead what a first large ranking would compile."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import options
from matcher.cli.streams import say, write_rows


def warm(
    cache: Annotated[
        Path | None,
        typer.Option("--cache", metavar="DIR", help="Folder for compiled code; later found by NUMBA_CACHE_DIR=DIR."),
    ] = None,
    lang: options.Told = "en",
) -> None:
    """Compile ahead what large rankings use.

    No later process has to; nothing depends on it but time.
    """
    from matcher.ranking.warming import warm as compile_ahead

    compiled = compile_ahead(cache)
    if not compiled:
        say("matcher: numba is not installed: large sets of ads are ranked without it, more slowly")
    write_rows([{"compiled": compiled, "cache": None if cache is None else str(cache)}])
