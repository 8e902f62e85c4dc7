"""Phrases to concepts: every way of writing a title, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.taxonomy import Concept, Taxonomy
from matcher.taxonomy.wordforms import plain

OCCUPATIONS = {
    "kock": ("Kock", ("Kokerska",), "Cook"),
    "skolkock": ("Kock, storhushåll", (), "School cook"),
    "bitr": ("Köksbiträde", (), "Kitchen assistant"),
    "disk": ("Diskare", (), "Dishwasher"),
    "stad": ("Städare/Lokalvårdare", (), "Cleaner"),
    "usk": ("Undersköterska", (), "Assistant nurse"),
    "ssk": ("Sjuksköterska", (), "Registered nurse"),
    "iva": ("Intensivvårdssjuksköterska", (), "Intensive care nurse"),
    "bvsk": ("Barnskötare", (), "Child carer"),
    "bsk": ("Barnsköterska", (), "Paediatric nurse"),
    "mal": ("Målare", (), "Painter"),
    "prast": ("Präst", (), "Priest"),
    "lak": ("Läkare", (), "Physician"),
    "laksek": ("Läkarsekreterare", (), "Medical secretary"),
    "mek": ("Bilmekaniker", (), "Car mechanic"),
}


@pytest.fixture(scope="module")
def trades() -> Taxonomy:
    return Taxonomy.of(
        [
            *(
                Concept(i, "occupation", {"sv": sv, "en": en}, {"sv": alternatives} if alternatives else {})
                for i, (sv, alternatives, en) in OCCUPATIONS.items()
            ),
            Concept("sv1", "occupation", {"sv": "Svetsare", "uk": "Зварник", "ar": "لحّام", "ti": "ሰዓሊ ሓጺን"}),
            Concept("k1", "skill", {"sv": "Målning"}),
        ]
    )


def best(taxonomy: Taxonomy, phrase: str) -> str | None:
    hits = taxonomy.normalize([phrase], "occupation")[0]
    return hits[0].id if hits else None


@pytest.mark.parametrize("concept_id", list(OCCUPATIONS))
@pytest.mark.parametrize("change", [str.lower, str.upper, lambda s: f"  {s}. "])
def test_a_label_finds_its_concept_however_it_is_cased(trades, concept_id, change):
    for label in (OCCUPATIONS[concept_id][0], OCCUPATIONS[concept_id][2]):
        assert best(trades, change(label)) == concept_id


@pytest.mark.parametrize(
    ("phrase", "concept_id"),
    [
        ("kokerska", "kock"),
        ("kockar", "kock"),
        ("lokalvårdare", "stad"),
        ("städerska", "stad"),
        ("städerskor", "stad"),
        ("sjuksköterskor", "ssk"),
        ("Ssk, kirurgavd.", "ssk"),
        ("usk", "usk"),
        ("Usk", "usk"),
        ("IVA-sjuksköterska", "iva"),
        ("köks biträde", "bitr"),
        ("köksbitr / diskare", "bitr"),
        ("storhushållskock", "skolkock"),
        ("kock i storhushåll", "skolkock"),
        ("erfaren bilmekaniker", "mek"),
        ("bilmek", "mek"),
        ("kock på restaurang", "kock"),
    ],
)
def test_swedish_ways_of_writing(trades, phrase, concept_id):
    assert best(trades, phrase) == concept_id


@pytest.mark.parametrize("phrase", ["Зварник", "зварник", "لحام", "ሰዓሊ ሓጺን"])
def test_other_scripts(trades, phrase):
    assert best(trades, phrase) == "sv1"


@pytest.mark.parametrize(
    ("phrase", "concept_id"),
    [
        ("kokk", "kock"),
        ("undersköttare", "usk"),
        ("sjuksköteska", "ssk"),
        ("bilmekanikker", "mek"),
        ("dsikare", "disk"),
    ],
)
def test_misspellings(trades, phrase, concept_id):
    assert best(trades, phrase) == concept_id


@pytest.mark.parametrize("concept_id", list(OCCUPATIONS))
def test_letters_without_their_marks(trades, concept_id):
    label = OCCUPATIONS[concept_id][0]
    hit = trades.normalize([plain(label.lower())], "occupation")[0][0]
    assert hit.id == concept_id
    assert hit.score >= 800


def test_composed_and_decomposed_letters_agree(trades):
    composed, decomposed = trades.normalize(["målare", "ma\u030alare"], "occupation")
    assert composed == decomposed
    assert composed[0].id == "mal"


def test_gendered_twins_that_are_two_occupations_stay_two(trades):
    assert best(trades, "barnskötare") == "bvsk"
    assert best(trades, "barnsköterska") == "bsk"


def test_a_longer_word_is_not_the_word_that_it_begins_with(trades):
    plain_word, widow = trades.normalize(["präst", "prästänka"], "occupation")
    assert plain_word[0].id == "prast"
    assert not widow or widow[0].score < 0.75 * plain_word[0].score
    assert best(trades, "läkarsekreterare") == "laksek"
    assert best(trades, "läkare") == "lak"


@pytest.mark.parametrize("phrase", ["", "   ", ".", "zzqx wvut", "12345", "qqqq", "\u200b"])
def test_what_names_nothing_gets_nothing(trades, phrase):
    assert trades.normalize([phrase], "occupation") == [[]]


def test_order_and_repeats_are_kept(trades):
    answers = trades.normalize(["kock", "zzqx wvut", "kock", "", "målare"], "occupation")
    assert [hits[0].id if hits else None for hits in answers] == ["kock", None, "kock", None, "mal"]
    assert answers[0] == answers[2]


def test_types_are_kept_apart(trades):
    assert [hit.id for hit in trades.normalize(["målning"], "skill")[0]] == ["k1"]
    assert trades.normalize(["kock"], "licence") == [[]]


def test_at_most_k_the_best_first(trades):
    hits = trades.normalize(["sköterska"], "occupation", 3)[0]
    assert len(hits) <= 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits == trades.normalize(["sköterska"], "occupation", 10)[0][:3]


def test_equal_points_are_ordered_by_id():
    twins = Taxonomy.of([Concept(i, "occupation", {"sv": "Kock"}) for i in ("b", "a", "10", "9")])
    assert [hit.id for hit in twins.normalize(["kock"], "occupation")[0]] == ["10", "9", "a", "b"]


def test_the_preferred_label_comes_before_a_synonym():
    both = Taxonomy.of(
        [Concept("a", "occupation", {"sv": "Vakt"}, {"sv": ("Kock",)}), Concept("b", "occupation", {"sv": "Kock"})]
    )
    assert [hit.id for hit in both.normalize(["kock"], "occupation", 1)[0]] == ["b"]


@given(
    st.lists(
        st.sampled_from(["kock", "kokk", "städare", "diskare / kock", "ssk", "xyz", "målarmästare", ""]), max_size=9
    )
)
def test_a_phrase_gets_the_same_answer_alone_and_in_company(phrases):
    concepts = [Concept(i, "occupation", {"sv": sv}) for i, (sv, _, _) in OCCUPATIONS.items()]
    together = Taxonomy.of(concepts).normalize(phrases, "occupation")
    alone = [Taxonomy.of(concepts).normalize([phrase], "occupation")[0] for phrase in phrases]
    assert together == alone


@given(st.text(max_size=40))
def test_no_phrase_breaks_it(phrase):
    taxonomy = Taxonomy.of(
        [Concept("o", "occupation", {"sv": "Kock"}), Concept("p", "occupation", {"sv": "Köksmästare"})]
    )
    for hit in taxonomy.normalize([phrase], "occupation")[0]:
        assert hit.id in {"o", "p"}
        assert 0 < hit.score <= 1000


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("diskare, städ, lite bilmek", {"Diskare", "Städare", "Fordonsmekaniker"}),
        ("kock, bagare och diskare", {"Kock", "Bagare", "Diskare"}),
        ("snickare,målere", {"Snickare", "Målare"}),
    ],
)
def test_a_list_of_titles_names_each(phrase, named):
    hits = Taxonomy.starter().normalize([phrase], "occupation", len(named))[0]
    assert {hit.label for hit in hits} == named
    assert all(hit.score > 650 for hit in hits)


def test_what_follows_a_comma_and_is_no_title_makes_no_list():
    work = Taxonomy.of([
        Concept("lab", "occupation", {"sv": "Laborant"}),
        Concept("phys", "occupation", {"sv": "Fysiker"}),
    ])  # fmt: skip
    [hits] = work.normalize(["laborant, fysik"], "occupation")
    assert hits[0].id == "lab"
    assert all(hit.score < 650 for hit in hits[1:])


def test_a_title_is_no_slip_of_a_skill():
    skill, title = Concept("s", "skill", {"sv": "Trallning"}), Concept("o", "occupation", {"sv": "Tralling"})
    slip, known = (Taxonomy.of(some).normalize(["tralling"], "skill")[0] for some in ([skill], [skill, title]))
    assert slip[0].score > 800
    assert known[0].score < slip[0].score / 2


def test_an_everyday_title_that_a_taxonomy_lacks_is_no_slip_of_one_that_it_has():
    work = Taxonomy.of([Concept("d", "occupation", {"sv": "Läkare"}), Concept("b", "occupation", {"sv": "Bagare"})])
    teacher, doctor, slip = work.normalize(["lärare", "läkare", "läkaare"], "occupation")
    assert [hit.score for hit in teacher if hit.score >= 400] == []
    assert (doctor[0].id, slip[0].id, slip[0].score > 800) == ("d", "d", True)


@pytest.mark.parametrize(
    ("phrase", "label"), [("kokerska", "Kock"), ("servitriser", "Servitör"), ("städtant", "Städare")]
)
def test_forms_for_women_that_share_no_ending_with_the_label(phrase, label):
    own = Taxonomy.of(
        [Concept(f"o{i}", "occupation", {"sv": name}) for i, name in enumerate(("Kock", "Servitör", "Städare"))]
    )
    [hits] = own.normalize([phrase], "occupation")
    assert hits[0].label == label


def test_the_form_for_women_is_its_own_label_where_it_has_one():
    own = Taxonomy.of([Concept("o1", "occupation", {"sv": "Kock"}), Concept("o2", "occupation", {"sv": "Kokerska"})])
    [hits] = own.normalize(["kokerska"], "occupation")
    assert hits[0].id == "o2"
