"""One place in a list for one job: further ads of a job that is listed already are passed over.

Which ads are one job is told by :func:`matcher.readers.ads.duplicates.duplicates` alone; here only the ads of a list
are looked at, best first, so that the best ad of each job stays, and a shorter list is the head of a longer one.
Comparing texts word group by word group costs more than finding the list, so that function is given only ads of one
place and one work whose texts share a fifth of their terms, and most lists hold none; texts are read for these alone.
(Beside an agency's own paragraph a third of the weightiest terms stays; real ads of one work share a fiftieth at the
median.)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.ranking.indexing.stored import StoredRecords
from matcher.ranking.kernel.kernel import Best
from matcher.ranking.scan import Scan
from matcher.readers.ads.duplicates import MIN_WORDS, Advert, Compared, advert, is_one_job

_SPARE, _AT_HAND = 4, 4096
"""One in so many ads more is looked at; of so many ads what is compared is kept, and with which they are one job."""
_TERMS = 5
"""One in so many different terms is in both texts, or the texts are not compared closely."""


class OneOfEachJob:
    """Lists of a table's ads without further ads of a job.

    Ads of a few words say too little to be called copies and all stay.

    Parameters
    ----------
    scan : Scan
        Of the ads.

    Examples
    --------
    >>> from matcher.ranking.components import DEFAULT_COMPONENTS
    >>> from matcher.ranking.gates import DEFAULT_GATES
    >>> from matcher.ranking.lookup import Lookup
    >>> from matcher.ranking.table import AdTable
    >>> from matcher.ranking.weights import default_weights
    >>> from matcher.records import JobAd
    >>> from matcher.taxonomy import Taxonomy
    >>> text = "Vi söker dig som vill städa våra kontor i centrala Täby varje vardag. " * 3
    >>> ads = [JobAd(id=i, headline="Städare", text=t) for i, t in (("a", text), ("b", text), ("c", "Kock sökes."))]
    >>> table = AdTable(ads, Lookup(Taxonomy.starter()), DEFAULT_GATES)
    >>> scan = Scan(table, DEFAULT_COMPONENTS, default_weights())
    >>> OneOfEachJob(scan).best(lambda n: Best(*[np.arange(3)[:n]] * 3), 2).ads.tolist()
    [0, 2]
    """

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self._advert = lru_cache(_AT_HAND)(self._read)
        self.pairs: dict[int, dict[int, bool]] = {}

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
            kept = self._kept(found.ads, k)
            if len(kept) == k or len(found.ads) < n_looked_at:
                return Best(found.ads[kept], found.total[kept], found.tier[kept])
            n_looked_at += max(k, n_looked_at - len(kept))

    def _kept(self, ads: NDArray[np.int64], k: int) -> list[int]:
        """Return the places of the first ``k`` ads whose job no earlier one advertises."""
        table, rows = self.scan.table, ads.tolist()
        about = (table.place[ads] * np.int64(len(table.works)) + table.work[ads]).tolist()
        kept: list[int] = []
        first: dict[int, list[int]] = {}
        pairs = _Pairs(self, rows)
        for place, (row, key) in enumerate(zip(rows, about, strict=True)):
            if len(kept) == k:
                break
            before = first.setdefault(key, [])
            known = self.pairs.setdefault(row, {})
            for other in before:
                one = known.get(other)
                if pairs.are_one(row, other) if one is None else one:
                    break
            else:
                before.append(row)
                kept.append(place)
        return kept

    def _read(self, row: int) -> Advert | None:
        """Read what is compared of an ad; nothing of one of a few words."""
        ads = self.scan.table.ads
        ad = ads.part(row, Compared) if isinstance(ads, StoredRecords) else ads[row]
        enough = len(ad.text.split(None, MIN_WORDS)) >= MIN_WORDS
        return advert(ad, self.scan.kernel.close.word_codes) if enough else None

    def compare(self, row: int, other: int) -> bool:
        """Tell whether the texts of two ads of one place advertise the same job."""
        one, another = self._advert(row), self._advert(other)
        return one is not None and another is not None and is_one_job(one, another, self.scan.kernel.close.common)


class _Pairs:
    """Pairs of the ads of one list; what has been found of them is remembered for further lists."""

    def __init__(self, jobs: OneOfEachJob, rows: list[int]) -> None:
        self._jobs, self._rows = jobs, rows
        self._terms: dict[int, NDArray[np.integer[Any]]] = {}

    def are_one(self, row: int, other: int) -> bool:
        """Tell whether two ads advertise the same job, and remember it."""
        known = self._jobs.pairs
        if len(known) >= _AT_HAND:
            known.clear()
        found = known.setdefault(row, {})[other] = self._share(row, other) and self._jobs.compare(row, other)
        return found

    def _share(self, row: int, other: int) -> bool:
        scan = self._jobs.scan
        if not self._terms:
            self._terms.update(zip(self._rows, scan.kernel.terms_of(scan.plan, np.array(self._rows)), strict=True))
        one, another = self._terms[row], self._terms[other]
        common = scan.kernel.close.common(one, another)
        return 0 < len(one) + len(another) - common <= _TERMS * common
