import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("B-körkort krävs.", [("B", "must")]),
        ("Du har körkort.", [("B", "must")]),
        ("Manuellt körkort är ett måste.", [("B", "must")]),
        ("körkort klass C krävs", [("C", "must")]),
        ("Vi söker dig med CE-behörighet.", [("CE", "must")]),
        ("Körkort (B) är meriterande.", [("B", "nice")]),
        ("Körkort efterfrågas inte.", [("B", "not_required")]),
        ("Du behöver inget körkort.", [("B", "not_required")]),
        ("Körkort är inte längre något krav hos oss.", [("B", "not_required")]),
        ("Körkort? Behövs inte.", [("B", "not_required")]),
        ("B-körkort, BE önskvärt.", [("B", "must"), ("BE", "nice")]),
        ("C-körkort krävs, gärna CE.", [("C", "must"), ("CE", "nice")]),
        ("A driver's licence is required.", [("B", "must")]),
        ("No driving licence needed.", [("B", "not_required")]),
        ("Mopedkörkort är en merit.", [("AM", "nice")]),
        ("lastbilskörkort krävs", [("C", "must")]),
    ],
)
def test_class_and_strength(rows, text, expected):
    assert [(value, necessity) for _, value, necessity in rows(text, "driving_licence")] == expected


def test_letters_beside_languages_to_program_in_are_no_classes(rows):
    assert rows("Krav: C, C++, Linux", "driving_licence") == []
    assert rows("Krav: C, YKB", "driving_licence") == [("driving_licence", "C", "must")]


def test_coordinated_classes_are_alternatives(requirements):
    found = requirements("B- eller C1-körkort är ett krav.")
    assert [(row.value, row.any_of) for row in found] == [("B", 1), ("C1", 1)]


def test_classes_joined_by_och_are_all_needed(requirements):
    found = requirements("Du har körkort B och C.")
    assert [(row.value, row.any_of) for row in found] == [("B", None), ("C", None)]


def test_letters_under_a_heading_of_a_pasted_page(rows):
    assert rows("Kvalifikationer\nKörkort\nKrav\nCE\nMeriterande\nD") == [
        ("driving_licence", "CE", "must"),
        ("driving_licence", "D", "nice"),
    ]


def test_a_line_of_its_own_is_a_demand(rows):
    assert rows("Krav\nKörkort B\nVi erbjuder\nFri lunch") == [("driving_licence", "B", "must")]


@pytest.mark.parametrize(
    "text",
    [
        "Du når nivå C1 i svenska och programmerar i C.",
        "Vi erbjuder möjlighet att ta C-körkort.",
        "Motorsågskörkort krävs.",
    ],
)
def test_other_letters_and_cards_are_no_licence(rows, text):
    assert rows(text, "driving_licence") == []


@pytest.mark.parametrize(
    ("text", "necessity"),
    [
        ("Tillgång till egen bil är en förutsättning.", "must"),
        ("Egen bil är ett plus.", "nice"),
        ("Egen bil behöver du inte.", "not_required"),
        ("You need access to a car.", "must"),
    ],
)
def test_own_car(rows, text, necessity):
    assert rows(text, "own_car") == [("own_car", True, necessity)]


def test_a_licence_for_a_car_is_no_car(rows):
    assert rows("Körkort för bil krävs.") == [("driving_licence", "B", "must")]


def test_it_goes_well_without(rows):
    assert [n for _, _, n in rows("Det går bra att jobba här utan körkort.", "driving_licence")] == ["not_required"]
    assert [n for _, _, n in rows("Bil behöver du inte.", "own_car")] == ["not_required"]


def test_what_one_role_needs_and_another_does_not_is_two_rows(requirements):
    text = "Förare: B-körkort krävs.\nLagerfolk: inget körkort behövs."
    assert [r.necessity for r in requirements(text) if r.kind == "driving_licence"] == ["must", "not_required"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Krav\n- C eller CE\n- YKB", [("C", 1), ("CE", 1)]),
        ("Requirements\nC/CE\nCode 95", [("C", 1), ("CE", 1)]),
        ("Krav\nBE eller C\nYKB", [("BE", 1), ("C", 1)]),
        ("Required: CE, code 95, driver card.", [("CE", None)]),
        ("Krav\n- C eller C++", []),
        ("Krav\n- Betyg A eller B i matematik\n- A eller B", []),
        ("Om oss\nVåra bilar\nC eller CE", []),
    ],
)
def test_letters_that_are_a_demand_of_their_own(requirements, text, expected):
    found = [(row.value, row.any_of) for row in requirements(text) if row.kind == "driving_licence"]
    assert found == expected


def test_brackets_say_how_strongly_each_letter_is_asked_for(rows):
    found = rows("Kort: B (krav), BE (bra), lift (bra), ID06 (fixar vi).")
    assert [(value, necessity) for _, value, necessity in found] == [
        ("B", "must"),
        ("BE", "nice"),
        ("lift", "nice"),
        ("id06", "not_required"),
    ]
    # Behind a language it says how well.
    assert rows("Språk: svenska (bra)", "language")[0][2] == "must"


def test_a_car_among_what_is_offered_is_not_asked_for(rows):
    assert rows("Krav\n- B-körkort\nBra lön, egen bil hem och fritt kaffe.", "own_car") == []
    assert rows("Krav\n- B-körkort\nTillgång till egen bil.", "own_car") == [("own_car", True, "must")]


def test_what_is_taught_or_taken_by_others_is_not_asked_for(rows):
    for text in ("Du undervisar om körkort.", "Eleverna tar B-körkort under våren."):
        assert rows(text, "driving_licence") == []
    assert rows("Du har körkort och utbildar våra elever.", "driving_licence") == [("driving_licence", "B", "must")]
