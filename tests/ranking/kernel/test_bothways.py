"""One pass finds the lists of people and of ads that two passes find."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ranking.kernel.test_kernel import plan_of, term_rows

from matcher.ranking import scan, termrows
from matcher.ranking.factors import ByTerms
from matcher.ranking.groups import GroupRows
from matcher.ranking.kernel import kernel
from matcher.ranking.kernel.bothways import AdLists
from matcher.ranking.kernel.kernel import PlainKernel, Wanted, compiled_kernel
from matcher.ranking.termrows import TermRows

KERNELS = [PlainKernel(), compiled_kernel()]


@given(term_rows(), st.integers(1, 6), st.integers(0, 2**32), st.booleans())
@settings(max_examples=60, deadline=None)
def test_both_directions_are_the_two_single_ones(case, k, seed, blocked):
    vectors, queries = case
    random = np.random.default_rng(seed)
    n, n_demands, n_people = len(vectors), 20, 70 if seed % 5 == 0 else 12

    def group():
        demands = random.integers(0, n_demands, random.integers(1, 4)).tolist()
        return int(random.integers(3)), bool(random.integers(2)), demands

    groups = GroupRows.of([[group() for _ in range(random.integers(0, 6))] for _ in range(n)])
    points, late, open_ = random.integers(-99, 99, (3, 5)), random.random(3) < 0.5, random.random(n) < 0.9
    ranks = random.permutation(n_people).tolist()
    total = np.zeros((n_people, n), np.int64)
    allowed = np.zeros((n_people, n), bool)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(termrows, "_WORTH", 1)
        rows = TermRows.of(vectors)
        plan = plan_of(groups, points, np.array([0, 2, 5]), rows, n_demands, late)
        people, alone = [], [[] for _ in KERNELS]
        for person, rank in enumerate(ranks):
            own = [queries[random.integers(len(queries))] for _ in range(2)]
            title, text = (scan._terms(ByTerms(rows, some, 900)) for some in (own, own[:1]))
            sorts = random.integers(-99, 99, 3)
            wanted = Wanted(sorts, np.zeros(1, np.int64), np.zeros(0, np.int64), title, text)
            codes = random.integers(0, 4, n_demands).astype(np.int8)
            verdict, tier = kernel.verdicts(groups, points, plan.most, np.arange(n), codes)
            total[person] = kernel.soft_of(plan, wanted) + verdict + plan.tier_points[tier]
            allowed[person] = open_ & (blocked | (tier != 3))
            people.append((wanted, codes, rank))
            for each, found in zip(KERNELS, alone, strict=True):
                found.append(each.best(plan, wanted, codes, k, open_, blocked=blocked))
        lists = [AdLists(plan, k, open_, blocked=blocked) for _ in KERNELS]
        for each, told, found in zip(KERNELS, lists, alone, strict=True):
            together = told.tell(each, people[:5], k) + told.tell(each, people[5:], k)
            assert [[part.tolist() for part in best] for best in together] == [
                [part.tolist() for part in best] for best in found
            ]
    for ad in range(n):
        slow = sorted((-int(total[p, ad]), ranks[p]) for p in range(n_people) if allowed[p, ad])[:k]
        for told in lists:
            assert told.people(ad) == [(rank, -points_) for points_, rank in slow]
