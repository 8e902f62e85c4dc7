"""Cells of wishes: what is asked for, and refusals, times and hours that stand among it."""

from __future__ import annotations

import pytest

from matcher.readers.cells.wanted import Wanted, read_wanted


@pytest.mark.parametrize(
    ("cell", "wishes"),
    [
        ("pilot på sikt, nu städare", ["pilot", "städare"]),
        ("just nu diskare, på lång sikt målare", ["diskare", "målare"]),
        ("först undersköterska, sedan barnmorska", ["undersköterska", "barnmorska"]),
        ("first cleaner, then plumber", ["cleaner", "plumber"]),
        ("first aid instructor", ["first aid instructor"]),
        ("kontor, kan tänka sig det mesta", ["kontorist"]),
        ("gärna lager men går bra med allt", ["lagerarbetare"]),
        ("open to anything but prefers kitchen", ["köksbiträde"]),
        ("målare men hellre snickare", ["målare", "snickare"]),
        ("målare men saknar betyg", ["målare"]),
        ("fast food cook", ["fast food cook"]),
    ],
)
def test_words_of_time_and_openness_are_no_part_of_a_wish(cell: str, wishes: list[str]) -> None:
    assert read_wanted(cell) == Wanted(wishes=tuple(wishes))


@pytest.mark.parametrize(
    ("cell", "wishes", "refused"),
    [
        ("allt utom disk och städ", [], ["disk", "städning"]),
        ("anything but cleaning", [], ["cleaning"]),
        ("alla jobb förutom bygg, helst lager", ["lagerarbetare"], ["bygg"]),
        ("målare, absolut inte tapetserare", ["målare"], ["tapetserare"]),
        ("buss ej taxi", ["bussförare"], ["taxi"]),
        ("målare (ej tunga lyft)", ["målare"], ["tunga lyft"]),
        ("målare; vill inte: disk, tunga lyft", ["målare"], ["disk", "tunga lyft"]),
        ("inget städ, gärna kök", ["köksbiträde"], ["städning"]),
        ("målare inte mer", [], ["målare"]),
    ],
)
def test_refused_work_is_never_a_wish(cell: str, wishes: list[str], refused: list[str]) -> None:
    assert read_wanted(cell) == Wanted(wishes=tuple(wishes), not_wanted=tuple(refused))


@pytest.mark.parametrize(
    "cell", ["målare, aldrig jobbat som det", "målare, inget körkort", "målare - inget annat", "målare, kan ej lyfta"]
)
def test_what_is_lacking_is_not_refused(cell: str) -> None:
    assert read_wanted(cell) == Wanted(wishes=("målare",))


@pytest.mark.parametrize(
    ("cell", "wishes", "times"),
    [
        ("vad som helst utom nattarbete", [], ["night"]),
        ("kök men inte natt", ["köksbiträde"], ["night"]),
        ("butik (ej helger)", ["butiksbiträde"], ["weekend"]),
        ("shop but no nights", ["butiksbiträde"], ["night"]),
        ("målare - inte kväll och helg", ["målare"], ["evening", "weekend"]),
        ("målare, bara dagtid", ["målare"], ["evening", "night"]),
    ],
)
def test_refused_times(cell: str, wishes: list[str], times: list[str]) -> None:
    read = read_wanted(cell)
    assert (list(read.wishes), list(read.not_times), read.not_wanted) == (wishes, times, ())


@pytest.mark.parametrize(
    ("cell", "wish", "hours"),
    [
        ("målare heltid", "målare", "full"),
        ("målare - deltid", "målare", "part"),
        ("målare, ej heltid", "målare", "part"),
        ("målare, kan jobba 75%", "målare", "part"),
        ("deltid som målare", "målare", "part"),
        ("butik (helst deltid, ej kväll)", "butiksbiträde", "part"),
        ("part-time cleaner", "cleaner", "part"),
        ("målare, dagtid", "målare", None),
        ("nattvakt", "nattvakt", None),
    ],
)
def test_hours_beside_a_wish(cell: str, wish: str, hours: str | None) -> None:
    read = read_wanted(cell)
    assert (read.wishes, read.hours, read.not_wanted) == ((wish,), hours, ())
