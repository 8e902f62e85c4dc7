"""``demo``: the main job on the embedded example people and ads."""

from __future__ import annotations

from typing import Annotated

import typer

from matcher.cli import inputs, options
from matcher.cli.streams import write_lines


def demo(
    k: Annotated[int, typer.Option("-k", min=1, help="At most so many ads a person.")] = 3,
    lang: options.Language = "sv",
) -> None:
    """Rank embedded example ads for embedded example people (all of them made up), and explain one match."""
    from matcher.cli import layouts
    from matcher.cli.words import text
    from matcher.demo import example_ads, example_people
    from matcher.ranking import Matcher
    from matcher.taxonomy import Taxonomy

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
