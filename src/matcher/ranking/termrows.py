"""Weighted terms of many texts, by term: for each term the rows that hold it and its whole-number weight in each.

Rows are laid out in blocks of 65,536, so that a row takes two bytes and the sums of a block stay in the processor's
cache. Everything is exact in 32-bit whole numbers: weights are at most 1024 and the squares of a row's weights sum to
about 1024² (:meth:`matcher.features.terms.TermWeights.vector`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.groups import spans

BLOCK = 1 << 16
"""Rows of a block."""

Ints = NDArray[np.int64]
_COMMON = 24
"""A term that one row in so many holds is common."""
_WORTH = 20_000
"""Rows from which terms can be common: adding up every word of few rows takes less than looking words up."""


class TermRows:
    """Postings of all terms.

    Parameters
    ----------
    terms : sequence of str
        Each once, in the order of their code points.
    start : array of int64, shape (n_blocks, n_terms + 1)
        Where the postings of a block and a term begin; a block's last is where they end.
    row : array of uint16, shape (n_postings,)
        Place in its block, ascending within block and term.
    value : array of uint16, shape (n_postings,)
    n_rows : int

    Examples
    --------
    >>> rows = TermRows.of([{"kock": 3, "disk": 1}, {"kock": 2}])
    >>> rows.dot({"kock": 10, "disk": 1, "svets": 7}).tolist()
    [31, 20]
    """

    def __init__(
        self,
        terms: Sequence[str],
        start: Ints,
        row: NDArray[np.uint16],
        value: NDArray[np.uint16],
        n_rows: int,
    ) -> None:
        self.terms = terms
        self.start = start
        self.row = row
        self.value = value
        self.n_rows = n_rows

    @classmethod
    def of(cls, vectors: Sequence[Mapping[str, int]]) -> TermRows:
        """Lay out vectors, one a row."""
        terms = sorted(set(chain.from_iterable(vectors)))
        number = {term: place for place, term in enumerate(terms)}
        lengths = np.fromiter(map(len, vectors), np.int64, len(vectors))
        total = int(lengths.sum())
        term = np.fromiter((number[t] for vector in vectors for t in vector), np.int64, total)
        value = np.fromiter(chain.from_iterable(vector.values() for vector in vectors), np.uint16, total)
        return cls.laid_out(terms, term, np.repeat(np.arange(len(vectors)), lengths), value, len(vectors))

    @classmethod
    def numbered(cls, terms: Sequence[str], term: Ints, row: Ints, value: NDArray[np.uint16], n_rows: int) -> TermRows:
        """Lay out postings as :meth:`laid_out`, of terms in any order.

        Examples
        --------
        >>> one = np.ones(1, np.uint16)
        >>> TermRows.numbered(["kock", "och", "disk"], np.array([2]), np.array([0]), one, 1).terms
        ['disk']
        """
        used, term = np.unique(term, return_inverse=True)
        spelled = [terms[number] for number in used.tolist()]
        order = sorted(range(len(spelled)), key=spelled.__getitem__)
        place = np.empty(len(order), np.int64)
        place[order] = np.arange(len(order))
        return cls.laid_out([spelled[at] for at in order], place[term], row, value, n_rows)

    @classmethod
    def laid_out(cls, terms: Sequence[str], term: Ints, row: Ints, value: NDArray[np.uint16], n_rows: int) -> TermRows:
        """Lay out postings that come in any order; terms without one are left out.

        Parameters
        ----------
        terms : sequence of str
            In the order of their code points.
        term, row : array of int64, shape (n_postings,)
            No pair twice.
        value : array of uint16, shape (n_postings,)
        n_rows : int
        """
        used = np.bincount(term, minlength=len(terms)) > 0
        terms = [t for t, keep in zip(terms, used.tolist(), strict=True) if keep]
        term = (np.cumsum(used) - 1)[term]
        n_blocks = -(-n_rows // BLOCK)
        cell = row // BLOCK * len(terms) + term
        # What comes from other rows comes in long runs that are in order, which this way of sorting makes use of.
        order = np.argsort(cell * BLOCK + row % BLOCK, kind="stable")
        counts = np.bincount(cell, minlength=n_blocks * len(terms)).reshape(n_blocks, len(terms))
        start = np.zeros((n_blocks, len(terms) + 1), np.int64)
        ends = np.cumsum(counts, dtype=np.int64).reshape(counts.shape) if counts.size else counts
        start[:, 1:] = ends
        start[1:, 0] = start[:-1, -1]
        return cls(terms, start, (row % BLOCK)[order].astype(np.uint16), value[order], n_rows)

    @cached_property
    def number(self) -> dict[str, int]:
        """Term to its place in ``terms``."""
        return {term: place for place, term in enumerate(self.terms)}

    @cached_property
    def common(self) -> NDArray[np.bool_]:
        """Which terms are common: there are many rows, and one in so many holds them; shape ``(n_terms,)``.

        What these terms can add is known without a look, and mostly too little to matter.
        """
        counts = np.diff(self.start, axis=1).sum(axis=0)
        common: NDArray[np.bool_] = (counts * _COMMON > self.n_rows) & (self.n_rows >= _WORTH)
        return common

    @cached_property
    def peak(self) -> Ints:
        """The greatest weight of each term, shape ``(n_terms,)``."""
        most = np.zeros(len(self.terms), np.int64)
        for start in self.start if len(self.terms) else ():
            here = np.flatnonzero(np.diff(start))
            part = self.value[start[0] : start[-1]]
            most[here] = np.maximum(most[here], np.maximum.reduceat(part, start[here] - start[0])) if len(here) else 0
        return most

    def query(self, vector: Mapping[str, int]) -> tuple[Ints, Ints]:
        """Return the numbers and the weights of those terms of a vector that some row holds."""
        known = [(self.number[term], value) for term, value in vector.items() if term in self.number]
        pairs = np.array(known, np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1]

    def dot(self, vector: Mapping[str, int]) -> Ints:
        """Return the inner product of one vector with every row, exact in whole numbers; shape ``(n_rows,)``."""
        return self.dots(*self.query(vector))

    def dots(self, terms: Ints, weights: Ints) -> Ints:
        """Return the inner products of a vector that is given as numbers of terms and their weights."""
        total = np.zeros(len(self.start) * BLOCK, np.int64)
        for term, value in zip(terms.tolist(), weights.tolist(), strict=True):
            for block, start in enumerate(self.start):
                part = slice(int(start[term]), int(start[term + 1]))
                total[block * BLOCK + self.row[part].astype(np.int64)] += value * self.value[part].astype(np.int64)
        return total[: self.n_rows]

    def dots_at(self, terms: Ints, weights: Ints, rows: Ints) -> Ints:
        """Return the inner products of a vector with some rows; shape ``(n_rows,)``."""
        total = np.zeros(len(rows), np.int64)
        block, row = rows // BLOCK, (rows % BLOCK).astype(np.uint16)
        for term, value in zip(terms.tolist(), weights.tolist(), strict=True):
            for which in np.unique(block).tolist():
                part = slice(int(self.start[which, term]), int(self.start[which, term + 1]))
                held = self.row[part]
                if len(held):
                    at = np.minimum(np.searchsorted(held, row), len(held) - 1)
                    total += value * np.where((held[at] == row) & (block == which), self.value[part][at], 0).astype(
                        np.int64
                    )
        return total

    def terms_of(self, rows: Ints) -> list[Ints]:
        """Return the numbers of the terms of each of some rows, ascending.

        Examples
        --------
        >>> rows = TermRows.of([{"kock": 9}, {"bagare": 5, "kock": 7}])
        >>> [terms.tolist() for terms in rows.terms_of(np.array([1, 0]))]
        [[0, 1], [1]]
        """
        number = np.full(len(self.start) * BLOCK, -1, np.int32)
        number[rows] = np.arange(len(rows))
        found = [np.zeros((2, 0), np.int64)]
        for block, start in enumerate(self.start):
            held = number[block * BLOCK :][self.row[int(start[0]) : int(start[-1])]]
            at = np.flatnonzero(held >= 0)
            found.append(np.array([held[at], np.searchsorted(start, start[0] + at, side="right") - 1]))
        which, term = np.concatenate(found, axis=1)
        order = np.argsort(which, kind="stable")
        return np.split(term[order], np.cumsum(np.bincount(which, minlength=len(rows)))[:-1]) if len(rows) else []

    def postings(self) -> tuple[Ints, Ints]:
        """Return term and row of every posting, in the order of ``row`` and ``value``."""
        counts = np.diff(self.start, axis=1)
        term = np.repeat(np.tile(np.arange(len(self.terms)), len(counts)), counts.ravel())
        block = np.repeat(np.arange(len(counts)), counts.sum(axis=1))
        return term, block * BLOCK + self.row

    def moved(self, place: Ints) -> NDArray[np.uint16]:
        """Return ``row`` as it is where each row has moved to another place of its block.

        Parameters
        ----------
        place : array of int64, shape (n_rows,)
            Of each row.

        Examples
        --------
        >>> TermRows.of([{"kock": 9}, {"bagare": 5, "kock": 7}]).moved(np.array([1, 0])).tolist()
        [0, 1, 0]
        """
        moved = np.empty(len(self.row), np.uint16)
        for block, start in enumerate(self.start):
            inside = (place[block * BLOCK : (block + 1) * BLOCK] - block * BLOCK).astype(np.uint16)
            part = slice(int(start[0]), int(start[-1]))
            moved[part] = inside[self.row[part]]
        return moved

    @classmethod
    def gathered(cls, parts: Sequence[TermRows], rows: Ints) -> TermRows:
        """Return rows of several parts, in this order.

        Parameters
        ----------
        parts : sequence of TermRows
        rows : array of int64, shape (n,)
            Places in all of them, one part behind the other.

        Examples
        --------
        >>> one, two = TermRows.of([{"kock": 9}]), TermRows.of([{"bagare": 5}, {"kock": 7}])
        >>> TermRows.gathered([one, two], np.array([2, 0, 2])).dot({"kock": 1}).tolist()
        [7, 9, 7]
        """
        terms = list(dict.fromkeys(sorted(chain.from_iterable(part.terms for part in parts))))
        number = {term: place for place, term in enumerate(terms)}
        n_rows = sum(part.n_rows for part in parts)
        # Where each row has gone to: nowhere, to one place or to several.
        at, ends = np.argsort(rows, kind="stable"), np.cumsum(np.bincount(rows, minlength=n_rows))
        start = np.append(0, ends)
        columns: list[tuple[NDArray[Any], ...]] = [(np.zeros(0, np.int64),) * 2 + (np.zeros(0, np.uint16),)]
        before = 0
        for part in parts:
            own = np.fromiter(map(number.__getitem__, part.terms), np.int64, len(part.terms))
            term, row = part.postings()
            row += before
            times = start[row + 1] - start[row]
            columns.append((np.repeat(own[term], times), at[spans(start, row)], np.repeat(part.value, times)))
            before += part.n_rows
        term, row, value = (np.concatenate(column) for column in zip(*columns, strict=True))
        return cls.laid_out(terms, term, row, value, len(rows))
