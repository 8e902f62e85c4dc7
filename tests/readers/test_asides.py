"""What is added to a cell and understood by nobody leaves what the cell says as it is."""

import csv
import io
import json

import pytest

from matcher.readers import read_profiles
from matcher.readers.files.source import Source
from matcher.taxonomy.facts.disciplines import subject_of

ROW = {
    "ID": "P1",
    "Kommun": "Nacka",
    "Modersmål": "Dari",
    "Övriga språk": "Engelska B1",
    "Svenska": "A2",
    "Utbildning": "9 år Iran",
    "Yrkeserfarenhet": "Snickare 6 år Iran; målare 2 år Sverige",
    "Körkort": "B (sv.)",
    "Egen bil": "nej",
    "Certifikat": "heta arbeten; ID06",
    "Önskat yrke": "Snickare, målare, golvläggare",
    "Arbetstid": "100",
    "Max restid": "75",
}
# No lexicon holds these words, and none should have to.
ASIDES = ("brommar kvist", "fnular mäkta", "wobbles greatly", "har plirp", "vill inte plirpa")
JOINTS = ("; ", ", ", ". ", "\n", " - ", " (%)")
FIXED = (
    "languages", "driving_licences", "own_car", "availability", "none", "home_municipality", "max_travel_minutes",
)  # fmt: skip


def read(row):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(ROW), delimiter=";")
    writer.writeheader()
    writer.writerow(row)
    [profile] = read_profiles(Source("p.csv", out.getvalue().encode()))
    return profile


def added(text, aside, joint):
    return f"{text}{joint.replace('%', aside)}" if "%" in joint else text + joint + aside


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize(
    "column", ["Övriga språk", "Modersmål", "Körkort", "Egen bil", "Arbetstid", "Kommun", "Svenska", "Max restid"]
)
def test_fields_of_fixed_values_stay(column, joint):
    plain = read(ROW)
    for aside in ASIDES:
        changed = read({**ROW, column: added(ROW[column], aside, joint)})
        assert {f: getattr(changed, f) for f in FIXED} == {f: getattr(plain, f) for f in FIXED}, aside


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize(("column", "name"), [("Körkort", "driving_licences"), ("Certifikat", "certificates")])
def test_none_stays_none(column, name, joint):
    for said in ("nej", "-", "saknas"):
        for aside in ASIDES:
            assert name in read({**ROW, column: added(said, aside, joint)}).none, (said, aside)
    assert name not in read({**ROW, column: added("-", "B och ID06", joint)}).none


# Each holds a word that tells something where the sentence is about that.
@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize(
    ("column", "aside"),
    [
        ("Modersmål", "lite rädd för åskan och för höga hus"),
        ("Svenska", "fast värken stör mig varje dag i vardagen hemma"),
        ("Arbetstid", "stel i vardagen och öm i båda höfterna"),
        ("Egen bil", "vigseln (2014, i Uppsala), ingen kom"),
        ("Körkort", "lost the garden to her brother in a trial"),
    ],
)  # fmt: skip
def test_a_word_that_is_about_something_else_tells_nothing(column, aside, joint):
    changed, plain = read({**ROW, column: added(ROW[column], aside, joint)}), read(ROW)
    assert {f: getattr(changed, f) for f in FIXED} == {f: getattr(plain, f) for f in FIXED}


def test_a_denied_licence_stays_denied_beside_a_language_and_open_beside_a_licence():
    licence = [read({**ROW, "Körkort": f"nej ({said})"}).none for said in ("svenska är fint", "bara svenska kortet")]
    assert licence == [("driving_licences",), ()]


def test_a_sentence_names_no_school():
    assert read({**ROW, "Utbildning": "Hon påstår att hissen luktar"}).education == ()
    assert read({**ROW, "Utbildning": "9 år Iran\nspent two years in a shelter near Ankara"}).education == (
        read(ROW).education
    )


@pytest.mark.parametrize("joint", JOINTS)
def test_years_of_school_stay_years_of_school(joint):
    for aside in ASIDES:
        [education] = read({**ROW, "Utbildning": added("9 år Iran", aside, joint)}).education
        assert (education.level, education.years, education.country) == ("primary", 9, "IR"), aside
        [education] = read({**ROW, "Utbildning": added("Univ. 4 år kemi", aside, joint)}).education
        assert (education.level, subject_of(education.field)) == ("tertiary", "kemi"), aside


@pytest.mark.parametrize("joint", ["; ", ", ", "\n", " - "])
def test_wishes_before_it_are_parted_as_without_it(joint):
    for aside in ASIDES:
        wishes = read({**ROW, "Önskat yrke": added(ROW["Önskat yrke"], aside, joint)}).wishes
        assert wishes[:3] == ("Snickare", "målare", "golvläggare"), aside


def test_a_clause_that_must_not_survive_leaves_the_others_and_no_trace_between():
    for joint in JOINTS:
        for column in ("Yrkeserfarenhet", "Önskat yrke", "Certifikat", "Körkort", "Utbildning"):
            row = {**ROW, column: added(ROW[column], "ensamstående", joint)}
            assert read(row) == read(ROW), (column, joint)


def test_a_person_by_name_and_age_takes_no_neighbour_along():
    row = {**ROW, "Certifikat": "ID06, somalisk kvinna, 34, heta arbeten"}
    assert read(row).certificates == ("id06", "heta_arbeten")


def test_a_reason_that_must_not_survive_takes_no_length_of_a_job_along():
    columns = {"ID": "P1", "Yrke 1": "Kock", "Yrke 1 år": "9 (hade cancer för två år sedan)", "Kommun": "Nacka"}
    text = "\n".join(";".join(row) for row in (columns.keys(), columns.values()))
    [profile] = read_profiles(Source("p.csv", text.encode()))
    assert [job.years for job in profile.experience] == [9]


def test_texts_of_a_json_resume_lose_the_clause_and_nothing_else():
    def resume(aside):
        return {
            "basics": {"label": "Kock", "location": {"city": "Nacka"}},
            "work": [{"position": "Kock", "summary": f"Stekte och grillade{aside}", "startDate": "2019"}],
            "certificates": [{"name": f"ID06{aside}"}],
        }

    def read_resume(aside):
        [profile] = read_profiles(Source("cv.json", json.dumps(resume(aside)).encode()))
        return profile

    for aside in (", ensamstående", "\nlångtidssjukskriven", "; turned forty last year"):
        assert read_resume(aside) == read_resume(""), aside
    assert read_resume("\nvill inte plirpa").certificates == ("id06",)


@pytest.mark.parametrize(
    ("said", "none"),
    [
        ("YKB saknas", {"certificates.ykb"}),
        ("truckkort bokat", {"certificates.truck"}),
        ("ID06; YKB saknas", {"certificates.ykb"}),
        ("vill inte plirpa", set()),
        ("nej", {"certificates"}),
        ("inga. YKB saknas", {"certificates"}),
    ],
)
def test_a_card_that_is_said_to_be_lacking_denies_itself_and_no_other(said, none):
    told = read({**ROW, "Certifikat": said}).none
    assert {name for name in told if name.startswith("certificates")} == none
