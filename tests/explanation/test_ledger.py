"""The ledger shows the ranking's own numbers, in text, data and HTML."""

import re

import pytest

from matcher.explanation import explain
from matcher.explanation.parts import described
from matcher.ranking import JudgedRequirement
from matcher.records import DrivingLicence, Experience, JobAd, Profile, Requirement

AD = JobAd(
    id="a1",
    headline="Chaufför <b>nu</b>",
    text="C-körkort krävs. Truckkort är meriterande.",
    requirements=[
        Requirement(
            kind="driving_licence", value="C", necessity="must", quote="C-körkort krävs", field="text", start=0, end=15
        ),
        Requirement(kind="certificate", value="truck", necessity="nice", quote="Truckkort är meriterande"),
        Requirement(kind="experience", value={"years": 2, "field": "lastbil"}, necessity="must", quote="<script>"),
    ],
)
PERSON = Profile(
    id="P1",
    driving_licences=[DrivingLicence(class_="CE", valid="yes")],
    experience=[Experience(title="Chaufför", years=1)],
)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_text_numbers_add_up(lang):
    ledger = explain(PERSON, AD, lang=lang)
    shown = [int(n) for n in re.findall(r"^ +([+-]\d+)  [a-zå-ö]", ledger.to_text(), re.M)]
    assert len(shown) > 1
    assert sum(shown) == ledger.match.score
    assert "C-körkort krävs" in ledger.to_text()


def test_data_holds_both_sides():
    row = explain(PERSON, AD).to_dict()
    assert row["score"] == sum(row["contributions"].values())
    licence = row["verdicts"][0]
    assert (licence["verdict"], licence["quote"], licence["evidence"]) == ("met", "C-körkort krävs", "CE")


def test_the_page_escapes_what_comes_from_outside_and_loads_nothing():
    page = explain(PERSON, AD).to_html()
    assert "<script" not in page
    assert "<b>nu</b>" not in page
    assert not re.search(r"(src|href)=", page)


def test_the_pages_total_is_the_score():
    ledger = explain(PERSON, AD)
    assert f"<strong>{ledger.match.score}</strong></td>" in ledger.to_html()


def test_an_ad_without_requirements_says_so():
    text = explain(PERSON, JobAd(id="t", headline="Medarbetare", requirements=[]), lang="en").to_text()
    assert "states no requirements" in text


def test_what_an_ad_does_without_is_not_judged():
    row = Requirement(kind="own_car", value=True, necessity="not_required", quote="bil behövs inte")
    ledger = explain(PERSON, AD.model_copy(update={"requirements": (row,)}))
    assert "\n  krävs ej: egen bil\n" in ledger.to_text()
    assert "uppfyllt" not in ledger.to_text() + ledger.to_html().split("<ul>")[1]


def test_a_citizenship_is_no_code():
    row = JudgedRequirement(Requirement(kind="citizenship", value="SE", necessity="must"), "unknown")
    assert [described(row, lang) for lang in ("sv", "en")] == ["medborgarskap: svenskt", "citizenship: Swedish"]
