"""What holds for every text, whatever it says."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.records import JobAd
from matcher.requirements import Found, Lexicon, RequirementReader, read_requirements

SENTENCES = [
    "Du har B-körkort och talar svenska flytande.",
    "Minst två års erfarenhet som kock krävs.",
    "Truckkort är meriterande men inget krav.",
    "Gymnasieutbildning eller motsvarande.",
    "Vi söker dig som är legitimerad sjuksköterska.",
    "Utdrag ur belastningsregistret visas upp.",
    "Du måste kunna arbeta kvällar och helger.",
    "Ingen erfarenhet krävs, vi lär upp dig.",
    "You speak Swedish or English.",
    "Krav:\n- CE-körkort\n- YKB\n\nMeriterande:\n- ADR",
]
UNRELATED = "\n\nOm oss\nHusbilen på bilden är blå. Vi tycker om choklad, sol och långa promenader vid havet."

texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6).map("\n".join)
noise = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=300)


def read(text, headline=""):
    return read_requirements(JobAd(id="x", headline=headline, text=text))


@given(st.lists(st.one_of(st.sampled_from(SENTENCES), noise), max_size=6).map(" ".join))
def test_quotes_are_exact_substrings(text):
    for row in read(text):
        assert row.field == "text"
        assert text[row.start : row.end] == row.quote


def test_quotes_are_exact_behind_invisible_and_composed_letters():
    text = "Du har ko\u0308rkort\u200b och be\u00adha\u0308rskar svenska."
    rows = read(text)
    assert {row.kind for row in rows} == {"driving_licence", "language"}
    assert all(text[row.start : row.end] == row.quote for row in rows)


@given(texts)
def test_an_unrelated_paragraph_changes_nothing(text):
    assert read(text + UNRELATED) == read(text)


@given(texts, st.sampled_from(["Anna", "Mohammed", "Olena", "han", "hon"]))
def test_words_for_persons_change_nothing(text, person):
    def facts(start):
        return [(row.kind, row.value, row.necessity) for row in read(f"Kontakta {start} om du undrar.\n\n{text}")]

    assert facts(person) == facts("Kim")


@given(texts)
def test_the_same_text_gives_the_same_rows(text):
    assert read(text) == read(text)


@given(texts)
def test_a_group_has_at_least_two_rows(text):
    groups = [row.any_of for row in read(text) if row.any_of is not None]
    assert all(groups.count(number) > 1 for number in groups)


def test_a_headline_may_ask_too():
    (row,) = [r for r in read("Vi söker dig.", "Väktare med B-körkort krävs") if r.kind == "driving_licence"]
    assert (row.field, row.quote) == ("headline", "B-körkort krävs")


HOSTILE = {
    "letters": "a" * 1_000_000,
    "letters in a language": "man som kan det att med av " + "a" * 1_000_000,
    "spaces": " " * 1_000_000,
    "hyphens": "-" * 1_000_000,
    "brackets": "(" * 500_000 + ")" * 500_000,
    "capitals": "A" * 1_000_000,
    "questions": "a? " * 40_000,
    "breaks": "a\u00ada  " * 250_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_read_to_the_end(name):
    # A pattern that blows up would never come to an end here; a megabyte takes about a second.
    assert read(HOSTILE[name]) == ()


@pytest.mark.parametrize("line", ["- Körkort\n\n", "- Detsamma gäller körkort.\n"])
def test_lines_that_look_at_their_neighbours_are_read_to_the_end(line):
    # Looking through all lines for the neighbour of each would take minutes.
    assert {row.kind for row in read(line * 10_000)} <= {"driving_licence"}


def test_a_demand_repeated_without_end_is_one_row():
    (row,) = [r for r in read(" minst 1 års erfarenhet av lager," * 5_000) if r.kind == "experience"]
    assert row.value == {"years": 1, "field": "lager"}


def test_thousands_of_different_demands_are_all_kept():
    # Comparing each with all others would take minutes.
    words = ["".join(letters) for letters in product("bdfgk", "aeiou", "lmnpr", "aeiou", "st", "aeiou")]
    rows = read("\n".join(f"- erfarenhet av {word} krävs" for word in words))
    assert [row.value["field"] for row in rows if row.kind == "experience"] == words


def test_a_family_of_ones_own():
    class Uniforms:
        lexicons = (Lexicon.of("uniforms", [("uniform", "uniform*")]),)

        def find(self, context):
            for sentence in context.having("uniforms"):
                for mark in sentence.marks["uniforms"]:
                    judged = context.judge(sentence, mark.start, mark.end)
                    if judged.asked:
                        yield Found("skill", mark.label, sentence, mark.start, mark.end, judged)

    own = Uniforms()
    (row,) = RequirementReader([own]).read(JobAd(id="1", text="Uniform krävs.")).requirements
    assert (row.value, row.necessity, row.quote) == ("uniform", "must", "Uniform krävs")
    joined = read_requirements(JobAd(id="1", text="Uniform krävs. Truckkort krävs."), families=[own])
    assert {row.value for row in joined} >= {"uniform", "truck"}


def test_languages_that_are_not_read_are_reported():
    from matcher.requirements import standard_families

    text = "Vi søker deg som har erfaring og ikke må være redd for å jobbe. Du må også kunne lese og skrive."
    reading = RequirementReader(standard_families()).read(JobAd(id="1", text=text))
    assert reading.unread == ("no",)
    assert reading.requirements == ()
