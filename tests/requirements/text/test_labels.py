"""Labels and remarks inside a line."""

from __future__ import annotations

import pytest

from matcher.requirements.text.labels import labels_marked, labels_parted

MUST, NICE = ("certificate", "lift", "must"), ("certificate", "adr", "nice")


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Krav: YKB, önskvärt: ADR, plus: polska", ["Krav: YKB", "önskvärt: ADR", "plus: polska"]),
        ("Bonus: HLR / Krav: svenska", ["Bonus: HLR", "Krav: svenska"]),
        ("Krav liftkort, meriterande travers.", ["Krav liftkort", "meriterande travers."]),
        ("Språk: svenska, krav: B1", ["Språk: svenska, krav: B1"]),
        ("Krav på HLR, meriterande är YKB", ["Krav på HLR, meriterande är YKB"]),
    ],
)
def test_a_line_is_parted_where_a_second_label_begins(line: str, parts: list[str]) -> None:
    parted = labels_parted(line)
    assert len(parted) == len(line)
    assert [part.strip() for part in parted.split("•")] == parts


@pytest.mark.parametrize(
    "text",
    [
        "Krav: liftkort | Meriterande: ADR",
        "Krav – liftkort ; Önskvärt – ADR",
        "Must: liftkort / Plus: ADR",
        "Liftkort (krav)\nADR (merit)",
        "- (must) liftkort\n- (plus) ADR",
        "[KRAV] Liftkort\n[MERIT] ADR",
        "Liftkort – krav\nADR – meriterande",
        "Krav - liftkort\nBonus - ADR",
        "Krav\tLiftkort\nMeriterande\tADR",
        "Liftkort (krav), ADR (meriterande).",
        "* = krav, övrigt meriterande\n- Liftkort *\n- ADR",
        "Det som har * är ett krav, resten är meriterande:\n* Liftkort\n  ADR",
        "☑ krav ☐ meriterande\n☑ Liftkort\n☐ ADR",
        "[x] = must, [ ] = nice to have\n[x] Liftkort\n[ ] ADR",
        "🔴 = krav, 🟡 = meriterande\n🔴 Liftkort\n🟡 ADR",
        "| Nr | Vad | Nivå |\n|---|---|---|\n| 1 | Liftkort | Krav |\n| 2 | ADR | Merit |",
        "S = skall, Ö = önskvärt\nÖ: ADR\nS: Liftkort",
    ],
)
def test_labels_and_remarks_say_how_strongly_each_thing_is_asked_for(rows, text) -> None:
    assert sorted(rows(text), key=str) == [NICE, MUST]


def test_a_remark_behind_a_heading_is_no_items(rows) -> None:
    assert rows("Del ett (krav)\n- Liftkort\n- Svenska (merit)")[0] == MUST


def test_not_every_item_is_remarked_on_where_there_are_more_of_them() -> None:
    line = "Liftkort, svenska (krav), ADR (merit)"
    assert labels_parted(line) == line


def test_a_line_of_a_table_is_not_joined_to_the_one_above(rows) -> None:
    long = "En god vana av att arbeta med såg och tving i snickeri"
    assert rows(f"{long}\tMeriterande\nliftkort\tKrav")[-1] == MUST


def test_a_text_without_labels_stays() -> None:
    for text in ("Vi söker dig som har truckkort, och du jobbar i Lund.", "Frågor: Kim. Lön – enligt avtal (fast)."):
        assert labels_parted(text) == text


def test_what_is_no_label_keeps_its_sign() -> None:
    assert labels_marked("1 tum = 2,5 cm. Krav.") == "1 tum = 2,5 cm. Krav."
