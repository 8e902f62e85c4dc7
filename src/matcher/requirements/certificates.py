"""Certificates: named courses, cards and permits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from matcher.requirements.context import Context, Found
from matcher.requirements.segment import Sentence
from matcher.requirements.strength import Judged
from matcher.taxonomy.certificates import certificate_phrases
from matcher.taxonomy.phrasebook import Lexicon, Mark

# A few wordings are also names of tasks; they are certificates only beside a word like these.
_TASKS = frozenset({"forsta_hjalpen", "fall_protection", "stralskydd", "asbest", "hardplast", "semin", "sakra_lyft", "delegering", "kontrollansvarig"})
_DOCUMENT = re.compile(r"kort|utbild|intyg|certifi|bevis|behörig|kurs|licens|licen[cs]e|tillstånd|krav|course|training|delegering")
_SHORTEST_LINE = 50
_KNOWLEDGE = re.compile(r"(?:kunskap\w*|kännedom|kunnig|vana|erfarenhet|knowledge|experience)\s(?:i|om|inom|av|of|in|with)\s$")
_CARD_BESIDE = re.compile(r"kort|ykb|adr|behörighet|licens|licen[cs]e")


def _listed(low: str, sentence: Sentence, mark: Mark) -> bool:
    """A bare name of a machine means its card only in a list of cards ("ADR, truck")."""
    if low.startswith("- ", mark.end):
        return True
    alone = sentence.end - sentence.start - (mark.end - mark.start) <= 3
    if sentence.section not in ("profile", "nice"):
        return False
    if alone:
        return True
    before, after = low[max(sentence.start, mark.start - 25) : mark.start], low[mark.end : min(sentence.end, mark.end + 3)]
    return before.rstrip().endswith((",", "och", "/")) and bool(_CARD_BESIDE.search(before)) and (not after.strip() or after[0] in ",./(")


class Certificates:
    """Family of ``certificate``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Wordings of the certificates."""
        return (certificate_phrases(),)

    def find(self, context: Context) -> Iterable[Found]:
        """Certificates asked for in a text."""
        for sentence in context.having("certificates"):
            for mark in sentence.marks["certificates"]:
                judged = context.judge(sentence, mark.start, mark.end)
                if _asked(context, sentence, mark, judged):
                    yield Found("certificate", mark.label, sentence, mark.start, mark.end, judged)


def _asked(context: Context, sentence: Sentence, mark: Mark, judged: Judged) -> bool:
    low = context.low
    if context.field == "headline" and judged.by != "cue":
        return False
    if _KNOWLEDGE.search(low, max(sentence.start, mark.start - 25), mark.start):
        return False
    if mark.more and not _listed(low, sentence, mark):
        return False
    if mark.label in _TASKS and not _DOCUMENT.search(low, sentence.start, sentence.end) and judged.by != "heading":
        return False
    if sentence.section in ("offer", "about", "apply"):
        return judged.by == "cue"
    if judged.by != "nothing":
        return True
    return sentence.end - sentence.start <= _SHORTEST_LINE
