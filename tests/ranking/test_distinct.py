"""Ads whose texts are worth comparing closely: both kernels find them, and a list loses copies and nothing else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.features.terms import AD_PRIOR, count_terms, default_weights
from matcher.features.texts import ad_texts
from matcher.ranking import Matcher, weights
from matcher.ranking.components import DEFAULT_COMPONENTS
from matcher.ranking.distinct import OneOfEachJob
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.kernel.kernel import Best, PlainKernel, compiled_kernel
from matcher.ranking.lookup import Lookup
from matcher.ranking.scan import Scan
from matcher.ranking.table import AdTable
from matcher.readers.ads.duplicates import duplicates
from matcher.records import JobAd, Profile
from matcher.taxonomy import Taxonomy

LOOKUP = Lookup(Taxonomy.starter())
SENTENCES = [
    "Vi söker dig som lagar husmanskost varje vardag i en skola.",
    "Du plockar varor med handdator på vårt kyllager utanför stan.",
    "Hos oss tvättar du fönster i höga hus när vädret tillåter.",
    "Sjukhusets apotek behöver någon som packar läkemedel om natten.",
    "Cyklar och barnvagnar lagas i verkstaden bakom biblioteket.",
    "Gården har fyrtio kor som mjölkas innan solen går upp.",
]


def scan_of(ads):
    return Scan(AdTable(ads, LOOKUP, DEFAULT_GATES), DEFAULT_COMPONENTS, weights.default_weights())


texts = st.lists(st.sampled_from(SENTENCES), max_size=4).map(" ".join)
made = st.lists(st.tuples(texts, st.sampled_from(["Solna", "Täby"])), min_size=1, max_size=8)


@given(made)
@settings(max_examples=60, deadline=None)
def test_both_kernels_tell_the_terms_of_a_text(rows):
    ads = [JobAd(id=str(i), headline="", text=text, municipality=place) for i, (text, place) in enumerate(rows)]
    scan, every = scan_of(ads), np.arange(len(ads))[::-1].copy()
    wanted = [sorted(default_weights().vector(count_terms(ad_texts(ad)), prior=AD_PRIOR)) for ad in ads[::-1]]
    for kernel in filter(None, (PlainKernel(), compiled_kernel())):
        found = kernel.terms_of(scan.plan, every)
        assert [[scan.table.text.terms[term] for term in terms.tolist()] for terms in found] == wanted
        assert all((np.diff(terms.astype(np.int64)) > 0).all() for terms in found)


def test_only_texts_that_share_terms_are_compared_closely(monkeypatch):
    texts = [SENTENCES[0] * 3, f"{SENTENCES[0]} {SENTENCES[1]}", SENTENCES[2] * 3]
    jobs = OneOfEachJob(scan_of([JobAd(id=str(i), headline="", text=text) for i, text in enumerate(texts)]))
    compared = []
    monkeypatch.setattr(jobs, "compare", lambda row, other: compared.append((row, other)))
    jobs.best(lambda n: Best(*[np.arange(3)[:n]] * 3), 3)
    assert compared == [(1, 0)]


@given(st.lists(st.sampled_from(range(4)), min_size=2, max_size=12))
@settings(max_examples=40, deadline=None)
def test_a_list_loses_the_further_ads_of_a_job(jobs):
    texts = [" ".join(SENTENCES[job:] + SENTENCES[:job]) * 2 for job in range(4)]
    ads = [JobAd(id=f"{i:02d}", headline=f"Jobb {job}", text=texts[job]) for i, job in enumerate(jobs)]
    order = np.arange(len(ads))
    found = OneOfEachJob(scan_of(ads)).best(lambda n: Best(order[:n], order[:n], order[:n].astype(np.int8)), len(ads))
    later = {ad_id for group in duplicates(ads) for ad_id in group[1:]}
    assert [ads[row].id for row in found.ads.tolist()] == [ad.id for ad in ads if ad.id not in later]


def test_no_text_is_read_where_no_two_ads_are_about_one_work_and_place(monkeypatch):
    ads = [JobAd(id=str(i), headline="Kock", text=" ".join(SENTENCES), municipality=f"{i}") for i in range(3)]
    jobs = OneOfEachJob(scan_of(ads))
    monkeypatch.setattr(jobs, "_advert", pytest.fail)
    assert jobs.best(lambda n: Best(*[np.arange(3)[:n]] * 3), 3).ads.tolist() == [0, 1, 2]


def test_where_the_first_ads_are_copies_the_list_is_filled_from_further_ones():
    text = "Vi söker dig som vill städa våra kontor i centrala Täby varje vardag. " * 3
    copies = [JobAd(id=f"a{n}", headline="Städare", text=text) for n in range(3)]
    matcher = Matcher([*copies, *(JobAd(id=f"b{n}", headline=f"Kock {n}", text="Kock sökes.") for n in range(3))])
    for k in (1, 2, 3):
        listed = [match.id for match in matcher.rank(Profile(id="1", wishes=["Städare"]), k)[0].matches]
        assert listed[0] == "a0"
        assert len(listed) == k
        assert not {"a1", "a2"}.intersection(listed)


def test_further_ads_of_a_job_are_listed_where_all_ads_are_or_they_are_asked_for():
    text = "Vi söker dig som vill städa våra kontor i centrala Täby varje vardag. " * 3
    ads = [JobAd(id=i, headline="Städare", text=text) for i in "ab"]
    matcher = Matcher([*ads, JobAd(id="c", headline="Kock", text="Kock sökes.")])

    def ids(**how):
        return [match.id for match in matcher.rank(Profile(id="1", wishes=["Städare"]), **how)[0].matches]

    assert ids() == ["a", "c"]
    assert ids(duplicates=True) == ids(include_blocked=True) == ["a", "b", "c"]
