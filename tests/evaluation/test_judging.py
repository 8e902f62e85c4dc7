import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evaluation import Qrels, agreement, blind_pairs


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=30))
def test_kappa_equals_scikit_learns(grades):
    from sklearn.metrics import cohen_kappa_score

    labels = [0, 1, 2, 3]
    first, second = (Qrels({"K": {str(i): pair[side] for i, pair in enumerate(grades)}}) for side in (0, 1))
    kappa = agreement(first, second).kappa
    if kappa is None:
        assert len({g for pair in grades for g in pair}) == 1
    else:
        assert kappa == pytest.approx(cohen_kappa_score(*zip(*grades, strict=True), labels=labels, weights="quadratic"))


def test_pairs_of_one_judge_alone_are_counted_not_compared():
    result = agreement(Qrels({"K1": {"a": 0, "b": 3}}), Qrels({"K1": {"b": 1, "c": 2}, "K2": {"a": 0}}))
    assert (result.n, result.same, result.only_first, result.only_second) == (1, 0, 1, 2)
    assert result.differing == (("K1", "b", 3, 1),)
    assert agreement(Qrels({"K1": {"a": 0}}), Qrels({"K2": {"a": 0}})).kappa is None


def test_ids_that_differ_by_case_alone_are_the_same_pair():
    result = agreement(Qrels({"K1": {"a7": 2, "b7": 0}}), Qrels({"k1": {"A7": 1}, "K2": {"b7": 0}}))
    assert (result.differing, result.only_first, result.only_second) == ((("K1", "a7", 2, 1),), 1, 1)


def test_blind_pairs_are_the_best_and_some_of_the_rest_mixed():
    ranked = {f"K{i}": [f"a{j:02}" for j in range(40)] for i in range(5)}
    pairs = blind_pairs(ranked, top=8, spread=4)
    assert len(pairs) == len(set(pairs)) == 60
    for profile in ranked:
        ads = [ad for p, ad in pairs if p == profile]
        assert {f"a{j:02}" for j in range(8)} <= set(ads)
        assert ads != sorted(ads)
    assert pairs == blind_pairs(dict(reversed(ranked.items())), top=8, spread=4)
    assert pairs != blind_pairs(ranked, top=8, spread=4, seed=2)


@pytest.mark.parametrize("slip", [33, 4, -1])
def test_a_grade_beyond_the_scale_is_a_slip(slip):
    with pytest.raises(ValueError, match=f"from 0 to 3, not {slip}"):
        agreement(Qrels({"K1": {"a": 3}}), Qrels({"K1": {"a": slip}}))
