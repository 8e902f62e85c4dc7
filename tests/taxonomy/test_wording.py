"""Readable text with one space between words."""

from __future__ import annotations

from matcher.taxonomy.wording import readable


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
