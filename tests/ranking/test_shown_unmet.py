"""What is unmet says what in the profile shows it."""

import pytest

from matcher.ranking.evidence import worded
from matcher.records import Experience, LicensedProfession, Profile


@pytest.mark.parametrize(
    ("kind", "value", "told", "reason"),
    [
        ("driving_licence", "B", {"none": ["driving_licences"]}, "inget körkort"),
        ("own_car", True, {"own_car": False}, "ingen egen bil"),
        ("certificate", "truck", {"none": ["certificates"]}, "inga kort eller intyg"),
        ("experience", {"years": 1, "field": "kock"}, {"none": ["experience"]}, "har inte arbetat"),
        ("education", {"level": "primary", "field": None}, {"none": ["education"]}, "ingen utbildning"),
        ("language", {"lang": "en", "level": "B1"}, {"none": ["languages.en"]}, "ingen engelska"),
        (
            "licensed_profession",
            "läkare",
            {"experience": [Experience(title="Murare", years=7)]},
            "annat arbete: Murare 7 år",
        ),
        ("licensed_profession", "läkare", {"none": ["licensed_profession"]}, "ingen legitimation"),
        (
            "licensed_profession",
            "läkare",
            {"licensed_profession": LicensedProfession(profession="lärare", status="applied")},
            "lärare: har ansökt",
        ),
    ],
)
def test_whatever_is_unmet_says_what_in_the_profile_shows_it(judge, kind, value, told, reason):
    judged = judge(Profile(id="1", **told), kind, value)
    assert (judged.verdict, worded(judged.evidence, "sv")) == ("unmet", reason)
