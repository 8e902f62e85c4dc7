"""Experience that an ad asks for: years and area."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from matcher.requirements.context import Context, Found
from matcher.requirements.experience.again import Row, told_once
from matcher.requirements.experience.all_of import all_of
from matcher.requirements.experience.asked import is_asked
from matcher.requirements.experience.below import listed_below
from matcher.requirements.experience.beside import also_wished, further_ones, holds_other, or_elsewhere, value_of
from matcher.requirements.experience.kinds import names_skill
from matcher.requirements.experience.mentions import Mention, mentions_of
from matcher.requirements.experience.tools import is_technique, knows_tool, names_tool, unknown_names, with_tools
from matcher.requirements.lexicon import joined, lexicon
from matcher.requirements.objects import field_of, object_span, parts
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import DEMANDS, Sentence
from matcher.requirements.text.seldom import Seldom
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark
from matcher.taxonomy.wordforms import unlinked

_WORDS = joined("experience")

_COORDINATED = re.compile(r"([\w/]+)-\s(?:eller|och/eller|alternativt)\s$")

# "Ritat kök eller planerat butiker"
_NEXT_VERB = re.compile(r"(?:\w{3,}(?:at|ört|yckt)|[a-z]{3,}ed) (?=\w)")
# "Varit teknisk ledare för"
_BEEN = re.compile(r"varit (?:en |ett )?(?P<post>\w+(?: \w+)??)(?: (?:för|över|på|i|inom))?")
_WHO_HAS_DONE = ("du ", "har ", "den som ", "om du ", "konsulten ", "kandidaten ")
_WISHED = re.compile(
    r"(?:^|[,(\s–-])(?:gärna|helst|preferably|ideally) (?:minst |över |mer än |at least |more than |i )?$"
)
_EQUIVALENT = re.compile(r"(?:motsvarande|likvärdig|equivalent|comparable) (?:\w+ )?$")
_OF_A_BRANCH = ("inom", "mot", "hos", "within")
_BARE_WISH = Seldom(
    r",\s(?:och )?(?:gärna|helst|preferably|ideally) (?:även |också )?(?!(?:av|från|inom|i|med|som|hos|att|du|har|om|"
    r"på|en|ett|fler|"
    r"flera|"
    r"några|minst|mer|lite|kan|ska|vill|är|även|också|både|in|from|with|as|within|at|a|an|more|you|some)(?!\w))"
    r"((?:[\w&/-]+ ?){1,4})[.)]?$"
)
_BEFORE = 45
# "Experience" of what stands before it, if that is no mere measure of it.
_NAMED = re.compile(rf"(?<![\w/&'’-])((?:(?!(?:{_WORDS['named']})(?![\w]))[\w/&+#.-]*\w ){{1,3}})$")
_ONLY_WISHED = re.compile(r": (?:gärna|helst|preferably|ideally)(?!\w)")  # "Erfarenhet: gärna från LSS"
# "Vi utbildar dig i hygienrutiner": one thing that comes with the job
_TAUGHT_ONE = (":", " our ", " i ", " inom ", " in ")
_WHICH = (" som ", " which ", " that ")  # "… kör du dragtruck, som vi lär dig"
# "Erfarenhet eller intresse", "erfarenhet av försäljning eller brinner för att lära dig": who has it is only wished for
_OR_KEEN = re.compile(
    r"(?: (?:av|inom|från|in|of|with))?,? (?:eller|och/eller|or|and/or) (?:(?:ett|en|an?) )?(?:(?:stort|starkt|genuint|"
    r"strong|keen|genuine) )?(?:intresse|nyfikenhet|interest|curiosity|(?:brinner för|vill|är villig|är sugen på) "
    r"(?:att )?(?:lära|prova|testa))(?!\w)"
)

# "Intresse för eller erfarenhet av miljöfrågor"
_KEEN_OR = re.compile(
    r"(?:intresse|nyfikenhet|interest|curiosity)(?: (?:för|av|kring|inom|på|in|for|about))?,? "
    r"(?:eller|och/eller|or|and/or) (?:\w+ )?$"
)


class Experience:
    """Family of ``experience``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Words for experience and for having worked, tools and techniques, and units that may count years."""
        return (
            lexicon("wishes").only(beside=("experience", "years", "earlier", "education")),
            lexicon("experience"),
            lexicon("techniques").only(beside=("experience", "years", "earlier")),
            Lexicon.of(
                "earlier",
                [
                    (
                        "earlier",
                        "(förut|förr|tidigare|innan|yrkesmässigt|professionellt|professionally|before|previously)",
                    ),
                    ("earlier", "(har du|om du har) [redan|dessutom|även|också|själv] (*at|*ört|hållit|drivit|gjort)"),
                ],
            ),
            Lexicon.of(
                "plainly",
                [("plainly", "(har|ha) [själv|gärna|även|också] (*erat|*nat|*lat|*rat|*it|lett|mött|byggt|anlagt)")],
            ),
            Lexicon.of(
                "years",
                [
                    ("years", "(år|års|years|year|yrs|yr|mån|månad|månader|månaders|months|halvår|halvårs)"),
                    ("years", "(säsonger|säsongers|säsong|season|seasons|vintrar|somrar|winters|summers)"),
                    ("years", "(flerårig*|mångårig*)"),
                ],
            ),
        )

    def find(self, context: Context) -> Iterable[Found]:
        """Experience asked for in a text, or said to be needless."""
        telling = context.having("experience", "years", "earlier", "plainly")
        found = [row for s in telling if _may_ask(context.low, s) for row in self._sentence(context, s)]
        rows = [row for row in found if row.label != "name"]
        if context.field == "headline":
            # "Bilmekaniker, minst fem års erfarenhet"; that "erfaren kock" is a title the text says better.
            told = (row.found for row in rows if row.found.value["years"] or row.found.judged.by == "cue")
            yield from (found for found in told if found.necessity != "nice")
            return
        rows.extend(Row(found, "noun") for found in listed_below(context))
        yield from (row.found for row in found if row.label == "name")
        yield from (row.found for row in told_once(context, rows))
        if not any(row.found.necessity == "not_required" for row in rows):
            yield from _taught(context)

    def _sentence(self, context: Context, sentence: Sentence) -> Iterator[Row]:
        mentions = mentions_of(context.low, sentence)
        for number, mention in enumerate(mentions):
            judged = context.judge(sentence, mention.start, max(mention.end, mention.object[1]))
            if judged.necessity == "must" and (
                _OR_KEEN.match(context.low, mention.end)
                or _OR_KEEN.match(context.low, mention.object[1])
                or _KEEN_OR.search(context.low, max(sentence.start, mention.start - _BEFORE), mention.start)
            ):
                judged = Judged("nice", "cue")
            technique = (
                mention.years is None
                and judged.necessity != "not_required"
                and is_technique(context, sentence, mention)
            )
            if not is_asked(context, sentence, mention, judged):
                continue
            if not (technique or _ONLY_WISHED.match(context.low, mention.end, sentence.end)):
                yield from (Row(found, mention.label) for found in _rows(context, sentence, mention, judged, number))
                yield from (Row(found, "noun") for found in or_elsewhere(context, sentence, mention, judged))
                yield from (Row(found, "wish") for found in also_wished(context, sentence, mention))
            elif technique:
                yield from (Row(found, "name") for found in unknown_names(context, sentence, mention, judged))
            yield from (Row(found, "noun") for found in further_ones(context, sentence, mention, judged))
        yield from (Row(found, "wish") for found in _wishes(context, sentence, mentions))
        yield from (Row(found, "wish") for found in _bare_wish(context, sentence, mentions))


def _may_ask(low: str, sentence: Sentence) -> bool:
    """Whether a sentence may ask for experience: what somebody "has done" does so only among demands."""
    listed = sentence.section in DEMANDS and low.startswith(_WHO_HAS_DONE, sentence.start)
    return listed or any(name in sentence.marks for name in ("experience", "years", "earlier"))


_LATELY = ("nyligen ", "aktuell ", "recently ", "recent ")


def _rows(context: Context, sentence: Sentence, mention: Mention, judged: Judged, number: int) -> Iterator[Found]:
    low = context.low
    if mention.years == 0:
        # "0–2 års erfarenhet": nobody has too little of it.
        mention, judged = replace(mention, years=None), Judged("not_required", judged.by, judged.cue)
    spans = [span for span in parts(low, *mention.object) if not holds_other(low, sentence, *span)] or [mention.object]
    twin = (
        _COORDINATED.search(low[max(sentence.start, mention.start - 30) : mention.start])
        if mention.label == "vana"
        else None
    )
    if twin:
        # "kassa- eller receptionsvana": two kinds of work, one word.
        for named in (twin.group(1), _stem(low, mention)):
            value = value_of(mention.years, named and unlinked(named))
            yield Found("experience", value, sentence, mention.start, mention.end, judged, 2500 + number)
        return
    if mention.length and _WISHED.search(low, mention.end, mention.length.start):
        # "Yrkesvana som bagare, gärna fem år": how long is only wished for.
        value = value_of(mention.years, field_of(low, *mention.object) or _stem(low, mention))
        wish = Judged("nice", "cue")
        yield Found("experience", value, sentence, mention.length.start, mention.length.end, wish)
        mention = replace(mention, years=None, length=None)
    start = min(mention.start, mention.length.start) if mention.length else mention.start
    # "Nyligen arbetat som …": that it must be recent belongs to what is quoted.
    start -= next((len(word) for word in _LATELY if low.endswith(word, sentence.start, start)), 0)
    years = mention.years
    if years is not None and len(spans) > 1:
        spans = with_tools(context, sentence, mention, spans)
    if len(spans) < 2 or judged.necessity == "not_required":
        # "Bageri, antingen här eller i ett annat land": what is left when vague alternatives are gone.
        field = field_of(low, *(spans[0] if spans else mention.object)) or _stem(low, mention)
        whole = all_of(low, *mention.object) if years is None and mention.label in ("noun", "worked") else ()
        # Where tools and techniques are among them the list is read by the skills.
        tools = any(knows_tool(context, sentence, mention, *span) or names_skill(low, *span) for span in whole)
        if tools or not whole or judged.necessity == "not_required":
            end = max(mention.end, mention.object[1])
            yield Found("experience", value_of(years, field), sentence, start, end, judged)
        else:
            for left, right in whole:
                begin = start if left == whole[0][0] else left
                yield Found("experience", value_of(None, field_of(low, left, right)), sentence, begin, right, judged)
        return
    for left, right in spans:
        verb = _NEXT_VERB.match(low, left, right) if mention.label == "done" and left != spans[0][0] else None
        value = value_of(years, field_of(low, verb.end() if verb else left, right))
        yield Found("experience", value, sentence, start if left == spans[0][0] else left, right, judged, 2000 + number)


def _stem(low: str, mention: Mention) -> str | None:
    """Area inside a compound or before a word: ``kassavana``, ``branscherfarenhet``, ``games industry experience``."""
    word = low[mention.start : mention.end]
    if mention.label in ("years", "worked"):
        been = _BEEN.fullmatch(word)
        return been["post"] if been else None
    if word.startswith("experience"):
        before = _NAMED.search(low, max(0, mention.start - _BEFORE), mention.start)
        return before.group(1).strip() if before else None
    if word == "gjort":
        return None
    stem = re.sub(
        r"(?:erfarenhet\w*|erf|exp|vana|background|(?:\w+ )?exposure|inga förkunskaper|förkunskap\w*)$", "", word
    ).strip(" -")
    return (
        unlinked(stem)
        if stem and stem not in ("yrkes", "arbetslivs", "arbets", "bransch", "ingen", "inga", "")
        else None
    )


def _wishes(context: Context, sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
    """``…, gärna inom primärvård``: a narrower experience that is only wished for."""
    low = context.low
    for number, wish in enumerate(sentence.marks.get("wishes", ())):
        asked = [m for m in mentions if m.end <= wish.start and not _EQUIVALENT.search(low, sentence.start, m.start)]
        courses = [mark for mark in sentence.marks.get("education", ()) if mark.end <= wish.start]
        if not asked or (courses and courses[-1].start > asked[-1].start):
            continue
        # The wish's preposition belongs to its object.
        begin = low.rfind(" ", wish.start, wish.end)
        start, end = object_span(low, begin, sentence.end)
        judged = Judged("nice", "cue", Mark("nice", wish.start, begin, ("near",)))
        # "Gärna inom HVAC" is a branch, "gärna från AWS" a tool.
        branch = low.endswith(_OF_A_BRANCH, wish.start, wish.end)
        if names_tool(context, sentence, start, end, names=not branch):
            continue
        spans = parts(low, start, end)
        for left, right in spans:
            group = 2700 + number if len(spans) > 1 else None
            yield Found("experience", value_of(None, field_of(low, left, right)), sentence, left, right, judged, group)


def _bare_wish(context: Context, sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
    """``erfarenhet av kirurgi, gärna barnkirurgi``: what alone stands behind the wish until the sentence ends."""
    wish = _BARE_WISH.search(sentence.signs, context.low, mentions[-1].end, sentence.end) if mentions else None
    if (
        wish is None
        or holds_other(context.low, sentence, *wish.span(1))
        or names_tool(context, sentence, *wish.span(1))
        or any(wish.start(1) <= m.length.start < wish.end(1) for m in mentions if m.length)
    ):
        return
    judged = Judged("nice", "cue", Mark("nice", wish.start() + 2, wish.start(1) - 1, ("near",)))
    value = value_of(None, field_of(context.low, *wish.span(1)))
    yield Found("experience", value, sentence, wish.start(1), wish.end(1), judged)


def _taught(context: Context) -> Iterator[Found]:
    """``vi lär upp dig``: nobody needs to have done it before, unless the same sentence asks for it."""
    for sentence in context.having("strength"):
        if sentence.section == "offer" or "experience" in sentence.marks:
            continue
        for cue in sentence.marks["strength"]:
            one = context.low.startswith(_TAUGHT_ONE, cue.end) or context.low.endswith(_WHICH, 0, cue.start)
            if cue.more and cue.more[0] == "teach" and not one:
                judged = Judged("not_required", "cue", cue)
                yield Found(
                    "experience", value_of(None, context.occupation or None), sentence, cue.start, cue.end, judged
                )
                return
