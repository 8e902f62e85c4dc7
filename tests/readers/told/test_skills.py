"""Skills of a CV in lines: what their labels have in common is no skill."""

from __future__ import annotations

import json

import pytest

from matcher.readers import Source, read_profiles
from matcher.readers.draft import Draft
from matcher.readers.texts.sections import split_sections
from matcher.readers.told.skills import read_skill_lines, told_skills


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Skills\n- Kitchen: bread baking, menus\n- Software: Word (mail merge), Excel\n- Other: stock keeping\n",
         ["bread baking", "menus", "Word (mail merge)", "Excel", "stock keeping"]),
        ("Top skills\nwelding\nturning\n", ["welding", "turning"]),
        ("Kunskaper\nExcel: pivottabeller\nsvetsning\n", ["Excel: pivottabeller", "svetsning"]),
        ("Kunskaper\nExcel, SQL, ekonomisk\nredovisning, Visma\n", ["Excel", "SQL", "ekonomisk redovisning", "Visma"]),
        ("Kunskaper\n- Excel, Word, bokslut\n- löner\n", ["Excel", "Word", "bokslut", "löner"]),
        ("Kunskaper\nExcel, Word\nlöner\n", ["Excel", "Word", "löner"]),
    ],
)  # fmt: skip
def test_labels_of_groups(text: str, skills: list[str]) -> None:
    draft = Draft("cv.txt", "cv")
    for section in split_sections(text):
        assert section.kind == "skill"
        read_skill_lines(draft, section, None)
    assert draft.skills == skills


@pytest.mark.parametrize("said", ["ingen erfarenhet av truck", "kan inte svetsa", "Visma: nej", "No knowledge of SQL"])
def test_what_is_denied_among_skills_is_none(said):
    resume = json.dumps({"basics": {}, "skills": [{"name": said}, {"name": "Bakning"}]}).encode()
    for source in (Source("r.json", resume), Source("p.csv", f"Id;Kompetenser;Ort\n1;{said}, Bakning;Umeå\n".encode())):
        batch = read_profiles(source)
        assert [skill.label for skill in batch[0].skills] == ["Bakning"]
        assert any("lacking" in note.what for note in batch.notes)


@pytest.mark.parametrize("said", ["No-code", "Kan inte bara koka kaffe", "Ingenjörsritning", "Utan tvekan service"])
def test_what_only_sounds_like_a_denial_stays(said):
    batch = read_profiles(Source("p.csv", f"Id;Kompetenser;Ort\n1;{said};Umeå\n".encode()))
    assert [skill.label for skill in batch[0].skills] == [said]


def test_a_level_that_says_none_denies_a_skill_and_a_number_does_not():
    skills = [{"name": "Word", "level": "None"}, {"name": "Excel", "level": "0"}, {"name": "SAP", "level": "Basic"}]
    batch = read_profiles(Source("r.json", json.dumps({"basics": {}, "skills": skills}).encode()))
    assert [skill.label for skill in batch[0].skills] == ["Excel", "SAP"]


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
