"""What an experience is of: its field, the fields of a list, and what only sounds like one."""

import pytest


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("Vi söker dig som har jobbat minst fem år i branschen.", None),
        ("Du kommer från restaurangbranschen.", "restaurangbranschen"),
        (
            "You have experience of cold kitchens, bars and table service for large parties.",
            "cold kitchens, bars and table service for large parties",
        ),
        ("You have experience of sales, retail, and enjoy people.", "sales, retail"),
    ],
)
def test_the_field_is_what_was_worked_with(requirements, said, field):
    assert [row.value["field"] for row in requirements(said) if row.kind == "experience"] == [field]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("Du är van vid att ta emot varor.", "ta emot varor"),
        ("Vi kräver erfarenhet av både kassa och annan försäljning.", "kassa och annan försäljning"),
        ("Du har erfarenhet av storkök och vi ser gärna att du har truckkort.", "storkök"),
        ("Du har erfarenhet på heltid av att ha arbetat med barn.", "barn"),
        ("We require experience within other regulated trades.", "regulated trades"),
        ("Krav: 3 års erfarenhet inom IT", "it"),
        ("Du har erfarenhet av orderplock i ett till två år.", "orderplock"),
        ("Krav: erfarenhet av bilvård under 2-3 år", "bilvård"),
        ("Krav: 3 års erfarenhet i någon snarlik bransch", None),
        # Too long for a label: a member less, none cut in two.
        (
            "Experience of planning large kitchen refurbishments, ordering of machines and tools, and cost control.",
            "planning large kitchen refurbishments, ordering of machines and tools",
        ),
    ],
)
def test_a_label_neither_begins_nor_ends_with_what_joins_it(requirements, said, field):
    assert [row.value["field"] for row in requirements(said) if row.kind == "experience"] == [field]


@pytest.mark.parametrize(
    "said",
    [
        "You deliver a high-quality culinary experience to everyone at the table.",
        "We have been running a small museum in the valley for over 20 years.",
        "Som guide behöver du genomföra en obligatorisk utbildning inför säsongen.",
    ],
)
def test_what_guests_are_given_and_what_comes_with_the_job_is_no_demand(rows, said):
    assert rows(said) == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Minst ett års erfarenhet från lager och truckkort.", "lager"),
        ("Erfarenhet från bageri samt intyg för livsmedelshygien.", "bageri"),
        ("Experience from warehouses and forklift licence.", "warehouses"),
        ("Du har erfarenhet av lager och truck.", "lager och truck"),
    ],
)
def test_a_card_is_no_part_of_the_work(rows, text, field):
    [(_, value, _)] = rows(text, "experience")
    assert value["field"] == field


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du har fem års erfarenhet av drift, varav tre år nätverk.", [(5, "drift"), (3, "nätverk")]),
        ("You have 2+ years with Java and Spring.", [(2, "java and spring")]),
        ("Tjänsten är på fem år, varav två år provanställning.", []),
        ("The contract is for 2 years with possibility of extension.", []),
    ],
)
def test_years_of_what_follows_without_a_word_for_experience(rows, text, expected):
    found = [(value["years"], value["field"]) for _, value, _ in rows(text, "experience")]
    assert found == expected


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("You have experience of bars, table service, and cold kitchens.", ["bars", "table service", "cold kitchens"]),
        ("Krav\n- Erfarenhet av äldreomsorg, psykiatri och hemsjukvård", ["äldreomsorg", "psykiatri", "hemsjukvård"]),
        ("Du har arbetat inom bygg, anläggning och annan industri.", ["bygg", "anläggning", "industri"]),
        # What shares a word or a deed is one, and so are two.
        ("Krav\n- Erfarenhet av drift, underhåll och lagning av pumpar", ["drift, underhåll och lagning av pumpar"]),
        ("Krav\n- Erfarenhet av stora, krävande och nya uppdrag", ["stora, krävande och nya uppdrag"]),
        ("Krav\n- Erfarenhet av att leda, planera och följa upp", ["leda, planera och följa upp"]),
        ("Krav\n- Erfarenhet av äldreomsorg och psykiatri", ["äldreomsorg och psykiatri"]),
        ("Krav\n- Minst två års erfarenhet av bygg, anläggning och industri", ["bygg, anläggning och industri"]),
    ],
)
def test_lists_of_which_all_is_asked_for(requirements, said, fields):
    rows = [row for row in requirements(said) if row.kind == "experience"]
    assert [row.value["field"] for row in rows] == fields
    assert {row.any_of for row in rows} == {None}


@pytest.mark.parametrize(
    ("said", "years", "fields"),
    [
        (
            "Requirements\n- 9 years of experience in Procurement, Category Management, or Logistics",
            9,
            ["procurement", "category management", "logistics"],
        ),
        ("Requirements\n- 9 years of experience with Kotlin, Go or Elixir", 9, ["kotlin, go or elixir"]),
        ("Krav\n- Har arbetat en längre tid som kokerska", 5, ["kokerska"]),
        ("Requirements\n- You have worked for a longer period in nursing homes", 5, ["nursing homes"]),
        ("Requirements\n- You have worked in nursing homes for many years", 5, ["nursing homes"]),
        ("Krav\n- Du har visat goda resultat inom telefonförsäljning", None, ["telefonförsäljning"]),
        ("Requirements\n- Proven success in field sales", None, ["field sales"]),
        ("Requirements\n- Solid experience, knowledge and education in forestry", None, ["forestry"]),
        ("Krav\n- Erfarenhet av gjutning eller praktiskt handlag", None, ["gjutning"]),
        ("Krav\n- Erfarenhet av engagemang eller arbete i föreningar", None, ["engagemang eller arbete i föreningar"]),
    ],
)
def test_experience_in_other_words(requirements, said, years, fields):
    rows = [row for row in requirements(said) if row.kind == "experience"]
    assert [(row.value["years"], row.value["field"]) for row in rows] == [(years, field) for field in fields]


@pytest.mark.parametrize(
    "said",
    [
        "Om oss\nVi har visat goda resultat inom försäljning.",
        "Om dig\nDu vill vara med och visa goda resultat i matematik för dina elever.",
        "Om dig\nDu kan arbeta hos oss under en längre tid.",
        "Krav\n- Projektledning (erfarenhet eller utbildning)",
        "Vi ska komplettera varandra gällande såväl utbildning och erfarenhet som personlighet.",
    ],
)
def test_what_only_sounds_like_experience(requirements, said):
    assert [row for row in requirements(said) if row.kind == "experience"] == []


def test_lines_below_the_following_experiences(requirements):
    text = "Meriterande är följande dokumenterade erfarenheter:\n- Planera och hålla kurser\n- Data\n- Ta emot besökare"
    rows = [row for row in requirements(text) if row.kind == "experience"]
    assert [(row.value["field"], row.necessity) for row in rows] == [
        ("planera och hålla kurser", "nice"),
        ("ta emot besökare", "nice"),
    ]
