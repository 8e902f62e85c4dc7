"""Rows as a table for the eye, the same bytes everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from matcher.cli.streams import write_lines, write_rows


def write_figures(rows: Sequence[Mapping[str, Any]], format: Literal["jsonl", "table"]) -> None:
    """Write rows as lines for programs, or as a table to look at."""
    if format == "table":
        write_lines(table_lines(rows))
    else:
        write_rows(rows)


def table_lines(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    r"""Lay rows out in columns: words to the left, numbers to the right, a blank for what is missing.

    Parameters
    ----------
    rows : sequence of mapping
        Rows may have different fields; columns come in the order in which fields first appear.

    Returns
    -------
    iterator of str

    Examples
    --------
    >>> print("\n".join(table_lines([{"measure": "RR", "value": 0.5, "n": 2}, {"measure": "P@1", "n": 10}])))
    measure   value   n
    RR       0.5000   2
    P@1              10
    """
    names = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[_shown(row.get(name)) for name in names] for row in rows]
    numbers = [all(isinstance(row.get(name), int | float | None) for row in rows) for name in names]
    widths = [max(map(len, column)) for column in zip(names, *cells, strict=True)]
    for line in [names, *cells] if names else ():
        sided = zip(line, widths, numbers, strict=True)
        yield "  ".join(c.rjust(w) if number else c.ljust(w) for c, w, number in sided).rstrip()


def _shown(value: Any) -> str:
    return "" if value is None else f"{value:.4f}" if isinstance(value, float) else str(value)
