"""Corrections: what they change, what they leave alone, and when there is nothing left to correct."""

from __future__ import annotations

import json

import pytest

from matcher.errors import InvalidRecordError
from matcher.records import JobAd, Profile, Requirement
from matcher.records.corrections import Correction, applied, applied_to_ad, read_corrections


def test_links_to_a_taxonomy_do_not_make_a_value_another_one():
    read = Profile(id="7", skills=[{"label": "städning"}])
    linked = [{"label": "städning", "concept": "abc", "source": "stated"}]
    people, gone = applied([read], [Correction("7", "skills", None, linked, [{"label": "lokalvård"}])])
    assert [skill.label for skill in people[0].skills] == ["lokalvård"]
    assert not gone


def test_what_is_read_otherwise_now_is_not_overwritten():
    read = Profile(id="7", own_car=True)
    people, gone = applied([read], [Correction("7", "max_travel_minutes", None, 30, 45)])
    assert people == [read]
    assert [one.field for one in gone] == ["max_travel_minutes"]


def test_corrections_of_corrections_are_made_in_their_order():
    steps = [Correction("7", "own_car", None, None, True), Correction("7", "own_car", None, True, False)]
    people, gone = applied([Profile(id="7")], steps)
    assert people[0].own_car is False
    assert not gone


def test_everybody_with_the_id_is_corrected_who_can_be():
    read = [Profile(id="7"), Profile(id="8"), Profile(id="7", own_car=False), Profile(id="7", own_car=True)]
    people, gone = applied(read, [Correction("7", "own_car", None, None, True)])
    assert [(person.id, person.own_car) for person in people] == [("7", True), ("8", None), ("7", False), ("7", True)]
    assert not gone


def test_a_known_absence_ends_where_a_value_is_put():
    person = Profile(id="7", none=["certificates"])
    people, _ = applied([person], [Correction("7", "certificates", None, [], ["truck"])])
    assert people[0].none == ()


@pytest.mark.parametrize(("field", "new"), [("own_car", "kanske"), ("id", "8"), ("shoe_size", 41)])
def test_no_field_gets_what_it_cannot_hold(field, new):
    old = {"own_car": None, "id": "7"}.get(field)
    people, gone = applied([Profile(id="7")], [Correction("7", field, None, old, new)])
    assert people == [Profile(id="7")]
    assert len(gone) == 1


def demands() -> JobAd:
    rows = [
        Requirement(kind="own_car", value=True, necessity="must", quote="bil"),
        Requirement(kind="certificate", value="truck", necessity="nice", quote="truckkort"),
    ]
    return JobAd(id="a", requirements=rows)


def test_a_demand_gets_another_strength_and_says_that_a_person_did_it():
    ad, gone = applied_to_ad(demands(), [Correction("a", None, "bil", "must", "nice")])
    assert [(row.necessity, row.source.endswith(", corrected")) for row in ad.requirements] == [
        ("nice", True),
        ("nice", False),
    ]
    assert not gone


def test_a_demand_that_is_none_goes_and_may_be_gone_already():
    fix = Correction("a", None, "bil", "must", None)
    ad, gone = applied_to_ad(demands(), [fix])
    assert [row.kind for row in ad.requirements] == ["certificate"]
    assert not gone
    assert applied_to_ad(ad, [fix]) == (ad, [])


def test_a_demand_that_is_not_read_any_more_is_told():
    fix = Correction("a", None, "körkort", "must", "nice")
    assert applied_to_ad(demands(), [fix]) == (demands(), [fix])


@pytest.mark.parametrize(
    "line",
    ["[]", "{}", "nonsense", '{"target": 7, "field": "own_car", "old": null, "new": true}',
     '{"target": "a", "quote": "bil", "old": "must", "new": "kanske"}',
     '{"target": "a", "quote": "bil", "old": ["must"], "new": "nice"}',
     '{"target": "a", "quote": "bil", "old": "must", "new": {"must": 1}}'],
)  # fmt: skip
def test_a_line_that_is_no_correction_is_named_without_its_words(line):
    fine = json.dumps(Correction("7", "own_car", None, None, True).to_dict())
    with pytest.raises(InvalidRecordError, match=r"fixes\.jsonl, line 3") as error:
        read_corrections(f"{fine}\n\n{line}\n", "fixes.jsonl")
    assert "kanske" not in str(error.value)
    assert "nonsense" not in str(error.value)


@pytest.mark.parametrize("old", [None, []])
def test_what_was_missing_is_corrected_however_that_is_written(old):
    fix = Correction("7", "wishes", None, old, ["kock"])
    [person], gone = applied([Profile(id="7")], [fix])
    assert (person.wishes, gone) == (("kock",), [])
    assert applied([Profile(id="7", wishes=["bagare"])], [fix])[1] == [fix]
