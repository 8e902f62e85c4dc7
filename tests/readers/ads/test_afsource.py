from __future__ import annotations

import json

from matcher.readers import Source, read_ads

AD = {
    "annonsId": 4711,
    "annonsrubrik": "Diskare",
    "annonstext": "Du diskar.\n\nVälkommen!",
    "yrkesroll": {"namn": "Diskare", "varde": "1"},
    "arbetsgivareNamn": "Krogen",
    "arbetsplatsadress": {"kommun": {"namn": "Solna", "varde": "184"}, "gatuadress": "Vägen 1"},
    "sistaAnsokningsdatum": "2026-12-01 23:59:59",
    "antalPlatser": 2,
    "arbetstidTyp": {"namn": "Deltid"},
    "arbetstidOmfattningFran": 75,
    "arbetstidOmfattningTill": 100,
    "kompetenser": [{"namn": "Truckkort", "vikt": 10}],
    "sprak": [{"namn": "Svenska", "vikt": 5}, {"namn": "Engelska"}],
    "yrkeserfarenheter": [
        {"namn": "Diskare", "vikt": 10, "erfarenhetsniva": {"namn": "2-4 års erfarenhet"}},
        {"namn": "Kock", "vikt": 5, "erfarenhetsniva": {"namn": "Ingen erfarenhet"}},
    ],
    "utbildningsniva": {"namn": "Gymnasial utbildning", "vikt": 10},
    "korkort": [{"namn": "B"}],
    "tillgangTillEgenBil": True,
    "ingenErfarenhetKravs": True,
    "avpublicerad": False,
    "kontaktpersoner": [{"fornamn": "Kim", "efternamn": "Kanariefågel"}],
}


def read(*records):
    return read_ads(Source("af.json", json.dumps({"testannonser": list(records)}).encode()))


def test_a_source_record_keeps_the_length_of_experience():
    batch = read(AD)
    ad = batch[0]
    assert (ad.id, ad.headline, ad.text, ad.occupation.label) == (
        "4711",
        "Diskare",
        "Du diskar.\n\nVälkommen!",
        "Diskare",
    )
    assert (ad.municipality, ad.municipality_code, ad.deadline) == ("Solna", "0184", "2026-12-01T23:59:59")
    assert (ad.vacancies, ad.hours) == (2, "any")
    assert [(row.kind, row.value, row.necessity) for row in ad.structured] == [
        ("certificate", "truck", "must"),
        ("language", {"lang": "sv", "level": None}, "nice"),
        ("language", {"lang": "en", "level": None}, "nice"),
        ("experience", {"years": 2, "field": "diskare"}, "must"),
        ("experience", {"years": None, "field": "kock"}, "not_required"),
        ("education", {"level": "upper_secondary", "field": None}, "must"),
        ("driving_licence", "B", "must"),
        ("own_car", True, "must"),
        ("experience", {"years": None, "field": None}, "not_required"),
    ]
    assert "Kanariefågel" not in repr(batch)
    assert any("kontaktpersoner" in (note.column or "") for note in batch.notes)


def test_an_unpublished_ad_is_removed():
    batch = read(AD, {**AD, "avpublicerad": True}, {**AD, "annonsId": 4712})
    assert [ad.id for ad in batch] == ["4712"]
    assert batch.removed == {"4711"}


def test_formatted_text_where_there_is_no_other():
    assert (
        read({**AD, "annonstext": "", "annonstextFormaterad": "<p>Du diskar</p><p>mycket</p>"})[0].text
        == "Du diskar\n\nmycket"
    )
