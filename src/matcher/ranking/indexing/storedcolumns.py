"""Columns of ads as an index holds them, written to a draft and mapped from a version."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any, cast

import numpy as np

from matcher.errors import CorruptIndexError
from matcher.ranking.demands import Demands, Split, split
from matcher.ranking.gates import Demand
from matcher.ranking.groups import GroupRows
from matcher.ranking.indexing.columns import AdColumns
from matcher.ranking.lookup import Work
from matcher.ranking.termrows import BLOCK, TermRows
from matcher.storage import Draft, Version


@contextlib.contextmanager
def understood(version: Version) -> Iterator[None]:
    """Say of what is not made like an index that it is none, whatever it breaks inside.

    Raises
    ------
    CorruptIndexError
        A file of the version holds something else than what is asked of it.
    """
    try:
        yield
    except (TypeError, ValueError, LookupError, AttributeError):
        raise CorruptIndexError(f"{version.path}: cannot be understood; build the index again") from None


def write_columns(columns: AdColumns, draft: Draft) -> None:
    """Write the columns of ads, ids apart."""
    draft.plain("works", [[list(work.concepts), work.trust, work.label] for work in columns.works])
    draft.plain("places", list(columns.places))
    draft.plain("hours", list(columns.hours))
    for name in ("work", "place", "hour", "open_for_all", "deadline", "order"):
        draft.array(name, getattr(columns, name))
    _write_demands(columns.demands, draft)
    for name in ("first", "kind", "must", "start", "demand"):
        draft.array(f"groups.{name}", getattr(columns.groups, name))
    for part, rows in (("text", columns.text), ("title", columns.title)):
        draft.plain(f"{part}.terms", list(rows.terms))
        for name in ("start", "row", "value"):
            draft.array(f"{part}.{name}", getattr(rows, name))


def read_columns(version: Version, ids: Sequence[str], n_kinds: int) -> AdColumns:
    """Map the columns of ads, which ask for so many kinds at most.

    Raises
    ------
    CorruptIndexError
        An array refers to something outside of another.
    """
    with understood(version):
        return _read_columns(version, ids, n_kinds)


def _read_columns(version: Version, ids: Sequence[str], n_kinds: int) -> AdColumns:
    groups = GroupRows(*(version.array(f"groups.{name}") for name in ("first", "kind", "must", "start", "demand")))
    columns = AdColumns(
        ids,
        [Work(tuple(concepts), trust, label) for concepts, trust, label in version.plain("works")],
        version.array("work"), version.plain("places"), version.array("place"),
        version.plain("hours"), version.array("hour"), version.array("open_for_all"), version.array("deadline"),
        _read_demands(version), groups,
        _read_terms(version, "text", len(ids)), _read_terms(version, "title", len(ids)),
    )  # fmt: skip
    columns.__dict__["order"] = version.array("order")
    _check(columns, version, n_kinds)
    return columns


def _read_terms(version: Version, part: str, n_rows: int) -> TermRows:
    start, row, value = (version.array(f"{part}.{name}") for name in ("start", "row", "value"))
    return TermRows(version.plain(f"{part}.terms"), start, row, value, n_rows)


def _check(columns: AdColumns, version: Version, n_kinds: int) -> None:
    """Refuse places that lie outside of what they refer to: kernels do not look."""
    n, groups = len(columns.ids), columns.groups
    if not _are_made_right(columns, version):
        raise CorruptIndexError(f"{version.path}: its arrays hold other things than they should; build the index again")
    fits = [
        _within(column, limit, n)
        for column, limit in (
            (columns.work, len(columns.works)),
            (columns.place, len(columns.places)),
            (columns.hour, len(columns.hours)),
            (columns.__dict__["order"], n),
        )
    ]
    fits += [len(columns.open_for_all) == n, len(columns.deadline) == n]
    fits += [_rising(groups.first, n + 1, len(groups.kind)), _rising(groups.start, len(groups.kind) + 1)]
    fits += [len(groups.must) == len(groups.kind), int(groups.start[-1]) == len(groups.demand)]
    fits.append(_within(groups.kind, n_kinds, len(groups.kind)))
    fits.append(_within(groups.demand, len(columns.demands), len(groups.demand)))
    fits.append(cast(Demands, columns.demands).is_sound)
    for rows in (columns.text, columns.title):
        shape = (-(-n // BLOCK), len(rows.terms) + 1)
        fits += [rows.start.shape == shape, len(rows.row) == len(rows.value)]
        fits.append(_rising(rows.start.ravel(), rows.start.size, len(rows.row)))
        # In all blocks but the last any place of 16 bits is one.
        last = rows.row[int(rows.start[-1, 0]) :] if n and rows.start.shape == shape else rows.row
        fits.append(int(last.max(initial=0)) <= (n - 1) % BLOCK)
    if not all(fits):
        raise CorruptIndexError(f"{version.path}: its arrays do not fit each other; build the index again")


def _are_made_right(columns: AdColumns, version: Version) -> bool:
    """Whether arrays have the axes and hold the kind of values that they should."""
    groups, terms = columns.groups, (columns.text, columns.title)
    places = (columns.work, columns.place, columns.hour, columns.__dict__["order"], groups.first, groups.start)
    split = cast(Demands, columns.demands).split
    numbers = (*places, groups.kind, groups.demand, split.value, split.work, *(rows.value for rows in terms))
    made = [array.ndim == 1 and array.dtype.kind in "iu" for array in numbers]
    made += [array.ndim == 1 and array.dtype.kind == "b" for array in (groups.must, columns.open_for_all)]
    made += [columns.deadline.ndim == 1 and columns.deadline.dtype.kind == "S"]
    made += [rows.row.dtype == np.uint16 and rows.row.ndim == 1 for rows in terms]
    made += [rows.start.ndim == 2 and rows.start.dtype.kind in "iu" for rows in terms]
    return all(made)


def _within(column: Any, limit: int, length: int) -> bool:
    return len(column) == length and (not length or (int(column.min()) >= 0 and int(column.max()) < limit))


def _rising(starts: Any, length: int, end: int | None = None) -> bool:
    if len(starts) != length:
        return False
    return not length or (int(starts[0]) == 0 and bool((np.diff(starts) >= 0).all()) and end in (None, starts[-1]))


def _write_demands(demands: Sequence[Demand], draft: Draft) -> None:
    values, works, value, work = split(demands)
    draft.plain("demands.values", [list(pair) for pair in values])
    draft.plain("demands.works", [[list(work.concepts), work.trust, work.label] for work in works])
    draft.array("demands.value", value.astype(np.int32))
    draft.array("demands.work", work.astype(np.int32))


def _read_demands(version: Version) -> Demands:
    return Demands(
        Split(
            [(kind, _hashable(value)) for kind, value in version.plain("demands.values")],
            [Work(tuple(concepts), trust, label) for concepts, trust, label in version.plain("demands.works")],
            *(version.array(f"demands.{part}").astype(np.intp, casting="safe") for part in ("value", "work")),
        )
    )


def _hashable(value: Any) -> Any:
    return tuple(_hashable(part) for part in value) if isinstance(value, list) else value
