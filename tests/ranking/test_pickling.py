import pickle
from datetime import date

import pytest

from matcher.demo import example_ads, example_people
from matcher.errors import UnknownRecordError
from matcher.ranking import Matcher, build_index, default_weights

PEOPLE, ADS = example_people()[:4], example_ads()


def sent(matcher):
    return pickle.loads(pickle.dumps(matcher))


@pytest.mark.parametrize(("records", "queries"), [(ADS, PEOPLE), (PEOPLE, ADS[:5]), ([], PEOPLE)])
def test_a_matcher_answers_the_same_in_another_process(records, queries):
    matcher = Matcher(records, as_of=date(2026, 1, 1), weights=default_weights(), lang="en")
    assert sent(matcher).rank(queries, include_blocked=True) == matcher.rank(queries, include_blocked=True)


@pytest.mark.parametrize(("records", "queries"), [(ADS, PEOPLE), (PEOPLE, ADS[:5])])
def test_an_index_goes_by_name_and_is_mapped_there_again(tmp_path, records, queries):
    build_index(tmp_path / "kept", records)
    matcher = Matcher.open(tmp_path / "kept")
    assert len(pickle.dumps(matcher)) < 10_000
    assert sent(matcher).rank(queries, k=3) == matcher.rank(queries, k=3)


def test_people_who_were_ranked_do_not_go_along():
    matcher = Matcher(ADS)
    matcher.rank(PEOPLE)
    with pytest.raises(UnknownRecordError):
        sent(matcher).explain(PEOPLE[0].id, ADS[0].id)
