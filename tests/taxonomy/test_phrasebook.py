import pytest

from matcher.taxonomy.phrasebook import Lexicon, Scanner, lowered, words_of
from matcher.taxonomy.professions import authorities, find_professions


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
