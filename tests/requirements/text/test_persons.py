"""Ads that speak of the applicant in the third person ask for the same as those that speak to the reader."""

from __future__ import annotations

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.requirements.text.persons import addressed
from matcher.taxonomy.wording import readable

SWEDISH = (
    "Om {dig}\nVi ser gärna att {du} har arbetat i växthus. {Du} behärskar arabiska obehindrat. Dessutom måste {du} ha "
    "fyllt 20 år.\n\nHar {du} dessutom jobbat i butik är det ett plus."
)
ENGLISH = "Your tasks are to sort parcels.\n\n{You} {has} worked in a sorting hall for two years and speak Polish well."


@pytest.mark.parametrize("who", ["den sökande", "kandidaten", "sökanden"])
def test_a_swedish_ad_in_the_third_person(who: str) -> None:
    told = SWEDISH.format(dig="dig", du="du", Du="Du"), SWEDISH.format(dig=who, du=who, Du=who.capitalize())
    to_the_reader, of_others = (read_requirements(JobAd(id="1", text=text)) for text in told)
    assert len(of_others) == 4
    assert [(r.kind, r.value, r.necessity) for r in of_others] == [
        (r.kind, r.value, r.necessity) for r in to_the_reader
    ]
    assert all(told[1][r.start : r.end] == r.quote for r in of_others if r.start is not None)


@pytest.mark.parametrize("who", ["The candidate", "Our ideal candidate", "The successful applicant"])
def test_an_english_ad_in_the_third_person(who: str) -> None:
    rows = read_requirements(JobAd(id="1", text=ENGLISH.format(You=who, has="has")))
    expected = read_requirements(JobAd(id="1", text=ENGLISH.format(You="You", has="have")))
    assert [(r.kind, r.value, r.necessity) for r in rows] == [(r.kind, r.value, r.necessity) for r in expected]
    assert {r.kind for r in rows} == {"experience", "language"}


@pytest.mark.parametrize(
    "text", ["Vi välkomnar alla sökande. Kvinnliga sökande har företräde.", "We thank every candidate and applicant."]
)
def test_who_is_only_spoken_of_stays(text: str) -> None:
    assert addressed(readable(text)).text == text
