"""Driving licences and the use of a car."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import lexicon
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Block, Sentence, is_fragment
from matcher.taxonomy.phrasebook import Lexicon, Mark

_CLASS = r"(?:AM|A1|A2|A|BE|B|C1E|C1|CE|C|D1E|D1|DE|D)"
_JOINT = r"(?:\s?[-–]?\s?(?:,|/|\+|&|och/eller|och|eller|samt|alt\.?|alternativt|or|and)\s?)"
_LEFT = re.compile(rf"(?<![\w])({_CLASS}(?:{_JOINT}{_CLASS})*)\s?-?\s?$")
_RIGHT = re.compile(
    rf"(?:[\s:,(-]|klassen|klass|kategorin|kategori|typ|med|behörigheten|behörighet|class|category|lägst|minst|för|"
    rf"manuellt|svenskt|tung|lastbil|släp|släpvagn|"
    rf"buss|personbil|of|for|heavy|passenger|trucks?|lorry|lorries|cars?|bus|buses|trailers?){{0,6}}"
    rf"[\s(:-]({_CLASS}(?:{_JOINT}{_CLASS})*)(?![\w+#])(?!\s?-?\s?(?:nivå|level))"
)
_LOWER_LEFT = re.compile(r"(?<![\w])(b|c|ce|be|d)\s?-?\s?$")
_SPLIT = re.compile(_CLASS)
_OR = re.compile(r"eller|alt|/|or")
OTHERS = re.compile(
    r"(?:hej[,!]? )?(?:våra|alla|vår(?! (?:nya?|nästa|blivande|framtida|kommande))|"
    r"kollegor\w*|de flesta|många|några|our|most|all|jag (?:har|är|kan|gick|läste|heter|går|bor)|i (?:have|am|can)|"
    r"vi (?:utbildar|håller|har|arbetar|är|utför|jobbar|kör|ger|erbjuder)|we (?:do|run|provide|offer|give))(?!\w)"
)
"""How a sentence begins that tells what others have ("Våra förare har C-körkort")."""

_ONLY_CLASSES = re.compile(rf"{_CLASS}(?:[\s,]+{_CLASS})*")
_KRAV_B = re.compile(rf"[A-ZÅÄÖ][\w ]{{3,25}}:\s({_CLASS}(?:(?:/| och |, ){_CLASS})*)(?=[,.;]|\s(?:och|samt) |$)")
# "Krav: C, C++, Linux": a language to program in
_CODE = re.compile(r"(?<!\w)(?:C\+\+|C#|Python|Java|Linux|SQL|Rust|Go)(?![\w+#])")
_LABELS = (
    "Krav", "KRAV", "Kräver", "Behörighet", "BEHÖRIGHET", "Merit", "MERIT", "Plus", "PLUS", "Önskv", "Categ", "Klass",
    "Class",
)  # fmt: skip
_SEVERAL_CLASSES = re.compile(rf"{_CLASS}(?:\s?(?:\+|&|och|samt|and)\s?{_CLASS})+\.?")
# "B är krav. BE och CE är meriterande.": a sentence that opens with letters and says how strongly
_OPENING = re.compile(
    r"((?:BE|B|CE|C1)(?:(?:,| och| eller|/) ?(?:BE|CE|C1|C))*),? (?:är |ses som |= )?(?:ett |en )?(?:stort )?"
    r"(?:krav|krävs|måste|plus|merit|meriterande|önskvärt|fördel|bonus)(?!\w)"
)
_WITHIN = re.compile(
    r"(?<![\w/-])(BE|CE)\)? (?:(?:är|is) )?(?:(?:ett|a) )?(?:behövs|krävs|krav|måste|villkor|must|needed|"
    r"required)(?!\w)"
)
_NAMED_BEFORE = re.compile(rf"(?<![\w-]){_CLASS}[- ](?:körkort|behörighet|kort)(?!\w)")
_SHORTEST, _HEADINGS, _GIVEN_NEAR, _LISTED = 16, 3, 16, 90
_ASKS = re.compile(r"krav|meriterande")
_BOTH = re.compile(r"kort|licen")
# "Körkort, bil får du av oss": the car is the employer's.
_GIVEN = re.compile(
    r"(?<=körkort), bil (?:får du|ingår|tillhandahåll\w*|finns|har vi|står vi|håller vi|ordnar vi|lånar du)(?!\w)"
)
_OTHER_CARD = re.compile(
    r"(?:motors\w+|röjs\w+|truck|lift|travers|maskin|traktor|snöskoter|båt|vapen|sprängs?)\w*[\s-]*$"
)


# Letters of a class on their own, beside a licence named before ("…, gärna BE för släp", "CE är ett plus").
_IN_CHAIN = re.compile(r"(?:klass|behörighet|körkort[ :(-]{1,3}|(?:(?<!\w)[a-e]{1,2}1?|kort) (?:eller|och)|/)\s?$")
_JUDGED_THERE = re.compile(
    r" (?:ännu|är|vore|ses|plus|bonus|helst|gärna|preferred|en fördel|ett plus)(?!\w)"
)  # "(CE ännu bättre)"
_ALONE = re.compile(
    r"(?<![\w/-])((?:BE|CE|C1E|C1|DE|D1|(?<=u har )[CD]|(?<=gärna )[CD]|(?<=helst )[CD]|(?<=även )[CD]|"
    r"[CD](?=/[A-E]{2}|\s\(?(?:ses|"
    r"krav|krävs|är|som|räcker|(?:och|samt|med|plus|\+) (?:buss-?|gods-?)?YKB|ännu|önsk|merit|ett plus|plus|is|"
    r"are|would))|"
    r"(?:(?<=[,;] )|(?<=men )|(?<=fast )|(?<=but ))B(?=\s(?:är (?:ett )?|ett )?"
    r"(?:krav|krävs|måste|räcker|is|must|required)))"
    r"(?:(?:/| eller | or | och | and |, )(?:BE|CE|C1E|C1|DE|D1|C|D)(?![\w-]))*)(?![\w-])(?!\s?-?\s?(?:körkort|"
    r"kort|behörighet|märk|nivå|mark|certif|direkt|"
    r"dokum|stand))"
)
# In an ad for drivers a list of demands may name the class alone ("Krav: CE, YKB").
# "Brukaren har egen bil": nobody asks for another
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:brukar|kund|familj|boende|användar|företag|klient|patient|assistansanvändar)\w* (?:har|äger)(?: \w+)? $"
)
_FROM_US = re.compile(r" (?:(?:får du )?(?:från|av|via|genom) oss|ingår|from us|provided)(?!\w)")  # "egen bil från oss"
_IF_YOU_LIKE = re.compile(r" (?:om|ifall|if) (?:du|man|you) (?!inte|ej|not)")
_NEEDED = re.compile(r" (?:(?:är )?(?:ett )?(?:krav|måste)|räcker)(?!\w)(?! inte| ej)")  # "BE önskvärt, B krav"
_FRAGMENT = re.compile(
    r"(?:[a-e]{1,2}1?[- ])?(?:körkort|kort)(?: (?:klass )?[a-e]{1,2})?(?: \([^()]{1,30}\))?(?:,|;| samt )"
)
_HEAVY = re.compile(r"(?<!\w)(?:ykb|förarkort|chaufför\w*|\w*lastbil\w*|\w*bilsförare|bärgar\w*|åkeri\w*)(?!\w)")
# found far faster than whole words
_HEAVY_PARTS = ("ykb", "förarkort", "chaufför", "lastbil", "bilsförare", "bärgar", "åkeri")


class Licences:
    """Family of ``driving_licence`` and ``own_car``."""

    @cached_property
    def lexicons(self) -> Sequence[Lexicon]:
        """Words for licences and cars."""
        return (lexicon("licences"),)

    def find(self, context: Context) -> Iterable[Found]:
        """Licences and cars asked for in a text."""
        named = -9
        heavy = any(
            part in told and _HEAVY.search(told) for told in (context.low, context.headline) for part in _HEAVY_PARTS
        )
        for sentence in context.sentences:
            if "licences" not in sentence.marks:
                if sentence.number - named == 1 or heavy:
                    yield from _letters_alone(context, sentence, sentence.start, heavy=heavy)
                continue
            named = sentence.number
            yield from _letters_alone(context, sentence, sentence.start)
        yield from _behind_heading(context)
        yield from _classes_alone(context)
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
        judged = context.judge(sentence, mark.start, mark.end)
        ours = context.low.endswith((" vi ", " we ", " i ", " jag "), 0, mark.start)
        licence = context.low.endswith(("för ", "körkort "), 0, mark.start)  # "körkort för bil krävs"
        if mark.label == "bare_car" and (judged.by != "cue" or ours or licence):
            continue
        if any(card.start <= mark.start < card.end for card in sentence.marks.get("certificates", ())):
            continue  # "Körkort för traktor"
        others = mark.label == "car" and (
            _FROM_US.match(context.low, mark.end) or _OF_OTHERS.search(context.low, sentence.start, mark.start)
        )
        if others or mark.label == "ride" or not _asked(context, sentence, judged):
            continue
        if mark.label in ("car", "bare_car"):
            yield Found("own_car", True, sentence, mark.start, mark.end, judged)
            if not _BOTH.search(context.low, mark.start, mark.end):
                continue
        yield from _licences(context, sentence, mark, judged, number)


def _classes_alone(context: Context) -> Iterator[Found]:
    """``B + BE.``: a sentence of several classes and nothing else."""
    for sentence in context.sentences:
        if "licences" not in sentence.marks:
            yield from _opening(context, sentence)
        if sentence.end - sentence.start > _SHORTEST or "licences" in sentence.marks:
            continue
        if _SEVERAL_CLASSES.fullmatch(context.text, sentence.start, sentence.end):
            for found in _SPLIT.finditer(context.text, sentence.start, sentence.end):
                judged = context.judge(sentence, *found.span())
                yield Found("driving_licence", found.group(), sentence, *found.span(), judged)


def _opening(context: Context, sentence: Sentence) -> Iterator[Found]:
    """Letters beside a word that says how strongly they are asked for: ``B är krav``, ``på släp, så BE behövs``."""
    text, start, end = context.text, sentence.start, sentence.end
    opening = _OPENING.match(text, start, end) if text.startswith(("B", "C"), start) else None
    if opening is None and text.find("E ", start, end) > 0 and not text[start:end].isupper():
        opening = _WITHIN.search(text, start, end)
    if opening:
        judged = context.judge(sentence, *opening.span(1))
        for name in _SPLIT.findall(opening[1]):
            yield Found("driving_licence", name, sentence, *opening.span(1), judged)


def _behind_heading(context: Context) -> Iterator[Found]:
    """``Krav: B, gärna BE``: letters of a class right behind a heading, without a word for licence."""
    for sentence in context.sentences:
        if not context.text.startswith(_LABELS, sentence.start):
            continue
        found = _KRAV_B.match(context.text, sentence.start, sentence.end)
        if found and not _CODE.search(context.text, found.end(), sentence.end):
            judged = context.judge(sentence, *found.span(1))
            for name in _SPLIT.findall(found[1]):
                yield Found("driving_licence", name, sentence, *found.span(1), judged)
            if "licences" not in sentence.marks:
                yield from _letters_alone(context, sentence, found.end())


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
            for found in _SPLIT.finditer(context.text, block.start, block.end):
                judged = context.judge(sentence, found.start(), found.end())
                yield Found("driving_licence", found.group(), sentence, found.start(), found.end(), judged)
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


def _letters_alone(context: Context, sentence: Sentence, start: int, *, heavy: bool = False) -> Iterator[Found]:
    for found in _ALONE.finditer(context.text, start, sentence.end):
        judged = context.judge(sentence, found.start(), found.end())
        first = found.start() == sentence.start or context.low.endswith(": ", sentence.start, found.start())
        opens = first and is_fragment(context.low, sentence)
        listed = heavy and (opens or judged.by in ("heading", "statement")) and sentence.end - sentence.start <= _LISTED
        welcome = _IF_YOU_LIKE.match(context.low, found.end()) is not None
        needed = _NEEDED.match(context.low, found.end()) is not None
        chain = _IN_CHAIN.search(context.low[max(start, found.start() - 12) : found.start()])
        there = chain is not None and _JUDGED_THERE.match(context.low, found.end()) is not None
        if (judged.by == "cue" or listed or welcome or needed or there) and (there or not chain):
            if welcome or (chain and judged.by != "cue"):
                judged = Judged("nice", "cue")
            elif needed:
                judged = Judged("must", "cue")
            for name in _SPLIT.findall(found.group(1)):
                if name == "C1" and "languages" in sentence.marks and "licences" not in sentence.marks:
                    continue  # "God svenska (C1 behövs inte)"
                yield Found("driving_licence", name, sentence, found.start(), found.end(), judged)


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
    classes = list(dict.fromkeys(_SPLIT.findall(letters))) if letters else ["B"]
    group = number if len(classes) > 1 and _OR.search(letters.lower()) else None
    for name in classes:
        yield Found("driving_licence", name, sentence, start, end, context.judge(sentence, start, end), group)


def _letters(context: Context, sentence: Sentence, mark: Mark) -> tuple[int, int, str]:
    """Class letters beside the word, on its left ("B- eller C-körkort") or right ("körkort klass B")."""
    text = context.text
    inside = re.match(rf"({_CLASS})[\s-]", text[mark.start : mark.end])
    begin = max(sentence.start, mark.start - 40)
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
        return mark.start, right.end(1), right.group(1)
    low = context.low[mark.start : mark.end]
    lower = re.match(r"(am|ce|be|c1e|c1|d1|de|b|c|d)[\s-]?(?:körkort|kort|behörighet|licen)", low)
    if lower:
        return mark.start, mark.end, lower.group(1).upper()
    before = _LOWER_LEFT.search(context.low[begin : mark.start])
    if before:
        return begin + before.start(1), mark.end, before.group(1).upper()
    return mark.start, mark.end, ""


def _asked(context: Context, sentence: Sentence, judged: Judged) -> bool:
    if judged.by != "nothing":
        return not (sentence.section in ("offer", "about", "apply") and judged.by == "statement")
    if judged.given:
        return False
    if sentence.section in ("offer", "about", "apply"):
        return False
    fragment = is_fragment(context.low, sentence) and not OTHERS.match(context.low, sentence.start)
    if fragment or _FRAGMENT.match(context.low, sentence.start, sentence.end):
        # "B-körkort, flytande svenska och gott humör.": a list of demands
        return True
    # A line or a short sentence of nothing else ("B-körkort.") is a demand.
    return sentence.end - sentence.start <= 60 and not OTHERS.match(context.low, sentence.start)
