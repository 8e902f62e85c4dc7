"""Rows as a table for the eye, the same bytes everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from matcher.cli.streams import say, write_lines, write_rows

if TYPE_CHECKING:
    from matcher.evaluation import Grouping


def groupings_of(path: Path, ids: Sequence[str]) -> list[Grouping]:
    """Read a file of groups for the ids that are measured, and tell of a grouping that has none of them."""
    from matcher.evaluation import labelled_as, read_groups

    groupings = [labelled_as(ids, grouping) for grouping in read_groups(path)]
    for grouping in groupings:
        if not grouping.members:
            say(f"{path}: none of the ids with a label in {grouping.name} is measured here; are they the same ids?")
    return groupings


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
