"""Parts that an evaluation is split by: groups of people, and slices of people, ads or pairs."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import ReadError
from matcher.evaluation.trec import lines_of, pair_of

UNKNOWN = "(not stated)"
"""Label of the people whom a groups file leaves out: they are counted, never dropped."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """One column of a groups file.

    Attributes
    ----------
    name : str
        The column's name.
    members : mapping of str to str
        Id → label.
    """

    name: str
    members: Mapping[str, str]

    def label(self, identifier: str) -> str:
        """``column=label`` of one id."""
        return f"{self.name}={self.members.get(identifier) or UNKNOWN}"


@dataclass(frozen=True, slots=True)
class Slice:
    """The pairs that carry one label.

    Attributes
    ----------
    label : str
    pairs : frozenset of (str or None, str or None)
        Profile and ad; ``None`` stands for any.
    """

    label: str
    pairs: frozenset[tuple[str | None, str | None]]

    def holds(self, profile: str, ad: str) -> bool:
        """Whether a pair lies in the slice.

        Examples
        --------
        >>> Slice("cook", frozenset({(None, "a1")})).holds("K1", "a1")
        True
        """
        return not self.pairs.isdisjoint(((profile, ad), (profile, None), (None, ad), (None, None)))


_TABLE = "a CSV table with the id and at least one grouping"


def read_groups(path: str | Path) -> tuple[Grouping, ...]:
    """Read a groups file: CSV whose first column is the id and every other one a grouping.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    tuple of Grouping

    Raises
    ------
    ReadError
        There is no header or no second column, a column with labels has no name or that of another, an id stands
        twice, or a row has more labels than the header names. The line is named.
    """
    lines = list(lines_of(path))
    if not lines:
        raise ReadError(path, "a header with the id and at least one grouping, not an empty file")
    # Strictly: a quote that is never closed would make one label of all that follows.
    rows = csv.reader((line for _, line in lines), delimiter=max(",;\t", key=lines[0][1].count), strict=True)
    begun = 0
    members: list[dict[str, str]] = []
    header: list[str] = []
    try:
        for row in rows:
            number, cells = lines[begun][0], [cell.strip() for cell in row]
            begun = rows.line_num
            if not header:
                header, members = cells, [{} for _ in cells[1:]]
                if not members:
                    raise ReadError(path, _TABLE, number)
                continue
            if cells[0] in members[0]:
                raise ReadError(path, "each id once", number)
            if any(cells[len(header) :]):
                raise ReadError(
                    path, "no more cells than the header names; a label with the separator needs quotes", number
                )
            for column, label in zip(members, [*cells[1:], *[""] * len(members)], strict=False):
                column[cells[0]] = label
    except csv.Error:
        raise ReadError(path, f"{_TABLE}, its quotes closed", lines[begun][0]) from None
    # Without one the first person would be lost and their group would give the grouping its name.
    if any(name and name in column.values() for name, column in zip(header[1:], members, strict=True)):
        raise ReadError(path, "a header above the first row, such as id,region", lines[0][0])
    # Programs leave empty columns behind at the right.
    named = [(name, column) for name, column in zip(header[1:], members, strict=True) if name or any(column.values())]
    if not named or len({name for name, _ in named if name}) < len(named):
        raise ReadError(path, "a name of its own for each grouping", lines[0][0])
    return tuple(Grouping(name, column) for name, column in named)


def read_slices(path: str | Path) -> tuple[Slice, ...]:
    """Read a slices file: tab-separated ``profile, ad, label``, an empty cell standing for any.

    A first line ``profile<TAB>ad<TAB>label`` is a header.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    tuple of Slice
        By label.

    Raises
    ------
    ReadError
        A line has not three cells or no label; the line is named. Or there is no label at all.
    """
    slices: dict[str, set[tuple[str | None, str | None]]] = {}
    # Stripping a line would take an empty first cell with it, so cells are cut from the raw line.
    for number, line in lines_of(path, strip=False):
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 3 or not cells[2]:
            raise ReadError(path, "three cells (profile, ad, label) with tabs between them", number)
        if [cell.casefold() for cell in cells] == ["profile", "ad", "label"]:
            continue
        slices.setdefault(cells[2], set()).add((cells[0] or None, cells[1] or None))
    if not slices:
        raise ReadError(path, "slices (profile, ad, label), not a file without any")
    return tuple(Slice(label, frozenset(pairs)) for label, pairs in sorted(slices.items()))


def slices_of_reasons(path: str | Path) -> tuple[Slice, ...]:
    """Read what decided each grade as slices: the labels ``why`` of judgments in JSON Lines.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    tuple of Slice
        By label; none where the judgments are a TREC file or tell no reasons.

    Raises
    ------
    ReadError
        A line is no JSON object with profile, ad and labels. The line is named.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     judged = Path(folder, "judged.jsonl")
    ...     _ = judged.write_text('{"profile": "K1", "ad": "a1", "grade": 0, "why": ["language"]}', encoding="utf-8")
    ...     [one] = slices_of_reasons(judged)
    >>> one.label, one.holds("K1", "a1")
    ('language', True)
    """
    pairs: dict[str, set[tuple[str | None, str | None]]] = {}
    for number, line in lines_of(path):
        if not line.startswith("{"):
            continue
        try:
            row = json.loads(line)
            why = row.get("why") or ()
            for label in [why] if isinstance(why, str) else why:
                pairs.setdefault(str(label), set()).add(pair_of(row))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise ReadError(path, "a JSON object with profile, ad and a list of labels why", number) from None
    return tuple(Slice(label, frozenset(held)) for label, held in sorted(pairs.items()))
