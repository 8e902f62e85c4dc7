"""What an evaluation looks like: figures with their intervals, and what each query gains from one run to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from matcher.charts import differences, intervals, stacked
from matcher.colours import COLOURS
from matcher.evaluation.results import Difference, Evaluation, Figure

_STYLE = (
    COLOURS + "body{font:1rem/1.5 sans-serif;margin:2rem}table{border-collapse:collapse;margin:1rem 0}"
    "th,td{padding:.2rem .8rem;text-align:right;border-bottom:1px solid var(--faint)}td:first-child{text-align:left}"
    ".scroll{overflow-x:auto}@media print{body{margin:0}.scroll{overflow:visible}.chart{max-width:100%;height:auto}}"
)

Runs = Mapping[str, Evaluation]
"""Name of a run → its evaluation."""


def charts_of(runs: Runs, compared: Sequence[Difference] = ()) -> list[tuple[str, str]]:
    """Draw a chart a measure, and one of each measure that two runs are compared by; each with its heading."""
    figures = [(name, figure) for name, result in runs.items() for figure in result.figures if figure.value is not None]
    drawn = []
    for measure in dict.fromkeys(figure.measure for _, figure in figures):
        rows = [
            {"label": _label(name, f, len(runs) > 1), "value": f.value, "low": f.low, "high": f.high}
            for name, f in figures
            if f.measure == measure
        ]
        drawn.append((measure, intervals(rows, measure)))
    for one in compared:
        heading = f"{one.measure}: what each of {one.n} queries gains"
        drawn.append((heading, differences(one.gains, heading)))
    return drawn


def _label(name: str, figure: Figure, named: bool) -> str:
    part = figure.group or figure.slice
    return f"{name} {part or ''}".strip() if named else part or "all"


def as_svg(runs: Runs, compared: Sequence[Difference] = ()) -> str:
    """Draw everything as one picture.

    Examples
    --------
    >>> from matcher.evaluation import Qrels, Run, evaluate
    >>> result = evaluate(Run({"q": ("a",)}), Qrels({"q": {"a": 1}}), ["RR"])
    >>> as_svg({"ours": result}).startswith("<svg xmlns")
    True
    """
    return stacked(charts_of(runs, compared)) + "\n"


def as_page(runs: Runs, compared: Sequence[Difference] = ()) -> str:
    """Write one page that loads nothing: the tables, what they leave out, the charts.

    Examples
    --------
    >>> from matcher.evaluation import Qrels, Run, evaluate
    >>> result = evaluate(Run({"q": ("a",)}), Qrels({"q": {"a": 1}, "r": {"a": 1}}), ["RR"])
    >>> page = as_page({"ours": result})
    >>> "<td>ours</td>" in page, "1 judged but missing" in page
    (True, True)
    """
    rows = [{"run": name, **f.to_dict()} for name, result in runs.items() for f in result.figures]
    gaps = [{"run": name, **gap.to_dict()} for name, result in runs.items() for gap in result.attention]
    tables = [_table(rows), _table(gaps), _table([one.to_dict() for one in compared])]
    remarks = [f"<li>{escape(name)}: {escape(r)}</li>" for name, result in runs.items() for r in result.remarks()]
    charts = [f"<h2>{escape(heading)}</h2>{_scrolled(chart, heading)}" for heading, chart in charts_of(runs, compared)]
    inside = "".join([*tables, *(["<ul>", *remarks, "</ul>"] if remarks else []), *charts])
    title = escape(" / ".join(runs))
    head = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
    )
    return f"{head}<h1>{title}</h1>{inside}</html>\n"


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    if not rows:
        return ""
    names = list(dict.fromkeys(name for row in rows for name in row))
    cells = ["".join(f"<td>{_shown(row.get(name))}</td>" for name in names) for row in rows]
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    lines = "".join(f"<tr>{line}</tr>" for line in cells)
    return _scrolled(f"<table><tr>{head}</tr>{lines}</table>", ", ".join(names))


def _scrolled(wide: str, name: str) -> str:
    """Let what is wider than a phone be scrolled by itself, with keys too."""
    return f'<div class="scroll" tabindex="0" role="group" aria-label="{escape(name)}">{wide}</div>'


def _shown(value: Any) -> str:
    return "" if value is None else f"{value:.4f}" if isinstance(value, float) else escape(str(value))
