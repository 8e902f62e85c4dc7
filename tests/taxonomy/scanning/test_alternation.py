import re

import pytest

from matcher.taxonomy.scanning.alternation import WORD_BEGINS, alternation

WORDS = ["och", "och/eller", "or", "t.ex.", "t.ex", "kan", "kan du", "c++"]


@pytest.mark.parametrize("text", ["och/eller", "ochså och", "kan du", "kan dom", "kort t.ex. c++", "t.ex", "no"])
def test_words_that_share_a_beginning_are_found_as_the_longest_first(text):
    longest_first = re.compile("|".join(map(re.escape, sorted(WORDS, key=len, reverse=True))))
    found = re.compile(alternation(WORDS))
    assert [match.span() for match in found.finditer(text)] == [match.span() for match in longest_first.finditer(text)]


def test_a_word_begins_where_no_letter_stands_before_it():
    assert re.findall(alternation(["vi", "oss"], WORD_BEGINS), "vi gav oss av, boss, livis") == ["vi", "oss"]


def test_any_ending():
    assert re.findall(alternation(["krav*", "kräv*"]), "kraven kräver k") == ["kraven", "kräver"]
