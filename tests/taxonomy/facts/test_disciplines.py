"""Disciplines of study: what is a part of what, and what is worth a question."""

import pytest

from matcher.taxonomy.facts.disciplines import disciplines_of_words, studied, worth_asking


@pytest.mark.parametrize(
    ("held", "asked", "answer"),
    [
        ("programvaruteknik", "Computer Science", True),
        ("byggteknik", "ingenjör", True),
        ("kemi", "matematik, fysik eller teknik", False),
        ("fysik", "matematik, fysik eller teknik", True),
        ("teknik", "elektroteknik", None),
        ("allmän linje", "elektroteknik", None),
        ("juridik", "socionom", False),
        ("företagsekonomi", "Business Administration", True),
        ("företagsekonomi", "marknadsföring", None),
        ("datavetenskap", "engineering", None),
        ("förskollärare", "lärarexamen", None),
        ("förskollärare", "lärare förskoleklass", True),
        ("ämneslärare i fysik", "lärare i musik", None),
        ("ämneslärare i fysik", "lärare", True),
        ("spanska", "lärare i svenska och spanska", None),
        ("engelska", "svenska som andraspråk", False),
        ("svetsning", "maskininlärning", False),
        ("polisutbildning", "skydd mot olyckor", False),
        ("byggteknik", "påbyggnad", None),
    ],
)
def test_one_part_of_a_field_says_nothing_of_another_and_the_whole_is_met_by_each(held, asked, answer):
    assert studied(held, asked) is answer


def test_a_word_that_names_no_discipline_names_none():
    assert disciplines_of_words("allmän linje") == frozenset()


def test_kin_are_worth_a_question_both_ways():
    assert "preschool" in worth_asking(["teacher"])
    assert "teacher" in worth_asking(["preschool"])
    assert not worth_asking(["law"])
