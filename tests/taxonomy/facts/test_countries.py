"""Countries by name, adjective and code."""

from __future__ import annotations

import pytest

from matcher.taxonomy.facts.countries import EEA, country_code, find_countries


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syrien", "SY"), ("syriskt", "SY"), ("Afgh.", "AF"), ("Saudi", "SA"), ("DR Kongo", "CD"), ("Kongo", "CD"),
        ("Sv", "SE"), ("svenskt", "SE"), ("UK", "GB"), ("el", "GR"), ("Türkiye", "TR"), ("ua", "UA"), ("Myanmar", "MM"),
        ("Mongoliet", "MN"), ("Bhutan", "BT"),
    ],
)  # fmt: skip
def test_a_country_has_one_code(name: str, code: str) -> None:
    assert country_code(name) == code


def test_what_is_no_country() -> None:
    assert [country_code(word) for word in ("Norrland", "", "ett", "Kock", "zz")] == [None] * 5


def test_countries_in_a_cell_in_order() -> None:
    found = find_countries("Kock 10 år (Syrien, Turkiet); diskare Sverige 6 mån, UA")
    assert [place.code for place in found] == ["SY", "TR", "SE", "UA"]


@pytest.mark.parametrize(
    "title", ["IT support", "HR-administratör", "QA engineer", "IT-tekniker, helpdesk", "BA i ekonomi"]
)
def test_abbreviations_in_titles_are_no_countries(title: str) -> None:
    assert find_countries(title) == []


def test_adjectives_can_be_left_out() -> None:
    assert find_countries("lagar svensk mat", adjectives=False) == []
    assert [p.code for p in find_countries("tyskt körkort")] == ["DE"]


def test_the_eea_has_thirty_members_without_switzerland() -> None:
    assert len(EEA) == 30
    assert not {"CH", "GB", "UA"} & EEA
