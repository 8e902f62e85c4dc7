import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evaluation import Grouping, Qrels, Run
from matcher.evaluation.attention import attention_by_group

GROUP = Grouping("side", {f"d{i}": "left" if i % 2 else "right" for i in range(12)})


@given(st.lists(st.integers(0, 3), min_size=2, max_size=12), st.randoms(use_true_random=False))
def test_shares_add_up_and_the_order_of_the_grades_is_just(grades, random):
    if max(grades) == 0:
        return
    qrels = Qrels({"q": {f"d{i}": grade for i, grade in enumerate(grades)}})
    order = list(qrels.grades["q"])
    random.shuffle(order)
    gaps = attention_by_group(Run({"q": tuple(order)}), qrels, GROUP)
    assert sum(gap.share for gap in gaps) == pytest.approx(1)
    assert sum(gap.due for gap in gaps) == pytest.approx(1)


def test_alike_people_share_what_is_due_and_an_order_by_grade_gives_it():
    qrels = Qrels({"q": {"d1": 3, "d2": 1}, "r": {"d1": 1, "d2": 3}, "s": {"d1": 2, "d2": 2}})
    run = Run({"q": ("d1", "d2"), "r": ("d2", "d1"), "s": ("d1", "d2")})
    left, right = attention_by_group(run, qrels, GROUP)
    assert left.due == right.due == pytest.approx(0.5)
    assert left.value == pytest.approx(-right.value)
    assert left.value > 0
    fair = attention_by_group(Run({**run.rankings, "t": ()}), Qrels({k: qrels.grades[k] for k in "qr"}), GROUP)
    assert [gap.value for gap in fair] == [pytest.approx(0), pytest.approx(0)]


def test_small_groups_have_no_interval_and_unjudged_places_take_nothing():
    judged = {f"d{i}": i % 3 for i in range(12)}
    qrels = Qrels({f"q{i}": judged for i in range(6)})
    order = tuple(sorted(judged))
    run = Run({f"q{i}": (*order[i:], *order[:i]) for i in range(6)})
    left, right = attention_by_group(run, qrels, GROUP)
    assert left.low < left.value < left.high
    few = attention_by_group(run, qrels, Grouping("side", {"d1": "left"}))
    assert {(gap.group, gap.members, gap.low is None) for gap in few} == {
        ("side=left", 1, True),
        ("side=(not stated)", 11, False),
    }
    padded = Run({q: ("x", "y", *found) for q, found in run.rankings.items()})
    assert attention_by_group(padded, qrels, GROUP) == (left, right)


def test_queries_without_anything_relevant_or_unanswered_are_left_out():
    qrels = Qrels({"q": {"d1": 0}, "r": {"d1": 1, "d2": 0}, "s": {"d1": 1, "d2": 0}})
    assert attention_by_group(Run({"q": ("d1",), "s": ("x",)}), qrels, GROUP) == ()
    left, right = attention_by_group(Run({"q": ("d1",), "r": ("d1", "d2")}), qrels, GROUP)
    assert (left.n, left.share, left.value) == (1, pytest.approx(0.613, abs=1e-3), pytest.approx(0))
    assert right.share + left.share == pytest.approx(1)
