"""Letters of licence classes without a word for a licence: "Krav: CE, YKB", "C eller CE", "BE är ett plus"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from matcher.requirements.context import Context, Found
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence, is_fragment

CLASS = r"(?:AM|A1|A2|A|(?:B|C1|C|D1|D)(?:E|\s?[/+-]\s?E(?![\w/]))?)"
"""Pattern of a class; that with a trailer is written ``CE``, ``C/E`` or ``C+E``."""

_CLASS = re.compile(CLASS)
_TRAILER = re.compile(r"(?<=[BCD1])\s?[/+-]\s?(?=E(?![\w/]))")
_OR = re.compile(r"eller|alt|/|or")
_KRAV_B = re.compile(rf"[A-ZÅÄÖ][\w ]{{3,25}}:\s({CLASS}(?:(?:/| och |, ){CLASS})*)(?=[,.;]|\s(?:och|samt) | \(|$)")
# "Krav: C, C++, Linux": a language to program in
_CODE = re.compile(r"(?<!\w)(?:C\+\+|C#|Python|Java|Linux|SQL|Rust|Go)(?![\w+#])")
_LABELS = (
    "Kort", "Krav", "KRAV", "Kräver", "Behörighet", "BEHÖRIGHET", "Merit", "MERIT", "Plus", "PLUS", "Önskv", "Categ",
    "Klass", "Class",
)  # fmt: skip
_SEVERAL_CLASSES = re.compile(rf"{CLASS}(?:\s?(?:\+|&|och|samt|and)\s?{CLASS})+\.?")
# "C eller CE", "C/CE" as a demand of its own; two single letters only where lorries are driven
_ONE_OF_CLASSES = re.compile(rf"{CLASS}(?:(?:\s?/\s?|, | eller | or ){CLASS})*(?:/| eller | or ){CLASS}\.?")
# "B är krav. BE och CE är meriterande.": a sentence that opens with letters and says how strongly
_OPENING = re.compile(
    r"((?:B[/+]?E|B|C[/+]?E|C1)(?:(?:,| och| eller|/) ?(?:B[/+]?E|C[/+]?E|C1|C))*),? "
    r"(?:är |ses som |= )?(?:ett |en )?(?:stort )?(?:krav|krävs|måste|plus|merit|meriterande|önskvärt|fördel|"
    r"bonus)(?!\w)"
)
# "B- och truckkort krävs": the card behind it lends the letter its word
_BEFORE_CARD = re.compile(
    rf"(?<![\w/-])({CLASS})-(?:, \w+-)*,? (?:och|samt|eller|and|or) "
    r"(?=(?:truck|travers|lift|maskin|förar|motorsåg|ykb|adr)"
    r"[\w-]*(?:kort|behörighet|bevis|intyg))",
    re.IGNORECASE,
)
# "B- och gärna C-körkort": the class behind it that is only wished for lends its word
_BEFORE_WISH = re.compile(
    rf"(?<![\w/-])({CLASS})-?,? (?:och |samt |men )?(?:gärna|helst) (?:även |också )?"
    rf"(?={CLASS}[- ]?(?:körkort|kort|behörighet))"
)
_WITHIN = re.compile(
    r"(?<![\w/-])(BE|CE)\)? (?:(?:är|is) )?(?:(?:ett|a) )?(?:behövs|krävs|krav|måste|villkor|must|needed|"
    r"required)(?!\w)"
)
_DRIVER_OF = re.compile(
    r"(?:förare|[Cc]haufför(?:er)?|[Dd]rivers?) \(?"
    r"((?:C1E|C1|C/?E|C|D1|D/?E|D)(?:/(?:C/?E|C|D/?E|D))*)\)?(?=[,.;]|$|\n)"
)
_DRIVERS = ("förare", "chaufför", "driver")
_OF_LETTERS = 900  # the group of letters that "eller" joins; those beside words are numbered from 0 on
# Letters of a class on their own, beside a licence named before ("…, gärna BE för släp", "CE är ett plus").
_IN_CHAIN = re.compile(r"(?:klass|behörighet|körkort[ :(-]{1,3}|(?:(?<!\w)[a-e]{1,2}1?|kort) (?:eller|och)|/)\s?$")
_JUDGED_THERE = re.compile(
    r" (?:ännu|är|vore|ses|plus|bonus|helst|gärna|preferred|en fördel|ett plus|meriterande|merit|önskvärt)(?!\w)"
)  # "(CE ännu bättre)", "B-körkort (BE meriterande)"
_LEVEL = re.compile(r"(?: på)?(?: nivå| level)? [abc][12](?!\w)")
_ALONE = re.compile(
    r"(?<![\w/-])((?:B[/+]?E|C[/+]?E|C1E|C1|DE|D1|(?<=u har )[CD]|(?<=gärna )[CD]|(?<=helst )[CD]|(?<=även )[CD]|"
    r"[CD](?=/[A-E]{2}| (?:eller|och|or) [CD]E|\s\(?(?:ses|"
    r"krav|krävs|är|som|räcker|(?:och|samt|med|plus|\+) (?:buss-?|gods-?)?YKB|ännu|önsk|merit|ett plus|plus|is|"
    r"are|would))|"
    r"(?:(?<=[,;] )|(?<=men )|(?<=fast )|(?<=but ))B(?=\s(?:är (?:ett )?|ett )?"
    r"(?:krav|krävs|måste|räcker|is|must|required)))"
    r"(?:(?:/| eller | or | och | and |, )(?:B[/+]?E|C[/+]?E|C1E|C1|DE|D1|C|D)(?![\w-]))*)(?![\w-])"
    r"(?!\s?-?\s?(?:körkort|kort|behörighet|märk|nivå|mark|certif|direkt|"
    r"dokum|stand))"
)
# "En del turer körs med moped eller bil, då behöver du AM och B", "du kör våra bussar och måste ha D"
_NEEDS = re.compile(
    rf"(?:behöver|måste|krävs|kräver|need|must have)"  # found faster without an edge before it
    rf"(?: (?:du|man|vi|därför|då|också|även|minst|ha|att|har|you|to|have|"
    rf"at|least))* ((?!A\b){CLASS}(?:(?:, |/| och | eller | samt | and | or )(?!A\b){CLASS})*)(?=\s?[.,;)\n]|$)"
)
_DRIVES = re.compile(r"(?<!\w)(?:kör|körs|köra|körning\w*|chaufför\w*|drive|driving|driver)(?!\w)")
_IF_YOU_LIKE = re.compile(r" (?:om|ifall|if) (?:du|man|you) (?!inte|ej|not)")
_NEEDED = re.compile(r" (?:(?:är )?(?:ett )?(?:krav|måste)|räcker)(?!\w)(?! inte| ej)")  # "BE önskvärt, B krav"
_HEAVY = re.compile(
    r"(?<!\w)(?:ykb|förarkort|chaufför\w*|\w*lastbil\w*|\w*bilsförare|bärgar\w*|åkeri\w*|code 95|driver card|"
    r"tachograph\w*|(?:truck|lorry) drivers?)(?!\w)"
)
# found far faster than whole words
_HEAVY_PARTS = (
    "ykb", "förarkort", "chaufför", "lastbil", "bilsförare", "bärgar", "åkeri", "code 95", "driver card", "tachograph",
    "k driver", "y driver",
)  # fmt: skip
_SHORTEST, _LISTED = 16, 90


def classes_of(letters: str) -> list[str]:
    """Name the classes that letters stand for, each once.

    Examples
    --------
    >>> classes_of("BE, C och C/E"), classes_of("C/CE")
    (['BE', 'C', 'CE'], ['C', 'CE'])
    """
    return list(dict.fromkeys(_CLASS.findall(_TRAILER.sub("", letters))))


def each_class(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Name each class between two offsets, with where it stands.

    Examples
    --------
    >>> list(each_class("B, C/E", 0, 6))
    [('B', 0, 1), ('CE', 3, 6)]
    """
    for found in _CLASS.finditer(text, start, end):
        yield _TRAILER.sub("", found.group()), *found.span()


def is_choice(letters: str) -> bool:
    """Whether letters name several classes of which one is enough.

    Examples
    --------
    >>> is_choice("C/CE"), is_choice("C, C/E"), is_choice("C/E")
    (True, False, False)
    """
    return len(classes_of(letters)) > 1 and _OR.search(_TRAILER.sub("", letters).lower()) is not None


def letters_found(context: Context) -> Iterator[Found]:
    """Licences that a text names by letters alone.

    Parameters
    ----------
    context : Context
        Scanned with the lexicon ``licences``.

    Yields
    ------
    Found
    """
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
    yield from _before_card(context)
    yield from _needed(context)
    if context.field == "text" and (" C" in context.text or " D" in context.text):
        yield from _of_drivers(context)
    yield from _behind_heading(context)
    yield from _classes_alone(context, heavy=heavy)


def _classes_alone(context: Context, *, heavy: bool) -> Iterator[Found]:
    """``B + BE.``, ``C eller CE``: a sentence of several classes and nothing else."""
    for sentence in context.sentences:
        if "licences" not in sentence.marks:
            yield from _opening(context, sentence)
        if sentence.end - sentence.start > _SHORTEST or "licences" in sentence.marks:
            continue
        chosen = _ONE_OF_CLASSES.fullmatch(context.text, sentence.start, sentence.end)
        if chosen and not (heavy or context.text.find("E", sentence.start, sentence.end) > 0):
            continue
        if chosen or _SEVERAL_CLASSES.fullmatch(context.text, sentence.start, sentence.end):
            for name, start, end in each_class(context.text, sentence.start, sentence.end):
                judged = context.judge(sentence, start, end)
                if judged.asked or not chosen:
                    group = _OF_LETTERS if chosen and is_choice(chosen.group()) else None
                    yield Found("driving_licence", name, sentence, start, end, judged, group)


def _before_card(context: Context) -> Iterator[Found]:
    """``B- och truckkort krävs``: a letter whose word stands in the card behind it."""
    for sentence in context.having("licences"):
        for found in _BEFORE_WISH.finditer(context.text, sentence.start, sentence.end):
            judged = context.judge(sentence, *found.span(1))
            yield Found("driving_licence", found[1], sentence, *found.span(1), judged)
    if "- " not in context.text:
        return
    for sentence in context.having("certificates"):
        for found in _BEFORE_CARD.finditer(context.text, sentence.start, sentence.end):
            judged = context.judge(sentence, *found.span(1))
            yield Found("driving_licence", found[1].upper(), sentence, *found.span(1), judged)


def _of_drivers(context: Context) -> Iterator[Found]:
    """``Bussförare D, YKB``: the class behind the name of who drives, in a text of no more than that."""
    if not any(word in context.low for word in _DRIVERS):
        return
    for found in _DRIVER_OF.finditer(context.text):
        place = bisect_right(context.sentences, found.start(), key=lambda sentence: sentence.start) - 1
        sentence = context.sentences[place] if place >= 0 else None
        if sentence is None or "licences" in sentence.marks or not is_fragment(context.low, sentence):
            continue
        if found.end() > sentence.end or sentence.section in ("offer", "about", "apply"):
            continue
        group = _OF_LETTERS if is_choice(found[1]) else None
        for name in classes_of(found[1]):
            yield Found("driving_licence", name, sentence, *found.span(1), Judged("must", "statement"), group)


def _needed(context: Context) -> Iterator[Found]:
    """``då behöver du AM och B``: letters that somebody needs who drives."""
    for found in _NEEDS.finditer(context.text):
        place = bisect_right(context.sentences, found.start(), key=lambda sentence: sentence.start) - 1
        sentence = context.sentences[place] if place >= 0 else None
        if (
            sentence is None
            or found.end() > sentence.end
            or "licences" in sentence.marks
            or _CODE.search(context.text, sentence.start, sentence.end)
            or _DRIVES.search(context.low, sentence.start, sentence.end) is None
        ):
            continue
        judged = context.judge(sentence, *found.span(1))
        group = _OF_LETTERS if is_choice(found[1]) else None
        for name, start, end in each_class(context.text, *found.span(1)):
            yield Found("driving_licence", name, sentence, start, end, judged, group)


def _opening(context: Context, sentence: Sentence) -> Iterator[Found]:
    """Letters beside a word that says how strongly they are asked for: ``B är krav``, ``på släp, så BE behövs``."""
    text, start, end = context.text, sentence.start, sentence.end
    opening = _OPENING.match(text, start, end) if text.startswith(("B", "C"), start) else None
    if opening is None and text.find("E ", start, end) > 0 and not text[start:end].isupper():
        opening = _WITHIN.search(text, start, end)
    if opening:
        judged = context.judge(sentence, *opening.span(1))
        for name in classes_of(opening[1]):
            yield Found("driving_licence", name, sentence, *opening.span(1), judged)


def _behind_heading(context: Context) -> Iterator[Found]:
    """``Krav: B, gärna BE``: letters of a class right behind a heading, without a word for licence."""
    for sentence in context.sentences:
        if not context.text.startswith(_LABELS, sentence.start):
            continue
        found = _KRAV_B.match(context.text, sentence.start, sentence.end)
        if found and not _CODE.search(context.text, found.end(), sentence.end):
            judged = context.judge(sentence, *found.span(1))
            for name in classes_of(found[1]):
                yield Found("driving_licence", name, sentence, *found.span(1), judged)
            if "licences" not in sentence.marks:
                yield from _letters_alone(context, sentence, found.end())


def levels_before(low: str, sentence: Sentence, stop: int) -> Iterator[int]:
    """Where levels of languages end that stand before a place ("svenska C1 och B-körkort")."""
    for name in sentence.marks.get("languages", ()):
        level = _LEVEL.match(low, name.end, stop)
        if level:
            yield level.end()


def _letters_alone(context: Context, sentence: Sentence, start: int, *, heavy: bool = False) -> Iterator[Found]:
    for found in _ALONE.finditer(context.text, start, sentence.end):
        if found.end() in levels_before(context.low, sentence, found.end()):
            continue
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
            group = _OF_LETTERS if is_choice(found.group(1)) else None
            for name in classes_of(found.group(1)):
                if name == "DE" and context.text[sentence.start : sentence.end].isupper():
                    continue  # "DE SOM SÖKER"
                if name == "C1" and "languages" in sentence.marks and "licences" not in sentence.marks:
                    continue  # "God svenska (C1 behövs inte)"
                yield Found("driving_licence", name, sentence, found.start(), found.end(), judged, group)
