"""Fields of work: families and everyday skills."""

import pytest

from matcher.taxonomy.facts.fields import families_of_words, is_everyday


@pytest.mark.parametrize(
    ("skill", "everyday"),
    [("cykelvana", True), ("cykelmekanik", False), ("digital mognad", True), ("digitalisering", False)],
)
def test_what_anybody_may_have_is_told_from_a_trade(skill, everyday):
    assert is_everyday(skill) is everyday


def test_a_longer_beginning_says_what_a_word_is_about():
    assert families_of_words("farmaci") == {"pharmacy"}
    assert families_of_words("farm") == {"nature"}
