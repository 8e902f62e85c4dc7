"""Cards that a cell or a note says are lacking, denied or held no more."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.cells.papers import read_certificates


@pytest.mark.parametrize(
    ("text", "held", "lacking"),
    [
        ("Travers (kan inte ungerska)", ["travers"], []),
        ("HLR (vill inte ha kvällspass)", ["hlr"], []),
        ("ADR (vet inte till när den gäller); ID06", ["adr", "id06"], []),
        ("ADR (inte ID06)", ["adr"], ["id06"]),
        ("ADR (har inte fått kortet)", [], ["adr"]),
        ("Travers (inte klar)", [], ["travers"]),
        ("Travers. Behöver en längre rast", ["travers"], []),
        ("Travers, HLR - lacks a desk", ["travers", "hlr"], []),
        ("YKB. Gick ut hos förra firman", [], []),
        ("ADR - ska ta det hos ett åkeri", [], []),
        ("ADR (går ut 2031)", ["adr"], []),
    ],
)
def test_a_bracket_that_denies_something_else_leaves_the_card(text, held, lacking):
    cards = read_certificates(text)
    assert (cards.held, cards.lacking) == (held, lacking)


@pytest.mark.parametrize(
    ("text", "held", "lacking"),
    [
        ("Travers. Sökte arbete utan framgång", ["travers"], []),
        ("HLR. Ej ADR", ["hlr"], ["adr"]),
        ("YKB - har aldrig tagit det", [], ["ykb"]),
        ("ADR - ej förnyat", [], ["adr"]),
        ("Liftkort - utan intyg", [], ["lift"]),
        ("ID06. Vill inte åka långt", ["id06"], []),
    ],
)
def test_a_sentence_behind_a_card_denies_that_card_or_nothing_of_it(text, held, lacking):
    cards = read_certificates(text)
    assert (cards.held, cards.lacking) == (held, lacking)


@pytest.mark.parametrize("told", ["Har inget truckkort.", "Truckkort saknas.", "I have no forklift card."])
def test_a_note_that_denies_a_card_is_kept_as_an_absence(told):
    [person] = read_profiles(Source("p.txt", f"Svarvare 4 år\nSvenska B1\n{told}\n".encode()))
    assert (person.certificates, person.none) == ((), ("certificates.truck",))


@pytest.mark.parametrize(
    ("text", "held", "lacking"),
    [
        ("Truckkort A+B, giltigt t.o.m. 2025-01-01; ADR", ["adr"], ["truck"]),
        ("ADR, YKB (utgår 2024)", ["adr"], ["ykb"]),
        ("Heta arbeten giltigt till 2026-03", ["heta_arbeten"], []),
        ("Heta arbeten giltigt från 2021", ["heta_arbeten"], []),
    ],
)
def test_a_card_holds_until_its_last_day(text: str, held: list[str], lacking: list[str]) -> None:
    assert read_certificates(text, date(2026, 1, 1))[::2] == (held, lacking)
    assert read_certificates(text).lacking == []


def test_a_sheet_and_a_cv_tell_the_day_to_judge_by() -> None:
    sheet = Source("p.csv", "Id;Certifikat;Önskat yrke\n7;Truckkort giltigt till 2024-06-30;Kock".encode())
    told = Source("cv.txt", "Intyg\nTruckkort, giltigt till 2024-06-30\n\nSpråk\nSvenska\n".encode())
    for source in (sheet, told):
        assert read_profiles(source)[0].certificates == ("truck",)
        assert read_profiles(source, as_of=date(2025, 1, 1))[0].certificates == ()


@pytest.mark.parametrize(
    ("text", "held", "lacking"),
    [
        ("Hade liftkort, men det har gått ut", [], ["lift"]),
        ("ADR finns, dock utgånget", [], ["adr"]),
        ("Hade truckkort i Polen", [], []),
        ("Har haft travers- och liftkort sedan 2015", ["travers", "lift"], []),
    ],
)
def test_a_card_that_was_held_is_none_that_is(text: str, held: list[str], lacking: list[str]) -> None:
    cards = read_certificates(text)
    assert (cards.held, cards.lacking) == (held, lacking)


@pytest.mark.parametrize(
    ("text", "held", "lacking"),
    [
        ("HLR vuxen + barn, truck", ["hlr", "truck"], []),
        ("HLR barn och vuxen", ["hlr"], []),
        ("lift (utgånget?)", [], []),
        ("lift (utgånget)", [], ["lift"]),
    ],
)
def test_one_course_of_two_kinds_and_a_doubt_in_brackets(text: str, held: list[str], lacking: list[str]) -> None:
    cards = read_certificates(text)
    assert (cards.held, cards.lacking) == (held, lacking)
