import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.evaluation import bootstrap_interval, permutation_p
from matcher.evaluation.uncertainty import holm


def test_no_interval_where_there_is_nothing_to_resample():
    assert bootstrap_interval([]) is None
    assert bootstrap_interval([0.1, 0.9, 0.5, 0.2]) is None
    assert bootstrap_interval([1.0] * 50) is None


def test_the_interval_is_near_scipys_and_repeats():
    import numpy as np
    from scipy.stats import bootstrap

    values = [((i * 37) % 101 / 100) ** 2 for i in range(60)]
    ours = bootstrap_interval(values)
    theirs = bootstrap((values,), np.mean, rng=np.random.default_rng(1)).confidence_interval
    assert ours == bootstrap_interval(values)
    assert ours == pytest.approx((theirs.low, theirs.high), abs=0.01)


def test_few_high_values_among_many_low_ones_move_the_interval_up_as_scipys():
    import numpy as np
    from scipy.stats import bootstrap

    values = [0.0] * 9 + [0.05, 0.1, 0.1, 0.2, 0.9, 1.0]
    ours = bootstrap_interval(values)
    # Without the correction for skewness both ends lie lower by 0.01 and 0.05.
    theirs = bootstrap((values,), np.mean, rng=np.random.default_rng(1)).confidence_interval
    assert ours[1] == pytest.approx(theirs.high, abs=0.015)
    assert ours[1] - sum(values) / 15 > 1.5 * (sum(values) / 15 - ours[0])


@settings(max_examples=20)
@given(st.lists(st.floats(0, 1), min_size=5, max_size=30))
def test_the_interval_is_ordered_and_lies_among_the_values(values):
    interval = bootstrap_interval(values)
    if interval:
        assert min(values) - 1e-9 <= interval[0] <= interval[1] <= max(values) + 1e-9


def test_permutation_exact_and_random_agree_with_scipy():
    import numpy as np
    from scipy.stats import permutation_test

    def mean_difference(a, b, axis):
        return np.mean(a - b, axis=axis)

    for n in (10, 30):
        first = [(i * 7 % 10) / 10 for i in range(n)]
        second = [(i * 3 % 10) / 12 for i in range(n)]
        theirs = permutation_test(
            (first, second),
            mean_difference,
            permutation_type="samples",
            n_resamples=20_000,
            rng=np.random.default_rng(1),
        )
        assert permutation_p(first, second) == pytest.approx(theirs.pvalue, abs=0.02)


def test_a_p_value_is_never_zero_however_clear_the_difference():
    assert permutation_p([1.0] * 12, [0.0] * 12) == 2 / 2**12
    assert permutation_p([1.0] * 40, [0.0] * 40) == 1 / 10_000


def test_a_run_against_itself_is_no_difference():
    assert permutation_p([0.5] * 20, [0.5] * 20) == 1
    assert permutation_p([], []) == 1


def test_runs_of_different_length_are_a_mistake():
    with pytest.raises(ValueError, match="each query"):
        permutation_p([1.0], [])


def test_holm_keeps_the_order_of_p_values():
    assert holm([0.04, 0.01, 0.03]) == pytest.approx([0.06, 0.03, 0.06])
    assert holm([]) == []
    assert holm([0.9, 0.8]) == pytest.approx([1, 1])
