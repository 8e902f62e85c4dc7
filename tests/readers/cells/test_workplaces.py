from __future__ import annotations

import pytest

from matcher.readers.cells.workplaces import workplace


@pytest.mark.parametrize(
    ("place", "title"),
    [
        ("ett äldreboende i Kalix", "vårdbiträde"),
        ("en liten cykelverkstad", "cykelreparatör"),
        ("a garment factory near Dhaka", "sömmare"),
        ("centrallagret", "lagerarbetare"),
        ("en juristbyrå", "juristbyrå"),
        ("Willys", "butiksbiträde"),
    ],
)
def test_places_name_who_works_there(place: str, title: str):
    found = workplace(place)
    assert found is not None
    assert found.title == title


@pytest.mark.parametrize("words", ["Trollebergsgården", "fritiden", "egen hand", "Kalix i två år", ""])
def test_other_words_name_nobody(words: str):
    assert workplace(words) is None
