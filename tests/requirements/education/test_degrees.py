"""Degrees, titles and courses in the words of employers."""

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Du är behörig i slöjd. Meriterande om du är behörig för 7-9.", [("slöjd", "must"), ("7", "nice")]),
        ("Du är behörig och legitimerad lärare. Du är behörig i kemi.", [("kemi", "must")]),
        ("Meriterande om du har behörighet för årskurs 1-3.", [("årskurs 1", "nice")]),
    ],
)
def test_the_right_to_teach_is_told_apart_by_subject(rows, text, found):
    assert [(value["field"], necessity) for _, value, necessity in rows(text, "education")] == found


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Krav\n- Husets interna förarutbildning", "förar"),
        ("Krav\n- Eftergymnasial utbildning inom t.ex. logistik", "logistik"),
    ],
)
def test_a_course_in_a_list_of_demands_is_one(rows, text, field):
    assert [value["field"] for _, value, _ in rows(text, "education")] == [field]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Requirements\nB.S. or M.S. in Physics, or similar.", [("tertiary", "must")]),
        ("Du har examen som förskollärare.", [("tertiary", "must")]),
        ("Who are you?\nA bachelor's or master's degree of a relevant kind", [("tertiary", "must")]),
        (
            "Krav\n- Eftergymnasial utbildning med inriktning mot miljö, exempelvis från yrkeshögskola",
            [("post_secondary", "must")],
        ),
        (
            "Krav\nMinst en kandidatexamen i ekonomi, masterexamen ses som en merit.",
            [("tertiary", "must"), ("tertiary", "nice")],
        ),
        ("Krav\nDu är bekväm med att hålla utbildning för nya.", []),
    ],
)
def test_degrees_by_other_words(rows, text, found):
    assert [(value["level"], necessity) for _, value, necessity in rows(text, "education")] == found


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Du är utbildad snickare, målare eller plattsättare.", ["snickare", "målare", "plattsättare"]),
        ("Du är utbildad stödassistent eller socionom.", ["stödassistent", "socionom"]),
        ("Du är utbildad kock, gärna med vana av storkök.", ["kock"]),
        ("Du är utbildad kock eller glad amatör.", ["kock"]),
        ("Vi söker dig som är socionom, beteendevetare eller jurist.", ["socionom", "beteendevetare", "jurist"]),
    ],
)
def test_titles_that_a_list_joins_are_one_by_one(rows, text, titles):
    assert [value["field"] for _, value, _ in rows(text, "education")] == titles


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Meriterande\n- Relevant utbildning inom försäljning, ekonomi eller design", 1),
        ("Du har bred behörighet mot årskurs 7-9.", 1),
        ("Krav\n- Examen i ekonomi alternativt annan bakgrund som arbetsgivaren bedömer likvärdig", 1),
    ],
)
def test_a_wide_field_is_one_demand(requirements, text, count):
    assert len([row for row in requirements(text) if row.kind in ("education", "experience")]) == count


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Du är utbildad lärare.\n\nÖvrigt\nUtbildningskrav Högskola/universitet", ["lärare"]),
        ("Krav\n- Civilingenjör inom väg och vatten", ["väg och vatten"]),
        ("Alla elever ska kunna tillgodogöra sig utbildningen på lika villkor.", []),
    ],
)
def test_the_level_alone_says_no_more_than_the_field_with_it(rows, text, fields):
    assert [value["field"] for _, value, _ in rows(text, "education")] == fields


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Du har en Ph.D. in physics or a related field.", "physics"),
        ("Du har vidareutbildning inom intensivvård.", "intensivvård"),
        ("Högskoleexamen om minst 180 hp i socialt arbete.", "socialt arbete"),
        ("Gymnasieexamen med ekonomisk inriktning eller högre krävs.", "ekonomi"),
        ("Gymnasieutbildning med naturvetenskaplig inriktning krävs.", "naturvetenskap"),
        ("Eftergymnasial utbildning med administrativ inriktning är ett krav.", "administration"),
    ],
)
def test_the_field_is_found_behind_points_and_credits(requirements, text, field):
    assert [row.value["field"] for row in requirements(text) if row.kind == "education"] == [field]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("BSc in chemistry or biology, hands-on experience with HPLC.", "chemistry or biology"),
        ("A bachelor degree within finance and minimum five years' experience.", "finance"),
        ("Du har examen inom ekonomi och minst tre års erfarenhet av redovisning.", "ekonomi"),
    ],
)
def test_an_experience_is_no_part_of_a_field(rows, text, field):
    [(_, value, _)] = rows(text, "education")
    assert value["field"] == field


@pytest.mark.parametrize(
    "text",
    [
        "You must have a PhD, or an international degree deemed equivalent to a PhD, within the subject.",
        "Applicants must hold a doctoral degree or an equivalent foreign degree.",
        "You must have a PhD. The degree must have been completed no more than three years ago.",
        "A PhD is required. Ability to supervise master students is needed.",
    ],
)
def test_the_same_degree_from_elsewhere_is_none_of_its_own(rows, text):
    assert [value["level"] for _, value, _ in rows(f"Qualifications\n{text}", "education")] == ["doctoral"]


def test_another_degree_is_one_of_its_own(rows):
    found = rows("You must have a PhD or a master's degree in physics.", "education")
    assert [value["level"] for _, value, _ in found] == ["doctoral", "tertiary"]


@pytest.mark.parametrize("text", ["vara klar med gymnasiet", "Gymnasieekonomisk utbildning"])
def test_upper_secondary_school_in_other_words(rows, text):
    assert [value["level"] for _, value, _ in rows(f"Krav\n- {text}", "education")] == ["upper_secondary"]


@pytest.mark.parametrize(
    "text",
    ["You will be trained in our products.", "Hygienutbildning ges vid start.", "Utbildning/erfarenhet\nDu är snäll."],
)
def test_training_that_is_given_is_not_asked_for(rows, text):
    assert [row for row in rows(f"Krav\n- Svenska\n{text}") if row[0] != "language"] == []


def test_the_right_to_teach_a_subject_has_no_level(rows):
    found = rows("Du är lärare med behörighet i svenska som andraspråk på gymnasienivå.", "education")
    assert [value["level"] for _, value, _ in found] == [None]
    assert [value["level"] for _, value, _ in rows("Krav\n- Utbildning på gymnasienivå", "education")] == [
        "upper_secondary"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Krav: frisörutbildning från gymnasiet eller komvux.", [("upper_secondary", "frisör", "must")]),
        ("Krav: avslutat gymnasium, gärna barn och fritid.", [("upper_secondary", None, "must")]),
        ("Du är specialist i allmänmedicin.", [("tertiary", "allmänmedicin", "must")]),
    ],
)
def test_where_a_trade_is_learnt_or_wished_for_leaves_the_rest(rows, text, found):
    read = [(value["level"], value["field"], necessity) for _, value, necessity in rows(text, "education")]
    assert read == found
