"""Lists whose heading says nothing are told by their lines."""

import pytest

DUTIES = "Arbetsuppgifter\nDu sköter fem ugnar och packar glas i kartong.\n\n"
LINES = ("Erfarenhet av glasblåsning", "Utbildning inom keramik", "God svenska", "Tålmodig och noggrann")


@pytest.mark.parametrize("bullet", ["- ", ""])
def test_a_list_of_demands_asks_below_a_heading_that_says_nothing(rows, bullet):
    ad = DUTIES + "Glöd och tång\n" + "\n".join(bullet + line for line in LINES)
    assert {kind for kind, *_ in rows(ad)} == {"experience", "education", "language"}


def test_a_list_with_bullets_is_one_to_its_end(rows):
    last = "Du hälsar kunder välkomna på både svenska och engelska"
    ad = f"{DUTIES}Glöd och tång\n- Erfarenhet av glasblåsning\n- B-körkort\n- {last}"
    assert {kind for kind, *_ in rows(ad)} == {"experience", "driving_licence", "language"}


@pytest.mark.parametrize(
    "lines",
    [
        "- Utbildning av sommarvikarier\n- Packa glas\n- Hålla rent kring ugnarna",
        "Du lär upp sommarvikarier. Utbildning i ugnsvård ger vi.\nDu talar med kunder. Vi har olika bakgrund.",
    ],
)
def test_duties_with_a_course_among_them_ask_for_none(rows, lines):
    assert rows("Arbetsuppgifter\n" + lines) == []


def test_what_tells_of_a_course_that_is_given_there_asks_for_none(rows):
    about = "Om utbildningen\nTio veckor här.\nEfter avslutad utbildning väntar egen ugn.\nUtbildningen är gratis."
    assert rows("Bli glasblåsare hos oss!\n" + about) == []
