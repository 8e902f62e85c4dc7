"""Work that is refused, and what only sounds so."""

from __future__ import annotations

import pytest

from matcher.readers.cells.worktime import read_not_times
from matcher.readers.draft import Draft
from matcher.readers.told.asked import asked_work
from matcher.readers.told.reading import read_text
from matcher.readers.told.refusals import refused_work


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Undanber mig restaurangarbete.", ["restaurangarbete"]),
        ("Kassaarbete lockar inte.", ["Kassaarbete"]),
        ("Städning är jag inte intresserad av.", ["Städning"]),
        ("I'd prefer not to work in warehouses any more.", ["warehouses"]),
        ("I would rather not go back to kitchen work, and Sundays are for rest.", ["kitchen work"]),
        ("Telephone sales does not interest me.", ["Telephone sales"]),
        ("Vill inte tillbaka dit.", []),
        ("Inga kurser eller intyg.", []),
        ("Kvällar passar inte.", []),
        ("Inte före åtta pga lämningar.", []),
        ("Ej efter 17.", []),
        ("Helst inte jobb före 7.", []),
        ("Vill inte jobba i butik på grund av det som hände.", ["butik"]),
        ("Undviker städ eftersom sonen är hemma ensam.", ["städning"]),
        ("Inte kassa, på grund av kunder.", ["kassaarbete"]),
    ],
)
def test_refused(text: str, refused: list[str]) -> None:
    assert refused_work(text) == refused


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to go back to cleaning.", "I am not interested in care work.", "I'm not looking for office work.",
        "I do not want to drive a taxi any more.", "My goal is Swedish B2.", "Vill sälja min bil.",
        "Jag vill laga mat hemma.", "Vill måla om lägenheten.",
    ],
)  # fmt: skip
def test_no_wish(text: str) -> None:
    assert asked_work(text) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Jag vill gärna köra lastbil.", ["lastbilsförare"]),
        ("I'd like to drive a bus.", ["bussförare"]),
        ("Hoppas få undervisa igen.", ["lärare"]),
        ("My dream is to drive buses again or to become a tram driver.", ["bussförare", "tram driver"]),
        ("Drömjobbet är konditor.", ["konditor"]),
        ("Jag hoppas på en heltidstjänst som säljare.", ["säljare"]),
        ("I am applying for jobs as an electrician or welder.", ["electrician", "welder"]),
    ],
)
def test_wished(text: str, asked: list[str]) -> None:
    assert asked_work(text) == asked


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Evenings don't work for me.", ["evening"]), ("Nights are out.", ["night"]),
        ("I can't do weekends.", ["weekend"]),
        ("Not on weekends, please.", ["weekend"]), ("Nights are no problem.", []), ("Evenings work well for me.", []),
    ],
)  # fmt: skip
def test_times_that_are_out(text: str, times: list[str]) -> None:
    assert read_not_times(text) == times


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Hen säger bestämt nej till fler städjobb.", ["städjobb"]),
        ("Inget med djur.", ["djurskötsel"]),
        ("Aldrig mer restaurang", ["restaurang"]),
        ("Allt utom kassa", ["kassaarbete"]),
        ("Hen är inte intresserad av att arbeta på fabrik igen.", ["fabrik"]),
        ("Ingen engelska.", []),
        ("Nej till frågan om bil", []),
    ],
)
def test_refused_in_notes(text: str, refused: list[str]) -> None:
    assert refused_work(text) == refused


def test_what_is_refused_behind_an_and() -> None:
    assert refused_work("Heltid, dock inte nattpass och inga tunga lyft") == ["tunga lyft"]
    assert refused_work("Har betyg och inga anmärkningar") == []
    assert refused_work("Har körkort men inget certifikat") == []


@pytest.mark.parametrize(
    "note",
    [
        "Inte före 8 pga dagislämning. Svenska B1.", "Vill ej: disk på grund av familjen",
        "Undviker disk p.g.a. skollämning.", "Söker jobb som bagare eftersom mannen är bagare.",
        "No night work because of my daughter. Cook 4 years in Iran.",
    ],
)  # fmt: skip
def test_a_reason_for_a_wish_or_a_refusal_is_kept_nowhere(note: str) -> None:
    draft = Draft("a.txt", "a")
    read_text(draft, note)
    kept = " ".join(
        [*draft.wishes, *draft.not_wanted, *draft.informal, *draft.skills, *(job.title for job in draft.jobs)]
    )
    assert not any(word in kept for word in ("dagis", "famil", "lämning", "man", "daughter"))


def test_a_job_that_is_told_at_the_head_is_no_wish() -> None:
    draft = Draft("a.txt", "a")
    read_text(draft, "Vaktmästare, arbetat i Göteborg 3 år. Svenska C1.")
    assert (draft.wishes, [job.title for job in draft.jobs]) == ([], ["Vaktmästare"])
    draft = Draft("b.txt", "b")
    read_text(draft, "Vaktmästare. Göteborg. Svenska C1.")
    assert draft.wishes == ["Vaktmästare"]


@pytest.mark.parametrize(
    ("note", "wishes", "refused", "times"),
    [
        ("Söker jobb på lager eller i butik, allt utom vård och natt.", ["lagerarbetare"], ["vård"], ["night"]),
        ("Bagare 4 år. Tar alla sorters jobb förutom städ.", [], ["städning"], []),
        ("kan tänka sig allt utom kafé.", [], ["kafé"], []),
        ("Vill: tvätteri, allt utom helg", ["tvätteriarbetare"], [], ["weekend"]),
        ("Any kind of work except laundry is fine. Baker 4 years in Iran.", [], ["laundry"], []),
        ("Kan jobba med allt utom i kök. Bagare 4 år.", [], ["kök"], []),
    ],
)
def test_what_is_left_out_of_every_kind_of_work_is_refused_and_no_wish(
    note: str, wishes: list[str], refused: list[str], times: list[str]
) -> None:
    draft = Draft("a.txt", "a")
    read_text(draft, note)
    assert (draft.wishes[: len(wishes)], draft.not_wanted, draft.not_times) == (wishes, refused, times)
    assert wishes or not draft.wishes


def test_a_refusal_in_english_is_no_opinion() -> None:
    draft = Draft("a.txt", "a")
    read_text(draft, "I was a baker for six years in Iran. I am not interested in retail.")
    assert draft.not_wanted == ["retail"]


def test_a_licence_that_was_not_exchanged_is_no_work_refused() -> None:
    assert refused_work("B-kort från Irak, ej bytt till svenskt.") == []
    assert refused_work("Kan tänka sig mycket, men helst inte inom restaurang.") == ["restaurang"]


def test_what_was_not_done_is_not_refused_and_what_is_refused_is_not_asked_for() -> None:
    assert refused_work("Ej arbetat i Sverige, praktik 8 v i ett skolkök.") == []
    assert asked_work("Looking for work as a baker, but refuses any laundry job.") == ["baker"]
