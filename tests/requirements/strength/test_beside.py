"""What the words beside a thing say of its strength where no cue does."""

from __future__ import annotations

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements


def strength_of(text: str, value: object = "truck") -> str | None:
    rows = [row for row in read_requirements(JobAd(id="1", text=text)) if row.value == value]
    return rows[0].necessity if rows else None


@pytest.mark.parametrize(
    ("text", "necessity"),
    [
        ("Truckkort ger dig ett rejält försprång.", "nice"),
        ("Truckkort: då jublar hela gänget.", "nice"),
        ("Truckkort gör oss extra lyckliga.", "nice"),
        ("A forklift licence will make us smile.", "nice"),
        ("Truckkort sköter vi åt dig.", "not_required"),
        ("Truckkort bekostar firman, det ordnar vi.", "not_required"),
        ("Truckkort skaffar du själv.", "must"),
        ("Truckkort, för lagret är stort.", "must"),
        ("Truckkort och körkort.", "must"),
    ],
)
def test_words_beside_a_thing_say_how_strongly(text: str, necessity: str) -> None:
    assert strength_of(text) == necessity


def test_a_short_sentence_behind_a_thing_speaks_of_it() -> None:
    assert strength_of("Truckkort. Det gör oss extra glada. Svenska krävs.") == "nice"
    assert strength_of("Truckkort. Vi är femton på lagret. Svenska krävs.") == "must"


def test_what_names_another_thing_speaks_of_that() -> None:
    assert strength_of("Truckkort (finska lockar oss).") == "must"


def test_checks_are_asked_for_by_themselves() -> None:
    assert strength_of("Utdrag ur belastningsregistret sköter vi åt dig.", "police_record") == "must"


def test_the_quote_shows_the_words_that_decided() -> None:
    [row] = read_requirements(JobAd(id="1", text="Truckkort gör oss extra lyckliga."))
    assert row.quote == "Truckkort gör oss extra lyckliga"


def test_a_known_cue_is_asked_first() -> None:
    assert strength_of("Truckkort krävs, det gör oss extra lyckliga.") == "must"
