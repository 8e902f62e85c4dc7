"""Ways to the same knowledge are alternatives: who has worked for it needs no schooling, and the other way round."""

import pytest

from matcher.records import JobAd
from matcher.requirements import with_requirements


def groups(text):
    """Return the kinds of each group, and of what stands alone."""
    rows = with_requirements(JobAd(id="a", headline="Jobb", text=text)).requirements
    found: dict[object, list[str]] = {}
    for place, row in enumerate(rows):
        assert row.quote in text
        found.setdefault(row.any_of or f"alone {place}", []).append(row.kind)
    return sorted(sorted(kinds) for kinds in found.values())


BOTH = ["education", "experience"]


@pytest.mark.parametrize(
    "text",
    [
        "Målarutbildning eller tre års erfarenhet som målare krävs.",
        "Du har frisörutbildning eller minst två års erfarenhet från salong.",
        "Fordonsteknisk utbildning eller lång erfarenhet som mekaniker är ett krav.",
        "Utbildning eller erfarenhet inom städ krävs.",
        "Vi kräver gymnasieutbildning eller erfarenhet av yrket.",
        "Du har akademisk examen eller annan utbildning och relevant erfarenhet som vi finner likvärdig.",
        "Du har gymnasieutbildning alternativt annan utbildning i kombination med yrkeserfarenhet som vi godtar.",
        "Du ska ha gått el- och energiprogrammet eller jobbat minst ett år som elektriker.",
        "You must have a diploma in baking or at least two years of experience as a baker.",
        "You hold a degree in social work, from here or from abroad, or have two years of experience of young people.",
    ],
)
def test_schooling_or_work_is_one_group(text):
    assert groups(text) == [BOTH]


@pytest.mark.parametrize(
    "text",
    [
        "Krav: snickarutbildning, byggutbildning eller minst tre års erfarenhet som snickare.",
        "Du har gått el- och energiprogrammet, industritekniska programmet eller jobbat ett år som montör.",
    ],
)
def test_what_is_listed_before_the_or_belongs_to_it(text):
    assert groups(text) == [["education", "education", "experience"]]


def test_a_card_in_such_a_list_is_asked_for_as_well():
    text = "Krav: truckkort, två års lagererfarenhet eller logistikutbildning."
    assert groups(text) == [["certificate"], BOTH]


@pytest.mark.parametrize(
    "text", ["Målarutbildning och tre års erfarenhet som målare krävs.", "Kockutbildning krävs. Erfarenhet krävs."]
)
def test_both_are_asked_for_where_and_joins_them(text):
    assert groups(text) == [["education"], ["experience"]]


def test_the_field_of_both_and_the_words_of_each():
    text = "Utbildning eller erfarenhet inom lokalvård krävs."
    schooling, work = with_requirements(JobAd(id="a", headline="Jobb", text=text)).requirements
    assert schooling.value["field"] == work.value["field"] == "lokalvård"


def test_two_programmes_are_two():
    text = "Krav: barn- och fritidsprogrammet eller vård- och omsorgsprogrammet."
    fields = [row.value["field"] for row in with_requirements(JobAd(id="a", headline="Jobb", text=text)).requirements]
    assert fields == ["barn och fritid", "vård och omsorg"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Gymnasieutbildning inom bygg eller motsvarande erfarenhet krävs.", "bygg"),
        ("Du har snickarutbildning, eller likvärdig praktisk erfarenhet.", "snickare"),
        ("You need a degree in Computer Science or equivalent work experience in IT.", "it"),
        ("Du har ingenjörsexamen eller motsvarande erfarenhet av mätteknik.", "mätteknik"),
    ],
)
def test_equivalent_experience_is_the_other_way_in_the_same_field(text, field):
    rows = with_requirements(JobAd(id="a", headline="Jobb", text=text)).requirements
    assert groups(text) == [BOTH]
    assert [row.value["field"] for row in rows if row.kind == "experience"] == [field]


@pytest.mark.parametrize(
    "text",
    [
        "You need a degree in Computer Science or equivalent work experience.",
        "Civilingenjörsexamen eller motsvarande arbetslivserfarenhet krävs.",
        "Du har en utbildning på högskolenivå inom ekonomi, alternativt motsvarande erfarenhet.",
        "Krav: YH-utbildning inom drift eller erfarenhet som arbetsgivaren bedömer likvärdig.",
    ],
)
def test_experience_that_equals_a_degree_is_no_row_of_its_own(text):
    assert groups(text) == [["education"]]


def test_equivalent_competence_names_nothing_to_judge():
    assert groups("Snickarutbildning eller motsvarande kompetens krävs.") == [["education"]]


def test_what_is_asked_for_as_experience_is_no_skill_as_well():
    text = "You have experience in web development, manufacturing engineering or logistics."
    kinds = {row.kind for row in with_requirements(JobAd(id="a", headline="Job", text=text)).requirements}
    assert kinds == {"experience"}


@pytest.mark.parametrize(
    "text",
    [
        "You must be proficient in programming (Java, Kotlin, Rust, etc.).",
        "Du måste kunna något versionshanteringssystem, t.ex. Git, Mercurial, Perforce.",
        "Krav: kunskaper i Photoshop, Illustrator eller liknande program.",
    ],
)
def test_a_list_of_examples_is_met_by_one_of_them(text):
    skills = [kinds for kinds in groups(text) if set(kinds) == {"skill"}]
    assert len(skills) == 1
    assert len(skills[0]) > 1


def test_a_list_of_skills_without_an_or_asks_for_all():
    assert groups("Du måste kunna Photoshop, Illustrator och Excel.") == [["skill"]] * 3


def test_two_licences_that_or_joins_are_one_demand():
    assert groups("Legitimation som apotekare eller receptarie krävs.") == [["licensed_profession"] * 2]


def test_schools_listed_up_to_any_other_are_one_demand():
    text = "Du ska ha gått vård- och omsorgsprogrammet, barn- och fritidsprogrammet eller annan likvärdig utbildning."
    assert groups(text) == [["education", "education"]]


@pytest.mark.parametrize(
    "text",
    [
        "Krav: avslutat gymnasium, eller grundskola och minst två års erfarenhet från industrin.",
        "Du har högskoleexamen i kemi, alternativt gymnasieutbildning och tre års erfarenhet av labbarbete.",
    ],
)
def test_a_lower_school_with_years_of_work_is_the_second_way(text):
    assert groups(text) == [["education", "education", "experience"]]


def test_the_last_joint_is_the_one_that_counts():
    assert groups("Vi kräver truckkort, eller att du tar det inom en månad, och B-körkort.") == [
        ["certificate"],
        ["driving_licence"],
    ]


def test_a_tool_named_inside_a_course_joins_nothing_to_it():
    text = "You must have a degree in data analytics or 6+ years of experience in logistics."
    assert BOTH in groups(text)


def test_or_the_like_is_closed_by_a_comma():
    text = "Krav: svetslicens eller motsvarande, B-körkort."
    assert groups(text) == [["certificate"], ["driving_licence"]]


def test_where_something_was_done_or_learnt_is_no_alternative():
    rows = with_requirements(
        JobAd(
            id="a",
            headline="Jobb",
            text="Krav: erfarenhet av tvätteri, antingen här eller i ett annat land.\n"
            "Utbildning till målare från gymnasiet eller vuxenutbildningen krävs.",
        )
    ).requirements
    assert [(row.kind, row.value["field"], row.any_of) for row in rows] == [
        ("experience", "tvätteri", None),
        ("education", "målare", None),
    ]


def test_annars_names_the_other_way():
    assert groups("Svenska på enkel nivå krävs, annars engelska.") == [["language", "language"]]


@pytest.mark.parametrize(
    "text",
    [
        "C-körkort krävs, CE duger också.",
        "Du pratar svenska, men engelska går lika bra.",
        "A welding licence is required, a trade certificate works too.",
    ],
)
def test_what_will_do_too_is_an_alternative_to_what_is_asked_for(text: str) -> None:
    rows = with_requirements(JobAd(id="a", headline="Jobb", text=text)).requirements or ()
    assert [(row.necessity, row.any_of) for row in rows] == [("must", 1), ("must", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Någon av följande:\n- Målarutbildning\n- Två års erfarenhet som målare\n",
        "Ett av nedanstående krävs:\n• Kockutbildning\n• Tre års erfarenhet som kock\n",
        "För tjänsten krävs något av:\n* Kockutbildning\neller\n* Tre års erfarenhet som kock\n",
        "At least one of the following:\n- A degree in social work\n- Two years of experience as a nurse assistant\n",
    ],
)
def test_lines_below_one_of_the_following_are_alternatives(text):
    assert groups(text) == [BOTH]
    assert groups(text + "\nDessutom:\n- Körkort B\n- Truckkort") == [["certificate"], ["driving_licence"], BOTH]


@pytest.mark.parametrize(
    "line",
    [
        "Vi söker dig som har följande:",
        "Samtliga av följande krävs:",
        "Vi söker till en av våra kunder:",
        "Du blir en av oss. Krav:",
        "Krav, och inte bara ett av dem:",
    ],
)
def test_lines_below_anything_else_are_all_asked_for(line):
    assert groups(f"{line}\n- Truckkort\n- Körkort B") == [["certificate"], ["driving_licence"]]


def together(text):
    """Return the values of each group."""
    found: dict[int, list[str]] = {}
    for row in with_requirements(JobAd(id="a", headline="Jobb", text=text)).requirements:
        if row.any_of is not None:
            found.setdefault(row.any_of, []).append(str(row.value))
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Krav: kunskaper i Python, Java eller C#.", [["python", "java", "c#"]]),
        ("You have experience with React, Angular, or Vue.", [["react", "angular", "vue"]]),
        ("Du har arbetat i molnplattformar som AWS, Azure eller GCP.", [["aws", "azure", "gcp"]]),
        # The stroke joins the two beside it, "och" closes a list.
        ("Krav: kunskaper i SQL, Python, Docker/Kubernetes.", [["docker", "kubernetes"]]),
        ("Krav: kunskaper i Excel, Word och Visma eller Fortnox.", [["visma", "fortnox"]]),
        ("Du har kunskap om standarder som ISO 9001, ISO 14001 och ISO 45001.", []),
        ("You know standards such as ISO 9001, ISO 14001, and ISO 45001.", []),
    ],
)
def test_or_behind_a_list_of_skills_holds_for_all_of_it(text, expected):
    assert together(text) == expected


def test_a_line_that_ends_in_or_goes_on_below():
    assert groups("Krav\n- Kockutbildning, eller\n- minst fyra års erfarenhet som kock\n- God svenska") == [
        BOTH, ["language"]
    ]  # fmt: skip
    assert groups("- A bachelor degree, or\n- Another technical degree with more than ten years of experience") == [
        BOTH
    ]
    assert together("Krav:\n- B-körkort eller\n- C-körkort\n- Truckkort") == [["B", "C"]]
    assert together("Krav:\n- B-körkort\n- C-körkort eller motsvarande\n- Truckkort") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Krav: erfarenhet av minst ett av följande språk: Python, Java och C#.", [["python", "java", "c#"]]),
        ("You know one or more of these tools (Jenkins, GitLab, CircleCI).", [["jenkins", "gitlab", "circleci"]]),
        ("Krav\n- Du behärskar någon av plattformarna AWS, Azure, GCP", [["aws", "azure", "gcp"]]),
        # Only what the choice is about: not each list in a text that says "en av" somewhere.
        ("Du blir en av oss. Krav: Python, Java och C#.", []),
        ("Krav: kunskaper i Python, Java och C#. En av dessa dagar börjar du.", []),
    ],
)
def test_one_of_the_following_needs_no_or(text, expected):
    assert together(text) == expected


def test_a_choice_of_three_lines_is_one_group():
    text = "Krav\n- Undersköterskeutbildning eller,\n- Barnskötarutbildning eller,\n- två års erfarenhet av vård"
    assert groups(text) == [["education", "education", "experience"]]
    assert together("One or more of these papers is a requirement:\n- Truckkort\n- Liftkort") == [["truck", "lift"]]


def test_the_subject_of_a_teacher_parts_no_choice():
    text = "Du är legitimerad lärare inom frisör alternativt har minst fem års erfarenhet från frisörbranschen."
    assert groups(text) == [["experience", "licensed_profession"], ["skill"]]


def test_what_is_asked_for_as_well_is_no_other_way():
    for text in (
        "You hold a degree in forestry, as well as three years of experience in sawmills or carpentry.",
        "Du har skogsutbildning, liksom tre års erfarenhet från sågverk eller snickeri.",
    ):
        assert groups(text) == [["education"], ["experience", "experience"]]
