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

    def best(
        self, plan: Plan, wanted: Wanted, codes: Int8s, k: int, open_: NDArray[np.bool_], *, blocked: bool
    ) -> Best:
        """Go through the blocks from the most promising downwards."""
        n_ads = len(plan.sort)
        k = min(k, n_ads)
        held = np.zeros((4, k), np.int64)
        if not k:
            return Best(held[2], held[0], held[3].astype(np.int8))
        size, sums = self._sums(plan)
        title, text, asked, gains = plan.title, plan.text, plan.asked, plan.gains
        n = loops.best(
            plan.placed, *plan.laid[2:], *asked, *gains, open_,
            plan.points, plan.most, plan.counted, plan.worst, plan.tier_points,
            title.start, title.row, title.value, text.start, text.row, text.value, *text.dense,
            wanted.sorts, wanted.rounds, wanted.extra, *wanted.title, *wanted.text[:2], wanted.text.weight,
            codes, np.flatnonzero(codes == MET), blocked, plan.straight,
            *sums, held,
        )  # fmt: skip
        self._free.append((size, sums))
        return Best(held[2, :n], held[0, :n], held[3, :n].astype(np.int8))

    def _sums(self, plan: Plan) -> tuple[tuple[int, int, int], tuple[NDArray[Any], ...]]:
        n_rows, n_ads, n_blocks = len(plan.text.start) * BLOCK, len(plan.sort), len(plan.laid.sort)
        size = n_rows, n_ads, n_blocks
        while self._free:
            free = self._free.pop()
            if free[0] == size:
                return free
        return size, (
            np.zeros(n_rows, np.int32), np.zeros(n_ads, np.int32), np.zeros(n_blocks, np.int32),
            np.zeros(n_rows, np.int32), np.zeros(n_blocks, np.int32), np.zeros(n_ads, np.int32),
            np.zeros(n_blocks, np.int32), np.zeros(n_blocks, np.int64), np.zeros(n_blocks, np.int32),
            np.zeros(_BUCKETS, np.int64),
        )  # fmt: skip
