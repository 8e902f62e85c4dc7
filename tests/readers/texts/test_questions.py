"""Forms that ask: questions are headings, their answers stand behind or below."""

from __future__ import annotations

from datetime import date

import pytest

from matcher.readers import Source, read_any, read_profiles
from matcher.readers.texts.questions import questions, without_speakers

FORM = """Samtalsmall, Kalmar

1. Hur länge gick du i skolan?
Sju år i Eritrea.
2. Vad har du jobbat med?
Städare i Sudan fyra år, till 2015. Vaktmästare i Sudan två år, till 2018. Inget i Sverige.
3. Vilka språk kan du? Tigrinja (modersmål), svenska A2.
4. Vad är du bra på?
Målning, städning och snöröjning.
5. Vilket jobb vill du ha?
Vaktmästare
6. Finns det något du inte vill göra?
Disk
7. Hur långt kan du åka?
45 minuter
8. Har du barn?
Ja, två.
"""


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Vilka språk pratar du hemma?", "language"),
        ("När kan du börja?", "start"),
        ("Vad har du för utbildning?", "education"),
        ("Vilka jobb har du haft?", "work"),
        ("Vad vill du inte arbeta med?", "not_wanted"),
        ("Vad skulle du vilja arbeta med, och vad inte?", "wish"),
        ("Har du några intyg?", "paper"),
        ("How far can you travel?", "journey"),
        ("Hur mår du?", "drop"),
        ("What kind of work would you like?", "wish"),
    ],
)
def test_what_a_question_asks_for(asked, kind):
    form = questions([asked, "Var bor du?", "Vilken kommun?"])
    assert form[0].kind == kind


@pytest.mark.parametrize(
    "lines",
    [
        ["Söker ni en kock?", "Då är jag rätt person. Vill ni veta mer?"],
        ["Vad jag kan: matlagning", "Var jag bor: Nacka", "När jag kan börja: nu"],
    ],
)
def test_letters_and_headings_are_no_form(lines):
    assert questions(lines) == {}


def test_a_form_is_a_person_and_no_ad():
    batch = read_any(Source("k1.txt", FORM.encode()))
    [person] = batch.records
    assert person.home_municipality == "Kalmar"
    assert [(one.title, one.country, one.years) for one in person.experience] == [
        ("Städare", "SD", 4.0),
        ("Vaktmästare", "SD", 2.0),
    ]
    assert [one.label for one in person.skills] == ["Målning", "städning", "snöröjning"]
    assert (person.wishes, person.not_wanted, person.max_travel_minutes) == (("Vaktmästare",), ("Disk",), 45)
    assert "barn" not in str(person).casefold()
    assert "två" not in str(person).casefold()


TALK = """H: Var bor du?
D: I Lund.
H: Har du körkort?
D: Ja, B och C, svenska båda.
H: Vilka språk talar du?
D: Amhariska, det är modersmålet. Svenska B1.
H: Vad vill du jobba med?
D: Lastbilsförare. Inte taxi mer.
H: När kan du börja?
D: Den sjunde december.
"""


def test_speakers_are_no_classes_of_licences() -> None:
    [profile] = read_profiles(Source("a.txt", TALK.encode()), as_of=date(2026, 11, 20)).records
    assert [(one.class_, one.valid) for one in profile.driving_licences] == [("B", "yes"), ("C", "yes")]
    assert profile.home_municipality == "Lund"
    assert (profile.wishes, profile.not_wanted) == (("Lastbilsförare",), ("taxi",))
    assert profile.availability.from_ == "2026-12-07"


def test_a_form_is_no_talk() -> None:
    form = "Bil: nej\nBil: ja\nBil: nej\nOrt: Lund\nOrt: Malmö\nOrt: Ystad"
    assert without_speakers(form) == form
