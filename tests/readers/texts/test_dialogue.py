"""A talk with the caseworker, written down."""

from __future__ import annotations

from datetime import date

from matcher.readers import Source, read_profiles
from matcher.readers.texts.dialogue import without_speakers

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
