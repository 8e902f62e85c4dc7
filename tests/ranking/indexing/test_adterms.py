"""Terms of ads by the plain form and by the compiled one."""

import sys

import numpy as np
import pytest

from matcher.ranking.indexing import adterms
from matcher.ranking.indexing.adterms import AdTerms
from matcher.ranking.termrows import TermRows
from matcher.records import JobAd

ADS = [
    JobAd(id=f"a{i}", headline=f"Kock {i}", text=f"Vi söker en kock som kan laga {word}, {word} och C++.")
    for i, word in enumerate(["gröt", "soppa", "bröd", "fisk"] * 3)
]


@pytest.mark.parametrize("share", [1, 5, 12])
def test_both_forms_lay_out_the_same(monkeypatch, share):
    laid = []
    for worth in (10**9, 0):
        monkeypatch.setattr(adterms, "WORTH_COMPILING", worth)
        one = AdTerms()
        parts = [one.rows(ADS[at : at + share]) for at in range(0, len(ADS), share)]
        assert (one._quick is None) == (worth > 0)
        laid.append(TermRows.gathered(parts, np.arange(len(ADS))))
    plain, quick = laid
    assert plain.terms == quick.terms
    for name in ("start", "row", "value"):
        assert getattr(plain, name).tobytes() == getattr(quick, name).tobytes()
        assert getattr(plain, name).dtype == getattr(quick, name).dtype


def test_without_numba_the_plain_form_lays_out(monkeypatch):
    monkeypatch.setattr(adterms, "WORTH_COMPILING", 0)
    monkeypatch.setitem(sys.modules, "matcher.features.quickterms", None)
    adterms._compiled_form.cache_clear()
    one = AdTerms()
    assert "kock" in one.rows(ADS).terms
    assert one._quick is None
    adterms._compiled_form.cache_clear()
