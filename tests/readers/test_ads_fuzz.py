"""Whatever stands in a file: an ad reader gives records and notes, or refuses with a ``MatcherError``."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import MatcherError
from matcher.readers import Source, read_ads, reader_names

FIELDS = (
    "id", "annonsId", "headline", "text", "description", "title", "occupation", "occupation_group", "must_have",
    "nice_to_have", "skills", "languages", "work_experiences", "education", "education_level", "driving_license",
    "driving_license_required", "employer", "workplace_address", "label", "removed", "name", "@type", "@graph",
    "identifier", "experienceRequirements", "educationRequirements", "qualifications", "jobLocation", "address",
    "originalJobPosting", "workplace_addresses", "municipality", "annonstext", "sprak", "korkort", "company", "hits",
    "hrxml", "monthsOfExperience", "scope_of_work", "min", "max", "requirements", "experience",
)  # fmt: skip
WORDS = st.sampled_from([
    "JobPosting", "Kock", "B", "CE", "2-4 års erfarenhet", "Heltid", "true", "Engelska", "Truckkort", "[]", "", "-",
    "Solna", "<PositionOpening><PositionProfile/></PositionOpening>", "<p>x", "&lt;p&gt;", "no requirements", "Krav",
    "\ud800", "0180",
])  # fmt: skip
LEAVES = st.none() | st.booleans() | st.integers(-5, 10**6) | st.floats() | WORDS | st.text(max_size=30)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
    max_leaves=25,
)
LINES = st.sampled_from([
    "Kock", "Kommun: Solna", "Obestämd ort", "Kort arbetsbeskrivning", "Omfattning: Heltid", "Om jobbet",
    "Läs mindre", "", " ", "Kvalifikationer", "Arbetslivserfarenhet", "Språk", "Körkort", "Krav", "Meriterande", "B",
    "Engelska", "Kock - ", "- -", "2-4 års erfarenhet", "Öppen för alla", "Sista ansökningsdag: 1 jan. 2027",
    "Vi söker dig som", "\u2028", "\0", "Lön",
])  # fmt: skip
TAGS = st.sampled_from([
    "<source>", "</source>", "<job>", "</job>", "<title>", "</title>", "<description>", "</description>", "<![CDATA[",
    "]]>", "&ouml;", "&", "<", "<p>", "Kock", "<id>1</id>", '<script type="application/ld+json">', "</script>",
    "JobPosting", '{"@type": "JobPosting", "title": "x"}', "<html>", "<PositionOpening>", "</PositionOpening>",
    "<!--", "<!DOCTYPE x [",
])  # fmt: skip


def survives(data: bytes, reader: str | None = None) -> None:
    for name in (reader, None):
        try:
            batch = read_ads(Source("f", data), reader=name)
        except MatcherError as error:
            assert str(error).startswith("f")  # noqa: PT017
            continue
        for ad in batch:
            assert ad.id.strip()
            json.dumps(ad.to_dict(), ensure_ascii=False).encode("utf-8")
            assert all(row.quote is None and row.source != "text" for row in ad.structured)
        for note in batch.notes:
            str(note).encode("utf-8")


@pytest.mark.parametrize("reader", reader_names("ads"))
@settings(max_examples=40)
@given(st.lists(VALUES, max_size=4), st.booleans())
def test_any_json(reader, values, lines):
    text = "\n".join(map(json.dumps, values)) if lines else json.dumps(values)
    survives(text.encode(), reader)


@pytest.mark.parametrize("reader", ["pasted", "plainad", "lines", "jsonld"])
@settings(max_examples=40)
@given(st.lists(LINES, max_size=30))
def test_any_page(reader, lines):
    survives("\n".join(lines).encode(), reader)


@pytest.mark.parametrize("reader", ["feeds", "eures", "jsonld", "plainad"])
@settings(max_examples=40)
@given(st.lists(TAGS, max_size=30))
def test_any_markup(reader, tags):
    survives("".join(tags).encode(), reader)


@pytest.mark.parametrize("reader", reader_names("ads"))
@settings(max_examples=20)
@given(st.binary(max_size=200))
def test_any_bytes(reader, data):
    survives(data, reader)


@settings(max_examples=40)
@given(st.integers(0, 400), st.binary(min_size=1, max_size=3))
def test_any_damage_to_a_good_file(place, damage):
    record = {
        "id": "1",
        "headline": "Kock",
        "description": {"text": "Vi söker."},
        "must_have": {"skills": [{"label": "å"}]},
    }
    data = (json.dumps(record, ensure_ascii=False) + "\n").encode() * 3
    survives(data[:place] + damage + data[place + len(damage) :])
