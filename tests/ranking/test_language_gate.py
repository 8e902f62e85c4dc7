"""What a list of languages, or a level that spreads, says about a demand."""

import pytest

from matcher.ranking.evidence import worded
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.gates.language import skills_asked
from matcher.ranking.lookup import Work
from matcher.ranking.person import Person
from matcher.records import JobAd, Language, Profile, Requirement
from matcher.requirements import read_requirements

GATE = next(gate for gate in DEFAULT_GATES if "language" in gate.kinds)


def judge(lookup, languages, lang, level, any_of=None, quote=None):
    value = {"lang": lang, "level": level}
    row = Requirement(kind="language", value=value, necessity="must", any_of=any_of, quote=quote)
    return GATE.judge(Person(Profile(id="1", languages=languages), lookup), GATE.demand(row, Work()))


SOMALI = Language(lang="so", native=True)
BEGINNER = Language(lang="sv", speaking=("A1", "A1"))


def test_english_that_nobody_wrote_down_is_asked_about_where_it_is_the_demand(lookup):
    assert judge(lookup, [SOMALI, BEGINNER], "en", "B1").verdict == "unknown"


def test_where_another_language_would_do_the_list_is_what_a_person_offers(lookup):
    judged = judge(lookup, [SOMALI, BEGINNER], "en", "B1", any_of=1)
    assert (judged.verdict, worded(judged.evidence, "sv")) == ("unmet", "bara somaliska, svenska")
    assert judged.bridge, "English that nobody wrote down never hides an ad"


@pytest.mark.parametrize("languages", [[], [SOMALI], [BEGINNER]], ids=["nothing", "no Swedish", "no mother tongue"])
def test_a_list_that_leaves_out_swedish_or_the_mother_tongue_is_not_whole(lookup, languages):
    assert judge(lookup, languages, "en", "B1", any_of=1).verdict == "unknown"


def test_swedish_is_never_taken_as_lacking_from_silence(lookup):
    assert judge(lookup, [SOMALI], "sv", "B1", any_of=1).verdict == "unknown"


@pytest.mark.parametrize(
    ("low", "high", "quote", "verdict"),
    [
        ("A2", "B2", "svenska i tal och skrift", "unmet"),
        ("A2", "B2", "god svenska", "unknown"),
        ("B1", "B2", "svenska i tal och skrift", "unknown"),
        ("A2", "B1", "svenska i tal och skrift", "unmet"),
        ("B2", "C2", "svenska i tal och skrift", "met"),
    ],
)
def test_a_level_that_spreads_by_two_steps_is_weaker_in_one_of_speech_and_writing(lookup, low, high, quote, verdict):
    told = Language(lang="sv", **dict.fromkeys(("speaking", "listening", "reading", "writing"), (low, high)))
    judged = judge(lookup, [told], "sv", "B2", quote=quote)
    assert judged.verdict == verdict
    assert judged.bridge == (verdict == "unmet")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Du skriver flytande engelska.", ("writing",)),
        ("You write fluent English.", ("writing",)),
        ("Du talar svenska och skriver god engelska.", ("writing",)),
        ("God engelska i skrift krävs.", ("writing",)),
        ("Du talar och skriver engelska.", ("speaking", "listening", "reading", "writing")),
        ("Du talar flytande engelska.", ("speaking", "listening")),
    ],
)
def test_a_demand_of_writing_alone_is_judged_by_writing(text, asked):
    rows = read_requirements(JobAd(id="1", text=text))
    assert next(skills_asked(row.quote) for row in rows if row.value["lang"] == "en") == asked


@pytest.mark.parametrize(
    ("tongue", "asked", "verdict"),
    [("sh", "hr", "met"), ("sr", "sh", "met"), ("hr", "sr", "unknown"), ("no", "da", "unknown"), ("hr", "sq", "unmet")],
)
def test_another_name_of_a_language_is_the_language_and_one_that_is_understood_is_asked_about(
    lookup, tongue, asked, verdict
):
    assert judge(lookup, [Language(lang=tongue, native=True)], asked, "B2").verdict == verdict


def test_a_language_that_was_learnt_says_nothing_of_those_near_to_it(lookup):
    learnt = Language(lang="da", speaking=("B1", "B1"), listening=("B1", "B1"))
    assert judge(lookup, [SOMALI, learnt], "no", None).verdict == "unmet"
