"""``evaluate``: figures of runs, by group and slice, and of two runs side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from matcher.cli import options
from matcher.cli.streams import check_place, say, write_file
from matcher.cli.tables import groupings_of, write_figures

if TYPE_CHECKING:
    from matcher.evaluation import Difference, Evaluation, Qrels, Run

_DRAWN = (".svg", ".html")


def evaluate(
    run: Annotated[list[str], typer.Option("--run", metavar="R", help="A TREC run; name two to compare them.")],
    qrels: Annotated[str, typer.Option("--qrels", metavar="Q", help="Judgments: TREC qrels or JSON Lines.")],
    measures: Annotated[
        str, typer.Option("--measures", help="Names with blanks between them: nDCG AP RR P R Judged, as nDCG@10.")
    ] = "nDCG@10 AP@100 RR",
    groups: Annotated[
        Path | None, typer.Option("--groups", metavar="G.csv", help="First column the id, each other one a grouping.")
    ] = None,
    slices: Annotated[
        Path | None,
        typer.Option("--slices", metavar="S.tsv", help="profile, ad, label; an empty cell stands for any."),
    ] = None,
    for_: Annotated[
        options.Side, typer.Option("--for", help="What the run's queries are; for ads, judgments are turned.")
    ] = "profiles",
    format: options.Rows = "jsonl",
    plot: Annotated[
        Path | None, typer.Option("--plot", metavar="FILE", help="Draw it too: FILE.svg, or FILE.html with the tables.")
    ] = None,
    lang: options.Told = "en",
) -> None:
    """Measure a ranking against judgments.

    One line a measure, then one a group and slice.
    """
    from matcher import evaluation

    names = _measures(measures)
    if len(run) > 2:
        raise typer.BadParameter("one run, or two to compare")
    if plot is not None and plot.suffix not in _DRAWN:
        raise typer.BadParameter(f"a name that ends in {' or '.join(_DRAWN)}", param_hint="--plot")
    if plot is not None:
        check_place(plot, [*run, qrels, groups, slices])
    judged = evaluation.read_qrels(qrels)
    if judged.n_ungraded:
        say(f"{qrels}: {judged.n_ungraded} pairs have no grade yet and do not count")
    if for_ == "ads":
        judged = judged.turned()
    runs = [_joined(path, judged, "profiles" if for_ == "ads" else "ads") for path in run]
    parts: dict[str, Any] = {
        "groups": groupings_of(groups, _ids(judged, runs)) if groups else (),
        "slices": evaluation.read_slices(slices) if slices else (),
        "query": "ad" if for_ == "ads" else "profile",
    }
    results = [evaluation.evaluate(one, judged, names, **parts) for one in runs]
    differences = evaluation.compare(runs[0], runs[1], judged, names) if len(runs) == 2 else ()
    rows = _figures(run, results)
    rows += [{"run": f"{run[-1]} - {run[0]}"} | difference.to_dict() for difference in differences]
    write_figures(rows, format)
    if plot is not None:
        _draw(plot, dict(zip(run, results, strict=True)), differences)


def _draw(plot: Path, runs: dict[str, Evaluation], differences: Sequence[Difference]) -> None:
    from matcher.evaluation.picture import as_page, as_svg

    drawn = (as_svg if plot.suffix == ".svg" else as_page)(runs, differences)
    write_file(plot, drawn)


def _figures(run: list[str], results: Sequence[Evaluation]) -> list[dict[str, Any]]:
    """Rows of each run's figures, with the run's name where there are two; what is to be remarked is said."""
    rows: list[dict[str, Any]] = []
    for path, result in zip(run, results, strict=True):
        say(*result.remarks())
        made = [figure.to_dict() for figure in result.figures] + [gap.to_dict() for gap in result.attention]
        rows += [({"run": path} if len(run) > 1 else {}) | row for row in made]
    return rows


def _joined(path: str, judged: Qrels, other: options.Side) -> Run:
    from matcher.evaluation import read_run, with_judged_ids

    run, n_joined = with_judged_ids(read_run(path), judged)
    if n_joined:
        say(f"{path}: {n_joined} ids joined with judged ones that differ by case alone")
    asked = run.rankings.keys()
    if not asked & judged.grades.keys() and asked & judged.turned().grades.keys():
        say(f"{path}: its queries are what was judged for others, as in a run --for {other}; try that option")
    return run


def _ids(judged: Qrels, runs: list[Run]) -> list[str]:
    """Every id of a query and of what is listed, once."""
    ids = dict.fromkeys(judged.grades)
    for lists in (*judged.grades.values(), *(found for run in runs for found in run.rankings.values())):
        ids.update(dict.fromkeys(lists))
    return list(ids)


def _measures(names: str) -> list[str]:
    from matcher.evaluation import Measure

    try:
        parsed = [str(Measure.parse(name)) for name in names.replace(",", " ").split()]
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    if not parsed:
        raise typer.BadParameter("name at least one measure, such as nDCG@10")
    return parsed
