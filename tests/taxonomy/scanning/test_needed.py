"""Parts of words that patterns need: whatever a pattern matches holds one."""

from __future__ import annotations

import random
import re

import pytest

from matcher.taxonomy.scanning.needed import needed_parts

WORDS = "vi du har får erbjuda erbjuder kunskap kunna kunskaper ring kock kockar lön okunna i på av 7 år b-kort".split()
BETWEEN = (" ", " ", " ", ", ", ". ", "-", "\n", " (", ") ", "")
PATTERNS = [
    r"(?<!\w)(?:vi|du) (?:erbjud\w*|får)(?!\w)",
    r"kun(?:na|skap(?:er)?)(?: i)?",
    r"\bkock(?:ar)?\b[^.]{0,20}(?:lön|ring)?",
    r"(?:\w+ ){0,2}kock(?:ar)? (?=har|får)",
    r"(?<=vi )har|(?<![\w-])lön",
    r"[kl](?:ock|ön)\w{0,3}$",
    r"(?:av |på )*kunskap",
    r"(?:(?:kock|ring) )+(?:i|på)?",
    r"\d+ år|b-?kort",
    r"(?!okunna)\w*kunna",
    r"(?:lön|\w*)$",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_a_pattern_matches_holds_a_part_that_it_needs(pattern):
    parts, matches = needed_parts(pattern), 0
    pick = random.Random(1)
    for _ in range(300):
        text = "".join(pick.choice(WORDS) + pick.choice(BETWEEN) for _ in range(8))
        if re.search(pattern, text):
            matches += 1
            assert not parts or any(part.fits(word) for part in parts for word in re.findall(r"\w+", text)), text
    assert matches


def test_the_longest_certain_part_is_chosen_and_none_where_none_is_certain():
    assert {(part.text, part.begins) for part in needed_parts(r"du (?:har )?(?:erfarenhet|vana)")} == {
        ("erfarenhet", True),
        ("vana", True),
    }
    assert {(part.text, part.begins) for part in needed_parts(r"\w+vana|(?<!\w)van")} == {
        ("vana", False),
        ("van", True),
    }
    assert needed_parts(r"kock|[^a]+") == frozenset()
    assert {part.text for part in needed_parts(r"kock|[3-9]\d")} == {"kock", "00"}
    assert needed_parts(r"(?:kock)?\s") == frozenset()
    assert needed_parts(r"(?!kock)\w+") == frozenset()


def test_a_word_may_begin_with_capitals_in_the_pattern():
    assert [(part.text, part.begins) for part in needed_parts(r"(?<!\w)Krav:")] == [("krav", True)]
