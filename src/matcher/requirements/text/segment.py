"""An ad's text as blocks and sentences, each block with the section that it stands in.

Offsets are those of the readable text (:func:`matcher.taxonomy.wording.readable`). Real ads come with bullets of every
kind, without line ends, in capitals, with headings in the middle of a line; what a heading says is a lexicon
(``lexicon/sections.tsv``), how a heading looks is this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from matcher.requirements.text.alike import usual
from matcher.requirements.text.enumerated import demands_parted
from matcher.requirements.text.forms import forms_marked
from matcher.requirements.text.kinds import kinds_of
from matcher.requirements.text.labels import labels_marked, labels_parted, without_empty
from matcher.requirements.text.misspelt import headings_spelt, spelt
from matcher.requirements.text.parting import TAG, parting, spelled_close
from matcher.requirements.text.persons import addressed
from matcher.requirements.text.seldom import EVERY_SIGN
from matcher.requirements.text.shouted import in_small_letters
from matcher.requirements.text.tables import SIGNS, columns_marked
from matcher.taxonomy.dotless import dotted
from matcher.taxonomy.scanning.phrasebook import Mark
from matcher.taxonomy.wording import Readable, readable
from matcher.taxonomy.wrapped import unquoted, unwrapped

Section = Literal["profile", "nice", "not_required", "duties", "offer", "about", "apply", "other"]
"""What a heading announces; ``other`` where none says."""

DEMANDS: tuple[Section, ...] = ("profile", "nice", "not_required")
"""Sections whose headings ask for what stands below, or say that it is needless."""

BlockKind = Literal["heading", "item", "paragraph"]

# Arrows, ticks, boxes and emojis; numbers of chapters ("2.1 Svenska").
_PICTURE = r"[•·‣\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff]"
_BULLET = re.compile(
    rf"[ ]*(?:(?:[-*⁃>+ox–—'´`¿?]|[-=]>|\d{{1,2}}[.)]|\(\d{{1,2}}\)|[IVX]{{1,4}}[.)](?=[ ]+[A-ZÅÄÖ])|"
    rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}\.?(?=[ ]+(?!Års?(?!\w)|Year|Ton|Tim)[A-ZÅÄÖ]))[ ]+|{_PICTURE}+\ufe0f?[ ]*|"
    r"[-*](?=\w))"
)
# "1.Tre års vana", "2)Svenska", "a) truckkort": no patterns should meet such signs right before a word
_NUMBERED = re.compile(r"(?:(?<=\n)|\A)[ \t]*(?:\d{1,2}[.)](?=[^\W\d_]{2})|[a-z]\)(?=[ ]?[^\W\d_]))")
_LISTS = "matcher.requirements.lexicon"
_AT_NUMBERED = (b"0.A", b"0.a", b"0)A", b"0)a", b".a)")
_DIGITS = re.compile(r"\d+")
_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])([^*_\n]{1,200})\1")  # "**Krav**"
# "minst _två års_ vana", "`truckkort`"; "fil_namn_nytt" and "kollega*" are no print
_EMPHASIS = re.compile(r"(?<![\w*_`])([*_`])(?=[^\s*_`])([^*_`\n]{1,80})(?<=\S)\1(?![\w*_`])")
# "*Krav*", "_Krav_", "- Krav -" on a line of its own
_FRAMED = re.compile(
    r"^([ ]*)(?:([*_])(?=[^\s*_])([^*_\n]{1,60})(?<=\S)\2|([-–—•*])(?=[ ]+\w)([^\n]{2,60}\w[?:]?[ ]+)\4)"
    r"(?=[ ]*:?[ ]*\r?$)",
    re.MULTILINE,
)
_FRAME_ENDS = ("*\n", "_\n", "* \n", "*  \n", "*:", "_:", " -\n", " –\n", " —\n", " •\n", "*\r", "_\r")
_ROMAN = "IVX"
_BROKEN = re.compile(r"\n(?=[a-zåäö])(?:(?<=[^\n]{45} \d\n)|(?<=\w,\n)(?=[^\n:]*(?:\n|$)))")
_NARROW = 45  # shorter lines are not broken by a narrow window


@dataclass(slots=True)
class Sentence:
    """A sentence, with its place in the readable text.

    Attributes
    ----------
    start, end : int
    marks : dict of str to list of Mark
        What the lexicons found in it, by lexicon.
    signs : int
        Signs of its words (``text/seldom.py``).
    section : Section
    block : Block or None
    number : int
        Position among the text's sentences.
    """

    start: int
    end: int
    marks: dict[str, list[Mark]] = field(default_factory=dict)
    signs: int = EVERY_SIGN
    section: Section = "other"
    block: Block | None = None
    number: int = 0


PREDICATE = re.compile(
    r"(?<!\w)(?:kör|körs|vi|du|ni|man|jag|är|har|får|ger|ska|skall|kan|finns|görs|ingår|sker|hjälper|betalar|erbjuds|"
    r"kommer|måste|"
    r"behöver|bjuder|ordnar|lär|we|you|i (?:am|have|will|want)|"
    r"is|are|have|has|can|will|get|gets|provide|offer|offers)(?!\w)"
)
_LONGEST_FRAGMENT = 160


def is_fragment(low: str, sentence: Sentence) -> bool:
    """Whether a sentence names things and says nothing of them: "Heta arbeten, liftkort och minst tre år i yrket."."""
    short = sentence.end - sentence.start <= _LONGEST_FRAGMENT
    return short and PREDICATE.search(low, sentence.start, sentence.end) is None


@dataclass(slots=True)
class Block:
    """A heading, a list item or a paragraph.

    Attributes
    ----------
    kind : {"heading", "item", "paragraph"}
    start, end : int
    section : Section
    heading : (int, int) or None
        Where the heading that set the section stands.
    language : str or None
        ISO 639-1 code of the language the block is written in.
    sentences : list of Sentence
    """

    kind: BlockKind
    start: int
    end: int
    section: Section = "other"
    heading: tuple[int, int] | None = None
    language: str | None = None
    sentences: list[Sentence] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """A line of the text without its bullet; ``asks`` is what a table says of it.

    The bullet is told with the blanks before it, and all numbers are alike; it is empty where there is none.
    """

    start: int
    end: int
    bullet: str
    after_blank: bool
    asks: Section | None = None


def readable_ad(original: str) -> Readable:
    """Make an ad's text readable, without the marks of bold print and the blanks that are only layout.

    Parameters
    ----------
    original : str

    Returns
    -------
    Readable
        Its places lead to those of the original, marks included.

    Examples
    --------
    >>> readable_ad("**Krav:** truckkort").text.split()
    ['Krav:', 'truckkort']
    """
    given = demands_parted(labels_parted(columns_marked(forms_marked(unquoted(in_small_letters(original))))))
    if "**" in given or "__" in given:
        given = _BOLD.sub(r"  \2  ", given)
    if any(end in given for end in _FRAME_ENDS):
        given = _FRAMED.sub(_unframed, given)
    if "_" in given or "`" in given or given.count("*") > 1:
        given = _EMPHASIS.sub(r" \2 ", given)
    kinds = kinds_of(given)
    if any(sign in kinds for sign in _AT_NUMBERED):
        given = _NUMBERED.sub(lambda found: "‣".rjust(len(found.group())), given)
    source = readable(unwrapped(given))
    # Headings whose letters stand apart are closed up before the blanks between words are.
    text = labels_marked(without_empty(spelled_close(source.text)))
    if source.original is not original or text != source.text:
        source = replace(source, text=text, original=original)
    closed = source.closed_up()
    # "minst 2" at the end of a narrow window's line and "års erfarenhet" below are one phrase, as is a list that its
    # commas break ("Vi önskar truckkort,\nliftkort").
    joined = replace(closed, text=_BROKEN.sub(" ", closed.text)) if "\n" in closed.text else closed
    return addressed(usual(dotted(headings_spelt(spelt(joined)), _LISTS)))


def _unframed(found: re.Match[str]) -> str:
    """Put blanks for the marks around a line, so that places stay."""
    return f"{found[1]} {found[3] or found[5]} "


def lines_of(text: str) -> list[Line]:
    """Lines of the text without their bullets; what a narrow window broke inside a sentence is joined again."""
    lines: list[Line] = []
    for line in _raw_lines(text):
        held = lines[-1] if lines and not (line.bullet or line.after_blank or line.asks) else None
        runs_on = held and not held.asks and text[line.start].islower() and text[held.end - 1] not in ".:!?"
        if held and runs_on and held.end - held.start > _NARROW:
            held.end = line.end
        else:
            lines.append(line)
    return lines


def _raw_lines(text: str) -> Iterator[Line]:
    """Lines as they stand; lost line ends are found again where a text has hardly any."""
    place, blank = 0, True
    ways = parting(text)
    for raw in text.split("\n"):
        start, place = place, place + len(raw) + 1
        if not raw:
            blank = True
            continue
        edges = sorted({edge for edges_of in ways for edge in edges_of(raw)}) if ways else ()
        for left, right in pairwise([0, *edges, len(raw)]) if edges else ((0, len(raw)),):
            piece = raw[left:right]
            bare = piece.lstrip()
            if not bare or (bare[0] == "<" and TAG.fullmatch(piece)):
                blank = blank or not edges
                continue
            word = piece[0].isalpha() and piece[0] not in _ROMAN and piece[1:2] != " "
            bullet = None if word else _BULLET.match(piece)
            skip = bullet.end() if bullet else len(piece) - len(bare)
            stop = len(piece.rstrip())
            asks = SIGNS.get(bare[0]) or SIGNS.get(piece[stop - 1])
            if asks:
                skip, stop = skip + (bare[0] in SIGNS), stop - (piece[stop - 1] in SIGNS)
            if stop > skip:
                told = _DIGITS.sub("1", bullet.group()) if bullet else ""
                yield Line(start + left + skip, start + left + stop, told, blank, asks)
                blank = False
