import pytest


@pytest.mark.parametrize(
    ("text", "level", "necessity"),
    [
        ("Du har gymnasieexamen.", "upper_secondary", "must"),
        ("Avslutad utbildning på gymnasienivå krävs.", "upper_secondary", "must"),
        ("Slutbetyg från barn- och fritidsprogrammet krävs.", "upper_secondary", "must"),
        ("Grundskolekompetens är ett krav.", "primary", "must"),
        ("Eftergymnasial utbildning i ekonomi är meriterande.", "post_secondary", "nice"),
        ("Du har en YH-utbildning inom logistik.", "post_secondary", "must"),
        ("Vi söker dig som är civilingenjör.", "tertiary", "must"),
        ("Du har en kandidatexamen i ekonomi.", "tertiary", "must"),
        ("A bachelor's degree is required.", "tertiary", "must"),
        ("A master's degree is preferred.", "tertiary", "nice"),
        ("You hold a Bachelor of Science.", "tertiary", "must"),
        ("Du har examen inom miljövetenskap.", "tertiary", "must"),
        ("Du är disputerad i kemi.", "doctoral", "must"),
        ("Gymnasieutbildning krävs inte.", "upper_secondary", "not_required"),
        ("Du har undersköterskeutbildning.", None, "must"),
        ("Utbildad snickare är meriterande.", None, "nice"),
        ("Ingen utbildning krävs.", None, "not_required"),
        ("No formal education is needed.", None, "not_required"),
    ],
)
def test_level_and_strength(rows, text, level, necessity):
    assert [(value["level"], n) for _, value, n in rows(text, "education")] == [(level, necessity)]


def test_a_compound_names_its_field(rows):
    ((_, value, _),) = rows("Du har undersköterskeutbildning.", "education")
    assert value["field"] == "undersköterska"


def test_two_courses_in_one_word(rows):
    found = rows("Avslutad bygg- eller trädgårdsutbildning krävs.", "education")
    assert [value["field"] for _, value, _ in found] == ["bygg", "trädgård"]


@pytest.mark.parametrize(
    "text",
    [
        "Rätt kandidat är noggrann, och alla kandidater får svar.",
        "Du registrerar masterdata i affärssystemet.",
        "Du får en betald introduktionsutbildning.",
        "Våra kunder är skolor, gymnasier och universitet.",
        "You work with a high degree of freedom.",
        "All utbildning sker på plats hos oss.",
        "Truckutbildning krävs.",
    ],
)
def test_words_that_only_look_like_an_education(rows, text):
    assert rows(text, "education") == []


def test_school_or_work_are_alternatives(requirements):
    found = requirements("Krav: gymnasieutbildning inom bygg eller minst tre års erfarenhet som snickare.")
    assert [row.kind for row in found] == ["education", "experience"]
    assert {row.any_of for row in found} == {1}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Du har slutbetyg från vård- och omsorgsprogrammet.", "vård och omsorg"),
        ("Krav: el- och energiprogrammet på gymnasiet.", "el och energi"),
        ("Du har gymnasial utbildning med inriktning på ekonomi och att du gillar siffror.", "ekonomi"),
        ("Du är utbildad kock på gymnasienivå.", "kock"),
        ("Du har civilingenjörsexamen inom väg och vatten.", "väg och vatten"),
        ("Du har fordonsteknisk utbildning.", "fordonsteknisk"),
        ("Du har behörighet att undervisa i kemi.", "lärare kemi"),
        ("Gymnasial utbildning är ett krav.", None),
        ("Du har en gymnasieutbildning i grunden.", None),
        ("Du har högskoleutbildning inom relevant område.", None),
        ("Du har högskoleutbildning inom ett närliggande ämne.", None),
        ("You hold a bachelor's degree in a related subject.", None),
        ("Du har en akademisk utbildning i kombination med flera års erfarenhet.", None),
    ],
)
def test_the_field_is_what_was_studied_and_nothing_else(rows, text, field):
    assert [value["field"] for kind, value, _ in rows("Kvalifikationer\n" + text) if kind == "education"] == [field]


def test_the_lower_of_two_degrees_is_asked_for(rows):
    found = rows("You have a M.Sc. or a Ph.D. in a relevant field.", "education")
    assert [(value["level"], n) for _, value, n in found] == [("tertiary", "must")]


@pytest.mark.parametrize(
    ("text", "necessity"),
    [
        ("Du har en relevant utbildning.", "must"),
        ("Du är legitimerad och behörig grundskollärare i kemi.", "must"),
        ("Du är behörig och har gärna ytterligare ämnen.", "nice"),
        ("Önskvärt är att du har legitimation för fler ämnen.", "nice"),
        ("Du har kanske en utbildning inom media.", "nice"),
        ("Det är meriterande om du har fortbildning inom autism.", "nice"),
        ("We believe that you have a relevant educational background.", "must"),
        ("Vi ser mycket positivt på om du har genomfört butiksnära utbildningar.", "nice"),
        ("Din roll\nVi söker en pedagog med behörighet i årskurserna 4-6.", "must"),
    ],
)
def test_an_education_without_a_level(rows, text, necessity):
    assert [(value["level"], n) for _, value, n in rows(text, "education")] == [(None, necessity)]


def test_a_school_where_one_has_worked_is_no_education(rows):
    assert rows("Du har erfarenhet av vuxenutbildning.", "education") == []


def test_a_long_line_that_announces_demands_is_a_heading(rows):
    text = (
        "What do we offer?\nAn office by the sea.\nA good start would be some time as an analyst, in a bank or "
        "elsewhere, with people who enjoy numbers as much as you do, as well as the following qualifications:\n"
        "- A bachelor's degree\n"
    )
    assert [(value["level"], n) for _, value, n in rows(text, "education")] == [("tertiary", "must")]


def test_an_alternative_is_closed_before_the_next_demand(requirements):
    found = requirements("Du har grundskola eller motsvarande och erfarenhet av butik.")
    assert [(row.kind, row.any_of) for row in found] == [("education", None), ("experience", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Vi söker en lärare i dans på gymnasienivå.",
        "Utbildning, erfarenhet och personliga egenskaper\n- B-körkort\n",
        "Det är ett krav att du tar truckkort. Företaget står för utbildning och prov.",
    ],
)
def test_where_a_teacher_works_is_no_education(rows, text):
    assert rows(text, "education") == []


def test_an_education_said_again_is_one_row(rows):
    text = "Vi söker dig med speciallärarexamen. Du är utbildad speciallärare."
    assert len(rows(text, "education")) == 1


def test_who_studies_at_a_university(rows):
    assert rows("Du är student vid Lunds universitet.", "education")[0][1]["level"] == "tertiary"


def test_experience_joined_to_an_education_is_no_field_of_it(requirements):
    found = requirements("Krav\n- Utbildning inom logistik och/eller erfarenhet inom inköp\n")
    kinds = [row.kind for row in found if row.kind in ("education", "experience")]
    assert kinds == ["education", "experience"]


def test_a_demand_after_the_last_alternative_is_none_of_them(requirements):
    found = requirements("Krav\n- Gymnasieutbildning inom trä, plåt eller glas och erfarenhet av montage\n")
    assert [row.value["field"] for row in found if row.kind == "education"] == ["trä", "plåt", "glas"]
    assert [row.any_of for row in found if row.kind == "experience"] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Hos oss blir eleverna väl förberedda för fortsatta studier på högskola.",
        "Om du inte redan har skepparexamen får du gå en utbildning hos oss.",
        "Krav\n- Möjlighet till fortbildning i ämnet\n",
        "Krav\n- Att du kan genomföra en grundutbildning för tågvärdar\n",
        "Requirements\n- Fluency in Rust. Skills may be acquired through education or by yourself.\n",
        "Anställningen förutsätter att en 2-veckors utbildning ska genomföras.",
        "Du har nu chansen att sälja skyltar på universitet och högskolor.",
        "Krav\n- Samtal hålls tillsammans med förskoleklass eller grundskola\n",
    ],
)
def test_what_is_prepared_for_or_given_is_not_asked_for(rows, text):
    assert rows(text, "education") == []


def test_line_ends_written_as_two_characters(requirements):
    text = r"Vem är du?\n\nKrav\n- Högskoleexamen i ekonomi\n- Körkort B\nMeriterande\n- Yrkeserfarenhet inom bank"
    found = {row.kind: row for row in requirements(text)}
    assert found["education"].necessity == "must"
    assert found["experience"].necessity == "nice"
    assert found["driving_licence"].quote == text[found["driving_licence"].start : found["driving_licence"].end]


def test_a_course_that_a_cue_stands_beside_is_a_demand(rows):
    assert rows("Krav\n- Arbetsmiljöutbildning meriterande\n", "education")[0][2] == "nice"


def test_a_field_of_a_form_says_the_education(rows):
    text = "Ansökan\nSkicka ditt CV.\nOrtLund Sista ansökningsdag2024-03-04\n Utbildningskrav Högskola/universitet"
    assert [(row[1]["level"], row[2]) for row in rows(text, "education")] == [("tertiary", "must")]
    text = "Ansökan\nSkicka ditt CV.\nOrtLund Sista ansökningsdag2024-03-04 Legitimationskrav Lärare\n"
    assert [(row[1], row[2]) for row in rows(text, "licensed_profession")] == [("lärare", "must")]
