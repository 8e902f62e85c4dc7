"""The few ads of a list: compiled loops and numpy say the same, and what a count by hand says."""

import zlib
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.ranking import scan
from matcher.ranking.factors import ByTerms
from matcher.ranking.groups import GroupRows
from matcher.ranking.kernel.closely import PlainClose
from matcher.ranking.termrows import TermRows
from matcher.readers.ads.duplicates import words_compared

pytest.importorskip("numba")
from matcher.ranking.kernel.closeloops import CompiledClose

BOTH = (PlainClose(), CompiledClose())
GROUPS = st.lists(
    st.tuples(st.integers(0, 2), st.booleans(), st.lists(st.integers(0, 9), min_size=1, max_size=3)), max_size=7
)


def by_hand(groups, points, most, codes):
    """Points by kind and the tier of one ad, group by group."""
    found, tier = [0] * len(most), 0
    for kind in range(len(most)):
        judged = [(must, max(codes[d] for d in demands)) for k, must, demands in groups if k == kind]
        musts = sorted(code for must, code in judged if must)
        nice = [code for must, code in judged if not must and code == 3]
        found[kind] = int(sum(points[kind][code] for code in musts[: most[kind]]))
        found[kind] += int(len(nice[: most[kind]]) * points[kind][4])
        tier = max([tier, *(3 - code for code in musts)])
    return found, tier


@pytest.mark.parametrize(
    "text",
    ["", "3 000 kr!", "Kock", "Åre – kök i ÄNGELHOLM, e\u0301 två\u00adord", "№5 ½ ² x² ⅷ ① ٣ ९ ﬁsk ẞ İ",
     "شيف кухар ጸሓፊ 厨师",
     "bra lön 🍳kök 👩‍🍳 🄰b 𝐤𝐨𝐜𝐤 𝟏", "trasig \ud83d halva", "a_b snake_case l'eau", "€50 → ✓ö"],
)  # fmt: skip
def test_words_have_the_numbers_that_they_have_one_by_one(text):
    expected = [zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words_compared(text)]
    for close in BOTH:
        assert close.word_codes(text).tolist() == expected
        assert close.word_codes(text).dtype == np.uint64


def test_every_sign_parts_words_as_it_does_one_by_one():
    plain, compiled = BOTH
    for first in range(0, 0x20000, 0x400):
        text = "ä".join(map(chr, range(first, first + 0x400)))
        assert compiled.word_codes(text).tobytes() == plain.word_codes(text).tobytes()


@given(st.lists(GROUPS, min_size=1, max_size=6), st.integers(0, 2**32))
@settings(max_examples=80, deadline=None)
def test_verdicts_are_counted_as_by_hand(asked, seed):
    random = np.random.default_rng(seed)
    groups, most = GroupRows.of(asked), np.array([0, 2, 5])
    points, codes = random.integers(-99, 99, (3, 5)), random.integers(0, 4, 10).astype(np.int8)
    ads = random.permutation(len(asked))[: max(1, len(asked) - 1)]
    plan = SimpleNamespace(groups=groups, points=points, most=most)
    slow = [by_hand(asked[ad], points.tolist(), most.tolist(), codes.tolist()) for ad in ads.tolist()]
    known = random.random(10) < 0.5
    wanted = {d for ad in ads.tolist() for _, _, demands in asked[ad] for d in demands if not known[d]}
    for close in BOTH:
        parts, tier = close.by_kind(plan, ads, codes)
        assert (parts.tolist(), tier.tolist()) == ([row for row, _ in slow], [worst for _, worst in slow])
        before = known.copy()
        found = close.unjudged(groups, ads, known).tolist()
        assert (sorted(found), known.tolist()) == (sorted(wanted), before.tolist())


@given(
    st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 1024), max_size=5), min_size=1, max_size=9),
    st.lists(st.dictionaries(st.sampled_from("abcz"), st.integers(1, 1024), max_size=3), min_size=1, max_size=3),
)
@settings(max_examples=60, deadline=None)
def test_words_are_weighed_as_by_hand(vectors, queries):
    rows, ads = TermRows.of(vectors), np.arange(len(vectors))[::-1].copy()
    terms = scan._terms(ByTerms(rows, queries, 1))
    slow = [max(sum(q.get(t, 0) * v for t, v in vectors[ad].items()) for q in queries) for ad in ads.tolist()]
    for close in BOTH:
        assert close.dots(rows, terms, ads).tolist() == slow


@given(st.sets(st.integers(0, 40)), st.sets(st.integers(0, 40)))
@settings(max_examples=60, deadline=None)
def test_what_is_shared_is_counted_as_sets_have_it(one, other):
    arrays = [np.array(sorted(numbers), np.uint64) * np.uint64(2**58 + 1) for numbers in (one, other)]
    for close in BOTH:
        assert close.common(*arrays) == len(one & other)
