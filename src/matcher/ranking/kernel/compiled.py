"""The kernel in compiled loops. Importing this module imports numba."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.kernel import candidates, loops, parts, turned
from matcher.ranking.kernel.closeloops import CompiledClose
from matcher.ranking.kernel.kernel import Best, Int8s, Int64s, Plan, Wanted
from matcher.ranking.kernel.layout import BLOCK_ADS
from matcher.ranking.kernel.leaves import block_titles, leaves_of
from matcher.ranking.kernel.parcel import Parcel
from matcher.ranking.kernel.words import Words, mask_of, words_of
from matcher.ranking.verdicts import MET

if TYPE_CHECKING:
    from matcher.ranking.kernel.bothways import AdLists

_BUCKETS, _KEPT = 257, 1024


class _Fixed(NamedTuple):
    """What the loops read of a plan, and what a person's sums need room for."""

    parcel: Parcel
    words: Words
    room: tuple[int, ...]


class CompiledKernel:
    """The kernel in compiled loops; the sums of one person are kept in arrays that are used again for the next."""

    close = CompiledClose()

    def __init__(self) -> None:
        self._free: list[tuple[tuple[int, ...], Parcel]] = []
        self._fixed: WeakKeyDictionary[Plan, _Fixed] = WeakKeyDictionary()

    def best(
        self, plan: Plan, wanted: Wanted, codes: Int8s, k: int, open_: NDArray[np.bool_], *, blocked: bool
    ) -> Best:
        """Go through the blocks from the most promising downwards."""
        k = min(k, len(plan.sort))
        held = np.empty((5, k), np.int64)
        if not k:
            return Best(held[2], held[0], held[3].astype(np.int8))
        fixed = self._of(plan)
        sums = self._sums(fixed.room)
        n = loops.best(
            fixed.parcel.table, fixed.words.word, fixed.words.length, sums[1].table, *_person(wanted), open_, codes,
            blocked, held,
        )  # fmt: skip
        self._free.append(sums)
        return Best(held[2, :n], held[0, :n], held[3, :n].astype(np.int8))

    def both(self, lists: AdLists, people: Sequence[tuple[Wanted, Int8s, int]], k: int) -> list[Best]:
        """Put up to 64 people into the lists of ads and return their own."""
        plan, fixed = lists.plan, self._of(lists.plan)
        k, n_demands = min(k, len(plan.sort)), len(people[0][1])
        can = np.zeros(len(plan.sort) + BLOCK_ADS, np.uint64)
        allowed = np.zeros((len(people), len(plan.laid.sort)), np.uint32)
        codes_of = np.stack([codes for _, codes, _ in people])
        turned.open_to(fixed.parcel.table, codes_of, lists.blocked, np.zeros(n_demands, np.uint64), can, allowed)
        ads = lists.needed, lists.least, lists.total.ravel(), lists.rank.ravel(), lists.size, lists.total.shape[1]
        found = []
        for place, (wanted, codes, rank) in enumerate(people):
            held, sums = np.empty((5, k), np.int64), self._sums(fixed.room)
            n = turned.tell(
                fixed.parcel.table, fixed.words.word, fixed.words.length, sums[1].table, *_person(wanted), lists.open,
                codes, lists.blocked, held, allowed[place], rank, *ads,
            )  # fmt: skip
            self._free.append(sums)
            found.append(Best(held[2, :n], held[0, :n], held[3, :n].astype(np.int8)))
        return found

    def terms_of(self, plan: Plan, ads: Int64s) -> list[NDArray[np.unsignedinteger[Any]]]:
        """Take the ads' words, which lie together."""
        words, place = self._of(plan).words, plan.laid.place[ads]
        parts = zip(words.start[place].tolist(), words.start[place + 1].tolist(), strict=True)
        return [words.word[first:last] & mask_of(words) for first, last in parts]

    def _of(self, plan: Plan) -> _Fixed:
        fixed = self._fixed.get(plan)
        if fixed is None:
            fixed = self._fixed[plan] = _fixed(plan)
        return fixed

    def _sums(self, room: tuple[int, ...]) -> tuple[tuple[int, ...], Parcel]:
        """Take arrays of zeros that no other thread has."""
        try:
            free = self._free.pop()
        except IndexError:
            return room, _empty(*room)
        return free if free[0] is room else (room, _empty(*room))


def _empty(n_ads: int, n_blocks: int, n_demands: int, n_rounds: int, longest: int) -> Parcel:
    """Make room for the sums of one person."""
    ahead = BLOCK_ADS * candidates.AT_ONCE
    sizes = {
        **dict.fromkeys((parts.DOTS, parts.TITLES, parts.ABOVE), n_blocks), parts.BOUND: n_blocks + BLOCK_ADS,
        **dict.fromkeys((parts.VERDICTS, parts.TEXT), n_ads + BLOCK_ADS),
        parts.MET: n_demands + 1, parts.BUCKET: _BUCKETS,
        **dict.fromkeys((parts.AT, parts.BLOCK, parts.UPPER, parts.RANK), ahead + BLOCK_ADS),
        parts.SLOT: 1 << 12, parts.ROUNDS: n_rounds, parts.COUNTS: 5,
        **dict.fromkeys((parts.KEPT, parts.KEPT_SOFT, parts.KEPT_CODE), ahead + _KEPT), parts.HIT: longest + 1,
        parts.SOME: candidates.AT_ONCE, parts.FLAGS: candidates.AT_ONCE,
    }  # fmt: skip
    arrays = [np.zeros(sizes[number], kind) for number, kind in enumerate(parts.OWN)]
    # There are no blocks after the last.
    arrays[parts.BOUND][n_blocks:] = candidates.TAKEN
    return Parcel(arrays, parts.OWN)


def _person(wanted: Wanted) -> tuple[Any, ...]:
    """Return what the loops are given of a person, in their order."""
    title, text = wanted.title, wanted.text
    return (
        wanted.sorts, wanted.rounds, wanted.extra,
        title.term, title.value, title.start, title.weight if len(title.term) else 0,
        text.term, text.value, text.weight,
    )  # fmt: skip


def _fixed(plan: Plan) -> _Fixed:
    """Lay out what the loops read of a plan."""
    laid, text, n = plan.laid, plan.text, len(plan.sort)
    # Any 32 places from one that there is can be read; nothing can be expected of those that are not.
    none = np.full(BLOCK_ADS, np.iinfo(np.int16).min)
    words = words_of(laid.place, text)
    leaves = leaves_of(laid, plan.order, plan.title, plan.asked, words.start)
    arrays = [
        laid.start, laid.sort, np.append(laid.most, none), np.append(plan.round[laid.ad], np.zeros(BLOCK_ADS)),
        *leaves, *plan.gains, plan.points, plan.most, *_by_cell(plan.points), plan.tier_points,
        *block_titles(laid, plan.title), text.start, text.moved(laid.place), text.value, text.common, text.peak,
    ]  # fmt: skip
    room = n, len(laid.sort), len(plan.gains.points) // 2, int(plan.round.max(initial=0)) + 1, words.longest
    return _Fixed(Parcel(arrays, parts.PLAN), words, room)


def _by_cell(points: Int64s) -> tuple[Int64s, Int64s]:
    """Return points by kind, must and code, and what that is to the tier: the code of a must, met of anything else."""
    counted, worst = np.zeros((len(points), 2, 4), np.int64), np.full((len(points), 2, 4), MET, np.int64)
    counted[:, 1], counted[:, 0, MET] = points[:, :4], points[:, 4]
    worst[:, 1] = np.arange(4)
    return counted.ravel(), worst.ravel()
