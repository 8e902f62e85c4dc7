from __future__ import annotations

import json

import pytest

from matcher.errors import ReadError
from matcher.readers import Source, read_ads
from matcher.readers.ads.jsonld import READER

POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Barnsk&ouml;tare",
    "description": "<p>Du leker &amp; l&auml;r.</p><ul><li>B-k&ouml;rkort</li></ul>",
    "identifier": {"@type": "PropertyValue", "name": "Förskolan", "value": "bs-12"},
    "validThrough": "2026-12-01",
    "employmentType": ["FULL_TIME", "PART_TIME"],
    "hiringOrganization": {"@type": "Organization", "name": "Förskolan AB", "telephone": "070-000 00 00"},
    "jobLocation": {"@type": "Place", "address": {"addressLocality": "Solna", "streetAddress": "Vägen 1"}},
    "totalJobOpenings": "3",
}


def script(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f'<script type="application/ld+json">{text}</script>'


def read(*values: object):
    page = "<!doctype html><html><head>" + "\n".join(map(script, values)) + "</head><body>Meny</body></html>"
    return READER.read(Source("page.html", page.encode()))


def one(**changes):
    batch = read({**POSTING, **changes})
    assert len(batch) == 1
    return batch[0]


def rows(ad):
    return [(row.kind, row.value, row.necessity, row.any_of, row.source) for row in ad.structured]


def test_a_posting():
    ad = one()
    assert (ad.id, ad.headline, ad.text) == ("bs-12", "Barnskötare", "Du leker & lär.\n\nB-körkort")
    assert (ad.employer, ad.municipality, ad.municipality_code) == ("Förskolan AB", "Solna", "0184")
    assert (ad.deadline, ad.vacancies, ad.hours, ad.structured) == ("2026-12-01", 3, "any", ())


@pytest.mark.parametrize(
    "value",
    [
        [POSTING],
        {"@graph": [{"@type": "WebPage"}, POSTING]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": POSTING}]},
        {**POSTING, "@type": ["Thing", "http://schema.org/JobPosting"]},
        "<!-- " + json.dumps(POSTING) + " -->",
        "//<![CDATA[\n" + json.dumps(POSTING) + "\n//]]>",
        json.dumps(POSTING).replace("leker", "leker\n\t och") + ";",
        json.dumps(POSTING)[:-1] + ",}",
    ],
)
def test_a_posting_wherever_it_stands(value):
    assert [ad.id for ad in read('{"@type": "WebSite", ', value)] == ["bs-12"]


def test_a_broken_script_is_noted_with_its_line():
    batch = read('{"@type": ', POSTING)
    assert [(note.level, note.line) for note in batch.notes if note.level == "refused"] == [("refused", 1)]


def test_several_postings_and_missing_ids():
    batch = read([{**POSTING, "identifier": None}, {**POSTING, "identifier": " "}, {**POSTING, "identifier": 7}])
    assert [ad.id for ad in batch] == ["page", "page-2", "7"]


def test_json_without_a_page():
    assert read_ads(Source("job.json", json.dumps({"@graph": [POSTING]}).encode()))[0].id == "bs-12"


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"monthsOfExperience": "24"}, [2]),
        ({"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24}, [2]),
        ([{"monthsOfExperience": 24}], [2]),
        ({"monthsOfExperience": 6.0}, [0.5]),
        ({"monthsOfExperience": 0}, []),
        ({"monthsOfExperience": {"@type": "QuantitativeValue", "minValue": "36", "maxValue": 60}}, [3]),
        ({"monthsOfExperience": {"value": None}}, []),
        ("Kock - 2-4 års erfarenhet", [2]),
        (["Kock - 2-4 års erfarenhet", "Bagare - Erfarenhet efterfrågas"], [2, None]),
        ("Kock - 2-4 års erfarenhet\nBagare, nattskift - 5 års erfarenhet eller mer", [2, 5]),
        ("3+ years", [3]),
        ("minst 3 års erfarenhet av städning", [3]),
        ("no requirements", []),
        ("None", []),
        ("", []),
        (None, []),
        ([], []),
        ({}, []),
        ("Entry level", []),
    ],
)
def test_experience_in_every_shape(value, found):
    ad = one(experienceRequirements=value)
    assert [row.value["years"] for row in ad.structured if row.kind == "experience"] == found
    assert all(row.necessity == "must" and row.source == "experienceRequirements" for row in ad.structured)


def test_prose_joins_the_text_once():
    prose = "Du har lagat mat i minst tre år. Meriterande med erfarenhet av storkök."
    assert one(experienceRequirements=prose).text.endswith("\n\n" + prose)
    assert one(description=f"<p>{prose}</p>", experienceRequirements=prose).text == prose
    assert one(qualifications=[prose, "Truckkort"]).text.count(prose) == 1


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"@type": "EducationalOccupationalCredential", "credentialCategory": "high school"}, ["upper_secondary"]),
        ({"credentialCategory": "associate degree"}, ["post_secondary"]),
        ([{"credentialCategory": "bachelor degree"}], ["tertiary"]),
        ({"credentialCategory": "postgraduate degree"}, ["tertiary"]),
        ("Eftergymnasial utbildning kortare än två år", ["post_secondary"]),
        ("Gymnasial utbildning\nBygg och anläggning", ["upper_secondary"]),
        ("no requirements", []),
        (["none"], []),
        (None, []),
    ],
)
def test_education_in_every_shape(value, found):
    assert [row.value["level"] for row in one(educationRequirements=value).structured] == found


def test_experience_in_place_of_education_makes_alternatives():
    ad = one(
        experienceInPlaceOfEducation=True,
        experienceRequirements={"monthsOfExperience": 12},
        educationRequirements={"credentialCategory": "high school"},
    )
    assert {row.any_of for row in ad.structured} == {2}
    assert len(ad.structured) == 2


def test_skills_are_wishes_and_qualifications_demands():
    ad = one(skills="Excel, Truckkort", qualifications=["B-körkort"])
    assert rows(ad) == [
        ("driving_licence", "B", "must", None, "qualifications"),
        ("skill", "excel", "nice", None, "skills"),
        ("certificate", "truck", "nice", None, "skills"),
    ]


@pytest.mark.parametrize(
    ("location", "name"),
    [
        ([{"address": {"addressLocality": "Malm&ouml;"}}], "Malmö"),
        ({"address": "Västerbottens län Umeå"}, "Umeå"),
        ([{"address": "Sweden"}, {"address": "Gävle"}], "Gävle"),
        ({"address": "Sweden"}, None),
        ({"address": None}, None),
        ("Täby kommun", "Täby"),
        (None, None),
    ],
)
def test_places(location, name):
    assert one(jobLocation=location).municipality == name


def test_contact_details_stay_out():
    batch = read({**POSTING, "applicationContact": {"name": "Kim Kanariefågel"}})
    assert "070-" not in repr(batch)
    assert "Kanariefågel" not in repr(batch)
    assert any("applicationContact" in (note.column or "") for note in batch.notes)


@pytest.mark.parametrize("field", sorted(POSTING.keys() - {"@type"}))
@pytest.mark.parametrize("value", [None, "", "x", 7, [], {}, [None], [[1]], {"a": {"b": []}}, True])
def test_no_single_field_breaks_a_posting(field, value):
    assert len(read({**POSTING, field: value})) == 1


def test_a_page_without_a_posting_is_not_taken():
    page = Source("p.html", ("<html>" + script({"@type": "WebPage"}) + "JobPosting</html>").encode())
    assert READER.recognises(page)
    with pytest.raises(ReadError, match="JobPosting"):
        READER.read(page)
    assert not READER.recognises(Source("p.html", b"<html><body>Kock</body></html>"))


@pytest.mark.parametrize(
    "description",
    [
        ["<p>B-körkort krävs.</p>", "<p>Truckkort är en merit.</p>"],
        [{"@value": "B-körkort krävs.", "@language": "sv"}, None, "Truckkort är en merit."],
        {"@value": "<p>B-körkort krävs.</p><p>Truckkort är en merit.</p>"},
    ],
)
def test_a_description_in_parts_or_as_a_value_is_read_whole(description):
    text = one(description=description).text
    assert text.startswith("B-körkort krävs.")
    assert text.endswith("Truckkort är en merit.")


def test_an_entry_that_says_more_than_a_name_is_read_as_in_a_list_of_the_text():
    ad = one(qualifications=["Truckkort", "Svenska i tal och skrift", "Minst två års erfarenhet av lek"], skills="Bil")
    assert [(row.kind, row.value) for row in ad.structured if row.source == "qualifications"] == [
        ("certificate", "truck")
    ]
    assert "Kvalifikationer\n- Svenska i tal och skrift\n- Minst två års erfarenhet av lek" in ad.text
    assert ad.text.endswith("Meriterande\n- Bil")
