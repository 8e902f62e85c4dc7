"""Readable text with one space between words."""

from __future__ import annotations

import re

import pytest

from matcher.taxonomy import wording
from matcher.taxonomy.wording import fold, readable


def test_several_spaces_between_words_are_closed_up_with_the_way_back() -> None:
    original = "Krav:\n   Minst   3\u00ad   års  erfarenhet"
    closed = readable(original).closed_up()
    assert closed.text == "Krav:\n   Minst 3 års erfarenhet"
    for word in ("Minst", "3", "års", "erfarenhet"):
        start = closed.text.index(word)
        assert closed.quote(start, start + len(word)) == word


def test_a_text_without_gaps_stays_as_it_is() -> None:
    plain = readable("ett två\n  tre")
    assert plain.closed_up() is plain


@pytest.mark.parametrize(
    "original",
    [
        "kock\u0301 i ko\u0308k", "a\u030a", "\u030aa", "ma\u030alare\u00ad och sva\u00adrv",
        "x\u00ad\u00ady\u0323\u0307z",
        "\u1112\u1161\u11ab kock", "\u212bngstro\u0308m\u200b", "å\u0323 ä ö\u0301",
        "\u00e5\u00ad\u00e4\u200bo\u0308\ufeff",
    ],
)  # fmt: skip
def test_long_runs_are_read_as_characters_one_by_one_are(original, monkeypatch):
    read = readable(original)
    monkeypatch.setattr(wording, "_STABLE", re.compile("(?!)"))
    assert read == readable(original)


@pytest.mark.parametrize(
    ("styled", "plain"), [("𝐊𝐫𝐚𝐯 𝟐", "Krav 2"), ("𝘬𝘰𝘤𝘬 🚚", "kock 🚚"), ("𝗞𝗼\u0308𝗸", "Kök"), ("🚚 Kök ½ ²", "Kök ½ ²")]
)
def test_letters_in_a_style_of_their_own_are_read_as_letters(styled: str, plain: str) -> None:
    found = readable(styled)
    assert found.text.removeprefix("🚚 ") == plain
    assert found.quote(0, len(found.text)) == styled


def test_plain_letters_are_folded_as_those_are_that_must_be_made_readable() -> None:
    for sign in map(chr, range(0x250)):
        text = f" Kö{sign}K {sign}{sign} "
        # An Arabic letter beside it makes the whole text readable first.
        assert fold(text) == fold(f"ا {text}").removeprefix("ا").lstrip(" .,;:!?\"'()[]"), repr(sign)


def test_words_read_instead_lead_to_those_that_they_stand_for() -> None:
    source = readable("De so\u00adkande  ska ha paa sig skor o en rock").closed_up()
    edits = [
        (source.text.index(old), source.text.index(old) + length, new)
        for old, length, new in (("De sokande", 10, "Ni"), ("paa", 3, "på"), (" sig", 4, ""), ("o en", 1, "och"))
    ]
    read = source.replaced(edits)
    assert read.text == "Ni ska ha på skor och en rock"
    quotes = [read.quote(read.text.index(word), read.text.index(word) + len(word)) for word in read.text.split()]
    assert quotes == ["De so\u00adkande", "ska", "ha", "paa", "skor", "o", "en", "rock"]
