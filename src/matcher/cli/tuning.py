"""``tune``: weights from judgments of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli import inputs, options
from matcher.cli.remarks import tell_strangers
from matcher.cli.streams import check_place, say, write_file, write_rows

if TYPE_CHECKING:
    from matcher.evaluation.fitting import Setting
    from matcher.records import JobAd, Profile
    from matcher.taxonomy import Taxonomy


def tune(
    judgments: Annotated[
        str, typer.Option("--judgments", metavar="Q", help="Graded pairs, as judge writes them, or TREC qrels.")
    ],
    profiles: options.Profiles,
    ads: options.Ads,
    out: Annotated[Path, typer.Option("--out", metavar="FILE.toml", help="Where the weights go; rank --weights FILE.")],
    taxonomy: options.TaxonomyFile = None,
    as_of: options.AsOf = None,
    corrections: options.CorrectionsFile = None,
    reader: options.Reader = None,
    mapping: options.MappingFile = None,
    reranker: Annotated[
        Path | None,
        typer.Option(
            "--reranker", metavar="FILE.tsv", help="Also try boosted trees and write their points, for --component."
        ),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Of what is drawn at random.")] = 1,
    lang: options.Told = "en",
) -> None:
    """Fit the weights of the score to graded pairs.

    Printed is how well they do on people they were not fitted on.
    """
    from matcher.evaluation import judged_as, read_qrels
    from matcher.evaluation.fitting import Setting
    from matcher.evaluation.tuning import tune_weights

    for place in filter(None, (out, reranker)):
        check_place(place, [*profiles, *ads, judgments, taxonomy, corrections])
    people, jobs, words, _ = inputs.people_and_jobs(
        profiles, ads, taxonomy, corrections, reader=reader, mapping=mapping, as_of=as_of
    )
    judged = read_qrels(judgments)
    tell_strangers(judgments, judged.grades, people, jobs, str.casefold)
    graded = judged_as((person.id for person in people), judged)
    setting = Setting(seed=seed)
    try:
        tuned = tune_weights(people, jobs, graded, taxonomy=words, setting=setting)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--judgments") from None
    write_file(out, tuned.weights.to_toml())
    say(f"{out}: weights fitted on {tuned.n_pairs} graded pairs of {tuned.n_people} people")
    write_rows(
        [
            _figure("unseen people", value=tuned.unseen_people),
            _figure("unseen people and ads", value=tuned.unseen_pairs),
            _figure("the pairs fitted on", value=tuned.fitted),
        ]
    )
    if reranker is not None:
        _try_trees(reranker, [person for person in people if graded.get(person.id)], list(jobs), graded, words, setting)


def _try_trees(
    out: Path,
    people: list[Profile],
    jobs: list[JobAd],
    graded: Mapping[str, Mapping[str, int]],
    words: Taxonomy,
    setting: Setting,
) -> None:
    from matcher.evaluation.reranking import rerank
    from matcher.evaluation.tuning import evidence_of

    evidence = evidence_of(people, jobs, graded, words)
    tried = rerank(evidence, [person.id for person in people], [job.id for job in jobs], setting=setting)
    rows = [f"{person}\t{ad}\t{n}\n" for person, points in tried.points.items() for ad, n in points.items()]
    write_file(out, "profile\tad\tpoints\n" + "".join(rows))
    say(f"{out}: points of trees that were fitted without the person; for research, never the default")
    gains = {
        "unseen people, trees": (tried.trees, tried.trees - tried.additive),
        "unseen people and ads, trees": (tried.trees_pairs, tried.trees_pairs - tried.additive_pairs),
    }
    write_rows(_figure(on, value=value, gain=gain) for on, (value, gain) in gains.items())
    write_rows([_figure("the pairs fitted on, trees", value=tried.fitted)])


def _figure(on: str, **values: float | None) -> dict[str, Any]:
    """One line of what is printed, with as many decimals as ``evaluate`` prints."""
    rounded = {name: None if value is None else round(value, 6) for name, value in values.items()}
    return {"measure": "nDCG@10", "on": on, **rounded}
