import sys

import pytest

from matcher.requirements.text import lines as lines_module
from matcher.requirements.text.lines import LineReader
from matcher.requirements.text.segment import lines_of
from matcher.taxonomy.scanning.phrasebook import Lexicon
from matcher.taxonomy.scanning.scanner import Scanner

CARDS = Lexicon.of("cards", [("truck", "truckkort"), ("B", "b-körkort")])


def read(text, reader):
    return [
        (sentence.start, sentence.end, sentence.number, sentence.marks, language)
        for sentences, language in reader.read(text, text.lower(), lines_of(text))
        for sentence in sentences
    ]


def test_a_line_that_is_remembered_is_read_as_a_new_one_wherever_it_stands():
    line = "Du har truckkort och B-körkort. Välkommen till oss!"
    text = f"Om oss\n{line}\n\n- {line}"
    reader = LineReader(Scanner([CARDS]))
    first = read(text, reader)
    assert read(text, reader) == first
    assert [read(text, LineReader(Scanner([CARDS]))) == first for _ in range(2)] == [True, True]
    places = [(mark.start, mark.end) for *_, marks, _ in first for mark in marks.get("cards", ())]
    assert [text[a:b] for a, b in places] == ["truckkort", "B-körkort"] * 2
    assert [number for _, _, number, _, _ in first] == list(range(5))


def test_capitals_part_lines_that_are_the_same_in_lower_case():
    reader = LineReader(Scanner([CARDS]))
    assert len(read("slut. Ny mening", reader)) == 2
    assert len(read("slut. ny mening", reader)) == 2
    assert len(read("slut.Ny mening", reader)) == 2
    assert len(read("slut.ny mening", reader)) == 1


def test_lines_that_are_not_met_again_are_forgotten(monkeypatch):
    monkeypatch.setattr("matcher.requirements.text.lines._REMEMBERED", 3)
    reader, read_anew = LineReader(Scanner([CARDS])), []
    whole = LineReader._read

    def noted(text, low, lines):
        read_anew.extend(text[line.start : line.end] for line in lines)
        return whole(reader, text, low, lines)

    monkeypatch.setattr(reader, "_read", noted)
    lines = [f"Rad {number} om truckkort." for number in range(10)]
    for line in lines:
        assert len(read(f"Alltid.\n{line}", reader)) == 2
    # A line is remembered when it is met again.
    assert read_anew == ["Alltid.", lines[0], "Alltid.", *lines[1:]]
    for _ in range(2):
        read("\n".join([lines[-1], lines[0]]), reader)
    assert read_anew[len(lines) + 2 :] == [lines[-1], lines[0], lines[0]]


def test_a_word_that_is_cut_for_its_length_is_two_words():
    text = "a" * 1500
    assert [(a, b) for a, b, *_ in read(text, LineReader(Scanner([CARDS])))] == [(0, 700), (700, 1400), (1400, 1500)]


@pytest.mark.parametrize("worth", [0, 10**9])
def test_the_compiled_form_and_the_plain_one_tell_sentences_marks_and_languages(monkeypatch, worth):
    monkeypatch.setattr(lines_module, "WORTH_COMPILING", worth)
    text = "Du har truckkort. Och B-körkort.\n- You have the B-körkort\n***\nМи шукаємо\n" + 61 * "a" + " truckkort"
    reader = LineReader(Scanner([CARDS]))
    told = read(text, reader)
    assert (reader._quick is not None) == (worth == 0)
    assert [(sorted(marks), language) for *_, marks, language in told] == [
        (["cards"], "sv"), (["cards"], "sv"), (["cards"], "en"), ([], None), ([], None), (["cards"], None),
    ]  # fmt: skip


def test_without_numba_the_plain_form_reads_on(monkeypatch):
    monkeypatch.setattr(lines_module, "WORTH_COMPILING", 0)
    monkeypatch.setitem(sys.modules, "matcher.taxonomy.scanning.quickscan", None)
    lines_module._compiled_form.cache_clear()
    reader = LineReader(Scanner([CARDS]))
    assert [sorted(marks) for *_, marks, _ in read("Du har truckkort.", reader)] == [["cards"]]
    assert reader._quick is None
    lines_module._compiled_form.cache_clear()
