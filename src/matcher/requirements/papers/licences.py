"""Driving licences and the use of a car."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import joined, lexicon
from matcher.requirements.papers.licences_letters import (
    CLASS,
    classes_of,
    each_class,
    is_choice,
    letters_found,
    levels_before,
)
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Block, Sentence, is_fragment
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark

_WORDS = joined("papers")

_JOINT = r"(?:\s?[-–]?\s?(?:,|/|\+|&|(?i:och/eller|och|eller|samt|alt\.?|alternativt|or|and))\s?)"
_LEFT = re.compile(rf"(?<![\w])({CLASS}(?:{_JOINT}{CLASS})*)(?: (?:på|i) |\s?-?\s?)$")
_RIGHT = re.compile(
    rf"(?i:[\s:,(-]|klassen|klass|kategorin|kategori|types?|typ|cat\.?|categories|classes|med|with|behörigheten|behörighet|class|category|lägst|minst|för|"
    rf"manuellt|svenskt|tung|lastbil|släp|släpvagn|"
    rf"buss|personbil|of|for|heavy|goods|vehicles?|hgv|passenger|trucks?|lorry|lorries|cars?|bus|buses|trailers?){{0,6}}"
    rf"[\s(:-]({CLASS}(?:{_JOINT}{CLASS})*)(?![\w+#])(?!\s?-?\s?(?:nivå|level))"
)
# "Körkort för lastbil (C) och tungt släp (BE)"
_NEXT_IN_BRACKET = re.compile(
    rf"\)?,? (?:och|samt|eller|and|or) (?:(?!gärna|helst|preferably|ideally)[a-zåäö]+ ){{1,2}}\(({CLASS})(?=\))"
)
_LOWER_LEFT = re.compile(r"(?<![\w])(b|c|ce|be|d)\s?-?\s?$")
OTHERS = re.compile(rf"(?:hej[,!]? )?(?:{_WORDS['others']})(?!\w)")
"""How a sentence begins that tells what others have ("Våra förare har C-körkort")."""
TAUGHT = re.compile(
    r"(?<!\w)(?:utbilda[rt]?|undervisa[rt]?|instruera[rt]?|examinera[rt]?|sälj(?:er|a)|utfärdar?|"
    r"(?:teach|train|instruct|sell|issue)(?:e?s|ing)?) (?:(?!(?<!\w)(?:har|have|med|with)(?!\w))[^.;:]){0,45}$"
)
"""Before what is taught or sold to others ("du utbildar våra elever i truck"): no card that is asked for."""

# "Parkering finns om du kommer med egen bil": nothing else says that it is asked for
_IF_YOU = re.compile(r"(?<!\w)(?:om|ifall|när|if|when|should) (?:du|man|you) (?:(?!är|har|are|have)\w+ ){1,6}$")
_ONLY_CLASSES = re.compile(rf"{CLASS}(?:[\s,]+{CLASS})*")
_NAMED_BEFORE = re.compile(rf"(?<![\w-]){CLASS}[- ](?:körkort|behörighet|kort)(?!\w)")
_HEADINGS, _GIVEN_NEAR = 3, 16
_ASKS = re.compile(r"krav|meriterande")
_BOTH = re.compile(r"kort|licen")
# "Körkort, bil får du av oss": the car is the employer's.
_GIVEN = re.compile(
    r"(?<=körkort), bil (?:får du|ingår|tillhandahåll\w*|finns|har vi|står vi|håller vi|ordnar vi|lånar du)(?!\w)"
)
_OTHER_CARD = re.compile(
    r"(?:motors\w+|röjs\w+|truck|lift|travers|maskin|traktor|snöskoter|båt|vapen|sprängs?)\w*[\s-]*$"
)


# In an ad for drivers a list of demands may name the class alone ("Krav: CE, YKB").
# "Brukaren har egen bil": nobody asks for another
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:brukar|kund|familj|boende|användar|företag|klient|patient|assistansanvändar)\w* (?:har|äger)(?: \w+)? $"
)
# "Du tar dig hit med buss eller egen bil": another way will do
_BY = (
    r"(?:buss\w*|cykel|moped|tåg\w*|spårvagn|kollektivt\w*|kollektivtrafik\w*|till fots|taxi|bus|bike|bicycle|train|"
    r"public transport)"
)
_OTHER_WAY = re.compile(rf"(?<!\w){_BY},?(?: eller | or |/)(?:med )?(?:egen |din |own )?$")
_OR_OTHER_WAY = re.compile(rf"(?: eller |/| or )(?:med )?{_BY}(?!\w)")
# "Bil står vi för, du behöver ingen egen": the noun stands before it
_CAR_BEFORE, _NOUN_NEXT = re.compile(r"(?<!\w)\w*bil(?:en|ar)?(?!\w)"), re.compile(r"(?<=egen) [a-zåäö]")
_FROM_US = re.compile(r" (?:(?:får du )?(?:från|av|via|genom) oss|ingår|from us|provided)(?!\w)")  # "egen bil från oss"
_FRAGMENT = re.compile(
    r"(?:[a-e]{1,2}1?[- ])?(?:körkort|kort)(?: (?:klass )?[a-e]{1,2})?(?: \([^()]{1,30}\))?(?:,|;| samt )"
)


class Licences:
    """Family of ``driving_licence`` and ``own_car``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Words for licences and cars."""
        return (lexicon("licences"),)

    def find(self, context: Context) -> Iterable[Found]:
        """Licences and cars asked for in a text."""
        yield from letters_found(context)
        titles = {block.start for block, after in pairwise(context.blocks) if _is_title(context, block, after)}
        yield from _under_heading(context, titles)
        for sentence in context.having("licences"):
            if sentence.block is None or sentence.block.start not in titles:
                yield from _named(context, sentence)


def _named(context: Context, sentence: Sentence) -> Iterator[Found]:
    """Licences and cars that a sentence names in words."""
    for number, mark in enumerate(sentence.marks["licences"]):
        given = _GIVEN.search(context.low, mark.start, min(sentence.end, mark.end + _GIVEN_NEAR))
        if given and mark.label in ("car", "bare_car"):
            mark = Mark("class", mark.start, given.start())
        if mark.label == "own":
            car = _CAR_BEFORE.search(context.low, sentence.start, mark.start)
            if car is None or _NOUN_NEXT.match(context.low, mark.end):
                continue  # "Du behöver ingen egen utrustning"
            mark = Mark("bare_car", mark.start, mark.end)
        judged = context.judge(sentence, mark.start, mark.end)
        told = judged.by == "cue" or judged.necessity == "not_required"
        ours = context.low.endswith((" vi ", " we ", " i ", " jag "), 0, mark.start)
        licence = context.low.endswith(("för ", "körkort "), 0, mark.start)  # "körkort för bil krävs"
        if mark.label == "bare_car" and (not told or ours or licence):
            continue
        if any(card.start <= mark.start < card.end for card in sentence.marks.get("certificates", ())):
            continue  # "Körkort för traktor"
        if mark.label == "ride" and _by_then(judged, mark):
            mark = Mark("class", context.low.rfind(" ", mark.start, context.low.index("k", mark.start)) + 1, mark.end)
        if (
            _is_no_own(context.low, sentence, mark)
            or mark.label == "ride"
            or not _asked(context, sentence, mark.start, judged)
        ):
            continue
        if mark.label in ("car", "bare_car"):
            yield Found("own_car", True, sentence, mark.start, mark.end, judged)
            if not _BOTH.search(context.low, mark.start, mark.end):
                continue
        yield from _licences(context, sentence, mark, judged, number)


def _by_then(judged: Judged, mark: Mark) -> bool:
    """Whether a licence is to be taken within a time ("ta C-körkort inom ett år"), which is no help to take it."""
    return judged.cue is not None and judged.cue.start <= mark.start and mark.end <= judged.cue.end


def _is_no_own(low: str, sentence: Sentence, mark: Mark) -> bool:
    """Whether a car is somebody else's or only one of the ways to come there."""
    if mark.label == "car" and (_FROM_US.match(low, mark.end) or _OF_OTHERS.search(low, sentence.start, mark.start)):
        return True
    return mark.label in ("car", "bare_car") and bool(
        _OTHER_WAY.search(low, sentence.start, mark.start) or _OR_OTHER_WAY.match(low, mark.end)
    )


def _under_heading(context: Context, titles: Collection[int]) -> Iterator[Found]:
    """Letters of classes on a line of their own under "Körkort", with "Krav" or "Meriterande" between."""
    near = 0
    for block in context.blocks:
        if block.kind == "heading":
            near = _HEADINGS if context.low.startswith("körkort", block.start) else near - 1
        elif block.start in titles:
            near = _HEADINGS
        elif near > 0 and _ONLY_CLASSES.fullmatch(context.text, block.start, block.end):
            sentence = block.sentences[0]
            for name, start, end in each_class(context.text, block.start, block.end):
                judged = context.judge(sentence, start, end)
                yield Found("driving_licence", name, sentence, start, end, judged)
        else:
            near = 0


def _is_title(context: Context, block: Block, after: Block) -> bool:
    """Whether "Körkort" on a line of its own is a title: something that is none follows at once."""
    if not context.low.startswith("körkort", block.start):
        return False
    if context.low[block.start : block.end].rstrip(" :") != "körkort":
        return False
    return _ONLY_CLASSES.fullmatch(context.text, after.start, after.end) is not None or (
        after.kind == "heading" and _ASKS.match(context.low, after.start) is not None
    )


def _licences(context: Context, sentence: Sentence, mark: Mark, judged: Judged, number: int) -> Iterator[Found]:
    if mark.label not in ("class", "car") and not _RIGHT.match(context.text, mark.end, sentence.end):
        yield Found("driving_licence", mark.label, sentence, mark.start, mark.end, judged)
        return
    if _OTHER_CARD.search(context.low, max(sentence.start, mark.start - 25), mark.start):
        return
    start, end, letters = _letters(context, sentence, mark)
    if (
        not letters
        and context.low[mark.start : mark.end] == "körkortet"
        and _NAMED_BEFORE.search(context.text, 0, mark.start)
    ):
        return  # "C-behörighet krävs. Körkortet ska du ha haft i två år."
    group = number if is_choice(letters) else None
    for name in classes_of(letters) or ["B"]:
        yield Found("driving_licence", name, sentence, start, end, context.judge(sentence, start, end), group)


def _letters(context: Context, sentence: Sentence, mark: Mark) -> tuple[int, int, str]:
    """Class letters beside the word, on its left ("B- eller C-körkort") or right ("körkort klass B")."""
    text = context.text
    inside = re.match(rf"({CLASS})[\s-]", text[mark.start : mark.end])
    begin = max(sentence.start, mark.start - 40, *levels_before(context.low, sentence, mark.start))
    if inside:
        # The word's own letters may end a chain that began before it.
        chain = _LEFT.search(text[begin : mark.start + inside.end(1)])
        start = begin + chain.start(1) if chain else mark.start
        return start, mark.end, chain.group(1) if chain else inside.group(1)
    left = _LEFT.search(text[begin : mark.start])
    if left and not (left.group(1) == "A" and text[mark.start - 1] == " "):
        return begin + left.start(1), mark.end, left.group(1)
    right = _RIGHT.match(text, mark.end, min(sentence.end, mark.end + 45))
    if right:
        other = _NEXT_IN_BRACKET.match(text, right.end(1), sentence.end)
        end = other.end(1) if other else right.end(1)
        return mark.start, end, text[right.start(1) : end]
    low = context.low[mark.start : mark.end]
    lower = re.match(r"(am|ce|be|c1e|c1|d1|de|b|c|d)[\s-]?(?:körkort|kort|behörighet|licen)", low)
    if lower:
        return mark.start, mark.end, lower.group(1).upper()
    before = _LOWER_LEFT.search(context.low[begin : mark.start])
    if before:
        return begin + before.start(1), mark.end, before.group(1).upper()
    return mark.start, mark.end, ""


def _asked(context: Context, sentence: Sentence, start: int, judged: Judged) -> bool:
    if judged.by != "nothing":
        return not (sentence.section in ("offer", "about", "apply") and judged.by == "statement")
    if judged.given or _IF_YOU.search(context.low, sentence.start, start):
        return False
    if sentence.section in ("offer", "about", "apply"):
        return False
    if TAUGHT.search(context.low, sentence.start, start):
        return False
    fragment = is_fragment(context.low, sentence) and not OTHERS.match(context.low, sentence.start)
    if fragment or _FRAGMENT.match(context.low, sentence.start, sentence.end):
        # "B-körkort, flytande svenska och gott humör.": a list of demands
        return True
    # A line or a short sentence of nothing else ("B-körkort.") is a demand.
    return sentence.end - sentence.start <= 60 and not OTHERS.match(context.low, sentence.start)
