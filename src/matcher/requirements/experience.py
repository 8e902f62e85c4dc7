"""Experience that an ad asks for: years and area."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import lexicon
from matcher.requirements.objects import field_of, object_span, parts
from matcher.requirements.segment import Sentence
from matcher.requirements.strength import Judged
from matcher.requirements.years import Length, lengths
from matcher.taxonomy.phrasebook import Lexicon, Mark

_EARLIER = re.compile(r"(?<!\w)(?:förut|tidigare|innan|sedan innan|sen innan|before|previously|i minst|i \d|i två|i tre|i flera|i några|någon gång|minst|professionellt|redan|aldrig|at least|years)(?!\w)")
_OURS = re.compile(
    r"(?<!\w)(?:vi|företaget|bolaget|vår\w?|våra|kollegor\w*|medarbetare|team\w*|we|our|they|koncernen|kollega|colleague\w*)(?!\w)"
    r"(?: (?!söker|ser|vill|tror|letar|värdesätter|seek|look|need|vänder)\w+){0,3}? (?:har|är|besitter|erbjuder|få|have|has|bring|are)(?!\w)[^.;:]{0,40}$"
)
_THEIRS = re.compile(r"(?<!\w)(?:du|dig|din|dina|you|your|sök|söker|konsulten|kandidaten|ser|gärna|krav\w*|kräv\w*|vill|tror|look\w*|seek\w*|require\w*|need|värdesätt\w*)(?!\w)")
_PERSONAL = re.compile(r"(?<!\w)(?:du|dig|you|konsulten|kandidaten|den som)(?!\w)")
_ON_ITS_OWN = re.compile(
    r"\s{0,2}(?:\w+ ){0,2}?(?:i yrket|i branschen|som|inom|efter (?:utbildning|examen)|i liknande|i en liknande|i motsvarande|of |in |as |inom yrket|med|på|från|or more of|i rollen|from)"
)
_FLOOR_ON = re.compile(r"\s{1,2}(?:arbete |arbets\w+ )?(?:som|inom|i|med|på|från|av|efter|of|in|as|with|within)\s(?!sverige|landet|sweden)")
_NOT_LENGTH = re.compile(r"\s*(?:gammal|gamla|sedan|ålder|old|of age|avtal|kontrakt|garanti|framåt|lång|anställning|vikariat|provanställning|projekt|tjänst|uppdrag|utbildning|visstid|med möjlighet|i rad|per)")
_REFERRING = re.compile(r"(?:ll|will|to|can|data|great|best|rätt|kort|lång eller kort|en del|och|motsvarande|likvärdig|annan|relevant|equivalent|din|dina|nedan|följande|similar|your|of|user|customer|efter tidigare|employee)\s+$")
# "van" and "vana" of these are skills or nothing, and "vana" alone says of what only behind a preposition.
_BEFORE = re.compile(r"(?<!\w)(?:förut|tidigare|innan|sen tidigare|sedan tidigare)(?!\w)")
_DONE = re.compile(r"(?<!\w)(?:har|du|ha|att|inte)\s(?:du\s)?(?:tidigare |redan |aldrig |någon gång |också |även |ha )?(\w{3,}(?:at|it|yckt|ört|olt))(?!\w)")
_NO_DOING = re.compile(r"varit|blivit|hittat|fått|haft|sökt|ansökt|skickat|funderat|bestämt|hört|ibland|privat|något|annat|lat|plats|format|resultat|klimat")
_NEWCOMERS = re.compile(r"(?:både|såväl)\b.{0,40}\b(?:ny|nya|nyutexaminerad\w*|nyexaminerad\w*|oerfar\w*|mindre)\b")
_VERB = re.compile(r"(?:ll|will|to|user|customer|guest|employee|digital)\s$")
_COORDINATED = re.compile(r"([\w/]+)-\s(?:eller|och/eller|alternativt)\s$")
_NO_WORK = re.compile(r"(?:dator|data|cykel|kassa|it|teknik|system|excel|telefon|kost|levnads|o)?vana(?!\w)(?!\s(?:vid|av|att|från|inom|med|i|som)(?!\w))|(?:dator|data|cykel|kassa(?!-)|teknik|system)vana")
_GENERIC = re.compile(r"(?:av |från |inom )?(?:oss|arbetslivet|människor|våra|vårt|varandra|olika kulturer)(?!\w)")


_WITH = re.compile(r"\s*(?:working )?(?:with|working on|using)\s(?!(?:children|people|customers|kids))")
_FIRST_WORDS = re.compile(r"(?:att )?(?:[\w&/+#.-]+\s?){1,3}")
_NAME = re.compile(r"(?:[A-ZÅÄÖ][\w+#.&-]*|\w*\d\w*)(?:\s|$|[,;.)])")
_CODE = re.compile(r"(?:[A-Z]{2,}\w*|\w*\d\w*|[A-Z][a-z]+[A-Z]\w*)(?:\s|$|[,;.)])")
_STANDARD = re.compile(r"(?<!\w)(?:ISO|IEC|EN|SS|SSF|TS)[ -]?\d")
_KIND_OF_WORK = re.compile(
    r"försälj|bransch|arbet|verksam|frågor|roll|projekt|undervisn|vård|industri|yrke|kund|experience|organisation|sektor|skola|"
    r"butik|service|miljö|marknad|myndighet|sales|school|management|work"
)


@dataclass(slots=True)
class _Event:
    """A mention of experience in a sentence, with its object and length."""

    start: int
    end: int
    label: str
    object: tuple[int, int]
    years: float | None = None
    length: Length | None = None


class Experience:
    """Family of ``experience``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Words for experience and for having worked, tools and techniques, and units that may count years."""
        return (lexicon("wishes"), lexicon("experience"), lexicon("techniques"), Lexicon.of("years", [("years", "(år|års|years|year|yrs|månader|months|säsonger|säsongers|säsong|flerårig*|mångårig*)")]))

    def find(self, context: Context) -> Iterable[Found]:
        """Experience asked for in a text, or said to be needless."""
        if context.field == "headline":
            return
        needless = False
        for sentence in context.having("experience", "years"):
            for found in self._sentence(context, sentence):
                needless = needless or found.necessity == "not_required"
                yield found
        if not needless:
            yield from _taught(context)

    def _sentence(self, context: Context, sentence: Sentence) -> Iterator[Found]:
        events = _events(context, sentence)
        for number, event in enumerate(events):
            judged = context.judge(sentence, event.start, event.end)
            if event.years is None and judged.necessity != "not_required" and _is_technique(context, sentence, event):
                continue
            if not _asked(context, sentence, event, judged):
                continue
            yield from _rows(context, sentence, event, judged, number)
        yield from _wishes(context, sentence, events)


def _is_technique(context: Context, sentence: Sentence, event: _Event) -> bool:
    """Whether the object is a tool, a technique or a name: then it is a skill ("erfarenhet av Python")."""
    start, end = event.object
    if start == end:
        return False
    if event.label in ("noun", "worked") and _WITH.match(context.low, event.end):
        return True
    head = _FIRST_WORDS.match(context.low, start, end)
    stop = head.end() if head else end
    for mark in sentence.marks.get("techniques", ()):
        if start <= mark.start < (end if mark.label == "trait" else stop) and (mark.label == "tool" or event.label == "vana"):
            return True
    english = low_is_english(context.low, event)
    name = (_CODE if english else _NAME).match(context.text, start, end) or _STANDARD.search(context.text, start, end)
    return bool(name) and not _KIND_OF_WORK.search(context.low, start, end)


def low_is_english(low: str, event: _Event) -> bool:
    """English titles are written in capitals ("Security Operations"), so only codes are names there."""
    return low.startswith(("experience", "worked", "background", "previous", "prior", "track"), event.start)


def _rows(context: Context, sentence: Sentence, event: _Event, judged: Judged, number: int) -> Iterator[Found]:
    low = context.low
    spans = [span for span in parts(low, *event.object) if not _holds_other(sentence, *span)] or [event.object]
    twin = _COORDINATED.search(low[max(sentence.start, event.start - 30) : event.start]) if event.label == "vana" else None
    if twin:
        # "kassa- eller receptionsvana": two kinds of work, one word.
        yield Found("experience", _value(event.years, twin.group(1)), sentence, event.start, event.end, judged, 2500 + number)
        yield Found("experience", _value(event.years, _stem(low, event)), sentence, event.start, event.end, judged, 2500 + number)
        return
    start = min(event.start, event.length.start) if event.length else event.start
    years = event.years
    if len(spans) < 2 or judged.necessity == "not_required":
        field = field_of(low, *event.object) or _stem(low, event)
        yield Found("experience", _value(years, field), sentence, start, max(event.end, event.object[1]), judged)
        return
    for left, right in spans:
        value = _value(years, field_of(low, left, right))
        yield Found("experience", value, sentence, start if left == spans[0][0] else left, right, judged, 2000 + number)


def _holds_other(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an alternative is a card, a licence or a language ("erfarenhet av lödning eller truckkort")."""
    return any(
        start <= mark.start < end for name in ("certificates", "licences", "languages") for mark in sentence.marks.get(name, ())
    )


def _value(years: float | None, field: str | None) -> dict[str, object]:
    whole = int(years) if years is not None and years == int(years) else years
    return {"years": whole, "field": field}


def _stem(low: str, event: _Event) -> str | None:
    """Area inside a compound: ``kassavana``, ``branscherfarenhet``."""
    word = low[event.start : event.end]
    stem = re.sub(r"(?:erfarenhet\w*|vana)$", "", word).strip(" -")
    return stem if stem and stem not in ("yrkes", "arbetslivs", "arbets", "bransch", "") else None


def _events(context: Context, sentence: Sentence) -> list[_Event]:
    """Mentions in order; one inside another's object belongs to it ("erfarenhet av att ha arbetat med …")."""
    low = context.low
    found: list[_Event] = []
    for mark in sentence.marks.get("experience", ()):
        if found and mark.start < max(found[-1].end, found[-1].object[1]):
            continue
        if low.startswith("experiences", mark.start) or _VERB.search(low, max(sentence.start, mark.start - 12), mark.start):
            continue
        if mark.label == "vana" and low[mark.start - 1 : mark.start] != "-" and _NO_WORK.match(low, mark.start):
            continue
        if mark.label == "done" and not _EARLIER.search(low, sentence.start, sentence.end):
            continue
        found.append(_Event(mark.start, mark.end, mark.label, _object(low, sentence, mark)))
    found.extend(_done_before(low, sentence, found))
    spans = list(lengths(low, sentence.start, sentence.end)) if "years" in sentence.marks or found else []
    for length in spans:
        if "ålder" in low[max(sentence.start, length.start - 14) : length.start]:
            continue
        event = _owner(low, found, length)
        if event is not None:
            event.years, event.length = length.years, length
            if length.start >= event.end and event.object[0] == event.object[1]:
                event.object = object_span(low, length.end, sentence.end)
        elif _counts_alone(low, sentence, length):
            found.append(_Event(length.start, length.end, "years", object_span(low, length.end, sentence.end), length.years, length))
    return sorted(found, key=lambda e: e.start)


def _done_before(low: str, sentence: Sentence, known: list[_Event]) -> Iterator[_Event]:
    """Any verb in "har du sminkat förut", "du har odlat grönsaker tidigare"."""
    if known or not _BEFORE.search(low, sentence.start, sentence.end):
        return
    done = _DONE.search(low, sentence.start, sentence.end)
    if done and not _NO_DOING.fullmatch(done.group(1)):
        yield _Event(done.start(1), done.end(1), "done", object_span(low, done.end(1), sentence.end, bare=True))


def _object(low: str, sentence: Sentence, mark: Mark) -> tuple[int, int]:
    return object_span(low, mark.end, sentence.end, bare=mark.label in ("bg", "adj", "done") or (mark.label == "vana" and low[mark.start : mark.end].startswith(("van ", "vana "))))


def _owner(low: str, events: list[_Event], length: Length) -> _Event | None:
    """Mention that a length speaks of: the nearest that has none, in the same stretch of the sentence."""
    best: tuple[int, _Event] | None = None
    for event in events:
        if event.length is not None:
            continue
        stop = max(event.end, event.object[1])
        gap = event.start - length.end if length.end <= event.start else length.start - stop
        left, right = (length.end, event.start) if length.end <= event.start else (event.end, length.start)
        between = low[left:right]
        if gap > 60 or re.search(r"[;]|\bvarav\b|\bof which\b", between) or (length.end <= event.start and re.search(r",|\boch\b|\beller\b", between)):
            continue
        if best is None or abs(gap) < best[0]:
            best = (abs(gap), event)
    return best[1] if best else None


def _counts_alone(low: str, sentence: Sentence, length: Length) -> bool:
    if _NOT_LENGTH.match(low, length.end):
        return False
    before = low[max(sentence.start, length.start - 12) : length.start]
    floor = re.search(r"(?:minst|lägst|at least|varav|minimum|min\.?)\W+(?:\w+ )?$", before)
    if floor and _FLOOR_ON.match(low, length.end):
        return True
    return bool(_ON_ITS_OWN.match(low, length.end)) and bool(floor or length.start - sentence.start < 6 or re.search(r"(?:har|med|have)\W+$", before))


def _asked(context: Context, sentence: Sentence, event: _Event, judged: Judged) -> bool:
    low = context.low
    if sentence.section in ("offer", "about", "apply") and judged.by != "cue":
        return False
    before = low[sentence.start : event.start]
    personal = bool(_THEIRS.search(low, sentence.start, sentence.end))
    if _OURS.search(before) and not _PERSONAL.search(before):
        return False
    if low.startswith(("livserfarenhet", "erfarenheten"), event.start) or "olika " in before[-30:]:
        return False
    if _NEWCOMERS.search(low, sentence.start, sentence.end):
        return False
    if _GENERIC.match(low, event.object[0]) and judged.by != "heading":
        return False
    empty = event.object[0] == event.object[1] and event.years is None and event.label == "noun"
    if empty and judged.by in ("statement", "nothing") and not low.startswith("experience", event.start):
        return False
    bare = event.object[0] == event.object[1] and event.years is None and judged.necessity != "not_required"
    if bare and (low.startswith(("van ", "vana "), event.start) or _REFERRING.search(before)):
        return False
    if event.label in ("worked", "done", "adj", "job", "bg") and judged.by == "nothing":
        return False
    if sentence.section in ("duties", "about", "offer", "apply"):
        return judged.by in ("cue", "statement") and personal
    if judged.by == "nothing":
        return event.start - sentence.start < 30
    return (
        judged.by != "cue"
        or personal
        or sentence.section in ("profile", "nice", "not_required")
        or event.label in ("noun", "years")
        or event.start - sentence.start < 5
    )


def _wishes(context: Context, sentence: Sentence, events: list[_Event]) -> Iterator[Found]:
    """``…, gärna inom primärvård``: a narrower experience that is only wished for."""
    low = context.low
    for number, wish in enumerate(sentence.marks.get("wishes", ())):
        asked = [event for event in events if event.end <= wish.start]
        courses = [mark for mark in sentence.marks.get("education", ()) if mark.end <= wish.start]
        if not asked or (courses and courses[-1].start > asked[-1].start):
            continue
        # The wish's preposition belongs to its object.
        begin = low.rfind(" ", wish.start, wish.end)
        start, end = object_span(low, begin, sentence.end)
        judged = Judged("nice", "cue", Mark("nice", wish.start, begin, ("near",)))
        spans = parts(low, start, end)
        for left, right in spans:
            group = 2700 + number if len(spans) > 1 else None
            yield Found("experience", _value(None, field_of(low, left, right)), sentence, left, right, judged, group)


def _taught(context: Context) -> Iterator[Found]:
    """``vi lär upp dig``: nobody needs to have done it before, unless the same sentence asks for it."""
    for sentence in context.having("strength"):
        if sentence.section == "offer" or "experience" in sentence.marks:
            continue
        for cue in sentence.marks["strength"]:
            if cue.more and cue.more[0] == "teach":
                judged = Judged("not_required", "cue", cue)
                yield Found("experience", _value(None, context.occupation or None), sentence, cue.start, cue.end, judged)
                return
