"""The weighted terms of ads' texts, laid out by term.

There is a plain form and one of compiled loops, which is loaded when so many ads have come that it has paid for itself;
which one it is changes no number.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from matcher.features.terms import AD_PRIOR, count_terms, default_weights
from matcher.features.texts import ad_texts
from matcher.ranking.termrows import TermRows
from matcher.records import JobAd

if TYPE_CHECKING:
    from matcher.features.quickterms import QuickTerms

WORTH_COMPILING = 500
"""Ads from which the compiled form is loaded, which takes as long as it saves on so many."""


class AdTerms:
    """Weighs the terms of ads.

    Examples
    --------
    >>> AdTerms().rows([JobAd(id="1", text="Kock, disk"), JobAd(id="2", text="Kock")]).terms
    ['disk', 'kock']
    """

    def __init__(self) -> None:
        self._n = 0
        self._quick: QuickTerms | None = None

    def rows(self, ads: Sequence[JobAd]) -> TermRows:
        """Weigh and lay out the terms of ads' texts, one ad a row."""
        self._n += len(ads)
        if self._quick is None and self._n >= WORTH_COMPILING and (compiled := _compiled_form()):
            self._quick = compiled()
        if self._quick is None:
            weights = default_weights()
            return TermRows.of([weights.vector(count_terms(ad_texts(ad)), prior=AD_PRIOR) for ad in ads])
        return TermRows.numbered(*self._quick.weighed(map(ad_texts, ads), AD_PRIOR), len(ads))


@lru_cache(maxsize=1)
def ad_terms() -> AdTerms:
    """Return the one for this process."""
    return AdTerms()


@lru_cache(maxsize=1)
def _compiled_form() -> type[QuickTerms] | None:
    """Return the compiled form, or ``None`` where numba is not installed."""
    try:
        from matcher.features.quickterms import QuickTerms
    except ImportError:
        return None
    return QuickTerms
