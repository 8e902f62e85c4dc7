import re

import pytest

from matcher.features.terms import words
from matcher.taxonomy.facts.gendered import neutral

SLOW = re.compile(r"[^\W\d_]{2,40}|[a-zA-Z](?:\+\+|#)(?!\w)")


@pytest.mark.parametrize(
    "text",
    [
        "Vi söker en servitris – helst med B-körkort, ca 40 h/vecka (2½ dag) & egen_bil!",
        "1,5 m² golv, 3:e våningen, 07-16",
        "C++ och C# för dig som kan c, 7c++ ingen",
        "Łódź och Kraków, “citat”… • punkt ’apostrof’",
        "z" * 95 + " och " + "å" * 41,
        "a b c",
        "naïve ﬁnansiering ẞ straße",
        "🙂" * 12 + "truckkort",
        "\u0431ухгалтер",
        "",
    ],
)
def test_words_cut_at_signs_are_those_that_a_pattern_finds(text):
    assert words(text) == [neutral(word) for word in SLOW.findall(text.casefold())]
