from __future__ import annotations

import copy
import json

import pytest

from matcher.readers import Source, read_ads
from matcher.readers.ads.jobtech import READER

AD = {
    "relevance": 1.0,
    "id": "70001001",
    "external_id": None,
    "original_id": 12345,
    "label": "[]",
    "webpage_url": "https://example.invalid/70001001",
    "logo_url": None,
    "headline": "Kock till skolkök i Skarpnäck",
    "application_deadline": "2026-12-24T23:59:59",
    "number_of_vacancies": 2,
    "description": {
        "text": "Du lagar lunch åt 300 barn.\r\n\r\nKrav:\r\n- Du har lagat mat i storkök.",
        "text_formatted": "<p>Du lagar lunch åt 300 barn.</p><h3>Krav:</h3><ul><li>Du har lagat mat.</li></ul>",
        "company_information": None,
        "needs": None,
        "requirements": None,
        "conditions": "Heltid\r\nTillsvidare",
    },
    "employment_type": {"concept_id": "PFZr_Syz_cUq", "label": "Vanlig anställning", "legacy_ams_taxonomy_id": "1"},
    "working_hours_type": {"concept_id": "6YE1_gAC_R2G", "label": "Heltid", "legacy_ams_taxonomy_id": "1"},
    "scope_of_work": {"min": 100, "max": 100},
    "employer": {
        "phone_number": "08-555 00 11",
        "email": "kok@example.invalid",
        "name": "Köket AB",
        "workplace": "Köket",
    },
    "application_details": {"email": "jobb@example.invalid", "via_af": False},
    "experience_required": True,
    "access_to_own_car": False,
    "driving_license_required": False,
    "driving_license": None,
    "occupation": {"concept_id": "abcd_EFG_hij", "label": "Skolkock", "legacy_ams_taxonomy_id": None},
    "occupation_group": {"concept_id": "bcde_FGH_ijk", "label": "Kockar", "legacy_ams_taxonomy_id": "5120"},
    "workplace_address": {"municipality": "Stockholm", "municipality_code": "0180", "coordinates": [None, None]},
    "must_have": {
        "skills": [{"concept_id": None, "label": "Svetsning", "weight": 10}],
        "languages": [{"concept_id": None, "label": "Svenska", "weight": 10}],
        "work_experiences": [{"concept_id": "abcd_EFG_hij", "label": "Skolkock", "weight": 10}],
        "education": [{"concept_id": None, "label": "Restaurang och livsmedel", "weight": 10}],
        "education_level": [{"concept_id": None, "label": "Gymnasial utbildning", "weight": 10}],
    },
    "nice_to_have": {"skills": [], "languages": [{"label": "Arabiska", "weight": None}], "work_experiences": []},
    "application_contacts": [{"name": "Kim Kanariefågel", "telephone": "070-000 00 00", "contact_type": None}],
    "removed": False,
    "removed_date": "2026-01-01T00:00:00",
    "source_type": "VIA_ANNONSERA",
    "timestamp": 1790000000000,
}


def read(**changes):
    record = copy.deepcopy(AD)
    record.update(changes)
    batch = READER.read(Source("ads.jsonl", json.dumps(record, ensure_ascii=False).encode()))
    assert len(batch) == 1, batch.notes
    return batch


def rows(ad):
    return [(row.kind, row.value, row.necessity, row.source) for row in ad.structured]


def test_a_full_ad():
    ad = read()[0]
    assert (ad.id, ad.headline, ad.text) == ("70001001", AD["headline"], AD["description"]["text"])
    assert (ad.occupation.label, ad.occupation.concept, ad.occupation_group) == ("Skolkock", "abcd_EFG_hij", "5120")
    assert (ad.employer, ad.municipality, ad.municipality_code) == ("Köket AB", "Stockholm", "0180")
    assert (ad.deadline, ad.vacancies, ad.hours) == ("2026-12-24T23:59:59", 2, "full")
    assert rows(ad) == [
        ("skill", "svetsning", "must", "must_have.skills"),
        ("language", {"lang": "sv", "level": None}, "must", "must_have.languages"),
        ("experience", {"years": None, "field": "skolkock"}, "must", "must_have.work_experiences"),
        ("education", {"level": "upper_secondary", "field": "restaurang och livsmedel"}, "must", "must_have.education"),
        ("language", {"lang": "ar", "level": None}, "nice", "nice_to_have.languages"),
    ]
    assert all(row.quote is None and row.start is None for row in ad.structured)
    assert ad.requirements is None


def test_persons_and_addresses_are_dropped_and_said():
    batch = read()
    dumped = repr(batch.records)
    for canary in ("Kanariefågel", "08-555", "kok@", "jobb@", "070-"):
        assert canary not in dumped
        assert all(canary not in str(note) for note in batch.notes)
    said = {column for note in batch.notes for column in (note.column or "").split(", ")}
    assert {"application_contacts", "employer.email", "employer.phone_number", "application_details"} <= said


def test_a_field_nobody_knows_is_said():
    batch = read(colour="red", employer={"name": "A", "mood": "good"})
    unknown = [note.column for note in batch.notes if "no field" in note.what]
    assert unknown == ["colour, employer.mood"]


@pytest.mark.parametrize(
    ("given", "label", "concept"),
    [
        (None, None, None),
        ({"concept_id": None, "label": None}, None, None),
        ([{"concept_id": "abcd_EFG_hij", "label": "Kock"}, {"concept_id": "x", "label": "y"}], "Kock", "abcd_EFG_hij"),
        ([{"concept_id": None, "label": "Kock"}, {"concept_id": "bcde_FGH_ijk"}], "Kock", "bcde_FGH_ijk"),
        ("abcd_EFG_hij", None, "abcd_EFG_hij"),
        ("Kock", "Kock", None),
        ([], None, None),
        (["Kock"], "Kock", None),
        (17, "17", None),
    ],
)  # fmt: skip
def test_an_occupation_in_any_shape(given, label, concept):
    ad = read(occupation=given)[0]
    assert (ad.occupation.label, ad.occupation.concept) == (label, concept)


@pytest.mark.parametrize(
    ("given", "group"),
    [
        (None, None),
        ([{"legacy_ams_taxonomy_id": "9111"}], "9111"),
        ("bcde_FGH_ijk", None),
        ({"legacy_ams_taxonomy_id": 9111}, "9111"),
    ],
)
def test_an_occupation_group_in_any_shape(given, group):
    assert read(occupation_group=given)[0].occupation_group == group


@pytest.mark.parametrize("given", [24681, "24681", " 24681 ", 24681.0])
def test_an_id_is_the_same_as_number_or_text(given):
    assert read(id=given)[0].id == "24681"


@pytest.mark.parametrize("given", [None, "", "  ", True, [], {}, "x" * 300])
def test_an_ad_without_a_usable_id_is_refused_and_the_next_is_read(given):
    data = json.dumps({**AD, "id": given}) + "\n" + json.dumps(AD)
    batch = READER.read(Source("ads.jsonl", data.encode()))
    assert [ad.id for ad in batch] == ["70001001"]
    assert [note.line for note in batch.notes if note.level == "refused"] == [1]


@pytest.mark.parametrize(
    ("words", "low", "high", "hours"),
    [
        ("Heltid", 100, 100, "full"),
        ("Heltid", None, None, "full"),
        ("Deltid", 0, 100, "part"),
        ("Deltid", 50, 75, "part"),
        ("Deltid", 75, 100, "any"),
        ("Heltid/Deltid", 50, 100, "any"),
        (None, None, None, None),
        (None, 0, 100, None),
        (None, 80, 80, "part"),
        ("Heltid", "75", "100", "any"),
    ],
)
def test_hours_and_their_defaults(words, low, high, hours):
    ad = read(working_hours_type={"label": words}, scope_of_work={"min": low, "max": high})[0]
    assert ad.hours == hours


def test_defaults_are_no_evidence_and_their_opposites_are():
    assert not [
        row for row in rows(read()[0]) if row[3] in ("experience_required", "access_to_own_car", "driving_license")
    ]
    ad = read(experience_required=False, access_to_own_car=True, must_have=None, nice_to_have=None)[0]
    assert rows(ad) == [
        ("own_car", True, "must", "access_to_own_car"),
        ("experience", {"years": None, "field": None}, "not_required", "experience_required"),
    ]
    assert rows(read(experience_required=None, must_have={}, nice_to_have=[])[0]) == []


@pytest.mark.parametrize(
    ("licences", "required", "found"),
    [
        (None, False, []),
        ([], None, []),
        ([{"label": "B"}], True, [("B", "must", None)]),
        ("B", True, [("B", "must", None)]),
        ({"label": "C"}, True, [("C", "must", None)]),
        ([{"label": "B"}, {"label": "CE"}], True, [("B", "must", None), ("CE", "must", None)]),
        ([{"label": "C1"}, {"label": "D1"}], True, [("C1", "must", 1), ("D1", "must", 1)]),
        ([{"label": "B"}], False, [("B", "nice", None)]),
        (None, True, [("B", "must", None)]),
        ([{"label": "Utökad B"}], True, [("BE", "must", None)]),
        ([{"label": "Traktor"}], True, []),
    ],
)
def test_driving_licences(licences, required, found):
    batch = read(driving_license=licences, driving_license_required=required, must_have={}, nice_to_have={})
    assert [(row.value, row.necessity, row.any_of) for row in batch[0].structured] == found
    if licences is None and required:
        assert [note.column for note in batch.notes if note.level == "guessed"] == ["driving_license"]


def test_levels_and_fields_of_education_come_alone_or_in_pairs():
    block = {
        "education_level": [{"label": "Eftergymnasial utbildning två år eller längre"}, {"label": "Forskarutbildning"}],
        "education": [{"label": "Data"}],
    }
    assert [value for _, value, _, _ in rows(read(must_have=block, nice_to_have=None)[0])] == [
        {"level": "post_secondary", "field": "data"},
        {"level": "doctoral", "field": None},
    ]


def test_text_comes_from_where_there_is_some():
    def text(description):
        return read(description=description)[0].text

    formatted = "<p>Du lagar.</p><ul><li>B-k&ouml;rkort</li></ul>"
    assert text({"text": "", "text_formatted": formatted}) == "Du lagar.\n\nB-körkort"
    assert (text("Bara text."), text(None)) == ("Bara text.", "")
    assert text({"text": "Vi lagar.", "requirements": "Du har truckkort."}) == "Vi lagar.\n\nDu har truckkort."
    assert text({"text": "R&D < 3 år &amp; List<String>"}) == "R&D < 3 år &amp; List<String>"


def test_a_file_that_joins_ads_of_two_makes_keeps_both_texts():
    one, other = {"id": 1, "description": {"text": "Laga mat."}}, {"id": 2, "text": "Mura."}
    batch = READER.read(Source("both.jsonl", "\n".join(map(json.dumps, (one, other))).encode()))
    assert [ad.text for ad in batch] == ["Laga mat.", "Mura."]
    assert "text" not in {note.column for note in batch.notes}


def test_text_keeps_every_character():
    odd = "Ko\u0308rkort\u00ad B\u2028krävs \u202eba\u202c\tslut \u00a0 "
    assert read(description={"text": odd})[0].text == odd


def test_a_place_in_any_shape():
    two = [{"municipality": None, "region": "Skåne län"}, {"municipality": "Solna", "municipality_code": 184}]
    for ad in (*read(workplace_address=None, workplace_addresses=two), *read(workplace_address=two[1:])):
        assert (ad.municipality, ad.municipality_code) == ("Solna", "0184")
    ad = read(workplace_address={"municipality": None, "region": "Obestämd ort"}, headline="Kock")[0]
    assert (ad.municipality, ad.municipality_code) == (None, None)


@pytest.mark.parametrize(("codes", "others"), [(["0180", "1480", "0184"], ("Göteborg", "Solna")), (["0180"] * 2, ())])
def test_of_places_apart_the_first_stands_before_the_others(codes, others):
    batch = read(workplace_address=None, workplace_addresses=[{"municipality_code": code} for code in codes])
    assert (batch[0].municipality_code, batch[0].other_municipalities) == ("0180", others)


def test_a_job_open_for_all():
    assert not read()[0].open_for_all
    for change in ({"open_for_all": True}, {"label": ["OPEN_TO_ALL"]}, {"label": "['open_to_all']"}):
        assert read(**change)[0].open_for_all


def test_numbers_of_posts_are_whole_and_positive():
    assert [read(number_of_vacancies=n)[0].vacancies for n in (3, "4", 0, None, -1, 2.5, "många")] == [
        3,
        4,
        None,
        None,
        None,
        None,
        None,
    ]


def test_the_last_publication_day_stands_in_for_a_missing_deadline():
    assert (
        read(application_deadline=None, last_publication_date="2026-12-31T23:59:59")[0].deadline
        == "2026-12-31T23:59:59"
    )


def test_removed_stubs_have_plain_strings():
    stub = {"id": 70001001, "removed": True, "occupation": "abcd_EFG_hij", "municipality": None, "region": "x"}
    batch = read_ads(Source("s.json", json.dumps([AD, stub, {**AD, "id": "2"}]).encode()))
    assert [ad.id for ad in batch] == ["2"]
    assert batch.removed == {"70001001"}


@pytest.mark.parametrize("field", sorted(AD.keys() - {"id", "removed"}))
@pytest.mark.parametrize("value", [None, "", "text", 7, [], {}, [None], {"label": None}, [[1]], True])
def test_no_single_field_breaks_an_ad(field, value):
    assert read(**{field: value})[0].id == "70001001"


def test_recognised_by_content():
    assert READER.recognises(Source("x", json.dumps({"hits": [AD]}).encode()))
    assert READER.recognises(Source("x", b'{"id": "1", "removed": true}'))
    for other in (b'{"id": "1", "headline": "Kock", "text": "x"}', b'{"basics": {}, "work": []}', b"Kock", b"<a/>"):
        assert not READER.recognises(Source("x", other))
