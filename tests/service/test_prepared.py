"""What the service prepares before the first request changes no list."""

from matcher import Matcher
from matcher.demo import example_ads, example_people
from matcher.ranking import scan
from matcher.requirements import with_requirements
from matcher.service.holdings import State
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
