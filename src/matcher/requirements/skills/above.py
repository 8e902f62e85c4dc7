"""What the lines above a list say of its items, and lists that need no line above them.

Lists are introduced once ("Du har erfarenhet av:"), and their lines are then skills without a word that says so; below
"Our tech stack" they are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from matcher.requirements.context import Context
from matcher.requirements.skills.clause import NAMES
from matcher.requirements.skills.names import Terms
from matcher.requirements.skills.words import StopWords, words_of
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import DEMANDS, Sentence

_NOTHING = Judged("must", "nothing")
_LEADS = ("know", "use", "past", "do")
_ELSEWHERE = ("offer", "apply", "about")
_LONGEST_LED = 160
_SHORT = 3
_LONGEST_NAME = 34
_FEWEST_NAMES, _FEWEST_CRAFTS = 4, 3
_SEVERAL_SHORT = b"\1" * _FEWEST_CRAFTS


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


class Above:
    """What the lines above a sentence say of it.

    Parameters
    ----------
    context : Context
    uses : re.Pattern
        Words of a heading below which an ad tells what the employer works with.

    Attributes
    ----------
    lead : Lead or None
        What introduces the list that it stands in.
    announces : bool
        Whether the sentence passed last introduces a list, and names nothing itself.
    used : bool
        Whether the last heading only tells what the employer works with ("Our tech stack").
    """

    def __init__(self, context: Context, uses: re.Pattern[str]) -> None:
        self._context, self._uses = context, uses
        self.lead: Lead | None = None
        self.announces = self.used = False

    def read(self, sentence: Sentence) -> Lead | None:
        """Pass a sentence, and return the lead that holds for it."""
        low = self._context.low
        colon = low[sentence.end - 1] == ":"
        if colon or (sentence.block and sentence.block.kind == "heading"):
            self.used = self._uses.search(low, sentence.start, sentence.end) is not None
        if self.lead and _ends_list(low, sentence):
            self.lead = None
        self.announces = False
        if not colon:
            return self.lead
        lead = _lead(self._context, sentence) if "skills_frames" in sentence.marks else None
        self.announces, self.lead = lead is not None, lead or self.lead
        return None


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


def lists_of_names(context: Context, names: Terms) -> dict[int, Lead]:
    """Find short lines or sentences one after the other, most of them names, in or below a list of demands.

    Names of tools are ``listed``; among crafts ("Lödning. Pressning. Felsökning.") what no list knows is ``akin``.
    """
    found: dict[int, Lead] = {}
    if _SEVERAL_SHORT not in bytes([s.end - s.start <= _LONGEST_NAME for s in context.sentences]):
        return found  # most texts have nowhere so many short lines one below the other
    section = "other"
    blocks: dict[int, bool] = {}
    for above, lines in groupby(context.sentences, lambda s: s.section if _is_short(context.low, s, blocks) else None):
        run = list(lines)
        section = next((s.section for s in run if s.section != "other"), section)
        if above is None or len(run) < _FEWEST_CRAFTS or section not in DEMANDS:
            continue
        known = [names.find(words_of(context.low, s.start, s.end)) for s in run]
        if len(run) >= _FEWEST_NAMES and _most(any(term.topic in NAMES for term in terms) for terms in known):
            found.update((s.number, Lead("listed", Judged("must", "statement"))) for s in run)
        elif _most(any(term.kind == "tool" for term in terms) for terms in known):
            found.update((s.number, Lead("akin", _NOTHING)) for s in run if _is_one_word(context.low, s))
    return found


def _is_short(low: str, sentence: Sentence, blocks: dict[int, bool]) -> bool:
    """Whether a line or each sentence of its block is short; a block is looked through once, however long it is."""
    if sentence.end - sentence.start > _LONGEST_NAME:
        return False
    block = sentence.block
    if block and len(block.sentences) > 1 and block.kind != "heading":
        if (place := id(block)) not in blocks:
            blocks[place] = all(s.end - s.start <= _LONGEST_NAME and low[s.end - 1] == "." for s in block.sentences)
        return blocks[place]
    return not _ends_list(low, sentence)


def _is_one_word(low: str, sentence: Sentence) -> bool:
    return " " not in low[sentence.start : sentence.end]


def _most(known: Iterable[bool]) -> bool:
    told = list(known)
    return 2 * sum(told) >= len(told)
