"""Hours and times of work."""

from __future__ import annotations

import pytest

from matcher.readers.cells.worktime import read_hours, read_not_times


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("4 h/dag", "part"),
        ("8 timmar om dagen", "full"),
        ("3 dagar i veckan", "part"),
        ("förmiddagar", "part"),
        ("hela dagar", "full"),
        ("full time, any day of the week", "full"),
    ],
)
def test_hours(text: str, hours: str) -> None:
    assert read_hours(text) == hours


def test_times_refused_behind_or_by_what_is_left() -> None:
    assert read_not_times("Kvällar och helger går inte") == ["evening", "weekend"]
    assert read_not_times("natt ok, helg nej") == ["weekend"]
    assert read_not_times("fria helger") == ["weekend"]
    assert read_not_times("Kursen går mån-fre") == []
    assert read_not_times("heltid vardagar", column=True) == ["weekend"]


def test_a_long_list_of_times_is_read_to_its_end() -> None:
    assert read_not_times("kvällar och " * 2000 + "helger går inte")[-1] == "weekend"
