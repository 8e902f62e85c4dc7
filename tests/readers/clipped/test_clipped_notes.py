"""Notes in clipped words, read whole."""

import pytest
from tests.readers.reading import read_note

from matcher.readers import read_profiles
from matcher.readers.files.source import Source
from matcher.records import Profile


def _languages(profile: Profile) -> dict[str, object]:
    return {row.lang: "native" if row.native else row.speaking for row in profile.languages}


def test_a_note_of_nothing_but_clipped_clauses_is_read_by_their_kinds() -> None:
    profile = read_note(
        "Kund S. Skärholmen. Målare 6 år Ankara + 2 år Malmö. Tur mm, eng A2 sv B1. Gymn 11 år. Heta arbeten. "
        "B-kk svenskt, egen bil. Vill bygg el fönsterputs. Max 50 min. Ej natt. Heltid."
    )
    assert profile.home_municipality == "Stockholm"
    assert [(job.title, job.country, job.years) for job in profile.experience] == [
        ("Målare", "TR", 6.0),
        ("Målare", "SE", 2.0),
    ]
    assert _languages(profile) == {"tr": "native", "en": ("A2", "A2"), "sv": ("B1", "B1")}
    assert [(one.level, one.years) for one in profile.education] == [("upper_secondary", 11.0)]
    assert profile.certificates == ("heta_arbeten",)
    assert [(one.class_, one.country) for one in profile.driving_licences] == [("B", "SE")]
    assert (profile.own_car, profile.max_travel_minutes, profile.availability.hours) == (True, 50, "full")
    assert profile.availability.not_ == ("night",)
    assert profile.wishes[0] == "byggarbetare"
    assert len(profile.wishes) == 2


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("Kock 3 år Iran. Sv B1. Bor Haninge.", "Haninge"),
        ("Kock 3 år Iran. Sv B1. Norsborg", "Botkyrka"),
        ("Köksbiträde, Solna, 2 år. Sv B1.", None),
        ("Kock 3 år Iran. Helst Solna/Nacka.", None),
        ("Kock 3 år Iran. Hon gillar Solna. Sv B1", None),
    ],
)
def test_a_town_alone_is_the_home_and_one_of_a_job_or_a_wish_is_none(text: str, home: str | None) -> None:
    assert read_note(text).home_municipality == home


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("Sv B1. Vill städ el kök.", ("städare", "köksbiträde")),
        ("Sv B1. Helst lager/terminal, ej natt.", ("lagerarbetare", "terminalarbetare")),
        ("Sv B1. Söker heltid vaktmästare, bageri.", ("vaktmästare", "bagare")),
        ("Sv B1. Vill bostad i Solna.", ()),
        ("Sv B1. Vill körkort, hjälp med CV.", ()),
        ("Sv B1. Vill inte städ.", ()),
    ],
)
def test_wishes_need_no_verb_and_wishes_for_other_things_are_none(text: str, wishes: tuple[str, ...]) -> None:
    assert read_note(text).wishes == wishes


@pytest.mark.parametrize(
    ("text", "jobs"),
    [
        ("Fd elektriker Aleppo 9 år. Eng B1.", [("elektriker", "SY", 9.0)]),
        ("Svetsare/plåtslagare 15 år Polen. Eng B1.", [("Svetsare", "PL", 15.0), ("plåtslagare", "PL", 15.0)]),
        ("Grävmask. 9 år Irak. Eng B1.", [("grävmaskinist", "IQ", 9.0)]),
        ("Frisör! 8 år egen salong Bagdad. Eng B1.", [("Frisör", "IQ", 8.0)]),
        ("I Sverige: lagervana 2 år, städare 6 mån. Eng B1.", [("lagerarbetare", "SE", 2.0), ("städare", "SE", 0.5)]),
        ("Kock 5 år Iran + 1 år litet bolag. Eng B1.", [("Kock", "IR", 5.0), ("Kock", "IR", 1.0)]),
        ("3 terminer Komvux. Eng B1.", []),
        ("Gift 12 år. Eng B1.", []),
        ("3 barn, 2 år på kö. Eng B1.", []),
        ("Kassör Willys, 50 %, 2 år. Eng B1.", [("Kassör Willys", None, 2.0)]),
    ],
)
def test_jobs_need_no_verb_and_other_lengths_are_none(text: str, jobs: list[tuple[str, str | None, float]]) -> None:
    profile = read_note(text)
    assert [(job.title, job.country, job.years) for job in profile.experience] == jobs
    assert profile.availability.hours is None


def test_what_is_denied_in_one_breath_is_denied_whole() -> None:
    profile = read_note("Svetsare 4 år Iran. Saknar körkort och bil. Sv B1.")
    assert (profile.driving_licences, profile.own_car) == ((), False)
    assert profile.none == ("driving_licences",)


def test_classes_are_licences_beside_a_car_and_courses_beside_swedish() -> None:
    profile = read_note("Svetsare 4 år Iran. B, egen bil. Sv B, eng B1.")
    assert [one.class_ for one in profile.driving_licences] == ["B"]
    assert profile.own_car is True
    assert _languages(profile)["sv"] == ("A1", "A2")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kroat/bosn, ty B1. Svetsare 2 år Polen.", {"hr": None, "bs": None, "de": ("B1", "B1")}),
        ("Ar, fr B2. Svetsare 2 år Polen.", {"ar": None, "fr": ("B2", "B2")}),
        ("French, English all fluent. Cook 2 years Iran.", {"fr": ("C1", "C2"), "en": ("C1", "C2")}),
        ("Arabiska, engelska mm. Svetsare 2 år Polen.", {"ar": None, "en": None}),
        ("Urdu punjabi native. Cook 2 years Iran.", {"ur": "native", "pa": "native"}),
        ("Dari pashto eng B2. Svetsare 2 år Polen.", {"fa": None, "ps": None, "en": ("B2", "B2")}),
        ("Eng C1 tag. mm sv A2. Svetsare 2 år Polen.", {"en": ("C1", "C1"), "tl": "native", "sv": ("A2", "A2")}),
        ("C1 eng, sv B1. Svetsare 2 år Polen.", {"en": ("C1", "C1"), "sv": ("B1", "B1")}),
        ("Så ar det. Svetsare 2 år Polen.", {}),
    ],
)
def test_languages_by_few_letters_stand_among_others(text: str, found: dict[str, object]) -> None:
    assert _languages(read_note(text)) == found


def test_a_school_of_a_clause_is_no_work_there_and_no_errand() -> None:
    profile = read_note(
        "Kokerska på skola i Mogadishu, 7 år. Dagtid pga skola barn. Yrkesskola el 2 år Somalia. Sv A2."
    )
    assert [(job.title, job.country, job.years) for job in profile.experience] == [("Kokerska på skola", "SO", 7.0)]
    assert [(one.level, one.country, one.years) for one in profile.education] == [("upper_secondary", "SO", 2.0)]


def test_the_line_of_a_label_ends_where_something_else_is_told() -> None:
    profile = read_note(
        "Vill: bageri, storkök. Eng B1. Täby.\nSpråk: dari. Kock 5 år Iran. Evening work is not possible."
    )
    assert profile.wishes == ("bagare", "köksbiträde")
    assert profile.home_municipality == "Täby"
    assert [(job.title, job.years) for job in profile.experience] == [("Kock", 5.0)]
    assert set(_languages(profile)) == {"en", "fa"}


def test_labels_parted_by_slashes_and_numbers_of_years_behind_a_label_are_read() -> None:
    profile = read_note("Town: Solna / Work: welder 2011-2019 Syria / Want: welder, industry / Languages: Arabic")
    assert (profile.home_municipality, [(job.title, job.years) for job in profile.experience]) == (
        "Solna",
        [("welder", 8.0)],
    )
    labelled = read_note("Occupation: seamstress\nYears of experience: 15\nCountry: Ethiopia\nLanguages: Amharic")
    assert [(job.title, job.country, job.years) for job in labelled.experience] == [("seamstress", "ET", 15.0)]


def test_what_was_sent_is_read_and_an_address_is_not_kept() -> None:
    profile = read_note(
        "Mejl: Hej, jag söker jobb som tandsköterska. Jag bor i Märsta.\nMejl: a.b@exempel.se\nTel: 070-111 22 33"
    )
    assert (profile.wishes, profile.home_municipality) == (("tandsköterska",), "Sigtuna")
    assert "exempel" not in profile.model_dump_json()
    assert "111" not in profile.model_dump_json()


def test_dictated_stops_end_sentences_and_who_is_told_of_is_left_out() -> None:
    profile = read_note(
        "Ja det är en kvinna som har arbetat som barnmorska i Kabul i elva år punkt hon har ingen svensk legitimation "
        "men har sökt hos Socialstyrelsen punkt bor i Märsta punkt"
    )
    assert [(job.title, job.years) for job in profile.experience] == [("barnmorska", 11.0)]
    assert profile.licensed_profession is not None
    assert (profile.licensed_profession.profession, profile.licensed_profession.status) == ("barnmorska", "applied")
    assert profile.home_municipality == "Sigtuna"
    assert "kvinna" not in profile.model_dump_json()


@pytest.mark.parametrize(
    "clause",
    [
        "gift med en läkare",
        "muslim, ber fem gånger",
        "född i Herat 1988",
        "45 a",
        "ont i ryggen",
        "kvinna 34",
        "4 barn",
    ],
)
def test_clipped_clauses_about_the_person_give_nothing(clause: str) -> None:
    with_it = read_note(f"Solna. Kock 5 år Iran. {clause}. Sv B1 eng A2. Vill kök.")
    without = read_note("Solna. Kock 5 år Iran. Sv B1 eng A2. Vill kök.")
    assert with_it == without


def test_a_plus_goes_on_behind_a_short_form() -> None:
    told = {"ti": None, "ar": None, "sv": ("B1", "B1"), "en": ("A2", "A2")}
    assert _languages(read_note("Tigr. + arab. Sv B1. Eng bas.")) == told


def test_about_how_well_and_rather_well() -> None:
    told = {"sv": ("B1", "B1"), "bs": "native", "de": ("B1", "B2")}
    assert _languages(read_note("Sv ung B1, bosn modersmål, tyska rätt bra")) == told


def test_a_denial_behind_a_dash_leaves_no_card_and_no_skill() -> None:
    profile = read_note("Behörigheter: B, truckkort. Dumper – ej.")
    assert (profile.certificates, profile.skills) == (("truck",), ())
    assert read_note("Truck – nej. Bagare 2 år.").certificates == ()


@pytest.mark.parametrize(
    ("note", "level", "field"),
    [
        ("Tekn. college 4 år el, Iran", "post_secondary", "el"),
        ("Gymn 3 år bygg, Irak. Murare 5 år", "upper_secondary", "bygg"),
    ],
)
def test_what_was_learnt_at_a_school_is_no_work(note: str, level: str, field: str) -> None:
    profile = read_note(note)
    assert [(row.level, row.field) for row in profile.education] == [(level, field)]
    assert all(job.title == "Murare" for job in profile.experience)


def test_a_licence_told_before_its_class_to_be_swedish_is() -> None:
    [licence] = read_note("Har svenskt B-körkort. Målare 2 år.").driving_licences
    assert (licence.country, licence.valid) == ("SE", "yes")


def test_another_language_behind_a_mother_tongue_is_none() -> None:
    told = {"ps": "native", "fa": None, "de": ("A1", "A2")}
    assert _languages(read_note("Modersmål: pashto. Talar även dari och lite tyska.")) == told


def test_what_somebody_would_rather_avoid_is_no_wish() -> None:
    profile = read_note("Bagare 3 år. Vill helst slippa kök, annars öppen.")
    assert (profile.wishes, profile.not_wanted) == ((), ("kök",))


def test_when_a_business_was_closed_or_sold_is_its_last_year() -> None:
    assert [job.last_year for job in read_note("Frisör – egen salong Shiraz 9 år, stängde 2019").experience] == [2019]
    assert [job.last_year for job in read_note("Egen butik Aleppo 6 år, såldes 2012").experience] == [2012]


def test_selling_at_a_market_is_work() -> None:
    jobs = read_note("Försäljning på marknad 4 år, sen städ 2 år.").experience
    assert [(job.title, job.years) for job in jobs] == [("torghandlare", 4.0), ("städare", 2.0)]


def test_a_language_that_is_cut_short_takes_its_own_level_and_leaves_another_alone() -> None:
    note = "Sv: B nivå SFI, kämpar. Frz bra, arab modersmål. Jobbat apotek 3 år."
    found = {one.lang: one for one in read_profiles(Source("n.txt", note.encode())).records[0].languages}
    assert found["ar"].native
    assert found["fr"].speaking == ("B2", "B2")
    assert "sv" not in found or found["sv"].speaking != ("B2", "B2")


def test_machines_named_one_beside_the_other_are_driven_and_no_cards() -> None:
    person = read_note("Irak 6 år bygg. traktor, hjullastare. Sv A2. vill utejobb")
    assert ({skill.label for skill in person.skills}, person.certificates) == ({"Traktor", "hjullastare"}, ())


def test_what_somebody_sold_left_or_longs_for_is_no_work_home_or_wish() -> None:
    plain = read_note("Plåtslagare 7 år Izmir, turk mm, sv A2. Gymn 3 år. Bosatt Järfälla. Vill plåt el lager")
    for said in ("sålde bilen i höstas", "kom med färjan från Ystad", "söker svar hos en klok gammal granne"):
        note = f"Plåtslagare 7 år Izmir, {said}, turk mm, sv A2. Gymn 3 år. Bosatt Järfälla. Vill plåt el lager"
        assert read_note(note) == plain
    assert read_note("Sålde kläder 4 år Izmir, sv A2").experience[0].title == "försäljare"
    assert read_note("Plåtslagare 7 år Izmir, söker plåt, sv A2").wishes
    assert read_note("Hej! Selma här, från Ystad, sv A2").home_municipality == "Ystad"
