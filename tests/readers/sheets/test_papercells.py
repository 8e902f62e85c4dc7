"""Licences and cards in a sheet, and columns that are one card's alone."""

from __future__ import annotations

import pytest

from matcher.readers import Source, read_profiles
from matcher.records import Profile


def one(header: str, cell: str) -> Profile:
    return read_profiles(Source("p.csv", f"Nr;Modersmål;Yrke;{header}\n1;dari;kock 2 år;{cell}\n".encode()))[0]


@pytest.mark.parametrize(
    ("header", "cell", "cards"),
    [
        ("Truckkort J/N", "J", ("truck",)),
        ("Truckkort", "A2, B1", ("truck",)),
        ("HLR", "ja, 2025", ("hlr",)),
        ("Har du heta arbeten?", "x", ("heta_arbeten",)),
        ("Väktarutbildning", "genomförd 2023", ("vaktarutbildning",)),
        ("HLR", "nej", ()),
        ("CPR course", "Passed", ("hlr",)),
        ("HLR-kurs", "underkänd", ()),
        ("Livsmedelshygien", "utgått", ()),
        ("YKB (ja/nej)", "anmäld", ()),
        ("Intyg", "ja", ()),
        ("Körkort", "CE + YKB", ("ykb",)),
        ("Körkort", "B (Sverige), taxileg", ("taxi",)),
        ("Körkort", "B, ej YKB", ()),
    ],
)
def test_cards(header: str, cell: str, cards: tuple[str, ...]) -> None:
    assert one(header, cell).certificates == cards


def test_a_card_that_is_denied_says_nothing_of_others() -> None:
    assert one("Truckkort", "nej").none == ("certificates.truck",)
    assert one("Intyg", "nej").none == ("certificates",)


def test_a_card_beside_a_licence_leaves_the_licence_as_it_is() -> None:
    person = one("Körkort", "CE + YKB")
    assert [(x.class_, x.valid) for x in person.driving_licences] == [("CE", "unknown")]


@pytest.mark.parametrize(
    ("header", "none"),
    [
        ("Truckkort A1-A4", ()),
        ("Truckkort klass B", ()),
        ("C-körkort", ()),
        ("Security licence", ()),
        ("Kört truck utomlands", ()),
        ("Utbildningsbevis finns", ()),
        ("Kan arbeta utan körkort", ()),
        ("Körkortstillstånd", ()),
        ("B-kort", ("driving_licences",)),
        ("Licence", ("driving_licences",)),
    ],
)
def test_what_a_bare_no_denies(header: str, none: tuple[str, ...]) -> None:
    assert one(header, "nej").none == none


def test_a_class_that_is_ticked_is_held_wherever_it_is_from() -> None:
    assert [(x.class_, x.valid) for x in one("B licence", "Ja").driving_licences] == [("B", "unknown")]
    assert one("Truckkort A1-A4", "x").certificates == ("truck",)


@pytest.mark.parametrize(
    ("cell", "lacks"),
    [
        ("övningskör, teori klar", True),
        ("Övningskör B", True),
        ("går på körskola, uppkörning i april", True),
        ("has driving lessons, theory test in May", True),
        ("B (Irak), övningskör för svenskt", False),
        ("ska byta sitt syriska", False),
        ("har B, övningskör för C", False),
        ("väntar på besked", False),
    ],
)
def test_who_learns_to_drive_holds_no_licence(cell: str, lacks: bool) -> None:
    assert ("driving_licences" in one("Körkort", cell).none) is lacks


@pytest.mark.parametrize(
    ("cell", "remark", "status"),
    [
        ("veterinärexamen Quito 2012, söker leg", "", "applied"),
        ("veterinärexamen Quito 2012", "kunskapsprov i vår", "knowledge_test"),
        ("veterinärexamen Quito 2012", "maken är legitimerad tandläkare", None),
        ("veterinärexamen Quito 2012", "", None),
    ],
)
def test_a_licence_beside_its_degree(cell: str, remark: str, status: str | None) -> None:
    sheet = f"id;Utbildning;Språk;Övrigt\nr1;{cell};svenska B2;{remark}\nr2;kock 2 år Peru;svenska B1;\n"
    found = read_profiles(Source("p.csv", sheet.encode()))[0].licensed_profession
    assert (found and found.status) == status
