"""Addresses in ads ask for nothing, and all else keeps its place."""

import re

import pytest

from matcher.requirements.text.addresses import without_addresses
from matcher.taxonomy.scanning.wordloops import LONGEST_WORD


@pytest.mark.parametrize(
    "text", ["", "Utan adress", "a @ b", "@" * 500, "www." * 200, "x://" + "y" * 900 + " slut", "å@ö"]
)
def test_every_text_keeps_its_length_and_blanks(text):
    seen = without_addresses(text)
    assert len(seen) == len(text)
    assert [place for place, sign in enumerate(seen) if sign == " "] == [
        i for i, sign in enumerate(text) if sign == " "
    ]


def test_names_in_addresses_are_no_demands(requirements):
    text = "Sök via www.sql.example/python eller java@excel.example. Körkort B krävs (https://c.example/truckkort)."
    assert [(row.kind, row.value, row.quote) for row in requirements(text)] == [
        ("driving_licence", "B", "Körkort B krävs"),
    ]


def test_a_long_address_leaves_words_that_the_compiled_search_takes() -> None:
    address = f"https://a.example/{'java/' * 40}"
    blank = without_addresses(f"Se {address} och skriv")
    assert len(blank) == len(f"Se {address} och skriv")
    assert max(map(len, re.findall(r"\w+", blank))) <= LONGEST_WORD
