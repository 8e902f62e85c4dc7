"""What a scan reads of one ad, all in one place of memory, and what titles of a block of ads are made of.

Few ads are looked at for a person, here and there; so what is read of an ad lies together. Its title is short and is
compared word by word. What no title of a block can exceed is added up from its words' greatest weights, of which there
are far fewer than of weights, since titles of one sort of work are made of the same words.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.groups import starts, within
from matcher.ranking.kernel.layout import Asked, Layout
from matcher.ranking.termrows import TermRows

Int32s = NDArray[np.int32]
Int64s = NDArray[np.int64]
_HEAD = 6
"""Numbers at the beginning of a leaf."""


class Leaves(NamedTuple):
    """Ads in the order of a scan.

    Attributes
    ----------
    start : array of int32, shape (n_ads + 1,)
        Where the leaf of each place begins.
    leaf : array of int32, shape (n,)
        Row of the table, rank in the order that ties fall by, how many terms the title has, how many entries there
        are, where the words of the text begin and how many they are; the title's terms, their weights, the entries and
        what else is asked for (:class:`~matcher.ranking.kernel.layout.Asked`).
    """

    start: Int32s
    leaf: Int32s


def leaves_of(laid: Layout, order: Int32s, titles: TermRows, asked: Asked, text: Int64s) -> Leaves:
    """Put together what is read of each ad.

    Parameters
    ----------
    laid : Layout
    order : array of int32, shape (n_ads,)
        By row of the table.
    titles : TermRows
        By row of the table.
    asked : Asked
        By place.
    text : array of int64, shape (n_ads + 1,)
        Where the words of each place's text begin.

    Examples
    --------
    >>> from matcher.ranking.groups import GroupRows
    >>> from matcher.ranking.kernel.layout import lay_out, pack
    >>> laid = lay_out(np.array([1, 0], np.int32), np.array([0, 0]))
    >>> asked = pack(GroupRows.of([[(0, True, [5])], []]), np.array([2]))
    >>> made = leaves_of(laid, np.array([7, 8], np.int32), TermRows.of([{"kock": 9}, {"bagare": 5}]), asked,
    ...     np.array([0, 3, 5]))
    >>> made.start.tolist(), made.leaf.tolist()
    ([0, 9, 17], [1, 8, 1, 1, 0, 3, 0, 5, 161, 0, 7, 1, 0, 3, 2, 1, 9])
    """
    n = len(laid.ad)
    term, row = titles.postings()
    at = laid.place[row]
    by_place = np.argsort(at, kind="stable")
    words, entries, more = np.bincount(at, minlength=n), np.diff(asked.first), np.diff(asked.more_first)
    start = starts(_HEAD + 2 * words + entries + more)
    leaf = np.empty(int(start[-1]), np.int32)
    head: list[NDArray[Any]] = [laid.ad, order[laid.ad], words, entries, text[:-1], np.diff(text)]
    for place, column in enumerate(head):
        leaf[start[:-1] + place] = column
    begins = start[:-1] + _HEAD
    parts: list[tuple[NDArray[Any], NDArray[Any]]] = [
        (term[by_place], words), (titles.value[by_place], words), (asked.entry, entries), (asked.more, more)
    ]  # fmt: skip
    for values, lengths in parts:
        leaf[np.repeat(begins, lengths) + within(lengths)] = values
        begins = begins + lengths
    return Leaves(start, leaf)


class BlockTitles(NamedTuple):
    """Titles by block.

    Attributes
    ----------
    start : array of int32, shape (n_terms + 1,)
        Where the blocks that hold a term begin.
    block : array of int32, shape (n,)
    most : array of int32, shape (n,)
        The term's greatest weight in the block.
    """

    start: Int32s
    block: Int32s
    most: Int32s


def block_titles(laid: Layout, titles: TermRows) -> BlockTitles:
    """Find the blocks that hold each term of titles.

    Examples
    --------
    >>> from matcher.ranking.kernel.layout import lay_out
    >>> laid = lay_out(np.array([0, 0], np.int32), np.array([0, 0]))
    >>> made = block_titles(laid, TermRows.of([{"kock": 9}, {"bagare": 5, "kock": 7}]))
    >>> made.start.tolist(), made.block.tolist(), made.most.tolist()
    ([0, 1, 2], [0, 0], [5, 9])
    """
    term, row = titles.postings()
    n_blocks = max(len(laid.sort), 1)
    cell, which = np.unique(term * n_blocks + laid.block[laid.place[row]], return_inverse=True)
    most = np.zeros(len(cell), np.int32)
    np.maximum.at(most, which, titles.value)
    start = starts(np.bincount(cell // n_blocks, minlength=len(titles.terms)))
    return BlockTitles(start, (cell % n_blocks).astype(np.int32), most)
