"""Ways of writing of one meaning are read alike."""

from __future__ import annotations

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.requirements.text.segment import readable_ad


def _rows(text: str) -> list[tuple[str, object, str]]:
    found = read_requirements(JobAd(id="1", headline="Till växthuset", text=text))
    return [(row.kind, row.value, row.necessity) for row in found]


_PLAIN = """Krav
Du har odlat gurka i minst två år. Erfarenhet av skörd och/eller packning är meriterande.
Svenska i tal och skrift samt truckkort krävs.
"""


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        (" och ", " & "),
        ("och/eller", "och / eller"),
        ("minst två år", "lägst två år"),
        ("minst två år", "minimum två år"),
        ("minst två år", "åtminstone två år"),
        ("är meriterande.", "meriterar."),
        ("tal och skrift", "tal/skrift"),
        ("tal och skrift", "tal såväl som i skrift"),
        ("truckkort", "_truckkort_"),
        ("truckkort", "`truckkort`"),
        ("truckkort", "*truckkort*"),
        ("\n", "\v"),
        ("\n", "\f"),
        ("\n", "\n> "),
    ],
)
def test_another_way_of_writing_changes_nothing(plain: str, other: str) -> None:
    varied = ("> " if other == "\n> " else "") + _PLAIN.rstrip().replace(plain, other)
    assert plain in _PLAIN
    assert _rows(varied) == _rows(_PLAIN)
    assert len(_rows(_PLAIN)) == 5


def test_two_letters_in_one_sign_are_two() -> None:
    assert _rows("Ej fler krav än ﬂytande engelska.") == _rows("Ej fler krav än flytande engelska.")
    assert _rows("Krav: ﬂytande engelska.")


@pytest.mark.parametrize(
    "text",
    [
        "Vi på Lind & Ek söker en plåtslagare med vana av R&D.",
        "Filen heter plan_for_hall_tre och du är en kollega* som gillar * och *.",
        "Vi har lägst priser i länet, och minimum av krångel. Kunskap meriterar sig.",
        "Plus\n> Truckkort\n> Polska",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert readable_ad(text).text == text


def test_a_quote_holds_the_sign_that_was_written() -> None:
    ad = JobAd(id="1", headline="Till växthuset", text="Du ska kunna finska i tal & skrift.")
    assert [row.quote for row in read_requirements(ad)] == ["ska kunna finska i tal & skrift"]
