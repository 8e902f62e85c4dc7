"""What tests of gates share: labels looked up once, and one person judged on one demand."""

import pytest

from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.lookup import Lookup, Work
from matcher.ranking.person import Person
from matcher.ranking.table import gates_by_kind
from matcher.records import Requirement
from matcher.taxonomy import Taxonomy

GATES = gates_by_kind(DEFAULT_GATES)


@pytest.fixture(scope="session")
def lookup():
    return Lookup(Taxonomy.starter())


@pytest.fixture(scope="session")
def judge(lookup):
    def judged(profile, kind, value, quote=None, *, any_of=None, work=None):
        requirement = Requirement(kind=kind, value=value, necessity="must", quote=quote, any_of=any_of)
        gate = GATES[kind]
        return gate.judge(Person(profile, lookup), gate.demand(requirement, work or Work()))

    return judged
