"""Work that sentences ask for: titles in their words, trades by who works in them."""

from __future__ import annotations

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.told.asked import asked_work


@pytest.mark.parametrize(
    ("sentence", "work"),
    [
        ("Skulle helst jobba som snickare, annars målare", ["snickare", "målare"]),
        ("I would like to work as a baker or pastry cook", ["baker", "pastry cook"]),
        ("Looking for full-time work as a welder and can start now", ["welder"]),
        ("Interested in laundry and hotel work", ["tvätteriarbetare", "hotellstädare"]),
        ("Wants to get back to a laboratory", ["laboratorieassistent"]),
        ("Wants outdoor work with animals", ["djurskötare"]),
        ("Wants a steady job, in a warehouse or as a courier", ["lagerarbetare", "budförare"]),
        ("Vill tillbaka till lager eller bygg", ["lagerarbetare", "byggarbetare"]),
        ("Seeking guard or parking work", ["väktare", "parkeringsvakt"]),
        ("Looking for a first paid job in Sweden", []),
        ("Interested in people, music and new cultures", []),
        ("Wants to learn Swedish quickly", []),
        ("Open to hybrid", []),
        ("Söker bostad i Malmö", []),
    ],
)
def test_work_asked_for(sentence, work):
    assert asked_work(sentence) == work


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Hemtjänst vill hon inte ha.", ("Hemtjänst",)),
        ("Lager är inte aktuellt.", ("Lager",)),
        ("Demolition is not what I am looking for.", ("Demolition",)),
        ("Tillbaka till taxi vill han absolut inte.", ("taxi",)),
        ("Not telephone sales, please.", ("telephone sales",)),
        ("Detta vill hon inte.", ()),
        ("Körkort är inte aktuellt.", ()),
        ("Nätter vill hon inte ha.", ()),
    ],
)
def test_work_turned_down(text, refused):
    whole = f"Söker jobb som kock. {text}"
    assert read_profiles(Source("a.txt", whole.encode()))[0].not_wanted == refused


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Helgerna vill jag ha fria.", ("weekend",)),
        ("Nights are not possible.", ("night",)),
        ("Nights are no problem.", ()),
        ("Kvällar är inte något problem.", ()),
    ],
)
def test_times_turned_down(text, times):
    person = read_profiles(Source("a.txt", f"Söker jobb som kock. {text}".encode()))[0]
    assert person.availability.not_ == times


@pytest.mark.parametrize(
    ("sentence", "work"),
    [
        ("På kort sikt: receptionist.", ["receptionist"]),
        ("I'd like to start as a waiter, and would consider cleaning.", ["waiter", "städare"]),
        ("Jag söka jobb på era äldreboenden", ["vårdbiträde"]),
        ("Ni behöver folk till ert skrädderi", ["skräddare"]),
        ("Skogsarbete vore bäst.", ["Skogsarbetare"]),
        ("Undrar om lagerjobbet i Falun", ["lagerarbetare"]),
        ("Vill jobba på verkstad, absolut inte restaurang", ["verkstadsarbetare"]),
        ("Vill inte arbeta på byggarbetsplats", []),
        ("Ni söker någon som är noggrann", []),
        ("Det vore bäst att ringa", []),
    ],
)
def test_wishes_of_letters_and_notes(sentence: str, work: list[str]) -> None:
    assert asked_work(sentence) == work


def test_what_somebody_would_rather_become_is_asked_for_beside_the_other_wish() -> None:
    assert asked_work("Jag vill gärna fortsätta i vården men helst bli kock.") == ["vårdbiträde", "kock"]
    assert asked_work("Jag kan jobba och bli trött.") == []


def test_how_far_and_anything_at_all_is_no_work() -> None:
    assert asked_work("Söker jobb som målare, helst inom 25 minuter från Säter.") == ["målare"]
    assert asked_work("Söker vad som helst.") == []
