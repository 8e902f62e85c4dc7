"""One place in a list for one job: further ads of a job that is listed already are passed over.

Which ads are one job is told by :func:`matcher.readers.duplicates.duplicates` alone; here only the ads of a list are
looked at, best first, so that the best ad of each job stays, and a shorter list is the head of a longer one. Comparing
texts word group by word group costs more than finding the list, so that function is given only ads of one place and one
work that share half of their words: most lists hold none.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.kernel import Best
from matcher.ranking.table import AdTable
from matcher.readers.duplicates import MIN_WORDS, advert, one_job_each

_PERHAPS = 0.5
"""Share of common words from which two texts are compared closely; copies of an ad have more."""
_SPARE, _AT_HAND = 4, 4096
"""One in so many ads more is looked at; of so many ads what is compared closely is kept, and the words of some."""


class _Words(NamedTuple):
    n: int
    codes: NDArray[np.uint32]


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
        self._advert = lru_cache(_AT_HAND)(lambda row: advert(table.ads[row]))
        self._words = lru_cache(_AT_HAND // 8)(lambda row: _words(table.ads[row].text))

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
        groups = one_job_each(self._advert(ad) for ad in rows if self._words(ad).n >= MIN_WORDS)
        later = {ad_id for group in groups for ad_id in group[1:]}
        return {ad for ad in rows if table.ids[ad] in later}

    def _suspects(self, ads: NDArray[np.int64]) -> set[int]:
        """Rows that share a place, a work and half of their words with another row."""
        keys = list(zip(self._table.place[ads].tolist(), self._table.work[ads].tolist(), strict=True))
        often, number = Counter(keys), {key: n for n, key in enumerate(dict.fromkeys(keys))}
        told = [
            (number[key], ad, self._words(ad).codes)
            for key, ad in zip(keys, ads.tolist(), strict=True)
            if often[key] > 1
        ]
        held = [(key, ad, codes) for key, ad, codes in told if len(codes) >= MIN_WORDS // 2]
        if len(held) < 2:
            return set()
        key = np.array([key for key, _, _ in held])
        size = np.array([len(codes) for _, _, codes in held])
        different, word = np.unique(np.concatenate([codes for _, _, codes in held]), return_inverse=True)
        has = np.zeros((len(held), len(different)), np.float32)
        has[np.repeat(np.arange(len(held)), size), word] = 1.0
        common = has @ has.T
        alike = (key[:, None] == key) & (common >= _PERHAPS * (size[:, None] + size - common))
        np.fill_diagonal(alike, False)
        return {held[place][1] for place in np.flatnonzero(alike.any(axis=1)).tolist()}


def _words(text: str) -> _Words:
    """Count a text's words and number the different ones; two that share a number only make a closer look likelier."""
    words = text.split()
    numbers = [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in frozenset(words)]
    return _Words(len(words), np.unique(np.array(numbers, np.uint32)))
