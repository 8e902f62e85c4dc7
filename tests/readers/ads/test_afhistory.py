from __future__ import annotations

import json

from matcher.readers import Source, read_ads

AD = {
    "PLATSNUMMER": "4711",
    "PLATSRUBRIK": "Kock",
    "PLATSBESKRIVNING": "Du lagar lunch.\nKrav: truckkort.",
    "KOMMUN_KOD": "0184",
    "ANTAL_PLATSER": "2",
    "YRKE_ID": "7663",
    "OKANT_FALT": "x",
}


def test_a_raw_historical_ad():
    batch = read_ads(Source("2012.jsonl", (json.dumps(AD) + "\n").encode()))
    ad = batch[0]
    assert (ad.id, ad.headline, ad.text, ad.municipality) == ("4711", "Kock", AD["PLATSBESKRIVNING"], "Solna")
    assert (ad.vacancies, ad.occupation.label, ad.structured) == (2, None, ())
    assert sorted(note.column for note in batch.notes) == ["OKANT_FALT", "YRKE_ID"]


def test_an_ad_without_a_number_is_refused():
    batch = read_ads(Source("a", (json.dumps({**AD, "PLATSNUMMER": None}) + "\n" + json.dumps(AD)).encode()))
    assert [ad.id for ad in batch] == ["4711"]
    assert [note.line for note in batch.notes if note.level == "refused"] == [1]
