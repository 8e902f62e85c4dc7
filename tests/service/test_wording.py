"""Catalogues: every page has its words in Swedish and English, every form and slip in the visitors' languages."""

import pytest

from matcher.ranking.asking.questions import _TEXTS
from matcher.service.wording import PAGES, UNCHECKED, Words, catalogue


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
    assert set(own["ask"]) == set(_TEXTS)
    assert not Words(lang).is_checked


def test_swedish_and_english_have_the_same_words():
    one, other = (catalogue(lang) for lang in PAGES)
    assert set(one) == set(other)
    assert all(one[key].count("{0}") == other[key].count("{0}") for key in one)
