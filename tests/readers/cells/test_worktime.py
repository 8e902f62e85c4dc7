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


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Börjar inte före kvart i nio", ["early"]),
        ("Skjutsar till dagis 7.15 och kan jobba därefter", ["early"]),
        ("Kan vara på jobbet tidigast kl. 9", ["early"]),
        ("Can't be there before half past eight", ["early"]),
        ("Första bussen går 7.20, sedan kan hon arbeta", ["early"]),
        ("Måste sluta senast 17", ["evening", "night"]),
        ("Must leave by 5 pm", ["evening", "night"]),
        ("Not able to work after 16.30", ["evening", "night"]),
        ("Kan inte arbeta efter 16.30", ["evening", "night"]),
        ("Kan jobba till kl 21", ["night"]),
        ("Endast eftermiddagar", ["evening", "night", "early"]),
        ("Weekdays only, daytime", ["evening", "night", "weekend"]),
        ("Föredrar dagtid men kvällspass går bra", ["night"]),
        ("Kan arbeta mellan 9 och 14.30 måndag till fredag", ["evening", "night", "weekend", "early"]),
        ("Tidiga mornar funkar inte", ["early"]),
        ("Helger är svårt nu", ["weekend"]),
        ("Undviker helst kvällar", ["evening"]),
        ("Tar gärna kväll och helg, natt går ej", ["night"]),
    ],
)
def test_times_by_the_clock_and_the_parts_of_the_day(text: str, times: list[str]) -> None:
    assert read_not_times(text) == times


@pytest.mark.parametrize(
    "text",
    [
        "Ring inte före 9",
        "Kursen är bara på förmiddagar",
        "Kan börja tidigast 8 februari",
        "Kan börja från 15.10.2026",
        "Kan jobba från kl 5",
        "Har inte arbetat efter 2018",
        "Jobbar nu 5-9 på lager",
        "Prefers day-to-day work with people",
        "Måste sluta 16.30 de dagarna",
        "Gick i skolan till 12 års ålder",
        "Kan jobba 10-15 år till",
    ],
)
def test_times_of_something_else(text: str) -> None:
    assert read_not_times(text) == []


def test_what_is_denied_behind_a_time_that_suits() -> None:
    assert read_not_times("kan em och kväll ej fm pga kurs") == []
    assert read_not_times("kväll ej, fm går bra") == ["evening"]
    assert read_not_times("Helger har hon svårt för men natt går bra") == ["weekend"]


def test_who_takes_shifts_takes_evenings() -> None:
    assert read_not_times("Helst dagtid men skift går bra") == []
    assert read_not_times("Helst dagtid men inte skift") == ["evening", "night", "shift"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("dag", ["evening", "night"]),
        ("100%, dagtid", ["evening", "night"]),
        ("vardagar dagtid", ["evening", "night", "weekend"]),
        ("kontorstider", ["evening", "night", "weekend"]),
        ("dag, kväll ok", ["night"]),
        ("dagtid, ej kväll", ["evening"]),
        ("dag el. 2-skift", []),
        ("alla dagar", []),
        ("ej natt. ej sön.", ["night", "weekend"]),
        ("ogärna lör", ["weekend"]),
        ("ej OB-tid", ["evening", "night", "weekend"]),
    ],
)
def test_what_a_cell_of_hours_leaves_out(text: str, times: list[str]) -> None:
    assert read_not_times(text, column=True) == times


def test_anything_goes_behind_full_time_is_about_the_times() -> None:
    assert read_hours("heltid, allt går bra") == "full"
    assert read_hours("allt") == "any"
