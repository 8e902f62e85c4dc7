"""Texts that lost å, ä and ö are read as if they had them; what is quoted stays as it was written."""

from __future__ import annotations

import pytest

from matcher.records import JobAd
from matcher.requirements import read_requirements
from matcher.taxonomy.dotless import dotted
from matcher.taxonomy.wording import readable

AD = """Vi söker en sjuksköterska till hemtjänsten i Ljungskile.

Krav:
- Legitimerad sjuksköterska med minst två års erfarenhet från äldrevård
- B-körkort krävs
- Mycket goda kunskaper i svenska både i tal och skrift

Meriterande:
- Erfarenhet av sårvård och av att köra större bil
"""
_WAYS = {
    "plain": str.maketrans("åäöÅÄÖ", "aaoAAO"),
    "two letters": str.maketrans({"å": "aa", "ä": "ae", "ö": "oe"}),
    "lost": str.maketrans("åäö", "\ufffd" * 3),
    "asked": str.maketrans("åäö", "???"),
}


@pytest.mark.parametrize("way", _WAYS)
def test_an_ad_asks_for_the_same_without_its_marks(way: str) -> None:
    text = AD.translate(_WAYS[way])
    given, lost = (read_requirements(JobAd(id="1", text=each)) for each in (AD, text))
    assert [(r.kind, r.necessity) for r in lost] == [(r.kind, r.necessity) for r in given]
    assert [r.value for r in lost if r.kind in {"language", "driving_licence"}] == [
        r.value for r in given if r.kind in {"language", "driving_licence"}
    ]
    assert [r.quote for r in lost] == [r.quote.translate(_WAYS[way]) for r in given]
    assert all(text[r.start : r.end] == r.quote for r in lost if r.start is not None)


def test_words_that_are_words_without_marks_stay() -> None:
    text = "Du bor i stan och bor kunna tala med alla som har tid, 2 ar i rad. Det ar bra att ha van hand med man."
    assert dotted(readable(text), "matcher.requirements.lexicon").text == (
        "Du bor i stan och bör kunna tala med alla som har tid, 2 år i rad. Det är bra att ha van hand med man."
    )


@pytest.mark.parametrize("text", ["Experience of the korkort is a plus for all.", "Körkort och korkort som ar med."])
def test_other_texts_stay(text: str) -> None:
    source = readable(text)
    assert dotted(source, "matcher.requirements.lexicon") is source
