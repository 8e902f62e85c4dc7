"""Conditions of the work itself: when it is done, and what the body must manage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from matcher.records import Necessity
from matcher.requirements.conditions.hours_clock import by_the_clock, under_hours
from matcher.requirements.conditions.hours_hedged import chain_of, is_hedged
from matcher.requirements.conditions.hours_others import are_of_others
from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import joined, lexicon
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark

_WORDS = joined("conditions")

ORDER = ("early", "evening", "night", "weekend", "shift", "on_call")
_NEGATED_WITHIN = 30
_EARLY_CLOCK = re.compile(
    r"(?:börja\w*|start\w*|på plats|öppn\w*|passen?|arbetstid\w*|from|at|klockan|kl\.?|från|är)\D{0,25}?"
    r"(?<!\d)(?:0[3-6]|[3-6])[.:]\d\d(?!\d)|(?<!\d)0[3-6](?:[.:]\d\d)?\s?[-–]\s?\d\d"
)
_SEVERAL = {"mixed": ("evening", "weekend"), "round_the_clock": ("evening", "night", "weekend")}
"""Words for hours of several kinds."""
_WISH = re.compile(
    r"meriter|merit|önsk|plus|fördel|en fördel|ett plus|gärna|det är bra|bonus|nice|preferr|advantage|a plus"
)
# "Du har kört lift", "truckkort, travers och lift": a machine
_SWEDISH_LIFT = re.compile(r"(?<!\w)(?:kört|köra|kör|gått|på|en|med|behöver|har|för|och|i|av|från)\s$")
_A_LIFT = re.compile(
    r"(?<!\w)(?:truck|travers|kran|saxlift|teleskop)\w*(?:,|/| &| och| eller| samt) ?$|(?<!\w)(?:scissor|aerial|boom) $"
)
_LIFT_UP = re.compile(
    r"carry (?:out|on|responsib\w*|keys|cash|phones?)(?!\w)|"
    r"lyft\w*\s(?:fram|upp|detta|varandra|verksamhet\w*|idéer|frågor|goda|komplexa|elever\w*|varje|andra)"
)
_STRONG = re.compile(_WORDS["strong"])
_YOURS = re.compile(
    r"^(?:kan|kunna|klarar|klara|orkar|orka) (?:att )?(?:lyfta|bära|stå|gå)(?!\w)|^(?:can|able to|ability to|"
    r"be able to) (?:lift|carry|stand)(?!\w)|"
    r"(?<!\w)(?:ska (?:ha|kunna|orka|klara|vara)|måste|must|"
    r"du|dig|you|man|någon|arbetet är|jobbet är|det är ett|krävs|kräver|förutsätter|kroppen|ryggen|require\w*|"
    r"part of (?:the|every|each))(?!\w)"
)
_OF_THE_JOB = re.compile(
    r"(?<!\w)(?:arbetstid\w*|schema\w*|tjänsten|ingår|innebär|arbetar du|du arbetar|kan arbeta|du jobbar|"
    r"you(?:.ll| will)? work|du tar (?:både|dag|kväll|natt|helg)\w*)(?!\w)"
)
_NOT_SO = re.compile(rf"\s(?:inte|ej|aldrig)(?!\w)|[^.,;]{{0,25}}(?:{_WORDS['not_so']})(?!\w)")
_TERMS = re.compile(f"(?:{_WORDS['terms']})")
_SOUGHT = re.compile(r"(?<!\w)(?:sökes|söks|wanted)(?!\w)")  # "Förare natt/helg sökes"
_NUMBERED = re.compile(r"(?<![\w])(?:[2-6]|två|tre|fem)[- ]?skift(?!\w)")  # "14 maskiner, 2 skift"
_OF_HOURS = re.compile(
    r"(?:omfattning|tider?|passen|schema|arbetstid\w*|tjänstgöring\w*|working hours|heltid|"
    r"deltid)\W{1,3}(?:\w+\W{1,2}){0,3}$"
)
_OFTEN = re.compile(
    r"(?<!\w)(?:\d+ (?:ggr|gånger|times)|var(?:annan|je| \w{3,7})? (?:vecka|helg)|every (?:other|\w+th|"
    r"third) (?:week|weekend)|en (?:vecka|helg|kväll) (?:på|av) \w+|one (?:week|weekend) in \w+)(?!\w)"
)
# "Räddningstjänstpersonal i beredskap" names who, not when.
_STAFF = re.compile(r"(?:personal\w*|räddningstjänst\w*|brandm[aä]n\w*|sjuksköterska|läkare) $")
# "LAN-kväll", "an after-work evening" are no working hours; "fredag-kväll" and "dag-, kvällspass" are.
_OF_FUN = re.compile(
    r"(?<!\w)(?!\w{2,4}dag|\w{3,6}day|(?:two|three|four|five)-|(?:mån|tis|ons|tors?|fre|lör|mon|tue|wed|thu|fri|sat)-)\w{2,}-$"
)
# "Jour- och krisfrågor", "i beredskaps- och säkerhetsfrågor": half a word that names no hours
_HALF_WORD = re.compile(
    r"s?-(?: (?:och|eller|samt)|/)(?: \w+-(?:,| och)?)* (?!\w*(?:arbete|tid(?:er)?|tjänst(?:göring)?|pass|skift|schema|"
    r"jour|jobb|beredskap|kväll|kvällar|natt|helg|helger|morgon|morgnar|dagar|öppet)\w{0,2}(?!\w))\w"
)
_UNSOCIAL = re.compile(r"(?<!\w)(?:obekväma?|inconvenient|unsoci(?:al|able)|ob-tid)(?!\w)")
_ONE_NIGHT = re.compile(r"(?<!\w)(?:i ?går|i ?förrgår|förra|last|yesterday) $")  # "jag åt där i går kväll"
_WHAT_WERE = re.compile(r"(?<!\w)vad vore(?!\w)")  # "Vad vore helgen utan chips?"
# "Tidigt i processen", "in an early stage": how far something has come, not the time of day.
_EARLY_ON = re.compile(
    r" (?:i (?!tjänst)(?:\w+ ){0,3}?\w{3,}|in (?:the|a|our|your)|on(?: in)?|stages?|phases?|careers?|adopters?|access|"
    r"skede\w*|stadium|stadiet|engagemang)(?!\w)"
)
_CLOCKED = re.compile(r",? \(?(?:kl\.? ?)?\d\d?(?:[.:]\d\d)? ?[-–] ?\d\d")
_HAD = ("been ", "haft ", "tagit ")  # "You have been on call for what you built"
_OF_EXPERIENCE, _ASIDE = 20, 8
_ASKING = frozenset({"profile", "nice", "duties", "other"})


class Conditions:
    """Family of ``working_time`` and ``physical``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Hours, what is said of them, loads and strength."""
        return (lexicon("hours"), lexicon("hours_said"), lexicon("physical"))

    def find(self, context: Context) -> Iterable[Found]:
        """Hours and loads that a text states as part of the work."""
        if context.field == "headline":
            return
        yield from _hours(context)
        yield from _loads(context)


def _hours(context: Context) -> Iterator[Found]:
    """Make one row for the hours of the whole text; its quote is the sentence that says most of them."""
    said: list[tuple[Sentence, list[Mark], Judged]] = []
    for sentence in context.having("hours"):
        marks = _stated(context, sentence)
        if marks:
            said.append((sentence, marks, context.judge(sentence, marks[0].start, marks[-1].end)))
    if not said:
        yield from by_the_clock(context)
    strict = [entry for entry in said if not _wished(context.low, entry[2])] or said
    if not strict:
        return
    values = {value for _, marks, _ in strict for mark in marks for value in _values(mark)}
    if values == {"weekend"}:
        # "Pass mellan 16 och 22 samt lördagar": the clock tells the rest.
        clocked = (found for found in by_the_clock(context) if found.sentence is strict[0][0])
        values |= {value for found in clocked for value in found.value}
    sentence, marks, judged = max(strict, key=lambda entry: (len({m.label for m in entry[1]}), -entry[0].start))
    necessity: Necessity = "nice" if _wished(context.low, judged) else "must"
    ordered = [value for value in ORDER if value in values]
    judged = Judged(necessity, judged.by, judged.cue)
    yield Found("working_time", ordered, sentence, marks[0].start, marks[-1].end, judged)


def _wished(low: str, judged: Judged) -> bool:
    """Whether hours are only wished for; "bör kunna" and "företrädesvis" state them all the same."""
    cue = judged.cue
    return judged.necessity == "nice" and cue is not None and bool(_WISH.match(low, cue.start, cue.end))


def _values(mark: Mark) -> tuple[str, ...]:
    return _SEVERAL.get(mark.label, (mark.label,))


def _stated(context: Context, sentence: Sentence) -> list[Mark]:
    """Hours of a sentence that it states without denying or hedging them."""
    said = sentence.marks.get("hours_said", ())
    labels = {mark.label for mark in said}
    judged = context.judge(sentence, sentence.marks["hours"][0].start, sentence.marks["hours"][-1].end)
    labelled = _is_labelled(context.low, sentence)
    of_the_job = labelled or _OF_THE_JOB.search(context.low, sentence.start, sentence.end)
    if "either" in labels or (sentence.section not in _ASKING and not of_the_job):
        return []
    if "has" not in labels and judged.by == "nothing" and not _is_bare(context.low, sentence):
        return []
    if are_of_others(context.low, sentence):
        return []
    if judged.necessity == "not_required" or _WHAT_WERE.search(context.low, sentence.start, sentence.end):
        return []
    # "Obekväm arbetstid (kväll, helg) ersätts", "inconvenient working hours will be paid"
    labelled = labelled and not _UNSOCIAL.search(context.low, sentence.start, sentence.end)
    often = labelled or _OFTEN.search(context.low, sentence.start, sentence.end)
    if "pay" in labels and not often and not (judged.by == "cue" and judged.necessity == "must"):
        return []
    kept = []
    for mark in sentence.marks["hours"]:
        before = [m for m in said if m.label == "no" and m.end <= mark.start and mark.start - m.end < _NEGATED_WITHIN]
        if (
            before
            or _is_experience(context.low, sentence, mark)
            or is_hedged(context.low, sentence, mark)
            or _ONE_NIGHT.search(context.low, sentence.start, mark.start)
            or (mark.label == "on_call" and context.low.endswith(_HAD, sentence.start, mark.start))
            or (mark.label == "on_call" and _STAFF.search(context.low, sentence.start, mark.start))
            or _NOT_SO.match(context.low, mark.end, sentence.end)
            or _HALF_WORD.match(context.low, mark.end, sentence.end)
            or _OF_FUN.search(context.low, max(sentence.start, mark.start - _NEGATED_WITHIN), mark.start)
            or (mark.label == "early" and not _is_early(context.low, sentence, mark))
        ):
            continue
        kept.append(mark)
    return kept


def _is_bare(low: str, sentence: Sentence) -> bool:
    """Whether a sentence names hours and little more ("Natt, helg.", "Extra fredag kväll", "Vaken natt 4 ggr/mån")."""
    if (
        _is_labelled(low, sentence)
        or _SOUGHT.search(low, sentence.start, sentence.end)
        or _NUMBERED.search(low, sentence.start, sentence.end)
    ):
        return True
    if any(_CLOCKED.match(low, mark.end) for mark in sentence.marks["hours"]):
        return True  # "needs four drivers for nights (22–06)"
    if _TERMS.match(low, sentence.start) or _OFTEN.search(low, sentence.start, sentence.end):
        return True
    told = sum(mark.end - mark.start for mark in sentence.marks["hours"])
    return 2 * told >= sentence.end - sentence.start - _ASIDE


def _is_labelled(low: str, sentence: Sentence) -> bool:
    """Whether a label stands before the hours ("Omfattning: heltid, kväll och helg")."""
    first = sentence.marks["hours"][0].start
    return bool(_OF_HOURS.search(low, max(sentence.start, first - 40), first)) or under_hours(low, sentence)


def _is_experience(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether hours are what somebody has worked before ("erfarenhet av att arbeta natt"), not the job's own."""
    words = sentence.marks.get("experience", ())
    first = chain_of(low, sentence.marks["hours"], mark)[0] if words else mark.start
    return any(0 < first - word.end <= _OF_EXPERIENCE for word in words)


def _is_early(low: str, sentence: Sentence, mark: Mark) -> bool:
    words = low[mark.start : mark.end]
    if words in ("tidigt", "early") and _EARLY_ON.match(low, mark.end, sentence.end):
        return False
    if words in ("tidigt", "early", "morgon", "tidig start"):
        return bool(_EARLY_CLOCK.search(low, sentence.start, sentence.end)) or bool(
            re.search(r"kväll|natt|helg|jobbet|börja|evening|komma|behöver", low[sentence.start : sentence.end])
        )
    return True


_IS_NOT = re.compile(r"(?<!\w)(?:inte|ej|aldrig|knappast|not|never)(?: \w+)? $")  # "Arbetet är inte särskilt tungt"


def _loads(context: Context) -> Iterator[Found]:
    """Find the first demand on strength; an ad asks for it once."""
    for sentence in context.having("physical"):
        if sentence.section in ("offer", "about", "apply"):
            continue
        # "Utbildning i säkra lyft" is a course, "kurs i lift" a machine.
        cards = sentence.marks.get("certificates", ())
        marks = [
            m for m in sentence.marks["physical"] if not any(c.start <= m.start < c.end and not c.more for c in cards)
        ]
        labels = {mark.label for mark in marks}
        if "unfit" in labels:
            yield Found("physical", True, sentence, marks[0].start, marks[-1].end, Judged("must", "statement"))
            return
        if not labels & {"load", "able"}:
            continue
        thing = next((m for m in marks if m.label == "able"), None) or next(m for m in marks if m.label == "load")
        judged = context.judge(sentence, thing.start, thing.end)
        if judged.necessity != "must" or _IS_NOT.search(context.low, sentence.start, thing.start):
            continue
        able = "able" in labels and (judged.by != "nothing" or sentence.end - sentence.start < 70)
        yours = sentence.section == "profile" or _YOURS.search(context.low[sentence.start : sentence.end])
        load = (
            any(_heavy(context.low, m) for m in marks)
            and bool(yours)
            and ("manage" in labels or _STRONG.search(context.low, sentence.start, sentence.end))
        )
        if able or load:
            yield Found("physical", True, sentence, thing.start, thing.end, Judged("must", judged.by, judged.cue))
            return


def _heavy(low: str, mark: Mark) -> bool:
    if _LIFT_UP.match(low, mark.start) or _A_LIFT.search(low, max(0, mark.start - 40), mark.start):
        return False
    if low[mark.start : mark.end] == "lift" and _SWEDISH_LIFT.search(low, max(0, mark.start - 12), mark.start):
        return False
    return mark.label == "load" and bool(
        re.search(
            r"tung|kilo|kg|heav|fysisk|physical|krop|lyft|lift|bära|carry|böj|feet|slit|form|rygg|orka",
            low[mark.start : mark.end],
        )
    )
