"""One place in a list for one job: further ads of a job that is listed already are passed over.

Which ads are one job is told by :func:`matcher.readers.duplicates.duplicates` alone; here only the ads of a list are
looked at, best first, so that the best ad of each job stays, and a shorter list is the head of a longer one. Comparing
texts word group by word group costs more than finding the list, so that function is given only ads of one place and one
work that share half of their words: most lists hold none.
"""

from __future__ import annotations

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
"""One in so many ads more is looked at; of so many ads what is compared closely is kept."""


class _Words(NamedTuple):
    ad: int
    words: frozenset[str]


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
    >>> OneOfEachJob(table).best(lambda n: Best(np.arange(3)[:n], *[np.zeros(n)] * 2), 2).tolist()
    [0, 2]
    """

    def __init__(self, table: AdTable) -> None:
        self._table = table
        self._advert = lru_cache(_AT_HAND)(lambda row: advert(table.ads[row]))

    def best(self, best: Callable[[int], Best], k: int) -> NDArray[np.int64]:
        """Return the best ``k`` ads of different jobs, shape ``(n,)``.

        Parameters
        ----------
        best : callable
            Gives the best ads for a number of places, fewer where there are no more.
        k : int
            At least 1.
        """
        # A few more than are wanted, so that a few copies do not make it all be asked again.
        n_looked_at = k + k // _SPARE
        words: dict[int, list[str]] = {}
        while True:
            ads = best(n_looked_at).ads
            copies = self._copies(ads, words)
            kept = np.array([ad for ad in ads.tolist() if ad not in copies], np.int64)
            if len(kept) >= k or len(ads) < n_looked_at:
                return kept[:k]
            n_looked_at += max(k, len(copies))

    def _copies(self, ads: NDArray[np.int64], words: dict[int, list[str]]) -> set[int]:
        """Rows whose job an earlier row advertises already."""
        table = self._table
        alike: dict[tuple[int, int], list[_Words]] = {}
        places = list(zip(table.place[ads].tolist(), table.work[ads].tolist(), strict=True))
        often = Counter(places)
        suspects: set[int] = set()
        for ad, key in zip(ads.tolist(), places, strict=True):
            if often[key] == 1:
                continue
            if ad not in words:
                words[ad] = table.ads[ad].text.split()
            held = frozenset(words[ad])
            earlier = alike.setdefault(key, [])
            if len(held) >= MIN_WORDS // 2:
                for other in earlier:
                    common = len(held & other.words)
                    if common >= _PERHAPS * (len(held) + len(other.words) - common):
                        suspects |= {ad, other.ad}
                earlier.append(_Words(ad, held))
        rows = [ad for ad in ads.tolist() if ad in suspects]
        groups = one_job_each(self._advert(ad) for ad in rows if len(words[ad]) >= MIN_WORDS)
        later = {ad_id for group in groups for ad_id in group[1:]}
        return {ad for ad in rows if table.ids[ad] in later}
