from __future__ import annotations

import json

import pytest

from matcher.readers import Source
from matcher.readers.ads.jobtech import READER


def _read(**fields):
    return READER.read(Source("a.json", json.dumps({"id": 1, **fields}).encode()))


@pytest.mark.parametrize(
    ("headline", "text", "where"),
    [
        ("Kock till Umeå", "", "Umeå"),
        ("Nurse (Uppsala)", "", "Uppsala"),
        ("Säljare, Visby", "", "Gotland"),
        ("Kock i Täby eller Nacka", "Ort: Täby", None),
        ("Kock", "Tjänsten är placerad i Gävle. Välkommen!", "Gävle"),
        ("Chef", "Location: Lund\nVi har kunder i Malmö.", "Lund"),
        ("Vara med och laga mat", "Vi reser till Kiruna ibland.", None),
        ("Chef", "You may work remotely. The office is located in Lund.", None),
        ("Data engineer", "Our offices in Stockholm and at kontoret i Malmö", None),
    ],
)
def test_a_place_that_only_the_words_tell(headline, text, where):
    batch = _read(headline=headline, description=text)
    [ad] = batch
    assert ad.municipality == where
    assert (where is not None) == any(n.level == "guessed" and n.column == "municipality" for n in batch.notes)


def test_a_field_for_the_place_wins_over_the_headline():
    assert _read(headline="Kock till Umeå", workplace_address={"municipality": "Solna"})[0].municipality == "Solna"
