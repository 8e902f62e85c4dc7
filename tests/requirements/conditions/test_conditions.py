import pytest


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Du behöver kunna arbeta kvällar och helger.", ["evening", "weekend"]),
        ("Tjänsten innebär arbete i skift.", ["shift"]),
        ("Nattarbete ingår i tjänsten.", ["night"]),
        ("Arbetstiden är förlagd till varannan helg.", ["weekend"]),
        ("Beredskap ingår var femte vecka.", ["on_call"]),
        ("Du måste kunna börja klockan 05.30.", ["early"]),
        ("You must be able to work evenings and weekends.", ["evening", "weekend"]),
        ("Extra fredag lördag kväll.", ["evening", "weekend"]),
        ("Vaken natt ca 5 ggr i månaden.", ["night"]),
        ("Omfattning: heltid, dag, kväll och helger.", ["evening", "weekend"]),
        ("Tid 04-12.", ["early"]),
    ],
)
def test_hours_that_the_job_has(rows, text, hours):
    assert rows(text, "working_time") == [("working_time", hours, "must")]


@pytest.mark.parametrize(
    "text",
    [
        "Du använder skiftnyckel varje dag.",
        "Vi arbetar aldrig helger.",
        "Arbete under helg kan också förekomma.",
        "Helgarbete förekommer inte.",
        "Antingen dag- eller nattskift, du väljer.",
        "OB-tillägg betalas kvällar och helger.",
        "Vi bygger helgjutna bord och nattduksbord.",
        "Kommunen arbetar med krisberedskap.",
        "Det är meriterande om du har erfarenhet av att arbeta natt.",
    ],
)
def test_hours_that_it_has_not(rows, text):
    assert rows(text, "working_time") == []


@pytest.mark.parametrize(
    "text",
    [
        "Du måste klara tunga lyft.",
        "Arbetet är fysiskt krävande och du behöver ha god fysik.",
        "Fysisk styrka krävs.",
        "You must be able to lift heavy boxes.",
        "Du ska orka bära säckar på 20 kilo.",
        "Alla ska kunna lyfta ställningsdelar.",
    ],
)
def test_loads_that_one_must_manage(rows, text):
    assert rows(text, "physical") == [("physical", True, "must")]


@pytest.mark.parametrize(
    "text",
    ["Du lyfter fram dina kollegor.", "Institutionen för fysik ligger i norr.", "Vi lyfter varandra varje dag."],
)
def test_lifting_that_is_no_load(rows, text):
    assert rows(text, "physical") == []


def test_staff_on_call_is_no_time_of_work(rows):
    assert rows("Krav\n- Grundutbildning för räddningstjänstpersonal i beredskap\n", "working_time") == []


def test_a_question_about_the_weekend_is_no_time_of_work(rows):
    assert rows("Vad vore helgen utan våra bullar?", "working_time") == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Vi uppskattar en spelkväll eller en LAN-kväll ihop.", []),
        ("Du har ansvar för butiken vissa kvällar samt helger.", [["evening", "weekend"]]),
        ("Du ansvarar för butiken under öppettid och kommer att ha hand om kassan varannan helg.", [["weekend"]]),
        ("Arbetet innebär dag-, kvälls- och helgpass.", [["evening", "weekend"]]),
    ],
)
def test_evenings_of_fun_and_of_work(rows, text, hours):
    assert [value for _, value, _ in rows(text, "working_time")] == hours


@pytest.mark.parametrize(
    "text",
    [
        "Du måste palla att stå i åtta timmar.",
        "Du kan stå och gå hela passet.",
        "Krafttag hela dagen, det ska du tåla.",
        "Arbetet kräver styrka och kondition.",
        "Ryggen får inte vara ett problem, säckarna väger 25 kilo.",
        "Du behöver vara vältränad nog att gå i terräng en hel dag.",
    ],
)
def test_strength_of_body_by_other_words(rows, text):
    assert [value for _, value, _ in rows(text, "physical")] == [True]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Schemat rullar över alla dagar, även röda.", ["weekend"]),
        ("The shift starts at 5 am.", ["early"]),
    ],
)
def test_hours_told_by_days_and_by_the_clock(rows, text, hours):
    assert set(hours) <= set(rows(text, "working_time")[0][1])
