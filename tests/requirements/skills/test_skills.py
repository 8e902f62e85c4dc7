from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.requirements.skills.items import items, list_end
from matcher.requirements.skills.scoring import score
from matcher.requirements.train import Example, learn, main
from matcher.taxonomy import Concept, Taxonomy

DATA = Path(__file__).parents[1] / "data"


def skills(text: str, headline: str = "") -> dict[str, str]:
    ad = JobAd(id="1", headline=headline, text=text)
    return {str(row.value): row.necessity for row in read_requirements(ad) if row.kind == "skill"}


def labels(text: str) -> list[str]:
    return [item.label for item in items(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Krav\n- Goda kunskaper i Excel och Fortnox", {"excel": "must", "fortnox": "must"}),
        ("Din profil\n- Kunskaper om allergener och specialkost", {"allergener": "must", "specialkost": "must"}),
        ("Meriterande\n- Vana av kassasystem", {"kassasystem": "nice"}),
        ("Du behärskar overlock och raksöm.", {"overlock": "must", "raksöm": "must"}),
        ("Det är ett plus om du har kunskaper i Photoshop.", {"photoshop": "nice"}),
        ("Requirements\n- Proficient in Python and SQL", {"python": "must", "sql": "must"}),
        ("Nice to have\n- Experience with Docker or Kubernetes", {"docker": "nice", "kubernetes": "nice"}),
        ("Krav\n- Vana av verktyg såsom AutoCAD och Revit", {"autocad": "must", "revit": "must"}),
        ("Du är van vid att läsa ritningar.", {"ritningsläsning": "must"}),
        ("God datorvana krävs.", {"datorvana": "must"}),
        ("Krav\n- Goda excelkunskaper", {"excel": "must"}),
        ("Krav\n- Du är en van datoranvändare", {"datorvana": "must"}),
        ("Krav\n- Kunskap om hälso- och sjukvård", {"hälso- och sjukvård": "must"}),
        ("Krav\n- Kunskap om dam- och herrklippning", {"damklippning": "must", "herrklippning": "must"}),
        ("Requirements\n- Knowledge of Excel and Teams", {"excel": "must", "teams": "must"}),
        ("Sprutlackering är meriterande.", {"sprutlackering": "nice"}),
    ],
)
def test_skills_are_read_with_their_strength(text: str, expected: dict[str, str]) -> None:
    found = skills(text)
    assert {label: found.get(label) for label in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Krav\n- Du är noggrann och stresstålig\n- God samarbetsförmåga",
        "Krav\n- Goda kunskaper i svenska och engelska i tal och skrift",
        "Krav\n- B-körkort\n- Truckkort",
        "Krav\n- Undersköterskeutbildning",
        "Vi erbjuder\n- Friskvårdsbidrag och trevliga kollegor",
        "Om oss\nVi bygger system i Python och Kafka tillsammans.",
        "Krav\n- Du har ett stort intresse för Python",
        "Arbetsuppgifter\n- Du fakturerar kunder i Fortnox och packar varor",
        "Krav\n- Körkort B och C",
        "Den vi söker kommer att svetsa och stå i kassan.",
        "Som konsult kan du fakturera oss genom eget bolag.",
    ],
)
def test_traits_languages_licences_duties_and_interests_are_no_skills(text: str) -> None:
    assert skills(text) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Den vi söker kan svetsa.", {"svetsning": "must"}),
        ("Du kan Word 2016 och Python 3.", {"word 2016": "must", "python 3": "must"}),
        ("Du kan fakturera och bokföra.", {"fakturering": "must", "bokföring": "must"}),
        ("You have built web shops for years It is a plus if you know Python.", {"python": "nice"}),
    ],
)
def test_what_somebody_can_do_is_a_skill(text: str, expected: dict[str, str]) -> None:
    assert skills(text) == expected


def test_everyday_words_are_no_programming_languages() -> None:
    found = skills(
        "You go through an introduction and help the go-to-market team.\n\nYour profile\n- You know Excel well"
    )
    assert "go" not in found


def test_names_that_end_in_a_sign_are_found_whole() -> None:
    found = skills("Vi söker dig som programmerar i C++ och C#.")
    assert found == {"c++": "must", "c#": "must"}


def test_a_bare_demand_counts_under_any_heading() -> None:
    found = skills("About the team\nWe build things.\n- Solid experience with Terraform and Ansible")
    assert found == {"terraform": "must", "ansible": "must"}


def test_alternatives_share_a_group() -> None:
    ad = JobAd(id="1", text="Krav\n- Kunskaper i Revit eller Tekla Structures")
    groups = {row.any_of for row in read_requirements(ad) if row.kind == "skill"}
    assert len(groups) == 1
    assert None not in groups


def test_quotes_are_exact_substrings() -> None:
    text = "Krav\n- Goda kunskaper i Excel\u00ad och Fortno\u0301x samt kassa\u200bsystem"
    ad = JobAd(id="1", text=text)
    for row in read_requirements(ad):
        assert row.start is not None
        assert text[row.start : row.end] == row.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dam- och herrklippning samt färgning", ["damklippning", "herrklippning", "färgning"]),
        ("logg- och mätverktyg, excel", ["logg- och mätverktyg", "excel"]),
        ("c/c++ och pumpar/kompressorer", ["c", "c++", "pumpar", "kompressorer"]),
        ("ci/cd, tcp/ip", ["ci/cd", "tcp/ip"]),
        ("inköp, lager och logistik", ["inköp", "lager", "logistik"]),
        ("olika kassasystem eller liknande", ["kassasystem"]),
        ("python för analys och rapporter", ["python"]),
        ("verktyg (t.ex. excel, word m.m.)", ["verktyg", "excel", "word"]),
        ("", []),
        ("- , ", []),
    ],
)
def test_enumerations_give_one_item_each(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@given(st.text(alphabet="abcdeåäö ,-/()och.:&", max_size=200))
def test_items_lie_inside_their_list_and_in_order(text: str) -> None:
    end = list_end(text, 0, len(text))
    found = list(items(text, 0, end))
    assert all(0 <= item.start < item.end <= end for item in found)
    assert [item.start for item in found] == sorted(item.start for item in found)


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_any_text_is_read(text: str) -> None:
    assert all(label and label == label.strip() for label in skills("Krav\n- Kunskaper i " + text))


def test_own_sentences_are_read_surely_and_mostly() -> None:
    from rapidfuzz import fuzz

    lines = [json.loads(line) for line in (DATA / "skills_own.ads.jsonl").read_text("utf-8").splitlines()]
    gold = [json.loads(line) for line in (DATA / "skills_own.gold.jsonl").read_text("utf-8").splitlines()]
    wanted = {row["id"]: [skill["value"] for skill in row["requirements"]] for row in gold}
    found = right = 0
    for ad in lines:
        labels = list(skills(ad["text"]))
        found += len(labels)
        for label in wanted[ad["id"]]:
            same = next((other for other in labels if fuzz.token_set_ratio(label, other) >= 85), None)
            if same is not None:
                labels.remove(same)
                right += 1
    assert right / found >= 0.9
    assert right / sum(map(len, wanted.values())) >= 0.55


def test_weights_are_numbers_by_sign_and_name_their_sources() -> None:
    text = resources.files("matcher.requirements").joinpath("lexicon", "skills_weights.json").read_text("utf-8")
    record = json.loads(text)
    assert all(isinstance(weight, int) for weight in record["weights"].values())
    assert all(len(digest) == 64 for digest in record["sources"].values())
    assert score(["know", "know:exact", "exact:name"]) > score(["past", "past:free", "free:none"])


def test_learning_is_repeatable() -> None:
    found = [Example(("know", "exact:name"), True)] * 9 + [Example(("past", "free:none"), False)] * 9
    first = learn(found, strength=0.5, threshold=0.4)
    assert first == learn(found, strength=0.5, threshold=0.4)
    assert first["know"] > 0 > first["past"]


def test_the_training_command_writes_weights(tmp_path) -> None:
    ads, gold, out = tmp_path / "ads.jsonl", tmp_path / "gold.jsonl", tmp_path / "weights.json"
    tools = ("Excel", "Fortnox", "Photoshop", "Python", "AutoCAD")
    texts = [f"Krav\n- Goda kunskaper i {tool}\n- Erfarenhet av bordsservering" for tool in tools]
    ads.write_text("".join(json.dumps({"id": i, "headline": "", "text": t}) + "\n" for i, t in enumerate(texts)))
    gold.write_text(
        "".join(
            json.dumps({"id": i, "requirements": [{"kind": "skill", "value": tool.lower(), "necessity": "must"}]})
            + "\n"
            for i, tool in enumerate(tools)
        )
    )
    main(["--ads", str(ads), "--gold", str(gold), "--out", str(out)])
    record = json.loads(out.read_text("utf-8"))
    assert record["weights"]["know"] > 0 > record["weights"]["past"]
    assert set(record["sources"]) == {"ads.jsonl", "gold.jsonl"}


def test_a_line_above_a_list_introduces_its_lines() -> None:
    found = skills("Vi söker dig som har erfarenhet av:\n- Azure och Databricks\n- Datamodellering\n- Gärna PySpark")
    assert found == {"azure": "must", "databricks": "must", "datamodellering": "must", "pyspark": "nice"}


def test_a_list_of_names_below_demands_is_asked_for() -> None:
    text = "Requirements\n- Experience in a team of developers\n\nJava 17\nKafka\nWildfly\nDocker\nGradle and Maven"
    assert {"kafka", "docker", "gradle", "maven"} <= skills(text).keys()


def test_what_the_employer_uses_is_not_asked_for() -> None:
    assert skills("Vår stack är Python, Kafka och Docker.\nKrav\n- Du har kunskaper i Go.") == {"go": "must"}
    assert skills("We use Python, Kafka and Docker.\nYou hold a driving licence.") == {}


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Lärare i matematik, NO och teknik", {"matematik", "no", "teknik"}),
        ("Vi söker lärare i trä- och metallslöjd till Ekskolan", {"trä- och metallslöjd"}),
        ("Lärare i Uppsala", set()),
        ("Teacher of mathematics and physics", {"mathematics", "physics"}),
        ("Lärare i Sv/Ma/Tk åk 4-6", {"svenska", "matematik", "teknik"}),
        ("Lärare mot fritidshem med inriktning idrott och hälsa", {"idrott och hälsa"}),
        ("Spanska- och tysklärare sökes", {"spanska", "tyska"}),
        ("Modersmålslärare i polska", set()),
        ("Förskollärare till Ekbackens förskola", set()),
    ],
)
def test_a_subject_that_a_teacher_is_sought_for_is_a_skill(headline: str, expected: set[str]) -> None:
    assert skills("Du trivs i klassrummet.", headline) == dict.fromkeys(expected, "must")


def test_what_is_taught_on_the_job_is_not_required() -> None:
    assert skills("Bokningssystemet lär vi dig på en dag.") == {"bokningssystemet": "not_required"}


def test_a_language_and_programming_apart_are_two_skills() -> None:
    assert skills("Krav\n- Kunskaper i programmering, gärna Python") == {"programmering": "must", "python": "nice"}
    assert skills("Krav\n- Goda kunskaper i programmering i Python") == {"python": "must"}


def test_names_behind_a_dash_belong_to_the_word_before_it() -> None:
    found = skills("Requirements\n- Experience with reporting tools - Looker, Tableau")
    assert found == {"looker": "must", "tableau": "must"}


def test_a_standard_is_named_the_same_with_and_without_a_space() -> None:
    assert skills("Krav\n- Kunskap om ISO9001 och ISO 14001") == {"iso 9001": "must", "iso 14001": "must"}


def test_a_verb_is_no_tool_in_english() -> None:
    assert skills("Requirements\nYou excel at planning and at what you do, and you reach the goals of your team.") == {}
    assert skills("Requirements\n- Ability to lead teams\n- Ability to access remote sites") == {}


@pytest.mark.parametrize("unit", ["a", "- ", "kunskaper i ", "och ", "(", "excel, ", "a-", "c++", "dam- och "])
def test_endless_repetition_gives_few_rows(unit: str) -> None:
    assert len(skills("Krav\n" + unit * (50_000 // len(unit)))) <= 2


def test_an_imported_taxonomy_lends_its_skills():
    taxonomy = Taxonomy.of([Concept("s1", "skill", {"sv": "Kulturell mångfald"})])
    ad = JobAd(id="1", text="Din profil\n- Du har god kännedom om kulturell mångfald")
    found = [row.value for row in read_requirements(ad, taxonomy) if row.kind == "skill"]
    assert found == ["kulturell mångfald"]
    assert not [row for row in read_requirements(ad) if row.kind == "skill"]
    assert read_requirements(ad, Taxonomy.starter()) == read_requirements(ad)


def test_whom_to_ask_names_no_skill():
    ad = JobAd(id="1", text="Kvalifikationer\nFör frågor om rollen, kontakta gärna Kim Ek, Head of Python.")
    assert read_requirements(ad) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Om jobbet\nDu hanterar hela affären och dokumenterar i HubSpot.", {}),
        ("Om dig\nDu hanterar HubSpot.", {"hubspot": "must"}),
        ("Om dig\nEftersom du dokumenterar i verksamhetssystem behöver du ha god datorvana.", {"datorvana": "must"}),
        ("Om dig\nExcel behöver du kunna.", {"excel": "must"}),
        ("We look for someone who\n- can start at 5 am\n- can start immediately", {}),
        ("Om dig\n- Punktlig\nVi tillämpar individuell lönesättning.", {}),
        ("Meriterande\n- Excel\nDu erbjuds 30 semesterdagar och certifieringar inom Azure.", {"excel": "nice"}),
    ],
)
def test_what_is_done_or_given_there_is_no_skill_to_have(text: str, expected: dict[str, str]) -> None:
    assert skills(text) == expected
