import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.ranking import termrows
from matcher.ranking.termrows import TermRows

VECTORS = st.lists(st.dictionaries(st.sampled_from([f"t{i}" for i in range(12)]), st.integers(1, 1024)), min_size=1)


@given(VECTORS, st.dictionaries(st.sampled_from(["t0", "t3", "t7", "nowhere"]), st.integers(1, 1024)))
@settings(max_examples=30, deadline=None)
def test_some_rows_have_the_inner_products_that_all_have(vectors, query):
    rows = TermRows.of(vectors)
    some = np.arange(len(vectors))[::-2]
    every = rows.dot(query)
    assert every.tolist() == [sum(vector.get(t, 0) * value for t, value in query.items()) for vector in vectors]
    assert rows.dots_at(*rows.query(query), some).tolist() == every[some].tolist()


def test_common_terms_are_those_that_one_row_in_so_many_holds(monkeypatch):
    monkeypatch.setattr(termrows, "_WORTH", 4_000)
    vectors = [{"och": 3, "tung": 300, "x": 1} if i % 2 else {"och": 255, "tung": 1} for i in range(5000)]
    vectors[0]["sällan"] = 5
    rows = TermRows.of(vectors)
    assert [term for term, common in zip(rows.terms, rows.common.tolist(), strict=True) if common] == [
        "och",
        "tung",
        "x",
    ]
    assert rows.peak.tolist() == [255, 5, 300, 1]
    assert not TermRows.of(vectors[:100]).common.any()
    assert TermRows.of([{}, {}]).peak.tolist() == []


def test_the_greatest_weight_is_found_in_every_part(monkeypatch):
    monkeypatch.setattr(termrows, "BLOCK", 2)
    rows = TermRows.of([{"a": 3}, {"a": 1, "c": 2}, {"b": 9}, {}, {"a": 7, "c": 1}])
    assert (rows.terms, rows.peak.tolist()) == (["a", "b", "c"], [7, 9, 2])
