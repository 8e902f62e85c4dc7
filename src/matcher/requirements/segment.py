"""An ad's text as blocks and sentences, each block with the section that it stands in.

Offsets are those of the readable text (:func:`matcher.taxonomy.wording.readable`). Real ads come with bullets of every
kind, without line ends, in capitals, with headings in the middle of a line; what a heading says is a lexicon
(``lexicon/sections.tsv``), how a heading looks is this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from matcher.requirements.kinds import kinds_of, places
from matcher.requirements.seldom import EVERY_SIGN
from matcher.taxonomy.phrasebook import Mark

Section = Literal["profile", "nice", "not_required", "duties", "offer", "about", "apply", "other"]
"""What a heading announces; ``other`` where none says."""

DEMANDS: tuple[Section, ...] = ("profile", "nice", "not_required")
"""Sections whose headings ask for what stands below, or say that it is needless."""

BlockKind = Literal["heading", "item", "paragraph"]

_BULLET = re.compile(r"[ ]*(?:[-*•·●▪■◦○‣⁃➢➤►✓✔→>+o–—'´`¿?]|\d{1,2}[.)])[ ]+|[ ]*[•·●▪■◦‣➢➤►✓✔][ ]*|[ ]*[-*](?=\w)")
# First halves of names with a capital inside ("JavaScript", "DevOps"), which are no words that lost a line end.
_NAMES_BEGIN = (
    "Java|Type|Coffee|Action|Git|Power|Linked|You|Share|Team|Post|Big|Solid|Open|Data|Sales|Hub|Snow|Net|Word|Quick|Mc|"
    "Mac|Tensor|Py|Web|Service|Cloud|Elastic|One|Ui|Photo|Dev|Fin|Sec|Back|Stack|App|Play|Home|Pay|Air|Click|Confluent"
).split("|")
# What begins the text behind a heading in capitals: a word of four letters, or a short one that begins sentences.
_FIRST_WORD = r"(?:[A-ZÅÄÖ][a-zåäö]{3}|(?:Vi|Du|Nu|Har|Är|Som|För|Det|Den|Din|Vår|We|You|The|Our)(?!\w))"
_LOST_BREAK = re.compile(
    r"(?<=[\w)][a-zåäöé)!?.:])(?=[A-ZÅÄÖ][a-zåäö]{2})"
    + "".join(rf"(?<!\b{name})" for name in _NAMES_BEGIN)
    + rf"|(?<=[A-ZÅÄÖ]{{2}})(?={_FIRST_WORD})"
)
# The first word of a demand, glued to the word before ("HTML5Engelska i tal och skriftKörkort B").
_GLUED = re.compile(
    r"[a-zåäö0-9)](?=(?:Engelska|Svenska|(?:B|BE|C|CE)-[Kk]örkort|Körkort|Truckkort|Erfarenhet|Goda? |Mycket god|"
    r"Flytande|Meriterande|"
    r"Kunskap|Du (?:har|är|ska) |Vi (?:söker|erbjuder) |English |Swedish |Driving ))|[A-ZÅÄÖ](?=(?:Goda?|Erfarenhet|"
    r"Mycket god|Flytande|Kunskap)\w* )"
)
_GLUED_AT = (b"aA", b"0A", b")A", b"AAa")
# A heading in capitals that runs into the next line's first word ("DIN PROFILBarnmorska").
_LOST_TITLE = re.compile(rf"(?:[A-ZÅÄÖ]{{2,15}} ){{0,7}}[A-ZÅÄÖ]{{4,20}}(?={_FIRST_WORD})")
# … or that only lost its line end ("DIN PROFIL Barnmorska med …", "MERITERANDE Erfarenhet av …").
_CAPITAL_TITLE = re.compile(
    r"(?:^|(?<=[.!?] ))((?:[A-ZÅÄÖ]{2,15} ){1,4}[A-ZÅÄÖ]{4,20}|[A-ZÅÄÖ]{9,20}) (?=[A-ZÅÄÖ][a-zåäö]+ )", re.MULTILINE
)
# A heading that lost its line end ("Krav: B-körkort Meriterande: truckkort").
_INNER_TITLES = (
    "Krav", "Skallkrav", "Börkrav", "Meriterande", "Meriter", "Önskvärt", "Kvalifikationer", "Requirements",
    "Preferred", "Nice to have",
)  # fmt: skip
_INNER_TITLE = re.compile(rf"(?<=[\w)] )(?=(?:{'|'.join(_INNER_TITLES)})\s?:)")
# Markup that a reader left in the text parts lines; what it holds is read.
_TAG = re.compile(
    r"</?(?:p|br|li|ul|ol|div|strong|em|b|i|u|h[1-6]|span|table|t[rdh])(?:\s[^<>]{0,80})?/?>", re.IGNORECASE
)
_INNER_BULLETS = "•●▪■◦"
_INNER_BULLET = re.compile(rf"[{_INNER_BULLETS}](?<=\s.)\s?(?=\w)")
# Bullets that a converter turned into other signs: "… ' Erfarenhet av SQL ' God engelska", "… i SQL· Erfarenhet av …"
_TURNED_BULLET = re.compile(r"['´`¿·](?:(?<=\s['´`¿·])|(?<=[\w.;:)]·))\s(?=[A-ZÅÄÖ0-9])")
_FEWEST_TURNED = 3
# "… uppfylla följande krav: Relevant utbildning, Dokumenterad erfarenhet av test, God förståelse för …"
_LEAD_IN = re.compile(
    r"(?:^|(?<=[.!?,] ))[A-ZÅÄÖ][^.!?:,\n]{0,90}?(?:krav|kompetens|kvalifikation|merit|requirement|qualification)\w*: "
    r"(?=[A-ZÅÄÖ])"
)
_IN_CAPITALS = re.compile(r", (?=[A-ZÅÄÖ][a-zåäö-]+ [a-zåäö])|(?<=[.;] )")
_FEWEST_ITEMS = 2
_LEADS = ("krav: ", "kompetens: ", "kvalifikationer: ", "meriter: ", "requirements: ", "qualifications: ")
_LONG_LINE = 300
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
        Signs of its words (``seldom.py``).
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


_PREDICATE = re.compile(
    r"(?<!\w)(?:kör|körs|vi|du|ni|man|jag|är|har|får|ger|ska|skall|kan|finns|görs|ingår|sker|hjälper|betalar|erbjuds|"
    r"kommer|måste|"
    r"behöver|bjuder|ordnar|lär|we|you|i (?:am|have|will|want)|"
    r"is|are|have|has|can|will|get|gets|provide|offer|offers)(?!\w)"
)
_LONGEST_FRAGMENT = 160


def is_fragment(low: str, sentence: Sentence) -> bool:
    """Whether a sentence names things and says nothing of them: "Heta arbeten, liftkort och minst tre år i yrket."."""
    short = sentence.end - sentence.start <= _LONGEST_FRAGMENT
    return short and _PREDICATE.search(low, sentence.start, sentence.end) is None


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
    """A line of the text without its bullet."""

    start: int
    end: int
    bullet: bool
    after_blank: bool


def lines_of(text: str) -> list[Line]:
    """Lines of the text without their bullets; what a narrow window broke inside a sentence is joined again."""
    lines: list[Line] = []
    for line in _raw_lines(text):
        if lines and not line.bullet and not line.after_blank and text[line.start].islower():
            held = lines[-1]
            if held.end - held.start > _NARROW and text[held.end - 1] not in ".:!?":
                held.end = line.end
                continue
        lines.append(line)
    return lines


def _raw_lines(text: str) -> Iterator[Line]:
    """Lines as they stand; lost line ends are found again where a text has hardly any."""
    place, blank = 0, True
    parting = _parting(text)
    for raw in text.split("\n"):
        start, place = place, place + len(raw) + 1
        if not raw:
            blank = True
            continue
        edges = sorted({edge for edges_of in parting for edge in edges_of(raw)}) if parting else ()
        for left, right in pairwise([0, *edges, len(raw)]) if edges else ((0, len(raw)),):
            piece = raw[left:right]
            bare = piece.lstrip()
            if not bare or (bare[0] == "<" and _TAG.fullmatch(piece)):
                blank = blank or not edges
                continue
            bullet = None if piece[0].isalpha() else _BULLET.match(piece)
            skip = bullet.end() if bullet else len(piece) - len(bare)
            stop = len(piece.rstrip())
            if stop > skip:
                yield Line(start + left + skip, start + left + stop, bullet is not None, blank)
                blank = False


def _parting(text: str) -> list[Callable[[str], Iterable[int]]]:
    """Ways to find where lines of a text are to be parted; most texts need none."""
    ways: list[Callable[[str], Iterable[int]]] = []
    if "<" in text and _TAG.search(text):
        ways.append(lambda raw: [edge for m in _TAG.finditer(raw) for edge in m.span()])
    kinds = kinds_of(text)
    if b"AAAAAa" in kinds or b"AAAA Aa" in kinds:
        # What stands in every such heading of both kinds.
        ways += [
            lambda raw: [edge for m in _LOST_TITLE.finditer(raw) for edge in m.span() if edge],
            lambda raw: [edge for m in _CAPITAL_TITLE.finditer(raw) for edge in m.span() if edge],
        ]
    if any(_GLUED.match(text, at) for part in _GLUED_AT for at in places(kinds, part, 0, len(text))):
        ways.append(lambda raw: [m.end() for m in _GLUED.finditer(raw)])
    if any(f"{title}:" in text or f"{title} :" in text for title in _INNER_TITLES):
        ways.append(lambda raw: [m.start() for m in _INNER_TITLE.finditer(raw)] if ":" in raw else [])
    if any(sign in text for sign in _INNER_BULLETS):
        ways.append(lambda raw: [m.start() for m in _INNER_BULLET.finditer(raw)])
    if "· " in text or any(sign in text for sign in (" ' ", " ´ ", " ` ", " ¿ ")):
        ways.append(_turned_bullets)
    if any(word in text for word in _LEADS):
        ways.append(_listed_in_line)
    if len(text) > 400 and text.count("\n") * 500 < len(text):
        ways.append(lambda raw: [m.end() for m in _LOST_BREAK.finditer(raw)] if len(raw) > _LONG_LINE else [])
    return ways


def _turned_bullets(raw: str) -> Iterable[int]:
    """Where a line is parted before signs that stand for bullets; one or two between blanks are something else."""
    edges = [m.start() for m in _TURNED_BULLET.finditer(raw)]
    return edges if len(edges) >= _FEWEST_TURNED or any(not raw[edge - 1].isspace() for edge in edges) else ()


def _listed_in_line(raw: str) -> Iterable[int]:
    """Where a line is parted that lists demands behind a colon, each with a capital behind its comma."""
    leads = list(_LEAD_IN.finditer(raw))
    found: set[int] = set()
    for number, lead in enumerate(leads, 1):
        stop = leads[number].start() if number < len(leads) else len(raw)
        edges = [m.end() for m in _IN_CAPITALS.finditer(raw, lead.end(), stop)]
        commas = [edge for edge in edges if raw[edge - 2] == ","]
        if len(commas) >= _FEWEST_ITEMS:
            ended = next((edge for edge in edges if raw[edge - 2] == "."), stop)
            found |= {lead.start(), lead.end(), ended, *(edge for edge in commas if edge < ended)}
    return sorted(edge for edge in found if 0 < edge < len(raw))
