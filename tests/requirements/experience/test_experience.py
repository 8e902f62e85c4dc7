import pytest


@pytest.mark.parametrize(
    ("text", "years", "necessity"),
    [
        ("Minst två års erfarenhet som kock krävs.", 2, "must"),
        ("Du har 3-5 års erfarenhet av lagerarbete.", 3, "must"),
        ("Du har några års erfarenhet från restaurang.", 2, "must"),
        ("Flera års erfarenhet av försäljning är ett krav.", 3, "must"),
        ("Lång erfarenhet av svetsning krävs.", 5, "must"),
        ("Minst två (2) års erfarenhet av upphandling krävs.", 2, "must"),
        ("Du har jobbat som målare i minst 18 månader.", 1.5, "must"),
        ("Du har arbetat minst en säsong i trädgård.", None, "must"),
        ("Du har erfarenhet av hemtjänst.", None, "must"),
        ("Vi söker dig som har arbetat i förskola.", None, "must"),
        ("At least 4 years of experience as an electrician.", 4, "must"),
        ("5+ years of experience in retail is required.", 5, "must"),
        ("Vi söker dig med högst tre års erfarenhet av butik.", None, "must"),
        ("You have up to two years of experience in retail.", None, "must"),
        ("Erfarenhet från storkök är meriterande.", None, "nice"),
        ("Har du städat på hotell tidigare är det ett plus.", None, "nice"),
        ("Gärna med erfarenhet av demensvård.", None, "nice"),
        ("Ingen tidigare erfarenhet krävs.", None, "not_required"),
        ("Erfarenhet är inget krav.", None, "not_required"),
        ("Du behöver inte ha jobbat på lager förut.", None, "not_required"),
        ("No previous experience is required.", None, "not_required"),
        ("Vi lär upp dig.", None, "not_required"),
    ],
)
def test_years_and_strength(rows, text, years, necessity):
    assert [(value["years"], n) for _, value, n in rows(text, "experience")] == [(years, necessity)]


def test_nested_years_do_not_replace_the_main_number(rows):
    text = "Du har minst fem års erfarenhet som murare, varav minst ett år med natursten."
    found = [(value["years"], value["field"]) for _, value, _ in rows(text, "experience")]
    assert found[0] == (5, "murare")
    assert 1 in [years for years, _ in found[1:]]


def test_alternatives_share_years_and_group(requirements):
    found = requirements("Minst två års erfarenhet som bagare, konditor eller kock krävs.")
    assert [(row.value["field"], row.value["years"], row.any_of) for row in found] == [
        ("bagare", 2, 1),
        ("konditor", 2, 1),
        ("kock", 2, 1),
    ]


def test_a_wish_that_narrows_is_a_row_of_its_own(rows):
    found = rows("Du har erfarenhet av vård, gärna inom äldreomsorg.", "experience")
    assert [(value["field"], n) for _, value, n in found] == [("vård", "must"), ("äldreomsorg", "nice")]


def test_a_tool_is_a_skill_and_no_experience(rows):
    assert rows("Erfarenhet av AutoCAD och Python krävs.", "experience") == []


@pytest.mark.parametrize(
    "text",
    [
        "Vi har lång erfarenhet av bemanning.",
        "Företaget är ett team med stor erfarenhet inom bygg.",
        "Vi har funnits i 25 år och finns i åtta länder.",
        "Tjänsten är ett vikariat på två år.",
        "You will experience a warm culture.",
        "God datorvana krävs.",
        "Vi välkomnar både nya och erfarna kollegor.",
    ],
)
def test_experience_that_nobody_asks_for(rows, text):
    assert rows(text, "experience") == []


def test_the_same_experience_in_other_words_is_one_row(rows):
    text = "Krav\n- Minst två års erfarenhet av lackering och slipning\n\nDu har två års erfarenhet av slipning."
    assert len(rows(text, "experience")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a second experience behind "med" is a demand of its own
        (
            "Minst fyra års yrkeserfarenhet som murare med erfarenhet av kakelugnar krävs.",
            [(4, "must"), (None, "must")],
        ),
        ("Du har tre års erfarenhet av lönearbete samt av schemaläggning.", [(3, "must"), (3, "must")]),
        ("Vi välkomnar dig som har minst tre års erfarenhet av glasmästeri.", [(3, "must")]),
        ("You have at least a few years of experience as a plumber.", [(2, "must")]),
        ("Meriterande om du har aktuell erfarenhet av att arbeta natt.", [(None, "nice")]),
        ("Du har gärna hunnit arbeta några år som florist.", [(2, "nice")]),
        ("Vi söker en erfaren plåtslagare. Du har minst sex års erfarenhet av byggplåt.", [(6, "must")]),
        ("Krav\n- erfarenhet av ledande eller samordnande uppgifter\n", [(None, "must")]),
        ("Meriterande\n- Vana från kirurgi, gärna barnkirurgi\n", [(None, "nice"), (None, "nice")]),
        ("Krav\n- Bakgrund inom tryckeri och som trivs med skift\n", [(None, "must")]),
        ("Du litar på dig själv och har erfarenhet av uppsökande försäljning.", [(None, "must")]),
        ("Krav\n- Erfarenhet av rivning och vana att läsa bygghandlingar\n", [(None, "must"), (None, "must")]),
        ("Krav\n- Erfarenhet av kampanjer och av att driva butiker med stor personal\n", [(None, "must")] * 2),
        ("Har du jobbat som rörmokare? Du har minst tre års erfarenhet som rörmokare.", [(3, "must")]),
        (
            "Experience in the pulp or dairy industry, or in food and feed production, is a strong merit.",
            [(None, "nice")] * 3,
        ),
        ("You will bring:\n- Minimum 7 years of experience working as a baker\n", [(7, "must")]),
        ("Meriterande\n- Erfarenhet av något eller flera av områdena väktararbete och larm\n", [(None, "nice")]),
        ("Krav\n- Erfarenhet av lagning/lackering eller polering\n", [(None, "must")] * 2),
        ("Four years in kitchens, two of them as a sous chef.", [(4, "must"), (2, "must")]),
        ("Meriterande med erfarenhet eller intresse av smyckesreparation.", [(None, "nice")]),
        ("Du har minst tre års vana av servering, oavsett typ av restaurang.", [(3, "must")]),
        ("Erfarenhet av golvvård, gärna mot offentliga kunder.", [(None, "must"), (None, "nice")]),
        (
            "Därför ser vi gärna att du: Har erfarenhet av telefonförsäljning. Har tidigare arbetat med fältsälj.",
            [(None, "nice"), (None, "nice")],
        ),
        (
            "Experience from a large sawmill with many shifts, harvesting or the handling of timber in ports, "
            "is considered a strong merit.",
            [(None, "nice")] * 3,
        ),
        ("Målare med minst två års yrkeserfarenhet, med erfarenhet av kulturhus.", [(2, "must"), (None, "must")]),
        ("Det är meriterande om du har en redovisningsbakgrund.", [(None, "nice")]),
        ("Dina arbetsuppgifter\n- Du lagar mat\n- Minst tre års erfarenhet av storhushåll\n", [(3, "must")]),
        ("Krav\n- Erfarenhet av att leda kurs- eller lägerverksamhet\n", [(None, "must")]),
        ("Krav\n- Erfarenhet av lasercut- eller pressarbete, eller gravyr\n", [(None, "must")] * 3),
        ("A retail background is a plus.", [(None, "nice")]),
        ("Det vi kräver är minst fem års arbete i yrket, alternativt ett mästarbrev.", [(5, "must")]),
        ("Den vi anställer har murat skorstenar i minst två år.", [(2, "must")]),
        ("Fåglar är vår specialitet och har du inventerat förut är det ett plus.", [(None, "nice")]),
        ("Ingen erfarenhet heller, vi lär upp.", [(None, "not_required")]),
        ("Experience with test driving of heavy vehicles is required.", [(None, "must")]),
        ("Erfarenhet av inköp inom eller gentemot livsmedelsbranschen krävs.", [(None, "must")]),
    ],
)
def test_how_many_rows_a_sentence_is_worth(rows, text, expected):
    assert [(value["years"], n) for _, value, n in rows(text, "experience")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Med över trettio års samlad erfarenhet hjälper vi företag att växa.",
        "Med lång erfarenhet av entreprenader har vi byggt upp ett brett nätverk.",
        "With more than a hundred years of experience in steel we are a leading supplier.",
        "Requirements\n- Experience using Figma\n",
        "Meriterande\n- Erfarenhet av Vue.js och Svelte\n",
        "We look at other parts of your experience as well.",
        "Som konsult får du bred erfarenhet av olika verksamheter.",
        "Meriterande\n- Erfarenhet av arbetssätt som Kanban och Lean Startup\n",
        "Du är välkommen att söka både med och utan erfarenhet.",
        "Requirements\n- Experience multitasking in a fast-paced office\n",
        "Krav\n- God samarbetsvana\n",
        "Krav\n- Allmän IT-vana\n",
        "Meriterande\n- Erfarenhet av jQuery och responsiva sidor\n",
        "Vi söker dig som har arbetat med något av följande: PostgreSQL, Redis, Kafka.",
        "It is a plus if you have experience in one or more of these areas:\n- Kotlin\n",
        "We want to protect your application experience.",
        "Krav\n- Annan utbildning i kombination med relevant arbetslivserfarenhet som vi bedömer likvärdig\n",
        "Krav\n- Annan utbildning och erfarenhet som kommunen bedömer likvärdig\n",
        "Anställningen är ett vikariat på minst ett år med god chans till förlängning.",
        "Du är van att ställa om och att möta höga krav.",
        "Vi vill att du gärna delar med dig av din erfarenhet.",
        "Your skills & experience\n",
        "Krav\n- God resvana\n",
        "Ditt CV ska visa att du har den erfarenhet som efterfrågas för rollen.",
        "Requirements\n- You want to work in the Developer Experience (DX) group.\n",
        "Krav\n- Du vill höra om barnens egna erfarenheter\n",
        "Krav\n- Insikten kan ha nåtts genom kurser, erfarenhet eller egna studier\n",
        "En ledande leverantör inom kylteknik med över 40 års erfarenhet av fryshus söker en säljare.",
        "Our crew is diverse in age and experience.",
        "Together we look at the experience requirements of the role.",
    ],
)
def test_words_of_experience_that_ask_for_nothing(rows, text):
    assert rows(text, "experience") == []


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Requirements\n- Dairy industry experience\n", "dairy industry"),
        ("Requirements\n- 2+ years of fleet planning experience\n", "fleet planning"),
        ("Requirements\n- 2+ years of relevant work experience\n", None),
        ("Requirements\n- Proven hands-on experience\n", None),
    ],
)
def test_what_stands_before_experience_is_its_field(rows, text, field):
    assert [row[1]["field"] for row in rows(text, "experience")] == [field]


def test_a_line_that_calls_what_is_below_a_merit_opens_the_merits(rows):
    text = (
        "Krav\nMinst 2 års erfarenhet av lagerarbete.\n"
        "Det är meriterande med erfarenhet av något eller några av nedan, inte ett måste.\n"
        "- Erfarenhet från hamn\n- Yrkeserfarenhet inom åkeri\n"
    )
    assert [(row[1]["field"], row[2]) for row in rows(text, "experience")] == [
        ("lagerarbete", "must"),
        ("hamn", "nice"),
        ("åkeri", "nice"),
    ]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Requirements\n- Experience in clinical or industrial laboratories\n", 1),
        ("Krav\n- Minst 1 års erfarenhet av byggverktyg som Bazel, Pants eller Buck\n", 1),
        ("Krav\n- Erfarenhet av telefonsamtal eller brinner för att lära dig\n", 1),
        ("Krav\n- Erfarenhet från häkte eller annan erfarenhet som arbetsgivaren bedömer relevant\n", 1),
        ("You have 3+ years of experience in roles such as tram driver or as a bus driver.", 2),
    ],
)
def test_how_many_fields_a_list_has(rows, text, fields):
    found = [row[1]["field"] for row in rows(text, "experience")]
    assert len(found) == fields
    assert not any(field.startswith(("as ", "som ", "roles", "arbetsgivaren")) for field in found)


def test_a_question_that_opens_an_ad_is_no_demand_where_none_is_needed(requirements):
    rows = requirements("Har du lagt golv tidigare? Då ska du läsa vidare! Vi har inget krav på tidigare erfarenhet.")
    assert [(row.kind, row.necessity) for row in rows if row.kind == "experience"] == [("experience", "not_required")]


def test_a_short_form_with_its_dot_has_an_object_too(rows):
    ((_, value, _),) = rows("Krav: 3 års erf. som takläggare.", "experience")
    assert value == {"years": 3, "field": "takläggare"}
