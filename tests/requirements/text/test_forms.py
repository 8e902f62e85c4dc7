import pytest

from matcher.requirements.text.forms import forms_marked
from matcher.requirements.text.tables import columns_marked

_FORM = [
    ("driving_licence", "B", "must"),
    ("own_car", True, "not_required"),
    ("certificate", "truck", "not_required"),
    ("language", {"lang": "sv", "level": None}, "must"),
]


@pytest.mark.parametrize(
    "form",
    [
        "Krav         ja    nej\nB-körkort    x\nEgen bil           x\nTruckkort          x\nSvenska      x",
        "| Krävs? | Ja | Nej |\n|---|---|---|\n| B-körkort | X | |\n| Egen bil | | X |\n| Truckkort | | X |\n"
        "| Svenska | X | |",
        "Vad | Krävs det? | Varför\nB-körkort | ja | vi kör\nEgen bil | nej | poolbil\nTruckkort | nej | vi ordnar\n"
        "Svenska | ja | kunderna",
        "Krav\tJa/Nej\nB-körkort\tJa\nEgen bil\tNej\nTruckkort\tNej\nSvenska\tJa",
        "[x] B-körkort\n[ ] Egen bil\n[ ] Truckkort\n[x] Svenska",
        "Behövs: B-körkort [ja], egen bil [nej], truckkort [nej], svenska [ja]",
        "Fråga: Krävs B-körkort? Svar: Ja.\nFråga: Egen bil? Svar: Nej.\nFråga: Truckkort? Svar: Nej.\n"
        "Fråga: Behövs svenska? Svar: Ja.",
        "F: Behöver jag B-körkort?\nS: Ja.\n\nF: Och egen bil?\nS: Nej.\n\nF: Truckkort?\nS: Nej.\n\n"
        "F: Svenska?\nS: Ja.",
        "B-körkort? (krävs)\nEgen bil? (behövs inte)\nTruckkort? (nej)\nSvenska? (ja)",
        "Måsten: B-körkort, svenska\nInte måsten: egen bil, truckkort",
        "Måste: B-körkort, svenska\nBehöver inte: egen bil, truckkort",
    ],
)
def test_forms_say_by_their_signs_what_is_asked_for(rows, form):
    assert sorted(rows(form, headline="Vaktmästare"), key=str) == sorted(_FORM, key=str)


@pytest.mark.parametrize(
    "form",
    [
        "K = krav, M = merit\nSvenska (K)\nTruckkort (M)",
        "1 = krav, 2 = merit\nSvenska 1\nTruckkort 2",
        "Obligatoriskt (O) / Önskvärt (Ö)\n(O) Svenska\n(Ö) Truckkort",
        "| Område | Skall | Bör |\n| Språk | Svenska | - |\n| Kort | - | Truckkort |",
        "Område | Skall | Bör\nÖvrigt | Svenska | Truckkort",
    ],
)
def test_legends_and_columns_tell_demands_from_wishes(rows, form):
    assert sorted(rows(form), key=str) == [
        ("certificate", "truck", "nice"),
        ("language", {"lang": "sv", "level": None}, "must"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[ ] Truckkort\n[ ] Svenska",  # boxes of one kind are bullets
        "Du kör lastbil (C) och truck (B).",
        "Spår A: lager. Spår B: kontor.",
        "Frågor? S: 08-123",
        "Kan du komma (helst i morgon) och träffa oss?",
    ],
)
def test_other_signs_are_left_as_they_are(text):
    assert forms_marked(text) == text


def test_a_form_of_other_things_asks_for_nothing(rows):
    assert rows("Kollektivavtal | ja\nProvanställning | nej\nFriskvård | ja") == []


def test_quotes_stand_where_they_stood(requirements):
    text = "| Krav | Ja | Nej |\n| Truckkort | x | |\n| Egen bil | | x |\n\nF: Svenska?\nS: Ja."
    found = requirements(text)
    assert [row.quote for row in found] == ["Truckkort", "Egen bil", "Svenska"]
    assert all(text[row.start : row.end] == row.quote for row in found)


def test_the_length_stays():
    for text in ("F: A?\nS: B", "[x] A\n[ ] B", "K = krav, M = plus\nA (K)\nB (M)", "A? (ja)"):
        assert len(columns_marked(forms_marked(text))) == len(text)
