"""Headings between marks and behind numbers are headings; items that look alike stay items."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from matcher.requirements.text.segment import readable_ad

Rows = Callable[..., list[tuple[str, object, str]]]
_READ = [("driving_licence", "B", "must"), ("certificate", "adr", "nice")]


@pytest.mark.parametrize("frame", ["*{}*", "_{}_", "- {} -", "– {} –", "• {} •", "*{}:*", "*{}*:", "  *{}*  "])
def test_a_heading_between_marks_opens_its_section(rows: Rows, frame: str) -> None:
    text = f"Vi kör gods.\n{frame.format('Krav')}\nB-körkort\n{frame.format('Meriterande')}\nADR-intyg\n"
    assert rows(text) == _READ


@pytest.mark.parametrize("frame", ["{}. {}", "{}) {}"])
def test_a_heading_behind_a_number_opens_its_section(rows: Rows, frame: str) -> None:
    heads = [frame.format(n, name) for n, name in enumerate(("Krav", "Meriterande", "Vi erbjuder"), 1)]
    text = f"Vi kör gods.\n{heads[0]}\n- B-körkort\n\n{heads[1]}\n- ADR-intyg\n\n{heads[2]}\n- Truckkort\n"
    assert rows(text) == _READ


def test_a_word_of_headings_among_numbers_or_behind_another_bullet_is_an_item(rows: Rows) -> None:
    assert rows("Krav\n1. B-körkort\n2. Bonus\n3. ADR-intyg") == [
        ("driving_licence", "B", "must"),
        ("certificate", "adr", "must"),
    ]
    assert rows("Krav\n- Bonus\n- ADR-intyg") == [("certificate", "adr", "must")]


def test_marks_inside_a_line_or_on_one_side_stay() -> None:
    for text in ("- ADR-intyg - gärna\n- Svenska", "2 * 3 *\nHej", "*Krav\nB-körkort", "- Krav\n- B-körkort -x\n"):
        assert readable_ad(text).text == text


def test_quotes_keep_their_places() -> None:
    given = "*Krav*\nB-körkort\n"
    source = readable_ad(given)
    assert len(source.text) == len(given)
    assert source.text.index("B-k") == given.index("B-k")


@pytest.mark.parametrize("stop", [".", "!"])
def test_a_heading_with_a_stop_opens_its_section_and_a_word_that_closes_a_text_does_not(rows: Rows, stop: str) -> None:
    assert rows(f"Vi kör gods.\n\nKrav{stop}\nB-körkort\n\nMeriterande{stop}\nADR-intyg\n") == _READ
    assert rows("Du har ADR-intyg.\nMeriterande.\nDu har B-körkort.") == [
        ("certificate", "adr", "must"),
        ("driving_licence", "B", "must"),
    ]


@pytest.mark.parametrize("line", ["Du talar svenska", "Du kan svenska", "Du har svenska"])
def test_what_you_speak_is_no_heading(rows: Rows, line: str) -> None:
    assert [row[0] for row in rows(f"Krav\n{line}\nB-körkort")] == ["language", "driving_licence"]


@pytest.mark.parametrize(
    ("asks", "wishes"),
    [("Din profil!", "Särskilt meriterande!"), ("Om dig!", "Det är ett plus!"), ("Your profile!", "Nice to have!")],
)
def test_a_heading_that_is_called_out_opens_its_section(rows: Rows, asks: str, wishes: str) -> None:
    assert rows(f"Vi kör gods.\n\n{asks}\nB-körkort\n\n{wishes}\nADR-intyg\n") == _READ
