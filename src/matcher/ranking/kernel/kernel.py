"""The inner loops behind one small interface: compiled where numba is there and worth its loading, else numpy.

Kernels see arrays and no records. Both forms return the same whole numbers; the slow reference of both is
:func:`matcher.ranking.scorer.score`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.groups import GroupRows, spans
from matcher.ranking.kernel.closely import Close, PlainClose, points_by_kind
from matcher.ranking.kernel.layout import Asked, Gains, Layout
from matcher.ranking.termrows import TermRows
from matcher.ranking.verdicts import MET

Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]
Int8s = NDArray[np.int8]
Flags = NDArray[np.bool_]
WORTH_COMPILING = 400_000
"""Pairs of people and ads from which the compiled form is loaded, which takes a second or two once."""
_AHEAD = 4
"""So many times k ads are summed up first in the numpy form."""
_BLOCKED = 3
_NEVER = int(np.iinfo(np.int64).min) // 2


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Plan:
    """What a scan of a table reads, the same for every person.

    Attributes
    ----------
    laid : Layout
    sort : array of int32, shape (n_ads,)
        The sort of each row of the table.
    asked : Asked
        By place.
    groups : GroupRows
        By row of the table.
    gains : Gains
    round : array of int32, shape (n_ads,)
        Number of each row's circumstances.
    order : array of int32, shape (n_ads,)
        What ties fall by, ascending.
    points : array of int64, shape (n_kinds, 5)
        Of a must group by code, and of a nice one that is met.
    most : array of int64, shape (n_kinds,)
        So many groups of a kind count at most, the worst first.
    tier_points : array of int64, shape (4,)
    title, text : TermRows
    """

    laid: Layout
    sort: Int32s
    asked: Asked
    groups: GroupRows
    gains: Gains
    round: Int32s
    order: Int32s
    points: Int64s
    most: Int64s
    tier_points: Int64s
    title: TermRows
    text: TermRows


class Terms(NamedTuple):
    """Vectors of weighted terms, laid out one after the other.

    Attributes
    ----------
    term, value : array of int64, shape (n,)
        Numbers of terms and their weights.
    start : array of int64, shape (n_vectors + 1,)
    weight : int
        Points at full likeness, not negative.
    """

    term: Int64s
    value: Int64s
    start: Int64s
    weight: int


class Wanted(NamedTuple):
    """One person as a scan sees them.

    Attributes
    ----------
    sorts : array of int64, shape (n_sorts,)
        Points by the sort of an ad.
    rounds : array of int64, shape (n_rounds,)
        Points by its circumstances.
    extra : array of int64, shape (n_ads,) or (0,)
        Points of each row of the table, if there are any.
    title, text : Terms
        Of several vectors the most alike counts; of text there is one.
    """

    sorts: Int64s
    rounds: Int64s
    extra: Int64s
    title: Terms
    text: Terms


class Best(NamedTuple):
    """The best ads of a person.

    Attributes
    ----------
    ads : array of int64, shape (n,)
        Rows of the table, best first.
    total : array of int64, shape (n,)
    tier : array of int8, shape (n,)
    """

    ads: Int64s
    total: Int64s
    tier: Int8s


class Kernel(Protocol):
    """What finds the best ads of a person; ``close`` looks at a few of them."""

    @property
    def close(self) -> Close:
        """Of the same form."""
        ...

    def best(
        self, plan: Plan, wanted: Wanted, codes: Int8s, k: int, open_: NDArray[np.bool_], *, blocked: bool
    ) -> Best:
        """Return the k best of the open ads in the total order.

        Parameters
        ----------
        plan : Plan
        wanted : Wanted
        codes : array of int8, shape (n_demands,)
            Judgements.
        k : int
        open_ : array of bool, shape (n_ads,)
        blocked : bool
            Also those in the tier ``blocked``.
        """

    def terms_of(self, plan: Plan, ads: Int64s) -> Sequence[NDArray[np.integer[Any]]]:
        """Return the numbers of the terms of each ad's text, ascending.

        Parameters
        ----------
        plan : Plan
        ads : array of int64, shape (n,)
        """
        ...


class PlainKernel:
    """The kernel in numpy."""

    close = PlainClose()

    def __init__(self) -> None:
        # Of the last person, whom several lists may be asked for.
        self._soft: tuple[Wanted | None, Int64s] = None, np.zeros(0, np.int64)

    def best(
        self, plan: Plan, wanted: Wanted, codes: Int8s, k: int, open_: NDArray[np.bool_], *, blocked: bool
    ) -> Best:
        """Sum up the verdicts of the most promising ads, until no other one can reach the k-th."""
        last = self._soft
        if last[0] is not wanted:
            last = self._soft = wanted, soft_of(plan, wanted)
        soft = last[1]
        bound = soft + self._bound(plan, codes)
        ads = np.flatnonzero(open_)
        ads = ads[np.argsort(-bound[ads], kind="stable")]
        parts = [Best(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int8))]
        taken, size, least = 0, _AHEAD * k, _NEVER
        while taken < len(ads) and bound[ads[taken]] >= least:
            part = ads[taken : taken + size]
            points, tier = verdicts(plan.groups, plan.points, plan.most, part, codes)
            total, kept = soft[part] + points + plan.tier_points[tier], blocked | (tier != _BLOCKED)
            parts.append(Best(part[kept], total[kept], tier[kept]))
            known = np.concatenate([p.total for p in parts])
            least = int(np.partition(known, len(known) - k)[len(known) - k]) if len(known) >= k else _NEVER
            taken, size = taken + size, 2 * size
        return joined(parts, plan.order, k)

    def terms_of(self, plan: Plan, ads: Int64s) -> list[Int64s]:
        """Go through all postings."""
        return plan.text.terms_of(ads)

    @staticmethod
    def _bound(plan: Plan, codes: Int8s) -> Int64s:
        """Bound the points of verdicts and tier, shape ``(n_ads,)``."""
        gains = plan.gains
        cells = np.flatnonzero(np.repeat(codes == MET, 2))
        points = np.repeat(gains.points[cells], gains.start[cells + 1] - gains.start[cells])
        gained = np.bincount(gains.place[spans(gains.start, cells)], points, minlength=len(plan.laid.ad))
        bound = np.empty(len(plan.laid.ad), np.int64)
        bound[plan.laid.ad] = plan.laid.most + gained.astype(np.int64) + plan.tier_points.max()
        return bound


def joined(parts: Sequence[Best], order: Int32s, k: int | None = None) -> Best:
    """Return the best of several lists as one, in the total order."""
    ads, total = (np.concatenate([part[column] for part in parts]) for column in (0, 1))
    place = np.lexsort((order[ads], -total))[:k]
    return Best(ads[place], total[place], np.concatenate([part.tier for part in parts])[place])


def soft_of(plan: Plan, wanted: Wanted) -> Int64s:
    """Add up everything but verdicts, shape ``(n_ads,)``."""
    soft = np.zeros(len(plan.sort), np.int64)
    if len(soft):
        soft += wanted.sorts[plan.sort] + wanted.rounds[plan.round]
    for rows, terms in ((plan.title, wanted.title), (plan.text, wanted.text)):
        soft += terms.weight * best_dots(rows, terms) >> 20
    return soft + wanted.extra if len(wanted.extra) else soft


def best_dots(rows: TermRows, terms: Terms) -> Int64s:
    """Return each row's greatest inner product with several vectors, at least 0; shape ``(n_rows,)``."""
    best = np.zeros(rows.n_rows, np.int64)
    for first, last in zip(terms.start[:-1].tolist(), terms.start[1:].tolist(), strict=True):
        np.maximum(best, rows.dots(terms.term[first:last], terms.value[first:last]), out=best)
    return best


def verdicts(groups: GroupRows, points: Int64s, most: Int64s, ads: Int64s, codes: Int8s) -> tuple[Int64s, Int8s]:
    """Add up the verdicts of some ads.

    Parameters
    ----------
    groups : GroupRows
    points, most : array
        As in :class:`Plan`.
    ads : array of int64, shape (n,)
    codes : array of int8, shape (n_demands,)
        Judgements; those of these ads' demands are asked for, no others.

    Returns
    -------
    array of int64, shape (n,)
        Points.
    array of int8, shape (n,)
        Tiers.
    """
    parts, tier = points_by_kind(groups.take(ads), points, most, codes)
    total: Int64s = parts.sum(axis=1)
    return total, tier


@lru_cache(maxsize=1)
def compiled_kernel() -> Kernel | None:
    """Return the compiled kernel, or ``None`` where numba is not installed."""
    try:
        from matcher.ranking.kernel.compiled import CompiledKernel
    except ImportError:
        return None
    return CompiledKernel()


_PLAIN = PlainKernel()


def kernel_for(n_pairs: int) -> Kernel:
    """Return the kernel for so many pairs of people and ads; which one it is changes no number."""
    return (compiled_kernel() if n_pairs >= WORTH_COMPILING else None) or _PLAIN
