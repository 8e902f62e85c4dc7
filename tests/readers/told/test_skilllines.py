"""Skills of a CV in lines: what their labels have in common is no skill."""

from __future__ import annotations

import pytest

from matcher.readers.draft import Draft
from matcher.readers.texts.sections import split_sections
from matcher.readers.told.skilllines import read_skill_lines


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Skills\n- Kitchen: bread baking, menus\n- Software: Word (mail merge), Excel\n- Other: stock keeping\n",
         ["bread baking", "menus", "Word (mail merge)", "Excel", "stock keeping"]),
        ("Top skills\nwelding\nturning\n", ["welding", "turning"]),
        ("Kunskaper\nExcel: pivottabeller\nsvetsning\n", ["Excel: pivottabeller", "svetsning"]),
    ],
)  # fmt: skip
def test_labels_of_groups(text: str, skills: list[str]) -> None:
    draft = Draft("cv.txt", "cv")
    for section in split_sections(text):
        assert section.kind == "skill"
        read_skill_lines(draft, section, None)
    assert draft.skills == skills
