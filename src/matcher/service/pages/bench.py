"""The researcher's bench: a run and its judgments become figures, by group, with a plot."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from matcher import evaluation
from matcher.charts import intervals
from matcher.errors import InvalidRecordError
from matcher.service.answers import Bounded
from matcher.service.pages.forms import Checked, Form
from matcher.service.pages.rendering import Desk, to

router = APIRouter(include_in_schema=False, route_class=Bounded)
_MEASURES = " ".join(evaluation.DEFAULT_MEASURES)
_MOST_MEASURES = 8


@router.get("/runs")
def show(request: Request) -> Response:
    """Ask for a run, and show the last one's figures."""
    desk = Desk(request)
    figures = desk.session.figures
    plots = []
    for measure in dict.fromkeys(row["measure"] for row in figures.get("rows", ())):
        rows = [row for row in figures["rows"] if row["measure"] == measure]
        labelled = [{**row, "label": row.get("group") or desk.words("all")} for row in rows]
        plots.append((measure, intervals(labelled, measure)))
    return desk.page("runs.html", figures=figures, plots=plots, measures=figures.get("measures", _MEASURES))


@router.post("/runs")
def measure(request: Request, form: Checked) -> Response:
    """Measure a run."""
    desk = Desk(request)
    names = _names(form.one("measures"))
    qrels = evaluation.read_qrels(_given(form, "qrels"))
    run, _ = evaluation.with_judged_ids(evaluation.read_run(_given(form, "run")), qrels)
    groups = evaluation.read_groups(_given(form, "groups")) if "groups" in form.files else ()
    result = evaluation.evaluate(run, qrels, names, groups=groups)
    compared: list[dict[str, Any]] = []
    if "second" in form.files:
        second, _ = evaluation.with_judged_ids(evaluation.read_run(_given(form, "second")), qrels)
        compared = [one.to_dict() for one in evaluation.compare(run, second, qrels, names)]
    desk.session.figures = {
        "rows": [figure.to_dict() for figure in result.figures], "remarks": result.remarks(),
        "compared": compared, "measures": " ".join(names),
    }  # fmt: skip
    return to("/runs")


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
