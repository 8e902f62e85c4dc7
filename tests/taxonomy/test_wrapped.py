"""Ads whose lines a mail program broke at one width."""

from __future__ import annotations

import textwrap

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.taxonomy.wrapped import unwrapped

_AD = """Brovägens verkstad i Arboga lagar traktorer och skogsmaskiner åt bönder, kommuner och en och annan hobbyodlare.

Om dig
Du har arbetat minst tre år som maskinreparatör eller fordonstekniker och har dessutom lätt för att prata med kunder.
Du behöver inte ha något truckkort eller ens kunna köra truck, för det lär vi dig under de första veckorna här.
Svenska ska du kunna på lägst nivå B1 eftersom alla verkstadshandböcker och säkerhetsblad är skrivna på svenska.

Meriterande
- B-körkort, och gärna också släpvagnsbehörighet eftersom vi ibland hämtar maskiner ute hos kunderna i hela länet
- Kunskaper i polska
"""


def _rows(text: str) -> list[tuple[str, object, str]]:
    found = read_requirements(JobAd(id="1", headline="Reparatör", text=text))
    return [(row.kind, row.value, row.necessity) for row in found]


def _wrapped(text: str, width: int) -> str:
    return "\n".join("\n".join(textwrap.wrap(line, width)) for line in text.split("\n"))


@pytest.mark.parametrize("width", [58, 66, 72, 80, 94])
def test_a_width_of_lines_changes_nothing(width: int) -> None:
    wrapped = _wrapped(_AD, width)
    assert wrapped.count("\n") > _AD.count("\n")
    assert _rows(wrapped) == _rows(_AD)
    assert ("certificate", "truck", "not_required") in _rows(wrapped)


def test_quotes_stay_parts_of_the_text_as_it_was() -> None:
    text = _wrapped(_AD, 66)
    found = read_requirements(JobAd(id="1", headline="Reparatör", text=text))
    assert found
    assert all(row.quote == text[row.start : row.end] for row in found if row.field == "text")


def test_an_address_is_wider_than_the_lines() -> None:
    assert unwrapped(_wrapped(_AD, 60) + "\nhttps://" + "a" * 70 + "/ansok") != _wrapped(_AD, 60)


@pytest.mark.parametrize(
    "text",
    [
        "Krav\n- Truckkort\n- Svenska\n- Engelska\n- Körkort\n- ADR",
        # A list of short demands without signs, of which some are as long as others
        "Du har\nGott humör\nTruckkort A\nSvenska B1\nB-körkort\nMycket ork",
        "Vi bakar bröd.\nVi bakar bullar.\nVi bakar kakor.\nVi bakar tårtor.\nVi bakar limpor.\nDu har truckkort.",
    ],
)
def test_lines_of_their_own_stay(text: str) -> None:
    assert unwrapped(text) == text


def test_a_word_parted_at_the_end_of_a_line_is_one_and_a_compound_cut_short_is_none() -> None:
    told = [
        unwrapped(text).replace("\u00ad", "") for text in ("svets-\r\nvana", "kvälls-\noch nattpass", "- YKB-\n- ADR")
    ]
    assert told == ["svetsvana", "kvälls-\noch nattpass", "- YKB-\n- ADR"]


def test_the_quote_of_a_parted_word_stands_in_the_text() -> None:
    text = "Du ska ha truck-\nkort och B-\nkörkort."
    rows = read_requirements(JobAd(id="1", headline="Jobb", text=text))
    assert [(row.value, row.quote in text) for row in rows] == [("truck", True), ("B", True)]


def test_an_item_of_a_list_goes_on_below_where_it_is_set_in() -> None:
    hanging = "Krav\n- Minst fyra års\n  erfarenhet som bagare\n- Liftkort"
    assert _rows(hanging) == _rows(hanging.replace("\n  ", " "))
    plain = "Vi har\n  bastu\n  liftkort"
    assert unwrapped(plain) == plain
