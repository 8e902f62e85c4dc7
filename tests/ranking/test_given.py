import pickle
from datetime import date, datetime

import pytest

from matcher import JobAd, Matcher, Profile, UnknownRecordError, evaluate, explain, read_profiles, read_requirements
from matcher.errors import MissingExtraError, ReadError, StaleIndexError, UnknownConceptError

ADS = [JobAd(id=f"a{n}", headline="Kock", text=f"Vi är {n} kockar.") for n in range(7)]
PEOPLE = [Profile(id="1", wishes=("Kock",)), Profile(id="2")]


@pytest.fixture(scope="module")
def matcher():
    matcher = Matcher(ADS)
    matcher.rank(PEOPLE)
    return matcher


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("9", "a1"), "no profile '9' among the 2 that are known: 1, 2"),
        (("1", "b"), "no ad 'b' among the 7 that are known: a0, a1, a2, a3, a4, …"),
    ],
)
def test_an_unknown_id_is_named_with_how_many_are_known(matcher, pair, said):
    with pytest.raises(KeyError) as caught:
        matcher.explain(*pair)
    assert isinstance(caught.value, UnknownRecordError)
    assert str(caught.value) == said
    assert caught.value.record in pair


def test_where_nothing_has_been_seen_nothing_is_listed():
    with pytest.raises(UnknownRecordError, match=r"no profile '1' among the 0 that are known$"):
        Matcher(ADS).explain("1", "a1")


@pytest.mark.parametrize(
    "error",
    [
        ReadError("ads.jsonl", "a JSON object", 3),
        UnknownConceptError("kokk", ["Kock"]),
        UnknownRecordError("ad", "a9", ["a1"]),
        MissingExtraError("pandas", "frames"),
        StaleIndexError("ads: built with other gates"),
    ],
)
def test_errors_come_whole_from_another_process(error):
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


def test_records_and_queries_come_from_any_iterable(matcher):
    assert len(matcher.rank(person for person in PEOPLE)) == 2
    assert len(Matcher(ad for ad in ADS).rank(iter(PEOPLE))) == 2
    assert [found.id for found in Matcher([]).rank(PEOPLE[0])] == ["1"]
    assert Matcher(ADS[0]).rank(PEOPLE[0])[0].matches[0].id == "a0"


@pytest.mark.parametrize(
    "wrong", ["people.csv", b"Id;Kommun", None, {"id": "1"}, [{"id": "1"}], ADS, [PEOPLE[0], ADS[0]]]
)
def test_queries_of_another_kind_are_refused(matcher, wrong):
    with pytest.raises(TypeError, match="queries: expected"):
        matcher.rank(wrong)


@pytest.mark.parametrize("wrong", ["ads.jsonl", None, [{"id": "1"}], [*ADS, *PEOPLE]])
def test_records_of_another_kind_are_refused(wrong):
    with pytest.raises(TypeError, match="records: expected"):
        Matcher(wrong)


def test_an_id_stands_for_one_record():
    with pytest.raises(ValueError, match="two have the id 'a1'"):
        Matcher([*ADS, ADS[1]])


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ({"lang": "fr"}, "lang: expected 'sv' or 'en'"),
        ({"as_of": "2026-01-01"}, "as_of: expected date, not str"),
        ({"taxonomy": "starter"}, "taxonomy: expected Taxonomy, not str; Taxonomy.load"),
        ({"weights": {"text": 1}}, "weights: expected Weights, not dict; Weights.load"),
    ],
)
def test_options_of_another_kind_are_refused(option, said):
    with pytest.raises((TypeError, ValueError), match=said):
        Matcher(ADS, **option)


def test_a_day_with_a_time_is_the_day():
    last = [
        JobAd(id="a", headline="Kock", deadline="2026-02-01"),
        JobAd(id="b", headline="Kock", deadline="2026-01-31"),
    ]
    for day in (date(2026, 2, 1), datetime(2026, 2, 1, 14, 30)):
        listed = Matcher(last, as_of=day).rank(PEOPLE[0], include_blocked=True)[0].matches
        assert [match.id for match in listed] == ["a"]


@pytest.mark.parametrize("k", ["5", 2.5, None])
def test_how_many_is_a_whole_number(matcher, k):
    with pytest.raises(TypeError, match="integer"):
        matcher.rank(PEOPLE, k=k)


def test_functions_say_what_they_take():
    with pytest.raises(TypeError, match=r"profile: expected Profile, not str; Matcher\.explain takes ids"):
        explain("1", "a1")
    with pytest.raises(TypeError, match="ad: expected JobAd, not str"):
        read_requirements("Truckkort krävs.")
    with pytest.raises(TypeError, match=r"run: expected Run, not str; .*read_run"):
        evaluate("run.txt", "qrels.txt")
    with pytest.raises(TypeError, match="row: expected Mapping, not str"):
        Profile.from_row("7;Kock")
    with pytest.raises(TypeError, match=r"not list; read_profiles\(\*paths\)"):
        read_profiles(["a.csv", "b.csv"])


def test_content_in_the_place_of_a_path_is_not_repeated():
    with pytest.raises(ReadError, match=r"source: expected a path; content goes into Source") as caught:
        read_profiles("Id;Namn\n1;Ada Kanarie\n")
    assert "Ada" not in str(caught.value)
