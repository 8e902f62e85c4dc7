"""Working hours that only the clock tells: "Arbetstid 17–21", "3 pm to 10 pm"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.requirements.context import Context, Found
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence

# These stand in every time of the clock, and are found faster.
_ANY_CLOCK, _ANY_BETWEEN = re.compile(r"\d\s?[-–]\s?\d"), re.compile(r"\d\s(?:och|till|and|to)\s")
# What a number counts is no time of day; "09.30 monday", "till 16 mån–fre" are.
_COUNTS = r"(?:år|kr|kg|h(?!\w)|tim|%|st(?!\w)|månad|mån(?!\w| ?[-–])|dag|pers|m(?!\w))"
_CLOCK = re.compile(
    r"(?<![\d.,:/-])(\d{1,2})(?:[.:](\d\d))?\s?[-–]\s?(\d{1,2})(?:[.:](\d\d))?"
    rf"(?![\d%:]|\.\d|\s?{_COUNTS})"
)
_BETWEEN_CLOCKS = re.compile(
    r"(?<!\w)(?:mellan|between|från|from|(?:\w*tid(?:en|er|erna)?|hours|time|shift) (?:is|are|är))\s"
    r"(?:klockan\s|kl\.?\s)?(\d{1,2})(?:[.:](\d\d))?\s(?:och|till|and|to)\s"
    rf"(?:klockan\s|kl\.?\s)?(\d{{1,2}})(?:[.:](\d\d))?(?![\d%:]|\.\d|\s?{_COUNTS})"
)
_WORKING_HOURS = re.compile(
    r"(?<!\w)(?:på plats|tjänsten|måndag\w*|mån|vardag\w*|mondays?|weekdays|fridays?|"
    r"tid|tider|arbetstid\w*|arbetspass\w*|passe[tn]|pass|skift\w*|schema\w*|jobbar?|arbetar?|"
    r"working hours|shifts?|"
    r"work(?:ing)?|hours)(?!\w)(?!.{0,60}(?:öppet|öppettid|intervju|telefon))"
)
# "5 am to 1 pm", "3–10pm"
_TWELVE = re.compile(r"\d\s?[ap]\.?m(?!\w)")  # stands in every time of that clock
_ENGLISH_CLOCK = re.compile(
    r"(?<![\d.:,/])(\d{1,2})(?:[.:](\d\d))?\s?(?:([ap])\.?m\.?)?\s?(?:[-–]|to|until|till|and)\s?"
    r"(\d{1,2})(?:[.:](\d\d))?\s?([ap])\.?m(?!\w)"
)
_OF_GUESTS = re.compile(r"(?<!\w)(?:open|opening|interviews?|call|phone|check-?in|breakfast|lunch|visit)(?!\w)")
_TITLE = re.compile(
    r"(?:dina |våra )?(?:arbetstid\w*|tjänstgöringstid\w*|schema\w*|arbetspass\w*|working hours|work hours|shifts?)"
)
_ALONE = re.compile(r"\d\d[.:]\d\d\s?[-–]\s?\d\d[.:]\d\d\.?")  # "01.00–05.30."
_SMALL_HOURS, _MORNING, _NOON, _EVENING, _DAY = 3, 6.5, 12, 19, 24


def by_the_clock(context: Context) -> Iterator[Found]:
    """Find the hours that only the clock tells: late, at night, or before half past six.

    Parameters
    ----------
    context : Context
        Scanned with the lexicons ``hours`` and ``hours_said``.

    Yields
    ------
    Found
        At most one.
    """
    low = context.low
    alone = [s for s in context.sentences if low[s.start].isdigit() and _ALONE.fullmatch(low, s.start, s.end)]
    for sentence in (*alone, *context.having("hours", "hours_said")):
        if any(mark.label == "either" for mark in sentence.marks.get("hours_said", ())):
            continue  # "06–14.30 eller 14–22, du väljer skift"
        said = low[sentence.start : sentence.end]
        found = _swedish(
            low, said, sentence.start, sentence.end, titled=sentence in alone or under_hours(low, sentence)
        )
        if found is None and _TWELVE.search(said):
            found = _english(low, sentence.start, sentence.end)
        if found:
            judged = Judged("must", "statement")
            yield Found("working_time", [found[0]], sentence, found[1], found[2], judged)
            return


def under_hours(low: str, sentence: Sentence) -> bool:
    """Whether a sentence stands under a heading such as "Arbetstider".

    Examples
    --------
    >>> from matcher.requirements.text.segment import Block
    >>> low = "arbetstider: 16-01"
    >>> under_hours(low, Sentence(13, len(low), block=Block("paragraph", 13, len(low), heading=(0, 12))))
    True
    """
    heading = sentence.block.heading if sentence.block else None
    return heading is not None and _TITLE.match(low, *heading) is not None


def _swedish(low: str, said: str, start: int, end: int, *, titled: bool) -> tuple[str, int, int] | None:
    """Hours by the clock of 24, and where they stand."""
    written = ("-" in said or "–" in said) and _ANY_CLOCK.search(said)
    if not (written or _ANY_BETWEEN.search(said)) or not (titled or _WORKING_HOURS.search(low, start, end)):
        return None
    for clock in (_CLOCK if written else _BETWEEN_CLOCKS).finditer(low, start, end):
        value = _of_the_clock(int(clock[1]) + int(clock[2] or 0) / 60, int(clock[3]) + int(clock[4] or 0) / 60)
        # "åk 4-6" and "3-6 years" are no times of day.
        told = low.endswith(("kl ", "kl. ", "klockan "), start, clock.start()) and int(clock[3]) >= _NOON
        if value and (told or clock[2] or clock[4] or clock[1].startswith("0") or int(clock[1]) >= _NOON):
            return value, *clock.span()
    return None


def _english(low: str, start: int, end: int) -> tuple[str, int, int] | None:
    """Hours by the clock of twelve, and where they stand."""
    if _OF_GUESTS.search(low, start, end):
        return None
    for clock in _ENGLISH_CLOCK.finditer(low, start, end):
        first, last = (int(clock[n]) % _NOON + int(clock[n + 1] or 0) / 60 for n in (1, 4))
        # "3–10 pm": both behind noon, unless that would end before it begins.
        half = clock[3] or (clock[6] if first < last else "a" if clock[6] == "p" else "p")
        value = _of_the_clock(first + _NOON * (half == "p"), last + _NOON * (clock[6] == "p"))
        if value:
            return value, *clock.span()
    return None


def _of_the_clock(start: float, end: float) -> str | None:
    if start > _DAY or end > _DAY or start == end:
        return None
    if end < start and start >= _NOON:
        return "night" if end >= 3 and start >= _EVENING - 2 else "evening"
    if start >= _NOON and end >= _EVENING:
        return "evening"
    if start < _SMALL_HOURS < end:
        return "night"
    return "early" if _SMALL_HOURS <= start < _MORNING and end > start else None
