"""The starter taxonomy's reader, and that the embedded one answers."""

from __future__ import annotations

import pytest

from matcher.errors import ReadError
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.sources.embedded import read_starter

TABLES = {
    "occupations.tsv": (
        "id\tssyk\tlabel_sv\tlabel_en\talt_sv\talt_en\tar\tuk\tso\tti\tfa\n"
        "o1\t5120\tKock\tCook\tkokerska|kallskänka\t\tطباخ|طاهي\t\t\t\tآشپز\n"
    ),
    "skills.tsv": "id\tlabel_sv\tlabel_en\talt_sv\talt_en\ns1\tBakning\tBaking\tbaka bröd\t\n",
    "links.tsv": "occupation_id\tskill_id\trelation\no1\ts1\tessential\n",
    "near.tsv": "from_id\tto_id\tpercent\no1\to1\t75\n",
}


def written(tmp_path, **changes):
    for name, text in (TABLES | {f"{name}.tsv": text for name, text in changes.items()}).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_tables_become_concepts_and_links(tmp_path):
    taxonomy = read_starter(written(tmp_path))
    cook = taxonomy.concepts["o1"]
    assert cook.labels == {"sv": "Kock", "en": "Cook", "ar": "طباخ", "fa": "آشپز"}
    assert cook.alternatives == {"sv": ("kokerska", "kallskänka"), "ar": ("طاهي",)}
    assert cook.codes == {"ssyk_2012": "5120"}
    assert taxonomy.related("o1", "essential_skill") == (("s1", 1.0),)
    assert taxonomy.related("o1", "substitutes") == (("o1", 0.75),)


def test_a_link_to_nothing_is_refused(tmp_path):
    bad = "occupation_id\tskill_id\trelation\no1\ts7\toptional\n"
    with pytest.raises(ReadError, match="links between known concepts, not o1 to s7"):
        read_starter(written(tmp_path, links=bad))


def test_a_missing_table_or_column_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"skills\.tsv, line 1: expected the columns id, label_sv"):
        read_starter(written(tmp_path, skills="id\tname\n"))
    (tmp_path / "near.tsv").unlink()
    written(tmp_path)
    (tmp_path / "near.tsv").unlink()
    with pytest.raises(ReadError, match=r"near\.tsv"):
        read_starter(tmp_path)


def test_the_embedded_taxonomy_is_read_once():
    assert Taxonomy.starter() is Taxonomy.starter()


def test_every_label_of_the_embedded_taxonomy_finds_a_concept_that_bears_it():
    starter = Taxonomy.starter()
    for kind in ("occupation", "skill"):
        ids = starter.of_type(kind)
        for lang in ("sv", "en", "ar", "uk", "fa", "ti", "so"):
            labelled = [i for i in ids if lang in starter.concepts[i].labels]
            labels = [starter.concepts[i].labels[lang] for i in labelled]
            for concept_id, label, hits in zip(labelled, labels, starter.normalize(labels, kind, 3), strict=True):
                assert hits, label
                assert hits[0].score >= 900, label
                assert concept_id in {hit.id for hit in hits if hit.score >= 900}, label
