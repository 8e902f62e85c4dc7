"""Which sentences ask for skills, and what the line above a list says of its items.

A sentence asks by its heading, by a cue of strength, or as a bare demand under any heading. Lists are introduced once
("Du har erfarenhet av:"), and their lines are then skills without a word that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from matcher.requirements.context import Context
from matcher.requirements.segment import DEMANDS, Sentence
from matcher.requirements.skills_clause import JUDGES, NAMES, SURE
from matcher.requirements.skills_gate import Gate
from matcher.requirements.skills_names import Terms
from matcher.requirements.skills_words import NAMED, StopWords, edge_words, words_of
from matcher.requirements.strength import Judged
from matcher.taxonomy.alternation import WORD_BEGINS, alternation

_FRAGMENTS = (*SURE, "named")
OPEN = ("duties", "other")
"""Sections in which a sentence asks only if it says so itself."""

_LEADS = ("know", "use", "past")
_ELSEWHERE = ("offer", "apply", "about")
_LONGEST_FRAGMENT = 120
_SHORT_SENTENCE = 70
_BEGINNING = 25
_FIRST_WORDS = 60
_LONGEST_LED = 160
_SHORT = 3
_LONGEST_NAME = 34
_FEWEST_NAMES = 4
_ANNOUNCEMENT = 60
_LONGEST_FIRST = 40


class Lead(NamedTuple):
    """What the line above a list says of its items.

    Attributes
    ----------
    how : str
        The frame that it ends with, such as ``know``.
    judged : Judged
    """

    how: str
    judged: Judged

    def strength(self, own: Judged) -> Judged:
        """Strength of an item: its own cue's, else that of the line above, else its heading's."""
        if own.by == "cue" or (own.asked and self.judged.by != "cue"):
            return own
        return self.judged if self.judged.asked else Judged("must", "statement")


class Asking(NamedTuple):
    """A sentence that asks.

    Attributes
    ----------
    sentence : Sentence
    demand : bool
        Whether it is a bare demand, whatever heading it has got under.
    seeks : int or None
        Where it says that somebody is sought ("Vi söker en tekniker med kunskaper i …"), in a sentence that else
        asks for nothing.
    lead : Lead or None
    signs : int
        What its words have to offer (``skills_gate.py``).
    """

    sentence: Sentence
    demand: bool
    seeks: int | None
    lead: Lead | None
    signs: int


def asking(context: Context, names: Terms, gate: Gate) -> Iterator[Asking]:
    """Sentences of a text that ask for skills.

    Parameters
    ----------
    context : Context
    names : Terms
        By which a list of names is known.
    gate : Gate
        By which sentences that can name no skill are left out.

    Yields
    ------
    Asking
    """
    low, asks = context.low, _asks()
    named = _lists_of_names(context, names)
    lead: Lead | None = None
    for sentence in context.sentences:
        start, end, marks = sentence.start, sentence.end, sentence.marks
        led = named.get(sentence.number) if named else None
        if lead and _ends_list(low, sentence):
            lead = None
        frames = "skills_frames" in marks
        if low[end - 1] == ":":
            lead = (_lead(context, sentence) if frames else None) or lead
        elif lead:
            led = lead
        headed = sentence.section in DEMANDS
        if not (headed or frames or led or _may_ask(low, sentence, asks)):
            continue
        signs = gate.signs(low[start:end])
        if not (signs or frames or led or "skills_phrases" in marks or _may_be_skill(low, sentence)):
            continue
        demand = (signs or frames) and _demands(low, sentence, frames)
        cued = sentence.section in OPEN and ("strength" in marks or asks.condition.match(low, start))
        seeks = asks.seeks.search(low, start, end) if frames and not (demand or headed or cued or led) else None
        if not (demand or headed or cued or led or seeks):
            continue
        if signs & NAMED and not demand and asks.uses.search(low, start, end):
            continue
        if headed and not (demand or led) and not _speaks_of_applicant(low, sentence, asks):
            continue
        yield Asking(sentence, bool(demand), seeks.end() if seeks else None, led, signs)


def _may_ask(low: str, sentence: Sentence, asks: _Asks) -> bool:
    """Whether a sentence under no heading of demands may ask all the same, by its cues or its first word."""
    if sentence.section in OPEN and "strength" in sentence.marks:
        return True
    space = low.find(" ", sentence.start, sentence.end)
    return low[sentence.start : space if space >= 0 else sentence.end] in asks.first


def _may_be_skill(low: str, sentence: Sentence) -> bool:
    """Whether words that no list knows may be a skill: before a cue of strength or behind a colon."""
    cued = any(cue.label in JUDGES for cue in sentence.marks.get("strength", ()))
    return cued or low.find(": ", sentence.start, min(sentence.end, sentence.start + _ANNOUNCEMENT)) >= 0


def _demands(low: str, sentence: Sentence, frames: bool) -> bool:
    """Whether a sentence is a bare demand."""
    return _is_bare(low, sentence) or (frames and _is_fragment(low, sentence))


def _is_bare(low: str, sentence: Sentence) -> bool:
    """Whether a sentence begins as a bare demand does; of most the first word tells that it does not."""
    asks = _asks()
    first = low[sentence.start : min(sentence.end, sentence.start + _LONGEST_FIRST)].split(None, 1)[0].partition("/")[0]
    if first.isalpha() and first not in asks.first and not first.endswith(asks.endings):
        return False
    return asks.demand.match(low, sentence.start, sentence.end) is not None


def _ends_list(low: str, sentence: Sentence) -> bool:
    block = sentence.block
    if block is None or block.kind == "heading" or len(block.sentences) > 1:
        return True
    return (
        sentence.section in _ELSEWHERE or low[sentence.end - 1] in "?!" or sentence.end - sentence.start > _LONGEST_LED
    )


def _lead(context: Context, sentence: Sentence) -> Lead | None:
    """Read what a line that ends with a colon says of the lines below it."""
    frames = sentence.marks.get("skills_frames", ())
    if not frames or frames[-1].label not in _LEADS:
        return None
    classes = StopWords.load().classes
    behind = words_of(context.low, frames[-1].end, sentence.end).words
    if any(len(word) > _SHORT and not classes(word) for word in behind):
        return None  # it names something itself
    judged = context.judge(sentence, frames[-1].start, frames[-1].end)
    return Lead(frames[-1].label, judged) if judged.by != "nothing" and sentence.section not in _ELSEWHERE else None


def _lists_of_names(context: Context, names: Terms) -> dict[int, Lead]:
    """Find short lines, one below the other and most of them a tool's name, in or below a list of demands."""
    found: dict[int, Lead] = {}
    if sum([s.end - s.start <= _LONGEST_NAME for s in context.sentences]) < _FEWEST_NAMES:
        return found
    section = "other"
    for above, lines in groupby(context.sentences, lambda s: s.section if _is_short(context.low, s) else None):
        run = list(lines)
        section = next((s.section for s in run if s.section != "other"), section)
        if above is None or len(run) < _FEWEST_NAMES or section not in DEMANDS:
            continue
        if _are_names(context.low, run, names):
            found.update((s.number, Lead("listed", Judged("must", "statement"))) for s in run)
    return found


def _is_short(low: str, sentence: Sentence) -> bool:
    return sentence.end - sentence.start <= _LONGEST_NAME and not _ends_list(low, sentence)


def _are_names(low: str, lines: Sequence[Sentence], names: Terms) -> bool:
    known = (names.find(words_of(low, s.start, s.end)) for s in lines)
    return 2 * sum(any(term.topic in NAMES for term in terms) for terms in known) >= len(lines)


class _Asks(NamedTuple):
    """Patterns of sentences that ask.

    ``demand`` matches the beginning of a bare demand, whatever heading it has got under: "Goda kunskaper i ...",
    "5+ years of experience with ..."; ``first`` are the words with which a demand or a condition begins, ``endings``
    those of further ones.
    """

    demand: re.Pattern[str]
    applicant: re.Pattern[str]
    employer: re.Pattern[str]
    seeks: re.Pattern[str]
    condition: re.Pattern[str]
    uses: re.Pattern[str]
    first: frozenset[str]
    endings: tuple[str, ...]


@cache
def _asks() -> _Asks:
    words = edge_words()

    def any_of(name: str) -> str:
        return alternation(words[name])

    def whole(name: str) -> re.Pattern[str]:
        return re.compile(rf"{alternation(words[name], WORD_BEGINS)}(?!\w)")

    return _Asks(
        demand=re.compile(
            rf"(?:(?:{any_of('amount')}|[\d,.+–-]{{1,5}})\s+){{0,6}}(?:{any_of('opening')})(?=[\s/]|$)"
            rf"|(?:{any_of('strong')})\s(?:[^\s.,]+\s){{1,3}}(?:{any_of('postposed')})(?!\w)"
        ),
        applicant=whole("applicant"),
        employer=whole("employer"),
        seeks=whole("seeks"),
        condition=re.compile(rf"{any_of('condition')}(?!\w)"),
        uses=whole("uses"),
        endings=tuple(word[1:] for word in words["opening"] if word.startswith("*")),
        first=frozenset(w.split()[0] for name in ("amount", "opening", "strong", "condition") for w in words[name]),
    )


def _is_fragment(low: str, sentence: Sentence) -> bool:
    """Whether a sentence without a verb names knowledge: "Gesällbrev eller goda kunskaper i färgning"."""
    if sentence.section not in DEMANDS and sentence.section != "other":
        return False
    frames = sentence.marks.get("skills_frames", ())
    if not any(frame.label in _FRAGMENTS for frame in frames) or sentence.end - sentence.start > _LONGEST_FRAGMENT:
        return False
    classes = StopWords.load().classes
    return not any("verb" in classes(word) for word in words_of(low, sentence.start, sentence.end).words)


def _speaks_of_applicant(low: str, sentence: Sentence, asks: _Asks) -> bool:
    """Whether a long sentence under a heading of demands is about the applicant rather than the employer."""
    start, end = sentence.start, sentence.end
    if sentence.block is None or sentence.block.kind != "paragraph" or end - start < _SHORT_SENTENCE:
        return True
    cues = {mark.label for mark in sentence.marks.get("strength", ())}
    known = "skills_phrases" in sentence.marks or any(f.label in SURE for f in sentence.marks.get("skills_frames", ()))
    if not (cues or known or asks.applicant.search(low, start, end)):
        return False
    return bool(
        cues & JUDGES
        or not asks.employer.search(low, start, min(end, start + _BEGINNING))
        or asks.applicant.search(low, start, min(end, start + _FIRST_WORDS))
    )
