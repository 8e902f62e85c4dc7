"""Lines of CVs that stand below a heading of another kind, and aims in set phrases."""

from __future__ import annotations

import pytest
from tests.readers.reading import read_note


@pytest.mark.parametrize(
    "text",
    [
        "KÖRKORT\nB\nTillgång till egen bil\n\nSPRÅK\nSvenska B2",
        "LICENCE\nB\nAccess to a car\n\nLANGUAGES\nSwedish B2",
        "Qualifications\n\nFirst aid course, 2021\nDriving licence B, have access to a car\n\nLanguages\nSwedish B2",
    ],
)
def test_a_car_and_a_licence_below_other_things(text: str) -> None:
    profile = read_note(text)
    assert ([one.class_ for one in profile.driving_licences], profile.own_car) == (["B"], True)


def test_a_field_of_a_car_that_is_left_open_says_nothing() -> None:
    assert read_note("KÖRKORT\nB\nTillgång till bil:\n\nSPRÅK\nSvenska B2").own_car is None


def test_a_forklift_below_a_heading_of_licences() -> None:
    profile = read_note("DRIVING LICENCE\nB\nForklift A1-B1\n\nLANGUAGES\nSwedish B2")
    assert ([one.class_ for one in profile.driving_licences], profile.certificates) == (["B"], ("truck",))


@pytest.mark.parametrize("above", ["SPRÅK\nSvenska: B1\n", "ARBETE\nGlasmästare, 2012-2015\n"])
def test_sentences_about_plans_below_a_list(above: str) -> None:
    profile = read_note(f"CV\n\n{above}\nJag kan inte arbeta nätter. Kan pendla upp till 50 minuter.\n"
                    "Inte intresserad av städning.")  # fmt: skip
    assert (profile.availability.not_, profile.max_travel_minutes, profile.not_wanted) == (
        ("night",),
        50,
        ("städning",),
    )
    assert len(profile.experience) == above.count("Glas")


@pytest.mark.parametrize(
    ("line", "skills", "cards"),
    [
        ("Driving licence B, CPR, Microsoft Excel, talking with guests of all kinds, weaving, stock keeping, dyeing",
         ["Microsoft Excel", "talking with guests of all kinds", "weaving", "stock keeping", "dyeing"], ("hlr",)),
        ("Driving licence B, hot work certificate, weaving", ["weaving"], ("heta_arbeten",)),
        ("Truckkörning, körkort B, vävning", ["Truckkörning", "vävning"], ()),
    ],
)  # fmt: skip
def test_papers_in_a_list_of_skills(line: str, skills: list[str], cards: tuple[str, ...]) -> None:
    profile = read_note(f"Skills\n{line}\n\nLanguages\nSwedish B2")
    assert [one.label for one in profile.skills] == skills
    assert ([one.class_ for one in profile.driving_licences], profile.certificates) == (["B"], cards)


def test_a_heading_that_tells_the_order_and_a_manager_with_an_employer() -> None:
    profile = read_note(
        "Senaste anställningar (senaste först)\n\n- 2018 - feb 2022 Area sales manager, Norra Posten\n"
        "- 2015 - 2018 Glasblåsare"
    )
    assert [(job.title, job.last_year) for job in profile.experience] == [
        ("Area sales manager, Norra Posten", 2022), ("Glasblåsare", 2018)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("aim", "wishes", "hours"),
    [
        ("To obtain a position as dental nurse while completing my studies.", ("dental nurse",), None),
        ("Seeking a full-time role as a florist where I can grow.", ("florist",), "full"),
        ("To secure a rewarding position in a reputable firm.", (), None),
        ("Find work as a glazier. I have a driving licence B.", ("glazier",), None),
    ],
)
def test_aims(aim: str, wishes: tuple[str, ...], hours: str | None) -> None:
    profile = read_note(f"CAREER OBJECTIVE\n{aim}\n\nEXPERIENCE\n2010 - 2012 Waiter\n")
    assert (profile.wishes, profile.availability.hours) == (wishes, hours)


def test_cards_by_name_in_a_list_of_skills_without_a_licence() -> None:
    profile = read_note(
        "Skills\nHot work certificate, forklift licence A+B, weaving, CPR training of staff\n\nLanguages\nSwedish B2"
    )
    assert profile.certificates == ("heta_arbeten", "truck")
    assert [one.label for one in profile.skills] == ["weaving", "CPR training of staff"]
    assert profile.driving_licences == ()


@pytest.mark.parametrize("said", ["Driver's license: none", "Drivers licence - no"])
def test_a_licence_denied_below_certificates(said: str) -> None:
    profile = read_note(f"CERTIFICATIONS\nIPAF card, 2020\n{said}\n\nLANGUAGES\nSwedish B2")
    assert "driving_licences" in profile.none
    assert len(profile.certificates) == 1


@pytest.mark.parametrize(
    ("lines", "profession", "cards"),
    [
        ("Certifikat\nHLR\nLärarlegitimation, Skolverket 2022\nTruckkort", "lärare", ("hlr", "truck")),
        ("Certifikat: HLR, skyddad yrkestitel undersköterska, truckkort", "undersköterska", ("hlr", "truck")),
    ],
)
def test_a_licence_to_practise_stands_among_cards(lines: str, profession: str, cards: tuple[str, ...]) -> None:
    read = read_note(f"CV\n\nArbete\nVikarie, Solna, 2019-2023\n\n{lines}\n")
    assert read.licensed_profession is not None
    assert (read.licensed_profession.profession, read.licensed_profession.status) == (profession, "licensed")
    assert read.certificates == cards


@pytest.mark.parametrize("said", ["Intyg: inga", "Kort och intyg: nej", "Behörigheter: inga", "Certificates: none"])
def test_no_cards_says_nothing_of_a_licence_to_drive(said: str) -> None:
    profile = read_note(said)
    assert profile.none == ("certificates",)


@pytest.mark.parametrize("said", ["Truckkort A och B.", "Truckkort (A, B, C)", "Forklift licence: A and B"])
def test_classes_of_a_forklift_are_no_licence_to_drive(said: str) -> None:
    profile = read_note(said)
    assert (profile.certificates, profile.driving_licences) == (("truck",), ())


@pytest.mark.parametrize(
    "lines",
    [
        "Military service, 2003-2005\nFlorist, Lima, 2006-2014\nInterpreter, Lund, 2017-2019",
        "Florist, Lima, 2006-2014\nParental leave, 2015-2016\nInterpreter, Lund, 2017-2019",
        "Florist, Lima, 2006-2014\n2015-2016 National service\nInterpreter, Lund, 2017-2019",
        "Florist, Lima, 2006-2014\n2015-2016, maternity leave\nInterpreter, Lund, 2017-2019",
    ],
)
def test_the_times_of_what_was_dropped_are_of_no_job(lines: str) -> None:
    told = read_note(f"Work experience\n{lines}\n\nLanguages\nEnglish B2")
    assert [(job.years, job.last_year) for job in told.experience] == [(8.0, 2014), (2.0, 2019)]
