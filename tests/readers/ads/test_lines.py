from __future__ import annotations

import json

from matcher.readers import Source, read_ads
from matcher.readers.ads.lines import READER
from matcher.records import JobAd, OccupationRef, Requirement


def test_text_is_kept_to_the_last_character():
    text = " Ko\u0308rkort\u00ad B\u2028är ett\u0085krav <b>nu</b> &amp; sen "
    ad = READER.read(Source("a", json.dumps({"id": "1", "headline": "<i>Kock</i>", "text": text}).encode()))[0]
    assert (ad.headline, ad.text) == ("<i>Kock</i>", text)


def test_a_text_whose_lines_are_markup_is_read_without_it():
    text = "<p>Krav</p><ul><li>B-k&ouml;rkort</li><li>Svenska &amp; engelska</li></ul>"
    for given in (text, text.replace("<", "&lt;").replace(">", "&gt;")):
        ad = READER.read(Source("a", json.dumps({"id": "1", "headline": "M&aring;lare", "text": given}).encode()))[0]
        assert (ad.headline, ad.text) == ("Målare", "Krav\n\nB-körkort\nSvenska & engelska")


def test_a_label_may_stand_for_the_occupation():
    ad = READER.read(Source("a", b'{"id": 1, "headline": "x", "text": "y", "occupation": "Barista"}'))[0]
    assert ad.occupation.label == "Barista"


def test_what_is_printed_is_read_back():
    row = Requirement(kind="own_car", value=True, necessity="must", source="access_to_own_car")
    quoted = Requirement(kind="skill", value="bakning", necessity="nice", quote="bakning", field="text", start=0, end=7)
    ad = JobAd(
        id="a1", headline="Bagare", text="bakning", occupation=OccupationRef(label="Bagare", concept="c"),
        occupation_group="7612", employer="B", municipality="Solna", municipality_code="0184", deadline="2026-12-01",
        vacancies=2, hours="part", language="sv", open_for_all=True, requirements=(row, quoted),
    )  # fmt: skip
    printed = json.dumps(ad.to_dict(), ensure_ascii=False)
    again = read_ads(Source("a.jsonl", printed.encode()))[0]
    assert again.structured == (row,)
    assert again == ad.model_copy(update={"requirements": None, "structured": (row,)})


def test_further_places_are_read_back_without_a_remark():
    printed = JobAd(id="a1", text="Kock söks.", municipality="Solna", other_municipalities=["Täby"]).to_dict()
    batch = READER.read(Source("ads.jsonl", json.dumps(printed).encode()))
    assert batch.records[0].other_municipalities == ("Täby",)
    assert not [note for note in batch.notes if "other_municipalities" in str(note.column)]


def test_rows_of_no_known_kind_are_noted():
    line = b'{"id": 1, "text": "x", "requirements": [{"kind": "mood", "value": 1, "necessity": "must", "source": "y"}]}'
    batch = READER.read(Source("a", line))
    assert batch[0].structured == ()
    assert [note.level for note in batch.notes] == ["doubtful"]


def test_odd_values_do_not_break_a_line():
    line = b'{"id": 1, "text": "x", "hours": "sometimes", "vacancies": "many", "occupation": [null], "employer": {}}'
    ad = READER.read(Source("a", line))[0]
    assert (ad.hours, ad.vacancies, ad.occupation.label, ad.employer) == (None, None, None, None)


def test_profiles_are_not_taken_for_ads():
    assert not READER.recognises(Source("a", b'{"id": "1", "type": "profile", "headline": "x"}'))
    assert not READER.recognises(Source("a", b'{"id": "1"}'))


def test_ads_of_jobtech_among_plain_lines_keep_their_texts_and_fields():
    plain = {"id": "1", "headline": "Kock", "text": "Kock sökes.", "timestamp": 1}
    hit = {
        "id": "2", "headline": "Städare", "description": {"text": "Städare sökes."}, "access_to_own_car": True,
        "timestamp": 2, "workplace_address": {"municipality": "Solna"},
    }  # fmt: skip
    both = [json.dumps(row).encode() for row in (plain, hit, plain | {"id": "3"})]
    batch = read_ads(Source("a.jsonl", b"\n".join(both)))
    assert [ad.text for ad in batch] == ["Kock sökes.", "Städare sökes.", "Kock sökes."]
    assert batch[1] == read_ads(Source("b.jsonl", both[1]))[0]
    told = [str(note) for note in batch.notes]
    assert any("column timestamp" in line and "2 records" in line for line in told)
    assert not any("description" in line for line in told)
