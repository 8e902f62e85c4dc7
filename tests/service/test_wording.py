"""Catalogues: every page has its words in Swedish and English, every form and slip in the visitors' languages."""

import pytest

from matcher.cli.words import tier
from matcher.explanation.words import TIERS as TIER_WORDS
from matcher.explanation.words import word
from matcher.ranking import Question
from matcher.ranking.asking.questions import _TEXTS
from matcher.ranking.verdicts import TIERS
from matcher.service.wording import PAGES, UNCHECKED, Words, asked, catalogue

OF_A_KIND = {"education_in", "experience_in", "course", "doing", "ability", "senses", "teaching"}
"""Wordings that Swedish and English need beside that of their kind."""


@pytest.mark.parametrize("lang", sorted(UNCHECKED))
def test_a_catalogue_has_all_that_a_visitor_reads(lang):
    own, whole = catalogue(lang), catalogue("en")
    wanted = {key for key in whole if key.startswith(("v_", "s_", "hours_"))} | {
        "language_name",
        "language",
        "questions",
    }
    assert wanted <= set(own)
    assert set(own) - {"ask"} <= set(whole)
    assert set(own["ask"]) == set(_TEXTS) - OF_A_KIND
    assert not Words(lang).is_checked


def test_swedish_and_english_have_the_same_words():
    one, other = (catalogue(lang) for lang in PAGES)
    assert set(one) == set(other)
    assert all(one[key].count("{0}") == other[key].count("{0}") for key in one)


def test_a_wording_that_a_catalogue_lacks_is_that_of_its_kind():
    swedish = "Har du gått en HLR-utbildning?"
    assert asked(Question("certificate", "hlr", swedish), "uk").startswith("Чи маєте ви")


@pytest.mark.parametrize("lang", PAGES)
def test_a_tier_has_one_word_in_tables_ledgers_and_pages(lang):
    for name in TIERS:
        assert word(TIER_WORDS, name, lang).startswith(f"{tier(name, lang)}: ")
        assert Words(lang)(f"tier_{name}").casefold() == tier(name, lang).casefold()
