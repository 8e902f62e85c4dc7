"""Labels inside a line."""

from __future__ import annotations

from itertools import pairwise

import pytest

from matcher.requirements.text.labels import label_breaks, labels_marked, may_hold_labels


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Krav: YKB, önskvärt: ADR, plus: polska", ["Krav: YKB, ", "önskvärt: ADR, ", "plus: polska"]),
        ("Bonus: HLR / Krav: svenska", ["Bonus: HLR / ", "Krav: svenska"]),
        ("Krav liftkort, meriterande travers.", ["Krav liftkort, ", "meriterande travers."]),
        ("Språk: svenska, krav: B1", ["Språk: svenska, krav: B1"]),
        ("Krav på HLR, meriterande är YKB", ["Krav på HLR, meriterande är YKB"]),
    ],
)
def test_a_line_is_parted_where_a_second_label_begins(line: str, parts: list[str]) -> None:
    edges = [0, *label_breaks(line), len(line)]
    assert [line[a:b] for a, b in pairwise(edges)] == parts


def test_a_text_without_labels_has_no_signs_of_them() -> None:
    assert not may_hold_labels("Vi söker dig som har truckkort, och du jobbar i Lund.")


def test_what_is_no_label_keeps_its_sign() -> None:
    assert labels_marked("1 tum = 2,5 cm. Krav.") == "1 tum = 2,5 cm. Krav."
