"""Wordings: what is left untried could not have matched."""

import re

import pytest

from matcher.readers.lexicon import rows
from matcher.taxonomy.scanning.wordings import Wordings

_TEXTS = (
    "Hon är ENSAMSTÅENDE och bor i Solna.",
    "född 1975, har två barn",
    "Köra truck 2 år",
    "İstanbulda çalıştı, sjuKſkriven",
    "MUſLIM",
    "f. 750101",
    "",
)


@pytest.mark.parametrize("table", ["protected", "doing", "columns", "sections"])
def test_nothing_is_left_out_that_matches(table: str) -> None:
    patterns = [row[-1] if table != "doing" else row[0] for row in rows(table)]
    wordings = Wordings(enumerate(patterns))
    for text in _TEXTS:
        matching = [at for at, pattern in enumerate(patterns) if re.search(pattern, text, re.IGNORECASE)]
        tried = [at for at, _ in wordings.fitting(text)]
        assert set(matching) <= set(tried)
        assert tried == sorted(tried)


def test_most_of_a_table_is_left_untried() -> None:
    wordings = Wordings((None, pattern) for _, pattern in rows("protected"))
    assert sum(1 for _ in wordings.fitting("Kock på hotell Malmen")) < len(wordings.told) / 4


def test_a_digit_of_any_script_is_one() -> None:
    wordings = Wordings([("years", r"\d+ ?(?:år|y)"), ("since", r"sedan")])
    for text in ("5 år", "٣ år", "10y", "7 år sedan"):
        assert "years" in {told for told, _ in wordings.fitting(text)}
    assert not list(wordings.fitting("Yrke: kock"))


def test_letters_that_case_makes_alike_are_alike() -> None:
    wordings = Wordings([(1, "sjukskriven"), (2, "islam")])
    assert [told for told, p in wordings.fitting("ſJUKſKRıVEN") if p.search("ſJUKſKRıVEN")] == [1]
    assert [told for told, p in wordings.fitting("İSLAM") if p.search("İSLAM")] == [2]
