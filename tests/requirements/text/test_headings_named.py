import pytest

from matcher.requirements.text.headings_named import named_section
from matcher.requirements.text.segment import Sentence

_DUTIES = "Om tjänsten\nDu sorterar post.\n\n"


def section_of(line):
    low = line.lower()
    return named_section(low, Sentence(0, len(low)))


@pytest.mark.parametrize(
    "heading",
    [
        "Krav för befattningen",
        "Erfarenheter och färdigheter",
        "Dina styrkor",
        "Våra förväntningar på dig",
        "Särskild behörighet",
        "Vem letar vi efter?",
        "Vad har du med dig?",
        "Till rollen söker vi dig som",
        "Det här är viktigt för att du ska lyckas",
        "Du",
        "Entry requirements",
        "Education & experience",
        "Formal requirements:",
        "What makes you a great fit",
        "We hope you",
    ],
)
def test_headings_of_demands_that_nobody_listed(rows, heading):
    text = f"{_DUTIES}{heading}\n- Kunna uttrycka dig väl på svenska\n"
    assert rows(text, "language") == [("language", {"lang": "sv", "level": "B2"}, "must")]


@pytest.mark.parametrize(
    "heading",
    [
        "Särskilt meriterande",
        "Övriga meriter",
        "Önskvärd kompetens",
        "Önskvärda kunskaper och erfarenheter",
        "Det ses som meriterande",
        "Extra plus för",
        "Önskad kompetens",
        "Other merits",
        "Other qualifications that are meriting",
        "Qualifications considered an asset",
        "Meriter utöver kraven",
        "Considered as an advantage",
        "You'll stand out if you have",
    ],
)
def test_headings_of_wishes_end_the_demands(rows, heading):
    text = f"Krav\n- Truckkort\n\n{heading}\n- Engelska\n"
    assert rows(text, "language") == [("language", {"lang": "en", "level": None}, "nice")]


@pytest.mark.parametrize(
    "heading",
    [
        "Löner och förmåner",
        "Utveckling & möjligheter",
        "Dina ansvarsområden",
        "Your main responsibilities",
        "In this role you will",
        "Verktyg vi använder",
        "Vad får du?",
        "Your application should include",
    ],
)
def test_headings_of_what_is_done_or_given_end_the_demands(requirements, heading):
    text = f"Krav\n- Truckkort\n\n{heading}\n- Excel och Fortnox\n"
    assert [row.value for row in requirements(text)] == ["truck"]


@pytest.mark.parametrize(
    "line",
    [
        "Körkort är meriterande",
        "Erfarenhet krävs",
        "Erfarenhet meriterande",
        "Svensk erfarenhet är meriterande",
        "Meriterande med erfarenhet av kassa",
        "Bakgrund till uppdraget",
        "Utbildning till kock",
        "Vi erbjuder utbildning",
        "Kunskaper i svenska",
        "Kompetensutvecklare",
        "Det du kan",
    ],
)
def test_lines_that_say_something_are_no_headings(line):
    assert section_of(line) is None


def test_what_may_be_asked_or_wished_for_stays_among_wishes(rows):
    text = "Krav\n- Truckkort\n\nMeriterande\n\nKunskaper och erfarenheter\n- Engelska\n"
    assert rows(text, "language") == [("language", {"lang": "en", "level": None}, "nice")]


def test_what_is_asked_and_what_is_not_behind_a_colon(rows):
    text = "What we ask of you: basic English.\nWhat we do not ask of you: Swedish.\nWhat earns you points: Polish."
    found = [(value["lang"], necessity) for _, value, necessity in rows(text, "language")]
    assert found == [("en", "must"), ("sv", "not_required"), ("pl", "nice")]


@pytest.mark.parametrize("slip", ["Moriterande", "Meirterande:", "MERITERNDE", "Merritterande", "Merriterande"])
def test_one_slip_of_the_finger_leaves_a_heading_what_it_is(rows, slip):
    strengths = [necessity for *_, necessity in rows(f"Krav\n- Liftkort\n\n{slip}\n- Arabiska\n")]
    assert strengths == (["must", "nice"] if slip != "Merritterande" else ["must", "must"])
