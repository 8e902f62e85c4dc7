import pytest


@pytest.mark.parametrize(
    ("text", "necessity"),
    [
        ("Truckkort krävs.", "must"),
        ("Truckkort krävs utan undantag.", "must"),
        ("Truckkort är ett absolut krav.", "must"),
        ("Vi kräver truckkort.", "must"),
        ("Du måste ha truckkort.", "must"),
        ("Truckkort är en förutsättning.", "must"),
        ("A forklift licence is mandatory.", "must"),
        ("Truckkort är meriterande.", "nice"),
        ("Det är en fördel om du har truckkort.", "nice"),
        ("Vi ser gärna att du har truckkort.", "nice"),
        ("Truckkort är bra men inget krav.", "nice"),
        ("Truckkort är meriterande men inte nödvändigt.", "nice"),
        ("Har du truckkort är det ett plus.", "nice"),
        ("A forklift licence is a plus but not required.", "nice"),
        ("Den som har truckkort går före.", "nice"),
        ("Truckkort krävs inte.", "not_required"),
        ("Inget truckkort.", "not_required"),
        ("Inget krav på truckkort.", "not_required"),
        ("Ej krav på truckkort.", "not_required"),
        ("Truckkort är inte längre något krav hos oss.", "not_required"),
        ("Truckkort behöver du inte ha.", "not_required"),
        ("Vi anser inte att truckkort är nödvändigt.", "not_required"),
        ("Truckkort spelar ingen roll.", "not_required"),
        ("Truckkort får du av oss.", "not_required"),
        ("You do not need a forklift licence.", "not_required"),
        ("A forklift licence is not necessary.", "not_required"),
        ("We no longer require a forklift licence.", "not_required"),
        ("A forklift licence is no longer required.", "not_required"),
        ("The requirement for a forklift licence has been dropped.", "not_required"),
        ("Kravet på truckkort har slopats.", "not_required"),
        ("Krav:\n- Truckkort (krävs inte längre)", "not_required"),
        ("Requirements:\n- Forklift licence (no longer required)", "not_required"),
        ("Krav:\n- Truckkort (nytt krav)", "must"),
        ("Vi har tagit bort kravet på truckkort.", "not_required"),
        ("Truckkort är numera ett krav.", "must"),
        ("Vi har infört krav på truckkort.", "must"),
    ],
)
def test_cues_in_a_sentence(rows, text, necessity):
    assert rows(text, "certificate") == [("certificate", "truck", necessity)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Truckkort krävs, liftkort är meriterande.", {"truck": "must", "lift": "nice"}),
        ("Liftkort är ett plus och truckkort måste du ha.", {"truck": "must", "lift": "nice"}),
        ("Truckkort krävs inte. Liftkort krävs.", {"truck": "not_required", "lift": "must"}),
        ("Du har truckkort, gärna liftkort.", {"truck": "must", "lift": "nice"}),
        ("Liftkort behövs inte men truckkort är ett krav.", {"truck": "must", "lift": "not_required"}),
        ("Truckkort, liftkort och traverskort är meriterande.", {"truck": "nice", "lift": "nice", "travers": "nice"}),
        ("Truckkort är meriterande. Detsamma gäller liftkort.", {"truck": "nice", "lift": "nice"}),
        ("Krav: liftkort (meriterande), truckkort.", {"truck": "must", "lift": "nice"}),
        ("Krav: liftkort (gärna) och truckkort.", {"truck": "must", "lift": "nice"}),
    ],
)
def test_two_strengths_in_one_breath(rows, text, expected):
    assert {value: necessity for _, value, necessity in rows(text, "certificate")} == expected


@pytest.mark.parametrize(
    ("heading", "necessity"), [("Krav", "must"), ("Meriterande", "nice"), ("Det här behöver du inte:", "not_required")]
)
def test_a_heading_speaks_where_nothing_else_does(rows, heading, necessity):
    assert rows(f"{heading}\n- Truckkort", "certificate") == [("certificate", "truck", necessity)]


def test_a_remark_behind_each_thing(rows):
    assert rows("Språk: Svenska - krav, Engelska - meriterande", "language") == [
        ("language", {"lang": "sv", "level": None}, "must"),
        ("language", {"lang": "en", "level": None}, "nice"),
    ]


def test_a_question_and_its_answer(rows):
    assert rows("Måste jag ha truckkort?\nNej, det lär du dig.", "certificate") == [
        ("certificate", "truck", "not_required")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Du balanserar mål och krav.",
        "Vårt enda krav är att du tycker att det är roligt.",
        "Vi ställer höga krav på kvalitet och du är noggrann.",
    ],
)
def test_demands_that_ask_for_nothing_in_particular(rows, text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minst två års erfarenhet av lager, körkort är meriterande.",
            [("driving_licence", "nice"), ("experience", "must")],
        ),
        ("Du har truckkort, liftkort är ett plus.", [("certificate", "must"), ("certificate", "nice")]),
        ("Truckkort, liftkort är meriterande.", [("certificate", "nice"), ("certificate", "nice")]),
        ("Du har gärna truckkort, liftkort och ADR är ett plus.", [("certificate", "nice")] * 3),
    ],
)
def test_a_clause_behind_a_comma_keeps_its_wish_for_itself(requirements, text, expected):
    assert sorted((row.kind, row.necessity) for row in requirements(text) if row.kind != "skill") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bra: truckkort, norska.", "nice"),
        ("Kul men inget måste: truckkort, norska.", "nice"),
        ("Det här är bara trevligt:\n- truckkort\n- norska", "nice"),
        ("Truckkort och norska = plus.", "nice"),
        ("Strunt samma: truckkort, norska.", "not_required"),
        ("Inget truckkort, ingen norska.", "not_required"),
        ("Har du inget truckkort kan du inte söka, norska krävs.", "must"),
    ],
)
def test_praise_and_denial_hold_for_a_whole_list(requirements, text, expected):
    found = {row.kind: row.necessity for row in requirements(text) if row.kind in ("certificate", "language")}
    assert found == {"certificate": expected, "language": expected}


@pytest.mark.parametrize(
    "text",
    [
        "Möjlighet till truckutbildning finns.",
        "Du har goda möjligheter att ta ADR hos oss.",
        "Krav:\n- Glatt humör\n- Chans att gå en kurs i travers ges",
        "Krav:\n- Glatt humör\n- Du får gå en kurs i travers",
        "Som medarbetare hos oss har du:\n- Fri frukt\n- Möjlighet till utbildning inom truck",
        "Möjlighet att ta körkort C.",
        "HLR-utbildning ingår.",
        "Utbildning i fallskydd ges av en kollega.",
        "Under sommaren kan du få ta truckkort.",
        "Forklift training will be provided.",
        "You have every opportunity to get a forklift licence.",
    ],
)
def test_what_one_may_come_by_there_is_no_demand(rows, text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Truckkort krävs. Möjlighet att ta ADR finns.", [("certificate", "truck", "must")]),
        ("Du har truckkort eller möjlighet att ta det.", [("certificate", "truck", "must")]),
        ("Krav:\n- Möjlighet att arbeta natt", [("working_time", ("night",), "must")]),
    ],
)
def test_what_stands_beside_such_an_offer_is_one(rows, text, expected):
    assert [
        (kind, tuple(value) if isinstance(value, list) else value, how) for kind, value, how in rows(text)
    ] == expected


@pytest.mark.parametrize(
    "lead",
    [
        "A suitable candidate needs:",
        "The successful applicant will have:",
        "As a candidate you have:",
        "Our next team member has:",
        "En lämplig kandidat har:",
        "Den sökande ska ha:",
        "Vår drömkandidat har:",
        "Den som passar hos oss har:",
        "Personen vi söker har:",
        "Vår nya kollega ska ha:",
    ],
)
@pytest.mark.parametrize(
    "before", ["Vi erbjuder en fin lokal. ", "Vi erbjuder:\n- En fin lokal\n\n", "Om oss:\nVi är få.\n"]
)
def test_who_is_sought_leads_on_from_an_offer_to_demands(rows, before, lead):
    assert rows(f"{before}{lead}\n- Truckkort\n- B-körkort") == [
        ("certificate", "truck", "must"),
        ("driving_licence", "B", "must"),
    ]


@pytest.mark.parametrize("lead", ["Våra medarbetare har:", "The right candidate will be offered:"])
def test_who_works_there_leads_on_to_none(rows, lead):
    assert rows(f"Vi erbjuder:\n- En fin lokal\n\n{lead}\n- Utbildning i truck") == []
