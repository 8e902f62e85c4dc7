"""What the service prepares before the first request changes no list, and a source is looked at again and again."""

import pytest

from matcher import Matcher
from matcher.demo import example_ads, example_people
from matcher.errors import ReadError
from matcher.ranking import scan
from matcher.records import Profile
from matcher.requirements import with_requirements
from matcher.service.holdings import Holdings, Origin, State
from matcher.taxonomy import Taxonomy


def test_a_state_that_expects_many_ranks_as_a_matcher_that_expects_nobody(monkeypatch):
    ads = [with_requirements(ad) for ad in example_ads()]
    people = example_people()
    plain = Matcher(ads).rank(people, 9).lists
    monkeypatch.setattr(scan, "WORTH_COMPILING", 1_000)
    state = State(ads, (), Taxonomy.starter())
    assert state._over_ads._jobs.scan._sieve is not None
    assert state.ads_for(people, 9, "sv") == plain
    assert not state._over_ads._seen_profiles


@pytest.mark.parametrize(
    "error", [ReadError("people", "an index"), PermissionError(13, "denied"), RuntimeError("no thread")]
)
def test_a_source_that_could_not_be_looked_at_is_looked_at_again(error):
    answers = iter([0, error, 1, 1])

    def stamp():
        told = next(answers)
        if isinstance(told, Exception):
            raise told
        return told

    holdings = Holdings(Origin(lambda t: (), lambda t: (Profile(id="p"),), Taxonomy.starter, stamp))
    first = holdings.state()
    for _ in range(2):
        holdings._looked = -10.0
        assert holdings.state() is first
    with holdings._lock:
        assert holdings.state() is not first
