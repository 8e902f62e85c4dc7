"""Words of other scripts as people write them on a Latin keyboard."""

from __future__ import annotations

import pytest

from matcher.taxonomy import Concept, Taxonomy
from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.normalizing.romanized import Romanized, may_be, units
from matcher.taxonomy.sources.importing import import_taxonomy


@pytest.mark.parametrize(
    ("label", "written", "not_written"),
    [
        ("نجار", ["najjar", "nejjar", "naggar"], ["najr", "nagar bas", "anjar"]),
        ("عامل نظافة", ["amil nazafa", "3amel nadafa", "aamil nathafah"], ["amil", "amil nazafa x"]),
        ("المحاسب", ["muhasib", "al mohaseb", "elmohaseb"], ["mahsib al"]),
        ("прибиральниця", ["prybyralnytsia", "pribiralnica", "prybyralnytsya"], ["prybyralnyk"]),
        ("ሓኪም", ["hakim", "hakeem"], ["hokum"]),
        ("መምህር", ["memhir", "mamher"], ["mem"]),
    ],
)
def test_ways_of_writing(label, written, not_written):
    found = units(label)
    for text in written:
        assert may_be(text, found), text
    for text in not_written:
        assert not may_be(text, found), text


def test_the_starter_is_found_by_romanised_titles():
    hits = Taxonomy.starter().normalize(
        ["Prybyralnytsia", "mohandes madani", "tabbakh", "bukhhalter", "saeq bas", "perukar"], "occupation", 1
    )
    assert [hit[0].label for hit in hits] == [
        "Städare", "Civilingenjör, bygg", "Kock", "Redovisningsekonom", "Bussförare", "Frisör",
    ]  # fmt: skip
    assert {hit[0].score for hit in hits} <= {842, 850}


HEADING = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status\n"
ESCO = {"cook": "http://esco/o1", "nurse": "http://esco/o2", "driver": "http://esco/o3"}
LANGUAGES = {
    "ar": {"cook": "طباخ/طباخة", "nurse": "ممرض/ممرضة", "driver": "سائق حافلة"},
    "uk": {"cook": "кухар/кухарка", "nurse": "медична сестра", "driver": "водій автобуса"},
    "sv": {"cook": "kock", "nurse": "sjuksköterska", "driver": "bussförare"},
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("esco")
    for lang, labels in LANGUAGES.items():
        rows = [f"Occupation,{ESCO[name]},,{label},,,released\n" for name, label in labels.items()]
        (folder / f"occupations_{lang}.csv").write_text(HEADING + "".join(rows), encoding="utf-8")
    return import_taxonomy("esco", [folder])[0]


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        ("cook", ["طباخة", "الطباخ", "tabbakha", "кухарка", "kukharka", "kuhar"]),
        ("nurse", ["ممرضه", "الممرضة", "mumarrida", "медична сестра", "medychna sestra", "medicna sestra"]),
        ("driver", ["سائق حافله", "saiq hafila", "водій автобуса", "vodiy avtobusa", "vodij avtobusa"]),
    ],
)
def test_labels_of_an_import_are_found_in_their_letters_and_in_latin_ones(imported, name, phrases):
    hits = imported.normalize(phrases, "occupation", 1)
    assert [hit[0].id for hit in hits] == [ESCO[name]] * len(phrases)
    assert min(hit[0].score for hit in hits) >= 800
    swedish = Taxonomy.of([
        Concept(label, "occupation", {"sv": label}) for label in ("Kock", "Sjuksköterska", "Bussförare")
    ])  # fmt: skip
    over = swedish.normalize(phrases, "occupation", 1, bridges=[imported])
    assert [hit[0].id.lower() for hit in over] == [LANGUAGES["sv"][name]] * len(phrases)
    assert swedish.normalize(phrases, "occupation", 1) == [[]] * len(phrases)


def test_a_label_in_latin_letters_that_is_near_wins():
    work = Taxonomy.of([
        Concept("a", "occupation", {"sv": "Tabbekocka"}),
        Concept("b", "occupation", {"sv": "Något", "ar": "طباخ"}),
    ])  # fmt: skip
    assert work.normalize(["tabbekock"], "occupation", 1)[0][0].id == "a"
    assert work.normalize(["tabbakh"], "occupation", 1)[0][0].id == "b"


@pytest.mark.parametrize("phrase", ["", "kock", "хлопець", "äpplen", "x" * 500, "tabbakh" * 20, "مهندس"])
def test_other_phrases_add_nothing(phrase):
    romanized = Romanized([("طباخ", 0, 1.0)], ["o1"])
    assert romanized.added(phrase, ()) == ()


def test_equal_points_are_ordered_by_id_and_short_labels_are_not_taken():
    labels = [("طباخ", 0, 1.0), ("طباخ", 1, 1.0), ("طبخ", 2, 1.0)]
    assert Romanized(labels, ["z", "a", "b"]).added("tabakh", ((2, 300),)) == ((1, 850), (0, 850), (2, 300))


def test_each_letter_is_one_and_has_a_way():
    rows = list(read_lexicon("romanization.tsv"))
    assert len({letter for letter, _ in rows}) == len(rows)
    assert all(len(letter) == 1 and not letter.isascii() and ways.split() for letter, ways in rows)
