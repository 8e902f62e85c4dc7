from __future__ import annotations

import json

from matcher.readers import Source, read_ads

LINK = {
    "id": "link-1",
    "hashsum": "abc",
    "brief_description": "Kort om jobbet.",
    "detected_language": "SV",
    "ssyk_lvl4": "5120",
    "application_deadline": "2026-12-01T23:59:59Z",
    "originalJobPosting": {
        "@type": "JobPosting",
        "title": "Kock",
        "experienceRequirements": ["Kock - 1-2 års erfarenhet"],
        "skills": ["Engelska"],
        "hiringOrganization": {"name": "Krogen", "url": "https://example.invalid"},
        "relevantOccupation": {"@type": "Occupation", "name": "Kock, à la carte"},
        "jobLocation": {"address": "Solna"},
    },
    "workplace_addresses": [{"municipality": "Sundbyberg", "region": "Stockholms län"}],
    "text_enrichments_results": {"enrichedbinary_result": {"enriched_candidates": {"occupations": [{"term": "x"}]}}},
}


def read(**changes):
    return read_ads(Source("links.ndjson", json.dumps({**LINK, **changes}, ensure_ascii=False).encode() + b"\n"))


def test_a_link():
    batch = read()
    ad = batch[0]
    assert (ad.id, ad.headline, ad.text, ad.language) == ("link-1", "Kock", "Kort om jobbet.", "sv")
    assert (ad.occupation.label, ad.occupation_group, ad.municipality) == ("Kock, à la carte", "5120", "Sundbyberg")
    assert [(row.kind, row.necessity) for row in ad.structured] == [("experience", "must"), ("language", "nice")]
    columns = " ".join(note.column or "" for note in batch.notes)
    assert "text_enrichments_results" in columns
    assert "hiringOrganization.url" in columns


def test_the_postings_own_values_where_there_are_no_others():
    posting = {**LINK["originalJobPosting"], "description": "<p>Hela texten.</p>"}
    ad = read(originalJobPosting=posting, workplace_addresses=None, ssyk_lvl4=None, detected_language=None)[0]
    assert (ad.text, ad.municipality, ad.occupation_group, ad.language) == ("Hela texten.", "Solna", None, None)


def test_a_link_without_a_posting_is_still_an_ad():
    data = json.dumps(LINK) + "\n" + json.dumps({"id": "link-2", "originalJobPosting": None})
    assert [ad.id for ad in read_ads(Source("l", data.encode()))] == ["link-1", "link-2"]
