from __future__ import annotations

import json

import pytest

from matcher.readers import Source
from matcher.readers.ads.jobtech import READER
from matcher.readers.ads.lines import READER as READ_LINES


def _read(**fields):
    return READER.read(Source("a.json", json.dumps({"id": 1, **fields}).encode()))


@pytest.mark.parametrize(
    ("headline", "text", "where"),
    [
        ("Kock till Umeå", "", "Umeå"),
        ("Nurse (Uppsala)", "", "Uppsala"),
        ("Säljare, Visby", "", "Gotland"),
        ("Kock i Täby eller Nacka", "Ort: Täby", "Täby"),
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


@pytest.mark.parametrize(
    ("headline", "text", "others"),
    [
        ("Kock i Umeå eller Luleå", "", ("Luleå",)),
        ("Kock", "Placeringen är i Umeå eller Kalix, du väljer.", ("Kalix",)),
        ("Kock", "Tjänsten kan placeras på vårt kontor i Falun, Umeå eller Borås.", ("Falun", "Borås")),
        ("Cook", "You will be based in either Umeå or Lund.", ("Lund",)),
        ("Kock", "Stationeringsort: Umeå/Skellefteå", ("Skellefteå",)),
        ("Kock", "Du utgår från Umeå eller Lycksele.", ("Lycksele",)),
        ("Säljare Lund - Malmö", "", ()),
        ("Kock", "Vi har kontor i Umeå, Kalmar och Växjö.", ()),
        ("Kock", "Placering: huvudkontoret i Märsta, Stockholm.", ()),
        ("Kock", "Vi kör varor till Kiruna eller Gällivare.", ()),
    ],
)
def test_further_places_are_those_where_the_job_may_be_done(headline, text, others):
    field = {"municipality": "Umeå", "municipality_code": "2480"}
    assert _read(headline=headline, description=text, workplace_address=field)[0].other_municipalities == others


def test_places_that_a_plain_field_lists_are_all_kept_and_read_again():
    line = {"id": "1", "headline": "Kock", "text": "Laga.", "municipality": "Solna / Täby", "employer": "Krogen"}
    [ad] = READ_LINES.read(Source("a.jsonl", json.dumps(line).encode()))
    assert ad.other_municipalities == ("Täby",)
    [again] = READ_LINES.read(Source("b.jsonl", ad.model_dump_json().encode()))
    assert again.other_municipalities == ad.other_municipalities
