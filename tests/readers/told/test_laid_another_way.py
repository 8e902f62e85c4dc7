"""The same person, whatever program broke, quoted or indented the text."""

from __future__ import annotations

import re
import textwrap
from datetime import date

import pytest

from matcher.readers import Source, read_profiles
from matcher.records import Profile
from matcher.taxonomy.dotless import dotted
from matcher.taxonomy.wording import readable

NOTE = """Anteckning från samtal

Deltagaren har vävt mattor i tolv år och vill nu arbeta med tyg eller möbler i en verkstad där det talas svenska.
Har gått en kort kurs i möbeltapetsering på folkhögskolan och fått gott omdöme: noggrann, uthållig och lugn.
Vill inte arbeta natt. Kan resa högst 45 minuter och har varken bil eller körkort, men cyklar året om.

----------------------------------------

CV
Katrineholm

Arbetslivserfarenhet:
- Mattvävare (Iran) 2004-2016: Vävde mattor för hand efter ritning, färgade garn och lärde upp nya vävare i byn.
- Tapetserare, praktik (Sverige) 2025-02 - 2025-06: Klädde om stolar och soffor, sydde fodral och bytte stoppning.

Utbildning:
- Grundskola, Iran, 8 år

Språk:
- Persiska (modersmål)
- Svenska (B1), läser SVA grund

Kunskaper:
- vävning
- sömnad och lagning
- möbelvård

Söker arbete som:
- Möbeltapetserare
- Sömmare

Kan börja:
- 2027-02-01, heltid
"""


def read(text: str) -> Profile:
    return read_profiles(Source("p.txt", text.encode()), as_of=date(2026, 11, 1))[0]


def wrapped(text: str, width: int) -> str:
    return "\n".join(part for line in text.split("\n") for part in (textwrap.wrap(line, width) or [""]))


def parted(text: str, width: int) -> str:
    """Break lines at a width, long words in their midst."""
    return re.sub(r" (\w{3})(\w{5,})\n", r" \1-\n\2 ", wrapped(text, width))


def test_the_person_is_read_at_all() -> None:
    person = read(NOTE)
    assert [job.title for job in person.experience] == ["Mattvävare", "Tapetserare, praktik"]
    assert (len(person.languages), len(person.skills), person.max_travel_minutes) == (2, 3, 45)
    assert person.wishes == ("Möbeltapetserare", "Sömmare")


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_lines_broken_at_a_width(width: int) -> None:
    assert wrapped(NOTE, width).count("\n") > NOTE.count("\n")
    assert read(wrapped(NOTE, width)) == read(NOTE)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_words_parted_at_the_ends_of_lines(width: int) -> None:
    assert parted(NOTE, width).count("-\n") > 2
    assert read(parted(NOTE, width)) == read(NOTE)


@pytest.mark.parametrize(
    ("start", "end"),
    [("> ", "\n"), (">> ", "\n"), ("> > ", "\n"), ("", "\r\n"), ("", "\u2028"), ("", "  \n"), ("    ", "\n")],
)
def test_lines_that_were_quoted_or_end_otherwise(start: str, end: str) -> None:
    assert read("".join(start + line + end for line in NOTE.split("\n"))) == read(NOTE)


def test_lines_of_one_length_that_are_jobs_stay_apart() -> None:
    jobs = (
        "2001-2006 Bagare på Solsidans bageri, Damaskus, Syrien\n"
        "2007-2011 Konditor på hotell Jasmin, Damaskus, Syrien\n"
        "2012-2015 Kock på sjukhuset i norra Aleppo, Syrien\n"
        "2016-2019 Servitör på Café Levante, Mersin, Turkiet\n"
        "2020-2023 Diskare på Restaurang Havet, Mersin, Turkiet"
    )
    assert len(read(f"CV\n\nArbetslivserfarenhet\n{jobs}\n").experience) == 5


@pytest.mark.parametrize(
    "way", [str.maketrans("åäöÅÄÖ", "aaoAAO"), {228: "ae", 229: "aa", 246: "oe"}, dict.fromkeys((228, 229, 246), "?")]
)
def test_letters_that_were_lost(way: dict[int, str]) -> None:
    given, lost = read(NOTE), read(NOTE.translate(way))
    assert lost.model_copy(update={"experience": ()}) == given.model_copy(update={"experience": ()})
    assert [(job.title, job.years) for job in lost.experience] == [(job.title, job.years) for job in given.experience]


def test_words_that_are_words_without_dots_stay() -> None:
    text = "Jag vill prova att ta andra lager på vardagar med barn och truck. For the summer and with care."
    bare = text.translate(str.maketrans("åäö", "aao"))
    assert dotted(readable(bare), "matcher.readers.lexicon").text == text


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "– ", "o ", "1. "])
def test_every_line_behind_a_bullet(mark: str) -> None:
    marked = "\n".join(mark + line.removeprefix("- ") if line else line for line in NOTE.split("\n"))
    assert read(marked) == read(NOTE)
    assert read(NOTE.replace("\n- ", "\n" + mark)) == read(NOTE)


@pytest.mark.parametrize(
    "slips",
    [
        {"Arbetslivserfarenhet": "Arbetlivserfarenhet", "Språk": "Spårk", "Kunskaper": "Kunnskaper"},
        {"Utbildning": "Utbilding", "Söker arbete": "Söker arebte", "Kan börja": "Kan böjra"},
    ],
)
def test_headings_with_a_slip(slips: dict[str, str]) -> None:
    text = NOTE
    for word, slip in slips.items():
        text = text.replace(f"\n{word}", f"\n{slip}")
    assert read(text) == read(NOTE)


def _sections() -> list[tuple[str, list[str]]]:
    """Parts of the CV below the line: each heading with its lines."""
    parts = [part.split("\n") for part in NOTE[NOTE.index("Arbetslivs") :].strip().split("\n\n")]
    return [(head.rstrip(":"), [line.removeprefix("- ") for line in lines]) for head, *lines in parts]


def _table(row: str, further: str) -> str:
    told = NOTE[: NOTE.index("Arbetslivs")]
    rows = [(row if at == 0 else further).format(head, line) for head, of in _sections() for at, line in enumerate(of)]
    return told + "\n".join(rows) + "\n"


@pytest.mark.parametrize(
    ("row", "further"), [("{0}\t{1}", "\t{1}"), ("| {0} | {1} |", "|  | {1} |"), ("|{0}|{1}|", "||{1}|")]
)
def test_labels_beside_what_they_name(row: str, further: str) -> None:
    assert read(_table(row, further)) == read(NOTE)


def test_a_page_with_a_table() -> None:
    told = NOTE[: NOTE.index("Arbetslivs")].strip().replace("\n\n", "</p><p>").replace("\n", "<br>")
    rows = "".join(f"<tr><td>{head}</td><td>{'<br>'.join(of)}</td></tr>" for head, of in _sections())
    assert read(f"<html><body><p>{told}</p><table>{rows}</table></body></html>") == read(NOTE)


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Arbetslag Norr", "Sida {} av 2"),
        ("Dnr 2026/17, arbetslag Norr      Sida {} (2)", "Utskriven 2026-11-03 av handläggare"),
        ("{} (2)", "Utskriven 2026-11-03 av handläggare"),
    ],
)
@pytest.mark.parametrize("at", [3, 12, 20, 24, 28])
def test_heads_and_feet_of_pages(head: str, foot: str, at: int) -> None:
    lines = NOTE.split("\n")
    pages = (lines[:at], lines[at:])
    told = "\f".join("\n".join((head.format(n), *page, foot.format(n), "")) for n, page in enumerate(pages, start=1))
    assert read(told) == read(NOTE)


def test_a_note_that_runs_on_above_a_cv_broken_at_a_width() -> None:
    note, rule, cv = NOTE.partition("\n\n---")
    told = note.replace(".\n", ". ") + rule + wrapped(cv, 64)
    assert read(told) == read(NOTE)


def test_a_text_in_capitals() -> None:
    given, loud = read(NOTE), read(NOTE.upper())
    assert [skill.label.casefold() for skill in loud.skills] == [skill.label for skill in given.skills]
    assert [job.years for job in loud.experience] == [job.years for job in given.experience]
    assert (loud.languages, loud.education, loud.availability) == (given.languages, given.education, given.availability)


def test_a_mail_that_flows_and_was_answered() -> None:
    flowing = wrapped(NOTE, 70).replace("\n", " \n> ")
    assert read(f"Den 3 november skrev kollegan:\n\n> {flowing}") == read(NOTE)


def test_blanks_that_set_lines_to_a_margin() -> None:
    assert read(re.sub(r"(?<=[a-zåäö]{4}) (?=[a-zåäö])", "  ", NOTE)) == read(NOTE)


def test_what_a_program_escaped() -> None:
    assert read(NOTE.replace("\n", "\\n")) == read(NOTE)
    assert read(NOTE.replace("ö", "&ouml;")) == read(NOTE)
