from __future__ import annotations

import pytest

from matcher.ranking import Matcher
from matcher.records import JobAd, Profile

ADS = [JobAd(id="a1", headline="Kock"), JobAd(id="a2", headline="Bagare")]
PEOPLE = [Profile(id="P1", wishes=["kock"]), Profile(id="P2", wishes=["bagare"])]


def test_one_record_is_a_list_of_one():
    assert Matcher(ADS).rank(PEOPLE[0]) == Matcher(ADS).rank(PEOPLE[:1])
    assert Matcher(PEOPLE).rank(ADS[1]) == Matcher(PEOPLE).rank(ADS[1:])


def test_a_record_of_the_wrong_side_is_told():
    with pytest.raises(TypeError, match="ranks for profiles"):
        Matcher(ADS).rank(ADS[0])
    with pytest.raises(TypeError, match="ranks for ads"):
        Matcher(PEOPLE).rank(PEOPLE[0])
