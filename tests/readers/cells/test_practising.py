"""Degrees and the licence to practise beside them, in one cell."""

from __future__ import annotations

import pytest

from matcher.readers.cells.education import read_education
from matcher.readers.cells.practising import licence_beside


@pytest.mark.parametrize(
    ("cell", "field", "level"),
    [
        ("tandläkarexamen Tbilisi 2009, saknar svensk leg", "tandläkare", "tertiary"),
        ("sjuksköterskeexamen Hanoi", "sjuksköterska", "tertiary"),
        ("civilingenjörsexamen Quito 2013, inväntar UHR", "civilingenjör", "tertiary"),
        ("Logopedexamen Riga (leg. logoped sedan 2020)", "logoped", "tertiary"),
        ("läkarexamen Lima, turkisk legitimation", "läkare", "tertiary"),
        ("dietist Hanoi, inte legitimerad i Sverige", "dietist", None),
        ("snickarutbildning 2 år, saknar gesällbrev", "snickare", None),
        ("optiker Hanoi, ska söka leg", "optiker", None),
        ("optiker Hanoi, kompletterar för leg", "optiker", None),
        ("målare 3 år Peru, yrkesbevis finns ej", "målare", None),
        ("målare 3 år Peru, gesällbrev 2015", "målare, gesällbrev", None),
        ("truckutbildning 1 år", "truckutbildning", None),
    ],
)
def test_field_is_the_profession_and_no_licence(cell: str, field: str, level: str | None) -> None:
    one = read_education(cell)[0]
    assert (one.field, one.level) == (field, level)


def test_a_licence_in_sweden_is_no_school_there() -> None:
    assert read_education("dietist Hanoi, inte legitimerad i Sverige")[0].country == "VN"
    assert read_education("agronomexamen Quito, inväntar UHR")[0].validated == "applied"


@pytest.mark.parametrize(
    ("cell", "remark", "status"),
    [
        ("logopedexamen Riga, svensk leg klar", "", "licensed"),
        ("logopedexamen Riga, svensk leg", "", "licensed"),
        ("dietist Hanoi, väntar på leg", "", "applied"),
        ("dietist Hanoi. Har sökt leg.", "", "applied"),
        ("dietist Hanoi. Ej leg.", "", "none"),
        ("veterinär Quito, utan svensk legitimation", "", "none"),
        ("tandläkare Tbilisi", "skriver kunskapsprov i november", "knowledge_test"),
        ("psykologexamen Lima", "kunskapsprovet godkänt, gör PTP", "knowledge_test"),
        ("läkarexamen Lima", "gör AT i Umeå", "knowledge_test"),
    ],
)
def test_way_to_the_licence(cell: str, remark: str, status: str) -> None:
    found = licence_beside(cell, remark)
    assert found is not None
    assert found.status == status


@pytest.mark.parametrize(
    ("cell", "remark"),
    [
        ("läkarexamen Lima", ""),
        ("läkarexamen Wien (AT)", ""),
        ("läkarexamen Lima, turkisk legitimation", ""),
        ("undersköterska 1 år, ej leg", ""),
        ("kock 2 år Hanoi", "saknar legitimation"),
        ("dietist Hanoi", "has truck licence, broken leg"),
        ("dietist Hanoi", "vill ha taxilegitimation"),
    ],
)
def test_unknown_stays_unknown(cell: str, remark: str) -> None:
    assert licence_beside(cell, remark) is None
