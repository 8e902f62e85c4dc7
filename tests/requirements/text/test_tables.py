import pytest

from matcher.requirements.text.tables import columns_marked


@pytest.mark.parametrize(
    "table",
    [
        "Krav | Plus\nTruckkort | ADR\nB-körkort | BE-körkort",
        "| Krav | Plus |\n|---|---|\n| Truckkort | ADR |\n| B-körkort | BE-körkort |",
        "Krav\tPlus\nTruckkort\tADR\nB-körkort\tBE-körkort",
        "Krav            Plus\nTruckkort       ADR\nB-körkort       BE-körkort",
        "Kompetens | Krav | Plus\nTruckkort | x |\nB-körkort | x |\nADR | | x\nBE-körkort | | x",
        "Kompetens\tKrav\tPlus\nTruckkort\tja\tnej\nB-körkort\tja\tnej\nADR\tnej\tja\nBE-körkort\tnej\tja",
        "             Krav    Plus\nTruckkort    x\nB-körkort    x\nADR                  x\nBE-körkort           x",
        "Kompetens | Ska/Bör\nTruckkort | Ska\nB-körkort | Ska\nADR | Bör\nBE-körkort | Bör",
        "Truckkort | Krav\nB-körkort | Krav\nADR | Meriterande\nBE-körkort | Meriterande",
        "| Krav | Truckkort; B-körkort |\n| Meriterande | ADR; BE-körkort |",
        "✅ Truckkort\n✅ B-körkort\n➕ ADR\n➕ BE-körkort",
    ],
)
def test_tables_say_in_columns_or_cells_how_strongly_they_ask(rows, table):
    found = sorted(rows(f"Vi kör gods.\n\n{table}\n\nSök i dag.", headline="Chaufför"))
    assert found == [
        ("certificate", "adr", "nice"),
        ("certificate", "truck", "must"),
        ("driving_licence", "B", "must"),
        ("driving_licence", "BE", "nice"),
    ]


def test_what_is_crossed_out_is_needless(rows):
    assert rows("✓ Svenska\n❌ Körkort", "driving_licence") == [("driving_licence", "B", "not_required")]
    # Without ticks a cross is a bullet like another.
    assert rows("Krav\n✗ Körkort\n✗ Svenska", "driving_licence") == [("driving_licence", "B", "must")]


def test_quotes_of_cells_stand_in_the_text(requirements):
    text = "Krav\tMeriterande\nTruckkort\tB-körkort"
    assert [(row.quote, text[row.start : row.end]) for row in requirements(text)] == [
        ("Truckkort", "Truckkort"),
        ("B-körkort", "B-körkort"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ort | Omfattning\nLund | Heltid\nEslöv | Deltid",
        "Start\tPlus\tPro\n10\t20\t30",
        "Du kör | lastar\nVi ger plus på lönen",
        "Krav | Truckkort, svenska",
        "Lön: krav   på att du trivs",
    ],
)
def test_other_tables_are_left_as_they_are(text):
    assert columns_marked(text) == text


def test_the_text_keeps_its_length():
    text = "Om jobbet\n\nSka | Bör\nTruck | Engelska\n | Polska\n\nKompetens\tKrav\tMerit\nHLR\t\tx\n"
    marked = columns_marked(text)
    assert len(marked) == len(text)
    assert marked.count("\n") == text.count("\n")
