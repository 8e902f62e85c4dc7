from matcher.records import JobAd, Requirement
from matcher.requirements import read_requirements, with_requirements
from matcher.requirements.merge import joined


def row(kind, value, necessity, source="text", **more):
    return Requirement(kind=kind, value=value, necessity=necessity, source=source, **more)


def test_what_only_a_field_says_is_added_without_a_quote():
    field = row("language", {"lang": "sv", "level": None}, "must", "must_have.languages")
    ad = JobAd(id="1", text="Vi söker en diskare.", structured=(field,))
    assert read_requirements(ad) == (field,)


def test_the_text_wins_and_the_conflict_is_told():
    text = row("driving_licence", "B", "not_required", quote="Körkort behövs inte")
    field = row("driving_licence", "B", "must", "driving_license")
    (found,) = joined([text], [field])
    assert found.necessity == "not_required"
    assert found.source == "text, unlike driving_license (must)"


def test_a_field_that_agrees_changes_nothing():
    text = row("language", {"lang": "sv", "level": "B2"}, "must")
    field = row("language", {"lang": "sv", "level": None}, "must", "must_have.languages")
    assert joined([text], [field]) == (text,)


def test_a_vague_field_is_the_same_demand_as_the_text():
    text = row("experience", {"years": 2, "field": "kock"}, "must")
    field = row("experience", {"years": None, "field": "kock"}, "must", "must_have.work_experiences")
    assert joined([text], [field]) == (text,)


def test_groups_of_fields_do_not_mix_with_those_of_the_text():
    text = [row("language", {"lang": code, "level": None}, "must", any_of=1) for code in ("sv", "en")]
    fields = [row("driving_licence", value, "must", "driving_license", any_of=1) for value in ("C1", "D1")]
    assert [found.any_of for found in joined(text, fields)] == [1, 1, 2, 2]


def test_an_ad_without_demands_has_read_ones_all_the_same():
    ad = with_requirements(
        JobAd(id="1", headline="Kock", text="Vi är ett glatt gäng i Solna och vi ses gärna på en kaffe.")
    )
    assert ad.requirements == ()
    assert ad.language == "sv"
