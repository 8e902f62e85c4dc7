import pytest


@pytest.mark.parametrize(
    ("text", "kind", "value", "necessity"),
    [
        ("Utdrag ur belastningsregistret visas upp före anställning.", "record_check", "police_record", "must"),
        ("Bakgrundskontroll kan bli aktuell.", "record_check", "police_record", "must"),
        ("Inget krav på registerutdrag.", "record_check", "police_record", "not_required"),
        ("Tjänsten är placerad i säkerhetsklass.", "record_check", "security_clearance", "must"),
        ("Säkerhetsprövning med registerkontroll görs.", "record_check", "security_clearance", "must"),
        ("Vi gör drogtest på alla.", "record_check", "drug_test", "must"),
        ("A credit check is part of the process.", "record_check", "credit_check", "must"),
        ("Svenskt medborgarskap krävs.", "citizenship", "SE", "must"),
        ("Du har arbetstillstånd i Sverige.", "work_permit", True, "must"),
        ("You must be allowed to work in Sweden.", "work_permit", True, "must"),
        ("Du har fyllt 18 år.", "age_min", 18, "must"),
        ("Åldersgräns: 20 år.", "age_min", 20, "must"),
        ("You must be at least 21 years old.", "age_min", 21, "must"),
    ],
)
def test_checks_and_conditions(rows, text, kind, value, necessity):
    assert rows(text) == [(kind, value, necessity)]


@pytest.mark.parametrize(
    "text",
    [
        "Vi har över 20 nationaliteter på kontoret.",
        "Du möter barn från 16 länder.",
        "Företaget fyller 25 år i maj.",
        "Passen är 21-07.",
        "Minst 20 timmar i veckan.",
    ],
)
def test_numbers_that_are_no_age(rows, text):
    assert rows(text, "age_min") == []
