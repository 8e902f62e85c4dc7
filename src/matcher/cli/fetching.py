"""``ads fetch``: today's ads, or what has changed since."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import options
from matcher.cli.streams import say, write_rows


def fetch(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder for the ads; goes wherever --ads is taken.")
    ],
    region: Annotated[
        list[str],
        typer.Option("--region", metavar="CODE", help="County or municipality code or name; may be repeated."),
    ] = [],  # noqa: B006  (typer reads the default, nobody changes it)
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="TIME|last", help="Only what changed after this time, or since last fetched."),
    ] = None,
    lang: options.Told = "en",
) -> None:
    """Download the open ads, or what has changed.

    With --since only changes and removals; a call continues where a connection broke.
    """
    from matcher.readers.ads.jobstream import fetch_ads

    try:
        fetched = fetch_ads(out, region, since, wait=wait, progress=_tell())
    except ValueError:
        raise typer.BadParameter("expected a time such as 2026-09-01T06:00:00, or last", param_hint="--since") from None
    say(f"{fetched.path}: {fetched.n_ads} ads, {fetched.n_removed} removals")
    write_rows(
        [{"path": str(fetched.path), "ads": fetched.n_ads, "removed": fetched.n_removed, "since": fetched.since}]
    )


def wait(seconds: float) -> None:
    """Wait before another try, and tell so: whoever looks would take it for a program that hangs."""
    say(f"no whole answer yet; another try in {seconds:.0f} seconds")
    time.sleep(seconds)


def _tell() -> Callable[[int], None]:
    step = 10_000_000
    told = 0

    def tell(received: int) -> None:
        nonlocal told
        if received - told >= step:
            told = received
            say(f"{received // 1_000_000} MB received")

    return tell
