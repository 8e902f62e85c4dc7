"""What a lookup remembers is what the taxonomy says."""

from __future__ import annotations

import pytest

from matcher.ranking.lookup import Lookup
from matcher.taxonomy import Concept, Taxonomy
from matcher.taxonomy.facts.areas import codes_of_area


@pytest.mark.parametrize("area", ["bygg", "försäljning", "vård", "arbete inom kök"])
def test_an_area_is_every_occupation_whose_code_begins_as_its_codes_do(area):
    starter = Taxonomy.starter()
    codes = codes_of_area(area)
    slowly = [
        c.id
        for c in starter.concepts.values()
        if c.type == "occupation" and c.codes.get("ssyk_2012", "").startswith(codes)
    ]
    assert codes
    assert slowly
    assert Lookup(starter).working_in(area) == tuple(sorted(slowly))


def test_a_group_that_carries_the_code_is_no_occupation():
    (code,) = {code[:4] for code in codes_of_area("bygg")[:1]}
    kinds = ("occupation", "occupation_group")
    mixed = Taxonomy.of(Concept(kind, kind, {"sv": kind}, {}, {"ssyk_2012": code.ljust(4, "1")}) for kind in kinds)
    assert Lookup(mixed).working_in("bygg") == ("occupation",)


def test_what_is_no_area_has_no_occupations():
    assert Lookup(Taxonomy.starter()).working_in("trollkonster") == ()
