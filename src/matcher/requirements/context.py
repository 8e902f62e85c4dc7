"""What a family of requirements sees of an ad, and what it answers: the two halves of the engine's interface.

A family is any object with ``lexicons`` and ``find(context)``::

    class Motorbikes:
        lexicons = (Lexicon.of("motorbikes", [("A", "mc körkort"), ("A", "motorcykelkörkort")]),)

        def find(self, context):
            for sentence in context.having("motorbikes"):
                for mark in sentence.marks["motorbikes"]:
                    judged = context.judge(sentence, mark.start, mark.end)
                    yield Found("driving_licence", mark.label, sentence, mark.start, mark.end, judged)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

from matcher.records import Kind, Necessity
from matcher.requirements.strength.answered import (
    LACKS,
    NEEDLESS,
    NO_MATTER,
    TOLD_FUN,
    TOLD_GLAD,
    TOLD_NO,
    answer_of,
    answered_within,
    remark_of,
)
from matcher.requirements.strength.beside import said_beside
from matcher.requirements.strength.brackets import things
from matcher.requirements.strength.deciding import Judged, judge
from matcher.requirements.strength.softened import does_too
from matcher.requirements.strength.taken_back import is_taken_back
from matcher.requirements.text.language_id import READ
from matcher.requirements.text.lines import LineReader
from matcher.requirements.text.sections import blocks_of
from matcher.requirements.text.segment import Block, Sentence
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark, lowered

Field = Literal["headline", "text"]
_LONGEST_TITLE = 60
# Line ends that came as two characters, a backslash and a letter; one alone may belong to a path.
_WRITTEN_BREAK, _SEVERAL = "\\n", 3
_BARE_NO = re.compile(
    r"(?:ingen|inga|inget|no)(?: (?:tidigare|särskild|egen|prior|previous))? [\w-]+(?: heller| alls)?"
    r"(?:, (?:vi lär|vi utbildar|det lär|we teach|we train)[^,.]{0,30})?[.!]?"
)
# "Ställningskort bra.", "arabiska gärna.": a wish in one word that ends its clause
# "Körkort ja, egen bil nej."
_BARE_ANSWER = re.compile(r" (?:(?P<no>nej|no|nope)|ja|yes)(?=\s*(?:[.,;!]|$))")
_ANSWERS = (" nej", " no", " ja", " yes")
_PRAISES = (
    " bra", " gärna", " kul", " kanon", " toppen", " ett +", " = +", " (bra", " (bör", " (kul", " (good", " (nice",
    " om du har", " if you have",
)  # fmt: skip
_WISHED_SHORT = (" gärna", " om ", " if ", " (nice", " (bör", " (kul")
_PRAISED_SHORT = re.compile(
    # "C eller CE om du har."
    r" (?:om du har|if you have)(?: (?:en|ett|den|det|one|it))?(?=\s*(?:[.!;,)\n]|$))|"
    r" (?:(?:bra|gärna|kul|kanon|toppen|ett \+|= \+)(?=[.!;,\n]|$| (?:men|fast) )|\((?:bra|bör|kul|good|nice)\))"
)
_NO = ("ingen", "inga", "inget", "no")
_UNSAID = ("nothing", "statement", "heading")
_REPLY = 30  # how far behind a thing the sign stands that opens a reply


def _place(mark: Mark | Sentence) -> int:
    return mark.start


class Found(NamedTuple):
    """One requirement as a family found it; offsets are those of the context's text.

    Attributes
    ----------
    kind : Kind
    value : object
        As :class:`matcher.records.Requirement` wants it.
    sentence : Sentence
    start, end : int
        The words that carry it. The engine widens the quote to an adjacent cue of strength.
    judged : Judged
        Usually ``context.judge(sentence, start, end)``.
    group : int or None
        Finds of one sentence with the same number are alternatives; ``None`` leaves it to the engine, which looks for
        "eller" between neighbours.
    """

    kind: Kind
    value: Any
    sentence: Sentence
    start: int
    end: int
    judged: Judged
    group: int | None = None

    @property
    def necessity(self) -> Necessity:
        """Strength."""
        return self.judged.necessity


@dataclass(frozen=True, slots=True)
class Context:
    """One text of an ad, segmented and scanned.

    Attributes
    ----------
    field : {"headline", "text"}
    text, low : str
        Readable text, and the same in lower case, character by character.
    blocks : sequence of Block
    sentences : sequence of Sentence
        All sentences of blocks in a language that is read, headings included.
    index : mapping of str to list of Sentence
        Sentences by the lexicons that found something in them, short headings left out.
    headline : str
        The ad's headline in lower case, whatever the field.
    occupation : str
        The occupation's label in lower case; empty if the ad names none.
    """

    field: Field
    text: str
    low: str
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    index: Mapping[str, list[Sentence]]
    headline: str = ""
    occupation: str = ""

    def having(self, *lexicons: str) -> Iterator[Sentence]:
        """Sentences in which any of the lexicons has found something; short headings name topics and are left out."""
        if len(lexicons) == 1:
            return iter(self.index.get(lexicons[0], ()))
        found = {s.number: s for name in lexicons for s in self.index.get(name, ())}
        return iter([found[number] for number in sorted(found)])

    def judge(self, sentence: Sentence, start: int, end: int, *, until: int | None = None) -> Judged:
        """Strength of what stands at ``[start, end)``: see :func:`matcher.requirements.strength.deciding.judge`."""
        judged = self._told(sentence, start, end) or judge(self.low, sentence, start, end, until=until)
        if judged.by in _UNSAID and judged.necessity == "must" and judged.cue is None and self.field == "text":
            # No cue that anybody listed judges it: what the words beside it say is told by learned weights.
            # Under "Krav" a comma begins another thing ("B-körkort, bil finns att låna").
            apart = judged.by == "heading" and self.low.startswith(",", end)
            said = None if apart else said_beside(self.low, sentence, start, end, by=judged.by)
            judged = Judged(said[0], "cue", said[1]) if said else judged
        if judged.necessity == "must" and judged.asked and is_taken_back(self.low, sentence):
            return Judged("nice", "cue")
        if judged.by == "cue" and judged.necessity != "not_required":
            return judged
        for mark in sentence.marks.get("strength", ()):
            if mark.label == "same" and (judged.cue is None or mark.start < judged.cue.end):
                # "Detsamma gäller truckkort.": the sentence before says how strongly, unless this one says more.
                return self._like_before(sentence, start) or judged
        return judged

    def _told(self, sentence: Sentence, start: int, end: int) -> Judged | None:
        """Strength that an answer, a denial or a reply gives; of most sentences one sign tells that there is none."""
        if self.field == "text":
            asks = self.text[sentence.end - 1] == "?"
            if told := (asks and self._answered(sentence)) or remark_of(self.low, sentence):
                return told
            if self.low.startswith(_NO, sentence.start) and _BARE_NO.fullmatch(self.low, sentence.start, sentence.end):
                # "Ingen erfarenhet.": it denies that and says nothing else.
                return Judged("not_required", "cue")
        if self.low.startswith(_PRAISES, end) and _PRAISED_SHORT.match(self.low, end, sentence.end):
            spoken = any(mark.end == end for mark in sentence.marks.get("languages", ()))
            if self.low.startswith(_WISHED_SHORT, end) or not spoken:
                return Judged("nice", "cue")
        answer = _BARE_ANSWER.match(self.low, end, sentence.end) if self.low.startswith(_ANSWERS, end) else None
        if answer:
            return Judged("not_required" if answer["no"] else "must", "cue")
        if does_too(self.low, end, sentence.end):
            return self._like_other_way(sentence, start)
        ahead = self.low[end : end + _REPLY]
        if any(sign in ahead for sign in "?:-–=[("):
            return self._replied(sentence, end)
        return None

    def _replied(self, sentence: Sentence, end: int) -> Judged | None:
        """Strength that a word right behind a thing gives ("Körkort: nej", "Van vid kassa? Bra, men …")."""
        low = self.low
        lacks = low.startswith(_NO, sentence.start) or LACKS.search(sentence.signs, low, sentence.start, end)
        asked = low.find("?", end, sentence.end) if lacks else -1
        if low.startswith("? ", end) and NEEDLESS.match(low, end + 2, sentence.end):
            # "Formal training? Good cooks come without it, so it is not a requirement."
            return Judged("not_required", "cue")
        if answered := answered_within(low, sentence, end):
            return answered
        if TOLD_NO.match(sentence.signs, low, end, sentence.end) or (asked >= 0 and NO_MATTER.match(low, asked + 2)):
            # "No licence? We will help you."
            return Judged("not_required", "cue")
        glad = TOLD_GLAD.match(sentence.signs, low, end, sentence.end) or TOLD_FUN.match(low, end, sentence.end)
        return Judged("nice", "cue") if glad else None

    def _answered(self, sentence: Sentence) -> Judged | None:
        """Strength that the answer gives to a question ("Behövs körkort? Nej.")."""
        place = bisect_left(self.sentences, sentence.number + 1, key=lambda s: s.number)
        return answer_of(self.low, sentence, self.sentences[place]) if place < len(self.sentences) else None

    def _like_other_way(self, sentence: Sentence, start: int) -> Judged | None:
        """Strength of what is named before a thing that will do as well, in its sentence or in the one before."""
        before = max((m for m in things(sentence) if m.end < start), default=None, key=_place)
        if before is None:
            place = bisect_left(self.sentences, sentence.number, key=lambda s: s.number)
            other = self.sentences[place - 1] if place else None
            if other is None or other.block is not sentence.block:
                return None
            # "B-körkort krävs. AM går lika bra.": of the same kind
            alike = [name for name, marks in sentence.marks.items() if any(m.start <= start < m.end for m in marks)]
            thing = max(
                (m for m in things(other) if any(m in other.marks.get(n, ()) for n in alike)), default=None, key=_place
            )
            return judge(self.low, other, thing.start, thing.end) if thing else None
        judged = judge(self.low, sentence, before.start, before.end, until=start)
        return judged if judged.asked else Judged("must", "statement")

    def _like_before(self, sentence: Sentence, start: int) -> Judged | None:
        for cue in reversed(sentence.marks.get("strength", ())):
            if cue.label in ("must", "nice") and cue.end < start:
                return Judged("must" if cue.label == "must" else "nice", "cue")
        place = bisect_left(self.sentences, sentence.number, key=lambda s: s.number)
        before = self.sentences[place - 1] if place else None
        if before is None or before.block is not sentence.block:
            return None
        thing = max(things(before), default=before, key=_place)
        judged = judge(self.low, before, thing.start, thing.end)
        return Judged(judged.necessity, "cue") if judged.by == "cue" else None


class Family(Protocol):
    """A family of requirement kinds."""

    @property
    def lexicons(self) -> Sequence[Lexicon]:
        """Lexicons that the engine scans for it."""

    def find(self, context: Context) -> Iterable[Found]:
        """Find the requirements of this family in one text."""


def open_text(
    field: Field, text: str, lines: LineReader, *, headline: str = "", occupation: str = "", learned: bool = True
) -> Context:
    r"""Segment and scan a readable text.

    Parameters
    ----------
    field : {"headline", "text"}
    text : str
        Readable (:func:`matcher.taxonomy.wording.readable`); several written line breaks become real ones.
    lines : LineReader
        Its scanner must hold the lexicons ``sections`` and ``strength``.
    headline, occupation : str
        Of the ad, in lower case.

    Examples
    --------
    >>> from matcher.requirements.lexicon import lexicon
    >>> from matcher.taxonomy.scanning.scanner import Scanner
    >>> lines = LineReader(Scanner([lexicon("sections"), lexicon("strength")]))
    >>> context = open_text("text", "Krav\n- Truckkort", lines)
    >>> [(block.kind, block.section) for block in context.blocks]
    [('heading', 'profile'), ('item', 'profile')]
    """
    if text.count(_WRITTEN_BREAK) >= _SEVERAL:
        text = text.replace("\\r", "  ").replace(_WRITTEN_BREAK, " \n")
    low = lowered(text)
    blocks = blocks_of(text, low, lines, learned=learned)
    sentences = [
        sentence for block in blocks if block.language is None or block.language in READ for sentence in block.sentences
    ]
    if field == "headline":
        for sentence in sentences:
            sentence.section = "other"
    index: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        if not sentence.marks or (field == "text" and _is_title(text, sentence)):
            continue
        for name in sentence.marks:
            if name in index:
                index[name].append(sentence)
            else:
                index[name] = [sentence]
    return Context(field, text, low, blocks, sentences, index, headline, occupation)


def _is_title(text: str, sentence: Sentence) -> bool:
    short = sentence.end - sentence.start < _LONGEST_TITLE
    heading = short and sentence.block is not None and sentence.block.kind == "heading"
    return heading and text[sentence.end - 1] != "?"
