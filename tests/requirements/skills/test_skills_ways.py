"""How skills are introduced: lists and the lines above them, brackets, dashes, one-word demands."""

from __future__ import annotations

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements


def skills(text: str) -> dict[str, str]:
    found = read_requirements(JobAd(id="1", text=text))
    return {str(row.value): row.necessity for row in found if row.kind == "skill"}


def test_names_below_a_heading_of_what_is_used_are_not_asked_for() -> None:
    used = "Krav\n- Du har kunskaper i Go.\n\nVår teknikstack:\nSpråk: Python, Kotlin\nDatabaser: Redis, MongoDB\n"
    assert skills(used) == {"go": "must"}
    assert skills(used + "Merit: Kafka är ett plus.") == {"go": "must", "kafka": "nice"}


def test_a_demand_may_be_one_word_or_begin_with_can() -> None:
    assert skills("Sommarjobb vid sjön.\nSimkunnig.\nDatorvana.") == {"simkunnighet": "must", "datorvana": "must"}
    assert skills("Kan läsa felkoder (Autodata). B-körkort.") == {"felkoder": "must", "autodata": "must"}
    assert skills("Kan komma att variera. Kan du skylla dig själv?") == {}


def test_a_verb_behind_a_list_ends_it() -> None:
    assert skills("Rutin på Fortnox och Trulsibus underlättar första veckan.") == {
        "fortnox": "nice",
        "trulsibus": "nice",
    }


def test_names_behind_a_colon_or_a_stroke_count_each() -> None:
    found = skills("Requirements\n- Knowledge of communication protocols: Ethernet, Modbus and Profinet")
    assert found == dict.fromkeys(("ethernet", "modbus", "profinet"), "must")
    assert skills("Nice to have\n- MATLAB/Simulink") == dict.fromkeys(("matlab", "simulink"), "nice")
    assert "can" in skills("Nice to have\n- CAN, LIN, FlexRay")


def test_a_word_in_two_halves_is_a_skill() -> None:
    assert skills("Krav\n- Kunskap om skogs- och jaktlagen") == {"skogs- och jaktlagen": "must"}


def test_demands_below_a_heading_at_the_end_of_a_line_are_asked_for() -> None:
    text = "You will be the face of IT. Requirements:\n- Windows 11, Intune and Linux"
    assert skills(text) == dict.fromkeys(("windows 11", "intune", "linux"), "must")


def test_a_bracket_that_shortens_what_stands_before_it_is_no_skill_of_its_own() -> None:
    assert skills("Krav\n- Kunskap om lagen om offentlig upphandling (LOU)") == {
        "lagen om offentlig upphandling": "must"
    }
    assert skills("Requirements\n- Knowledge of AWS (Glue, Lambda)") == dict.fromkeys(("aws", "glue", "lambda"), "must")


def test_a_line_that_only_introduces_a_list_names_nothing_itself() -> None:
    text = "Qualifications\nExpertise in one or more of the following areas:\nCharging systems\n➕ Electric motors"
    assert skills(text) == {"charging systems": "must", "electric motors": "must"}


def test_what_health_is_asked_for_hides_no_skill_behind_it() -> None:
    assert skills("Krav\n- God syn och normalt färgseende") == {"färgseende": "must"}
    assert skills("Krav\n- God fysik och kondition") == {}


def test_a_language_is_named_by_the_tool_in_its_label() -> None:
    assert skills("Requirements\n- Experience in Java programming language") == {"java programming": "must"}


def test_a_name_written_with_a_stroke_is_found_alone() -> None:
    assert skills("Krav\n- Erfarenhet av CI/CD") == {"ci/cd": "must"}


def test_what_points_on_gives_what_stands_behind_the_colon() -> None:
    text = "Krav\n- Kunskap inom något av våra områden: ex. lindrift, brosmide eller kajplask"
    assert skills(text) == dict.fromkeys(("lindrift", "brosmide", "kajplask"), "must")


def test_names_alone_in_a_list_of_demands_are_skills() -> None:
    text = "Kvalifikationer\n- Mazatrol\n- CNC-svarvning\n- Gratulationskort"
    assert skills(text) == {"mazatrol": "must", "cnc-svarvning": "must"}


def test_who_can_do_something_may_be_named_in_many_ways() -> None:
    assert skills("Du som söker kan mura.") == {"murning": "must"}
    assert skills("Rutin av balansering och däckmontering.") == dict.fromkeys(("balansering", "däckmontering"), "must")


def test_a_verb_without_an_object_is_no_skill_unless_it_is_a_craft() -> None:
    assert skills("Du ska kunna duka, koppla och mura.") == {"murning": "must"}
    assert skills("Du ska kunna byta bromsar.") == {"byta bromsar": "must"}


def test_a_dash_parts_what_is_demanded_from_what_is_a_merit() -> None:
    text = "Vi söker dig som:\n- Har goda kunskaper i Excel och Visma - erfarenhet av MS Dynamics är meriterande."
    assert skills(text) == {"excel": "must", "visma": "must", "ms dynamics": "nice"}
    assert skills("Krav\n- Excel - meriterande") == {"excel": "nice"}


def test_a_certificate_is_no_skill() -> None:
    assert skills("Nice to have\n- CCNA\n- Machine safety certification") == {}


def test_a_place_of_work_is_no_skill() -> None:
    assert skills("Meriterande: vana från storkök, tvätteri eller hotell.") == {}
    assert skills("Meriterande: vana av kassasystem från hotell.") == {"kassasystem": "nice"}


def test_a_second_verb_tells_of_work_and_not_of_knowledge(requirements):
    rows = requirements("Du har god insikt och har erfarenhet av arbete som kock och servitör.")
    assert [row.kind for row in rows] == ["experience"]


def test_praise_behind_a_question_makes_it_a_wish() -> None:
    assert skills("Krav\n- Kanske: kunskaper i Fortnox och SAP? Det är nämligen meriterande!") == {
        "fortnox": "nice",
        "sap": "nice",
    }


def test_names_with_a_capital_inside_have_lost_no_line_end() -> None:
    lost = "Vi bygger spel för mobiler i Malmö och söker dig som vill lära av andra varje dag.Krav: " + "a" * 300
    assert "javascript" in skills(f"{lost} kunskaper i JavaScript, TypeScript och DevOps.MeritScrum är bra")


def test_how_a_language_is_used_is_no_skill() -> None:
    assert skills("Krav\n- Goda kunskaper i svenska och engelska, både talat och skrivet") == {}


def test_names_among_names_are_names_too() -> None:
    found = skills("Meriterande om du kan: Python, Frobnik, Docker, Kubernetes, Zorbel Studio.")
    assert set(found) == {"python", "frobnik", "docker", "kubernetes", "zorbel studio"}


def test_the_rest_of_a_list_is_none() -> None:
    assert set(skills("Du är väl förtrogen med skollagen, läroplanen och andra styrdokument.")) == {
        "skollagen",
        "läroplanen",
    }


@pytest.mark.parametrize(
    ("idiom", "necessity"),
    [
        ("{} är du bra på.", "must"),
        ("{} ska du ha koll på.", "must"),
        ("{} känner du till sedan förut.", "must"),
        ("{} klarar du på egen hand.", "must"),
        ("{} sitter i ryggmärgen.", "must"),
        ("{} är inget nytt för dig.", "must"),
        ("Krav är {}.", "must"),
        ("Meriterande är {}.", "nice"),
        ("Gärna {}.", "nice"),
        ("Bra: {}.", "nice"),
        ("{} uppskattas.", "nice"),
        ("{} ger högre lön.", "nice"),
        ("{} får du gärna kunna.", "nice"),
        ("Kan du {} får du högre lön.", "nice"),
    ],
)
@pytest.mark.parametrize("said", ["tapetsering", "balayage och folieslingor", "Excel"])
def test_an_idiom_asks_for_each_skill_that_it_names(idiom: str, necessity: str, said: str) -> None:
    sentence = idiom.format(said)
    found = skills(f"Vi är sju i laget.\n{sentence[0].upper()}{sentence[1:]}")
    assert found == dict.fromkeys(said.lower().split(" och "), necessity)


def test_a_wish_for_a_course_or_a_place_names_no_skill() -> None:
    assert skills("Gärna med vidareutbildning inom vård av äldre.") == {}
    assert skills("Vi söker två målare. Gärna från Kalmar.") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giltig svetslicens i TIG krävs.", {"tig-svetsning": "must"}),
        ("Svetslicens enligt EN ISO 9606-1 krävs.", {}),
        ("You can do lash lifts and brow tints.", {"lash lifts": "must", "brow tints": "must"}),
        ("Programvana: Visma eller Hogia.", {"visma": "must", "hogia": "must"}),
        ("Krav: du kan läsa ett kopplingsschema.", {"kretsschema": "must"}),
        ("Krav: du hittar i norra Uppsala.", {"lokalkännedom": "must"}),
        ("Körkort för lagret. Kan du inseminera är det ett plus.", {"insemination": "nice"}),
    ],
)
def test_skills_of_the_trades_in_few_words(text: str, expected: dict[str, str]) -> None:
    assert skills(text) == expected


@pytest.mark.parametrize("tool", ["databaser", "relationsdatabaser", "ekonomisystem", "agila metoder"])
def test_what_is_no_kind_of_work_is_a_skill_behind_experience_of(tool: str) -> None:
    found = read_requirements(JobAd(id="1", text=f"Du har erfarenhet av {tool}."))
    assert [(row.kind, row.value, row.necessity) for row in found] == [("skill", tool, "must")]


@pytest.mark.parametrize("text", ["Du behärskar teckenspråk.", "Krav: goda kunskaper i teckenspråk."])
def test_sign_language_is_a_skill(text: str) -> None:
    assert skills(text) == {"teckenspråk": "must"}


def test_access_to_something_is_no_program() -> None:
    assert skills("Access to a car is required.") == {}
    assert skills("You know Access and Excel.") == {"access": "must", "excel": "must"}


def test_what_the_employer_gives_and_what_one_likes_is_not_asked_for() -> None:
    assert skills("Har du detta kan du se fram emot förmåner som friskvård, rabatter och försäkringar.") == {}
    assert skills("Krav\n- Du kan HTML och tycker att design är kul.") == {"html": "must"}


def test_what_may_be_known_instead_of_done_is_a_skill() -> None:
    text = "Meriterande om du har kunskap eller erfarenhet inom följande områden:\n- Fastighetsjuridik\n- AutoCAD"
    assert skills(text) == {"fastighetsjuridik": "nice", "autocad": "nice"}


def test_agreements_are_known_or_in_force() -> None:
    assert skills("Kunskap om kollektivavtal är meriterande.") == {"kollektivavtal": "nice"}
    assert skills("Du har koll på lönen: vi har kollektivavtal.") == {}
    assert skills("Krav: du kan skriva rapporter.") == {"rapportskrivning": "must"}
