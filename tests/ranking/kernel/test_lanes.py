"""Many neighbours at once say what each of them says."""

import numpy as np
import pytest

numba = pytest.importorskip("numba")

from matcher.compiling import compiled_bare  # noqa: E402
from matcher.ranking.kernel import lanes, looks, parts, words  # noqa: E402
from matcher.ranking.kernel.parcel import Parcel, opened  # noqa: E402
from matcher.ranking.termrows import TermRows  # noqa: E402


@compiled_bare
def _at_least(values, place, least):
    return lanes.at_least(values, place, least)


@compiled_bare
def _with_more(values, index, table, place, least):
    return lanes.at_least_with(values, index, table, place, least)


@compiled_bare
def _come_to(values, needed, place, more):
    return lanes.come_to(values, needed, place, more)


@compiled_bare
def _others(values, codes, words, place, bit):
    found = lanes.equal(codes, place, 3)
    lowest = lanes.lowest(found) if found else -1
    lanes.touch(values, place)
    return lanes.greatest(values, place), found, lowest, lanes.with_bit(words, place, bit)


def bits(flags):
    return sum(1 << place for place, flag in enumerate(flags) if flag)


@pytest.mark.parametrize("kind", [np.int16, np.int32])
def test_flags_of_neighbours_are_those_of_each(kind):
    random = np.random.default_rng(5)
    values = random.integers(-300, 300, 200).astype(kind)
    index, table = random.integers(0, 9, 200).astype(np.uint16), random.integers(-99, 99, 9).astype(np.int32)
    needed = random.integers(-300, 300, 200).astype(np.int32)
    codes, words = random.integers(0, 4, 200).astype(np.int8), random.integers(0, 2**63, 200).astype(np.uint64)
    for place in (0, 1, 37, 136):
        part = slice(place, place + 32)
        assert _at_least(values, place, 17) == bits(values[part] >= 17)
        assert _with_more(values, index, table, place, 40) == bits(values[part] + table[index[part]] >= 40)
        assert _come_to(values, needed, place, -25) == bits(values[part] - 25 >= needed[part])
        most, threes, lowest, chosen = _others(values, codes, words, place, 41)
        same = codes[place : place + 64] == 3
        assert (most, threes, lowest) == (values[part].max(), bits(same), same.argmax())
        assert chosen == bits(words[part] >> np.uint64(41) & np.uint64(1))


@compiled_bare
def _opened(table):
    first, second = opened(table, 0, np.int16), opened(table, 1, np.float64)
    return first.size, first[2], second.size, second[1]


def test_a_parcel_holds_its_arrays_as_it_was_told():
    parcel = Parcel([np.array([[5, -6], [7, 8]]), np.array([1, 2.5])], ["i2", "f8"])
    assert _opened(parcel.table) == (4, 7, 2, 2.5)
    with pytest.raises(ValueError, match="zip"):
        Parcel([np.zeros(1)], ["i2", "f8"])


@compiled_bare
def _words_at(plan, own, words, begin, size, term, weight, early):
    looks.ask(plan, own, term, early)
    dot = looks.words_at(plan, own, words, begin, size, term, weight, early)
    looks.forget(own, term)
    return dot


@pytest.mark.parametrize("few_bits", [False, True])
def test_words_at_an_ad_are_the_inner_product(monkeypatch, few_bits):
    """Also of many words that end in the same bits, and where numbers of terms do not fit beside the weights."""
    if few_bits:
        monkeypatch.setattr(words, "TERM_BITS", 4)
    random = np.random.default_rng(7)
    names = [f"t{i:05d}" for i in range(9_000)]
    vectors = [{names[t]: int(random.integers(1, 1025)) for t in random.choice(9_000, 300)} for _ in range(40)]
    rows = TermRows.of(vectors)
    told = words.words_of(np.arange(40), rows)
    assert told.word.dtype == (np.uint64 if few_bits else np.uint32)
    common = random.random(len(rows.terms)) < 0.5
    plan = Parcel([common if n == parts.COMMON else np.zeros(1) for n in range(len(parts.PLAN))], parts.PLAN)
    sizes = {parts.SLOT: 1 << 12, parts.HIT: 301}
    own = Parcel([np.zeros(sizes.get(n, 1)) for n in range(len(parts.OWN))], parts.OWN)
    query = {t: int(random.integers(1, 1025)) for vector in vectors[:3] for t in vector}
    term, weight = rows.query(query)
    every, late = rows.dots(term, weight), rows.dots(term[common[term]], weight[common[term]])
    for early, wanted in ((False, every), (True, late)):
        found = [
            _words_at(plan.table, own.table, told.word, told.start[p], np.diff(told.start)[p], term, weight, early)
            for p in range(40)
        ]
        assert found == wanted.tolist()
    assert not own.arrays[parts.SLOT].any()
