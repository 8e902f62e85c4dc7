"""One place in a list for one job: further ads of a job that is listed already are passed over.

Which ads are one job is told by :func:`matcher.readers.duplicates.duplicates` alone; here only the ads of a list are
looked at, best first, so that the best ad of each job stays, and a shorter list is the head of a longer one. Comparing
texts word group by word group costs more than finding the list, so that function is given only ads of one place and one
work that share half of their words: most lists hold none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.kernel import Best
from matcher.ranking.table import AdTable
from matcher.readers.duplicates import MIN_WORDS, advert, is_one_job, one_job_each

_PERHAPS = 0.5
"""Share of common words from which two texts are compared closely; copies of an ad have more."""
_SPARE, _AT_HAND = 4, 4096
"""One in so many ads more is looked at; of so many ads what is compared is kept."""
_PAIRS = 1 << 15
"""Of so many pairs it is kept whether they are one job."""


class _Words(NamedTuple):
    n: int
    codes: NDArray[np.int64]


class OneOfEachJob:
    """Lists of a table's ads without further ads of a job.

    Ads of a few words say too little to be called copies and all stay.

    Parameters
    ----------
    table : AdTable

    Examples
    --------
    >>> from matcher.ranking.gates import DEFAULT_GATES
    >>> from matcher.ranking.lookup import Lookup
    >>> from matcher.records import JobAd
    >>> from matcher.taxonomy import Taxonomy
    >>> text = "Vi söker dig som vill städa våra kontor i centrala Täby varje vardag. " * 3
    >>> ads = [JobAd(id=i, headline="Städare", text=t) for i, t in (("a", text), ("b", text), ("c", "Kock sökes."))]
    >>> table = AdTable(ads, Lookup(Taxonomy.starter()), DEFAULT_GATES)
    >>> OneOfEachJob(table).best(lambda n: Best(*[np.arange(3)[:n]] * 3), 2).ads.tolist()
    [0, 2]
    """

    def __init__(self, table: AdTable) -> None:
        self._table = table
        codes: dict[str, int] = {}
        self._advert = lru_cache(_AT_HAND)(lambda row: advert(table.ads[row], codes))
        self._is_one = lru_cache(_PAIRS)(lambda row, other: is_one_job(self._advert(row), self._advert(other)))
        numbers: dict[str, int] = {}
        self._words = lru_cache(_AT_HAND)(lambda row: _words(table.ads[row].text, numbers))

    def best(self, best: Callable[[int], Best], k: int) -> Best:
        """Return the best ``k`` ads of different jobs.

        Parameters
        ----------
        best : callable
            Gives the best ads for a number of places, fewer where there are no more.
        k : int
            At least 1.
        """
        # A few more than are wanted, so that a few copies do not make it all be asked again.
        n_looked_at = k + k // _SPARE
        while True:
            found = best(n_looked_at)
            copies = self._copies(found.ads)
            kept = np.array([place for place, ad in enumerate(found.ads.tolist()) if ad not in copies], np.int64)
            if len(kept) >= k or len(found.ads) < n_looked_at:
                kept = kept[:k]
                return Best(found.ads[kept], found.total[kept], found.tier[kept])
            n_looked_at += max(k, len(copies))

    def _copies(self, ads: NDArray[np.int64]) -> set[int]:
        """Rows whose job an earlier row advertises already."""
        table = self._table
        suspects = self._suspects(ads)
        rows = [ad for ad in ads.tolist() if ad in suspects]
        row_of = {table.ids[ad]: ad for ad in rows}
        groups = one_job_each(
            (self._advert(ad) for ad in rows if self._words(ad).n >= MIN_WORDS),
            lambda one, other: self._is_one(row_of[one.id], row_of[other.id]),
        )
        later = {ad_id for group in groups for ad_id in group[1:]}
        return {ad for ad in rows if table.ids[ad] in later}

    def _suspects(self, ads: NDArray[np.int64]) -> set[int]:
        """Rows that share a place, a work and half of their words with another row."""
        keys = list(zip(self._table.place[ads].tolist(), self._table.work[ads].tolist(), strict=True))
        often = Counter(keys)
        held: dict[tuple[int, int], list[tuple[int, NDArray[np.int64]]]] = {}
        for key, ad in zip(keys, ads.tolist(), strict=True):
            if often[key] > 1 and len(codes := self._words(ad).codes) >= MIN_WORDS // 2:
                held.setdefault(key, []).append((ad, codes))
        return {ad for rows in held.values() if len(rows) > 1 for ad in _alike(rows)}


def _alike(rows: Sequence[tuple[int, NDArray[np.int64]]]) -> set[int]:
    """Ads that share half of their words with another one; each is given with the numbers of its words."""
    codes = np.concatenate([codes for _, codes in rows])
    size = np.array([len(codes) for _, codes in rows])
    start = np.concatenate([[0], np.cumsum(size)])
    has = np.zeros(int(codes.max()) + 1, np.int64)
    found: set[int] = set()
    for place, (ad, own) in enumerate(rows[:-1]):
        has[own] = 1
        first, later = start[place + 1], size[place + 1 :]
        common = np.add.reduceat(has[codes[first:]], start[place + 1 : -1] - first)
        has[own] = 0
        partners = np.flatnonzero(common >= _PERHAPS * (len(own) + later - common))
        if len(partners):
            found.update((ad, *(rows[place + 1 + partner][0] for partner in partners.tolist())))
    return found


def _words(text: str, numbers: dict[str, int]) -> _Words:
    """Count a text's words and number the different ones; two that share a number only make a closer look likelier."""
    words = text.split()
    different = frozenset(words)
    codes = (numbers.setdefault(word, len(numbers)) for word in different)
    return _Words(len(words), np.fromiter(codes, np.int64, len(different)))
