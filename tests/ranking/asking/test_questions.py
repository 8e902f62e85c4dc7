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
            "Har du erfarenhet som kock (minst 2 år)?",
            "Do you have experience as kock (at least 2 years)?",
        ),
        (
            "experience",
            {"years": None, "field": "inköpare/upphandlare"},
            "Har du erfarenhet som inköpare/upphandlare?",
            "Do you have experience as inköpare/upphandlare?",
        ),
        ("skill", "svenska", "Kan du undervisa i svenska?", "Can you teach Swedish?"),
        (
            "experience",
            {"years": None, "field": "servering"},
            "Har du erfarenhet av servering?",
            "Do you have experience of servering?",
        ),
        (
            "experience",
            {"years": 1, "field": None},
            "Hur länge har du arbetat i det här yrket (minst 1 år)?",
            "How long have you worked in this occupation (at least 1 year)?",
        ),
        (
            "education",
            {"level": "upper_secondary", "field": "elektriker"},
            "Har du utbildning till elektriker (gymnasium)?",
            "Do you have an education as elektriker (upper secondary school)?",
        ),
        (
            "education",
            {"level": None, "field": "trädgård"},
            "Har du utbildning inom trädgård?",
            "Do you have an education in trädgård?",
        ),
        (
            "education",
            {"level": "primary", "field": None},
            "Vilken utbildning har du (minst grundskola)?",
            "What education do you have (at least primary school)?",
        ),
        ("skill", "reparera dörrar", "Kan du reparera dörrar?", "Can you do this: reparera dörrar?"),
        ("skill", "diska", "Kan du diska?", "Can you do this: diska?"),
        ("skill", "maskinvana", "Har du maskinvana?", "Do you have this: maskinvana?"),
        (
            "skill",
            "färgseende",
            "Klarar du det som jobbet kräver: färgseende?",
            "Can you manage what the job needs: färgseende?",
        ),
        ("certificate", "hlr", "Har du gått en HLR-utbildning?", "Have you done this: CPR training?"),
        (
            "record_check",
            "police_record",
            "Går det bra att arbetsgivaren ber om utdrag ur belastningsregistret?",
            "Is it all right that the employer asks for a police record extract?",
        ),
        (
            "working_time",
            ["evening", "night", "weekend"],
            "Kan du arbeta kvällar, nätter och helger?",
            "Can you work evenings, nights and weekends?",
        ),
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


def unknown(kind, value, quote=None, group=None, **told):
    row = Requirement(kind=kind, value=value, necessity="must", quote=quote, any_of=group)
    return JudgedRequirement(row, "unknown", **told)


def texts(*rows, lang="sv"):
    return [question.text for question in questions_about(rows, lang)]


def test_alternatives_are_one_question_that_names_all_of_them():
    rows = [unknown("skill", name, name.upper(), group=1) for name in ("c", "c++", "rust")]
    assert texts(*rows) == ["Har du kunskap om C, C++ eller RUST?"]
    levels = [
        unknown("language", {"lang": one, "level": level}, group=2) for one, level in (("sv", "B1"), ("en", "A2"))
    ]
    assert texts(*levels, lang="en") == ["How well do you know Swedish (at least B1) or English (at least A2)?"]
    same = [unknown("language", {"lang": one, "level": "B1"}, group=2) for one in ("sv", "en")]
    assert texts(*same) == ["Hur väl kan du svenska eller engelska (minst B1)?"]


def test_of_alternatives_only_those_that_nobody_knows_are_asked_about():
    lacking, open_ = (unknown("language", {"lang": one, "level": "C1"}, group=1) for one in ("sv", "en"))
    lacking = JudgedRequirement(lacking.requirement, "unknown", own="unmet")
    [question] = questions_about([lacking, open_])
    assert (question.value["lang"], question.text) == ("en", "Hur väl kan du engelska (minst C1)?")


def test_what_is_told_of_a_language_is_not_asked_for_again():
    asked = {"lang": "sv", "level": "B2"}
    assert texts(unknown("language", asked, evidence="svenska B1-B2")) == ["Kan du svenska på nivå B2?"]
    assert texts(unknown("language", asked, evidence="svenska")) == ["Hur väl kan du svenska (minst B2)?"]
    unnamed = unknown("language", {"lang": "sv", "level": None}, evidence="svenska A2")
    assert texts(unnamed) == ["Annonsen säger ingen nivå. Räcker svenska A2?"]


def test_a_licence_is_not_asked_about_beside_one_that_needs_it():
    lorry, car, bus = (unknown("driving_licence", one) for one in ("C", "B", "D"))
    assert [q.value for q in questions_about([lorry, car, bus])] == ["C", "D"]
    assert [q.value for q in questions_about([car])] == ["B"]


def test_a_question_has_the_capitals_of_the_ad_but_not_those_of_a_line_that_begins():
    assert texts(unknown("skill", "plc-styrning", "vana av PLC-styrning")) == ["Har du kunskap om PLC-styrning?"]
    assert texts(unknown("skill", "svarvning", "Svarvning")) == ["Har du kunskap om svarvning?"]
    assert texts(unknown("skill", "byta däck", "KUNNA BYTA DÄCK")) == ["Kan du byta däck?"]
    assert texts(unknown("skill", "däckbyte", "DÄCKBYTE")) == ["Har du kunskap om däckbyte?"]
    assert texts(unknown("skill", "en 1090", "EN 1090")) == ["Har du kunskap om EN 1090?"]


def test_experience_of_doing_is_told_by_the_ad():
    field = {"years": None, "field": "sortera post"}
    assert texts(unknown("experience", field, "vana av att sortera post")) == ["Har du erfarenhet av att sortera post?"]
    crowd = {"years": None, "field": "unga vuxna"}
    assert texts(unknown("experience", crowd, "erfarenhet av unga vuxna")) == ["Har du erfarenhet av unga vuxna?"]
