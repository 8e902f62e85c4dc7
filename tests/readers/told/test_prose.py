"""Named facts in the sentences of a CV or a note."""

from __future__ import annotations

import pytest

from matcher.readers.draft import Draft
from matcher.readers.told.prose import read_prose


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("Har inget körkort.", "none", {"driving_licences"}),
        ("Does not drive.", "none", {"driving_licences"}),
        ("Körkort B och bil finns.", "own_car", True),
        ("Ingen bil.", "own_car", False),
        ("Kan börja den 1 februari 2027.", "start", "2027-02-01"),
        ("Pendlar upp till 75 minuter.", "minutes", 75),
        ("Vill inte arbeta med telefonförsäljning.", "not_wanted", ["telefonförsäljning"]),
        ("Egen bil nej.", "own_car", False),
        ("Can begin on March 2, 2027.", "start", "2027-03-02"),
        ("Jobbar heltid fr.o.m. 1 april 2027.", "start", "2027-04-01"),
        ("Längsta resväg är tre kvart.", "minutes", 45),
        ("Up to an hour each way.", "minutes", 60),
        ("Önskar arbeta halvtid som kassör eller bagare, dagtid.", "wishes", ["kassör", "bagare"]),
        ("Wants to work as a baker or a cashier, full time, and can start now.", "wishes", ["baker", "cashier"]),
        ("Söker något som ligger nära hemmet.", "wishes", []),
        ("Jag vill slippa städning och kan inte jobba kvällar.", "not_wanted", ["städning"]),
        ("Modersmål turkiska, inga andra språk.", "not_wanted", []),
    ],
)
def test_facts_in_prose(sentence: str, field: str, value: object) -> None:
    draft = Draft("note.txt", "n")
    read_prose(draft, sentence)
    assert getattr(draft, field) == value


def test_learning_to_drive_is_no_licence() -> None:
    draft = Draft("note.txt", "n")
    read_prose(draft, "Övningskör för B-körkort, teoriprovet är klart.")
    assert draft.licences == []


@pytest.mark.parametrize(
    ("said", "car", "minutes"),
    [
        ("X1 / Täby / B-körkort (svenskt) och bil / pendlar upp till 75 min", True, 75),
        ("Körkort B och bil. Kan åka 40 minuter till jobbet.", True, 40),
        ("Bil finns ej, buss går bra.", False, None),
        ("Pendlar 1 tim 15 min.", None, 75),
        ("Har jobbat en timme i taget, pendlar 50 minuter.", None, 50),
    ],
)
def test_cars_and_journeys_told_in_passing(said: str, car: bool | None, minutes: int | None) -> None:
    draft = Draft("cv.txt", "cv")
    read_prose(draft, said)
    assert (draft.own_car, draft.minutes) == (car, minutes)


def test_what_is_refused_but_is_no_work() -> None:
    draft = Draft("cv.txt", "cv")
    read_prose(draft, "Fotograferar bröllop ibland, vill inte ha med det i CV. Vill inte arbeta med disk.")
    assert draft.not_wanted == ["disk"]
