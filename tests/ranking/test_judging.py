"""What everybody is judged on: a gate that goes by a trait is asked once for each, and says the same as without."""

import numpy as np
import pytest

from matcher.ranking import judging
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.gates.papers import CertificateGate
from matcher.ranking.judging import Early, judged
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.table import AdTable
from matcher.ranking.verdicts import Judgement
from matcher.records import JobAd, Profile, Requirement
from matcher.taxonomy import Taxonomy

LOOKUP = Lookup(Taxonomy.starter())
ROWS = [("certificate", "truck"), ("certificate", "hot_work"), ("own_car", True), ("skill", "sql")]
ADS = [
    JobAd(id=str(number), requirements=(Requirement(kind=kind, value=value, necessity="must"),))
    for number, (kind, value) in enumerate(ROWS)
]


class Asked(CertificateGate):
    """Counts what it is asked; its trait is that of what it is made of, and so is its judgement."""

    def __init__(self):
        self.n = 0

    def trait(self, person):
        return super().trait(person)

    def judge(self, person, demand):
        self.n += 1
        return super().judge(person, demand)


def table_with(gate):
    return AdTable(ADS, LOOKUP, [*DEFAULT_GATES, gate])


def person(*certificates):
    return Person(Profile(id="p", certificates=certificates), LOOKUP)


def told(early, someone, n):
    codes = np.full(n, -1, np.int8)
    codes[early.by_trait] = early.judged(someone)
    return codes


def test_who_shares_a_trait_shares_the_codes():
    gate = Asked()
    table = table_with(gate)
    early = Early(table, np.arange(len(ROWS)))
    first, second, other = person("truck"), person("truck"), person()
    codes = [told(early, someone, len(ROWS)) for someone in (first, second, other)]
    assert gate.n == 4
    for someone, found in zip((first, second, other), codes, strict=True):
        kept = np.flatnonzero(found >= 0)
        assert found[kept].tolist() == judged(someone, table, kept.tolist()).tolist()
        assert sorted([*kept.tolist(), *early.others.tolist()]) == list(range(len(ROWS)))
    assert codes[0].tolist() == codes[1].tolist() != codes[2].tolist()


def test_a_gate_that_judges_by_more_than_the_trait_it_inherits_is_asked_each_time():
    class ByNumber(CertificateGate):
        def judge(self, person, demand):
            return Judgement("met" if person.profile.id == "1" else "unknown")

    early = Early(table_with(ByNumber()), np.arange(len(ROWS)))
    assert {0, 1} <= set(early.others.tolist())


@pytest.mark.parametrize("most", [1, 2])
def test_so_many_traits_are_kept_and_no_more(monkeypatch, most):
    monkeypatch.setattr(judging, "_TRAITS", most)
    early = Early(table_with(Asked()), np.arange(len(ROWS)))
    for names in (("truck",), (), ("hot_work",), ("truck",)):
        told(early, person(*names), len(ROWS))
        assert len(early._kept) <= most
