"""``tune``: weights from judgments of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from matcher.cli import inputs, options
from matcher.cli.streams import say, write_rows


def tune(
    judgments: Annotated[
        str, typer.Option("--judgments", metavar="Q", help="Graded pairs, as judge writes them, or TREC qrels.")
    ],
    profiles: options.Profiles,
    ads: options.Ads,
    out: Annotated[Path, typer.Option("--out", metavar="FILE.toml", help="Where the weights go; rank --weights FILE.")],
    taxonomy: options.TaxonomyFile = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
) -> None:
    """Fit the weights of the score on graded pairs, and print how well they do on people they were not fitted on."""
    from matcher.evaluation import judged_as, read_qrels
    from matcher.evaluation.tuning import tune_weights

    words, fixes = inputs.taxonomy_of(taxonomy), inputs.corrections_of(corrections)
    people = inputs.profiles_of(profiles, reader=reader, taxonomy=words, corrections=fixes)
    jobs = inputs.with_their_requirements(inputs.ads_of(ads, reader=reader, taxonomy=words), words, fixes)
    graded = judged_as((person.id for person in people), read_qrels(judgments))
    tuned = tune_weights(people, jobs, graded, taxonomy=words)
    out.write_text(tuned.weights.to_toml(), encoding="utf-8", newline="\n")
    say(f"{out}: weights fitted on {tuned.n_pairs} graded pairs of {tuned.n_people} people")
    write_rows(
        [
            {"measure": "nDCG@10", "on": "unseen people", "value": tuned.unseen_people},
            {"measure": "nDCG@10", "on": "unseen people and ads", "value": tuned.unseen_pairs},
            {"measure": "nDCG@10", "on": "the pairs fitted on", "value": tuned.fitted},
        ]
    )
