"""ESCO's CSV set in several languages and editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.taxonomy import Taxonomy
from matcher.taxonomy.sources.importing import import_taxonomy

O1, O2, S1, S2 = "http://esco/occupation/1", "http://esco/occupation/2", "http://esco/skill/1", "http://esco/skill/2"
FILES = {
    "occupations_sv.csv": (
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status\n"
        f'Occupation,{O1},5120,kock,"kokerska\nkallskänka",,released\n'
        f"Occupation,{O2},7115,snickare,,timmerman,released\n"
    ),
    "occupations_en.csv": (
        "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,code\n"
        f'Occupation,{O1},5120,cook,"cook\nchef de partie",5120.1\n'
    ),
    "skills_en.csv": (
        "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\n"
        f"KnowledgeSkillCompetence,{S1},skill/competence,cross-sector,bake bread,\n"
        f"KnowledgeSkillCompetence,{S2},knowledge,sector-specific,knives,\n"
    ),
    "ISCOGroups_sv.csv": (
        "conceptType,conceptUri,code,preferredLabel,altLabels\nISCOGroup,http://esco/isco/C0110,0110,Officerare,\n"
    ),
    "occupationSkillRelations.csv": (
        "occupationUri,relationType,skillType,skillUri\n"
        f"{O1},essential,skill/competence,{S1}\n{O1},optional,knowledge,{S2}\n{O2},wrong,knowledge,{S2}\n"
    ),
    "broaderRelationsOccPillar.csv": (
        f"conceptType,conceptUri,broaderType,broaderUri\nOccupation,{O1},ISCOGroup,http://esco/isco/C0110\n"
    ),
    "skillSkillRelations.csv": (
        "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n"
        f"{S1},skill,optional,knowledge,{S2}\n"
    ),
    "languageSkillsCollection_en.csv": (
        "conceptType,conceptUri,skillType,preferredLabel,altLabels\n"
        "KnowledgeSkillCompetence,http://esco/skill/3,knowledge,Somali,speak Somali | Somali language\n"
    ),
    "readme.csv": "a,b\n1,2\n",
}


@pytest.fixture
def esco(tmp_path: Path) -> tuple[Taxonomy, list[str]]:
    for name, text in FILES.items():
        (tmp_path / name).write_text("\ufeff" + text, encoding="utf-8")
    return import_taxonomy("esco", [tmp_path])


def test_languages_meet_under_the_uri(esco):
    cook = esco[0].concepts[O1]
    assert cook.labels == {"sv": "kock", "en": "cook"}
    assert cook.alternatives == {"sv": ("kokerska", "kallskänka"), "en": ("chef de partie",)}
    assert cook.codes == {"isco_08": "5120", "esco": O1}


def test_types_and_leading_zeros(esco):
    taxonomy = esco[0]
    assert taxonomy.of_type("skill") == ("http://esco/skill/3", S1, S2)
    group = taxonomy.concepts["http://esco/isco/C0110"]
    assert (group.type, group.codes["isco_08"]) == ("isco_group", "0110")
    assert taxonomy.concepts["http://esco/skill/3"].alternatives["en"] == ("speak Somali", "Somali language")


def test_relations(esco):
    taxonomy = esco[0]
    assert taxonomy.related(O1, "essential_skill") == ((S1, 1.0),)
    assert taxonomy.related(O1, "optional_skill") == ((S2, 1.0),)
    assert taxonomy.related(O2, "essential_skill") == taxonomy.related(O2, "optional_skill") == ()
    assert taxonomy.related("http://esco/isco/C0110", "narrower") == ((O1, 1.0),)
    assert taxonomy.related(S2, "related") == ((S1, 1.0),)


def test_hidden_labels_are_found(esco):
    assert esco[0].normalize(["timmerman"], "occupation")[0][0].id == O2


def test_other_files_are_named(esco):
    assert esco[1] == ["readme.csv: skipped: expected concepts or relations of ESCO"]


def test_columns_of_a_later_edition_in_another_language(tmp_path):
    files = {
        "occupations_ar.csv": (
            "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,"
            "regulatedProfessionNote,scopeNote,definition,inScheme,description,code,naceCode\n"
            f'Occupation,{O1},5120,طباخ,"طاهٍ\nطباخ مطعم",,released,2024-05-15,,,,,"سطر\nثانٍ",5120.1,\n'
        ),
        "occupationSkillRelations_ar.csv": (
            "occupationUri,occupationLabel,relationType,skillType,skillUri,skillLabel\n"
            f"{O1},طباخ,essential,skill/competence,{S1},خبز\n"
        ),
        "broaderRelationsOccPillar_ar.csv": (
            "conceptType,conceptUri,conceptLabel,broaderType,broaderUri,broaderLabel\n"
            f"Occupation,{O1},طباخ,ISCOGroup,http://esco/isco/C5120,\n"
        ),
        "skills_ar.csv": (
            "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status\n"
            f"KnowledgeSkillCompetence,{S1},skill/competence,cross-sector,خبز,,,released\n"
        ),
        "skillGroups_ar.csv": (
            "conceptType,conceptUri,preferredLabel,altLabels,code\nSkillGroup,http://esco/skill/S1,طبخ,,S1\n"
        ),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    taxonomy, notes = import_taxonomy("esco", [tmp_path])
    assert notes == []
    assert taxonomy.concepts[O1].labels == {"ar": "طباخ"}
    assert taxonomy.concepts[O1].alternatives == {"ar": ("طاهٍ", "طباخ مطعم")}
    assert taxonomy.related(O1, "essential_skill") == ((S1, 1.0),)
    assert taxonomy.related(O1, "broader") == (("http://esco/isco/C5120", 1.0),)
    assert taxonomy.concepts["http://esco/skill/S1"].type == "skill_group"
    assert taxonomy.normalize(["tabbakh"], "occupation")[0][0].id == O1


def test_the_list_of_skills_in_two_languages_and_answers_of_the_service_are_joined(tmp_path):
    (tmp_path / "skills_en_sv.tsv").write_text(
        f"uri\tskillType\tlabel_en\tlabel_sv\n{S1}\tknowledge\tbread\tbröd\n{S2}\tknowledge\tknives\t\n",
        encoding="utf-8",
    )
    (tmp_path / "saved.json").write_text(
        f'{{"uri": "{S2}", "className": "Skill", "preferredLabel": {{"sv": "knivar", "en": "blades"}}}}',
        encoding="utf-8",
    )
    (tmp_path / "other.json").write_text("[1, 2]")
    taxonomy, notes = import_taxonomy("esco", [tmp_path])
    assert notes == ["other.json: skipped: expected concepts or relations of ESCO"]
    assert taxonomy.concepts[S1].labels == {"en": "bread", "sv": "bröd"}
    # Files are read by name: "saved.json" comes before "skills_en_sv.tsv", and what is read first stays.
    assert taxonomy.concepts[S2].labels == {"sv": "knivar", "en": "blades"}


def test_obsolete_concepts_and_their_relations_are_left_out_and_counted(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text.replace("timmerman,released", "timmerman,obsolete"), encoding="utf-8")
    taxonomy, notes = import_taxonomy("esco", [tmp_path])
    assert O1 in taxonomy.concepts
    assert O2 not in taxonomy.concepts
    assert "1 concepts skipped: obsolete, so no longer to be proposed" in notes
