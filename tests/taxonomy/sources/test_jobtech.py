"""JobTech exports in their published shapes, of several years, joined."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from matcher.errors import ReadError
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.sources.importing import import_taxonomy


def answer(*concepts: dict[str, object]) -> str:
    return json.dumps({"data": {"concepts": list(concepts)}}, ensure_ascii=False)


HIERARCHY = answer({
    "id": "l1", "type": "ssyk-level-1", "preferred_label": "Serviceyrken", "ssyk_code_2012": "5",
    "narrower": [{
        "id": "l4", "type": "ssyk-level-4", "preferred_label": "Kockar", "ssyk_code_2012": "5120",
        "narrower": [
            {"id": "kock", "type": "occupation-name", "preferred_label": "Kock"},
            {"id": "pizza", "type": "occupation-name", "preferred_label": "Pizzabagare"},
        ],
    }],
})  # fmt: skip
SUBSTITUTES = answer({
    "id": "kock", "type": "occupation-name", "preferred_label": "Kock",
    "substitutes": [{"id": "pizza", "type": "occupation-name", "preferred_label": "Pizzabagare",
                     "substitutability_percentage": 75}],
    "substituted_by": [{"id": "pizza", "type": "occupation-name", "preferred_label": "Pizzabagare",
                        "substitutability_percentage": 25}],
})  # fmt: skip
SKILLS = answer(
    {"id": "s1", "type": "skill", "preferred_label": "Bakning"},
    {"id": "s2", "type": "skill", "preferred_label": "Grill"},
)
OF_GROUPS = answer(
    {"id": "s1", "preferred_label": "Bakning", "occupation_groups": [{"id": "l4", "type": "ssyk-level-4"}]},
    {"id": "s9", "preferred_label": "Ostprovning", "occupation_groups": [{"id": "l4", "type": "ssyk-level-4"}]},
)
TITLES = answer(
    {"id": "kock", "preferred_label": "Kock", "title": [{"preferred_label": "Köksfixare"}], "ssyk": [{"id": "l4"}]},
    {
        "id": "gone",
        "preferred_label": "Pizzabagare",
        "title": [{"preferred_label": "Degkastare"}],
        "ssyk": [{"id": "l4"}],
    },
    {"id": "lost", "preferred_label": "Hovkock", "title": [], "ssyk": [{"id": "l4"}]},
)
JOB_TITLES = answer({"id": "t1", "preferred_label": "Grytmästare", "related": [{"id": "kock"}, {"id": "pizza"}]})
ISCO = answer({
    "id": "l4", "type": "ssyk-level-4", "preferred_label": "Kockar", "ssyk_code_2012": "5120",
    "related": [{"id": "i1", "type": "isco-level-4", "preferred_label": "Kockar", "isco_code_08": "5120"}],
})  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "hierarchy": HIERARCHY, "substitutability": SUBSTITUTES, "skills": SKILLS, "VR": OF_GROUPS, "info": TITLES,
        "job_titles": JOB_TITLES, "isco": ISCO,
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def jobtech(folder: Path) -> Taxonomy:
    taxonomy, notes = import_taxonomy("jobtech", [folder])
    assert notes == []
    return taxonomy


def test_types_labels_and_codes(jobtech):
    assert {i: c.type for i, c in jobtech.concepts.items()} == {
        "l1": "ssyk_level_1", "l4": "occupation_group", "kock": "occupation", "pizza": "occupation", "s1": "skill",
        "s2": "skill", "s9": "retired_skill", "gone": "retired_occupation", "lost": "retired_occupation",
        "i1": "isco_group",
    }  # fmt: skip
    assert jobtech.concepts["kock"].codes["ssyk_2012"] == "5120"
    assert jobtech.concepts["l4"].codes == {"ssyk_2012": "5120", "isco_08": "5120"}


def test_relations(jobtech):
    assert jobtech.related("kock", "broader") == (("l4", 1.0),)
    assert jobtech.related("kock", "substitutes") == (("pizza", 0.75),)
    assert jobtech.related("pizza", "substitutes") == (("kock", 0.25),)
    assert jobtech.related("l4", "optional_skill") == (("s1", 1.0), ("s9", 1.0))
    assert jobtech.related("l4", "related") == (("i1", 1.0),)


def test_titles_are_synonyms_and_no_concepts(jobtech):
    assert jobtech.concepts["kock"].alternatives["sv"] == ("Köksfixare", "Grytmästare")
    assert jobtech.normalize(["grytmästare"], "occupation", 1)[0][0].id in {"kock", "pizza"}


def test_what_only_old_lists_know_is_retired(jobtech):
    assert jobtech.related("gone", "replaced_by") == (("pizza", 1.0),)
    assert jobtech.related("lost", "replaced_by") == ()
    assert "Degkastare" in jobtech.concepts["pizza"].alternatives["sv"]
    assert [hit.id for hit in jobtech.normalize(["hovkock"], "occupation")[0]] != ["lost"]


def test_what_an_export_says_is_replaced_is_retired(folder):
    old = {"id": "kokerska", "type": "occupation-name", "preferred_label": "Kokerska", "deprecated": True,
           "replaced_by": [{"id": "kock", "type": "occupation-name", "preferred_label": "Kock"}]}  # fmt: skip
    (folder / "deprecated.json").write_text(answer(old), encoding="utf-8")
    taxonomy, _ = import_taxonomy("jobtech", [folder])
    assert taxonomy.concepts["kokerska"].type == "retired_occupation"
    assert taxonomy.concepts["kock"].type == "occupation"
    assert taxonomy.related("kokerska", "replaced_by") == (("kock", 1.0),)


def test_old_lists_alone_are_current(tmp_path):
    (tmp_path / "info.json").write_text(TITLES, encoding="utf-8")
    taxonomy, _ = import_taxonomy("jobtech", [tmp_path])
    assert taxonomy.of_type("occupation") == ("kock", "gone", "lost")


def test_skills_tied_to_an_occupation_come_from_a_zip(folder):
    lists = {"kock": {"preferred_label": "Kock", "taxonomy": ["Grill", "Okänd"], "calculated_skills": ["Bakning"]}}
    with zipfile.ZipFile(folder / "lists.json.zip", "w") as archive:
        archive.writestr("lists.json", json.dumps(lists))
    taxonomy, _ = import_taxonomy("jobtech", [folder])
    assert taxonomy.related("kock", "essential_skill") == (("s2", 1.0),)


def test_typed_titles_and_crosswalks_of_newer_exports(folder):
    new = answer({"id": "jt", "type": "job-title", "preferred_label": "Wokare", "related": [{"id": "kock"}]})
    (folder / "titles_2026.json").write_text(new, encoding="utf-8")
    crosswalk = (
        "source_concept_id,target_uri,relation\nkock,http://esco/1,exact-match\npizza,http://esco/2,narrow-match\n"
    )
    (folder / "crosswalk.csv").write_text(crosswalk, encoding="utf-8")
    taxonomy, notes = import_taxonomy("jobtech", [folder])
    assert notes == []
    assert "Wokare" in taxonomy.concepts["kock"].alternatives["sv"]
    assert "jt" not in taxonomy.concepts
    assert taxonomy.related("kock", "exact_match") == (("http://esco/1", 1.0),)
    assert taxonomy.related("pizza", "narrow_match") == (("http://esco/2", 1.0),)


def test_other_files_are_named_and_skipped(folder):
    (folder / "words.json").write_text('["a", "b"]')
    (folder / "broken.json").write_text('{"data": {"concepts": [')
    (folder / "deep.json").write_text("[" * 100_000)
    (folder / "notes.tsv").write_text("a\tb\n1\t2\n")
    (folder / "bad.json.zip").write_text("no zip")
    (folder / "blank.csv").write_bytes(b"\0" * 200_000)
    taxonomy, notes = import_taxonomy("jobtech", [folder])
    assert "kock" in taxonomy.concepts
    assert sorted(note.partition(": ")[0] for note in notes) == [
        "bad.json.zip", "blank.csv", "broken.json", "deep.json", "notes.tsv", "words.json",
    ]  # fmt: skip


def test_odd_nodes_are_passed_over(tmp_path):
    odd = [{"id": 7}, {"preferred_label": "x"}, "text", None, {"id": "a", "type": "skill", "preferred_label": "  "}]
    odd += [{"id": "b", "type": "skill", "preferred_label": "B", "broader": ["x", {"id": None}], "narrower": None}]
    (tmp_path / "odd.json").write_text(json.dumps({"data": {"concepts": odd}}))
    taxonomy, _ = import_taxonomy("jobtech", [tmp_path])
    assert list(taxonomy.concepts) == ["b"]


def test_nothing_to_import_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="files of a jobtech export"):
        import_taxonomy("jobtech", [tmp_path])
    with pytest.raises(ReadError, match="a file or folder"):
        import_taxonomy("jobtech", [tmp_path / "gone"])
