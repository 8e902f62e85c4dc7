"""Kinds of signs point to all places where a pattern can match."""

from __future__ import annotations

import random

from matcher.requirements.text import sentences
from matcher.requirements.text.kinds import kinds_of

PIECES = [
    *"Krav kraven KRAV DIN PROFIL Du har Goda kunskaper Mycket god Erfarenhet Svenska HTML5 t.ex. m.fl. Java".split(),
    *("Du har", "Mycket god", "Ska Krav", "SKA-krav", "é", "ß", "Ł", "ł", "²", "…", "•", "“", "🙂", "5)", "etc.)"),
]
BETWEEN = (" ", " ", " ", "", ". ", "! ", "? ", "\n", "…", ".", ": ", ") ", "  ")


def texts(number):
    pick = random.Random(5)
    for _ in range(number):
        yield "".join(pick.choice(PIECES) + pick.choice(BETWEEN) for _ in range(25))


def test_each_sign_has_its_kind_wherever_wide_signs_stand():
    text = "Aé1 ).!\n…" + "".join(map(chr, range(0x2190, 0x21A0))) + "łŁÅ"
    assert kinds_of(text) == b"Al0 )...." + b"-" * 16 + b"l-A"


def test_edges_and_lost_ends_are_those_that_the_patterns_find():
    for text in texts(300):
        for start in (0, 9):
            edges = [match.end() for match in sentences._SENTENCE_END.finditer(text, start, len(text))]
            assert list(sentences._edges(text, start, len(text), kinds_of(text))) == edges
            lost = set()
            for match in sentences._LOST_ITEM.finditer(text, start, len(text)):
                before = text[max(start, match.start() - 13) : match.start() - 1]
                ended = before[-1:].islower() or before[-1:].isdigit() or before[-1:] == ")"
                if ended and before.rsplit(" ", 1)[-1] not in sentences._NO_END:
                    lost.add(match.start())
            assert sentences._lost_ends(text, start, len(text), kinds_of(text)) == lost
