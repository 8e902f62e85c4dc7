"""The best people of every ad, found while the ads of every person are: one pass for both directions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.kernel.kernel import Best, Int8s, Kernel, PlainKernel, Plan, Wanted, soft_of, verdicts

if TYPE_CHECKING:
    from matcher.ranking.kernel.compiled import CompiledKernel

_BLOCKED, _AT_ONCE = 3, 64
_ANY, _NONE = np.iinfo(np.int32).min, np.iinfo(np.int32).max


class AdLists:
    """The lists of ads, which people come into one after the other.

    Parameters
    ----------
    plan : Plan
    k : int
        At most so many people an ad.
    open_ : array of bool, shape (n_ads,)
        Other ads get no list.
    blocked : bool
        Also those in the tier ``blocked``.

    Attributes
    ----------
    needed : array of int32, shape (n_ads + a block,)
        What a person must have at least to come into the list of the ad at each place.
    least : array of int32, shape (n_blocks + a block's ads,)
        The least of that in each block.
    total, rank : array of int32, shape (n_ads, k)
        Points and ranks of the people in the list of the ad at each place, in no order.
    size : array of int32, shape (n_ads,)
        How many they are.
    """

    def __init__(self, plan: Plan, k: int, open_: NDArray[np.bool_], *, blocked: bool) -> None:
        n = len(plan.sort)
        self.plan, self.open, self.blocked = plan, open_, blocked
        self.needed = np.where(np.append(open_[plan.laid.ad], np.zeros(32, bool)), _ANY, _NONE).astype(np.int32)
        starts = plan.laid.start[:-1]
        least = np.minimum.reduceat(self.needed[:n], starts) if n else np.zeros(0, np.int32)
        self.least = np.append(least, np.full(32, _NONE, np.int32))
        self.total, self.rank = np.zeros((n, k), np.int32), np.zeros((n, k), np.int32)
        self.size = np.zeros(n, np.int32)

    def tell(self, kernel: Kernel, people: Sequence[tuple[Wanted, Int8s, int]], k: int) -> list[Best]:
        """Put people into the lists of ads and return their own lists.

        Parameters
        ----------
        kernel : Kernel
        people : sequence of (Wanted, array of int8 of shape (n_demands,), int)
            Each with their judgements of every demand and the rank that ties of people fall by, ascending; each rank
            once, in any order.
        k : int
            Ads at most in a person's list.

        Returns
        -------
        list of Best
            Those of :meth:`~matcher.ranking.kernel.kernel.Kernel.best`.
        """
        if isinstance(kernel, PlainKernel):
            return [self._tell(kernel, *person, k) for person in people]
        both = cast("CompiledKernel", kernel).both
        parts = [people[at : at + _AT_ONCE] for at in range(0, len(people), _AT_ONCE)]
        return [best for part in parts for best in both(self, part, k)]

    def _tell(self, kernel: PlainKernel, wanted: Wanted, codes: Int8s, rank: int, k: int) -> Best:
        own = kernel.best(self.plan, wanted, codes, k, self.open, blocked=self.blocked)
        every = np.arange(len(self.plan.sort))
        points, tier = verdicts(self.plan.groups, self.plan.points, self.plan.most, every, codes)
        total = soft_of(self.plan, wanted) + points + self.plan.tier_points[tier]
        allowed = self.open & (self.blocked | (tier != _BLOCKED))
        for ad in np.flatnonzero(allowed & (total >= self.needed[self.plan.laid.place])).tolist():
            self._enter(int(self.plan.laid.place[ad]), int(total[ad]), rank)
        return own

    def _enter(self, place: int, total: int, rank: int) -> None:
        n, k = int(self.size[place]), self.total.shape[1]
        held = sorted(zip(self.total[place, :n].tolist(), (-self.rank[place, :n]).tolist(), strict=True))
        held = sorted([*held, (total, -rank)])[-k:]
        self.size[place] = len(held)
        self.total[place, : len(held)] = [each for each, _ in held]
        self.rank[place, : len(held)] = [-each for _, each in held]
        if len(held) == k:
            self.needed[place] = held[0][0]

    def people(self, ad: int) -> list[tuple[int, int]]:
        """Return rank and points of the people of an ad, best first."""
        place = int(self.plan.laid.place[ad])
        n = int(self.size[place])
        found = sorted((-total, rank) for total, rank in zip(self.total[place, :n], self.rank[place, :n], strict=True))
        return [(int(rank), -int(total)) for total, rank in found]
