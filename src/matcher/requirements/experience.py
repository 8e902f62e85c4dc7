"""Experience that an ad asks for: years and area."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import lexicon
from matcher.requirements.mentions import Mention, mentions_of
from matcher.requirements.objects import field_of, object_span, parts
from matcher.requirements.segment import Sentence
from matcher.requirements.strength import Judged
from matcher.taxonomy.phrasebook import Lexicon, Mark

_OURS = re.compile(
    r"(?<!\w)(?:vi|företaget|bolaget|vår\w?|våra|kollegor\w*|medarbetare|team\w*|we|our|they|koncernen|"
    r"kollega|colleague\w*)(?!\w)"
    r"(?: (?!söker|ser|vill|tror|letar|värdesätter|seek|look|need|vänder)\w+){0,3}? (?:har|är|besitter|"
    r"erbjuder|få|have|has|bring|are)(?!\w)[^.;:]{0,40}$"
)
_THEIRS = re.compile(
    r"(?<!\w)(?:du|dig|din|dina|you|your|sök|söker|konsulten|kandidaten|ser|gärna|krav\w*|kräv\w*|vill|tror|"
    r"look\w*|seek\w*|require\w*|need|värdesätt\w*)(?!\w)"
)
_PERSONAL = re.compile(r"(?<!\w)(?:du|dig|you|konsulten|kandidaten|den som)(?!\w)")
_REFERRING = re.compile(
    r"(?:ll|will|to|can|data|great|best|rätt|kort|lång eller kort|en del|motsvarande|likvärdig|annan|"
    r"relevant|equivalent|över|over|than|än|framför|före|blandning av|mix av|mix of|blend of|din|dina|nedan|"
    r"följande|similar|your|of|user|customer|efter tidigare|employee|(?:equivalent|comparable) \w+|(?:utifrån|"
    r"efter|baserat på|based on|enligt) (?:\w+ ){0,2}(?:och|and))\s+$|utbildning/$"
)
_NEWCOMERS = re.compile(
    r"\bny i (?:yrket|branschen|rollen)\b|(?:både|såväl)\b.{0,40}\b(?:ny|nya|nyutexaminerad\w*|nyexaminerad\w*|"
    r"oerfar\w*|mindre)\b"
)
_NOT_YET = re.compile(
    r"(?<!\w)(?:ännu inte|inte ännu|aldrig|not yet|never|du inte|inte redan)(?: har| have| tidigare)?\s$"
)
_COORDINATED = re.compile(r"([\w/]+)-\s(?:eller|och/eller|alternativt)\s$")
_AT_ONCE, _ALONE, _SOON, _EARLY = 2, 12, 20, 30
_GENERIC = re.compile(r"(?:av |från |inom )?(?:oss|arbetslivet|människor|våra|vårt|varandra|olika kulturer)(?!\w)")


_WITH = re.compile(
    r"\s*(?:(?:in|of|from) )?(?:working )?(?:with|working on|using)\s(?!(?:children|people|customers|kids))"
)
_AS_A = re.compile(r"\s(?:as|som)\s(?:(?:an?|en|ett) )?$")
_MAKING = re.compile(
    r"(?:designing|building|developing|implementing|integrating|maintaining|programming|coding|deploying|optimi[sz]ing|"
    r"uppsättning|implementering|konfigurering|konfiguration|automatisering|automatiserade|"
    r"(?:att )?(?:bygga|utveckla|designa|implementera|programmera|drifta))(?!\w)"
)
_NAMED = re.compile(r"(?<=\s)[A-ZÅÄÖ][\w+#.]+")
_FIRST_WORDS = re.compile(r"(?:att )?(?:[\w&/+#.-]+\s?){1,3}")
_NAME = re.compile(r"(?:[A-ZÅÄÖ][\w+#.&-]*|\w*\d\w*)(?:\s|$|[,;.)])")
_CODE = re.compile(r"(?:[A-Z]{2,}\w*|[A-Z]\w*[#+]+|\.[A-Z]+|\w*\d\w*|[A-Z][a-z]+[A-Z]\w*)(?:\s|$|[,;.)])")
# "IT-branschen" is a kind of work, though IT is a tool.
_PART_OF_WORK = re.compile(r"-(?:bransch|området|sektor|frågor|chef|projekt|konsult|avdelning|företag|bolag)")
_STANDARD = re.compile(r"(?<!\w)(?:ISO|IEC|EN|SS|SSF|TS)[ -]?\d")
_KIND_OF_WORK = re.compile(
    r"försälj|bransch|arbet|verksam|frågor|roll|projekt|undervisn|vård|industri|yrke|kund|experience|"
    r"organisation|sektor|skola|npf|autism|demens|missbruk|psykiatri|lss|hemtjänst|odling|lantbruk|hantverk|"
    r"restaurang|hotell|"
    r"butik|service|miljö|marknad|myndighet|sales|school|management|work"
)


class Experience:
    """Family of ``experience``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Words for experience and for having worked, tools and techniques, and units that may count years."""
        return (
            lexicon("wishes"),
            lexicon("experience"),
            lexicon("techniques"),
            Lexicon.of(
                "years",
                [("years", "(år|års|years|year|yrs|månader|months|säsonger|säsongers|säsong|flerårig*|mångårig*)")],
            ),
        )

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
        mentions = mentions_of(context.low, sentence)
        for number, mention in enumerate(mentions):
            judged = context.judge(sentence, mention.start, mention.end)
            if (
                mention.years is None
                and judged.necessity != "not_required"
                and _is_technique(context, sentence, mention)
            ):
                continue
            if not _asked(context, sentence, mention, judged):
                continue
            yield from _rows(context, sentence, mention, judged, number)
        yield from _wishes(context, sentence, mentions)


def _is_technique(context: Context, sentence: Sentence, mention: Mention) -> bool:
    """Whether the object is a tool, a technique or a name: then it is a skill ("erfarenhet av Python")."""
    start, end = mention.object
    if start == end:
        return False
    work = bool(_KIND_OF_WORK.search(context.low, start, end))
    if mention.label in ("noun", "worked") and _WITH.match(context.low, mention.end) and not work:
        return True
    tools = [mark for mark in sentence.marks.get("techniques", ()) if mark.label == "tool" and mark.start >= start]
    if _MAKING.match(context.low, start, end) and (tools or _NAMED.search(context.text, start, end)):
        # "Experience in designing, building and running data pipelines" is a skill.
        return True
    if _AS_A.search(context.low, mention.end, start):
        # "Experience as a Python developer" is a kind of work.
        return False
    head = _FIRST_WORDS.match(context.low, start, end)
    stop = head.end() if head else end
    for mark in sentence.marks.get("techniques", ()):
        if (
            start <= mark.start < stop
            and not _PART_OF_WORK.match(context.low, mark.end)
            and (mark.label == "tool" or mention.label == "vana")
        ):
            return True
    english = _in_english(context.low, mention)
    name = (_CODE if english else _NAME).match(context.text, start, end) or _STANDARD.search(context.text, start, end)
    return bool(name) and not work


def _in_english(low: str, mention: Mention) -> bool:
    """English titles are written in capitals ("Security Operations"), so only codes are names there."""
    return low.startswith(("experience", "worked", "background", "previous", "prior", "track"), mention.start)


def _rows(context: Context, sentence: Sentence, mention: Mention, judged: Judged, number: int) -> Iterator[Found]:
    low = context.low
    spans = [span for span in parts(low, *mention.object) if not _holds_other(sentence, *span)] or [mention.object]
    twin = (
        _COORDINATED.search(low[max(sentence.start, mention.start - 30) : mention.start])
        if mention.label == "vana"
        else None
    )
    if twin:
        # "kassa- eller receptionsvana": two kinds of work, one word.
        yield Found(
            "experience",
            _value(mention.years, twin.group(1)),
            sentence,
            mention.start,
            mention.end,
            judged,
            2500 + number,
        )
        yield Found(
            "experience",
            _value(mention.years, _stem(low, mention)),
            sentence,
            mention.start,
            mention.end,
            judged,
            2500 + number,
        )
        return
    start = min(mention.start, mention.length.start) if mention.length else mention.start
    years = mention.years
    if len(spans) < 2 or judged.necessity == "not_required":
        field = field_of(low, *mention.object) or _stem(low, mention)
        yield Found("experience", _value(years, field), sentence, start, max(mention.end, mention.object[1]), judged)
        return
    for left, right in spans:
        value = _value(years, field_of(low, left, right))
        yield Found("experience", value, sentence, start if left == spans[0][0] else left, right, judged, 2000 + number)


def _holds_other(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an alternative is a card, a licence or a language ("erfarenhet av lödning eller truckkort")."""
    return any(
        start <= mark.start < end
        for name in ("certificates", "licences", "languages", "education", "experience")
        for mark in sentence.marks.get(name, ())
    )


def _value(years: float | None, field: str | None) -> dict[str, object]:
    whole = int(years) if years is not None and years == int(years) else years
    return {"years": whole, "field": field}


def _stem(low: str, mention: Mention) -> str | None:
    """Area inside a compound: ``kassavana``, ``branscherfarenhet``."""
    word = low[mention.start : mention.end]
    stem = re.sub(r"(?:erfarenhet\w*|vana)$", "", word).strip(" -")
    return stem if stem and stem not in ("yrkes", "arbetslivs", "arbets", "bransch", "") else None


def _asked(context: Context, sentence: Sentence, mention: Mention, judged: Judged) -> bool:
    low = context.low
    if sentence.section in ("offer", "about", "apply") and judged.by != "cue":
        return False
    if _is_only_told(context, sentence, mention, judged) or _is_empty(context, sentence, mention, judged):
        return False
    personal = bool(_THEIRS.search(low, sentence.start, sentence.end))
    if mention.label in ("worked", "done", "adj", "job", "bg") and judged.by == "nothing":
        return False
    if sentence.section == "duties" and mention.length and mention.length.start - sentence.start <= _AT_ONCE:
        # A demand whose heading was not recognised ("3 years of experience of …").
        return True
    if sentence.section in ("duties", "about", "offer", "apply"):
        return judged.by in ("cue", "statement") and (personal or judged.necessity != "must")
    if judged.by == "nothing":
        years = mention.length is not None and mention.length.start - sentence.start < _SOON
        return years or mention.start - sentence.start < _EARLY
    return (
        judged.by != "cue"
        or personal
        or sentence.section in ("profile", "nice", "not_required")
        or mention.label in ("noun", "years")
        or mention.start - sentence.start < 5
    )


def _is_only_told(context: Context, sentence: Sentence, mention: Mention, judged: Judged) -> bool:
    """Whether the words are about others: the employer's experience, those who have none yet, both old and new."""
    low = context.low
    before = low[sentence.start : mention.start]
    if _OURS.search(before) and not _PERSONAL.search(before):
        return True
    if low.startswith(("livserfarenhet", "erfarenheten"), mention.start) or "olika " in before[-30:]:
        return True
    if judged.necessity != "not_required" and _NOT_YET.search(before):
        return True
    if _GENERIC.match(low, mention.object[0]) and judged.by != "heading":
        return True
    return _NEWCOMERS.search(low, sentence.start, sentence.end) is not None


def _is_empty(context: Context, sentence: Sentence, mention: Mention, judged: Judged) -> bool:
    """Whether a mention says neither of what nor how long, and refers to something else."""
    if mention.object[0] != mention.object[1] or mention.years is not None:
        return False
    low = context.low
    if mention.label == "noun":
        alone = mention.start - sentence.start <= _ALONE and sentence.end - mention.end <= 2
        if judged.by in ("statement", "nothing") and not alone and not low.startswith("exp", mention.start):
            return True
        if judged.by != "cue" and context.text.startswith(":", max(sentence.end - 1, mention.end)):
            # "Du har erfarenhet och färdigheter inom:" announces what the lines below ask for.
            return True
    refers = low.startswith(("van ", "vana "), mention.start) or _REFERRING.search(low, sentence.start, mention.start)
    return judged.necessity != "not_required" and bool(refers)


def _wishes(context: Context, sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
    """``…, gärna inom primärvård``: a narrower experience that is only wished for."""
    low = context.low
    for number, wish in enumerate(sentence.marks.get("wishes", ())):
        asked = [mention for mention in mentions if mention.end <= wish.start]
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
                yield Found(
                    "experience", _value(None, context.occupation or None), sentence, cue.start, cue.end, judged
                )
                return
