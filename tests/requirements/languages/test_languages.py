import pytest

LEVELS = [
    ("Du har grundläggande kunskaper i svenska.", "sv", "A2"),
    ("You have basic Swedish.", "sv", "A2"),
    ("Det räcker att du kan lite engelska.", "en", "A2"),
    ("Du kan göra dig förstådd på svenska.", "sv", "B1"),
    ("Du har tillräckliga kunskaper i svenska för att läsa skyltar.", "sv", "B1"),
    ("Conversational English is required.", "en", "B1"),
    ("Du har goda kunskaper i tyska.", "de", "B2"),
    ("Du behärskar svenska.", "sv", "B2"),
    ("Du ska kunna svenska i skrift och tal.", "sv", "B2"),
    ("God muntlig och skriftlig förmåga på finska krävs.", "fi", "B2"),
    ("You speak and write Swedish.", "sv", "B2"),
    ("Du talar svenska flytande.", "sv", "C1"),
    ("Mycket goda kunskaper i arabiska är ett krav.", "ar", "C1"),
    ("Du uttrycker dig obehindrat på engelska i tal och skrift.", "en", "C1"),
    ("You are fluent in English, spoken and written.", "en", "C1"),
    ("Svenska på modersmålsnivå krävs.", "sv", "C2"),
    ("Du har svenska på nivå B1 eller högre.", "sv", "B1"),
    ("English at C1 level is required.", "en", "C1"),
    ("SFI C krävs.", "sv", "A2"),
    ("Minst SFI nivå B krävs.", "sv", "A2"),
    ("Svenska 1 eller motsvarande krävs.", "sv", "B2"),
    ("Godkänd TISUS är ett krav.", "sv", "C1"),
    ("SVA nivå 3 krävs.", "sv", "C1"),
    ("Svenska är ett krav.", "sv", None),
    ("You must speak Polish.", "pl", None),
]


@pytest.mark.parametrize(("text", "lang", "level"), LEVELS)
def test_the_wording_gives_the_level(rows, text, lang, level):
    assert rows(text, "language") == [("language", {"lang": lang, "level": level}, "must")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Engelska krävs, svenska är meriterande.", {"en": "must", "sv": "nice"}),
        ("Du talar svenska och om du kan polska är det ett plus.", {"sv": "must", "pl": "nice"}),
        ("Fluent English, some Finnish is an advantage.", {"en": "must", "fi": "nice"}),
        ("Du behöver inte kunna svenska.", {"sv": "not_required"}),
        ("Engelska kräver vi inte.", {"en": "not_required"}),
        ("Swedish is not required.", {"sv": "not_required"}),
        ("Svenska är bra men inget krav.", {"sv": "nice"}),
        ("Swedish is a plus but not a must.", {"sv": "nice"}),
        ("Somalisktalande sökande ser vi gärna.", {"so": "nice"}),
    ],
)
def test_each_language_has_its_own_strength(rows, text, expected):
    assert {value["lang"]: necessity for _, value, necessity in rows(text, "language")} == expected


def test_two_levels_in_one_sentence_stay_apart(rows):
    found = rows("Du har mycket goda kunskaper i svenska och grundläggande kunskaper i engelska.", "language")
    assert [value for _, value, _ in found] == [{"lang": "sv", "level": "C1"}, {"lang": "en", "level": "A2"}]


def test_languages_side_by_side_share_their_level(rows):
    found = rows("Goda kunskaper i svenska, engelska och tyska krävs.", "language")
    assert [value["level"] for _, value, _ in found] == ["B2", "B2", "B2"]


@pytest.mark.parametrize(
    "text",
    [
        "Våra svenska kunder finns i hela landet.",
        "Vi säljer engelska möbler och franska bakverk.",
        "I köket hörs tigrinja, polska och svenska om vartannat.",
        "Vi är ledande på den svenska marknaden.",
        "The Swedish market is growing.",
        "Ansök på svenska eller engelska senast i maj.",
        "Vi erbjuder dig kurser i svenska på arbetstid.",
        "Det engelska språket är en naturlig del av vår skola.",
        "Flera av oss har inte svenska som modersmål.",
        "You are welcome to write it in Swedish.",
        "Alla elever har utökad timplan i engelska.",
        "Vi söker en lärare i fysik och engelska till årskurs 8.",
    ],
)
def test_a_language_that_is_only_mentioned_is_not_asked_for(rows, text):
    assert rows(text, "language") == []


def test_either_language_is_a_group_and_both_are_none(requirements):
    either = requirements("Du talar svenska eller engelska.")
    assert {row.any_of for row in either} == {1}
    both = requirements("Du talar både svenska och engelska.")
    assert [row.any_of for row in both] == [None, None]


def test_one_of_the_scandinavian_languages(requirements):
    found = requirements("Du talar ett av de skandinaviska språken.")
    assert sorted(row.value["lang"] for row in found) == ["da", "no", "sv"]
    assert len({row.any_of for row in found}) == 1


def test_said_twice_is_one_row_the_stricter(rows):
    found = rows("Svenska är meriterande.\n\nKrav\n- Goda kunskaper i svenska", "language")
    assert found == [("language", {"lang": "sv", "level": "B2"}, "must")]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Du har goda kunskaper i svenska och engelska i tal och skrift.",
         ["svenska och engelska i tal och skrift", "engelska i tal och skrift"]),
        ("Du talar och skriver god svenska.", ["talar och skriver god svenska"]),
        ("Svenska i tal och skrift samt grundläggande engelska.", ["Svenska i tal och skrift", "engelska"]),
        ("English, both spoken and written, is required.", ["English, both spoken and written, is required"]),
    ],
)  # fmt: skip
def test_the_quote_tells_of_speech_and_writing(requirements, text, quotes):
    assert [row.quote for row in requirements("Krav: " + text)] == quotes


def test_a_subject_of_the_headline_is_no_language(rows):
    assert rows("Vi söker dig med kombinationen franska.", "language", headline="Lärare i franska, åk 7-9") == []


def test_a_demand_stands_under_any_heading(rows):
    assert rows("Lön\nEfter överenskommelse\nSvenska är ett krav\n", "language") == [
        ("language", {"lang": "sv", "level": None}, "must")
    ]


def test_a_list_that_is_closed_keeps_its_strength(rows):
    found = rows("Du pratar bra svenska och engelska, italienska är plus.", "language")
    assert [(value["lang"], n) for _, value, n in found] == [("sv", "must"), ("en", "must"), ("it", "nice")]


def test_the_language_is_that_of_the_headline(rows):
    text = "Du har mycket goda kunskaper i språket och en pedagogisk utbildning."
    found = rows(text, "language", headline="Modersmålslärare i tigrinja")
    assert found == [("language", {"lang": "ti", "level": "C1"}, "must")]
    assert rows(text, "language", headline="Lärare till vår skola") == []


def test_a_level_that_nobody_needs_is_not_the_one_asked_for(requirements):
    (row,) = requirements("Perfekt engelska behöver ingen tala, men du ska klara enkla samtal på engelska.")
    assert (row.necessity, row.value["level"]) == ("must", "B1")


@pytest.mark.parametrize(
    ("text", "langs"),
    [
        ("Meriterande\n- Språkkunskaper utöver svenska och engelska", []),
        ("It is a plus if you speak other languages than Swedish and English.", []),
        ("Meriterande\n- Ytterligare språk utöver svenska och engelska, exempelvis polska", ["pl"]),
    ],
)
def test_languages_beyond_those_named_are_none_of_them(rows, text, langs):
    assert [value["lang"] for _, value, _ in rows(text, "language")] == langs


@pytest.mark.parametrize(
    ("text", "langs", "grouped"),
    [
        ("Gästerna talar svenska och danska, så du behärskar båda språken.", ["da", "sv"], False),
        ("Our clients speak French and German. You are fluent in both languages.", ["de", "fr"], False),
        ("I köket pratas arabiska och turkiska. Du måste kunna ett av språken.", ["ar", "tr"], True),
        ("Vi talar svenska, engelska och polska med varandra, så ett av de språken räcker.", ["en", "pl", "sv"], True),
        ("Båda språken krävs.", [], False),
    ],
)
def test_languages_that_a_word_points_back_to(requirements, text, langs, grouped):
    found = [row for row in requirements(text) if row.kind == "language"]
    assert sorted(row.value["lang"] for row in found) == langs
    assert all((row.any_of is not None) == grouped for row in found)


def test_one_language_is_enough_and_the_other_is_taught(rows):
    text = "Engelska räcker, svenska kan du lära dig här."
    assert [(v["lang"], n) for _, v, n in rows(text, "language")] == [("en", "must"), ("sv", "not_required")]
    assert rows("Du ska klara ett enkelt samtal på svenska.", "language")[0][1]["level"] == "B1"


def test_a_field_of_a_form_names_a_language(rows):
    text = "Om jobbet\nDu bakar. Körkort önskas Nej Personligt brev krävs Nej Språk Engelska"
    assert [value["lang"] for _, value, _ in rows(text, "language")] == ["en"]


def test_a_demand_is_no_alternative_to_wishes(requirements):
    found = requirements("Goda kunskaper i svenska, gärna även i arabiska eller somaliska.")
    assert [(row.value["lang"], row.necessity, row.any_of) for row in found] == [
        ("sv", "must", None),
        ("ar", "nice", 1),
        ("so", "nice", 1),
    ]


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        ("Modersmålslärare i somaliska", "Vi söker dig nu.", [("so", "C2")]),
        ("Studiehandledare på modersmålet tigrinja", "Du handleder elever.", [("ti", "C2")]),
        ("Tolkar i polska", "Du tolkar hos läkare.", [("pl", None)]),
        ("Persisktalande ekonomiassistent", "Du arbetar med fakturor.", [("fa", None)]),
        ("Assistent till arabisktalande kvinna", "Du hjälper till i vardagen.", [("ar", None)]),
        ("Lärare i spanska", "Du undervisar i åk 7.", []),
        ("Säljare av tolktjänster", "Vi talar många språk.", []),
    ],
)
def test_languages_that_the_headline_is_about(requirements, headline, text, expected):
    rows = [row for row in requirements(text, headline) if row.kind == "language"]
    assert [(row.value["lang"], row.value["level"]) for row in rows] == expected
    assert all(row.necessity == "must" for row in rows)


def test_a_mother_tongue_that_is_taught_is_no_subject(requirements):
    assert "skill" not in {row.kind for row in requirements("Vi söker dig nu.", "Modersmålslärare i somaliska")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Engelska talar du obehindrat, svenska så att köket förstår dig.", [("en", "C1"), ("sv", "B1")]),
        ("Arabiska pratar du flytande, svenska lite.", [("ar", "C1"), ("sv", "A2")]),
        # How well it goes says nothing of the level, nor does whom the applicant understands.
        ("Måste jag kunna svenska? Nej, engelska går bra.", [("sv", None), ("en", None)]),
        ("Du talar svenska så att du förstår chefen.", [("sv", None)]),
        ("Svenskan behöver inte vara bra, bara du kan hälsa på kunderna.", [("sv", None)]),
        ("Du talar flytande engelska, svenska och finska.", [("en", "C1"), ("sv", "C1"), ("fi", "C1")]),
    ],
)
def test_a_level_is_that_of_the_language_it_is_said_of(rows, text, expected):
    assert [(value["lang"], value["level"]) for _, value, _ in rows(text, "language")] == expected


@pytest.mark.parametrize("text", ["Du undervisar i SFI C och D.", "Du ska undervisa i svenska som andraspråk 1 och 2."])
def test_courses_that_somebody_teaches_are_no_level_to_have(rows, text):
    assert rows(text, "language") == []
