import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

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


def test_common_terms_get_columns_unless_their_weights_are_large():
    vectors = [{"och": 3, "tung": 300, "x": 1} if i % 2 else {"och": 255, "tung": 1} for i in range(5000)]
    vectors[0]["sällan"] = 5
    rows = TermRows.of(vectors)
    dense, column, most = rows.dense
    assert [term for term, c in zip(rows.terms, column.tolist(), strict=True) if c >= 0] == ["och", "x"]
    assert dense[:4, column[rows.number["och"]]].tolist() == [255, 3, 255, 3]
    assert most[column[rows.number["och"]]] == 255
    assert TermRows.of(vectors[:100]).dense[0].shape == (100, 0)
