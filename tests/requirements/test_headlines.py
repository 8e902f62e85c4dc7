import pytest


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Bilmekaniker, minst fem års erfarenhet", [("experience", {"years": 5, "field": None}, "must")]),
        ("Kock, ingen erfarenhet krävs", [("experience", {"years": None, "field": None}, "not_required")]),
        ("Taxiförare med taxilegitimation", [("certificate", "taxi", "must")]),
        ("Chaufför med ADR och YKB", [("certificate", "adr", "must"), ("certificate", "ykb", "must")]),
        ("Montör utan krav på truckkort", [("certificate", "truck", "not_required")]),
        ("Erfaren kock sökes", []),
        ("Frisör med gesällbrev eller lång vana", []),
        ("Lärare vid truckutbildning", []),
    ],
)
def test_a_headline_asks_only_in_plain_words(rows, headline, expected):
    found = [row for kind in ("experience", "certificate") for row in rows("Vi är ett litet lag.", kind, headline)]
    assert found == expected
