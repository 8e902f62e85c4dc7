"""Checks and formal conditions: record checks, citizenship, work permit, lowest age."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import lexicon
from matcher.requirements.segment import Sentence
from matcher.requirements.strength import Judged
from matcher.taxonomy.phrasebook import Lexicon, Mark

_AGE = re.compile(
    r"(?<!\w)(?:fyllt|fyller|minst|lägst|över|är|vara|du|ålder(?: på| minst| lägst)?|åldersgräns\w*|åldern|från|mellan|at least|minimum|over|turned|age|aged|are)"
    r"[\s:]{1,3}(?:de\s|age of\s|age\s|är\s|of\s|en\s)?(1[5-9]|2[0-9]|30|arton|tjugo)(?!\d)(?![.,:]\d)"
    r"\s?(?:[-–]\s?\d\d\s?)?(?P<unit>år(?!s)(?: gammal| fyllda| eller äldre| och uppåt)?|years?(?: of age| old)?|fyllda|\+)?(?!\w)"
    r"|(?<!\w)(1[5-9]|2[0-9])\s?(?:\+|år (?:fyllda|eller äldre|och uppåt)|years (?:of age|old) or)"
    r"|(?:åldersgräns\w*|ålderskrav\w*)\D{0,15}(1[5-9]|2[0-9])(?!\d)"
)
_OF_AGE = re.compile(r"fyllt|fyller|ålder|över|turned|age|over")
_WHOLE = re.compile(r"(?:du (?:måste|ska|skall|behöver) vara|you (?:must|need to|have to) be|att du är)\s(?:minst |at least )?(1[5-9]|2[0-9])(?=[\s.,]|$)(?!\s(?:person|år))")
_NOT_AGE = re.compile(r"\s?(?:års?|years?)?\s?(?:erfarenhet|experience|tim|hours|dag|days|veck|week|kilo|kg|person|procent|%|månad|month|kr|barn|elever)")
_WORDS = {"arton": 18, "tjugo": 20}
_CLIENT = re.compile(r"(?:är|en|ett)\s+(?:\d+|en)[\s-]?(?:årig|år ung)")


class Checks:
    """Family of ``record_check``, ``citizenship``, ``work_permit`` and ``age_min``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Words for checks and permits, and numbers that may be an age."""
        return (lexicon("checks"), Lexicon.of("ages", [("age", "#"), ("age", "(arton|tjugo)")]))

    def find(self, context: Context) -> Iterable[Found]:
        """Checks and formal conditions in a text."""
        for sentence in context.having("checks"):
            yield from self._checks(context, sentence)
        for sentence in context.having("ages"):
            yield from self._ages(context, sentence)

    def _checks(self, context: Context, sentence: Sentence) -> Iterator[Found]:
        marks = sentence.marks["checks"]
        labels = {mark.label for mark in marks}
        for mark in marks:
            kind = mark.more[0]
            # A security clearance brings its own look into the registers; it is one check.
            if mark.label == "police_record" and "security_clearance" in labels:
                continue
            judged = _formal(context, sentence, mark)
            if judged is None:
                continue
            if kind == "record_check":
                yield Found("record_check", mark.label, sentence, mark.start, mark.end, judged)
            elif kind == "citizenship":
                yield Found("citizenship", "SE", sentence, mark.start, mark.end, judged)
            else:
                yield Found("work_permit", True, sentence, mark.start, mark.end, judged)

    def _ages(self, context: Context, sentence: Sentence) -> Iterator[Found]:
        low = context.low
        whole = _WHOLE.search(low, sentence.start, sentence.end)
        if whole and not _NOT_AGE.match(low, whole.end()):
            judged = context.judge(sentence, whole.start(), whole.end())
            yield Found("age_min", int(whole.group(1)), sentence, whole.start(), whole.end(), judged)
        for found in _AGE.finditer(low, sentence.start, sentence.end):
            digits = found.group(1) or found.group(3) or found.group(4)
            if not (found.group("unit") or found.group(3) or found.group(4) or _OF_AGE.match(found.group())):
                continue
            if _NOT_AGE.match(low, found.end()) or sentence.section in ("about", "offer"):
                continue
            age = _WORDS.get(digits) or int(digits)
            judged = context.judge(sentence, found.start(), found.end())
            asks = judged.by != "nothing" or _OF_AGE.match(found.group()) or found.group().startswith(("minst", "at least"))
            if asks:
                yield Found("age_min", age, sentence, found.start(), found.end(), judged)


def _formal(context: Context, sentence: Sentence, mark: Mark) -> Judged | None:
    """Strength of a check: a must even where it is only told that it "kan bli aktuell", unless the ad denies it."""
    judged = context.judge(sentence, mark.start, mark.end)
    if judged.by == "cue" and judged.cue is not None:
        if judged.necessity == "not_required":
            return judged
        if judged.necessity == "nice" and judged.cue.end <= mark.start and mark.start - judged.cue.end < 40:
            return judged
    if mark.more[0] != "record_check" and judged.by == "nothing" and sentence.section in ("offer", "about", "duties"):
        return None
    return Judged("must", "cue" if judged.by == "cue" else "statement", judged.cue)
