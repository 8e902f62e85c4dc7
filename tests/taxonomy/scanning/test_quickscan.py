"""The compiled form of the scanner beside the plain one."""

from __future__ import annotations

import random
from itertools import accumulate, pairwise

import pytest

from matcher.taxonomy.scanning import quickscan, wordtable
from matcher.taxonomy.scanning.needed import WordSigns
from matcher.taxonomy.scanning.phrasebook import Lexicon
from matcher.taxonomy.scanning.quickscan import QuickScan
from matcher.taxonomy.scanning.scanner import Scanner
from matcher.taxonomy.scanning.wordplaces import placed, words_of

CARDS = Lexicon.of(
    "cards",
    [
        ("truck", "truckkort*"),
        ("b", "b-körkort"),
        ("any", "körkort"),
        ("long", "kort för stora fordon"),
        ("short", "kort"),
        ("papers", "(kort|bevis) [på] ~2 (fordon|maskiner)"),
        ("number", "# kort"),
        ("of", "*kort av"),
    ],
)
HEADINGS = Lexicon.of("headings", [("asks", "vi söker"), ("asks", "krav*"), ("us", "om oss")]).only(lead=5)
YEARS = Lexicon.of("years", [("years", "# år"), ("years", "(ett|två) år i yrket")]).only(beside=["cards"])
WORDS = [
    *"truckkort truckkortet b körkort kort för stora fordon bevis på maskiner 12 år ett två i yrket vi söker".split(),
    *"krav kraven om oss av guldkort øl łódź 𝒜b naïve_1 ½ och".split(),
    "kort för stora fordon",
]
BETWEEN = (" ", " ", " ", " ", "-", ", ", " – ", "\n", "  / ", " .. – ", "…", "\ud83d", " 🙂 ")


def random_text(seed: int) -> str:
    pick = random.Random(seed)
    return "".join(pick.choice(WORDS) + pick.choice(BETWEEN) for _ in range(60))


def sentences(text: str) -> list[tuple[int, int]]:
    """Stretches that leave signs out, adjoin, and part a word here and there."""
    edges = [0, *range(7, len(text), 29), len(text)]
    return [(start + (start % 3 == 1), end) for start, end in pairwise(edges)]


def plainly(scanner: Scanner, low: str, spans: list[tuple[int, int]]) -> list[dict[str, list]]:
    words = words_of(low, sorted(edge for span in spans for edge in span))
    return scanner.scan(low, words, placed(words, spans))


def quickly(quick: QuickScan, low: str, spans: list[tuple[int, int]]) -> list[dict[str, list]]:
    found, *_ = quick.scan(low, spans, [len(spans)], 10)
    return found


def test_it_finds_what_the_plain_form_finds_in_the_same_order():
    scanner = Scanner([CARDS, HEADINGS, YEARS])
    quick = QuickScan(Scanner([CARDS, HEADINGS, YEARS]))
    labels = set()
    for seed in range(300):
        low = random_text(seed)
        spans = sentences(low)
        expected = [list(marks.items()) for marks in plainly(scanner, low, spans)]
        # The first time words are learnt, the second time they are known.
        for _ in range(2):
            assert [list(marks.items()) for marks in quickly(quick, low, spans)] == expected
        labels |= {mark.label for marks in expected for _, found in marks for mark in found}
    assert labels == {row.label for lexicon in (CARDS, HEADINGS, YEARS) for row in lexicon.phrases}


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("kort för stora fordon", ["long"]),
        ("kort, för / stora   fordon", ["long"]),
        ("kort    för stora fordon", ["short"]),
        ("kort\nför stora fordon", ["short"]),
        ("kort för stora fordonen", ["short"]),
        ("kort för stora", ["short"]),
        ("bevis på olika slags maskiner", ["papers"]),
    ],
)
def test_phrases_of_several_words_may_have_signs_between(text, labels):
    marks = quickly(QuickScan(Scanner([CARDS])), text, [(0, len(text))])
    assert [mark.label for mark in marks[0].get("cards", ())] == labels


def test_no_phrase_goes_beyond_its_stretch():
    text = "kort för stora fordon"
    marks = quickly(QuickScan(Scanner([CARDS])), text, [(0, 8), (9, 21)])
    assert [[mark.label for mark in found.get("cards", ())] for found in marks] == [["short"], []]


def test_what_is_learnt_is_forgotten_when_it_grows_too_much(monkeypatch):
    monkeypatch.setattr(quickscan, "_FORGET", 30)
    scanner, quick = Scanner([CARDS, YEARS]), QuickScan(Scanner([CARDS, YEARS]))
    for seed in range(40):
        low = f"{random_text(seed)} {seed}kort guldkort {seed} kort"
        assert quickly(quick, low, sentences(low)) == plainly(scanner, low, sentences(low))


def test_tables_grow():
    scanner, quick = Scanner([CARDS]), QuickScan(Scanner([CARDS]))
    low = " ".join(f"x{number}kort y{number}" for number in range(3000))
    low += " kort" * 500  # more than there is room for at first
    assert quickly(quick, low, [(0, len(low))]) == plainly(scanner, low, [(0, len(low))])


def test_a_text_with_a_word_too_long_is_left_to_the_plain_form():
    quick = QuickScan(Scanner([CARDS]))
    assert quick.scan("kort " + 61 * "a", [(0, 66)], [1], 10) is None
    assert quick.scan("kort " + 60 * "a", [(0, 65)], [1], 10) is not None


def test_lines_are_worth_what_their_first_words_are():
    text = "ett två tre fyra. -- fem, sex"
    lines = [[(0, 7), (8, 17)], [(18, 20)], [(21, 29)]]
    spans, last = [span for line in lines for span in line], list(accumulate(map(len, lines)))
    values = {word: len(word) for word in ("ett", "tre", "fyra", "sex")}
    _, worth, _ = QuickScan(Scanner([CARDS]), values).scan(text, spans, last, 3)
    assert worth == [6, -1, 3]


def test_no_sign_beyond_those_that_are_known_is_part_of_a_word():
    assert not any(chr(code).isalnum() for code in range(wordtable.LAST_SIGN, 0x110000))


def test_while_another_thread_scans_a_text_is_left_to_the_plain_form():
    quick = QuickScan(Scanner([CARDS]))
    with quick._lock:
        assert quick.scan("kort", [(0, 4)], [1], 10) is None
    assert quick.scan("kort", [(0, 4)], [1], 10) is not None


def test_it_tells_the_signs_of_each_stretch_and_where_words_are_joined():
    signs = WordSigns(lambda word: 1 << len(word), 1 << 20, 1 << 30, "-.", "+")
    text = "en bil och.en åk-gräsklippare, -7 + x. 5+ (a) slut."
    spans = [(0, 6), (7, 29), (31, 38), (39, 45), (46, 51), (51, 51)]
    *_, told = QuickScan(Scanner([CARDS]), None, signs).scan(text, spans, [len(spans)], 3)
    always, joined = 1 << 20, 1 << 30
    assert told == [
        always | 1 << 2 | 1 << 3,
        always | joined | 1 << 3 | 1 << 2 | 1 << 12,
        always | joined | 1 << 1,
        always | joined | 1 << 1,
        always | 1 << 4,
        always,
    ]
