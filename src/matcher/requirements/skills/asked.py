"""Which sentences ask for skills.

A sentence asks by its heading, by a cue of strength, as a bare demand under any heading, or as a line of a list that
the line above introduces (``skills/above.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from matcher.requirements.context import Context
from matcher.requirements.skills.above import Above, Lead, lists_of_names
from matcher.requirements.skills.clause import JUDGES, SURE
from matcher.requirements.skills.crafts import ABLE
from matcher.requirements.skills.gate import Gate
from matcher.requirements.skills.names import Terms
from matcher.requirements.skills.words import FUSED, NAMED, StopWords, edge_words, words_of
from matcher.requirements.text.segment import DEMANDS, Sentence
from matcher.taxonomy.scanning.alternation import WORD_BEGINS, alternation

_FRAGMENTS = (*SURE, "named")
OPEN = ("duties", "other")
"""Sections in which a sentence asks only if it says so itself."""

_LONGEST_FRAGMENT = 120
_SHORT_SENTENCE = 70
_BEGINNING = 25
_FIRST_WORDS = 60
_ANNOUNCEMENT = 60
_LONGEST_FIRST = 40


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
        What its words have to offer (``skills/gate.py``).
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
    named = lists_of_names(context, names)
    above = Above(context, asks.uses)
    for sentence in context.sentences:
        start, end, marks = sentence.start, sentence.end, sentence.marks
        frames = "skills_frames" in marks
        led = named.get(sentence.number) if named else None
        if above.lead or low[end - 1] == ":" or (sentence.block and sentence.block.kind == "heading"):
            # All others tell nothing of the lines below them.
            led = above.read(sentence) or led
            if above.announces:
                continue
        headed = sentence.section in DEMANDS
        if not (headed or frames or led or "skills_phrases" in marks or _may_ask(low, sentence, asks)):
            continue
        signs = gate.signs(low[start:end], sentence.signs)
        phrases = "skills_phrases" in marks
        if not (signs or frames or led or phrases or _may_be_skill(low, sentence)):
            continue
        demand = (signs or frames or phrases) and _demands(low, sentence, frames)
        cued = sentence.section in OPEN and ("strength" in marks or asks.condition.match(low, start))
        introduces = frames or signs & FUSED
        seeks = asks.seeks.search(low, start, end) if introduces and not (demand or headed or cued or led) else None
        if not (demand or headed or cued or led or seeks):
            continue
        if (
            signs & NAMED
            and not demand
            and (asks.uses.search(low, start, end) or (above.used and not _judged(sentence)))
        ):
            continue
        if headed and not (demand or led) and not _speaks_of_applicant(low, sentence, asks):
            continue
        yield Asking(sentence, bool(demand), seeks.end() if seeks else None, led, signs)


def _judged(sentence: Sentence) -> bool:
    """Whether a cue says how strongly something in the sentence is asked for."""
    return any(cue.label in JUDGES for cue in sentence.marks.get("strength", ()))


def _may_ask(low: str, sentence: Sentence, asks: _Asks) -> bool:
    """Whether a sentence under no heading of demands may ask all the same, by its cues or its first word."""
    if sentence.section in OPEN and "strength" in sentence.marks:
        return True
    space = low.find(" ", sentence.start, sentence.end)
    return low[sentence.start : space if space >= 0 else sentence.end].rstrip(":") in asks.first


def _may_be_skill(low: str, sentence: Sentence) -> bool:
    """Whether words that no list knows may be a skill: before a cue of strength or behind a colon."""
    return _judged(sentence) or low.find(": ", sentence.start, min(sentence.end, sentence.start + _ANNOUNCEMENT)) >= 0


def _demands(low: str, sentence: Sentence, frames: bool) -> bool:
    """Whether a sentence is a bare demand."""
    if _is_bare(low, sentence) or (frames and _is_fragment(low, sentence)):
        return True
    # "Datorvana." is a demand, "laga mat" among the duties is none.
    phrases = sentence.marks.get("skills_phrases", ()) if sentence.section != "duties" else ()
    return any(mark.start == sentence.start and sentence.end - mark.end <= 1 for mark in phrases)


def _is_bare(low: str, sentence: Sentence) -> bool:
    """Whether a sentence begins as a bare demand does; of most the first word tells that it does not."""
    asks = _asks()
    first = low[sentence.start : min(sentence.end, sentence.start + _LONGEST_FIRST)].split(None, 1)[0].partition("/")[0]
    if first.isalpha() and first not in asks.first and not first.endswith(asks.endings):
        return False
    return asks.demand.match(low, sentence.start, sentence.end) is not None


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
            rf"(?:(?:{any_of('amount')}|[\d,.+–-]{{1,5}})\s+){{0,6}}(?:{any_of('opening')})(?=[\s/:.,]|$)"
            rf"|(?:{any_of('strong')})\s(?:[^\s.,]+\s){{1,3}}(?:{any_of('postposed')})(?!\w)"
            rf"|(?:kan|can)\s(?!{any_of('not able')}(?!\w))\w"
        ),
        applicant=whole("applicant"),
        employer=whole("employer"),
        seeks=whole("seeks"),
        condition=re.compile(rf"{any_of('condition')}(?!\w)"),
        uses=whole("uses"),
        endings=tuple(word[1:] for word in words["opening"] if word.startswith("*")),
        first=ABLE.union(w.split()[0] for name in ("amount", "opening", "strong", "condition") for w in words[name]),
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
