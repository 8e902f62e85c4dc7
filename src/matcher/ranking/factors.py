"""What a soft component gives: points by a column of the ads, by their words, or for each ad alone.

The first two are small tables or vectors however many ads there are, so that a kernel can add many of them up fast.
Each can also be spread out over the ads, which is what the slow reference does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.termrows import TermRows

Points = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class ByColumn:
    """Points for each distinct value of a column.

    Attributes
    ----------
    column : array of int32, shape (n_ads,)
        One of the table's, so that factors of one column can be told.
    values : array of int64, shape (n_values,)
    """

    column: NDArray[np.int32]
    values: Points

    def points(self) -> Points:
        """Spread over the ads, shape ``(n_ads,)``."""
        return self.values[self.column] if len(self.values) else np.zeros(len(self.column), np.int64)

    def at(self, ads: NDArray[np.int64]) -> Points:
        """Return the points of some ads, shape ``(n,)``."""
        return self.values[self.column[ads]]


@dataclass(frozen=True, slots=True, eq=False)
class ByTerms:
    """A weight times the likeness of the most alike of several vectors, the likeness in steps of 2⁻²⁰."""

    rows: TermRows
    vectors: Sequence[Mapping[str, int]]
    weight: int

    def points(self) -> Points:
        """Spread over the ads, shape ``(n_ads,)``."""
        best = np.zeros(self.rows.n_rows, np.int64)
        for vector in self.vectors:
            np.maximum(best, self.rows.dot(vector), out=best)
        return self.weight * best >> 20


@dataclass(frozen=True, slots=True, eq=False)
class ByAd:
    """Points for each ad, shape ``(n_ads,)``."""

    values: Points

    def points(self) -> Points:
        """Return the values."""
        return self.values

    def at(self, ads: NDArray[np.int64]) -> Points:
        """Return the points of some ads, shape ``(n,)``."""
        return self.values[ads]


Factor = ByColumn | ByTerms | ByAd
