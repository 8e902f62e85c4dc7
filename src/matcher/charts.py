"""Charts as SVG: drawn by numbers alone, readable without colour, for a page or as a file of their own."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

_ROW, _WIDE, _NUMBER = 26, 420, 60
_NARROWEST, _PER_SIGN, _LONGEST = 190, 8, 48  # of the labels, in pixels and signs
_SIZE = re.compile(r'width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"')
_FILLS = {"more": "#2f6f9f", "less": "url(#less)", "sum": "#1a1a1a"}
"""Colours of a file of its own, which lies on white; on a page classes take the page's."""
_GROUND = '<rect width="100%" height="100%" fill="#fff" class="ground"/>'
_HATCH = (
    '<defs><pattern id="less" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff" class="ground"/><rect width="3" height="6" fill="#8c2f0d" class="stripe"/>'
    "</pattern></defs>"
)


def waterfall(parts: Sequence[tuple[str, int]], total_label: str, title: str) -> str:
    """Draw how points add up: each bar begins where the one before it ended, the last one is the sum.

    Parameters
    ----------
    parts : sequence of (label, points)
    total_label, title : str

    Returns
    -------
    str
        One ``svg`` element, its numbers equal to ``parts`` and their sum.

    Examples
    --------
    >>> drawn = waterfall([("a", 30), ("b", -10)], "sum", "points")
    >>> drawn.count("<rect class"), "20" in drawn
    (3, True)
    """
    steps, at = [], 0
    for label, points in parts:
        steps.append((label, points, at, at + points))
        at += points
    steps.append((total_label, at, 0, at))
    edges = [0, *(end for _, _, _, end in steps)]
    low, high = min(edges), max(edges)
    scale, left = _WIDE / max(high - low, 1), _left(label for label, *_ in steps)
    rows = []
    for place, (label, points, start, end) in enumerate(steps):
        x, width = left + (min(start, end) - low) * scale, max(abs(end - start) * scale, 1)
        last = place == len(steps) - 1
        kind = "sum" if last else "more" if points >= 0 else "less"
        y = place * _ROW + 4
        rows.append(_text(left - 8, y + 14, label, "end"))
        rows.append(f'<rect {_drawn(kind)} x="{x:.1f}" y="{y}" width="{width:.1f}" height="16"/>')
        rows.append(_text(left + _WIDE + 8, y + 14, f"{points}" if last else f"{points:+d}", "start"))
    zero = left - low * scale
    axis = f'<line x1="{zero:.1f}" x2="{zero:.1f}" y1="0" y2="{len(steps) * _ROW}" stroke="#1a1a1a"/>'
    return _svg(left + _WIDE + _NUMBER, len(steps) * _ROW + 4, title, _HATCH + axis + "".join(rows))


def intervals(rows: Sequence[Mapping[str, Any]], title: str) -> str:
    """Draw means with their intervals on a scale from 0 to 1.

    Parameters
    ----------
    rows : sequence of mapping
        ``label``, ``value``, ``low`` and ``high``; the last two may be ``None``.
    title : str

    Returns
    -------
    str

    Examples
    --------
    >>> drawn = intervals([{"label": "a", "value": 0.5, "low": 0.4, "high": 0.6}], "nDCG@10")
    >>> drawn.count("<circle"), "0.500" in drawn
    (1, True)
    """
    drawn, left = [], _left(row["label"] for row in rows)
    for place, row in enumerate(rows):
        y = place * _ROW + 14
        drawn.append(_text(left - 8, y + 5, row["label"], "end"))
        if row["low"] is not None and row["high"] is not None:
            x1, x2 = (left + _WIDE * float(row[edge]) for edge in ("low", "high"))
            drawn.append(f'<line x1="{x1:.1f}" x2="{x2:.1f}" y1="{y}" y2="{y}" stroke="#1a1a1a" stroke-width="2"/>')
        if row["value"] is not None:
            x = left + _WIDE * float(row["value"])
            drawn.append(f'<circle {_drawn("more")} cx="{x:.1f}" cy="{y}" r="5"/>')
            drawn.append(_text(left + _WIDE + 8, y + 5, f"{row['value']:.3f}", "start"))
    bottom = len(rows) * _ROW
    for tick in (0, 0.5, 1):
        x = left + _WIDE * tick
        drawn.append(_grid(x, bottom))
        drawn.append(_text(x, bottom + 16, f"{tick:g}", "middle"))
    return _svg(left + _WIDE + _NUMBER, bottom + 22, title, "".join(drawn))


def bars(values: Mapping[str, float], title: str) -> str:
    """Draw numbers above zero as bars on a scale of tenfold steps.

    Parameters
    ----------
    values : mapping of str to float
        Label → number.
    title : str

    Returns
    -------
    str

    Examples
    --------
    >>> drawn = bars({"a": 1.0, "b": 12.5}, "times")
    >>> drawn.count("<rect class"), "12.5" in drawn
    (2, True)
    """
    exponents = [math.log10(value) for value in values.values()]
    low, high = min([0.0, *exponents]) - 0.3, max([1.0, *exponents])
    drawn, left, bottom = [], _left(values), len(values) * _ROW + 4
    for tick in range(math.ceil(low), math.floor(high) + 1):
        x = left + (tick - low) / (high - low) * _WIDE
        drawn.append(_grid(x, bottom))
        drawn.append(_text(x, bottom + 16, f"{10.0**tick:g}", "middle"))
    for place, ((label, value), exponent) in enumerate(zip(values.items(), exponents, strict=True)):
        y, width = place * _ROW + 4, max((exponent - low) / (high - low) * _WIDE, 1)
        drawn.append(_text(left - 8, y + 14, label, "end"))
        drawn.append(f'<rect {_drawn("more")} x="{left}" y="{y}" width="{width:.1f}" height="16"/>')
        drawn.append(_text(left + width + 8, y + 14, f"{value:.3g}", "start"))
    return _svg(left + _WIDE + _NUMBER, bottom + 22, title, "".join(drawn))


def differences(gains: Mapping[str, float], title: str) -> str:
    """Draw what each query gains or loses, from the greatest gain to the greatest loss.

    Parameters
    ----------
    gains : mapping of str to float
        Query → difference, in [-1, 1].
    title : str

    Returns
    -------
    str
        Each bar says query and difference as its title.

    Examples
    --------
    >>> differences({"q1": 0.25, "q2": -0.5}, "nDCG@10").count("<rect class")
    2
    """
    ordered = sorted(gains.items(), key=lambda item: (-item[1], item[0]))
    most = max([0.1, *(abs(gain) for gain in gains.values())])
    step, half = max(3.0, min(_ROW, _WIDE / max(len(ordered), 1))), 110.0
    drawn = []
    for place, (query, gain) in enumerate(ordered):
        x, height = 60 + place * step, max(abs(gain) / most * half, 0.5)
        y, kind = (half - height, "more") if gain >= 0 else (half, "less")
        told = f"<title>{escape(query)} {gain:+.3f}</title>"
        drawn.append(
            f'<rect {_drawn(kind)} x="{x:.1f}" y="{y + 10:.1f}" width="{step - 1:.1f}" height="{height:.1f}"'
            f' stroke-width="0.5">{told}</rect>'
        )
    width = 60 + len(ordered) * step + 10
    axis = f'<line x1="60" x2="{width:.1f}" y1="{half + 10}" y2="{half + 10}" stroke="#1a1a1a"/>'
    ticks = [_text(52, 15 + half * (1 - share), f"{share * most:+.2f}", "end") for share in (1, 0, -1)]
    return _svg(width, 2 * half + 20, title, _HATCH + "".join(drawn) + axis + "".join(ticks))


def stacked(charts: Sequence[tuple[str, str]]) -> str:
    """Put charts below each other into one ``svg``, each under its heading.

    Parameters
    ----------
    charts : sequence of (heading, chart)
        As the functions above draw them.

    Returns
    -------
    str

    Examples
    --------
    >>> stacked([("Gains", differences({"q": 0.1}, "x")), ("More", differences({"q": 0.2}, "x"))]).count("<svg")
    3
    """
    inside, y, width = [], 0.0, 0.0
    for heading, chart in charts:
        size = _SIZE.search(chart)
        if size is None:
            raise ValueError("a chart of this module")
        inside += [_text(4, y + 18, heading, "start"), chart.replace("<svg ", f'<svg x="0" y="{y + 28:g}" ', 1)]
        y, width = y + 28 + float(size["height"]) + 16, max(width, float(size["width"]))
    return _svg(width, y, ", ".join(heading for heading, _ in charts), "".join(inside))


def _left(labels: Iterable[str]) -> int:
    """Width in pixels of the column of labels."""
    return max(_NARROWEST, 8 + _PER_SIGN * max((len(_shortened(label)) for label in labels), default=0))


def _grid(x: float, bottom: float) -> str:
    ends = f'x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{bottom}"'
    return f'<line class="grid" {ends} stroke="#888" stroke-dasharray="2 3"/>'


def _drawn(kind: str) -> str:
    return f'class="{kind}" fill="{_FILLS[kind]}" stroke="#1a1a1a"'


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y}" text-anchor="{anchor}">{escape(_shortened(text))}</text>'


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _svg(width: float, height: float, title: str, inside: str) -> str:
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" {size} font-family="sans-serif"'
    return f'{head} font-size="14" aria-label="{escape(title)}">{_GROUND}{inside}</svg>'
