"""The rules that the starter's tables keep; ``starter/README.md`` states them."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict
from importlib.resources import files

import pytest

from matcher.taxonomy.wording import fold

FOLDER = files("matcher.taxonomy") / "starter"
LANGUAGES = {"ar": "ARABIC", "uk": "CYRILLIC", "so": "LATIN", "ti": "ETHIOPIC", "fa": "ARABIC"}
COLUMNS = {
    "occupations": ["id", "ssyk", "label_sv", "label_en", "alt_sv", "alt_en", *LANGUAGES],
    "skills": ["id", "label_sv", "label_en", "alt_sv", "alt_en"],
    "links": ["occupation_id", "skill_id", "relation"],
    "near": ["from_id", "to_id", "percent"],
}
JOBTECH_ID = re.compile(r"[A-Za-z0-9]{4}_[A-Za-z0-9]{3}_[A-Za-z0-9]{3}")
OWN_ID = re.compile(r"starter:[a-z0-9]+(?:-[a-z0-9]+)*")


def table(name):
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def cells(row, *columns):
    return [part for column in columns for part in row[column].split("|") if part]


@pytest.fixture(scope="module")
def occupations():
    return table("occupations")


@pytest.fixture(scope="module")
def skills():
    return table("skills")


@pytest.fixture(scope="module")
def links():
    return table("links")


@pytest.fixture(scope="module")
def near():
    return table("near")


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_has_its_columns_and_nothing_between_them(name):
    text = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert "\r" not in text
    header, *rows = text.removesuffix("\n").split("\n")
    assert header.split("\t") == COLUMNS[name]
    for row in rows:
        values = row.split("\t")
        assert len(values) == len(COLUMNS[name]), row
        assert [value.strip() for value in values] == values, row


@pytest.mark.parametrize("name", ["occupations", "skills"])
def test_cells_hold_composed_text_without_invisible_letters_or_empty_parts(name):
    for row in table(name):
        for column, value in row.items():
            assert unicodedata.is_normalized("NFC", value), (row["id"], column)
            hidden = [
                c for c in value if unicodedata.category(c) in {"Cc", "Cf"} and c != "\u200c"
            ]  # Persian needs ZWNJ
            assert not hidden, (row["id"], column)
            if value:
                parts = value.split("|")
                assert all(part and part == part.strip() for part in parts), (row["id"], column)


def test_there_is_enough_of_everything(occupations, skills, links, near):
    assert len(occupations) >= 550
    assert len(skills) >= 1_100
    assert len(links) >= 4_500
    assert len(near) >= 3_300
    for lang, least in {"ar": 250, "uk": 250, "fa": 250, "ti": 150, "so": 130}.items():
        assert sum(bool(row[lang]) for row in occupations) >= least, lang


@pytest.mark.parametrize("name", ["occupations", "skills"])
def test_ids_are_unique_and_of_one_of_two_forms(name):
    ids = [row["id"] for row in table(name)]
    assert len(ids) == len(set(ids))
    for concept_id in ids:
        assert JOBTECH_ID.fullmatch(concept_id) or OWN_ID.fullmatch(concept_id), concept_id


def test_most_concepts_carry_the_official_id(occupations, skills):
    assert sum(row["id"].startswith("starter:") for row in occupations) < 0.05 * len(occupations)
    assert sum(row["id"].startswith("starter:") for row in skills) < 0.3 * len(skills)


@pytest.mark.parametrize("name", ["occupations", "skills"])
def test_every_concept_has_a_swedish_and_an_english_label_of_its_own(name):
    for column in ("label_sv", "label_en"):
        labels = [fold(row[column]) for row in table(name)]
        assert all(labels)
        assert [label for label, n in Counter(labels).items() if n > 1] == []


def test_an_occupation_has_an_ssyk_code_of_four_digits(occupations):
    for row in occupations:
        assert re.fullmatch(r"\d{4}", row["ssyk"]), row["label_sv"]
    assert len({row["ssyk"] for row in occupations}) >= 340


@pytest.mark.parametrize("name", ["occupations", "skills"])
def test_a_name_belongs_to_one_concept(name):
    owners = defaultdict(set)
    columns = [c for c in COLUMNS[name] if c not in {"id", "ssyk"}]
    for row in table(name):
        for text in cells(row, *columns):
            owners[fold(text)].add(row["id"])
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("name", ["occupations", "skills"])
def test_an_alternative_says_something_else_than_its_label(name):
    for row in table(name):
        for lang in ("sv", "en"):
            alternatives = [fold(text) for text in cells(row, f"alt_{lang}")]
            assert fold(row[f"label_{lang}"]) not in alternatives, row["id"]
            assert len(alternatives) == len(set(alternatives)), row["id"]
            assert alternatives, row["id"]


@pytest.mark.parametrize(("lang", "script"), LANGUAGES.items())
def test_a_translation_is_written_in_its_script(occupations, lang, script):
    for row in occupations:
        letters = [c for c in row[lang] if c.isalpha()]
        foreign = [c for c in letters if not unicodedata.name(c).startswith(script)]
        # A Latin abbreviation such as CNC may stand among the letters, never alone.
        assert len(foreign) < max(1, len(letters) / 2), (row["label_sv"], row[lang])


def test_links_join_known_concepts_once(occupations, skills, links):
    known_occupations, known_skills = {row["id"] for row in occupations}, {row["id"] for row in skills}
    pairs = [(row["occupation_id"], row["skill_id"]) for row in links]
    assert len(pairs) == len(set(pairs))
    assert {occupation for occupation, _ in pairs} <= known_occupations
    assert {skill for _, skill in pairs} <= known_skills
    assert {row["relation"] for row in links} == {"essential", "optional"}


def test_every_occupation_has_skills_and_every_skill_an_occupation(occupations, skills, links):
    linked = Counter(row["occupation_id"] for row in links)
    assert [row["label_sv"] for row in occupations if linked[row["id"]] < 4] == []
    essential = Counter(row["occupation_id"] for row in links if row["relation"] == "essential")
    assert [row["label_sv"] for row in occupations if not 2 <= essential[row["id"]] <= 8] == []
    used = {row["skill_id"] for row in links}
    assert [row["label_sv"] for row in skills if row["id"] not in used] == []


def test_near_pairs_join_two_known_occupations_once(occupations, near):
    known = {row["id"] for row in occupations}
    pairs = [(row["from_id"], row["to_id"]) for row in near]
    assert len(pairs) == len(set(pairs))
    assert all(a != b and a in known and b in known for a, b in pairs)
    assert {row["percent"] for row in near} == {"25", "50", "75"}


def test_every_occupation_leads_somewhere(occupations, near):
    starts = Counter(row["from_id"] for row in near)
    assert [row["label_sv"] for row in occupations if starts[row["id"]] < 2] == []


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("Undersköterska", "Vårdbiträde"), ("Sjuksköterska", "Undersköterska"), ("Kock", "Köksbiträde"),
        ("Läkare", "Undersköterska"), ("Förskollärare", "Barnskötare"), ("Tandläkare", "Tandsköterska"),
        ("Elingenjör", "Servicetekniker"), ("Fjärrbilsförare", "Budbilsförare"), ("Jurist", "Handläggare"),
        ("Grundskollärare, årskurs F-3", "Elevassistent"), ("Civilingenjör, bygg", "CAD-ritare"),
        ("Redovisningsekonom", "Ekonomiassistent"), ("Snickare", "Grovarbetare"), ("Apotekare", "Apotekstekniker"),
    ],
)  # fmt: skip
def test_nearness_runs_downhill(occupations, near, longer, shorter):
    ids = {row["label_sv"]: row["id"] for row in occupations}
    percent = {(row["from_id"], row["to_id"]): int(row["percent"]) for row in near}
    down = percent[ids[longer], ids[shorter]]
    assert down >= 75
    assert percent.get((ids[shorter], ids[longer]), 0) < down


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("usk", "Undersköterska"), ("ssk", "Sjuksköterska"), ("lokalvårdare", "Städare"), ("städerska", "Städare"),
        ("kokerska", "Kock"), ("köksmästare", "Köksmästare"), ("rörmokare", "VVS-montör"),
        ("bilmek", "Fordonsmekaniker"), ("elektriker", "Installationselektriker"),
        ("busschaufför", "Bussförare"), ("registered nurse", "Sjuksköterska"), ("dishwasher", "Diskare"),
        ("ce-chaufför", "Fjärrbilsförare"), ("bvc-ssk", "Distriktssköterska"), ("kassörska", "Kassapersonal"),
        ("room attendant", "Hotellstädare"), ("socionom", "Socialsekreterare"),
        ("راعي أغنام", "Herde"), ("пекар", "Bagare"), ("macallin", "Grundskollärare, årskurs F-3"), ("ጓሳ", "Herde"),
        ("داکتر", "Läkare"), ("чабан", "Herde"),
    ],
)  # fmt: skip
def test_everyday_words_name_their_occupation(occupations, word, label):
    columns = [c for c in COLUMNS["occupations"] if c not in {"id", "ssyk"}]
    named = [row["label_sv"] for row in occupations if fold(word) in map(fold, cells(row, *columns))]
    assert named == [label]


def test_skills_avoid_words_that_mean_something_else(skills):
    everyday = {
        "access", "teams", "till", "go", "r", "c", "d", "swift", "rust", "scala", "spring", "spark",
        "får", "bin", "fem", "el", "bila", "mr", "art", "sol", "betyg", "ärenden", "arbetsmiljö", "schema", "hiring",
        "kompetensutveckling", "kollektivavtal", "chef", "produktion", "nätverk",
    }  # fmt: skip
    named = {fold(t) for row in skills for t in cells(row, "label_sv", "label_en", "alt_sv", "alt_en")}
    assert named & everyday == set()


def test_no_trait_of_character_is_a_skill(skills):
    traits = re.compile(
        r"\b(noggrann|stresstålig|flexibel|lyhörd|driven|social kompetens|punktlig|reliable|stress-resistant)\w*"
    )
    assert [row["label_sv"] for row in skills if traits.search(fold(" ".join(row.values())))] == []


def test_no_occupation_is_about_faith(occupations):
    faith = re.compile(r"\b(imam|präst|pastor|rabbin|diakon|missionär|priest|rabbi|deacon|missionary)\b")
    assert [row["label_sv"] for row in occupations if faith.search(fold(" ".join(row.values())))] == []
