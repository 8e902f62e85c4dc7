"""What part of an ad each block belongs to: its demands, its duties, its offer, the employer, how to apply."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import cast

from matcher.requirements.text.headings import LONGEST_HEADING, heading_kind, opening
from matcher.requirements.text.headings_chapters import chapter_kind, stands_apart
from matcher.requirements.text.headings_person import names_person
from matcher.requirements.text.headings_phrases import section_headed, section_labelled
from matcher.requirements.text.headings_wishes import mild_heading, wishes_below
from matcher.requirements.text.lines import LineReader
from matcher.requirements.text.lists_asking import ask_in_lists, demand_what_is_loved
from matcher.requirements.text.segment import DEMANDS, Block, Line, Section, Sentence, lines_of
from matcher.requirements.text.seldom import Seldom
from matcher.taxonomy.scanning.phrasebook import Mark

# "SKA-krav Konsulten …": a heading that lost its line and its colon.
_BARE = re.compile(r"(?:SKA|SKALL|BÖR|Ska|Skall|Bör)-?\s?[Kk](?:rav|RAV)\s+[A-ZÅÄÖ]")
# "Ansök på svenska eller engelska": how to apply, wherever it stands.
_APPLY = Seldom(
    r"(?:ansök|sök (?:tjänsten|jobbet|via|på|redan|nu)|skicka|mejla|maila|ring |registrera|bifoga|"
    r"välkommen med din|varmt välkommen|"
    r"please (?:apply|send|submit)|(?:write to|contact|e-?mail) (?:us|me)(?!\w)|apply |"
    r"send (?:us|your)|submit|märk |ange i din|skriv (?:gärna |kort |ett |"
    r"några |din |när |i |varför |på ))"
)
# "För frågor om rollen, kontakta gärna …"
_CONTACT = Seldom(
    r"(?<!\w)(?:(?:kontakta|ring|mejla|maila) (?:gärna |vår |oss|mig|ansvarig|rekryter|chef|\[)|(?:please |"
    r"to )?contact "
    r"(?:our |us|me|the recruit|the hiring|hiring|\[)|hör av dig till|reach out to (?:our |us|the recruit|\[))"
)
# "Önskemål, inte krav: …"
_NO_DEMAND = re.compile(r",? (?:men |fast |och )?(?:inte|inget|inga|ej|not) (?:ett )?(?:krav|måste|required|a must)\s?")
_LABELLED = re.compile(r"[A-ZÅÄÖ][\wåäö&/-]{0,60}+(?: [\wåäö&/-]{1,60}+){0,2}+: ?\S")
# First letters of what the patterns match.
_APPLY_FIRST, _OFFER_FIRST = frozenset("asmrbvpwce"), frozenset("vhsdlwypnbgfkmc")
_UNTOLD = (None, "same")
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
_LISTED = re.compile(r"(?:b-körkort|körkort|erfarenhet av)(?!\w)")
_OFFER = Seldom(
    r"(?:vi (?:erbjuder|bjuder|ger dig|skickar dig)|hos oss (?:får|erbjuds) du|som anställd (?:får|erbjuds)|du erbjuds|"
    r"lön(?:en)?|du (?:kommer att )?få(?:r)?(?! (?:gärna|inte|ej|jobba|arbeta))|"
    r"we offer|you(?: will|'ll)? (?:get(?! by)|receive)|we provide|perks)(?!\w)"
)
# What begins so is no demand, whatever it stands below.
_GIVEN = Seldom(
    r"(?:(?:du|ni) erbjuds|vi (?:erbjuder|tillämpar)|(?:här|hos oss) (?:får|erbjuds) du|som anställd (?:får|erbjuds)|"
    r"we offer|(?:bra|god|hög|fast|schysst|konkurrenskraftig|marknadsmässig|good|competitive) (?:lön|månadslön|"
    r"timlön|pay|salary))(?!\w)"
)
# "Därför ser vi gärna att du: har … Behärskar …": the wish holds until the paragraph ends.
_WISHED = re.compile(r"(?:ser vi gärna|vi ser gärna|meriterande|a plus|merit) (?:\w+ ){0,3}(?:du|you)(?: \w+)?:$")
# … and so may one among the merits.
_AGAIN = (
    "vi söker dig som", "vi söker en person", "som person är du", "we are looking for", "vi vill att du", "vi kräver",
    "vidare krävs", "dessutom krävs", "för tjänsten krävs", "du som söker", "we require", "you must", "du måste",
)  # fmt: skip
_ANEW = (
    "minst ", "lägst ", "du ska ", "du måste ", "du behöver ", "du har ", "du är ", "du kan ", "du talar ",
    "du pratar ", "at least ", "you must ", "you need ", "you have ", "you are ",
)  # fmt: skip


def blocks_of(text: str, low: str, lines: LineReader, *, learned: bool = True) -> list[Block]:
    """Blocks of a readable text, scanned and with their sections.

    Parameters
    ----------
    text, low : str
        The readable text and the same in lower case.
    lines : LineReader
        Its scanner must hold the lexicons ``sections`` and ``strength``.
    learned : bool
        Whether headings that no rule knows are told by learned weights.

    Returns
    -------
    list of Block
        In the order of the text. The sentences are numbered through.
    """
    blocks: list[Block] = []
    state = _State(learned=learned)
    held = lines_of(text)
    before: Line | None = None
    said = zip(held, lines.read(text, low, held), strict=True)
    for (line, (sentences, language)), after in zip_longest(said, held[1:]):
        if line.after_blank:
            state.paragraph_ends()
        if line.asks:
            blocks.append(_cell(line, sentences, language))
            continue
        state.list_ended = line.after_blank and bool(blocks) and blocks[-1].kind == "item"
        # "🎯 Om dig" above a list: its bullet is an ornament.
        bullet = bool(line.bullet) and not (after and after.bullet and stands_apart(line, before, after))
        below = not bullet and wishes_below(low, sentences)
        kind = "nice" if below else heading_kind(text, low, sentences, bullet=bullet)
        if kind is None and after is not None:
            kind = chapter_kind(text, line, sentences[0], before, after)
        before = line
        if kind in _UNTOLD and learned and not bullet:
            among_text = not line.after_blank and bool(blocks) and blocks[-1].kind == "paragraph"
            kind = section_headed(text, low, sentences, after, among_text=among_text) or kind
        if kind is not None:
            mark = opening(sentences[0])
            title = mark is not None and mark.label == kind and line.end - mark.end <= 4
            state.heading(kind, (line.start, line.end), title=title, after_blank=line.after_blank)
            block = Block("heading", line.start, line.end, state.section, state.place, language, sentences)
            for sentence in sentences:
                sentence.section = state.section
        else:
            block = Block("item" if line.bullet else "paragraph", line.start, line.end)
            block.language, block.sentences = language, sentences
            _inline(block, text, low, sentences, state)
            _leads_below(text, low, sentences[-1], state, after_blank=line.after_blank)
        for sentence in sentences:
            sentence.block = block
        blocks.append(block)
    demand_what_is_loved(blocks, low)
    ask_in_lists(blocks, low)
    return blocks


def _cell(line: Line, sentences: list[Sentence], language: str | None) -> Block:
    """Make a block of a table's cell, which says by itself how strongly it asks."""
    block = Block("item", line.start, line.end, line.asks or "other", None, language, sentences)
    for sentence in sentences:
        sentence.section, sentence.block = block.section, block
    return block


class _State:
    """The section that holds at a point of the text, with the headings that opened it."""

    def __init__(self, *, learned: bool) -> None:
        self.learned = learned
        self.section: Section = "other"
        self.place: tuple[int, int] | None = None
        self._before: tuple[Section, tuple[int, int] | None] | None = None
        self._announced = False
        self.list_ended = False

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


def _inline(block: Block, text: str, low: str, sentences: list[Sentence], state: _State) -> None:
    """Headings inside a line: ``Krav: …`` holds for what follows on it and until the paragraph ends."""
    turned = labelled = False
    if _LABELLED.match(text, block.start):
        # "Merit: ADR." and on the next line "Arbetstid: natt.": what a label opened ends where the next one begins.
        state.paragraph_ends()
    heading = state.place
    for sentence in sentences:
        colon = low.find(":", sentence.start, sentence.end)
        mark = opening(sentence) if "sections" in sentence.marks else None
        praised = mild_heading(low, sentence) if colon >= 0 else -1
        if mark is not None and 0 < praised <= mark.start:
            mark = None  # "Bra: erfarenhet av kassa": the topic is what is praised.
        _opened_by_words(text, low, sentence, mark, state)
        if 0 < praised < sentence.end:
            state.inline("nice", (sentence.start, praised))
        if colon >= 0 and mark is None and _WISHED.search(low, sentence.start, colon + 1):
            state.inline("nice", (sentence.start, colon + 1))
        elif colon >= 0 and mark is None and praised < 0 and state.learned:
            label = section_labelled(low, sentence, colon)
            if label:
                state.inline(label, (sentence.start, colon + 1))
                labelled = block.kind == "item"
        if not turned and state.section in _CLOSED:
            to_you = _TO_YOU.match(low, sentence.start) is not None or names_person(low, sentence)
            turned = to_you and not _is_listed(low, sentence, state.section, block)
        if state.section == "nice" and block.kind == "paragraph" and not turned:
            # Behind a list of merits and a blank line "Du talar svenska." is none of them.
            told = len(sentences) > 1 or low.startswith(_ANEW, sentence.start)
            anew = state.list_ended and sentence is sentences[0] and told and state.place is heading
            turned = anew or low.startswith(_AGAIN, sentence.start)
        section: Section = "other" if turned else state.section
        sentence.section = _of_sentence(low, sentence, section)
        if mark is not None and mark.label == "not_required":
            # "Ej krav: erfarenhet." holds for its own sentence.
            state.paragraph_ends()
    block.section, block.heading = state.section, state.place
    if labelled:
        state.paragraph_ends()  # What an item's own label says holds for that item.


def _opened_by_words(text: str, low: str, sentence: Sentence, mark: Mark | None, state: _State) -> None:
    """Open the section of a known heading inside a line, or end the merits where a demand begins."""
    if mark is not None and (_closed(low, mark, sentence) or _BARE.match(text, sentence.start)):
        if mark.label == "topic" and state.section == "nice":
            # "Bör-krav: liftkort. Språk: svenska": the merits end where another topic begins.
            state.paragraph_ends()
        state.inline(mark.label, (sentence.start, mark.end))
    elif state.section == "nice" and low.startswith(_ANEW, sentence.start):
        # "Ett plus: kantpressning. Minst tre år som svetsare.": the merits end where a demand begins.
        state.paragraph_ends()


def _is_listed(low: str, sentence: Sentence, section: Section, block: Block) -> bool:
    """Whether "B-körkort" is an item of what is needless or given, and turns to nobody."""
    if not _LISTED.match(low, sentence.start):
        return False
    return section == "not_required" or (
        section == "offer" and block.kind == "item" and "strength" not in sentence.marks
    )


def _leads_below(text: str, low: str, sentence: Sentence, state: _State, *, after_blank: bool) -> None:
    """Let a heading that ends a paragraph ("… Du jobbar i par. Det här kräver vi:") hold for the lines below it."""
    if text[sentence.end - 1] != ":" or sentence.end - sentence.start > LONGEST_HEADING:
        return
    asks = any(cue.label in ("must", "nice") for cue in sentence.marks.get("strength", ()))
    kind = heading_kind(text, low, [sentence], bullet=False) if asks or opening(sentence) else None
    if kind is not None:
        state.heading(kind, (sentence.start, sentence.end), title=False, after_blank=after_blank)
        sentence.section = state.section


def _of_sentence(low: str, sentence: Sentence, section: Section) -> Section:
    """Tell a sentence on how to apply or on what is offered apart, in every section."""
    start, end, signs = sentence.start, sentence.end, sentence.signs
    if (low[start] in _APPLY_FIRST and _APPLY.match(signs, low, start, end)) or _is_contact(low, sentence):
        return "apply"
    opens = _GIVEN if section in DEMANDS else _OFFER
    given = low[start] in _OFFER_FIRST and (opens.match(signs, low, start, end) or _GIVEN.match(signs, low, start, end))
    return "offer" if given else section


def _is_contact(low: str, sentence: Sentence) -> bool:
    """Whether a sentence says whom to ask; that most have none of the words is known before the pattern has failed."""
    if not sentence.signs & _CONTACT.sign:
        return False
    said = low[sentence.start : sentence.end]
    named = "kontakta " in said or "ring " in said or "mejla " in said or "maila " in said or "contact " in said
    named = named or "hör av dig till" in said or "reach out to " in said
    return named and _CONTACT.search(sentence.signs, said) is not None


def _closed(low: str, mark: Mark, sentence: Sentence) -> bool:
    """Whether a colon closes the heading, at once or after a few words ("Krav för tjänsten: …")."""
    needless = mark.label == "not_required"  # "Behövs inte i det här jobbet: …"
    at = low.find(":", mark.end, min(sentence.end - 1, mark.end + (40 if needless else 25)))
    if at >= 0 and _NO_DEMAND.fullmatch(low, mark.end, at):
        return True
    return at >= 0 and low.count(" ", mark.end, at) <= (6 if needless else 3) and "," not in low[mark.end : at]
