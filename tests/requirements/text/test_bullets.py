"""What stands before the lines of a list, and what a heading among them is told by."""

import pytest

from matcher.requirements.text.segment import lines_of, readable_ad

PLAIN = "Krav\n- Två års vana som bagare\n- Svenska\n\nMeriterande\n- Egen bil"


@pytest.mark.parametrize(
    "bullet", ["👉 ", "🔹", "✍️ ", "☑ ", "❑ ", "➜ ", "x ", "o ", "1.", "3)", "a) ", "b)", "1.2 ", "2.1. ", "-> ", "(1) "]
)
def test_lists_say_the_same_behind_every_bullet(rows, bullet):
    assert rows(PLAIN.replace("- ", bullet)) == rows(PLAIN)


@pytest.mark.parametrize(
    "nested",
    [
        "- Din profil\n  - Krav\n    - Två års vana som bagare\n    - Svenska\n  - Meriterande\n    - Egen bil",
        "🎯 Krav\n✅ Två års vana som bagare\n✅ Svenska\n\n⭐ Meriterande\n✅ Egen bil",
        "1. Krav\n1.1 Två års vana som bagare\n1.2 Svenska\n2. Meriterande\n2.1 Egen bil",
        "1) Krav\na) Två års vana som bagare\nb) Svenska\n2) Meriterande\na) Egen bil",
    ],
)
def test_a_heading_may_stand_behind_a_bullet_of_its_own(rows, nested):
    assert rows(nested) == rows(PLAIN)


@pytest.mark.parametrize("line", ["2.5 års vana krävs", "I Borås finns vi", "x-kort", "B) körkort", "7.5 Ton lyfts"])
def test_what_only_looks_like_a_bullet_stays(line):
    read = readable_ad(line).text
    assert [read[held.start : held.end] for held in lines_of(read)] == [line]
