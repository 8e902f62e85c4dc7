"""Catalogues: every page has its words in Swedish and English, every form and slip in the visitors' languages."""

import pytest

from matcher.cli.words import tier
from matcher.explanation.spoken import PAGES, UNCHECKED
from matcher.explanation.words import TIERS as TIER_WORDS
from matcher.explanation.words import word
from matcher.ranking.verdicts import TIERS
from matcher.service.wording import Words, catalogue


@pytest.mark.parametrize("lang", sorted(UNCHECKED))
def test_a_catalogue_has_all_that_a_visitor_reads(lang):
    own, whole = catalogue(lang), catalogue("en")
    wanted = {key for key in whole if key.startswith(("v_", "s_", "hours_"))} | {
        "language_name",
        "language",
        "questions",
    }
    assert wanted <= set(own)
    assert set(own) <= set(whole)
    assert not Words(lang).is_checked


def test_swedish_and_english_have_the_same_words():
    one, other = (catalogue(lang) for lang in PAGES)
    assert set(one) == set(other)
    assert all(one[key].count("{0}") == other[key].count("{0}") for key in one)


@pytest.mark.parametrize("lang", PAGES)
def test_a_tier_has_one_word_in_tables_ledgers_and_pages(lang):
    for name in TIERS:
        assert word(TIER_WORDS, name, lang).startswith(f"{tier(name, lang)}: ")
        assert Words(lang)(f"tier_{name}").casefold() == tier(name, lang).casefold()
