import re

import pytest

from matcher.taxonomy.facts.professions import authorities, find_professions
from matcher.taxonomy.scanning.phrasebook import Lexicon, lowered
from matcher.taxonomy.scanning.phrasegrammar import is_whole, translate
from matcher.taxonomy.scanning.phrasesteps import reaching
from matcher.taxonomy.scanning.scanner import Scanner
from matcher.taxonomy.scanning.wordplaces import placed, words_of


def found(phrase, text):
    return [text[m.start : m.end] for m in Scanner([Lexicon.of("x", [("x", phrase)])]).marks("x", text)]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("krav", "krav kraven", ["krav"]),
        ("krav*", "kraven kravlös", ["kraven", "kravlös"]),
        ("*utbildning", "yrkesutbildning utbildningar", ["yrkesutbildning"]),
        ("(ett|två) år", "ett år, två år, tre år", ["ett år", "två år"]),
        ("inte [alls] krav", "inte krav, inte alls krav", ["inte krav", "inte alls krav"]),
        ("[heller] inget krav", "heller inget krav", ["heller inget krav"]),
        ("inget ~2 krav", "inget större uttalat krav, inget a b c krav", ["inget större uttalat krav"]),
        ("minst # år", "minst 12 år", ["minst 12 år"]),
        ("truck >(och lift)", "truck- och liftkort, truck och lift", ["truck"]),
        ("b-körkort", "b körkort", ["b körkort"]),
        ("(a b|c) d", "a b d c d", ["a b d", "c d"]),
    ],
)
def test_the_signs_of_a_phrase(phrase, text, expected):
    assert found(phrase, text) == expected


def test_the_longest_of_overlapping_phrases_stays():
    lexicon = Lexicon.of("x", [("short", "krav"), ("long", "inget krav på")])
    assert [m.label for m in Scanner([lexicon]).marks("x", "inget krav på")] == ["long"]


@pytest.mark.parametrize("phrase", ["(a", "a)", "[a]", "~2", ""])
def test_a_phrase_that_cannot_be(phrase):
    with pytest.raises(ValueError, match=r"bracket|word"):
        Lexicon.of("x", [("x", phrase)])


def test_lower_case_keeps_every_place():
    assert len(lowered("İstanbul")) == len("İstanbul")


def test_words_and_their_places():
    words = words_of("  b-körkort, ja ")
    assert list(zip(words.starts, words.spelled, strict=True)) == [(2, "b"), (4, "körkort"), (13, "ja")]
    assert words_of("---").spelled == []


def test_professions_have_an_authority():
    assert authorities()["sjuksköterska"] == "Socialstyrelsen"
    assert [label for _, _, label in find_professions("SSK, förskollärare")] == ["sjuksköterska", "förskollärare"]


def test_edges_part_words():
    assert words_of("profilkock", [6]).spelled == ["profil", "kock"]
    assert words_of("profil kock", [6, 7]).spelled == ["profil", "kock"]
    assert words_of("kock", [0, 4]).spelled == ["kock"]


def test_the_words_that_a_phrase_needs():
    assert translate("för att lyckas").needs == {"lyckas"}
    assert translate("som ~3 (kommer|ska) du").needs == {"du"}
    assert translate("vår ~1 (kunskap*|vana)").needs == frozenset()
    assert translate("krav >(och lön)").needs == {"och"}
    assert translate("tal [och skrift]").needs == frozenset()


@pytest.mark.parametrize(
    "low",
    [
        "god vana av", "god, vana av", "god - vana-av", "god    vana av", "god vana\nav", "god\nvana av",
        "god vana avd", "god vana av_", "god vana", "god van av", "god vana av2", "goda vana av", "god vana /av.",
    ],
)  # fmt: skip
def test_words_alone_are_found_where_their_pattern_matches(low):
    told = translate("god vana av")
    matched = re.match(told.pattern, low)
    assert told.plain == "god vana av"
    assert reaching(told.pattern, told.plain)(low, 0, len(low)) == (matched.end() if matched else 0)
    assert reaching(told.pattern)(low, 0, len(low)) == (matched.end() if matched else 0)


def test_no_phrase_reaches_from_one_stretch_into_another():
    scanner = Scanner([Lexicon.of("x", [("x", "krav på")])])
    words = words_of("krav på krav på")
    spans = placed(words, [(0, 4), (5, 15)])
    assert [[m.start for m in marks.get("x", ())] for marks in scanner.scan("krav på krav på", words, spans)] == [
        [],
        [8],
    ]


@pytest.mark.parametrize(
    "word", ["kock", "kock" + "a" * 40, "kock" + "a" * 41, "20000", "200", "storkock", "x" * 41 + "kock"]
)
@pytest.mark.parametrize("sign", ["kock", "kock*", "*kock", "*ock*", "#"])
def test_a_phrase_of_one_sign_is_what_its_pattern_matches(sign, word):
    assert is_whole(sign, word) == (re.match(translate(sign).pattern, word) is not None)


def test_far_from_the_beginning_only_what_lies_over_an_earlier_phrase_counts():
    rows = [("near", "krav på"), ("far", "på dig som söker"), ("far", "lön")]
    lexicon = Lexicon.of("x", rows)
    scanner, limited = Scanner([lexicon]), Scanner([lexicon.only(lead=5)])

    def labels(text):
        return [[mark.label for mark in held.marks("x", text)] for held in (scanner, limited)]

    assert labels("krav på oss och lön") == [["near", "far"], ["near"]]
    assert labels("vårt krav på oss och lön") == [["near", "far"], ["near"]]
    # A longer phrase hides the one that it lies over, wherever it begins.
    assert labels("krav på dig som söker och lön") == [["far", "far"], ["far"]]
    assert labels("någonstans lön") == [["far"], []]


def test_a_lexicon_that_counts_beside_another_is_read_in_the_same_stretch_only():
    first, second = Lexicon.of("x", [("x", "krav")]), Lexicon.of("y", [("y", "stort"), ("y", "stort nog")])
    scanner = Scanner([first, second.only(beside=["x"])])
    low = "stort nog krav, stort nog"
    found = scanner.scan(low, words_of(low), placed(words_of(low), [(0, 15), (16, 25)]))
    assert [{name: [(m.start, m.end) for m in marks] for name, marks in stretch.items()} for stretch in found] == [
        {"x": [(10, 14)], "y": [(0, 9)]},
        {},
    ]
    everywhere = Scanner([first, second]).scan(low, words_of(low), placed(words_of(low), [(0, 15)]))
    assert found[0] == everywhere[0]


@pytest.mark.parametrize(
    "low",
    [
        "",
        "...",
        "b-körkort, ja",
        "  två  ord\n",
        "łódź och 漢字 är ord • inte … € ½",
        "ett_ord “så”",
        "a" * 50,
        "абвгдежзийкл мн",
        "x²y",
    ],
)
def test_words_are_what_the_pattern_for_them_finds(low):
    found = [(match.start(), match.group()) for match in re.finditer(r"\w+", low)]
    assert list(zip(*words_of(low), strict=True)) == found
    assert words_of(low, range(len(low) + 1)).spelled == [sign for sign in low if re.match(r"\w", sign)]
