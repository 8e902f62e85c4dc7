"""Fields of work and study: families, disciplines, everyday skills."""

import pytest

from matcher.taxonomy.facts.fields import disciplines_of_words, is_everyday, studied


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
    ],
)
def test_one_part_of_a_field_says_nothing_of_another_and_the_whole_is_met_by_each(held, asked, answer):
    assert studied(held, asked) is answer


def test_a_word_that_names_no_discipline_names_none():
    assert disciplines_of_words("allmän linje") == frozenset()


@pytest.mark.parametrize(
    ("skill", "everyday"),
    [("cykelvana", True), ("cykelmekanik", False), ("digital mognad", True), ("digitalisering", False)],
)
def test_what_anybody_may_have_is_told_from_a_trade(skill, everyday):
    assert is_everyday(skill) is everyday
