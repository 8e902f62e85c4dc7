"""What stands behind a long stretch is found; ``tests/test_growing.py`` tells of all patterns that it takes no time."""

from __future__ import annotations

import pytest

from matcher.readers.cells import lacking, shortforms, words, worklist
from matcher.readers.clipped import clauses
from matcher.readers.texts import shorthand
from matcher.readers.told import planlines, toldschools


def test_a_bracket_a_stop_and_a_small_beginning_are_found_behind_long_stretches():
    assert worklist._BRACKET.findall(f"kock ({'x' * 900} 8 år, Turkiet 2 år)")[0][0] == "kock"
    assert len(planlines.SENTENCE.split("Jag kan bygga. 1. 2. Jag lagar mat.")) == 4
    assert shorthand._SMALL_START.search(f"{'å' * 90}. jag")["first"] == "j"


@pytest.mark.parametrize(
    ("said", "holds"), [("Har det, men behöver förnyas", True), ("any more", True), ("har det hos Skanska", False)]
)
def test_words_of_an_answer_are_whole_words(said, holds):
    assert bool(lacking._ANSWER.fullmatch(said)) == holds
    assert not lacking._ANSWER.fullmatch("har " * 60 + "svets")


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("har en egen bil", True),
        ("Jag har körkort.", True),
        ("har enkort", True),
        ("har hund", False),
        ("har bil" + " bilkort" * 60, True),
    ],
)
def test_having_it_is_a_yes_and_having_something_else_none(said, holds):
    assert bool(words._YES.match(said)) == holds
    assert not words._YES.match("har" + " bilkort" * 60 + " truckar")


@pytest.mark.parametrize(
    ("word", "edges"), [("(svetsn.)", ("(", "svetsn", ".)")), ("---", ("---", "", "")), ("a-b", ("", "a-b", ""))]
)
def test_edges_of_a_word(word, edges):
    assert shortforms._edges(word) == edges


def test_classes_of_a_licence_are_read_to_the_last_one():
    found = clauses._LICENCE.fullmatch("körkort B, C och CE sedan 2019")
    assert (found["classes"], found["rest"]) == ("B, C och CE", " sedan 2019")


@pytest.mark.parametrize("inside", ["SVA grund, delkurs 3", "läser sfi", "sfi och sva"])
def test_a_course_in_a_bracket_is_left_out(inside):
    assert toldschools._COURSE.sub("", f"Eleven ({inside}) är ingenjör") == "Eleven är ingenjör"
    assert toldschools._COURSE.sub("", "Eleven (sfinx) är ingenjör") == "Eleven (sfinx) är ingenjör"
