"""The researcher's bench: a run and its judgments become figures, by group, with a plot."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from matcher import evaluation
from matcher.charts import differences, intervals
from matcher.errors import InvalidRecordError
from matcher.service.answers import Bounded
from matcher.service.pages.forms import Checked, Form
from matcher.service.pages.rendering import Desk, to
from matcher.service.wording import Words

router = APIRouter(include_in_schema=False, route_class=Bounded)
_MEASURES = " ".join(evaluation.DEFAULT_MEASURES)
_MOST_MEASURES = 8


@router.get("/runs")
def show(request: Request) -> Response:
    """Ask for a run, and show the last one's figures."""
    desk = Desk(request)
    figures = desk.session.figures
    return desk.page(
        "runs.html", figures=figures, plots=_plots(figures, desk.words), measures=figures.get("measures", _MEASURES),
        is_pair=bool(figures.get("compared")),
    )  # fmt: skip


@router.post("/runs")
def measure(request: Request, form: Checked) -> Response:
    """Measure a run, and compare it with a second one."""
    desk = Desk(request)
    names = _names(form.one("measures"))
    qrels = evaluation.read_qrels(_given(form, "qrels"))
    groups = evaluation.read_groups(_given(form, "groups")) if "groups" in form.files else ()
    runs = [
        evaluation.with_judged_ids(evaluation.read_run(_given(form, name)), qrels)[0]
        for name in ("run", "second")
        if name == "run" or name in form.files
    ]
    results = [evaluation.evaluate(run, qrels, names, groups=groups) for run in runs]
    compared = evaluation.compare(runs[0], runs[1], qrels, names) if len(runs) == 2 else ()
    desk.session.figures = {
        "rows": [{"run": place, **figure.to_dict()} for place, one in enumerate(results) for figure in one.figures],
        "gaps": [{"run": place, **gap.to_dict()} for place, one in enumerate(results) for gap in one.attention],
        "remarks": list(dict.fromkeys(remark for one in results for remark in one.remarks())),
        "compared": [{**one.to_dict(), "gains": dict(one.gains)} for one in compared],
        "measures": " ".join(names),
    }  # fmt: skip
    return to("/runs")


def _plots(figures: dict[str, Any], words: Words) -> list[tuple[str, str]]:
    """Draw each measure of all runs and groups, and what each query gains; each with its heading."""
    plots = []
    pair = bool(figures.get("compared"))
    for measure in dict.fromkeys(row["measure"] for row in figures.get("rows", ())):
        rows = [row for row in figures["rows"] if row["measure"] == measure]
        labels = [[words(f"run_{row['run']}")] * pair + [row.get("group") or words("all")] for row in rows]
        drawn = [{**row, "label": " ".join(label)} for row, label in zip(rows, labels, strict=True)]
        plots.append((measure, intervals(drawn, measure)))
    for one in figures.get("compared", ()):
        heading = words("gains", one["measure"], one["n"])
        plots.append((heading, differences(one["gains"], heading)))
    return plots


def _given(form: Form, name: str) -> evaluation.Given:
    if name not in form.files:
        raise InvalidRecordError(name, "a file")
    return evaluation.Given.of(name, form.files[name][1])


def _names(text: str) -> list[str]:
    try:
        names = [str(evaluation.Measure.parse(name)) for name in (text or _MEASURES).replace(",", " ").split()]
    except ValueError:
        raise InvalidRecordError("measures", "names such as nDCG@10, AP@100 or RR") from None
    return list(dict.fromkeys(names))[:_MOST_MEASURES]
