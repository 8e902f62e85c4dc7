"""What is skipped by the signs of words is what would have found nothing."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from matcher.readers import read_ads
from matcher.records import JobAd
from matcher.requirements import RequirementReader, standard_families
from matcher.requirements.text import lines as lines_module
from matcher.requirements.text import seldom as seldom_module
from matcher.requirements.text.seldom import EVERY_SIGN, Seldom, SignsSoFar
from matcher.taxonomy import Taxonomy

REAL = Path(__file__).parents[4] / "shared" / "data" / "ads" / "platsbanken_dev.jsonl"
SENTENCES = """Du har två års erfarenhet av lagerarbete och kan använda dina kunskaper i Excel.
Hos oss hittar du snickare med många års erfarenhet.|Teamet leds av en chef som har lång erfarenhet av logistik.
Erfarenhet av något av följande är ett plus: C++, node.js eller Power BI.|Körkort: nej.|Kontakta gärna oss på telefon.
Svenska talas i köket, engelska räcker.|Redan efter ett par års erfarenhet kan du leda team.|Krav: truckkort (B+)
Whether you are a junior or have years of experience, apply today!|We offer training. You will get a mentor.
Utbildning till kock eller motsvarande, gärna barnkirurgi.|Det är meriterande om du har erfarenhet av nedan:
Arbetat i hemsjukvård, på akuten eller inom palliativ vård.|Van vid kassa? Bra, men vi lär ut.|Ansök på svenska!
A suitable candidate has experience with everything from AWS S3 to pl/sql.|Ingen legitimation? Inget problem.
MERITERANDE Erfarenhet av dax och mönsterkonstruktion; att sy om kläder|Ta kontakt med vår rekryterare.
Lärare i spanska med behörighet att undervisa på gymnasiet.|Vi har över 20 års erfarenhet av mätteknik."""


def ads(number: int) -> list[JobAd]:
    pick = random.Random(3)
    told = [sentence for line in SENTENCES.splitlines() for sentence in line.split("|")]
    texts = [
        "".join(pick.choice(told) + pick.choice((" ", "\n", "\n- ", "\n\n")) for _ in range(12)) for _ in range(number)
    ]
    return [JobAd(id=str(i), headline=pick.choice(told)[:50], text=text) for i, text in enumerate(texts)]


def readings(read: list[JobAd], monkeypatch: pytest.MonkeyPatch, worth: int) -> list[object]:
    """Read ads with words by number from so many characters on."""
    monkeypatch.setattr(lines_module, "WORTH_COMPILING", worth)
    reader = RequirementReader(standard_families())
    return [reader.read(ad) for ad in read]


def test_ads_are_read_the_same_with_signs_of_words_and_without(monkeypatch):
    pytest.importorskip("numba")
    every = ads(60)
    assert readings(every, monkeypatch, 0) == readings(every, monkeypatch, 1 << 60)


@pytest.mark.shared
@pytest.mark.skipif(not REAL.exists(), reason="the reference data folder is not here")
def test_real_ads_are_read_the_same_with_signs_of_words_and_without(monkeypatch):
    pytest.importorskip("numba")
    every = list(read_ads(REAL))[::6]
    assert readings(every, monkeypatch, 0) == readings(every, monkeypatch, 1 << 60)


def test_each_pattern_of_the_families_matches_only_where_a_word_has_its_sign():
    standard_families()
    signs = SignsSoFar()
    for sentence in (part.lower() for line in SENTENCES.splitlines() for part in line.split("|")):
        told = signs.always
        for word in re.findall(r"\w+", sentence):
            told |= signs.of(word)
        for seldom in seldom_module._made:
            for at in range(len(sentence)):
                if seldom.match(EVERY_SIGN, sentence, at, len(sentence)):
                    assert seldom.match(told, sentence, at, len(sentence)), (sentence, seldom.pattern)


def test_patterns_for_which_no_sign_is_left_are_always_tried(monkeypatch):
    monkeypatch.setattr(seldom_module, "_made", [])
    many = [Seldom(f"ord{number}") for number in range(70)]
    signs = SignsSoFar()
    late = Seldom("senare")
    assert many[0].search(signs.always, "ord0 och ord69") is None
    assert many[0].search(signs.always | signs.of("ord0"), "ord0 och ord69")
    assert many[69].search(signs.always, "ord0 och ord69")
    assert late.search(signs.always, "senare")
    assert signs.always <= EVERY_SIGN


def test_a_pattern_that_is_made_later_is_tried_everywhere(monkeypatch):
    monkeypatch.setattr(seldom_module, "_made", [])
    Seldom("kock")
    signs = SignsSoFar()
    assert Seldom("disk").search(signs.always, "disk")


def test_a_taxonomy_lends_its_words_to_the_signs(monkeypatch):
    pytest.importorskip("numba")
    monkeypatch.setattr(lines_module, "WORTH_COMPILING", 0)
    text = "Krav\n- Goda kunskaper i Excel och C#"
    found = RequirementReader(standard_families(Taxonomy.starter())).read(JobAd(id="1", text=text)).requirements
    assert [row.value for row in found if row.kind == "skill"] == ["excel", "c#"]
