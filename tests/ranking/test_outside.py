"""Tables from outside join the score, and bad ones are refused with the place."""

import pytest

from matcher.errors import InvalidRecordError, ReadError
from matcher.ranking import Matcher, Weights
from matcher.ranking.components import DEFAULT_COMPONENTS, Travel
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.kernel.kernel import PlainKernel, compiled_kernel
from matcher.ranking.lookup import Lookup
from matcher.ranking.outside import OutsidePoints, read_journeys, read_points
from matcher.ranking.person import Person
from matcher.ranking.scan import Scan
from matcher.ranking.table import AdTable, open_on
from matcher.readers.ads.whereabouts import from_anywhere
from matcher.records import JobAd, Profile
from matcher.taxonomy import Taxonomy

ADS = [
    JobAd(id=i, headline="Diskare", municipality=m, requirements=[]) for i, m in (("a", "Solna"), ("b", "Norrtälje"))
]
PERSON = Profile(id="K1", home_municipality="Solna", max_travel_minutes=30)


def written(tmp_path, text):
    path = tmp_path / "t.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_another_rankers_points_are_one_more_contribution(tmp_path):
    outside = read_points("mine", written(tmp_path, "profile\tad\tpoints\nK1\tb\t5000\n"))
    weights = Weights({"mine": 1, "travel": 100}, {})
    ranked = Matcher(ADS, weights=weights, components=(*DEFAULT_COMPONENTS, outside)).rank([PERSON])[0]
    assert [m.id for m in ranked.matches] == ["b", "a"]
    assert ranked.matches[0].contributions["mine"] == 5000
    assert "mine" not in ranked.matches[1].contributions


def test_a_table_of_journeys_replaces_the_estimate(tmp_path):
    path = written(tmp_path, "from\tto\tminutes\tarrive_by\nSolna\tNorrtälje\t20\t08:00\nSolna\t0188\t25\t\n")
    journeys = read_journeys(path)
    assert journeys == {("0184", "0188"): 20}
    far = Matcher(ADS, weights=Weights({"travel": 100}, {})).rank([PERSON])[0].matches
    near = Matcher(ADS, weights=Weights({"travel": 100}, {}), components=[Travel(journeys=journeys)]).rank([PERSON])[0]
    assert far[1].contributions["travel"] < 0
    assert [m.contributions for m in near.matches] == [{}, {}]


def test_no_way_counts_to_a_job_done_from_anywhere():
    far = {"municipality": "Kiruna", "municipality_code": "2584"}
    ads = [
        JobAd(id="anywhere", text="Du jobbar helt på distans.", **far),
        JobAd(id="days", text="Du kan jobba på distans två dagar i veckan.", **far),
        JobAd(id="taught", text="Utbildningen ges helt på distans.", **far),
    ]
    ranked = Matcher(ads, weights=Weights({"travel": 100}, {})).rank([PERSON])[0].matches
    assert {m.id: m.contributions.get("travel", 0) for m in ranked} == {"anywhere": 0, "days": -100, "taught": -100}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\tb\n", 1),
        ("profile\tad\tpoints\nK1\tb\n", 2),
        ("profile\tad\tpoints\nK1\tb\t1.5\n", 2),
        ("profile\tad\tpoints\nK1\tb\t1\n\nK1\tb\t2\n", 4),
        ("profile\tad\tpoints\nK1\tb\t30000000000000000000\n", 2),
    ],
)
def test_a_bad_table_is_refused_with_its_line(tmp_path, text, line):
    with pytest.raises(InvalidRecordError) as caught:
        read_points("mine", written(tmp_path, text))
    assert caught.value.line == line


def test_an_unknown_place_and_a_missing_file_are_refused(tmp_path):
    with pytest.raises(InvalidRecordError, match="municipalities"):
        read_journeys(written(tmp_path, "from\tto\tminutes\tarrive_by\nAtlantis\tSolna\t5\t\n"))
    with pytest.raises(InvalidRecordError, match="line 2: expected minutes"):
        read_journeys(written(tmp_path, "from\tto\tminutes\tarrive_by\nSolna\tSolna\t-5\t\n"))
    with pytest.raises(ReadError):
        read_points("mine", tmp_path / "none.tsv")


def test_points_are_the_same_alone():
    outside = OutsidePoints("mine", {"K1": {"a": 3}})
    both = Matcher(ADS, weights=Weights({"mine": 2}, {}), components=[outside]).rank([PERSON])[0]
    alone = Matcher(ADS[:1], weights=Weights({"mine": 2}, {}), components=[outside]).rank([PERSON])[0]
    assert both.matches[0].contributions == alone.matches[0].contributions == {"mine": 6}


def test_points_however_large_are_added_up_alike_by_both_kernels():
    lookup = Lookup(Taxonomy.starter())
    ads = [JobAd(id=f"{i:03}", headline=("Diskare", "Bud")[i % 2], requirements=[]) for i in range(200)]
    table = AdTable([lookup.prepared(ad) for ad in ads], lookup, DEFAULT_GATES)
    outside = OutsidePoints("mine", {"K1": {ad.id: (i * 7919) % 1_000_000 - 500_000 for i, ad in enumerate(ads)}})
    person, still = Person(PERSON, lookup), open_on(table.deadline, None)
    found = []
    for kernel in (PlainKernel(), compiled_kernel()):
        scan = Scan(table, [outside], Weights({"mine": 1_000_000}), kernel)
        found.append(scan.of(person).best(5, still, include_blocked=True).total.tolist())
    assert found[0] == found[1] == sorted((10**6 * n for n in outside.pairs["K1"].values()), reverse=True)[:5]


@pytest.mark.parametrize(
    "said",
    ["Det går inte att arbeta helt på distans.", "This is not a remote position.", "Vissa dagar sker helt hemifrån."],
)
def test_what_is_denied_or_a_part_of_the_week_is_not_done_from_anywhere(said):
    assert not from_anywhere(said)
