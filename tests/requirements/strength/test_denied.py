import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Truckkort krävs bara på natten och är inget du behöver för att söka.", "not_required"),
        ("Truckkort behövs när lagret är fullt men är inget krav för att börja.", "not_required"),
        ("Traverskort och truckkort tar du här.", "not_required"),
        ("Truckkort tummar vi inte på.", "must"),
        ("Behöver jag truckkort? Det är en fördel eftersom vi lastar ibland.", "nice"),
        ("Truckkort? En fördel, men inget krav.", "nice"),
        ("Truckkort? Då betalar vi mer.", "nice"),
        # What is denied is something else, or the demand goes on.
        ("Truckkort krävs, men B-körkort är inget krav.", "must"),
        ("Truckkort krävs och det är inget vi ordnar.", "must"),
    ],
)
def test_a_denial_takes_back_only_what_it_speaks_of(rows, text, expected):
    assert ("certificate", "truck", expected) in rows(text, "certificate")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Har du även något av det här ringer vi dig först:", "nice"),
        ("Förra kollegan kunde mer, och om du kan det blir vi lyriska:", "nice"),
        ("Kan du också det här står du överst i högen:", "nice"),
        ("Om du vill jobba här måste du ha:", "must"),
        ("Behövs inte i det här jobbet:", "not_required"),
    ],
)
def test_a_line_that_tells_joy_lists_wishes(rows, heading, expected):
    found = rows(f"Krav:\n- Svenska\n{heading}\n- Truckkort")
    assert found[-1] == ("certificate", "truck", expected)


def test_letters_that_one_may_have(rows):
    assert rows("Krav:\nKörkort B, C eller CE om du har.", "driving_licence")[-2:] == [
        ("driving_licence", "C", "nice"),
        ("driving_licence", "CE", "nice"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi vill att du har truckkort, gärna B-körkort, och att du talar svenska.", "must"),
        ("Vi ser gärna att du har truckkort, och att du talar svenska.", "nice"),
        ("Fler språk är en konkurrensfördel: svenska.", "nice"),
    ],
)
def test_how_far_a_wish_goes(rows, text, expected):
    assert rows(text, "language") == [("language", {"lang": "sv", "level": None}, expected)]


def test_a_craft_with_its_object_is_a_skill(rows):
    assert rows("Du kan byta dragkedja.", "skill") == [("skill", "byta dragkedja", "must")]
    assert rows("Du kan möta kunder.", "skill") == []
