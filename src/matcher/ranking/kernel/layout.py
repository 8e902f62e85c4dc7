"""Ads in the order in which a scan takes them, so that most of them need not be looked at.

Ads of one sort (the same work, as many musts) lie together, those that can gain most by verdicts first, in blocks. What
no ad of a block can exceed is then known from its first ad, and a scan takes the blocks from the most promising
downwards until no block that is left can reach the list.

What verdicts can add up to is bounded beforehand by the best that is not *met* for the kinds that many different
demands are made of, since few of those are met by anybody, and by the best of all for the others. The demands that a
person does meet are added to the bound, as postings, when the person comes.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.groups import GroupRows, spans, starts, within
from matcher.ranking.termrows import BLOCK
from matcher.ranking.verdicts import MET

Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]
BLOCK_ADS = 32
"""Ads of a block at most."""


def fits(n_kinds: int, greatest: int) -> bool:
    """Tell whether a number and the kind of a group can be packed into 31 bits.

    Examples
    --------
    >>> fits(14, 50_000), fits(17, 50_000)
    (True, False)
    """
    return n_kinds <= 16 and greatest < 2**26


class Layout(NamedTuple):
    """The order of a scan; a *place* is a position in it.

    Attributes
    ----------
    ad : array of int32, shape (n_ads,)
        Row of the table at each place.
    place : array of int64, shape (n_ads,)
        Place of each row of the table, in the same part of :data:`~matcher.ranking.termrows.BLOCK` rows.
    most : array of int64, shape (n_ads,)
        What the verdicts on the ad at each place can add up to unless more is met; falling within part and sort.
    start : array of int32, shape (n_blocks + 1,)
        Where each block begins.
    sort : array of int32, shape (n_blocks,)
        The sort of its ads.
    first : array of int64, shape (n_blocks,)
        What the verdicts on its first ad can add up to.
    block : array of int32, shape (n_ads,)
        The block of each place.
    """

    ad: Int32s
    place: Int64s
    most: Int64s
    start: Int32s
    sort: Int32s
    first: Int64s
    block: Int32s


def lay_out(sort: Int32s, most: Int64s) -> Layout:
    """Order ads by sort and by what their verdicts can add up to.

    Parameters
    ----------
    sort : array of int32, shape (n_ads,)
    most : array of int64, shape (n_ads,)

    Examples
    --------
    >>> laid = lay_out(np.array([1, 0, 1], np.int32), np.array([5, 3, 9]))
    >>> laid.ad.tolist(), laid.start.tolist(), laid.sort.tolist(), laid.place.tolist()
    ([1, 2, 0], [0, 1, 3], [0, 1], [2, 0, 1])
    """
    n = len(sort)
    part = np.arange(n) // BLOCK
    ad = np.lexsort((-most, sort, part)).astype(np.int32)
    place = np.empty(n, np.int64)
    place[ad] = np.arange(n)
    ordered = sort[ad]
    begins = np.flatnonzero(np.diff(ordered, prepend=-1) | np.diff(part, prepend=0))
    start = np.flatnonzero(within(np.diff(np.append(begins, n))) % BLOCK_ADS == 0).astype(np.int32)
    block = np.repeat(np.arange(len(start), dtype=np.int32), np.diff(np.append(start, n)))
    return Layout(ad, place, most[ad], np.append(start, n).astype(np.int32), ordered[start], most[ad[start]], block)


class Asked(NamedTuple):
    """What ads ask for, packed so that one pass over what an ad asks for judges it.

    Attributes
    ----------
    first : array of int32, shape (n_ads + 1,)
        Where the entries of an ad begin.
    entry : array of int32, shape (n_entries,)
        ``32 · demand + 2 · kind + must`` of each group of one demand whose kind the ad does not ask for more often than
        counts; musts first, since one of them may tell that an ad is blocked.
    more_first : array of int32, shape (n_ads + 1,)
        Where the other groups of an ad begin.
    more : array of int32, shape (n,)
        For each other kind that an ad asks for: the kind and its number of groups; and for each of these
        ``2 · number of demands + must``, and the demands.
    """

    first: Int32s
    entry: Int32s
    more_first: Int32s
    more: Int32s


def pack(groups: GroupRows, most: Int64s) -> Asked:
    """Pack what ads ask for.

    Parameters
    ----------
    groups : GroupRows
    most : array of int64, shape (n_kinds,)
        So many groups of a kind count at most.

    Examples
    --------
    >>> asked = pack(GroupRows.of([[(0, False, [3]), (0, True, [4])], [(1, True, [5, 6])]]), np.array([2, 2]))
    >>> asked.entry.tolist(), asked.first.tolist()
    ([129, 96], [0, 2, 2])
    >>> asked.more.tolist(), asked.more_first.tolist()
    ([1, 1, 5, 5, 6], [0, 0, 5])
    """
    n_ads, n = len(groups), len(groups.kind)
    begins = np.flatnonzero(np.diff(groups.ad * len(most) + groups.kind.astype(np.int64), prepend=-1))
    lengths = np.diff(np.append(begins, n))
    of_run = np.repeat(np.arange(len(begins)), lengths)
    n_demands = np.diff(groups.start)
    musts = np.bincount(of_run, groups.must, len(begins))
    single = np.bincount(of_run, n_demands == 1, len(begins)) == lengths
    small = fits(len(most), int(groups.demand.max(initial=0)))
    limit = most[groups.kind[begins]]
    plain = (single & small & (musts <= limit) & (lengths - musts <= limit))[of_run]
    kept = np.flatnonzero(plain)
    kept = kept[np.lexsort((~groups.must[kept], groups.ad[kept]))]
    slot = 2 * groups.kind.astype(np.int64) + groups.must
    entry = 32 * groups.demand[groups.start[kept]].astype(np.int64) + slot[kept]
    rest = np.flatnonzero(~plain)
    opens = np.isin(rest, begins)
    size = 2 * opens + 1 + n_demands[rest]
    at = np.cumsum(size) - size
    more = np.empty(int(size.sum()), np.int32)
    more[at[opens]], more[at[opens] + 1] = groups.kind[rest[opens]], lengths[of_run[rest[opens]]]
    at += 2 * opens
    more[at] = 2 * n_demands[rest] + groups.must[rest]
    more[np.repeat(at + 1, n_demands[rest]) + within(n_demands[rest])] = groups.demand[spans(groups.start, rest)]
    return Asked(
        starts(np.bincount(groups.ad[kept], minlength=n_ads)), entry.astype(np.int32),
        starts(np.bincount(groups.ad[rest], size, n_ads)), more,
    )  # fmt: skip


class Gains(NamedTuple):
    """What meeting a demand adds to the bound of the ads that make it.

    Attributes
    ----------
    start : array of int32, shape (2 · n_demands + 1,)
        Where the places begin that make a demand, first those that do not insist on it; none do if its kind is bounded
        by the best of all.
    place : array of int32, shape (n,)
    points : array of int64, shape (2 · n_demands,)
    """

    start: Int32s
    place: Int32s
    points: Int64s


def most_of(groups: GroupRows, n_ads: int, points: Int64s, most: Int64s, late: NDArray[np.bool_]) -> Int64s:
    """Bound what verdicts can add up to, demands of late kinds that are met apart.

    Parameters
    ----------
    groups : GroupRows
    n_ads : int
    points : array of int64, shape (n_kinds, 5)
        Of a must group by code, and of a nice one that is met.
    most : array of int64, shape (n_kinds,)
        So many groups of a kind count at most, the worst first.
    late : array of bool, shape (n_kinds,)

    Returns
    -------
    array of int64, shape (n_ads,)
    """
    n_kinds = len(most)
    cell = groups.ad.astype(np.int64) * n_kinds + groups.kind
    must = np.where(late, points[:, :MET].max(axis=1), points[:, : MET + 1].max(axis=1))
    nice = np.where(late, 0, np.maximum(points[:, MET + 1], 0))
    bound = np.zeros(n_ads, np.int64)
    for chosen, best in ((groups.must, must), (~groups.must, nice)):
        counts = np.bincount(cell[chosen], minlength=n_ads * n_kinds).reshape(n_ads, n_kinds)
        bound += np.minimum(counts, np.maximum(most, 0)) @ best
    return bound


def gains_of(groups: GroupRows, n_demands: int, points: Int64s, late: NDArray[np.bool_]) -> Gains:
    """List for each demand of a late kind the places that make it.

    Parameters
    ----------
    groups : GroupRows
        In the order of the scan.
    n_demands : int
    points, late
        As for :func:`most_of`.
    """
    chosen = np.flatnonzero(late[groups.kind])
    group = np.repeat(chosen, groups.start[chosen + 1] - groups.start[chosen])
    cell = 2 * groups.demand[spans(groups.start, chosen)].astype(np.int64) + groups.must[group]
    nice, must = np.maximum(points[:, MET + 1], 0), np.maximum(points[:, MET] - points[:, :MET].max(axis=1), 0)
    gained = np.zeros(2 * n_demands, np.int64)
    # A demand may stand in groups of several kinds, where any will do.
    np.maximum.at(gained, cell, np.where(groups.must, must[groups.kind], nice[groups.kind])[group])
    place = groups.ad[group][np.argsort(cell, kind="stable")].astype(np.int32)
    return Gains(starts(np.bincount(cell, minlength=2 * n_demands)), place, gained)
