"""Questions read as questions in both languages, one for each unknown must."""

import pytest

from matcher.ranking.asking.questions import question_text, questions_about
from matcher.ranking.results import JudgedRequirement
from matcher.records import Requirement


@pytest.mark.parametrize(
    ("kind", "value", "swedish", "english"),
    [
        ("skill", "fonder", "Har du kunskap om fonder?", "Do you have knowledge of fonder?"),
        (
            "experience",
            {"years": 2, "field": "kock"},
            "Vilken erfarenhet har du av detta: kock (minst 2 år)?",
            "What experience do you have of this: kock (at least 2 years)?",
        ),
        ("working_time", ["night", "weekend"], "Kan du arbeta natt, helg?", "Can you work nights, weekends?"),
        ("age_min", 18, "Har du fyllt 18 år?", "Have you turned 18?"),
    ],
)
def test_a_question_in_both_languages(kind, value, swedish, english):
    assert question_text(kind, value, "sv") == swedish
    assert question_text(kind, value, "en") == english


def judged(verdict, necessity="must", group=None):
    row = Requirement(kind="certificate", value=f"kort{group or 0}", necessity=necessity, any_of=group)
    return JudgedRequirement(row, verdict)


def test_only_unknown_musts_are_asked_about_and_a_group_once():
    rows = [judged("unknown"), judged("met"), judged("unmet"), judged("unknown", "nice")]
    rows += [judged("unknown", group=1), judged("unknown", group=1)]
    assert [q.value for q in questions_about(rows)] == ["kort0", "kort1"]


def test_what_no_profile_tells_is_asked_last():
    kinds = [("work_permit", True), ("age_min", 18), ("certificate", "truck"), ("own_car", True)]
    rows = [
        JudgedRequirement(Requirement(kind=kind, value=value, necessity="must"), "unknown") for kind, value in kinds
    ]
    assert [q.kind for q in questions_about(rows)] == ["certificate", "own_car", "work_permit", "age_min"]
