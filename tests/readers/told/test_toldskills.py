from __future__ import annotations

import pytest

from matcher.readers.told.toldskills import told_skills


@pytest.mark.parametrize(
    ("sentence", "skills"),
    [
        ("Hen kan svetsa och mura.", ["svetsning", "murning"]),
        ("Där plockade jag order och körde skjutstativtruck.", ["orderplock", "truckkörning"]),
        ("I butiken skötte deltagaren inköp, kassan och lagret.", ["inköp"]),
        ("Worked the till and stocked the shelves.", ["kassaarbete", "varupåfyllning"]),
        ("They use SAP and Excel.", ["SAP", "Excel"]),
    ],
)
def test_deeds_and_duties_are_skills(sentence: str, skills: list[str]):
    found, at_home = told_skills(sentence)
    assert set(skills) <= set(found)
    assert at_home == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Vill lära sig svetsa.",
        "Kan inte sy.",
        "Has a clean driving licence.",
        "Worked as a cook in Lund.",
        "Vi använder Malmö och Lund.",
        "Min syster målar hus.",
        "Jobbade med barn.",
    ],
)
def test_what_is_hoped_for_denied_or_done_by_others_is_none(sentence: str):
    assert told_skills(sentence) == ([], [])


def test_what_is_done_at_home_stands_apart():
    assert told_skills("Har lagat mat och städat hemma i många år.") == ([], ["matlagning", "städning"])
