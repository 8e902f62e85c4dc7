"""The few ads of a list, looked at one by one: what they ask for, and the points of each kind and of words.

Both forms return the same whole numbers; the plain one is the reference of the compiled one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from matcher.ranking.groups import GroupRows, spans
from matcher.ranking.termrows import TermRows
from matcher.ranking.verdicts import MET
from matcher.readers.ads.duplicates import Codes, n_common

if TYPE_CHECKING:
    from matcher.ranking.kernel.kernel import Flags, Int8s, Int64s, Plan, Terms
    from matcher.readers.ads.duplicates import Hashes


class Close(Protocol):
    """What looks at a few ads."""

    def unjudged(self, groups: GroupRows, ads: Int64s, known: Flags) -> Int64s:
        """Return what some ads ask for that is not known, each demand once.

        Parameters
        ----------
        groups : GroupRows
            By row of the table.
        ads : array of int64, shape (n,)
        known : array of bool, shape (n_demands,)
        """
        ...

    def by_kind(self, plan: Plan, ads: Int64s, codes: Int8s) -> tuple[Int64s, Int8s]:
        """Return the points of the verdicts on some ads, shape ``(n, n_kinds)``, and the ads' tiers.

        Parameters
        ----------
        plan : Plan
        ads : array of int64, shape (n,)
        codes : array of int8, shape (n_demands,)
            Judgements; those of these ads' demands are asked for, no others.
        """
        ...

    def dots(self, rows: TermRows, terms: Terms, ads: Int64s) -> Int64s:
        """Return the greatest inner product of each of some ads with several vectors, at least 0."""
        ...

    def common(self, one: Hashes, other: Hashes) -> int:
        """Count what two ascending arrays share, each of which holds nothing twice."""
        ...

    def word_codes(self, text: str) -> Hashes:
        """Return the numbers of a text's words, as :meth:`matcher.readers.ads.duplicates.Codes.of`."""
        ...


class PlainClose:
    """The ads in numpy."""

    def __init__(self) -> None:
        self.word_codes = Codes().of

    def unjudged(self, groups: GroupRows, ads: Int64s, known: Flags) -> Int64s:
        """Take what all of them ask for, and sort it."""
        asked = np.unique(groups.demand[spans(groups.start, spans(groups.first, ads))]).astype(np.int64)
        return asked[~known[asked]]

    def by_kind(self, plan: Plan, ads: Int64s, codes: Int8s) -> tuple[Int64s, Int8s]:
        """Take what they ask for, and count it."""
        return points_by_kind(plan.groups.take(ads), plan.points, plan.most, codes)

    common = staticmethod(n_common)

    def dots(self, rows: TermRows, terms: Terms, ads: Int64s) -> Int64s:
        """Look for each term among the rows that hold it."""
        best = np.zeros(len(ads), np.int64)
        for first, last in zip(terms.start[:-1].tolist(), terms.start[1:].tolist(), strict=True):
            np.maximum(best, rows.dots_at(terms.term[first:last], terms.value[first:last], ads), out=best)
        return best


def points_by_kind(groups: GroupRows, points: Int64s, most: Int64s, codes: Int8s) -> tuple[Int64s, Int8s]:
    """Return the points of the verdicts on all ads of some groups by kind, and the ads' tiers.

    Parameters
    ----------
    groups : GroupRows
    points, most : array
        As in :class:`~matcher.ranking.kernel.kernel.Plan`.
    codes : array of int8, shape (n_demands,)

    Returns
    -------
    array of int64, shape (n_ads, n_kinds)
    array of int8, shape (n_ads,)
    """
    n, n_kinds = len(groups), len(most)
    if not len(groups.kind):
        return np.zeros((n, n_kinds), np.int64), np.zeros(n, np.int8)
    code = np.maximum.reduceat(codes[groups.demand], groups.start[:-1])
    # What is nice to have and not there counts nothing.
    column = np.where(groups.must, code, np.where(code == MET, 4, 5))
    cell = (groups.ad.astype(np.int64) * n_kinds + groups.kind) * 6 + column
    counts = np.bincount(cell, minlength=6 * n * n_kinds).reshape(n, n_kinds, 6)
    # The worst of an ad's groups of a kind count before the others, and those that are nice to have for themselves.
    musts = np.diff(np.minimum(np.cumsum(counts[:, :, :4], axis=2), most[:, None]), axis=2, prepend=0)
    parts = (musts * points[:, :4]).sum(axis=2) + np.minimum(counts[:, :, 4], most) * points[:, 4]
    any_so: Flags = np.any(counts[:, :, :MET] > 0, axis=1)
    return parts, np.where(any_so.any(axis=1), MET - any_so.argmax(axis=1), 0).astype(np.int8)
