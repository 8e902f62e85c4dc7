"""What is experience of work and what of a tool, where a list or another clause says it."""

import pytest


def _fields(rows, text):
    return [value["field"] for _, value, _ in rows(text, "experience")]


@pytest.mark.parametrize(
    "text",
    [
        "Du har erfarenhet av rapporter i Power BI.",
        "Du har erfarenhet av budgetuppföljning i Excel.",
        "Du har erfarenhet av systemutveckling i C#.",
        "Du har erfarenhet av att modellera data i Snowflake.",
        "Requirements\n- Experience with modern testing frameworks",
        "Krav\n- Erfarenhet av automatiserade tester",
        "It is a plus if you are used to working with tools such as Ansible.",
        "Du har erfarenhet av t.ex. Jira och Confluence.",
        "You have worked with any of Kafka and RabbitMQ.",
        "Meriter\n- Erfarenhet av kommunens egna administrativa system",
        "Requirements\n- Experience with workflow management tools",
        "Krav\n- Erfarenhet av versionshantering",
    ],
)
def test_work_in_a_program_is_a_skill(rows, text):
    assert _fields(rows, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Du har erfarenhet från Polisen.",
        "Meriterande är erfarenhet från Trafikverket.",
        "Du har erfarenhet av Software Engineering.",
        "Requirements\n- Experience of working at Ericsson",
        "Du har erfarenhet av försäljning i butik.",
        "Du har erfarenhet av inköp med budgetansvar.",
        "Experience in product development is required.",
        "Krav\n- Erfarenhet av att leda arbete med informationssäkerhet",
    ],
)
def test_an_employer_or_a_trade_in_capitals_is_no_tool(rows, text):
    assert len(_fields(rows, text)) == 1


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "Det är meriterande om du har erfarenhet av:\n- Att handleda praktikanter\n- Industriprojekt\n- Python",
            ["handleda praktikanter", "industriprojekt"],
        ),
        ("Krav\nDu har arbetat med…\nAtt leda möten i byggprojekt\nSAP", ["leda möten i byggprojekt"]),
        ("Nice to have\nExperience from one or more of the following areas:\n- Retail sales", ["retail sales"]),
        # The list ends where a sentence begins.
        ("Meriter\nErfarenhet av:\n- Vårdarbete\n\nDu trivs med att jobba i team.", ["vårdarbete"]),
        ("Det är meriterande med erfarenhet av vård.\n- Att handleda andra", ["vård"]),
    ],
)
def test_lines_below_experience_of_name_work_one_by_one(rows, text, fields):
    assert _fields(rows, text) == fields


def test_what_samt_joins_is_work_beside_a_tool(rows):
    assert _fields(rows, "Meriterande är erfarenhet av Siemens PCS7 samt arbete i hamn.") == ["hamn"]


@pytest.mark.parametrize(
    "text",
    [
        "Du delar gärna med dig av dina kunskaper och erfarenheter.",
        "Krav\nDu rapporterar till en chef. Gruppen leds av Kim som har lång erfarenhet av bank.",
        "You will sit alongside architects with many years of experience.",
        "Redan efter ett par års erfarenhet kan du leda egna projekt.",
        "Verksamheten har under året arbetat aktivt med sin arbetsmiljö.",
    ],
)
def test_the_experience_of_others_is_not_asked_for(rows, text):
    assert _fields(rows, text) == []


def test_a_topic_before_a_colon_is_no_row_of_its_own(rows):
    assert [
        value["years"] for _, value, _ in rows("Experience: 4+ years of experience in logistics.", "experience")
    ] == [4]
    assert [value["level"] for _, value, _ in rows("Educational background: a bachelor's degree.", "education")] == [
        "tertiary"
    ]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Meriterande\n- Erfarenhet av och/eller kunskap om inköp", ["inköp"]),
        ("Erfarenhet och intresse av trädgårdsskötsel är meriterande.", ["trädgårdsskötsel"]),
        ("Krav\n- Minst ett års erfarenhet av att arbeta med och bemöta äldre", ["bemöta äldre"]),
    ],
)
def test_what_stands_beside_experience_shares_its_object(rows, text, fields):
    assert _fields(rows, text) == fields


def test_a_length_of_time_said_again_of_the_same_is_one_row(rows):
    text = "Krav\nDu har två års erfarenhet av bokföring. Du har minst 2 års erfarenhet av dessa arbetsuppgifter."
    assert _fields(rows, text) == ["bokföring"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("We are seeking an experienced welder for our yard.", [None]),
        ("We are seeking a skilled welder for our yard.", []),
        # What the ad counts below says more.
        ("We are looking for an experienced welder.\n\nRequirements\n- Two years of experience of shipbuilding", [2]),
        ("Qualifications\nWe believe that our new colleague has extensive experience in logistics.", [5]),
        ("Har du några års erfarenhet, eller är du redan senior?", []),
        ("Har du några års erfarenhet av lager?", [2]),
        ("Krav\nFörståelse som du har byggt upp genom tidigare arbete.", []),
        ("Meriter\n- Tidigare tjänstgöring i räddningstjänsten", [None]),
        ("Requirements\n- Azure experience\n- Retail experience", [None]),
        ("Requirements\n- Solid experience in software development", [None]),
        ("Krav\nDu är en trygg person som delar med sig av sina kunskaper och\nerfarenheter.", []),
        ("We'd be impressed if you have\nWorked in a busy harbour.", [None]),
        ("Requirements\n- Experience designing, building, and running pipelines using tools such as Airflow", []),
        ("Requirements\n- Experience in setting up environments using Docker", []),
        ("We value engagement over hours worked, preferably.", []),
        ("Vi är verksamma inom HR, ekonomi och marknad och har 20 års erfarenhet i branschen.", []),
        ("Vi har ett stort behov av kockar med minst två års erfarenhet.", [2]),
        ("Oavsett om du är ny eller har flera års erfarenhet erbjuder vi en roll som passar.", []),
        ("Meriter\n- Agerat som gruppledare", [None]),
        ("DU SKA HA STÄDAT KONTOR TIDIGARE.", [None]),
        ("Tre säsonger eller mer i skogen krävs.", [3]),
        ("It helps if you have worked with horses.", [None]),
        ("Har du dessutom varit konsult tidigare är det meriterande.", [None]),
        ("Must haves: forklift licence, 1 year in a warehouse.", [1]),
        ("Preferably you have been in a similar role.", [None]),
        ("You come with a background in finance.", [None]),
        ("Meriter\n- DevOps-erfarenhet\n- Butikserfarenhet", [None]),
        ("Vi vill att du använder dina kunskaper och erfarenheter inom bygg.", []),
        ("We are looking for an experienced Data Engineer.", [None]),
        ("You are experienced in Python and SQL.", []),
        ("The role is in finance, necessitating experience in insurance.", [None]),
        ("Requirements\n- Experience and/or knowledge of Agile or Scrum", []),
    ],
)
def test_experience_by_other_words(rows, text, years):
    assert [value["years"] for _, value, _ in rows(text, "experience")] == years


def test_two_long_words_that_begin_alike_are_two_things(rows):
    text = "Meriter\n- Erfarenhet av brandskyddsutredningar\n- Erfarenhet av brandskyddsutbildningar"
    assert len(_fields(rows, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Du behöver inte ha gjort det här förut.",
        "No experience? We teach you everything.",
        "Första jobbet? Inga problem.",
    ],
)
def test_nobody_needs_to_have_done_it(rows, text):
    assert {necessity for _, _, necessity in rows(text, "experience")} == {"not_required"}


def test_what_one_has_done_before_in_general_is_not_asked_for(rows):
    assert rows("Skicka gärna referenser på vad du gjort innan.", "experience") == []


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Krav\n- Erfarenhet inom något av områdena bank, skola och sjukvård", ["bank", "skola", "sjukvård"]),
        (
            "Krav\n- Erfarenhet inom ett eller flera av områdena handel, vård- och omsorg",
            ["handel", "vård- och omsorg"],
        ),
        ("Requirements\n- Experience as a waiter, barista or similar", ["waiter", "barista"]),
        ("Krav\n- Erfarenhet av bank, skola och sjukvård", ["bank, skola och sjukvård"]),
        ("Vi söker dig som arbetar som planerare eller inköpare.", ["planerare", "inköpare"]),
        ("Din bakgrund inom bank stärker dina chanser.", ["bank"]),
    ],
)
def test_any_of_what_is_listed_will_do(rows, text, fields):
    assert _fields(rows, text) == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Krav\n- Erfarenhet av att planera, bygga och driva kiosker", ["planera, bygga och driva kiosker"]),
        ("Krav\n- Erfarenhet av att bygga och/eller driva kiosker", ["bygga och/eller driva kiosker"]),
        ("Krav\n- Erfarenhet av skola eller förskola i Lund", ["skola", "förskola i lund"]),
        ("Meriter\n- Previous work experience in retail", ["retail"]),
    ],
)
def test_verbs_of_one_thing_are_one_row(rows, text, fields):
    assert _fields(rows, text) == fields


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Du har tre år på nacken som kock.", ["kock"]),
        ("Du har några år på nacken.", [None]),
        ("You'll have three years' experience in purchasing under your belt.", ["purchasing"]),
        ("Krav: minst tre års praktik som glasmästare, alternativt en slutförd kurs.", ["glasmästare"]),
        ("Du har jobbat i butik eller suttit i kassa.", ["butik", "kassa"]),
    ],
)
def test_idioms_around_a_length_are_no_part_of_the_field(rows, text, fields):
    assert _fields(rows, text) == fields


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Krav\n- Erfarenhet av Zyntrax", "zyntrax"),
        ("Du har erfarenhet av Qvistor eller liknande system.", "qvistor"),
        ("Requirements\n- Experience with Brondalux", "brondalux"),
    ],
)
def test_a_name_by_its_looks_that_no_list_knows_is_a_skill(rows, text, label):
    assert [value.lower() for _, value, _ in rows(text, "skill")] == [label]
    assert _fields(rows, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Du har erfarenhet från Kustbevakningen.",
        "Krav\n- Erfarenhet av Norrbrunns leveranser",
        "Krav\n- Erfarenhet av AB",
    ],
)
def test_an_employer_is_no_skill(rows, text):
    assert rows(text, "skill") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du har planterat minst en säsong.", [None]),
        ("You have planted trees for at least one season.", [None]),
        ("Vi söker dig som kört bandgrävare i flera år.", [3]),
        # The firm's own years, and what is no work
        ("Vi har planterat skog i tre generationer.", []),
        ("Du har bott här minst en säsong.", []),
        ("Du har sökt jobb minst ett år.", []),
    ],
)
def test_a_verb_with_a_time_tells_of_work(rows, text, expected):
    assert [value["years"] for _, value, _ in rows(text, "experience")] == expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Familjeföretag sedan 1978 med 15 års erfarenhet av fönster.", []),
        ("Kontoret har 45 års erfarenhet av bokföring.", []),
        ("Du har 15 års erfarenhet av ledarskap.", [15]),
        ("Minst 20 års erfarenhet av byggledning krävs.", [20]),
    ],
)
def test_how_long_the_employer_has_been_at_it_is_no_demand(rows, text, years):
    assert [value["years"] for _, value, _ in rows(text, "experience")] == years
