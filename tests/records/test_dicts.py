import ast
import inspect
import json

import pytest

from matcher.demo import example_ads, example_people
from matcher.readers import Source, read_ads
from matcher.records import Experience, JobAd, Profile, Requirement
from matcher.requirements import with_requirements

CAR = Requirement(kind="driving_licence", value="B", necessity="must", source="form")
AD = JobAd(id="a1", headline="Kock", text="Vi söker en kock med B2 i svenska.", structured=[CAR])


@pytest.mark.parametrize("record", [*example_people()[:3], *example_ads()[:3], AD, Experience(title="Kock", years=2)])
def test_a_record_is_made_again_of_its_own_plain_data(record):
    assert type(record).from_dict(record.to_dict()) == record
    assert type(record).model_validate(record.to_dict()) == record


@pytest.mark.parametrize("kind", [Profile, JobAd])
def test_type_checkers_are_told_of_every_field_of_a_record(kind):
    [made] = [node for node in ast.walk(ast.parse(inspect.getsource(kind))) if getattr(node, "name", "") == "__init__"]
    assert [argument.arg for argument in made.args.kwonlyargs] == list(kind.model_fields)
    given = [default is not None for default in made.args.kw_defaults]
    assert given == [not field.is_required() for field in kind.model_fields.values()]


def test_an_ad_that_nobody_has_read_does_not_come_back_as_one_without_demands():
    assert AD.to_dict()["requirements"] is None
    again = JobAd.from_dict(AD.to_dict())
    assert {row.kind for row in with_requirements(again).requirements} == {"language", "driving_licence"}


def test_what_was_read_of_an_ad_comes_back_as_it_is_and_is_not_read_again():
    read = with_requirements(AD)
    fixed = read.model_copy(update={"requirements": read.requirements[:1]})
    again = JobAd.from_dict(fixed.to_dict())
    assert again.requirements == fixed.requirements
    assert with_requirements(again).requirements == fixed.requirements


@pytest.mark.parametrize("ad", [AD, with_requirements(AD)])
def test_readers_too_give_back_an_ad_that_was_kept_as_plain_data(ad):
    [again] = read_ads(Source("kept.jsonl", json.dumps(ad.to_dict()).encode()))
    assert with_requirements(again).requirements == with_requirements(ad).requirements


@pytest.mark.parametrize("row", [{"type": "ad", "id": "1"}, {"id": "1", "name": "Ada"}, {"type": "profile"}])
def test_a_row_of_something_else_is_refused_without_its_words(row):
    with pytest.raises(ValueError, match="Profile") as error:
        Profile.model_validate(row)
    assert "Ada" not in str(error.value)
