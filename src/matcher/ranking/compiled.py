"""The kernel in compiled loops. Importing this module imports numba."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.ranking import loops
from matcher.ranking.kernel import Best, Int8s, Plan, Wanted
from matcher.ranking.termrows import BLOCK
from matcher.ranking.verdicts import MET

_BUCKETS = 513


class CompiledKernel:
    """The kernel in compiled loops; the sums of one person are kept in arrays that are used again for the next."""

    def __init__(self) -> None:
        self._free: list[tuple[tuple[int, int, int], tuple[NDArray[Any], ...]]] = []
        self._fixed: tuple[Plan | None, tuple[Any, ...]] = None, ()

    def best(
        self, plan: Plan, wanted: Wanted, codes: Int8s, k: int, open_: NDArray[np.bool_], *, blocked: bool
    ) -> Best:
        """Go through the blocks from the most promising downwards."""
        k = min(k, len(plan.sort))
        held = np.zeros((4, k), np.int64)
        if not k:
            return Best(held[2], held[0], held[3].astype(np.int8))
        fixed = self._fixed
        if fixed[0] is not plan:
            fixed = self._fixed = plan, _fixed(plan)
        size = len(plan.text.start) * BLOCK, len(plan.sort), len(plan.laid.sort)
        sums = self._sums(size)
        title, text = wanted.title, wanted.text
        n = loops.best(
            *fixed[1], open_, wanted.sorts, wanted.rounds, wanted.extra,
            title.term, title.value, title.start, title.weight if len(title.term) else 0,
            text.term, text.value, text.weight, codes, np.flatnonzero(codes == MET), blocked, *sums, held,
        )  # fmt: skip
        self._free.append((size, sums))
        return Best(held[2, :n], held[0, :n], held[3, :n].astype(np.int8))

    def _sums(self, size: tuple[int, int, int]) -> tuple[NDArray[Any], ...]:
        """Take arrays of zeros that no other thread has."""
        try:
            free = self._free.pop()
        except IndexError:
            free = (0, 0, 0), ()
        if free[0] == size:
            return free[1]
        n_rows, n_ads, n_blocks = size
        return (
            np.zeros(n_rows, np.int32), np.zeros(n_ads, np.int32), np.zeros(n_blocks, np.int32),
            np.zeros(n_rows, np.int32), np.zeros(n_blocks, np.int32), np.zeros(n_ads, np.int32),
            np.zeros(n_blocks, np.int32), np.zeros(n_blocks, np.int64), np.zeros(n_blocks, np.int32),
            np.zeros(_BUCKETS, np.int64),
        )  # fmt: skip


def _fixed(plan: Plan) -> tuple[Any, ...]:
    """Return what the loops are given of a plan, in their order."""
    title, text = plan.title, plan.text
    return (
        plan.placed, *plan.laid[2:], *plan.asked, *plan.gains,
        plan.points, plan.most, plan.counted, plan.worst, plan.tier_points,
        title.start, title.row, title.value, text.start, text.row, text.value, *text.dense, plan.straight,
    )  # fmt: skip
