"""The kernel in compiled loops. Importing this module imports numba."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from matcher.ranking import loops, turned
from matcher.ranking.kernel import Best, Int8s, Int64s, Plan, Wanted
from matcher.ranking.layout import BLOCK_ADS
from matcher.ranking.leaves import block_titles, leaves_of
from matcher.ranking.verdicts import MET

if TYPE_CHECKING:
    from matcher.ranking.bothways import AdLists

_BUCKETS = 513


class CompiledKernel:
    """The kernel in compiled loops; the sums of one person are kept in arrays that are used again for the next."""

    def __init__(self) -> None:
        self._free: list[tuple[NDArray[Any], ...]] = []
        self._fixed: WeakKeyDictionary[Plan, tuple[Any, ...]] = WeakKeyDictionary()

    def best(
        self, plan: Plan, wanted: Wanted, codes: Int8s, k: int, open_: NDArray[np.bool_], *, blocked: bool
    ) -> Best:
        """Go through the blocks from the most promising downwards."""
        k = min(k, len(plan.sort))
        held = np.zeros((4, k), np.int64)
        if not k:
            return Best(held[2], held[0], held[3].astype(np.int8))
        sums = self._sums(len(plan.sort), len(plan.laid.sort), len(codes))
        n = loops.best(*self._of(plan), *_person(wanted), open_, codes, blocked, *sums, held)
        self._free.append(sums)
        return Best(held[2, :n], held[0, :n], held[3, :n].astype(np.int8))

    def both(self, lists: AdLists, people: Sequence[tuple[Wanted, Int8s, int]], k: int) -> list[Best]:
        """Put up to 64 people into the lists of ads and return their own."""
        plan, fixed = lists.plan, self._of(lists.plan)
        can = np.zeros(len(plan.sort) + BLOCK_ADS, np.uint64)
        codes = np.stack([codes for _, codes, _ in people])
        turned.open_to(fixed[5], fixed[6], codes, np.zeros(codes.shape[1], np.uint64), can[: len(plan.sort)])
        ads = lists.needed, lists.least, lists.total, lists.rank, lists.size
        found = []
        for bit, (wanted, judged, rank) in enumerate(people):
            found.append(self.best(plan, wanted, judged, k, lists.open, blocked=lists.blocked))
            sums = self._sums(len(plan.sort), len(plan.laid.sort), len(judged))
            person = *_person(wanted), lists.open, judged, lists.blocked
            turned.tell(*fixed, *person, *sums, can, bit, rank, *ads)
            self._free.append(sums)
        return found

    def _of(self, plan: Plan) -> tuple[Any, ...]:
        fixed = self._fixed.get(plan)
        if fixed is None:
            fixed = self._fixed[plan] = _fixed(plan)
        return fixed

    def _sums(self, n_ads: int, n_blocks: int, n_demands: int) -> tuple[NDArray[Any], ...]:
        """Take arrays of zeros that no other thread has."""
        try:
            free = self._free.pop()
        except IndexError:
            free = ()
        if free and (len(free[5]), len(free[0]), len(free[8])) == (n_ads + BLOCK_ADS, n_blocks, n_demands + 8):
            return free
        blocks = [np.zeros(n_blocks, kind) for kind in (np.int32, np.int32, np.int64, np.int64, np.uint32)]
        ads = [np.zeros(n_ads + BLOCK_ADS, np.int32) for _ in range(2)]
        return (
            *blocks, *ads, np.zeros(n_ads // BLOCK_ADS + 2, np.int32), np.zeros(n_demands + 8, np.int32),
            np.zeros(_BUCKETS, np.int64), np.zeros(2 * BLOCK_ADS, np.int32),
        )  # fmt: skip


def _person(wanted: Wanted) -> tuple[Any, ...]:
    """Return what the loops are given of a person, in their order."""
    title, text = wanted.title, wanted.text
    return (
        wanted.sorts, wanted.rounds, wanted.extra,
        title.term, title.value, title.start, title.weight if len(title.term) else 0,
        text.term, text.value, text.weight,
    )  # fmt: skip


def _fixed(plan: Plan) -> tuple[Any, ...]:
    """Return what the loops are given of a plan, in their order."""
    laid, text = plan.laid, plan.text
    # Any 32 places from one that there is can be read.
    packed = np.append(laid.most << 16 | plan.round[laid.ad], np.zeros(BLOCK_ADS, np.int64)).astype(np.int32)
    return (
        *(part.astype(np.uint32) for part in (laid.start, laid.sort, laid.block)), laid.first, packed,
        *leaves_of(laid, plan.order, plan.title, plan.asked), *plan.gains, plan.points, plan.most,
        *_by_cell(plan.points), plan.tier_points, *block_titles(laid, plan.title),
        text.start, text.moved(laid.place), text.value, *text.dense,
    )  # fmt: skip


def _by_cell(points: Int64s) -> tuple[Int64s, Int64s]:
    """Return points by kind, must and code, and what that is to the tier: the code of a must, met of anything else."""
    counted, worst = np.zeros((len(points), 2, 4), np.int64), np.full((len(points), 2, 4), MET, np.int64)
    counted[:, 1], counted[:, 0, MET] = points[:, :4], points[:, 4]
    worst[:, 1] = np.arange(4)
    return counted.ravel(), worst.ravel()
