import pytest


@pytest.mark.parametrize(
    ("text", "label", "necessity"),
    [
        ("Du är legitimerad sjuksköterska.", "sjuksköterska", "must"),
        ("Leg. fysioterapeut sökes.", "fysioterapeut", "must"),
        ("Vi söker en fysioterapeut, legitimerad, till kliniken.", "fysioterapeut", "must"),
        ("Krav: psykolog (leg.).", "psykolog", "must"),
        ("Svensk läkarlegitimation krävs.", "läkare", "must"),
        ("Du har förskollärarlegitimation.", "förskollärare", "must"),
        ("Lärarlegitimation är meriterande.", "lärare", "nice"),
        ("Bevis om skyddad yrkestitel som undersköterska krävs.", "undersköterska", "must"),
        ("Legitimation som psykolog är ett krav.", "psykolog", "must"),
        ("Sjuksköterskelegitimation behövs inte.", "sjuksköterska", "not_required"),
        ("You are a registered nurse.", "sjuksköterska", "must"),
        ("A teaching licence is not required.", "lärare", "not_required"),
    ],
)
def test_licence_and_strength(rows, text, label, necessity):
    assert rows(text, "licensed_profession") == [("licensed_profession", label, necessity)]


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        ("Nurse", "Swedish license required.", ["sjuksköterska"]),
        ("Nurse (Swedish license required)", "A small ward.", ["sjuksköterska"]),
        ("Dentist", "A valid license to practise dentistry in Sweden is a must.", ["tandläkare"]),
        ("Pharmacist", "You must be licensed by Socialstyrelsen.", ["apotekare"]),
        ("Doctor", "Registered with the National Board of Health and Welfare.", ["läkare"]),
        ("Driver", "Swedish license required.", []),
        ("Warehouse worker", "We are registered with Skolverket.", []),
    ],
)
def test_licences_in_english(rows, headline, text, expected):
    found = rows(text, "licensed_profession", headline=headline)
    assert [(label, necessity) for _, label, necessity in found] == [(label, "must") for label in expected]


def test_a_bare_licence_is_that_of_the_headline(rows):
    assert rows("Legitimation krävs.", "licensed_profession", headline="Tandhygienist till Nacka") == [
        ("licensed_profession", "tandhygienist", "must")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vi söker en sjuksköterska.",
        "Ta med giltig legitimation till intervjun.",
        "Sköterskor: vid anställning vill vi se legitimation och examensbevis.",
        "Du är tandläkare och väntar på din legitimation.",
        "Du samarbetar med läkare.",
    ],
)
def test_a_title_alone_is_no_licence(rows, text):
    assert rows(text, "licensed_profession") == []


def test_a_demand_that_begins_with_a_licensed_title(rows):
    found = rows("Kvalifikationer\nBarnmorska med minst två års erfarenhet.")
    assert ("licensed_profession", "barnmorska", "must") in found


def test_a_specialist_that_one_is_has_a_licence(rows):
    assert [value for _, value, _ in rows("Du är specialistläkare i psykiatri.", "licensed_profession")] == ["läkare"]
    assert rows("Vi söker en specialistläkare i psykiatri.", "licensed_profession") == []


def test_a_title_in_capitals_that_lost_its_line_opens_a_profile(rows):
    text = "OM UPPDRAGET Vi söker personal. DIN PROFIL Barnmorska med minst två år i yrket. OM OSS Vi är många."
    assert [value for _, value, _ in rows(text, "licensed_profession")] == ["barnmorska"]
    text = "KVALIFIKATIONER Du har truckkort. MERITERANDE Erfarenhet av lager."
    assert [n for _, _, n in rows(text, "experience")] == ["nice"]
