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
        ("You must have Swedish citizenship, a visa or permanent residency.", "work_permit", True, "must"),
        ("Krav\n- är 18 år\n", "age_min", 18, "must"),
        ("Du har fyllt 18 år.", "age_min", 18, "must"),
        ("Åldersgräns: 20 år.", "age_min", 20, "must"),
        ("You must be at least 21 years old.", "age_min", 21, "must"),
    ],
)
def test_checks_and_conditions(rows, text, kind, value, necessity):
    assert rows(text) == [(kind, value, necessity)]


def test_a_look_at_the_background_beside_a_clearance_is_a_check_of_its_own(rows):
    beside = rows("Före anställning görs en bakgrundskontroll och en säkerhetsprövning.", "record_check")
    assert [value for _, value, _ in beside] == ["police_record", "security_clearance"]
    inside = rows("Före anställning görs en säkerhetsprövning där registerkontroll ingår.", "record_check")
    assert [value for _, value, _ in inside] == ["security_clearance"]


def test_citizenship_that_only_some_posts_ask_for_is_a_merit(rows):
    text = "För vissa tjänster kan det vara ett krav på svenskt medborgarskap."
    assert rows(text, "citizenship") == [("citizenship", "SE", "nice")]


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


def test_words_for_an_honest_life_are_checks(rows):
    text = "Du behöver vara ostraffad, drogfri, ha ordnad ekonomi och god hälsa och fysik."
    assert [row[1] for row in rows(text, "record_check")] == ["police_record", "drug_test", "credit_check"]
    assert rows(text, "physical") == [("physical", True, "must")]


def test_knowledge_of_protective_security_is_no_clearance(rows):
    assert rows("Meriterande\n- Erfarenhet av offentlig sektor eller säkerhetsskydd\n", "record_check") == []
    assert rows("Vi är en drogfri arbetsplats. Du ska trivas i en drogfri miljö.", "record_check") == []
    assert rows("Krav: godkänd enligt reglerna om säkerhetsskydd.", "record_check") != []


@pytest.mark.parametrize(
    "text",
    ["Meriter\n- Erfarenhet av säkerhetsprövning av personal", "Du har kunskap om säkerhetsskyddslagen."],
)
def test_what_one_knows_of_clearances_is_no_check(rows, text):
    assert rows(text, "record_check") == []


def test_a_check_in_a_clause_of_its_own(rows):
    text = "Säkerhetsprövning kan bli aktuell, bakgrundskontroll görs av alla."
    assert sorted(value for _, value, _ in rows(text, "record_check")) == ["police_record", "security_clearance"]
    text = "Säkerhetsprövning med registerkontroll krävs."
    assert [value for _, value, _ in rows(text, "record_check")] == ["security_clearance"]


def test_citizenship_beside_a_permit_is_the_right_to_work(requirements):
    text = "You must have a valid work permit or a European / Swedish citizenship."
    assert [row.kind for row in requirements(text) if row.kind in ("citizenship", "work_permit")] == ["work_permit"]


def test_only_who_holds_a_permit_is_a_demand_below_wishes_too(rows):
    text = "Meriting\n- Swedish\n\nWe can only consider applicants who already hold a valid work permit."
    assert rows(text, "work_permit") == [("work_permit", True, "must")]
    assert rows("Meriting\n- Swedish\n- A valid work permit", "work_permit") == [("work_permit", True, "nice")]


def test_a_check_is_no_skill_behind_a_wish(requirements):
    found = requirements("Bonus: Salesforce.\nKreditupplysning tas.")
    assert sorted((row.kind, row.necessity) for row in found) == [("record_check", "must"), ("skill", "nice")]
