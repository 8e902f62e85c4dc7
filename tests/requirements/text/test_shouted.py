"""Texts in capitals."""

from __future__ import annotations

import pytest

from matcher.requirements.text.shouted import in_small_letters

AD = """Skeppsvarvet behöver en plåtslagare
Du trivs bland båtar och tar gärna tag i det som behöver göras. Vi är femton på varvet och hjälps åt med det mesta.

Krav
- Två års vana som plåtslagare
- CE-körkort och truckkort
- Svenska i tal och skrift

Meriterande
- BE, svetslicens
- Finska eller polska"""


def test_an_ad_in_capitals_says_the_same(rows) -> None:
    assert rows(AD.upper()) == rows(AD)


@pytest.mark.parametrize("text", ["KRAV\nB-KÖRKORT", AD, AD + "\nVÄLKOMMEN MED DIN ANSÖKAN" * 5])
def test_short_and_mixed_texts_stay(text: str) -> None:
    assert in_small_letters(text) == text
