"""What part of an ad each block belongs to: its demands, its duties, its offer, the employer, how to apply."""

from __future__ import annotations

import re
from typing import cast

from matcher.requirements.lines import LineReader
from matcher.requirements.segment import DEMANDS, Block, Section, Sentence, lines_of
from matcher.taxonomy.phrasebook import Mark

_LONGEST_HEADING = 90
_LEAD = 14  # how far from the line's beginning a heading's words may start ("… och", "3.", "Din")
_INDENT = 4  # a heading without a colon begins with its words ("ADR (meriterande)" is none)
_LEADS_ON = (" om", " att", " du", " som", " if you", " that", " you")
# "SKA-krav Konsulten …": a heading that lost its line and its colon.
_BARE = re.compile(r"(?:SKA|SKALL|BÖR|Ska|Skall|Bör)-?\s?[Kk](?:rav|RAV)\s+[A-ZÅÄÖ]")
# "Ansök på svenska eller engelska": how to apply, wherever it stands.
_APPLY = re.compile(
    r"(?:ansök|sök (?:tjänsten|jobbet|via|på|redan|nu)|skicka|mejla|maila|ring |registrera|bifoga|"
    r"välkommen med din|varmt välkommen|"
    r"please (?:apply|send|submit)|apply |send (?:us|your)|submit|märk |ange i din|skriv (?:gärna |kort |ett |"
    r"några |din |när |i |varför |på ))"
)
# Under "Vi erbjuder" or "Om oss" a paragraph may turn to the applicant all the same.
_CLOSED = ("offer", "about", "not_required")
_TO_YOU = re.compile(
    r"(?:du (?:har|är|behärskar|talar|kan|ska|skall|bör|måste|behöver|som söker|innehar|"
    r"kommunicerar|hanterar|pratar|skriver|uttrycker|formulerar)(?! (?:rätt|möjlighet|tillgång|chans|"
    r"kollektiv|förmån))|"
    r"vi (?:söker|vill att du|ser att du|ser gärna|tror att du|kräver|förutsätter|förväntar)|som person|"
    r"för att (?:lyckas|passa|trivas|bli aktuell)|"
    r"b-körkort|körkort|krav|meriterande|det är (?:meriterande|en merit|ett krav|en fördel|ett plus)|erfarenhet av|"
    r"you (?:have|are|must|need|should|speak)|we are looking for|we re looking for|it is (?:a merit|meriting|"
    r"an advantage))(?!\w)"
)
_OFFER = re.compile(
    r"(?:vi (?:erbjuder|bjuder|ger dig)|hos oss (?:får|erbjuds) du|som anställd (?:får|erbjuds)|du erbjuds|"
    r"lön(?:en)?|"
    r"du (?:kommer att )?få(?:r)?(?! (?:gärna|inte|ej))|we offer|you(?: will|'ll)? (?:get|receive)|we provide|"
    r"perks)(?!\w)"
)
_OF_YOU = re.compile(
    r"(?<!\w)(?:du|you)(?: \w+)? (?:har|är|kan|ha|kunna|have|are|can|ska ha|behöver)\s?[:…]|(?:krävs|"
    r"behöver du|krav|måste du)(?: \w+)?\s?[:…]"
)
# "A fitting background would be …, together with the following qualifications:"
_LISTS_DEMANDS = re.compile(
    r"(?:following|följande) (?:\w+ )?(?:qualifications|requirements|kvalifikationer|krav)[^.:]{0,40}:$"
)
# "Därför ser vi gärna att du: har … Behärskar …": the wish holds until the paragraph ends.
_WISHED = re.compile(r"(?:ser vi gärna|vi ser gärna|meriterande|a plus|merit) (?:\w+ ){0,3}(?:du|you)(?: \w+)?:$")
# … and so may one among the merits.
_AGAIN = ("vi söker dig som", "vi söker en person", "som person är du", "we are looking for")
_REMARK = re.compile(r"\s?\([^()\n]{1,40}\):?$")
# "Det är meriterande om du har erfarenhet av något av nedan, inte ett krav."
_WISHES_BELOW = re.compile(
    r"(?:meriterande|en merit|ett plus|en fördel|a plus|a merit|an advantage|advantageous|"
    r"meritorious)(?!\w)[^.:;]{0,90}?"
    r" (?:av|of|i|inom) (?:nedan(?:stående)?|följande|the following|below)(?!\w)(?: \w+){0,2}(?:, [^.:;]{0,60})?\.?$"
)
_IS_TITLE = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ\s&/,-]{5,60}$")


def blocks_of(text: str, low: str, lines: LineReader) -> list[Block]:
    """Blocks of a readable text, scanned and with their sections.

    Parameters
    ----------
    text, low : str
        The readable text and the same in lower case.
    lines : LineReader
        Its scanner must hold the lexicons ``sections`` and ``strength``.

    Returns
    -------
    list of Block
        In the order of the text. The sentences are numbered through.
    """
    blocks: list[Block] = []
    state = _State()
    number = 0
    for line in lines_of(text):
        sentences, language = lines.read(text, low, line, number)
        number += len(sentences)
        if line.after_blank:
            state.paragraph_ends()
        below = not line.bullet and _wishes_below(low, sentences)
        kind = "nice" if below else _heading_kind(text, low, sentences, bullet=line.bullet)
        if kind is not None:
            mark = _opening(sentences[0])
            title = mark is not None and mark.label == kind and line.end - mark.end <= 4
            state.heading(kind, (line.start, line.end), title=title, after_blank=line.after_blank)
            block = Block("heading", line.start, line.end, state.section, state.place, language, sentences)
            for sentence in sentences:
                sentence.section = state.section
        else:
            block = Block("item" if line.bullet else "paragraph", line.start, line.end)
            block.language, block.sentences = language, sentences
            _inline(block, text, low, sentences, state)
        for sentence in sentences:
            sentence.block = block
        blocks.append(block)
    return blocks


class _State:
    """The section that holds at a point of the text, with the headings that opened it."""

    def __init__(self) -> None:
        self.section: Section = "other"
        self.place: tuple[int, int] | None = None
        self._before: tuple[Section, tuple[int, int] | None] | None = None
        self._announced = False

    def heading(self, label: str, place: tuple[int, int], *, title: bool, after_blank: bool) -> None:
        self._before = None
        if label == "topic" and after_blank and self._announced:
            # What a sentence announced ("Kunskaper i följande är meriterande:") ends where a new topic begins.
            self.section = "profile"
        self._open(label, place)
        if label not in ("same", "topic"):
            self._announced = not title

    def inline(self, label: str, place: tuple[int, int]) -> None:
        """Open the section of a heading inside a line, until the paragraph ends."""
        if self._before is None:
            self._before = (self.section, self.place)
        self._open(label, place)

    def _open(self, label: str, place: tuple[int, int]) -> None:
        # "Språk:" names a topic: among the demands it changes nothing, elsewhere it begins them.
        if label == "same" or (label == "topic" and self.section in DEMANDS):
            return
        self.section, self.place = cast(Section, "profile" if label == "topic" else label), place

    def paragraph_ends(self) -> None:
        if self._before is not None:
            self.section, self.place = self._before
            self._before = None


def _opening(sentence: Sentence) -> Mark | None:
    """Find the words of a heading with which a sentence begins."""
    for mark in sentence.marks.get("sections", ()):
        return mark if mark.start - sentence.start <= _LEAD else None
    return None


def _heading_kind(text: str, low: str, sentences: list[Sentence], *, bullet: bool) -> str | None:
    """Section that a line opens as a heading, ``"same"`` for one that opens none, ``None`` if it is no heading."""
    first, last = sentences[0], sentences[-1]
    length = _bare_length(text, first.start, last.end)
    if len(sentences) > 1 and not (length <= _LONGEST_HEADING and text[last.end - 1] in ":?"):
        return None
    ending = text[last.end - 1]
    mark = _opening(first)
    if not bullet and length <= _LONGEST_HEADING and low.endswith(_LEADS_ON, first.start, last.end):
        return _announced(low, first, mark)
    if text.endswith("...", 0, last.end):
        ending = "…"
    if ending in ":…" and not bullet and (length <= 2 * _LONGEST_HEADING or _lists_demands(low, last, length)):
        return _announced(low, last if len(sentences) > 1 else first, mark)
    if length > _LONGEST_HEADING or ending in ".!,;":
        return None
    words = low.count(" ", first.start, last.end) + 1
    if (
        mark is not None
        and mark.label == "not_required"
        and ending not in ":?"
        and length - (mark.end - mark.start) > 4
    ):
        return None
    if not bullet and mark is not None and mark.start == first.start and _IS_TITLE.match(text[first.start : last.end]):
        return mark.label
    if mark is not None and mark.label == "topic" and not _is_topic(low, first, mark, length):
        return None
    if mark is not None and mark.start - first.start > _INDENT and ending not in ":?":
        return None
    if (
        mark is not None
        and (mark.end - mark.start) * 2 >= length - 4
        and (words <= 7 or ending == "?" or mark.end >= first.start + length - 2)
    ):
        return None if bullet and ending not in ":?" else mark.label
    if mark is not None and ending == "?" and words <= 8 and not bullet:
        return mark.label
    return None


def _wishes_below(low: str, sentences: list[Sentence]) -> bool:
    """Whether a line says that what is listed below it is a merit, without a colon."""
    first, last = sentences[0], sentences[-1]
    short = last.end - first.start <= 4 * _LONGEST_HEADING
    return short and _WISHES_BELOW.search(low, last.start, last.end) is not None


def _lists_demands(low: str, sentence: Sentence, length: int) -> bool:
    """Whether a line too long for a heading ends in "… the following qualifications:"."""
    return length <= 4 * _LONGEST_HEADING and _LISTS_DEMANDS.search(low, sentence.start, sentence.end) is not None


def _bare_length(text: str, start: int, end: int) -> int:
    """Length of a line without a remark in brackets at its end ("Meriterande (inget krav)")."""
    remark = _REMARK.search(text, start, end) if text[end - 1] in "):" else None
    return (remark.start() if remark else end) - start


def _is_topic(low: str, sentence: Sentence, mark: Mark, length: int) -> bool:
    """Whether a line without a colon is a topic and nothing else; "Körkort" alone is rather a demand."""
    whole = mark.start == sentence.start and length - (mark.end - mark.start) <= 1
    return whole and not low.startswith("körkort", mark.start)


def _announced(low: str, sentence: Sentence, mark: Mark | None) -> str:
    """Section announced by a line that ends in a colon: by its cue of strength, else by its words."""
    # What belongs to the heading's own words ("Krav och önskemål") is no cue.
    cues = [c.label for c in sentence.marks.get("strength", ()) if not (mark and mark.start <= c.start < mark.end)]
    for label, section in (("not_required", "not_required"), ("nice", "nice")):
        if label in cues and not (mark and mark.label in ("duties", "offer", "apply", "about")):
            return section
    if not (mark and mark.label in DEMANDS) and _LISTS_DEMANDS.search(low, sentence.start, sentence.end):
        return "profile"
    if mark is not None and not (
        mark.label in ("duties", "other") and _OF_YOU.search(low, sentence.start, sentence.end)
    ):
        return mark.label
    if any(cue in ("must", "has") for cue in cues):
        return "profile"
    return "same"


def _inline(block: Block, text: str, low: str, sentences: list[Sentence], state: _State) -> None:
    """Headings inside a line: ``Krav: …`` holds for what follows on it and until the paragraph ends."""
    turned = False
    for sentence in sentences:
        mark = _opening(sentence)
        if mark is not None and (_closed(low, mark, sentence) or _BARE.match(text, sentence.start)):
            state.inline(mark.label, (sentence.start, mark.end))
        colon = low.find(":", sentence.start, sentence.end) if mark is None else -1
        if colon >= 0 and _WISHED.search(low, sentence.start, colon + 1):
            state.inline("nice", (sentence.start, colon + 1))
        turned = turned or (state.section in _CLOSED and bool(_TO_YOU.match(low, sentence.start)))
        turned = turned or (
            state.section == "nice" and block.kind == "paragraph" and low.startswith(_AGAIN, sentence.start)
        )
        section: Section = "other" if turned else state.section
        sentence.section = _of_sentence(low, sentence, section)
        if mark is not None and mark.label == "not_required":
            # "Ej krav: erfarenhet." holds for its own sentence.
            state.paragraph_ends()
    block.section, block.heading = state.section, state.place


def _of_sentence(low: str, sentence: Sentence, section: Section) -> Section:
    """Tell a sentence on how to apply or on what is offered apart, in every section."""
    if _APPLY.match(low, sentence.start):
        return "apply"
    return "offer" if section not in DEMANDS and _OFFER.match(low, sentence.start) else section


def _closed(low: str, mark: Mark, sentence: Sentence) -> bool:
    """Whether a colon closes the heading, at once or after a few words ("Krav för tjänsten: …")."""
    at = low.find(":", mark.end, min(sentence.end - 1, mark.end + 25))
    return at >= 0 and low.count(" ", mark.end, at) <= 3 and "," not in low[mark.end : at]
