"""``audit``: whose reach each kind of demand cuts."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import inputs, options
from matcher.cli.streams import say, tracked
from matcher.cli.tables import groupings_of, write_figures


def audit(
    profiles: options.Profiles,
    ads: options.Ads,
    groups: Annotated[
        Path | None, typer.Option("--groups", metavar="G.csv", help="First column the id, each other one a grouping.")
    ] = None,
    format: options.Rows = "jsonl",
    taxonomy: options.TaxonomyFile = None,
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
    lang: options.Told = "en",
) -> None:
    """Tell whose reach each kind of demand cuts.

    One kind at a time is taken out of all ads; the lines say whose reach it had cut, by group.
    """
    from matcher.evaluation.reach import cut_reach
    from matcher.evaluation.uncertainty import LEAST_FOR_INTERVAL

    people, jobs, words, _ = inputs.people_and_jobs(
        profiles, ads, taxonomy, corrections, reader=reader, mapping=mapping, as_of=as_of
    )
    if not people or not jobs:
        raise typer.BadParameter("an audit needs people and open ads")
    ids = [person.id for person in people]
    parts = groupings_of(groups, ids) if groups else ()
    cuts = cut_reach(list(people), list(jobs), parts, taxonomy=words, progress=partial(tracked, what="people"))
    small = {cut.group: cut.n for cut in cuts if cut.n < LEAST_FOR_INTERVAL}
    say(*(f"{group}: only {n}, too few for an interval or for a conclusion" for group, n in small.items()))
    write_figures([cut.to_dict() for cut in cuts], format)
