"""Corrections where they are met: told one by one, in a time that grows with their number and not with its square."""

from __future__ import annotations

import pytest

from matcher.readers.corrected import GONE, Corrections
from matcher.records import JobAd, Profile, Requirement
from matcher.records.corrections import Correction


class Counting(Correction):
    """A correction that counts how often it is compared with others."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        type(self).compared += 1
        return super().__eq__(other)

    __hash__ = object.__hash__


@pytest.fixture(autouse=True)
def _none_yet():
    Counting.compared = 0


def test_corrections_of_people_who_are_gone_are_told_without_comparing_each_with_each():
    made = Corrections([Counting(f"P{n}", "own_car", None, None, True) for n in range(60)])
    batch = made.of_profiles([Profile(id="P7")])
    assert [note.record for note in batch.notes if note.what != GONE] == ["P7"]
    assert (len(batch.notes), Counting.compared) == (60, 0)
    assert made.fields_of("P7") == ("own_car",)
    assert made.fields_of("P8") == ()
    assert Counting.compared == 0


def test_corrections_of_one_ad_are_told_without_comparing_each_with_each():
    car = Requirement(kind="own_car", value=True, necessity="must", quote="egen bil")
    made = Corrections([Counting("a", None, f"bil {n}", "must", "nice") for n in range(60)])
    notes: list = []
    [ad] = made.of_ads([JobAd(id="a", requirements=[car])], notes)
    assert ad.requirements == (car,)
    assert ({note.what for note in notes}, Counting.compared) == ({GONE}, 0)
