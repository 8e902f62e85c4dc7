import pytest

from matcher.requirements.papers.certificates_named import slug_of
from matcher.taxonomy.facts.certificates import find_certificates


@pytest.mark.parametrize(
    ("text", "slug", "necessity"),
    [
        ("Truckkort krävs utan undantag.", "truck", "must"),
        ("Giltigt YKB är ett krav.", "ykb", "must"),
        ("Du har utbildning i heta arbeten.", "heta_arbeten", "must"),
        ("Liftkort är meriterande.", "lift", "nice"),
        ("Gärna traverskort.", "travers", "nice"),
        ("Fallskyddsutbildning ordnar vi.", "fall_protection", "not_required"),
        ("ID06 tar vi fram åt dig.", "id06", "not_required"),
        ("ADR behövs ej.", "adr", "not_required"),
        ("A forklift licence is an advantage.", "truck", "nice"),
        ("Certifiering inom projektledning är meriterande.", "projektledning", "nice"),
    ],
)
def test_slug_and_strength(rows, text, slug, necessity):
    assert rows(text, "certificate") == [("certificate", slug, necessity)]


def test_two_cards_in_one_word(rows):
    found = rows("Truck- och traverskort är ett plus.", "certificate")
    assert found == [("certificate", "truck", "nice"), ("certificate", "travers", "nice")]


def test_an_inline_marker_beats_the_heading(rows):
    text = "Krav:\n- CE-körkort\n- ADR (meriterande)\n- YKB"
    assert rows(text) == [
        ("driving_licence", "CE", "must"),
        ("certificate", "adr", "nice"),
        ("certificate", "ykb", "must"),
    ]


def test_what_the_employer_pays_for_is_no_demand(rows):
    text = "Krav\n- Körkort B\n\nVi erbjuder\n- Truckutbildning som vi betalar\n- Friskvård"
    assert rows(text) == [("driving_licence", "B", "must")]


def test_knowledge_of_hygiene_is_no_certificate(rows):
    assert rows("Du har kunskaper i livsmedelshygien.", "certificate") == []


def test_find_certificates_gives_places_and_slugs():
    text = "Heta arbeten, liftkort"
    assert [(text[a:b], slug) for a, b, slug in find_certificates(text)] == [
        ("Heta arbeten", "heta_arbeten"),
        ("liftkort", "lift"),
    ]


def test_slugs_are_plain_letters():
    assert slug_of("Säker på väg – nivå 2") == "saker_pa_vag_niva_2"


def test_a_certified_title_in_capitals_is_a_certificate(rows):
    text = "Requirements\n- Certified Information Privacy Manager\n"
    assert [value for _, value, _ in rows(text, "certificate")] == ["information_privacy_manager"]


def test_a_certified_trade_is_a_certificate(rows):
    assert rows("Du är certifierad hissmontör.", "certificate") == [("certificate", "hissmontor", "must")]
    assert rows("Hos oss blir du certifierad hissmontör.", "certificate") == []


def test_work_on_a_certificate_of_the_firm_is_none_of_a_person(rows):
    assert rows("Det är meriterande om du har arbetat med certifiering för ISO 14001.", "certificate") == []


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Krav: A- och B-truck.", "truck"), ("Truck är en fördel.", "truck"), ("Du har auktorisation B.", "aut_el")],
)
def test_short_names_of_cards(rows, text, slug):
    assert [value for _, value, _ in rows(text, "certificate")] == [slug]


def test_something_like_the_named_is_no_name(rows):
    text = "Krav\n- Certifiering t.ex. SC-100, SC-200 eller motsvarande inom AWS, GCP\n"
    assert [row[1] for row in rows(text, "certificate")] == ["sc_100", "sc_200"]


def test_what_is_extra_good_is_a_merit(rows):
    text = "Requirements\n- Fluent English\nIt is extra good if you have\n- AWS certifications\n"
    assert rows(text, "certificate") == [("certificate", "aws", "nice")]


def test_a_certified_title_in_swedish(rows):
    assert rows("Krav\n- Du är Certifierad Intern Granskare\n", "certificate")[0][1] == "intern_granskare"


def test_a_field_with_examples_is_no_certificate_of_its_own(rows):
    text = "Krav\n- Certifieringar inom molnet, t.ex. AZ-900 eller DP-203"
    assert [value for _, value, _ in rows(text, "certificate")] == ["az_900", "dp_203"]


def test_who_certified_the_firm_is_no_certificate(rows):
    assert rows("Krav\n- Vi har blivit certifierade av Bästa Arbetsplatsen.", "certificate") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kursdeltagarna tar truckkort hos oss.",
        "The trainees get a forklift licence.",
        "Du undervisar i ADR.",
        "Du utbildar våra elever i truckkort och hygienbevis.",
    ],
)
def test_cards_that_others_get_are_not_asked_for(rows, text):
    assert rows(text, "certificate") == []


def test_who_teaches_one_may_need_it_too(rows):
    assert rows("Du utbildar kollegor och har truckkort.", "certificate") == [("certificate", "truck", "must")]


@pytest.mark.parametrize("text", ["Du har truckkort, travers och lift.", "Truckkort, travers & lift krävs."])
def test_machines_beside_a_card_are_cards_and_no_loads(rows, text):
    assert [slug for _, slug, _ in rows(text, "certificate")] == ["truck", "travers", "lift"]
    assert rows(text, "physical") == []
    assert rows("You must be able to push, pull and lift 20 kg.", "physical") != []


def test_a_dash_before_the_strength(rows):
    found = rows("Travers & lift – meriterande", "certificate")
    assert found == [("certificate", "travers", "nice"), ("certificate", "lift", "nice")]


def test_each_machine_behind_a_word_for_cards_is_one(rows):
    found = rows("Giltiga kort för truck, lift och travers krävs.", "certificate")
    assert sorted(slug for _, slug, _ in found) == ["lift", "travers", "truck"]
    found = rows("Behörighet för truck och travers är ett plus.", "certificate")
    assert found == [("certificate", "truck", "nice"), ("certificate", "travers", "nice")]
    assert rows("Körkort för lastbil, du lastar med travers.", "certificate") == []
