import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evaluation import Measure

NAMES = ["nDCG@10", "nDCG", "AP@100", "AP(rel=2)@100", "RR", "RR@5", "P@5", "R(rel=3)@50", "Judged@10"]


@pytest.mark.parametrize("name", NAMES)
def test_a_measures_text_parses_back(name):
    assert str(Measure.parse(name)) == name
    assert Measure.parse(str(Measure.parse(name))) == Measure.parse(name)


def test_case_of_a_name_does_not_matter():
    assert Measure.parse(" ndcg@10 ") == Measure("nDCG", 10)
    assert Measure.parse("nDCG@1000000").cutoff == 1_000_000


@pytest.mark.parametrize("name", ["", "MAP", "nDCG@0", "P", "R", "nDCG@", "nDCG@1e3", "RR(rel=x)", "nDCG@10 AP"])
def test_unknown_names_are_refused(name):
    with pytest.raises(ValueError, match=r"measure|needs"):
        Measure.parse(name)


def test_values_by_hand():
    ranked, judged = [0, None, 2, 3, 0], [3, 2, 1, 0, 0]
    dcg = 2 / math.log2(4) + 3 / math.log2(5)
    ideal = 3 + 2 / math.log2(3) + 1 / math.log2(4)
    assert Measure.parse("nDCG@10").of(ranked, judged) == pytest.approx(dcg / ideal)
    assert Measure.parse("AP").of(ranked, judged) == pytest.approx((1 / 3 + 2 / 4) / 3)
    assert Measure.parse("AP(rel=3)").of(ranked, judged) == pytest.approx(1 / 4)
    assert Measure.parse("RR").of(ranked, judged) == pytest.approx(1 / 3)
    assert Measure.parse("RR@2").of(ranked, judged) == 0
    assert Measure.parse("P@10").of(ranked, judged) == pytest.approx(0.2)
    assert Measure.parse("R@3").of(ranked, judged) == pytest.approx(1 / 3)
    assert Measure.parse("Judged@10").of(ranked, judged) == pytest.approx(4 / 5)


def test_nothing_relevant_or_nothing_ranked_is_zero():
    for name in NAMES:
        assert Measure.parse(name).of([], [1]) == 0
    for name in NAMES[:-1]:
        assert Measure.parse(name).of([0, 0], [0, 0]) == 0


@given(st.lists(st.integers(-1, 3), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_values_lie_between_zero_and_one_and_the_ideal_order_reaches_one(judged, random):
    ranked = list(judged)
    random.shuffle(ranked)
    for name in NAMES:
        assert 0 <= Measure.parse(name).of(ranked, judged) <= 1 + 1e-12
    if max(judged) > 0:
        assert Measure.parse("nDCG").of(sorted(judged, reverse=True), judged) == pytest.approx(1)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=10))
def test_ndcg_equals_scikit_learns(judged):
    from sklearn.metrics import ndcg_score

    if max(judged) == 0:
        return
    falling = [list(range(len(judged), 0, -1))]
    assert Measure.parse("nDCG@5").of(judged, judged) == pytest.approx(ndcg_score([judged], falling, k=5))
