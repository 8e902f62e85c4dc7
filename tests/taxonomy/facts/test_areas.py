"""Areas of work are told by their bare names, however an ad puts them, and by nothing that tells more."""

import pytest

from matcher.taxonomy import Taxonomy
from matcher.taxonomy.facts.areas import codes_of_area


@pytest.mark.parametrize(
    "label", ["restaurang", "Restaurangbranschen", "arbete inom restaurang", "restaurang i någon form", "restaurant"]
)
def test_an_area_is_known_however_it_is_put(label):
    assert codes_of_area(label) == codes_of_area("restaurang") != ()


@pytest.mark.parametrize("label", ["försäljning av fastigheter", "restaurang i fjällen", "kock", ""])
def test_what_tells_more_or_else_is_no_area(label):
    assert codes_of_area(label) == ()


@pytest.mark.parametrize("label", ["försäljning", "industri", "kök", "säkerhet", "bokföring", "undervisning"])
def test_areas_have_occupations(label):
    codes = codes_of_area(label)
    known = [c.codes.get("ssyk_2012", "") for c in Taxonomy.starter().concepts.values() if c.type == "occupation"]
    assert all(any(code.startswith(area) for code in known) for area in codes)


@pytest.mark.parametrize("label", ["arbete i skola", "skolan", "skolmiljö", "pedagogiskt arbete"])
def test_who_teaches_at_any_school_works_in_it(label):
    assert {"233", "234", "235"} <= set(codes_of_area(label))
