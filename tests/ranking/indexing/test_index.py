"""What is ranked through an index is what is ranked without it, whatever was changed in between."""

import hashlib
import json
import random
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import CorruptIndexError, ReadError, StaleIndexError
from matcher.ranking import Matcher, build_index, index_info, is_index, open_index, update_index, verify_index
from matcher.ranking.gates import DEFAULT_GATES, Demand
from matcher.ranking.termrows import BLOCK, TermRows
from matcher.records import Experience, JobAd, OccupationRef, Profile, Requirement, Skill

TRADES = ["Kock", "Svetsare", "Lokalvårdare", "Undersköterska", "Bagare", "Snickare"]
PEOPLE = [
    Profile(
        id=f"P{i}", experience=[Experience(title=title, years=i)], skills=[Skill(label="svetsning")], wishes=[title]
    )
    for i, title in enumerate(TRADES)
]


def make_ad(number: int) -> JobAd:
    choose = random.Random(number)
    trade = choose.choice(TRADES)
    rows = [
        Requirement(kind="language", value={"lang": "sv", "level": choose.choice("ABC") + "1"}, necessity="must"),
        Requirement(kind="experience", value={"years": 2, "field": None}, necessity="must"),
        Requirement(kind="driving_licence", value="B", necessity="must", any_of=1),
        Requirement(kind="skill", value=choose.choice(["svets", "hygien", "ritningsläsning"]), necessity="nice"),
        Requirement(kind="driving_licence", value="C", necessity="must", any_of=1),
        Requirement(kind="working_time", value=["evening", "night"], necessity="must"),
    ]
    return JobAd(
        id=f"ad {number}\n{number}" if number % 7 == 0 else f"ad {number}",
        headline=f"{trade} till {choose.choice(['Solna', 'Visby'])} \ud83d {number}",
        text=f"Vi söker en {trade.lower()}. " + " ".join(choose.choices(["team", "ansvar", "kök", "bygge"], k=9)),
        occupation=OccupationRef(label=trade),
        municipality=choose.choice(["Solna", "Gotland", None]),
        hours=choose.choice(["full", "part", None]),
        deadline=choose.choice([None, "2026-05-01T23:59:59", "2026-09-30"]),
        open_for_all=choose.random() < 0.2,
        requirements=choose.sample(rows, choose.randint(0, 5)),
    )


ADS = [make_ad(i) for i in range(60)]


def listed(matcher, queries=PEOPLE, **options):
    return json.dumps(matcher.rank(queries, **options).to_rows())


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "ads"
    build_index(path, ADS)
    return path


@pytest.mark.parametrize("options", [{}, {"k": 500, "include_blocked": True}, {"k": 3}])
@pytest.mark.parametrize("as_of", [None, date(2026, 6, 1)])
def test_an_index_ranks_as_its_ads_do(index, options, as_of):
    assert listed(Matcher.open(index, as_of=as_of), **options) == listed(Matcher(ADS, as_of=as_of), **options)


def test_an_index_explains_and_is_a_sequence_of_its_ads(index):
    ledger = Matcher.open(index).explain(PEOPLE[0], "ad 3", lang="en")
    assert ledger == Matcher(ADS).explain(PEOPLE[0], "ad 3", lang="en")
    with pytest.raises(KeyError):
        Matcher.open(index).explain(PEOPLE[0], "nonsense")
    records = open_index(index)
    assert [ad.id for ad in records] == [ad.id for ad in ADS]
    assert records[-1].headline == ADS[-1].headline
    assert [ad.id for ad in records[2:4]] == [ADS[2].id, ADS[3].id]
    with pytest.raises(IndexError):
        records[len(ADS)]


def test_profiles_are_kept_too(tmp_path):
    build_index(tmp_path, PEOPLE[:4])
    counts = update_index(tmp_path, [PEOPLE[0].model_copy(update={"wishes": ()}), PEOPLE[5]], removed=["P2"])
    assert (counts["added"], counts["changed"], counts["removed"], counts["n"]) == (1, 1, 1, 4)
    people = list(open_index(tmp_path))
    assert [p.id for p in people] == ["P1", "P3", "P0", "P5"]
    assert listed(Matcher.open(tmp_path), ADS) == listed(Matcher(people), ADS)
    with pytest.raises(TypeError, match="index of profiles"):
        update_index(tmp_path, ADS[:1])


def test_what_an_index_holds_may_be_named_and_then_nothing_else_goes_in(tmp_path):
    assert build_index(tmp_path, [], kind="ads")["kind"] == "ads"
    assert listed(Matcher.open(tmp_path), PEOPLE[:2]) == listed(Matcher([]), PEOPLE[:2])
    assert build_index(tmp_path, [])["kind"] == "profiles"
    for kind, records in (("ads", PEOPLE[:1]), ("profiles", ADS[:1]), (None, [*PEOPLE[:1], *ADS[:1]])):
        with pytest.raises(TypeError, match="all JobAd or all Profile"):
            build_index(tmp_path, records, kind=kind)
    assert build_index(tmp_path, PEOPLE[:2], kind="profiles")["n"] == 2


def files_of(path):
    version = open_index(path).version
    return {name: (version.path / name).read_bytes() for name in version.files}


@given(
    st.lists(st.tuples(st.lists(st.integers(0, 40), max_size=9), st.lists(st.integers(0, 40), max_size=9)), max_size=3)
)
@settings(max_examples=25, deadline=None)
def test_updates_leave_the_bytes_of_an_index_built_at_once(tmp_path_factory, changes):
    path = tmp_path_factory.mktemp("changing")
    held = {ADS[i].id: ADS[i] for i in range(12)}
    build_index(path, list(held.values()))
    for step, (given_ads, gone) in enumerate(changes):
        fresh = [ADS[i].model_copy(update={"headline": f"{ADS[i].headline} {step}"}) for i in dict.fromkeys(given_ads)]
        removed = [ADS[i].id for i in gone]
        update_index(path, fresh, removed)
        held = {i: ad for i, ad in held.items() if i not in removed and i not in {f.id for f in fresh}}
        held |= {ad.id: ad for ad in fresh}
    at_once = tmp_path_factory.mktemp("at_once")
    if held:
        build_index(at_once, list(held.values()))
        assert files_of(path) == files_of(at_once)
    else:
        assert index_info(path)["n"] == 0
        assert listed(Matcher.open(path)) == json.dumps([{"id": p.id, "matches": []} for p in PEOPLE])


def test_building_twice_gives_the_same_bytes_and_the_last_of_an_id_stands(tmp_path):
    build_index(tmp_path / "a", ADS[:9])
    before = files_of(tmp_path / "a")
    build_index(tmp_path / "a", [ADS[0].model_copy(update={"headline": "x"}), *ADS[1:9], ADS[0]])
    assert files_of(tmp_path / "a") == before
    assert index_info(tmp_path / "a")["version"] == "v000002"


def test_an_index_keeps_nothing_that_is_not_plain_data(tmp_path):
    class Odd:
        kinds = ("skill",)

        def demand(self, requirement, work):
            return Demand("skill", object())

        def judge(self, person, demand):
            raise AssertionError

    with pytest.raises(TypeError, match="JSON serializable"):
        build_index(tmp_path / "odd", [ad for ad in ADS if ad.requirements], gates=[Odd()])
    assert not is_index(tmp_path / "odd")
    with pytest.raises(TypeError, match="all JobAd or all Profile"):
        build_index(tmp_path / "odd", [*ADS, *PEOPLE])


def test_other_gates_versions_and_damage_are_refused(index, tmp_path, monkeypatch):
    with pytest.raises(StaleIndexError, match="other gates"):
        Matcher.open(index, gates=DEFAULT_GATES[:3])
    with monkeypatch.context() as patch:
        patch.setattr("matcher.ranking.indexing.index.__version__", "99")
        with pytest.raises(StaleIndexError, match="version 0"):
            open_index(index)
    with pytest.raises(ReadError, match="matcher index build"):
        update_index(tmp_path / "nothing", ADS)
    assert verify_index(index)["n"] == len(ADS)


def sealed(version, name):
    """Let the manifest tell of a file as it is now."""
    noted = version.files[name]
    noted["size"] = (version.path / name).stat().st_size
    manifest = json.loads((version.path / "manifest.json").read_bytes())
    manifest["files"] = dict(version.files)
    content = json.dumps(manifest).encode()
    (version.path / "manifest.json").write_bytes(content)
    (version.path.parent / "current").write_text(f"v000001 {hashlib.sha256(content).hexdigest()}\n")


@pytest.mark.parametrize("kind", [lambda a: a.astype(float), lambda a: np.array([a, a]), lambda a: a.astype("S9")])
@pytest.mark.parametrize("name", ["work", "groups.must", "groups.first", "demands.value", "text.row", "title.start"])
def test_arrays_of_another_kind_are_refused(tmp_path, name, kind):
    build_index(tmp_path, ADS)
    version = open_index(tmp_path).version
    np.save(version.path / f"{name}.npy", kind(np.array(version.array(name))))
    sealed(version, f"{name}.npy")
    with pytest.raises(CorruptIndexError, match="build the index again"):
        Matcher.open(tmp_path)


@pytest.mark.parametrize("content", [b"", b"null", b"7", b"[NaN]", b'[{"a": []}]', b"[" * 100_000])
@pytest.mark.parametrize("name", ["ids", "works", "places", "named", "demands.values", "text.terms"])
def test_lists_of_another_kind_are_refused(tmp_path, name, content):
    build_index(tmp_path, ADS)
    version = open_index(tmp_path).version
    (version.path / f"{name}.json").write_bytes(content)
    sealed(version, f"{name}.json")
    with pytest.raises(CorruptIndexError, match="build the index again"):
        Matcher.open(tmp_path)


@pytest.mark.parametrize("ends", [[0], [1.0, 2.0], [[1, 2]], [5, 3], [-1, 9_999_999]])
def test_lines_that_do_not_end_where_the_file_does_are_refused(tmp_path, ends):
    build_index(tmp_path, ADS)
    version = open_index(tmp_path).version
    np.save(version.path / "records.ends.npy", np.array(ends))
    sealed(version, "records.ends.npy")
    with pytest.raises(CorruptIndexError, match="lines that were written"):
        open_index(tmp_path)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("work", lambda a: a + 1000),
        ("place", lambda a: a - 1),
        ("order", lambda a: a[:-1]),
        ("groups.demand", lambda a: a + 1000),
        ("groups.first", lambda a: a[::-1]),
        ("groups.kind", lambda a: a + 100),
        ("groups.kind", lambda a: -1 - a),
        ("groups.start", lambda a: a[:-1]),
        ("text.start", lambda a: a * 2),
        ("title.row", lambda a: a[:-1]),
        ("title.start", lambda a: a[:0]),
        ("text.row", lambda a: np.where(np.arange(len(a)) == 1, len(ADS), a).astype(a.dtype)),
    ],
)
def test_arrays_that_point_outside_are_refused(tmp_path, name, change):
    build_index(tmp_path, ADS)
    version = open_index(tmp_path).version
    array = np.array(version.array(name))
    np.save(version.path / f"{name}.npy", change(array))
    sealed(version, f"{name}.npy")
    with pytest.raises(CorruptIndexError, match="do not fit each other"):
        Matcher.open(tmp_path)


def test_a_line_that_holds_no_record_is_said(tmp_path):
    build_index(tmp_path, ADS[:2])
    records = open_index(tmp_path)
    path = records.version.path / "records.lines"
    path.write_bytes(path.read_bytes().replace(b'"headline"', b'"headlinx"'))
    with pytest.raises(CorruptIndexError, match="no record"):
        open_index(tmp_path)[0]


vectors = st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 1024), max_size=6), max_size=12)


@given(vectors, vectors, st.data())
@settings(max_examples=80, deadline=None)
def test_term_rows_that_are_gathered_are_as_if_laid_out_so(first, second, data):
    query = data.draw(st.dictionaries(st.sampled_from("abcdefghij"), st.integers(1, 1024)))
    both = first + second
    order = data.draw(st.lists(st.integers(0, len(both) - 1), max_size=20)) if both else []
    whole = [both[i] for i in order]
    rows = TermRows.gathered([TermRows.of(first), TermRows.of(second)], np.array(order, np.int64))
    plain = TermRows.of(whole)
    assert list(rows.terms) == list(plain.terms)
    assert all(np.array_equal(getattr(rows, n), getattr(plain, n)) for n in ("start", "row", "value"))
    slow = [sum(value * vector.get(term, 0) for term, value in query.items()) for vector in whole]
    assert rows.dot(query).tolist() == slow


def test_term_rows_of_more_than_a_block():
    n = BLOCK + 3
    rows = TermRows.of([{"a": 1 + i % 7} | ({"b": 5} if i % BLOCK == 1 else {}) for i in range(n)])
    assert rows.start.shape == (2, 3)
    points = rows.dot({"a": 2, "b": 3})
    assert points.tolist() == [2 * (1 + i % 7) + 15 * (i % BLOCK == 1) for i in range(n)]
    picked = np.array([1, BLOCK + 1, 5])
    assert TermRows.gathered([rows], picked).dot({"b": 1}).tolist() == [5, 5, 0]


def test_what_is_given_again_just_so_has_not_changed(tmp_path):
    build_index(tmp_path / "ads", ADS)
    other = ADS[0].model_copy(update={"deadline": "2027-05-01"})
    for told, changed in ((ADS, 0), ([other, *ADS[1:]], 1), ([other], 0), ([ADS[0]], 1)):
        counts = update_index(tmp_path / "ads", told)
        assert (counts["added"], counts["changed"], counts["n"]) == (0, changed, len(ADS))
    build_index(tmp_path / "people", PEOPLE)
    assert update_index(tmp_path / "people", PEOPLE)["changed"] == 0
    assert update_index(tmp_path / "people", [PEOPLE[0].model_copy(update={"own_car": True})])["changed"] == 1
