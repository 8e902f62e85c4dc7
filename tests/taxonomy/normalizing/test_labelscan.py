"""The two forms of the scan on the embedded labels and on rows made for their edges."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from scipy.sparse import csr_array

from matcher.taxonomy import Taxonomy
from matcher.taxonomy.normalizing import labelscan
from matcher.taxonomy.normalizing.labelscan import LabelScan
from matcher.taxonomy.wording import fold

PHRASES = ["kock", "kok", "lärare i svenska och engelska", "it", "x", "", "personlig assistent natt", "qqq zzz", "ä"]


@pytest.fixture(scope="module")
def index():
    return Taxonomy.starter().normalizer("occupation")._index


def both(scan: LabelScan, phrases: csr_array, monkeypatch) -> list[tuple[np.ndarray, ...]]:
    found = []
    for worth in (10**9, 0):
        monkeypatch.setattr(labelscan, "WORTH_COMPILING", worth)
        found.append(scan.alike(phrases))
    return found


def assert_equal(plain: tuple[np.ndarray, ...], compiled: tuple[np.ndarray, ...]) -> None:
    for one, other in zip(plain, compiled, strict=True):
        assert one.dtype == other.dtype
        assert one.tolist() == other.tolist()


@pytest.mark.parametrize(("postings", "most"), [(2000, 64), (30, 5), (0, 1), (10**9, 10**9)])
def test_compiled_loops_find_the_numbers_of_the_sparse_products(index, monkeypatch, postings, most):
    monkeypatch.setattr(labelscan, "_POSTINGS", postings)
    monkeypatch.setattr(labelscan, "_LABELS", most)
    labels = [fold(text) for c in Taxonomy.starter().concepts.each(["occupation"]) for text in c.labels.values()]
    texts = [*PHRASES, *labels[::7], *(label[1:] + "n" for label in labels[::11])]
    n_found = 0
    for at in range(0, len(texts), labelscan.BATCH):
        plain, compiled = both(index._scan, index._queries(texts[at : at + labelscan.BATCH]), monkeypatch)
        assert_equal(plain, compiled)
        n_found += len(plain[0])
    assert n_found > len(labels) / 7


def test_equal_sums_are_kept_by_label(monkeypatch):
    monkeypatch.setattr(labelscan, "_LABELS", 3)
    same = np.array([[0.5, 0.5], [1.0, 0.0], [0.5, 0.5], [0.5, 0.5], [0.5, 0.5], [1.0, 0.0]], np.float32)
    asked = csr_array(np.array([[1.0, 1.0], [0.0, 0.0], [0.0, 1.0]], np.float32))
    plain, compiled = both(LabelScan(csr_array(same), np.arange(6)), asked, monkeypatch)
    assert_equal(plain, compiled)
    assert plain[0].tolist() == [0, 0, 0, 2, 2, 2]
    assert plain[1].tolist() == [0, 1, 2, 0, 2, 3]


def test_labels_count_for_their_concept_from_half_of_the_best(monkeypatch):
    rows = csr_array(np.array([[1.0, 0.0], [0.5, 0.5], [0.25, 0.0], [0.75, 0.0], [0.375, 0.0]], np.float32))
    scan = LabelScan(rows, np.array([0, 0, 0, 2, 2]))
    plain, compiled = both(scan, csr_array(np.array([[1.0, 0.0]], np.float32)), monkeypatch)
    assert_equal(plain, compiled)
    assert [part.tolist() for part in plain] == [[0, 0], [0, 2], [1.0, 0.75], [1.5, 0.75]]


def test_labels_without_rows_and_phrases_without_features(monkeypatch):
    nothing = csr_array((0, 0), dtype=np.float32)
    assert_equal(*both(LabelScan(nothing, np.zeros(0, np.int64)), nothing, monkeypatch))
    rows = csr_array(np.array([[0.0, 1.0]], np.float32))
    plain, compiled = both(LabelScan(rows, np.arange(1)), csr_array((3, 2), dtype=np.float32), monkeypatch)
    assert_equal(plain, compiled)
    assert not len(plain[0])


def test_compiled_loops_are_loaded_when_they_have_paid_for_themselves(index, monkeypatch):
    monkeypatch.setattr(labelscan, "WORTH_COMPILING", 3)
    asked = []
    monkeypatch.setattr(labelscan, "compiled_loops", lambda: asked.append(True))
    scan = LabelScan(index._labels, index._owners)
    for _ in range(4):
        assert len(scan.alike(index._queries(["kock"]))[0])
    assert len(asked) == 2


def test_without_numba_the_sparse_products_serve(index, monkeypatch):
    monkeypatch.setattr(labelscan, "WORTH_COMPILING", 0)
    labelscan.compiled_loops.cache_clear()
    monkeypatch.setitem(sys.modules, "numba", None)
    monkeypatch.delitem(sys.modules, "matcher.taxonomy.normalizing.labelloops", raising=False)
    monkeypatch.delitem(sys.modules, "matcher.compiling", raising=False)
    monkeypatch.delattr("matcher.taxonomy.normalizing.labelloops", raising=False)
    assert labelscan.compiled_loops() is None
    assert len(LabelScan(index._labels, index._owners).alike(index._queries(["kock"]))[0])
    labelscan.compiled_loops.cache_clear()
