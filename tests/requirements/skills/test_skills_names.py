from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.requirements.skills.gate import Gate
from matcher.requirements.skills.names import Terms
from matcher.requirements.skills.words import (
    CAN,
    CRAFT,
    FIELD,
    FUSED,
    NAMED,
    TECHNICAL,
    StopWords,
    ending_classes,
    rows,
    words_of,
)
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.lexicon import read_lexicon


def test_names_win_over_their_parts() -> None:
    low = "power bi, microsoft office-paketet och iso 9001"
    found = Terms.load().find(words_of(low, 0, len(low)))
    assert [low[t.start : t.end] for t in found] == ["power bi", "microsoft office-paketet", "iso 9001"]


def test_single_letters_are_languages_only_among_languages() -> None:
    def names(low: str) -> list[str]:
        return [low[t.start : t.end] for t in Terms.load().find(words_of(low, 0, len(low)))]

    assert "c" not in names("körkort b och c")
    assert names("python och r") == ["python", "r"]


@pytest.mark.parametrize(
    ("low", "signs"),
    [
        ("vi trivs tillsammans på en ö", 0),
        ("en vana och en kunskap", FIELD),
        ("(excel, word)", NAMED),
        ("power i bilen", 0),
        ("du kan power bi", NAMED | CAN),
        ("du murar, fogar", CRAFT),
        ("god mosskännedom", FUSED | TECHNICAL),
        ("mosslagning eller mossbearbetning", TECHNICAL),
    ],
)
def test_the_gate_tells_what_a_sentence_offers(low: str, signs: int) -> None:
    gate = Gate(Terms.load())
    assert gate.signs(low) == signs
    assert gate.signs(low) == signs  # from its memory too


@given(
    st.lists(
        st.sampled_from("du kan power bi c++ och .net data warehouse sql stora aws node.js i med".split()), max_size=9
    )
)
def test_a_sentence_with_a_tool_passes_the_gate(words: list[str]) -> None:
    low = " ".join(words)
    named = any(term.kind == "tool" for term in Terms.load().find(words_of(low, 0, len(low))))
    assert not named or Gate(Terms.load()).signs(low) & NAMED


def test_stop_words_know_beginnings_endings_and_parts() -> None:
    classes = StopWords.load().classes
    assert "trait" in classes("noggrannhet")
    assert "gate" in classes("b-körkortet")
    assert not classes("svetsning")
    assert ending_classes("växtkännedom") == ("craft",)


def test_every_row_of_the_lexicons_is_whole() -> None:
    for kind, topic, wordings in rows("skills_terms.tsv"):
        assert kind in {"tool", "weak"}
        assert topic
        assert all(word == word.strip().lower() and word for word in wordings.split("|"))
    for table in (rows("skills_stop.tsv"), read_lexicon("crafts.tsv"), rows("skills_edges.tsv")):
        assert all(len(row) == 2 and "" not in row[1].split("|") for row in table)


def test_the_embedded_skills_are_the_same_read_alone():
    assert vars(Terms.load())["_whole"] == vars(Terms.of(Taxonomy.starter()))["_whole"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Krav\n- Kännedom om ISO 9001, 14001 och 45001", ["iso 9001", "iso 14001", "iso 45001"]),
        ("Requirements\n- Knowledge of ISO 9001 and 27001", ["iso 9001", "iso 27001"]),
        ("Krav\n- Kunskap i LOU (Lagen om offentlig upphandling)", ["lou"]),
        ("Du har kunskap i ETL (extract, transform, load).", ["etl"]),
        ("Du har kunskap i Git (GitHub, GitLab).", ["git", "github", "gitlab"]),
        ("Du har goda kunskaper i utveckling, Python och metodik.", ["python"]),
        ("Requirements\n- Knowledge of SQL and tools", ["sql"]),
    ],
)
def test_series_brackets_and_words_that_say_nothing_alone(rows, text, labels):
    assert [value for _, value, _ in rows(text, "skill")] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Har du dessutom erfarenhet av jQuery, Zyntrax och Bootstrap är det en merit.",
            ["jquery", "zyntrax", "bootstrap"],
        ),
        ("Experience with Terraform, Morvane and Ansible is a plus.", ["terraform", "morvane", "ansible"]),
        # Written small, or an everyday word with a capital, it is none.
        ("Erfarenhet av jQuery, helgerna och Bootstrap är en merit.", ["jquery", "bootstrap"]),
        ("Experience with Terraform, Communication and Ansible is a plus.", ["terraform", "ansible"]),
    ],
)
def test_what_is_written_like_the_names_beside_it_is_a_name(rows, text, labels):
    assert [value for _, value, _ in rows(text, "skill")] == labels


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Vi söker dig som är legitimerad grundskollärare F-3 i ämnena bild, no och matte.",
            ["bild", "no", "matematik"],
        ),
        ("Du är behörig lärare för årskurs 7-9 i fysik och kemi.", ["fysik", "kemi"]),
    ],
)
def test_subjects_behind_the_years_that_a_teacher_has(rows, text, labels):
    assert [value for _, value, _ in rows(text, "skill")] == labels


@pytest.mark.parametrize("sexes", ["m/f/d", "m/w/d", "F/M/X"])
def test_letters_for_whoever_may_apply_are_no_skill(sexes: str) -> None:
    ad = JobAd(id="1", headline=f"Utvecklare med vana av Python ({sexes})", text="Välkommen.")
    assert [row.value for row in read_requirements(ad)] == ["python"]
