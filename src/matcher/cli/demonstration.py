"""``demo``: the main job on the embedded example people and ads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import inputs, options
from matcher.cli.streams import say, write_lines


def demo(
    k: Annotated[int, typer.Option("-k", metavar="N", min=1, help="At most so many ads a person.")] = 3,
    lang: options.Language = "sv",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="DIR", help="Put people, ads and grades into a folder instead, to try commands on."
        ),
    ] = None,
) -> None:
    """Rank made-up ads for made-up people, and explain a match.

    Nothing is needed for it; with --out people, ads and grades become files, on which the examples of every --help
    run.
    """
    from matcher.cli import layouts
    from matcher.cli.words import text
    from matcher.demo import example_ads, example_people
    from matcher.ranking import Matcher
    from matcher.taxonomy import Taxonomy

    if out is not None:
        _put_into(out)
        return
    words = Taxonomy.starter()
    people = example_people()
    ads = inputs.with_their_requirements(example_ads(), words)
    matcher = Matcher(ads, taxonomy=words, lang=lang)
    rows = matcher.rank(people, k=k).to_rows()
    write_lines(layouts.table(layouts.Shortlists(rows, people, ads, "profiles", lang)), styled=True)
    shown = next((row for row in rows if row["matches"]), None)
    if shown:
        write_lines(["", text("one_explained", lang), ""])
        write_lines([matcher.explain(shown["id"], shown["matches"][0]["id"]).to_text()])


def _put_into(folder: Path) -> None:
    from matcher.demo import FILES, content
    from matcher.errors import ReadError

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            path = folder / name
            if path.exists() and path.read_bytes() != content(name):
                raise ReadError(path, "a name that is free: what stands there is not overwritten")
            path.write_bytes(content(name))
    except OSError as error:
        raise ReadError(folder, f"a folder that can be written to ({error.strerror})") from None
    say(f"{folder}: {', '.join(FILES[:-1])} and {FILES[-1]}, all made up; go there and try: matcher read {FILES[0]}")
