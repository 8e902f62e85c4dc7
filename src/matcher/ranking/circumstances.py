"""What of an ad is the same for many ads, whoever is asked for: where and when one works, and for whom it is open."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.table import AdTable


class Rounds(NamedTuple):
    """Distinct circumstances of ads: workplace, hours and whether they are open for all.

    Attributes
    ----------
    n : int
    columns : dict of int to array of int64, shape (n,)
        For each of the table's columns, by its place in memory, its value in each of the circumstances.
    """

    n: int
    columns: dict[int, NDArray[np.int64]]


def circumstances(table: AdTable) -> tuple[Rounds, NDArray[np.int32]]:
    """Give each ad the number of its circumstances."""
    columns = (table.place, table.hour, table.open_for_all)
    sizes = [int(column.max(initial=0)) + 1 for column in columns]
    packed = (table.place.astype(np.int64) * sizes[1] + table.hour) * sizes[2] + table.open_for_all
    distinct, number = np.unique(packed, return_inverse=True)
    values = distinct // (sizes[1] * sizes[2]), distinct // sizes[2] % sizes[1], distinct % sizes[2]
    by_column = {id(column): value for column, value in zip(columns, values, strict=True)}
    return Rounds(len(distinct), by_column), number.astype(np.int32)
