"""Both kernels and the pruned scan give the numbers of the slow reference, pair by pair."""

import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.ranking import scan, termrows
from matcher.ranking.components import DEFAULT_COMPONENTS
from matcher.ranking.factors import ByTerms
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.groups import GroupRows
from matcher.ranking.kernel import kernel, layout
from matcher.ranking.kernel.kernel import PlainKernel, Plan, Wanted, compiled_kernel
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.scan import Scan
from matcher.ranking.scorer import score
from matcher.ranking.table import AdTable
from matcher.ranking.termrows import TermRows
from matcher.ranking.topk import top_k
from matcher.ranking.verdicts import TIERS
from matcher.ranking.weights import VerdictPoints, Weights, default_weights
from matcher.records import (
    Availability,
    DrivingLicence,
    Experience,
    JobAd,
    Language,
    OccupationRef,
    Profile,
    Requirement,
)
from matcher.taxonomy import Taxonomy

KERNELS = [PlainKernel(), compiled_kernel()]
TRADES = ["Kock", "Svetsare", "Lokalvårdare", "Undersköterska", "Bagare", "Medarbetare"]
DEMANDS = [
    *(("language", {"lang": "sv", "level": level}) for level in ("A2", "B1", "B2", "C1", None)),
    *(("driving_licence", c) for c in ("B", "C")),
    *(("skill", label) for label in ("svets", "hygien", "kassavana", "matlagning", "lyft")),
    *(("experience", {"years": n, "field": f}) for n in (1, 5, None) for f in (None, "kock", "vård")),
    ("education", {"level": "upper_secondary", "field": "vård"}),
    ("certificate", "truck"),
    ("working_time", ["evening"]),
    ("citizenship", "SE"),
]


def requirement(draw):
    kind, value = draw(st.sampled_from(DEMANDS))
    necessity = draw(st.sampled_from(["must", "must", "nice", "not_required"]))
    return Requirement(kind=kind, value=value, necessity=necessity, any_of=draw(st.sampled_from([None, None, 1])))


@st.composite
def ads(draw):
    trades = draw(st.lists(st.sampled_from(TRADES), max_size=25))
    return [
        JobAd(
            id=f"{(i * 7919) % 97:02d}-{i}",
            headline=trade,
            text=" ".join(draw(st.lists(st.sampled_from(["kök", "städ", "vård", "svets", "team"]), max_size=4))),
            occupation=OccupationRef(label=trade),
            municipality=draw(st.sampled_from(["Solna", "Kiruna", None])),
            hours=draw(st.sampled_from(["full", "part", None])),
            open_for_all=draw(st.booleans()),
            requirements=[requirement(draw) for _ in range(draw(st.integers(0, 7)))],
        )
        for i, trade in enumerate(trades)
    ]


@st.composite
def people(draw):
    titles = draw(st.lists(st.sampled_from(TRADES), max_size=2))
    level = draw(st.sampled_from(["A1", "B1", "C1"]))
    return Profile(
        id="P",
        experience=[Experience(title=title, years=draw(st.sampled_from([None, 0.5, 4]))) for title in titles],
        languages=draw(st.sampled_from([[], [Language(lang="sv", speaking=(level, level))]])),
        driving_licences=draw(st.sampled_from([[], [DrivingLicence(class_="B", valid="yes")]])),
        wishes=draw(st.lists(st.sampled_from(TRADES), max_size=1)),
        not_wanted=draw(st.lists(st.sampled_from(TRADES), max_size=1)),
        home_municipality=draw(st.sampled_from([None, "Solna"])),
        availability=Availability(hours=draw(st.sampled_from([None, "part", "full"])), **{"not": ["evening"]}),
        none=draw(st.sampled_from([(), ("experience", "driving_licences", "education")])),
    )


points = st.integers(-60, 60)
verdicts = st.builds(VerdictPoints, points, points, points, points, points, st.integers(0, 4))
odd_weights = st.builds(
    Weights,
    st.dictionaries(st.sampled_from([c.name for c in DEFAULT_COMPONENTS]), st.integers(-300, 300)),
    st.dictionaries(st.sampled_from([kind for gate in DEFAULT_GATES for kind in gate.kinds]), verdicts),
    st.dictionaries(st.sampled_from(TIERS), points),
)
LOOKUP = Lookup(Taxonomy.starter())


@pytest.mark.parametrize("early", [0, 8, 10**6])
@given(ads(), people(), st.one_of(st.just(default_weights()), odd_weights), st.integers(1, 30), st.data())
@settings(max_examples=60, deadline=None)
def test_the_scan_is_the_reference(early, records, profile, weights, k, data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scan, "_EARLY", early)
        compare(records, profile, weights, k, data)


def compare(records, profile, weights, k, data):
    table = AdTable(records, LOOKUP, DEFAULT_GATES)
    person = Person(profile, LOOKUP)
    slow = score(person, table, DEFAULT_COMPONENTS, weights)
    still = np.array(data.draw(st.lists(st.booleans(), min_size=len(records), max_size=len(records))), bool)
    ids = np.array(table.ids, dtype=object)
    everything = np.arange(len(records))
    for each in KERNELS:
        scanned = Scan(table, DEFAULT_COMPONENTS, weights, each).of(person)
        for include_blocked in (True, False):
            best = scanned.best(k, still, include_blocked=include_blocked, few=5)
            allowed = still if include_blocked else still & (slow.tier != TIERS.index("blocked"))
            if not include_blocked and allowed.sum() < min(k, 5):
                blocked = top_k(slow.total, ids, min(k, 5) - int(allowed.sum()), still & ~allowed)
                allowed = allowed | np.isin(everything, blocked)
            assert best.ads.tolist() == top_k(slow.total, ids, k, allowed).tolist()
            assert best.total.tolist() == slow.total[best.ads].tolist()
            assert best.tier.tolist() == slow.tier[best.ads].tolist()
            parts = scanned.contributions(best.ads)
            assert {n: p.tolist() for n, p in parts.items()} == {
                n: p[best.ads].tolist() for n, p in slow.contributions.items()
            }
        total, tier = scanned.exactly(everything)
        assert total.tolist() == slow.total.tolist()
        assert tier.tolist() == slow.tier.tolist()


def test_a_component_of_ones_own_is_added_up_too():
    class Even:
        name = "even"

        def points(self, person, table, weight):
            return np.arange(len(table), dtype=np.int64) % 2 * weight

    records = [JobAd(id=str(i), headline="Kock", requirements=[]) for i in range(6)]
    table, weights = AdTable(records, LOOKUP, DEFAULT_GATES), Weights({"even": 7})
    person = Person(Profile(id="P"), LOOKUP)
    scanned = Scan(table, [Even()], weights).of(person)
    best = scanned.best(4, np.ones(6, bool), include_blocked=True)
    assert best.ads.tolist() == [1, 3, 5, 0]
    assert scanned.contributions(best.ads)["even"].tolist() == [7, 7, 7, 0]
    assert score(person, table, [Even()], weights).total[best.ads].tolist() == best.total.tolist()


def test_few_ads_are_judged(monkeypatch):
    """The best of many ads are found without judging what most of them ask for."""
    records = [
        JobAd(
            id=f"{i:04d}",
            headline="Kock" if i % 50 == 0 else "Svetsare",
            requirements=[Requirement(kind="skill", value=f"{i} slag", necessity="must")],
        )
        for i in range(1000)
    ]
    table = AdTable(records, LOOKUP, DEFAULT_GATES)
    person = Person(Profile(id="P", experience=[Experience(title="Kock", years=9)], wishes=["Kock"]), LOOKUP)
    asked = []
    judged = scan.judged
    monkeypatch.setattr(scan, "judged", lambda *a: (asked.extend(a[2]), judged(*a))[1])
    best = (
        Scan(table, DEFAULT_COMPONENTS, default_weights())
        .of(person)
        .best(3, np.ones(1000, bool), include_blocked=False)
    )
    assert {int(ad) % 50 for ad in best.ads} == {0}
    assert 0 < len(set(asked)) == len(asked) < 200


@st.composite
def term_rows(draw):
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    n, common = draw(st.integers(1, 300)), draw(st.integers(0, 6))
    vectors = []
    for _ in range(n):
        terms = random.choice(30, size=random.integers(0, 9), replace=False)
        vector = {f"t{t}": int(random.integers(1, 1025)) for t in terms}
        vector |= {
            f"c{c}": int(random.integers(1, 300 if c == 0 else 256)) for c in range(common) if random.random() < 0.7
        }
        vectors.append(vector)
    queries = [
        {t: int(random.integers(1, 1025)) for t in random.choice(sorted({*v, "nowhere", "c1"}), 3).tolist()}
        for v in vectors[:3]
    ]
    return vectors, queries


def plan_of(groups, points, most, rows, n_demands, late):
    n, order = rows.n_rows, np.arange(rows.n_rows, dtype=np.int32)[::-1].copy()
    sort = (np.arange(n) % 3).astype(np.int32)
    laid = layout.lay_out(sort, layout.most_of(groups, n, points, most, late))
    ordered = groups.take(laid.ad.astype(np.int64))
    return Plan(
        laid, sort, layout.pack(ordered, most), groups, layout.gains_of(ordered, n_demands, points, late),
        np.zeros(n, np.int32), order, points, most, np.array([9, 5, 2, -3]), rows, rows,
    )  # fmt: skip


@given(term_rows(), st.integers(1, 40), st.integers(0, 2**32), st.booleans())
@settings(max_examples=60, deadline=None)
def test_kernels_add_up_words_and_verdicts_alike(case, k, seed, blocked):
    vectors, queries = case
    random = np.random.default_rng(seed)
    n, n_demands = len(vectors), 20

    def group():
        demands = random.integers(0, n_demands, random.integers(1, 4)).tolist()
        return int(random.integers(3)), bool(random.integers(2)), demands

    asked = [[group() for _ in range(random.integers(0, 6))] for _ in range(n)]
    groups, most = GroupRows.of(asked), np.array([0, 2, 5])
    points, codes = random.integers(-99, 99, (3, 5)), random.integers(0, 4, n_demands).astype(np.int8)
    late, open_ = random.random(3) < 0.5, random.random(n) < 0.9
    # Where works weigh far more than words, words are looked up at the ads.
    sorts = random.integers(-99, 99, 3) * (1 if seed % 3 else 10**6)
    extra = random.integers(-50, 50, n) if seed % 2 else np.zeros(0, np.int64)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(termrows, "_WORTH", 1)
        rows = TermRows.of(vectors)
        assert rows.common.shape == (len(rows.terms),)
        plan = plan_of(groups, points, most, rows, n_demands, late)
        title, text = (scan._terms(ByTerms(rows, some, 1 << 20)) for some in (queries, queries[:1]))
        wanted = Wanted(sorts, np.zeros(1, np.int64), extra, title, text)
        lists = [each.best(plan, wanted, codes, k, open_, blocked=blocked) for each in KERNELS]
    dots = [[sum(q.get(t, 0) * v for t, v in vector.items()) for q in queries] for vector in vectors]
    verdict, tier = kernel.verdicts(groups, points, most, np.arange(n), codes)
    total = np.array([max(d) + d[0] for d in dots]) + sorts[plan.sort] + verdict + plan.tier_points[tier]
    total += extra if len(extra) else 0
    allowed = np.flatnonzero(open_ & (blocked | (tier != 3)))
    slow = allowed[np.lexsort((plan.order[allowed], -total[allowed]))][:k]
    for found in lists:
        assert found.ads.tolist() == slow.tolist()
        assert (found.total.tolist(), found.tier.tolist()) == (total[slow].tolist(), tier[slow].tolist())


def test_the_compiled_form_is_loaded_when_it_pays(monkeypatch):
    monkeypatch.setattr(kernel, "WORTH_COMPILING", 6)
    records = [JobAd(id=str(i), headline="Kock", requirements=[]) for i in range(3)]
    scanning = Scan(AdTable(records, LOOKUP, DEFAULT_GATES), DEFAULT_COMPONENTS, default_weights())
    person = Person(Profile(id="P", wishes=["Kock"]), LOOKUP)
    totals = []
    for kind in (PlainKernel, type(KERNELS[1])):
        totals.append(scanning.of(person).best(3, np.ones(3, bool), include_blocked=True).total.tolist())
        assert isinstance(scanning.kernel, kind)
    assert totals[0] == totals[1]


def test_without_numba_the_numpy_form_is_taken(monkeypatch):
    monkeypatch.setitem(sys.modules, "matcher.ranking.kernel.compiled", None)
    compiled_kernel.cache_clear()
    try:
        assert isinstance(kernel.kernel_for(10**9), PlainKernel)
    finally:
        compiled_kernel.cache_clear()
    assert isinstance(kernel.kernel_for(5), PlainKernel)


def test_without_a_folder_to_write_to_the_compiled_form_works_all_the_same(tmp_path):
    """A read-only installation and no home: compiled in the process, nothing kept."""
    import subprocess

    code = """
import numba.core.caching as caching
caching.CacheImpl._locator_classes = []
from matcher.compiling import compiled
print(compiled(lambda number: 3 * number)(5))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout == "15\n"
